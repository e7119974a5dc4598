//! `/berita-acara/{id}/perangkat`: one device is passed around at the meeting; each signatory types the own password (`POST`) on
//! the same page. The session of the device stays whose it was, and the record of the signature names it.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, akun,
    berita_acara::{self, Belum, BeritaAcara, HarusTanda, TandaTangan},
    faktor::{self, FaktorBenar, Periksa},
    hak::{self, AksesLokus, Pelaku},
    id::{AkunId, BeritaAcaraId},
    lokus::Lokus,
    sesi,
};

use super::rincian::{konteks, macet, menunggu, pihak, sebagai};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Nada},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/berita-acara/{id}/perangkat", Akses::Masuk, lihat);
    d.post("/berita-acara/{id}/perangkat", Akses::Masuk, tandatangani);
}

/// Field of the password of one signatory: each has a name of its own, so that the page has no id twice.
const MEDAN: [&str; 12] =
    ["sandi0", "sandi1", "sandi2", "sandi3", "sandi4", "sandi5", "sandi6", "sandi7", "sandi8", "sandi9", "sandi10", "sandi11"];

/// The same for the second step of those who have one.
const KODE: [&str; 12] = [
    "sandi-kode0",
    "sandi-kode1",
    "sandi-kode2",
    "sandi-kode3",
    "sandi-kode4",
    "sandi-kode5",
    "sandi-kode6",
    "sandi-kode7",
    "sandi-kode8",
    "sandi-kode9",
    "sandi-kode10",
    "sandi-kode11",
];

#[derive(Template)]
#[template(path = "lokus/berita_acara/perangkat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    b: BeritaAcara,
    harus: Vec<(HarusTanda, Option<TandaTangan>)>,
    /// Those who have not signed, and whether they still may.
    sisa: Vec<Belum>,
    tutup: Option<&'static str>,
    /// Who of them has a second step.
    berlangkah: Vec<AkunId>,
}

impl Halaman<'_> {
    fn pihak(&self, h: &HarusTanda) -> &'static str {
        pihak(h.pihak)
    }

    /// Names of those who cannot sign any more; then nobody is asked to.
    fn macet(&self) -> String {
        macet(&self.sisa)
    }

    fn menunggu(&self, h: &HarusTanda) -> (Nada, &'static str) {
        menunggu(&self.sisa, h)
    }

    /// Whether passwords are asked for.
    fn terbuka(&self) -> bool {
        self.tutup.is_none() && self.macet().is_empty()
    }

    fn belum(&self) -> bool {
        self.harus.iter().any(|(_, t)| t.is_none())
    }

    fn sandi(&self, n: &usize, h: &HarusTanda) -> Option<Medan> {
        let nama = MEDAN.get(*n)?;
        let label = self.k.n("ba-sandi-milik", "nama", &h.nama);
        Some(self.f.sandi(self.k, nama, "ba-sandi").label_teks(label).lengkapi("off").wajib())
    }
}

impl Halaman<'_> {
    fn kode(&self, n: &usize, h: &HarusTanda) -> Option<Medan> {
        let nama = KODE.get(*n).filter(|_| self.berlangkah.contains(&h.akun))?;
        let label = self.k.n("ba-kode-milik", "nama", &h.nama);
        Some(self.f.teks(self.k, nama, "masuk-kode").label_teks(label).bantu(self.k, "masuk-kode-bantu").lengkapi("off").wajib())
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, b: BeritaAcara, f: Formulir) -> Hasil<Halaman<'a>> {
    let tanda = berita_acara::tanda_tangan(app.store.baca(), b.id).await?;
    let harus: Vec<_> = b.penanda()?.into_iter().map(|h| (h.clone(), tanda.iter().find(|t| t.milik(&h)).cloned())).collect();
    let mut berlangkah = Vec::new();
    for (h, _) in harus.iter().filter(|(_, t)| t.is_none()) {
        if faktor::milik(&app.store, h.akun).await?.ada() {
            berlangkah.push(h.akun);
        }
    }
    let fase = store::periode::alasan_tertutup(&app.store, akses.lokus.periode_id, pekppp::Fase::Penyampaian).await?;
    let tutup = b.batal.map(|_| "ba-dibatalkan").or(fase);
    let hari = app.store.sekarang().hari(&akses.lokus.zona).to_string();
    let sisa = berita_acara::belum(app.store.baca(), &akses.lokus, &b, &hari).await?;
    Ok(Halaman { k, f, lokus: &akses.lokus, b, harus, sisa, tutup, berlangkah })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let akses = hak::lokus(&app.store, &pelaku, b.lokus_id).await?;
    let k = konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, b, Formulir::kosong()).await?)
}

