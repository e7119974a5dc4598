//! Changing malls: each in one transaction with its audit event. Nothing is deleted; what ends is a row that says who, when
//! and why.

use super::{JENIS_TENAN, Jam, Tenan, baca, putusan};
use crate::{
    Hasil, Store, StoreError, Tx, antrean,
    audit::{self, Kejadian},
    hak::{KepalaMpp, Pelaku, PenyelenggaraInstansi},
    id::{GeraiId, InstansiId, LayananId, LoketId, PenempatanId, TenanId, UnitId},
    instansi::{self, kode_sah},
    kueri::Kueri,
    nilai, peristiwa, pesanan,
    versi::bentrok,
};
use jiff::civil::Time;
use layanan::antrean::Awalan;

/// What is said of a mall besides its unit.
#[derive(Debug, Clone, Copy)]
pub struct MppIsi<'a> {
    pub ringkas: &'a str,
    pub jam: &'a [Jam],
    /// Latitude and longitude in decimal degrees; both or none.
    pub letak: Option<(&'a str, &'a str)>,
}

#[derive(Debug, Clone, Copy)]
pub struct TenanIsi<'a> {
    pub nama: &'a str,
    /// One of [`JENIS_TENAN`].
    pub jenis: &'a str,
    /// Its unit in the register.
    pub unit: Option<UnitId>,
    /// Works in a system of its own.
    pub sendiri: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct GeraiIsi<'a> {
    /// Short and visible in the hall: `G01`.
    pub kode: &'a str,
    pub nama: &'a str,
    pub letak: &'a str,
    /// Address of a gerai that is wholly electronic.
    pub tautan: Option<&'a str>,
}

#[derive(Debug, Clone, Copy)]
pub struct PenempatanIsi<'a> {
    pub awalan: &'a str,
    /// Minutes of one visit by the office's own statement.
    pub menit: Option<i64>,
    /// Officers come by invitation instead of by schedule.
    pub undangan: bool,
}

fn periksa_isi(isi: &MppIsi<'_>) -> Hasil<String> {
    let jam = |t: &str| t.parse::<Time>().ok();
    let sah = |j: &Jam| (1..=7).contains(&j.hari) && matches!((jam(&j.mulai), jam(&j.selesai)), (Some(a), Some(b)) if a < b);
    if !isi.jam.iter().all(sah) {
        return Err(StoreError::Keadaan("mpp-jam"));
    }
    let derajat = |t: &str, batas: f64| t.parse::<f64>().is_ok_and(|d| d.is_finite() && d.abs() <= batas);
    if isi.letak.is_some_and(|(a, b)| !derajat(a, 90.0) || !derajat(b, 180.0)) {
        return Err(StoreError::Keadaan("mpp-letak"));
    }
    serde_json::to_string(isi.jam).map_err(|e| StoreError::Rusak(e.to_string()))
}

/// Makes a unit of the instansi a mall.
///
/// # Errors
/// `TidakDitemukan` for a unit of another instansi, `SudahAda`, `Keadaan` for a code, hours or a position that cannot be.
pub async fn buat(store: &Store, hak: &PenyelenggaraInstansi, unit: UnitId, kode: &str, isi: &MppIsi<'_>, ilustrasi: bool) -> Hasil<()> {
    let jam = periksa_isi(isi)?;
    if !kode_sah(kode) {
        return Err(StoreError::Keadaan("kode-tak-sah"));
    }
    if instansi::unit(store, unit).await?.instansi_id != hak.instansi.id {
        return Err(StoreError::TidakDitemukan);
    }
    let tx = store.mulai().await?;
    let (lintang, bujur) = isi.letak.unzip();
    tx.jalankan(
        "INSERT INTO mpp (unit_id, kode, ringkas, jam, lintang, bujur, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)",
        nilai![unit, kode, isi.ringkas.trim(), jam, lintang, bujur, i64::from(ilustrasi), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), hak.instansi.id, Kejadian::baru("mpp.buat", "mpp", unit), serde_json::json!({ "kode": kode })).await?;
    tx.commit().await
}

