//! After a finished case: one answer to the open survey of the service's unit or of the mall, through a one-use link.
//!
//! The link's secret is derived from the installation's key and the case, so the applicant finds the same link again, and nothing
//! that is stored joins the answer to the case.

use super::Permohonan;
use crate::{
    Hasil, Store, StoreError,
    id::RondeId,
    kueri::Kueri,
    nilai,
    skm::{self, DITUTUP, TERBIT, tautan::sidik},
};
use ::layanan::permohonan::Keadaan;
use jiff::ToSpan;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Days for which a link is good, while the round lasts.
const HARI: i64 = 14;

#[derive(FromQueryResult)]
struct Ronde {
    id: RondeId,
}

/// The open round of the service's unit, else of the mall.
async fn terbuka<C: ConnectionTrait>(c: &C, p: &Permohonan, hari: &str) -> Hasil<Option<RondeId>> {
    let sql = format!(
        "SELECT r.id FROM ronde r JOIN skm_ronde k ON k.ronde_id = r.id WHERE r.unit_id IN ($1, $3) AND k.mulai <= $2 AND k.sampai >= $2
         AND NOT ({DITUTUP}) AND NOT ({TERBIT}) ORDER BY CASE WHEN r.unit_id = $1 THEN 0 ELSE 1 END, r.id DESC LIMIT 1"
    );
    Ok(c.mungkin::<Ronde>(&sql, nilai![p.unit_id, hari, p.mpp_id]).await?.map(|r| r.id))
}

fn selesai(p: &Permohonan) -> Hasil<bool> {
    Ok(matches!(p.keadaan()?, Keadaan::Selesai | Keadaan::Ditolak))
}

/// Whether the applicant can be asked now.
pub async fn bisa_menilai(store: &Store, p: &Permohonan) -> Hasil<bool> {
    let c = store.baca();
    let sudah = c.angka("SELECT COUNT(*) AS n FROM permohonan_skm WHERE permohonan_id = $1", nilai![p.id]).await? > 0;
    Ok(selesai(p)? && (sudah || terbuka(c, p, &store.sekarang().hari(&p.zona).to_string()).await?.is_some()))
}

/// The address of the survey for this case: the same one each time. Used once, it opens nothing any more.
///
/// # Errors
/// `Keadaan("permohonan-tanpa-survei")` when the case is not over or the unit asks nobody now.
pub async fn penilaian(store: &Store, kode: &str) -> Hasil<String> {
    let p = super::dari_kode(store.baca(), kode).await?;
    if !selesai(&p)? {
        return Err(StoreError::Keadaan("permohonan-tanpa-survei"));
    }
    let tx = store.mulai().await?;
    super::kunci(&tx, p.id).await?;
    let rahasia = rahasia(store, &p);
    let sudah: Option<Ronde> = tx.mungkin("SELECT ronde_id AS id FROM permohonan_skm WHERE permohonan_id = $1", nilai![p.id]).await?;
    let ronde = if let Some(r) = sudah {
        r.id
    } else {
        let hari = tx.pada.hari(&p.zona);
        let id = terbuka(&*tx, &p, &hari.to_string()).await?.ok_or(StoreError::Keadaan("permohonan-tanpa-survei"))?;
        let sampai = hari.saturating_add(HARI.days()).to_string();
        tx.jalankan(
            "INSERT INTO survei_tautan (sidik, ronde_id, sampai) VALUES ($1, $2, $3)",
            nilai![sidik(&rahasia).to_vec(), id, sampai],
        )
        .await?;
        tx.jalankan(
            "INSERT INTO permohonan_skm (permohonan_id, ronde_id, tanggal) VALUES ($1, $2, $3)",
            nilai![p.id, id, hari.to_string()],
        )
        .await?;
        id
    };
    let r = skm::dari_id(&*tx, ronde).await?;
    tx.commit().await?;
    Ok(format!("/skm/{}/s/{rahasia}", r.token))
}

/// 16 signs of the survey's own alphabet.
fn rahasia(store: &Store, p: &Permohonan) -> String {
    const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    let benih = store.kunci().turunan(&format!("skm-permohonan/{}", p.id));
    benih[..16].iter().map(|b| char::from(HURUF[usize::from(b % 31)])).collect()
}
