//! The card on the page of a booking, case, report or queue number on which its holder asks to be told by WhatsApp or SMS
//! (`POST /kabar/{perkara}/{kode}`), or stops it (`_aksi=hapus`). The code is the right, as on the page itself.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError, antrean,
    gerbang::{
        Perkara, Saluran,
        kontak::{self, Kontak},
    },
    kode, pengaduan, permohonan, pesanan,
};
use uuid::Uuid;

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    publik::pengaduan::jaga::tebak,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub(super) fn rute(d: &mut Daftar) {
    d.post("/kabar/{perkara}/{kode}", Akses::Publik, kirim);
}

#[derive(Template)]
#[template(path = "publik/kabar_kartu.html")]
struct Kartu<'a> {
    k: &'a Konteks,
    f: &'a Formulir,
    perkara: Perkara,
    kode: &'a str,
    kontak: Option<&'a Kontak>,
    opsi: &'a [Saluran],
}

impl Kartu<'_> {
    fn ke(&self, x: &Kontak) -> String {
        self.k.a("gerbang-kartu-ke", [("lewat", self.k.s(nama(x.saluran)).into()), ("nomor", x.samar.as_str().into())])
    }

    fn saluran(&self) -> Medan {
        let opsi: Vec<Opsi> = self.opsi.iter().map(|s| Opsi::baru(s.kunci(), self.k.s(nama(*s)))).collect();
        self.f.radio(self.k, "saluran", "gerbang-lewat", &opsi).wajib()
    }
}

/// Catalogue key of a gateway's name.
pub(crate) fn nama(s: Saluran) -> &'static str {
    match s {
        Saluran::Wa => "gerbang-wa",
        Saluran::Sms => "gerbang-sms",
    }
}

/// The card as HTML; empty while no gateway is on and nothing was left.
pub(crate) async fn kartu(app: &AppState, k: &Konteks, perkara: Perkara, id: Uuid, kode: &str) -> Hasil<String> {
    isi(app, k, &awal(app), (perkara, id, kode)).await
}

fn awal(app: &AppState) -> Formulir {
    Formulir::isi(app.gerbang.hidup().first().map(|s| ("saluran", s.kunci())))
}

async fn isi(app: &AppState, k: &Konteks, f: &Formulir, (perkara, id, kode): (Perkara, Uuid, &str)) -> Hasil<String> {
    let opsi = app.gerbang.hidup();
    if opsi.is_empty() {
        return Ok(String::new());
    }
    let kontak = kontak::milik(&app.store, perkara, id).await?;
    Ok(Kartu { k, f, perkara, kode, kontak: kontak.as_ref(), opsi: &opsi }.render()?)
}

#[derive(Template)]
#[template(path = "publik/kabar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: &'a Formulir,
    kembali: String,
    kartu: String,
}

/// Id and code of the matter behind what stands in the address.
async fn cari(app: &AppState, k: &Konteks, perkara: Perkara, teks: &str) -> Hasil<(Uuid, String)> {
    let c = app.store.baca();
    Ok(match (perkara, kode::rapikan(teks)) {
        (Perkara::Pesanan, Some((kode::Jenis::Janji, kode))) => (pesanan::dari_kode(&app.store, &kode).await?.id.0, kode),
        (Perkara::Pengaduan, Some((kode::Jenis::Aduan, kode))) => match pengaduan::dari_kode(c, &kode).await {
            Err(StoreError::TidakDitemukan) => return Err(tebak(app, k)),
            lain => (lain?.id.0, kode),
        },
        (Perkara::Pengaduan, _) => return Err(tebak(app, k)),
        (Perkara::Permohonan, _) => {
            let p = permohonan::dari_kode(c, teks).await?;
            (p.id.0, p.kode)
        }
        (Perkara::Tiket, _) => {
            let t = antrean::dari_kode(c, teks).await?;
            (t.id.0, t.kode)
        }
        _ => return Err(Error::TidakAda),
    })
}

async fn kirim(State(app): State<AppState>, k: Konteks, Jalur((perkara, teks)): Jalur<(String, String)>, mut f: Formulir) -> Hasil {
    let perkara = Perkara::dari_kunci(&perkara).ok_or(Error::TidakAda)?;
    let (id, kode) = cari(&app, &k, perkara, &teks).await?;
    let kembali = format!("/{}/{kode}", perkara.kunci());
    if f.aksi() == "hapus" {
        kontak::hapus(&app.store, perkara, id).await?;
        return Alih::ke(kembali).pesan("gerbang-dihapus").into();
    }
    f.batasi("telepon", 40);
    let nomor = f.wajib("telepon", "gerbang-nomor");
    let saluran = Saluran::dari_kunci(f.nilai("saluran")).filter(|s| app.gerbang.lewat(*s).is_some());
    if saluran.is_none() {
        f.salahkan("saluran", "gerbang-saluran");
    }
    if let (Some(nomor), Some(saluran), true) = (nomor, saluran, f.sah()) {
        // Whoever typed the number may not be its owner.
        let rapi = store::gerbang::nomor(&nomor).unwrap_or_default();
        if !app.laju_kirim.boleh(k.permintaan.alamat()) || !app.laju_kabar.boleh(&rapi) {
            return Err(Error::TerlaluSering);
        }
        match kontak::pilih(&app.store, perkara, id, saluran, &nomor, k.bahasa.kode()).await {
            Ok(()) => return Alih::ke(kembali).pesan("gerbang-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("telepon", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let kartu = isi(&app, &k, &f, (perkara, id, &kode)).await?;
    tampil_salah(&Halaman { k: &k, f: &f, kembali, kartu })
}
