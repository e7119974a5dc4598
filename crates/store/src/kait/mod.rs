//! Addresses of other programs that are told of events (webhooks): who is told of what, the secret, on and off, and what was
//! sent. An event is queued in the transaction of the change it tells of; how it leaves is `crate::kait::kirim` and `web::kait`.

pub mod kirim;
mod siar;
mod tulis;

pub(crate) use siar::siarkan;
pub use tulis::{KaitBaru, buat, hapus, hidupkan, matikan, uji, ulangi};

use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::Admin,
    id::{KaitId, KaitKirimId},
    kueri::Kueri,
    nilai,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sea_orm::FromQueryResult;

/// What can be told. Names are part of the interface: they never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Peristiwa {
    PeriodeTerbit,
    PeriodeTarik,
    SkmTerbit,
    SkmTarik,
    PermohonanKeadaan,
}

impl Peristiwa {
    pub const SEMUA: [Self; 5] = [Self::PeriodeTerbit, Self::PeriodeTarik, Self::SkmTerbit, Self::SkmTarik, Self::PermohonanKeadaan];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::PeriodeTerbit => "periode.terbit",
            Self::PeriodeTarik => "periode.tarik",
            Self::SkmTerbit => "skm.terbit",
            Self::SkmTarik => "skm.tarik",
            Self::PermohonanKeadaan => "permohonan.keadaan",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|p| p.kunci() == k)
    }
}

/// Type of the message that an administrator sends to try an address.
pub const UJI: &str = "uji";

/// An address with how it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kait {
    pub id: KaitId,
    pub nama: String,
    pub alamat: String,
    pub instansi: Option<String>,
    /// Keys of [`Peristiwa`] with commas.
    peristiwa: String,
    /// `hidup`, or `mati`.
    pub keadaan: String,
    /// Why it is off: `manusia`, or `gagal`.
    pub sebab: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
    /// When something last arrived there.
    pub sampai: Option<Waktu>,
}

impl Kait {
    #[must_use]
    pub fn peristiwa(&self) -> Vec<Peristiwa> {
        let mut semua: Vec<_> = self.peristiwa.split(',').filter_map(Peristiwa::dari_kunci).collect();
        semua.sort_unstable();
        semua
    }

    #[must_use]
    pub fn hidup(&self) -> bool {
        self.keadaan == "hidup"
    }
}

/// The newest state of `k`, in SQL; without a row it is on.
const KEADAAN: &str = "COALESCE((SELECT s.keadaan FROM kait_keadaan s WHERE s.kait_id = k.id ORDER BY s.id DESC LIMIT 1), 'hidup')";

fn pilih(syarat: &str) -> String {
    format!(
        "SELECT k.id, k.nama, k.alamat, i.nama AS instansi, k.pada, a.nama AS oleh, {KEADAAN} AS keadaan,
           COALESCE((SELECT STRING_AGG(p.peristiwa, ',') FROM kait_peristiwa p WHERE p.kait_id = k.id), '') AS peristiwa,
           COALESCE((SELECT s.sebab FROM kait_keadaan s WHERE s.kait_id = k.id ORDER BY s.id DESC LIMIT 1), '') AS sebab,
           (SELECT MAX(x.pada) FROM kait_kirim q JOIN kait_akhir x ON x.kirim_id = q.id WHERE q.kait_id = k.id AND x.akhir = 'sampai') AS sampai
         FROM kait k LEFT JOIN instansi i ON i.id = k.instansi_id LEFT JOIN akun a ON a.id = k.oleh
         WHERE {KEADAAN} <> 'hapus' AND {syarat} ORDER BY k.id DESC LIMIT 200"
    )
}

/// All that are not removed, newest first.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<Kait>> {
    store.baca().semua(&pilih("1 = 1"), nilai![]).await
}

/// # Errors
/// `TidakDitemukan` also for a removed one.
pub async fn dari_id(store: &Store, _hak: &Admin, id: KaitId) -> Hasil<Kait> {
    store.baca().satu(&pilih("k.id = $1"), nilai![id]).await
}

/// The secret of an address in the form of Standard Webhooks: `whsec_` and base64.
fn rahasia(store: &Store, id: KaitId) -> String {
    format!("whsec_{}", STANDARD.encode(kunci(store, id)))
}

fn kunci(store: &Store, id: KaitId) -> [u8; 32] {
    store.kunci().turunan(&format!("kait/{id}"))
}

/// One message and how it went.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Kiriman {
    pub id: KaitKirimId,
    pub peristiwa: String,
    pub pada: Waktu,
    /// `sampai`, `gagal`, `batal`; empty while it waits.
    pub akhir: Option<String>,
    pub coba: i64,
    /// Of the last try.
    pub status: Option<i64>,
    pub galat: Option<String>,
    pub ms: Option<i64>,
    pub terakhir: Option<Waktu>,
    /// When it is tried next; a moment that is over: as soon as its turn comes. None once it ended.
    #[sea_orm(skip)]
    pub lagi: Option<Waktu>,
}

#[derive(FromQueryResult)]
struct Antre {
    isi: String,
    setelah: Waktu,
}

/// The last messages to an address, newest first.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn kiriman(store: &Store, hak: &Admin, id: KaitId, lewati: i64, batas: i64) -> Hasil<(Vec<Kiriman>, i64)> {
    dari_id(store, hak, id).await?;
    let n = store.baca().angka("SELECT COUNT(*) AS n FROM kait_kirim WHERE kait_id = $1", nilai![id]).await?;
    let sql = "SELECT q.id, q.peristiwa, q.pada, x.akhir, (SELECT COUNT(*) FROM kait_coba c WHERE c.kirim_id = q.id) AS coba,
          t.status, t.galat, t.ms, t.pada AS terakhir
        FROM kait_kirim q LEFT JOIN kait_akhir x ON x.kirim_id = q.id
        LEFT JOIN kait_coba t ON t.id = (SELECT c.id FROM kait_coba c WHERE c.kirim_id = q.id ORDER BY c.id DESC LIMIT 1)
        WHERE q.kait_id = $1 ORDER BY q.id DESC LIMIT $2 OFFSET $3";
    let mut semua: Vec<Kiriman> = store.baca().semua(sql, nilai![id, batas, lewati]).await?;
    jadwal(store, &mut semua).await?;
    Ok((semua, n))
}

/// Fills in when the messages that wait are tried next: their jobs say so.
async fn jadwal(store: &Store, semua: &mut [Kiriman]) -> Hasil<()> {
    let isi = |q: &Kiriman| serde_json::to_string(&q.id).map_err(|e| StoreError::Rusak(e.to_string()));
    let menunggu: Vec<String> = semua.iter().filter(|q| q.akhir.is_none()).map(isi).collect::<Hasil<_>>()?;
    if menunggu.is_empty() {
        return Ok(());
    }
    let tempat = (0..menunggu.len()).map(|n| format!("${}", n + 2)).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT isi, setelah FROM pekerjaan WHERE jenis = $1 AND isi IN ({tempat}) ORDER BY id LIMIT 1000");
    let v = std::iter::once(kirim::KAIT.to_owned()).chain(menunggu).map(Into::into).collect();
    let antre: Vec<Antre> = store.baca().semua(&sql, v).await?;
    for q in semua.iter_mut().filter(|q| q.akhir.is_none()) {
        let punya = isi(q)?;
        q.lagi = antre.iter().find(|a| a.isi == punya).map(|a| a.setelah);
    }
    Ok(())
}

fn tidak_ada() -> StoreError {
    StoreError::TidakDitemukan
}
