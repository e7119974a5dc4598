//! `/survei/{ronde}/kertas`: typing answers from paper, one row a sheet, with the scan they come from. Works as a plain
//! form; `kertas.js` makes a digit jump to the next cell.

use ::skm::Susunan;
use askama::Template;
use axum::extract::{Multipart, Query, State};
use store::{
    StoreError, edisi, hak,
    id::{BundelId, RondeId},
    objek,
    ronde::{KOSONG, Profil},
    skm::{
        self, RondeSkm,
        kertas::{Bundel, BundelBaru, Lembar},
    },
};

use super::profil::{self, Bidang};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kertas::{self, Saring, Sel, nama_sel},
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/kertas", super::PENGELOLA, lihat);
    d.post_besar("/survei/{ronde}/kertas", super::PENGELOLA, kertas::BATAS_KIRIMAN, simpan);
    d.get("/survei/{ronde}/kertas/{bundel}", super::PEMBACA, pindaian);
}

/// A profile field of a sheet with its options (value, label).
struct Pilihan {
    sel: Sel,
    opsi: Vec<(u8, String)>,
}

/// One sheet.
struct Baris {
    nomor: usize,
    id: String,
    sel: Vec<Sel>,
    profil: Vec<Pilihan>,
    saran: String,
}

#[derive(Template)]
#[template(path = "skm/kertas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    bundel: String,
    min: u8,
    maks: u8,
    /// Short name and question.
    pertanyaan: Vec<(String, String)>,
    profil: Vec<String>,
    baris: Vec<Baris>,
    lebih: usize,
    ada: Vec<Bundel>,
    porsi: String,
}

impl Halaman<'_> {
    fn batal(&self) -> String {
        format!("/survei/{}", self.ronde.id)
    }

    fn pengantar(&self) -> String {
        self.k.a("skm-ketik-pengantar", [("min", self.min.to_string().into()), ("maks", self.maks.to_string().into())])
    }
}

/// The round with everything that the grid is made of.
struct Kuesioner<'e> {
    susunan: Susunan<'e>,
    bidang: Vec<Bidang>,
}

fn nama_profil(baris: usize, dimensi: usize) -> String {
    format!("d{baris}-{dimensi}")
}

