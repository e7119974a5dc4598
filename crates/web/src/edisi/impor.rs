//! `/edisi/impor`: the ministry uploads an edition file; every fault is shown with its line, a sound one becomes a draft.

use std::borrow::Cow;

use askama::Template;
use axum::extract::{Multipart, State};
use pekppp::{Edisi, Kesalahan, Sintaks};
use store::{StoreError, edisi::tulis, peran::Peran};

use super::kata;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const NASIONAL: Akses = Akses::Peran(&[Peran::Nasional]);
/// Faults shown on the page; the command line shows all.
const SALAH_MAKS: usize = 200;

pub fn rute(d: &mut Daftar) {
    d.get("/edisi/impor", NASIONAL, lihat);
    d.post_besar("/edisi/impor", NASIONAL, tulis::NASKAH_MAKS + 256 * 1024, unggah);
}

#[derive(Template)]
#[template(path = "edisi/impor.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    nama: String,
    salah: Vec<Kesalahan>,
    lebih: usize,
}

impl Halaman<'_> {
    /// What is wrong and what should stand there, with the language. Faults of syntax are said in the reader's own, those of the
    /// content in Indonesian, as the file is.
    fn kata<'a>(&self, s: &'a Kesalahan) -> (Cow<'a, str>, Cow<'a, str>, &'static str) {
        match Sintaks::urai(s) {
            Some((jenis, kolom, potongan)) => {
                let (salah, harap) = kata::sintaks(jenis);
                let di = self.k.a("edisi-sintaks-di", [("kolom", kolom.to_string().into()), ("isi", potongan.into())]);
                (format!("{} {di}", self.k.s(salah)).into(), self.k.s(harap).into(), self.k.bahasa.kode())
            }
            None => (s.salah.as_str().into(), s.harap.as_str().into(), "id"),
        }
    }
}

fn halaman(k: &Konteks, f: Formulir) -> Halaman<'_> {
    Halaman { k, f, nama: String::new(), salah: Vec::new(), lebih: 0 }
}

async fn lihat(k: Konteks) -> Hasil {
    let k = k.bantuan("edisi");
    tampil(&halaman(&k, Formulir::kosong()))
}

async fn unggah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, kiriman: Multipart) -> Hasil {
    let hak = pelaku.nasional()?;
    let k = k.bantuan("edisi");
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    let Some((nama, isi)) = berkas else {
        f.salahkan("berkas", "edisi-berkas-wajib");
        return tampil_salah(&halaman(&k, f));
    };
    let Ok(teks) = String::from_utf8(isi) else {
        f.salahkan("berkas", "edisi-bukan-teks");
        return tampil_salah(&halaman(&k, f));
    };
    if let Err(salah) = Edisi::baca(&teks) {
        f.salahkan("berkas", "edisi-ada-salah");
        let lebih = salah.len().saturating_sub(SALAH_MAKS);
        return tampil_salah(&Halaman { nama, lebih, salah: salah.into_iter().take(SALAH_MAKS).collect(), ..halaman(&k, f) });
    }
    match tulis::impor(&app.store, &hak, &teks).await {
        Ok(kode) => Alih::ke(format!("/edisi/{kode}")).pesan("edisi-terunggah").into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("berkas", kunci);
            tampil_salah(&halaman(&k, f))
        }
        Err(e) => Err(e.into()),
    }
}
