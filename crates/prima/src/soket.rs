//! The listening socket: our own, or the one that systemd holds open over a restart (socket activation), so that whoever connects in
//! between waits instead of being refused. And the few words that systemd wants to hear.

use std::{io, net::SocketAddr};

use listenfd::ListenFd;
use tokio::net::TcpListener;

use crate::kata;

/// Takes the socket that was handed over, or listens on `alamat`; whether it was handed over.
///
/// # Errors
/// When the address is taken or the socket is of another kind.
pub async fn dengar(alamat: SocketAddr) -> io::Result<(TcpListener, bool)> {
    if let Some(l) = ListenFd::from_env().take_tcp_listener(0)? {
        l.set_nonblocking(true)?;
        return Ok((TcpListener::from_std(l)?, true));
    }
    let l = TcpListener::bind(alamat).await.map_err(|e| io::Error::new(e.kind(), format!("{alamat}: {}", kata::porta(&e))))?;
    Ok((l, false))
}

/// Tells systemd (`Type=notify`) that the program is ready, or stopping; nothing where nobody listens.
#[cfg(unix)]
pub fn kabari(apa: &str) {
    let Some(jalan) = std::env::var_os("NOTIFY_SOCKET") else { return };
    let kirim = || {
        let soket = std::os::unix::net::UnixDatagram::unbound()?;
        #[cfg(target_os = "linux")]
        if let Some(nama) = jalan.to_str().and_then(|j| j.strip_prefix('@')) {
            use std::os::linux::net::SocketAddrExt as _;
            let alamat = std::os::unix::net::SocketAddr::from_abstract_name(nama)?;
            return soket.send_to_addr(apa.as_bytes(), &alamat);
        }
        soket.send_to(apa.as_bytes(), &jalan)
    };
    if let Err(e) = kirim() {
        tracing::warn!(error = %e, "systemd was not told");
    }
}

#[cfg(not(unix))]
pub fn kabari(_apa: &str) {}
