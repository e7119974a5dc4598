//! Meetings on a journey: the forum konsultasi publik of the study (run by the local government, published with an answer to each
//! input) and the rapat koordinasi in which ministries comment (run by the ministry, answered by the local government).
//!
//! What is missing before a forum may be published is `layanan::mpp::Forum`.

use super::{
    Jalan, Pihak, catat, dari_id, kabari,
    koreksi::{belum_diteken, ganti_jawaban},
    langkah, pemda, penanggap,
    tulis::{Baris, kunci, tambah},
};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    berkas::Berkas,
    hak::Pelaku,
    id::{ForumId, JalanId, LangkahId, MasukanId},
    kueri::Kueri,
    nilai, objek,
};
use ::layanan::mpp::{Forum as Aturan, JenisDokumen, Kelompok, KurangForum, Langkah, Masukan as MasukanAturan, Pelaku as Sisi};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Most inputs and invitations of one meeting.
const BATAS: usize = 2_000;
/// The group of those invited to a rapat koordinasi.
pub const KEMENTERIAN: &str = "kementerian";

/// A meeting with how far it is. Days are ISO texts.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Forum {
    pub id: ForumId,
    pub jalan_id: JalanId,
    /// `forum` or `rapat`.
    pub jenis: String,
    pub judul: String,
    pub tempat: String,
    pub tanggal: String,
    pub laksana: Option<String>,
    pub hadir: Option<i64>,
    pub acara_nomor: Option<String>,
    pub acara_tanggal: Option<String>,
    pub acara_berkas: Option<String>,
    pub acara_objek: Option<String>,
    pub acara_tipe: Option<String>,
    pub terbit: Option<Waktu>,
    /// Inputs, and those with an answer.
    pub masukan: i64,
    pub dijawab: i64,
}

