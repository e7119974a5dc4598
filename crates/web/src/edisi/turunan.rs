//! `/edisi/{edisi}/turunan`: an organiser derives a reduced edition for his own mandiri period: which indicators stay, with
//! which exact weights, and which F03 form. `_aksi=skala` fills the weights in proportion to those of the parent.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use pekppp::{
    Edisi, Pecahan,
    edisi::turunan::{SalahTurunan, Turunan, skalakan, turunkan},
};
use store::{StoreError, edisi::tulis, hak, hak::Pelaku, id::InstansiId, instansi::Instansi, peran::Lingkup, peran::Peran};

use super::{
    kata,
    naskah::{self, Naskah},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PENYELENGGARA: Akses = Akses::Peran(&[Peran::Penyelenggara]);

pub fn rute(d: &mut Daftar) {
    d.get("/edisi/{edisi}/turunan", PENYELENGGARA, lihat);
    d.post("/edisi/{edisi}/turunan", PENYELENGGARA, buat);
}

/// One indicator of the parent as a row of the form.
struct Baris<'a> {
    kode: &'a str,
    nama: &'a str,
    induk: String,
    pilih: bool,
    bobot: String,
}

struct Bagian<'a> {
    kunci: &'a str,
    nama: &'a str,
    /// What the weights sum to now, exactly; `None` when one cannot be read.
    jumlah: Option<String>,
    pas: bool,
    baris: Vec<Baris<'a>>,
}

#[derive(Template)]
#[template(path = "edisi/turunan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    induk: &'a Edisi,
    instansi: Vec<Opsi>,
    f03: Vec<Opsi>,
    bagian: Vec<Bagian<'a>>,
    terpilih: usize,
}

/// The instansi that the person organises for.
async fn milik(app: &AppState, p: &Pelaku) -> Result<Vec<Instansi>, Error> {
    let mut hasil = Vec::new();
    for r in p.peran.iter().filter(|r| r.peran == Peran::Penyelenggara) {
        if let Lingkup::Instansi(i) = r.lingkup {
            hasil.push(store::instansi::dari_id(&app.store, i).await?);
        }
    }
    Ok(hasil)
}

fn medan(kode: &str) -> String {
    format!("bobot_{kode}")
}

/// `25`, `25,5`, `850/19`.
fn baca(teks: &str) -> Option<Pecahan> {
    teks.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok()
}

/// Code and weight of what is ticked, in the order of the form.
fn terpilih<'a>(f: &Formulir, induk: &'a Edisi) -> Vec<(&'a str, Option<Pecahan>)> {
    let pilih: Vec<&str> = f.semua("pilih").collect();
    induk.indikator().filter(|i| pilih.contains(&i.kode.as_str())).map(|i| (i.kode.as_str(), baca(f.nilai(&medan(&i.kode))))).collect()
}