/// # Errors
/// `Bentrok` when somebody changed it after `versi`, `Keadaan` as in [`buat`].
pub async fn ubah(store: &Store, hak: &KepalaMpp, versi: i64, isi: &MppIsi<'_>) -> Hasil<()> {
    let jam = periksa_isi(isi)?;
    let tx = store.mulai().await?;
    let (lintang, bujur) = isi.letak.unzip();
    let n = tx
        .jalankan(
            "UPDATE mpp SET ringkas = $1, jam = $2, lintang = $3, bujur = $4, versi = versi + 1 WHERE unit_id = $5 AND versi = $6",
            nilai![isi.ringkas.trim(), jam, lintang, bujur, hak.mpp.unit_id, versi],
        )
        .await?;
    if n == 0 {
        let kini = baca::dari_id(&*tx, hak.mpp.unit_id).await?.versi;
        return Err(bentrok(&tx, "mpp", &hak.mpp.unit_id.to_string(), kini).await?);
    }
    kejadian(&tx, hak, Kejadian::baru("mpp.ubah", "mpp", hak.mpp.unit_id), serde_json::json!({})).await?;
    peristiwa::siarkan(&tx, &antrean::topik_balai(hak.mpp.unit_id), &serde_json::json!({})).await?;
    tx.commit().await
}

async fn catat(tx: &Tx, pelaku: &Pelaku, instansi: InstansiId, k: Kejadian<'_>, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, pelaku, k.instansi(instansi).rincian(rincian)).await?;
    Ok(())
}

pub(super) async fn kejadian(tx: &Tx, hak: &KepalaMpp, k: Kejadian<'_>, rincian: serde_json::Value) -> Hasil<()> {
    catat(tx, hak.pelaku(), hak.mpp.instansi_id, k, rincian).await
}

pub(super) fn wajib<'a>(teks: &'a str, kunci: &'static str) -> Hasil<&'a str> {
    let t = teks.trim();
    if t.is_empty() || t.chars().count() > 200 { Err(StoreError::Keadaan(kunci)) } else { Ok(t) }
}

/// # Errors
/// `Keadaan` without a name or with an unknown kind.
pub async fn tambah_tenan(store: &Store, hak: &KepalaMpp, id: TenanId, t: &TenanIsi<'_>) -> Hasil<()> {
    let nama = periksa_tenan(t)?;
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO tenan (id, mpp_id, nama, jenis, unit_id, sistem, versi, dibuat, oleh) VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, hak.mpp.unit_id, nama, t.jenis, t.unit, sistem(t), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        kejadian(&tx, hak, Kejadian::baru("tenan.tambah", "tenan", id), serde_json::json!({ "jenis": t.jenis })).await?;
    }
    tx.commit().await
}

fn periksa_tenan<'a>(t: &TenanIsi<'a>) -> Hasil<&'a str> {
    if !JENIS_TENAN.contains(&t.jenis) {
        return Err(StoreError::Keadaan("tenan-jenis"));
    }
    wajib(t.nama, "tenan-nama")
}

fn sistem(t: &TenanIsi<'_>) -> &'static str {
    if t.sendiri { "sendiri" } else { "prima" }
}

/// The tenant, in this mall.
async fn tenan_di(tx: &Tx, hak: &KepalaMpp, id: TenanId) -> Hasil<Tenan> {
    let t = baca::tenan(&**tx, id).await?;
    if t.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    Ok(t)
}

/// # Errors
/// `TidakDitemukan` in another mall, `Bentrok`, `Keadaan` as in [`tambah_tenan`].
pub async fn ubah_tenan(store: &Store, hak: &KepalaMpp, id: TenanId, versi: i64, t: &TenanIsi<'_>) -> Hasil<()> {
    let nama = periksa_tenan(t)?;
    let tx = store.mulai().await?;
    let kini = tenan_di(&tx, hak, id).await?;
    let n = tx
        .jalankan(
            "UPDATE tenan SET nama = $1, jenis = $2, unit_id = $3, sistem = $4, versi = versi + 1 WHERE id = $5 AND versi = $6",
            nilai![nama, t.jenis, t.unit, sistem(t), id, versi],
        )
        .await?;
    if n == 0 {
        return Err(bentrok(&tx, "tenan", &id.to_string(), kini.versi).await?);
    }
    kejadian(&tx, hak, Kejadian::baru("tenan.ubah", "tenan", id), serde_json::json!({})).await?;
    tx.commit().await
}

/// A tenant leaves; its gerai must be closed before.
///
/// # Errors
/// `Keadaan` without a reason, or while a gerai of it is open.
pub async fn keluarkan_tenan(store: &Store, hak: &KepalaMpp, id: TenanId, alasan: &str) -> Hasil<()> {
    let alasan = wajib(alasan, "alasan-wajib")?;
    let tx = store.mulai().await?;
    tenan_di(&tx, hak, id).await?;
    let buka =
        "SELECT COUNT(*) AS n FROM gerai g LEFT JOIN gerai_tutup x ON x.gerai_id = g.id WHERE g.tenan_id = $1 AND x.gerai_id IS NULL";
    if tx.angka(buka, nilai![id]).await? > 0 {
        return Err(StoreError::Keadaan("tenan-gerai-terbuka"));
    }
    tx.jalankan(
        "INSERT INTO tenan_keluar (tenan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (tenan_id) DO NOTHING",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    kejadian(&tx, hak, Kejadian::baru("tenan.keluar", "tenan", id), serde_json::json!({})).await?;
    tx.commit().await
}

fn periksa_gerai<'a>(g: &GeraiIsi<'a>) -> Hasil<(String, &'a str)> {
    let kode = g.kode.trim().to_uppercase();
    if !(1..=8).contains(&kode.len()) || !kode.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(StoreError::Keadaan("gerai-kode"));
    }
    if g.tautan.is_some_and(|t| !t.starts_with("https://") && !t.starts_with("http://")) {
        return Err(StoreError::Keadaan("gerai-tautan"));
    }
    Ok((kode, wajib(g.nama, "gerai-nama")?))
}

