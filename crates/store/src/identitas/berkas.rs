//! Sealing of whole files: each under a key of its own that lies, sealed as every identity field, in the row that the file belongs to. The
//! file of another row opens nowhere, and a row that is erased takes what opens its file with it.

use super::{Milik, Tersegel, segel};
use crate::{Hasil, Kunci, StoreError, rahasia};

const KUNCI: usize = 32;

/// The file as it is stored, and its key as it stands in the column `milik`.
pub(super) fn segel_berkas(kunci: &Kunci, milik: Milik<'_>, isi: &[u8]) -> Hasil<(Vec<u8>, String)> {
    let rahasia: [u8; KUNCI] = rand::random();
    let badan = rahasia::segel_di(&rahasia, milik.0, milik.1.as_bytes(), isi)?;
    Ok((badan, segel(kunci, milik, &hex::encode(rahasia))?))
}

/// The file as it was sent. Without a key it lies so.
///
/// # Errors
/// `Rusak` when the key is not in the key file, or file or key belong elsewhere or were changed.
pub(super) fn buka_berkas(kunci: &Kunci, milik: Milik<'_>, tersegel: &Tersegel, badan: Vec<u8>) -> Hasil<Vec<u8>> {
    if tersegel.kosong() {
        return Ok(badan);
    }
    let rusak = || StoreError::Rusak(format!("sealed file of {} {}: changed, or moved", milik.0, milik.1));
    let mut rahasia = [0; KUNCI];
    hex::decode_to_slice(tersegel.buka(kunci, milik)?, &mut rahasia).map_err(|_| rusak())?;
    rahasia::buka_di(&rahasia, milik.0, milik.1.as_bytes(), &badan).ok_or_else(rusak)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_file_opens_in_its_row_only() {
        let (kunci, m) = (Kunci::dari_benih([7; 32]), Milik("pengaduan_lampiran.kunci", Uuid::from_u128(9)));
        let (badan, k) = segel_berkas(&kunci, m, b"%PDF-1.4 Bu Rini").unwrap();
        let t = Tersegel(k.clone());
        assert!(k.starts_with("~1:") && !badan.windows(4).any(|w| w == b"Rini"));
        assert_eq!(buka_berkas(&kunci, m, &t, badan.clone()).unwrap(), b"%PDF-1.4 Bu Rini");
        assert_ne!(segel_berkas(&kunci, m, b"%PDF-1.4 Bu Rini").unwrap().0, badan, "the same file twice looks different");
        let lain = Milik(m.0, Uuid::from_u128(10));
        assert!(buka_berkas(&kunci, lain, &t, badan.clone()).is_err(), "key and file moved to another row");
        let (_, k) = segel_berkas(&kunci, lain, b"x").unwrap();
        assert!(buka_berkas(&kunci, lain, &Tersegel(k), badan.clone()).is_err(), "the file alone moved to another row");
        assert!(buka_berkas(&Kunci::dari_benih([8; 32]), m, &t, badan.clone()).is_err());
        let mut rusak = badan.clone();
        rusak[20] ^= 1;
        assert!(buka_berkas(&kunci, m, &t, rusak).is_err());
        assert_eq!(buka_berkas(&kunci, m, &Tersegel(String::new()), badan.clone()).unwrap(), badan, "of an older program");
    }
}
