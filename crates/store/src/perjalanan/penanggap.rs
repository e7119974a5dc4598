//! People of other ministries who were asked to comment on one journey: named by the ministry that runs the rapat koordinasi. They read
//! the proposal with its papers and the meetings, and add comments in the name of their ministry; nothing else.

use super::{
    Jalan, catat,
    forum::{self, Forum},
    tulis::kunci,
};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    hak::{KementerianJalan, Pelaku, PenanggapJalan},
    id::{AkunId, ForumId, JalanId, MasukanId},
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Most people of one journey.
const BATAS: usize = 100;

#[derive(Debug, Clone, FromQueryResult)]
pub struct Penanggap {
    pub id: Uuid,
    pub akun_id: AkunId,
    pub nama: String,
    pub surel: String,
    /// The ministry for which he speaks.
    pub kementerian: String,
    pub pada: Waktu,
}

const HIDUP: &str = "FROM mpp_penanggap p JOIN akun a ON a.id = p.akun_id LEFT JOIN mpp_penanggap_cabut x ON x.penanggap_id = p.id
    WHERE x.penanggap_id IS NULL";

/// Who may comment now, by ministry.
pub async fn daftar<C: ConnectionTrait>(c: &C, jalan: JalanId) -> Hasil<Vec<Penanggap>> {
    let sql = format!(
        "SELECT p.id, p.akun_id, a.nama, a.surel, p.kementerian, p.pada {HIDUP} AND p.jalan_id = $1 ORDER BY p.kementerian, a.nama, p.id LIMIT 500"
    );
    c.semua(&sql, nilai![jalan]).await
}

#[derive(FromQueryResult)]
struct Satu {
    kementerian: String,
}

/// For which ministry the person comments on this journey; `None`: he does not.
pub(crate) async fn untuk(store: &Store, pelaku: &Pelaku, jalan: JalanId) -> Hasil<Option<String>> {
    let sql = format!("SELECT p.kementerian {HIDUP} AND p.jalan_id = $1 AND p.akun_id = $2 ORDER BY p.id DESC LIMIT 1");
    Ok(store.baca().mungkin::<Satu>(&sql, nilai![jalan, pelaku.akun]).await?.map(|s| s.kementerian))
}

/// Journeys on which the person comments, newest first.
pub async fn milik(store: &Store, pelaku: &Pelaku) -> Hasil<Vec<Jalan>> {
    let sql = format!("{} WHERE j.id IN (SELECT p.jalan_id {HIDUP} AND p.akun_id = $1) ORDER BY j.id DESC LIMIT 200", super::baca::PILIH);
    store.baca().semua(&sql, nilai![pelaku.akun]).await
}

#[derive(FromQueryResult)]
struct Akun {
    id: AkunId,
}

async fn jalan(tx: &Tx, id: JalanId) -> Hasil<Jalan> {
    kunci(tx, id).await?;
    let j = super::dari_id(&**tx, id).await?;
    if j.akhir.is_some() { Err(StoreError::Keadaan("mpp-berhenti")) } else { Ok(j) }
}

/// Names a person by the e-mail address of his account. Twice changes nothing.
///
/// # Errors
/// `Keadaan`: `mpp-penanggap-akun` for an address of no active account, `mpp-penanggap-pengusul` for one of the government that proposes, `mpp-forum-isi` without ministry, `mpp-forum-penuh`,
/// `mpp-berhenti`.
pub async fn tunjuk(store: &Store, hak: &KementerianJalan, surel: &str, kementerian: &str) -> Hasil<()> {
    let kementerian = kementerian.trim();
    if kementerian.is_empty() || kementerian.chars().count() > 200 {
        return Err(StoreError::Keadaan("mpp-forum-isi"));
    }
    let tx = store.mulai().await?;
    let j = jalan(&tx, hak.jalan.id).await?;
    let sql = "SELECT a.id FROM akun a WHERE LOWER(a.surel) = $1 AND NOT EXISTS (SELECT 1 FROM akun_nonaktif n WHERE n.akun_id = a.id)";
    let akun: Option<Akun> = tx.mungkin(sql, nilai![surel.trim().to_lowercase()]).await?;
    let akun = akun.ok_or(StoreError::Keadaan("mpp-penanggap-akun"))?.id;
    // Who proposes does not comment on it in the name of a ministry.
    let sql = "SELECT COUNT(*) AS n FROM peran r LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN peran_cabut x ON x.peran_id = r.id
        WHERE r.akun_id = $1 AND x.peran_id IS NULL AND (r.instansi_id = $2 OR u.instansi_id = $2)";
    if tx.angka(sql, nilai![akun, j.instansi_id]).await? > 0 {
        return Err(StoreError::Keadaan("mpp-penanggap-pengusul"));
    }
    let ada = daftar(&*tx, j.id).await?;
    if ada.iter().any(|p| p.akun_id == akun) {
        return Ok(());
    }
    if ada.len() >= BATAS {
        return Err(StoreError::Keadaan("mpp-forum-penuh"));
    }
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO mpp_penanggap (id, jalan_id, akun_id, kementerian, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![id, j.id, akun, kementerian, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), &j, "mpp.penanggap", serde_json::json!({ "akun": akun, "kementerian": kementerian })).await?;
    let isi = serde_json::json!({ "mpp": j.nama });
    kabari(&tx, &j, "mpp-penanggap", &[Kepada::Akun(akun)], hak.pelaku(), &isi, &format!("mpp-penanggap/{id}")).await?;
    tx.commit().await
}

