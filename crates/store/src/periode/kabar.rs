//! What people are told about a period: to whom each phase matters, and the days before a phase ends.

use super::{Fase, Periode};
use crate::{
    Hasil, Store, StoreError, Tx,
    hak::Pelaku,
    id::{AkunId, PeriodeId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::FromQueryResult;

/// Whose work a phase is.
pub(crate) fn pihak(id: PeriodeId, fase: Fase) -> Vec<Kepada> {
    match fase {
        Fase::Persiapan | Fase::Pemeringkatan => vec![Kepada::Penyelenggara(id), Kepada::Penanggungjawab(id)],
        Fase::Pelaksanaan => {
            vec![
                Kepada::SemuaOperator(id),
                Kepada::SemuaKepala(id),
                Kepada::SemuaEvaluator(id),
                Kepada::Penyelenggara(id),
                Kepada::PihakLain(id),
            ]
        }
        Fase::Penyampaian => {
            vec![Kepada::SemuaKepala(id), Kepada::SemuaEvaluator(id), Kepada::Penyelenggara(id), Kepada::Penanggungjawab(id)]
        }
    }
}

/// Tells of a change of the period. `kejadian` names the occasion.
pub(crate) async fn kabari(
    tx: &Tx,
    p: &Periode,
    oleh: &Pelaku,
    jenis: &'static str,
    kepada: &[Kepada],
    lain: serde_json::Value,
    kejadian: impl std::fmt::Display,
) -> Hasil<()> {
    // What is public now is read by everybody; otherwise the start page lists the units of those who have no page of a period.
    let umum = if jenis == "terbit-hasil" { format!("/hasil/{}", p.kode) } else { "/".to_owned() };
    let tautan = |k: &Kepada| if membaca(k) { format!("/periode/{}", p.id) } else { umum.clone() };
    kirim(tx, (p.id, &p.nama), Some(oleh.akun), (jenis, &tautan), kepada, lain, &format!("{jenis}/{kejadian}")).await.map(|_| ())
}

/// Whether these people have a page of the period.
fn membaca(k: &Kepada) -> bool {
    matches!(k, Kepada::Penyelenggara(_) | Kepada::Penanggungjawab(_) | Kepada::Pembina(_))
}

/// Who reads the period is told first, and nobody twice, so that he is led to its page also when he serves a unit in it.
async fn kirim(
    tx: &Tx,
    (id, nama): (PeriodeId, &str),
    kecuali: Option<AkunId>,
    (jenis, tujuan): (&'static str, &(dyn Fn(&Kepada) -> String + Sync)),
    kepada: &[Kepada],
    mut isi: serde_json::Value,
    sekali: &str,
) -> Hasil<u64> {
    isi["periode"] = nama.into();
    let (atas, bawah): (Vec<Kepada>, Vec<Kepada>) = kepada.iter().partition(|k| membaca(k));
    let mut n = 0;
    for kepada in [atas, bawah] {
        let Some(satu) = kepada.first() else { continue };
        let tautan = &tujuan(satu);
        n += beri_tahu(tx, &Pemberitahuan { jenis, kepada: &kepada, kecuali, periode: Some(id), lokus: None, tautan, isi: &isi, sekali })
            .await?;
    }
    Ok(n)
}

/// Days before the last one on which people are told.
const JAUH: i32 = 7;

#[derive(FromQueryResult)]
struct Dekat {
    periode_id: PeriodeId,
    nama: String,
    zona: String,
    fase: String,
    selesai: String,
}

/// Tells of open phases that end within seven days, and again on the day before. Each occasion is told once, however often this
/// runs; a date that was moved is a new one. Returns to how many it was news.
pub async fn ingatkan(store: &Store) -> Hasil<u64> {
    let kini = store.sekarang();
    let (awal, akhir) = (kini.hari("WIB"), kini.hari("WIT").saturating_add(JAUH.days()));
    let sql = "SELECT f.periode_id, p.nama, i.zona, f.fase, f.selesai FROM periode_fase f JOIN periode p ON p.id = f.periode_id
        JOIN instansi i ON i.id = p.instansi_id WHERE f.selesai >= $1 AND f.selesai <= $2
        AND COALESCE((SELECT k.jenis FROM fase_kejadian k WHERE k.periode_id = f.periode_id AND k.fase = f.fase ORDER BY k.id DESC LIMIT 1), 'buka') <> 'tutup'
        ORDER BY f.selesai, f.periode_id, f.fase LIMIT 5000";
    let mut n = 0;
    for d in store.baca().semua::<Dekat>(sql, nilai![awal.to_string(), akhir.to_string()]).await? {
        n += satu(store, &d, kini.hari(&d.zona)).await?;
    }
    Ok(n)
}

async fn satu(store: &Store, d: &Dekat, hari: Date) -> Hasil<u64> {
    let rusak = || StoreError::Rusak(format!("phase {} of period {}", d.fase, d.periode_id));
    let selesai: Date = d.selesai.parse().map_err(|_| rusak())?;
    let fase = Fase::SEMUA.into_iter().find(|f| f.kunci() == d.fase).ok_or_else(rusak)?;
    if hari.saturating_add(JAUH.days()) < selesai {
        return Ok(0);
    }
    let jenis = if hari.saturating_add(1.day()) >= selesai { "fase-besok" } else { "fase-tujuh-hari" };
    let sekali = format!("{jenis}/{}/{}/{}", d.periode_id, d.fase, d.selesai);
    let sudah = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM pemberitahuan WHERE periode_id = $1 AND sekali = $2 LIMIT 1) t";
    if store.baca().angka(sudah, nilai![d.periode_id, sekali.as_str()]).await? > 0 {
        return Ok(0);
    }
    let tx = store.mulai().await?;
    let isi = serde_json::json!({ "fase": d.fase, "tanggal": d.selesai });
    let tautan = |k: &Kepada| if membaca(k) { format!("/periode/{}", d.periode_id) } else { "/".to_owned() };
    let n = kirim(&tx, (d.periode_id, &d.nama), None, (jenis, &tautan), &pihak(d.periode_id, fase), isi, &sekali).await?;
    tx.commit().await?;
    Ok(n)
}
