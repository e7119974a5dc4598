//! `/lokus/{lokus}/lhe`: what the report will hold, its versions, and making one (`POST`).

use askama::Template;
use axum::extract::State;
use store::{
    hak::AksesLokus,
    id::{LheId, LokusId},
    lhe::{self, Lhe},
    lokus::Lokus,
    massal::Dokumen,
    verifikasi,
};

use super::{
    buat::{Isian, satu as buat_satu},
    isi::{Kop, susun},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::{
        hasil::muat::{Muatan, beku_penuh},
        nomor,
    },
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/lhe", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/lhe", Akses::Masuk, buat);
}

#[derive(Template)]
#[template(path = "lokus/lhe/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    semua: Vec<Lhe>,
    /// The content of a report made now.
    isi: Option<dokumen::Lhe>,
    membuat: bool,
    /// Why no report can be made now.
    tutup: Option<&'static str>,
    op: String,
}

async fn muatan(app: &AppState, akses: &AksesLokus) -> Hasil<Option<Muatan>> {
    Ok(match store::hasil::hidup(app.store.baca(), akses.lokus.id).await? {
        Some(b) => Some(beku_penuh(&app.store, &akses.lokus, b).await?),
        None => None,
    })
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let isi = match muatan(app, akses).await? {
        Some(m) => Some(susun(app, &akses.lokus, &m, Kop { kode: "", nomor: None, tempat: "", pada: app.store.sekarang() }).await?),
        None => None,
    };
    Ok(Halaman {
        semua: lhe::daftar(app.store.baca(), akses.lokus.id).await?,
        membuat: isi.is_some() && akses.penyelenggara().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?,
        op: f.nilai("op").parse().unwrap_or_else(|_| LheId::baru()).to_string(),
        lokus: &akses.lokus,
        k,
        f,
        isi,
    })
}

fn konteks(k: Konteks, l: &Lokus) -> Konteks {
    k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("lhe")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.penyelenggara()?;
    let m = muatan(&app, &akses).await?.ok_or(Error::Bentrok("lhe-belum-beku"))?;
    let op = f.urai::<LheId>("op", "umum-wajib");
    let tempat = f.wajib("tempat", "ba-tempat-wajib");
    f.batasi("tempat", 100);
    f.batasi("nomor", 100);
    let tertulis = f.opsional("nomor");
    let (Some(op), Some(tempat), true) = (op, tempat, f.sah()) else {
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, f).await?);
    };
    let ke = Alih::ke(format!("/lokus/{id}/lhe"));
    // Pressed twice: the first one stands, and no second PDF is laid out.
    if lhe::dari_id(app.store.baca(), id, op).await.is_ok() {
        return ke.into();
    }
    if let Some(satu) = nomor::milik(&app, Dokumen::Lhe, &akses.lokus, tertulis.as_deref().unwrap_or_default()).await? {
        nomor::salahkan(&mut f, satu);
        let k = konteks(k, &akses.lokus);
        return tampil_salah(&halaman(&app, &k, &akses, f).await?);
    }
    buat_satu(&app, &hak, &m, Isian { op, nomor: tertulis, tempat }).await?;
    ke.pesan("lhe-dibuat").into()
}
