//! What is asked of an S3-compatible store: put, get, look, copy, delete, list, by path-style addresses. Each may be done twice
//! without harm, so each is tried again when the line breaks or the store says that it is busy.

use super::{
    Keadaan, KonfigObjek, Terdaftar, daftar,
    sakelar::Sakelar,
    saluran::{Badan, Gagal, Saluran},
    tanda::{self, Kunci, Permintaan},
};
use crate::Waktu;
use http_body_util::{BodyExt as _, Empty, StreamBody};
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Frame, Incoming},
    client::conn::http1::SendRequest,
};
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{io::AsyncReadExt as _, time::timeout};

/// Pauses before the second, third and fourth try.
const JEDA: [Duration; 3] = [Duration::from_millis(100), Duration::from_millis(500), Duration::from_secs(2)];
/// Longest silence before the head of an answer, at the first try and at the second; who is silent twice is not asked a third time. A page
/// that needs a file so fails within ten seconds.
const SABAR: [Duration; 2] = [Duration::from_secs(3), Duration::from_secs(4)];
/// Longest wait for the next piece of an answer, and for all of a listing.
const TUNGGU: Duration = Duration::from_secs(4);
/// Slowest line on which a body is still sent, in bytes a second.
const LAMBAT: u64 = 200_000;
/// Largest listing or error that is read.
const TEKS_MAKS: usize = 4 << 20;
/// SHA-256 of nothing.
const KOSONG: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[derive(Debug, thiserror::Error)]
pub(super) enum Galat {
    /// No answer, or "busy": later is another try right.
    #[error("the object store does not answer: {0}")]
    Jauh(String),
    #[error("the object store answered {0}: {1}")]
    Menolak(u16, String),
    #[error(transparent)]
    Berkas(#[from] std::io::Error),
}

pub(super) struct S3 {
    saluran: Saluran,
    sakelar: Sakelar,
    kunci: Kunci,
    ember: String,
    awalan: String,
}

/// One request without its body.
struct Minta<'a> {
    metode: &'static str,
    jalur: String,
    kueri: String,
    /// File that is sent, its size and SHA-256.
    isi: Option<(&'a Path, u64, &'a str)>,
    salin: Option<String>,
}

impl S3 {
    pub fn baru(k: &KonfigObjek) -> Result<Self, String> {
        let polos = |t: &str, juga: &[u8]| t.bytes().all(|b| b.is_ascii_alphanumeric() || juga.contains(&b));
        if k.ember.is_empty() || !polos(&k.ember, b"-.") {
            return Err(format!("ember {:?}: nama ember berisi huruf, angka, - dan . saja", k.ember));
        }
        if !polos(&k.awalan, b"-._/") || k.awalan.starts_with('/') || k.awalan.contains("//") {
            return Err(format!("awalan {:?}: hanya huruf, angka, - . _ dan /", k.awalan));
        }
        if k.kunci.is_empty() || k.rahasia.is_empty() {
            return Err("kunci dan rahasia: kunci aksesnya belum diisi".into());
        }
        let kunci = Kunci { id: k.kunci.clone(), rahasia: k.rahasia.clone(), wilayah: k.wilayah.clone() };
        let awalan = if k.awalan.is_empty() || k.awalan.ends_with('/') { k.awalan.clone() } else { format!("{}/", k.awalan) };
        Ok(Self { saluran: Saluran::baru(&k.alamat, &k.ca)?, sakelar: Sakelar::default(), kunci, ember: k.ember.clone(), awalan })
    }

    pub fn nama(&self) -> String {
        format!("{}/{}/{}", self.saluran.inang(), self.ember, self.awalan)
    }

    fn jalur(&self, tempat: &str, sidik: &str) -> String {
        format!("/{}/{}{tempat}/{}/{sidik}", self.ember, self.awalan, &sidik[..2.min(sidik.len())])
    }

    /// `sidik`: SHA-256 of the file, by which the store checks what arrives.
    pub async fn taruh(&self, tempat: &str, nama: &str, sidik: &str, dari: &Path) -> Result<(), Galat> {
        let ukuran = tokio::fs::metadata(dari).await?.len();
        let m = Minta { isi: Some((dari, ukuran, sidik)), ..Minta::baru("PUT", self.jalur(tempat, nama)) };
        self.selesaikan(&m, &[StatusCode::OK]).await.map(drop)
    }

