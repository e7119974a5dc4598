//! A form that came with one file (`multipart/form-data`), read whole: for pages of people who signed in, within the limit that their
//! route gives. Forms of anybody count what they take (`aduan::kiriman`, `publik::permohonan::kiriman`), evidence comes in parts
//! (`lokus::bukti`); what a file must be is said by each page, but for decrees, which several pages take.

mod sk;
pub(crate) mod tetap;

pub use sk::SkKiriman;

use axum::extract::Multipart;
use store::berkas::{self, Tipe};

use crate::{error::Hasil, formulir::Formulir};

/// Bytes of the file of a decree, and of a form that brings one.
pub const SK_MAKS: usize = 20 * 1024 * 1024;
pub const SK_KIRIMAN: usize = SK_MAKS + 256 * 1024;
/// Characters of a file's name that are kept.
const NAMA_MAKS: usize = 200;

/// Name, fit to be shown, and content as it was sent.
pub type Terkirim = (String, Vec<u8>);

/// The text fields, and beside them the file of the field `medan`; an empty one is none.
///
/// # Errors
/// When the request breaks off or is too large.
pub async fn baca(mut kiriman: Multipart, medan: &str) -> Hasil<(Formulir, Option<Terkirim>)> {
    let (mut f, mut berkas) = (Formulir::kosong(), None);
    while let Some(bagian) = kiriman.next_field().await? {
        let kontrol = bagian.name().unwrap_or_default().to_owned();
        match bagian.file_name().map(nama) {
            Some(nama) if kontrol == medan => {
                let isi = bagian.bytes().await?;
                if !isi.is_empty() {
                    berkas = Some((nama, isi.into()));
                }
            }
            _ => f.taruh(kontrol, bagian.text().await?),
        }
    }
    Ok((f, berkas))
}

/// A file's name without control characters, and not longer than can be kept.
#[must_use]
pub fn nama(mentah: &str) -> String {
    mentah.chars().filter(|h| !h.is_control()).take(NAMA_MAKS).collect()
}

/// The file of a decree has to be there and to be a whole PDF; a fault stays at `berkas`.
pub fn periksa_sk(f: &mut Formulir, berkas: Option<&Terkirim>) {
    match berkas {
        Some((_, isi)) if isi.len() > SK_MAKS => f.salahkan("berkas", "periode-sk-salah-besar"),
        Some((_, isi)) if !pdf(isi) => f.salahkan("berkas", "periode-sk-salah-berkas"),
        Some(_) => {}
        None => f.salahkan("berkas", "periode-sk-berkas-wajib"),
    }
}

/// A whole PDF, by the same check as evidence.
#[must_use]
pub fn pdf(isi: &[u8]) -> bool {
    berkas::periksa(isi.to_vec()).is_ok_and(|b| b.tipe() == Tipe::Pdf)
}
