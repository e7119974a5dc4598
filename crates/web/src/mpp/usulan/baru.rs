//! `/mpp/usulan/baru`: begins a journey with its study, or records a mall that operated before.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError, hak,
    hak::Pelaku,
    id::{InstansiId, JalanId},
    instansi,
    peran::{Lingkup, Peran},
    perjalanan::{self, Awal, JalanBaru},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Opsi,
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PENGUSUL: Akses = Akses::Peran(&[Peran::Penyelenggara, Peran::Penanggungjawab]);

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/usulan/baru", PENGUSUL, lihat);
    d.post("/mpp/usulan/baru", PENGUSUL, mulai);
}

#[derive(Template)]
#[template(path = "mpp/usulan/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    instansi: Vec<Opsi>,
    awal: Vec<Opsi>,
}

/// Kabupaten and kota for which the person may propose.
async fn instansi(app: &AppState, p: &Pelaku) -> Hasil<Vec<Opsi>> {
    let mut hasil: Vec<Opsi> = Vec::new();
    for r in p.peran.iter().filter(|r| matches!(r.peran, Peran::Penyelenggara | Peran::Penanggungjawab)) {
        let Lingkup::Instansi(i) = r.lingkup else { continue };
        let i = instansi::dari_id(&app.store, i).await?;
        if matches!(i.jenis.as_str(), "kabupaten" | "kota") && hasil.iter().all(|o| o.nilai != i.id.to_string()) {
            hasil.push(Opsi::baru(i.id.to_string(), i.nama));
        }
    }
    Ok(hasil)
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &Pelaku, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let instansi = instansi(app, p).await?;
    if let ([satu], "") = (instansi.as_slice(), f.nilai("instansi")) {
        f.ganti("instansi", satu.nilai.clone());
    }
    let awal = [("kajian", "mpp-awal-kajian", "mpp-awal-kajian-isi"), ("beroperasi", "mpp-awal-beroperasi", "mpp-awal-beroperasi-isi")];
    let awal = awal.map(|(n, l, b)| Opsi::baru(n, k.s(l)).bantu(k.s(b))).into();
    Ok(Halaman { k, f, instansi, awal })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("mpp");
    let f = Formulir::isi([
        ("op", JalanId::baru().to_string()),
        ("awal", "kajian".into()),
        ("tanggal", app.store.sekarang().hari(k.zona.nama()).to_string()),
    ]);
    tampil(&halaman(&app, &k, &pelaku, f).await?)
}

async fn mulai(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let k = k.bantuan("mpp");
    let op = f.nilai("op").parse().unwrap_or_else(|_| JalanId::baru());
    let instansi = f.urai::<InstansiId>("instansi", "mpp-pilih-instansi");
    let [nama, alamat] = [("nama", "mpp-nama-wajib"), ("alamat", "mpp-lokasi-wajib")].map(|(m, kunci)| {
        f.batasi(m, 200);
        f.wajib(m, kunci)
    });
    let tanggal = f.urai::<Date>("tanggal", "mpp-tanggal-salah");
    let derajat = |m: &str| f.nilai(m).trim().replace(',', ".");
    let (lintang, bujur) = (derajat("lintang"), derajat("bujur"));
    if let (Some(instansi), Some(nama), Some(alamat), Some(tanggal), true) = (instansi, nama, alamat, tanggal, f.sah()) {
        let hak = hak::instansi(&app.store, &pelaku, instansi).await?.pengusul_mpp()?;
        let letak = (!lintang.is_empty() || !bujur.is_empty()).then_some((lintang.as_str(), bujur.as_str()));
        let awal = if f.nilai("awal") == "beroperasi" { Awal::Beroperasi } else { Awal::Kajian };
        let b = JalanBaru { nama: &nama, alamat: &alamat, letak, awal, tanggal };
        match perjalanan::mulai(&app.store, &hak, op, &b, app.ilustrasi).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{op}")).pesan("mpp-pesan-mulai").into(),
            Err(e) => {
                let di = match &e {
                    StoreError::Keadaan("mpp-letak") if lintang.parse().is_ok_and(|d: f64| d.abs() <= 15.0) => "bujur",
                    StoreError::Keadaan("mpp-letak") => "lintang",
                    StoreError::Keadaan("mpp-tanggal-mendatang") => "tanggal",
                    _ => "nama",
                };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &pelaku, f).await?)
}
