//! A runtime of its own for the line to the object store, so that code that works with files may wait for the network as it waits
//! for the disk, from any thread. Nothing but this bridge lives here.

use crate::{Hasil, StoreError};
use std::sync::mpsc;
use tokio::{
    runtime::{Builder, Handle, RuntimeFlavor},
    sync::oneshot,
};

/// Threads that move bytes; requests wait for the network, not for each other.
const UTAS: usize = 2;

pub(super) struct Putar {
    pegangan: Handle,
    /// Dropped with the handle: the runtime ends in its own thread, never inside another one.
    _henti: oneshot::Sender<()>,
}

impl Putar {
    pub fn mulai() -> std::io::Result<Self> {
        let runtime = Builder::new_multi_thread().worker_threads(UTAS).thread_name("objek").enable_all().build()?;
        let pegangan = runtime.handle().clone();
        let (henti, dengar) = oneshot::channel::<()>();
        std::thread::Builder::new().name("objek".into()).spawn(move || {
            runtime.block_on(async {
                let _ = dengar.await;
            });
        })?;
        Ok(Self { pegangan, _henti: henti })
    }

    /// Runs the work there, for whoever can wait without a thread; `None` when it was given up.
    pub async fn jalankan<T: Send + 'static>(&self, kerja: impl Future<Output = T> + Send + 'static) -> Option<T> {
        self.pegangan.spawn(kerja).await.ok()
    }

    /// Runs the work there and waits for it. A worker of the caller's runtime hands its other tasks over first.
    pub fn tunggu<T: Send + 'static>(&self, kerja: impl Future<Output = T> + Send + 'static) -> Hasil<T> {
        let (kirim, terima) = mpsc::sync_channel(1);
        self.pegangan.spawn(async move {
            let _ = kirim.send(kerja.await);
        });
        let hasil = match Handle::try_current() {
            Ok(h) if h.runtime_flavor() == RuntimeFlavor::MultiThread => tokio::task::block_in_place(|| terima.recv()),
            _ => terima.recv(),
        };
        hasil.map_err(|_| StoreError::GudangJauh)
    }
}
