//! The texts of a draft decree (SK), of the unit lokus or of the evaluators: typed by the organiser, printed with the data of
//! the period. The signed decree is `sk_lokus` or `sk`.

use crate::{
    Hasil, Store, Waktu, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use sea_orm::FromQueryResult;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Lokus,
    Evaluator,
}

impl Jenis {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Lokus => "lokus",
            Self::Evaluator => "evaluator",
        }
    }

    #[must_use]
    pub fn dari_kunci(k: &str) -> Option<Self> {
        [Self::Lokus, Self::Evaluator].into_iter().find(|j| j.kunci() == k)
    }
}

/// `menimbang`, `mengingat`, `menetapkan`: one clause a line. `nomor`, `tanggal` and `nip` may be empty.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Rancangan {
    pub nomor: String,
    pub tempat: String,
    pub tanggal: String,
    pub perangkat: String,
    pub pejabat: String,
    pub nama: String,
    pub nip: String,
    pub menimbang: String,
    pub mengingat: String,
    pub menetapkan: String,
    pub versi: i64,
    pub pada: Waktu,
}

/// The draft as it was saved; `None` while nobody did.
pub async fn satu(store: &Store, hak: &PembacaPeriode, jenis: Jenis) -> Hasil<Option<Rancangan>> {
    store
        .baca()
        .mungkin(
            "SELECT nomor, tempat, tanggal, perangkat, pejabat, nama, nip, menimbang, mengingat, menetapkan, versi, pada FROM sk_rancangan
             WHERE periode_id = $1 AND jenis = $2",
            nilai![hak.periode.id, jenis.kunci()],
        )
        .await
}

#[derive(FromQueryResult)]
struct Kepala {
    versi: i64,
}

/// Saves the draft over version `r.versi` (0: the first time). Returns the new version.
///
/// # Errors
/// `Bentrok` when somebody saved meanwhile.
pub async fn simpan(store: &Store, hak: &PenyelenggaraPeriode, jenis: Jenis, r: &Rancangan) -> Hasil<i64> {
    let tx = store.mulai().await?;
    crate::periode::kunci(&tx, hak.periode.id).await?;
    let objek = format!("{}/{}", hak.periode.id, jenis.kunci());
    let kini: Option<Kepala> =
        tx.mungkin("SELECT versi FROM sk_rancangan WHERE periode_id = $1 AND jenis = $2", nilai![hak.periode.id, jenis.kunci()]).await?;
    let kini = kini.map_or(0, |k| k.versi);
    if kini != r.versi {
        return Err(bentrok(&tx, "sk_rancangan", &objek, kini).await?);
    }
    tx.jalankan(
        "INSERT INTO sk_rancangan (periode_id, jenis, nomor, tempat, tanggal, perangkat, pejabat, nama, nip, menimbang, mengingat, menetapkan, versi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14)
         ON CONFLICT (periode_id, jenis) DO UPDATE SET nomor = excluded.nomor, tempat = excluded.tempat, tanggal = excluded.tanggal,
         perangkat = excluded.perangkat, pejabat = excluded.pejabat, nama = excluded.nama, nip = excluded.nip, menimbang = excluded.menimbang,
         mengingat = excluded.mengingat, menetapkan = excluded.menetapkan, versi = sk_rancangan.versi + 1, pada = excluded.pada, oleh = excluded.oleh",
        nilai![
            hak.periode.id,
            jenis.kunci(),
            r.nomor.trim(),
            r.tempat.trim(),
            r.tanggal.trim(),
            r.perangkat.trim(),
            r.pejabat.trim(),
            r.nama.trim(),
            r.nip.trim(),
            r.menimbang.trim(),
            r.mengingat.trim(),
            r.menetapkan.trim(),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let k = audit::Kejadian::baru("sk.rancang", "sk_rancangan", objek).instansi(hak.periode.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "versi": kini + 1 }))).await?;
    tx.commit().await?;
    Ok(kini + 1)
}
