//! `/survei/{ronde}/banding`: all rounds of the unit in order of time, each with its interval and the step since the last.

use askama::Template;
use axum::extract::State;
use store::{
    Store, edisi, hak,
    id::RondeId,
    skm::{
        RondeSkm,
        rekap::{self, RondeRingkas},
    },
};

use super::{
    konteks, kurun,
    sajian::{Angka, Langkah, TitikRonde, angka, garis, langkah, susunan},
    tab::Tab,
};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/banding", super::PEMBACA, lihat);
}

/// A round of the unit, newest first on the page.
struct Baris {
    ronde: RondeSkm,
    kurun: String,
    n: String,
    /// Figure, class, interval; `None` without answers.
    ikm: Option<(String, String, String)>,
    langkah: Option<Langkah>,
    terbit: bool,
}

#[derive(Template)]
#[template(path = "skm/banding.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    baris: Vec<Baris>,
    gambar: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let k = konteks(k, &akses.ronde);
    let seunit = rekap::seunit(&app.store, &akses.pembaca()).await?;
    let (baris, titik) = susun(&app.store, &k, &seunit).await?;
    let edisi = edisi::skm(&app.store, &akses.ronde.edisi).await?;
    let judul = k.n("hasilskm-banding-gambar", "unit", &akses.ronde.unit);
    let gambar = garis(&k, &edisi, &judul, &titik)?;
    tampil(&Halaman { k: &k, ronde: &akses.ronde, baris, gambar })
}

/// From the oldest round to the newest, each compared with the last one that had a figure; rows are turned around.
async fn susun(store: &Store, k: &Konteks, seunit: &[RondeRingkas]) -> Hasil<(Vec<Baris>, Vec<TitikRonde>)> {
    let (mut baris, mut titik) = (Vec::new(), Vec::new());
    let mut sebelum: Option<Angka> = None;
    for x in seunit.iter().rev() {
        let r = &x.ronde;
        let edisi = edisi::skm(store, &r.edisi).await?;
        let a = angka(&susunan(&edisi, &r.unsur)?, &x.pakai, r.populasi)?;
        let rentang = a.as_ref().and_then(Angka::rentang);
        let selang = rentang.map_or_else(|| "–".to_owned(), |(a, b)| format!("{}–{}", k.angka(a.tampil(2)), k.angka(b.tampil(2))));
        let ikm = a.as_ref().map(|a| (k.angka(a.hasil.ikm.tampil(2)), a.hasil.mutu.clone(), selang));
        let label = pendek(k, &r.akhir());
        titik.push(TitikRonde {
            keterangan: format!("{}: {}", r.nama, ikm.as_ref().map_or("–", |i| i.0.as_str())),
            label,
            ikm: a.as_ref().map(|a| (a.hasil.ikm.tampil(2), rentang.map(|(x, y)| (x.tampil(4), y.tampil(4))))),
        });
        let kini = a.filter(|a| a.ringkasan.is_some());
        let langkah = langkah(k, sebelum.as_ref(), kini.as_ref());
        sebelum = kini.or(sebelum);
        let n = k.angka(x.pakai.n.to_string());
        baris.push(Baris { kurun: kurun(k, r), n, ikm, langkah, terbit: x.terbit, ronde: r.clone() });
    }
    baris.reverse();
    Ok((baris, titik))
}

/// `Jun 2025` for a stored day.
pub fn pendek(k: &Konteks, iso: &str) -> String {
    let Ok(d) = iso.parse::<jiff::civil::Date>() else { return iso.to_owned() };
    let panjang = k.tanggal(&d);
    let bulan: String = panjang.split(' ').nth(1).unwrap_or_default().chars().take(3).collect();
    format!("{bulan} {}", d.year())
}