async fn tandatangani(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pemilik): Orang,
    Jalur(id): Jalur<BeritaAcaraId>,
    mut f: Formulir,
) -> Hasil {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    // Who holds the device may see the minutes; who signs proves to be it below.
    let akses = hak::lokus(&app.store, &pemilik, b.lokus_id).await?;
    let k = konteks(k, &akses.lokus);
    let harus = b.penanda()?;
    let n: usize = f.nilai("orang").parse().map_err(|_| Error::TidakAda)?;
    let (saya, (medan, kode)) = harus.get(n).zip(MEDAN.get(n).copied().zip(KODE.get(n).copied())).ok_or(Error::TidakAda)?;
    if let Some(orang) = buktikan(&app, &k, saya, (medan, kode), &pemilik, &mut f).await? {
        let milik = match hak::lokus(&app.store, &orang, b.lokus_id).await {
            Ok(a) => sebagai(&a, std::slice::from_ref(saya), orang.akun),
            Err(StoreError::TidakDitemukan) => None,
            Err(e) => return Err(e.into()),
        };
        if let Some(hak) = milik {
            berita_acara::tandatangani(&app.store, &hak, id, f.nilai("pdf")).await?;
            return Alih::ke(format!("/berita-acara/{id}/perangkat#tanda")).pesan("ba-ditandatangani").into();
        }
        f.salahkan_dengan(medan, "ba-peran-berakhir", vec![("nama", saya.nama.clone()), ("pihak", k.s(pihak(saya.pihak)))]);
    }
    // A password is never sent back to the page.
    for m in MEDAN.into_iter().chain(KODE) {
        f.ganti(m, "");
    }
    tampil_salah(&halaman(&app, &k, &akses, b, f).await?)
}

/// The person behind the password, with the roles that hold now; `None` after a fault was put on the form.
async fn buktikan(
    app: &AppState,
    k: &Konteks,
    saya: &HarusTanda,
    (medan, kode): (&'static str, &'static str),
    pemilik: &Pelaku,
    f: &mut Formulir,
) -> Result<Option<Pelaku>, Error> {
    let sandi = f.nilai(medan).to_owned();
    if sandi.is_empty() {
        f.salahkan(medan, "ba-sandi-wajib");
        return Ok(None);
    }
    let a = akun::dari_id(&app.store, saya.akun).await?;
    match akun::masuk(&app.store, &a.surel, sandi, &k.permintaan.alamat().to_string()).await? {
        akun::Masuk::Berhasil(s) if s.akun() == saya.akun => {
            let Some(kedua) = langkah_kedua(app, k, saya, kode, f).await? else { return Ok(None) };
            // The record says that it was signed on a device on which this account was signed in.
            let agen = store::berita_acara::agen_bersama(pemilik.akun, &pemilik.agen);
            Ok(sesi::pelaku_sekali(&app.store, &s, kedua.as_ref(), &pemilik.alamat, &agen).await?)
        }
        akun::Masuk::Berhasil(_) | akun::Masuk::Salah => {
            f.salahkan(medan, "ba-sandi-salah");
            Ok(None)
        }
        akun::Masuk::Tahan(detik) => {
            f.salahkan_dengan(medan, "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]);
            Ok(None)
        }
    }
}

/// The second step of somebody who has one (`Some(None)`: has none); `None` after a fault was put on the form.
async fn langkah_kedua(
    app: &AppState,
    k: &Konteks,
    saya: &HarusTanda,
    medan: &'static str,
    f: &mut Formulir,
) -> Result<Option<Option<FaktorBenar>>, Error> {
    if !faktor::milik(&app.store, saya.akun).await?.ada() {
        return Ok(Some(None));
    }
    let Some(kode) = f.wajib(medan, "masuk-kode-wajib") else { return Ok(None) };
    match faktor::periksa(&app.store, saya.akun, &kode, &k.permintaan.alamat().to_string()).await? {
        Periksa::Benar(faktor) => return Ok(Some(Some(faktor))),
        Periksa::Salah => f.salahkan(medan, "masuk-kode-salah"),
        Periksa::Tahan(detik) => f.salahkan_dengan(medan, "masuk-tahan", vec![("menit", ((detik + 59) / 60).to_string())]),
    }
    Ok(None)
}
