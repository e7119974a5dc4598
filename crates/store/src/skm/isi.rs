//! Opening an SKM round and changing it. Once an answer is stored, what the answer means may no longer change: edition,
//! unsur, first day, and the services that were answered.

use super::{RondeSkm, dari_id, layanan, terbit, terisi};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    edisi,
    hak::{PengelolaRondeSkm, PengelolaSkm},
    id::{InstansiId, RondeId},
    kueri::Kueri,
    nilai, peristiwa,
    ronde::{self, token_baru},
    skm::topik,
    versi::bentrok,
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::FromQueryResult;

/// A service; `nomor` where it is one that the round has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayananIsi {
    pub nomor: Option<i64>,
    pub nama: String,
}

/// What a form says about a round.
#[derive(Debug, Clone)]
pub struct RondeIsi<'a> {
    pub nama: &'a str,
    /// Id of an embedded edition (`skm-2017`).
    pub edisi: &'a str,
    pub mulai: Date,
    pub sampai: Date,
    /// Users served in the period; unknown: `None`.
    pub populasi: Option<i64>,
    pub layanan: &'a [LayananIsi],
    /// Keys of the unsur that the round leaves out.
    pub ditiadakan: &'a [&'a str],
}

/// Minimum sample for a population (Krejcie-Morgan, see the edition). Where it is unknown, that of the largest row of the
/// table: it is enough for any population.
#[must_use]
pub fn target(edisi: &::skm::Edisi, populasi: Option<i64>) -> i64 {
    let terbesar = edisi.sampel.tabel.iter().map(|(n, _)| *n).max().unwrap_or(1_000_000);
    ::skm::sampel::ukuran(&edisi.sampel, populasi.unwrap_or(terbesar)).unwrap_or(0)
}

/// Keys in use in the order of the questionnaire.
fn unsur(edisi: &::skm::Edisi, ditiadakan: &[&str]) -> Hasil<Vec<String>> {
    let susunan = edisi.susunan(ditiadakan).map_err(|e| {
        StoreError::Keadaan(match e {
            ::skm::SalahSusunan::TidakDikenal(_) => "skm-unsur-tidak-dikenal",
            ::skm::SalahSusunan::TidakBolehDitiadakan(_) => "skm-unsur-wajib",
            ::skm::SalahSusunan::Kosong => "skm-unsur-kosong",
        })
    })?;
    let mut kunci: Vec<String> = susunan.pertanyaan().iter().map(|(u, _)| susunan.unsur()[*u].kunci.clone()).collect();
    kunci.dedup();
    Ok(kunci)
}

fn periksa(isi: &RondeIsi<'_>) -> Hasil<()> {
    if isi.nama.trim().is_empty() {
        return Err(StoreError::Keadaan("skm-nama-wajib"));
    }
    if isi.mulai > isi.sampai {
        return Err(StoreError::Keadaan("skm-tanggal-terbalik"));
    }
    if isi.mulai.checked_add(2.years()).is_ok_and(|batas| isi.sampai > batas) {
        return Err(StoreError::Keadaan("skm-terlalu-lama"));
    }
    if isi.populasi.is_some_and(|n| !(1..=1_000_000_000).contains(&n)) {
        return Err(StoreError::Keadaan("skm-populasi"));
    }
    Ok(())
}

/// An invented edition is for invented rounds only: a citizen is never asked by a form that nobody enacted.
fn contoh(edisi: &::skm::Edisi, ilustrasi: bool) -> Hasil<()> {
    if edisi.ilustrasi && !ilustrasi { Err(StoreError::Keadaan("skm-edisi-contoh")) } else { Ok(()) }
}