/// # Errors
/// `SudahAda("kode")`, `TidakDitemukan` for a tenant elsewhere, `Keadaan`.
pub async fn tambah_gerai(store: &Store, hak: &KepalaMpp, id: GeraiId, tenan: TenanId, g: &GeraiIsi<'_>) -> Hasil<()> {
    let (kode, nama) = periksa_gerai(g)?;
    let tx = store.mulai().await?;
    if tenan_di(&tx, hak, tenan).await?.keluar.is_some() {
        return Err(StoreError::Keadaan("tenan-sudah-keluar"));
    }
    if tx.angka("SELECT COUNT(*) AS n FROM gerai WHERE id = $1 AND mpp_id = $2", nilai![id, hak.mpp.unit_id]).await? > 0 {
        return Ok(());
    }
    let bentuk = if g.tautan.is_some() { "elektronik" } else { "fisik" };
    tx.jalankan(
        "INSERT INTO gerai (id, mpp_id, tenan_id, kode, nama, letak, bentuk, tautan, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)",
        nilai![id, hak.mpp.unit_id, tenan, kode.as_str(), nama, g.letak.trim(), bentuk, g.tautan, tx.pada, hak.pelaku().akun],
    )
    .await
    .map_err(kode_ada)?;
    kejadian(&tx, hak, Kejadian::baru("gerai.tambah", "gerai", id), serde_json::json!({ "kode": kode })).await?;
    tx.commit().await
}

fn kode_ada(e: StoreError) -> StoreError {
    if matches!(e, StoreError::SudahAda(_)) { StoreError::SudahAda("kode") } else { e }
}

/// The version of an open gerai of this mall.
pub(super) async fn gerai_di(tx: &Tx, hak: &KepalaMpp, id: GeraiId) -> Hasil<i64> {
    let g = baca::gerai(&**tx, id).await?;
    if g.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    if g.tutup.is_some() {
        return Err(StoreError::Keadaan("gerai-tutup"));
    }
    Ok(g.versi)
}

/// # Errors
/// As [`tambah_gerai`], and `Bentrok`.
pub async fn ubah_gerai(store: &Store, hak: &KepalaMpp, id: GeraiId, versi: i64, g: &GeraiIsi<'_>) -> Hasil<()> {
    let (kode, nama) = periksa_gerai(g)?;
    let tx = store.mulai().await?;
    let kini = gerai_di(&tx, hak, id).await?;
    let bentuk = if g.tautan.is_some() { "elektronik" } else { "fisik" };
    let n = tx
        .jalankan(
            "UPDATE gerai SET kode = $1, nama = $2, letak = $3, bentuk = $4, tautan = $5, versi = versi + 1 WHERE id = $6 AND versi = $7",
            nilai![kode, nama, g.letak.trim(), bentuk, g.tautan, id, versi],
        )
        .await
        .map_err(kode_ada)?;
    if n == 0 {
        return Err(bentrok(&tx, "gerai", &id.to_string(), kini).await?);
    }
    kejadian(&tx, hak, Kejadian::baru("gerai.ubah", "gerai", id), serde_json::json!({})).await?;
    tx.commit().await
}

