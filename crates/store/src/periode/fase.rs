//! The four phases of a period: their dates, and closing and reopening as rows that say who, when and why.

use super::{fase_terakhir, kunci};
use crate::{Hasil, Store, StoreError, Waktu, audit, hak::PenyelenggaraPeriode, id::PeriodeId, kueri::Kueri, nilai, peristiwa};
use jiff::civil::Date;
use pekppp::Fase;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// One phase as a page shows it.
#[derive(Debug, Clone)]
pub struct FasePeriode {
    pub fase: Fase,
    pub mulai: Date,
    pub selesai: Date,
    /// Newest first: every closing and reopening.
    pub kejadian: Vec<Kejadian>,
}

#[derive(Debug, Clone)]
pub struct Kejadian {
    pub tutup: bool,
    pub alasan: String,
    pub pada: Waktu,
    pub nama: String,
}

impl FasePeriode {
    #[must_use]
    pub fn tertutup(&self) -> bool {
        self.kejadian.first().is_some_and(|k| k.tutup)
    }

    /// Still open although its last day is over.
    #[must_use]
    pub fn terlambat(&self, hari: Date) -> bool {
        !self.tertutup() && self.selesai < hari
    }

    #[must_use]
    pub fn berjalan(&self, hari: Date) -> bool {
        !self.tertutup() && self.mulai <= hari && hari <= self.selesai
    }
}

#[derive(FromQueryResult)]
struct Baris {
    fase: String,
    mulai: String,
    selesai: String,
}

#[derive(FromQueryResult)]
struct BarisKejadian {
    fase: String,
    jenis: String,
    alasan: String,
    pada: Waktu,
    nama: Option<String>,
}

/// The four phases in order. A period made before its dates were known has none (then the list is empty).
pub async fn semua<C: ConnectionTrait>(c: &C, id: PeriodeId) -> Hasil<Vec<FasePeriode>> {
    let baris: Vec<Baris> =
        c.semua("SELECT fase, mulai, selesai FROM periode_fase WHERE periode_id = $1 ORDER BY mulai, fase LIMIT 4", nilai![id]).await?;
    let kejadian: Vec<BarisKejadian> = c
        .semua(
            "SELECT k.fase, k.jenis, k.alasan, k.pada, a.nama FROM fase_kejadian k LEFT JOIN akun a ON a.id = k.oleh
             WHERE k.periode_id = $1 ORDER BY k.id DESC LIMIT 200",
            nilai![id],
        )
        .await?;
    let satu = |f: Fase| -> Option<Hasil<FasePeriode>> {
        let b = baris.iter().find(|b| b.fase == f.kunci())?;
        let tanggal = |t: &str| t.parse::<Date>().map_err(|e| StoreError::Rusak(format!("phase date of period {id}: {e}")));
        Some((|| {
            Ok(FasePeriode {
                fase: f,
                mulai: tanggal(&b.mulai)?,
                selesai: tanggal(&b.selesai)?,
                kejadian: kejadian
                    .iter()
                    .filter(|k| k.fase == f.kunci())
                    .map(|k| Kejadian {
                        tutup: k.jenis == "tutup",
                        alasan: k.alasan.clone(),
                        pada: k.pada,
                        nama: k.nama.clone().unwrap_or_default(),
                    })
                    .collect(),
            })
        })())
    };
    Fase::SEMUA.into_iter().filter_map(satu).collect()
}

/// What became of closing a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penutupan {
    /// It is closed, with this note.
    Ditutup,
    /// It was closed before, by somebody else or with another note: nothing was written, and this note is kept nowhere.
    SudahTertutup,
}

/// Closes a phase; what belongs to it cannot be changed any more. A second time changes nothing.
pub async fn tutup(store: &Store, hak: &PenyelenggaraPeriode, fase: Fase, alasan: &str) -> Hasil<Penutupan> {
    ganti(store, hak, fase, "tutup", alasan).await
}

/// Opens a closed phase again.
///
/// # Errors
/// `Keadaan("fase-alasan-wajib")` without a reason, `Keadaan("fase-tidak-tertutup")` when it is open.
pub async fn buka_kembali(store: &Store, hak: &PenyelenggaraPeriode, fase: Fase, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("fase-alasan-wajib"));
    }
    ganti(store, hak, fase, "buka", alasan).await.map(|_| ())
}

async fn ganti(store: &Store, hak: &PenyelenggaraPeriode, fase: Fase, jenis: &str, alasan: &str) -> Hasil<Penutupan> {
    let id = hak.periode.id;
    let tx = store.mulai().await?;
    kunci(&tx, id).await?;
    let tutup = fase_terakhir(&*tx, id, fase).await?.filter(|k| k.jenis == "tutup");
    match (jenis, tutup) {
        // Pressed twice.
        ("tutup", Some(k)) if k.oleh == hak.pelaku().akun.0 && k.alasan == alasan.trim() => return Ok(Penutupan::Ditutup),
        ("tutup", Some(_)) => return Ok(Penutupan::SudahTertutup),
        ("buka", None) => return Err(StoreError::Keadaan("fase-tidak-tertutup")),
        _ => {}
    }
    let kejadian = crate::id::baru();
    tx.jalankan(
        "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![kejadian, id, fase.kunci(), jenis, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let aksi = if jenis == "tutup" { "fase.tutup" } else { "fase.buka" };
    // The reason is free text and may name a person: the log holds its keyed digest, the row holds the text.
    let rincian = serde_json::json!({ "fase": fase.kunci(), "alasan": tx.kunci.ringkas(alasan.trim()) });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru(aksi, "periode", id).instansi(hak.periode.instansi_id).rincian(rincian)).await?;
    let kabar = if jenis == "tutup" { "fase-ditutup" } else { "fase-dibuka" };
    let isi = serde_json::json!({ "fase": fase.kunci() });
    super::kabar::kabari(&tx, &hak.periode, hak.pelaku(), kabar, &super::kabar::pihak(id, fase), isi, kejadian).await?;
    peristiwa::siarkan(&tx, &format!("periode:{id}"), &serde_json::json!({ "fase": fase.kunci(), "jenis": jenis })).await?;
    tx.commit().await?;
    Ok(Penutupan::Ditutup)
}
