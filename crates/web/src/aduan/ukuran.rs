//! `/aduan/ukuran`: measures by unit and days, each with its definition beside it, and as CSV.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use pekppp::Pecahan;
use store::{
    hak,
    hak::KotakAduan,
    pengaduan::{self, UkuranUnit},
};

use super::tab::Tab;
use crate::{AppState, Error, error::Hasil, formulir::Formulir, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil, unduhan};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/ukuran", super::PEMBACA, lihat);
    d.get("/aduan/ukuran.csv", super::PEMBACA, csv);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
}

/// A figure.
pub enum Nilai {
    Bulat(u32),
    /// `None`: there is nothing to divide by.
    Bagian(Option<Pecahan>),
}

/// Name, definition and figure of each measure.
#[must_use]
pub fn ukuran(u: &UkuranUnit) -> [(&'static str, &'static str, Nilai); 13] {
    use Nilai::{Bagian, Bulat};
    let x = &u.ukuran;
    [
        ("aduan-ukur-masuk", "aduan-arti-masuk", Bulat(x.masuk)),
        ("aduan-ukur-gugur", "aduan-arti-gugur", Bulat(x.gugur)),
        ("aduan-ukur-belum", "aduan-arti-belum", Bulat(x.belum_diverifikasi)),
        ("aduan-ukur-tepat", "aduan-arti-tepat", Bulat(x.tepat_waktu)),
        ("aduan-ukur-terlambat", "aduan-arti-terlambat", Bulat(x.terlambat)),
        ("aduan-ukur-lewat", "aduan-arti-lewat", Bulat(x.lewat_belum_dijawab)),
        ("aduan-ukur-berjalan", "aduan-arti-berjalan", Bulat(x.berjalan)),
        ("aduan-ukur-selesai", "aduan-arti-selesai", Bulat(x.selesai)),
        ("aduan-ukur-dibuka", "aduan-arti-dibuka", Bulat(x.dibuka_kembali)),
        ("aduan-ukur-bagian-tepat", "aduan-arti-bagian-tepat", Bagian(x.bagian_tepat_waktu())),
        ("aduan-ukur-bagian-selesai", "aduan-arti-bagian-selesai", Bagian(x.bagian_selesai())),
        ("aduan-ukur-bagian-buka", "aduan-arti-bagian-buka", Bagian(x.bagian_dibuka_kembali())),
        ("aduan-ukur-lapor", "aduan-arti-lapor", Bulat(u.lapor_masuk)),
    ]
}

/// A figure as it is shown: a share as per cent with one decimal, `–` where there is none.
#[must_use]
pub fn teks(k: &Konteks, n: &Nilai) -> String {
    match n {
        Nilai::Bulat(n) => k.angka(n.to_string()),
        Nilai::Bagian(Some(p)) => format!("{} %", k.persen(&(&(p * &Pecahan::bulat(1000)).dibulatkan(0) / &Pecahan::bulat(1000)))),
        Nilai::Bagian(None) => "–".into(),
    }
}

#[derive(Template)]
#[template(path = "aduan/ukuran.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    tab: Tab<'a>,
    /// Name of a unit with its figures.
    baris: Vec<(String, Vec<String>)>,
    kueri: String,
    kurun: String,
}

impl Halaman<'_> {
    fn arti(&self) -> Vec<(&'static str, &'static str)> {
        ukuran(&UkuranUnit::default()).into_iter().map(|(nama, arti, _)| (nama, arti)).collect()
    }
}

/// The days of the query; else the year so far.
fn kurun(q: &Kueri, f: &mut Formulir, kini: Date) -> (Date, Date) {
    let satu = |f: &mut Formulir, nama: &'static str, teks: &str, lain: Date| {
        f.taruh(nama, if teks.is_empty() { lain.to_string() } else { teks.to_owned() });
        match teks.trim().parse::<Date>() {
            Ok(d) => d,
            Err(_) if teks.is_empty() => lain,
            Err(_) => {
                f.salahkan(nama, "aduan-tanggal-wajib");
                lain
            }
        }
    };
    let dari = satu(f, "dari", &q.dari, kini.first_of_year());
    let sampai = satu(f, "sampai", &q.sampai, kini);
    if dari > sampai {
        f.salahkan("sampai", "aduan-kurun-salah");
    }
    (dari, sampai)
}

