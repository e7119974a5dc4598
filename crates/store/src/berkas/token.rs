//! The words of a PDF: enough to find its objects. Every step goes forward, so reading ends whatever the bytes are.

/// A text in parentheses ends here at the latest.
const TEKS_MAKS: usize = 64 * 1024;
/// Nesting of lists and dictionaries that is followed.
const DALAM_MAKS: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    BukaKamus,
    TutupKamus,
    BukaLarik,
    TutupLarik,
    Nama(&'a [u8]),
    /// A number or an operator.
    Kata(&'a [u8]),
    Teks,
}

impl<'a> Token<'a> {
    pub(super) fn kata(self) -> Option<&'a [u8]> {
        if let Self::Kata(k) = self { Some(k) } else { None }
    }

    pub(super) fn nama(self) -> Option<&'a [u8]> {
        if let Self::Nama(n) = self { Some(n) } else { None }
    }

    pub(super) fn angka(self) -> Option<u32> {
        self.kata().and_then(|k| std::str::from_utf8(k).ok()).and_then(|t| t.parse().ok())
    }

    pub(super) fn buka_kamus(self) -> bool {
        self == Self::BukaKamus
    }
}

pub(super) struct Pembaca<'a> {
    isi: &'a [u8],
    letak: usize,
}

fn jeda(b: u8) -> bool {
    matches!(b, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn batas(b: u8) -> bool {
    jeda(b) || b"()<>[]{}/%".contains(&b)
}

impl<'a> Pembaca<'a> {
    pub(super) fn baru(isi: &'a [u8], letak: usize) -> Self {
        Self { isi, letak }
    }

    pub(super) fn letak(&self) -> usize {
        self.letak
    }

    pub(super) fn ke(&mut self, letak: usize) {
        self.letak = letak;
    }

    pub(super) fn sisa(&self) -> &'a [u8] {
        self.isi.get(self.letak..).unwrap_or_default()
    }

    fn lihat(&self) -> Option<u8> {
        self.isi.get(self.letak).copied()
    }

    /// Bytes from here as long as they fit.
    fn selama(&mut self, cocok: impl Fn(u8) -> bool) -> &'a [u8] {
        let n = self.sisa().iter().take_while(|b| cocok(**b)).count();
        let isi = self.sisa().get(..n).unwrap_or_default();
        self.letak += n;
        isi
    }

    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        loop {
            self.selama(jeda);
            if self.lihat()? != b'%' {
                break;
            }
            self.selama(|b| b != b'\n' && b != b'\r');
        }
        let (pertama, kedua) = (self.lihat()?, self.isi.get(self.letak + 1).copied());
        self.letak += 1;
        Some(match (pertama, kedua) {
            (b'<', Some(b'<')) => self.dua(Token::BukaKamus),
            (b'>', Some(b'>')) => self.dua(Token::TutupKamus),
            (b'[', _) => Token::BukaLarik,
            (b']', _) => Token::TutupLarik,
            (b'/', _) => Token::Nama(self.selama(|b| !batas(b))),
            (b'(', _) => self.teks(),
            (b'<', _) => {
                self.selama(|b| b.is_ascii_hexdigit() || jeda(b));
                if self.lihat() == Some(b'>') {
                    self.letak += 1;
                }
                Token::Teks
            }
            (b, _) if batas(b) => Token::Teks,
            _ => {
                self.letak -= 1;
                Token::Kata(self.selama(|b| !batas(b)))
            }
        })
    }

    fn dua(&mut self, t: Token<'a>) -> Token<'a> {
        self.letak += 1;
        t
    }

    /// A text in parentheses, which may nest and be escaped.
    fn teks(&mut self) -> Token<'a> {
        let (mut dalam, mut i) = (1_usize, 0);
        let sisa = self.sisa();
        while let Some(b) = sisa.get(i).filter(|_| i < TEKS_MAKS) {
            i += 1;
            match b {
                b'\\' => i += 1,
                b'(' => dalam += 1,
                b')' => dalam -= 1,
                _ => {}
            }
            if dalam == 0 {
                break;
            }
        }
        self.letak = (self.letak + i).min(self.isi.len());
        Token::Teks
    }

    /// Passes over one value: a word, a reference, a list or a dictionary with all it holds.
    pub(super) fn lewati_nilai(&mut self) {
        let (mut dalam, awal) = (0_usize, self.letak);
        loop {
            let sebelum = self.letak;
            match self.token() {
                None => return,
                Some(Token::BukaKamus | Token::BukaLarik) => dalam += 1,
                Some(Token::TutupKamus | Token::TutupLarik) if dalam == 0 => return self.ke(sebelum),
                Some(Token::TutupKamus | Token::TutupLarik) => dalam -= 1,
                // An object without an end.
                Some(Token::Kata(b"endobj" | b"endstream")) => return self.ke(sebelum.max(awal)),
                Some(t) if dalam == 0 && t.angka().is_some() => return self.rujukan(),
                Some(_) => {}
            }
            if dalam == 0 || dalam > DALAM_MAKS {
                return;
            }
        }
    }

    /// After a number: the rest of `12 0 R`, where it is one.
    fn rujukan(&mut self) {
        let letak = self.letak;
        let rujuk = self.token().is_some_and(|t| t.angka().is_some()) && self.token().and_then(Token::kata) == Some(b"R");
        if !rujuk {
            self.ke(letak);
        }
    }

    /// The bytes of a stream whose `stream` was just read, by its length where that leads to `endstream`; passes over them.
    pub(super) fn aliran(&mut self, panjang: Option<usize>) -> &'a [u8] {
        if self.lihat() == Some(b'\r') {
            self.letak += 1;
        }
        if self.lihat() == Some(b'\n') {
            self.letak += 1;
        }
        let (mulai, sisa) = (self.letak, self.sisa());
        if let Some(n) = panjang.filter(|n| *n <= sisa.len()) {
            self.letak = mulai + n;
            if self.sisa().get(..16).unwrap_or(self.sisa()).trim_ascii_start().starts_with(b"endstream") {
                return sisa.get(..n).unwrap_or_default();
            }
        }
        let n = sisa.windows(9).position(|w| w == b"endstream").unwrap_or(sisa.len());
        self.letak = mulai + n;
        sisa.get(..n).unwrap_or_default()
    }
}
