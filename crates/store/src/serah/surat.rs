//! The ministry's decision as its letter says it, entered by the organiser where nobody of the ministry decides in this installation; and
//! taking such a record back. What the ministry decides here itself is [`super::putuskan`]'s.

use super::{
    baca::satu,
    tulis::{Soal, kabari},
};
use crate::{
    Hasil, Store, StoreError, audit,
    hak::{PembacaPeriode, PenyelenggaraPeriode},
    id::{HasilId, PeriodeId, SerahId, SuratId},
    instansi,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    pemberitahuan::Kepada,
    peran::Peran,
    periode,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A letter to be entered. `berkas` is a PDF whose content was checked and which is on disk already, with its file name.
#[derive(Debug, Clone, Copy)]
pub struct SuratBaru<'a> {
    /// Made when the form is shown, so that pressing twice enters one.
    pub id: SuratId,
    pub putusan: super::Putusan<'a>,
    /// Number of the letter, or whatever the ministry can be asked by.
    pub nomor: &'a str,
    pub tanggal: Date,
    /// Office or official that decided.
    pub pejabat: &'a str,
    pub berkas: Option<(&'a Tersimpan, &'a str)>,
    /// The organiser knows that it is dated before the hand-in: the results came to the ministry before this program recorded it.
    pub lebih_tua: bool,
}

/// Whether somebody acts for the ministry here: then he decides, and no letter is entered.
pub async fn kementerian_di_sini(store: &Store) -> Hasil<bool> {
    ada_kementerian(store.baca(), &store.sekarang().hari("WIT").to_string()).await
}

/// An active account holds the role on this local day.
async fn ada_kementerian<C: ConnectionTrait>(c: &C, hari: &str) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id
        WHERE r.peran = $1 AND c.peran_id IS NULL AND (r.mulai IS NULL OR r.mulai <= $2) AND (r.sampai IS NULL OR r.sampai >= $2)
          AND NOT EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = r.akun_id)";
    Ok(c.angka(sql, nilai![Peran::Nasional.kunci(), hari]).await? > 0)
}

/// Enters what the ministry's letter says about a hand-in, also about one that was replaced before the letter came, and when a result in it was
/// annulled meanwhile: the letter says what it says, and whatever was frozen since is provisional. The same letter twice changes nothing.
///
/// # Errors
/// `Keadaan`: `serah-kementerian-di-sini`, `alasan-wajib` when it was returned without a reason, `serah-surat-mendatang`, `serah-sudah-diputus`,
/// `serah-surat-lagi` when this very entry was taken back,
/// `serah-surat-mendahului` when the letter is older than the hand-in it is said to decide and nothing says that this is right; `TidakDitemukan` for a hand-in of another period.
pub async fn catat(store: &Store, hak: &PenyelenggaraPeriode, serah: SerahId, b: SuratBaru<'_>) -> Hasil<()> {
    let p = &hak.periode;
    let (jenis, alasan, kabar) = b.putusan.urai()?;
    let zona = instansi::dari_id(store, p.instansi_id).await?.zona;
    let tx = store.mulai().await?;
    if b.tanggal > tx.pada.hari(&zona) {
        return Err(StoreError::Keadaan("serah-surat-mendatang"));
    }
    periode::kunci(&tx, p.id).await?;
    let s = satu(&*tx, p.id, serah).await?;
    if s.surat == Some(b.id) {
        return Ok(());
    }
    if s.putusan.is_some() {
        return Err(StoreError::Keadaan("serah-sudah-diputus"));
    }
    // The form of an entry that was taken back since: whoever means it says so with a new one.
    if tx.angka("SELECT COUNT(*) AS n FROM serah_mandiri_surat_tarik WHERE surat_id = $1", nilai![b.id]).await? > 0 {
        return Err(StoreError::Keadaan("serah-surat-lagi"));
    }
    if ada_kementerian(&*tx, &tx.pada.hari("WIT").to_string()).await? {
        return Err(StoreError::Keadaan("serah-kementerian-di-sini"));
    }
    // Dates of letters have no hour: one of the same day may have come after the hand-in. It is dated where the ministry is, where the day is the
    // earliest, while the office may have handed in after its own midnight.
    if !b.lebih_tua && b.tanggal < s.pada.hari("WIB") {
        return Err(StoreError::Keadaan("serah-surat-mendahului"));
    }
    if let Some((berkas, _)) = b.berkas {
        objek::catat(&tx, berkas, "application/pdf").await?;
    }
    let (sidik, nama) = (b.berkas.map(|(t, _)| t.sidik.clone()), b.berkas.map(|(_, n)| n.to_owned()));
    let (nomor, pejabat, tanggal) = (b.nomor.trim(), b.pejabat.trim(), b.tanggal.to_string());
    tx.jalankan(
        "INSERT INTO serah_mandiri_surat (id, serah_id, jenis, nomor, tanggal, pejabat, alasan, objek, nama_berkas, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![b.id, serah, jenis, nomor, tanggal.as_str(), pejabat, alasan, sidik.clone(), nama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "serah": serah, "surat": b.id, "jenis": jenis, "tanggal": tanggal, "objek": sidik,
        "nomor": tx.kunci.ringkas(nomor), "pejabat": tx.kunci.ringkas(pejabat), "alasan": tx.kunci.ringkas(alasan) });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("serah.surat", "periode", p.id).instansi(p.instansi_id).rincian(rincian)).await?;
    let isi = serde_json::json!({ "periode": p.nama, "jumlah": s.jumlah });
    let soal = Soal { jenis: kabar, serah, surat: Some(b.id) };
    kabari(&tx, soal, &[Kepada::Penyelenggara(p.id), Kepada::Penanggungjawab(p.id)], hak.pelaku().akun, p.id, &isi).await?;
    tx.commit().await?;
    store.peringkat.lupakan(p.id);
    Ok(())
}

