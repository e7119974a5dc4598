//! A report in words: figures with their definition, and tables. Page and files are made from it.

use layanan::kinerja::{Angka, Sebaran, ubah_persen};
use store::{
    kinerja::{Laporan, Pembanding, Petugas},
    mpp::Mpp,
};

use super::{
    kurun::Kurun,
    survei,
    tabel::{Nilai, Petak, Tabel},
};
use crate::konteks::Konteks;

/// One figure: name, value, what it is compared with, and what is counted.
pub struct Butir {
    pub nama: String,
    pub nilai: Petak,
    pub banding: Option<String>,
    pub arti: String,
}

pub struct Sajian {
    pub nama: String,
    pub kurun: String,
    pub utama: Vec<Butir>,
    pub lain: Vec<Butir>,
    pub tabel: Vec<Tabel>,
    /// Gerai that nobody visited.
    pub sepi: Vec<String>,
    /// Nothing is recorded of these days: there are no figures then, and no tables.
    pub kosong: bool,
}

/// `12 menit`, `45 detik`.
pub fn lama(k: &Konteks, detik: u32) -> String {
    if detik < 90 { k.jumlah("kinerja-detik", detik) } else { k.jumlah("kinerja-menit", (detik + 30) / 60) }
}

/// Middle and ninth tenth in words, or dashes.
pub fn sebaran(k: &Konteks, s: Option<Sebaran>) -> [String; 2] {
    s.map_or_else(|| ["–".to_owned(), "–".to_owned()], |s| [lama(k, s.tengah), lama(k, s.sembilan_puluh)])
}

/// A duration; empty in a file where there was none.
fn petak_lama(k: &Konteks, detik: Option<u32>) -> Petak {
    let teks = detik.map_or_else(|| "–".to_owned(), |d| lama(k, d));
    Petak { teks, nilai: detik.map_or(Nilai::Kosong, Nilai::Detik) }
}

fn petak_sebaran(k: &Konteks, s: Option<Sebaran>) -> [Petak; 2] {
    [s.map(|s| s.tengah), s.map(|s| s.sembilan_puluh)].map(|d| petak_lama(k, d))
}

fn banding(k: &Konteks, kini: u32, dulu: u32) -> Option<String> {
    let beda = ubah_persen(kini, dulu)?;
    let tanda = if beda > 0 { "+" } else { "" };
    Some(k.a("kinerja-banding", [("dulu", dulu.to_string().into()), ("beda", format!("{tanda}{beda}").into())]))
}

fn baris(k: &Konteks, nama: String, a: &Angka) -> Vec<Petak> {
    let [tunggu, tunggu90] = petak_sebaran(k, a.tunggu);
    let [layan, _] = petak_sebaran(k, a.layan);
    vec![
        nama.into(),
        a.kunjungan.to_string().into(),
        a.nomor.to_string().into(),
        tunggu,
        tunggu90,
        layan,
        a.tidak_hadir.to_string().into(),
        a.tak_terlayani.to_string().into(),
    ]
}

/// Columns of [`baris`] that are durations, and those of officers.
const LAMA: &[usize] = &[3, 4, 5];
const LAMA_PETUGAS: &[usize] = &[2, 3];

const KOLOM: [&str; 7] = [
    "kinerja-kunjungan",
    "kinerja-nomor",
    "kinerja-tunggu-tengah",
    "kinerja-tunggu-90",
    "kinerja-layan",
    "kinerja-tidak-hadir",
    "kinerja-tak-terlayani",
];

fn kolom(k: &Konteks, pertama: &str) -> Vec<String> {
    std::iter::once(k.s(pertama)).chain(KOLOM.iter().map(|x| k.s(x))).collect()
}

/// Visits a year before, with the change; a dash where there were none.
fn setahun(k: &Konteks, kini: u32, dulu: u32) -> Petak {
    let Some(beda) = ubah_persen(kini, dulu) else { return Petak { teks: "–".to_owned(), nilai: Nilai::Kosong } };
    let tanda = if beda > 0 { "+" } else { "" };
    let teks = k.a("kinerja-setahun-nilai", [("dulu", dulu.to_string().into()), ("beda", format!("{tanda}{beda}").into())]);
    Petak { teks, nilai: Nilai::Bulat(dulu) }
}

