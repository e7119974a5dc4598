//! Which notices leave by mail, and that each leaves once: at once in the transaction of the change, or in the digest of 07.00.
//! A row in `pemberitahuan_surel` is written in the same transaction as the job. The text of a mail is not made here.

use super::cara::{self, Cara};
use crate::{
    Hasil, Store, Tx, Waktu,
    id::{AkunId, PemberitahuanId},
    kueri::Kueri,
    nilai, pekerjaan,
    waktu::zona_waktu,
};
use jiff::civil::{Date, time};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Kind of the job that mails notices to one person; its content is [`Kiriman`].
pub const KABAR: &str = "kabar";
/// The three time zones of offices; the digest of each goes out at its own 07.00.
pub const ZONA: [&str; 3] = ["WIT", "WITA", "WIB"];
/// Older notices come in no digest: a person who switches it on today does not get the past.
const HARI: i64 = 7;
/// Lines of a digest; the rest stands in the program, and the mail says so.
pub const BARIS_MAKS: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kiriman {
    pub akun: AkunId,
    pub kabar: Vec<PemberitahuanId>,
    pub ringkasan: bool,
}

pub(super) async fn antrekan_segera(tx: &Tx, akun: AkunId, id: PemberitahuanId) -> Hasil<()> {
    if catat(tx, id, Cara::Surel).await? {
        pekerjaan::antrekan(tx, KABAR, &Kiriman { akun, kabar: vec![id], ringkasan: false }).await?;
    }
    Ok(())
}

/// Whether the notice had not left yet.
async fn catat(tx: &Tx, id: PemberitahuanId, cara: Cara) -> Hasil<bool> {
    let n = tx
        .jalankan(
            "INSERT INTO pemberitahuan_surel (pemberitahuan_id, cara, pada) VALUES ($1, $2, $3) ON CONFLICT (pemberitahuan_id) DO NOTHING",
            nilai![id, cara.kunci(), tx.pada],
        )
        .await?;
    Ok(n > 0)
}

/// The moment from which the digest of a zone is due: its last 07.00.
#[must_use]
pub fn pukul_tujuh(kini: Waktu, zona: &str) -> Waktu {
    let tujuh = |hari: Date| {
        let z = hari.to_datetime(time(7, 0, 0, 0)).to_zoned(zona_waktu(zona));
        z.map_or(kini, |z| Waktu(z.timestamp().as_microsecond()))
    };
    let hari = kini.hari(zona);
    let ini = tujuh(hari);
    if ini <= kini { ini } else { hari.yesterday().map_or(ini, tujuh) }
}

#[derive(FromQueryResult)]
struct Calon {
    akun_id: AkunId,
}

const TERTUNDA: &str = "FROM pemberitahuan p LEFT JOIN pemberitahuan_surel k ON k.pemberitahuan_id = p.id
    LEFT JOIN pemberitahuan_lihat s ON s.akun_id = p.akun_id
    WHERE k.pemberitahuan_id IS NULL AND (s.sampai IS NULL OR p.id > s.sampai) AND p.pada < $1 AND p.pada >= $2";

/// Queues the digests that are due since the last 07.00 of the zone, one a person and day: unseen notices from before that
/// moment which are told this way and did not leave yet. `utama`: the zone of those whose roles name no office. Returns how many mails.
pub async fn susun(store: &Store, zona: &str, utama: &str) -> Hasil<usize> {
    let sejak = pukul_tujuh(store.sekarang(), zona);
    let v = nilai![sejak, sejak.tambah_detik(-HARI * 86_400)];
    let calon: Vec<Calon> =
        store.baca().semua(&format!("SELECT DISTINCT p.akun_id {TERTUNDA} ORDER BY p.akun_id LIMIT 100000"), v.clone()).await?;
    let mut n = 0;
    for c in calon {
        if zona_akun(store, c.akun_id).await?.as_deref().unwrap_or(utama) == zona && satu(store, c.akun_id, sejak, v.clone()).await? {
            n += 1;
        }
    }
    Ok(n)
}

#[derive(FromQueryResult)]
struct Zona {
    zona: String,
}