fn bagian<'a>(k: &Konteks, f: &Formulir, induk: &'a Edisi) -> Vec<Bagian<'a>> {
    let pilih = terpilih(f, induk);
    let satu = |a: &'a pekppp::Aspek| {
        let milik: Vec<&Option<Pecahan>> = pilih.iter().filter(|(c, _)| a.indikator.iter().any(|i| i.kode == *c)).map(|(_, b)| b).collect();
        let jumlah: Option<Pecahan> = milik.iter().map(|b| (*b).clone()).collect::<Option<Vec<_>>>().map(|b| b.into_iter().sum());
        let baris = a.indikator.iter().map(|i| Baris {
            kode: &i.kode,
            nama: &i.nama,
            induk: kata::bobot(k, i.bobot.as_ref()),
            pilih: pilih.iter().any(|(c, _)| *c == i.kode),
            bobot: f.nilai(&medan(&i.kode)).to_owned(),
        });
        Bagian {
            kunci: &a.kunci,
            nama: &a.nama,
            pas: jumlah.as_ref() == Some(&Pecahan::bulat(100)),
            jumlah: jumlah.map(|j| kata::persen(k, &j)),
            baris: baris.collect(),
        }
    };
    induk.aspek.iter().map(satu).collect()
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &Pelaku, n: &'a Naskah, f: Formulir) -> Result<Halaman<'a>, Error> {
    let milik = milik(app, p).await?;
    let mut f03 = vec![Opsi::baru("", k.s("edisi-f03-induk"))];
    for e in pekppp::semua_bawaan().filter(|e| e.id != n.edisi.id && !e.f03.pernyataan.is_empty() && e.f03 != n.edisi.f03) {
        f03.push(Opsi::baru(&e.id, format!("{} ({})", e.nama, k.jumlah("edisi-f03-pernyataan", e.f03.pernyataan.len()))));
    }
    Ok(Halaman {
        instansi: if milik.len() > 1 { milik.iter().map(|i| Opsi::baru(i.id.to_string(), &i.nama)).collect() } else { Vec::new() },
        bagian: bagian(k, &f, &n.edisi),
        terpilih: terpilih(&f, &n.edisi).len(),
        induk: &n.edisi,
        f03,
        k,
        f,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    let k = k.bantuan("edisi");
    let daerah = milik(&app, &pelaku).await?.first().map(|i| i.kode.clone()).unwrap_or_default();
    let tahun = app.store.sekarang().hari(k.zona.nama()).year();
    let mut f = Formulir::isi([("kode", format!("{daerah}-{tahun}"))]);
    for i in n.edisi.indikator() {
        f.taruh("pilih", &i.kode);
        f.taruh(medan(&i.kode), i.bobot.as_ref().map(|b| kata::persen(&k, b.persen())).unwrap_or_default());
    }
    tampil(&halaman(&app, &k, &pelaku, &n, f).await?)
}

/// Fills the weights of what is ticked in proportion to the parent's, so that each aspect sums to exactly 100.
fn proporsional(k: &Konteks, f: &mut Formulir, induk: &Edisi) {
    let pilih: Vec<String> = f.semua("pilih").map(str::to_owned).collect();
    for a in &induk.aspek {
        let sisa: Vec<_> = a.indikator.iter().filter(|i| pilih.contains(&i.kode)).collect();
        let bobot: Vec<Pecahan> = sisa.iter().filter_map(|i| i.bobot.as_ref()).map(|b| b.persen().clone()).collect();
        for (i, b) in sisa.iter().zip(skalakan(&bobot)) {
            f.ganti(&medan(&i.kode), kata::persen(k, &b));
        }
    }
}

fn salahkan(k: &Konteks, f: &mut Formulir, salah: SalahTurunan) {
    match salah {
        SalahTurunan::BobotTakSah(kode) | SalahTurunan::TakDikenal(kode) => {
            f.salahkan_dengan(&medan(&kode), "edisi-salah-bobot", vec![("kode", kode.clone())]);
        }
        SalahTurunan::AspekKosong(aspek) => {
            f.salahkan_dengan(&format!("aspek-{aspek}"), "edisi-salah-aspek-kosong", vec![("aspek", aspek)]);
        }
        SalahTurunan::BukanSeratus { aspek, jumlah } => {
            let jumlah = kata::persen(k, &jumlah);
            f.salahkan_dengan(&format!("aspek-{aspek}"), "edisi-salah-jumlah", vec![("aspek", aspek), ("jumlah", jumlah)]);
        }
        SalahTurunan::F03Lain => f.salahkan("f03", "edisi-salah-f03"),
        SalahTurunan::Naskah(_) => f.salahkan("kode", "edisi-salah-naskah"),
    }
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>, mut f: Formulir) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    let k = k.bantuan("edisi");
    if f.aksi() == "skala" {
        proporsional(&k, &mut f, &n.edisi);
        return tampil(&halaman(&app, &k, &pelaku, &n, f).await?);
    }
    f.batasi("nama", 200);
    f.batasi("alasan", 1000);
    let (baru, nama) = (f.wajib("kode", "edisi-salah-kode"), f.wajib("nama", "edisi-salah-nama"));
    let alasan = f.wajib("alasan", "alasan-wajib");
    if baru.as_deref().is_some_and(|x| !store::instansi::kode_sah(x)) {
        f.salahkan("kode", "kode-tak-sah");
    }
    let semua = milik(&app, &pelaku).await?;
    let instansi: Option<InstansiId> =
        if semua.len() == 1 { semua.first().map(|i| i.id) } else { f.urai("instansi", "periode-salah-pilih") };
    let mut indikator = BTreeMap::new();
    for (kode, bobot) in terpilih(&f, &n.edisi) {
        match bobot {
            Some(b) => drop(indikator.insert(kode.to_owned(), b)),
            None => f.salahkan_dengan(&medan(kode), "edisi-salah-bobot", vec![("kode", kode.to_owned())]),
        }
    }
    let f03 = f.opsional("f03").and_then(|id| pekppp::bawaan(&id)).map(|(e, _)| e);
    if let (Some(baru), Some(nama), Some(alasan), Some(instansi), true) = (baru, nama, alasan, instansi, f.sah()) {
        let hak = hak::instansi(&app.store, &pelaku, instansi).await?.penyelenggara()?;
        let t = Turunan { id: &baru, nama: &nama, alasan: &alasan, indikator, f03 };
        match turunkan(&n.teks(&app).await?, &t) {
            Err(salah) => salah.into_iter().for_each(|s| salahkan(&k, &mut f, s)),
            Ok(teks) => match tulis::turunkan(&app.store, &hak, &n.sidik, &teks, &alasan).await {
                Ok(kode) => return Alih::ke(format!("/edisi/{kode}")).pesan("edisi-diturunkan").into(),
                Err(StoreError::Keadaan(kunci)) => f.salahkan("kode", kunci),
                Err(e) => return Err(e.into()),
            },
        }
    }
    tampil_salah(&halaman(&app, &k, &pelaku, &n, f).await?)
}
