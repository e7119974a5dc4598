//! Single answers as a file, for those with the right. Rows are read page by page and written as they come, so the memory does
//! not grow with the round. Their order is that of random ids: it says nothing about when or by whom.

use std::{collections::HashSet, io, sync::atomic::AtomicI64};

use axum::{
    body::{Body, Bytes},
    response::Response,
};
use dokumen::xlsx::SelRingkas;
use store::{
    Store,
    hak::PembacaMentahSkm,
    ronde::{self, Jawaban, KOSONG, SaringJawaban},
    skm::agregat::{DIMENSI, impor},
};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::{
    error::Hasil,
    konteks::Konteks,
    skm::{
        hasil::Muatan,
        sajian::{kunci_opsi, kunci_saluran, kunci_tanda, label_bidang, label_opsi, susunan},
    },
    unduhan,
};

pub mod berkas;
mod tulis;

use tulis::{Penulis, TulisCsv, TulisJson};

/// Answers read at once.
const SEHALAMAN: u32 = 4_000;

/// How the file is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// Commas, keys as heading, no mark: for programs.
    Csv,
    /// Semicolons, words as heading, byte order mark: for Excel in Indonesian.
    CsvExcel,
    Json,
}

/// What the columns are, in words and as keys, and what stands in them.
pub struct Lajur {
    pub kata: Vec<String>,
    pub kunci: Vec<String>,
    /// By field of the profile and option: word and key.
    profil: Vec<Vec<(String, String)>>,
    pertanyaan: usize,
    impor: HashSet<String>,
    saluran: Vec<(&'static str, String)>,
    tanda: Vec<String>,
    ya: String,
    /// Head of the JSON file.
    pub judul: serde_json::Value,
}

const TANDA: [&str; 7] = ["lurus", "cepat", "beruntun", "saran-sama", "waktu-mustahil", "stempel-ulang", "luar-jam"];

impl Lajur {
    /// # Errors
    /// When the round cannot be read.
    pub async fn baru(k: &Konteks, store: &Store, m: &Muatan) -> Hasil<Self> {
        let s = susunan(&m.edisi, &m.ronde().unsur)?;
        let mut kata: Vec<String> = ["hasilskm-lajur-id", "hasilskm-lajur-hari", "hasilskm-lajur-saluran"].map(|x| k.s(x)).to_vec();
        let mut kunci: Vec<String> = ["id", "hari", "saluran"].map(str::to_owned).to_vec();
        for (d, nama) in DIMENSI.iter().enumerate() {
            kata.push(label_bidang(k, d));
            kunci.push((*nama).to_owned());
        }
        for (i, p) in s.pertanyaan() {
            kata.push(if p.kunci == s.unsur()[*i].kunci { s.unsur()[*i].nama.clone() } else { p.teks.clone() });
            kunci.push(p.kunci.clone());
        }
        kata.extend(["hasilskm-lajur-tanda", "hasilskm-lajur-kecuali", "hasilskm-lajur-saran"].map(|x| k.s(x)));
        kunci.extend(["tanda", "dikecualikan", "saran"].map(str::to_owned));
        let opsi = |d: usize| (0..=u8::MAX).map(|o| (label_opsi(k, &m.edisi, &m.layanan, d, o), kunci_opsi(&m.edisi, d, o))).collect();
        let saluran = ["daring", "kios", "tautan", "impor", "kertas"].map(|x| (x, k.s(kunci_saluran(x)))).to_vec();
        let r = m.ronde();
        Ok(Self {
            profil: (0..DIMENSI.len()).map(opsi).collect(),
            pertanyaan: s.pertanyaan().len(),
            impor: impor(store.baca(), r.id).await?,
            saluran,
            tanda: (0..7).map(|b| k.s(kunci_tanda(b))).collect(),
            ya: k.s("hasilskm-ya"),
            judul: serde_json::json!({ "ronde": r.kode, "nama": r.nama, "unit": r.unit_kode, "edisi": r.edisi, "ilustrasi": r.ilustrasi,
                "kolom": kunci, "judul": kata }),
            kata,
            kunci,
        })
    }

    fn saluran(&self, kelompok: &str) -> usize {
        let satu = if self.impor.contains(kelompok) { "impor" } else { kelompok };
        self.saluran.iter().position(|s| s.0 == satu).unwrap_or(self.saluran.len() - 1)
    }

