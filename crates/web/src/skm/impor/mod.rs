//! `/survei/{ronde}/impor`: answers from CSV or XLSX. A file is read and shown, nothing is stored until it is confirmed.

mod baris;
mod kolom;
mod satu;
#[cfg(test)]
mod uji;

use ::skm::{Edisi, Urutan};
use askama::Template;
use axum::{
    extract::{Multipart, State},
    response::Response,
};
use store::{
    StoreError, edisi, hak,
    id::RondeId,
    objek,
    skm::{
        self, RondeSkm,
        impor::{BARIS_MAKS, Impor, Siap},
    },
};

use self::{
    baris::{Acuan, Bacaan},
    kolom::{KOLOM_MAKS, Kolom},
};
use super::profil;
use crate::{
    AppState, Error,
    admin::impor::berkas_csv,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tabel::{self, Batas, Salah},
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

const BATAS: usize = 10 * 1024 * 1024;

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/impor", super::PENGELOLA, lihat);
    d.post_besar("/survei/{ronde}/impor", super::PENGELOLA, BATAS + 64 * 1024, unggah);
    d.get("/survei/{ronde}/impor/templat", super::PENGELOLA, templat);
    satu::rute(d);
}

#[derive(Template)]
#[template(path = "skm/impor/unggah.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    urutan: Vec<Opsi>,
    ada: Vec<Impor>,
    /// Headings that a file may have, with what they hold.
    kolom: Vec<(String, String)>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, ronde: &'a RondeSkm, f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let edisi = edisi::skm(&app.store, &ronde.edisi).await?;
    let s = ronde.susunan(&edisi)?;
    let skala = format!("{}–{}", edisi.skala.min, edisi.skala.maks);
    let tanya = s.pertanyaan().iter().map(|(u, p)| (p.kunci.clone(), format!("{} ({skala})", s.unsur()[*u].nama)));
    let bidang = profil::bidang(&edisi, &skm::layanan(c, ronde.id).await?);
    let opsi = |b: &profil::Bidang| b.opsi.iter().map(|(_, o)| o.as_str()).collect::<Vec<_>>().join(" · ");
    let lain = [("tanggal".to_owned(), k.s("skm-impor-tanggal")), ("saran".to_owned(), k.s("skm-impor-saran"))];
    let kolom = tanya.chain(bidang.iter().map(|b| (b.kunci.to_owned(), opsi(b)))).chain(lain).collect();
    let urutan = vec![
        Opsi::baru("kuesioner", k.s("skm-impor-urutan-kuesioner")).bantu(k.s("skm-impor-urutan-kuesioner-isi")),
        Opsi::baru("peraturan", k.s("skm-impor-urutan-peraturan")).bantu(k.s("skm-impor-urutan-peraturan-isi")),
        Opsi::baru("", k.s("skm-impor-urutan-kunci")),
    ];
    Ok(Halaman { k, f, ronde, urutan, ada: skm::impor::daftar(c, ronde.id).await?, kolom })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    tampil(&halaman(&app, &k, &hak.ronde, Formulir::isi([("urutan", "")])).await?)
}

async fn unggah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, kiriman: Multipart) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::konteks(k, &hak.ronde);
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    let Some((nama, isi)) = berkas else {
        f.salahkan("berkas", "impor-berkas-wajib");
        return tampil_salah(&halaman(&app, &k, &hak.ronde, f).await?);
    };
    if isi.len() > BATAS {
        return Err(Error::TerlaluBesar);
    }
    let urutan = Some(f.nilai("urutan").to_owned()).filter(|u| !u.is_empty());
    let (kunci, apa) = if let Err(Salah(kunci, apa)) = urai(&app, &hak.ronde, &isi, urutan.as_deref()).await? {
        (kunci, apa)
    } else {
        let simpan = objek::simpan(&app.store, &isi)?;
        let (sidik, ukuran) = (simpan.sidik, simpan.ukuran);
        let siap = Siap { ronde: id, sidik, ukuran, tipe: tipe(&isi).to_owned(), urutan, nama_berkas: String::new() };
        match skm::impor::siapkan(&app.store, &hak, &nama, &siap).await {
            Ok(impor) => return Alih::ke(format!("/survei/{id}/impor/{impor}")).into(),
            Err(StoreError::Keadaan(kunci)) => (kunci, String::new()),
            Err(e) => return Err(e.into()),
        }
    };
    let medan = if kunci == "skm-impor-urutan-wajib" { "urutan" } else { "berkas" };
    f.salahkan_dengan(medan, kunci, vec![("apa", apa)]);
    tampil_salah(&halaman(&app, &k, &hak.ronde, f).await?)
}

/// The file as answers; the inner error is one of the whole file.
async fn urai(app: &AppState, r: &RondeSkm, isi: &[u8], urutan: Option<&str>) -> Result<Result<(Kolom, Bacaan), Salah>, Error> {
    let edisi = edisi::skm(&app.store, &r.edisi).await?;
    let layanan = skm::layanan(app.store.baca(), r.id).await?;
    let (r, hari, isi, urutan) = (r.clone(), super::hari_ini(app, r), isi.to_vec(), urutan.map(str::to_owned));
    // A large file takes a while to read: not on the threads that answer pages.
    tokio::task::spawn_blocking(move || urai_isi(&edisi, &r, &layanan, hari, &isi, urutan.as_deref()))
        .await
        .map_err(|e| Error::Dalam(e.to_string()))?
        .map_err(Error::from)
}

fn urai_isi(
    edisi: &Edisi,
    r: &RondeSkm,
    layanan: &[(i64, String)],
    hari: jiff::civil::Date,
    isi: &[u8],
    urutan: Option<&str>,
) -> Result<Result<(Kolom, Bacaan), Salah>, StoreError> {
    let s = r.susunan(edisi)?;
    let bidang = profil::bidang(edisi, layanan);
    let urutan = match urutan {
        Some("peraturan") => Some(Urutan::Peraturan),
        Some("kuesioner") => Some(Urutan::Kuesioner),
        _ => None,
    };
    // One more row and column than allowed, so that too many are told apart from just enough.
    let tabel = match tabel::baca(isi, Batas { baris: BARIS_MAKS + 11, kolom: KOLOM_MAKS }) {
        Ok(t) => t,
        Err(salah) => return Ok(Err(salah)),
    };
    if tabel.lebih {
        return Ok(Err(Salah("skm-impor-banyak-baris", BARIS_MAKS.to_string())));
    }
    Ok(kolom::kenali(&tabel, &s, &bidang, urutan).map(|k| {
        let bacaan = baris::baca(&tabel, &k, &Acuan { susunan: &s, bidang: &bidang, hari });
        (k, bacaan)
    }))
}

/// The headings alone: an example row would be imported by somebody.
async fn templat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let h = halaman(&app, &k, &hak.ronde, Formulir::kosong()).await?;
    let kolom: Vec<&str> = h.kolom.iter().map(|(n, _)| n.as_str()).collect();
    berkas_csv(&format!("templat-{}.csv", hak.ronde.kode), &kolom, &[])
}

fn tipe(isi: &[u8]) -> &'static str {
    if isi.starts_with(b"PK") { unduhan::XLSX } else { "text/csv" }
}

/// A file that was imported, as it came.
fn asli(isi: Vec<u8>, nama: &str) -> Response {
    let nama: String = nama.chars().map(|h| if h.is_ascii_alphanumeric() || ".-_ ".contains(h) { h } else { '_' }).collect();
    unduhan::kirim(tipe(&isi), &nama, isi)
}
