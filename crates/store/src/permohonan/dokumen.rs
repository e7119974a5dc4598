//! The product of a case: a letter with a code that proves it, and that it was fetched. How it is printed is not decided here.

use super::{
    PENERIMA, Permohonan, TEKS, dari_id, formulir,
    langkah::{Ambil, ambil, kunci},
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::{LoketPermohonan, PengolahPermohonan},
    id::PermohonanId,
    identitas::{Milik, Tersegel, lampiran, segel},
    kueri::Kueri,
    nilai, objek, sidik_hex, tagihan,
    utas::di_utas,
};
use ::layanan::permohonan::{JenisMedan, Keadaan, Langkah, surat};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Characters of a letter.
pub const TEKS_MAKS: usize = 20_000;

#[derive(Debug, Clone, FromQueryResult)]
pub struct DokumenLayanan {
    pub id: Uuid,
    pub permohonan_id: PermohonanId,
    /// Proves it at `/verifikasi`.
    pub kode: String,
    pub nomor: String,
    objek: String,
    kunci: Tersegel,
    /// SHA-256 of the PDF as it was printed.
    pub cetak: String,
    pub pada: Waktu,
    pub oleh: String,
}

impl DokumenLayanan {
    /// The PDF as it was printed. Who may have it was decided by the caller.
    ///
    /// # Errors
    /// `Rusak` when it is missing, was changed, or its key is not in the key file.
    pub async fn isi(self, store: &Store) -> Hasil<Vec<u8>> {
        let store = store.clone();
        let baca = move || lampiran::isi(&store, lampiran::SURAT, (self.id, &self.kunci), &self.objek);
        di_utas(baca).await
    }
}

const PILIH: &str = "SELECT d.id, d.permohonan_id, d.kode, d.nomor, d.objek, COALESCE(d.kunci, '') AS kunci,
    CASE WHEN d.cetak = '' THEN d.objek ELSE d.cetak END AS cetak, d.pada, a.nama AS oleh FROM permohonan_dokumen d
    JOIN akun a ON a.id = d.oleh";

/// Every document of a case, the newest (the one that holds) first.
pub async fn milik<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<DokumenLayanan>> {
    c.semua(&format!("{PILIH} WHERE d.permohonan_id = $1 ORDER BY d.id DESC LIMIT 100"), nilai![id]).await
}

/// A document behind its code, its case, and whether it is the one that holds.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<(DokumenLayanan, Permohonan, bool)> {
    let d: DokumenLayanan = c.satu(&format!("{PILIH} WHERE d.kode = $1"), nilai![crate::verifikasi::rapikan(kode)]).await?;
    let p = dari_id(c, d.permohonan_id).await?;
    let terbaru = milik(c, p.id).await?.first().is_some_and(|x| x.id == d.id);
    Ok((d, p, terbaru))
}

/// What is put into a letter besides what the case says: days in words, and what stands for the number in the draft.
#[derive(Clone, Copy)]
pub struct Isian<'a> {
    pub tanggal: &'a str,
    pub terima: &'a str,
    pub nomor: &'a str,
    /// A day of the form's answers in words, from its ISO text.
    pub hari: &'a (dyn Fn(&str) -> String + Sync),
}

/// The letter of the service filled from the case; empty without a template.
///
/// # Errors
/// `Rusak` for a stored template that cannot be read.
pub async fn rancangan(store: &Store, p: &Permohonan, i: &Isian<'_>) -> Hasil<String> {
    let f = formulir::dari_id(store.baca(), p.formulir_id).await?;
    let nama = p.nama(store.kunci())?.unwrap_or_default();
    let mut isi = BTreeMap::from(
        [
            ("nama", nama.as_str()),
            ("kode", &p.kode),
            ("layanan", &p.layanan),
            ("unit", &p.unit),
            ("tanggal-terima", i.terima),
            ("tanggal", i.tanggal),
            ("nomor", i.nomor),
        ]
        .map(|(k, v)| (k.to_owned(), v.to_owned())),
    );
    let hari = |kunci: &str| f.isi.medan.iter().any(|m| m.kunci == kunci && m.jenis == JenisMedan::Tanggal);
    let tulis = |kunci: &str, v: Vec<String>| if hari(kunci) { v.iter().map(|t| (i.hari)(t)).collect() } else { v };
    isi.extend(p.jawaban(store.kunci())?.into_iter().map(|(k, v)| (format!("isian:{k}"), tulis(&k, v).join(", "))));
    surat::isi(&f.surat, &isi).map_err(|e| StoreError::Rusak(format!("letter of form {}: {e}", f.id)))
}

/// What was printed.
#[derive(Debug)]
pub struct Cetakan<'a> {
    pub id: Uuid,
    pub kode: &'a str,
    pub nomor: &'a str,
    pub teks: &'a str,
    pub pdf: &'a [u8],
}

