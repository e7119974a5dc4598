//! What holders ask of the office: to erase, to correct, to restrict; each with 3 x 24 hours for the answer, and a decision with its
//! reason and legal basis by an administrator. Erasure that is granted happens with the decision. Copies need no decision
//! (`super::salinan`).

use super::{
    Jenis, Subjek, TENGGAT_DETIK,
    hapus::{self, Sebab},
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    id::AkunId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Characters of a reason.
pub const TEKS_MAKS: usize = 2_000;
/// Open requests about one record; the next waits for an answer.
const TERBUKA_MAKS: i64 = 3;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Macam {
    Hapus,
    Perbaikan,
    Batasi,
}

impl Macam {
    pub const SEMUA: [Self; 3] = [Self::Hapus, Self::Perbaikan, Self::Batasi];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Hapus => "hapus",
            Self::Perbaikan => "perbaikan",
            Self::Batasi => "batasi",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Permintaan {
    pub id: Uuid,
    /// Key of [`Macam`].
    pub jenis: String,
    /// Key of [`Jenis`].
    pub subjek: String,
    pub objek_id: Uuid,
    pub alasan: String,
    pub tenggat: Waktu,
    pub pada: Waktu,
    /// `kabul` or `tolak`.
    pub putusan: Option<String>,
    pub dasar: Option<String>,
    pub jawaban: Option<String>,
    pub diputus: Option<Waktu>,
    pub oleh: Option<String>,
    /// Name of the account, number of the report, service of the case, unit of the consultation, mall of the booking.
    pub sebutan: Option<String>,
    /// When the record came; none for an account.
    pub sejak: Option<Waktu>,
    /// Who filed it, when that was not its holder by his code; and his name.
    pub pengaju: Option<AkunId>,
    pub pengaju_nama: Option<String>,
}

impl Permintaan {
    /// Waits longer than it may, or was answered too late.
    #[must_use]
    pub fn lewat(&self, kini: Waktu) -> bool {
        self.diputus.unwrap_or(kini) > self.tenggat
    }
}

const PILIH: &str = "SELECT m.id, m.jenis, m.subjek, m.objek_id, m.alasan, m.tenggat, m.pada, x.putusan, x.dasar, x.alasan AS jawaban,
    x.pada AS diputus, o.nama AS oleh, COALESCE(a.nama, g.nomor, l.nama, ku.nama, pu.nama) AS sebutan,
    COALESCE(g.pada, pm.pada, ks.pada, ps.dibuat) AS sejak,
    m.oleh AS pengaju, c.nama AS pengaju_nama FROM pdp_permintaan m LEFT JOIN pdp_putusan x ON x.permintaan_id = m.id
    LEFT JOIN akun o ON o.id = x.oleh LEFT JOIN akun c ON c.id = m.oleh LEFT JOIN akun a ON a.id = m.objek_id LEFT JOIN pengaduan g ON g.id = m.objek_id
    LEFT JOIN permohonan pm ON pm.id = m.objek_id LEFT JOIN layanan l ON l.id = pm.layanan_id
    LEFT JOIN konsultasi ks ON ks.id = m.objek_id LEFT JOIN unit ku ON ku.id = ks.unit_id
    LEFT JOIN pesanan ps ON ps.id = m.objek_id LEFT JOIN gerai_layanan gl ON gl.id = ps.gerai_layanan_id LEFT JOIN unit pu ON pu.id = gl.mpp_id";

/// Files a request. The same id again does nothing. Administrators are told.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `pdp-terlalu-panjang`, `pdp-masih-terbuka` while three wait for an answer.
pub async fn ajukan(store: &Store, s: &Subjek, id: Uuid, macam: Macam, alasan: &str) -> Hasil<()> {
    simpan(store, s, id, macam, alasan, (s.jenis == Jenis::Akun).then_some(AkunId(s.id))).await
}

/// The same by an administrator, for a holder who came without his code and proved otherwise who he is.
///
/// # Errors
/// As [`ajukan`]; `TidakDitemukan` for a record that is not there, and for an anonymous report or one of wrongdoing: only the code speaks
/// for whoever sent those.
pub async fn ajukan_untuk(store: &Store, hak: &Admin, s: &Subjek, id: Uuid, macam: Macam, alasan: &str) -> Hasil<()> {
    let syarat = if s.jenis == Jenis::Pengaduan { " AND anonim = 0 AND pelanggaran = 0" } else { "" };
    let sql = format!("SELECT COUNT(*) AS n FROM {} WHERE id = $1{syarat}", s.jenis.kunci());
    if store.baca().angka(&sql, nilai![s.id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    simpan(store, s, id, macam, alasan, Some(hak.pelaku().akun)).await
}

async fn simpan(store: &Store, s: &Subjek, id: Uuid, macam: Macam, alasan: &str, oleh: Option<AkunId>) -> Hasil<()> {
    let alasan = alasan.trim();
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if alasan.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("pdp-terlalu-panjang"));
    }
    let tx = store.mulai().await?;
    let terbuka = "SELECT COUNT(*) AS n FROM pdp_permintaan m WHERE m.objek_id = $1 AND m.id <> $2
        AND NOT EXISTS (SELECT 1 FROM pdp_putusan x WHERE x.permintaan_id = m.id)";
    if tx.angka(terbuka, nilai![s.id, id]).await? >= TERBUKA_MAKS {
        return Err(StoreError::Keadaan("pdp-masih-terbuka"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO pdp_permintaan (id, jenis, subjek, objek_id, alasan, tenggat, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, macam.kunci(), s.jenis.kunci(), s.id, alasan, tx.pada.tambah_detik(TENGGAT_DETIK), tx.pada, oleh],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "jenis": macam.kunci(), "subjek": s.jenis.kunci() });
        audit::catat_oleh(&tx, oleh, Kejadian::baru("pdp.minta", "pdp", id).rincian(rincian)).await?;
        kabari(&tx, "pdp-permintaan", id, &format!("pdp-permintaan/{id}")).await?;
    }
    tx.commit().await
}

async fn kabari(tx: &crate::Tx, jenis: &'static str, id: Uuid, sekali: &str) -> Hasil<()> {
    let tautan = format!("/admin/data-pribadi/permintaan/{id}");
    let p = Pemberitahuan {
        jenis,
        kepada: &[Kepada::Admin],
        kecuali: None,
        periode: None,
        lokus: None,
        tautan: &tautan,
        isi: &serde_json::json!({}),
        sekali,
    };
    beri_tahu(tx, &p).await.map(drop)
}

/// Requests about one record, for its holder: the newest first.
///
/// # Errors
/// When the store fails.
pub async fn milik(store: &Store, s: &Subjek) -> Hasil<Vec<Permintaan>> {
    store.baca().semua(&format!("{PILIH} WHERE m.objek_id = $1 ORDER BY m.id DESC LIMIT 50"), nilai![s.id]).await
}

/// Requests: those that wait first, by their deadline; at most 200.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Permintaan>> {
    let sql = format!(
        "{PILIH} ORDER BY CASE WHEN x.permintaan_id IS NULL THEN 0 ELSE 1 END, CASE WHEN x.permintaan_id IS NULL THEN m.tenggat ELSE 0 END, m.id DESC LIMIT 200"
    );
    store.baca().semua(&sql, nilai![]).await
}

/// A request without an answer.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Menunggu {
    pub id: Uuid,
    /// Key of [`Macam`].
    pub jenis: String,
    /// Key of [`Jenis`].
    pub subjek: String,
    pub tenggat: Waktu,
}

