//! `/berkas/{permohonan}/surat`: the letter of a case, written from the service's template, printed and kept;
//! `/berkas/{permohonan}/surat/{dokumen}`: one that was printed.

use askama::Template;
use axum::extract::State;
use dokumen::{Kepala, SuratLayanan, Verifikasi};
use layanan::permohonan::surat as templat;
use store::{
    StoreError, berita_acara,
    hak::PengolahPermohonan,
    id::PermohonanId,
    permohonan::{
        Permohonan,
        dokumen::{self as surat, Cetakan, Isian, TEKS_MAKS},
        formulir,
    },
    verifikasi,
};
use uuid::Uuid;

use super::rinci::{buka, catat};
use crate::{
    AppState, Error,
    error::Hasil,
    format::alamat_pendek,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/berkas/{permohonan}/surat", super::PETUGAS, lihat);
    d.post("/berkas/{permohonan}/surat", super::PETUGAS, terbitkan);
    d.get("/berkas/{permohonan}/surat/{dokumen}", super::PETUGAS, unduh);
}

/// Stands in the draft for the number that the officer types beside it.
const NOMOR: &str = "{nomor}";

#[derive(Template)]
#[template(path = "permohonan/surat.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Permohonan,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PermohonanId>) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    akses.pengolah()?;
    let p = &akses.permohonan;
    let kini = k.tanggal(&app.store.sekarang().hari(&p.zona));
    let hari = |iso: &str| k.hari(iso);
    let isian = Isian { tanggal: &kini, terima: &k.hari(&p.diterima), nomor: NOMOR, hari: &hari };
    let teks = surat::rancangan(&app.store, p, &isian).await?;
    let f = Formulir::isi([("op", store::id::baru().to_string()), ("teks", teks), ("tempat", kini)]);
    tampil(&Halaman { k: &k, f, p })
}

async fn terbitkan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PermohonanId>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    let hak = akses.pengolah()?;
    f.wajib("nomor", "permohonan-surat-nomor-wajib");
    f.wajib("teks", "permohonan-surat-teks-wajib");
    f.batasi("nomor", 100);
    f.batasi("teks", TEKS_MAKS);
    f.batasi("tempat", 200);
    f.batasi("penanda", 200);
    let teks = f.nilai("teks").replace("\r\n", "\n").replace(NOMOR, f.nilai("nomor").trim());
    let rancangan = formulir::dari_id(app.store.baca(), akses.permohonan.formulir_id).await?.isi;
    if let Some(nama) = templat::tersisa(&teks, rancangan.medan.iter().map(|m| m.kunci.as_str())) {
        f.salahkan_dengan("teks", "permohonan-surat-tersisa", vec![("nama", nama.to_owned())]);
    }
    if f.sah() {
        match cetak(&app, &k, &hak, &f, &teks).await {
            Ok(()) => return Alih::ke(format!("/berkas/{id}")).pesan("permohonan-surat-terbit").into(),
            Err(Gagal::Keadaan(kunci)) => f.salahkan("teks", kunci),
            Err(Gagal::Lain(e)) => return Err(e),
        }
    }
    tampil_salah(&Halaman { k: &k, f, p: &akses.permohonan })
}

enum Gagal {
    Keadaan(&'static str),
    Lain(Error),
}

impl From<Error> for Gagal {
    fn from(e: Error) -> Self {
        Self::Lain(e)
    }
}

async fn cetak(app: &AppState, k: &Konteks, hak: &PengolahPermohonan, f: &Formulir, teks: &str) -> Result<(), Gagal> {
    let (p, s) = (&hak.permohonan, &app.store);
    let kode = berita_acara::kode_baru();
    let url = format!("{}/verifikasi/{kode}", app.konfig.alamat);
    let kini = s.sekarang();
    let kepala = Kepala {
        instansi: p.instansi.clone(),
        perangkat: Some(p.unit.clone()),
        nomor: Some(f.nilai("nomor").trim().to_owned()),
        dibuat: kini.timestamp(),
        dibuat_teks: k.waktu(&kini),
        ilustrasi: p.ilustrasi == 1,
        verifikasi: Some(Verifikasi { url_pendek: Some(alamat_pendek(&url)), url, kode: Some(verifikasi::tampil(&kode)) }),
    };
    let paragraf = teks.split("\n\n").map(|p| p.lines().map(str::to_owned).collect::<Vec<_>>()).filter(|p| !p.is_empty()).collect();
    let isi = SuratLayanan {
        kepala,
        judul: p.layanan.clone(),
        paragraf,
        tempat_tanggal: f.nilai("tempat").trim().to_owned(),
        penanda: f.nilai("penanda").trim().to_owned(),
    };
    let bita = app.pencetak.cetak(isi).await.map_err(Error::from)?;
    let id = store::id::dari_formulir(f.nilai("op"));
    let c = Cetakan { id, kode: &kode, nomor: f.nilai("nomor"), teks, pdf: &bita };
    surat::terbitkan(s, hak, &c).await.map_err(|e| match e {
        StoreError::Keadaan(kunci) => Gagal::Keadaan(kunci),
        lain => Gagal::Lain(lain.into()),
    })
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, dok)): Jalur<(PermohonanId, Uuid)>) -> Hasil {
    catat(&app, &pelaku, &store::hak::permohonan(&app.store, &pelaku, id).await?).await?;
    let d = surat::milik(app.store.baca(), id).await?.into_iter().find(|d| d.id == dok).ok_or(Error::TidakAda)?;
    let nama = format!("surat-{}.pdf", d.kode);
    Ok(pdf(d.isi(&app.store).await?, &nama))
}
