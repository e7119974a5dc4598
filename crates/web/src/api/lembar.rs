//! Pages of a list by cursor. A cursor names the last thing that was given, so nothing is skipped or given twice while the list
//! stays; where that thing is gone, the reader is told to begin again.

use axum::http::StatusCode;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;

use super::{
    masalah::masalah,
    operasi::{Jenis, Medan, Parameter, kueri, mungkin},
};
use axum::response::Response;

const BAWAAN: usize = 100;
const MAKS: usize = 1000;

pub const KURSOR: Parameter = kueri("kursor", Jenis::Teks, "Isi `berikut` dari jawaban sebelumnya; kosong: dari awal");
pub const BATAS: Parameter = kueri("batas", Jenis::Bulat, "Banyaknya yang diberikan, 1 sampai 1000, bawaan 100");
pub const BERIKUT: Medan = mungkin("berikut", Jenis::Teks, "Kursor halaman berikutnya; null pada halaman terakhir");

#[derive(Deserialize, Default)]
pub(super) struct Lembar {
    pub kursor: Option<String>,
    pub batas: Option<usize>,
}

impl Lembar {
    pub fn batas(&self) -> usize {
        self.batas.unwrap_or(BAWAAN).clamp(1, MAKS)
    }

    /// The name of the last thing that was given; `None`: from the start.
    ///
    /// # Errors
    /// [`Basi`].
    pub fn setelah(&self) -> Result<Option<String>, Basi> {
        self.kursor.as_deref().map(|k| baca(k).ok_or(Basi)).transpose()
    }

    /// What to ask a database for, so that it is known whether more follows.
    pub fn minta(&self) -> i64 {
        i64::try_from(self.batas()).unwrap_or(i64::MAX) + 1
    }

    /// The page of what a database gave to [`Self::minta`], and the cursor of the next.
    pub fn halaman<'a, T>(&self, dapat: &'a [T], nama: impl Fn(&T) -> &str) -> (&'a [T], Option<String>) {
        let isi = dapat.get(..self.batas()).unwrap_or(dapat);
        (isi, isi.last().filter(|_| isi.len() < dapat.len()).map(|x| tulis(nama(x))))
    }

    /// The page of a list whose things are named by `nama`, and the cursor of the next.
    ///
    /// # Errors
    /// [`Basi`].
    pub fn potong<'a, T>(&self, semua: &'a [T], nama: impl Fn(&T) -> &str) -> Result<(&'a [T], Option<String>), Basi> {
        let awal = match &self.kursor {
            None => 0,
            Some(k) => {
                let k = baca(k).ok_or(Basi)?;
                semua.iter().position(|x| nama(x) == k).ok_or(Basi)? + 1
            }
        };
        let isi = semua.get(awal..).unwrap_or_default();
        let isi = isi.get(..self.batas()).unwrap_or(isi);
        let berikut = isi.last().filter(|_| awal + isi.len() < semua.len()).map(|x| tulis(nama(x)));
        Ok((isi, berikut))
    }
}

pub(super) fn tulis(nama: &str) -> String {
    URL_SAFE_NO_PAD.encode(nama)
}

pub(super) fn baca(kursor: &str) -> Option<String> {
    String::from_utf8(URL_SAFE_NO_PAD.decode(kursor).ok()?).ok()
}

/// The cursor names nothing that is there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Basi;

pub(super) fn basi() -> Response {
    masalah(StatusCode::BAD_REQUEST, "api-kursor-basi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_everything_once() {
        let semua: Vec<String> = (0..25).map(|n| format!("kode-{n}")).collect();
        let (mut dapat, mut kursor) = (Vec::new(), None);
        loop {
            let l = Lembar { kursor, batas: Some(10) };
            let (isi, berikut) = l.potong(&semua, |s| s).unwrap();
            dapat.extend(isi.iter().cloned());
            kursor = berikut;
            if kursor.is_none() {
                break;
            }
        }
        assert_eq!(dapat, semua);
        for k in ["", "!!", &tulis("tidak-ada")] {
            let l = Lembar { kursor: Some(k.into()), batas: None };
            assert_eq!(l.potong(&semua, |s| s), Err(Basi), "{k}");
        }
        assert_eq!(Lembar { kursor: None, batas: Some(0) }.potong(&semua, |s| s).unwrap().0.len(), 1);
        assert_eq!(Lembar::default().potong(&semua[..0], |s| s).unwrap(), (&[][..], None));
    }
}
