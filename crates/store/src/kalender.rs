//! The working calendar of an instansi: its weekly rule and its own days, beside the national list that ships.
//!
//! Counting is `layanan`; here are only the rows, who may change them, and the calendar made from both. A change is a new
//! row, so that it stays visible by which rule an earlier deadline was counted. Bookings that it takes away are found, and promised days
//! of open cases are moved, in the same transaction ([`pesanan`], [`permohonan`]); due days of reports right after it ([`pengaduan`]).

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    antrean::tetap_buka,
    audit::{self, Kejadian},
    hak::PengelolaKalender,
    id::{InstansiId, KalenderHariId},
    kueri::Kueri,
    nilai, pengaduan,
    permohonan::{self, SebabGeser},
    pesanan,
};
use jiff::civil::Date;
use layanan::{AkhirPekan, Kalender, Tenggat};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Working days of a right of reply where the office decided nothing. Our choice: no regulation that we could read names a number.
pub const HAK_JAWAB_BAWAAN: i64 = 5;
/// Longest right of reply or repair time, in working days.
pub const HARI_TERBANYAK: i64 = 60;

/// The weekly rule of an office.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Aturan {
    /// Digits of the ISO week days that are not worked (`67`).
    pub akhir_pekan: String,
    /// `libur` or `kerja`.
    pub cuti_bersama: String,
    pub hak_jawab_hari: i64,
    /// Where the rule stands, in the office's words.
    pub sumber: String,
    pub pada: Waktu,
    pub nama: String,
}

/// A day of the office's own.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Hari {
    pub id: KalenderHariId,
    /// ISO date.
    pub tanggal: String,
    /// `libur` or `kerja`.
    pub jenis: String,
    pub nama: String,
    pub sumber: String,
    pub pada: Waktu,
    pub oleh_nama: String,
}

/// The newest rule; `None` while the office decided nothing (Saturday and Sunday, cuti bersama free).
pub async fn aturan<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Option<Aturan>> {
    c.mungkin(
        "SELECT k.akhir_pekan, k.cuti_bersama, k.hak_jawab_hari, k.sumber, k.pada, a.nama FROM kalender_aturan k
         JOIN akun a ON a.id = k.oleh WHERE k.instansi_id = $1 ORDER BY k.id DESC LIMIT 1",
        nilai![instansi],
    )
    .await
}

/// Days of the office's own, by date.
pub async fn hari<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Vec<Hari>> {
    c.semua(
        "SELECT h.id, h.tanggal, h.jenis, h.nama, h.sumber, h.pada, a.nama AS oleh_nama FROM kalender_hari h
         JOIN akun a ON a.id = h.oleh LEFT JOIN kalender_hari_hapus x ON x.hari_id = h.id
         WHERE h.instansi_id = $1 AND x.hari_id IS NULL ORDER BY h.tanggal, h.id LIMIT 2000",
        nilai![instansi],
    )
    .await
}

/// The calendar by which deadlines of this office are counted now.
pub async fn kalender<C: ConnectionTrait>(c: &C, instansi: InstansiId) -> Hasil<Kalender> {
    let rusak = |e: String| StoreError::Rusak(format!("calendar of instansi {instansi}: {e}"));
    let mut k = match aturan(c, instansi).await? {
        Some(a) => Kalender::baru(a.akhir_pekan.parse::<AkhirPekan>().map_err(|e| rusak(e.to_string()))?, a.cuti_bersama == "kerja"),
        None => Kalender::baru(AkhirPekan::default(), false),
    };
    k.pakai(layanan::nasional());
    for h in hari(c, instansi).await? {
        k.hari_sendiri(h.tanggal.parse().map_err(|_| rusak(h.tanggal.clone()))?, h.jenis == "kerja", h.nama);
    }
    Ok(k)
}

/// The last day of `n` working days after `mulai`, and what is uncertain about it as JSON.
pub(crate) async fn tenggat<C: ConnectionTrait>(c: &C, instansi: InstansiId, mulai: Date, n: i64) -> Hasil<(Date, String)> {
    let n = u32::try_from(n).ok().filter(|_| (1..=HARI_TERBANYAK).contains(&n)).ok_or(StoreError::Keadaan("tenggat-hari-di-luar"))?;
    let t: Tenggat = layanan::tambah_hari_kerja(mulai, n, &kalender(c, instansi).await?)
        .map_err(|e| StoreError::Rusak(format!("deadline from {mulai}: {e}")))?;
    let catatan = serde_json::json!({ "tanpa": t.tanpa_daftar, "perkiraan": t.perkiraan });
    Ok((t.jatuh, catatan.to_string()))
}

/// Years of a stored note: without a list, and with an estimate.
#[must_use]
pub fn baca_catatan(catatan: &str) -> (Vec<i16>, Vec<i16>) {
    let v: serde_json::Value = serde_json::from_str(catatan).unwrap_or_default();
    let tahun = |kunci: &str| v.get(kunci).and_then(|t| serde_json::from_value(t.clone()).ok()).unwrap_or_default();
    (tahun("tanpa"), tahun("perkiraan"))
}

#[derive(Debug, Clone)]
pub struct AturanBaru<'a> {
    pub akhir_pekan: AkhirPekan,
    pub cuti_bersama_kerja: bool,
    pub hak_jawab_hari: i64,
    pub sumber: &'a str,
}

