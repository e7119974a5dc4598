//! Who came to a session: typed by the attendee under the public address, taken from his account by one press, or added by
//! the organiser. The audit log holds no name; an erased entry keeps its row without its texts.

use super::{Pintu, catat, dari_token, instansi, kunci, pintu};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu, audit,
    hak::{Pelaku, PembacaPeriode, PenyelenggaraPeriode},
    id::{AkunId, HadirId, JadwalId},
    kueri::{self, Kueri},
    nilai,
    peran::Lingkup,
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// Most people of one session: a public address is no place for an endless list.
pub const BATAS_HADIR: i64 = 2000;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Hadir {
    pub id: HadirId,
    pub akun_id: Option<AkunId>,
    pub nama: String,
    pub jabatan: String,
    pub unit: String,
    pub pada: Waktu,
}

/// `id` is made when the form is shown, so that pressing twice is one entry.
#[derive(Debug, Clone, Copy)]
pub struct HadirBaru<'a> {
    pub id: HadirId,
    pub nama: &'a str,
    pub jabatan: &'a str,
    pub unit: &'a str,
}

/// People of a session in the order in which they came; erased entries are left out.
pub async fn daftar_hadir(store: &Store, hak: &PembacaPeriode, id: JadwalId) -> Hasil<Vec<Hadir>> {
    store
        .baca()
        .semua(
            "SELECT h.id, h.akun_id, h.nama, h.jabatan, h.unit, h.pada FROM kegiatan_hadir h JOIN jadwal j ON j.id = h.jadwal_id
             LEFT JOIN kegiatan_hadir_hapus x ON x.hadir_id = h.id WHERE h.jadwal_id = $1 AND j.periode_id = $2 AND x.hadir_id IS NULL
             ORDER BY h.pada, h.id LIMIT 2000",
            nilai![id, hak.periode.id],
        )
        .await
}

const HIDUP: &str =
    "FROM kegiatan_hadir h LEFT JOIN kegiatan_hadir_hapus x ON x.hadir_id = h.id WHERE x.hadir_id IS NULL AND h.jadwal_id = $1";

#[derive(FromQueryResult)]
struct Datang {
    jadwal_id: JadwalId,
    n: i64,
}

/// How many came to each of these events, a page of them; those without a prepared session are left out.
pub async fn jumlah_hadir_beberapa(store: &Store, id: &[JadwalId]) -> Hasil<HashMap<JadwalId, i64>> {
    if id.is_empty() {
        return Ok(HashMap::new());
    }
    let tempat = kueri::tempat(1..=id.len());
    let sql = format!(
        "SELECT k.jadwal_id, (SELECT COUNT(*) FROM kegiatan_hadir h LEFT JOIN kegiatan_hadir_hapus x ON x.hadir_id = h.id
           WHERE x.hadir_id IS NULL AND h.jadwal_id = k.jadwal_id) AS n
         FROM kegiatan k WHERE k.jadwal_id IN ({tempat}) ORDER BY k.jadwal_id"
    );
    let semua: Vec<Datang> = store.baca().semua(&sql, id.iter().map(|i| (*i).into()).collect()).await?;
    Ok(semua.into_iter().map(|d| (d.jadwal_id, d.n)).collect())
}

/// Whether this account is on the list.
pub async fn sudah_hadir(store: &Store, id: JadwalId, akun: AkunId) -> Hasil<bool> {
    Ok(store.baca().angka(&format!("SELECT COUNT(*) AS n {HIDUP} AND h.akun_id = $2"), nilai![id, akun]).await? > 0)
}

/// Records an attendee under the public address. Signed in, a person is there once, and his roles say where he works when he wrote
/// nothing; typed, a name of a unit is.
///
/// # Errors
/// `Keadaan("hadir-belum")`, `Keadaan("hadir-lewat")`, `Keadaan("hadir-batal")`, `Keadaan("hadir-penuh")`, `TidakDitemukan`.
pub async fn hadir(store: &Store, token: &str, pelaku: Option<&Pelaku>, baru: HadirBaru<'_>) -> Hasil<()> {
    let (j, _) = dari_token(store, token).await?;
    match pintu(&j, store.sekarang())? {
        Pintu::Terbuka => {}
        Pintu::Belum => return Err(StoreError::Keadaan("hadir-belum")),
        Pintu::Lewat => return Err(StoreError::Keadaan("hadir-lewat")),
        Pintu::Batal => return Err(StoreError::Keadaan("hadir-batal")),
    }
    let tx = store.mulai().await?;
    let sql = format!("SELECT jadwal_id AS id FROM kegiatan WHERE jadwal_id = $1{}", tx.kunci_baris());
    tx.satu::<Terkunci>(&sql, nilai![j.id]).await?;
    let tempat = match pelaku.filter(|_| baru.unit.trim().is_empty()) {
        Some(p) => tempat(&tx, p).await?,
        None => String::new(),
    };
    let baru = if tempat.is_empty() { baru } else { HadirBaru { unit: &tempat, ..baru } };
    if tulis(&tx, j.id, pelaku.map(|p| p.akun), baru).await? {
        let k = audit::Kejadian::baru("kegiatan.hadir", "kegiatan", j.id).instansi(instansi(&j));
        audit::catat_oleh(&tx, pelaku.map(|p| p.akun), k.rincian(serde_json::json!({ "hadir": baru.id }))).await?;
    }
    tx.commit().await
}

