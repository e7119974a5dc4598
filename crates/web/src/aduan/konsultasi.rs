//! `/aduan/konsultasi`: consultations of a person's units, those that wait first; and one of them with its thread.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::DateTime;
use layanan::konsultasi::{Langkah, Pihak};
use store::{
    StoreError, hak,
    id::KonsultasiId,
    konsultasi::{self, Baris, Konsultasi, Muatan, Penanya, TEKS_MAKS, Tercatat, Tulis},
    pdp::baca,
};

use super::{kata, riwayat::baris, tab::Tab};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati},
    pelaku::Orang,
    publik::konsultasi::{di_luar, waktu},
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/konsultasi", super::PEMBACA, daftar);
    d.get("/aduan/konsultasi/{konsultasi}", super::PEMBACA, lihat);
    d.post("/aduan/konsultasi/{konsultasi}", super::PEMBACA, langkah);
}

/// One step, ready to show.
pub struct Butir {
    pub judul: String,
    pub siapa: String,
    pub waktu: String,
    /// The proposed or agreed time.
    pub usul: Option<String>,
    pub teks: Vec<String>,
    pub petugas: bool,
}

/// `4 Maret 2026 pukul 09.00 WITA`.
pub fn waktu_teks(k: &Konteks, w: &str) -> String {
    match w.parse::<DateTime>().ok().and_then(|t| t.to_zoned(k.zona.tz()).ok()) {
        Some(z) => crate::format::waktu(k.bahasa, z.timestamp(), k.zona),
        None => w.to_owned(),
    }
}

/// Where a refusal of a step belongs.
pub fn medan(kunci: &str) -> &'static str {
    if kunci == "konsultasi-sudah-lewat" { "tanggal" } else { "pesan" }
}

/// `dalam`: for officers, with names.
pub fn butir(k: &Konteks, m: &Muatan, dalam: bool) -> Vec<Butir> {
    let siapa = |l: &Tercatat| match (&l.oleh, l.pihak.as_str()) {
        (Some(nama), "petugas") if dalam => nama.clone(),
        (_, "petugas") => m.konsultasi.unit.clone(),
        _ => k.s("konsultasi-pemohon"),
    };
    let satu = |(l, teks): (&Tercatat, &String)| Butir {
        judul: k.s(kata::langkah_konsultasi(&l.jenis)),
        siapa: siapa(l),
        waktu: k.waktu(&l.pada),
        usul: l.waktu.as_deref().map(|w| waktu_teks(k, w)),
        teks: baris(teks),
        petugas: l.pihak == "petugas",
    };
    let q = &m.konsultasi;
    let awal = Butir {
        judul: k.s("konsultasi-langkah-pesan"),
        siapa: k.s("konsultasi-pemohon"),
        waktu: k.waktu(&q.pada),
        usul: q.waktu.as_deref().map(|w| waktu_teks(k, w)),
        teks: baris(&m.isi),
        petugas: false,
    };
    std::iter::once(awal).chain(m.langkah.iter().zip(&m.teks).map(satu)).collect()
}

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    #[serde(default)]
    selesai: String,
}

#[derive(Template)]
#[template(path = "aduan/konsultasi.html")]
struct Semua<'a> {
    k: &'a Konteks,
    tab: Tab<'a>,
    daftar: Vec<Baris>,
    selesai: bool,
    lembar: Lembar,
}

impl Semua<'_> {
    fn keadaan(&self, b: &Baris) -> (Nada, &'static str) {
        kata::konsultasi(&b.keadaan)
    }

    fn kapan(&self, b: &Baris) -> String {
        b.sepakat.as_deref().map_or_else(|| self.k.waktu(&b.terakhir), |w| waktu_teks(self.k, w))
    }
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let kotak = hak::kotak_aduan(&app.store, &pelaku).await?;
    if kotak.instansi.is_empty() && kotak.unit.is_empty() {
        return Err(Error::TidakBerhak("aduan"));
    }
    let selesai = !q.selesai.is_empty();
    let (daftar, n) = konsultasi::daftar(&app.store, &kotak, selesai, lewati(q.h), BATAS).await?;
    let k = k.ilustrasi(daftar.iter().any(|b| b.ilustrasi == 1)).zona(&kotak.zona).bantuan("pengaduan");
    let lembar = k.lembar(q.h, daftar.len(), n, if selesai { "&selesai=ya" } else { "" });
    tampil(&Semua { tab: Tab::baru(&k, &kotak, "konsultasi"), k: &k, daftar, selesai, lembar })
}

