//! Whether what stands here of a decision about a received publication is what was decided: a keyed mark over the decision, whether it was
//! taken back, the file and the key that it was about, and the signature over the recorded figures (`papan`). Who writes the database, but
//! holds no key file, makes no decision and puts no other file under one: where the mark does not hold, the publication counts nowhere and
//! nothing of it is given out.

use super::{Diterima, kecuali, papan};
use crate::{
    Hasil, Kunci, Store, Tx, Waktu,
    hak::Nasional,
    id::TerimaId,
    kueri::{self, Kueri, Value},
    kunci_instalasi,
    meterai::Meterai,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

/// The migration that brings the marks.
pub(crate) const MIGRASI: &str = "0081_terima_bukti";

/// A decision with all that it is about.
#[derive(FromQueryResult)]
pub(crate) struct Diputus {
    pub id: TerimaId,
    pub periode_kode: String,
    jenis: String,
    alasan: String,
    putusan_pada: Waktu,
    putusan_oleh: Uuid,
    putusan_tanda: Option<Vec<u8>>,
    tarik_pada: Option<Waktu>,
    tarik_alasan: Option<String>,
    kunci_id: Uuid,
    pemilik: String,
    publik: Vec<u8>,
    instansi_kode: String,
    instansi: String,
    periode: String,
    pub tahun: i64,
    skema: String,
    nomor: i64,
    ilustrasi: i64,
    hasil: i64,
    sidik: String,
    objek: String,
    tanda: Option<Vec<u8>>,
}

const PILIH: &str =
    "SELECT t.id, t.periode_kode, p.jenis, p.alasan, p.pada AS putusan_pada, p.oleh AS putusan_oleh, p.tanda AS putusan_tanda,
    w.pada AS tarik_pada, w.alasan AS tarik_alasan, t.kunci_id, k.nama AS pemilik, k.publik, t.instansi_kode, t.instansi,
    t.periode, t.tahun, t.skema, t.nomor, t.ilustrasi, t.hasil, t.sidik, t.objek, t.tanda
    FROM terima_putusan p JOIN terima_terbitan t ON t.id = p.terima_id JOIN kunci_instalasi k ON k.id = t.kunci_id
    LEFT JOIN terima_tarik w ON w.terima_id = t.id";

impl Diputus {
    /// All decisions.
    pub(crate) async fn semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Self>> {
        c.semua(&format!("{PILIH} ORDER BY t.id LIMIT 1000000"), nilai![]).await
    }

    /// Decisions that a publication is valid, of a year, or of all (0).
    pub(super) async fn valid<C: ConnectionTrait>(c: &C, tahun: i64) -> Hasil<Vec<Self>> {
        let sql = format!("{PILIH} WHERE p.jenis = 'valid' AND ($1 = 0 OR t.tahun = $1) ORDER BY t.id LIMIT 1000000");
        c.semua(&sql, nilai![tahun]).await
    }

    fn meterai(&self) -> Meterai {
        Meterai::atas("terima_putusan")
            .id(Some(self.id.0))
            .teks(Some(&self.jenis))
            .teks(Some(&self.alasan))
            .angka(Some(self.putusan_pada.0))
            .id(Some(self.putusan_oleh))
            .angka(self.tarik_pada.map(|w| w.0))
            .teks(self.tarik_alasan.as_deref())
            .id(Some(self.kunci_id))
            .teks(Some(&self.pemilik))
            .bita(Some(&self.publik))
            .teks(Some(&self.instansi_kode))
            .teks(Some(&self.instansi))
            .teks(Some(&self.periode_kode))
            .teks(Some(&self.periode))
            .angka(Some(self.tahun))
            .teks(Some(&self.skema))
            .angka(Some(self.nomor))
            .angka(Some(self.ilustrasi))
            .angka(Some(self.hasil))
            .teks(Some(&self.sidik))
            .teks(Some(&self.objek))
            .bita(self.tanda.as_deref())
    }

    /// It stands as valid, withdrawn or not.
    pub(super) fn valid_kini(&self) -> bool {
        self.jenis == "valid"
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.putusan_tanda.as_deref())
    }

    async fn tulis<C: ConnectionTrait>(&self, c: &C, kunci: &Kunci) -> Hasil<()> {
        let sql = "UPDATE terima_putusan SET tanda = $2 WHERE terima_id = $1";
        c.jalankan(sql, nilai![self.id, self.meterai().buat(kunci)]).await.map(drop)
    }
}