/// Requests that wait for this administrator, the nearest deadline first; at most 100. One's own is for another to decide.
///
/// # Errors
/// When the store fails.
pub async fn menunggu(store: &Store, hak: &Admin) -> Hasil<Vec<Menunggu>> {
    let sql = "SELECT m.id, m.jenis, m.subjek, m.tenggat FROM pdp_permintaan m
        WHERE NOT EXISTS (SELECT 1 FROM pdp_putusan x WHERE x.permintaan_id = m.id) AND m.objek_id <> $1 ORDER BY m.tenggat, m.id LIMIT 100";
    store.baca().semua(sql, nilai![hak.pelaku().akun]).await
}

/// # Errors
/// `TidakDitemukan`.
pub async fn satu(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Permintaan> {
    store.baca().satu(&format!("{PILIH} WHERE m.id = $1"), nilai![id]).await
}

/// A decision.
#[derive(Debug, Clone, Copy)]
pub struct Putusan<'a> {
    pub kabul: bool,
    /// The article or rule that it rests on.
    pub dasar: &'a str,
    pub alasan: &'a str,
}

/// Decides, once. An erasure that is granted is done in the same transaction.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `pdp-dasar-wajib`, `pdp-sendiri` for one's own request, `pdp-pengaju` for granting what one filed for somebody
/// else (nobody erases a record alone), `pdp-sudah-diputus`, and `pdp-masih-berjalan` or
/// `pdp-akun-aktif` for what cannot be erased yet.
pub async fn putuskan(store: &Store, hak: &Admin, id: Uuid, p: Putusan<'_>) -> Hasil<()> {
    if p.alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if p.dasar.trim().is_empty() {
        return Err(StoreError::Keadaan("pdp-dasar-wajib"));
    }
    let m = satu(store, hak, id).await?;
    if m.objek_id == hak.pelaku().akun.0 {
        return Err(StoreError::Keadaan("pdp-sendiri"));
    }
    if p.kabul && m.pengaju == Some(hak.pelaku().akun) {
        return Err(StoreError::Keadaan("pdp-pengaju"));
    }
    let jenis = Jenis::dari_kunci(&m.subjek).ok_or_else(|| StoreError::Rusak(format!("request {id}")))?;
    let tx = store.mulai().await?;
    let putusan = if p.kabul { "kabul" } else { "tolak" };
    let n = tx
        .jalankan(
            "INSERT INTO pdp_putusan (permintaan_id, putusan, dasar, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (permintaan_id) DO NOTHING",
            nilai![id, putusan, p.dasar.trim(), p.alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("pdp-sudah-diputus"));
    }
    let terhapus = p.kabul && m.jenis == Macam::Hapus.kunci() && hapus::satu(&tx, jenis, m.objek_id, Sebab::Permintaan).await?;
    let rincian = serde_json::json!({ "jenis": m.jenis, "subjek": m.subjek, "putusan": putusan, "dihapus": terhapus });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("pdp.putus", "pdp", id).rincian(rincian)).await?;
    if jenis == Jenis::Akun {
        let p = Pemberitahuan {
            jenis: "pdp-putusan",
            kepada: &[Kepada::Akun(AkunId(m.objek_id))],
            kecuali: None,
            periode: None,
            lokus: None,
            tautan: "/akun/data-pribadi",
            isi: &serde_json::json!({}),
            sekali: &format!("pdp-putusan/{id}"),
        };
        beri_tahu(&tx, &p).await?;
    }
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Dekat {
    id: Uuid,
}

/// Tells administrators of requests whose time ends within a day; each once. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn ingatkan(store: &Store) -> Hasil<usize> {
    let sql =
        "SELECT m.id FROM pdp_permintaan m WHERE m.tenggat < $1 AND NOT EXISTS (SELECT 1 FROM pdp_putusan x WHERE x.permintaan_id = m.id)
        ORDER BY m.id LIMIT 500";
    let semua: Vec<Dekat> = store.baca().semua(sql, nilai![store.sekarang().tambah_detik(86_400)]).await?;
    if !semua.is_empty() {
        let tx = store.mulai().await?;
        for d in &semua {
            kabari(&tx, "pdp-permintaan-dekat", d.id, &format!("pdp-permintaan-dekat/{}", d.id)).await?;
        }
        tx.commit().await?;
    }
    Ok(semua.len())
}
