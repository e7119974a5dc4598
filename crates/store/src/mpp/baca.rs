//! Reading malls and what is in them.

use super::{Berhenti, Gerai, Halangan, Loket, Mpp, Pelaksana, Penempatan, TempatAntre, Tenan};
use crate::{
    Hasil, Store, Waktu,
    antrean::BERJALAN,
    hak::Pelaku,
    id::{AkunId, GeraiId, LayananId, PenempatanId, TenanId, UnitId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    skm::jangkauan,
};
use sea_orm::ConnectionTrait;

const MPP: &str =
    "SELECT m.unit_id, m.kode, u.nama, u.alamat, u.induk_id AS unit_induk, i.id AS instansi_id, i.nama AS instansi, i.wilayah, i.zona,
    m.ringkas, m.jam AS jam_json, m.lintang, m.bujur, m.ilustrasi, m.versi
    FROM mpp m JOIN unit u ON u.id = m.unit_id JOIN instansi i ON i.id = u.instansi_id";

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: UnitId) -> Hasil<Mpp> {
    c.satu(&format!("{MPP} WHERE m.unit_id = $1"), nilai![id]).await
}

/// By the public code.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Mpp> {
    c.satu(&format!("{MPP} WHERE m.kode = $1"), nilai![kode]).await
}

/// All malls by name, at most 1000 (there are 514 kabupaten and kota).
pub async fn semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Mpp>> {
    c.semua(&format!("{MPP} ORDER BY u.nama, m.unit_id LIMIT 1000"), vec![]).await
}

