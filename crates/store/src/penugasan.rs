//! Evaluators of a lokus: proposed by the organiser, appointed by decree (see [`crate::sk`]), replaced with a reason.
//! A sheet that an evaluator filled stays when his appointment ends.

mod daftar;

pub(crate) use daftar::DIUSULKAN;
pub use daftar::{
    MenungguSk, Penugasan, Pernah, bertugas_pernah, halaman, hidup, jumlah_usulan, menunggu, milik_lokus, milik_periode, satu, usulan,
};

use crate::{
    Hasil, Store, StoreError, Waktu, audit,
    hak::{PenanggungjawabPeriode, PenyelenggaraPeriode},
    id::{AkunId, InstansiId, LokusId, PenugasanId, PeriodeId, SkId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    periode,
    persiapan::benturan,
};
use pekppp::Fase;
use sea_orm::FromQueryResult;

/// Somebody who may be proposed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Calon {
    pub id: AkunId,
    pub nama: String,
    pub jabatan: String,
    /// Lokus of this period that he already has or is proposed for.
    pub beban: i64,
}

/// Accounts `a` with the role evaluator in the instansi `$1`, or in a region that holds it.
const CALON: &str = "FROM akun a WHERE a.id IN (
      SELECT r.akun_id FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id WHERE r.instansi_id = $1 AND r.peran = 'evaluator' AND c.peran_id IS NULL
      UNION SELECT r.akun_id FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id JOIN instansi i ON i.id = $1
        WHERE r.wilayah > '' AND r.peran = 'evaluator' AND c.peran_id IS NULL AND (i.wilayah = r.wilayah OR i.wilayah LIKE r.wilayah || '.%'))
    AND NOT EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = a.id)";

/// Active accounts with the role evaluator in the organiser's instansi, or in a region that holds it. The load of all of them is counted once.
pub async fn calon(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<Vec<Calon>> {
    let sql = format!(
        "SELECT a.id, a.nama, a.jabatan, CAST(COALESCE(b.n, 0) AS bigint) AS beban
         FROM (SELECT a.id, a.nama, a.jabatan {CALON}) a LEFT JOIN (
           SELECT g.akun_id, COUNT(*) AS n FROM lokus l JOIN penugasan g ON g.lokus_id = l.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
           WHERE l.periode_id = $2 AND x.penugasan_id IS NULL GROUP BY g.akun_id) b ON b.akun_id = a.id
         ORDER BY a.nama, a.id LIMIT 500"
    );
    store.baca().semua(&sql, nilai![hak.periode.instansi_id, hak.periode.id]).await
}

#[derive(FromQueryResult)]
struct LokusUnit {
    id: LokusId,
    instansi_id: InstansiId,
    bertugas: i64,
}

/// Proposes one evaluator for several lokus, all or none. One who is proposed or in office already stays as he is; one
/// whose appointment ended can be proposed again, and goes on with his sheet once a new decree appoints him.
///
/// # Errors
/// `Keadaan("evaluator-bukan-calon")`, `Keadaan("evaluator-bertugas-di-unit")` where he serves in the unit or the unit above it,
/// `TidakDitemukan` for a lokus of another period.
pub async fn usulkan(store: &Store, hak: &PenyelenggaraPeriode, akun: AkunId, lokus: &[LokusId]) -> Hasil<usize> {
    let p = &hak.periode;
    let tx = store.mulai().await?;
    periode::kunci(&tx, p.id).await?;
    periode::harus_terbuka(&*tx, p.id, Fase::Pelaksanaan).await?;
    if tx.angka(&format!("SELECT COUNT(*) AS n {CALON} AND a.id = $2"), nilai![p.instansi_id, akun]).await? == 0 {
        return Err(StoreError::Keadaan("evaluator-bukan-calon"));
    }
    let mut baru = 0;
    for id in lokus {
        let l: LokusUnit = tx
            .satu(
                "SELECT l.id, u.instansi_id, (SELECT COUNT(*) FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id
                   WHERE r.akun_id = $2 AND c.peran_id IS NULL AND (r.unit_id = u.id OR r.unit_id = u.induk_id)) AS bertugas
                 FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.id = $1 AND l.periode_id = $3",
                nilai![*id, akun, p.id],
            )
            .await?;
        if l.bertugas > 0 {
            return Err(StoreError::Keadaan("evaluator-bertugas-di-unit"));
        }
        let g = PenugasanId::baru();
        let n = tx
            .jalankan(
                "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh)
                 SELECT $1, l.id, $3, $4, $5 FROM lokus l WHERE l.id = $2 AND NOT EXISTS (SELECT 1 FROM penugasan g
                   LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $2 AND g.akun_id = $3 AND x.penugasan_id IS NULL)",
                nilai![g, l.id, akun, tx.pada, hak.pelaku().akun],
            )
            .await?;
        if n > 0 {
            baru += 1;
            let rincian = serde_json::json!({ "lokus": l.id, "akun": akun });
            let k = audit::Kejadian::baru("evaluator.usul", "penugasan", g).instansi(l.instansi_id).rincian(rincian);
            audit::catat(&tx, hak.pelaku(), k).await?;
        }
    }
    tx.commit().await?;
    Ok(baru)
}

