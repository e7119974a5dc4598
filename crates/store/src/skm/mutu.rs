//! Leaving answers out of the figures of a round, one by one or a whole group, and taking them back in: always with a
//! reason, always to be seen. The moving of counters is [`crate::ronde`]'s.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    edisi,
    hak::PengelolaRondeSkm,
    id::RondeId,
    kueri::Kueri,
    nilai, peristiwa,
    ronde::{self, JenisKecuali, SaringJawaban},
    skm,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Which answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pilihan<'a> {
    Jawaban(&'a [Uuid]),
    /// All with this quality flag (its bit).
    Tanda(u8),
    /// All that came this way: `daring`, `kios`, `tautan`, or the id of a paper bundle or import.
    Kelompok(&'a str),
}

/// Leaves answers out, or takes them back in; returns how many changed.
///
/// # Errors
/// `Keadaan` without a reason, without an answer, or while the result is published; `TidakDitemukan` when one is not of this
/// round.
pub async fn kecualikan(store: &Store, hak: &PengelolaRondeSkm, p: Pilihan<'_>, jenis: JenisKecuali, alasan: &str) -> Hasil<u64> {
    let edisi = edisi::skm(store, &hak.ronde.edisi).await?;
    let bentuk = skm::bentuk(&hak.ronde.susunan(&edisi)?)?;
    let tx = store.mulai().await?;
    let r = skm::isi::kunci(&tx, hak.ronde.id).await?;
    let id = match p {
        Pilihan::Jawaban(id) => id.to_vec(),
        Pilihan::Tanda(bit) => kumpulkan(&tx, r.id, SaringJawaban { tanda: Some(bit), ..Default::default() }, jenis).await?,
        Pilihan::Kelompok(k) => kumpulkan(&tx, r.id, SaringJawaban { kelompok: Some(k.to_owned()), ..Default::default() }, jenis).await?,
    };
    if id.is_empty() {
        return Err(StoreError::Keadaan("skm-mutu-kosong"));
    }
    let n = ronde::kecualikan(&tx, r.id, bentuk, &id, jenis, alasan, hak.pelaku().akun).await?;
    if n == 0 {
        return Ok(0);
    }
    let aksi = if jenis == JenisKecuali::Kecuali { "skm.kecuali" } else { "skm.pulih" };
    let kelompok = match p {
        Pilihan::Jawaban(_) => serde_json::json!({ "banyak": n }),
        Pilihan::Tanda(bit) => serde_json::json!({ "banyak": n, "tanda": bit }),
        Pilihan::Kelompok(k) => serde_json::json!({ "banyak": n, "kelompok": k }),
    };
    audit::catat(&tx, hak.pelaku(), Kejadian::baru(aksi, "ronde", r.id).instansi(r.instansi_id).rincian(kelompok)).await?;
    peristiwa::siarkan(&tx, &skm::topik(r.id), &serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(n)
}

/// Ids of all answers of a group that are not in the wanted state yet.
async fn kumpulkan(tx: &Tx, ronde: RondeId, saring: SaringJawaban, jenis: JenisKecuali) -> Hasil<Vec<Uuid>> {
    let saring = SaringJawaban { kecuali: Some(jenis == JenisKecuali::Pulih), ..saring };
    let (mut id, mut setelah): (Vec<Uuid>, Option<Uuid>) = (Vec::new(), None);
    loop {
        let halaman = ronde::halaman(&**tx, ronde, setelah, 5000, &saring).await?;
        let Some(akhir) = halaman.last() else { return Ok(id) };
        setelah = Some(akhir.id);
        id.extend(halaman.iter().map(|j| j.id));
    }
}

/// One decision: what was done to how many answers, by whom and why.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Putusan {
    /// `kecuali` or `pulih`.
    pub jenis: String,
    pub alasan: String,
    pub banyak: i64,
    pub pada: Waktu,
    pub oleh: String,
}

/// Decisions about answers of a round, newest first.
pub async fn riwayat<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<Putusan>> {
    let sql = "SELECT k.jenis, k.alasan, k.pada, a.nama AS oleh, COUNT(*) AS banyak FROM jawaban_kecuali k JOIN akun a ON a.id = k.oleh
        WHERE k.ronde_id = $1 GROUP BY k.jenis, k.alasan, k.pada, a.nama ORDER BY k.pada DESC, k.jenis, k.alasan LIMIT 50";
    c.semua(sql, nilai![ronde]).await
}
