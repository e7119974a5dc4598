//! The server's side: starts workers, hands them documents, kills the late, drops the idle and the old.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Instant;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use super::Setelan;
use super::protokol::{BERHASIL, Permintaan, TERBESAR, bingkai};
use crate::Error;

/// Workers that wait for their next document. Those at work are owned by the task that waits for them.
#[derive(Default)]
pub struct Kolam {
    menganggur: Mutex<Vec<Pekerja>>,
}

struct Pekerja {
    anak: Child,
    masuk: ChildStdin,
    keluar: ChildStdout,
    selesai: u32,
    sejak: Instant,
}

impl Kolam {
    pub async fn kerjakan(self: &Arc<Self>, kerja: &Permintaan, setelan: &Setelan) -> Result<Vec<u8>, Error> {
        let permintaan = serde_json::to_vec(kerja)?;
        let permintaan =
            bingkai(&permintaan).ok_or_else(|| Error::PekerjaBerhenti(format!("document of {} bytes is too large", permintaan.len())))?;
        let mut pekerja = match self.ambil() {
            Some(pekerja) => pekerja,
            None => Pekerja::mulai(setelan)?,
        };
        // Dropping a worker kills its process, so each early return below, also by cancellation, ends it.
        let jawaban = timeout(setelan.batas_waktu, pekerja.kerjakan(&permintaan)).await;
        let jawaban = jawaban.map_err(|_| Error::BatasWaktu(setelan.batas_waktu))?;
        let (status, isi) = jawaban.map_err(|galat| Error::PekerjaBerhenti(galat.to_string()))?;
        if pekerja.selesai < setelan.dokumen_per_pekerja {
            self.kembalikan(pekerja, setelan);
        }
        if status == BERHASIL {
            return Ok(isi);
        }
        let pesan = String::from_utf8_lossy(&isi).into_owned();
        Err(if matches!(kerja, Permintaan::Kecil(_)) { Error::Gambar(pesan) } else { Error::TataLetak(pesan) })
    }

    /// The worker used last, so that spare ones grow idle and leave. One that died meanwhile is passed over.
    fn ambil(&self) -> Option<Pekerja> {
        let mut menganggur = self.menganggur.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(mut pekerja) = menganggur.pop() {
            if matches!(pekerja.anak.try_wait(), Ok(None)) {
                return Some(pekerja);
            }
        }
        None
    }

    fn kembalikan(self: &Arc<Self>, mut pekerja: Pekerja, setelan: &Setelan) {
        pekerja.sejak = Instant::now();
        self.menganggur.lock().unwrap_or_else(PoisonError::into_inner).push(pekerja);
        let kolam: Weak<Self> = Arc::downgrade(self);
        let batas = setelan.batas_menganggur;
        tokio::spawn(async move {
            sleep(batas).await;
            if let Some(kolam) = kolam.upgrade() {
                let mut menganggur = kolam.menganggur.lock().unwrap_or_else(PoisonError::into_inner);
                menganggur.retain(|pekerja| pekerja.sejak.elapsed() < batas);
            }
        });
    }
}

/// This very program. On Linux through `/proc`, which leads to the file that runs also when another one was put in its place
/// (an update); its old path would start the new program, or none at all.
fn program_ini() -> std::io::Result<PathBuf> {
    let sendiri = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && sendiri.exists() { Ok(sendiri.to_owned()) } else { std::env::current_exe() }
}

impl Pekerja {
    fn mulai(setelan: &Setelan) -> Result<Self, Error> {
        let program = match &setelan.program {
            Some(program) => program.clone(),
            None => program_ini().map_err(Error::PekerjaTidakMulai)?,
        };
        let mut anak = Command::new(program)
            .args(&setelan.argumen)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .map_err(Error::PekerjaTidakMulai)?;
        let (Some(masuk), Some(keluar)) = (anak.stdin.take(), anak.stdout.take()) else {
            return Err(Error::PekerjaBerhenti("pipes are missing".to_owned()));
        };
        Ok(Self { anak, masuk, keluar, selesai: 0, sejak: Instant::now() })
    }

    async fn kerjakan(&mut self, permintaan: &[u8]) -> std::io::Result<(u8, Vec<u8>)> {
        self.masuk.write_all(permintaan).await?;
        self.masuk.flush().await?;
        let panjang = self.keluar.read_u32_le().await?;
        if panjang == 0 || panjang > TERBESAR {
            return Err(std::io::ErrorKind::InvalidData.into());
        }
        let status = self.keluar.read_u8().await?;
        let mut isi = vec![0; panjang as usize - 1];
        self.keluar.read_exact(&mut isi).await?;
        self.selesai += 1;
        Ok((status, isi))
    }
}
