//! Whether an event was written by this installation. While it waits for the sealer its place in the queue holds a signature over it;
//! afterwards the signed head of its chain covers it. Who writes the database, but holds no key, can make neither.

use super::{Baris, BarisKepala, mata, pesan_kepala};
use crate::{
    Hasil, Kunci, Store, StoreError, Tx, Waktu,
    id::{AkunId, AuditId},
    kueri::{self, Kueri},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use uuid::Uuid;

/// The migration from which on waiting events are marked.
pub(crate) const MIGRASI: &str = "0065_audit_antre_tanda";

/// An event in the queue with its mark.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Menunggu {
    pub id: AuditId,
    pub pada: Waktu,
    rantai: String,
    akun_id: Option<AkunId>,
    aksi: String,
    objek: String,
    objek_id: String,
    rincian: String,
    tanda: Option<Vec<u8>>,
}

impl Menunggu {
    fn urai(self) -> (Baris, Option<Vec<u8>>) {
        let Self { id, pada, rantai, akun_id, aksi, objek, objek_id, rincian, tanda } = self;
        (Baris { id, pada, rantai, akun_id, aksi, objek, objek_id, rincian }, tanda)
    }
}

fn pesan(b: &Baris) -> Vec<u8> {
    [b"prima:kejadian:1\n".as_slice(), &b.kanonik()].concat()
}

/// The mark of an event that is being written.
pub(super) fn tandai(kunci: &Kunci, b: &Baris) -> Vec<u8> {
    kunci.tandai(&pesan(b))
}

fn sah(kunci: &Kunci, b: &Baris, tanda: Option<&[u8]>) -> bool {
    tanda.is_some_and(|t| kunci.sah(&pesan(b), t))
}

/// Whether the mark of a waiting event holds.
pub(crate) fn bertanda(kunci: &Kunci, m: Menunggu) -> bool {
    let (b, tanda) = m.urai();
    sah(kunci, &b, tanda.as_deref())
}

/// What the sealer takes next.
pub(super) const ANTRE: &str = "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian, q.tanda
    FROM audit_antre q JOIN audit a ON a.id = q.audit_id ORDER BY a.rantai, q.urut, a.id LIMIT 1000";

/// Where an event `a` stands: its link, or its place in the queue.
pub(crate) const TEMPAT: &str = "LEFT JOIN audit_mata m ON m.audit_id = a.id LEFT JOIN audit_antre q ON q.audit_id = a.id";
/// Events of one chain with [`TEMPAT`], the newest first: those that wait, then by their links. Not by their ids, which follow clocks: a clock
/// may have been ahead and set back. What has a link is no newer for being put into the queue again.
pub(crate) const TERBARU: &str = "CASE WHEN m.audit_id IS NULL AND q.audit_id IS NOT NULL THEN 0 ELSE 1 END, COALESCE(m.nomor, 0) DESC, COALESCE(q.urut, 0) DESC, a.id DESC";

/// Events with their marks, by a hash over both.
pub(super) type Kenal = HashSet<[u8; 32]>;

fn cap(b: &Baris, tanda: Option<&[u8]>) -> [u8; 32] {
    Sha256::new().chain_update(b.kanonik()).chain_update(tanda.unwrap_or_default()).finalize().into()
}

/// Those of [`ANTRE`] that were written here. Asked before the transaction, in a thread of its own: a signature takes long to check, and
/// every other writer waits for the transaction.
pub(super) async fn kenal(store: &Store) -> Hasil<Kenal> {
    let (antre, kunci): (Vec<Menunggu>, _) = (store.baca().semua(ANTRE, vec![]).await?, store.kunci().clone());
    let satu = move |m: Menunggu| {
        let (b, tanda) = m.urai();
        sah(&kunci, &b, tanda.as_deref()).then(|| cap(&b, tanda.as_deref()))
    };
    let kerja = move || antre.into_iter().filter_map(satu).collect();
    tokio::task::spawn_blocking(kerja).await.map_err(|e| StoreError::Rusak(e.to_string()))
}

#[derive(FromQueryResult)]
struct Lagi {
    audit_id: AuditId,
}

/// Takes what has a link out of the queue. The sealer never leaves such a row: somebody put it back, and its mark still holds. It is told once
/// here, until then by `prima check` (`rawat::rantai`).
pub(super) async fn buang_terkait(tx: &Tx) -> Hasil<()> {
    let sql =
        "DELETE FROM audit_antre WHERE EXISTS (SELECT 1 FROM audit_mata m WHERE m.audit_id = audit_antre.audit_id) RETURNING audit_id";
    for l in tx.semua::<Lagi>(sql, vec![]).await? {
        tracing::error!(kejadian = %l.audit_id, "an event that is sealed already was put into the queue again; it is taken out");
    }
    Ok(())
}

/// Those that were written here. The others leave the queue, so that they hold up nobody, and are named.
pub(super) async fn saring(tx: &Tx, kenal: &Kenal, antre: Vec<Menunggu>) -> Hasil<Vec<Baris>> {
    let mut semua = Vec::with_capacity(antre.len());
    for m in antre {
        let (b, tanda) = m.urai();
        if kenal.contains(&cap(&b, tanda.as_deref())) || sah(&tx.kunci, &b, tanda.as_deref()) {
            semua.push(b);
            continue;
        }
        tracing::error!(kejadian = %b.id, aksi = b.aksi, "an event of the audit log was not written by this installation; it is not sealed");
        tx.jalankan("DELETE FROM audit_antre WHERE audit_id = $1", nilai![b.id]).await?;
    }
    Ok(semua)
}

