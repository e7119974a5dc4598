//! Who sits at which counter. An officer has one at a time; whoever takes a counter over sends the one before away from it.

use super::{kunci, topik};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::PelaksanaGerai,
    id::{AkunId, GeraiId, LoketBukaId, LoketId},
    kueri::Kueri,
    nilai, peristiwa,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A counter of a gerai and who sits there today.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Loket {
    pub id: LoketId,
    pub nama: String,
    /// Empty while nobody sits there.
    pub akun_id: Option<AkunId>,
    pub petugas: Option<String>,
    pub sejak: Option<Waktu>,
    /// What the counter remembers between two calls ([`::layanan::antrean::Giliran::nilai`]).
    pub beruntun: Option<i64>,
}

/// The counters of a gerai, by name.
pub async fn semua<C: ConnectionTrait>(c: &C, gerai: GeraiId, hari: &str) -> Hasil<Vec<Loket>> {
    c.semua(
        "SELECT l.id, l.nama, k.akun_id, a.nama AS petugas, b.pada AS sejak, k.beruntun FROM loket l
         LEFT JOIN loket_kini k ON k.loket_id = l.id AND k.tanggal = $2 LEFT JOIN akun a ON a.id = k.akun_id
         LEFT JOIN loket_buka b ON b.id = k.buka_id WHERE l.gerai_id = $1 ORDER BY LENGTH(l.nama), l.nama, l.id LIMIT 200",
        nilai![gerai, hari],
    )
    .await
}

/// What a counter is called.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn nama<C: ConnectionTrait>(c: &C, id: LoketId) -> Hasil<String> {
    #[derive(FromQueryResult)]
    struct Nama {
        nama: String,
    }
    Ok(c.satu::<Nama>("SELECT nama FROM loket WHERE id = $1", nilai![id]).await?.nama)
}

/// The officer's own counter in this gerai today.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub(super) struct Duduk {
    pub loket_id: LoketId,
    pub beruntun: i64,
}

pub(super) async fn milik<C: ConnectionTrait>(c: &C, gerai: GeraiId, akun: AkunId, hari: &str) -> Hasil<Option<Duduk>> {
    let sql = "SELECT loket_id, beruntun FROM loket_kini WHERE gerai_id = $1 AND akun_id = $2 AND tanggal = $3";
    c.mungkin(sql, nilai![gerai, akun, hari]).await
}

/// Where an officer sits now in another gerai of the same day, and whom he has there.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct DiLain {
    pub gerai_id: GeraiId,
    pub gerai_kode: String,
    pub loket: String,
    /// The number that is called or served there.
    pub nomor: Option<String>,
}

/// The counter that an officer keeps in another gerai on a local day; he has one at a time.
pub async fn di_lain<C: ConnectionTrait>(c: &C, gerai: GeraiId, akun: AkunId, hari: &str) -> Hasil<Option<DiLain>> {
    let sql = "SELECT k.gerai_id, g.kode AS gerai_kode, l.nama AS loket, t.nomor FROM loket_kini k JOIN gerai g ON g.id = k.gerai_id
        JOIN loket l ON l.id = k.loket_id LEFT JOIN tiket t ON t.di_gerai = k.gerai_id AND t.tanggal = k.tanggal
          AND t.keadaan IN ('dipanggil', 'dilayani') AND t.loket_id = k.loket_id
        WHERE k.akun_id = $2 AND k.gerai_id <> $1 AND k.tanggal = $3 ORDER BY k.loket_id LIMIT 1";
    c.mungkin(sql, nilai![gerai, akun, hari]).await
}

#[derive(FromQueryResult)]
struct Kini {
    loket_id: LoketId,
    gerai_id: GeraiId,
    buka_id: LoketBukaId,
    akun_id: AkunId,
    tanggal: String,
}

