//! Breaches of personal data: entered by an administrator, with the clock of 3 x 24 hours in which holders and the authority are to be told
//! in writing (article 46 of UU 27/2022). What is known of one is never overwritten; who was told, and of which version, are rows.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai,
    pdp::TENGGAT_DETIK,
    pemberitahuan::{Kepada as Penerima, Pemberitahuan, beri_tahu},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Characters of a text.
pub const TEKS_MAKS: usize = 5_000;

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kepada {
    /// The people whose data they are.
    Subjek,
    /// The authority for personal data.
    Lembaga,
    /// Everybody, in certain cases.
    Umum,
}

impl Kepada {
    pub const SEMUA: [Self; 3] = [Self::Subjek, Self::Lembaga, Self::Umum];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Subjek => "subjek",
            Self::Lembaga => "lembaga",
            Self::Umum => "umum",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|j| j.kunci() == kunci)
    }
}

/// What is known of a breach.
#[derive(Debug, Clone, Default)]
pub struct Naskah<'a> {
    pub judul: &'a str,
    /// Which data.
    pub data: &'a str,
    /// When and how.
    pub kejadian: &'a str,
    /// What it may lead to for the people.
    pub dampak: &'a str,
    /// What was done and is being done.
    pub penanganan: &'a str,
    /// Whom to ask.
    pub kontak: &'a str,
    /// People concerned, as far as it is known.
    pub jumlah: Option<i64>,
}

impl Naskah<'_> {
    fn periksa(&self) -> Hasil<()> {
        let panjang = [self.judul, self.data, self.kejadian, self.dampak, self.penanganan, self.kontak];
        if self.judul.trim().is_empty() || self.data.trim().is_empty() || self.kejadian.trim().is_empty() {
            return Err(StoreError::Keadaan("insiden-belum-lengkap"));
        }
        if panjang.iter().any(|t| t.chars().count() > TEKS_MAKS) {
            return Err(StoreError::Keadaan("pdp-terlalu-panjang"));
        }
        Ok(())
    }
}

/// A breach with the newest of what is known.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Insiden {
    pub id: Uuid,
    pub diketahui: Waktu,
    pub tenggat: Waktu,
    pub versi: i64,
    pub judul: String,
    pub data: String,
    pub kejadian: String,
    pub dampak: String,
    pub penanganan: String,
    pub kontak: String,
    pub jumlah: Option<i64>,
    /// When holders and the authority were first told.
    pub subjek: Option<Waktu>,
    pub lembaga: Option<Waktu>,
    pub tutup: Option<Waktu>,
    pub catatan_tutup: Option<String>,
    pub pada: Waktu,
}

impl Insiden {
    /// The later of the two notices that the law asks for; `None` while one is missing.
    #[must_use]
    pub fn selesai_kabar(&self) -> Option<Waktu> {
        Some(self.subjek?.max(self.lembaga?))
    }

    /// The time is over and somebody was not told in it.
    #[must_use]
    pub fn lewat(&self, kini: Waktu) -> bool {
        self.selesai_kabar().unwrap_or(kini) > self.tenggat
    }
}

const PILIH: &str = "SELECT i.id, i.diketahui, i.tenggat, n.versi, n.judul, n.data, n.kejadian, n.dampak, n.penanganan, n.kontak, n.jumlah,
    (SELECT MIN(k.saat) FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = 'subjek') AS subjek,
    (SELECT MIN(k.saat) FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = 'lembaga') AS lembaga,
    t.pada AS tutup, t.catatan AS catatan_tutup, i.pada
    FROM insiden i JOIN insiden_naskah n ON n.insiden_id = i.id AND n.versi = (SELECT MAX(x.versi) FROM insiden_naskah x WHERE x.insiden_id = i.id)
    LEFT JOIN insiden_tutup t ON t.insiden_id = i.id";

/// Breaches, open ones first; at most 200.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Insiden>> {
    let sql = format!("{PILIH} ORDER BY CASE WHEN t.insiden_id IS NULL THEN 0 ELSE 1 END, i.id DESC LIMIT 200");
    store.baca().semua(&sql, nilai![]).await
}

/// # Errors
/// `TidakDitemukan`.
pub async fn satu(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Insiden> {
    store.baca().satu(&format!("{PILIH} WHERE i.id = $1"), nilai![id]).await
}

/// A notice that was given.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kabar {
    /// Key of [`Kepada`].
    pub kepada: String,
    pub cara: String,
    pub versi: i64,
    pub saat: Waktu,
    pub oleh: Option<String>,
}

/// Who was told, in order.
///
/// # Errors
/// When the store fails.
pub async fn kabar(store: &Store, _hak: &Admin, id: Uuid) -> Hasil<Vec<Kabar>> {
    let sql = "SELECT k.kepada, k.cara, k.versi, k.saat, a.nama AS oleh FROM insiden_kabar k LEFT JOIN akun a ON a.id = k.oleh
        WHERE k.insiden_id = $1 ORDER BY k.saat, k.id LIMIT 200";
    store.baca().semua(sql, nilai![id]).await
}

/// Enters a breach. The clock runs from `diketahui`. The same id again does nothing.
///
/// # Errors
/// `Keadaan`: `insiden-belum-lengkap`, `insiden-waktu` for a time to come.
pub async fn catat(store: &Store, hak: &Admin, id: Uuid, diketahui: Waktu, n: &Naskah<'_>) -> Hasil<()> {
    n.periksa()?;
    let tx = store.mulai().await?;
    if diketahui > tx.pada {
        return Err(StoreError::Keadaan("insiden-waktu"));
    }
    let sql = "INSERT INTO insiden (id, diketahui, tenggat, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING";
    let v = nilai![id, diketahui, diketahui.tambah_detik(TENGGAT_DETIK), tx.pada, hak.pelaku().akun];
    if tx.jalankan(sql, v).await? > 0 {
        simpan(&tx, hak, id, 1, n).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.catat", "insiden", id)).await?;
        kabari(&tx, "insiden-baru", id, Some(hak.pelaku().akun)).await?;
    }
    tx.commit().await
}

