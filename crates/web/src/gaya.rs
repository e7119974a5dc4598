//! The living style page `/gaya`: every component once, for the people who build pages. Only in debug builds.

use askama::Template;

use crate::{
    error::Hasil,
    formulir::Formulir,
    komponen::{Keadaan, Nada, Opsi, Tahap},
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/gaya", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "gaya/gaya.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    opsi: Vec<Opsi>,
    tahap: Vec<Tahap>,
    nada: [Nada; 5],
    huruf: [&'static str; 9],
}

async fn lihat(k: Konteks) -> Hasil {
    let k = k.ilustrasi(true);
    let mut f = Formulir::isi([("nama", "RSUD Kudungga"), ("tahun", "duaribu"), ("lingkup", "jasa")]);
    f.salahkan("tahun", "umum-wajib");
    f.salahkan("lingkup", "umum-wajib");
    let opsi = ["administratif", "barang", "jasa"].map(|v| Opsi::baru(v, v).bantu("Contoh keterangan pilihan")).to_vec();
    let tahap = [
        ("F01", Keadaan::Selesai),
        ("Pra-evaluasi", Keadaan::Selesai),
        ("F02", Keadaan::Berjalan),
        ("F03", Keadaan::Berjalan),
        ("Berita acara", Keadaan::Menunggu),
        ("Hasil", Keadaan::Menunggu),
        ("LHE", Keadaan::Menunggu),
    ]
    .map(|(judul, keadaan)| Tahap {
        judul: judul.into(),
        jalur: (keadaan != Keadaan::Menunggu).then(|| "/gaya".into()),
        keadaan,
        keterangan: None,
    });
    tampil(&Halaman {
        k: &k,
        f,
        opsi,
        tahap: tahap.into(),
        nada: [Nada::Netral, Nada::Info, Nada::Baik, Nada::Perhatian, Nada::Bahaya],
        huruf: ["A", "A-", "B", "B-", "C", "C-", "D", "E", "F"],
    })
}