/// Takes the reading back; comments stay.
///
/// # Errors
/// `TidakDitemukan` for a row of another journey.
pub async fn cabut(store: &Store, hak: &KementerianJalan, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    let ada = tx.angka("SELECT COUNT(*) AS n FROM mpp_penanggap WHERE id = $1 AND jalan_id = $2", nilai![id, hak.jalan.id]).await?;
    if ada == 0 {
        return Err(StoreError::TidakDitemukan);
    }
    let sql = "INSERT INTO mpp_penanggap_cabut (penanggap_id, pada, oleh) VALUES ($1, $2, $3) ON CONFLICT (penanggap_id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, tx.pada, hak.pelaku().akun]).await? > 0 {
        catat(&tx, hak.pelaku(), &hak.jalan, "mpp.penanggap-cabut", serde_json::json!({ "penanggap": id })).await?;
    }
    tx.commit().await
}

/// The rapat koordinasi of a journey, newest first: the only meetings that concern those who comment.
pub async fn rapat<C: ConnectionTrait>(c: &C, hak: &PenanggapJalan) -> Hasil<Vec<Forum>> {
    Ok(forum::semua(c, hak.jalan.id).await?.into_iter().filter(Forum::rapat).collect())
}

/// Whose turn it is between a ministry that comments and the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giliran {
    /// No meeting is planned to which a comment could belong.
    TanpaRapat,
    /// The ministry said nothing to the newest meeting.
    Belum,
    Sudah,
    /// The journey ended.
    Berakhir,
}

/// Whether the ministry's comment is waited for.
pub async fn giliran<C: ConnectionTrait>(c: &C, hak: &PenanggapJalan) -> Hasil<Giliran> {
    if hak.jalan.akhir.is_some() {
        return Ok(Giliran::Berakhir);
    }
    let Some(baru) = rapat(c, hak).await?.into_iter().next() else { return Ok(Giliran::TanpaRapat) };
    let r = forum::rinci(c, hak.jalan.id, baru.id).await?;
    Ok(if r.masukan.iter().any(|m| m.dari == hak.kementerian) { Giliran::Sudah } else { Giliran::Belum })
}

/// A comment in the name of the ministry. The same id again is the same one.
///
/// # Errors
/// `Keadaan`: `mpp-forum-isi`, `mpp-forum-penuh`, `mpp-berhenti`; `TidakDitemukan` for a meeting that is no rapat of this journey.
pub async fn tanggapi(store: &Store, hak: &PenanggapJalan, rapat: ForumId, id: MasukanId, isi: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let j = jalan(&tx, hak.jalan.id).await?;
    let r = forum::rinci(&*tx, j.id, rapat).await?;
    if !r.forum.rapat() {
        return Err(StoreError::TidakDitemukan);
    }
    let u = forum::Ucapan { id, kelompok: forum::KEMENTERIAN, dari: &hak.kementerian, isi };
    forum::catat_masukan(&tx, hak.pelaku(), &j, &r, &u).await?;
    tx.commit().await
}

/// Those who comment on it, as receivers of notices.
pub(super) async fn penerima(tx: &Tx, jalan: JalanId) -> Hasil<Vec<Kepada>> {
    Ok(daftar(&**tx, jalan).await?.into_iter().map(|p| Kepada::Akun(p.akun_id)).collect())
}

/// Tells them; the way leads to their own page.
pub(super) async fn kabari(
    tx: &Tx,
    j: &Jalan,
    jenis: &'static str,
    kepada: &[Kepada],
    oleh: &Pelaku,
    isi: &serde_json::Value,
    sekali: &str,
) -> Hasil<u64> {
    let tautan = format!("/mpp/tanggapan/{}", j.id);
    let kecuali = Some(oleh.akun);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode: None, lokus: None, tautan: &tautan, isi, sekali }).await
}
