//! Decisions that stood without proof when the ministry decided anew: kept as they were found, told as not proved, counted nowhere. What
//! stands now is the row of `terima_putusan`.

use super::{Diterima, bukti};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    hak::Nasional,
    id::{AkunId, TerimaId, baru},
    kueri::Kueri,
    nilai,
    penerbitan::bundel::IsiTerbitan,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A decision that was not proved and that another one replaced.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PutusanGugur {
    pub id: Uuid,
    /// `valid`, `kembali`, or whatever was written there; `tarik` for a withdrawal that stood without a decision.
    pub jenis: String,
    pub alasan: String,
    pub pada: Waktu,
    /// Whom the row named, where the account is known here.
    pub oleh: Option<String>,
    pub tarik_pada: Option<Waktu>,
    pub tarik_alasan: Option<String>,
    /// When it was replaced.
    pub gugur_pada: Waktu,
}

/// Those of a publication, the newest first.
pub async fn gugur(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<Vec<PutusanGugur>> {
    let sql = "SELECT g.id, g.jenis, g.alasan, g.pada, a.nama AS oleh, g.tarik_pada, g.tarik_alasan, g.gugur_pada
        FROM terima_putusan_gugur g LEFT JOIN akun a ON a.id = g.oleh WHERE g.terima_id = $1 ORDER BY g.id DESC LIMIT 100";
    store.baca().semua(sql, nilai![id]).await
}

/// What stands of a publication before it is decided about.
pub(super) enum Sebelumnya {
    Belum,
    Terbukti,
    /// A decision that is not proved, or a withdrawal of none.
    TakTerbukti,
}

pub(super) async fn sebelumnya(tx: &Tx, d: &Diterima) -> Hasil<Sebelumnya> {
    if d.putusan.is_none() {
        return Ok(if d.tarik_pada.is_some() { Sebelumnya::TakTerbukti } else { Sebelumnya::Belum });
    }
    let terbukti = bukti::terbukti(&**tx, &tx.kunci, d.id).await?;
    Ok(if terbukti { Sebelumnya::Terbukti } else { Sebelumnya::TakTerbukti })
}

/// Puts the decision that is not proved aside, with a withdrawal of it or of none, so that another one can be written. Gives the id of the row that keeps it.
pub(super) async fn singkirkan(tx: &Tx, id: TerimaId, oleh: AkunId) -> Hasil<Uuid> {
    let baris = baru();
    let sql = "INSERT INTO terima_putusan_gugur (id, terima_id, jenis, alasan, pada, oleh, tarik_pada, tarik_alasan, tarik_oleh, gugur_pada, gugur_oleh)
        SELECT $2, t.id, COALESCE(p.jenis, 'tarik'), COALESCE(p.alasan, ''), COALESCE(p.pada, w.pada), COALESCE(p.oleh, w.oleh), w.pada, w.alasan,
          w.oleh, $3, $4
        FROM terima_terbitan t LEFT JOIN terima_putusan p ON p.terima_id = t.id LEFT JOIN terima_tarik w ON w.terima_id = t.id WHERE t.id = $1";
    tx.jalankan(sql, nilai![id, baris, tx.pada, oleh]).await?;
    tx.jalankan("DELETE FROM terima_tarik WHERE terima_id = $1", nilai![id]).await?;
    tx.jalankan("DELETE FROM terima_putusan WHERE terima_id = $1", nilai![id]).await?;
    Ok(baris)
}

/// Whether what a new decision is marked with is what the file says: a name that somebody wrote over it is not made true by deciding.
///
/// # Errors
/// `Rusak`.
pub(super) fn kepala_sama(d: &Diterima, isi: &IsiTerbitan) -> Hasil<()> {
    let p = &isi.periode;
    let teks = [
        (&d.instansi_kode, &p.penyelenggara.kode),
        (&d.instansi, &p.penyelenggara.nama),
        (&d.periode_kode, &p.kode),
        (&d.periode, &p.nama),
        (&d.skema, &p.skema),
    ];
    let angka = [(d.tahun, p.tahun), (d.nomor, isi.nomor), (d.ilustrasi, i64::from(isi.ilustrasi))];
    if teks.iter().all(|(baris, berkas)| baris == berkas) && angka.iter().all(|(baris, berkas)| baris == berkas) {
        return Ok(());
    }
    Err(StoreError::Rusak(format!("publication {}: what is recorded of it is not what its file says", d.id)))
}
