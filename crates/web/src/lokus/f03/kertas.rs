//! `/lokus/{lokus}/f03/kertas`: typing answers from paper, one row a sheet, with the scan they come from.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use pekppp::Nilai;
use store::{
    StoreError,
    berkas::{self, Berkas},
    edisi,
    id::{BundelId, LokusId},
    lokus::Lokus,
    objek,
    ronde::{
        self,
        kertas::{self, BundelBaru},
    },
};
use uuid::Uuid;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const BATAS: usize = 20 * 1024 * 1024;
const BARIS_AWAL: usize = 10;
pub(super) const BARIS_MAKS: usize = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f03/kertas", Akses::Masuk, lihat);
    d.post_besar("/lokus/{lokus}/f03/kertas", Akses::Masuk, BATAS + 512 * 1024, simpan);
}

/// One row of the grid.
struct Baris {
    nomor: usize,
    id: String,
    sel: Vec<Sel>,
}

struct Sel {
    medan: String,
    label: String,
    nilai: String,
    salah: bool,
}

#[derive(Template)]
#[template(path = "lokus/f03/kertas.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    bundel: String,
    pernyataan: Vec<String>,
    baris: Vec<Baris>,
    lebih: usize,
}

impl<'a> Halaman<'a> {
    pub(super) fn baru(k: &'a Konteks, lokus: &'a Lokus, pernyataan: Vec<String>, jumlah: usize, f: Formulir) -> Self {
        let baris = (0..jumlah)
            .map(|b| Baris {
                nomor: b + 1,
                id: f.nilai(&format!("id{b}")).parse().unwrap_or_else(|_| ronde::id_jawaban()).to_string(),
                sel: (0..pernyataan.len())
                    .map(|s| {
                        let medan = sel(b, s);
                        let label = k.a("f03-ketik-sel", [("lembar", (b + 1).into()), ("nomor", (s + 1).into())]);
                        Sel { nilai: f.nilai(&medan).to_owned(), salah: f.salah(&medan).is_some(), medan, label }
                    })
                    .collect(),
            })
            .collect();
        let bundel = f.nilai("bundel").parse().unwrap_or_else(|_| BundelId::baru()).to_string();
        Self { k, f, lokus, bundel, pernyataan, baris, lebih: (jumlah + BARIS_AWAL).min(BARIS_MAKS) }
    }
}

pub(super) fn sel(baris: usize, pernyataan: usize) -> String {
    format!("s{baris}-{pernyataan}")
}

#[derive(serde::Deserialize)]
struct Saring {
    baris: Option<usize>,
}

pub(super) async fn pernyataan(app: &AppState, lokus: &Lokus) -> Result<Vec<String>, StoreError> {
    let edisi = edisi::dapat(&app.store, lokus.edisi()?).await?;
    Ok(edisi.f03.pernyataan.iter().map(|p| p.teks.clone()).collect())
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    Query(saring): Query<Saring>,
) -> Hasil {
    let hak = store::hak::lokus(&app.store, &pelaku, id).await?.pengetik_f03()?;
    ronde::dari_lokus(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f03");
    let jumlah = saring.baris.unwrap_or(BARIS_AWAL).clamp(1, BARIS_MAKS);
    tampil(&Halaman::baru(&k, &hak.lokus, pernyataan(&app, &hak.lokus).await?, jumlah, Formulir::kosong()))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, kiriman: Multipart) -> Hasil {
    let hak = store::hak::lokus(&app.store, &pelaku, id).await?.pengetik_f03()?;
    let pernyataan = pernyataan(&app, &hak.lokus).await?;
    let (mut f, berkas) = baca(kiriman).await?;
    let jumlah = (0..BARIS_MAKS).take_while(|b| f.pasangan().iter().any(|(n, _)| *n == format!("id{b}"))).count().max(1);
    let lembar = urai(&mut f, jumlah, pernyataan.len());
    f.batasi("keterangan", 500);
    let (nama, isi) = berkas.unzip();
    let berkas = periksa(&mut f, isi);
    let bundel = f.nilai("bundel").parse().unwrap_or_else(|_| BundelId::baru());
    let (Some(nama), Some(berkas), true) = (nama, berkas, f.sah()) else {
        if !f.semua_salah().iter().any(|s| s.medan == "pindaian") {
            f.salahkan("pindaian", "f03-ketik-berkas-ulang");
        }
        let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f03");
        return tampil_salah(&Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, f));
    };
    let pindaian = objek::simpan(&app.store, berkas.isi())?;
    let tipe = berkas.tipe().mime();
    let keterangan = f.nilai("keterangan");
    let baru = BundelBaru { id: bundel, pindaian: &pindaian, tipe, nama_berkas: &nama, keterangan, lembar: &lembar };
    match kertas::tambah(&app.store, &hak, baru).await {
        // The page was kept and filled in for another bundle: it gets ids of its own, nothing typed is lost.
        Err(StoreError::OperasiLain) => {
            let lama = |n: &str| n == "bundel" || n.strip_prefix("id").is_some_and(|s| s.parse::<usize>().is_ok());
            let mut baru = Formulir::isi(f.pasangan().iter().filter(|(n, _)| !lama(n)).cloned());
            baru.salahkan("pindaian", "f03-ketik-bundel-lain");
            let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f03");
            return tampil_salah(&Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, baru));
        }
        hasil => hasil?,
    }
    Alih::ke(format!("/lokus/{id}/f03")).pesan("f03-ketik-tersimpan").into()
}

