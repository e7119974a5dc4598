//! After a finished case: one answer to the open survey of the service's unit, its tenant's or the mall's, through a one-use link.
//!
//! The link's secret is derived from the installation's key and the case, so the applicant finds the same link again, and nothing
//! that is stored joins the answer to the case.

use super::Permohonan;
use crate::{
    Hasil, Store, StoreError,
    id::RondeId,
    kueri::Kueri,
    nilai,
    skm::{
        self,
        kunjungan::{self, Penilaian},
    },
};
use ::layanan::permohonan::{Keadaan, Langkah};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(FromQueryResult)]
struct Ronde {
    id: RondeId,
}

/// Whether the case came to an end that its applicant can judge. Filing it away takes nothing from him: the officer often does so in
/// the minute in which he hands the result over. A case that its applicant called off was never served, filed away or not.
async fn selesai<C: ConnectionTrait>(c: &C, p: &Permohonan) -> Hasil<bool> {
    Ok(match p.keadaan()? {
        Keadaan::Selesai | Keadaan::Ditolak => true,
        Keadaan::Diarsipkan => {
            let sql = "SELECT COUNT(*) AS n FROM permohonan_peristiwa WHERE permohonan_id = $1 AND langkah = $2";
            c.angka(sql, nilai![p.id, Langkah::Batalkan.kunci()]).await? == 0
        }
        _ => false,
    })
}

fn tempat(p: &Permohonan) -> kunjungan::Tempat {
    kunjungan::Tempat { gerai: p.gerai_id, layanan: p.layanan_id, mpp: p.mpp_id }
}

/// Whether the applicant can be asked now.
pub async fn bisa_menilai(store: &Store, p: &Permohonan) -> Hasil<Penilaian> {
    let c = store.baca();
    if !selesai(c, p).await? {
        return Ok(Penilaian::Tidak);
    }
    let diberi = c.angka("SELECT COUNT(*) AS n FROM permohonan_skm WHERE permohonan_id = $1", nilai![p.id]).await? > 0;
    kunjungan::penilaian(c, (&rahasia(store, p), diberi), tempat(p), store.sekarang().hari(&p.zona)).await
}

/// The address of the survey for this case: the same one each time. Used once, it opens nothing any more.
///
/// # Errors
/// `Keadaan("permohonan-tanpa-survei")` when the case is not over or the unit asks nobody now.
pub async fn penilaian(store: &Store, kode: &str) -> Hasil<String> {
    let p = super::dari_kode(store.baca(), kode).await?;
    if !selesai(store.baca(), &p).await? {
        return Err(StoreError::Keadaan("permohonan-tanpa-survei"));
    }
    let tx = store.mulai().await?;
    super::kunci(&tx, p.id).await?;
    let rahasia = rahasia(store, &p);
    let sudah: Option<Ronde> = tx.mungkin("SELECT ronde_id AS id FROM permohonan_skm WHERE permohonan_id = $1", nilai![p.id]).await?;
    if let Some(r) = sudah {
        return Ok(kunjungan::alamat(&skm::dari_id(&*tx, r.id).await?.token, &rahasia));
    }
    let hari = tx.pada.hari(&p.zona);
    let ronde = kunjungan::terbuka(&*tx, tempat(&p), hari).await?;
    let ronde = ronde.ok_or(StoreError::Keadaan("permohonan-tanpa-survei"))?;
    let tautan = ronde.tautkan(&tx, &rahasia, (tempat(&p), hari)).await?;
    let sql = "INSERT INTO permohonan_skm (permohonan_id, ronde_id, tanggal) VALUES ($1, $2, $3)";
    tx.jalankan(sql, nilai![p.id, ronde.id, hari.to_string()]).await?;
    tx.commit().await?;
    Ok(tautan)
}

fn rahasia(store: &Store, p: &Permohonan) -> String {
    kunjungan::rahasia(store, &format!("skm-permohonan/{}", p.id))
}
