//! Faults of syntax in words of the reader: the TOML parser says them in English and for programmers. Position and excerpt are the
//! parser's own. A page in another language finds the kind again with [`Sintaks::urai`].

use crate::Kesalahan;

/// Key of a fault that is not about a key.
const KUNCI: &str = "sintaks";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sintaks {
    /// A text whose quotes are missing or do not match.
    Kutip,
    /// `\` before a letter that it does not go with.
    GarisMiring,
    KunciGanda,
    /// `nama =` or `nama`.
    TanpaNilai,
    /// A name with blanks or other signs.
    NamaKunci,
    /// `[bagian` or `[[bagian]`.
    JudulBagian,
    Daftar,
    TabelSebaris,
    /// No number, date, true or false, nor a text in quotes.
    Nilai,
    /// Something after a value on the same line.
    Sisa,
    Huruf,
    Lain,
}

impl Sintaks {
    pub const SEMUA: [Self; 12] = [
        Self::Kutip,
        Self::GarisMiring,
        Self::KunciGanda,
        Self::TanpaNilai,
        Self::NamaKunci,
        Self::JudulBagian,
        Self::Daftar,
        Self::TabelSebaris,
        Self::Nilai,
        Self::Sisa,
        Self::Huruf,
        Self::Lain,
    ];

    /// From what the parser says; what it says in a later version of itself falls to the nearest kind or to `Lain`.
    fn dari_pesan(pesan: &str) -> Self {
        let ada = |kata: &[&str]| kata.iter().any(|k| pesan.contains(k));
        match () {
            () if ada(&["duplicate key", "cannot extend value"]) => Self::KunciGanda,
            () if ada(&["escape", "unicode value digits"]) => Self::GarisMiring,
            () if ada(&["no value", "missing value", "extra `=`"]) => Self::TanpaNilai,
            () if ada(&["array table", "unclosed table", "table open"]) && !ada(&["inline"]) => Self::JudulBagian,
            () if ada(&["inline table", "key-value pairs"]) => Self::TabelSebaris,
            () if ada(&["array"]) => Self::Daftar,
            () if ada(&["unquoted key", "keys cannot", "key-value pair"]) => Self::NamaKunci,
            () if ada(&["must be quoted"]) => Self::Nilai,
            () if ada(&["string", "quote"]) => Self::Kutip,
            () if ada(&["unexpected key or value", "unexpected content"]) => Self::Sisa,
            () if ada(&["comment", "carriage"]) => Self::Huruf,
            () if ada(&["invalid", "radix", "sign", "zero", "digits", "prefix"]) => Self::Nilai,
            () => Self::Lain,
        }
    }

