//! Sealing of identity fields: names, addresses, numbers, answers, stories and files that citizens gave. Each value lies in its column as
//! `~1:<key>:<base64>`, under a key of the key file, bound to its column and to the row it belongs to, so a copy of the database opens
//! none and a value moved elsewhere opens nowhere. Replacing the key, and sealing what an older program left, is `ulang`.

mod berkas;
pub(crate) mod lampiran;
mod ulang;

use berkas::{buka_berkas, segel_berkas};
pub use lampiran::buka_objek;
pub use ulang::{Sisa, buang_lama, ganti, lanjutkan, sisa};

use crate::{Hasil, Kunci, StoreError, rahasia};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::{ColIdx, QueryResult, TryGetError, TryGetable};
use uuid::Uuid;

/// What a sealed value begins with; the digit is the form's version.
const TANDA: &str = "~1:";
/// Digits of a key's short name.
const NAMA: usize = 8;

/// Columns that are sealed, with the column that says whose row it is.
pub const MEDAN: &[(&str, &str, &[&str])] = &[
    ("permohonan", "id", &["nama", "kontak", "isi"]),
    ("permohonan_isi_lama", "permohonan_id", &["isi"]),
    ("permohonan_kontak", "permohonan_id", &["surel"]),
    ("permohonan_ambil", "permohonan_id", &["penerima"]),
    ("permohonan_peristiwa", "id", &["alasan"]),
    ("permohonan_berkas", "id", &["nama", "kunci"]),
    ("permohonan_catatan", "id", &["isi"]),
    ("permohonan_telat", "id", &["alasan"]),
    ("permohonan_dokumen", "id", &["teks", "kunci"]),
    ("pesanan_kontak", "pesanan_id", &["surel", "telepon"]),
    ("pengaduan_pelapor", "pengaduan_id", &["nama", "surel", "telepon"]),
    ("pengaduan", "id", &["judul", "isi", "tempat"]),
    ("pengaduan_langkah", "id", &["teks", "catatan"]),
    ("pengaduan_lampiran", "id", &["nama", "kunci"]),
    ("konsultasi", "id", &["nama", "surel", "telepon", "topik", "isi"]),
    ("konsultasi_langkah", "id", &["teks"]),
    ("gerbang_kontak", "perkara_id", &["telepon"]),
];

/// Whether a column is sealed.
#[must_use]
pub fn tersegel(tabel: &str, kolom: &str) -> bool {
    MEDAN.iter().any(|(t, _, semua)| *t == tabel && semua.contains(&kolom))
}

/// A text as it lies in its column: sealed, or plain where an older program left it and the sealer has not come by. Never shown as it
/// is.
#[derive(Clone, PartialEq, Eq)]
pub struct Tersegel(String);

impl std::fmt::Debug for Tersegel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tersegel")
    }
}

impl TryGetable for Tersegel {
    fn try_get_by<I: ColIdx>(hasil: &QueryResult, indeks: I) -> Result<Self, TryGetError> {
        String::try_get_by(hasil, indeks).map(Self)
    }
}

/// `tabel.kolom` and the row that a value is bound to.
#[derive(Debug, Clone, Copy)]
pub struct Milik<'a>(pub &'a str, pub Uuid);

impl Tersegel {
    /// Nothing was given; emptiness is not sealed.
    #[must_use]
    pub fn kosong(&self) -> bool {
        self.0.is_empty()
    }

    /// # Errors
    /// `Rusak` when the key is not in the key file, or the value belongs elsewhere or was changed.
    pub fn buka(&self, kunci: &Kunci, milik: Milik<'_>) -> Hasil<String> {
        let Some((nama, badan)) = bagian(&self.0) else { return Ok(self.0.clone()) };
        let rusak = |apa: &str| StoreError::Rusak(format!("sealed value {} of {}: {apa}", milik.0, milik.1));
        let kunci = kunci.identitas().into_iter().find(|k| k.id() == nama);
        let kunci = kunci.ok_or_else(|| rusak("its key is not in instalasi.kunci; copy the file from where the key was replaced"))?;
        let badan = URL_SAFE_NO_PAD.decode(badan).map_err(|_| rusak("not base64"))?;
        let isi = rahasia::buka_di(&kunci.rahasia, milik.0, milik.1.as_bytes(), &badan).ok_or_else(|| rusak("changed, or moved"))?;
        String::from_utf8(isi).map_err(|_| rusak("not text"))
    }
}

/// Short name of the key and the body; `None` for plain text.
fn bagian(teks: &str) -> Option<(&str, &str)> {
    let (nama, badan) = teks.strip_prefix(TANDA)?.split_once(':')?;
    (nama.len() == NAMA && nama.bytes().all(|b| b.is_ascii_hexdigit())).then_some((nama, badan))
}

/// The value as it is stored; an empty one stays empty.
pub(crate) fn segel(kunci: &Kunci, milik: Milik<'_>, isi: &str) -> Hasil<String> {
    if isi.is_empty() {
        return Ok(String::new());
    }
    let semua = kunci.identitas();
    let kini = semua.last().ok_or_else(|| StoreError::Rusak("no key for identity fields".into()))?;
    let badan = rahasia::segel_di(&kini.rahasia, milik.0, milik.1.as_bytes(), isi.as_bytes())?;
    Ok(format!("{TANDA}{}:{}", kini.id(), URL_SAFE_NO_PAD.encode(badan)))
}

/// The same for what may be missing.
pub(crate) fn segel_opsi(kunci: &Kunci, milik: Milik<'_>, isi: Option<&str>) -> Hasil<Option<String>> {
    isi.map(|t| segel(kunci, milik, t)).transpose()
}

/// The same for what may be missing.
pub(crate) fn buka_opsi(kunci: &Kunci, milik: Milik<'_>, isi: Option<&Tersegel>) -> Hasil<Option<String>> {
    isi.map(|t| t.buka(kunci, milik)).transpose()
}

/// Opens a text that was read without a type; what is plain stays as it is.
pub(crate) fn buka_teks(kunci: &Kunci, milik: Milik<'_>, isi: &str) -> Hasil<String> {
    Tersegel(isi.to_owned()).buka(kunci, milik)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_at_its_place_under_its_key_only() {
        let (kunci, id) = (Kunci::dari_benih([7; 32]), Uuid::from_u128(9));
        let m = Milik("permohonan.nama", id);
        let s = segel(&kunci, m, "Ani Wijaya").unwrap();
        assert!(s.starts_with("~1:") && !s.contains("Ani"), "{s}");
        let t = Tersegel(s.clone());
        assert_eq!(t.buka(&kunci, m).unwrap(), "Ani Wijaya");
        assert!(t.buka(&kunci, Milik("permohonan.kontak", id)).is_err(), "another column");
        assert!(t.buka(&kunci, Milik("permohonan.nama", Uuid::from_u128(10))).is_err(), "another row");
        assert!(t.buka(&Kunci::dari_benih([8; 32]), m).is_err(), "another installation");
        assert_ne!(segel(&kunci, m, "Ani Wijaya").unwrap(), s, "the same text twice looks different");
        assert_eq!(segel(&kunci, m, "").unwrap(), "");
        // What an older program left, and what people type, is no seal.
        for polos in ["Ani", "", "~1:x", "~1:zzzzzzzz:abc"] {
            assert_eq!(Tersegel(polos.into()).buka(&kunci, m).unwrap(), polos);
        }
        assert_eq!(format!("{t:?}"), "Tersegel");
    }
}
