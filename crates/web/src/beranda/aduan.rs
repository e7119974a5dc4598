//! Reports of citizens on the start page: how many wait for the person, and how many are overdue.

use store::{
    hak::{self, Pelaku},
    pengaduan::{self, Saring},
    peran::Peran,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// `None` for people without such a role, and for units to which nothing was forwarded. The number says how many wait;
/// what is overdue stands with all that is late.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, usize, Option<Butir>)>> {
    if ![Peran::Penghubung, Peran::UnitOperator, Peran::UnitKepala].iter().any(|r| p.punya(*r)) {
        return Ok(None);
    }
    let kotak = hak::kotak_aduan(&app.store, p).await?;
    let (_, j) = pengaduan::kotak(&app.store, &kotak, Saring::Giliran, "", 0, 1).await?;
    if j.semua == 0 && kotak.instansi.is_empty() {
        return Ok(None);
    }
    let satu = |judul: &str, n: i64, saring: &str, nada, kunci| Butir {
        judul: k.s(judul),
        keterangan: k.jumlah("aduan-beranda-jumlah", n),
        jalur: format!("/aduan?saring={saring}"),
        lencana: Some((nada, kunci)),
    };
    let mut butir = Vec::new();
    if j.giliran > 0 {
        butir.push(satu("aduan-beranda-giliran", j.giliran, "giliran", Nada::Perhatian, "beranda-giliran"));
    }
    let lewat = (j.lewat > 0).then(|| satu("aduan-beranda-lewat", j.lewat, "lewat", Nada::Bahaya, "beranda-telat"));
    let menunggu = usize::try_from(j.giliran).unwrap_or(0);
    Ok(Some((
        Bagian { judul: "aduan-beranda", kosong: "aduan-beranda-kosong", butir, lain: Some(("/aduan", "aduan-menu")) },
        menunggu,
        lewat,
    )))
}