/// Closes a gerai for good. Bookings ahead are found and their holders told.
///
/// # Errors
/// `Keadaan` without a reason, when it is closed, or while people wait there (`gerai-masih-antre`, `gerai-masih-permohonan`).
pub async fn tutup_gerai(store: &Store, hak: &KepalaMpp, id: GeraiId, alasan: &str) -> Hasil<()> {
    let alasan = wajib(alasan, "alasan-wajib")?;
    let tx = store.mulai().await?;
    gerai_di(&tx, hak, id).await?;
    putusan::tanpa_orang(&tx, hak, id).await?;
    putusan::gerai_tutup(&tx, hak, id, alasan).await?;
    tx.jalankan(
        "INSERT INTO gerai_tutup (gerai_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![id, alasan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    kejadian(&tx, hak, Kejadian::baru("gerai.tutup", "gerai", id), serde_json::json!({})).await?;
    pesanan::dampak_mpp(&tx, hak.mpp.unit_id).await?;
    tx.commit().await
}

/// # Errors
/// `SudahAda("nama")`, `Keadaan`.
pub async fn tambah_loket(store: &Store, hak: &KepalaMpp, id: LoketId, gerai: GeraiId, nama: &str) -> Hasil<()> {
    let nama = wajib(nama, "loket-nama")?;
    let tx = store.mulai().await?;
    gerai_di(&tx, hak, gerai).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM loket WHERE id = $1", nilai![id]).await? > 0 {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO loket (id, gerai_id, nama, dibuat, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, gerai, nama, tx.pada, hak.pelaku().akun],
    )
    .await
    .map_err(|e| if matches!(e, StoreError::SudahAda(_)) { StoreError::SudahAda("nama") } else { e })?;
    kejadian(&tx, hak, Kejadian::baru("loket.tambah", "gerai", gerai), serde_json::json!({ "nama": nama })).await?;
    tx.commit().await
}

/// Prefix in its form, free in this mall: on a board that shows both, `A-001` would be two people.
async fn awalan(tx: &Tx, hak: &KepalaMpp, teks: &str, kecuali: Option<PenempatanId>) -> Hasil<String> {
    let awalan = Awalan::baru(teks.trim()).map_err(|_| StoreError::Keadaan("penempatan-awalan"))?.to_string();
    tx.angka(&format!("SELECT versi AS n FROM mpp WHERE unit_id = $1{}", tx.kunci_isi()), nilai![hak.mpp.unit_id]).await?;
    let ada = baca::terpakai(&**tx, hak.mpp.unit_id).await?;
    if ada.iter().any(|p| p.awalan == awalan && Some(p.id) != kecuali) {
        return Err(StoreError::SudahAda("awalan"));
    }
    Ok(awalan)
}

/// Places a service at a gerai; one that ended there is taken up again. That of a unit of another government is given only once
/// the unit consents: it is asked ([`super::izin`]).
///
/// # Errors
/// `SudahAda("awalan")` while another placement of the mall has the prefix, `SudahAda("layanan")` where it is given already, `Keadaan`.
pub async fn tempatkan(
    store: &Store,
    hak: &KepalaMpp,
    id: PenempatanId,
    (gerai, layanan): (GeraiId, LayananId),
    isi: &PenempatanIsi<'_>,
) -> Hasil<PenempatanId> {
    let tx = store.mulai().await?;
    gerai_di(&tx, hak, gerai).await?;
    let l = crate::layanan::dari_id(&*tx, layanan).await?;
    if l.tutup.is_some() {
        return Err(StoreError::Keadaan("layanan-tutup"));
    }
    let ada = baca::terpakai(&*tx, hak.mpp.unit_id).await?;
    if let Some(p) = ada.iter().find(|p| p.gerai_id == gerai && p.layanan_id == layanan) {
        return if p.id == id { Ok(id) } else { Err(StoreError::SudahAda("layanan")) };
    }
    let awalan = awalan(&tx, hak, isi.awalan, None).await?;
    let n = tx
        .jalankan(
            "INSERT INTO gerai_layanan (id, mpp_id, gerai_id, layanan_id, awalan, menit, kehadiran, versi, dibuat, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9) ON CONFLICT (gerai_id, layanan_id) DO NOTHING",
            nilai![id, hak.mpp.unit_id, gerai, layanan, awalan.as_str(), menit(isi)?, kehadiran(isi), tx.pada, hak.pelaku().akun],
        )
        .await?;
    let id = if n > 0 { id } else { ambil_lagi(&tx, (gerai, layanan), &awalan, isi).await? };
    let rincian = serde_json::json!({ "gerai": gerai, "layanan": layanan, "awalan": awalan });
    kejadian(&tx, hak, Kejadian::baru("penempatan.tambah", "penempatan", id), rincian).await?;
    putusan::minta(&tx, hak, id, &l).await?;
    tx.commit().await?;
    Ok(id)
}

