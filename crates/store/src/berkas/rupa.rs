//! What a file that is not accepted really is, by its bytes: a name that says `.pdf` helps nobody who has to choose another file.
//! A guess for a message, never a reason to accept anything.

/// Bytes that are looked at.
const DEPAN: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rupa {
    Program,
    HalamanWeb,
    /// GIF, BMP, TIFF, HEIC, SVG.
    Gambar,
    Video,
    Presentasi,
    /// ZIP, RAR, 7z.
    Arsip,
    Teks,
}

impl Rupa {
    pub const SEMUA: [Self; 7] = [Self::Program, Self::HalamanWeb, Self::Gambar, Self::Video, Self::Presentasi, Self::Arsip, Self::Teks];

    /// Catalogue key of what it is and what to do.
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Program => "bukti-rupa-program",
            Self::HalamanWeb => "bukti-rupa-web",
            Self::Gambar => "bukti-rupa-gambar",
            Self::Video => "bukti-rupa-video",
            Self::Presentasi => "bukti-rupa-presentasi",
            Self::Arsip => "bukti-rupa-arsip",
            Self::Teks => "bukti-rupa-teks",
        }
    }

    /// `None` for bytes that say nothing.
    #[must_use]
    pub fn dari(isi: &[u8]) -> Option<Self> {
        let mulai = |semua: &[&[u8]]| semua.iter().any(|k| isi.starts_with(k));
        let depan = &isi[..isi.len().min(DEPAN)];
        if mulai(&[b"MZ", b"\x7FELF", b"#!", b"\xCA\xFE\xBA\xBE", b"dex\n"]) {
            Some(Self::Program)
        } else if mulai(&[b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B"]) {
            let nama: &[u8] = b"ppt/";
            Some(if isi.windows(nama.len()).any(|w| w == nama) { Self::Presentasi } else { Self::Arsip })
        } else if mulai(&[b"GIF8", b"BM", b"II*\0", b"MM\0*"]) || merek(isi).is_some_and(|m| HEIC.contains(&m)) {
            Some(Self::Gambar)
        } else if merek(isi).is_some() || mulai(&[b"\x1A\x45\xDF\xA3"]) || (mulai(&[b"RIFF"]) && isi.get(8..11) == Some(b"AVI")) {
            Some(Self::Video)
        } else {
            teks(depan)
        }
    }
}

const HEIC: [&[u8]; 5] = [b"heic", b"heix", b"mif1", b"msf1", b"avif"];

/// The brand of a container of pictures or sound.
fn merek(isi: &[u8]) -> Option<&[u8]> {
    (isi.get(4..8)? == b"ftyp").then(|| isi.get(8..12)).flatten()
}

fn teks(depan: &[u8]) -> Option<Rupa> {
    let teks = match std::str::from_utf8(depan) {
        Ok(t) => t,
        // A letter cut in two at the end.
        Err(e) if e.error_len().is_none() => std::str::from_utf8(&depan[..e.valid_up_to()]).ok()?,
        Err(_) => return None,
    };
    let teks = teks.trim_start_matches('\u{feff}').trim_start();
    if teks.is_empty() || teks.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return None;
    }
    let awal: String = teks.chars().take(200).collect::<String>().to_ascii_lowercase();
    let xml = awal.strip_prefix("<?xml").and_then(|s| s.split_once('>')).map_or(awal.as_str(), |(_, s)| s.trim_start());
    Some(match () {
        () if xml.starts_with("<svg") => Rupa::Gambar,
        () if xml.starts_with("<!doctype html") || xml.starts_with("<html") || xml.starts_with("<head") => Rupa::HalamanWeb,
        () => Rupa::Teks,
    })
}
