//! `/admin/kunci`: registering keys of other installations after comparing the fingerprint. One of them is `satu`; the public list is
//! `publik::kunci`'s; replacing our own key is `penggantian`.

pub mod penggantian;
mod satu;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hasil::{KunciTepercaya, baca_kunci},
    kunci_instalasi::{self, Baru, Masa, Terdaftar},
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    format::berkelompok,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    publik::kunci::masa,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

pub fn rute(d: &mut Daftar) {
    d.get("/admin/kunci", ADMIN, lihat);
    d.post("/admin/kunci", ADMIN, daftarkan);
    penggantian::rute(d);
    d.post("/admin/kunci/pemilik", ADMIN, beri_nama);
    satu::rute(d);
}

#[derive(Template)]
#[template(path = "admin/kunci/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    milik: KunciTepercaya,
    daftar: Vec<Terdaftar>,
}

impl Halaman<'_> {
    fn masa_kita(&self) -> String {
        masa(self.k, &self.milik.dari, &self.milik.sampai)
    }

    fn masa(&self, x: &Terdaftar) -> String {
        masa(self.k, &x.dari, x.sampai.as_deref().unwrap_or_default())
    }

    #[expect(clippy::unused_self, reason = "called by the template")]
    fn publik(&self, x: &Terdaftar) -> String {
        berkelompok(&x.heksa())
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, f: Formulir) -> Hasil<Halaman<'a>> {
    let milik = kunci_instalasi::milik(&app.store).await?.0;
    Ok(Halaman { k, f, milik, daftar: kunci_instalasi::daftar(&app.store).await? })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.admin()?;
    let k = k.bantuan("kunci");
    let mut f = Formulir::kosong();
    isi_pemilik(&app, &mut f).await?;
    tampil(&halaman(&app, &k, f).await?)
}

/// The form of our own name stands on the same page and was not sent: it shows what is stored.
async fn isi_pemilik(app: &AppState, f: &mut Formulir) -> Hasil<()> {
    f.ganti("pemilik", kunci_instalasi::milik(&app.store).await?.0.nama);
    Ok(())
}

async fn daftarkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    // What it signs is believed from now on.
    if !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    if let Some(b) = urai(&mut f) {
        match kunci_instalasi::tambah(&app.store, &hak, &b).await {
            Ok(id) => return satu::usai(&app, &hak, id, "kunci-pesan-terdaftar").await,
            Err(StoreError::Keadaan(kunci @ "kunci-masa-terbalik")) => f.salahkan("sampai", kunci),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("publik", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    isi_pemilik(&app, &mut f).await?;
    let k = k.bantuan("kunci");
    tampil_salah(&halaman(&app, &k, f).await?)
}

fn urai(f: &mut Formulir) -> Option<Baru> {
    dari_daftar(f);
    f.batasi("nama", 200);
    f.batasi("catatan", 1000);
    let nama = f.wajib("nama", "kunci-salah-nama");
    let publik = kunci_instalasi::urai(f.nilai("publik"));
    if publik.is_none() && f.salah("publik").is_none() {
        f.salahkan("publik", "kunci-salah-publik");
    }
    // The digits alone are easily exchanged on their way; the short mark is read out by the owner, by another way.
    let cocok = publik.is_some_and(|p| p.id() == f.nilai("sidik").trim().to_lowercase());
    if publik.is_some() && !cocok {
        f.salahkan("sidik", "kunci-salah-sidik");
    }
    let masa = urai_masa(f);
    let catatan = f.wajib("catatan", "kunci-salah-catatan");
    let untuk = urai_untuk(f);
    let Masa { dari, sampai } = masa?;
    f.sah().then_some(Baru { nama: nama?, publik: publik?, dari, sampai, catatan: catatan?, untuk })
}

/// Where the list that its owner publishes was pasted instead of the key: the entry with the mark that was typed, and its days where none
/// were typed.
fn dari_daftar(f: &mut Formulir) {
    if !f.nilai("publik").trim_start().starts_with('{') {
        return;
    }
    let Ok(daftar) = baca_kunci(f.nilai("publik")) else { return f.salahkan("publik", "kunci-salah-daftar") };
    let sidik = f.nilai("sidik").trim().to_lowercase();
    let Some(x) = daftar.into_iter().find(|x| x.id == sidik) else { return f.salahkan("publik", "kunci-salah-daftar-tanda") };
    if x.dicabut.is_some() {
        return f.salahkan("publik", "kunci-salah-daftar-dicabut");
    }
    f.ganti("publik", hex::encode(x.kunci.bytes()));
    for (medan, isi) in [("dari", x.dari), ("sampai", x.sampai)] {
        if f.nilai(medan).trim().is_empty() {
            f.ganti(medan, isi);
        }
    }
}

/// The days on which a key signs.
fn urai_masa(f: &mut Formulir) -> Option<Masa> {
    let dari = if f.nilai("dari").trim().is_empty() { "kunci-salah-dari" } else { "kunci-salah-tanggal" };
    let dari = f.urai::<Date>("dari", dari);
    let sampai = f.urai_opsional::<Date>("sampai", "kunci-salah-tanggal");
    Some(Masa { dari: dari?, sampai })
}

/// Codes of instansi, with commas or blanks between them; none when the field is empty.
fn urai_untuk(f: &mut Formulir) -> Vec<String> {
    f.batasi("untuk", 2000);
    let kode: Vec<String> =
        f.nilai("untuk").split([',', ';', ' ', '\n', '\r']).filter(|k| !k.is_empty()).map(|k| k.trim().to_lowercase()).collect();
    if !kode.iter().all(|k| store::instansi::kode_sah(k)) {
        f.salahkan("untuk", "kode-tak-sah");
    }
    kode
}

/// The name under which others know our key.
async fn beri_nama(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    f.batasi("pemilik", 200);
    let nama = f.wajib("pemilik", "instalasi-nama");
    let Some(nama) = nama.filter(|_| f.sah()) else {
        let k = k.bantuan("kunci");
        return tampil_salah(&halaman(&app, &k, f).await?);
    };
    store::instalasi::beri_nama(&app.store, &hak, &nama).await?;
    Alih::ke("/admin/kunci").pesan("kunci-pesan-pemilik").into()
}
