//! `/periode/{periode}/peringkat`: the ranking as it stands now, for who may read the period, and its files.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::PeriodeId,
    instansi,
    penerbitan::{self, Kejadian},
    peringkat::{self, PeringkatPeriode},
    periode::Periode,
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    kata::{kunci_alasan, nama_edisi},
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    publik::hasil::{
        tabel::{self, Kelompok, Saring},
        unduhan::{Asal, tulis},
    },
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/peringkat", Akses::Masuk, lihat);
    d.get("/periode/{periode}/peringkat/{berkas}", Akses::Masuk, unduh);
}

#[derive(Template)]
#[template(path = "periode/peringkat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    periode: &'a Periode,
    p: &'a PeringkatPeriode,
    terakhir: Option<Kejadian>,
    saring: &'a Saring,
    kelompok: Vec<Kelompok>,
    sebaran: Vec<(String, usize)>,
    tersisa: (Vec<&'a peringkat::Baris>, usize),
    dasar: String,
    /// Some rank could be another within the survey's error.
    berpita: bool,
}

impl Halaman<'_> {
    fn skema(&self) -> String {
        self.k.skema_angka(&self.periode.skema)
    }

    fn edisi(&self) -> String {
        nama_edisi(&self.p.edisi)
    }

    fn alasan(&self, b: &peringkat::Baris) -> String {
        self.k.s(kunci_alasan(b.status.as_deref()))
    }

    fn keadaan(&self) -> (Nada, &'static str) {
        match &self.terakhir {
            None => (Nada::Netral, "peringkat-belum-terbit"),
            Some(x) if x.terbit() => (Nada::Baik, "peringkat-terbit"),
            Some(_) => (Nada::Perhatian, "peringkat-ditarik"),
        }
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Vec<(String, String)>>,
) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.pembaca();
    let penyelenggara = instansi::dari_id(&app.store, hak.periode.instansi_id).await?;
    let k = k.ilustrasi(hak.periode.ilustrasi == 1).milik(&penyelenggara).bantuan("peringkat");
    let p = peringkat::periode(&app.store, &hak).await?;
    let terakhir = penerbitan::kejadian(app.store.baca(), id).await?.into_iter().next();
    let saring = Saring::dari(&q);
    let sisi = peringkat::sisi(&app.store, &hak, &p).await?;
    let berpita = sisi.unit.values().any(|s| s.pita.is_some_and(|(a, z)| a != z));
    let kelompok = tabel::susun(&k, &p, &saring, &sisi, |b| format!("/lokus/{}", b.lokus));
    let sebaran = tabel::sebaran(&p);
    let dasar = format!("/periode/{id}/peringkat");
    let tersisa = tabel::tersisa(&p);
    tampil(&Halaman { k: &k, periode: &hak.periode, p: &p, terakhir, saring: &saring, kelompok, sebaran, tersisa, dasar, berpita })
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, berkas)): Jalur<(PeriodeId, String)>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.pembaca();
    let penyelenggara = instansi::dari_id(&app.store, hak.periode.instansi_id).await?;
    let k = k.ilustrasi(hak.periode.ilustrasi == 1).milik(&penyelenggara);
    let p = peringkat::periode(&app.store, &hak).await?;
    tulis(&app, &k, Asal { periode: hak.periode, instansi: penyelenggara.nama, terbit: None }, p, (&berkas, None)).await
}