/// Malls in the scope of a person, by name: those where he has a role, and those of the instansi or region that he reads.
pub async fn milik(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Mpp>> {
    let (mut syarat, mut v) = jangkauan(pelaku);
    for p in pelaku.peran.iter().filter(|p| matches!(p.peran, Peran::Pelaksana | Peran::Kasir)) {
        if let Lingkup::Unit { unit, .. } = &p.lingkup {
            v.push((*unit).into());
            syarat = format!("({syarat} OR u.id = ${n} OR u.induk_id = ${n})", n = v.len());
        }
    }
    store.baca().semua(&format!("{MPP} WHERE {syarat} ORDER BY u.nama, m.unit_id LIMIT 1000"), v).await
}

const TENAN: &str = "SELECT t.id, t.mpp_id, t.nama, t.jenis, t.unit_id, t.sistem, t.versi, k.pada AS keluar, k.alasan AS keluar_alasan
    FROM tenan t LEFT JOIN tenan_keluar k ON k.tenan_id = t.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn tenan<C: ConnectionTrait>(c: &C, id: TenanId) -> Hasil<Tenan> {
    c.satu(&format!("{TENAN} WHERE t.id = $1"), nilai![id]).await
}

/// Tenants of a mall, those that left last.
pub async fn tenan_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Tenan>> {
    let sql = format!("{TENAN} WHERE t.mpp_id = $1 ORDER BY CASE WHEN k.pada IS NULL THEN 0 ELSE 1 END, t.nama, t.id LIMIT 500");
    c.semua(&sql, nilai![mpp]).await
}

const GERAI: &str = "SELECT g.id, g.mpp_id, g.tenan_id, t.nama AS tenan, t.unit_id, g.kode, g.nama, g.letak, g.bentuk, g.tautan, g.versi,
    x.pada AS tutup, x.alasan AS tutup_alasan FROM gerai g JOIN tenan t ON t.id = g.tenan_id LEFT JOIN gerai_tutup x ON x.gerai_id = g.id";

/// # Errors
/// `TidakDitemukan`.
pub async fn gerai<C: ConnectionTrait>(c: &C, id: GeraiId) -> Hasil<Gerai> {
    c.satu(&format!("{GERAI} WHERE g.id = $1"), nilai![id]).await
}

/// Gerai of a mall by code, closed ones last.
pub async fn gerai_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Gerai>> {
    let sql = format!("{GERAI} WHERE g.mpp_id = $1 ORDER BY CASE WHEN x.pada IS NULL THEN 0 ELSE 1 END, g.kode, g.id LIMIT 500");
    c.semua(&sql, nilai![mpp]).await
}

/// An open gerai by name, with a service that is given there now.
#[derive(Debug, Clone, sea_orm::FromQueryResult)]
pub struct NamaGerai {
    /// Public code of the mall.
    pub mal: String,
    /// The organisation that serves there.
    pub tenan: String,
    pub gerai: String,
    /// `None` where no service of this installation is given.
    pub layanan_id: Option<LayananId>,
}

/// The names of all open gerai, once for each service given there; for the search of the portal. At most 50,000.
pub async fn nama_gerai<C: ConnectionTrait>(c: &C) -> Hasil<Vec<NamaGerai>> {
    let sql = format!(
        "SELECT m.kode AS mal, t.nama AS tenan, g.nama AS gerai, p.layanan_id FROM gerai g JOIN tenan t ON t.id = g.tenan_id
         JOIN mpp m ON m.unit_id = g.mpp_id LEFT JOIN gerai_tutup x ON x.gerai_id = g.id LEFT JOIN gerai_layanan p ON p.gerai_id = g.id AND {HIDUP}
         WHERE x.gerai_id IS NULL ORDER BY g.id, p.id LIMIT 50000"
    );
    c.semua(&sql, vec![]).await
}

/// Who is still at a gerai, or counts on it.
pub async fn halangan<C: ConnectionTrait>(c: &C, mpp: &Mpp, gerai: GeraiId, pada: Waktu) -> Hasil<Halangan> {
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM tiket WHERE di_gerai = $1 AND tanggal = $2 AND keadaan IN {BERJALAN}) AS nomor,
          (SELECT COUNT(*) FROM permohonan WHERE gerai_id = $1
            AND keadaan NOT IN ('selesai', 'ditolak', 'dibatalkan', 'diarsipkan')) AS permohonan,
          (SELECT COUNT(*) FROM pesanan p JOIN gerai_layanan l ON l.id = p.gerai_layanan_id
            LEFT JOIN pesanan_batal b ON b.pesanan_id = p.id LEFT JOIN pesanan_hadir h ON h.pesanan_id = p.id
            WHERE l.gerai_id = $1 AND p.tanggal >= $2 AND b.pesanan_id IS NULL AND h.pesanan_id IS NULL) AS pesanan"
    );
    c.satu(&sql, nilai![gerai, pada.hari(&mpp.zona).to_string()]).await
}

/// Counters of a gerai by name.
pub async fn loket<C: ConnectionTrait>(c: &C, gerai: GeraiId) -> Hasil<Vec<Loket>> {
    c.semua("SELECT id, gerai_id, nama FROM loket WHERE gerai_id = $1 ORDER BY nama, id LIMIT 100", nilai![gerai]).await
}

macro_rules! terpakai {
    () => {
        "NOT EXISTS (SELECT 1 FROM gerai_layanan_akhir ha WHERE ha.gerai_layanan_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM gerai_tutup hg WHERE hg.gerai_id = p.gerai_id)
    AND NOT EXISTS (SELECT 1 FROM layanan_tutup hl WHERE hl.layanan_id = p.layanan_id)"
    };
}

/// SQL that holds for a placement `p` (a row of `gerai_layanan`) that is given now: neither it ended, nor its gerai, nor its
/// service, and no unit is still asked for its consent.
pub(crate) const HIDUP: &str = concat!(
    terpakai!(),
    " AND NOT EXISTS (SELECT 1 FROM penempatan_minta hm WHERE hm.gerai_layanan_id = p.id
        AND NOT EXISTS (SELECT 1 FROM penempatan_jawab hj WHERE hj.minta_id = hm.id))"
);

