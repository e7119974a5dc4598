//! `/survei/{ronde}/tindak-lanjut/{rtl}/selesai`: says that an activity is done, with a note and a proof, or opens it again;
//! `…/bukti` is the proof.

use askama::Template;
use axum::extract::{Multipart, State};
use store::{
    StoreError,
    berkas::{self, Tipe},
    hak::{self, AksesRondeSkm},
    id::RondeId,
    skm::{RondeSkm, rtl},
};
use uuid::Uuid;

use super::{
    isian,
    sajian::{self, Baris},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    skm::{PEMBACA, PENGELOLA, hari_ini, konteks},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/tindak-lanjut/{rtl}/selesai", PEMBACA, lihat);
    d.post_besar("/survei/{ronde}/tindak-lanjut/{rtl}/selesai", PENGELOLA, berkas::UKURAN_MAKS + 256 * 1024, ubah);
    d.get("/survei/{ronde}/tindak-lanjut/{rtl}/bukti", PEMBACA, bukti);
}

#[derive(Template)]
#[template(path = "skm/tindak_lanjut/selesai.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    baris: Baris,
    mengelola: bool,
    op: String,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesRondeSkm, id: Uuid, f: Formulir) -> Hasil<Halaman<'a>> {
    let r = &akses.ronde;
    let e = isian::edisi(&app.store, r).await?;
    let b = rtl::satu(app.store.baca(), r.id, id).await?;
    let baris = sajian::susun(k, &e, r, vec![b], hari_ini(app, r)).pop().ok_or(Error::TidakAda)?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    Ok(Halaman { k, f, ronde: r, baris, mengelola: akses.pengelola().is_ok(), op })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, rtl)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let k = konteks(k, &akses.ronde);
    tampil(&halaman(&app, &k, &akses, rtl, Formulir::kosong()).await?)
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rtl)): Jalur<(RondeId, Uuid)>,
    kiriman: Multipart,
) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let hak = akses.pengelola()?;
    let (mut f, kiriman) = kiriman::baca(kiriman, "berkas").await?;
    f.batasi("catatan", rtl::TEKS_MAKS);
    let catatan = f.opsional("catatan").unwrap_or_default();
    let ke = Alih::ke(isian::jalur(id));
    if f.aksi() == "batal" {
        match rtl::batal_selesai(&app.store, &hak, rtl, &catatan).await {
            Ok(()) => return ke.pesan("laporanskm-rtl-dibuka").into(),
            Err(StoreError::Keadaan(kunci @ "alasan-wajib")) => f.salahkan("catatan", kunci),
            Err(e) => return Err(e.into()),
        }
    } else {
        let ada = kiriman.is_some();
        let berkas = kiriman.map(|(nama, isi)| berkas::periksa(isi).map(|b| (nama, b))).transpose();
        let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
        match berkas {
            Err(salah) => f.salahkan("berkas", salah.kunci()),
            Ok(b) if f.sah() => {
                let bukti = b.as_ref().map(|(nama, b)| (nama.as_str(), b));
                match rtl::selesaikan(&app.store, &hak, rtl, op, &catatan, bukti).await {
                    Ok(()) => return ke.pesan("laporanskm-rtl-diselesaikan").into(),
                    Err(StoreError::Keadaan(kunci @ "skm-rtl-bukti-wajib")) => f.salahkan("catatan", kunci),
                    Err(e) => return Err(e.into()),
                }
            }
            Ok(_) if ada => f.salahkan("berkas", "laporanskm-rtl-berkas-ulang"),
            Ok(_) => {}
        }
    }
    let k = konteks(k, &akses.ronde);
    tampil_salah(&halaman(&app, &k, &akses, rtl, f).await?)
}

async fn bukti(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, rtl)): Jalur<(RondeId, Uuid)>) -> Hasil {
    hak::ronde_skm(&app.store, &pelaku, id).await?;
    let b = rtl::berkas(app.store.baca(), id, rtl).await?;
    let tipe = Tipe::dari_mime(&b.tipe).ok_or(Error::TidakAda)?;
    crate::berkas::kirim(&app, &b.sidik, tipe, &b.nama).await
}
