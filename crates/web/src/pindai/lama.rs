//! Files that were uploaded before a virus scanner was configured: looked at in the background, a few at a time, so that neither the scanner
//! nor the disk is kept from new uploads. They stay open until the answer.

use std::time::{Duration, Instant};

use store::{
    StoreError,
    pindai::{self, Putusan},
};

use super::satu;
use crate::AppState;

/// Files of one round.
const SEPUTAR: i64 = 40;
/// No further file is begun after that.
const LAMA: Duration = Duration::from_secs(20);

/// Looks at some files behind `mulai`, a hash; gives the last one, to go on from, or `None` at the end of all: nothing more is there, or only
/// what the scanner could not judge. New uploads come first, and a scanner that is away is not asked again and again.
///
/// # Errors
/// Of the database.
pub async fn putaran(app: &AppState, mulai: &str) -> Result<Option<String>, StoreError> {
    let Some(p) = &app.pemindai else { return Ok(None) };
    let tetap = || Ok(Some(mulai.to_owned()));
    if pindai::ringkasan(&app.store).await?.menunggu > 0 || p.hidup().await.is_err() {
        return tetap();
    }
    let (awal, mut sampai) = (Instant::now(), None);
    for sidik in pindai::lama(&app.store, mulai, SEPUTAR).await? {
        if awal.elapsed() > LAMA {
            break;
        }
        let putusan = satu(app, p, &sidik).await;
        if putusan == Putusan::Gagal && p.hidup().await.is_err() {
            return Ok(Some(sampai.unwrap_or_else(|| mulai.to_owned())));
        }
        pindai::putuskan_lama(&app.store, &sidik, &putusan).await?;
        sampai = Some(sidik);
    }
    Ok(sampai)
}
