//! Work in the background of a serving program: sealing, jobs, clean-ups. Each runs at its own pace, logs its faults and
//! goes on; all of them end in good order when the program stops. What a job does lives with its kind, not here.

use std::{sync::Arc, time::Duration};

use store::{
    Store, antrean, audit, ekspor,
    gerbang::{self, kirim::GERBANG},
    kait::kirim::KAIT,
    konsultasi,
    massal::Dokumen,
    pekerjaan::{self, Nasib, Pekerjaan, SUREL, Surel},
    pemberitahuan::surel,
    penerbitan::versi::TERBITAN,
    pengaduan,
    penghargaan::cetak::PIAGAM,
    peristiwa,
    permohonan::surel::SURAT as PERMOHONAN,
    pesanan::{self, surel::PESANAN},
    pra, sanggah, tindak_lanjut, unggahan,
};
use tokio::{
    sync::watch,
    task::{AbortHandle, JoinSet},
};
use web::skm::ekspor::Jadi;

pub use pengantar::Pengantar;

const SEGEL: Duration = Duration::from_millis(500);
const RENTANG: Duration = Duration::from_hours(1);
const ANTRE: Duration = Duration::from_secs(1);
const BERSIH: Duration = Duration::from_mins(10);
/// Reminders: each occasion is told once, so the pace only decides how soon after midnight.
const INGAT: Duration = Duration::from_mins(30);
/// Reports of mails that came back.
const PENTAL: Duration = Duration::from_mins(1);
/// Longest time a job may take; below the lease, so that a hanging one is never taken twice.
const BATAS: Duration = Duration::from_secs(pekerjaan::SEWA_DETIK.unsigned_abs() - 60);

/// Pieces of news to other programs on their way at the same time.
const SERENTAK: usize = 8;

/// How long a stop waits for work that may be cut off.
const TENGGANG: Duration = Duration::from_secs(3);

pub struct Pekerja {
    berhenti: watch::Sender<bool>,
    tugas: JoinSet<()>,
    /// Work that may be cut off: its job runs again after the next start.
    terputus: Vec<AbortHandle>,
    store: Store,
}

impl Pekerja {
    pub fn mulai(store: &Store, pengantar: impl Pengantar) -> Self {
        let (berhenti, _) = watch::channel(false);
        let mut p = Self { berhenti, tugas: JoinSet::new(), terputus: Vec::new(), store: store.clone() };
        p.berkala(SEGEL, |s| async move { segel(&s).await });
        p.berkala(BERSIH, |s| async move { bersihkan(&s).await });
        p.berkala(INGAT, |s| async move { ingatkan(&s).await });
        let pengantar = Arc::new(pengantar);
        harian::mulai(&mut p, &pengantar);
        let pembuat = pengantar.clone();
        // On a loop of its own: mails do not wait for a file of a million rows.
        let ekspor = p.berkala(ANTRE, move |s| {
            let pembuat = pembuat.clone();
            async move { ekspor_semua(&s, &*pembuat).await }
        });
        p.terputus.push(ekspor);
        let kurir = pengantar.clone();
        // And not for a program elsewhere that is slow to answer.
        p.berkala(ANTRE, move |s| {
            let kurir = kurir.clone();
            async move {
                let satu = |p: Pekerjaan| {
                    let kurir = kurir.clone();
                    async move { kurir.kait(&p).await }
                };
                keluar(&s, KAIT, satu).await;
            }
        });
        pindai::mulai(&mut p, &pengantar);
        let pembaca = pengantar.clone();
        p.berkala(PENTAL, move |_| {
            let pembaca = pembaca.clone();
            async move {
                if let Err(e) = pembaca.pental().await {
                    tracing::warn!(error = e, "reports of mail servers could not be read");
                }
            }
        });
        let kurir = pengantar.clone();
        // A gateway that is slow holds up neither.
        p.berkala(ANTRE, move |s| {
            let kurir = kurir.clone();
            async move {
                let satu = |p: Pekerjaan| {
                    let kurir = kurir.clone();
                    async move { kurir.singkat(&p).await }
                };
                keluar(&s, GERBANG, satu).await;
            }
        });
        // Rows of an older program, or of a former key; one small read once nothing is left.
        let penyegel = p.berkala(BERSIH, |s| async move { segel_identitas(&s).await });
        p.terputus.push(penyegel);
        let rentang = p.berkala(RENTANG, |s| async move {
            lengkapi(&s).await;
            cocokkan(&s).await;
        });
        p.terputus.push(rentang);
        jejak::mulai(&mut p);
        p.berkala(ANTRE, move |s| {
            let pengantar = pengantar.clone();
            async move { kerjakan(&s, &*pengantar).await }
        });
        p
    }