async fn simpan(tx: &Tx, hak: &Admin, id: Uuid, versi: i64, n: &Naskah<'_>) -> Hasil<u64> {
    tx.jalankan(
        "INSERT INTO insiden_naskah (insiden_id, versi, judul, data, kejadian, dampak, penanganan, kontak, jumlah, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (insiden_id, versi) DO NOTHING",
        nilai![
            id,
            versi,
            n.judul.trim(),
            n.data.trim(),
            n.kejadian.trim(),
            n.dampak.trim(),
            n.penanganan.trim(),
            n.kontak.trim(),
            n.jumlah,
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await
}

async fn kabari(tx: &Tx, jenis: &'static str, id: Uuid, kecuali: Option<crate::id::AkunId>) -> Hasil<()> {
    let p = Pemberitahuan {
        jenis,
        kepada: &[Penerima::Admin],
        kecuali,
        periode: None,
        lokus: None,
        tautan: &format!("/admin/insiden/{id}"),
        isi: &serde_json::json!({}),
        sekali: &format!("{jenis}/{id}"),
    };
    beri_tahu(tx, &p).await.map(drop)
}

async fn terbuka(tx: &Tx, id: Uuid) -> Hasil<()> {
    tx.angka(&format!("SELECT tenggat AS n FROM insiden WHERE id = $1{}", tx.kunci_baris()), nilai![id]).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM insiden_tutup WHERE insiden_id = $1", nilai![id]).await? > 0 {
        return Err(StoreError::Keadaan("insiden-sudah-tutup"));
    }
    Ok(())
}

/// What is known now. `versi`: of what was changed.
///
/// # Errors
/// `Keadaan`: `insiden-belum-lengkap`, `insiden-sudah-tutup`; `Bentrok` when somebody else changed it.
pub async fn ubah(store: &Store, hak: &Admin, (id, versi): (Uuid, i64), n: &Naskah<'_>) -> Hasil<()> {
    n.periksa()?;
    let tx = store.mulai().await?;
    terbuka(&tx, id).await?;
    let kini = tx.angka("SELECT MAX(versi) AS n FROM insiden_naskah WHERE insiden_id = $1", nilai![id]).await?;
    if kini != versi {
        return Err(StoreError::Keadaan("insiden-berubah"));
    }
    simpan(&tx, hak, id, versi + 1, n).await?;
    let k = Kejadian::baru("insiden.ubah", "insiden", id).rincian(serde_json::json!({ "versi": versi + 1 }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Somebody was told: by what means, and when. The same `op` again does nothing.
///
/// # Errors
/// `Keadaan`: `insiden-cara-wajib`, `insiden-waktu` for a time to come, or before it was known.
pub async fn catat_kabar(store: &Store, hak: &Admin, (id, op): (Uuid, Uuid), kepada: Kepada, cara: &str, saat: Waktu) -> Hasil<()> {
    let i = satu(store, hak, id).await?;
    if cara.trim().is_empty() {
        return Err(StoreError::Keadaan("insiden-cara-wajib"));
    }
    let tx = store.mulai().await?;
    if saat > tx.pada || saat < i.diketahui {
        return Err(StoreError::Keadaan("insiden-waktu"));
    }
    let sql = "INSERT INTO insiden_kabar (id, insiden_id, kepada, cara, versi, saat, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO NOTHING";
    if tx.jalankan(sql, nilai![op, id, kepada.kunci(), cara.trim(), i.versi, saat, tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "kepada": kepada.kunci(), "versi": i.versi });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.kabar", "insiden", id).rincian(rincian)).await?;
    }
    tx.commit().await
}

/// It is dealt with.
///
/// # Errors
/// `Keadaan`: `insiden-belum-dikabari` while holders or the authority were not told, `alasan-wajib`, `insiden-sudah-tutup`.
pub async fn tutup(store: &Store, hak: &Admin, id: Uuid, catatan: &str) -> Hasil<()> {
    if catatan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if satu(store, hak, id).await?.selesai_kabar().is_none() {
        return Err(StoreError::Keadaan("insiden-belum-dikabari"));
    }
    let tx = store.mulai().await?;
    terbuka(&tx, id).await?;
    let sql = "INSERT INTO insiden_tutup (insiden_id, catatan, pada, oleh) VALUES ($1, $2, $3, $4)";
    tx.jalankan(sql, nilai![id, catatan.trim(), tx.pada, hak.pelaku().akun]).await?;
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("insiden.tutup", "insiden", id)).await?;
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Dekat {
    id: Uuid,
}

/// Tells administrators of breaches whose time ends within a day while somebody was not told; each once. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn ingatkan(store: &Store) -> Hasil<usize> {
    let belum = |siapa| format!("NOT EXISTS (SELECT 1 FROM insiden_kabar k WHERE k.insiden_id = i.id AND k.kepada = '{siapa}')");
    let sql = format!(
        "SELECT i.id FROM insiden i WHERE i.tenggat < $1 AND ({} OR {}) ORDER BY i.id LIMIT 500",
        belum("subjek"),
        belum("lembaga")
    );
    let semua: Vec<Dekat> = store.baca().semua(&sql, nilai![store.sekarang().tambah_detik(86_400)]).await?;
    if !semua.is_empty() {
        let tx = store.mulai().await?;
        for d in &semua {
            kabari(&tx, "insiden-dekat", d.id, None).await?;
        }
        tx.commit().await?;
    }
    Ok(semua.len())
}
