//! Publishing the result of a round, and taking it back: rows that say who, when and why. What is published is frozen as a
//! text, hashed, and signed by the key of the installation.

use super::{IsiTerbit, bundel::pesan};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    edisi,
    hak::PenerbitSkm,
    hasil::{InstalasiBundel, kanonik},
    id::RondeId,
    kait,
    kueri::Kueri,
    nilai, peristiwa, ronde, sidik_hex,
    skm::{self, KeadaanRonde, RondeSkm, agregat, layanan, topik},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// One publication in the history of a round.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Penerbitan {
    pub id: Uuid,
    pub sidik: String,
    pub pada: Waktu,
    pub oleh: String,
    pub alasan: Option<String>,
    pub ditarik: Option<Waktu>,
    pub ditarik_oleh: Option<String>,
}

impl Penerbitan {
    /// What people type on the verification page.
    #[must_use]
    pub fn kode(&self) -> &str {
        self.sidik.get(..16).unwrap_or(&self.sidik)
    }
}

/// Every publication of a round, newest first.
pub async fn riwayat<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<Penerbitan>> {
    c.semua(
        "SELECT b.id, b.sidik, b.pada, a.nama AS oleh, x.alasan, x.pada AS ditarik, y.nama AS ditarik_oleh
         FROM skm_terbit b JOIN akun a ON a.id = b.oleh LEFT JOIN skm_terbit_tarik x ON x.terbit_id = b.id
         LEFT JOIN akun y ON y.id = x.oleh WHERE b.ronde_id = $1 ORDER BY b.id DESC LIMIT 100",
        nilai![ronde],
    )
    .await
}

/// Freezes and publishes what the counters say now. Where it is published already, nothing changes.
///
/// # Errors
/// `Keadaan("skm-terbit-belum-selesai")` while the round takes or will take answers, `Keadaan("skm-terbit-kosong")` without
/// an answer that counts.
pub async fn terbitkan(store: &Store, hak: &PenerbitSkm) -> Hasil<()> {
    let edisi = edisi::skm(store, &hak.ronde.edisi).await?;
    let tx = store.mulai().await?;
    ronde::kunci(&tx, hak.ronde.id).await?;
    if skm::terbit(&*tx, hak.ronde.id).await? {
        return Ok(());
    }
    let r = skm::dari_id(&*tx, hak.ronde.id).await?;
    let keadaan = skm::keadaan(&*tx, &r, tx.pada.hari(&r.zona)).await?;
    if !matches!(keadaan, KeadaanRonde::Selesai | KeadaanRonde::Ditutup) {
        return Err(StoreError::Keadaan("skm-terbit-belum-selesai"));
    }
    let mut a = agregat::baca(&*tx, r.id).await?;
    if a.pakai.n == 0 {
        return Err(StoreError::Keadaan("skm-terbit-kosong"));
    }
    let s = r.susunan(&edisi)?;
    agregat::lengkapi(&*tx, r.id, &s, &mut a).await?;
    let hasil = ::skm::hitung(&s, &a.pakai.hitungan(&s)?.hitungan, ::skm::Bobot::Persis).map_err(|e| StoreError::Rusak(e.to_string()))?;
    let ikm = hasil.ikm.tampil(2);
    let isi = IsiTerbit::susun(&r, &edisi.id, layanan::layanan(&*tx, r.id).await?, a, hasil);
    let (id, publik) = (crate::id::baru(), tx.kunci.publik());
    let mut v = serde_json::to_value(&isi).map_err(|e| StoreError::Rusak(format!("publication: {e}")))?;
    v["id"] = serde_json::json!(id);
    v["diterbitkan"] = serde_json::json!(tx.pada.timestamp().to_string());
    v["instalasi"] =
        serde_json::json!(InstalasiBundel { id: store.instalasi(), kunci: publik.id(), kunci_publik: hex::encode(publik.bytes()) });
    let teks = kanonik(&v)?;
    let sidik = sidik_hex(teks.as_bytes());
    tx.jalankan(
        "INSERT INTO skm_terbit (id, ronde_id, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, r.id, teks, sidik.as_str(), tx.kunci.tandai(&pesan(&sidik)), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "terbit": id, "sidik": sidik, "n": isi.agregat.pakai.n, "ikm": ikm });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("skm.terbit", "ronde", r.id).instansi(r.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &topik(r.id), &serde_json::json!({ "terbit": id })).await?;
    kait::siarkan(&tx, kait::Peristiwa::SkmTerbit, r.instansi_id, &kabar(&r)).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Satu {
    id: Uuid,
}

/// Takes the published result back, with a reason that the public page shows then.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `Keadaan("skm-terbit-belum")` when nothing is published.
pub async fn tarik(store: &Store, hak: &PenerbitSkm, alasan: &str) -> Hasil<()> {
    let alasan: String = alasan.trim().chars().take(500).collect();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let r = &hak.ronde;
    let tx = store.mulai().await?;
    ronde::kunci(&tx, r.id).await?;
    let sql = "SELECT b.id FROM skm_terbit b LEFT JOIN skm_terbit_tarik x ON x.terbit_id = b.id
        WHERE b.ronde_id = $1 AND x.terbit_id IS NULL ORDER BY b.id DESC LIMIT 1";
    let b: Satu = tx.mungkin(sql, nilai![r.id]).await?.ok_or(StoreError::Keadaan("skm-terbit-belum"))?;
    tx.jalankan(
        "INSERT INTO skm_terbit_tarik (terbit_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![b.id, alasan.as_str(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    // The reason is free text and may name a person: the log holds its keyed digest, the row holds the text.
    let rincian = serde_json::json!({ "terbit": b.id, "alasan": tx.kunci.ringkas(&alasan) });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("skm.tarik", "ronde", r.id).instansi(r.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &topik(r.id), &serde_json::json!({ "tarik": b.id })).await?;
    kait::siarkan(&tx, kait::Peristiwa::SkmTarik, r.instansi_id, &kabar(r)).await?;
    tx.commit().await
}

/// What other programs are told of a publication.
fn kabar(r: &RondeSkm) -> serde_json::Value {
    serde_json::json!({ "skm": r.kode, "nama": r.nama, "unit": r.unit_kode, "ilustrasi": r.ilustrasi })
}
