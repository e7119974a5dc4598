//! The report of one unit as its page would make it, for the job that makes those of a whole period.

use store::{
    berita_acara,
    hak::{self, Pelaku},
    id::{LheId, LokusId},
    lhe,
};

use super::buat::{Isian, satu};
use crate::{AppState, Error, error::Hasil, lokus::hasil::muat};

/// Makes and stores it, signed by the first responsible official in office. Where there is one on the result that stands, nothing is made.
///
/// # Errors
/// `Bentrok` with the reason when it cannot be made.
pub(crate) async fn buat(app: &AppState, pelaku: &Pelaku, id: LokusId, nomor: Option<String>, tempat: &str) -> Hasil<()> {
    let akses = hak::lokus(&app.store, pelaku, id).await?.dinilai()?;
    let (l, hak) = (&akses.lokus, akses.penyelenggara()?);
    if lhe::daftar(app.store.baca(), id).await?.iter().any(|e| e.hasil_batal.is_none()) {
        return Ok(());
    }
    let beku = store::hasil::hidup(app.store.baca(), id).await?.ok_or(Error::Bentrok("lhe-belum-beku"))?;
    let hari = app.store.sekarang().hari(&l.zona).to_string();
    if berita_acara::calon(app.store.baca(), l, &hari).await?.penanggungjawab.is_empty() {
        return Err(Error::Bentrok("lhe-massal-penanda-tiada"));
    }
    let m = muat::beku_penuh(&app.store, l, beku).await?;
    satu(app, &hak, &m, Isian { op: LheId::baru(), nomor, tempat: tempat.to_owned() }).await
}
