//! A page that is compressed once and sent many times, each time with other values in a few places.
//!
//! The text between two values is a deflate stream of its own that ends at a byte boundary (sync flush) and never looks
//! back over a value; a value travels as a stored block. One gzip member, so every browser reads it. No page logic here.

use std::io;

use axum::body::Bytes;
use flate2::{Compress, Compression, FlushCompress, Status};

/// Ten bytes: magic, deflate, no flags, no time, no extra flags, unknown system.
const KEPALA: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/// A text with places for values.
pub struct Sisipan {
    awal: Ruas,
    /// Which value comes next, and the text after it.
    lanjut: Vec<(usize, Ruas)>,
    /// Checksum of `awal`, so that it is not computed anew for every request.
    crc_awal: u32,
}

struct Ruas {
    polos: Box<[u8]>,
    mampat: Box<[u8]>,
}

impl Sisipan {
    /// Cuts `teks` at each `penanda`; the n-th marker may stand in it any number of times and gives way to the n-th value.
    ///
    /// # Errors
    /// When the compressor fails, which is a fault of the program.
    pub fn baru(teks: &str, penanda: &[&str]) -> io::Result<Self> {
        let potong = potong(teks, penanda);
        let akhir = potong.len() - 1;
        let mut ruas = Vec::with_capacity(potong.len());
        for (no, (nilai, isi)) in potong.into_iter().enumerate() {
            ruas.push((nilai, Ruas { polos: isi.as_bytes().into(), mampat: kempis(isi.as_bytes(), no == akhir)? }));
        }
        let (_, awal) = ruas.remove(0);
        let crc_awal = crc32fast::hash(&awal.polos);
        Ok(Self { awal, lanjut: ruas, crc_awal })
    }

    /// The whole page as one gzip member. `nilai` are shorter than 64 kB each; what is missing is empty.
    #[must_use]
    pub fn gzip(&self, nilai: &[&str]) -> Bytes {
        let mut hasil = Vec::with_capacity(self.panjang(nilai, |r| r.mampat.len() + 5) + 18);
        let mut crc = crc32fast::Hasher::new_with_initial_len(self.crc_awal, self.awal.polos.len() as u64);
        hasil.extend_from_slice(&KEPALA);
        hasil.extend_from_slice(&self.awal.mampat);
        for (no, ruas) in &self.lanjut {
            let satu = nilai.get(*no).copied().unwrap_or_default().as_bytes();
            let panjang = u16::try_from(satu.len()).unwrap_or(u16::MAX);
            let satu = &satu[..usize::from(panjang)];
            hasil.push(0);
            hasil.extend_from_slice(&panjang.to_le_bytes());
            hasil.extend_from_slice(&(!panjang).to_le_bytes());
            hasil.extend_from_slice(satu);
            hasil.extend_from_slice(&ruas.mampat);
            crc.update(satu);
            crc.update(&ruas.polos);
        }
        let panjang = crc.total_len();
        hasil.extend_from_slice(&crc.finalize().to_le_bytes());
        // The format keeps the length modulo 2^32.
        hasil.extend_from_slice(&panjang.to_le_bytes()[..4]);
        hasil.into()
    }

    /// The whole page uncompressed.
    #[must_use]
    pub fn polos(&self, nilai: &[&str]) -> Bytes {
        let mut hasil = Vec::with_capacity(self.panjang(nilai, |r| r.polos.len()));
        hasil.extend_from_slice(&self.awal.polos);
        for (no, ruas) in &self.lanjut {
            hasil.extend_from_slice(nilai.get(*no).copied().unwrap_or_default().as_bytes());
            hasil.extend_from_slice(&ruas.polos);
        }
        hasil.into()
    }

    /// Memory that the page takes, in bytes.
    #[must_use]
    pub fn ukuran(&self) -> usize {
        self.panjang(&[], |r| r.polos.len() + r.mampat.len())
    }

    fn panjang(&self, nilai: &[&str], ruas: impl Fn(&Ruas) -> usize) -> usize {
        let lanjut = self.lanjut.iter().map(|(no, r)| ruas(r) + nilai.get(*no).map_or(0, |v| v.len()));
        ruas(&self.awal) + lanjut.sum::<usize>()
    }
}

/// The text up to the first marker (its number means nothing), then each marker's number with the text after it.
fn potong<'a>(teks: &'a str, penanda: &[&str]) -> Vec<(usize, &'a str)> {
    let mut hasil = Vec::new();
    let (mut sisa, mut nilai) = (teks, 0);
    let dekat = |s: &str| penanda.iter().enumerate().filter_map(|(no, p)| s.find(p).map(|i| (i, no, p.len()))).min();
    while let Some((i, no, panjang)) = dekat(sisa) {
        hasil.push((nilai, &sisa[..i]));
        sisa = &sisa[i + panjang..];
        nilai = no;
    }
    hasil.push((nilai, sisa));
    hasil
}

/// One piece as raw deflate: the last one ends the stream, the others end at a byte boundary and let it go on.
fn kempis(isi: &[u8], akhir: bool) -> io::Result<Box<[u8]>> {
    let mut hasil = Vec::with_capacity(isi.len() / 2 + 64);
    let mut mesin = Compress::new(Compression::best(), false);
    let cara = if akhir { FlushCompress::Finish } else { FlushCompress::Sync };
    loop {
        let terbaca = usize::try_from(mesin.total_in()).map_err(io::Error::other)?;
        let status = mesin.compress_vec(&isi[terbaca..], &mut hasil, cara).map_err(io::Error::other)?;
        let habis = mesin.total_in() == isi.len() as u64;
        // A flush is complete when there was room left for more.
        if status == Status::StreamEnd || (!akhir && habis && hasil.len() < hasil.capacity()) {
            return Ok(hasil.into());
        }
        hasil.reserve(isi.len() / 4 + 64);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    fn buka(isi: &[u8]) -> String {
        let mut teks = String::new();
        GzDecoder::new(isi).read_to_string(&mut teks).unwrap();
        teks
    }

    #[test]
    fn what_is_unpacked_is_the_page_with_its_values() {
        let panjang = "<p>Pernyataan: pelayanan cepat</p>\n".repeat(3000);
        for (teks, nilai) in [
            ("a%%ID%%b%%STEMPEL%%c", ["satu", "dua"]),
            ("%%STEMPEL%%%%ID%%", ["x", ""]),
            ("tanpa nilai", ["x", "y"]),
            ("", ["x", "y"]),
            (&format!("{panjang}%%ID%%{panjang}%%STEMPEL%% dan lagi %%ID%%"), ["0197a000-0000-4000-8000-000000000001", "é"]),
        ] {
            let harap = teks.replace("%%ID%%", nilai[0]).replace("%%STEMPEL%%", nilai[1]);
            let halaman = Sisipan::baru(teks, &["%%ID%%", "%%STEMPEL%%"]).unwrap();
            assert_eq!(halaman.polos(&nilai), harap.as_bytes());
            // Twice: the first request must not change the second.
            assert_eq!(buka(&halaman.gzip(&nilai)), harap);
            assert_eq!(buka(&halaman.gzip(&nilai)), harap);
        }
    }

    /// `GzDecoder` checks the checksum and the length; this proves that it does.
    #[test]
    fn a_wrong_checksum_would_be_noticed() {
        let mut isi = Sisipan::baru("a%%ID%%b", &["%%ID%%"]).unwrap().gzip(&["nilai"]).to_vec();
        let crc = isi.len() - 8;
        isi[crc] ^= 1;
        assert!(GzDecoder::new(&isi[..]).read_to_string(&mut String::new()).is_err());
    }
}
