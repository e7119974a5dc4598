//! Makes inputs out of seeds. The same start gives the same inputs, so that a failure can be found again.

/// Pieces that readers stumble over.
const KATA: [&[u8]; 26] = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"\x80",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    b"\xef\xbb\xbf",
    b"\"",
    b"'",
    b"\r\n",
    b"\r\n--b\r\n",
    b"--b--",
    b"[[",
    b"]]",
    b"= ",
    b"{",
    b"}",
    b"%",
    b"%00",
    b"obj",
    b"stream\n",
    b"/#",
    b"63040000",
    b"\xed\xa0\x80",
];
/// Largest input; some seeds are large, and growth has an end.
const MAKS: usize = 256 * 1024;

/// SplitMix64.
pub struct Acak(u64);

impl Acak {
    pub fn baru(awal: u64) -> Self {
        Self(awal)
    }

    fn angka(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`; 0 for 0.
    fn di_bawah(&mut self, n: usize) -> usize {
        usize::try_from(self.angka() % u64::try_from(n.max(1)).unwrap()).unwrap()
    }

    fn pilih<'a, T>(&mut self, semua: &'a [T]) -> &'a T {
        &semua[self.di_bawah(semua.len())]
    }

    /// A piece of at most 64 bytes.
    fn potong(&mut self, isi: &[u8]) -> std::ops::Range<usize> {
        let mulai = self.di_bawah(isi.len());
        mulai..isi.len().min(mulai + 1 + self.di_bawah(64))
    }

    /// One seed after one to eight changes.
    pub fn ubah(&mut self, benih: &[Vec<u8>]) -> Vec<u8> {
        let mut isi = self.pilih(benih).clone();
        for _ in 0..=self.di_bawah(8) {
            self.sekali(&mut isi, benih);
            isi.truncate(MAKS);
        }
        isi
    }

    fn sekali(&mut self, isi: &mut Vec<u8>, benih: &[Vec<u8>]) {
        let (letak, cara) = (self.di_bawah(isi.len()), self.di_bawah(9));
        match cara {
            0 if !isi.is_empty() => isi[letak] ^= 1 << self.di_bawah(8),
            1 if !isi.is_empty() => isi[letak] = self.angka().to_le_bytes()[0],
            2 => {
                let r = self.potong(isi);
                isi.drain(r);
            }
            3 => {
                let r = self.potong(isi);
                let salinan = isi[r].to_vec();
                isi.splice(letak..letak, salinan);
            }
            4 => {
                let lain = self.pilih(benih).clone();
                let r = self.potong(&lain);
                isi.splice(letak..letak, lain[r].to_vec());
            }
            5 => isi.truncate(letak),
            // Where a number stands, another one.
            6 => {
                let angka: Vec<usize> = (0..isi.len()).filter(|i| isi[*i].is_ascii_digit()).take(4096).collect();
                if !angka.is_empty() {
                    let i = *self.pilih(&angka);
                    isi[i] = b"0123456789"[self.di_bawah(10)];
                }
            }
            7 => {
                let sisa = isi.len() - letak;
                let lain = self.pilih(benih).clone();
                isi.truncate(letak);
                isi.extend_from_slice(&lain[lain.len().saturating_sub(sisa)..]);
            }
            _ => {
                let kata = *self.pilih(&KATA);
                isi.splice(letak..letak, kata.to_vec());
            }
        }
    }
}
