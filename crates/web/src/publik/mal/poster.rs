//! `/mal/{kode}/poster`: the A4 poster of a mall with the QR of its page.

use axum::extract::State;
use dokumen::PosterMal;
use store::mpp;

use super::{konteks, rinci::buka};
use crate::{
    AppState,
    error::Hasil,
    format::alamat_pendek,
    jalur::Jalur,
    kepala,
    konteks::Konteks,
    mpp::isian::jam_teks,
    rute::{Akses, Daftar},
    tampil::pdf,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mal/{kode}/poster", Akses::Publik, cetak);
}

async fn cetak(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (m, p) = buka(&app, &kode).await?;
    let k = konteks(k, p.ilustrasi, &m.zona);
    let c = app.store.baca();
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tutup.is_none()).count();
    let layanan = mpp::penempatan_mpp(c, m.unit_id).await?.len();
    let jam: Vec<String> = jam_teks(&k, &m.jam()).into_iter().map(|(h, p)| format!("{h} {p}")).collect();
    let url = format!("{}/mal/{kode}", app.konfig.alamat);
    let isi = PosterMal {
        kepala: kepala::poster(&k, &m.instansi, &app.store.sekarang()),
        jam: if jam.is_empty() { "–".to_owned() } else { jam.join(", ") },
        gerai: k.jumlah("mal-gerai-jumlah", gerai),
        layanan: k.jumlah("mpp-layanan-jumlah", layanan),
        url_pendek: alamat_pendek(&url),
        nama: m.nama,
        alamat: m.alamat,
        url,
    };
    Ok(pdf(crate::publik::cetak::cetak(&app, &k, isi).await?, &format!("poster-{kode}.pdf")))
}