    /// Reads an object, into a file where one is given, and compares it with a SHA-256 where one is known. The file comes back
    /// where there was no object.
    pub async fn ambil(
        &self,
        tempat: &str,
        nama: &str,
        sidik: Option<&str>,
        mut ke: Option<File>,
    ) -> Result<(Keadaan, Option<File>), Galat> {
        let m = Minta::baru("GET", self.jalur(tempat, nama));
        let mut akhir = String::new();
        for jeda in JEDA.iter().take(SABAR.len()) {
            let (res, garis) = self.coba(&m).await?;
            if res.status() == StatusCode::NOT_FOUND {
                return Ok((Keadaan::Hilang, ke));
            }
            if res.status() != StatusCode::OK {
                return Err(menolak(res).await);
            }
            match alirkan(res, ke.as_mut()).await {
                Ok((ukuran, ada)) => {
                    self.saluran.simpan(garis);
                    return Ok((if sidik.is_none_or(|s| s == ada) { Keadaan::Utuh(ukuran) } else { Keadaan::Berubah }, ke));
                }
                Err(Galat::Jauh(e)) => akhir = e,
                Err(e) => return Err(e),
            }
            tokio::time::sleep(*jeda).await;
        }
        Err(Galat::Jauh(akhir))
    }

    pub async fn lihat(&self, tempat: &str, sidik: &str) -> Result<Option<(u64, Waktu)>, Galat> {
        let (res, garis) = self.coba(&Minta::baru("HEAD", self.jalur(tempat, sidik))).await?;
        self.saluran.simpan(garis);
        let kepala = |nama: &str| res.headers().get(nama).and_then(|v| v.to_str().ok());
        match res.status() {
            StatusCode::NOT_FOUND => Ok(None),
            StatusCode::OK => {
                let ukuran = kepala("content-length").and_then(|v| v.parse().ok()).unwrap_or_default();
                let pada = kepala("last-modified").and_then(|v| jiff::fmt::rfc2822::parse(v).ok());
                Ok(Some((ukuran, Waktu(pada.map_or(i64::MAX, |t| t.timestamp().as_microsecond())))))
            }
            lain => Err(Galat::Menolak(lain.as_u16(), String::new())),
        }
    }

    /// Copies inside the store.
    pub async fn salin(&self, dari: &str, ke: &str, sidik: &str) -> Result<(), Galat> {
        let salin = Some(self.jalur(dari, sidik));
        let teks = self.selesaikan(&Minta { salin, ..Minta::baru("PUT", self.jalur(ke, sidik)) }, &[StatusCode::OK]).await?;
        // A copy may fail after its status was sent.
        if teks.contains("<Error>") { Err(Galat::Jauh("a copy was not finished".into())) } else { Ok(()) }
    }

    pub async fn hapus(&self, tempat: &str, sidik: &str) -> Result<(), Galat> {
        let boleh = [StatusCode::NO_CONTENT, StatusCode::OK, StatusCode::NOT_FOUND];
        self.selesaikan(&Minta::baru("DELETE", self.jalur(tempat, sidik)), &boleh).await.map(drop)
    }

    pub async fn daftar(&self, tempat: &str, lanjut: Option<String>, maks: u32) -> Result<(Vec<Terdaftar>, Option<String>), Galat> {
        let awalan = format!("{}{tempat}/", self.awalan);
        let token = lanjut.map(|l| format!("continuation-token={}&", tanda::persen(&l))).unwrap_or_default();
        let kueri = format!("{token}list-type=2&max-keys={maks}&prefix={}", tanda::persen(&awalan));
        let m = Minta { kueri, ..Minta::baru("GET", format!("/{}", self.ember)) };
        Ok(daftar::urai(&self.selesaikan(&m, &[StatusCode::OK]).await?, &awalan))
    }

