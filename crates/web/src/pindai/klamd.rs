//! The protocol of `clamd`: `zINSTREAM`, the file in pieces with their length in front, an empty piece, one answer. Written here because it
//! is forty lines; the crates for it bring a second runtime or no time limit.

use std::{net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpStream, UnixStream},
};

/// Bytes of one piece.
const POTONG: usize = 64 * 1024;
/// Longest answer that is read.
const JAWABAN: u64 = 4 * 1024;

/// Where the scanner listens: a socket of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alamat {
    Unix(PathBuf),
    Tcp(SocketAddr),
}

impl FromStr for Alamat {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        if let Some(jalur) = s.strip_prefix("unix:") {
            let jalur = PathBuf::from(jalur);
            return if jalur.is_absolute() { Ok(Self::Unix(jalur)) } else { Err(()) };
        }
        let alamat: SocketAddr = s.strip_prefix("tcp:").and_then(|a| a.parse().ok()).ok_or(())?;
        // The protocol has no protection: evidence must not cross a network in it.
        if alamat.ip().is_loopback() { Ok(Self::Tcp(alamat)) } else { Err(()) }
    }
}

/// Why there is no answer about a file.
#[derive(Debug, thiserror::Error)]
pub enum GalatPindai {
    #[error("connection: {0}")]
    Sambungan(#[from] std::io::Error),
    #[error("no answer in time")]
    Lama,
    /// It answered, but neither "OK" nor "FOUND": too large for it, or a fault of its own.
    #[error("answer {0:?}")]
    Jawaban(String),
}

/// The scanner's name for what it found; `None`: clean.
///
/// # Errors
/// When it cannot be asked or does not say.
pub(super) async fn pindai(alamat: &Alamat, batas: Duration, isi: &[u8]) -> Result<Option<String>, GalatPindai> {
    let jawaban = tanya(alamat, batas, b"zINSTREAM\0", Some(isi)).await?;
    let putusan = jawaban.strip_prefix("stream: ").unwrap_or(&jawaban);
    if putusan == "OK" {
        return Ok(None);
    }
    match putusan.strip_suffix(" FOUND") {
        Some(nama) if !nama.is_empty() => Ok(Some(nama.to_owned())),
        _ => Err(GalatPindai::Jawaban(jawaban)),
    }
}

/// # Errors
/// When it does not answer `PONG`.
pub(super) async fn ping(alamat: &Alamat, batas: Duration) -> Result<(), GalatPindai> {
    let jawaban = tanya(alamat, batas, b"zPING\0", None).await?;
    if jawaban == "PONG" { Ok(()) } else { Err(GalatPindai::Jawaban(jawaban)) }
}

/// What it says of itself: program, number and day of its list, for example `ClamAV 1.0.7/27500/Thu Nov 20 08:12:33 2026`.
///
/// # Errors
/// When it does not answer.
pub(super) async fn versi(alamat: &Alamat, batas: Duration) -> Result<String, GalatPindai> {
    tanya(alamat, batas, b"zVERSION\0", None).await
}

async fn tanya(alamat: &Alamat, batas: Duration, perintah: &[u8], isi: Option<&[u8]>) -> Result<String, GalatPindai> {
    let semua = async {
        match alamat {
            Alamat::Unix(jalur) => percakapan(UnixStream::connect(jalur).await?, perintah, isi).await,
            Alamat::Tcp(alamat) => percakapan(TcpStream::connect(alamat).await?, perintah, isi).await,
        }
    };
    tokio::time::timeout(batas, semua).await.map_err(|_| GalatPindai::Lama)?
}

async fn percakapan<S>(mut s: S, perintah: &[u8], isi: Option<&[u8]>) -> Result<String, GalatPindai>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    s.write_all(perintah).await?;
    if let Some(isi) = isi
        && let Err(e) = kirim(&mut s, isi).await
    {
        // It hangs up over a file that is too large for it, and says so before.
        let sebab = jawaban(&mut s).await.unwrap_or_default();
        return Err(if sebab.is_empty() { e.into() } else { GalatPindai::Jawaban(sebab) });
    }
    Ok(jawaban(&mut s).await?)
}

async fn kirim<S: AsyncWrite + Unpin>(s: &mut S, isi: &[u8]) -> std::io::Result<()> {
    for potong in isi.chunks(POTONG) {
        s.write_u32(u32::try_from(potong.len()).unwrap_or(u32::MAX)).await?;
        s.write_all(potong).await?;
    }
    s.write_u32(0).await?;
    s.flush().await
}

async fn jawaban<S: AsyncRead + Unpin>(s: &mut S) -> std::io::Result<String> {
    let mut b = Vec::new();
    s.take(JAWABAN).read_to_end(&mut b).await?;
    let akhir = b.iter().position(|b| *b == 0).unwrap_or(b.len());
    Ok(String::from_utf8_lossy(b.get(..akhir).unwrap_or(&b)).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sockets_of_this_machine() {
        assert_eq!("tcp:127.0.0.1:3310".parse(), Ok(Alamat::Tcp("127.0.0.1:3310".parse().unwrap())));
        assert_eq!("unix:/run/clamav/clamd.ctl".parse(), Ok(Alamat::Unix("/run/clamav/clamd.ctl".into())));
        for salah in ["tcp:10.0.0.5:3310", "tcp:localhost:3310", "unix:clamd.ctl", "/run/clamav/clamd.ctl", "http://127.0.0.1"] {
            assert_eq!(salah.parse::<Alamat>(), Err(()), "{salah}");
        }
    }
}
