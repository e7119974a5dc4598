//! One keep-alive connection that speaks just enough HTTP/1.1 for Prima's own answers.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::{acak::Acak, formulir::Formulir};

pub struct Klien {
    aliran: TcpStream,
    alamat: SocketAddr,
    minta: Vec<u8>,
    badan: Vec<u8>,
    terima: Vec<u8>,
}

/// What a page gives to the answer.
pub struct Halaman {
    pub id: [u8; 36],
    pub stempel: [u8; 38],
    pub byte: usize,
}

impl Klien {
    pub async fn sambung(alamat: SocketAddr) -> io::Result<Self> {
        let aliran = TcpStream::connect(alamat).await?;
        aliran.set_nodelay(true)?;
        Ok(Self { aliran, alamat, minta: Vec::new(), badan: Vec::new(), terima: Vec::with_capacity(32 * 1024) })
    }

    /// The page as text, once, to learn its form.
    pub async fn halaman_polos(&mut self, jalur: &str) -> io::Result<String> {
        self.minta = format!("GET {jalur} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n\r\n", self.alamat).into_bytes();
        let (status, awal) = self.tukar().await?;
        if status != 200 {
            return Err(io::Error::other(format!("{jalur} answered {status}")));
        }
        Ok(String::from_utf8_lossy(&self.terima[awal..]).into_owned())
    }

    /// The page compressed. Its values travel as stored blocks, so they are found without unpacking the rest.
    pub async fn halaman(&mut self, jalur: &str, acak: &mut Acak) -> io::Result<Halaman> {
        self.minta.clear();
        for bagian in ["GET ", jalur, " HTTP/1.1\r\nHost: survei\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n"] {
            self.minta.extend_from_slice(bagian.as_bytes());
        }
        self.sumber(acak);
        let (status, awal) = self.tukar().await?;
        let isi = &self.terima[awal..];
        let cari = |panjang: u8| {
            let kepala = [0, panjang, 0, !panjang, 255];
            let i = isi.windows(5).position(|w| w == kepala)? + 5;
            isi.get(i..i + usize::from(panjang))
        };
        let (Some(id), Some(stempel)) = (cari(36), cari(38)) else {
            return Err(io::Error::other(format!("no values in the page ({status})")));
        };
        let jadi = |_| io::Error::other("length");
        Ok(Halaman { id: id.try_into().map_err(jadi)?, stempel: stempel.try_into().map_err(jadi)?, byte: isi.len() })
    }

    /// Sends one answer; its status.
    pub async fn kirim(&mut self, f: &Formulir, stempel: &[u8], id: Option<&[u8; 36]>, acak: &mut Acak) -> io::Result<u16> {
        let id = id.copied().unwrap_or_else(|| acak.uuid());
        f.isi(&mut self.badan, &id, stempel, acak);
        self.minta.clear();
        let kepala =
            " HTTP/1.1\r\nHost: survei\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
        for bagian in ["POST ", &f.ke, kepala, &self.badan.len().to_string(), "\r\n"] {
            self.minta.extend_from_slice(bagian.as_bytes());
        }
        self.sumber(acak);
        self.minta.extend_from_slice(&self.badan);
        Ok(self.tukar().await?.0)
    }

    /// The last header: a source that nobody else has (2^32 networks).
    fn sumber(&mut self, acak: &mut Acak) {
        let n = acak.u64();
        let (a, b) = (n >> 16 & 0xffff, n & 0xffff);
        self.minta.extend_from_slice(format!("X-Forwarded-For: 2001:db8:{a:x}:{b:x}::1\r\n\r\n").as_bytes());
    }

    /// Writes the request and reads the whole answer: its status, and where the body begins in `terima`.
    async fn tukar(&mut self) -> io::Result<(u16, usize)> {
        self.aliran.write_all(&self.minta).await?;
        self.terima.clear();
        loop {
            if self.aliran.read_buf(&mut self.terima).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some((status, awal, panjang)) = kepala(&self.terima)
                && self.terima.len() >= awal + panjang
            {
                return Ok((status, awal));
            }
        }
    }
}

/// Status, start of the body and its length, once the headers are here.
fn kepala(isi: &[u8]) -> Option<(u16, usize, usize)> {
    let akhir = isi.windows(4).position(|w| w == b"\r\n\r\n")? + 4;
    let teks = std::str::from_utf8(&isi[..akhir]).ok()?;
    let status = teks.get(9..12)?.parse().ok()?;
    let panjang = teks.split("\r\n").find_map(|b| b.strip_prefix("content-length: ")).and_then(|v| v.parse().ok()).unwrap_or(0);
    Some((status, akhir, panjang))
}
