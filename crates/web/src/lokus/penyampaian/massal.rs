//! Conveys the report of one unit as its page would, for the job that conveys those of a whole period.

use store::{
    hak::{self, Pelaku},
    id::{LokusId, PekerjaanId},
    lhe,
    penyampaian::{self, Dokumen, Kiriman, Pengirim},
};
use uuid::Uuid;

use crate::{AppState, Error, error::Hasil};

/// Conveys the newest report on the result that stands, once a job. Where it was conveyed already, nothing is sent.
///
/// # Errors
/// `Bentrok` with the reason when it cannot be conveyed.
pub(crate) async fn kirim(app: &AppState, pelaku: &Pelaku, (pekerjaan, id): (PekerjaanId, LokusId), catatan: &str) -> Hasil<()> {
    let hak = hak::lokus(&app.store, pelaku, id).await?.dinilai()?.penyelenggara()?;
    let c = app.store.baca();
    let terbaru = lhe::daftar(c, id).await?.into_iter().find(|e| e.hasil_batal.is_none()).ok_or(Error::Bentrok("penyampaian-lhe-gugur"))?;
    if penyampaian::daftar(c, id).await?.iter().any(|p| p.lhe_id == Some(terbaru.id)) {
        return Ok(());
    }
    // The same unit of the same job again is the same sending.
    let op = Uuid::from_u128(pekerjaan.0.as_u128() ^ id.0.as_u128());
    let kiriman = Kiriman { op, dokumen: Dokumen::Lhe, lhe: Some(terbaru.id), berkas: None, isi: catatan };
    Ok(penyampaian::sampaikan(&app.store, &Pengirim::Penyelenggara(&hak), &kiriman).await?)
}