/// SQL that holds for a placement `p` that was given at some time: one that needed consent had it.
pub(crate) const PERNAH: &str = "(NOT EXISTS (SELECT 1 FROM penempatan_minta nm WHERE nm.gerai_layanan_id = p.id)
    OR EXISTS (SELECT 1 FROM penempatan_minta nm JOIN penempatan_jawab nj ON nj.minta_id = nm.id
        WHERE nm.gerai_layanan_id = p.id AND nj.jenis = 'setuju'))";

const PENEMPATAN: &str = "SELECT p.id, p.mpp_id, p.gerai_id, g.nama AS gerai, p.layanan_id, l.nama AS layanan, l.kode AS layanan_kode,
    l.unit_id, p.awalan, p.menit, p.kehadiran, p.versi, x.pada AS akhir
    FROM gerai_layanan p JOIN gerai g ON g.id = p.gerai_id JOIN layanan l ON l.id = p.layanan_id
    LEFT JOIN gerai_layanan_akhir x ON x.gerai_layanan_id = p.id";

/// One placement, ended or not.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn penempatan_satu<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Penempatan> {
    c.satu(&format!("{PENEMPATAN} WHERE p.id = $1"), nilai![id]).await
}

/// One placement that is given now.
///
/// # Errors
/// `TidakDitemukan` also for one that ended.
pub async fn penempatan_hidup<C: ConnectionTrait>(c: &C, id: PenempatanId) -> Hasil<Penempatan> {
    c.satu(&format!("{PENEMPATAN} WHERE p.id = $1 AND {HIDUP}"), nilai![id]).await
}

/// Services that a gerai gives now, by prefix.
pub async fn penempatan<C: ConnectionTrait>(c: &C, gerai: GeraiId) -> Hasil<Vec<Penempatan>> {
    let sql = format!("{PENEMPATAN} WHERE p.gerai_id = $1 AND {HIDUP} ORDER BY p.awalan, l.nama, p.id LIMIT 1000");
    c.semua(&sql, nilai![gerai]).await
}

/// Services that a mall gives now, by gerai and prefix.
pub async fn penempatan_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Penempatan>> {
    let sql = format!("{PENEMPATAN} WHERE p.mpp_id = $1 AND {HIDUP} ORDER BY g.kode, p.awalan, l.nama, p.id LIMIT 5000");
    c.semua(&sql, nilai![mpp]).await
}

/// The same with those that wait for consent: their prefix is taken.
pub(super) async fn terpakai<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Penempatan>> {
    c.semua(&format!("{PENEMPATAN} WHERE p.mpp_id = $1 AND {} ORDER BY p.id LIMIT 5000", terpakai!()), nilai![mpp]).await
}

/// Where a service is given now.
pub async fn penempatan_layanan<C: ConnectionTrait>(c: &C, layanan: LayananId) -> Hasil<Vec<Penempatan>> {
    let sql = format!("{PENEMPATAN} WHERE p.layanan_id = $1 AND {HIDUP} ORDER BY g.nama, p.id LIMIT 200");
    c.semua(&sql, nilai![layanan]).await
}

/// Where a number for a service can be taken now, by mall: places that people come to.
pub async fn tempat_antre<C: ConnectionTrait>(c: &C, layanan: LayananId) -> Hasil<Vec<TempatAntre>> {
    let sql = format!(
        "SELECT p.id AS penempatan_id, m.kode AS mpp_kode, u.nama AS mpp FROM gerai_layanan p JOIN gerai g ON g.id = p.gerai_id
         JOIN mpp m ON m.unit_id = p.mpp_id JOIN unit u ON u.id = p.mpp_id
         WHERE p.layanan_id = $1 AND g.bentuk = 'fisik' AND {HIDUP} ORDER BY u.nama, g.nama, p.id LIMIT 200"
    );
    c.semua(&sql, nilai![layanan]).await
}

