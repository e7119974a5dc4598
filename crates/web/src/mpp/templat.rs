//! `/mpp/templat`: the texts from which study, verification forms and agreements begin. An instansi replaces its own, the
//! ministry everybody's; an empty text gives the shipped one back.

use askama::Template;
use axum::extract::State;
use layanan::mpp::templat;
use store::{
    hak::{self, Pelaku, PengusulMpp},
    peran::{Lingkup, Peran},
    perjalanan::naskah::{self, Asal, PemilikTemplat, TEKS_MAKS, Templat},
};

use super::{umum::di_medan, usulan::naskah::Halaman as Satu};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PEMILIK: Akses = Akses::Peran(&[Peran::Penyelenggara, Peran::Penanggungjawab, Peran::Nasional]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/templat", PEMILIK, daftar);
    d.get("/mpp/templat/{kunci}", PEMILIK, lihat);
    d.post("/mpp/templat/{kunci}", PEMILIK, ubah);
}

#[derive(Template)]
#[template(path = "mpp/templat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    daftar: Vec<Templat>,
}

impl Halaman<'_> {
    fn asal(&self, t: &Templat) -> &'static str {
        match t.asal {
            Asal::Bawaan => "mpp-asal-bawaan",
            Asal::Kementerian => "mpp-asal-kementerian",
            Asal::Instansi => "mpp-asal-instansi",
        }
    }
}

/// The kabupaten or kota for which the person keeps templates; `None` for the ministry.
async fn milik(app: &AppState, p: &Pelaku) -> Hasil<Option<PengusulMpp>> {
    for r in p.peran.iter().filter(|r| matches!(r.peran, Peran::Penyelenggara | Peran::Penanggungjawab)) {
        if let Lingkup::Instansi(i) = r.lingkup
            && let Ok(h) = hak::instansi(&app.store, p, i).await?.pengusul_mpp()
        {
            return Ok(Some(h));
        }
    }
    Ok(None)
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("mpp");
    let i = milik(&app, &pelaku).await?.map(|h| h.instansi.id);
    let mut daftar = Vec::new();
    for t in templat::BAWAAN {
        daftar.push(naskah::templat(app.store.baca(), i, t.kunci).await?);
    }
    tampil(&Halaman { k: &k, daftar })
}

fn halaman<'a>(k: &'a Konteks, t: &Templat, f: Formulir) -> Satu<'a> {
    let sisa = templat::tempat(f.nilai("isi")).into_iter().map(str::to_owned).collect();
    Satu { k, f, j: None, kunci: t.kunci, nama: t.nama, sisa, menulis: true }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kunci): Jalur<String>) -> Hasil {
    let k = k.bantuan("mpp");
    let i = milik(&app, &pelaku).await?.map(|h| h.instansi.id);
    let t = naskah::templat(app.store.baca(), i, &kunci).await?;
    let f = Formulir::isi([("isi", t.isi.clone()), ("sumber", t.sumber.clone())]);
    tampil(&halaman(&k, &t, f))
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kunci): Jalur<String>, mut f: Formulir) -> Hasil {
    let k = k.bantuan("mpp");
    let kunci = templat::cari(&kunci).ok_or(Error::TidakAda)?.kunci;
    let milik = milik(&app, &pelaku).await?;
    let nasional = if milik.is_none() { Some(pelaku.nasional()?) } else { None };
    f.batasi("isi", TEKS_MAKS);
    f.batasi("sumber", 300);
    if f.sah() {
        let pemilik = milik.as_ref().map(PemilikTemplat::Instansi).or(nasional.as_ref().map(PemilikTemplat::Kementerian));
        let pemilik = pemilik.ok_or(store::StoreError::Ditolak("nasional"))?;
        let (isi, sumber) = (f.nilai("isi").replace("\r\n", "\n"), f.nilai("sumber").to_owned());
        match naskah::ubah_templat(&app.store, pemilik, kunci, &isi, &sumber).await {
            Ok(()) => return Alih::ke(format!("/mpp/templat/{kunci}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "isi")?,
        }
    }
    let t = naskah::templat(app.store.baca(), milik.map(|h| h.instansi.id), kunci).await?;
    tampil_salah(&halaman(&k, &t, f))
}
