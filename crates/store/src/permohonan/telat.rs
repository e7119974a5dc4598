//! An overdue case: the officer tells its applicant why and what day to expect now. The promise and its clock stay as they are; each
//! telling is a row, and what counts for the measures is the promise.

use super::{ALASAN_MAKS, Permohonan, TELAT, langkah::kunci, surel};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::PengolahPermohonan,
    id::PermohonanId,
    identitas::{Milik, Tersegel, segel},
    kueri::Kueri,
    nilai, tagihan,
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Longest time ahead that can be named, in days.
const HARI_MAKS: i64 = 365;

/// What an applicant was told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telat {
    /// The day on which the office expects to be done, local ISO text.
    pub hari: String,
    pub alasan: String,
    pub pada: Waktu,
    /// Name of the officer; not for the applicant.
    pub oleh: String,
    /// A mail or a short message was asked for; otherwise it stands on the page of the case only.
    pub terkirim: bool,
}

#[derive(FromQueryResult)]
struct Perihal {
    perihal: String,
}

/// What the news is called among those of its case.
fn perihal(hari: &str, id: Uuid) -> String {
    format!("telat/{hari}/{id}")
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    hari: String,
    alasan: Tersegel,
    pada: Waktu,
    oleh: String,
}

/// Everything that the applicant of a case was told, the newest first.
///
/// # Errors
/// `Rusak` for a reason that cannot be opened.
pub async fn telat(store: &Store, id: PermohonanId) -> Hasil<Vec<Telat>> {
    let sql = "SELECT t.id, t.hari, t.alasan, t.pada, a.nama AS oleh FROM permohonan_telat t JOIN akun a ON a.id = t.oleh
        WHERE t.permohonan_id = $1 ORDER BY t.id DESC LIMIT 100";
    let kabar = "SELECT perihal FROM permohonan_surel WHERE permohonan_id = $1 AND perihal LIKE 'telat/%' LIMIT 1000";
    let kabar: Vec<Perihal> = store.baca().semua(kabar, nilai![id]).await?;
    let buka = |b: Baris| {
        let alasan = b.alasan.buka(store.kunci(), Milik(TELAT, b.id))?;
        let apa = perihal(&b.hari, b.id);
        Ok(Telat { terkirim: kabar.iter().any(|k| k.perihal == apa), hari: b.hari, alasan, pada: b.pada, oleh: b.oleh })
    };
    store.baca().semua::<Baris>(sql, nilai![id]).await?.into_iter().map(buka).collect()
}

/// Whether its applicant can be told: the promise is broken and the office is not done.
#[must_use]
pub fn dapat_dikabari(p: &Permohonan, hari: Date) -> bool {
    p.tuntas.is_none() && p.lewat(&hari.to_string())
}

/// Tells the applicant of an overdue case why, and what day to expect: on the page of the case, by mail and short message where he left
/// an address or a number. The same `id` again does nothing. Returns whether a mail or a short message was asked for now: without one he
/// learns of it only when he looks.
///
/// # Errors
/// `Keadaan`: `permohonan-belum-telat`, `alasan-wajib`, `permohonan-alasan-panjang`, `permohonan-telat-hari` for a day before tomorrow or
/// more than a year ahead, `permohonan-orang-kasir` for who confirmed its payment.
pub async fn kabari_telat(store: &Store, hak: &PengolahPermohonan, id: Uuid, hari: Date, alasan: &str) -> Hasil<bool> {
    let alasan = alasan.trim();
    let tx = store.mulai().await?;
    let p = kunci(&tx, hak.permohonan.id).await?;
    let kini = tx.pada.hari(&p.zona);
    let salah = match () {
        () if !dapat_dikabari(&p, kini) => Some("permohonan-belum-telat"),
        () if alasan.is_empty() => Some("alasan-wajib"),
        () if alasan.chars().count() > ALASAN_MAKS => Some("permohonan-alasan-panjang"),
        () if hari <= kini || hari > kini.saturating_add(HARI_MAKS.days()) => Some("permohonan-telat-hari"),
        () if tagihan::kasir_permohonan(&*tx, p.id).await?.contains(&hak.pelaku().akun) => Some("permohonan-orang-kasir"),
        () => None,
    };
    if let Some(kunci) = salah {
        return Err(StoreError::Keadaan(kunci));
    }
    let sql = "INSERT INTO permohonan_telat (id, permohonan_id, hari, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO NOTHING";
    let isi = segel(&tx.kunci, Milik(TELAT, id), alasan)?;
    let mut terkirim = false;
    if tx.jalankan(sql, nilai![id, p.id, hari.to_string(), isi, tx.pada, hak.pelaku().akun]).await? > 0 {
        let rincian = serde_json::json!({ "janji": p.tenggat, "perkiraan": hari.to_string() });
        let k = Kejadian::baru("permohonan.kabar-telat", "permohonan", p.id).instansi(p.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
        terkirim = surel::antrekan(&tx, p.id, &perihal(&hari.to_string(), id)).await?;
    }
    tx.commit().await?;
    Ok(terkirim)
}
