//! `/lokus/{lokus}/f03/kertas`: typing answers from paper, one row a sheet, with the scan they come from.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use pekppp::Nilai;
use store::{
    StoreError, edisi,
    id::LokusId,
    lokus::Lokus,
    objek,
    ronde::{
        self,
        kertas::{self as store_kertas, BundelBaru},
    },
};
use uuid::Uuid;

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kertas::{self, Saring, Sel, nama_sel},
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f03/kertas", Akses::Masuk, lihat);
    d.post_besar("/lokus/{lokus}/f03/kertas", Akses::Masuk, kertas::BATAS_KIRIMAN, simpan);
}

/// One row of the grid.
struct Baris {
    nomor: usize,
    id: String,
    sel: Vec<Sel>,
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
                id: kertas::id_lembar(&f, b).to_string(),
                sel: (0..pernyataan.len())
                    .map(|s| {
                        let label = k.a("f03-ketik-sel", [("lembar", (b + 1).into()), ("nomor", (s + 1).into())]);
                        Sel::baru(&f, nama_sel(b, s), label)
                    })
                    .collect(),
            })
            .collect();
        let bundel = kertas::id_bundel(&f).to_string();
        Self { k, f, lokus, bundel, pernyataan, baris, lebih: kertas::lebih(jumlah) }
    }

    fn batal(&self) -> String {
        format!("/lokus/{}/f03", self.lokus.id)
    }
}

fn konteks(k: Konteks, lokus: &Lokus) -> Konteks {
    k.ilustrasi(lokus.ilustrasi == 1).zona(&lokus.zona).bantuan("f03")
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
    let hak = store::hak::lokus_survei(&app.store, &pelaku, id).await?.pengetik_f03()?;
    ronde::dari_lokus(app.store.baca(), id).await?.ok_or(StoreError::TidakDitemukan)?;
    let k = konteks(k, &hak.lokus);
    tampil(&Halaman::baru(&k, &hak.lokus, pernyataan(&app, &hak.lokus).await?, saring.jumlah(), Formulir::kosong()))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, kiriman: Multipart) -> Hasil {
    let hak = store::hak::lokus_survei(&app.store, &pelaku, id).await?.pengetik_f03()?;
    let k = konteks(k, &hak.lokus);
    let pernyataan = pernyataan(&app, &hak.lokus).await?;
    let (mut f, berkas) = kiriman::baca(kiriman, "pindaian").await?;
    if let Some(jumlah) = kertas::minta_baris(&f) {
        return tampil(&Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, f));
    }
    let jumlah = kertas::jumlah(&f);
    let lembar = urai(&mut f, jumlah, pernyataan.len());
    let Some((nama, berkas)) = kertas::pindaian(&mut f, berkas) else {
        return tampil_salah(&Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, f));
    };
    let pindaian = objek::simpan(&app.store, berkas.isi())?;
    let tipe = berkas.tipe().mime();
    let keterangan = f.nilai("keterangan");
    let id_bundel = kertas::id_bundel(&f);
    let baru = BundelBaru { id: id_bundel, pindaian: &pindaian, tipe, nama_berkas: &nama, keterangan, lembar: &lembar };
    match store_kertas::tambah(&app.store, &hak, baru).await {
        Ok(()) => Alih::ke(format!("/lokus/{id}/f03")).pesan("f03-ketik-tersimpan").into(),
        Err(StoreError::OperasiLain) => tampil_salah(&Halaman::baru(&k, &hak.lokus, pernyataan, jumlah, kertas::bundel_lain(&f))),
        Err(e) => Err(e.into()),
    }
}

/// The sheets that hold anything. A cell that is neither empty nor 0 to 5 is a fault at its place.
pub(super) fn urai(f: &mut Formulir, jumlah: usize, pernyataan: usize) -> Vec<(Uuid, Vec<Option<Nilai>>)> {
    let mut lembar = Vec::new();
    for b in 0..jumlah {
        let mut isi = Vec::with_capacity(pernyataan);
        for s in 0..pernyataan {
            let args = vec![("lembar", (b + 1).to_string()), ("nomor", (s + 1).to_string())];
            let urai = |teks: &str| teks.parse::<i64>().ok().and_then(|n| Nilai::baru(n).ok());
            let nilai = kertas::angka(f, &nama_sel(b, s), urai, ("f03-ketik-sel-salah", args));
            isi.push(nilai);
        }
        if isi.iter().any(Option::is_some) {
            lembar.push((kertas::id_lembar(f, b), isi));
        }
    }
    if lembar.is_empty() {
        f.salahkan("s0-0", "f03-ketik-kosong");
    }
    lembar
}
