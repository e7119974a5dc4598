//! "Jadwal disampaikan ke unit": what a unit was told, by whom and when, and who of the unit received it (PermenPANRB 29/2022,
//! phase pelaksanaan: the schedule is announced to the unit). What was told is kept as it was told.

use super::susunan::{Acara, BERACARA, Susunan};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::{PembacaPeriode, PenerimaUnit, PenyelenggaraPeriode},
    id::{InstansiId, JadwalSampaiId, LokusId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{self, Kepada, Pemberitahuan},
    periode::{self, Fase},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The newest announcement to a lokus.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Sampai {
    pub id: JadwalSampaiId,
    pub lokus_id: LokusId,
    pub sidik: String,
    pub isi: String,
    pub pada: Waktu,
    pub oleh_nama: String,
    pub terima: Option<Waktu>,
    pub terima_nama: Option<String>,
}

impl Sampai {
    /// What was told, by start.
    ///
    /// # Errors
    /// `Rusak` when it cannot be read.
    pub fn acara(&self) -> Hasil<Vec<Acara>> {
        serde_json::from_str(&self.isi).map_err(|e| StoreError::Rusak(format!("announced schedule {}: {e}", self.id)))
    }
}

/// A lokus and where its announcement stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tersampai {
    pub lokus_id: LokusId,
    pub unit: String,
    pub instansi_id: InstansiId,
    pub sidik: Option<String>,
    pub pada: Option<Waktu>,
    pub terima: Option<Waktu>,
    pub terima_nama: Option<String>,
}

const TERBARU: &str = "(SELECT n.id FROM jadwal_sampai n WHERE n.lokus_id = l.id ORDER BY n.id DESC LIMIT 1)";

/// The lokus of the period with their last announcement, by unit name, a page of them.
pub async fn terkini(store: &Store, hak: &PembacaPeriode, lewati: i64, batas: i64) -> Hasil<Vec<Tersampai>> {
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, u.instansi_id, s.sidik, s.pada, t.pada AS terima, a.nama AS terima_nama FROM lokus l
         JOIN unit u ON u.id = l.unit_id LEFT JOIN jadwal_sampai s ON s.id = {TERBARU} LEFT JOIN jadwal_terima t ON t.sampai_id = s.id
         LEFT JOIN akun a ON a.id = t.oleh WHERE l.periode_id = $1 ORDER BY u.nama, l.id LIMIT $2 OFFSET $3"
    );
    store.baca().semua(&sql, nilai![hak.periode.id, batas, lewati]).await
}

#[derive(FromQueryResult)]
struct Diketahui {
    id: LokusId,
    sidik: Option<String>,
}

/// How many lokus were told nothing yet, or something that has changed since.
pub async fn belum_sampai(store: &Store, hak: &PembacaPeriode, susunan: &Susunan) -> Hasil<usize> {
    let (c, p) = (store.baca(), hak.periode.id);
    let dari = format!("FROM lokus l LEFT JOIN jadwal_sampai s ON s.id = {TERBARU} WHERE l.periode_id = $1");
    let mut banyak = 0;
    if let Some(umum) = susunan.umum() {
        let sql = format!("SELECT COUNT(*) AS n {dari} AND (s.sidik IS NULL OR s.sidik <> $2) AND NOT {BERACARA}");
        banyak = usize::try_from(c.angka(&sql, nilai![p, umum]).await?).unwrap_or(0);
    }
    let sql = format!("SELECT l.id, s.sidik {dari} AND {BERACARA} ORDER BY l.id LIMIT {}", super::susunan::PALING);
    let milik: Vec<Diketahui> = c.semua(&sql, nilai![p]).await?;
    Ok(banyak + milik.iter().filter(|d| susunan.belum(d.id, d.sidik.as_deref())).count())
}

/// Units told in one transaction.
const SEKALI: i64 = 200;