/// Opens a round. `id` is made when the form is shown, so that pressing twice opens one round.
///
/// # Errors
/// `Keadaan` with `skm-…`; `OperasiLain` when the id belongs to something else.
pub async fn buat(store: &Store, hak: &PengelolaSkm, id: RondeId, isi: &RondeIsi<'_>) -> Hasil<RondeId> {
    periksa(isi)?;
    let semua_layanan = layanan::rapikan(isi.layanan)?;
    let (edisi, teks) = ::skm::bawaan(isi.edisi).ok_or(StoreError::Keadaan("skm-edisi-tidak-dikenal"))?;
    if edisi.lama {
        return Err(StoreError::Keadaan("skm-edisi-lama"));
    }
    let ilustrasi = store.ilustrasi().await?;
    contoh(edisi, ilustrasi)?;
    let unsur = unsur(edisi, isi.ditiadakan)?;
    let tx = store.mulai().await?;
    match dari_id(&*tx, id).await {
        Ok(ada) if ada.unit_id == hak.unit.id && ada.nama == isi.nama.trim() => return Ok(id),
        Ok(_) => return Err(StoreError::OperasiLain),
        Err(StoreError::TidakDitemukan) => {}
        Err(e) => return Err(e),
    }
    let sidik = edisi::simpan_skm(&tx, &edisi.id, teks).await?;
    let kode = kode_baru(&tx, &format!("{}-skm-{}", hak.unit.kode, kurun(isi.mulai, isi.sampai))).await?;
    tx.jalankan(
        "INSERT INTO ronde (id, jenis, unit_id, lokus_id, edisi, token, dibuat, oleh) VALUES ($1, 'skm', $2, NULL, $3, $4, $5, $6)",
        nilai![id, hak.unit.id, sidik.as_str(), token_baru(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO skm_ronde (ronde_id, kode, nama, mulai, sampai, populasi, target, unsur, ilustrasi, versi)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        nilai![
            id,
            kode,
            isi.nama.trim(),
            isi.mulai.to_string(),
            isi.sampai.to_string(),
            isi.populasi,
            target(edisi, isi.populasi),
            serde_json::json!(unsur).to_string(),
            i64::from(ilustrasi)
        ],
    )
    .await?;
    layanan::simpan(&tx, id, &semua_layanan).await?;
    catat(&tx, hak.pelaku(), "skm.buat", id, hak.instansi.id, isi).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a round. With answers stored, only name, last day, population and unanswered services may differ.
///
/// # Errors
/// `Bentrok` when somebody saved first; `Keadaan` with `skm-…`, also once the result is published.
pub async fn ubah(store: &Store, hak: &PengelolaRondeSkm, versi: i64, isi: &RondeIsi<'_>) -> Hasil<()> {
    periksa(isi)?;
    let semua_layanan = layanan::rapikan(isi.layanan)?;
    let (edisi, teks) = ::skm::bawaan(isi.edisi).ok_or(StoreError::Keadaan("skm-edisi-tidak-dikenal"))?;
    let unsur = unsur(edisi, isi.ditiadakan)?;
    let tx = store.mulai().await?;
    let lama = kunci(&tx, hak.ronde.id).await?;
    if lama.versi != versi {
        return Err(bentrok(&tx, "ronde", &lama.id.to_string(), lama.versi).await?);
    }
    let sidik = edisi::simpan_skm(&tx, &edisi.id, teks).await?;
    let mulai = isi.mulai.to_string();
    if terisi(&*tx, lama.id).await? && (sidik != lama.edisi || unsur != lama.unsur || mulai != lama.mulai) {
        return Err(StoreError::Keadaan("skm-sudah-terisi"));
    }
    if sidik != lama.edisi {
        contoh(edisi, lama.ilustrasi)?;
        tx.jalankan("UPDATE ronde SET edisi = $2 WHERE id = $1", nilai![lama.id, sidik.as_str()]).await?;
    }
    tx.jalankan(
        "UPDATE skm_ronde SET nama = $2, mulai = $3, sampai = $4, populasi = $5, target = $6, unsur = $7, versi = versi + 1
         WHERE ronde_id = $1",
        nilai![
            lama.id,
            isi.nama.trim(),
            mulai,
            isi.sampai.to_string(),
            isi.populasi,
            target(edisi, isi.populasi),
            serde_json::json!(unsur).to_string()
        ],
    )
    .await?;
    layanan::ganti(&tx, lama.id, &semua_layanan).await?;
    peristiwa::siarkan(&tx, &topik(lama.id), &serde_json::json!({ "aksi": "ubah" })).await?;
    catat(&tx, hak.pelaku(), "skm.ubah", lama.id, lama.instansi_id, isi).await?;
    tx.commit().await
}

/// Locks a round against answers and other changes until the transaction ends.
///
/// # Errors
/// `Keadaan("skm-sudah-terbit")` while its result is published.
pub(crate) async fn kunci(tx: &Tx, id: RondeId) -> Hasil<RondeSkm> {
    ronde::kunci(tx, id).await?;
    if terbit(&**tx, id).await? {
        return Err(StoreError::Keadaan("skm-sudah-terbit"));
    }
    dari_id(&**tx, id).await
}

async fn catat(tx: &Tx, pelaku: &crate::hak::Pelaku, aksi: &str, id: RondeId, instansi: InstansiId, isi: &RondeIsi<'_>) -> Hasil<()> {
    let rincian = serde_json::json!({
        "edisi": isi.edisi, "mulai": isi.mulai.to_string(), "sampai": isi.sampai.to_string(), "populasi": isi.populasi,
        "layanan": isi.layanan.len(), "ditiadakan": isi.ditiadakan,
    });
    audit::catat(tx, pelaku, Kejadian::baru(aksi, "ronde", id).instansi(instansi).rincian(rincian)).await?;
    Ok(())
}

/// How the days are named in a public code: `2026`, `2026-s2`, `2026-tw3`, `2026-07`; anything else by its first day.
fn kurun(mulai: Date, sampai: Date) -> String {
    let bulan = i32::from(sampai.year() - mulai.year()) * 12 + i32::from(sampai.month() - mulai.month()) + 1;
    let utuh = mulai.day() == 1 && sampai == sampai.last_of_month();
    let ke = i32::from(mulai.month() - 1);
    match bulan {
        12 if utuh && ke == 0 => mulai.year().to_string(),
        6 if utuh && ke % 6 == 0 => format!("{}-s{}", mulai.year(), ke / 6 + 1),
        3 if utuh && ke % 3 == 0 => format!("{}-tw{}", mulai.year(), ke / 3 + 1),
        1 if utuh => format!("{}-{:02}", mulai.year(), mulai.month()),
        _ => mulai.to_string(),
    }
}

#[derive(FromQueryResult)]
struct Kode {
    kode: String,
}

/// The code, or the code with the first free number.
async fn kode_baru(tx: &Tx, dasar: &str) -> Hasil<String> {
    let ada: Vec<Kode> = tx
        .semua(
            "SELECT kode FROM skm_ronde WHERE kode = $1 OR kode LIKE $2 ESCAPE '\\' ORDER BY kode LIMIT 10000",
            nilai![dasar, format!("{}-%", dasar.replace(['%', '_', '\\'], ""))],
        )
        .await?;
    let terpakai = |k: &str| ada.iter().any(|a| a.kode == k);
    let bernomor = (2..10_000).map(|n| format!("{dasar}-{n}"));
    std::iter::once(dasar.to_owned()).chain(bernomor).find(|k| !terpakai(k)).ok_or(StoreError::SudahAda("kode"))
}

#[cfg(test)]
mod tests {
    use super::kurun;
    use jiff::civil::date;

    #[test]
    fn days_have_the_name_of_their_period() {
        let k = |a: (i16, i8, i8), b: (i16, i8, i8)| kurun(date(a.0, a.1, a.2), date(b.0, b.1, b.2));
        assert_eq!(k((2026, 1, 1), (2026, 12, 31)), "2026");
        assert_eq!(k((2026, 7, 1), (2026, 12, 31)), "2026-s2");
        assert_eq!(k((2026, 7, 1), (2026, 9, 30)), "2026-tw3");
        assert_eq!(k((2024, 2, 1), (2024, 2, 29)), "2024-02");
        assert_eq!(k((2026, 2, 1), (2026, 4, 30)), "2026-02-01", "three months, but no quarter");
        assert_eq!(k((2026, 7, 1), (2027, 6, 30)), "2026-07-01");
        assert_eq!(k((2026, 7, 5), (2026, 7, 9)), "2026-07-05");
    }
}