/// `dulu`: counts of the same days a year before. `petugas`: for the head only.
#[must_use]
pub fn susun(k: &Konteks, m: &Mpp, kurun: Kurun, l: &Laporan, dulu: &Pembanding, petugas: Option<&[Petugas]>) -> Sajian {
    let (nama, dalam) = (m.nama.clone(), kurun.nama(k));
    if l.kosong() {
        return Sajian { nama, kurun: dalam, utama: Vec::new(), lain: Vec::new(), tabel: Vec::new(), sepi: Vec::new(), kosong: true };
    }
    let satu = |nama: &str, nilai: Petak, banding: Option<String>, arti: &str| Butir { nama: k.s(nama), nilai, banding, arti: k.s(arti) };
    let a = &l.angka;
    let [tunggu, tunggu90] = petak_sebaran(k, a.tunggu);
    let [layan, layan90] = petak_sebaran(k, a.layan);
    let utama = vec![
        satu("kinerja-kunjungan", a.kunjungan.to_string().into(), banding(k, a.kunjungan, dulu.angka.kunjungan), "kinerja-arti-kunjungan"),
        satu("kinerja-nomor", a.nomor.to_string().into(), banding(k, a.nomor, dulu.angka.nomor), "kinerja-arti-nomor"),
        satu("kinerja-tunggu", tunggu, Some(k.n("kinerja-90", "lama", tunggu90)), "kinerja-arti-tunggu"),
        satu("kinerja-layan", layan, Some(k.n("kinerja-90", "lama", layan90)), "kinerja-arti-layan"),
    ];
    Sajian {
        nama,
        kurun: dalam,
        utama,
        lain: lain(k, l),
        tabel: tabel(k, kurun, l, dulu, petugas),
        sepi: l.sepi().into_iter().map(|g| format!("{} {}", g.kode, g.nama)).collect(),
        kosong: false,
    }
}

fn lain(k: &Konteks, l: &Laporan) -> Vec<Butir> {
    let butir = |nama: &str, nilai: Petak, arti: &str| Butir { nama: k.s(nama), nilai, banding: None, arti: k.s(arti) };
    let satu = |nama: &str, nilai: String, arti: &str| butir(nama, nilai.into(), arti);
    let bagian = |a: i64, dari: i64| {
        let teks = k.a("kinerja-dari", [("a", a.into()), ("dari", dari.into())]);
        Petak { teks, nilai: u32::try_from(a).map_or(Nilai::Teks, Nilai::Bulat) }
    };
    let (a, b, p) = (&l.angka, &l.berkas, &l.pengaduan);
    let mut semua = vec![
        satu("kinerja-tidak-hadir", a.tidak_hadir.to_string(), "kinerja-arti-tidak-hadir"),
        satu("kinerja-batal", a.batal.to_string(), "kinerja-arti-batal"),
        satu("kinerja-tak-terlayani", a.tak_terlayani.to_string(), "kinerja-arti-tak-terlayani"),
        satu("kinerja-berjalan", a.berjalan.to_string(), "kinerja-arti-berjalan"),
        satu("kinerja-rentan", a.rentan.to_string(), "kinerja-arti-rentan"),
        satu("kinerja-dipesan", a.dipesan.to_string(), "kinerja-arti-dipesan"),
        satu("kinerja-berkas", b.masuk.to_string(), "kinerja-arti-berkas"),
        butir("kinerja-tepat", bagian(b.tepat, b.tuntas), "kinerja-arti-tepat"),
        satu("kinerja-lewat", b.lewat.to_string(), "kinerja-arti-lewat"),
        satu("kinerja-aduan", p.masuk.to_string(), "kinerja-arti-aduan"),
        butir("kinerja-aduan-selesai", bagian(p.selesai.into(), (p.masuk - p.gugur).into()), "kinerja-arti-aduan-selesai"),
        satu("kinerja-tenan", l.tenan.to_string(), "kinerja-arti-tenan"),
        satu("kinerja-gerai", l.gerai.len().to_string(), "kinerja-arti-gerai"),
        satu("kinerja-layanan", l.layanan_ada.to_string(), "kinerja-arti-layanan"),
    ];
    if let Some(s) = &l.skm {
        let nilai = format!("{} ({})", k.angka(s.hasil.ikm.tampil(2)), s.hasil.mutu);
        semua.push(Butir { nama: k.s("kinerja-skm"), nilai: nilai.into(), banding: None, arti: k.n("kinerja-arti-skm", "ronde", &s.nama) });
    }
    semua
}

