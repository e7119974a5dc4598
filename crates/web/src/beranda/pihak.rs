//! The outside party's part of the start page: the surveys (F03) that it collects, and how many answers each still needs. It has
//! no other work in the program.

use store::{
    edisi,
    hak::Pelaku,
    lokus::{
        self,
        keadaan::{self, Keadaan},
    },
    peran::Peran,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// `None` for everybody else; with the section, whether any of it is an invented example.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, bool)>> {
    if !p.punya(Peran::PihakLain) {
        return Ok(None);
    }
    let daftar = lokus::sebagai_pihak(&app.store, p).await?;
    let ilustrasi = daftar.iter().any(|l| l.ilustrasi == 1);
    let id: Vec<_> = daftar.iter().map(|l| l.id).collect();
    let keadaan = keadaan::beberapa(app.store.baca(), &id).await?;
    let mut butir = Vec::new();
    for l in daftar {
        let Some(x) = keadaan.iter().find(|x| x.lokus_id == l.id) else { continue };
        let min = edisi::dapat(&app.store, l.edisi()?).await?.f03.responden_min;
        let (kunci, giliran) = langkah(x, i64::from(min));
        let isi = [("n", k.angka(x.responden.to_string()).into()), ("min", min.into())];
        butir.push(Butir {
            judul: l.unit,
            keterangan: format!("{} · {}", l.periode, k.a(kunci, isi)),
            jalur: format!("/lokus/{}/f03", l.id),
            lencana: giliran.then_some((Nada::Perhatian, "beranda-giliran")),
        });
    }
    butir.sort_by_key(|b| b.lencana.is_none());
    Ok(Some((Bagian { judul: "beranda-pihak-bagian", kosong: "beranda-pihak-kosong", butir, lain: None }, ilustrasi)))
}

/// Where the survey of a lokus stands, and whether it waits for who collects it.
fn langkah(x: &Keadaan, min: i64) -> (&'static str, bool) {
    match () {
        () if x.hasil_id.is_some() => ("beranda-pihak-beku", false),
        () if x.ronde == 0 => ("beranda-pihak-buka", true),
        () if x.ronde_tutup > 0 => ("beranda-pihak-tutup", false),
        () if x.responden < min => ("beranda-pihak-kurang", true),
        () => ("beranda-pihak-cukup", false),
    }
}
