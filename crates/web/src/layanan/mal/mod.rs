//! `/layanan/mal`: requests of malls of other governments to give services of one's units, and how each stands. The mall reads the
//! same on the page of its gerai.

mod rinci;

use askama::Template;
use axum::extract::State;
use store::mpp::izin::{self, Izin, Keadaan};

use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/mal", super::PEMBACA, lihat);
    rinci::rute(d);
}

#[derive(Template)]
#[template(path = "layanan/mal/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Izin>,
}

impl Halaman<'_> {
    fn keadaan(&self, z: &Izin) -> (Nada, &'static str) {
        kunci_keadaan(z.keadaan())
    }
}

pub(crate) fn kunci_keadaan(s: Keadaan) -> (Nada, &'static str) {
    match s {
        Keadaan::Ditunggu => (Nada::Perhatian, "izin-ditunggu"),
        Keadaan::Berlaku => (Nada::Baik, "izin-berlaku"),
        Keadaan::Ditolak => (Nada::Bahaya, "izin-ditolak"),
        Keadaan::Dibatalkan => (Nada::Netral, "izin-dibatalkan"),
        Keadaan::Dicabut => (Nada::Bahaya, "izin-dicabut"),
        Keadaan::Selesai => (Nada::Netral, "izin-selesai"),
    }
}

/// What happened, a sentence each: both sides read these.
pub(crate) fn riwayat(k: &Konteks, z: &Izin) -> Vec<String> {
    let satu = |kunci: &str, oleh: &str, pada, alasan: Option<&str>| {
        let mut teks = k.a(kunci, [("oleh", oleh.into()), ("waktu", k.waktu(pada).into())]);
        if let Some(a) = alasan.filter(|a| !a.is_empty()) {
            teks = format!("{teks} {}", k.n("izin-alasan-teks", "alasan", a));
        }
        teks
    };
    let mut baris = vec![satu("izin-diminta", &z.oleh, &z.pada, None)];
    if let (Some(jenis), Some(pada), Some(oleh)) = (&z.jawab, &z.dijawab, &z.dijawab_oleh) {
        let kunci = match jenis.as_str() {
            "setuju" => "izin-disetujui",
            "tolak" => "izin-ditolak-oleh",
            _ => "izin-dibatalkan-oleh",
        };
        baris.push(satu(kunci, oleh, pada, z.alasan.as_deref()));
    }
    if let Some(pada) = &z.dicabut {
        baris.push(satu("izin-dicabut-pada", &z.unit, pada, z.cabut_alasan.as_deref()));
    } else if let (Some(pada), Keadaan::Selesai) = (&z.akhir, z.keadaan()) {
        baris.push(satu("izin-selesai-pada", &z.mpp, pada, z.akhir_alasan.as_deref()));
    }
    baris
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let daftar = izin::milik(&app.store, &pelaku).await?;
    let k = k.ilustrasi(daftar.iter().any(|z| z.ilustrasi == 1)).bantuan("layanan");
    tampil(&Halaman { k: &k, daftar })
}
