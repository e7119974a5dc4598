//! The mail server: whether it answers, takes the account, and whether the settings make sense. Nothing is sent.

use tokio::time::timeout;
use web::{
    Konfig,
    surat::{Cara, KonfigSurat, Pengirim, Tls},
};

use super::{BATAS, Laporan};
use crate::kata;

pub async fn periksa(l: &mut Laporan, k: &Konfig) {
    let s = &k.surat;
    let pengirim = match Pengirim::baru(s) {
        Ok(p) => p,
        Err(e) => return l.gagal("surat", format!("pengaturan surel salah: {e}")),
    };
    match s.cara {
        Cara::Mati => l.perhatian("surat", "surel dimatikan; sandi yang lupa hanya dapat dipulihkan lewat pengelola sistem"),
        Cara::Berkas => l.perhatian("surat", format!("surel hanya ditulis ke folder {}, tidak dikirim", s.folder.display())),
        Cara::Smtp => {
            masuk_akal(l, s);
            smtp(l, s, &pengirim).await;
        }
    }
}

fn masuk_akal(l: &mut Laporan, s: &KonfigSurat) {
    if s.dari.trim_end_matches('>').ends_with("@localhost") {
        l.perhatian(
            "pengirim surel",
            format!("surat.dari {:?}: alamat ini tidak dikenal di luar mesin, surelnya ditolak. Isi alamat dinas", s.dari),
        );
    }
    let sini = ["localhost", "127.0.0.1", "::1"].contains(&s.server.as_str());
    if s.tls == Tls::Tanpa && !sini {
        l.gagal(
            "jalur surel",
            format!("surat.tls tanpa, padahal {} bukan mesin ini: isi surel dan sandinya dapat dibaca di jalan", s.server),
        );
    }
}

async fn smtp(l: &mut Laporan, s: &KonfigSurat, pengirim: &Pengirim) {
    let port = match (s.port, s.tls) {
        (0, Tls::Tls) => 465,
        (0, Tls::Starttls) => 587,
        (0, Tls::Tanpa) => 25,
        (port, _) => port,
    };
    let server = format!("server surel {}:{port}", s.server);
    match timeout(BATAS, pengirim.hubungi()).await {
        Ok(Ok(())) if s.pengguna.is_empty() => l.baik("surat", format!("{server} menjawab")),
        Ok(Ok(())) => l.baik("surat", format!("{server} menjawab dan menerima akun {}", s.pengguna)),
        Ok(Err(e)) if e.is_permanent() => l.gagal("surat", format!("{server} menolak: {e}. Periksa surat.pengguna dan sandinya")),
        Ok(Err(e)) if e.is_tls() => {
            l.gagal("surat", format!("{server}: sambungan aman gagal ({e}). Periksa surat.tls, port, dan sertifikatnya"));
        }
        Ok(Err(e)) => {
            l.gagal("surat", format!("{server} tidak dapat dihubungi: {}. Periksa surat.server, port, dan surat.tls", kata::luar(&e)));
        }
        Err(_) => l.gagal("surat", format!("{server} tidak menjawab dalam 5 detik; periksa port, surat.tls, dan dinding api")),
    }
}
