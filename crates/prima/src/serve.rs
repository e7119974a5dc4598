//! `prima serve`: opens the store, starts the background work, prints where to go, and serves until it is told to stop.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use store::{
    Jam, Luar, Store, StoreError, Sumber,
    akun::{self, JenisTautan},
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tracing_subscriber::{
    Layer as _,
    filter::{LevelFilter, filter_fn},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};
use web::{AppState, app::KonfigError};

use crate::{
    config,
    jejak::{self, Jejak},
    kata,
    pekerja::Pekerja,
    soket,
};

/// How long the link for the first administrator holds, in seconds.
const UMUR_TAUTAN: i64 = 24 * 3600;

#[derive(Args)]
pub struct Serve {
    /// Folder basis data, kunci, bukti dukung, dan `prima.toml`; dibuat saat pertama dijalankan
    #[arg(long, default_value = "./data", env = "PRIMA_DATA")]
    pub data: PathBuf,
    /// Alamat PostgreSQL (`postgres://…`) sebagai ganti SQLite; kunci dan bukti dukung tetap di folder
    #[arg(long, env = "PRIMA_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Alamat dan porta yang dilayani; porta 0 mengambil yang bebas
    #[arg(long, default_value = "127.0.0.1:8080", env = "PRIMA_LISTEN")]
    pub listen: SocketAddr,
}

impl Serve {
    pub fn jalankan(&self) -> ExitCode {
        let jejak = catatan();
        let runtime = match tokio::runtime::Runtime::new() {
            Ok(runtime) => runtime,
            Err(e) => {
                eprintln!("prima: {}", kata::berkas(&e));
                return ExitCode::FAILURE;
            }
        };
        match runtime.block_on(self.layani(&jejak)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => {
                eprintln!("prima: {}", pesan(&*e));
                ExitCode::FAILURE
            }
        }
    }

    /// A file that cannot be made or read is told with the folder: at the first start it is the folder that nobody made yet.
    fn di(&self, e: StoreError) -> Box<dyn std::error::Error> {
        match e {
            StoreError::Berkas(b) => format!("{}: {}", self.data.display(), kata::berkas(&b)).into(),
            lain => lain.into(),
        }
    }

    async fn layani(&self, jejak: &Jejak) -> Result<(), Box<dyn std::error::Error>> {
        let berhenti = berhenti()?;
        let (listener, diserahkan) = soket::dengar(self.listen).await?;
        let alamat = format!("http://{}", listener.local_addr()?);
        let konfig = config::baca(&self.data, &alamat).map_err(|e| config::kata(&e))?;
        let store = buka_dengan(&self.data, self.database.as_deref(), &konfig.luar()).await.map_err(|e| self.di(e))?;
        tautan_pertama(&store, &konfig.alamat).await?;
        let app = AppState::baru(store.clone(), konfig, dokumen::Pencetak::new(dokumen::Setelan::default())).await?;
        let (henti, metrik) = metrik(&app).await?;
        if let Some((pengirim, _)) = web::jejak::mulai(&app.konfig.jejak, &uuid::Uuid::new_v4().to_string())? {
            jejak.nyalakan(pengirim);
        }
        eprintln!("prima: {}  ({alamat}, {})", app.konfig.alamat, self.data.display());
        if diserahkan {
            eprintln!("prima: soket diterima dari pengelola layanan; tetap terbuka saat program dimulai ulang");
        }
        let pekerja = Pekerja::mulai(&store, app.clone());
        soket::kabari("READY=1");
        web::layani(listener, app, berhenti).await?;
        soket::kabari("STOPPING=1");
        henti.send_replace(true);
        pekerja.berhenti().await;
        if let Some(m) = metrik {
            m.abort();
        }
        store.tutup().await?;
        eprintln!("prima: berhenti");
        Ok(())
    }
}

/// Why it does not start, in words.
pub fn pesan(e: &(dyn std::error::Error + 'static)) -> String {
    if let Some(s) = e.downcast_ref::<StoreError>() {
        return kata::store(s);
    }
    match (e.downcast_ref::<KonfigError>(), e.downcast_ref::<std::io::Error>()) {
        (Some(KonfigError::Store(s)), _) => kata::store(s),
        // With a sentence of our own, as of the socket.
        (_, Some(b)) if b.get_ref().is_none() => kata::berkas(b),
        _ => e.to_string(),
    }
}

/// Serves the figures for monitoring on their own address, where one is set.
async fn metrik(app: &AppState) -> Result<(watch::Sender<bool>, Option<JoinHandle<()>>), String> {
    let (henti, mut dengar) = watch::channel(false);
    let alamat = app.konfig.metrik.alamat.as_str();
    if alamat.is_empty() {
        return Ok((henti, None));
    }
    let listener = TcpListener::bind(alamat).await.map_err(|e| format!("metrik.alamat {alamat}: {}", kata::porta(&e)))?;
    if let Ok(a) = listener.local_addr() {
        eprintln!("prima: http://{a}/metrics");
    }
    let app = app.clone();
    let tugas = tokio::spawn(async move {
        let selesai = async move {
            let _ = dengar.wait_for(|h| *h).await;
        };
        if let Err(e) = web::layani_metrik(listener, app, selesai).await {
            tracing::error!(error = %e, "figures are no longer served");
        }
    });
    Ok((henti, Some(tugas)))
}

/// Opens the store of an installation.
///
/// # Errors
/// As the store says.
pub async fn buka(data: &Path, database: Option<&str>) -> store::Hasil<Store> {
    buka_dengan(data, database, &Luar::default()).await
}

async fn buka_dengan(data: &Path, database: Option<&str>, luar: &Luar) -> store::Hasil<Store> {
    let sumber = database.map_or(Sumber::Sqlite, |url| Sumber::Postgres(url.to_owned()));
    Store::buka_dengan(data, &sumber, Jam::default(), luar).await
}

/// While there is no account, the way to make the first one: known only to who reads this output.
async fn tautan_pertama(store: &Store, alamat: &str) -> store::Hasil<()> {
    if akun::ada(store).await? {
        return Ok(());
    }
    let tx = store.mulai().await?;
    let rahasia = akun::buat_tautan(&tx, None, JenisTautan::AdminPertama, None, UMUR_TAUTAN).await?;
    tx.commit().await?;
    eprintln!("prima: belum ada akun. Buat akun pengelola sistem di sini (sekali saja, dalam sehari):");
    eprintln!("prima: {alamat}/mulai/{rahasia}");
    Ok(())
}

/// Log lines to standard error; `RUST_LOG` chooses how many, `PRIMA_LOG_JSON=1` makes them JSON. Beside them the traces, which the
/// settings turn on later.
fn catatan() -> Jejak {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info,sqlx=warn,sea_orm=warn".into());
    let warna = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let baris = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false).with_ansi(warna);
    let baris = if std::env::var_os("PRIMA_LOG_JSON").is_some() { baris.json().boxed() } else { baris.boxed() };
    let jejak = Jejak::default();
    let ikut = filter_fn(jejak::milik).with_max_level_hint(LevelFilter::INFO);
    tracing_subscriber::registry().with(baris.with_filter(filter)).with(jejak.clone().with_filter(ikut)).init();
    jejak
}

/// Ready on ctrl-C or SIGTERM. Both are listened for from this call on, so that a signal is not lost that comes while
/// the program is starting.
#[cfg(unix)]
fn berhenti() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut sela, mut akhiri) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = sela.recv() => {}
            _ = akhiri.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn berhenti() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
