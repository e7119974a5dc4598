//! Words of a case: states, steps, deadlines, answers.

use layanan::permohonan::{Formulir, Jawaban, JenisMedan, Keadaan, Langkah};
use store::{
    Waktu,
    permohonan::{Geser, Permohonan},
};

use crate::{komponen::Nada, konteks::Konteks};

/// Badge of a state.
pub(crate) fn keadaan(k: Keadaan) -> (Nada, &'static str) {
    match k {
        Keadaan::Diterima => (Nada::Info, "permohonan-keadaan-diterima"),
        Keadaan::Diperiksa => (Nada::Info, "permohonan-keadaan-diperiksa"),
        Keadaan::PerluPerbaikan => (Nada::Perhatian, "permohonan-keadaan-perlu-perbaikan"),
        Keadaan::Diperbaiki => (Nada::Info, "permohonan-keadaan-diperbaiki"),
        Keadaan::Diproses => (Nada::Info, "permohonan-keadaan-diproses"),
        Keadaan::Disetujui => (Nada::Baik, "permohonan-keadaan-disetujui"),
        Keadaan::Ditolak => (Nada::Bahaya, "permohonan-keadaan-ditolak"),
        Keadaan::SiapDiambil => (Nada::Baik, "permohonan-keadaan-siap-diambil"),
        Keadaan::Selesai => (Nada::Netral, "permohonan-keadaan-selesai"),
        Keadaan::Dibatalkan => (Nada::Netral, "permohonan-keadaan-dibatalkan"),
        Keadaan::Diarsipkan => (Nada::Netral, "permohonan-keadaan-diarsipkan"),
    }
}

/// As [`keadaan`] for a stored word.
pub(crate) fn keadaan_teks(kunci: &str) -> (Nada, &'static str) {
    Keadaan::dari_kunci(kunci).map_or((Nada::Netral, "permohonan-keadaan-diarsipkan"), keadaan)
}

/// A step as a line of the history.
pub(crate) fn langkah(kunci: &str) -> &'static str {
    match Langkah::dari_kunci(kunci) {
        Some(Langkah::Periksa) => "permohonan-langkah-periksa",
        Some(Langkah::MintaPerbaikan) => "permohonan-langkah-minta-perbaikan",
        Some(Langkah::Perbaiki) => "permohonan-langkah-perbaiki",
        Some(Langkah::Proses) => "permohonan-langkah-proses",
        Some(Langkah::Setujui) => "permohonan-langkah-setujui",
        Some(Langkah::Tolak) => "permohonan-langkah-tolak",
        Some(Langkah::Siap) => "permohonan-langkah-siap",
        Some(Langkah::Serahkan) => "permohonan-langkah-serahkan",
        Some(Langkah::Alihkan) => "permohonan-langkah-alihkan",
        Some(Langkah::Batalkan) => "permohonan-langkah-batalkan",
        Some(Langkah::Arsipkan) | None => "permohonan-langkah-arsipkan",
    }
}

/// The promise in words: until when, how late, how much is left, or that there is none.
pub(crate) fn tenggat(k: &Konteks, p: &Permohonan, kini: Waktu) -> String {
    let lewat = p.lewat(&kini.hari(&p.zona).to_string());
    match (&p.tenggat, p.sisa, &p.tuntas) {
        (Some(t), _, Some(tuntas)) => {
            let kunci = if lewat { "permohonan-tuntas-lewat" } else { "permohonan-tuntas-tepat" };
            k.a(kunci, [("tuntas", k.hari(tuntas).into()), ("tenggat", k.hari(t).into())])
        }
        (Some(t), _, None) => k.n(if lewat { "permohonan-tenggat-lewat" } else { "permohonan-tenggat" }, "tanggal", k.hari(t)),
        (None, Some(n), _) => k.jumlah("permohonan-tenggat-berhenti", n),
        (None, None, _) => k.s("permohonan-tanpa-janji"),
    }
}

/// What is unsure about the deadline: years without a list of holidays, or with an estimate.
pub(crate) fn tenggat_catatan(k: &Konteks, p: &Permohonan) -> Option<String> {
    let (tanpa, perkiraan) = store::kalender::baca_catatan(&p.tenggat_catatan);
    let tahun: Vec<String> = tanpa.iter().chain(&perkiraan).map(ToString::to_string).collect();
    (!tahun.is_empty()).then(|| k.n("permohonan-tenggat-kalender", "tahun", tahun.join(", ")))
}

/// That the promised day moved, and which change of the calendar moved it.
pub(crate) fn geser(k: &Konteks, g: &Geser) -> String {
    let kunci = match g.sebab.as_str() {
        "libur" => "permohonan-geser-libur",
        "kerja" => "permohonan-geser-kerja",
        "hapus" => "permohonan-geser-hapus",
        "aturan" => "permohonan-geser-aturan",
        _ => "permohonan-geser-hitung-ulang",
    };
    let hari = g.hari.as_deref().map(|h| k.hari(h)).unwrap_or_default();
    let nama = g.nama.as_deref().unwrap_or_default();
    k.a(kunci, [("dari", k.hari(&g.dari).into()), ("ke", k.hari(&g.ke).into()), ("hari", hari.into()), ("nama", nama.into())])
}

/// Questions with their answers, in the order of the form; files are left out.
pub(crate) fn jawaban(k: &Konteks, f: &Formulir, isi: &Jawaban) -> Vec<(String, String)> {
    let medan = f.medan.iter().filter(|m| m.jenis != JenisMedan::Berkas);
    let satu = |m: &layanan::permohonan::Medan| {
        let teks = isi.get(&m.kunci).map(|v| match m.jenis {
            JenisMedan::YaTidak => {
                let ya = v.first().is_some_and(|t| t == "ya");
                k.s(if ya { "permohonan-ya" } else { "permohonan-tidak" })
            }
            JenisMedan::Tanggal => v.first().map(|t| k.hari(t)).unwrap_or_default(),
            _ => v.join("; "),
        });
        (m.label.clone(), teks.unwrap_or_else(|| "–".to_owned()))
    };
    medan.map(satu).collect()
}

/// Size of a file in words.
pub(crate) fn ukuran(k: &Konteks, bita: i64) -> String {
    if bita < 1_000_000 {
        format!("{} kB", (bita / 1_000).max(1))
    } else {
        format!("{} MB", k.angka(format!("{}.{}", bita / 1_000_000, bita / 100_000 % 10)))
    }
}

/// Kind of a field.
pub(crate) fn jenis(j: JenisMedan) -> &'static str {
    match j {
        JenisMedan::YaTidak => "permohonan-jenis-ya-tidak",
        JenisMedan::Angka => "permohonan-jenis-angka",
        JenisMedan::Pilihan => "permohonan-jenis-pilihan",
        JenisMedan::BanyakPilihan => "permohonan-jenis-banyak-pilihan",
        JenisMedan::Teks => "permohonan-jenis-teks",
        JenisMedan::Tanggal => "permohonan-jenis-tanggal",
        JenisMedan::Berkas => "permohonan-jenis-berkas",
    }
}