impl Forum {
    #[must_use]
    pub fn rapat(&self) -> bool {
        self.jenis == "rapat"
    }
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Undangan {
    pub id: Uuid,
    pub kelompok: String,
    pub nama: String,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct Masukan {
    pub id: MasukanId,
    pub kelompok: String,
    pub dari: String,
    pub isi: String,
    pub pada: Waktu,
    pub jawaban: Option<String>,
    pub jawab_pada: Option<Waktu>,
}

/// A meeting with everything in it.
#[derive(Debug, Clone)]
pub struct Rinci {
    pub forum: Forum,
    pub undangan: Vec<Undangan>,
    pub masukan: Vec<Masukan>,
}

impl Rinci {
    /// What is missing before it can be published, by the rules; empty for one that was. Answers are dated in `zona`.
    #[must_use]
    pub fn kurang(&self, zona: &str) -> Vec<KurangForum> {
        let hari = |t: &Option<String>| t.as_ref().and_then(|t| t.parse().ok());
        let masukan = self.masukan.iter().map(|m| MasukanAturan {
            dari: Kelompok::dari_kunci(&m.kelompok).unwrap_or(Kelompok::Pengguna),
            isi: m.isi.clone(),
            dijawab: m.jawab_pada.map(|w| w.hari(zona)),
        });
        let a = Aturan {
            diundang: self.undangan.iter().filter_map(|u| Kelompok::dari_kunci(&u.kelompok)).collect(),
            dilaksanakan: hari(&self.forum.laksana),
            masukan: masukan.collect(),
            berita_acara: hari(&self.forum.acara_tanggal),
            terbit: self.forum.terbit.map(|w| w.hari(zona)),
        };
        a.kurang()
    }
}

const PILIH: &str = "SELECT f.id, f.jalan_id, f.jenis, f.judul, f.tempat, f.tanggal, l.tanggal AS laksana, l.hadir, a.nomor AS acara_nomor,
    a.tanggal AS acara_tanggal, a.berkas AS acara_berkas, a.objek AS acara_objek, o.tipe AS acara_tipe, t.pada AS terbit,
    (SELECT COUNT(*) FROM mpp_masukan m LEFT JOIN mpp_masukan_hapus x ON x.masukan_id = m.id
      WHERE m.forum_id = f.id AND x.masukan_id IS NULL) AS masukan,
    (SELECT COUNT(*) FROM mpp_masukan m JOIN mpp_jawaban w ON w.masukan_id = m.id LEFT JOIN mpp_masukan_hapus x ON x.masukan_id = m.id
      WHERE m.forum_id = f.id AND x.masukan_id IS NULL) AS dijawab
    FROM mpp_forum f LEFT JOIN mpp_forum_laksana l ON l.forum_id = f.id LEFT JOIN mpp_forum_acara a ON a.forum_id = f.id
    LEFT JOIN objek o ON o.sidik = a.objek LEFT JOIN mpp_forum_terbit t ON t.forum_id = f.id";

/// Meetings of a journey, newest first, at most 200.
pub async fn semua<C: ConnectionTrait>(c: &C, jalan: JalanId) -> Hasil<Vec<Forum>> {
    c.semua(&format!("{PILIH} WHERE f.jalan_id = $1 ORDER BY f.id DESC LIMIT 200"), nilai![jalan]).await
}

/// One meeting of a journey.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn rinci<C: ConnectionTrait>(c: &C, jalan: JalanId, id: ForumId) -> Hasil<Rinci> {
    let forum: Forum = c.satu(&format!("{PILIH} WHERE f.jalan_id = $1 AND f.id = $2"), nilai![jalan, id]).await?;
    isi(c, forum).await
}

async fn isi<C: ConnectionTrait>(c: &C, forum: Forum) -> Hasil<Rinci> {
    let undangan = "SELECT u.id, u.kelompok, u.nama FROM mpp_undangan u LEFT JOIN mpp_undangan_hapus x ON x.undangan_id = u.id
        WHERE u.forum_id = $1 AND x.undangan_id IS NULL ORDER BY u.id LIMIT 2000";
    let masukan = "SELECT m.id, m.kelompok, m.dari, m.isi, m.pada, w.isi AS jawaban, w.pada AS jawab_pada FROM mpp_masukan m
        LEFT JOIN mpp_jawaban w ON w.masukan_id = m.id LEFT JOIN mpp_masukan_hapus x ON x.masukan_id = m.id
        WHERE m.forum_id = $1 AND x.masukan_id IS NULL ORDER BY m.id LIMIT 2000";
    Ok(Rinci { undangan: c.semua(undangan, nilai![forum.id]).await?, masukan: c.semua(masukan, nilai![forum.id]).await?, forum })
}

/// A published forum with its journey, for anyone.
///
/// # Errors
/// `TidakDitemukan` also for one that is not published.
pub async fn publik(store: &Store, id: ForumId) -> Hasil<(Jalan, Rinci)> {
    let c = store.baca();
    let forum: Forum = c.satu(&format!("{PILIH} WHERE f.id = $1 AND f.jenis = 'forum' AND t.forum_id IS NOT NULL"), nilai![id]).await?;
    Ok((dari_id(c, forum.jalan_id).await?, isi(c, forum).await?))
}

/// The published forums of a mall's journey, newest first.
pub async fn terbit_mpp<C: ConnectionTrait>(c: &C, jalan: JalanId) -> Hasil<Vec<Forum>> {
    let sql = format!("{PILIH} WHERE f.jalan_id = $1 AND f.jenis = 'forum' AND t.forum_id IS NOT NULL ORDER BY f.id DESC LIMIT 20");
    c.semua(&sql, nilai![jalan]).await
}

/// Published forums of journeys that were not given up, newest first, each with its journey: for anyone.
pub async fn terbit_semua(store: &Store, batas: i64) -> Hasil<Vec<(Jalan, Forum)>> {
    let c = store.baca();
    let sql = format!(
        "{PILIH} LEFT JOIN mpp_jalan_akhir z ON z.jalan_id = f.jalan_id
         WHERE f.jenis = 'forum' AND t.forum_id IS NOT NULL AND z.jalan_id IS NULL ORDER BY t.pada DESC, f.id DESC LIMIT $1"
    );
    let mut hasil = Vec::new();
    for f in c.semua::<Forum>(&sql, nilai![batas]).await? {
        hasil.push((dari_id(c, f.jalan_id).await?, f));
    }
    Ok(hasil)
}

#[derive(Debug, Clone, Copy)]
pub struct ForumBaru<'a> {
    pub judul: &'a str,
    pub tempat: &'a str,
    pub tanggal: Date,
}

