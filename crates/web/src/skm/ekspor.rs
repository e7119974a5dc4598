//! `/survei/{ronde}/ekspor`: files of single answers that are too large to wait for. They are made in the background, with their
//! progress; the page can be left and found again, and a finished file stays a day. Only who asked for a file sees it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use askama::Template;
use axum::{
    body::Body,
    extract::{Query, State},
    http::Extensions,
    response::Response,
};
use store::{
    StoreError,
    ekspor::{self, Berkas, Ekspor},
    hak,
    id::{PekerjaanId, RondeId},
    pekerjaan::Pekerjaan,
    sesi,
    skm::RondeSkm,
};
use tokio_util::io::ReaderStream;

use super::{
    hasil::muat,
    konteks,
    tab::Tab,
    unduh::{bentuk, jawaban},
};
use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Kemajuan, Opsi},
    konteks::Konteks,
    middleware::permintaan::Permintaan,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/ekspor", super::PEMBACA, lihat);
    d.post("/survei/{ronde}/ekspor", super::PEMBACA, minta);
    d.get("/survei/{ronde}/ekspor/{ekspor}", super::PEMBACA, unduh);
    d.post("/survei/{ronde}/ekspor/{ekspor}", super::PEMBACA, buang);
}

const PILIHAN: [(&str, &str); 4] =
    [("jawaban.xlsx", "ekspor-xlsx"), ("excel", "ekspor-csv-excel"), ("jawaban.csv", "ekspor-csv"), ("jawaban.json", "ekspor-json")];

#[derive(Template)]
#[template(path = "skm/ekspor.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    baris: i64,
    berkas: Vec<Berkas>,
    pilihan: Vec<Opsi>,
}

impl Halaman<'_> {
    fn nama(&self, b: &Berkas) -> String {
        let kunci = match (b.isi.berkas.as_str(), b.isi.excel) {
            ("jawaban.xlsx", _) => "ekspor-xlsx",
            ("jawaban.json", _) => "ekspor-json",
            (_, true) => "ekspor-csv-excel",
            _ => "ekspor-csv",
        };
        self.k.s(kunci)
    }

    fn kemajuan(&self, b: &Berkas) -> Kemajuan {
        let angka = |n: i64| usize::try_from(n).unwrap_or(0);
        self.k.kemajuan(self.nama(b), angka(b.isi.jadi.min(b.isi.semua)), angka(b.isi.semua))
    }

    fn bekerja(&self) -> bool {
        self.berkas.iter().any(|b| !b.isi.siap)
    }

    fn ke_ronde(&self) -> String {
        format!("/survei/{}", self.ronde.id)
    }

    fn sini(&self) -> String {
        format!("/survei/{}/ekspor", self.ronde.id)
    }
}

fn pilihan(k: &Konteks) -> Vec<Opsi> {
    PILIHAN.iter().map(|(nilai, kunci)| Opsi::baru(*nilai, k.s(kunci))).collect()
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// The file that was asked for elsewhere, already chosen here.
    berkas: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let k = konteks(k, &hak.ronde);
    let f = Formulir::isi([("berkas", q.berkas.unwrap_or_else(|| "jawaban.xlsx".into()))]);
    let baris = ekspor::baris(app.store.baca(), id).await?;
    let berkas = ekspor::milik(&app.store, &hak).await?;
    tampil(&Halaman { pilihan: pilihan(&k), k: &k, f, ronde: &hak.ronde, baris, berkas })
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let berkas = f.wajib("berkas", "ekspor-pilih").filter(|b| PILIHAN.iter().any(|p| p.0 == b));
    let k = konteks(k, &hak.ronde);
    if let Some(pilih) = berkas {
        let (nama, excel) = if pilih == "excel" { ("jawaban.csv", true) } else { (pilih.as_str(), false) };
        match ekspor::minta(&app.store, &hak, nama, excel, k.bahasa.kode()).await {
            Ok(_) => return Alih::ke(format!("/survei/{id}/ekspor")).pesan("ekspor-diminta").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("berkas", kunci),
            Err(e) => return Err(e.into()),
        }
    } else if f.sah() {
        f.salahkan("berkas", "ekspor-pilih");
    }
    let baris = ekspor::baris(app.store.baca(), id).await?;
    let berkas = ekspor::milik(&app.store, &hak).await?;
    tampil_salah(&Halaman { pilihan: pilihan(&k), k: &k, f, ronde: &hak.ronde, baris, berkas })
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, ekspor)): Jalur<(RondeId, PekerjaanId)>) -> Hasil<Response> {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let b = ekspor::satu(&app.store, &hak, ekspor).await?;
    let isi = if b.isi.siap { ekspor::lokal(&app.store, ekspor)? } else { None };
    let isi = unduhan::buka(isi).await?;
    ekspor::catat_unduh(&app.store, &hak, &b.isi.berkas, b.isi.jadi).await?;
    let nama = format!("skm-{}-{}", hak.ronde.kode, b.isi.berkas);
    let isi = Body::from_stream(ReaderStream::with_capacity(isi, 64 * 1024));
    Ok(unduhan::kirim(jawaban::tipe(&b.isi.berkas), &nama, isi))
}

