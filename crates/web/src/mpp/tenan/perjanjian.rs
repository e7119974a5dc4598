//! `/mpp/{mpp}/tenan/{tenan}/perjanjian`: recording an agreement, its file, and its end before the day.

use axum::extract::{Multipart, State};
use jiff::civil::Date;
use store::{
    berkas::Tipe,
    id::{PerjanjianId, TenanId, UnitId},
    tenan::{self, PerjanjianBaru},
};

use super::rinci::{halaman, untuk_kepala};
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
    d.post_besar("/mpp/{mpp}/tenan/{tenan}/perjanjian", KEPALA, BATAS_KIRIMAN, tambah);
    d.get("/mpp/{mpp}/tenan/{tenan}/perjanjian/{perjanjian}", crate::mpp::PEMBACA, unduh);
    d.post("/mpp/{mpp}/tenan/{tenan}/perjanjian/{perjanjian}", KEPALA, akhiri);
}

async fn tambah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, TenanId)>,
    kiriman: Multipart,
) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, id).await?;
    let (mut f, isi) = kiriman::baca(kiriman, "berkas").await?;
    let berkas = periksa(&mut f, "berkas", isi);
    let op = f.nilai("pj_op").parse().unwrap_or_else(|_| PerjanjianId::baru());
    f.batasi("pj_nomor", 120);
    let (nomor, jenis) = (f.wajib("pj_nomor", "mpp-pj-nomor-wajib"), f.wajib("pj_jenis", "mpp-pj-jenis-wajib"));
    let hari = ["pj_tanggal", "pj_mulai"].map(|m| f.urai::<Date>(m, "mpp-tanggal-salah"));
    let sampai = f.urai_opsional::<Date>("pj_sampai", "mpp-tanggal-salah");
    if let (Some(nomor), Some(jenis), [Some(tanggal), Some(mulai)], true) = (nomor, jenis, hari, f.sah()) {
        let b = berkas.as_ref().map(|(n, b)| (n.as_str(), b));
        let baru = PerjanjianBaru { jenis: &jenis, nomor: &nomor, tanggal, mulai, sampai, berkas: b };
        match tenan::tambah_perjanjian(&app.store, &hak, op, t.id, &baru).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/tenan/{}", id.0, t.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "pj_sampai")?,
        }
    }
    if berkas.is_some() {
        f.salahkan("berkas", "mpp-berkas-ulang");
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}

type Alamat = (UnitId, TenanId, PerjanjianId);

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, t, p)): Jalur<Alamat>) -> Hasil {
    let (akses, _) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let p = tenan::perjanjian_satu(app.store.baca(), id, p).await?;
    let tipe = p.tipe.as_deref().and_then(Tipe::dari_mime);
    let (Some(objek), Some(tipe), true) = (p.objek, tipe, p.tenan_id == t) else { return Err(Error::TidakAda) };
    crate::berkas::kirim(&app, &objek, tipe, &p.berkas).await
}

async fn akhiri(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, t, p)): Jalur<Alamat>, mut f: Formulir) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, (id, t)).await?;
    if let Some(alasan) = f.alasan("akhir_alasan") {
        match tenan::akhiri_perjanjian(&app.store, &hak, p, &alasan).await {
            Ok(()) => return Alih::ke(format!("/mpp/{id}/tenan/{}", t.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "akhir_alasan")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}
