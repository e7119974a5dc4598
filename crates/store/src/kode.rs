//! Codes that a citizen holds: of a ticket, a booking, a case, a bill, a complaint. Who knows the code may see the thing, so
//! it is random and long enough not to be guessed; one letter says what it is of.

/// Signs after the letter: about 50 random bits.
const PANJANG: usize = 10;

/// What a code is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Tiket,
    Janji,
    Permohonan,
    Tagihan,
    Aduan,
    Konsultasi,
}

impl Jenis {
    const SEMUA: [Self; 6] = [Self::Tiket, Self::Janji, Self::Permohonan, Self::Tagihan, Self::Aduan, Self::Konsultasi];

    fn huruf(self) -> char {
        match self {
            Self::Tiket => 't',
            Self::Janji => 'j',
            Self::Permohonan => 'p',
            Self::Tagihan => 'g',
            Self::Aduan => 'a',
            Self::Konsultasi => 'k',
        }
    }
}

/// A new code as it is stored: `t7kq49xmp3r`, lower case and without signs between.
#[must_use]
pub fn baru(jenis: Jenis) -> String {
    dari_acak(jenis, &acak(PANJANG))
}

/// Random signs without look-alikes, five bits each. At least one is a digit: that is how the one search box tells a code from a
/// word.
pub(crate) fn acak(panjang: usize) -> String {
    const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    loop {
        // 248 = 8 * 31: no sign is likelier than another.
        let tanda = std::iter::repeat_with(rand::random::<u8>).filter(|b| *b < 248).map(|b| char::from(HURUF[usize::from(b % 31)]));
        let kode: String = tanda.take(panjang).collect();
        if kode.bytes().any(|b| b.is_ascii_digit()) {
            return kode;
        }
    }
}

/// From random signs of the caller's.
pub(crate) fn dari_acak(jenis: Jenis, acak: &str) -> String {
    std::iter::once(jenis.huruf()).chain(acak.chars().take(PANJANG)).collect()
}

/// As it is printed: `T-7KQ49-XMP3R`.
#[must_use]
pub fn tampil(kode: &str) -> String {
    let huruf: Vec<char> = kode.to_ascii_uppercase().chars().collect();
    match huruf.split_first() {
        Some((awal, sisa)) if sisa.len() == PANJANG => {
            let (a, b) = sisa.split_at(PANJANG / 2);
            format!("{awal}-{}-{}", a.iter().collect::<String>(), b.iter().collect::<String>())
        }
        _ => huruf.into_iter().collect(),
    }
}

/// What people type, as it is stored, and what it is of; `None` for what cannot be a code.
#[must_use]
pub fn rapikan(teks: &str) -> Option<(Jenis, String)> {
    if !teks.chars().all(|h| h.is_ascii_alphanumeric() || h == '-' || h.is_whitespace()) {
        return None;
    }
    let kode: String = teks.chars().filter(char::is_ascii_alphanumeric).map(|h| h.to_ascii_lowercase()).collect();
    let jenis = Jenis::SEMUA.into_iter().find(|j| kode.starts_with(j.huruf()))?;
    (kode.len() == PANJANG + 1).then_some((jenis, kode))
}

/// Parts of an address after which a code stands.
const DEPAN: [&str; 8] = ["data-pribadi", "tiket", "pesanan", "permohonan", "bayar", "pengaduan", "konsultasi", "nomor"];

/// A path for a log that others read: a code in it is its holder's.
#[must_use]
pub fn tanpa_kode(jalur: &str) -> String {
    let mut sebelum = "";
    let satu = |bagian| {
        let kode = rapikan(bagian).is_some() && (DEPAN.contains(&sebelum) || bagian.bytes().any(|b| b.is_ascii_digit()));
        sebelum = bagian;
        if kode { "…" } else { bagian }
    };
    jalur.split('/').map(satu).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests;
