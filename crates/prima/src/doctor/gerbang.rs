//! The gateways for WhatsApp and SMS, where they are configured: whether they can be reached, and whether the settings make sense. No message
//! leaves.

use store::gerbang::Saluran;
use tokio::time::timeout;
use web::{
    Konfig,
    gerbang::{Gerbang, Semua},
};

use super::{BATAS, Laporan};

pub async fn periksa(l: &mut Laporan, k: &Konfig) {
    let semua = match Semua::baru(&k.gerbang, &k.gerbang_wa, &k.gerbang_sms) {
        Ok(s) => s,
        Err(e) => return l.gagal("gerbang pesan", format!("pengaturan salah: {e}")),
    };
    for s in semua.hidup() {
        let Some(g) = semua.lewat(s) else { continue };
        let nama = match s {
            Saluran::Wa => "gerbang WhatsApp",
            Saluran::Sms => "gerbang SMS",
        };
        match timeout(BATAS, semua.hubungi(g)).await {
            Ok(Ok(())) => l.baik(nama, format!("{} dapat dihubungi (tidak ada pesan yang dikirim)", g.konfig.alamat)),
            Ok(Err(sebab)) => l.gagal(nama, format!("{} tidak dapat dihubungi: {}", g.konfig.alamat, kata(sebab))),
            Err(_) => l.gagal(nama, format!("{} tidak menjawab dalam 5 detik; periksa dinding api", g.konfig.alamat)),
        }
        masuk_akal(l, nama, g);
    }
}

/// What went wrong with a line, in words and with what to do.
fn kata(sebab: &str) -> &str {
    match sebab {
        "nama" => "namanya tidak ditemukan; periksa alamat dan DNS",
        "jaringan-dalam" => "alamatnya di jaringan sendiri; sebut jaringannya di gerbang.jaringan",
        "bukan-https" => "bukan https; pakai https, atau sebut jaringannya di gerbang.jaringan",
        "tls" | "tls-waktu" => "sambungan aman gagal; periksa sertifikatnya dan gerbang.ca",
        "sambungan" => "sambungan ditolak; periksa alamat dan port",
        "sambungan-waktu" => "tidak menjawab; periksa dinding api",
        lain => lain,
    }
}

fn masuk_akal(l: &mut Laporan, nama: &'static str, g: &Gerbang) {
    let (isi, k) = (g.isi.to_string(), &g.konfig);
    if !isi.contains("{nomor}") {
        l.gagal(nama, "isi tidak memuat {nomor}: gerbang tidak tahu kepada siapa pesannya");
    }
    if !["{teks}", "{ringkas}", "{templat}"].iter().any(|t| isi.contains(t)) {
        l.gagal(nama, "isi tidak memuat {teks}, {ringkas}, atau {templat}: pesannya kosong");
    }
    let hilang: Vec<&str> =
        ["pesanan", "permohonan", "pengaduan", "tiket"].into_iter().filter(|p| k.templat.get(*p).is_none_or(String::is_empty)).collect();
    if isi.contains("{templat}") && !hilang.is_empty() {
        l.perhatian(nama, format!("templat belum disebut untuk: {}; gerbang biasanya menolak pesan tanpa templat", hilang.join(", ")));
    }
    if k.batas_harian == 0 {
        l.perhatian(nama, "batas_harian 0: tidak ada pesan yang keluar");
    }
    if g.kabar_token.is_empty() {
        l.perhatian(nama, "kabar_token kosong: sampai atau tidaknya pesan, dan balasan BERHENTI, tidak diketahui");
    }
}