/// Malls in which a service was given and is given no more, by mall, with the gerai that was the last.
pub async fn berhenti<C: ConnectionTrait>(c: &C, layanan: LayananId) -> Hasil<Vec<Berhenti>> {
    let masih = HIDUP.replace(" p.", " h.");
    let sql = format!(
        "SELECT u.nama AS mpp, g.nama AS gerai, CAST(CASE WHEN t.gerai_id IS NULL THEN 0 ELSE 1 END AS bigint) AS tutup,
         COALESCE(x.pada, t.pada) AS pada, i.zona FROM gerai_layanan p JOIN gerai g ON g.id = p.gerai_id JOIN unit u ON u.id = p.mpp_id
         JOIN instansi i ON i.id = u.instansi_id LEFT JOIN gerai_tutup t ON t.gerai_id = p.gerai_id
         LEFT JOIN gerai_layanan_akhir x ON x.gerai_layanan_id = p.id
         WHERE p.layanan_id = $1 AND (t.gerai_id IS NOT NULL OR x.gerai_layanan_id IS NOT NULL) AND {PERNAH}
         AND NOT EXISTS (SELECT 1 FROM gerai_layanan h WHERE h.layanan_id = p.layanan_id AND h.mpp_id = p.mpp_id AND {masih})
         ORDER BY u.nama, p.mpp_id, COALESCE(x.pada, t.pada) DESC, p.id DESC LIMIT 200"
    );
    let mut semua: Vec<Berhenti> = c.semua(&sql, nilai![layanan]).await?;
    semua.dedup_by(|a, b| a.mpp == b.mpp);
    Ok(semua)
}

const PELAKSANA: &str = "SELECT p.id, p.gerai_id, g.nama AS gerai, p.akun_id, a.nama, p.mulai, p.sampai, x.pada AS akhir
    FROM pelaksana p JOIN gerai g ON g.id = p.gerai_id JOIN akun a ON a.id = p.akun_id
    LEFT JOIN pelaksana_akhir x ON x.pelaksana_id = p.id";

/// Officers placed at a gerai, past ones too, the latest first.
pub async fn pelaksana_gerai<C: ConnectionTrait>(c: &C, gerai: GeraiId) -> Hasil<Vec<Pelaksana>> {
    c.semua(&format!("{PELAKSANA} WHERE p.gerai_id = $1 ORDER BY p.mulai DESC, p.id DESC LIMIT 500"), nilai![gerai]).await
}

/// Officers placed in a mall, past ones too, by gerai.
pub async fn pelaksana_mpp<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Vec<Pelaksana>> {
    c.semua(&format!("{PELAKSANA} WHERE g.mpp_id = $1 ORDER BY g.kode, a.nama, p.mulai DESC, p.id DESC LIMIT 2000"), nilai![mpp]).await
}

#[derive(sea_orm::FromQueryResult)]
struct Di {
    gerai_id: GeraiId,
}

/// Open gerai of a mall at which an account is placed on a local day.
pub(crate) async fn ditempatkan<C: ConnectionTrait>(c: &C, mpp: UnitId, akun: AkunId, hari: &str) -> Hasil<Vec<GeraiId>> {
    let sql = "SELECT DISTINCT p.gerai_id FROM pelaksana p JOIN gerai g ON g.id = p.gerai_id
        LEFT JOIN pelaksana_akhir x ON x.pelaksana_id = p.id LEFT JOIN gerai_tutup t ON t.gerai_id = g.id
        WHERE g.mpp_id = $1 AND p.akun_id = $2 AND p.mulai <= $3 AND (p.sampai IS NULL OR p.sampai >= $3)
          AND x.pelaksana_id IS NULL AND t.gerai_id IS NULL
        ORDER BY p.gerai_id LIMIT 500";
    Ok(c.semua::<Di>(sql, nilai![mpp, akun, hari]).await?.into_iter().map(|d| d.gerai_id).collect())
}