/// Of the person's instansi, all units; else of his own units.
async fn hitung(app: &AppState, kotak: &KotakAduan, dari: Date, sampai: Date) -> Hasil<Vec<UkuranUnit>> {
    let mut semua = Vec::new();
    for i in &kotak.instansi {
        semua.extend(pengaduan::ukuran_instansi(&app.store, *i, dari, sampai).await?);
    }
    for u in &kotak.unit {
        if !semua.iter().any(|x: &UkuranUnit| x.unit_id == Some(*u)) {
            semua.push(pengaduan::ukuran(&app.store, *u, dari, sampai).await?);
        }
    }
    Ok(semua)
}

async fn bahan(app: &AppState, pelaku: &hak::Pelaku) -> Hasil<(KotakAduan, Date)> {
    let kotak = hak::kotak_aduan(&app.store, pelaku).await?;
    if kotak.instansi.is_empty() && kotak.unit.is_empty() {
        return Err(Error::TidakBerhak("aduan"));
    }
    let kini = app.store.sekarang().hari(&kotak.zona);
    Ok((kotak, kini))
}

fn nama(k: &Konteks, u: &UkuranUnit) -> String {
    if u.unit.is_empty() { k.s("aduan-tanpa-unit") } else { u.unit.clone() }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let (kotak, kini) = bahan(&app, &pelaku).await?;
    let k = k.zona(&kotak.zona).ilustrasi(app.ilustrasi).bantuan("pengaduan");
    let mut f = Formulir::kosong();
    let (dari, sampai) = kurun(&q, &mut f, kini);
    let semua = if f.sah() { hitung(&app, &kotak, dari, sampai).await? } else { Vec::new() };
    let angka = |u: &UkuranUnit| (nama(&k, u), ukuran(u).iter().map(|(.., n)| teks(&k, n)).collect());
    let baris = semua.iter().map(angka).collect();
    let kurun = k.a("aduan-kurun", [("dari", k.tanggal(&dari).into()), ("sampai", k.tanggal(&sampai).into())]);
    let tab = Tab::baru(&k, &kotak, "ukuran");
    tampil(&Halaman { k: &k, f, tab, baris, kueri: format!("dari={dari}&sampai={sampai}"), kurun })
}

async fn csv(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let (kotak, kini) = bahan(&app, &pelaku).await?;
    let mut f = Formulir::kosong();
    let (dari, sampai) = kurun(&q, &mut f, kini);
    if !f.sah() {
        return Err(Error::Rusak("days of the measures".into()));
    }
    let semua = hitung(&app, &kotak, dari, sampai).await?;
    // Figures of a machine: a point, no unit, four decimals of a share.
    let mesin = |n: &Nilai| match n {
        Nilai::Bulat(n) => n.to_string(),
        Nilai::Bagian(p) => p.as_ref().map(|p| p.dibulatkan(4).to_string()).unwrap_or_default(),
    };
    let mut kepala = vec![k.s("aduan-unit"), k.s("aduan-dari"), k.s("aduan-sampai")];
    kepala.extend(ukuran(&UkuranUnit::default()).iter().map(|(n, ..)| k.s(n)));
    let baris: Vec<Vec<String>> = semua
        .iter()
        .map(|u| {
            let mut b = vec![nama(&k, u), dari.to_string(), sampai.to_string()];
            b.extend(ukuran(u).iter().map(|(.., n)| mesin(n)));
            b
        })
        .collect();
    let kolom: Vec<&str> = kepala.iter().map(String::as_str).collect();
    let isi = dokumen::tabel_csv(&kolom, &baris, dokumen::csv::GayaCsv::default())?;
    Ok(unduhan::kirim(unduhan::CSV, &format!("pengaduan-{dari}-{sampai}.csv"), isi))
}
