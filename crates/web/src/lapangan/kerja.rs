//! `/lapangan/kerja`: the page an evaluator works on in the field. It holds words and forms, no data of anybody, so that it may
//! lie on the phone; who has prepared which unit is known to the browser's store only.

use askama::Template;
use axum::http::{HeaderName, HeaderValue, header};

use crate::{
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

/// As everywhere, and pictures and recordings that lie on the phone.
const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
    font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The one page that may ask for the place and the microphone, each only at a press.
const IZIN: &str = "camera=(), microphone=(self), geolocation=(self), payment=()";

pub fn rute(d: &mut Daftar) {
    d.get("/lapangan/kerja", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "lapangan/kerja.html")]
struct Halaman<'a> {
    k: &'a Konteks,
}

impl Halaman<'_> {
    /// Words that the script puts together, `{…}` where a value goes.
    fn teks(&self) -> Vec<(&'static str, String)> {
        let isi = |kunci: &str, nama: &'static str| self.k.n(kunci, nama, format!("{{{nama}}}"));
        vec![
            ("antre", isi("lapangan-antre", "jumlah")),
            ("antre-kosong", self.k.s("lapangan-antre-kosong")),
            ("luring", self.k.s("lapangan-luring")),
            ("tertahan", isi("lapangan-tertahan", "jumlah")),
            ("bentrok", isi("lapangan-bentrok-jumlah", "jumlah")),
            ("masuk", self.k.s("lapangan-perlu-masuk")),
            ("lain", isi("lapangan-akun-lain", "jumlah")),
            ("disiapkan", isi("lapangan-disiapkan-pada", "pada")),
            ("sampai", isi("lapangan-sampai", "pada")),
            ("terisi", self.k.a("lapangan-terisi", [("n", "{n}".into()), ("dari", "{dari}".into())])),
            ("sel-ponsel", self.k.s("lapangan-sel-ponsel")),
            ("sel-server", self.k.s("lapangan-sel-server")),
            ("sel-kosong", self.k.s("f02-belum-diisi")),
            ("sel-ditolak", self.k.s("lapangan-sel-ditolak")),
            ("tak-dijawab", self.k.s("f02-tidak-dijawab")),
            ("tanpa-skor", self.k.s("f02-tanpa-skor")),
            ("dokumen", self.k.s("f02-cara-dokumen")),
            ("wawancara", self.k.s("f02-cara-wawancara")),
            ("observasi", self.k.s("f02-cara-observasi")),
            ("presentasi", self.k.s("lapangan-presentasi")),
            ("daftar-wawancara", self.k.s("lapangan-wawancara")),
            ("daftar-observasi", self.k.s("lapangan-observasi")),
            ("bantu-presentasi", self.k.s("lapangan-presentasi-bantu")),
            ("bantu-wawancara", self.k.s("lapangan-wawancara-bantu")),
            ("bantu-observasi", self.k.s("lapangan-observasi-bantu")),
            ("foto", self.k.s("lapangan-foto")),
            ("suara", self.k.s("lapangan-suara")),
            ("posisi", self.k.s("lapangan-posisi")),
            ("posisi-mencari", self.k.s("lapangan-posisi-mencari")),
            ("posisi-gagal", self.k.s("lapangan-posisi-gagal")),
            ("posisi-isi", self.k.a("lapangan-posisi-isi", [("tempat", "{tempat}".into()), ("akurasi", "{akurasi}".into())])),
            ("merekam", isi("lapangan-merekam", "detik")),
            ("rekam-gagal", self.k.s("lapangan-rekam-gagal")),
            ("foto-gagal", self.k.s("lapangan-foto-gagal")),
            ("penuh", self.k.s("lapangan-penuh")),
            ("belum-terkirim", self.k.s("lapangan-belum-terkirim")),
            ("di-server", self.k.s("lapangan-di-server")),
            ("tak-dibawa", self.k.s("lapangan-tak-dibawa")),
            ("tolak-penugasan", self.k.s("lapangan-tolak-penugasan")),
            ("tolak-lain", self.k.s("lapangan-tolak-lain")),
            ("titip-jadi", self.k.s("lapangan-titip-jadi")),
            ("titip-gagal", self.k.s("lapangan-titip-gagal")),
            ("hapus-tanya", self.k.s("lapangan-hapus-tanya")),
            ("hapus-antre", self.k.s("lapangan-hapus-antre")),
            ("hapus-tolak-tanya", self.k.s("lapangan-hapus-tolak-tanya")),
            ("jam", isi("lapangan-jam", "menit")),
            ("perbarui-jadi", self.k.s("lapangan-perbarui-jadi")),
            ("perbarui-gagal", self.k.s("lapangan-perbarui-gagal")),
            ("usulan", isi("f02-usulan-nilai", "nilai")),
            ("umum", self.k.s("lapangan-unit-umum")),
            ("skor", self.k.s("f02-skor")),
            ("sumber", self.k.s("f02-sumber")),
            ("catatan", self.k.s("f02-catatan")),
            ("rekomendasi", self.k.s("f02-rekomendasi")),
            ("centang", self.k.s("lapangan-centang")),
        ]
    }
}

async fn lihat(k: Konteks) -> Hasil {
    let mut response = tampil(&Halaman { k: &k })?;
    let h = response.headers_mut();
    h.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    h.insert(HeaderName::from_static("permissions-policy"), HeaderValue::from_static(IZIN));
    Ok(response)
}
