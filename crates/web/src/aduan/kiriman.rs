//! A form that may carry files: texts into the form, files checked by their content. Pictures come out without place and device.

mod salah;

use axum::extract::Multipart;
use store::berkas::{self, Berkas, HALAMAN_MAKS};

pub use self::salah::{maks, medan, ulang};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::{DITOLAK, Formulir},
    kiriman::tetap::tetap,
    konteks::Konteks,
    muatan::Pegangan,
};

/// Field of the files.
pub const MEDAN: &str = "lampiran";
/// Whole body of such a form, in bytes.
pub const BATAS: usize = 26 * 1024 * 1024;
/// Bytes of all typed fields together.
const TEKS_SEMUA: usize = 2 * 1024 * 1024;
/// What a file may be, for the chooser of the browser.
pub const TERIMA: &str = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx";

/// Name and bytes.
pub type Mentah = Vec<(String, Vec<u8>)>;

/// Texts, files, and the room in memory that the files take, to be kept as long as they are.
///
/// # Errors
/// When the request breaks off, is too large, or there is no room for it now.
pub async fn baca(app: &AppState, k: &Konteks, mut kiriman: Multipart) -> Hasil<(Formulir, Mentah, Pegangan)> {
    let (mut f, mut semua) = (Formulir::kosong(), Vec::new());
    let mut pegangan = app.muatan.mulai(k.permintaan.alamat());
    // Officers who type what came on paper are not counted.
    let pada = k.pelaku.is_none().then(|| app.store.sekarang());
    let (mut habis, mut tertulis) = (false, 0_usize);
    while let Some(mut bagian) = kiriman.next_field().await? {
        let medan = bagian.name().unwrap_or_default().to_owned();
        match bagian.file_name().map(str::to_owned) {
            Some(nama) if medan == MEDAN => {
                let mut isi = Vec::new();
                while let Some(c) = bagian.chunk().await? {
                    // What comes after is read to its end and thrown away, so that what was typed is not lost.
                    habis |= pada.is_some_and(|pada| !pegangan.hari_ini(c.len(), pada));
                    if !habis {
                        pegangan.tambah(c.len())?;
                        isi.extend_from_slice(&c);
                    }
                }
                if !habis && !isi.is_empty() {
                    semua.push((nama.chars().filter(|h| !h.is_control()).take(200).collect(), isi));
                }
            }
            _ => {
                let mut teks = Vec::new();
                while let Some(c) = bagian.chunk().await? {
                    tertulis += c.len();
                    if tertulis > TEKS_SEMUA {
                        return Err(Error::TerlaluBesar);
                    }
                    teks.extend_from_slice(&c);
                }
                f.taruh(medan, String::from_utf8_lossy(&teks).into_owned());
            }
        }
    }
    if habis {
        f.salahkan(MEDAN, "berkas-harian");
    }
    Ok((f, semua, pegangan))
}

/// The files as they may be kept; a fault goes to the field. Checking reads whole files, so not on a thread that answers requests.
pub async fn periksa(f: &mut Formulir, semua: Mentah) -> Vec<(String, Berkas)> {
    if semua.len() > store::pengaduan::LAMPIRAN_MAKS {
        f.salahkan(MEDAN, "aduan-lampiran-banyak");
        return Vec::new();
    }
    let kerja = || semua.into_iter().map(|(nama, isi)| (nama, berkas::periksa_kiriman(isi))).collect::<Vec<_>>();
    let Ok(diperiksa) = tokio::task::spawn_blocking(kerja).await else {
        f.salahkan(MEDAN, "pengaduan-lampiran-ulang");
        return Vec::new();
    };
    let mut baik = Vec::new();
    for (nama, hasil) in diperiksa {
        match hasil {
            Ok(b) => baik.push((nama, b)),
            Err(e) => {
                if f.salah(MEDAN).is_none() {
                    f.salahkan_dengan(MEDAN, e.kunci(), maks());
                }
                f.taruh(DITOLAK, nama);
            }
        }
    }
    if f.salah(MEDAN).is_some() { Vec::new() } else { baik }
}

/// What may be attached, in words; which files were refused, where some were.
pub fn bantu(k: &Konteks, f: &Formulir) -> String {
    let jumlah = i64::try_from(store::pengaduan::LAMPIRAN_MAKS).unwrap_or(0);
    let boleh = k.a("pengaduan-lampiran-bantu", [("jumlah", jumlah.into()), ("halaman", HALAMAN_MAKS.to_string().into())]);
    let ditolak = f.semua(DITOLAK).collect::<Vec<_>>().join(", ");
    if ditolak.is_empty() {
        return boleh;
    }
    let kunci = if tetap(f) { "pengaduan-lampiran-tolak" } else { "pengaduan-lampiran-tolak-ulang" };
    format!("{} {boleh}", k.a(kunci, [("nama", ditolak.into())]))
}