impl Baris {
    fn baru(k: &Konteks, f: &Formulir, q: &Kuesioner<'_>, b: usize) -> Self {
        let label = |s: usize| k.a("skm-ketik-sel", [("lembar", (b + 1).into()), ("nomor", (s + 1).into())]);
        let label_profil = |d: &Bidang| k.a("skm-ketik-profil", [("lembar", (b + 1).into()), ("bidang", d.label.clone().into())]);
        Self {
            nomor: b + 1,
            id: kertas::id_lembar(f, b).to_string(),
            sel: (0..q.susunan.pertanyaan().len()).map(|s| Sel::baru(f, nama_sel(b, s), label(s))).collect(),
            profil: q
                .bidang
                .iter()
                .map(|d| Pilihan { sel: Sel::baru(f, nama_profil(b, d.dimensi), label_profil(d)), opsi: d.opsi.clone() })
                .collect(),
            saran: f.nilai(&format!("saran{b}")).to_owned(),
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, ronde: &'a RondeSkm, jumlah: usize, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let edisi = edisi::skm(&app.store, &ronde.edisi).await?;
    let q = Kuesioner { susunan: ronde.susunan(&edisi)?, bidang: profil::bidang(&edisi, &skm::layanan(c, ronde.id).await?) };
    let ringkas = skm::ringkas(c, ronde.id).await?;
    let (dari_kertas, semua) = (ringkas.saluran.kertas, ringkas.pakai.max(1));
    let nama = |(u, p): &(usize, &::skm::edisi::Pertanyaan)| (q.susunan.unsur()[*u].nama.clone(), p.teks.clone());
    Ok(Halaman {
        bundel: kertas::id_bundel(&f).to_string(),
        min: edisi.skala.min,
        maks: edisi.skala.maks,
        pertanyaan: q.susunan.pertanyaan().iter().map(nama).collect(),
        profil: q.bidang.iter().map(|b| b.label.clone()).collect(),
        baris: (0..jumlah).map(|b| Baris::baru(k, &f, &q, b)).collect(),
        lebih: kertas::lebih(jumlah),
        ada: skm::kertas::daftar(c, ronde.id).await?,
        porsi: format!("{}", (dari_kertas * 200 + semua) / (2 * semua)),
        k,
        f,
        ronde,
    })
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<RondeId>,
    Query(saring): Query<Saring>,
) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    tampil(&halaman(&app, &k, &hak.ronde, saring.jumlah(), Formulir::kosong()).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, kiriman: Multipart) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    let (mut f, berkas) = kiriman::baca(kiriman, "pindaian").await?;
    if let Some(jumlah) = kertas::minta_baris(&f) {
        return tampil(&halaman(&app, &k, &hak.ronde, jumlah, f).await?);
    }
    let jumlah = kertas::jumlah(&f);
    let edisi = edisi::skm(&app.store, &hak.ronde.edisi).await?;
    let q = Kuesioner { susunan: hak.ronde.susunan(&edisi)?, bidang: profil::bidang(&edisi, &skm::layanan(app.store.baca(), id).await?) };
    let lembar = urai(&mut f, &q, jumlah);
    let Some((nama, berkas)) = kertas::pindaian(&mut f, berkas) else {
        return tampil_salah(&halaman(&app, &k, &hak.ronde, jumlah, f).await?);
    };
    let pindaian = objek::simpan(&app.store, berkas.isi())?;
    let baru = BundelBaru {
        id: kertas::id_bundel(&f),
        pindaian: &pindaian,
        tipe: berkas.tipe().mime(),
        nama_berkas: &nama,
        keterangan: f.nilai("keterangan"),
        lembar: &lembar,
    };
    match skm::kertas::tambah(&app.store, &hak, baru).await {
        Ok(()) => Alih::ke(format!("/survei/{id}/kertas")).pesan("skm-ketik-tersimpan").into(),
        Err(StoreError::OperasiLain) => tampil_salah(&halaman(&app, &k, &hak.ronde, jumlah, kertas::bundel_lain(&f)).await?),
        Err(e) => Err(e.into()),
    }
}

/// The sheets that hold any answer. A cell that is neither empty nor on the scale is a fault at its place.
fn urai(f: &mut Formulir, q: &Kuesioner<'_>, jumlah: usize) -> Vec<Lembar> {
    let skala = q.susunan.edisi().skala;
    let mut lembar = Vec::new();
    for b in 0..jumlah {
        let mut nilai = Vec::with_capacity(q.susunan.pertanyaan().len());
        for s in 0..q.susunan.pertanyaan().len() {
            let medan = nama_sel(b, s);
            let args = vec![
                ("lembar", (b + 1).to_string()),
                ("nomor", (s + 1).to_string()),
                ("min", skala.min.to_string()),
                ("maks", skala.maks.to_string()),
            ];
            let urai = |teks: &str| teks.parse::<u8>().ok().filter(|n| skala.memuat(i64::from(*n)));
            let satu = kertas::angka(f, &medan, urai, ("skm-ketik-sel-salah", args));
            nilai.push(satu.unwrap_or(KOSONG));
        }
        if nilai.iter().all(|n| *n == KOSONG) {
            continue;
        }
        let mut profil = Profil::KOSONG;
        for d in &q.bidang {
            let dipilih = f.nilai(&nama_profil(b, d.dimensi)).parse().ok().filter(|n| d.opsi.iter().any(|(o, _)| o == n));
            profil.0[d.dimensi] = dipilih.unwrap_or(KOSONG);
        }
        let medan = format!("saran{b}");
        f.batasi(&medan, 1000);
        let saran = Some(f.nilai(&medan).trim().to_owned()).filter(|s| !s.is_empty());
        lembar.push(Lembar { id: kertas::id_lembar(f, b), nilai, profil, saran });
    }
    if lembar.is_empty() {
        f.salahkan("s0-0", "f03-ketik-kosong");
    }
    lembar
}

/// The scan, for those who see answers one by one. Only types that were checked by content are ever stored.
async fn pindaian(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bundel)): Jalur<(RondeId, BundelId)>) -> Hasil {
    hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let semua = skm::kertas::daftar(app.store.baca(), id).await?;
    let bundel = semua.into_iter().find(|b| b.id == bundel).ok_or(StoreError::TidakDitemukan)?;
    let tipe = objek::tipe(app.store.baca(), &bundel.objek).await?.ok_or(Error::TidakAda)?;
    crate::berkas::kirim(&app, &bundel.objek, tipe, &bundel.nama_berkas).await
}
