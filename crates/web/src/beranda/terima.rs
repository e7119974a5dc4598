//! Lines of the start page about documents that wait for a receipt of the person's side: schedule, LHE, follow-up report.

use store::{
    beranda::terima::{self, Menunggu},
    hak::Pelaku,
    peran::Peran,
    serah,
};

use super::atur;
use super::tugas::{Bagian, Butir};
use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// Lines of the section; one more is asked for, to say that there are others.
const BATAS: usize = 25;

/// The section; `None` while nothing waits.
pub(super) async fn bagian(app: &AppState, k: &Konteks, p: &Pelaku) -> Hasil<Option<Bagian>> {
    let semua = terima::daftar(&app.store, p, i64::try_from(BATAS + 1).unwrap_or(i64::MAX)).await?;
    let hasil = serah::terakhir(&app.store, &atur::instansi(p, Peran::Penanggungjawab)).await?;
    let hasil: Vec<Butir> = hasil.into_iter().filter(serah::Terakhir::belum_diterima).map(|s| diserahkan(k, s)).collect();
    if semua.is_empty() && hasil.is_empty() {
        return Ok(None);
    }
    // What is beyond stands with its unit or period, and a notice was sent about each.
    let lain = (semua.len() > BATAS).then_some(("/pemberitahuan", "beranda-terima-lain"));
    let butir = hasil.into_iter().chain(semua.into_iter().take(BATAS).map(|m| butir(k, m))).collect();
    Ok(Some(Bagian { judul: "beranda-terima-bagian", kosong: "beranda-tanda-kosong", butir, lain }))
}

/// Results that were handed in, of which he has to say that he has them.
fn diserahkan(k: &Konteks, s: serah::Terakhir) -> Butir {
    Butir {
        keterangan: k.n("beranda-serah-terima", "waktu", k.waktu(&s.pada)),
        jalur: format!("/periode/{}/penyerahan", s.periode_id),
        judul: s.periode,
        lencana: Some((Nada::Perhatian, "beranda-giliran")),
    }
}

fn butir(k: &Konteks, m: Menunggu) -> Butir {
    let jalur = match (m.lokus_id, m.penyampaian_id) {
        (Some(l), Some(p)) => format!("/lokus/{l}/penyampaian/{p}"),
        (Some(l), None) => format!("/lokus/{l}/jadwal"),
        (None, _) => format!("/periode/{}/jadwal#penanggungjawab", m.periode_id),
    };
    let dokumen = k.s(match m.dokumen.as_str() {
        "lhe" => "penyampaian-lhe",
        "tindak-lanjut" => "penyampaian-tl",
        _ => "penyampaian-jadwal",
    });
    let waktu = k.n("jadwal-disampaikan-pada", "waktu", k.waktu(&m.pada));
    let (judul, keterangan) = match m.unit {
        Some(unit) => (unit, format!("{} · {dokumen}. {waktu}", m.periode)),
        None => (m.periode, format!("{dokumen}. {waktu}")),
    };
    Butir { judul, keterangan, jalur, lencana: Some((Nada::Perhatian, "beranda-giliran")) }
}
