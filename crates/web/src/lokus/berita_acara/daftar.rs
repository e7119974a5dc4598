//! `/lokus/{lokus}/berita-acara`: all minutes of a lokus, and the way to make new ones.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State;
use store::{
    berita_acara::{self, BeritaAcara, Keadaan},
    hasil,
    id::{BeritaAcaraId, LokusId},
    lokus::Lokus,
    periode::alasan_tertutup,
    verifikasi,
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/berita-acara", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "lokus/berita_acara/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    semua: Vec<BeritaAcara>,
    /// Those that wait for somebody who cannot sign them any more.
    macet: HashSet<BeritaAcaraId>,
    membuat: bool,
    beku: bool,
    /// Why minutes of the kinds `pelaksanaan` and `hasil` cannot be made now.
    tutup: [Option<&'static str>; 2],
}

impl Halaman<'_> {
    fn lencana(&self, b: &BeritaAcara) -> (Nada, &'static str) {
        if self.macet.contains(&b.id) { (Nada::Bahaya, "ba-keadaan-macet") } else { lencana(b) }
    }

    fn nama(&self, jenis: &str) -> &'static str {
        nama(jenis)
    }

    /// What stands in the way of new minutes of the kind: some that stand, or that nobody can finish.
    fn ada(&self, jenis: &str) -> Option<&'static str> {
        let b = self.semua.iter().find(|b| b.jenis == jenis && b.batal.is_none())?;
        Some(if self.macet.contains(&b.id) { "ba-masih-macet" } else { "ba-masih-berlaku" })
    }
}

/// The name of a kind.
pub fn nama(jenis: &str) -> &'static str {
    if jenis == "hasil" { "ba-jenis-hasil" } else { "ba-jenis-pelaksanaan" }
}

/// The badge of a state.
pub fn lencana(b: &BeritaAcara) -> (Nada, &'static str) {
    match b.keadaan() {
        Keadaan::Dibatalkan => (Nada::Bahaya, "ba-keadaan-batal"),
        Keadaan::Bersegel => (Nada::Baik, "ba-keadaan-segel"),
        Keadaan::Sebagian => (Nada::Info, "ba-keadaan-sebagian"),
        Keadaan::BelumDitandatangani => (Nada::Perhatian, "ba-keadaan-belum"),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?;
    let k = k.ilustrasi(akses.lokus.ilustrasi == 1).zona(&akses.lokus.zona).bantuan("berita-acara");
    tampil(&Halaman {
        macet: berita_acara::macet(app.store.baca(), &[id], &app.store.sekarang().hari(&akses.lokus.zona).to_string()).await?.ba,
        semua: berita_acara::daftar(app.store.baca(), id).await?,
        beku: hasil::hidup(app.store.baca(), id).await?.is_some(),
        membuat: akses.penyelenggara().is_ok() || akses.evaluator().is_ok(),
        tutup: [
            alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Pelaksanaan).await?,
            alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?,
        ],
        k: &k,
        lokus: &akses.lokus,
    })
}
