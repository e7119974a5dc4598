//! `/mpp/usulan/{jalan}/forum`: the meetings of a journey: forums of the local government and rapat koordinasi of the ministry.

pub(crate) mod rinci;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    hak::AksesJalan,
    id::{ForumId, JalanId},
    perjalanan::{
        Jalan, Pihak,
        forum::{self, Forum, ForumBaru},
    },
};

use super::{BERTINDAK, Kedua};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/{jalan}/forum", super::PEMBACA, lihat);
    d.post("/mpp/usulan/{jalan}/forum", BERTINDAK, buat);
    rinci::rute(d);
}

#[derive(Template)]
#[template(path = "mpp/usulan/forum.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    daftar: Vec<Forum>,
    /// What the reader may plan, as the word of the button.
    boleh: Option<&'static str>,
}

impl Halaman<'_> {
    fn dijawab(&self, x: &Forum) -> String {
        self.k.a("mpp-masukan-dijawab", [("dijawab", x.dijawab.into()), ("semua", x.masukan.into())])
    }

    fn keadaan(&self, x: &Forum) -> (Nada, &'static str) {
        match () {
            () if x.terbit.is_some() => (Nada::Baik, "mpp-forum-terbit-lencana"),
            () if x.acara_tanggal.is_some() => (Nada::Info, "mpp-forum-ba-lencana"),
            () if x.laksana.is_some() => (Nada::Info, "mpp-forum-laksana-lencana"),
            () => (Nada::Perhatian, "mpp-forum-rencana-lencana"),
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesJalan, f: Formulir) -> Hasil<Halaman<'a>> {
    let boleh = match Kedua::dari(akses).salah_satu() {
        _ if akses.jalan.akhir.is_some() => None,
        Some(Pihak::Kementerian(_)) => Some("mpp-rapat-buat"),
        Some(Pihak::Pemda(_)) => Some("mpp-forum-buat"),
        None => None,
    };
    Ok(Halaman { k, f, j: &akses.jalan, daftar: forum::semua(app.store.baca(), akses.jalan.id).await?, boleh })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let f = Formulir::isi([("op", ForumId::baru().to_string())]);
    tampil(&halaman(&app, &k, &akses, f).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| ForumId::baru());
    let [judul, tempat] = [("judul", "mpp-judul-wajib"), ("tempat", "mpp-tempat-wajib")].map(|(m, kunci)| {
        f.batasi(m, 200);
        f.wajib(m, kunci)
    });
    let tanggal = f.urai::<Date>("tanggal", "mpp-tanggal-salah");
    if let (Some(judul), Some(tempat), Some(tanggal), true) = (judul, tempat, tanggal, f.sah()) {
        let kedua = Kedua::dari(&akses);
        let pihak = kedua.salah_satu().ok_or(store::StoreError::Ditolak("mpp-pihak"))?;
        match forum::buat(&app.store, pihak, op, &ForumBaru { judul: &judul, tempat: &tempat, tanggal }).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}/forum/{op}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "judul")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
