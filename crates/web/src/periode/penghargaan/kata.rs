//! Words for awards: to whom, in which form, by which conditions, and why somebody is (not) in.

use pekppp::penghargaan::{Butir, Temuan};
use store::penghargaan::{Penghargaan, kini::Berubah, putusan::Putusan};

use crate::{kata::kunci_kelompok, konteks::Konteks};

pub(crate) fn kunci_sasaran(s: &str) -> &'static str {
    match s {
        "pembina" => "penghargaan-sasaran-pembina",
        "penyelenggara" => "penghargaan-sasaran-penyelenggara",
        _ => "penghargaan-sasaran-unit",
    }
}

pub(crate) fn kunci_kepastian(s: &str) -> &'static str {
    match s {
        "tinggi" => "penghargaan-kepastian-tinggi",
        "sedang" => "penghargaan-kepastian-sedang",
        _ => "penghargaan-kepastian-rendah",
    }
}

/// Piagam, piala, or what was written for another form.
pub(crate) fn bentuk(k: &Konteks, bentuk: &str, lain: &str) -> String {
    match bentuk {
        "piagam" => k.s("penghargaan-bentuk-piagam"),
        "piala" => k.s("penghargaan-bentuk-piala"),
        _ => lain.to_owned(),
    }
}

/// Hundredths as `4,51`.
pub(crate) fn persepuluh(k: &Konteks, n: i64) -> String {
    k.angka(format!("{}{}.{:02}", if n < 0 { "-" } else { "" }, n.abs() / 100, n.abs() % 100))
}

/// A group that is ranked apart: a category of services as the period names it, or a kind of instansi.
pub(crate) fn kelompok(k: &Konteks, sasaran: &str, kelompok: &str) -> String {
    if sasaran == "unit" { kelompok.to_owned() } else { k.s(kunci_kelompok(kelompok)) }
}

/// What an award asks for, one sentence each.
pub(crate) fn syarat(k: &Konteks, g: &Penghargaan) -> Vec<String> {
    let mut semua = Vec::new();
    semua.extend(g.kategori_layanan.as_ref().map(|x| k.n("penghargaan-syarat-layanan", "kategori", x)));
    semua.extend(g.jenis_instansi.as_ref().map(|x| k.n("penghargaan-syarat-instansi", "kelompok", k.s(kunci_kelompok(x)))));
    semua.extend(g.peringkat_maks.map(|n| k.a("penghargaan-syarat-peringkat", [("n", n.into())])));
    semua.extend(g.kategori_min.as_ref().map(|x| k.n("penghargaan-syarat-kategori", "kategori", x)));
    semua.extend(g.ipp_min.map(|n| k.n("penghargaan-syarat-ipp", "nilai", persepuluh(k, n))));
    semua.extend(g.naik_min.map(|n| k.n("penghargaan-syarat-naik", "nilai", persepuluh(k, n))));
    semua.extend(g.tahun_beruntun.map(|n| k.n("penghargaan-syarat-beruntun", "n", n)));
    semua
}

/// One condition: what is, and what had to be.
pub(crate) fn temuan(k: &Konteks, t: &Temuan) -> String {
    let teks = match &t.butir {
        Butir::Peringkat { ada, harus } => k.a("penghargaan-temuan-peringkat", [("ada", (*ada).into()), ("harus", (*harus).into())]),
        Butir::Kategori { ada, harus } => {
            k.a("penghargaan-temuan-kategori", [("ada", ada.as_str().into()), ("harus", harus.as_str().into())])
        }
        Butir::Ipp { ada, harus } => {
            k.a("penghargaan-temuan-ipp", [("ada", persepuluh(k, *ada).into()), ("harus", persepuluh(k, *harus).into())])
        }
        Butir::Naik { ada: Some(ada), harus, dari: Some(dari) } => {
            let kunci = if *ada < 0 { "penghargaan-temuan-turun" } else { "penghargaan-temuan-naik" };
            let (ada, harus) = (persepuluh(k, ada.abs()), persepuluh(k, *harus));
            k.a(kunci, [("ada", ada.into()), ("harus", harus.into()), ("dari", dari.to_string().into())])
        }
        Butir::Naik { harus, .. } => k.n("penghargaan-temuan-tanpa-lalu", "harus", persepuluh(k, *harus)),
        Butir::Beruntun { ada, harus } => k.a("penghargaan-temuan-beruntun", [("ada", (*ada).into()), ("harus", (*harus).into())]),
    };
    if t.edisi_lain { format!("{teks} {}", k.s("penghargaan-edisi-lain")) } else { teks }
}

/// The decree of a decision.
pub(crate) fn sk(k: &Konteks, d: &Putusan) -> String {
    let tanggal = k.hari(&d.tanggal);
    let isi = [("jabatan", d.jabatan.as_str().into()), ("nomor", d.nomor.as_str().into()), ("tanggal", tanggal.into())];
    k.a("penghargaan-piagam-dasar", isi)
}

/// What no longer holds under an announced award of a published period: key of the mark, and what is public instead. `None` while its
/// figures stand.
pub(crate) fn gugur(k: &Konteks, d: &Putusan, berubah: &Berubah) -> Option<(&'static str, String)> {
    let tanda = if d.hasil_batal.is_some() { "penghargaan-hasil-batal" } else { "penghargaan-gugur" };
    let teks = match berubah.get(&d.id) {
        Some(Some(a)) => k.a(
            "penghargaan-gugur-kini",
            [
                ("peringkat", a.peringkat.into()),
                ("kelompok", kelompok(k, &d.sasaran, &d.kelompok).into()),
                ("nilai", k.angka(&a.tampil).into()),
                ("kategori", a.kategori.as_str().into()),
            ],
        ),
        Some(None) => k.s("penghargaan-gugur-hilang"),
        None if d.hasil_batal.is_some() => k.s("penghargaan-gugur-sama"),
        None => return None,
    };
    Some((tanda, teks))
}

/// `peringkat 1 kategori RSUD, nilai 4,51 (A)`: the figures on which a decision rests.
pub(crate) fn dasar(k: &Konteks, d: &Putusan) -> String {
    k.a(
        "penghargaan-dasar",
        [
            ("peringkat", d.peringkat.into()),
            ("kelompok", kelompok(k, &d.sasaran, &d.kelompok).into()),
            ("nilai", k.angka(&d.tampil).into()),
            ("kategori", d.kategori.as_str().into()),
        ],
    )
}