/// Tells every unit its schedule, those left out that know it already. Returns how many were told. What breaks it off leaves whole units
/// told, and the next call goes on.
///
/// # Errors
/// `Keadaan("jadwal-kosong")` when there is nothing to tell, `Keadaan` once phase pelaksanaan is closed.
pub async fn sampaikan(store: &Store, hak: &PenyelenggaraPeriode) -> Hasil<usize> {
    let p = &hak.periode;
    let sql = format!(
        "SELECT l.id AS lokus_id, u.nama AS unit, u.instansi_id, s.sidik, s.pada, s.pada AS terima, s.sidik AS terima_nama FROM lokus l
         JOIN unit u ON u.id = l.unit_id LEFT JOIN jadwal_sampai s ON s.id = {TERBARU} WHERE l.periode_id = $1 AND l.id > $2 ORDER BY l.id LIMIT {SEKALI}"
    );
    let (mut banyak, mut ada, mut setelah) = (0, false, LokusId(Uuid::nil()));
    loop {
        let tx = store.mulai().await?;
        // Pressed twice at once: each part waits for the other, and leaves out who was told.
        periode::kunci(&tx, p.id).await?;
        periode::harus_terbuka(&*tx, p.id, Fase::Pelaksanaan).await?;
        let unit = tx.semua::<Tersampai>(&sql, nilai![p.id, setelah]).await?;
        let Some(akhir) = unit.last().map(|t| t.lokus_id) else { break };
        let susunan = Susunan::baca_antara(&*tx, p.id, (setelah, akhir)).await?;
        setelah = akhir;
        for t in &unit {
            let Some((isi, sidik)) = susunan.isi(t.lokus_id)? else { continue };
            ada = true;
            if t.sidik.as_deref() != Some(sidik.as_str()) {
                satu(&tx, hak, t, &isi, &sidik).await?;
                banyak += 1;
            }
        }
        tx.commit().await?;
    }
    if ada { Ok(banyak) } else { Err(StoreError::Keadaan("jadwal-kosong")) }
}

async fn satu(tx: &Tx, hak: &PenyelenggaraPeriode, t: &Tersampai, isi: &str, sidik: &str) -> Hasil<()> {
    let id = JadwalSampaiId::baru();
    tx.jalankan(
        "INSERT INTO jadwal_sampai (id, lokus_id, sidik, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, t.lokus_id, sidik, isi, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = audit::Kejadian::baru("jadwal.sampaikan", "lokus", t.lokus_id).instansi(t.instansi_id);
    audit::catat(tx, hak.pelaku(), k.rincian(serde_json::json!({ "sampai": id, "isi": sidik }))).await?;
    let kabar = Pemberitahuan {
        jenis: "jadwal-sampai",
        kepada: &[Kepada::Operator(t.lokus_id), Kepada::Kepala(t.lokus_id)],
        kecuali: Some(hak.pelaku().akun),
        periode: Some(hak.periode.id),
        lokus: Some(t.lokus_id),
        tautan: &format!("/lokus/{}/jadwal", t.lokus_id),
        isi: &serde_json::json!({ "unit": t.unit, "periode": hak.periode.nama }),
        sekali: &format!("jadwal-sampai/{id}"),
    };
    pemberitahuan::beri_tahu(tx, &kabar).await?;
    Ok(())
}

/// What the unit was told last; `None` while nothing was.
pub async fn terakhir<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<Sampai>> {
    c.mungkin(
        "SELECT s.id, s.lokus_id, s.sidik, s.isi, s.pada, o.nama AS oleh_nama, t.pada AS terima, a.nama AS terima_nama FROM jadwal_sampai s
         JOIN akun o ON o.id = s.oleh LEFT JOIN jadwal_terima t ON t.sampai_id = s.id LEFT JOIN akun a ON a.id = t.oleh
         WHERE s.lokus_id = $1 ORDER BY s.id DESC LIMIT 1",
        nilai![lokus],
    )
    .await
}

/// The unit's receipt for what it was told last. A second time changes nothing.
///
/// # Errors
/// `Keadaan("jadwal-sudah-baru")` when it was told something newer meanwhile.
pub async fn terima(store: &Store, hak: &PenerimaUnit, id: JadwalSampaiId) -> Hasil<()> {
    let tx = store.mulai().await?;
    let kini = terakhir(&*tx, hak.lokus.id).await?.ok_or(StoreError::TidakDitemukan)?;
    if kini.id != id {
        return Err(StoreError::Keadaan("jadwal-sudah-baru"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO jadwal_terima (sampai_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (sampai_id) DO NOTHING",
            nilai![id, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        let k = audit::Kejadian::baru("jadwal.terima", "lokus", hak.lokus.id).instansi(hak.lokus.instansi_id);
        audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "sampai": id }))).await?;
    }
    tx.commit().await
}
