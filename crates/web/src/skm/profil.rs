//! The profile of a respondent as it is stored: five bytes in a fixed order, each an index in the edition's options or the
//! number of a service.

use ::skm::Edisi;
use ::skm::edisi::JenisProfil;

/// The order of the bytes.
pub const DIMENSI: [&str; 5] = ["layanan", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"];

/// A field that the edition asks.
pub struct Bidang {
    /// Which byte.
    pub dimensi: usize,
    pub kunci: &'static str,
    pub label: String,
    pub jenis: JenisProfil,
    /// Value of the byte and label.
    pub opsi: Vec<(u8, String)>,
    /// Keys of the edition's options, by the same order; empty for services.
    pub kunci_opsi: Vec<String>,
}

/// The fields of an edition in the order of the bytes, with the services of the round.
#[must_use]
pub fn bidang(edisi: &Edisi, layanan: &[(i64, String)]) -> Vec<Bidang> {
    let satu = |(dimensi, kunci): (usize, &'static str)| {
        let b = edisi.cari_profil(kunci)?;
        let opsi: Vec<(u8, String)> = match b.jenis {
            JenisProfil::Layanan => layanan.iter().filter_map(|(n, nama)| Some((u8::try_from(*n).ok()?, nama.clone()))).collect(),
            _ => (0_u8..).zip(b.opsi.iter().map(|o| o.label.clone())).collect(),
        };
        let kunci_opsi = b.opsi.iter().map(|o| o.kunci.clone()).collect();
        Some(Bidang { dimensi, kunci, label: b.label.clone(), jenis: b.jenis, opsi, kunci_opsi })
    };
    DIMENSI.into_iter().enumerate().filter_map(satu).collect()
}