/// Plans a meeting: a forum by the local government, a rapat koordinasi by the ministry. The same id again is the same one.
///
/// # Errors
/// `Keadaan`: `mpp-forum-isi`, `mpp-berhenti`.
pub async fn buat(store: &Store, hak: Pihak<'_>, id: ForumId, b: &ForumBaru<'_>) -> Hasil<()> {
    let jenis = if matches!(hak, Pihak::Pemda(_)) { "forum" } else { "rapat" };
    if b.judul.trim().is_empty() || b.tempat.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-forum-isi"));
    }
    let (tx, j) = jalan(store, hak).await?;
    let n = tx
        .jalankan(
            "INSERT INTO mpp_forum (id, jalan_id, jenis, judul, tempat, tanggal, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, j.id, jenis, b.judul.trim(), b.tempat.trim(), b.tanggal.to_string(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        catat(&tx, hak.pelaku(), &j, "mpp.forum", serde_json::json!({ "forum": id, "jenis": jenis })).await?;
        if jenis == "rapat" {
            let isi = serde_json::json!({ "mpp": j.nama, "tanggal": b.tanggal.to_string() });
            kabari(&tx, Some(hak.pelaku()), &j, "mpp-rapat", &pemda(&j), &isi, &format!("mpp-rapat/{id}")).await?;
            let kepada = penanggap::penerima(&tx, j.id).await?;
            let sekali = format!("mpp-penanggap-rapat/{id}");
            penanggap::kabari(&tx, &j, "mpp-penanggap-rapat", &kepada, hak.pelaku(), &isi, &sekali).await?;
        }
    }
    tx.commit().await
}

async fn jalan(store: &Store, hak: Pihak<'_>) -> Hasil<(Tx, Jalan)> {
    let tx = store.mulai().await?;
    kunci(&tx, hak.jalan()).await?;
    let j = dari_id(&*tx, hak.jalan()).await?;
    if j.akhir.is_some() {
        return Err(StoreError::Keadaan("mpp-berhenti"));
    }
    Ok((tx, j))
}

/// The meeting for a change by the side that runs it; a published one stays as it is.
pub(super) async fn buka(store: &Store, hak: Pihak<'_>, id: ForumId) -> Hasil<(Tx, Jalan, Rinci)> {
    let (tx, j) = jalan(store, hak).await?;
    let r = rinci(&*tx, j.id, id).await?;
    if r.forum.rapat() != matches!(hak, Pihak::Kementerian(_)) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    if r.forum.terbit.is_some() {
        return Err(StoreError::Keadaan("mpp-forum-terbit"));
    }
    Ok((tx, j, r))
}

fn kelompok(r: &Rinci, kata: &str) -> Hasil<String> {
    match (r.forum.rapat(), Kelompok::dari_kunci(kata)) {
        (true, _) => Ok(KEMENTERIAN.to_owned()),
        (false, Some(k)) => Ok(k.kunci().to_owned()),
        (false, None) => Err(StoreError::Keadaan("mpp-kelompok")),
    }
}

