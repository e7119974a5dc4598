//! What time does to reports: closes answered ones, takes unfinished ones as withdrawn, escalates and reminds, and counts due days
//! again when the calendar of an office changed. Safe to run again and again.

mod hitung;

pub(crate) use hitung::{Terhitung, sesudah_kalender};

use super::{
    baca, eskalasi,
    langkah::{self, Pihak, Terbuka, Tulis},
    petugas::atasan,
};
use crate::{Hasil, Store, StoreError, Tx, id::PengaduanId, kueri::Kueri, nilai, pemberitahuan::Kepada};
use ::layanan::pengaduan::{Giliran, Keadaan, Langkah, OlehEskalasi};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Days before the due day on which an officer is reminded.
const DEKAT: i64 = 2;
const SEKALI: i64 = 2_000;

/// What was done.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Dikerjakan {
    pub ditutup: u32,
    pub dicabut: u32,
    pub dieskalasi: u32,
    /// Notices that were news.
    pub kabar: u64,
    /// Due days that moved with a calendar.
    pub dihitung: u32,
}

#[derive(FromQueryResult)]
struct Calon {
    id: PengaduanId,
}

/// A report that cannot be judged (its steps do not fit, its limit lies outside the calendar) is named in the log and passed over, so
/// that the others go on.
///
/// # Errors
/// When the store fails; what was done before stays.
pub async fn jalankan(store: &Store) -> Hasil<Dikerjakan> {
    let mut d = Dikerjakan::default();
    hitung::ulang(store, &mut d).await?;
    // The day of the easternmost zone finds all that may be near; each report is then judged by its own day.
    let batas = store.sekarang().hari("WIT").saturating_add(jiff::Span::new().days(DEKAT)).to_string();
    let mut setelah = Uuid::nil();
    loop {
        let sql = format!(
            "SELECT pengaduan_id AS id FROM pengaduan_kini WHERE giliran <> 'selesai' AND tenggat <= $1 AND pengaduan_id > $2
             ORDER BY pengaduan_id LIMIT {SEKALI}"
        );
        let calon: Vec<Calon> = store.baca().semua(&sql, nilai![batas.as_str(), setelah]).await?;
        let Some(akhir) = calon.last() else { return Ok(d) };
        setelah = akhir.id.0;
        for c in calon {
            lewati(c.id, satu(store, c.id, &mut d).await)?;
        }
    }
}

/// What is wrong with one report stops no other.
fn lewati(id: PengaduanId, hasil: Hasil<()>) -> Hasil<()> {
    match hasil {
        Err(e @ (StoreError::Rusak(_) | StoreError::Keadaan(_))) => {
            tracing::error!(error = %e, pengaduan = %id, "a report of a citizen was passed over");
            Ok(())
        }
        lain => lain,
    }
}

async fn satu(store: &Store, id: PengaduanId, d: &mut Dikerjakan) -> Hasil<()> {
    let tx = store.mulai().await?;
    let mut b = Terbuka::buka(&tx, id).await?;
    let hari = tx.pada.hari(&b.aduan.zona).to_string();
    let tenggat = b.aduan.tenggat.clone().unwrap_or_default();
    if tenggat.as_str() < hari.as_str() {
        if let Some(langkah) = lewat(&b) {
            langkahkan(&tx, &mut b, langkah, d).await?;
        }
        if b.laporan.giliran() != Giliran::Pelapor && b.laporan.giliran() != Giliran::Selesai {
            d.kabar += ingatkan(&tx, &b, "aduan-lewat").await?;
            d.kabar += eskalasi::naikkan(&tx, &b).await?;
        }
    } else if b.laporan.giliran() != Giliran::Pelapor {
        d.kabar += ingatkan(&tx, &b, "aduan-dekat").await?;
    }
    tx.commit().await
}

/// The step that time makes once the last day is over.
fn lewat(b: &Terbuka) -> Option<Langkah> {
    match b.laporan.keadaan {
        Keadaan::BelumLengkap => Some(Langkah::AnggapDicabut),
        Keadaan::Dijawab => Some(Langkah::TutupOtomatis),
        k if (k.ditangani() || k == Keadaan::Diverifikasi) && !b.laporan.dieskalasi => {
            Some(Langkah::Eskalasi { oleh: OlehEskalasi::Waktu })
        }
        _ => None,
    }
}

async fn langkahkan(tx: &Tx, b: &mut Terbuka, langkah: Langkah, d: &mut Dikerjakan) -> Hasil<()> {
    let op = crate::id::baru();
    let w = Tulis { op, pihak: Pihak::Program, langkah, teks: "", catatan: "", lampiran: &[] };
    match langkah::tulis(tx, b, &w).await {
        Ok(_) => {}
        // The limit to answer moved with the calendar, and the stored day not yet.
        Err(StoreError::Keadaan("aduan-belum-lewat")) => return Ok(()),
        Err(e) => return Err(e),
    }
    match langkah {
        Langkah::AnggapDicabut => d.dicabut += 1,
        Langkah::TutupOtomatis => d.ditutup += 1,
        _ => {
            d.dieskalasi += 1;
            let mut kepada = langkah::kepada(tx, b).await?;
            kepada.extend(atasan(b));
            d.kabar += langkah::kabari(tx, &b.aduan, "aduan-eskalasi", &kepada, None, &format!("aduan-eskalasi/{op}")).await?;
        }
    }
    Ok(())
}

/// Once a due day.
async fn ingatkan(tx: &Tx, b: &Terbuka, jenis: &'static str) -> Hasil<u64> {
    let mut kepada: Vec<Kepada> = langkah::kepada(tx, b).await?;
    if jenis == "aduan-lewat" {
        kepada.extend(atasan(b));
    }
    let sekali = format!("{jenis}/{}/{}", b.aduan.id, b.aduan.tenggat.as_deref().unwrap_or_default());
    langkah::kabari(tx, &b.aduan, jenis, &kepada, None, &sekali).await
}

async fn hitung_satu(store: &Store, id: PengaduanId, d: &mut Dikerjakan) -> Hasil<()> {
    let m = baca::muat(store, baca::dari_id(store.baca(), id).await?).await?;
    let batas = m.batas()?;
    // Looked at without a lock first: nearly always nothing moved. A list of holidays that came changes what is said of the day, too.
    if batas.as_ref().map(|b| b.jatuh.to_string()) == m.aduan.tenggat && langkah::tahun(batas.as_ref()) == m.aduan.tahun {
        return Ok(());
    }
    let tx = store.mulai().await?;
    let b = Terbuka::buka(&tx, id).await?;
    d.dihitung += u32::from(langkah::kini(&tx, &b, b.aduan.urut).await?);
    tx.commit().await
}
