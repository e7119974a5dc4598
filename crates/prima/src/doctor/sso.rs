//! The agency's own sign-in, where it is configured: whether the provider answers, and whether the two fit each other. Nobody is signed in.

use tokio::time::timeout;
use web::{
    Konfig,
    sso::{Keluhan, Sso, SsoError, TemuanPenyedia},
};

use super::{BATAS, Laporan};

const PERIHAL: &str = "layanan masuk (SSO)";

pub async fn periksa(l: &mut Laporan, k: &Konfig) {
    let s = match Sso::dari(&k.sso, &k.alamat) {
        Ok(Some(s)) => s,
        Ok(None) => return,
        Err(e) => {
            return l.gagal(PERIHAL, format!("pengaturan salah: {e}"));
        }
    };
    let penerbit = &s.konfig.penerbit;
    match timeout(2 * BATAS, s.tanya_diri()).await {
        Ok(Ok(t)) => temuan(l, penerbit, &t),
        Ok(Err(SsoError::Putus(e))) => {
            l.gagal(PERIHAL, format!("{penerbit} tidak dapat dihubungi ({e}). Periksa alamat, dinding api, dan sso.ca"));
        }
        Ok(Err(e)) => l.gagal(PERIHAL, format!("{penerbit} menjawab, tetapi jawabannya tidak dapat dipakai ({e}). Periksa sso.penerbit")),
        Err(_) => l.gagal(PERIHAL, format!("{penerbit} tidak menjawab dalam 10 detik; periksa alamat dan dinding api")),
    }
    if !k.alamat.starts_with("https://") && !k.alamat.starts_with("http://localhost") && !k.alamat.starts_with("http://127.") {
        l.gagal(PERIHAL, format!("alamat {} bukan https: balasan layanan masuk dapat dibaca di jalan", k.alamat));
    }
}

fn temuan(l: &mut Laporan, penerbit: &str, t: &TemuanPenyedia) {
    if t.keluhan.is_empty() {
        let keluar =
            if t.kabar_keluar { "memberi kabar bila orang keluar" } else { "tidak memberi kabar bila orang keluar (back-channel logout)" };
        return l.baik(PERIHAL, format!("{penerbit} menjawab, {} kunci dapat dipakai; {keluar}", t.kunci));
    }
    for x in &t.keluhan {
        let isi = match x {
            Keluhan::Bukti => "tidak menerima bukti dengan kunci. Nyalakan private_key_jwt untuk klien ini".to_owned(),
            Keluhan::Algoritma(a) => {
                format!("tidak menerima bukti {a}. Pakai kunci di kurva lain (P-256: ES256, P-384: ES384, P-521: ES512)")
            }
            Keluhan::Tantangan => "tidak mengenal PKCE S256; tanpa itu tidak ada yang dapat masuk".to_owned(),
            Keluhan::Token => {
                "menandatangani dengan cara yang tidak diterima di sini. Pilih RS256, PS256, ES256, ES384, ES512, atau EdDSA".to_owned()
            }
            Keluhan::Kunci => "tidak punya kunci publik yang dapat dipakai; periksa jwks_uri layanan itu".to_owned(),
        };
        l.gagal(PERIHAL, format!("{penerbit} {isi}"));
    }
}