async fn satu<C: ConnectionTrait>(c: &C, id: TerimaId) -> Hasil<Option<Diputus>> {
    c.mungkin(&format!("{PILIH} WHERE t.id = $1"), nilai![id]).await
}

/// Marks the decision about a publication, in the transaction that wrote it or took it back.
pub(super) async fn tandai<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: TerimaId) -> Hasil<()> {
    match satu(c, id).await? {
        Some(d) => d.tulis(c, kunci).await,
        None => Ok(()),
    }
}

/// Whether a publication was decided about, and what stands of it is what was decided; the log names one that is not.
pub(super) async fn terbukti<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: TerimaId) -> Hasil<bool> {
    let Some(d) = satu(c, id).await? else { return Ok(false) };
    let sah = d.sah(kunci);
    if !sah {
        tracing::error!(%id, periode = d.periode_kode, "a decision about a received publication is not what was decided; it counts nowhere");
    }
    Ok(sah)
}

/// Whether the key that signed a publication stands as it was registered.
pub async fn kunci_sah(store: &Store, _hak: &Nasional, d: &Diterima) -> Hasil<bool> {
    kunci_instalasi::bukti::terbukti(store.baca(), store.kunci(), &d.kunci).await
}

/// Whether what was decided about a publication holds; also where nothing was decided, unless a withdrawal stands there without a decision.
pub async fn putusan_sah(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<bool> {
    match satu(store.baca(), id).await? {
        Some(d) => Ok(d.sah(store.kunci())),
        None => Ok(store.baca().angka("SELECT COUNT(*) AS n FROM terima_tarik WHERE terima_id = $1", nilai![id]).await? == 0),
    }
}

/// Publications whose decision does not hold, and those with a withdrawal but no decision: the ministry decides about them again. Also those that
/// count no longer because their rows are not what was signed, once this program read them (each board does). A change made behind the program is
/// seen within a minute (`kecuali`); the page of a publication sees it at once.
pub async fn tak_terbukti(store: &Store, _hak: &Nasional) -> Hasil<HashSet<TerimaId>> {
    let mut semua = kecuali::tak_terbukti(store).await?;
    let sql =
        "SELECT w.terima_id AS id FROM terima_tarik w WHERE NOT EXISTS (SELECT 1 FROM terima_putusan p WHERE p.terima_id = w.terima_id)
        ORDER BY w.terima_id LIMIT 1000";
    semua.extend(store.baca().semua::<Lepas>(sql, nilai![]).await?.into_iter().map(|l| l.id));
    let berubah = store.serahan.berubah();
    if !berubah.is_empty() {
        let sql = format!(
            "SELECT t.id FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id WHERE t.id IN ({}) AND {} ORDER BY t.id LIMIT 1000",
            kueri::tempat(1..=berubah.len()),
            papan::DIHITUNG
        );
        let isi = berubah.into_iter().map(Value::from).collect();
        semua.extend(store.baca().semua::<Lepas>(&sql, isi).await?.into_iter().map(|l| l.id));
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Lepas {
    id: TerimaId,
}

/// Marks what stands at the upgrade.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    for d in Diputus::semua(c).await? {
        d.tulis(c, kunci).await?;
    }
    Ok(())
}

/// After a leak: what the old key marked is marked by the new one.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    for d in Diputus::semua(&**tx).await?.iter().filter(|d| d.sah(&tx.kunci)) {
        d.tulis(&**tx, baru).await?;
    }
    Ok(())
}
