//! Passwords that were forgotten or never set: asking for a link by mail, and what pages behind a one-time link share.
//! The link of the first administrator has its own page (`crate::mulai`).

mod lupa;
mod setel;
pub mod tautan;

use crate::{formulir::Formulir, rute::Daftar};

pub fn rute(d: &mut Daftar) {
    lupa::rute(d);
    setel::rute(d);
}

/// Shortest password; length is what helps, so no rule about signs.
pub const PANJANG_MIN: usize = 10;
const PANJANG_MAKS: usize = 200;

/// A new password typed twice (`sandi`, `ulangi`). `milik`: words it must not be (name, address).
pub fn urai_baru(f: &mut Formulir, milik: &[&str]) -> Option<String> {
    let sandi = f.nilai("sandi").to_owned();
    let panjang = sandi.chars().count();
    if panjang < PANJANG_MIN {
        f.salahkan_dengan("sandi", "akun-sandi-pendek", vec![("min", PANJANG_MIN.to_string())]);
    } else if panjang > PANJANG_MAKS {
        f.salahkan_dengan("sandi", "umum-terlalu-panjang", vec![("maks", PANJANG_MAKS.to_string())]);
    } else if milik.iter().any(|m| m.eq_ignore_ascii_case(&sandi)) || satu_huruf(&sandi) {
        f.salahkan("sandi", "akun-sandi-mudah");
    } else if f.nilai("ulangi") != sandi {
        f.salahkan("ulangi", "akun-sandi-beda");
    } else {
        return Some(sandi);
    }
    None
}

fn satu_huruf(sandi: &str) -> bool {
    let mut huruf = sandi.chars();
    let awal = huruf.next();
    huruf.all(|h| Some(h) == awal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn salah(sandi: &str, ulangi: &str) -> Option<&'static str> {
        let mut f = Formulir::isi([("sandi", sandi), ("ulangi", ulangi)]);
        urai_baru(&mut f, &["ani@uji.example"]);
        f.semua_salah().first().map(|s| s.kunci)
    }

    #[test]
    fn short_easy_and_mistyped_passwords_are_told_apart() {
        assert_eq!(salah("pendek", "pendek"), Some("akun-sandi-pendek"));
        assert_eq!(salah("aaaaaaaaaaaa", "aaaaaaaaaaaa"), Some("akun-sandi-mudah"));
        assert_eq!(salah("ANI@uji.example", "ANI@uji.example"), Some("akun-sandi-mudah"));
        assert_eq!(salah("empat kata biasa", "empat kata lain"), Some("akun-sandi-beda"));
        assert_eq!(salah("empat kata biasa", "empat kata biasa"), None);
    }
}
