//! `POST /lokus/{lokus}/f02/konsensus/{kode}`: an evaluator writes down what was settled for one indicator.

use axum::{extract::State, http::StatusCode, response::IntoResponse as _};
use store::{
    StoreError,
    f02::{self, TulisSepakat},
    id::{LokusId, OperasiId},
    peran::Peran,
};
use uuid::Uuid;

use super::{
    konsensus::{self, Bentrok, Halaman},
    rangka::Rangka,
    sel::TEKS_MAKS,
};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/f02/konsensus/{kode}", Akses::Peran(&[Peran::Evaluator]), kirim);
}

async fn kirim(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    mut f: Formulir,
) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.evaluator()?;
    let k = r.konteks(k);
    let nomor = r.edisi.cari_indikator(&kode).ok_or(Error::TidakAda)?.nomor;
    let Some(tulis) = urai(&mut f, &kode, nomor) else {
        let mut laman = konsensus::halaman(&app, &r, &k).await?;
        taruh(&mut laman, f, nomor);
        return tampil_salah(&laman);
    };
    match f02::sepakati(&app.store, &hak, tulis).await {
        Ok(_) => Alih::ke(format!("/lokus/{id}/f02/konsensus#i-{nomor}")).pesan("f02-disepakati").into(),
        Err(StoreError::Bentrok { .. }) => {
            let kini = f02::sepakat_tersimpan(app.store.baca(), id).await?.into_iter().find(|x| x.indikator == kode);
            let mut laman = konsensus::halaman(&app, &r, &k).await?;
            taruh(&mut laman, f, nomor);
            if let (Some(putusan), Some(lama)) = (laman.putusan.iter_mut().find(|x| x.nomor == nomor), kini) {
                putusan.versi = lama.versi;
                putusan.op = OperasiId(Uuid::new_v4()).to_string();
                putusan.bentrok = Some(Bentrok { nama: lama.nama, pada: lama.pada, skor: lama.skor, alasan: lama.alasan });
            }
            Ok((StatusCode::CONFLICT, tampil(&laman)?).into_response())
        }
        Err(e) => Err(e.into()),
    }
}

fn urai(f: &mut Formulir, kode: &str, nomor: u32) -> Option<TulisSepakat> {
    let nama = |m: &str| format!("{m}-{nomor}");
    let skor = f.urai::<u8>(&nama("skor"), "f02-skor-wajib");
    if skor.is_some_and(|s| s > 5) {
        f.salahkan(&nama("skor"), "f02-skor-di-luar");
    }
    let alasan = f.wajib(&nama("alasan"), "f02-alasan-wajib");
    f.batasi(&nama("alasan"), TEKS_MAKS);
    f.batasi(&nama("rekomendasi"), TEKS_MAKS);
    let rekomendasi = f.opsional(&nama("rekomendasi")).unwrap_or_default();
    let op: Option<OperasiId> = f.urai("op", "f02-isi-tak-sah");
    let versi_dasar = f.urai("versi", "f02-isi-tak-sah");
    if !f.sah() {
        return None;
    }
    Some(TulisSepakat { op: op?, indikator: kode.to_owned(), versi_dasar: versi_dasar?, skor: skor?, alasan: alasan?, rekomendasi })
}

/// Puts the typed form back into the page; the forms of the other indicators keep what is stored.
fn taruh(h: &mut Halaman<'_>, mut f: Formulir, nomor: u32) {
    if let Some(p) = h.putusan.iter_mut().find(|p| p.nomor == nomor) {
        p.versi = f.nilai("versi").parse().unwrap_or(p.versi);
        p.op = Some(f.nilai("op")).filter(|op| !op.is_empty()).map_or_else(|| p.op.clone(), str::to_owned);
    }
    let akhiran = format!("-{nomor}");
    for (nama, nilai) in h.f.pasangan().to_vec() {
        if !nama.ends_with(&akhiran) {
            f.taruh(nama, nilai);
        }
    }
    h.f = f;
}
