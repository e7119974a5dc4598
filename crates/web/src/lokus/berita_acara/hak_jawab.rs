//! The right of reply as the minutes of the result print it: when the draft was shown, every objection, every answer.

use ::dokumen::masukan::{HakJawabTercatat, SanggahanTercatat};
use store::{
    lokus::Lokus,
    sanggah::{self, Buka, Sanggahan},
};

use crate::{AppState, bahasa::Bahasa, error::Hasil, format, lokus::hasil::cetak::Cetak};

/// `None` where the unit was never shown a draft.
pub(super) async fn susun(app: &AppState, l: &Lokus, c: &Cetak) -> Hasil<Option<HakJawabTercatat>> {
    let bukaan = sanggah::bukaan(app.store.baca(), l.id).await?;
    if bukaan.is_empty() {
        return Ok(None);
    }
    let semua = sanggah::beberapa(app.store.baca(), l.id).await?;
    Ok(Some(HakJawabTercatat {
        bukaan: bukaan.iter().map(|b| kalimat(c, b)).collect(),
        sanggahan: semua.iter().map(|s| satu(c, s)).collect(),
    }))
}

fn kalimat(c: &Cetak, b: &Buka) -> String {
    let tenggat = format::hari(Bahasa::Id, &b.tenggat);
    let awal = Bahasa::Id.a("ba-cetak-hak-jawab", [("waktu", c.waktu(b.pada).into()), ("tenggat", tenggat.into())]);
    match (b.selesai, &b.selesai_nama) {
        (Some(pada), Some(nama)) => {
            let akhir = Bahasa::Id.a("ba-cetak-hak-jawab-cukup", [("nama", nama.clone().into()), ("waktu", c.waktu(pada).into())]);
            format!("{awal} {akhir}")
        }
        _ => awal,
    }
}

pub(super) fn satu(c: &Cetak, s: &Sanggahan) -> SanggahanTercatat {
    let oleh = |nama: &str, pada| format!("{nama}, {}", c.waktu(pada));
    let skor = |n: &str| n.parse::<pekppp::Pecahan>().map_or_else(|_| n.to_owned(), |p| format::angka(Bahasa::Id, &p.tampil(2)));
    let putusan = match (s.tarik, s.dijawab()) {
        (Some(_), _) => Bahasa::Id.s("ba-cetak-sanggahan-ditarik"),
        (None, Some(j)) if j.putusan == "berubah" => {
            Bahasa::Id.a("ba-cetak-sanggahan-berubah", [("lama", skor(&j.skor_lama).into()), ("baru", skor(&j.skor_baru).into())])
        }
        (None, Some(j)) => Bahasa::Id.a("ba-cetak-sanggahan-tetap", [("nilai", skor(&j.skor_baru).into())]),
        (None, None) => Bahasa::Id.s("ba-cetak-sanggahan-belum"),
    };
    SanggahanTercatat {
        indikator: s.indikator.clone(),
        sanggahan: s.alasan.clone(),
        oleh: oleh(&s.nama, s.pada),
        bukti: s.bukti.iter().map(|b| b.nama.clone()).collect::<Vec<_>>().join(", "),
        putusan,
        jawaban: s.dijawab().map(|j| j.alasan.clone()).unwrap_or_default(),
        penjawab: s.dijawab().map(|j| oleh(&j.nama, j.pada)).unwrap_or_default(),
    }
}
