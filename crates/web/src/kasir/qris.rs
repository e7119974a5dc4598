//! `/mpp/{mpp}/qris`: the merchant data that the provider gave, and the secret with which it signs its calls. Only for the head.

use askama::Template;
use axum::extract::State;
use layanan::qris::Muatan;
use store::{
    StoreError, hak,
    hak::{AksesMpp, Pelaku},
    id::UnitId,
    mpp::Mpp,
    peran::Peran,
    tagihan::qris::{self, JENDELA_DETIK, Pedagang},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::rangka::Tab,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

/// The body of a call, as an example.
const CONTOH: &str = r#"{"id":"TRX-1","tagihan":"G-XXXXX-XXXXX","nominal":25000,"saat":"2026-03-02T01:00:00Z"}"#;
const KEPALA: Akses = Akses::Peran(&[Peran::MppKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/qris", KEPALA, lihat);
    d.post("/mpp/{mpp}/qris", KEPALA, atur);
}

#[derive(Template)]
#[template(path = "kasir/qris.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    ada: Option<Pedagang>,
    rahasia: Option<String>,
    alamat: String,
}

impl Halaman<'_> {
    /// Name and city of the merchant.
    fn pedagang(&self) -> Option<String> {
        let m = Muatan::baca(&self.ada.as_ref()?.muatan).ok()?;
        Some(format!("{}, {}", m.nama(), m.kota()))
    }

    fn diatur(&self, p: &Pedagang) -> String {
        self.k.a("bayar-qris-diatur", [("nama", p.oleh.as_str().into()), ("waktu", self.k.waktu(&p.pada).into())])
    }

    /// The headers of a call, as an example.
    fn kepala(&self) -> [String; 3] {
        let tanda = "X-Prima-Tanda: hex(HMAC-SHA-256(rahasia, waktu + \".\" + badan))".to_owned();
        [format!("X-Prima-Mpp: {}", self.m.kode), "X-Prima-Waktu: 1772409600".to_owned(), tanda]
    }

    fn jendela(&self) -> i64 {
        JENDELA_DETIK / 60
    }
}

async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: UnitId) -> Hasil<(AksesMpp, Konteks)> {
    let akses = hak::mpp(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(akses.mpp.ilustrasi == 1).zona(&akses.mpp.zona).bantuan("permohonan");
    Ok((akses, k))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, f: Formulir) -> Hasil<Halaman<'a>> {
    let hak = akses.kepala()?;
    let ada = qris::pedagang(app.store.baca(), akses.mpp.unit_id).await?;
    let rahasia = if ada.is_some() { Some(qris::rahasia(&app.store, &hak).await?) } else { None };
    let alamat = format!("POST {}/api/v1/bayar/qris", app.konfig.alamat);
    Ok(Halaman { k, f, m: &akses.mpp, tab: Tab::baru(k, akses, "qris"), ada, rahasia, alamat })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let muatan = qris::pedagang(app.store.baca(), id).await?.map(|p| p.muatan).unwrap_or_default();
    tampil(&halaman(&app, &k, &akses, Formulir::isi([("muatan", muatan)])).await?)
}

async fn atur(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    match qris::atur(&app.store, &akses.kepala()?, f.nilai("muatan")).await {
        Ok(()) => return Alih::ke(format!("/mpp/{id}/qris")).pesan("bayar-qris-tersimpan").into(),
        Err(StoreError::Keadaan(kunci)) => f.salahkan("muatan", kunci),
        Err(e) => return Err(e.into()),
    }
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}
