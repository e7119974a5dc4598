//! What closing a phase would leave undone, counted in units, proposals and awards. Nothing here keeps a phase from being closed.

use pekppp::Fase;
use store::{hak::PembacaPeriode, lokus::syarat, penerbitan, penghargaan, periode, persiapan::ringkas, tindak_lanjut};

use crate::{AppState, error::Hasil, konteks::Konteks};

type Butir = (&'static str, i64);

/// In words; empty when nothing is missing.
pub(super) async fn sisa(app: &AppState, k: &Konteks, hak: &PembacaPeriode, fase: Fase) -> Hasil<Vec<String>> {
    let dinilai = periode::aturan(&hak.periode.skema)?.dinilai;
    let semua = match fase {
        Fase::Persiapan => persiapan(app, hak).await?,
        Fase::Pelaksanaan if !dinilai => {
            vec![("periode-sisa-pantau", tindak_lanjut::belum_diperiksa(app.store.baca(), hak.periode.id).await?)]
        }
        _ if !dinilai => Vec::new(),
        Fase::Pelaksanaan => {
            let j = syarat::jumlah(app.store.baca(), hak.periode.id).await?;
            vec![("periode-sisa-f01", j.lokus - j.terkirim), ("periode-sisa-hasil", j.lokus - j.hasil)]
        }
        Fase::Penyampaian => {
            let j = syarat::jumlah(app.store.baca(), hak.periode.id).await?;
            vec![("periode-sisa-ba", j.lokus - j.bersegel), ("periode-sisa-lhe", j.lokus - j.lhe)]
        }
        Fase::Pemeringkatan => pemeringkatan(app, hak).await?,
    };
    Ok(semua.into_iter().filter(|(_, n)| *n > 0).map(|(kunci, n)| k.jumlah(kunci, n)).collect())
}

async fn persiapan(app: &AppState, hak: &PembacaPeriode) -> Hasil<Vec<Butir>> {
    let s = ringkas::siap(&app.store, hak).await?;
    Ok(vec![
        ("periode-sisa-lokus", i64::from(s.lokus == 0)),
        ("periode-sisa-sk-lokus", s.lokus - s.sk_lokus),
        ("periode-sisa-usulan", s.usulan),
        ("periode-sisa-evaluator", s.lokus - s.evaluator),
        ("periode-sisa-nyata", s.bertugas - s.bebas - s.benturan),
        ("periode-sisa-benturan", s.benturan),
        ("periode-sisa-akun", s.lokus - s.akun),
        ("periode-sisa-jadwal", s.lokus - s.sampai),
    ])
}

async fn pemeringkatan(app: &AppState, hak: &PembacaPeriode) -> Hasil<Vec<Butir>> {
    let j = syarat::jumlah(app.store.baca(), hak.periode.id).await?;
    let putusan = penghargaan::umum::belum_diumumkan(&app.store, hak).await?;
    Ok(vec![
        ("periode-sisa-hasil", j.lokus - j.hasil),
        ("periode-sisa-terbit", penerbitan::siap(&app.store, hak.periode.id).await?),
        ("periode-sisa-umum", i64::try_from(putusan).unwrap_or(i64::MAX)),
    ])
}