/// Complaints by organisation.
fn aduan(k: &Konteks, l: &Laporan) -> Tabel {
    let baris = l.aduan.iter().map(|a| {
        let (u, nama) = (&a.ukuran, if a.tenan.is_none() { k.s("kinerja-aduan-mal") } else { a.nama.clone() });
        let angka = [u.masuk, u.tepat_waktu, u.terlambat + u.lewat_belum_dijawab, u.selesai, u.gugur];
        std::iter::once(nama).chain(angka.map(|n| n.to_string())).map(Petak::from).collect()
    });
    let kolom = [
        "kinerja-aduan-organisasi",
        "kinerja-aduan-masuk",
        "kinerja-aduan-tepat",
        "kinerja-aduan-lewat",
        "kinerja-aduan-tutup",
        "kinerja-aduan-gugur",
    ];
    Tabel {
        kunci: "aduan",
        judul: k.s("kinerja-per-aduan"),
        kosong: k.s("kinerja-aduan-kosong"),
        kolom: kolom.map(|x| k.s(x)).into(),
        baris: baris.collect(),
        lama: &[],
        kata_dari: usize::MAX,
    }
}

fn tabel(k: &Konteks, kurun: Kurun, l: &Laporan, dulu: &Pembanding, petugas: Option<&[Petugas]>) -> Vec<Tabel> {
    let buat = |kunci: &'static str, judul: &str, pertama: &str, banding: bool, baris| Tabel {
        kunci,
        judul: k.s(judul),
        kosong: k.s("kinerja-kosong"),
        kolom: kolom(k, pertama).into_iter().chain(banding.then(|| k.s("kinerja-setahun"))).collect(),
        baris,
        lama: LAMA,
        kata_dari: usize::MAX,
    };
    let lalu = |mut b: Vec<Petak>, kini: u32, dulu: u32| {
        b.push(setahun(k, kini, dulu));
        b
    };
    let gerai = l.gerai.iter().map(|g| {
        let b = baris(k, format!("{} {}", g.kode, g.nama), &g.angka);
        lalu(b, g.angka.kunjungan, dulu.gerai(g.id))
    });
    let layanan = l.layanan.iter().map(|g| lalu(baris(k, g.nama.clone(), &g.angka), g.angka.kunjungan, dulu.layanan(g.id)));
    let (gerai, layanan) = (gerai.collect(), layanan.collect());
    let waktu: Vec<Vec<Petak>> = if kurun.panjang() {
        l.bulan.iter().map(|(t, a)| baris(k, k.bulan(t), a)).collect()
    } else {
        l.hari.iter().map(|(t, a)| baris(k, k.tanggal(t), a)).collect()
    };
    let (per, judul) = if kurun.panjang() { ("bulan", "kinerja-per-bulan") } else { ("hari", "kinerja-per-hari") };
    let mut semua = vec![
        buat("gerai", "kinerja-per-gerai", "kinerja-gerai-satu", true, gerai),
        buat("layanan", "kinerja-per-layanan", "kinerja-layanan-satu", true, layanan),
        buat(per, judul, "kinerja-waktu-satu", false, waktu),
    ];
    semua.push(aduan(k, l));
    let nama: Vec<&str> = l.gerai.iter().map(|g| g.nama.as_str()).collect();
    semua.extend(survei::tabel(k, &l.survei, &nama));
    if let Some(p) = petugas {
        let baris = p.iter().map(|p| {
            let [tengah, sembilan] = petak_sebaran(k, p.layan);
            vec![p.nama.clone().into(), p.kunjungan.to_string().into(), tengah, sembilan]
        });
        semua.push(Tabel {
            kunci: "petugas",
            judul: k.s("kinerja-per-petugas"),
            kosong: k.s("kinerja-kosong"),
            kolom: ["kinerja-petugas-satu", "kinerja-kunjungan", "kinerja-layan", "kinerja-layan-90"].map(|x| k.s(x)).into(),
            baris: baris.collect(),
            lama: LAMA_PETUGAS,
            kata_dari: usize::MAX,
        });
    }
    semua
}