    /// What is wrong, in Indonesian.
    #[must_use]
    pub fn kalimat(self) -> &'static str {
        match self {
            Self::Kutip => "tanda kutip teks ini belum lengkap",
            Self::GarisMiring => "tanda \\ di dalam teks tidak diikuti huruf yang dikenal",
            Self::KunciGanda => "nama ini sudah dipakai di atas",
            Self::TanpaNilai => "nama ini belum diberi nilai",
            Self::NamaKunci => "nama di sebelah kiri tanda = tidak dapat dibaca",
            Self::JudulBagian => "kurung siku judul bagian belum lengkap",
            Self::Daftar => "daftar di dalam kurung siku tidak dapat dibaca",
            Self::TabelSebaris => "isi di dalam kurung kurawal tidak dapat dibaca",
            Self::Nilai => "nilai ini tidak dapat dibaca",
            Self::Sisa => "ada tulisan lain sesudah nilai",
            Self::Huruf => "ada huruf yang tidak boleh di sini",
            Self::Lain => "baris ini tidak dapat dibaca",
        }
    }

    /// What should stand there, in Indonesian.
    #[must_use]
    pub fn harap(self) -> &'static str {
        match self {
            Self::Kutip => "teks diawali dan diakhiri tanda kutip yang sama di baris yang sama",
            Self::GarisMiring => "\\\\ untuk garis miring, \\\" untuk tanda kutip, \\n untuk baris baru",
            Self::KunciGanda => "setiap nama sekali saja dalam satu bagian",
            Self::TanpaNilai => "nama = nilai",
            Self::NamaKunci => "hanya huruf, angka, tanda - dan _, tanpa spasi",
            Self::JudulBagian => "[bagian] atau [[bagian]]",
            Self::Daftar => "[nilai, nilai], dengan koma di antaranya",
            Self::TabelSebaris => "{ nama = nilai, nama = nilai }",
            Self::Nilai => "angka, tanggal, true atau false, atau teks di antara tanda kutip",
            Self::Sisa => "baris baru, atau # sebelum keterangan",
            Self::Huruf => "teks biasa tanpa huruf kendali",
            Self::Lain => "TOML yang benar",
        }
    }

    /// The fault at `kolom` (from 1) of a line, with what stands there.
    pub(crate) fn kesalahan(pesan: &str, baris: usize, kolom: usize, potongan: &str) -> Kesalahan {
        // The parser calls nothing at all a text without quotes.
        let s = if potongan.ends_with('=') { Self::TanpaNilai } else { Self::dari_pesan(pesan) };
        let salah = format!("{} (kolom {kolom}): {potongan}", s.kalimat());
        Kesalahan { baris, kunci: KUNCI.into(), salah, harap: s.harap().into() }
    }

    /// Kind, column and excerpt of a fault of syntax; `None` for any other fault.
    #[must_use]
    pub fn urai(k: &Kesalahan) -> Option<(Self, usize, &str)> {
        let s = Self::SEMUA.into_iter().find(|s| k.kunci == KUNCI && k.salah.starts_with(s.kalimat()))?;
        let (kolom, potongan) = k.salah.strip_prefix(s.kalimat())?.strip_prefix(" (kolom ")?.split_once("): ")?;
        Some((s, kolom.parse().ok()?, potongan))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pembaca;

    /// Kinds, lines and columns of the faults of a text.
    fn salah(teks: &str) -> Vec<(Sintaks, usize, usize)> {
        let (p, dokumen) = Pembaca::baru(teks);
        assert!(dokumen.is_none());
        for k in &p.salah {
            assert!(!["expected", "invalid", "missing", "unclosed"].iter().any(|inggris| k.salah.contains(inggris)), "{k}");
        }
        p.salah.iter().map(|k| Sintaks::urai(k).map(|(s, kolom, _)| (s, k.baris, kolom)).unwrap()).collect()
    }

    #[test]
    fn faults_of_syntax_are_said_in_words_with_their_place() {
        let pertama = |teks: &str| salah(teks)[0];
        assert_eq!(pertama("a = 1\nnama = \"abc\nb = 2\n"), (Sintaks::Kutip, 2, 12));
        assert_eq!(pertama("a = 1\na = 2\n").0, Sintaks::KunciGanda);
        assert_eq!(pertama("a = 1\na = 2\n").1, 2);
        assert_eq!(pertama("x =\n").0, Sintaks::TanpaNilai);
        assert_eq!(pertama("x\n").0, Sintaks::TanpaNilai);
        assert_eq!(pertama("\n[bagian\na = 1\n").0, Sintaks::JudulBagian);
        assert_eq!(pertama("a = [\"x\" \"y\"]\n").0, Sintaks::Daftar);
        assert_eq!(pertama("a = { b = 1 c = 2 }\n").0, Sintaks::TabelSebaris);
        assert_eq!(pertama("a = RSUD\n").0, Sintaks::Nilai);
        assert_eq!(pertama("a = \"x\\q\"\n").0, Sintaks::GarisMiring);
        assert_eq!(pertama("a = 1 b = 2\n").0, Sintaks::Sisa);
    }

    #[test]
    fn no_sentence_begins_another() {
        for (n, a) in Sintaks::SEMUA.iter().enumerate() {
            assert!(Sintaks::SEMUA.iter().enumerate().all(|(m, b)| n == m || !b.kalimat().starts_with(a.kalimat())), "{a:?}");
        }
    }
}
