//! The job that makes a document of many units: printed side by side by the worker processes, each stored in a transaction of its own, so
//! what was made stays when it is broken off.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::civil::Date;
use store::{
    hak::{self, Pelaku},
    id::LokusId,
    lokus,
    massal::{self, Dokumen, Lewat, Tugas},
    pekerjaan::Pekerjaan,
    sesi,
};
use tokio::time::Instant;

use crate::{AppState, Error, error::Hasil, lokus as satuan, skm::ekspor::Jadi};

/// After so long other files that were asked for have their turn.
const GILIRAN: Duration = Duration::from_secs(30);
/// Documents in work at the same time, so that no worker waits.
const SERENTAK: usize = 6;
/// Tries at one unit while the printer is busy; then the job waits.
const SIBUK: usize = 60;

/// Tries at one unit, with the pauses between tries of a job, before it is passed over.
const COBA: i64 = 3;

/// Does a job of a kind of [`Dokumen`], or forgets its report once a day has gone.
///
/// # Errors
/// A sentence for the administrator; the job is tried again.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<Jadi, String> {
    let dokumen = Dokumen::dari_jenis(&p.jenis).ok_or_else(|| format!("no document of many units: {}", p.jenis))?;
    let isi = massal::urai(&p.isi).map_err(|e| e.to_string())?;
    if isi.siap {
        return Ok(Jadi::Usai);
    }
    match semua(app, p, dokumen, isi).await {
        Ok(()) => Ok(Jadi::Siap),
        // It was called off, or who asked may no longer make them.
        Err(Error::TidakAda | Error::TidakBerhak(_)) => Ok(Jadi::Usai),
        Err(e) => Err(e.to_string()),
    }
}

async fn semua(app: &AppState, p: &Pekerjaan, dokumen: Dokumen, mut isi: Tugas) -> Hasil<()> {
    let pelaku = sesi::tanpa_sesi(&app.store, isi.oleh).await?.ok_or(Error::TidakAda)?;
    hak::periode(&app.store, &pelaku, isi.periode).await?.penyelenggara()?;
    let (awal, mulai, mut lapor) = (isi.jadi, Instant::now(), Instant::now());
    while isi.jadi < isi.lokus.len() {
        let sekaligus: Vec<LokusId> = isi.lokus.iter().skip(isi.jadi).take(SERENTAK).copied().collect();
        let satu = |(n, id): (usize, &LokusId)| satu(app, &pelaku, p, dokumen, &isi, (isi.jadi + n, *id));
        let hasil = join_all(sekaligus.iter().enumerate().map(satu)).await;
        for (id, hasil) in sekaligus.into_iter().zip(hasil) {
            match hasil {
                // Made before the work was broken off, or by hand meanwhile; or the unit was taken out of the period.
                Ok(()) | Err(Error::Bentrok("ba-sudah-ada") | Error::TidakAda) => {}
                Err(Error::Bentrok(sebab)) => lewat(app, &mut isi, id, sebab).await?,
                Err(Error::TidakBerhak(_)) => lewat(app, &mut isi, id, "massal-tanpa-hak").await?,
                // Some were made: the rest is tried at once, and only a try that makes none counts as failed.
                Err(e) if isi.jadi > awal => {
                    tracing::warn!(error = %e, job = %p.id, kind = p.jenis, "documents of a period: broken off, it goes on");
                    return Ok(massal::sela(&app.store, p, &isi).await?);
                }
                // A document that cannot be made must not keep all that come after it.
                Err(e) if p.coba > COBA => {
                    tracing::error!(error = %e, job = %p.id, kind = p.jenis, lokus = %id, "a document of a period cannot be made; its unit is passed over");
                    lewat(app, &mut isi, id, "massal-tidak-jadi").await?;
                }
                Err(e) => return Err(e),
            }
            isi.jadi += 1;
        }
        if mulai.elapsed() > GILIRAN {
            return Ok(massal::sela(&app.store, p, &isi).await?);
        }
        if lapor.elapsed() > Duration::from_secs(1) {
            lapor = Instant::now();
            massal::maju(&app.store, p, &isi).await?;
        }
    }
    Ok(massal::siap(&app.store, p, &isi).await?)
}

/// Others print too: while the queue is full it is tried again.
async fn satu(app: &AppState, pelaku: &Pelaku, p: &Pekerjaan, dokumen: Dokumen, isi: &Tugas, unit: (usize, LokusId)) -> Hasil<()> {
    for _ in 0..SIBUK {
        match buat(app, pelaku, p, dokumen, isi, unit).await {
            Err(Error::Lama) => tokio::time::sleep(Duration::from_millis(500)).await,
            hasil => return hasil,
        }
    }
    Err(Error::Lama)
}

/// The document of the unit at a place of the job.
async fn buat(app: &AppState, pelaku: &Pelaku, p: &Pekerjaan, dokumen: Dokumen, isi: &Tugas, (ke, id): (usize, LokusId)) -> Hasil<()> {
    let (pola, nomor) = (&isi.pola, isi.pola.nomor(ke));
    match dokumen {
        Dokumen::BeritaAcara => {
            let tanggal: Date = pola.tanggal.parse().map_err(|e| Error::Dalam(format!("minutes of a period: {e}")))?;
            satuan::berita_acara::massal::buat(app, pelaku, id, nomor.unwrap_or_default(), tanggal, pola.tempat.clone()).await.map(drop)
        }
        Dokumen::Lhe => satuan::lhe::massal::buat(app, pelaku, id, nomor, &pola.tempat).await,
        Dokumen::LheSampai => satuan::penyampaian::massal::kirim(app, pelaku, (p.id, id), &isi.catatan).await,
    }
}

async fn lewat(app: &AppState, isi: &mut Tugas, id: LokusId, sebab: &'static str) -> Hasil<()> {
    let unit = lokus::dari_id(app.store.baca(), id).await?.unit;
    isi.lewat.push(Lewat { lokus: id, unit, sebab: sebab.to_owned() });
    Ok(())
}