async fn ambil_lagi(tx: &Tx, (gerai, layanan): (GeraiId, LayananId), awalan: &str, isi: &PenempatanIsi<'_>) -> Hasil<PenempatanId> {
    #[derive(sea_orm::FromQueryResult)]
    struct Satu {
        id: PenempatanId,
    }
    let lama: Satu = tx.satu("SELECT id FROM gerai_layanan WHERE gerai_id = $1 AND layanan_id = $2", nilai![gerai, layanan]).await?;
    tx.jalankan("DELETE FROM gerai_layanan_akhir WHERE gerai_layanan_id = $1", nilai![lama.id]).await?;
    tx.jalankan(
        "UPDATE gerai_layanan SET awalan = $1, menit = $2, kehadiran = $3, versi = versi + 1 WHERE id = $4",
        nilai![awalan, menit(isi)?, kehadiran(isi), lama.id],
    )
    .await?;
    Ok(lama.id)
}

pub(super) fn menit(isi: &PenempatanIsi<'_>) -> Hasil<Option<i64>> {
    match isi.menit {
        Some(m) if !(1..=480).contains(&m) => Err(StoreError::Keadaan("penempatan-menit")),
        m => Ok(m),
    }
}

pub(super) fn kehadiran(isi: &PenempatanIsi<'_>) -> &'static str {
    if isi.undangan { "undangan" } else { "jadwal" }
}

/// # Errors
/// `Bentrok`, `SudahAda("awalan")`, `TidakDitemukan` in another mall, `Keadaan`.
pub async fn ubah_penempatan(store: &Store, hak: &KepalaMpp, id: PenempatanId, versi: i64, isi: &PenempatanIsi<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let p = baca::penempatan_satu(&*tx, id).await?;
    if p.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    let awalan = awalan(&tx, hak, isi.awalan, Some(id)).await?;
    let n = tx
        .jalankan(
            "UPDATE gerai_layanan SET awalan = $1, menit = $2, kehadiran = $3, versi = versi + 1 WHERE id = $4 AND versi = $5",
            nilai![awalan, menit(isi)?, kehadiran(isi), id, versi],
        )
        .await?;
    if n == 0 {
        return Err(bentrok(&tx, "penempatan", &id.to_string(), p.versi).await?);
    }
    kejadian(&tx, hak, Kejadian::baru("penempatan.ubah", "penempatan", id), serde_json::json!({})).await?;
    pesanan::dampak_mpp(&tx, hak.mpp.unit_id).await?;
    tx.commit().await
}

/// The service is no longer given there.
///
/// # Errors
/// `TidakDitemukan` in another mall, `Keadaan` without a reason.
pub async fn akhiri_penempatan(store: &Store, hak: &KepalaMpp, id: PenempatanId, alasan: &str) -> Hasil<()> {
    let alasan = wajib(alasan, "alasan-wajib")?;
    let tx = store.mulai().await?;
    if baca::penempatan_satu(&*tx, id).await?.mpp_id != hak.mpp.unit_id {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO gerai_layanan_akhir (gerai_layanan_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4)
             ON CONFLICT (gerai_layanan_id) DO NOTHING",
            nilai![id, alasan, tx.pada, hak.pelaku().akun],
        )
        .await?;
    kejadian(&tx, hak, Kejadian::baru("penempatan.akhir", "penempatan", id), serde_json::json!({})).await?;
    if n > 0 {
        putusan::batalkan(&tx, hak, id, alasan).await?;
    }
    pesanan::dampak_mpp(&tx, hak.mpp.unit_id).await?;
    tx.commit().await
}
