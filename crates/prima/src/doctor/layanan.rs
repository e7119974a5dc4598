//! What the program needs around itself: the national calendar of this year, the print worker with its fonts, and the settings that must
//! fit the proxy in front.

use dokumen::{
    Pencetak, Setelan,
    masukan::{Kepala, LembarTautan, TautanCetak},
};
use web::Konfig;

use super::Laporan;

pub fn kalender(l: &mut Laporan) {
    let tahun = store::Jam::default().sekarang().hari("WIB").year();
    let (ada, akhir) = layanan::tahun_bawaan().iter().fold((false, 0), |(ada, akhir), (t, _)| (ada || *t == tahun, akhir.max(*t)));
    if ada {
        l.baik("kalender", format!("daftar hari libur nasional sampai tahun {akhir}"));
    } else {
        l.perhatian(
            "kalender",
            format!("daftar hari libur nasional tahun {tahun} belum ada (terakhir {akhir}); tenggat dihitung tanpa libur. Mutakhirkan program, atau isi hari libur di menu Hari kerja"),
        );
    }
}

/// Lays out one small document the way the pages do: worker process, fonts and all.
pub async fn pencetak(l: &mut Laporan) {
    let dibuat = store::Jam::default().sekarang().timestamp();
    let kepala = Kepala {
        instansi: "Percobaan".into(),
        perangkat: None,
        nomor: None,
        dibuat,
        dibuat_teks: dibuat.to_string(),
        ilustrasi: true,
        verifikasi: None,
    };
    let percobaan = || "percobaan".to_owned();
    let tautan = vec![TautanCetak { url: "https://prima.example".into(), url_pendek: "prima.example".into() }];
    let lembar = LembarTautan { kepala, unit: percobaan(), ronde: percobaan(), lama: percobaan(), sampai: percobaan(), tautan };
    match Pencetak::new(Setelan::default()).cetak(lembar).await {
        Ok(pdf) if pdf.starts_with(b"%PDF") => l.baik("pencetak PDF", "mencetak satu lembar percobaan"),
        Ok(_) => l.gagal("pencetak PDF", "hasilnya bukan PDF; pasang ulang program"),
        Err(e) => l.gagal("pencetak PDF", format!("{e}. Periksa apakah program boleh menjalankan dirinya sendiri dan memori cukup")),
    }
}

pub fn proksi(l: &mut Laporan, k: &Konfig) {
    let https = k.alamat.starts_with("https://");
    let lokal = ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|a| k.alamat.starts_with(a));
    if !https && !lokal {
        l.gagal("alamat", format!("{}: tanpa https sandi dapat dibaca di jalan. Pasang proksi dengan https dan setel alamat", k.alamat));
    } else if lokal {
        l.perhatian("alamat", format!("{}: hanya untuk mesin ini. Setel alamat ke nama yang dipakai orang", k.alamat));
    } else {
        l.baik("alamat", k.alamat.clone());
    }
    if https && k.proksi_tepercaya.is_empty() {
        l.gagal(
            "proksi",
            "https dilayani proksi, tetapi proksi_tepercaya kosong: semua orang terlihat dari satu alamat, dan batas percobaan masuk mengenai semuanya. Setel misalnya [\"127.0.0.1/32\"]",
        );
    } else if !k.proksi_tepercaya.is_empty() {
        l.baik("proksi", format!("X-Forwarded-For dipercaya dari {}", k.proksi_tepercaya.join(", ")));
    }
}
