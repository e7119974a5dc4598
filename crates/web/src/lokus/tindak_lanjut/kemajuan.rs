//! `POST /lokus/{lokus}/tindak-lanjut/{rekomendasi}/kemajuan`: a report of the unit with its proof; below it the proof.

use axum::extract::{Multipart, State};
use store::{
    StoreError,
    berkas::{self, Tipe},
    hak,
    id::{KemajuanId, LokusId, RekomendasiId},
    tindak_lanjut::{self, Laporan, TEKS_MAKS},
};

use super::satu::{halaman, terisi};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post_besar("/lokus/{lokus}/tindak-lanjut/{rekomendasi}/kemajuan", Akses::Masuk, berkas::UKURAN_MAKS + 256 * 1024, catat);
    d.get("/lokus/{lokus}/tindak-lanjut/{rekomendasi}/kemajuan/{kemajuan}", Akses::Masuk, bukti);
}

async fn catat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>,
    kiriman: Multipart,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.pelaksana()?;
    let lama = tindak_lanjut::satu(app.store.baca(), id, rek).await?;
    let (kirim, berkas) = kiriman::baca(kiriman, "berkas").await?;
    // The plan's form stands on the same page: it keeps what is stored.
    let mut f = terisi(&lama);
    for (nama, nilai) in kirim.pasangan() {
        f.taruh(nama.clone(), nilai.clone());
    }
    f.batasi("uraian", TEKS_MAKS);
    let uraian = f.wajib("uraian", "tl-uraian-kosong");
    let laporan = f.nilai("op").parse().unwrap_or_else(|_| KemajuanId::baru());
    let ada = berkas.is_some();
    match berkas.map(|(nama, isi)| berkas::periksa(isi).map(|b| (nama, b))).transpose() {
        Err(salah) => f.salahkan("berkas", salah.kunci()),
        Ok(b) => {
            if let (Some(uraian), true) = (uraian, f.sah()) {
                let bukti = b.as_ref().map(|(nama, b)| (nama.as_str(), b));
                let l = Laporan { id: laporan, uraian: &uraian, selesai: f.dicentang("selesai"), bukti };
                match tindak_lanjut::catat(&app.store, &hak, rek, &l).await {
                    Ok(()) => return Alih::ke(format!("/lokus/{id}/tindak-lanjut/{rek}")).pesan("tindaklanjut-laporan-tersimpan").into(),
                    Err(StoreError::Keadaan(kunci @ "tl-bukti-wajib")) => f.salahkan("berkas", kunci),
                    Err(StoreError::Keadaan(kunci)) => f.salahkan("uraian", kunci),
                    Err(e) => return Err(e.into()),
                }
            }
            if ada {
                f.salahkan("berkas", "tindaklanjut-berkas-ulang");
            }
        }
    }
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, rek, Some(f)).await?)
}

async fn bukti(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((id, rek, kemajuan)): Jalur<(LokusId, RekomendasiId, KemajuanId)>,
) -> Hasil {
    hak::lokus(&app.store, &pelaku, id).await?;
    kirim(&app, id, rek, kemajuan).await
}

/// The proof of a report on a recommendation of this lokus; the caller may read it.
pub async fn kirim(app: &AppState, lokus: LokusId, rek: RekomendasiId, kemajuan: KemajuanId) -> Hasil {
    let b = tindak_lanjut::berkas(app.store.baca(), lokus, rek, kemajuan).await?;
    let tipe = Tipe::dari_mime(&b.tipe).ok_or(Error::TidakAda)?;
    crate::berkas::kirim(app, &b.sidik, tipe, &b.nama).await
}