/// Text fields into the form, the file (name and bytes) beside it.
pub async fn baca(mut kiriman: Multipart) -> Hasil<(Formulir, Option<(String, Vec<u8>)>)> {
    let (mut f, mut berkas) = (Formulir::kosong(), None);
    while let Some(bagian) = kiriman.next_field().await? {
        let medan = bagian.name().unwrap_or_default().to_owned();
        match bagian.file_name().map(str::to_owned) {
            Some(nama) if medan == "pindaian" => {
                let isi = bagian.bytes().await?.to_vec();
                if !isi.is_empty() {
                    berkas = Some((nama.chars().filter(|h| !h.is_control()).take(200).collect(), isi));
                }
            }
            _ => f.taruh(medan, bagian.text().await?),
        }
    }
    Ok((f, berkas))
}

/// The scan, checked by its content; images without their metadata.
pub fn periksa(f: &mut Formulir, isi: Option<Vec<u8>>) -> Option<Berkas> {
    let Some(isi) = isi else {
        f.salahkan("pindaian", "f03-ketik-berkas-wajib");
        return None;
    };
    let berkas = berkas::periksa(isi).ok().filter(|b| b.tipe().dapat_dilihat());
    if berkas.is_none() {
        f.salahkan("pindaian", "f03-ketik-berkas-jenis");
    }
    berkas
}

/// The sheets that hold anything. A cell that is neither empty nor 0 to 5 is a fault at its place.
pub(super) fn urai(f: &mut Formulir, jumlah: usize, pernyataan: usize) -> Vec<(Uuid, Vec<Option<Nilai>>)> {
    let mut lembar = Vec::new();
    for b in 0..jumlah {
        let mut isi = Vec::with_capacity(pernyataan);
        for s in 0..pernyataan {
            let medan = sel(b, s);
            let teks = f.nilai(&medan).trim().to_owned();
            let nilai = teks.parse::<i64>().ok().and_then(|n| Nilai::baru(n).ok());
            if nilai.is_none() && !teks.is_empty() {
                f.salahkan_dengan(&medan, "f03-ketik-sel-salah", vec![("lembar", (b + 1).to_string()), ("nomor", (s + 1).to_string())]);
            }
            isi.push(nilai);
        }
        if isi.iter().any(Option::is_some) {
            let id = f.nilai(&format!("id{b}")).parse().unwrap_or_else(|_| ronde::id_jawaban());
            lembar.push((id, isi));
        }
    }
    if lembar.is_empty() {
        f.salahkan("s0-0", "f03-ketik-kosong");
    }
    lembar
}