/// Sits down at a counter. The same again changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a counter of another gerai; `Keadaan` when a ticket is still at the counter that the officer had before.
pub async fn buka(store: &Store, hak: &PelaksanaGerai, loket: LoketId) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci::ambil(&tx, &[hak.gerai.id]).await?;
    let sql = "SELECT COUNT(*) AS n FROM loket WHERE id = $1 AND gerai_id = $2";
    if tx.angka(sql, nilai![loket, hak.gerai.id]).await? == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let rumah = super::simpan::rumah(&*tx, hak.gerai.mpp_id).await?;
    let hari = rumah.zona().tanggal(tx.pada.timestamp()).to_string();
    let akun = hak.pelaku().akun;
    let sql = "SELECT loket_id, gerai_id, buka_id, akun_id, tanggal FROM loket_kini WHERE loket_id = $1 OR akun_id = $2 ORDER BY loket_id";
    let kini: Vec<Kini> = tx.semua(sql, nilai![loket, akun]).await?;
    if kini.iter().any(|k| k.loket_id == loket && k.akun_id == akun && k.tanggal == hari) {
        return Ok(());
    }
    for k in &kini {
        if k.loket_id != loket && k.tanggal == hari {
            harus_kosong(&tx, k, &hari).await?;
        }
        tutup_satu(&tx, akun, k).await?;
    }
    let id = LoketBukaId::baru();
    tx.jalankan(
        "INSERT INTO loket_buka (id, loket_id, gerai_id, akun_id, tanggal, pada) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, loket, hak.gerai.id, akun, hari.as_str(), tx.pada],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO loket_kini (loket_id, gerai_id, buka_id, akun_id, tanggal, beruntun) VALUES ($1, $2, $3, $4, $5, 0)",
        nilai![loket, hak.gerai.id, id, akun, hari],
    )
    .await?;
    catat(&tx, hak, "loket.buka", loket, &rumah).await?;
    tx.commit().await
}

/// Leaves the counter.
///
/// # Errors
/// `Keadaan` while a ticket is there.
pub async fn tutup(store: &Store, hak: &PelaksanaGerai) -> Hasil<()> {
    let tx = store.mulai().await?;
    kunci::ambil(&tx, &[hak.gerai.id]).await?;
    let rumah = super::simpan::rumah(&*tx, hak.gerai.mpp_id).await?;
    let sql = "SELECT loket_id, gerai_id, buka_id, akun_id, tanggal FROM loket_kini WHERE gerai_id = $1 AND akun_id = $2";
    let Some(k) = tx.mungkin::<Kini>(sql, nilai![hak.gerai.id, hak.pelaku().akun]).await? else { return Ok(()) };
    harus_kosong(&tx, &k, &k.tanggal).await?;
    tutup_satu(&tx, hak.pelaku().akun, &k).await?;
    catat(&tx, hak, "loket.tutup", k.loket_id, &rumah).await?;
    tx.commit().await
}

async fn harus_kosong(tx: &Tx, k: &Kini, hari: &str) -> Hasil<()> {
    let sql =
        "SELECT COUNT(*) AS n FROM tiket WHERE di_gerai = $1 AND tanggal = $2 AND keadaan IN ('dipanggil', 'dilayani') AND loket_id = $3";
    if tx.angka(sql, nilai![k.gerai_id, hari, k.loket_id]).await? > 0 {
        return Err(StoreError::Keadaan("antrean-loket-berisi"));
    }
    Ok(())
}

async fn tutup_satu(tx: &Tx, oleh: AkunId, k: &Kini) -> Hasil<()> {
    tx.jalankan("INSERT INTO loket_tutup (buka_id, pada, oleh) VALUES ($1, $2, $3)", nilai![k.buka_id, tx.pada, oleh]).await?;
    tx.jalankan("DELETE FROM loket_kini WHERE loket_id = $1", nilai![k.loket_id]).await?;
    peristiwa::siarkan(tx, &topik(k.gerai_id), &serde_json::json!({})).await
}

async fn catat(tx: &Tx, hak: &PelaksanaGerai, aksi: &str, loket: LoketId, rumah: &super::simpan::Rumah) -> Hasil<()> {
    let k = Kejadian::baru(aksi, "loket", loket).instansi(rumah.instansi_id).rincian(serde_json::json!({ "gerai": hak.gerai.id }));
    audit::catat(tx, hak.pelaku(), k).await?;
    peristiwa::siarkan(tx, &topik(hak.gerai.id), &serde_json::json!({})).await
}
