//! `prima bsre-tiruan`: the stand-in of the electronic signing service on the loopback, to try out signing without BSrE.

use std::{net::SocketAddr, process::ExitCode};

use clap::Args;
use web::tte::tiruan::{FRASA, ORANG, PENGGUNA, SANDI, Tiruan};

#[derive(Args)]
pub struct BsreTiruan {
    /// Alamat dan porta di mesin ini sendiri; porta 0 mengambil yang bebas
    #[arg(long, default_value = "127.0.0.1:8181")]
    listen: SocketAddr,
}

impl BsreTiruan {
    pub fn jalankan(&self) -> ExitCode {
        if !self.listen.ip().is_loopback() {
            eprintln!("prima: --listen: {} bukan alamat mesin ini sendiri (127.0.0.1 atau ::1)", self.listen);
            return ExitCode::from(2);
        }
        let hasil = tokio::runtime::Runtime::new().and_then(|r| r.block_on(self.layani()));
        match hasil {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => {
                eprintln!("prima: {e}");
                ExitCode::FAILURE
            }
        }
    }

    async fn layani(&self) -> std::io::Result<()> {
        let listener = tokio::net::TcpListener::bind(self.listen).await?;
        let alamat = listener.local_addr()?;
        eprintln!("prima: layanan TIRUAN di http://{alamat}; tanda tangannya tidak sah");
        eprintln!("prima: PRIMA_TTE__CARA=bsre PRIMA_TTE__ALAMAT=http://{alamat} PRIMA_TTE__PENGGUNA={PENGGUNA} PRIMA_TTE__SANDI={SANDI}");
        eprintln!("prima: frasa sandi semua orang: {FRASA}");
        for (nik, p) in ORANG {
            eprintln!("prima:   NIK {nik}  {p:?}");
        }
        axum::serve(listener, Tiruan::default().router()).await
    }
}
