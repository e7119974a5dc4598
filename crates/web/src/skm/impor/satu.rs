//! `/survei/{ronde}/impor/{impor}`: what a file would do, with its faults row by row; confirming it; the faults as CSV;
//! and, once stored, the file as it came.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError, hak,
    hak::PengelolaRondeSkm,
    id::RondeId,
    objek,
    skm::{self, RondeSkm, impor::Siap},
};
use uuid::Uuid;

use super::{
    baris::{Bacaan, Salah},
    kolom::Kolom,
};
use crate::{
    AppState, Error,
    admin::impor::berkas_csv,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/impor/{impor}", super::super::PENGELOLA, lihat);
    d.post("/survei/{ronde}/impor/{impor}", super::super::PENGELOLA, terapkan);
    d.get("/survei/{ronde}/impor/{impor}/salah.csv", super::super::PENGELOLA, salah);
    d.get("/survei/{ronde}/impor/{impor}/berkas", super::super::PEMBACA, berkas);
}

/// Faults listed at once; all of them are in the CSV.
const SALAH_MAKS: usize = 100;

struct Temuan<'a> {
    s: &'a Salah,
    teks: String,
}

#[derive(Template)]
#[template(path = "skm/impor/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    id: Uuid,
    nama_berkas: &'a str,
    baik: usize,
    ditolak: usize,
    salah: Vec<Temuan<'a>>,
    salah_semua: usize,
    diabaikan: &'a [String],
    /// Heading and what it was taken for.
    dikenal: Vec<(String, String)>,
    dari: Option<String>,
    /// Good rows without a day: the person names it.
    tanpa_hari: usize,
    f: Formulir,
}

async fn muat(app: &AppState, hak: &PengelolaRondeSkm, id: Uuid) -> Result<(Siap, Kolom, Bacaan), Error> {
    let siap = skm::impor::siap(&app.store, hak, id).await?;
    let isi = objek::baca(&app.store, &siap.sidik)?;
    match super::urai(app, &hak.ronde, &isi, siap.urutan.as_deref()).await? {
        Ok((kolom, bacaan)) => Ok((siap, kolom, bacaan)),
        // It could be read when it was sent: the round was changed since.
        Err(_) => Err(StoreError::Keadaan("skm-impor-berubah").into()),
    }
}

fn teks(k: &Konteks, s: &Salah) -> String {
    k.n(s.kunci, "harap", &s.harap)
}

/// The day for rows without one: the last of a round that is over; of a running one nobody but the person knows it.
fn hari_usul(app: &AppState, r: &RondeSkm) -> Option<Date> {
    let akhir: Date = r.akhir().parse().ok()?;
    (akhir < super::super::hari_ini(app, r)).then_some(akhir)
}

async fn halaman(app: &AppState, k: &Konteks, hak: &PengelolaRondeSkm, impor: Uuid, f: Formulir, dibaca: (Siap, Kolom, Bacaan)) -> Hasil {
    let (siap, kolom, bacaan) = dibaca;
    let edisi = store::edisi::skm(&app.store, &hak.ronde.edisi).await?;
    let s = hak.ronde.susunan(&edisi)?;
    let nama = |i: usize| kolom.nama[i].clone();
    let tanya = s.pertanyaan().iter().zip(&kolom.pertanyaan).map(|((u, _), i)| (nama(*i), s.unsur()[*u].nama.clone()));
    let profil = crate::skm::profil::DIMENSI.iter().zip(kolom.profil).filter_map(|(kunci, i)| {
        let label = edisi.cari_profil(kunci).map_or_else(|| (*kunci).to_owned(), |b| b.label.clone());
        Some((nama(i?), label))
    });
    let hari = || bacaan.baik.iter().filter_map(|(d, _)| *d);
    let rentang = |(a, b): (Date, Date)| match (k.tanggal(&a), k.tanggal(&b)) {
        (satu, sama) if satu == sama => satu,
        (a, b) => k.a("skm-kurun", [("mulai", a.into()), ("sampai", b.into())]),
    };
    let salah_isian = !f.sah();
    let halaman = Halaman {
        ronde: &hak.ronde,
        id: impor,
        nama_berkas: &siap.nama_berkas,
        baik: bacaan.baik.len(),
        ditolak: bacaan.ditolak,
        salah: bacaan.salah.iter().take(SALAH_MAKS).map(|s| Temuan { teks: teks(k, s), s }).collect(),
        salah_semua: bacaan.salah.len(),
        diabaikan: &kolom.diabaikan,
        dikenal: tanya.chain(profil).collect(),
        dari: hari().min().zip(hari().max()).map(rentang),
        tanpa_hari: bacaan.tanpa_hari(),
        f,
        k,
    };
    if salah_isian { tampil_salah(&halaman) } else { tampil(&halaman) }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, impor)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let k = super::super::konteks(k, &hak.ronde);
    let f = Formulir::isi(hari_usul(&app, &hak.ronde).map(|h| ("hari", h.to_string())));
    halaman(&app, &k, &hak, impor, f, muat(&app, &hak, impor).await?).await
}

async fn terapkan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, impor)): Jalur<(RondeId, Uuid)>,
    mut f: Formulir,
) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let dibaca = muat(&app, &hak, impor).await?;
    let mut hari = None;
    if dibaca.2.tanpa_hari() > 0 {
        hari = f.urai::<Date>("hari", "skm-impor-hari-wajib");
        let kini = super::super::hari_ini(&app, &hak.ronde);
        if hari.is_some_and(|h| h > kini || h.to_string() < hak.ronde.mulai) {
            f.salahkan("hari", "skm-impor-hari-luar");
        }
    }
    let Some(baris) = dibaca.2.pada(hari).filter(|_| f.sah()) else {
        let k = super::super::konteks(k, &hak.ronde);
        return halaman(&app, &k, &hak, impor, f, dibaca).await;
    };
    skm::impor::terapkan(&app.store, &hak, impor, &baris, dibaca.2.ditolak).await?;
    Alih::ke(format!("/survei/{id}")).pesan("skm-impor-tersimpan").into()
}

async fn salah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, impor)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pengelola()?;
    let (_, _, bacaan) = muat(&app, &hak, impor).await?;
    let satu = |s: &Salah| vec![s.baris.to_string(), s.kolom.clone(), s.nilai.clone(), teks(&k, s)];
    let baris: Vec<Vec<String>> = bacaan.salah.iter().map(satu).collect();
    berkas_csv("baris-salah.csv", &["baris", "kolom", "tertulis", "sebab"], &baris)
}

async fn berkas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, impor)): Jalur<(RondeId, Uuid)>) -> Hasil {
    hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let semua = skm::impor::daftar(app.store.baca(), id).await?;
    let satu = semua.into_iter().find(|i| i.id == impor).ok_or(StoreError::TidakDitemukan)?;
    store::pindai::boleh(&app.store, &satu.objek).await?;
    let isi = objek::baca(&app.store, &satu.objek)?;
    Ok(super::asli(isi, &satu.nama_berkas))
}
