//! Forms with files (`multipart/form-data`) have short heads. Their reader (`multer`) holds what stands before the first boundary, and the
//! head of each part, until they end, and looks through all of it again at every packet: without a limit a form of many MB that never
//! comes to its first field fills the memory and keeps a core busy, beside every limit of uploads (`docs/decisions/forms-with-files.md`).
//! What the parts hold is bounded by whoever reads them.

mod kutip;

pub(crate) use kutip::{Isian, Kutipan};

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, ready},
};

use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::Request,
    http::header,
    middleware::Next,
    response::Response,
};
use futures_util::Stream;
use kutip::Kutip;
use memchr::memmem;

/// Bytes before the first boundary; browsers send none.
const AWAL_MAKS: usize = 1024;
/// Bytes of the head of one part: a name of a field and of a file.
const KEPALA_MAKS: usize = 16 * 1024;
/// Bytes of all heads together, each counted with [`SEBAGIAN`] more, so that parts without anything in them have an end too.
const SEMUA_MAKS: usize = 2 * 1024 * 1024;
/// What a part takes in memory besides what was sent.
const SEBAGIAN: usize = 128;

/// In front of a handler that takes large forms. A form that goes beyond ends there, as if its line had been cut.
pub async fn jaga(req: Request, next: Next) -> Response {
    next.run(terjaga(req)).await
}

/// The same request with that guard, for who reads its form before any handler does.
pub(crate) fn terjaga(req: Request) -> Request {
    let jenis = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    // Exactly as the reader will find it.
    let Some(batas) = jenis.and_then(|j| multer::parse_boundary(j).ok()) else { return req };
    req.map(|isi| Body::from_stream(Terjaga { isi: isi.into_data_stream(), penjaga: Penjaga::baru(&batas), putus: false, jeda: false }))
}

/// The same, and the text fields that went by are kept, up to `batas` bytes together, for who may need them after the handler failed.
pub(crate) fn terkutip(req: Request, batas: usize) -> (Option<Kutipan>, Request) {
    let jenis = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let Some(pisah) = jenis.and_then(|j| multer::parse_boundary(j).ok()) else { return (None, req) };
    let (kepala, isi) = req.into_parts();
    let penjaga = Penjaga { kutip: Some(Kutip::baru(batas)), ..Penjaga::baru(&pisah) };
    let terjaga = Terjaga { isi: isi.into_data_stream(), penjaga, putus: false, jeda: false };
    let kutipan = Kutipan(Arc::new(Mutex::new(terjaga)));
    (Some(kutipan.clone()), Request::from_parts(kepala, Body::from_stream(kutipan)))
}

struct Terjaga {
    isi: BodyDataStream,
    penjaga: Penjaga,
    putus: bool,
    /// A piece was handed on; the next one waits a turn, since the reader takes all that is there before it hands anything on.
    jeda: bool,
}

impl Stream for Terjaga {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.putus {
            return Poll::Ready(None);
        }
        if std::mem::take(&mut self.jeda) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let potong = ready!(Pin::new(&mut self.isi).poll_next(cx));
        self.jeda = true;
        if let Some(Ok(isi)) = &potong
            && !self.penjaga.lewat(isi)
        {
            tracing::info!("a form with files was cut off: its heads are too long");
            self.putus = true;
            return Poll::Ready(None);
        }
        Poll::Ready(potong)
    }
}

/// Where in the form the next byte stands. The same steps as the reader's, so that both agree on what is a head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letak {
    /// Before the first boundary.
    Awal,
    /// Behind a boundary, on its line.
    Baris,
    Kepala,
    Isi,
    Akhir,
}

struct Penjaga {
    /// `\r\n--boundary`.
    batas: Vec<u8>,
    letak: Letak,
    /// What was not judged yet: never more than a head and a packet.
    sisa: Vec<u8>,
    /// Of all heads.
    terpakai: usize,
    kutip: Option<Kutip>,
}

impl Penjaga {
    fn baru(batas: &str) -> Self {
        Self { batas: format!("\r\n--{batas}").into_bytes(), letak: Letak::Awal, sisa: Vec::new(), terpakai: 0, kutip: None }
    }

    /// Whether the form may go on with this packet.
    fn lewat(&mut self, potong: &[u8]) -> bool {
        if self.letak == Letak::Akhir {
            return true;
        }
        let mut isi = std::mem::take(&mut self.sisa);
        isi.extend_from_slice(potong);
        let mut di = 0;
        let baik = loop {
            let letak = self.letak;
            let langkah = self.langkah(&isi[di..]);
            if let (Some(k), Langkah::Maju(n) | Langkah::Tunggu(n)) = (&mut self.kutip, &langkah) {
                k.lihat(letak, &isi[di..di + *n], matches!(langkah, Langkah::Maju(_)).then_some(self.batas.len()));
            }
            match langkah {
                Langkah::Maju(n) => di += n,
                Langkah::Tunggu(n) => {
                    di += n;
                    break true;
                }
                Langkah::Tolak => break false,
            }
        };
        isi.drain(..di);
        self.sisa = isi;
        baik
    }

    fn langkah(&mut self, isi: &[u8]) -> Langkah {
        match self.letak {
            Letak::Awal => match memmem::find(isi, &self.batas[2..]) {
                Some(n) if n <= AWAL_MAKS => self.ke(Letak::Baris, n + self.batas.len() - 2),
                None if isi.len() <= AWAL_MAKS + self.batas.len() => Langkah::Tunggu(0),
                _ => Langkah::Tolak,
            },
            Letak::Baris => self.baris(isi),
            Letak::Kepala => match memmem::find(isi, b"\r\n\r\n") {
                Some(n) if n <= KEPALA_MAKS => {
                    self.terpakai += n + SEBAGIAN;
                    if self.terpakai > SEMUA_MAKS { Langkah::Tolak } else { self.ke(Letak::Isi, n + 4) }
                }
                None if isi.len() <= KEPALA_MAKS => Langkah::Tunggu(0),
                _ => Langkah::Tolak,
            },
            Letak::Isi => match memmem::find(isi, &self.batas) {
                Some(n) => self.ke(Letak::Baris, n + self.batas.len()),
                // A boundary may have begun in what was sent last.
                None => Langkah::Tunggu(isi.len().saturating_sub(self.batas.len() - 1)),
            },
            Letak::Akhir => Langkah::Tunggu(isi.len()),
        }
    }

    /// Behind a boundary: the end of the form, or blanks and the end of the line.
    fn baris(&mut self, isi: &[u8]) -> Langkah {
        if isi.len() < 2 {
            return Langkah::Tunggu(0);
        }
        if isi.starts_with(b"--") {
            return self.ke(Letak::Akhir, 2);
        }
        let kosong = isi.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        match isi.get(kosong..kosong + 2) {
            _ if kosong > AWAL_MAKS => Langkah::Tolak,
            None => Langkah::Tunggu(0),
            Some(b"\r\n") => self.ke(Letak::Kepala, kosong + 2),
            Some(_) => Langkah::Tolak,
        }
    }

    fn ke(&mut self, letak: Letak, maju: usize) -> Langkah {
        self.letak = letak;
        Langkah::Maju(maju)
    }
}

enum Langkah {
    /// So many bytes are judged; look at what follows.
    Maju(usize),
    /// So many are judged; the rest waits for the next packet.
    Tunggu(usize),
    Tolak,
}

#[cfg(test)]
mod tests;
