//! `POST /lokus/{lokus}/f02/konsensus`: evaluators write down what was settled. One form holds all indicators that differ,
//! so that saving one does not lose what is typed for another: everything complete that was changed is saved, the rest
//! comes back as typed.

use std::collections::BTreeSet;

use axum::{extract::State, http::StatusCode, response::IntoResponse as _};
use store::{
    StoreError,
    f02::{self, TulisSepakat},
    hak::EvaluatorLokus,
    id::{LokusId, OperasiId},
    peran::Peran,
};
use uuid::Uuid;

use super::{
    konsensus::{self, Bentrok, Halaman, cap},
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
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/f02/konsensus", Akses::Peran(&[Peran::Evaluator]), kirim);
}

/// What became of the forms on the page, by number of the indicator.
#[derive(Default)]
struct Nasib {
    /// Comes back as typed.
    simpan_ketikan: BTreeSet<u32>,
    bentrok: BTreeSet<u32>,
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.evaluator()?;
    let k = r.konteks(k);
    // The button says which indicator, or `semua`.
    let diminta = f.nilai("simpan").to_owned();
    let nomor = diminta.parse::<u32>().ok();
    let nasib = simpan(&app, &r, &hak, &mut f, nomor).await?;
    if nasib.simpan_ketikan.is_empty() {
        let jangkar = nomor.map(|n| format!("#i-{n}")).unwrap_or_default();
        return Alih::ke(format!("/lokus/{id}/f02/konsensus{jangkar}")).pesan("f02-disepakati").into();
    }
    let status = match (nasib.bentrok.is_empty(), f.sah()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let mut laman = konsensus::halaman(&app, &r, &k).await?;
    laman.sisa = status == StatusCode::OK;
    kembalikan(&app, &mut laman, f, id, &nasib).await?;
    Ok((status, tampil(&laman)?).into_response())
}

/// Saves every changed form that is complete. The asked one (all, when none is named) must be complete.
async fn simpan(app: &AppState, r: &Rangka, hak: &EvaluatorLokus, f: &mut Formulir, diminta: Option<u32>) -> Hasil<Nasib> {
    let mut nasib = Nasib::default();
    for i in r.edisi.semua_indikator() {
        let n = i.nomor;
        let asal = f.nilai(&medan("asal", n)).to_owned();
        let berubah = !f.nilai(&medan("op", n)).is_empty() && asal != ketikan(f, n);
        let minta = diminta == Some(n);
        if !berubah && !minta {
            continue;
        }
        let Some(tulis) = urai(f, &i.kode, n, minta || diminta.is_none()) else {
            nasib.simpan_ketikan.insert(n);
            continue;
        };
        match f02::sepakati(&app.store, hak, tulis).await {
            Ok(_) => {}
            Err(StoreError::Bentrok { .. }) => {
                nasib.simpan_ketikan.insert(n);
                nasib.bentrok.insert(n);
            }
            Err(e) => return Err(e.into()),
        }
    }
    if diminta.is_some_and(|n| !r.edisi.semua_indikator().any(|i| i.nomor == n)) {
        return Err(Error::TidakAda);
    }
    Ok(nasib)
}

fn medan(nama: &str, nomor: u32) -> String {
    format!("{nama}-{nomor}")
}

fn ketikan(f: &Formulir, nomor: u32) -> String {
    let nilai = |m: &str| f.nilai(&medan(m, nomor));
    cap(nilai("skor"), nilai("alasan"), nilai("rekomendasi"))
}

/// `None` when it is not complete; with `wajib` the faults stand at their fields then.
fn urai(f: &mut Formulir, kode: &str, nomor: u32, wajib: bool) -> Option<TulisSepakat> {
    let nama = |m: &str| medan(m, nomor);
    if !wajib && (f.nilai(&nama("skor")).is_empty() || f.nilai(&nama("alasan")).trim().is_empty()) {
        return None;
    }
    let skor = f.urai::<u8>(&nama("skor"), "f02-skor-wajib");
    if skor.is_some_and(|s| s > 5) {
        f.salahkan(&nama("skor"), "f02-skor-di-luar");
    }
    let alasan = f.wajib(&nama("alasan"), "f02-alasan-wajib");
    f.batasi(&nama("alasan"), TEKS_MAKS);
    f.batasi(&nama("rekomendasi"), TEKS_MAKS);
    let rekomendasi = f.opsional(&nama("rekomendasi")).unwrap_or_default();
    let op: Option<OperasiId> = f.urai(&nama("op"), "f02-isi-tak-sah");
    let versi_dasar = f.urai(&nama("versi"), "f02-isi-tak-sah");
    let akhiran = format!("-{nomor}");
    if f.semua_salah().iter().any(|s| s.medan.ends_with(&akhiran)) {
        return None;
    }
    Some(TulisSepakat { op: op?, indikator: kode.to_owned(), versi_dasar: versi_dasar?, skor: skor?, alasan: alasan?, rekomendasi })
}

/// Puts what was not saved back into the page as it was typed; all other forms show what is stored.
async fn kembalikan(app: &AppState, h: &mut Halaman<'_>, mut f: Formulir, lokus: LokusId, nasib: &Nasib) -> Hasil<()> {
    let nomor = |nama: &str| nama.rsplit_once('-').and_then(|(_, n)| n.parse::<u32>().ok());
    for (nama, nilai) in h.f.pasangan().to_vec() {
        if nomor(&nama).is_some_and(|n| !nasib.simpan_ketikan.contains(&n)) {
            f.ganti(&nama, nilai);
        }
    }
    let tersimpan = f02::sepakat_tersimpan(app.store.baca(), lokus).await?;
    for p in h.putusan.iter_mut().filter(|p| nasib.simpan_ketikan.contains(&p.nomor)) {
        let lama = tersimpan.iter().find(|s| s.indikator == p.kode).filter(|_| nasib.bentrok.contains(&p.nomor));
        if let Some(lama) = lama {
            // Now based on what stands; anything typed counts as changed.
            (p.versi, p.op, p.asal) = (lama.versi, OperasiId(Uuid::new_v4()).to_string(), String::new());
            p.bentrok = Some(Bentrok { nama: lama.nama.clone(), pada: lama.pada, skor: lama.skor, alasan: lama.alasan.clone() });
            continue;
        }
        p.versi = f.nilai(&p.m("versi")).parse().unwrap_or(p.versi);
        p.op = Some(f.nilai(&p.m("op"))).filter(|op| !op.is_empty()).map_or_else(|| p.op.clone(), str::to_owned);
        f.nilai(&p.m("asal")).clone_into(&mut p.asal);
    }
    h.f = f;
    Ok(())
}
