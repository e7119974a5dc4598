//! Overdue reports go up: first to the head of the unit (the liaison officer, of what no unit has or may read), then to the head and the organisers of the instansi. Each level once a
//! round, as a row, a notice and a line of the list. Those above see number, unit and limits, never what the report says.

use super::langkah::Terbuka;
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::KotakEskalasi,
    id::PengaduanId,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use ::layanan::pengaduan::{ESKALASI_ATAS, Giliran, Keadaan};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

pub const TINGKAT_UNIT: &str = "unit";
pub const TINGKAT_INSTANSI: &str = "instansi";

/// One level that was reached.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Naik {
    pub putaran: i64,
    /// [`TINGKAT_UNIT`] or [`TINGKAT_INSTANSI`].
    pub tingkat: String,
    /// Who was told: `unit` (its head), `penghubung`, `pembaca` (liaison officer and named readers), `instansi`.
    pub kepada: String,
    /// The unit that had it then.
    pub unit: Option<String>,
    /// The limit that was over, and the day on which it was raised (local).
    pub tenggat: String,
    pub tanggal: String,
}

/// Who was told of row `e` of report `p`, as [`super::langkah::kepada`] finds them: only a unit that had the report and may read it.
const KEPADA: &str = "CASE WHEN e.tingkat = 'instansi' THEN 'instansi' WHEN e.unit_id IS NULL OR e.putaran = 0 THEN 'penghubung'
    WHEN p.pelanggaran = 1 THEN 'pembaca' ELSE 'unit' END";

pub(super) async fn milik<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Vec<Naik>> {
    let sql = format!(
        "SELECT e.putaran, e.tingkat, {KEPADA} AS kepada, u.nama AS unit, e.tenggat, e.tanggal FROM pengaduan_eskalasi e
         JOIN pengaduan p ON p.id = e.pengaduan_id LEFT JOIN unit u ON u.id = e.unit_id WHERE e.pengaduan_id = $1 ORDER BY e.id LIMIT 200"
    );
    c.semua(&sql, nilai![id]).await
}

/// Whether an officer of this report is late, and in which round.
fn putaran(b: &Terbuka) -> Option<i64> {
    match (b.laporan.giliran(), b.laporan.keadaan) {
        (Giliran::Pelapor | Giliran::Selesai, _) => None,
        (_, Keadaan::Diterima) => Some(0),
        _ => i64::try_from(b.laporan.putaran(&b.aturan).len()).ok(),
    }
}

/// Raises an overdue report as far as its time has come. Returns to how many it was news.
pub(super) async fn naikkan(tx: &Tx, b: &Terbuka) -> Hasil<u64> {
    let (Some(putaran), Some(tenggat)) = (putaran(b), b.aduan.tenggat.as_deref()) else { return Ok(0) };
    let hari = tx.pada.hari(&b.aduan.zona);
    if tenggat >= hari.to_string().as_str() {
        return Ok(0);
    }
    let semua = milik(&**tx, b.aduan.id).await?;
    let ada = |t: &str| semua.iter().find(|n| n.putaran == putaran && n.tingkat == t);
    let Some(pertama) = ada(TINGKAT_UNIT) else {
        // Its notice is the one that the limit is over: to the head of the unit or, of a report that no unit has, to the liaison officer.
        catat(tx, b, putaran, TINGKAT_UNIT, tenggat, hari).await?;
        return Ok(0);
    };
    if ada(TINGKAT_INSTANSI).is_some() {
        return Ok(0);
    }
    let sejak: Date = pertama.tanggal.parse().map_err(|_| StoreError::Rusak(format!("escalation of report {}", b.aduan.id)))?;
    let jatuh = ESKALASI_ATAS.batas.jatuh(sejak, &b.kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))?.jatuh;
    if hari <= jatuh {
        return Ok(0);
    }
    catat(tx, b, putaran, TINGKAT_INSTANSI, tenggat, hari).await?;
    let kepada = [Kepada::PembinaInstansi(b.aduan.instansi_id), Kepada::PenyelenggaraInstansi(b.aduan.instansi_id)];
    let isi = serde_json::json!({ "nomor": b.aduan.nomor, "tanggal": tenggat });
    let sekali = format!("aduan-naik-instansi/{}/{putaran}", b.aduan.id);
    let kabar = Pemberitahuan {
        jenis: "aduan-naik",
        kepada: &kepada,
        kecuali: None,
        periode: None,
        lokus: None,
        tautan: "/aduan/eskalasi",
        isi: &isi,
        sekali: &sekali,
    };
    beri_tahu(tx, &kabar).await
}

