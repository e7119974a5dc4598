//! Sends what the form asks for: a schedule, a version of the LHE, or the follow-up report, which is made now.

use store::{
    berita_acara,
    hak::AksesLokus,
    objek,
    penyampaian::{self, Berkas, Dokumen, Kiriman, Pengirim},
    persiapan::jadwal,
};

use crate::{
    AppState, Error,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    konteks::Konteks,
    lokus::{lanjutan, tindak_lanjut::isi},
};

/// # Errors
/// What the store refuses, and a missing right.
pub async fn kirim(app: &AppState, k: &Konteks, akses: &AksesLokus, f: &Formulir) -> Hasil<()> {
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    let dokumen = Dokumen::dari_kunci(f.nilai("dokumen")).ok_or(Error::TidakAda)?;
    let penyelenggara = akses.penyelenggara();
    if dokumen != Dokumen::TindakLanjut {
        let hak = penyelenggara?;
        // One schedule, one receipt: what was planned for the period is told from there.
        if dokumen == Dokumen::Jadwal && jadwal::terakhir(app.store.baca(), akses.lokus.id).await?.is_some() {
            return Err(store::StoreError::Keadaan("penyampaian-jadwal-sudah").into());
        }
        let lhe = f.nilai("lhe").parse().ok().filter(|_| dokumen == Dokumen::Lhe);
        let isi = if dokumen == Dokumen::Jadwal { f.nilai("jadwal") } else { f.nilai("catatan_lhe") };
        let kiriman = Kiriman { op, dokumen, lhe, berkas: None, isi };
        return Ok(penyampaian::sampaikan(&app.store, &Pengirim::Penyelenggara(&hak), &kiriman).await?);
    }
    let kepala = akses.kepala();
    if penyelenggara.is_err() && kepala.is_err() {
        return Err(store::StoreError::Ditolak("unit-kepala").into());
    }
    if !store::rekomendasi::tersampaikan(app.store.baca(), akses.lokus.id).await? {
        return Err(store::StoreError::Keadaan("tl-belum-disampaikan").into());
    }
    let mut id = lanjutan::konteks(Konteks::baru(app, &k.permintaan), &akses.lokus);
    id.bahasa = Bahasa::Id;
    let kode = berita_acara::kode_baru();
    let laporan = isi::susun(app, &id, &akses.lokus, app.store.sekarang(), Some(&kode)).await?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(laporan).await?)?;
    let kiriman = Kiriman { op, dokumen, lhe: None, berkas: Some(Berkas { pdf: &pdf, kode: &kode }), isi: f.nilai("catatan") };
    let pengirim = match (&kepala, &penyelenggara) {
        (Ok(h), _) => Pengirim::Kepala(h),
        (_, Ok(h)) => Pengirim::Penyelenggara(h),
        (Err(_), Err(_)) => return Err(Error::TidakAda),
    };
    Ok(penyampaian::sampaikan(&app.store, &pengirim, &kiriman).await?)
}
