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
    tagihan::{self, BayarBatal, Tagihan},
};

use super::{
    baca_rupiah, balik, buka,
    harian::{self, PEMBACA, Pembaca},
    lencana,
};
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
    d.get("/kasir/{mpp}/tagihan/{tagihan}", PEMBACA, satu);
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
pub(super) struct Satu<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    t: Tagihan,
    /// The person worked on the case himself: another one confirms or takes back.
    sendiri: bool,
    kasir: bool,
    /// Why this person cannot take the payment back; `None`: he can.
    tanpa_balik: Option<&'static str>,
    /// Payments of this bill that were taken back.
    balik: Vec<BayarBatal>,
}

impl Satu<'_> {
    fn rp(&self) -> String {
        self.k.rupiah(self.t.nominal)
    }

    fn kode(&self) -> String {
        kode::tampil(&self.t.kode)
    }

    fn lencana(&self) -> (Nada, &'static str) {
        lencana(&self.t)
    }

    fn dibalik(&self, b: &BayarBatal) -> String {
        super::dibalik(self.k, b)
    }
}

async fn milik(app: &AppState, mpp: UnitId, id: TagihanId) -> Hasil<Tagihan> {
    let t = tagihan::dari_id(app.store.baca(), id).await?;
    if t.mpp_id == mpp { Ok(t) } else { Err(Error::TidakAda) }
}

/// The page of a bill; `kepala`: the person is the head of the mall.
pub(super) async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    (hak, kepala): (&'a Pembaca, bool),
    id: TagihanId,
    f: Formulir,
) -> Hasil<Satu<'a>> {
    let (c, m) = (app.store.baca(), hak.mpp());
    let t = milik(app, m.unit_id, id).await?;
    let sendiri = match &k.pelaku {
        Some(p) => tagihan::ikut_mengolah(c, &t, p.akun).await?,
        None => false,
    };
    let hari = |w: &store::Waktu| w.hari(&m.zona);
    let hari_sama = t.lunas.as_ref().is_some_and(|w| hari(w) == hari(&app.store.sekarang()));
    let tanpa_balik = match () {
        () if sendiri => Some("tagihan-orang-sama"),
        () if t.kuitansi.is_none() => Some("pembayaran-batal-qris"),
        () if !kepala && !hari_sama => Some("pembayaran-batal-hari"),
        () => None,
    };
    let balik = tagihan::bayar_batal(c, t.permohonan_id).await?.into_iter().filter(|b| b.tagihan_id == t.id).collect();
    Ok(Satu { k, f, m, t, sendiri, kasir: matches!(hak, Pembaca::Kasir(_)), tanpa_balik, balik })
}

async fn satu(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((mpp, id)): Jalur<(UnitId, TagihanId)>) -> Hasil {
    let (hak, k) = harian::buka(&app, k, &pelaku, mpp).await?;
    let kepala = balik::kepala(&app, &pelaku, mpp).await?;
    tampil(&halaman(&app, &k, (&hak, kepala), id, Formulir::kosong()).await?)
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
    let kepala = balik::kepala(&app, &pelaku, mpp).await?;
    tampil_salah(&halaman(&app, &k, (&Pembaca::Kasir(Box::new(hak)), kepala), id, f).await?)
}
