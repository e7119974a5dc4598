//! `/konsultasi/{kode}`: the thread, and what whoever holds the code may do: write, propose or accept a time, end it.

use askama::Template;
use axum::extract::State;
use layanan::konsultasi::{Langkah, Pihak};
use store::{
    StoreError, kode,
    konsultasi::{self, Muatan, TEKS_MAKS, Tulis},
};

use super::baru::{periksa_jam, waktu};
use crate::{
    AppState,
    aduan::{
        kata,
        konsultasi::{Butir, medan},
    },
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    publik::pengaduan::jaga,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/konsultasi/{kode}", Akses::Publik, lihat);
    d.post("/konsultasi/{kode}", Akses::Publik, langkah);
}

#[derive(Template)]
#[template(path = "publik/konsultasi/lacak.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    tercetak: String,
    butir: Vec<Butir>,
    op: String,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (crate::komponen::Nada, &'static str) {
        kata::konsultasi(&self.m.konsultasi.keadaan)
    }

    fn sepakat(&self) -> Option<String> {
        self.m.konsultasi.sepakat.as_deref().map(|w| crate::aduan::konsultasi::waktu_teks(self.k, w))
    }

    fn terbuka(&self) -> bool {
        !self.m.aturan.keadaan.berakhir()
    }

    fn dapat_sepakat(&self) -> bool {
        self.m.boleh(Langkah::Sepakati(Pihak::Pemohon))
    }

    fn temu(&self) -> bool {
        self.m.konsultasi.cara == "temu"
    }
}

async fn buka(app: &AppState, k: Konteks, teks: &str) -> Hasil<(Muatan, String, Konteks)> {
    let Some((kode::Jenis::Konsultasi, kode)) = kode::rapikan(teks) else { return Err(jaga::tebak(app, &k)) };
    let q = match konsultasi::dari_kode(app.store.baca(), &kode).await {
        Err(StoreError::TidakDitemukan) => return Err(jaga::tebak(app, &k)),
        lain => lain?,
    };
    let k = k.ilustrasi(q.ilustrasi == 1).zona(&q.zona).bantuan("pengaduan");
    let m = konsultasi::muat(app.store.baca(), app.store.kunci(), q, app.store.sekarang()).await?;
    Ok((m, kode, k))
}

fn halaman<'a>(k: &'a Konteks, m: &'a Muatan, kode: &str, f: Formulir) -> Halaman<'a> {
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    Halaman { tercetak: kode::tampil(kode), butir: crate::aduan::konsultasi::butir(k, m, false), k, f, m, op }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let (m, kode, k) = buka(&app, k, &teks).await?;
    if kode != teks {
        return Alih::ke(format!("/konsultasi/{kode}")).into();
    }
    tampil(&halaman(&k, &m, &kode, Formulir::kosong()))
}

async fn langkah(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>, mut f: Formulir) -> Hasil {
    jaga::langkah(&app, &k)?;
    let (m, kode, k) = buka(&app, k, &teks).await?;
    f.batasi("pesan", TEKS_MAKS);
    let kata = f.opsional("pesan").unwrap_or_default();
    let p = Pihak::Pemohon;
    let mut usul = None;
    let langkah = match f.aksi().to_owned().as_str() {
        "usul" => {
            usul = waktu(&mut f, "tanggal", "jam", true);
            usul.map(|w| Langkah::Usul(p, w))
        }
        "sepakati" => Some(Langkah::Sepakati(p)),
        "selesai" => Some(Langkah::Selesai(p)),
        "batal" => Some(Langkah::Batal(p)),
        "lanjut" => Some(Langkah::BukaKembali),
        _ => Some(Langkah::Pesan(p)),
    };
    periksa_jam(&app, &mut f, (m.konsultasi.instansi_id, m.konsultasi.unit_id), usul).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if let Some(langkah) = langkah.filter(|_| f.sah()) {
        match konsultasi::tanggapi(&app.store, &kode, Tulis { op, langkah, teks: &kata }).await {
            Ok(()) => return Alih::ke(format!("/konsultasi/{kode}")).pesan("pengaduan-tercatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&k, &m, &kode, f))
}