async fn buang(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, ekspor)): Jalur<(RondeId, PekerjaanId)>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    ekspor::buang(&app.store, &hak, ekspor).await?;
    Alih::ke(format!("/survei/{id}/ekspor")).pesan("ekspor-dibuang").into()
}

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jadi {
    /// The file stands until it expires.
    Siap,
    /// Nothing is left to do: it has expired, was thrown away, or the person may no longer have it.
    Usai,
}

/// Does a job of the kind [`ekspor::EKSPOR`]: makes the file, or removes it once it has expired.
///
/// # Errors
/// A sentence for the administrator; the job is tried again.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<Jadi, String> {
    let isi = ekspor::urai(&p.isi).map_err(|e| e.to_string())?;
    if isi.siap {
        ekspor::hapus_berkas(&app.store, p.id).map_err(|e| e.to_string())?;
        return Ok(Jadi::Usai);
    }
    match buat(app, p, isi).await {
        Ok(()) => Ok(Jadi::Siap),
        Err(Error::TidakAda | Error::TidakBerhak(_)) => Ok(Jadi::Usai),
        Err(e) => Err(e.to_string()),
    }
}

/// The right is looked at again: between asking and making, a role may have ended.
async fn buat(app: &AppState, p: &Pekerjaan, isi: Ekspor) -> Hasil<()> {
    let store = &app.store;
    let pelaku = sesi::tanpa_sesi(store, isi.oleh).await?.ok_or(Error::TidakAda)?;
    let m = muat(store, hak::ronde_skm(store, &pelaku, isi.ronde).await?).await?;
    let hak = m.akses.pembaca_mentah()?;
    let mut k = konteks(Konteks::baru(app, &Permintaan::dari(&Extensions::new())), m.ronde());
    k.bahasa = Bahasa::dari_kode(&isi.bahasa).unwrap_or_default();
    let lajur = jawaban::Lajur::baru(&k, store, &m).await?;
    let judul = format!("{} – {}", m.ronde().unit, m.ronde().nama);
    let folder = ekspor::siapkan_folder(store)?;
    let jadi = Arc::new(AtomicI64::new(0));
    let kerja = jawaban::berkas::buat((store.clone(), hak), lajur, bentuk(&isi.berkas, isi.excel), judul, &folder, Arc::clone(&jadi));
    let mut kerja = std::pin::pin!(kerja);
    let berkas = loop {
        tokio::select! {
            jadi = &mut kerja => break jadi.map_err(|e| Error::Dalam(e.to_string()))?,
            // A file that was thrown away meanwhile ends here.
            () = tokio::time::sleep(Duration::from_secs(1)) => {
                ekspor::maju(store, p, &Ekspor { jadi: jadi.load(Ordering::Relaxed), ..isi.clone() }).await?;
            }
        }
    };
    ekspor::pasang(store, p.id, berkas)?;
    let baris = jadi.load(Ordering::Relaxed);
    let siap = ekspor::siap(store, p, &Ekspor { jadi: baris, semua: baris, ..isi }).await;
    if siap.is_err() {
        ekspor::hapus_berkas(store, p.id)?;
    }
    Ok(siap?)
}