/// Keeps a printed letter. It takes the place of an earlier one. The same id again does nothing.
///
/// # Errors
/// `Keadaan` unless the case is approved or ready, without number and text, and for the cashier of its bill.
pub async fn terbitkan(store: &Store, hak: &PengolahPermohonan, d: &Cetakan<'_>) -> Hasil<()> {
    if d.nomor.trim().is_empty() || d.teks.trim().is_empty() || d.teks.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("permohonan-surat-salah"));
    }
    let (s, pdf, id) = (store.clone(), d.pdf.to_vec(), d.id);
    let siap = di_utas(move || lampiran::siapkan(&s, lampiran::SURAT, id, &pdf)).await?;
    let tx = store.mulai().await?;
    let p = kunci(&tx, hak.permohonan.id).await?;
    if !matches!(p.keadaan()?, Keadaan::Disetujui | Keadaan::SiapDiambil) {
        return Err(StoreError::Keadaan("permohonan-langkah"));
    }
    if tagihan::kasir_permohonan(&*tx, p.id).await?.contains(&hak.pelaku().akun) {
        return Err(StoreError::Keadaan("permohonan-orang-kasir"));
    }
    // Sealed again it would be another file: the rows of the first stay as they are.
    if tx.angka("SELECT COUNT(*) AS n FROM permohonan_dokumen WHERE id = $1", nilai![d.id]).await? > 0 {
        return Ok(());
    }
    objek::catat_cetak(&tx, &siap.isi, "application/pdf").await?;
    let (teks, cetak) = (segel(&tx.kunci, Milik(TEKS, d.id), d.teks.trim())?, sidik_hex(d.pdf));
    tx.jalankan(
        "INSERT INTO permohonan_dokumen (id, permohonan_id, kode, nomor, teks, objek, kunci, cetak, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![
            d.id,
            p.id,
            d.kode,
            d.nomor.trim(),
            teks,
            siap.isi.sidik.as_str(),
            siap.kunci.as_str(),
            cetak.as_str(),
            tx.pada,
            hak.pelaku().akun
        ],
    )
    .await?;
    let k = Kejadian::baru("permohonan.surat", "permohonan", p.id).instansi(p.instansi_id);
    audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "sidik": cetak }))).await?;
    tx.commit().await
}

/// How the product reached its applicant.
#[derive(Debug, Clone)]
pub struct Ambilan {
    /// `loket` or `unduh`.
    pub cara: String,
    pub penerima: String,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct BarisAmbil {
    cara: String,
    penerima: Tersegel,
    pada: Waktu,
}

pub async fn diambil(store: &Store, id: PermohonanId) -> Hasil<Option<Ambilan>> {
    let sql = "SELECT cara, penerima, pada FROM permohonan_ambil WHERE permohonan_id = $1";
    let b: Option<BarisAmbil> = store.baca().mungkin(sql, nilai![id]).await?;
    b.map(|b| Ok(Ambilan { cara: b.cara, penerima: b.penerima.buka(store.kunci(), PENERIMA.di(id))?, pada: b.pada })).transpose()
}

/// Handed over at the counter to somebody.
///
/// # Errors
/// `Keadaan` without the name of who took it, when it is not ready, or while its bill is open again; `Bentrok` when the case moved on.
pub async fn serahkan(store: &Store, hak: &LoketPermohonan, versi: i64, penerima: &str) -> Hasil<()> {
    let penerima: String = penerima.trim().chars().take(200).collect();
    if penerima.is_empty() {
        return Err(StoreError::Keadaan("permohonan-penerima-wajib"));
    }
    let tx = store.mulai().await?;
    let id = hak.permohonan.id;
    let oleh = hak.pelaku().akun;
    if ambil(&tx, id, Ambil { langkah: Langkah::Serahkan, versi, oleh: Some(oleh), alasan: "", gerai: None }).await?.is_some() {
        tx.jalankan(
            "INSERT INTO permohonan_ambil (permohonan_id, cara, penerima, pada, oleh) VALUES ($1, 'loket', $2, $3, $4)",
            nilai![id, segel(&tx.kunci, PENERIMA.di(id), &penerima)?, tx.pada, oleh],
        )
        .await?;
    }
    tx.commit().await
}

/// The applicant takes the document himself; the first time ends the case. Later calls change nothing. The code as it is stored.
///
/// # Errors
/// `TidakDitemukan` before it is ready, or where the product is no document; `Keadaan("permohonan-belum-lunas")` while its bill is open again.
pub async fn ambil_sendiri(store: &Store, kode: &str) -> Hasil<String> {
    let (p, _) = siap(store, kode).await?;
    if p.keadaan()? != Keadaan::SiapDiambil {
        return Ok(p.kode);
    }
    let tx = store.mulai().await?;
    let kini = kunci(&tx, p.id).await?;
    if kini.keadaan()? == Keadaan::SiapDiambil {
        ambil(&tx, p.id, Ambil { langkah: Langkah::Serahkan, versi: kini.versi, oleh: None, alasan: "", gerai: None }).await?;
        let sql = "INSERT INTO permohonan_ambil (permohonan_id, cara, penerima, pada) VALUES ($1, 'unduh', '', $2)";
        tx.jalankan(sql, nilai![p.id, tx.pada]).await?;
        tx.commit().await?;
    }
    Ok(p.kode)
}

/// The document of a case that its applicant took ([`ambil_sendiri`]), or that was handed over; `None` while nobody did. Changes nothing.
///
/// # Errors
/// `TidakDitemukan` before it is ready, or where the product is no document.
pub async fn unduh(store: &Store, kode: &str) -> Hasil<Option<DokumenLayanan>> {
    let (p, d) = siap(store, kode).await?;
    Ok(if p.keadaan()? == Keadaan::SiapDiambil { None } else { Some(d) })
}

async fn siap(store: &Store, kode: &str) -> Hasil<(Permohonan, DokumenLayanan)> {
    let p = super::dari_kode(store.baca(), kode).await?;
    let d = milik(store.baca(), p.id).await?.into_iter().next().ok_or(StoreError::TidakDitemukan)?;
    if matches!(p.keadaan()?, Keadaan::SiapDiambil | Keadaan::Selesai | Keadaan::Diarsipkan) {
        return Ok((p, d));
    }
    Err(StoreError::TidakDitemukan)
}
