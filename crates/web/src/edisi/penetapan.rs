//! `/edisi/{edisi}/penetapan`: issuing a draft with its decree (`POST`), and the decree's file.

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use store::{
    StoreError,
    berkas::Tipe,
    edisi::tulis::{self, Penetapan},
    objek,
    peran::Peran,
};

use super::{naskah, satu};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/edisi/{edisi}/penetapan", Akses::Masuk, unduh);
    let siapa = Akses::Peran(&[Peran::Nasional, Peran::Penyelenggara]);
    d.post_besar("/edisi/{edisi}/penetapan", siapa, kiriman::SK_KIRIMAN, tetapkan);
}

async fn tetapkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(kode): Jalur<String>, kiriman: Multipart) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    if !n.daftar.as_ref().is_some_and(|d| d.milik(&pelaku)) {
        return Err(StoreError::Ditolak("nasional").into());
    }
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    f.batasi("nomor", 120);
    let nomor = f.wajib("nomor", "periode-sk-salah-nomor");
    let tanggal = f.urai::<Date>("tanggal", "periode-salah-tanggal");
    let dari = f.urai::<Date>("dari", "periode-salah-tanggal");
    let sampai = f.urai_opsional::<Date>("sampai", "periode-salah-tanggal");
    kiriman::periksa_sk(&mut f, berkas.as_ref());
    if let (Some(nomor), Some(tanggal), Some(dari), Some((nama, isi)), true) = (nomor, tanggal, dari, &berkas, f.sah()) {
        let tersimpan = objek::simpan(&app.store, isi)?;
        let t = Penetapan { nomor: &nomor, tanggal, berkas: &tersimpan, nama_berkas: nama, dari, sampai };
        match tulis::terbitkan(&app.store, &pelaku, &kode, t).await {
            Ok(()) => return Alih::ke(format!("/edisi/{kode}")).pesan("edisi-ditetapkan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    if berkas.is_some() && f.salah("berkas").is_none() {
        f.salahkan("berkas", "periode-sk-berkas-ulang");
    }
    let k = k.bantuan("edisi");
    tampil_salah(&satu::halaman(&app, &k, &pelaku, n, f).await?)
}

fn medan(kunci: &str) -> &'static str {
    match kunci {
        "edisi-rentang" => "sampai",
        "edisi-sk-mendatang" => "tanggal",
        _ => "nomor",
    }
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(kode): Jalur<String>) -> Hasil {
    let n = naskah::cari(&app, &pelaku, &kode).await?;
    let (objek, nama) = n.daftar.and_then(|d| d.objek.zip(d.nama_berkas)).ok_or(Error::TidakAda)?;
    crate::berkas::kirim(&app, &objek, Tipe::Pdf, &nama).await
}
