//! Reports of citizens on the start page: how many wait for the person, and how many are overdue.

use store::{
    hak::{self, Pelaku},
    konsultasi,
    pengaduan::{self, Saring},
    peran::Peran,
};

use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// `None` for people without such a role, and for units to which nothing was forwarded and that nobody asks. The number says how many wait;
/// what is overdue stands with all that is late.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, usize, Option<Butir>)>> {
    if ![Peran::Penghubung, Peran::UnitOperator, Peran::UnitKepala].iter().any(|r| p.punya(*r)) {
        return Ok(None);
    }
    let kotak = hak::kotak_aduan(&app.store, p).await?;
    let (_, j) = pengaduan::kotak(&app.store, &kotak, Saring::Giliran, "", 0, 1).await?;
    // A unit answers its own consultations; the liaison officer of an instansi reads them all and answers none.
    let tanya =
        if p.punya(Peran::UnitOperator) || p.punya(Peran::UnitKepala) { konsultasi::menunggu(&app.store, &kotak).await? } else { 0 };
    if j.semua == 0 && tanya == 0 && kotak.instansi.is_empty() {
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
    if tanya > 0 {
        butir.push(Butir {
            judul: k.s("aduan-beranda-konsultasi"),
            keterangan: k.jumlah("aduan-beranda-konsultasi-n", tanya),
            jalur: "/aduan/konsultasi".to_owned(),
            lencana: Some((Nada::Perhatian, "beranda-giliran")),
        });
    }
    let lewat = (j.lewat > 0).then(|| satu("aduan-beranda-lewat", j.lewat, "lewat", Nada::Bahaya, "beranda-telat"));
    let menunggu = usize::try_from(j.giliran + tanya).unwrap_or(0);
    Ok(Some((
        Bagian { judul: "aduan-beranda", kosong: "aduan-beranda-kosong", butir, lain: Some(("/aduan", "aduan-menu")) },
        menunggu,
        lewat,
    )))
}
