//! `/bayar/{kode}`: a bill and how to pay it. The QR code asks for a payment; it never proves one, and the page says so.

use askama::Template;
use axum::extract::State;
use store::{
    kode,
    tagihan::{self, Tagihan, qris},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    kasir::{dibalik_warga, lencana},
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/bayar/{kode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/permohonan/bayar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    t: &'a Tagihan,
    /// Drawing and text of the QRIS payload, where the mall has one.
    qris: Option<(String, String)>,
    /// A payment of it was taken back.
    balik: Option<String>,
}

impl Halaman<'_> {
    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn nominal(&self) -> String {
        self.k.rupiah(self.t.nominal)
    }

    fn lencana(&self) -> (Nada, &'static str) {
        lencana(self.t)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let t = tagihan::dari_kode(app.store.baca(), &kode).await?;
    let k = k.ilustrasi(t.ilustrasi == 1).zona(&t.zona).bantuan("permohonan");
    let qris = match qris::muatan(app.store.baca(), &t).await? {
        Some(m) => Some((dokumen::qr_svg(&m, &k.s("bayar-qris-alt"))?, m)),
        None => None,
    };
    let balik = dibalik_warga(&k, &t, &tagihan::bayar_batal(app.store.baca(), t.permohonan_id).await?);
    tampil(&Halaman { k: &k, t: &t, qris, balik })
}
