//! `/admin/surat`: how mail leaves, what could not be sent, and trying it again or dropping it. `POST` with `_aksi=uji` puts a
//! test mail to the administrator himself into the queue. The content of a mail is never shown: it may hold a link.

use askama::Template;
use axum::extract::State;
use store::{
    ekspor::EKSPOR,
    id::PekerjaanId,
    massal::Dokumen,
    pekerjaan::{self, Mandek, SUREL, Surel},
    penerbitan::versi::TERBITAN,
    penghargaan::cetak::PIAGAM,
    pental::{self, Pental},
    peran::Peran,
};

use uuid::Uuid;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    surat::Cara,
    tampil::{Alih, tampil},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/surat", ADMIN, lihat);
    d.post("/admin/surat", ADMIN, uji);
    d.post("/admin/surat/{pekerjaan}", ADMIN, ubah);
    d.post("/admin/surat/pental/{sidik}", ADMIN, lepas);
}

#[derive(Template)]
#[template(path = "admin/surat/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    cara: &'static str,
    hidup: bool,
    surel: &'a str,
    masalah: Vec<Mandek>,
    pental: Vec<Pental>,
    /// Reports of mail servers are read.
    dibaca: bool,
}

impl Halaman<'_> {
    /// What the work would be, in words.
    fn jenis(&self, m: &Mandek) -> String {
        self.k.s(match m.jenis.as_str() {
            TERBITAN => "surat-jenis-terbitan",
            PIAGAM => "surat-jenis-piagam",
            EKSPOR => "surat-jenis-ekspor",
            lain => match Dokumen::dari_jenis(lain) {
                Some(Dokumen::BeritaAcara) => "surat-jenis-ba",
                Some(Dokumen::Lhe) => "surat-jenis-lhe",
                Some(Dokumen::LheSampai) => "surat-jenis-lhe-sampai",
                None => "surat-jenis-surel",
            },
        })
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let hak = pelaku.admin()?;
    let cara = match app.konfig.surat.cara {
        Cara::Mati => "surat-cara-mati",
        Cara::Berkas => "surat-cara-berkas",
        Cara::Smtp => "surat-cara-smtp",
    };
    let masalah = pekerjaan::bermasalah(&app.store, &hak).await?;
    let (pental, dibaca) = (pental::daftar(&app.store, &hak).await?, !app.konfig.surat.pental.as_os_str().is_empty());
    tampil(&Halaman { k: &k.bantuan("pengguna"), cara, hidup: app.surat.hidup(), surel: &pelaku.surel, masalah, pental, dibaca })
}

async fn uji(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.admin()?;
    if !app.surat.hidup() {
        return Alih::ke("/admin/surat").into();
    }
    let surel = Surel { kepada: pelaku.surel.clone(), judul: k.s("surat-uji-judul"), isi: k.s("surat-uji-isi"), sampai: None };
    let tx = app.store.mulai().await?;
    pekerjaan::antrekan(&tx, SUREL, &surel).await?;
    tx.commit().await?;
    Alih::ke("/admin/surat").pesan("surat-uji-antre").into()
}

/// Mail to an address that bounced may leave again.
async fn lepas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(sidik): Jalur<Uuid>) -> Hasil {
    pental::lepas(&app.store, &pelaku.admin()?, sidik).await?;
    Alih::ke("/admin/surat").pesan("surat-pental-dilepas").into()
}

async fn ubah(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PekerjaanId>, f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    if f.aksi() == "buang" {
        pekerjaan::buang(&app.store, &hak, id).await?;
        return Alih::ke("/admin/surat").pesan("surat-dibuang").into();
    }
    pekerjaan::ulangi(&app.store, &hak, id).await?;
    Alih::ke("/admin/surat").pesan("surat-diulangi").into()
}