/// Invites a body of a group.
///
/// # Errors
/// `Keadaan`: `mpp-forum-isi`, `mpp-kelompok`, `mpp-forum-penuh`, `mpp-forum-ada-ba`.
pub async fn undang(store: &Store, hak: Pihak<'_>, id: ForumId, kelompok_: &str, nama: &str) -> Hasil<()> {
    let (tx, j, r) = buka(store, hak, id).await?;
    belum_diteken(&r)?;
    let (k, nama) = (kelompok(&r, kelompok_)?, nama.trim());
    if nama.is_empty() {
        return Err(StoreError::Keadaan("mpp-forum-isi"));
    }
    if r.undangan.len() >= BATAS {
        return Err(StoreError::Keadaan("mpp-forum-penuh"));
    }
    if r.undangan.iter().any(|u| u.kelompok == k && u.nama == nama) {
        return Ok(());
    }
    tx.jalankan(
        "INSERT INTO mpp_undangan (id, forum_id, kelompok, nama, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![crate::id::baru(), id, k.as_str(), nama, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), &j, "mpp.undang", serde_json::json!({ "forum": id, "kelompok": k })).await?;
    tx.commit().await
}

/// It took place, with so many present. Once.
///
/// # Errors
/// `Keadaan`: `mpp-tanggal-mendatang`, `mpp-sudah-dicatat`.
pub async fn laksanakan(store: &Store, hak: Pihak<'_>, id: ForumId, tanggal: Date, hadir: i64) -> Hasil<()> {
    let (tx, j, r) = buka(store, hak, id).await?;
    if tanggal > tx.pada.hari(&j.zona) {
        return Err(StoreError::Keadaan("mpp-tanggal-mendatang"));
    }
    if r.forum.laksana.is_some() {
        return Err(StoreError::Keadaan("mpp-sudah-dicatat"));
    }
    tx.jalankan(
        "INSERT INTO mpp_forum_laksana (forum_id, tanggal, hadir, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, tanggal.to_string(), hadir, tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), &j, "mpp.forum-laksana", serde_json::json!({ "forum": id, "hadir": hadir })).await?;
    tx.commit().await
}

/// Something said. `dari`: a body, not a private person. The same id again is the same input.
///
/// # Errors
/// `Keadaan`: `mpp-forum-isi`, `mpp-kelompok`, `mpp-forum-penuh`, `mpp-forum-ada-ba`.
pub async fn masukkan(store: &Store, hak: Pihak<'_>, forum: ForumId, id: MasukanId, kelompok_: &str, dari: &str, isi: &str) -> Hasil<()> {
    let (tx, j, r) = buka(store, hak, forum).await?;
    belum_diteken(&r)?;
    let k = kelompok(&r, kelompok_)?;
    catat_masukan(&tx, hak.pelaku(), &j, &r, &Ucapan { id, kelompok: &k, dari, isi }).await?;
    tx.commit().await
}

/// Something said, as it is kept.
pub(super) struct Ucapan<'a> {
    pub id: MasukanId,
    pub kelompok: &'a str,
    pub dari: &'a str,
    pub isi: &'a str,
}

/// Keeps an input and tells the local government of one in a rapat.
pub(super) async fn catat_masukan(tx: &Tx, oleh: &Pelaku, j: &Jalan, r: &Rinci, u: &Ucapan<'_>) -> Hasil<()> {
    let (id, k, dari, forum) = (u.id, u.kelompok, u.dari.trim(), r.forum.id);
    if u.isi.trim().is_empty() || (r.forum.rapat() && dari.is_empty()) {
        return Err(StoreError::Keadaan("mpp-forum-isi"));
    }
    if r.masukan.len() >= BATAS {
        return Err(StoreError::Keadaan("mpp-forum-penuh"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO mpp_masukan (id, forum_id, kelompok, dari, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO NOTHING",
            nilai![id, forum, k, dari, u.isi.trim(), tx.pada, oleh.akun],
        )
        .await?;
    if n > 0 {
        catat(tx, oleh, j, "mpp.masukan", serde_json::json!({ "forum": forum, "masukan": id, "kelompok": k })).await?;
        if r.forum.rapat() {
            let isi = serde_json::json!({ "mpp": j.nama, "dari": dari });
            kabari(tx, Some(oleh), j, "mpp-masukan", &pemda(j), &isi, &format!("mpp-masukan/{id}")).await?;
        }
    }
    Ok(())
}

/// Answers an input; always the local government, whose proposal it is. The answer of a forum can be given anew until it is published,
/// that of a rapat once: its ministry is told.
///
/// # Errors
/// `Keadaan`: `mpp-bukan-pihak`, `mpp-forum-isi`, `mpp-forum-terbit`, `mpp-sudah-dicatat`; `TidakDitemukan` for an input of another meeting.
pub async fn jawab(store: &Store, hak: Pihak<'_>, forum: ForumId, masukan: MasukanId, isi: &str) -> Hasil<()> {
    if !matches!(hak, Pihak::Pemda(_)) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    if isi.trim().is_empty() {
        return Err(StoreError::Keadaan("mpp-forum-isi"));
    }
    let (tx, j) = jalan(store, hak).await?;
    let r = rinci(&*tx, j.id, forum).await?;
    let m = r.masukan.iter().find(|m| m.id == masukan).ok_or(StoreError::TidakDitemukan)?;
    if r.forum.terbit.is_some() {
        return Err(StoreError::Keadaan("mpp-forum-terbit"));
    }
    if let Some(lama) = &m.jawaban {
        if r.forum.rapat() {
            return Err(StoreError::Keadaan("mpp-sudah-dicatat"));
        }
        if lama != isi.trim() {
            ganti_jawaban(&tx, hak, masukan, isi.trim()).await?;
            catat(&tx, hak.pelaku(), &j, "mpp.jawab-ganti", serde_json::json!({ "forum": forum, "masukan": masukan })).await?;
        }
        return tx.commit().await;
    }
    tx.jalankan(
        "INSERT INTO mpp_jawaban (masukan_id, isi, pada, oleh) VALUES ($1, $2, $3, $4)",
        nilai![masukan, isi.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), &j, "mpp.jawab", serde_json::json!({ "forum": forum, "masukan": masukan })).await?;
    if r.forum.rapat() {
        let (kepada, isi) = (penanggap::penerima(&tx, j.id).await?, serde_json::json!({ "mpp": j.nama }));
        let sekali = format!("mpp-penanggap-jawab/{masukan}");
        penanggap::kabari(&tx, &j, "mpp-penanggap-jawab", &kepada, hak.pelaku(), &isi, &sekali).await?;
    }
    tx.commit().await
}

/// The signed minutes.
#[derive(Debug, Clone, Copy)]
pub struct Acara<'a> {
    pub nomor: &'a str,
    pub tanggal: Date,
    pub nama: &'a str,
    pub isi: &'a Berkas,
}

/// Keeps the signed minutes, once. Those of a forum are the journey's document too, while the study runs.
///
/// # Errors
/// `Keadaan`: `mpp-forum-belum-laksana`, `mpp-sudah-dicatat`, and those of a document.
pub async fn acara(store: &Store, hak: Pihak<'_>, id: ForumId, a: &Acara<'_>) -> Hasil<()> {
    let tersimpan = objek::simpan(store, a.isi.isi())?;
    let (tx, j, r) = buka(store, hak, id).await?;
    if r.forum.laksana.is_none() {
        return Err(StoreError::Keadaan("mpp-forum-belum-laksana"));
    }
    if r.forum.acara_tanggal.is_some() {
        return Err(StoreError::Keadaan("mpp-sudah-dicatat"));
    }
    if a.tanggal > tx.pada.hari(&j.zona) {
        return Err(StoreError::Keadaan("mpp-tanggal-mendatang"));
    }
    objek::catat(&tx, &tersimpan, a.isi.tipe().mime()).await?;
    tx.jalankan(
        "INSERT INTO mpp_forum_acara (forum_id, nomor, tanggal, berkas, objek, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, a.nomor.trim(), a.tanggal.to_string(), a.nama, tersimpan.sidik.as_str(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    catat(&tx, hak.pelaku(), &j, "mpp.forum-acara", serde_json::json!({ "forum": id, "pdf": tersimpan.sidik })).await?;
    if !r.forum.rapat() {
        let semua = langkah(&*tx, j.id).await?;
        let b = Baris {
            id: LangkahId::baru(),
            sisi: Sisi::Pemda,
            tanggal: a.tanggal,
            langkah: Langkah::Dokumen { jenis: JenisDokumen::BeritaAcaraForum },
            nomor: a.nomor,
            catatan: &r.forum.judul,
            berkas: a.nama,
            objek: Some(&tersimpan.sidik),
        };
        tambah(&tx, hak.pelaku(), &j, &semua, &b).await?;
    }
    tx.commit().await
}

/// Publishes a forum: inputs with their answers, and the minutes. A second time changes nothing.
///
/// # Errors
/// `Keadaan("mpp-forum-kurang")` while something is missing, `mpp-forum-rapat` for a rapat.
pub async fn terbitkan(store: &Store, hak: Pihak<'_>, id: ForumId) -> Hasil<()> {
    let (tx, j) = jalan(store, hak).await?;
    let r = rinci(&*tx, j.id, id).await?;
    if r.forum.terbit.is_some() {
        return Ok(());
    }
    if r.forum.rapat() || !matches!(hak, Pihak::Pemda(_)) {
        return Err(StoreError::Keadaan("mpp-forum-rapat"));
    }
    if r.kurang(&j.zona) != [KurangForum::BelumTerbit] {
        return Err(StoreError::Keadaan("mpp-forum-kurang"));
    }
    tx.jalankan("INSERT INTO mpp_forum_terbit (forum_id, pada, oleh) VALUES ($1, $2, $3)", nilai![id, tx.pada, hak.pelaku().akun]).await?;
    catat(&tx, hak.pelaku(), &j, "mpp.forum-terbit", serde_json::json!({ "forum": id })).await?;
    tx.commit().await
}
