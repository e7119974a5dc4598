//! `/lokus/{lokus}/f02/riwayat/{kode}`: how the score of one indicator came about: who, when, from what to what.

use askama::Template;
use axum::extract::State;
use store::{
    Waktu,
    f02::{self, Perubahan, Sumber},
    id::LokusId,
    lokus::Lokus,
};

use super::rangka::{Rangka, TAMBAHAN};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02/riwayat/{kode}", Akses::Masuk, lihat);
}

/// The history of one sheet's cell, or of the settlement.
struct Deret {
    nama: String,
    versi: Vec<Versi>,
}

struct Versi {
    nomor: i64,
    pada: Waktu,
    nama: String,
    dari: String,
    ke: String,
    /// Label key and text of what changed besides the score.
    lain: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "lokus/f02/riwayat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    kode: String,
    nama: String,
    kembali: String,
    deret: Vec<Deret>,
}

impl Halaman<'_> {
    fn dari_ke(&self, v: &Versi) -> String {
        self.k.a("f02-dari-ke", [("dari", v.dari.as_str().into()), ("ke", v.ke.as_str().into())])
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let k = r.konteks(k);
    let i = r.edisi.cari_indikator(&kode).ok_or(Error::TidakAda)?;
    let mut deret = Vec::new();
    for l in f02::lembar_terlihat(&app.store, id, r.pandangan, pelaku.akun).await? {
        if !l.skor.is_empty() {
            let versi = f02::riwayat(&app.store, id, l.akun_id, &kode).await?;
            deret.push(Deret { nama: l.nama, versi: urut(&k, &versi, false) });
        }
    }
    if r.pandangan.semua() && r.akses.membaca_diganti() {
        for d in f02::diganti(app.store.baca(), id).await? {
            let versi = f02::riwayat(&app.store, id, d.lembar.akun_id, &kode).await?;
            if !versi.is_empty() {
                let nama = k.n("f02-diganti-nama", "nama", d.lembar.nama);
                deret.push(Deret { nama, versi: urut(&k, &versi, false) });
            }
        }
    }
    if r.pandangan.semua() {
        let versi = f02::riwayat_sepakat(&app.store, id, &kode).await?;
        if !versi.is_empty() {
            deret.push(Deret { nama: k.s("f02-riwayat-kesepakatan"), versi: urut(&k, &versi, true) });
        }
    }
    let kembali = match r.edisi.aspek_indikator(&kode) {
        _ if !r.pandangan.penilai() => format!("/lokus/{id}/f02/konsensus"),
        Some(a) => format!("/lokus/{id}/f02/{}#i-{}", a.kunci, i.nomor),
        None => format!("/lokus/{id}/f02/{TAMBAHAN}#i-{}", i.nomor),
    };
    tampil(&Halaman { k: &k, lokus: r.lokus(), kode: i.kode.clone(), nama: i.nama.clone(), kembali, deret })
}

/// Newest first; each version against the one before it.
fn urut(k: &Konteks, semua: &[Perubahan], sepakat: bool) -> Vec<Versi> {
    let kosong = f02::Isi::default();
    let skor = |s: Option<u8>| s.map_or_else(|| k.s("f02-tanpa-skor"), |n| n.to_string());
    let satu = |(n, p): (usize, &Perubahan)| {
        let lama = semua.get(n + 1).map_or(&kosong, |l| &l.isi);
        let mut lain = Vec::new();
        if p.isi.sumber != lama.sumber {
            lain.push(("f02-sumber", Sumber::baca(&p.isi.sumber).to_string()));
        }
        if p.isi.catatan != lama.catatan {
            lain.push((if sepakat { "f02-alasan" } else { "f02-catatan" }, p.isi.catatan.clone()));
        }
        if p.isi.rekomendasi != lama.rekomendasi {
            lain.push(("f02-rekomendasi", p.isi.rekomendasi.clone()));
        }
        Versi { nomor: p.versi, pada: p.pada, nama: p.nama.clone(), dari: skor(lama.skor), ke: skor(p.isi.skor), lain }
    };
    semua.iter().enumerate().map(satu).collect()
}
