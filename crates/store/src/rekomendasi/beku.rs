//! What a freezing makes of the evaluators' words: rows of the lokus, without losing what the organiser wrote.
//!
//! A result that was annulled and frozen again finds the rows of the first time. A text that nobody edited follows F02;
//! one that was edited or planned for stays as it is; one that was taken out is not brought back with the same words.

use super::{
    baca::{Rekomendasi, daftar},
    saran::{berlaku, saran},
    tulis::{Baris, cabut, ganti, sisipkan},
};
use crate::{
    Hasil, Tx,
    hak::PenyelenggaraLokus,
    hasil::{self, HasilSementara},
    id::{LokusId, RekomendasiId},
    kueri::Kueri,
    nilai,
    tindak_lanjut::{self, Sisa},
};
use pekppp::{Edisi, Nilai, Pecahan, skor::HasilIndikator};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// Makes the recommendations of a result that is being frozen, inside its transaction.
pub(crate) async fn dari_hasil(tx: &Tx, hak: &PenyelenggaraLokus, s: &HasilSementara) -> Hasil<usize> {
    let lama = daftar(&**tx, hak.lokus.id).await?;
    let sisa = tindak_lanjut::sisa(&**tx, &hak.lokus).await?;
    let dicabut = dicabut(tx, hak).await?;
    let dulu = match sisa.first() {
        Some(x) => skor(tx, x.rekomendasi.lokus_id).await?,
        None => HashMap::new(),
    };
    let indikator = s.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&s.hasil.f02.tambahan);
    let mut n = 0;
    for i in indikator {
        let teks = Some(saran(&s.edisi, i, &s.catatan, &s.sepakat).join(" ")).filter(|t| !t.is_empty());
        let ada = lama.iter().find(|r| r.indikator == i.kode && r.asal == "f02");
        let tersisa: Vec<&Sisa> = sisa.iter().filter(|x| x.rekomendasi.indikator == i.kode).collect();
        n += usize::from(satu(tx, hak, i, teks, (ada, tersisa.first().copied(), &dicabut)).await?);
        for x in tersisa {
            let ada = lama.iter().find(|r| r.asal == "lanjutan" && r.lanjutan_dari == Some(x.rekomendasi.id));
            if masih_berlaku(&s.edisi, i, dulu.get(&i.kode), &x.rekomendasi.isi) {
                lanjutkan(tx, hak, i, &x.rekomendasi).await?;
            } else if let Some(r) = ada.filter(|r| r.isi == x.rekomendasi.isi) {
                lepaskan(tx, hak, r).await?;
            }
        }
    }
    Ok(n)
}

/// One indicator; true when F02 recommends something.
async fn satu(
    tx: &Tx,
    hak: &PenyelenggaraLokus,
    i: &HasilIndikator,
    teks: Option<String>,
    (ada, sisa, dicabut): (Option<&Rekomendasi>, Option<&Sisa>, &[Dicabut]),
) -> Hasil<bool> {
    match (teks, ada) {
        (Some(t), Some(r)) if r.sumber != t => {
            let isi = if r.isi == r.sumber { t.as_str() } else { r.isi.as_str() };
            ganti(tx, hak, r, isi, &t).await?;
        }
        (Some(_), Some(_)) => {}
        (Some(t), None) => {
            if !dicabut.iter().any(|d| d.indikator == i.kode && d.sumber == t) {
                let lanjutan_dari = sisa.map(|x| x.rekomendasi.id);
                let baris = Baris { id: RekomendasiId::baru(), indikator: &i.kode, asal: "f02", sumber: &t, lanjutan_dari, isi: &t };
                sisipkan(tx, hak, &baris).await?;
            }
        }
        (None, Some(r)) => {
            if r.isi == r.sumber {
                lepaskan(tx, hak, r).await?;
            }
            return Ok(false);
        }
        (None, None) => return Ok(false),
    }
    Ok(true)
}

/// Takes out a row that no longer applies, unless the unit planned for it.
async fn lepaskan(tx: &Tx, hak: &PenyelenggaraLokus, r: &Rekomendasi) -> Hasil<()> {
    if tx.angka("SELECT COUNT(*) AS n FROM tl_rencana WHERE rekomendasi_id = $1", nilai![r.id]).await? > 0 {
        return Ok(());
    }
    cabut(tx, hak, r.id, "-").await
}

/// The scores of the lokus before, of which the recommendations that it left spoke.
async fn skor(tx: &Tx, lokus: LokusId) -> Hasil<HashMap<String, Pecahan>> {
    // A bundle that no longer reads is for `prima check` to report, and no reason to hold up this result.
    let Some(Ok(isi)) = hasil::hidup(&**tx, lokus).await?.map(|b| b.bundel()) else { return Ok(HashMap::new()) };
    let f02 = isi.hasil.f02;
    let semua = f02.aspek.into_iter().flat_map(|a| a.indikator).chain(f02.tambahan);
    Ok(semua.filter_map(|i| Some((i.kode, i.nilai?))).collect())
}

/// Whether what the period before left still asks for something: not at full marks, not when the score has risen by a level since
/// then, and not when its own words name a level that is reached. It stays open in its own period; here it would ask for what is done.
fn masih_berlaku(edisi: &Edisi, i: &HasilIndikator, dulu: Option<&Pecahan>, teks: &str) -> bool {
    let Some(kini) = &i.nilai else { return true };
    let naik = dulu.and_then(Pecahan::lantai).is_some_and(|l| *kini >= Pecahan::bulat(l + 1));
    *kini < Nilai::MAKS.pecahan() && !naik && berlaku(edisi, &i.kode, teks, kini)
}

/// Carries over what the period before left, where no row goes on with it yet.
async fn lanjutkan(tx: &Tx, hak: &PenyelenggaraLokus, i: &HasilIndikator, r: &Rekomendasi) -> Hasil<()> {
    let sql = "SELECT COUNT(*) AS n FROM rekomendasi WHERE lokus_id = $1 AND lanjutan_dari = $2";
    if tx.angka(sql, nilai![hak.lokus.id, r.id]).await? > 0 {
        return Ok(());
    }
    let baris =
        Baris { id: RekomendasiId::baru(), indikator: &i.kode, asal: "lanjutan", sumber: "", lanjutan_dari: Some(r.id), isi: &r.isi };
    sisipkan(tx, hak, &baris).await
}

#[derive(FromQueryResult)]
struct Dicabut {
    indikator: String,
    sumber: String,
}

async fn dicabut(tx: &Tx, hak: &PenyelenggaraLokus) -> Hasil<Vec<Dicabut>> {
    tx.semua(
        "SELECT r.indikator, r.sumber FROM rekomendasi r JOIN rekomendasi_hapus h ON h.rekomendasi_id = r.id
         WHERE r.lokus_id = $1 AND r.asal = 'f02' AND h.alasan <> '-' ORDER BY r.id LIMIT 500",
        nilai![hak.lokus.id],
    )
    .await
}
