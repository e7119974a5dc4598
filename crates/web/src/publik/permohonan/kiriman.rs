//! Reading a form with files. What is too large is read to its end and thrown away, so that the answer reaches the browser and
//! nothing that was typed is lost.

use axum::extract::Multipart;
use layanan::permohonan::BERKAS_MAKS;
use store::{
    Waktu,
    berkas::{self, Berkas, HALAMAN_MAKS, SalahBerkas, UKURAN_MAKS},
};

use super::isian::nama_medan;
use crate::{
    Error,
    error::Hasil,
    formulir::Formulir,
    muatan::{Muatan, Pegangan},
};

/// Bytes of all files of one sending together.
const SEMUA_MAKS: usize = 60 * 1024 * 1024;
/// Bytes that are read at all.
pub(super) const BATAS: usize = 160 * 1024 * 1024;
/// Bytes of one typed field, and of all of them.
const TEKS_MAKS: usize = 64 * 1024;
const TEKS_SEMUA: usize = 2 * 1024 * 1024;

/// A file as it came.
pub(super) struct Masuk {
    /// Name of the field of the form, without the prefix of the page.
    pub medan: String,
    pub nama: String,
    pub isi: Berkas,
}

/// What was sent; faults of files stand in the form at their fields.
pub(super) struct Kiriman {
    pub f: Formulir,
    pub berkas: Vec<Masuk>,
    /// Room in memory, kept as long as the files.
    pub pegangan: Pegangan,
}

/// Whose files are read, and whether he may send any more now.
pub(super) struct Pengirim<'a> {
    pub muatan: &'a Muatan,
    pub alamat: std::net::IpAddr,
    pub boleh: bool,
    /// When, for what one source may send in a day; `None` for an officer at the front desk.
    pub pada: Option<Waktu>,
}

struct Mentah {
    kontrol: String,
    nama: String,
    isi: Result<Vec<u8>, &'static str>,
}

/// Reads everything. `medan`: names of the form's file fields. Of who sent too often only what he typed is kept: his files are neither
/// held nor unpacked.
///
/// # Errors
/// When the request breaks off, is far too large, or there is no room for it now.
pub(super) async fn baca(mut kiriman: Multipart, medan: &[&str], p: &Pengirim<'_>) -> Hasil<Kiriman> {
    let (mut f, mut mentah, mut semua, mut tertulis) = (Formulir::kosong(), Vec::new(), 0_usize, 0_usize);
    let mut pegangan = p.muatan.mulai(p.alamat);
    while let Some(mut bagian) = kiriman.next_field().await? {
        let kontrol = bagian.name().unwrap_or_default().to_owned();
        let Some(nama) = bagian.file_name().map(str::to_owned) else {
            let mut teks = Vec::new();
            while let Some(c) = bagian.chunk().await? {
                tertulis += c.len();
                if teks.len() + c.len() > TEKS_MAKS || tertulis > TEKS_SEMUA {
                    return Err(Error::TerlaluBesar);
                }
                teks.extend_from_slice(&c);
            }
            f.taruh(kontrol, String::from_utf8_lossy(&teks).into_owned());
            continue;
        };
        let mut isi = Ok(Vec::new());
        while let Some(c) = bagian.chunk().await? {
            let Ok(b) = &mut isi else { continue };
            semua += c.len();
            if b.len() + c.len() > UKURAN_MAKS {
                isi = Err(SalahBerkas::TerlaluBesar.kunci());
            } else if semua > SEMUA_MAKS || mentah.len() >= BERKAS_MAKS * 2 {
                isi = Err("permohonan-berkas-semua");
            } else if !p.boleh {
                isi = Err("permohonan-terlalu-sering");
            } else if p.pada.is_some_and(|pada| !pegangan.hari_ini(c.len(), pada)) {
                isi = Err("berkas-harian");
            } else {
                pegangan.tambah(c.len())?;
                b.extend_from_slice(&c);
            }
        }
        if isi.as_ref().is_ok_and(Vec::is_empty) {
            continue;
        }
        mentah.push(Mentah { kontrol, nama, isi });
    }
    let (mut berkas, dikenal) = (Vec::new(), |m: &Mentah| medan.iter().find(|x| nama_medan(x) == m.kontrol).map(|x| (*x).to_owned()));
    for m in mentah {
        let Some(nama_isian) = dikenal(&m) else { continue };
        match periksa(m.isi).await? {
            Ok(isi) => berkas.push(Masuk { medan: nama_isian, nama: m.nama, isi }),
            Err(kunci) => f.salahkan_dengan(&m.kontrol, kunci, vec![("halaman", HALAMAN_MAKS.to_string())]),
        }
    }
    Ok(Kiriman { f, berkas, pegangan })
}

/// The content check; unpacking takes time that other requests of this thread should not wait for.
async fn periksa(isi: Result<Vec<u8>, &'static str>) -> Hasil<Result<Berkas, &'static str>> {
    let isi = match isi {
        Ok(isi) => isi,
        Err(kunci) => return Ok(Err(kunci)),
    };
    let hasil = tokio::task::spawn_blocking(move || berkas::periksa_kiriman(isi)).await.map_err(|e| Error::Dalam(e.to_string()))?;
    Ok(hasil.map_err(SalahBerkas::kunci))
}
