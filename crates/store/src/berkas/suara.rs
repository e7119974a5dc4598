//! Voice notes of the field: the three containers that browsers record into, told by their first bytes and by the codec they
//! name. Never played by the program and never evidence of a unit; kept short.

use super::SalahBerkas;

/// About ten minutes of speech.
pub const UKURAN_MAKS: usize = 3 * 1024 * 1024;

/// What a browser records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TipeSuara {
    Webm,
    Ogg,
    Mp4,
}

impl TipeSuara {
    pub const SEMUA: [Self; 3] = [Self::Webm, Self::Ogg, Self::Mp4];

    /// Media type, as it is stored and sent.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Webm => "audio/webm",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "audio/mp4",
        }
    }

    #[must_use]
    pub fn dari_mime(mime: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|t| t.mime() == mime)
    }

    /// Ending of a file name.
    #[must_use]
    pub fn akhiran(self) -> &'static str {
        match self {
            Self::Webm => "webm",
            Self::Ogg => "ogg",
            Self::Mp4 => "m4a",
        }
    }
}

/// A recording whose container was checked. Only [`periksa_suara`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suara {
    tipe: TipeSuara,
    isi: Vec<u8>,
}

impl Suara {
    #[must_use]
    pub fn tipe(&self) -> TipeSuara {
        self.tipe
    }

    #[must_use]
    pub fn isi(&self) -> &[u8] {
        &self.isi
    }
}

/// Checks container and size.
///
/// # Errors
/// Why it is refused.
pub fn periksa_suara(isi: Vec<u8>) -> Result<Suara, SalahBerkas> {
    if isi.is_empty() {
        return Err(SalahBerkas::Kosong);
    }
    if isi.len() > UKURAN_MAKS {
        return Err(SalahBerkas::TerlaluBesar);
    }
    let tipe = kenali(&isi).ok_or(SalahBerkas::TipeTakDiterima)?;
    Ok(Suara { tipe, isi })
}

fn kenali(isi: &[u8]) -> Option<TipeSuara> {
    // Document type and codec stand in the first headers of all three.
    let depan = &isi[..isi.len().min(4096)];
    let ada = |kata: &[u8]| depan.windows(kata.len()).any(|w| w == kata);
    if isi.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) && ada(b"webm") && ada(b"A_OPUS") && !gambar_webm(depan) {
        Some(TipeSuara::Webm)
    } else if isi.starts_with(b"OggS") && ada(b"OpusHead") {
        Some(TipeSuara::Ogg)
    } else if isi.get(4..8) == Some(b"ftyp") && !ada(b"vide") && (ada(b"mp4a") || ada(b"Opus") || ada(b"M4A ") || ada(b"iso")) {
        Some(TipeSuara::Mp4)
    } else {
        None
    }
}

/// Whether a track of WebM is video: its codec id is an element 0x86 with a length of one byte and a text that begins with `V_`.
/// The two letters alone also stand in sound, by chance.
fn gambar_webm(depan: &[u8]) -> bool {
    depan.windows(4).any(|w| w[0] == 0x86 && w[1] & 0x80 != 0 && w[2..] == *b"V_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_recordings_are_taken() {
        let webm = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm....A_OPUS....."].concat();
        assert_eq!(periksa_suara(webm).map(|s| s.tipe()), Ok(TipeSuara::Webm));
        let video = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm..\x86\x85V_VP9..A_OPUS"].concat();
        assert_eq!(periksa_suara(video), Err(SalahBerkas::TipeTakDiterima));
        let kebetulan = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"....webm....A_OPUS....xV_x"].concat();
        assert_eq!(periksa_suara(kebetulan).map(|s| s.tipe()), Ok(TipeSuara::Webm), "sound may hold any two letters");
        let ogg = b"OggS\0\x02............OpusHead".to_vec();
        assert_eq!(periksa_suara(ogg).map(|s| s.tipe()), Ok(TipeSuara::Ogg));
        let mp4 = b"\0\0\0\x1cftypiso5....mp4a....".to_vec();
        assert_eq!(periksa_suara(mp4).map(|s| s.tipe()), Ok(TipeSuara::Mp4));
        assert_eq!(periksa_suara(b"<html>".to_vec()), Err(SalahBerkas::TipeTakDiterima));
        assert_eq!(periksa_suara(Vec::new()), Err(SalahBerkas::Kosong));
        assert_eq!(periksa_suara(vec![0; UKURAN_MAKS + 1]), Err(SalahBerkas::TerlaluBesar));
    }
}