async fn catat(tx: &Tx, b: &Terbuka, putaran: i64, tingkat: &str, tenggat: &str, hari: Date) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO pengaduan_eskalasi (id, pengaduan_id, putaran, tingkat, unit_id, tenggat, tanggal, pada) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![crate::id::baru(), b.aduan.id, putaran, tingkat, b.aduan.penangan_id, tenggat, hari.to_string(), tx.pada],
    )
    .await?;
    let k = Kejadian::baru("pengaduan.naik", "pengaduan", b.aduan.id)
        .instansi(b.aduan.instansi_id)
        .rincian(serde_json::json!({ "tingkat": tingkat, "putaran": putaran, "tenggat": tenggat }));
    audit::catat_oleh(tx, None, k).await.map(drop)
}

/// A report that was raised, for those above: nothing of what it says, nobody's name.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BarisNaik {
    pub id: Uuid,
    pub pengaduan_id: PengaduanId,
    pub nomor: String,
    pub instansi: String,
    /// `None` where nobody was given it yet, and of a report of wrongdoing.
    pub unit: Option<String>,
    pub kelas: Option<String>,
    pub tingkat: String,
    /// As [`Naik::kepada`].
    pub kepada: String,
    /// The limit that was over, and the day on which it was raised.
    pub tenggat: String,
    pub tanggal: String,
    /// State and due day now.
    pub keadaan: String,
    /// 1: somebody of the office still owes the step that was late.
    pub terbuka: i64,
    /// 1: the person may open the report itself.
    pub boleh: i64,
    pub ilustrasi: i64,
}

/// Reports that were raised and that the person is to see: those still open first, then the newest; and how many.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, k: &KotakEskalasi, lewati: i64, batas: i64) -> Hasil<(Vec<BarisNaik>, i64)> {
    let mut v: Vec<Value> = Vec::new();
    let (mut syarat, mut boleh) = (Vec::new(), Vec::new());
    let mut satu = |x: Value| {
        v.push(x);
        v.len()
    };
    for i in &k.atas {
        syarat.push(format!("(e.tingkat = 'instansi' AND p.instansi_id = ${})", satu((*i).into())));
    }
    for w in &k.wilayah {
        syarat.push(format!(
            "(e.tingkat = 'instansi' AND i.wilayah = ${} AND i.jenis IN ('provinsi', 'kabupaten', 'kota'))",
            satu(w.as_str().into())
        ));
    }
    for i in &k.penghubung {
        let s = format!("p.instansi_id = ${}", satu((*i).into()));
        syarat.push(s.clone());
        boleh.push(s);
    }
    for u in &k.unit {
        let n = satu((*u).into());
        // What was raised while the unit had it; the way in only while it still has.
        syarat.push(format!("(p.pelanggaran = 0 AND (u.id = ${n} OR u.induk_id = ${n}))"));
        boleh.push(format!("(p.pelanggaran = 0 AND (k.unit_id = ${n} OR h.induk_id = ${n}))"));
    }
    if syarat.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let boleh = if boleh.is_empty() { "1 = 0".to_owned() } else { boleh.join(" OR ") };
    let dari = format!(
        "FROM pengaduan_eskalasi e JOIN pengaduan p ON p.id = e.pengaduan_id JOIN pengaduan_kini k ON k.pengaduan_id = p.id
         JOIN instansi i ON i.id = p.instansi_id LEFT JOIN unit u ON u.id = e.unit_id LEFT JOIN unit h ON h.id = k.unit_id WHERE {}",
        syarat.join(" OR ")
    );
    let c = store.baca();
    let semua = c.angka(&format!("SELECT COUNT(*) AS n {dari}"), v.clone()).await?;
    let terbuka = "CAST(CASE WHEN k.giliran IN ('penghubung', 'unit') AND k.tenggat = e.tenggat THEN 1 ELSE 0 END AS bigint)";
    let n = v.len();
    let sql = format!(
        "SELECT e.id, e.pengaduan_id, p.nomor, i.nama AS instansi, CASE WHEN p.pelanggaran = 1 THEN NULL ELSE u.nama END AS unit, k.kelas, e.tingkat,
         {KEPADA} AS kepada, e.tenggat, e.tanggal, k.keadaan, {terbuka} AS terbuka, CAST(CASE WHEN {boleh} THEN 1 ELSE 0 END AS bigint) AS boleh, p.ilustrasi
         {dari} ORDER BY terbuka DESC, e.tanggal DESC, e.id DESC LIMIT ${} OFFSET ${}",
        n + 1,
        n + 2
    );
    v.extend([batas.into(), lewati.into()]);
    Ok((c.semua(&sql, v).await?, semua))
}