    /// Sends until the store answers with one of these; the text of its answer.
    async fn selesaikan(&self, m: &Minta<'_>, boleh: &[StatusCode]) -> Result<String, Galat> {
        let (res, garis) = self.coba(m).await?;
        if !boleh.contains(&res.status()) {
            return Err(menolak(res).await);
        }
        let isi = teks(res).await?;
        self.saluran.simpan(garis);
        Ok(isi)
    }

    /// Tries again while the line breaks or the store is busy.
    async fn coba(&self, m: &Minta<'_>) -> Result<(Response<Incoming>, SendRequest<Badan>), Galat> {
        if !self.sakelar.boleh() {
            return Err(Galat::Jauh("it said nothing a moment ago".into()));
        }
        let penuh = Duration::from_secs(m.isi.map_or(0, |(_, n, _)| n) / LAMBAT) + TUNGGU;
        let (mut akhir, mut diam) = (String::new(), 0);
        for coba in 0..=JEDA.len() {
            let Some(sabar) = SABAR.get(diam) else { break };
            let terambil = Arc::new(AtomicU64::new(0));
            let req = self.bentuk(m, &terambil).await?;
            let jawab = timeout(penuh, self.saluran.minta(req, coba > 0, *sabar, &terambil)).await;
            match jawab.unwrap_or(Err(Gagal::Diam("not done in time"))) {
                Ok(j) if j.isi.status().is_server_error() || j.isi.status() == StatusCode::TOO_MANY_REQUESTS => {
                    self.sakelar.menjawab();
                    akhir = format!("status {}", j.isi.status());
                }
                Ok(j) => {
                    self.sakelar.menjawab();
                    return Ok(j.pisah());
                }
                Err(Gagal::Putus(e)) => akhir = e,
                Err(Gagal::Diam(e)) => {
                    diam += 1;
                    e.clone_into(&mut akhir);
                }
            }
            if let Some(jeda) = JEDA.get(coba).filter(|_| diam < SABAR.len()) {
                tokio::time::sleep(*jeda).await;
            }
        }
        if diam == SABAR.len() {
            self.sakelar.diam();
        }
        Err(Galat::Jauh(akhir))
    }

    async fn bentuk(&self, m: &Minta<'_>, terambil: &Arc<AtomicU64>) -> Result<Request<Badan>, Galat> {
        let pada = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let inang = self.saluran.inang();
        let isi = m.isi.map_or(KOSONG, |(_, _, sidik)| sidik);
        let mut kepala = vec![("host", inang.as_str()), ("x-amz-content-sha256", isi)];
        kepala.extend(m.salin.as_deref().map(|s| ("x-amz-copy-source", s)));
        kepala.push(("x-amz-date", &pada));
        let p = Permintaan { metode: m.metode, jalur: &m.jalur, kueri: &m.kueri, kepala: &kepala, isi, pada: &pada };
        let tanda = tanda::tandai(&self.kunci, &p);
        let uri = if m.kueri.is_empty() { m.jalur.clone() } else { format!("{}?{}", m.jalur, m.kueri) };
        let mut req = Request::builder().method(m.metode).uri(uri).header("authorization", tanda);
        for (nama, nilai) in &kepala {
            req = req.header(*nama, *nilai);
        }
        let badan = match m.isi {
            Some((jalur, ukuran, _)) => {
                req = req.header("content-length", ukuran);
                dari_berkas(jalur, terambil.clone()).await?
            }
            None => Empty::new().map_err(|e| match e {}).boxed_unsync(),
        };
        req.body(badan).map_err(|e| Galat::Menolak(0, e.to_string()))
    }
}

impl Minta<'_> {
    fn baru(metode: &'static str, jalur: String) -> Self {
        Self { metode, jalur, kueri: String::new(), isi: None, salin: None }
    }
}

/// The body of a request; `terambil` counts what the line took.
async fn dari_berkas(jalur: &Path, terambil: Arc<AtomicU64>) -> std::io::Result<Badan> {
    let berkas = tokio::fs::File::open(jalur).await?;
    let potong = futures_util::stream::try_unfold((berkas, terambil), |(mut b, terambil)| async move {
        let mut isi = vec![0; 64 << 10];
        let n = b.read(&mut isi).await?;
        isi.truncate(n);
        terambil.fetch_add(n as u64, Ordering::Relaxed);
        Ok((n > 0).then(|| (Frame::data(Bytes::from(isi)), (b, terambil))))
    });
    Ok(StreamBody::new(potong).boxed_unsync())
}