    /// Runs `kerja` again and again with a pause between; a stop waits for the round under way.
    fn berkala<F>(&mut self, jeda: Duration, kerja: impl Fn(Store) -> F + Send + Sync + 'static) -> AbortHandle
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let (store, mut berhenti) = (self.store.clone(), self.berhenti.subscribe());
        self.tugas.spawn(async move {
            while !*berhenti.borrow_and_update() {
                if !pemeliharaan(&store) {
                    kerja(store.clone()).await;
                }
                tokio::select! {
                    () = tokio::time::sleep(jeda) => {}
                    _ = berhenti.changed() => {}
                }
            }
        })
    }

    /// Ends every loop after its round, then chains what was committed a moment ago.
    pub async fn berhenti(mut self) {
        self.berhenti.send_replace(true);
        // A job that is cut off waits for its lease before it runs again, so one that is nearly done may end.
        let usai = async { while self.tugas.join_next().await.is_some() {} };
        if tokio::time::timeout(TENGGANG, usai).await.is_err() {
            self.terputus.iter().for_each(AbortHandle::abort);
            while self.tugas.join_next().await.is_some() {}
        }
        segel(&self.store).await;
    }
}

/// In maintenance mode nothing is written in the background either. What waits is done afterwards.
fn pemeliharaan(store: &Store) -> bool {
    store::pemeliharaan::baca(store.folder()).is_ok_and(|p| p.is_some())
}

async fn segel(store: &Store) {
    // Another process may have added a key for identity fields.
    store.kunci().segarkan(store.folder());
    loop {
        match audit::segel(store).await {
            // A full round: more may wait.
            Ok(1000..) => {}
            Ok(_) => return,
            Err(e) => return tracing::error!(error = %e, "audit events could not be sealed; they stay waiting"),
        }
    }
}

/// Deadlines that come near or are over; nobody is told twice.
async fn ingatkan(store: &Store) {
    if let Err(e) = pra::ingatkan(store).await {
        tracing::error!(error = %e, "reminders of returned F01 could not be written");
    }
    if let Err(e) = sanggah::ingatkan(store).await {
        tracing::error!(error = %e, "reminders of the right of reply could not be written");
    }
    if let Err(e) = store::pdp::permintaan::ingatkan(store).await {
        tracing::error!(error = %e, "requests of data holders that are due could not be told");
    }
    if let Err(e) = store::insiden::ingatkan(store).await {
        tracing::error!(error = %e, "breaches that are due could not be told");
    }
    if let Err(e) = pengaduan::jalankan(store).await {
        tracing::error!(error = %e, "reports of citizens were not closed, escalated or reminded of");
    }
    if let Err(e) = store::perjalanan::ingatkan(store).await {
        tracing::error!(error = %e, "limits of malls on their way could not be told");
    }
    if let Err(e) = store::tenan::ingatkan(store).await {
        tracing::error!(error = %e, "ends of agreements could not be told");
    }
    if let Err(e) = store::petugas::ingatkan(store).await {
        tracing::error!(error = %e, "ends of certificates could not be told");
    }
    if let Err(e) = store::layanan::ingatkan(store).await {
        tracing::error!(error = %e, "reminders of reviews of service standards could not be written");
    }
    if let Err(e) = pesanan::ingatkan(store).await {
        tracing::error!(error = %e, "reminders of bookings could not be asked for");
    }
    if let Err(e) = pesanan::periksa_dampak(store).await {
        tracing::error!(error = %e, "bookings could not be compared with the schedules");
    }
    if let Err(e) = store::permohonan::hitung_ulang(store).await {
        tracing::error!(error = %e, "promised days of cases could not be counted again");
    }
    if let Err(e) = store::permohonan::ingatkan(store).await {
        tracing::error!(error = %e, "reminders of late cases could not be written");
    }
    if let Err(e) = store::permohonan::surel::ingatkan_pemohon(store).await {
        tracing::error!(error = %e, "reminders of applicants could not be asked for");
    }
    if let Err(e) = store::permohonan::surel::bersihkan_kontak(store).await {
        tracing::error!(error = %e, "addresses of applicants whose cases ended stay");
    }
    // The day of the westernmost zone, so that nobody is told too early.
    if let Err(e) = tindak_lanjut::ingatkan(store, store.sekarang().hari("WIB")).await {
        tracing::error!(error = %e, "reminders of follow-up could not be written");
    }
}