/// Sets the weekly rule. The rule that already stands is not written again.
///
/// # Errors
/// `Keadaan("tenggat-hari-di-luar")` for a length outside 1 to 60.
pub async fn atur(store: &Store, hak: &PengelolaKalender, a: AturanBaru<'_>) -> Hasil<()> {
    if !(1..=HARI_TERBANYAK).contains(&a.hak_jawab_hari) {
        return Err(StoreError::Keadaan("tenggat-hari-di-luar"));
    }
    let (pekan, cuti) = (a.akhir_pekan.to_string(), if a.cuti_bersama_kerja { "kerja" } else { "libur" });
    let tx = store.mulai().await?;
    kunci(&tx, hak.instansi.id).await?;
    if let Some(l) = aturan(&*tx, hak.instansi.id).await?
        && (l.akhir_pekan.as_str(), l.cuti_bersama.as_str(), l.hak_jawab_hari, l.sumber.as_str())
            == (pekan.as_str(), cuti, a.hak_jawab_hari, a.sumber.trim())
    {
        return Ok(());
    }
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO kalender_aturan (id, instansi_id, akhir_pekan, cuti_bersama, hak_jawab_hari, sumber, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![id, hak.instansi.id, pekan.as_str(), cuti, a.hak_jawab_hari, a.sumber.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "kalender.atur", id, serde_json::json!({ "akhir_pekan": pekan, "cuti_bersama": cuti, "hak_jawab": a.hak_jawab_hari }))
        .await?;
    pesanan::dampak_instansi(&tx, hak.instansi.id).await?;
    permohonan::geser_instansi(&tx, hak.instansi.id, SebabGeser::Aturan).await?;
    selesai(store, tx, hak).await
}

#[derive(Debug, Clone)]
pub struct HariBaru<'a> {
    /// Made when the form is shown.
    pub id: KalenderHariId,
    pub tanggal: Date,
    /// Worked although it would be free; otherwise free.
    pub kerja: bool,
    pub nama: &'a str,
    pub sumber: &'a str,
}

/// Adds a day. The same id again does nothing. A day off closes no mall whose head decided hours for it: he is told.
///
/// # Errors
/// `SudahAda("tanggal")` while another row of the office names the date; `OperasiLain`.
pub async fn tambah_hari(store: &Store, hak: &PengelolaKalender, h: HariBaru<'_>) -> Hasil<()> {
    let tanggal = h.tanggal.to_string();
    let tx = store.mulai().await?;
    kunci(&tx, hak.instansi.id).await?;
    let semua = hari(&*tx, hak.instansi.id).await?;
    match semua.iter().find(|x| x.id == h.id || x.tanggal == tanggal) {
        Some(x) if x.id == h.id && x.tanggal == tanggal => return Ok(()),
        Some(x) if x.id == h.id => return Err(StoreError::OperasiLain),
        Some(_) => return Err(StoreError::SudahAda("tanggal")),
        None => {}
    }
    let jenis = if h.kerja { "kerja" } else { "libur" };
    tx.jalankan(
        "INSERT INTO kalender_hari (id, instansi_id, tanggal, jenis, nama, sumber, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![h.id, hak.instansi.id, tanggal.as_str(), jenis, h.nama.trim(), h.sumber.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak, "kalender.hari", h.id, serde_json::json!({ "tanggal": tanggal, "jenis": jenis })).await?;
    pesanan::dampak_instansi(&tx, hak.instansi.id).await?;
    if !h.kerja {
        tetap_buka::kabari(&tx, hak.instansi.id, (h.id, h.tanggal, h.nama.trim()), hak.pelaku().akun).await?;
    }
    let sebab = if h.kerja { SebabGeser::Kerja(h.id) } else { SebabGeser::Libur(h.id) };
    permohonan::geser_instansi(&tx, hak.instansi.id, sebab).await?;
    selesai(store, tx, hak).await
}

/// Takes a day out by a row that says who and when. Deadlines of an evaluation stay as they were given; promised
/// days of open cases move back.
///
/// # Errors
/// `TidakDitemukan` for a day of another office.
pub async fn hapus_hari(store: &Store, hak: &PengelolaKalender, id: KalenderHariId) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci(&tx, hak.instansi.id).await?;
    let sql = "SELECT COUNT(*) AS n FROM kalender_hari WHERE id = $1 AND instansi_id = $2";
    if tx.angka(sql, nilai![id, hak.instansi.id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO kalender_hari_hapus (hari_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (hari_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? > 0 {
        catat(&tx, hak, "kalender.hapus-hari", id, serde_json::json!({})).await?;
        pesanan::dampak_instansi(&tx, hak.instansi.id).await?;
        permohonan::geser_instansi(&tx, hak.instansi.id, SebabGeser::Hapus(id)).await?;
    }
    selesai(store, tx, hak).await
}

/// Reports of citizens are counted one by one and not all in this transaction: there may be thousands.
async fn selesai(store: &Store, tx: Tx, hak: &PengelolaKalender) -> Hasil<()> {
    tx.commit().await?;
    pengaduan::sesudah_kalender(store, hak.instansi.id).await;
    Ok(())
}

/// One writer of an office's calendar at a time.
async fn kunci(tx: &Tx, instansi: InstansiId) -> Hasil<()> {
    let sql = format!("SELECT versi AS n FROM instansi WHERE id = $1{}", tx.kunci_isi());
    tx.angka(&sql, nilai![instansi]).await.map(|_| ())
}

async fn catat(tx: &Tx, hak: &PengelolaKalender, aksi: &str, id: impl ToString, rincian: serde_json::Value) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "kalender", id).instansi(hak.instansi.id).rincian(rincian);
    audit::catat(tx, hak.pelaku(), k).await.map(|_| ())
}
