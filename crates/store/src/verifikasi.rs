//! What stands behind a verification code. Open to everybody who holds a document: it shows nothing that is not on it.

mod cocok;

use crate::{
    Hasil, Store, StoreError, berita_acara,
    berita_acara::{BeritaAcara, TandaTangan},
    hasil::{self, HasilBeku},
    id::PeriodeId,
    kueri::Kueri,
    lhe::{self, Lhe},
    lokus::{self, Lokus},
    nilai,
    penghargaan::{cetak, putusan, putusan::Putusan},
    penyampaian::{self, Penyampaian},
    periode::{self, Periode},
    skm::{self, RondeSkm, laporan::LaporanSkm, terbit::DariSidik},
};

#[derive(Debug, Clone)]
pub enum Dokumen {
    BeritaAcara(Box<BeritaAcara>, Vec<TandaTangan>),
    Lhe(Box<Lhe>),
    Hasil(Box<HasilBeku>),
    /// A follow-up report as it was sent.
    TindakLanjut(Box<Penyampaian>),
}

#[derive(Debug, Clone)]
pub struct Temuan {
    pub lokus: Lokus,
    pub dokumen: Dokumen,
    /// What stands beside it (unit, number, day, place, files) is what was signed, or what was recorded when it was made. Otherwise the page
    /// may not call it genuine.
    pub cocok: bool,
    /// The ministry validated the result that the document is about.
    pub divalidasi: bool,
}

/// As people type it: hyphens, blanks and capitals do not count.
#[must_use]
pub fn rapikan(kode: &str) -> String {
    kode.chars().filter(char::is_ascii_alphanumeric).take(64).map(|h| h.to_ascii_lowercase()).collect()
}

/// In groups of four, as it is printed.
#[must_use]
pub fn tampil(kode: &str) -> String {
    let huruf: Vec<char> = kode.chars().collect();
    huruf.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Whether the results of a period are published now.
pub async fn terbit(store: &Store, periode: PeriodeId) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM penerbitan n WHERE n.periode_id = $1 AND n.jenis = 'terbit'
        AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = $1 ORDER BY m.id DESC LIMIT 1)";
    Ok(store.baca().angka(sql, nilai![periode]).await? > 0)
}

/// # Errors
/// `TidakDitemukan` for a code that no document has.
pub async fn cari(store: &Store, kode: &str) -> Hasil<Temuan> {
    let c = store.baca();
    let kode = rapikan(kode);
    let (lokus, dokumen) = if let Some(b) = berita_acara::dari_kode(c, &kode).await? {
        let tanda = berita_acara::tanda_tangan(c, b.id).await?;
        (b.lokus_id, Dokumen::BeritaAcara(Box::new(b), tanda))
    } else if let Some(e) = lhe::dari_kode(c, &kode).await? {
        (e.lokus_id, Dokumen::Lhe(Box::new(e)))
    } else if let Some(p) = penyampaian::dari_kode(c, &kode).await? {
        (p.lokus_id, Dokumen::TindakLanjut(Box::new(p)))
    } else if kode.len() == 16 {
        let h = hasil::dari_kode(c, &kode).await?.ok_or(StoreError::TidakDitemukan)?;
        (h.lokus_id, Dokumen::Hasil(Box::new(h)))
    } else {
        return Err(StoreError::TidakDitemukan);
    };
    let hasil = match &dokumen {
        Dokumen::BeritaAcara(b, _) => b.hasil_id,
        Dokumen::Lhe(e) => Some(e.hasil_id),
        Dokumen::Hasil(h) => Some(h.id),
        Dokumen::TindakLanjut(_) => None,
    };
    let divalidasi = match hasil {
        Some(h) => crate::serah::divalidasi(c, h).await?,
        None => false,
    };
    let mut lokus = lokus::dari_id(c, lokus).await?;
    let cocok = cocok::periksa(store, &dokumen).await?;
    if let (Dokumen::BeritaAcara(b, _), true) = (&dokumen, cocok)
        && let Some(unit) = cocok::unit_tercetak(b)
    {
        // As printed: units are renamed, and the row of a lokus is signed by nobody.
        lokus.unit = unit;
    }
    Ok(Temuan { lokus, dokumen, cocok, divalidasi })
}

/// A document of a survey round. The figures of a publication are in its frozen text.
#[derive(Debug, Clone)]
pub enum DokumenSkm {
    Laporan(Box<LaporanSkm>),
    Penerbitan(Box<DariSidik>),
}

/// A document of a survey round by its code.
///
/// # Errors
/// `TidakDitemukan` for a code that no such document has.
pub async fn cari_skm(store: &Store, kode: &str) -> Hasil<(RondeSkm, DokumenSkm)> {
    let c = store.baca();
    let kode = rapikan(kode);
    if let Some(l) = skm::laporan::dari_kode(c, &kode).await? {
        return Ok((skm::dari_id(c, l.ronde_id).await?, DokumenSkm::Laporan(Box::new(l))));
    }
    let ada = if kode.len() == 16 { skm::terbit::dari_sidik(store, &kode).await? } else { None };
    let t = ada.ok_or(StoreError::TidakDitemukan)?;
    Ok((skm::dari_kode(c, &t.ronde_kode).await?, DokumenSkm::Penerbitan(Box::new(t))))
}

/// The decision behind the code of a certificate, with its period.
///
/// # Errors
/// `TidakDitemukan` for a code that no certificate has.
pub async fn cari_piagam(store: &Store, kode: &str) -> Hasil<(Putusan, Periode)> {
    let c = store.baca();
    let d = putusan::dari_kode(c, &rapikan(kode)).await?.ok_or(StoreError::TidakDitemukan)?;
    let p = periode::dari_id(c, d.periode_id).await?;
    Ok((d, p))
}

/// Whether a file with this hash is one of its certificates as they were printed.
pub async fn piagam_tercetak(store: &Store, d: &Putusan, sidik: &str) -> Hasil<bool> {
    cetak::tercetak(store.baca(), d.id, sidik).await
}
