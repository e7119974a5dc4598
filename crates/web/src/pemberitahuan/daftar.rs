//! `/pemberitahuan`: a person's own notices, newest first, by day. Opening the list changes nothing; a button marks them seen, and
//! the mail of a kind can be stopped where it is read.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use store::{
    id::PemberitahuanId,
    pemberitahuan::{
        Cara,
        baca::{self, Kabar},
        cara,
    },
};

use super::teks;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

const BARIS: usize = 30;

pub fn rute(d: &mut Daftar) {
    d.get("/pemberitahuan", Akses::Masuk, lihat);
    d.post("/pemberitahuan", Akses::Masuk, tandai);
    d.post("/pemberitahuan/henti", Akses::Masuk, hentikan);
}

struct Butir {
    jenis: String,
    kalimat: String,
    sebab: String,
    jam: String,
    tautan: String,
    baru: bool,
    /// Mails of this kind come now.
    bersurel: bool,
}

struct Hari {
    tanggal: String,
    butir: Vec<Butir>,
}

#[derive(Template)]
#[template(path = "pemberitahuan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    hari: Vec<Hari>,
    /// The newest one while any on this page is unseen.
    sampai: Option<PemberitahuanId>,
    /// Where the next page begins.
    lanjut: Option<PemberitahuanId>,
    awal: bool,
}

#[derive(serde::Deserialize)]
struct Kueri {
    sebelum: Option<PemberitahuanId>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(kueri): Query<Kueri>) -> Hasil {
    let mut kabar = baca::halaman(&app.store, &pelaku, kueri.sebelum, 1 + i64::try_from(BARIS).unwrap_or(0)).await?;
    let lanjut = (kabar.len() > BARIS).then(|| kabar.get(BARIS - 1).map(|x| x.id)).flatten();
    kabar.truncate(BARIS);
    let pilihan = cara::milik(&app.store, pelaku.akun).await?;
    let awal = kueri.sebelum.is_none();
    let sampai = kabar.first().filter(|x| awal && x.baru == 1).map(|x| x.id);
    let k = k.bantuan("pemberitahuan");
    let mut hari: Vec<(Date, Hari)> = Vec::new();
    for x in kabar {
        let tanggal = x.pada.hari(k.zona.nama());
        let b = butir(&k, &x, pilihan.untuk(&x.jenis));
        match hari.last_mut().filter(|(t, _)| *t == tanggal) {
            Some((_, h)) => h.butir.push(b),
            None => hari.push((tanggal, Hari { tanggal: k.tanggal(&tanggal), butir: vec![b] })),
        }
    }
    tampil(&Halaman { k: &k, hari: hari.into_iter().map(|(_, h)| h).collect(), sampai, lanjut, awal })
}

fn butir(k: &Konteks, x: &Kabar, cara: Cara) -> Butir {
    Butir {
        kalimat: teks::kalimat(k.bahasa, x),
        sebab: teks::sebab(k.bahasa, x),
        jam: k.waktu(&x.pada),
        tautan: x.tautan.clone(),
        baru: x.baru == 1,
        bersurel: cara != Cara::Program,
        jenis: x.jenis.clone(),
    }
}

async fn tandai(State(app): State<AppState>, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    if let Some(sampai) = f.urai::<PemberitahuanId>("sampai", "lonceng-semua-dilihat") {
        baca::tandai_dilihat(&app.store, &pelaku, sampai).await?;
    }
    Alih::ke("/pemberitahuan").pesan("lonceng-semua-dilihat").into()
}

async fn hentikan(State(app): State<AppState>, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    cara::pilih(&app.store, &pelaku, &[(f.nilai("jenis"), Cara::Program)]).await?;
    Alih::ke("/pemberitahuan").pesan("lonceng-dihentikan").into()
}
