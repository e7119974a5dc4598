//! `/edisi/{edisi}/penetapan`: issuing a draft with its decree (`POST`), and the decree's file.

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use store::{
    StoreError,
    berkas::Tipe,
    edisi::tulis::{self, Penetapan},
    peran::Peran,
};

use super::{naskah, satu};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kiriman::{self, SkKiriman},
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
    let mut s = SkKiriman::baca(kiriman).await?;
    let dari = s.f.urai::<Date>("dari", "periode-salah-tanggal");
    let sampai = s.f.urai_opsional::<Date>("sampai", "periode-salah-tanggal");
    if let (Some(siap), Some(dari)) = (s.siap(&app.store)?, dari) {
        let t = Penetapan { nomor: &siap.nomor, tanggal: siap.tanggal, berkas: &siap.berkas, nama_berkas: &siap.nama_berkas, dari, sampai };
        match tulis::terbitkan(&app.store, &pelaku, &kode, t).await {
            Ok(()) => return Alih::ke(format!("/edisi/{kode}")).pesan("edisi-ditetapkan").into(),
            Err(StoreError::Keadaan(kunci)) => s.f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
        s.pilih_lagi();
    }
    let k = k.bantuan("edisi");
    tampil_salah(&satu::halaman(&app, &k, &pelaku, n, s.f).await?)
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