#[derive(Template)]
#[template(path = "aduan/konsultasi_satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    q: &'a Konsultasi,
    penanya: Penanya,
    m: &'a Muatan,
    butir: Vec<Butir>,
    /// That the proposed time lies when the unit does not work.
    luar: Option<String>,
    op: String,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        kata::konsultasi(&self.q.keadaan)
    }

    fn sepakat(&self) -> Option<String> {
        self.q.sepakat.as_deref().map(|w| waktu_teks(self.k, w))
    }

    fn terbuka(&self) -> bool {
        !self.m.aturan.keadaan.berakhir()
    }

    fn temu(&self) -> bool {
        self.q.cara == "temu"
    }

    fn boleh(&self, aksi: &str) -> bool {
        self.m.boleh(match aksi {
            "sepakati" => Langkah::Sepakati(Pihak::Petugas),
            _ => Langkah::TidakHadir,
        })
    }
}

async fn buka(app: &AppState, k: Konteks, pelaku: &hak::Pelaku, id: KonsultasiId) -> Hasil<(hak::PenjawabKonsultasi, Muatan, Konteks)> {
    let h = hak::konsultasi(&app.store, pelaku, id).await?;
    baca::catat(&app.store, pelaku, baca::Jenis::Konsultasi, id.0, h.konsultasi.instansi_id).await?;
    let k = k.ilustrasi(h.konsultasi.ilustrasi == 1).zona(&h.konsultasi.zona).bantuan("pengaduan");
    let m = konsultasi::muat(app.store.baca(), app.store.kunci(), h.konsultasi.clone(), app.store.sekarang()).await?;
    Ok((h, m, k))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, f: Formulir) -> Hasil<Halaman<'a>> {
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    let penanya = m.konsultasi.penanya(app.store.kunci())?;
    let luar = luar(app, k, m).await?;
    Ok(Halaman { luar, butir: butir(k, m, true), q: &m.konsultasi, penanya, k, f, m, op })
}

/// What is unusual about the time that waits for the unit's word.
async fn luar(app: &AppState, k: &Konteks, m: &Muatan) -> Hasil<Option<String>> {
    let Some((Pihak::Pemohon, t)) = m.aturan.usul else { return Ok(None) };
    let q = &m.konsultasi;
    let luar = konsultasi::di_luar(app.store.baca(), (q.instansi_id, q.unit_id), t).await?;
    Ok(luar.map(|l| di_luar(&l).teks(k.bahasa)))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KonsultasiId>) -> Hasil {
    let (_, m, k) = buka(&app, k, &pelaku, id).await?;
    tampil(&halaman(&app, &k, &m, Formulir::kosong()).await?)
}

async fn langkah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<KonsultasiId>, mut f: Formulir) -> Hasil {
    let (h, m, k) = buka(&app, k, &pelaku, id).await?;
    f.batasi("pesan", TEKS_MAKS);
    let teks = f.opsional("pesan").unwrap_or_default();
    let p = Pihak::Petugas;
    let langkah = match f.aksi().to_owned().as_str() {
        "usul" => waktu(&mut f, "tanggal", "jam", true).map(|w| Langkah::Usul(p, w)),
        "sepakati" => Some(Langkah::Sepakati(p)),
        "selesai" => Some(Langkah::Selesai(p)),
        "batal" => Some(Langkah::Batal(p)),
        "tidak-hadir" => Some(Langkah::TidakHadir),
        _ => Some(Langkah::Pesan(p)),
    };
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if let Some(langkah) = langkah.filter(|_| f.sah()) {
        match konsultasi::jawab(&app.store, &h, Tulis { op, langkah, teks: &teks }).await {
            Ok(()) => return Alih::ke(format!("/aduan/konsultasi/{id}")).pesan("aduan-tercatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &m, f).await?)
}
