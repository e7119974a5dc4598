//! `/f03/{token}`: the statements (`GET`) and the answer (`POST`), for a citizen with a cheap phone.
//! The answer's id is made with the page, so pressing twice or sending again stores it once.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse as _,
};
use pekppp::{Edisi, Nilai};
use store::{
    StoreError, edisi,
    ronde::{self, Ronde, Tertutup, jawaban},
};
use uuid::Uuid;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/f03/{token}", Akses::Publik, lihat);
    d.post("/f03/{token}", Akses::Publik, kirim);
    // The page's own form goes here: a browser forgets a page that was posted to, and going back would then make a new one.
    d.post("/f03/{token}/jawaban", Akses::Publik, kirim);
    d.get("/f03/{token}/jawaban", Akses::Publik, ke_isian);
}

/// The address of a page that came back with faults, opened anew.
async fn ke_isian(Jalur(token): Jalur<String>) -> Hasil {
    Alih::ke(format!("/f03/{token}")).into()
}

/// One statement with what was chosen.
pub struct Butir {
    pub medan: String,
    pub nomor: usize,
    pub teks: String,
    pub pilihan: [(u8, bool); 6],
    pub salah: bool,
}

/// Statements of one aspect.
pub struct Kelompok {
    pub nama: String,
    pub butir: Vec<Butir>,
}

#[derive(Template)]
#[template(path = "f03/isian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a Ronde,
    kelompok: Vec<Kelompok>,
    jumlah: usize,
    menit: usize,
    /// Share of F03 in the IPP, in per cent.
    porsi: String,
    id: String,
}

#[derive(Template)]
#[template(path = "f03/tertutup.html")]
struct HalamanTertutup<'a> {
    k: &'a Konteks,
    ronde: &'a Ronde,
    alasan: &'a str,
}

impl<'a> Halaman<'a> {
    fn baru(k: &'a Konteks, ronde: &'a Ronde, edisi: &Edisi, f: Formulir) -> Self {
        let id = f.nilai("id").parse().unwrap_or_else(|_| ronde::id_jawaban()).to_string();
        Self {
            k,
            kelompok: kelompok(edisi, &f),
            jumlah: edisi.f03.pernyataan.len(),
            menit: menit(edisi.f03.pernyataan.len()),
            porsi: k.persen(&edisi.rumus.porsi_f03),
            f,
            ronde,
            id,
        }
    }

    fn pengantar(&self) -> String {
        self.k.a("f03-pengantar", [("jumlah", self.jumlah.into()), ("menit", self.menit.into())])
    }
}

/// Whole minutes that answering takes: about eight seconds a statement, rounded up.
#[must_use]
pub fn menit(pernyataan: usize) -> usize {
    (pernyataan * 8).div_ceil(60)
}

/// Name of the form field of a statement: `p1`, `p2`, …
#[must_use]
pub fn medan(no: usize) -> String {
    format!("p{}", no + 1)
}

fn kelompok(edisi: &Edisi, f: &Formulir) -> Vec<Kelompok> {
    let mut hasil: Vec<Kelompok> = Vec::new();
    for (no, p) in edisi.f03.pernyataan.iter().enumerate() {
        let nama = edisi.aspek.iter().find(|a| a.kunci == p.aspek).map_or_else(|| p.aspek.clone(), |a| a.nama.clone());
        let medan = medan(no);
        let terpilih = f.nilai(&medan);
        let butir = Butir {
            nomor: no + 1,
            teks: p.teks.clone(),
            pilihan: [0, 1, 2, 3, 4, 5].map(|n: u8| (n, terpilih == n.to_string())),
            salah: f.salah(&medan).is_some(),
            medan,
        };
        match hasil.last_mut().filter(|k| k.nama == nama) {
            Some(k) => k.butir.push(butir),
            None => hasil.push(Kelompok { nama, butir: vec![butir] }),
        }
    }
    hasil
}

async fn buka(app: &AppState, k: Konteks, token: &str) -> Result<(Konteks, Ronde, Arc<Edisi>), StoreError> {
    let ronde = ronde::dari_token(app.store.baca(), token).await?;
    let edisi = edisi::dapat(&app.store, &ronde.edisi).await?;
    let k = k.ilustrasi(ronde.ilustrasi == 1).zona(&ronde.zona).bantuan("warga");
    Ok((k, ronde, edisi))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    let (k, ronde, edisi) = buka(&app, k, &token).await?;
    if let Some(t) = ronde::tertutup(app.store.baca(), &ronde).await? {
        return tertutup(&k, &ronde, &t);
    }
    let mut halaman = tampil(&Halaman::baru(&k, &ronde, &edisi, Formulir::kosong()))?;
    // Going back shows the very page that was sent, with its answer id, so that sending it again counts nothing twice.
    halaman.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(halaman)
}

fn tertutup(k: &Konteks, ronde: &Ronde, t: &Tertutup) -> Hasil {
    let alasan = if let Tertutup::Ditutup(alasan) = t { alasan } else { "" };
    tampil(&HalamanTertutup { k, ronde, alasan })
}

async fn kirim(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>, mut f: Formulir) -> Hasil {
    let (k, ronde, edisi) = buka(&app, k, &token).await?;
    let isi = urai(&mut f, edisi.f03.pernyataan.len());
    let id = f.nilai("id").parse::<Uuid>().ok();
    let (Some(id), true) = (id, f.sah()) else {
        return tampil_salah(&Halaman::baru(&k, &ronde, &edisi, f));
    };
    if !app.laju_f03.boleh(ronde.id, k.permintaan.alamat()) {
        f.salahkan("id", "f03-terlalu-banyak");
        let halaman = tampil(&Halaman::baru(&k, &ronde, &edisi, f))?;
        return Ok((StatusCode::TOO_MANY_REQUESTS, halaman).into_response());
    }
    match jawaban::terima(&app.store, &ronde, id, &isi).await {
        Ok(_) => Alih::ke(format!("/f03/{token}/terima-kasih")).into(),
        // The page was kept and filled in a second time: it is another answer, so it gets an id of its own.
        Err(StoreError::OperasiLain) => {
            let mut baru = Formulir::isi(f.pasangan().iter().filter(|(n, _)| n != "id").cloned());
            baru.salahkan("id", "f03-sudah-terkirim");
            tampil_salah(&Halaman::baru(&k, &ronde, &edisi, baru))
        }
        Err(StoreError::Keadaan(_)) => match ronde::tertutup(app.store.baca(), &ronde).await? {
            Some(t) => tertutup(&k, &ronde, &t),
            None => tampil_salah(&Halaman::baru(&k, &ronde, &edisi, f)),
        },
        Err(e) => Err(e.into()),
    }
}

/// One score a statement; each that is missing or no whole number from 0 to 5 becomes a fault at its place.
fn urai(f: &mut Formulir, jumlah: usize) -> Vec<Option<Nilai>> {
    (0..jumlah)
        .map(|no| {
            let medan = medan(no);
            let nilai = f.nilai(&medan).parse::<i64>().ok().and_then(|n| Nilai::baru(n).ok());
            if nilai.is_none() {
                f.salahkan_dengan(&medan, "f03-pilih-satu", vec![("nomor", (no + 1).to_string())]);
            }
            nilai
        })
        .collect()
}
