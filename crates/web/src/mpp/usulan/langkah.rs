//! `POST /mpp/usulan/{jalan}/langkah` takes a step, `POST …/dokumen` files a document; `GET …/dokumen/{langkah}` gives its file.

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use layanan::mpp::{JenisDokumen, Langkah, PANAH, Pelaku as Sisi, Tahap};
use store::{
    StoreError,
    berkas::Tipe,
    id::{JalanId, LangkahId},
    perjalanan::{self, DokumenBaru, Jalan, TEKS_MAKS},
};

use super::{
    BERTINDAK, Kedua,
    rinci::{halaman, urai_langkah},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    mpp::umum::{BATAS_KIRIMAN, di_medan, periksa},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/usulan/{jalan}/langkah", BERTINDAK, maju);
    d.post_besar("/mpp/usulan/{jalan}/dokumen", BERTINDAK, BATAS_KIRIMAN, dokumen);
    d.get("/mpp/usulan/{jalan}/dokumen/{langkah}", super::PEMBACA, unduh);
}

/// The side that takes a step from where the journey stands.
fn sisi(j: &Jalan, l: Langkah) -> Result<Sisi, StoreError> {
    let dari = j.tahap()?;
    Ok(match l {
        Langkah::VerifikasiFaktual => Sisi::Kementerian,
        Langkah::Putuskan { .. } => Sisi::Menteri,
        Langkah::Maju { ke } => ke_sisi(dari, ke).ok_or(StoreError::Keadaan("mpp-langkah-lewat"))?,
        Langkah::Dokumen { jenis } => jenis.pihak(),
        Langkah::PembangunanSelesai => Sisi::Pemda,
    })
}

fn ke_sisi(dari: Tahap, ke: Tahap) -> Option<Sisi> {
    PANAH.iter().find(|p| p.dari == dari && p.ke == ke).map(|p| p.oleh)
}

async fn maju(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| LangkahId::baru());
    let langkah = urai_langkah(f.nilai("langkah"));
    let tanggal = f.urai::<Date>("tanggal", "mpp-tanggal-salah");
    f.batasi("catatan", TEKS_MAKS);
    if langkah.is_none() {
        f.salahkan("langkah", "mpp-pilih-langkah");
    }
    if let (Some(l), Some(tanggal), true) = (langkah, tanggal, f.sah()) {
        let kedua = Kedua::dari(&akses);
        let catatan = f.nilai("catatan").replace("\r\n", "\n");
        let hasil = match sisi(&akses.jalan, l) {
            Ok(s) => {
                let pihak = kedua.untuk(s).ok_or(StoreError::Ditolak("mpp-pihak"))?;
                perjalanan::maju(&app.store, pihak, op, l, tanggal, &catatan).await
            }
            Err(e) => Err(e),
        };
        match hasil {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}")).pesan("mpp-pesan-langkah").into(),
            Err(e) => {
                let di = match e {
                    StoreError::Keadaan("mpp-tanggal-mundur" | "mpp-tanggal-mendatang") => "tanggal",
                    StoreError::Keadaan("mpp-kembali-alasan") => "catatan",
                    _ => "langkah",
                };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, None, Some(f)).await?)
}

async fn dokumen(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, kiriman: Multipart) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let (mut f, isi) = kiriman::baca(kiriman, "berkas").await?;
    let berkas = periksa(&mut f, "berkas", isi);
    let op = f.nilai("dok_op").parse().unwrap_or_else(|_| LangkahId::baru());
    let jenis = JenisDokumen::dari_kunci(f.nilai("dok_jenis"));
    if jenis.is_none() {
        f.salahkan("dok_jenis", "mpp-pilih-dokumen");
    }
    let tanggal = f.urai::<Date>("dok_tanggal", "mpp-tanggal-salah");
    f.batasi("dok_nomor", 120);
    f.batasi("dok_catatan", 1_000);
    if let (Some(jenis), Some(tanggal), true) = (jenis, tanggal, f.sah()) {
        let kedua = Kedua::dari(&akses);
        let pihak = kedua.untuk(jenis.pihak()).ok_or(StoreError::Ditolak("mpp-pihak"))?;
        let b = berkas.as_ref().map(|(n, b)| (n.as_str(), b));
        let (nomor, catatan) = (f.nilai("dok_nomor").to_owned(), f.nilai("dok_catatan").to_owned());
        let baru = DokumenBaru { jenis, nomor: &nomor, tanggal, catatan: &catatan, berkas: b };
        match perjalanan::dokumen_baru(&app.store, pihak, op, &baru).await {
            Ok(()) => return Alih::ke(format!("/mpp/usulan/{id}")).pesan("mpp-pesan-dokumen").into(),
            Err(e) => {
                let di = match &e {
                    StoreError::Keadaan("mpp-tanggal-mundur" | "mpp-tanggal-mendatang") => "dok_tanggal",
                    StoreError::Keadaan("mpp-dokumen-isi") => "dok_nomor",
                    _ => "dok_jenis",
                };
                di_medan(&mut f, e, di)?;
            }
        }
    }
    if berkas.is_some() {
        f.salahkan("berkas", "mpp-berkas-ulang");
    }
    tampil_salah(&halaman(&app, &k, &akses, None, Some(f)).await?)
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, l)): Jalur<(JalanId, LangkahId)>) -> Hasil {
    super::buka(&app, k, &pelaku, id).await?;
    let l = perjalanan::dokumen(app.store.baca(), id, l).await?;
    let (Some(objek), Some(tipe)) = (l.objek, l.tipe.as_deref().and_then(Tipe::dari_mime)) else { return Err(Error::TidakAda) };
    crate::berkas::kirim(&app, &objek, tipe, &l.berkas).await
}
