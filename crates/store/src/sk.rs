//! The decree (SK) by which the Penanggungjawab appoints evaluators: number, date, file, and the proposals it covers.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::{PembacaPeriode, PenanggungjawabPeriode},
    id::{AkunId, InstansiId, LokusId, PenugasanId, SkId},
    instansi,
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    periode::{self, Periode},
};
use jiff::civil::Date;
use pekppp::Fase;
use sea_orm::FromQueryResult;
use std::collections::BTreeMap;

/// `berkas` is a PDF whose content was checked and which is on disk already.
#[derive(Debug, Clone, Copy)]
pub struct SkBaru<'a> {
    /// Made when the form is shown, so that pressing twice makes one decree.
    pub id: SkId,
    pub nomor: &'a str,
    pub tanggal: Date,
    pub berkas: &'a Tersimpan,
    pub nama_berkas: &'a str,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Sk {
    pub id: SkId,
    pub nomor: String,
    pub tanggal: String,
    pub objek: String,
    pub nama_berkas: String,
    pub pada: Waktu,
    pub nama: String,
    pub jumlah: i64,
}

#[derive(FromQueryResult)]
struct Usulan {
    instansi_id: InstansiId,
    lokus_id: LokusId,
    akun_id: AkunId,
    sk_id: Option<SkId>,
}

/// Appoints all the named proposals by one decree, or none.
///
/// # Errors
/// `Keadaan("sk-tanpa-usulan")`, `Keadaan("sk-tanggal-mendatang")`, `SudahAda("penetapan")` when another decree appointed one of them first,
/// `TidakDitemukan` for a proposal of another period.
pub async fn tetapkan(store: &Store, hak: &PenanggungjawabPeriode, b: SkBaru<'_>, usulan: &[PenugasanId]) -> Hasil<SkId> {
    if usulan.is_empty() {
        return Err(StoreError::Keadaan("sk-tanpa-usulan"));
    }
    let p = &hak.periode;
    if mendatang(store, p, b.tanggal).await? {
        return Err(StoreError::Keadaan("sk-tanggal-mendatang"));
    }
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Pelaksanaan).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM sk WHERE id = $1", nilai![b.id]).await? > 0 {
        let sama = tx
            .angka("SELECT COUNT(*) AS n FROM sk WHERE id = $1 AND periode_id = $2 AND nomor = $3", nilai![b.id, p.id, b.nomor.trim()])
            .await?;
        return if sama > 0 { Ok(b.id) } else { Err(StoreError::OperasiLain) };
    }
    objek::catat(&tx, b.berkas, "application/pdf").await?;
    tx.jalankan(
        "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![b.id, p.id, b.nomor.trim(), b.tanggal.to_string(), b.berkas.sidik.as_str(), b.nama_berkas, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let mut ditetapkan: BTreeMap<AkunId, Vec<LokusId>> = BTreeMap::new();
    for g in usulan {
        let u: Usulan = tx
            .satu(
                "SELECT u.instansi_id, g.lokus_id, g.akun_id, t.sk_id FROM penugasan g JOIN lokus l ON l.id = g.lokus_id JOIN unit u ON u.id = l.unit_id
                 LEFT JOIN penetapan t ON t.penugasan_id = g.id WHERE g.id = $1 AND l.periode_id = $2",
                nilai![*g, p.id],
            )
            .await?;
        if u.sk_id.is_some() {
            return Err(StoreError::SudahAda("penetapan"));
        }
        tx.jalankan(
            "INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)",
            nilai![*g, b.id, tx.pada, hak.pelaku().akun],
        )
        .await?;
        ditetapkan.entry(u.akun_id).or_default().push(u.lokus_id);
        let k = audit::Kejadian::baru("evaluator.tetap", "penugasan", g).instansi(u.instansi_id).rincian(serde_json::json!({ "sk": b.id }));
        audit::catat(&tx, hak.pelaku(), k).await?;
    }
    for (akun, lokus) in ditetapkan {
        kabari(&tx, hak, b.id, akun, &lokus).await?;
    }
    let rincian = serde_json::json!({ "periode": p.id, "objek": b.berkas.sidik, "jumlah": usulan.len() });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("sk.tambah", "sk", b.id).instansi(p.instansi_id).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(b.id)
}

/// One notice an evaluator and decree, however many units it gives him.
async fn kabari(tx: &Tx, hak: &PenanggungjawabPeriode, sk: SkId, akun: AkunId, lokus: &[LokusId]) -> Hasil<()> {
    let tautan = match lokus {
        [satu] => format!("/lokus/{satu}"),
        _ => "/".to_owned(),
    };
    let p = Pemberitahuan {
        jenis: "evaluator-ditetapkan",
        kepada: &[Kepada::Akun(akun)],
        kecuali: Some(hak.pelaku().akun),
        periode: Some(hak.periode.id),
        lokus: None,
        tautan: &tautan,
        isi: &serde_json::json!({ "periode": hak.periode.nama, "jumlah": lokus.len() }),
        sekali: &format!("evaluator-ditetapkan/{sk}"),
    };
    beri_tahu(tx, &p).await.map(|_| ())
}

/// Whether a decree would be dated after today, in the zone of the organising office: it is signed before it is entered.
pub async fn mendatang(store: &Store, p: &Periode, tanggal: Date) -> Hasil<bool> {
    let zona = instansi::dari_id(store, p.instansi_id).await?.zona;
    Ok(tanggal > store.sekarang().hari(&zona))
}

const PILIH: &str = "SELECT s.id, s.nomor, s.tanggal, s.objek, s.nama_berkas, s.pada, a.nama,
    (SELECT COUNT(*) FROM penetapan t WHERE t.sk_id = s.id) AS jumlah FROM sk s JOIN akun a ON a.id = s.oleh";

/// Decrees of a period, newest first.
pub async fn daftar(store: &Store, hak: &PembacaPeriode) -> Hasil<Vec<Sk>> {
    store.baca().semua(&format!("{PILIH} WHERE s.periode_id = $1 ORDER BY s.id DESC LIMIT 200"), nilai![hak.periode.id]).await
}

/// One decree of the period that the person may read.
pub async fn satu(store: &Store, hak: &PembacaPeriode, id: SkId) -> Hasil<Sk> {
    store.baca().satu(&format!("{PILIH} WHERE s.id = $1 AND s.periode_id = $2"), nilai![id, hak.periode.id]).await
}