/// Reads a body to its end: its size and SHA-256. What a broken line left in the file is written over.
async fn alirkan(res: Response<Incoming>, mut ke: Option<&mut File>) -> Result<(u64, String), Galat> {
    if let Some(f) = ke.as_mut() {
        f.set_len(0)?;
        std::io::Seek::rewind(*f)?;
    }
    let (mut badan, mut sidik, mut ukuran) = (res.into_body(), Sha256::new(), 0);
    while let Some(bagian) = timeout(TUNGGU, badan.frame()).await.map_err(|_| Galat::Jauh("an answer stopped half-way".into()))? {
        let Ok(isi) = bagian.map_err(|e| Galat::Jauh(e.to_string()))?.into_data() else { continue };
        sidik.update(&isi);
        ukuran += isi.len() as u64;
        if let Some(f) = ke.as_mut() {
            f.write_all(&isi)?;
        }
    }
    Ok((ukuran, hex::encode(sidik.finalize())))
}

async fn teks(res: Response<Incoming>) -> Result<String, Galat> {
    let badan = http_body_util::Limited::new(res.into_body(), TEKS_MAKS);
    let isi = timeout(TUNGGU, badan.collect()).await.map_err(|_| Galat::Jauh("an answer stopped half-way".into()))?;
    let isi = isi.map_err(|e| Galat::Jauh(e.to_string()))?.to_bytes();
    Ok(String::from_utf8_lossy(&isi).into_owned())
}

/// What the store says of itself, shortened; a code such as `AccessDenied` helps the administrator most.
async fn menolak(res: Response<Incoming>) -> Galat {
    let status = res.status().as_u16();
    let isi = teks(res).await.unwrap_or_default();
    let antara = |nama: &str| Some(isi.split_once(&format!("<{nama}>"))?.1.split('<').next()?.chars().take(200).collect::<String>());
    Galat::Menolak(status, [antara("Code"), antara("Message")].into_iter().flatten().collect::<Vec<_>>().join(": "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{net::TcpListener, time::Instant};

    /// Connections to it are made, and never answered.
    fn bisu() -> (TcpListener, S3) {
        let l = TcpListener::bind("127.0.0.1:0").unwrap();
        let alamat = format!("http://{}", l.local_addr().unwrap());
        let k = KonfigObjek { alamat, ember: "e".into(), kunci: "k".into(), rahasia: "r".into(), ..KonfigObjek::default() };
        (l, S3::baru(&k).unwrap())
    }

    /// The bound of a page, and then nobody waits at all.
    #[tokio::test]
    async fn silence_is_given_up_within_ten_seconds_and_then_at_once() {
        let mut berkas = tempfile::NamedTempFile::new().unwrap();
        berkas.write_all(&vec![7; 20 << 20]).unwrap();
        let sidik = "ab".repeat(32);
        let (a, b, c) = (bisu(), bisu(), bisu());
        let mulai = Instant::now();
        let jauh = |h: Result<(), Galat>| matches!(h, Err(Galat::Jauh(_)));
        let (x, y, z) = tokio::join!(
            async { a.1.ambil("objek", &sidik, Some(&sidik), None).await.map(drop) },
            // Larger than what the system takes for a program that does not read.
            b.1.taruh("objek", &sidik, &sidik, berkas.path()),
            async { c.1.daftar("objek", None, 1).await.map(drop) },
        );
        assert!(jauh(x) && jauh(y) && jauh(z));
        assert!(mulai.elapsed() > SABAR[0] && mulai.elapsed() < Duration::from_secs(10), "{:?}", mulai.elapsed());
        let mulai = Instant::now();
        assert!(jauh(a.1.ambil("objek", &sidik, Some(&sidik), None).await.map(drop)));
        assert!(jauh(b.1.taruh("objek", &sidik, &sidik, berkas.path()).await));
        assert!(mulai.elapsed() < Duration::from_secs(1));
    }
}