async fn segel_identitas(store: &Store) {
    match store::identitas::lanjutkan(store).await {
        Ok(0) => {}
        Ok(n) => tracing::info!(rows = n, "identity fields sealed"),
        Err(e) => tracing::error!(error = %e, "identity fields are not all sealed"),
    }
}

/// Intervals of results that an older program froze, and what it received; nothing is left after the first round.
async fn lengkapi(store: &Store) {
    if let Err(e) = store::diterima::lengkapi(store).await {
        tracing::warn!(error = %e, "publications received by an older program are not complete");
    }
    loop {
        match store::nasional::rentang::lengkapi(store).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(e) => return tracing::warn!(error = %e, "intervals of frozen results are not complete"),
        }
    }
}

/// What the public sees against what was signed.
async fn cocokkan(store: &Store) {
    if let Err(e) = store::peringkat::cocokkan_terbit(store).await {
        tracing::warn!(error = %e, "published results could not be compared with what was signed");
    }
}

async fn bersihkan(store: &Store) {
    if let Err(e) = peristiwa::bersihkan(store).await {
        tracing::warn!(error = %e, "old events stay");
    }
    if let Err(e) = pekerjaan::bersihkan(store).await {
        tracing::warn!(error = %e, "expired sessions and links stay");
    }
    if let Err(e) = ekspor::sapu(store).await {
        tracing::warn!(error = %e, "files of exports stay");
    }
    if let Err(e) = pesanan::bersihkan(store).await {
        tracing::warn!(error = %e, "addresses of past bookings stay");
    }
    if let Err(e) = antrean::tutup_hari::tutup(store).await {
        tracing::warn!(error = %e, "numbers of days that have passed stay open");
    }
    if let Err(e) = store::ulang::bersihkan(store).await {
        tracing::warn!(error = %e, "old answers to programs stay");
    }
    if let Err(e) = store::kait::kirim::bersihkan(store).await {
        tracing::warn!(error = %e, "old records of news to programs stay");
    }
    if let Err(e) = gerbang::kontak::bersihkan(store).await {
        tracing::warn!(error = %e, "numbers of matters that are over stay");
    }
    if let Err(e) = gerbang::kirim::bersihkan(store).await {
        tracing::warn!(error = %e, "old records of short messages stay");
    }
    if let Err(e) = store::pdp::harian(store).await {
        tracing::error!(error = %e, "personal data whose time is over stay");
    }

    let s = store.clone();
    if let Ok(Err(e)) = tokio::task::spawn_blocking(move || store::gudang::sapu(&s)).await {
        tracing::warn!(error = %e, "copies of objects stay");
    }
    if let Err(e) = unggahan::sapu(store).await {
        tracing::warn!(error = %e, "abandoned uploads stay");
    }
}

/// Does what is due, one job after the other, until nothing is.
async fn kerjakan(store: &Store, pengantar: &impl Pengantar) {
    loop {
        let p = match pekerjaan::ambil(store, &[SUREL, surel::KABAR, PESANAN, PERMOHONAN, pengaduan::SURAT, konsultasi::SURAT]).await {
            Ok(Some(p)) => p,
            Ok(None) => return,
            Err(e) => return tracing::warn!(error = %e, "the job queue cannot be read"),
        };
        let hasil =
            tokio::time::timeout(BATAS, satu(store, &p, pengantar)).await.unwrap_or_else(|_| Err(Gagal::Lagi("took too long".into())));
        if let Err(e) = catat(store, &p, hasil).await {
            tracing::error!(error = %e, job = %p.id, "the end of a job could not be recorded; it will run again");
        }
    }
}

/// Kinds of jobs that make files, and documents of many units.
const BERKAS: [&str; 6] =
    [TERBITAN, PIAGAM, Dokumen::BeritaAcara.jenis(), Dokumen::Lhe.jenis(), Dokumen::LheSampai.jenis(), ekspor::EKSPOR];

