//! Clocks of the law on personal data on the administrator's start page: breaches of which somebody has to be told, and requests of holders
//! that have no answer, each with the end of its 3 x 24 hours.

use store::{Waktu, hak::Pelaku, insiden, pdp::permintaan, peran::Peran};

use super::tugas::{Bagian, Butir};
use crate::{AppState, admin::data_pribadi::kata, error::Hasil, komponen::Nada, konteks::Konteks};

/// The section, and again those whose time is over; `None` while no clock runs.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<(Bagian, Vec<Butir>)>> {
    if !p.punya(Peran::Admin) {
        return Ok(None);
    }
    let (hak, kini) = (p.admin()?, app.store.sekarang());
    let mut semua: Vec<(Waktu, Butir)> = Vec::new();
    for i in insiden::berjalan(&app.store, &hak).await? {
        let kunci = if i.tenggat < kini { "beranda-pdp-insiden-lewat" } else { "beranda-pdp-insiden" };
        let keterangan = k.n(kunci, "waktu", k.waktu(&i.tenggat));
        semua.push((i.tenggat, butir(i.judul, keterangan, format!("/admin/insiden/{}", i.id), i.tenggat < kini)));
    }
    for m in permintaan::menunggu(&app.store, &hak).await? {
        let kunci = if m.tenggat < kini { "beranda-pdp-minta-lewat" } else { "beranda-pdp-minta" };
        let tentang = k.s(kata::jenis_teks(&m.subjek));
        let keterangan = k.a(kunci, [("tentang", tentang.into()), ("waktu", k.waktu(&m.tenggat).into())]);
        let jalur = format!("/admin/data-pribadi/permintaan/{}", m.id);
        semua.push((m.tenggat, butir(k.s(kata::macam(&m.jenis)), keterangan, jalur, m.tenggat < kini)));
    }
    if semua.is_empty() {
        return Ok(None);
    }
    semua.sort_by_key(|(tenggat, _)| *tenggat);
    let butir: Vec<Butir> = semua.into_iter().map(|(_, b)| b).collect();
    let lewat = butir.iter().filter(|b| b.lencana.is_some_and(|(n, _)| n == Nada::Bahaya)).cloned().collect();
    let lain = Some(("/admin/data-pribadi", "pdp-judul"));
    Ok(Some((Bagian { judul: "beranda-pdp-bagian", kosong: "beranda-tanda-kosong", butir, lain }, lewat)))
}

fn butir(judul: String, keterangan: String, jalur: String, lewat: bool) -> Butir {
    let lencana = Some(if lewat { (Nada::Bahaya, "beranda-telat") } else { (Nada::Perhatian, "beranda-giliran") });
    Butir { judul, keterangan, jalur, lencana }
}
