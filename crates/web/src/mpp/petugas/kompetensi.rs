//! `/mpp/{mpp}/kompetensi`: training and certificates of the people of a mall, with their file.

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use store::{
    berkas::Tipe,
    id::{AkunId, KompetensiId, UnitId},
    petugas::{self, KompetensiBaru},
};

use super::halaman;
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    konteks::Konteks,
    mpp::umum::{BATAS_KIRIMAN, KEPALA, di_medan, periksa},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post_besar("/mpp/{mpp}/kompetensi", KEPALA, BATAS_KIRIMAN, tambah);
    d.get("/mpp/{mpp}/kompetensi/{kompetensi}", crate::mpp::PEMBACA, unduh);
    d.post("/mpp/{mpp}/kompetensi/{kompetensi}", KEPALA, hapus);
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, kiriman: Multipart) -> Hasil {
    let (akses, k) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    let (mut f, isi) = kiriman::baca(kiriman, "berkas").await?;
    let berkas = periksa(&mut f, "berkas", isi);
    let op = f.nilai("kp_op").parse().unwrap_or_else(|_| KompetensiId::baru());
    let akun = f.urai::<AkunId>("kp_akun", "mpp-pilih-orang");
    let [nama, oleh] = ["kp_nama", "kp_penyelenggara"].map(|m| {
        f.batasi(m, 200);
        f.wajib(m, "kompetensi-isi")
    });
    let tanggal = f.urai::<Date>("kp_tanggal", "mpp-tanggal-salah");
    let sampai = f.urai_opsional::<Date>("kp_sampai", "mpp-tanggal-salah");
    if let (Some(akun), Some(nama), Some(oleh), Some(tanggal), true) = (akun, nama, oleh, tanggal, f.sah()) {
        let b = berkas.as_ref().map(|(n, b)| (n.as_str(), b));
        let baru = KompetensiBaru { akun, nama: &nama, penyelenggara: &oleh, tanggal, sampai, berkas: b };
        match petugas::tambah_kompetensi(&app.store, &hak, op, &baru).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/petugas#kompetensi")).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "kp_sampai")?,
        }
    }
    if berkas.is_some() {
        f.salahkan("berkas", "mpp-berkas-ulang");
    }
    tampil_salah(&halaman(&app, &k, &akses, pelaku.akun, f).await?)
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kp)): Jalur<(UnitId, KompetensiId)>) -> Hasil {
    let (akses, _) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let c = petugas::kompetensi_satu(app.store.baca(), id, kp).await?;
    // A certificate is its holder's; others than the head read that it exists, not the paper.
    if akses.kepala().is_err() && c.akun_id != pelaku.akun {
        return Err(store::StoreError::Ditolak("mpp-kepala").into());
    }
    let (Some(objek), Some(tipe)) = (c.objek, c.tipe.as_deref().and_then(Tipe::dari_mime)) else { return Err(Error::TidakAda) };
    crate::berkas::kirim(&app, &objek, tipe, &c.berkas).await
}

async fn hapus(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kp)): Jalur<(UnitId, KompetensiId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    let hak = akses.kepala()?;
    if let Some(alasan) = f.alasan("akhir_alasan") {
        petugas::hapus_kompetensi(&app.store, &hak, kp, &alasan).await?;
        return Alih::ke(format!("/mpp/{id}/petugas#kompetensi")).pesan("mpp-pesan-simpan").into();
    }
    tampil_salah(&halaman(&app, &k, &akses, pelaku.akun, f).await?)
}