/// The zone of the office that a person's oldest role names, his unit's or his instansi's.
async fn zona_akun(store: &Store, akun: AkunId) -> Hasil<Option<String>> {
    let sql = "SELECT i.zona FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id LEFT JOIN unit u ON u.id = r.unit_id
        JOIN instansi i ON i.id = COALESCE(r.instansi_id, u.instansi_id)
        WHERE r.akun_id = $1 AND c.peran_id IS NULL ORDER BY r.id LIMIT 1";
    Ok(store.baca().mungkin::<Zona>(sql, nilai![akun]).await?.map(|z| z.zona))
}

#[derive(FromQueryResult)]
struct Tunda {
    id: PemberitahuanId,
    jenis: String,
}

async fn satu(store: &Store, akun: AkunId, sejak: Waktu, mut v: Vec<sea_orm::Value>) -> Hasil<bool> {
    let tx = store.mulai().await?;
    let pilihan = cara::di(&*tx, akun).await?;
    let aktif = tx.angka("SELECT COUNT(*) AS n FROM akun_nonaktif WHERE akun_id = $1", nilai![akun]).await? == 0;
    let sudah = "SELECT COUNT(*) AS n FROM pemberitahuan_surel k JOIN pemberitahuan p ON p.id = k.pemberitahuan_id
        WHERE p.akun_id = $1 AND k.cara = 'ringkasan' AND k.pada >= $2";
    if !aktif || !pilihan.ringkasan() || tx.angka(sudah, nilai![akun, sejak]).await? > 0 {
        return Ok(false);
    }
    v.push(akun.into());
    let tunda: Vec<Tunda> = tx.semua(&format!("SELECT p.id, p.jenis {TERTUNDA} AND p.akun_id = $3 ORDER BY p.id LIMIT 2000"), v).await?;
    let mut kabar = Vec::new();
    for t in tunda.into_iter().filter(|t| pilihan.untuk(&t.jenis) == Cara::Ringkasan) {
        // Another node may have taken it a moment ago.
        if catat(&tx, t.id, Cara::Ringkasan).await? {
            kabar.push(t.id);
        }
    }
    if kabar.is_empty() {
        return Ok(false);
    }
    pekerjaan::antrekan(&tx, KABAR, &Kiriman { akun, kabar, ringkasan: true }).await?;
    tx.commit().await?;
    Ok(true)
}

/// What a mail is made of.
#[derive(Debug)]
pub struct Bahan {
    pub akun: crate::akun::Akun,
    /// In the order of their time; without those seen meanwhile.
    pub kabar: Vec<super::baca::Kabar>,
}

/// Reads what a job is to send: nothing (`None`) when the account was switched off or all was seen meanwhile.
pub async fn bahan(store: &Store, k: &Kiriman) -> Hasil<Option<Bahan>> {
    let akun = crate::akun::dari_id(store, k.akun).await?;
    let pilihan = cara::milik(store, k.akun).await?;
    let mau = |jenis: &str| {
        if k.ringkasan { pilihan.ringkasan() && pilihan.untuk(jenis) != Cara::Program } else { pilihan.untuk(jenis) != Cara::Program }
    };
    let id: BTreeSet<_> = k.kabar.iter().copied().collect();
    let sql = "SELECT p.id, p.jenis, p.tautan, p.isi, p.pada, CAST(CASE WHEN s.sampai IS NULL OR p.id > s.sampai THEN 1 ELSE 0 END AS bigint) AS baru
        FROM pemberitahuan p LEFT JOIN pemberitahuan_lihat s ON s.akun_id = p.akun_id
        WHERE p.akun_id = $1 AND p.id >= $2 ORDER BY p.id LIMIT 5000";
    let Some(awal) = id.first().filter(|_| akun.nonaktif.is_none()) else { return Ok(None) };
    let semua: Vec<super::baca::Kabar> = store.baca().semua(sql, nilai![k.akun, *awal]).await?;
    let kabar: Vec<_> = semua.into_iter().filter(|b| b.baru == 1 && id.contains(&b.id) && mau(&b.jenis)).collect();
    Ok((!kabar.is_empty()).then_some(Bahan { akun, kabar }))
}
