//! `POST /lokus/{lokus}/f02/{aspek}`: saves every cell of the aspect that was touched, for pages without JavaScript.
//! Cells that somebody saved meanwhile come back with both versions; all others are saved.

use axum::{extract::State, http::StatusCode, response::IntoResponse as _};
use pekppp::Indikator;
use store::{
    StoreError,
    f02::{self, Tulis},
    hak::EvaluatorLokus,
    id::{LokusId, OperasiId},
    peran::Peran,
};

use super::{aspek, kartu::BentrokTampil, rangka::Rangka, sel::Sel};
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
    d.post("/lokus/{lokus}/f02/{aspek}", Akses::Peran(&[Peran::Evaluator]), kirim);
}

async fn kirim(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kunci)): Jalur<(LokusId, String)>,
    mut f: Formulir,
) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.evaluator()?;
    let k = r.konteks(k);
    let bagian = aspek::cari(&r, &k, &kunci)?;
    let sel: Vec<(&Indikator, Sel)> = bagian.indikator.iter().map(|i| (i, Sel::dari_formulir(&mut f, i.nomor))).collect();
    if !f.sah() {
        let mut laman = aspek::halaman(&app, &r, &k, &hak, &bagian).await?;
        kembalikan(&mut laman, &f);
        laman.f = f;
        return tampil_salah(&laman);
    }
    let mut bentrok = Vec::new();
    for (i, sel) in sel.into_iter().filter(|(i, sel)| tersentuh(&f, i, sel)) {
        match f02::simpan(&app.store, &hak, tulis(&f, i, &sel)?).await {
            Ok(_) => {}
            Err(StoreError::Bentrok { .. }) => bentrok.push((i.nomor, sel)),
            Err(e) => return Err(e.into()),
        }
    }
    if bentrok.is_empty() {
        let jangkar = f.nilai("simpan").parse::<u32>().map(|n| format!("#i-{n}")).unwrap_or_default();
        return Alih::ke(format!("/lokus/{id}/f02/{kunci}{jangkar}")).pesan("f02-tersimpan").into();
    }
    let laman = dengan_bentrok(&app, &r, &k, &hak, &bagian, bentrok).await?;
    Ok((StatusCode::CONFLICT, tampil(&laman)?).into_response())
}

/// On the form, other than the page was rendered with, and the person did not choose the stored version instead.
fn tersentuh(f: &Formulir, i: &Indikator, sel: &Sel) -> bool {
    let ada = !f.nilai(&format!("op-{}", i.nomor)).is_empty();
    ada && f.nilai(&format!("asal-{}", i.nomor)) != sel.cap() && f.nilai("pakai") != i.nomor.to_string()
}

fn tulis(f: &Formulir, i: &Indikator, sel: &Sel) -> Hasil<Tulis> {
    let nilai = |m: &str| f.nilai(&format!("{m}-{}", i.nomor));
    let rusak = || Error::Rusak(format!("hidden fields of indicator {}", i.kode));
    let op: OperasiId = nilai("op").parse().map_err(|_| rusak())?;
    let versi_dasar = nilai("versi").parse().map_err(|_| rusak())?;
    Ok(Tulis {
        op,
        indikator: i.kode.clone(),
        versi_dasar,
        skor: sel.skor,
        sumber: sel.sumber.to_string(),
        catatan: sel.catatan.clone(),
        rekomendasi: sel.rekomendasi.clone(),
    })
}

/// After a fault nothing was saved: hidden fields stay as they came.
fn kembalikan(h: &mut aspek::Halaman<'_>, f: &Formulir) {
    for kartu in &mut h.kartu {
        let nilai = |m: &str| f.nilai(&kartu.m(m)).to_owned();
        let (op, versi, asal) = (nilai("op"), nilai("versi"), nilai("asal"));
        kartu.op = if op.is_empty() { kartu.op.clone() } else { op };
        kartu.versi = versi.parse().unwrap_or(kartu.versi);
        kartu.asal = asal;
    }
}

/// The typed cells stay in their fields, now based on the stored version, which stands beside them.
async fn dengan_bentrok<'a>(
    app: &AppState,
    r: &'a Rangka,
    k: &'a Konteks,
    hak: &EvaluatorLokus,
    bagian: &super::rangka::Bagian<'_>,
    bentrok: Vec<(u32, Sel)>,
) -> Hasil<aspek::Halaman<'a>> {
    let mut laman = aspek::halaman(app, r, k, hak, bagian).await?;
    let isian = f02::isian_sendiri(&app.store, hak).await?;
    let mut medan: Vec<(String, String)> = laman.f.pasangan().to_vec();
    for (nomor, sel) in bentrok {
        let akhiran = format!("-{nomor}");
        medan.retain(|(nama, _)| !nama.ends_with(&akhiran));
        medan.extend(sel.medan(nomor));
        if let Some(kartu) = laman.kartu.iter_mut().find(|x| x.nomor == nomor)
            && let Some(i) = isian.iter().find(|x| x.indikator == kartu.kode)
        {
            // Anything typed counts as touched now.
            kartu.asal = String::new();
            kartu.bentrok = Some(BentrokTampil { pada: i.pada, sel: Sel::dari_isian(i) });
        }
    }
    laman.f = Formulir::isi(medan);
    Ok(laman)
}