    /// The cells of one answer, one after the other; `kata`: options in words rather than keys.
    pub fn sel(&self, j: &Jawaban, kata: bool, mut tulis: impl FnMut(SelRingkas<'_>)) {
        let mut id = uuid::Uuid::encode_buffer();
        tulis(SelRingkas::Teks(j.id.hyphenated().encode_lower(&mut id)));
        tulis(SelRingkas::Teks(&j.hari));
        let s = &self.saluran[self.saluran(&j.kelompok)];
        tulis(SelRingkas::Teks(if kata { &s.1 } else { s.0 }));
        for d in 0..DIMENSI.len() {
            let opsi = j.profil.get(d).copied().unwrap_or(KOSONG);
            let (nama, kunci) = &self.profil[d][usize::from(opsi)];
            tulis(if opsi == KOSONG { SelRingkas::Kosong } else { SelRingkas::Teks(if kata { nama } else { kunci }) });
        }
        for p in 0..self.pertanyaan {
            tulis(match j.nilai.get(p) {
                Some(&KOSONG) | None => SelRingkas::Kosong,
                Some(v) => SelRingkas::Bulat(u32::from(*v)),
            });
        }
        if j.tanda == 0 {
            tulis(SelRingkas::Kosong);
        } else {
            let ada = (0..7).filter(|b| j.tanda >> b & 1 == 1);
            let nama: Vec<&str> = ada.map(|b| if kata { self.tanda[b].as_str() } else { TANDA[b] }).collect();
            tulis(SelRingkas::Teks(&nama.join("; ")));
        }
        tulis(if j.kecuali { SelRingkas::Teks(if kata { &self.ya } else { "ya" }) } else { SelRingkas::Kosong });
        tulis(j.saran.as_deref().map_or(SelRingkas::Kosong, SelRingkas::Teks));
    }
}

/// Reads page by page and hands each on; ends when the reader has gone.
async fn baca(store: &Store, hak: &PembacaMentahSkm, ke: mpsc::Sender<Result<Vec<Jawaban>, String>>) {
    let mut setelah = None;
    loop {
        let satu = ronde::halaman(store.baca(), hak.ronde.id, setelah, SEHALAMAN, &SaringJawaban::default()).await;
        let halaman = match satu {
            Ok(h) => h,
            Err(e) => {
                tracing::error!(error = %e, "answers could not be read for a download");
                let _ = ke.send(Err(e.to_string())).await;
                return;
            }
        };
        setelah = halaman.last().map(|j| j.id);
        if setelah.is_none() || ke.send(Ok(halaman)).await.is_err() {
            return;
        }
    }
}

fn mulai_baca(store: Store, hak: PembacaMentahSkm) -> mpsc::Receiver<Result<Vec<Jawaban>, String>> {
    let (kirim, terima) = mpsc::channel(2);
    tokio::spawn(async move { baca(&store, &hak, kirim).await });
    terima
}

/// Content type of a file by its name.
#[must_use]
pub fn tipe(nama: &str) -> &'static str {
    match nama.rsplit('.').next() {
        Some("xlsx") => unduhan::XLSX,
        Some("json") => unduhan::JSON,
        _ => unduhan::CSV,
    }
}

fn penulis(lajur: Lajur, bentuk: Bentuk) -> Box<dyn Penulis> {
    match bentuk {
        Bentuk::Csv => Box::new(TulisCsv::baru(lajur, false)),
        Bentuk::CsvExcel => Box::new(TulisCsv::baru(lajur, true)),
        Bentuk::Json => Box::new(TulisJson::baru(lajur)),
    }
}

/// CSV or JSON, sent while it is read. A fault in mid-way cuts the line, so that no half file looks whole.
pub fn alirkan(store: Store, hak: PembacaMentahSkm, lajur: Lajur, bentuk: Bentuk, nama: &str) -> Response {
    let mut penulis = penulis(lajur, bentuk);
    let mut sumber = mulai_baca(store, hak);
    let (kirim, terima) = mpsc::channel::<io::Result<Bytes>>(2);
    tokio::spawn(async move {
        if kirim.send(Ok(penulis.awal().into())).await.is_err() {
            return;
        }
        while let Some(halaman) = sumber.recv().await {
            let potong = halaman.map(|h| Bytes::from(penulis.halaman(&h))).map_err(io::Error::other);
            let gagal = potong.is_err();
            if kirim.send(potong).await.is_err() || gagal {
                return;
            }
        }
        let _ = kirim.send(Ok(penulis.akhir().into())).await;
    });
    unduhan::kirim(tipe(nama), nama, Body::from_stream(ReceiverStream::new(terima)))
}

/// A workbook of all rows.
pub fn buku(store: Store, hak: PembacaMentahSkm, lajur: Lajur, judul: String, nama: &str) -> Response {
    let map = store.folder().join("sementara");
    unduhan::buku(nama, None, move || berkas::susun(mulai_baca(store, hak), &lajur, &judul, &map, &AtomicI64::new(0))?.reopen())
}