/// Marks what waits at the upgrade: once, in the transaction of the migration that brings the column.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    let sql = "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian, q.tanda
        FROM audit_antre q JOIN audit a ON a.id = q.audit_id WHERE a.id > $1 ORDER BY a.id LIMIT 1000";
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<Menunggu> = c.semua(sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for m in halaman {
            let (b, _) = m.urai();
            c.jalankan("UPDATE audit_antre SET tanda = $1 WHERE audit_id = $2", nilai![tandai(kunci, &b), b.id]).await?;
        }
    }
}

/// Details of the events `aksi` about one thing, when every one of them was written by this installation; otherwise nothing.
pub(crate) async fn cari(store: &Store, aksi: &str, objek: &str, id: Uuid) -> Hasil<Vec<serde_json::Value>> {
    let sql = "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian, q.tanda
        FROM audit a LEFT JOIN audit_antre q ON q.audit_id = a.id WHERE a.objek = $1 AND a.objek_id = $2 AND a.aksi = $3 ORDER BY a.id LIMIT 10";
    let semua: Vec<Menunggu> = store.baca().semua(sql, nilai![objek, id.to_string(), aksi]).await?;
    let mut rincian = Vec::new();
    for m in semua {
        let (b, tanda) = m.urai();
        if !sah(store.kunci(), &b, tanda.as_deref()) && !tersegel(store, &b).await? {
            return Ok(Vec::new());
        }
        rincian.push(serde_json::from_str(&b.rincian).unwrap_or_default());
    }
    Ok(rincian)
}

/// The newest events `aksi` about things of one kind, or about one of them, that this installation wrote: when and details, newest first
/// ([`TERBARU`]), 100 at most. Those that it did not write are passed over.
pub(crate) async fn tertulis(store: &Store, aksi: &[&str], objek: &str, id: Option<Uuid>) -> Hasil<Vec<(Waktu, serde_json::Value)>> {
    let semua = tertulis_beraksi(store, aksi, objek, id).await?;
    Ok(semua.into_iter().map(|(_, pada, rincian)| (pada, rincian)).collect())
}

/// As [`tertulis`], with what each event is called.
pub(crate) async fn tertulis_beraksi(
    store: &Store,
    aksi: &[&str],
    objek: &str,
    id: Option<Uuid>,
) -> Hasil<Vec<(String, Waktu, serde_json::Value)>> {
    let mut v = nilai![objek];
    v.extend(aksi.iter().map(|a| crate::kueri::Value::from(*a)));
    let tempat = kueri::tempat(2..=v.len());
    let satu = id.map_or_else(String::new, |id| {
        v.push(id.to_string().into());
        format!(" AND a.objek_id = ${}", v.len())
    });
    let sql = format!(
        "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian, q.tanda
         FROM audit a {TEMPAT} WHERE a.objek = $1{satu} AND a.aksi IN ({tempat}) AND COALESCE(m.audit_id, q.audit_id) IS NOT NULL
         ORDER BY {TERBARU} LIMIT 100"
    );
    let mut semua = Vec::new();
    for m in store.baca().semua::<Menunggu>(&sql, v).await? {
        let (b, tanda) = m.urai();
        if sah(store.kunci(), &b, tanda.as_deref()) || tersegel(store, &b).await? {
            semua.push((b.aksi, b.pada, serde_json::from_str(&b.rincian).unwrap_or_default()));
        }
    }
    Ok(semua)
}

#[derive(FromQueryResult)]
struct Tempat {
    nomor: i64,
    sebelum: Option<Vec<u8>>,
}

/// Whether a signed head covers the event: its link and those up to the head, computed again.
async fn tersegel(store: &Store, b: &Baris) -> Hasil<bool> {
    let c = store.baca();
    let sql = "SELECT m.nomor, s.sidik AS sebelum FROM audit_mata m LEFT JOIN audit_mata s ON s.rantai = m.rantai AND s.nomor = m.nomor - 1
        WHERE m.audit_id = $1 AND m.rantai = $2";
    let Some(t) = c.mungkin::<Tempat>(sql, nilai![b.id, b.rantai.as_str()]).await? else { return Ok(false) };
    let sql = "SELECT nomor, sidik, tanda FROM audit_kepala WHERE rantai = $1 AND nomor >= $2 ORDER BY nomor LIMIT 1";
    let Some(k) = c.mungkin::<BarisKepala>(sql, nilai![b.rantai.as_str(), t.nomor]).await? else { return Ok(false) };
    let sql = "SELECT a.id, a.pada, a.rantai, a.akun_id, a.aksi, a.objek, a.objek_id, a.rincian FROM audit_mata m
        JOIN audit a ON a.id = m.audit_id WHERE m.rantai = $1 AND m.nomor >= $2 AND m.nomor <= $3 ORDER BY m.nomor LIMIT 1000";
    let semua: Vec<Baris> = c.semua(sql, nilai![b.rantai.as_str(), t.nomor, k.nomor]).await?;
    let awal = t.sebelum.unwrap_or_else(|| vec![0; 32]);
    let sidik = semua.iter().fold(awal, |sebelum, b| mata(&sebelum, b));
    Ok(sidik == k.sidik && store.kunci().sah(&pesan_kepala(&b.rantai, k.nomor, &k.sidik), &k.tanda))
}
