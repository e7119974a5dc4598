//! `/layanan/mal/{izin}`: one request; its head answers (`POST …/putusan`) or takes the consent back (`_aksi=tarik`).

use askama::Template;
use axum::extract::State;
use store::{
    hak::{self, AksesUnit, Pelaku},
    id::IzinId,
    mpp::{
        self,
        izin::{self, Izin, Keadaan},
    },
};

use crate::{
    AppState,
    error::Hasil,
    formulir::{Formulir, di_medan_menurut},
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/layanan/mal/{izin}", crate::layanan::PEMBACA, lihat);
    d.post("/layanan/mal/{izin}/putusan", crate::layanan::KEPALA, putuskan);
}

#[derive(Template)]
#[template(path = "layanan/mal/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    z: &'a Izin,
    kepala: bool,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        super::kunci_keadaan(self.z.keadaan())
    }

    fn ditunggu(&self) -> bool {
        self.z.keadaan() == Keadaan::Ditunggu
    }

    fn berlaku(&self) -> bool {
        self.z.keadaan() == Keadaan::Berlaku
    }

    fn riwayat(&self) -> Vec<String> {
        super::riwayat(self.k, self.z)
    }
}

async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: IzinId) -> Hasil<(Izin, AksesUnit, Konteks)> {
    let z = izin::satu(app.store.baca(), id).await?;
    let akses = hak::unit(&app.store, pelaku, z.unit_id).await?;
    let k = k.ilustrasi(z.ilustrasi == 1).zona(&akses.instansi.zona).bantuan("layanan");
    Ok((z, akses, k))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<IzinId>) -> Hasil {
    let (z, akses, k) = buka(&app, k, &pelaku, id).await?;
    tampil(&Halaman { k: &k, f: Formulir::kosong(), z: &z, kepala: akses.kepala_layanan().is_ok() })
}

async fn putuskan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<IzinId>, mut f: Formulir) -> Hasil {
    let (z, akses, k) = buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala_layanan()?;
    let (tarik, setuju) = (f.aksi() == "tarik", f.nilai("putusan") == "setuju");
    f.batasi("alasan", 1_000);
    let alasan = f.opsional("alasan").unwrap_or_default();
    if f.sah() {
        let hasil = if tarik {
            mpp::cabut_izin(&app.store, &hak, id, &alasan).await
        } else {
            mpp::jawab_izin(&app.store, &hak, id, setuju, &alasan).await
        };
        let pesan = match (tarik, setuju) {
            (true, _) => "izin-pesan-tarik",
            (_, true) => "izin-pesan-setuju",
            _ => "izin-pesan-tolak",
        };
        match hasil {
            Ok(()) => return Alih::ke(format!("/layanan/mal/{id}")).pesan(pesan).into(),
            Err(e) => di_medan_menurut(&mut f, e, |_| Some("alasan"))?,
        }
    }
    tampil_salah(&Halaman { k: &k, f, z: &z, kepala: true })
}
