//! What a freezing makes of the evaluators' words: rows of the lokus, without losing what the organiser wrote.
//!
//! A result that was annulled and frozen again finds the rows of the first time. A text that nobody edited follows F02;
//! one that was edited or planned for stays as it is; one that was taken out is not brought back with the same words.

use super::{
    baca::{Rekomendasi, daftar},
    tulis::{Baris, cabut, ganti, sisipkan},
};
use crate::{
    Hasil, Tx,
    f02::{Catatan, Sepakat},
    hak::PenyelenggaraLokus,
    hasil::HasilSementara,
    id::RekomendasiId,
    kueri::Kueri,
    nilai,
    tindak_lanjut::{self, Sisa},
};
use pekppp::{Nilai, skor::HasilIndikator};
use sea_orm::FromQueryResult;

/// Makes the recommendations of a result that is being frozen, inside its transaction.
pub(crate) async fn dari_hasil(tx: &Tx, hak: &PenyelenggaraLokus, s: &HasilSementara) -> Hasil<usize> {
    let lama = daftar(&**tx, hak.lokus.id).await?;
    let sisa = tindak_lanjut::sisa(&**tx, &hak.lokus).await?;
    let dicabut = dicabut(tx, hak).await?;
    let indikator = s.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&s.hasil.f02.tambahan);
    let mut n = 0;
    for i in indikator {
        let teks = isi(i, &s.catatan, &s.sepakat);
        let ada = lama.iter().find(|r| r.indikator == i.kode && r.asal == "f02");
        let tersisa: Vec<&Sisa> = sisa.iter().filter(|x| x.rekomendasi.indikator == i.kode).collect();
        n += usize::from(satu(tx, hak, i, teks, (ada, tersisa.first().copied(), &dicabut)).await?);
        for x in tersisa {
            lanjutkan(tx, hak, i, &x.rekomendasi).await?;
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
            let berencana = tx.angka("SELECT COUNT(*) AS n FROM tl_rencana WHERE rekomendasi_id = $1", nilai![r.id]).await? > 0;
            if r.isi == r.sumber && !berencana {
                cabut(tx, hak, r.id, "-").await?;
            }
            return Ok(false);
        }
        (None, None) => return Ok(false),
    }
    Ok(true)
}

/// Carries over what the period before left, where the indicator still has room and no row goes on with it yet.
async fn lanjutkan(tx: &Tx, hak: &PenyelenggaraLokus, i: &HasilIndikator, r: &Rekomendasi) -> Hasil<()> {
    let penuh = i.nilai.as_ref().is_some_and(|n| *n >= Nilai::MAKS.pecahan());
    let sql = "SELECT COUNT(*) AS n FROM rekomendasi WHERE lokus_id = $1 AND lanjutan_dari = $2";
    if penuh || tx.angka(sql, nilai![hak.lokus.id, r.id]).await? > 0 {
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

/// What F02 recommends for an indicator: the words of the consensus; otherwise, where a consensus stands, those of who
/// gave that score (none at the top); otherwise everybody's, each sentence once.
fn isi(i: &HasilIndikator, catatan: &[Catatan], sepakat: &[Sepakat]) -> Option<String> {
    let bersama = sepakat.iter().find(|s| s.indikator == i.kode).map(|s| s.rekomendasi.trim()).filter(|r| !r.is_empty());
    if let (Some(_), Some(teks)) = (i.konsensus, bersama) {
        return Some(teks.to_owned());
    }
    if i.konsensus == Some(Nilai::MAKS) {
        return None;
    }
    let searah =
        |c: &Catatan| i.konsensus.is_none() || i.penilai.iter().any(|p| p.evaluator == c.akun_id.to_string() && p.nilai == i.konsensus);
    let mut teks: Vec<&str> = Vec::new();
    for t in catatan.iter().filter(|c| c.indikator == i.kode && searah(c)).map(|c| c.rekomendasi.trim()) {
        if !t.is_empty() && !teks.contains(&t) {
            teks.push(t);
        }
    }
    (!teks.is_empty()).then(|| teks.join(" "))
}
