//! `/kasir/{mpp}`: bills that wait; `/kasir/{mpp}/tagihan/{tagihan}`: one bill, confirmed with the number of the receipt.
//! `/kasir` leads to the cashier's mall.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError, hak,
    id::{TagihanId, UnitId},
    kode,
    mpp::{self, Mpp},
    peran::{Lingkup, Peran},
    tagihan::{self, Tagihan},
};

use super::{baca_rupiah, buka, lencana};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/kasir", super::KASIR, pilih);
    d.get("/kasir/{mpp}", super::KASIR, lihat);
    d.get("/kasir/{mpp}/tagihan/{tagihan}", super::KASIR, satu);
    d.post("/kasir/{mpp}/tagihan/{tagihan}", super::KASIR, lunasi);
}

#[derive(Template)]
#[template(path = "kasir/pilih.html")]
struct Pilih<'a> {
    k: &'a Konteks,
    /// Each mall with how many bills wait there.
    daftar: Vec<(Mpp, i64)>,
}

async fn pilih(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let mut daftar = Vec::new();
    for p in pelaku.peran.iter().filter(|p| p.peran == Peran::Kasir) {
        let Lingkup::Unit { unit, .. } = &p.lingkup else { continue };
        match hak::mpp(&app.store, &pelaku, *unit).await {
            Ok(a) => {
                let c = app.store.baca();
                daftar.push((mpp::dari_id(c, a.mpp.unit_id).await?, tagihan::terbuka(c, a.mpp.unit_id, 0, 1).await?.1));
            }
            Err(StoreError::TidakDitemukan) => {}
            Err(e) => return Err(e.into()),
        }
    }
    if let [(satu, _)] = daftar.as_slice() {
        return Alih::ke(format!("/kasir/{}", satu.unit_id)).into();
    }
    tampil(&Pilih { k: &k.bantuan("permohonan"), daftar })
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    kode: String,
}

#[derive(Template)]
#[template(path = "kasir/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    daftar: Vec<Tagihan>,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn rp(&self, n: &i64) -> String {
        self.k.rupiah(*n)
    }

    fn kode(&self, t: &Tagihan) -> String {
        kode::tampil(&t.kode)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, id).await?;
    let mut f = Formulir::isi([("kode", q.kode.as_str())]);
    if !q.kode.trim().is_empty() {
        match tagihan::dari_kode(app.store.baca(), &q.kode).await {
            Ok(t) if t.mpp_id == id => return Alih::ke(format!("/kasir/{id}/tagihan/{}", t.id)).into(),
            Ok(_) | Err(StoreError::TidakDitemukan) => f.salahkan("kode", "bayar-kode-asing"),
            Err(e) => return Err(e.into()),
        }
    }
    let (daftar, n) = tagihan::terbuka(app.store.baca(), id, lewati(q.h), BATAS).await?;
    let lembar = k.lembar(q.h, daftar.len(), n, "");
    tampil(&Halaman { k: &k, f, m: &hak.mpp, daftar, lembar })
}

#[derive(Template)]
#[template(path = "kasir/tagihan.html")]
struct Satu<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    t: &'a Tagihan,
    /// The cashier worked on the case himself: another one confirms.
    sendiri: bool,
}

impl Satu<'_> {
    fn rp(&self) -> String {
        self.k.rupiah(self.t.nominal)
    }

    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn lencana(&self) -> (Nada, &'static str) {
        lencana(self.t)
    }
}

async fn milik(app: &AppState, mpp: UnitId, id: TagihanId) -> Hasil<Tagihan> {
    let t = tagihan::dari_id(app.store.baca(), id).await?;
    if t.mpp_id == mpp { Ok(t) } else { Err(Error::TidakAda) }
}

async fn satu(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<(UnitId, TagihanId)>) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, mpp).await?;
    let t = milik(&app, mpp, id).await?;
    let sendiri = tagihan::ikut_mengolah(app.store.baca(), &t, pelaku.akun).await?;
    tampil(&Satu { k: &k, f: Formulir::kosong(), m: &hak.mpp, t: &t, sendiri })
}

async fn lunasi(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((mpp, id)): Jalur<(UnitId, TagihanId)>,
    mut f: Formulir,
) -> Hasil {
    let (hak, k) = buka(&app, k, &pelaku, mpp).await?;
    let kuitansi = f.wajib("kuitansi", "tagihan-kuitansi-wajib");
    f.batasi("kuitansi", 60);
    let dibayar = baca_rupiah(f.nilai("dibayar"));
    if dibayar.is_none() {
        f.salahkan("dibayar", "tagihan-nominal");
    }
    if let (Some(kuitansi), Some(dibayar), true) = (kuitansi, dibayar, f.sah()) {
        match tagihan::lunasi(&app.store, &hak, id, &kuitansi, dibayar).await {
            Ok(_) => return Alih::ke(format!("/kasir/{mpp}")).pesan("bayar-dicatat").into(),
            Err(StoreError::Keadaan(kunci)) => {
                f.salahkan(if kunci == "tagihan-nominal-beda" { "dibayar" } else { "kuitansi" }, kunci);
            }
            Err(e) => return Err(e.into()),
        }
    }
    let t = milik(&app, mpp, id).await?;
    let sendiri = tagihan::ikut_mengolah(app.store.baca(), &t, pelaku.akun).await?;
    tampil_salah(&Satu { k: &k, f, m: &hak.mpp, t: &t, sendiri })
}