/// Takes a letter back that was entered wrongly: the hand-in waits again, and its results are provisional. Who was told of the letter is told
/// that it is taken back, and why. A second time changes nothing.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan` for one of another period.
pub async fn tarik(store: &Store, hak: &PenyelenggaraPeriode, surat: SuratId, alasan: &str) -> Hasil<()> {
    let (p, alasan) = (&hak.periode, alasan.trim());
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    let s = milik(&*tx, p.id, surat).await?;
    let n = tx
        .jalankan(
            "INSERT INTO serah_mandiri_surat_tarik (surat_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (surat_id) DO NOTHING",
            nilai![surat, alasan, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let rincian = serde_json::json!({ "surat": surat, "alasan": tx.kunci.ringkas(alasan) });
        let k = audit::Kejadian::baru("serah.surat-tarik", "periode", p.id).instansi(p.instansi_id).rincian(rincian);
        audit::catat(&tx, hak.pelaku(), k).await?;
        let isi = serde_json::json!({ "periode": p.nama, "nomor": s.nomor, "alasan": alasan });
        let soal = Soal { jenis: "serah-surat-tarik", serah: s.serah_id, surat: Some(surat) };
        kabari(&tx, soal, &[Kepada::Penyelenggara(p.id), Kepada::Penanggungjawab(p.id)], hak.pelaku().akun, p.id, &isi).await?;
    }
    tx.commit().await?;
    store.peringkat.lupakan(p.id);
    Ok(())
}

#[derive(FromQueryResult)]
struct Pindaian {
    serah_id: SerahId,
    nomor: String,
    objek: Option<String>,
    nama_berkas: Option<String>,
}

async fn milik<C: ConnectionTrait>(c: &C, periode: PeriodeId, surat: SuratId) -> Hasil<Pindaian> {
    let sql = "SELECT u.serah_id, u.nomor, u.objek, u.nama_berkas FROM serah_mandiri_surat u JOIN serah_mandiri s ON s.id = u.serah_id
        WHERE u.id = $1 AND s.periode_id = $2";
    c.satu(sql, nilai![surat, periode]).await
}

/// Object and file name of the scan of a letter.
///
/// # Errors
/// `TidakDitemukan` for one of another period, or without a scan.
pub async fn berkas(store: &Store, hak: &PembacaPeriode, surat: SuratId) -> Hasil<(String, String)> {
    let b = milik(store.baca(), hak.periode.id, surat).await?;
    b.objek.zip(b.nama_berkas).ok_or(StoreError::TidakDitemukan)
}

/// A letter on which public figures rest.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Dasar {
    pub nomor: String,
    /// Local day, ISO.
    pub tanggal: String,
}

/// The letters by which results of a period are valid, in the order of their dates; with `hasil` those of this result. Nothing where the
/// ministry decided here itself.
pub async fn dasar(store: &Store, periode: PeriodeId, hasil: Option<HasilId>) -> Hasil<Vec<Dasar>> {
    let sql = "SELECT DISTINCT u.nomor, u.tanggal FROM serah_mandiri s JOIN serah_mandiri_surat u ON u.serah_id = s.id
        JOIN serah_mandiri_hasil h ON h.serah_id = s.id LEFT JOIN hasil_batal b ON b.hasil_id = h.hasil_id
        WHERE s.periode_id = $1 AND u.jenis = 'valid' AND b.hasil_id IS NULL AND (h.hasil_id = $2 OR CAST($3 AS bigint) = 1)
          AND NOT EXISTS (SELECT 1 FROM serah_mandiri_surat_tarik w WHERE w.surat_id = u.id)
        ORDER BY u.tanggal, u.nomor LIMIT 20";
    store.baca().semua(sql, nilai![periode, hasil.unwrap_or_else(HasilId::baru), i64::from(hasil.is_none())]).await
}