/// Makes the files that are asked for, and removes those that have expired. No time limit: the lease is renewed while it works.
async fn ekspor_semua(store: &Store, pembuat: &impl Pengantar) {
    loop {
        let p = match pekerjaan::ambil(store, &BERKAS).await {
            Ok(Some(p)) => p,
            Ok(None) => return,
            Err(e) => return tracing::warn!(error = %e, "the job queue cannot be read"),
        };
        let hasil = match pembuat.ekspor(&p).await {
            Ok(Jadi::Siap) => continue,
            Ok(Jadi::Usai) => Ok(()),
            Err(e) => Err(Gagal::Lagi(e)),
        };
        if let Err(e) = catat(store, &p, hasil).await {
            tracing::error!(error = %e, job = %p.id, "the end of an export could not be recorded; it will run again");
        }
    }
}

/// Several jobs of a kind, to be done at once; empty: none is due.
async fn beberapa(store: &Store, jenis: &str) -> Vec<Pekerjaan> {
    let mut semua = Vec::new();
    while semua.len() < SERENTAK {
        match pekerjaan::ambil(store, &[jenis]).await {
            Ok(Some(p)) => semua.push(p),
            Ok(None) => break,
            Err(e) => {
                tracing::warn!(error = %e, "the job queue cannot be read");
                break;
            }
        }
    }
    semua
}

/// Does jobs of a kind that go out to others, several at once: one that hangs does not hold up the rest for long. The work records its end
/// itself; what cannot be recorded runs again.
async fn keluar<F>(store: &Store, jenis: &str, kerja: impl Fn(Pekerjaan) -> F)
where
    F: Future<Output = Result<(), String>> + Send + 'static,
{
    loop {
        let semua = beberapa(store, jenis).await;
        if semua.is_empty() {
            return;
        }
        let mut jalan = JoinSet::new();
        for p in semua {
            let (id, satu) = (p.id, kerja(p));
            jalan.spawn(async move {
                if let Err(e) = satu.await {
                    tracing::error!(error = e, job = %id, "the end of a job could not be recorded; it will run again");
                }
            });
        }
        while jalan.join_next().await.is_some() {}
    }
}

/// How a try ended without success.
enum Gagal {
    Lagi(String),
    /// No other try can help.
    Percuma(&'static str),
}

async fn satu(store: &Store, p: &Pekerjaan, pengantar: &impl Pengantar) -> Result<(), Gagal> {
    if p.jenis != SUREL {
        return pengantar.kabar(p).await.map_err(Gagal::Lagi);
    }
    let surel: Surel = serde_json::from_str(&p.isi).map_err(|e| Gagal::Lagi(e.to_string()))?;
    if surel.sampai.is_some_and(|s| s <= store.sekarang().0) {
        return Err(Gagal::Percuma("the link in the mail was over before it could be sent"));
    }
    pengantar.antar(p.id, surel).await.map_err(Gagal::Lagi)
}

async fn catat(store: &Store, p: &Pekerjaan, hasil: Result<(), Gagal>) -> store::Hasil<()> {
    let galat = match hasil {
        Ok(()) => return pekerjaan::sampai_tercatat(|| pekerjaan::selesai(store, p)).await,
        Err(Gagal::Percuma(galat)) => {
            tracing::error!(job = %p.id, kind = %p.jenis, error = galat, "job given up");
            return pekerjaan::sampai_tercatat(|| pekerjaan::menyerah(store, p, galat)).await;
        }
        Err(Gagal::Lagi(galat)) => galat,
    };
    match pekerjaan::sampai_tercatat(|| pekerjaan::gagal(store, p, &galat)).await? {
        Nasib::Lagi(detik) => {
            tracing::warn!(job = %p.id, kind = %p.jenis, attempt = p.coba, retry_in = detik, error = %galat, "job failed");
        }
        Nasib::Menyerah => tracing::error!(job = %p.id, kind = %p.jenis, attempt = p.coba, error = %galat, "job given up"),
    }
    Ok(())
}

mod harian;
mod jejak;
#[cfg(test)]
mod kabar_uji;
mod pengantar;
mod pindai;
#[cfg(test)]
mod smtp_uji;

#[cfg(test)]
mod tests;
