//! `/mpp/baru`: the organiser registers a unit of his instansi as a mall. `/mpp/{mpp}/ubah`: its head keeps what is said of it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, Pelaku},
    id::{InstansiId, UnitId},
    instansi,
    mpp::{self, MppIsi},
    peran::{Lingkup, Peran},
    petugas,
};

use super::{
    isian::{self, HARI},
    umum::{KEPALA, di_medan},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    let penyelenggara = Akses::Peran(&[Peran::Penyelenggara]);
    d.get("/mpp/baru", penyelenggara, lihat);
    d.post("/mpp/baru", penyelenggara, buat);
    d.get("/mpp/{mpp}/ubah", KEPALA, lihat_ubah);
    d.post("/mpp/{mpp}/ubah", KEPALA, ubah);
}

#[derive(Template)]
#[template(path = "mpp/isian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    /// Address and name of a mall that is there.
    ada: Option<(UnitId, String)>,
    unit: Vec<Opsi>,
}

impl Halaman<'_> {
    fn hari(&self) -> [(i8, &'static str); 7] {
        HARI
    }

    fn salah(&self, hari: i8) -> Option<String> {
        self.f.salah(&format!("buka-{hari}")).map(|s| s.teks(self.k.bahasa))
    }

    fn jam(&self, awalan: &str, hari: i8) -> &str {
        self.f.nilai(&format!("{awalan}-{hari}"))
    }
}

/// Units that the organiser can make a mall, with their instansi.
async fn unit(app: &AppState, p: &Pelaku) -> Hasil<Vec<Opsi>> {
    let mut hasil = Vec::new();
    let sudah: Vec<UnitId> = mpp::semua(app.store.baca()).await?.into_iter().map(|m| m.unit_id).collect();
    for l in p.peran.iter().filter(|p| p.peran == Peran::Penyelenggara) {
        let Lingkup::Instansi(i) = l.lingkup else { continue };
        let milik = instansi::unit_milik(&app.store, i).await?;
        hasil.extend(milik.into_iter().filter(|u| !sudah.contains(&u.id)).map(|u| Opsi::baru(u.id.to_string(), u.nama)));
    }
    Ok(hasil)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("mpp");
    let mut f = Formulir::kosong();
    isian::awal(&mut f);
    tampil(&Halaman { k: &k, f, ada: None, unit: unit(&app, &pelaku).await? })
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let k = k.bantuan("mpp");
    let dipilih = f.urai::<UnitId>("unit", "mpp-pilih-unit");
    let kode = f.wajib("kode", "kode-tak-sah");
    if let (Some(isi), Some(id), Some(kode)) = (isian::urai(&mut f), dipilih, kode) {
        let i: InstansiId = instansi::unit(&app.store, id).await?.instansi_id;
        let hak = hak::instansi(&app.store, &pelaku, i).await?.penyelenggara()?;
        let letak = isi.letak.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
        let baru = MppIsi { ringkas: &isi.ringkas, jam: &isi.jam, letak };
        match mpp::buat(&app.store, &hak, id, &kode.to_lowercase(), &baru, app.ilustrasi).await {
            Ok(()) => return Alih::ke("/mpp").pesan(terdaftar(&app, id, i).await?).into(),
            Err(e) => {
                let di = if matches!(e, StoreError::Keadaan("mpp-letak")) { "lintang" } else { "kode" };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&Halaman { k: &k, f, ada: None, unit: unit(&app, &pelaku).await? })
}

/// What is said once it is registered: whether somebody has to be made its head.
async fn terdaftar(app: &AppState, unit: UnitId, milik: InstansiId) -> Hasil<&'static str> {
    let zona = instansi::dari_id(&app.store, milik).await?.zona;
    let orang = petugas::orang(app.store.baca(), unit, app.store.sekarang().hari(&zona)).await?;
    let berkepala = orang.iter().any(|o| o.peran == Peran::MppKepala.kunci());
    Ok(if berkepala { "mpp-pesan-terdaftar-berkepala" } else { "mpp-pesan-terdaftar" })
}

async fn lihat_ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.kepala()?;
    let f = isian::tersimpan(&akses.mpp);
    tampil(&Halaman { k: &k, f, ada: Some((id, akses.mpp.nama.clone())), unit: Vec::new() })
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    let versi = f.nilai("versi").parse().map_err(|_| Error::Rusak("versi".into()))?;
    if let Some(isi) = isian::urai(&mut f) {
        let letak = isi.letak.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
        match mpp::ubah(&app.store, &hak, versi, &MppIsi { ringkas: &isi.ringkas, jam: &isi.jam, letak }).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "ringkas")?,
        }
    }
    tampil_salah(&Halaman { k: &k, f, ada: Some((id, akses.mpp.nama.clone())), unit: Vec::new() })
}
