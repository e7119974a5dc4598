//! `POST /lokus/{lokus}/pra-evaluasi/catatan/{kode}`: saves the remark of one indicator; `GET` shows its versions.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::{LokusId, OperasiId, PengirimanId},
    peran::Peran,
    pra::{self, TulisCatatan, UbahCatatan},
};
use uuid::Uuid;

use super::{aspek, muatan::Muatan};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f01::TAMBAHAN,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/pra-evaluasi/catatan/{kode}", Akses::Masuk, riwayat);
    d.post("/lokus/{lokus}/pra-evaluasi/catatan/{kode}", Akses::Peran(&[Peran::Evaluator]), simpan);
}

#[derive(Template)]
#[template(path = "lokus/pra_evaluasi/catatan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    kode: &'a str,
    nama: &'a str,
    aspek: String,
    versi: Vec<UbahCatatan>,
}

fn aspek_dari(m: &Muatan, kode: &str) -> Result<String, Error> {
    let i = m.edisi.cari_indikator(kode).ok_or(Error::TidakAda)?;
    Ok(m.edisi.aspek_indikator(&i.kode).map_or_else(|| TAMBAHAN.to_owned(), |a| a.kunci.clone()))
}

async fn riwayat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let aspek = aspek_dari(&m, &kode)?;
    let nama = m.edisi.cari_indikator(&kode).map_or("", |i| i.nama.as_str());
    let kini = match &m.keadaan {
        pra::Keadaan::Dikembalikan(p) => Some(p.pengiriman_id),
        lain => lain.pengiriman().map(|p| p.id),
    };
    // The unit reads the versions of what it was shown, not the draft of a running check.
    let versi = match kini.filter(|_| m.catatan.contains_key(&kode)) {
        Some(p) => pra::riwayat_catatan(app.store.baca(), p, &kode).await?,
        None => Vec::new(),
    };
    let k = m.konteks(k);
    tampil(&Halaman { k: &k, m: &m, kode: &kode, nama, aspek, versi })
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    mut f: Formulir,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.evaluator()?;
    let aspek = aspek_dari(&m, &kode)?;
    f.batasi("catatan", pra::CATATAN_MAKS);
    let pengiriman = f.urai::<PengirimanId>("pengiriman", "umum-wajib").ok_or(Error::TidakAda)?;
    let perbaiki = match f.nilai("putusan") {
        "sesuai" => Some(false),
        "perbaiki" => Some(true),
        _ => None,
    };
    if perbaiki.is_none() {
        f.salahkan("putusan", "pra-putusan-wajib");
    }
    let mut bentrok = false;
    if let (Some(perbaiki), true) = (perbaiki, f.sah()) {
        let t = TulisCatatan {
            op: OperasiId(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4())),
            pengiriman,
            indikator: &kode,
            versi_dasar: f.nilai("versi").parse().unwrap_or(0),
            perbaiki,
            catatan: f.nilai("catatan"),
        };
        match pra::simpan_catatan(&app.store, &hak, t).await {
            Ok(_) => return Alih::ke(format!("/lokus/{id}/pra-evaluasi/{aspek}#{kode}")).pesan("pra-catatan-tersimpan").into(),
            Err(StoreError::Keadaan("pra-catatan-wajib")) => f.salahkan("catatan", "pra-catatan-wajib"),
            Err(StoreError::Bentrok { .. }) => {
                f.salahkan("catatan", "pra-bentrok");
                bentrok = true;
            }
            Err(e) => return Err(e.into()),
        }
    }
    let k = m.konteks(k);
    tampil_salah(&aspek::halaman(&app, &k, &m, &aspek, Some((&kode, f, bentrok))).await?)
}
