//! `/pelayanan/unit/{kode}`: a unit with its services, its pledge and where it is.

use askama::Template;
use axum::extract::State;
use store::layanan::{
    Terbit, UnitTerbit, katalog,
    maklumat::{self, Maklumat},
    pengumuman::{self, Pengumuman},
};

use super::{biaya, konteks, waktu};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    publik::segar,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/unit/{kode}", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "publik/pelayanan/unit.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    u: &'a UnitTerbit,
    layanan: Vec<&'a Terbit>,
    maklumat: Option<Maklumat>,
    pengumuman: Vec<Pengumuman>,
}

impl Halaman<'_> {
    fn waktu(&self, t: &Terbit) -> String {
        waktu(self.k, t)
    }

    fn biaya<'t>(&self, t: &'t Terbit) -> &'t str {
        biaya(t)
    }

    fn tanda(&self, m: &Maklumat) -> String {
        let hari = crate::skm::hari(self.k, &m.tanggal);
        let args = [("nama", m.penanda_tangan.as_str().into()), ("jabatan", m.jabatan.as_str().into()), ("tanggal", hari.into())];
        self.k.a("cari-maklumat-tanda", args)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let isi = katalog(&app.store).await?;
    let u = isi.unit(&kode).ok_or(Error::TidakAda)?;
    let k = konteks(k, u.ilustrasi, &u.zona);
    let maklumat = maklumat::berlaku(app.store.baca(), u.id, app.store.sekarang().hari(&u.zona)).await?;
    let pengumuman = pengumuman::kini(&app.store, Some(u.id), 5).await?;
    let layanan = u.layanan.iter().filter_map(|n| isi.layanan.get(*n)).collect();
    segar(&k, &Halaman { k: &k, u, layanan, maklumat, pengumuman })
}
