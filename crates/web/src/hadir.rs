//! `/hadir/{token}`: the public attendance page of a session. A name and a unit are typed, or taken from the account of
//! somebody who is signed in; who else came is never shown here.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::HadirId,
    persiapan::kegiatan::{self, HadirBaru, Kegiatan, Pintu},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    periode::jadwal::{Baris, baris},
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/hadir/{token}", Akses::Publik, lihat);
    d.post("/hadir/{token}", Akses::Publik, catat);
}

#[derive(Template)]
#[template(path = "hadir/halaman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    b: Baris,
    kegiatan: Kegiatan,
    pintu: Pintu,
    /// Whoever is signed in is on the list.
    sudah: bool,
}

impl Halaman<'_> {
    fn agenda(&self) -> Vec<&str> {
        self.kegiatan.agenda.lines().map(str::trim).filter(|b| !b.is_empty()).collect()
    }

    fn tutup(&self) -> &'static str {
        match self.pintu {
            Pintu::Belum | Pintu::Terbuka => "hadir-belum",
            Pintu::Lewat => "hadir-lewat",
            Pintu::Batal => "hadir-batal",
        }
    }

    fn sebagai(&self) -> String {
        self.k.pelaku.as_ref().map(|p| self.k.n("kegiatan-hadir-sebagai", "nama", &p.nama)).unwrap_or_default()
    }
}

async fn halaman<'a>(app: &AppState, k: &'a mut Konteks, token: &str, f: Formulir) -> Hasil<Halaman<'a>> {
    let (j, kegiatan) = kegiatan::dari_token(&app.store, token).await?;
    k.ilustrasi |= j.ilustrasi == 1;
    k.zona = crate::format::Zona::dari_nama(&j.zona).unwrap_or(k.zona);
    let pintu = kegiatan::pintu(&j, app.store.sekarang())?;
    let sudah = match &k.pelaku {
        Some(p) => kegiatan::sudah_hadir(&app.store, j.id, p.akun).await?,
        None => false,
    };
    Ok(Halaman { b: baris(k, j)?, f, pintu, kegiatan, sudah, k })
}

async fn lihat(State(app): State<AppState>, mut k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    tampil(&halaman(&app, &mut k, &token, Formulir::isi([("op", HadirId::baru().to_string())])).await?)
}

async fn catat(State(app): State<AppState>, mut k: Konteks, Jalur(token): Jalur<String>, mut f: Formulir) -> Hasil {
    let id = f.nilai("op").parse().unwrap_or_else(|_| HadirId::baru());
    let pelaku = k.pelaku.clone().filter(|_| f.aksi() == "akun");
    for m in ["nama", "jabatan", "unit"] {
        f.batasi(m, 150);
    }
    let unit = f.wajib("unit", "kegiatan-salah-unit");
    let (nama, jabatan) = match &pelaku {
        Some(p) => (Some(p.nama.clone()), p.jabatan.clone()),
        None => (f.wajib("nama", "kegiatan-salah-nama"), f.nilai("jabatan").to_owned()),
    };
    // Whoever is signed in needs to type nothing: his position says where he works.
    let unit = if pelaku.is_some() { Some(unit.unwrap_or_default()) } else { unit };
    if let (Some(nama), Some(unit), true) = (nama, unit, pelaku.is_some() || f.sah()) {
        let baru = HadirBaru { id, nama: &nama, jabatan: &jabatan, unit: &unit };
        match kegiatan::hadir(&app.store, &token, pelaku.as_deref(), baru).await {
            Ok(()) => return Alih::ke(format!("/hadir/{token}")).pesan("kegiatan-hadir-terima").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("nama", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &mut k, &token, f).await?)
}