/// Where a person works by his roles: the unit, or else the instansi; empty when no role says so.
async fn tempat(tx: &Tx, pelaku: &Pelaku) -> Hasil<String> {
    let unit = pelaku.peran.iter().find_map(|p| if let Lingkup::Unit { unit, .. } = &p.lingkup { Some(*unit) } else { None });
    let instansi = pelaku.peran.iter().find_map(|p| if let Lingkup::Instansi(i) = &p.lingkup { Some(*i) } else { None });
    let nama: Option<Nama> = match (unit, instansi) {
        (Some(u), _) => tx.mungkin("SELECT nama FROM unit WHERE id = $1", nilai![u]).await?,
        (None, Some(i)) => tx.mungkin("SELECT nama FROM instansi WHERE id = $1", nilai![i]).await?,
        (None, None) => None,
    };
    Ok(nama.map(|n| n.nama).unwrap_or_default())
}

#[derive(FromQueryResult)]
struct Nama {
    nama: String,
}

/// Adds somebody who could not do it himself, also after the time.
///
/// # Errors
/// `Keadaan("kegiatan-belum")` before the session was prepared, `Keadaan("hadir-penuh")`.
pub async fn catat_manual(store: &Store, hak: &PenyelenggaraPeriode, jadwal: JadwalId, baru: HadirBaru<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    if kunci(&tx, hak, jadwal).await?.versi.is_none() {
        return Err(StoreError::Keadaan("kegiatan-belum"));
    }
    if tulis(&tx, jadwal, None, baru).await? {
        catat(&tx, hak, "kegiatan.hadir", jadwal, serde_json::json!({ "hadir": baru.id })).await?;
    }
    tx.commit().await
}

/// Whether a row was added: `false` when he is on the list already.
async fn tulis(tx: &Tx, jadwal: JadwalId, akun: Option<AkunId>, b: HadirBaru<'_>) -> Hasil<bool> {
    if tx.angka(&format!("SELECT COUNT(*) AS n {HIDUP}"), nilai![jadwal]).await? >= BATAS_HADIR {
        return Err(StoreError::Keadaan("hadir-penuh"));
    }
    let sama = format!(
        "SELECT COUNT(*) AS n {HIDUP} AND (h.akun_id = $2 OR (h.akun_id IS NULL AND LOWER(h.nama) = LOWER($3) AND LOWER(h.unit) = LOWER($4)))"
    );
    if tx.angka(&sama, nilai![jadwal, akun, b.nama.trim(), b.unit.trim()]).await? > 0 {
        return Ok(false);
    }
    let n = tx
        .jalankan(
            "INSERT INTO kegiatan_hadir (id, jadwal_id, akun_id, nama, jabatan, unit, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![b.id, jadwal, akun, b.nama.trim(), b.jabatan.trim(), b.unit.trim(), tx.pada],
        )
        .await?;
    Ok(n > 0)
}

#[derive(FromQueryResult)]
struct Terkunci {
    #[expect(dead_code, reason = "only the lock on the row matters")]
    id: JadwalId,
}

/// Erases an entry with a reason: a mistake, or the person asked for it. The texts go, the row says that it was there.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan` for an entry of another session.
pub async fn hapus_hadir(store: &Store, hak: &PenyelenggaraPeriode, jadwal: JadwalId, id: HadirId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak, jadwal).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM kegiatan_hadir WHERE id = $1 AND jadwal_id = $2", nilai![id, jadwal]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let n = tx
        .jalankan(
            "INSERT INTO kegiatan_hadir_hapus (hadir_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (hadir_id) DO NOTHING",
            nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        tx.jalankan("UPDATE kegiatan_hadir SET akun_id = NULL, nama = '', jabatan = '', unit = '' WHERE id = $1", nilai![id]).await?;
        catat(&tx, hak, "kegiatan.hadir-hapus", jadwal, serde_json::json!({ "hadir": id })).await?;
    }
    tx.commit().await
}