#[derive(FromQueryResult)]
struct Letak {
    instansi_id: InstansiId,
    unit: String,
    lokus_id: LokusId,
    akun_id: AkunId,
    sk_id: Option<SkId>,
    akhir: Option<PenugasanId>,
}

async fn letak(tx: &crate::Tx, p: PeriodeId, id: PenugasanId) -> Hasil<Letak> {
    periode::kunci(tx, p).await?;
    tx.satu(
        "SELECT u.instansi_id, u.nama AS unit, g.lokus_id, g.akun_id, t.sk_id, x.penugasan_id AS akhir FROM penugasan g JOIN lokus l ON l.id = g.lokus_id
         JOIN unit u ON u.id = l.unit_id LEFT JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
         WHERE g.id = $1 AND l.periode_id = $2",
        nilai![id, p],
    )
    .await
}

/// Takes a proposal back.
///
/// # Errors
/// `Keadaan("evaluator-sudah-ditetapkan")`: an appointment ends by [`akhiri`].
pub async fn tarik(store: &Store, hak: &PenyelenggaraPeriode, id: PenugasanId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let l = letak(&tx, hak.periode.id, id).await?;
    if l.sk_id.is_some() {
        return Err(StoreError::Keadaan("evaluator-sudah-ditetapkan"));
    }
    tx.jalankan("DELETE FROM penugasan WHERE id = $1", nilai![id]).await?;
    let k = audit::Kejadian::baru("evaluator.tarik", "penugasan", id)
        .instansi(l.instansi_id)
        .rincian(serde_json::json!({ "lokus": l.lokus_id, "akun": l.akun_id }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// Ends an appointment with a reason; another evaluator is proposed and appointed in his place. A second time changes nothing. Who declared
/// a conflict of interest can be taken out in every phase: his sheet must not count because the phase was closed first.
///
/// # Errors
/// `Keadaan("evaluator-belum-ditetapkan")`, `Keadaan("alasan-wajib")`, `Keadaan` once phase pelaksanaan is closed.
pub async fn akhiri(store: &Store, hak: &PenanggungjawabPeriode, id: PenugasanId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let mut tx = store.mulai().await?;
    let l = letak(&tx, hak.periode.id, id).await?;
    // Whose sheet stands in a frozen result left after it, by these times (`f02`).
    let sql = "SELECT COALESCE(MAX(h.pada), 0) AS n FROM hasil h LEFT JOIN hasil_batal b ON b.hasil_id = h.id
        WHERE h.lokus_id = $1 AND b.hasil_id IS NULL";
    let beku = tx.angka(sql, nilai![l.lokus_id]).await?;
    tx.sesudah(Some(Waktu(beku)));
    if !benturan::ada(&*tx, l.lokus_id, l.akun_id).await? {
        periode::harus_terbuka(&*tx, hak.periode.id, Fase::Pelaksanaan).await?;
    }
    if l.sk_id.is_none() {
        return Err(StoreError::Keadaan("evaluator-belum-ditetapkan"));
    }
    if l.akhir.is_some() {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let rincian = serde_json::json!({ "lokus": l.lokus_id, "akun": l.akun_id, "alasan": tx.kunci.ringkas(alasan.trim()) });
    audit::catat(&tx, hak.pelaku(), audit::Kejadian::baru("evaluator.akhir", "penugasan", id).instansi(l.instansi_id).rincian(rincian))
        .await?;
    kabari_akhir(&tx, hak, id, &l).await?;
    tx.commit().await
}

/// The unit is gone from his lists: he is told, and led to what he left.
async fn kabari_akhir(tx: &crate::Tx, hak: &PenanggungjawabPeriode, id: PenugasanId, l: &Letak) -> Hasil<()> {
    // Without scores there is no sheet.
    let berlembar = periode::aturan(&hak.periode.skema)?.dinilai;
    let tautan = if berlembar { format!("/lokus/{}/f02/lembar-saya", l.lokus_id) } else { "/".to_owned() };
    let p = Pemberitahuan {
        jenis: "evaluator-berakhir",
        kepada: &[Kepada::Akun(l.akun_id)],
        kecuali: Some(hak.pelaku().akun),
        periode: Some(hak.periode.id),
        lokus: None,
        tautan: &tautan,
        isi: &serde_json::json!({ "unit": l.unit, "periode": hak.periode.nama }),
        sekali: &format!("evaluator-berakhir/{id}"),
    };
    beri_tahu(tx, &p).await.map(|_| ())
}
