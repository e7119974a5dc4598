//! Checking the file: nothing is trusted until it is proved, nothing is held but the line that is read.

use super::{HASIL, IsiTerbitan, JENIS, LAMPIRAN, MANIFES, Tempat, nama_edisi};
use crate::{
    KunciPublik,
    hasil::{InstalasiBundel, Isi, Jenis, Ketat, KunciTepercaya, Temuan, TidakTerbaca, periksa_dengan},
};
use pekppp::{Edisi, Pecahan};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    io::{BufRead, BufReader, Read, Seek},
};
use zip::ZipArchive;

/// The largest manifest and the largest edition.
const KECIL_MAKS: u64 = 4 << 20;
/// The longest line of a result; the real ones have about 12 kB.
const BARIS_MAKS: u64 = 1 << 20;
/// More results than this are no period of this country.
const HASIL_MAKS: u64 = 2_000_000;
const LAMPIRAN_MAKS: u64 = 256 << 20;
/// More faults than this are counted, not listed.
const TEMUAN_MAKS: usize = 50;

/// What the check of a publication found.
#[derive(Debug)]
pub struct LaporanTerbitan {
    pub isi: IsiTerbitan,
    /// SHA-256 of the signed content.
    pub sidik: String,
    /// What does not hold. Empty: every figure was computed again, alike.
    pub temuan: Vec<Temuan>,
    /// Faults beyond those listed.
    pub temuan_lain: usize,
    pub peringatan: Vec<String>,
    pub pemilik: Option<String>,
    /// Results that were read, and those of them that have an IPP.
    pub hasil: u64,
    pub diperingkat: u64,
}

impl LaporanTerbitan {
    /// Whether everything that was checked holds.
    #[must_use]
    pub fn sah(&self) -> bool {
        self.temuan.is_empty()
    }

    fn catat(&mut self, kode: &'static str, pesan: String) {
        if self.temuan.len() < TEMUAN_MAKS {
            self.temuan.push(Temuan { kode, pesan });
        } else {
            self.temuan_lain += 1;
        }
    }
}

/// Checks a publication. `kunci`: the keys that the reader trusts; `None` when he has no list.
///
/// # Errors
/// When the file is no publication at all (no archive, no manifest, parts missing or doubled).
pub fn periksa<R: Read + Seek>(berkas: R, kunci: Option<&[KunciTepercaya]>) -> Result<LaporanTerbitan, TidakTerbaca> {
    let mut zip = buka(berkas)?;
    let teks = String::from_utf8(kecil(&mut zip, MANIFES)?).map_err(|e| TidakTerbaca(format!("{MANIFES}: {e}")))?;
    let (isi, amplop) = JENIS.buka(teks.as_bytes(), |v| serde_json::from_value::<IsiTerbitan>(v.clone()))?;
    let bukti = JENIS.buktikan(&amplop, &isi.instalasi, kunci);
    let mut l = LaporanTerbitan {
        isi,
        sidik: amplop.sidik.clone(),
        temuan: bukti.temuan,
        temuan_lain: 0,
        peringatan: bukti.peringatan,
        pemilik: bukti.pemilik,
        hasil: 0,
        diperingkat: 0,
    };
    l.isi_arsip(&mut zip);
    let edisi = l.edisi(&mut zip)?;
    l.lampiran(&mut zip)?;
    l.daftar(&mut zip, &edisi, kunci)?;
    if l.isi.ilustrasi {
        l.peringatan.push("ILUSTRASI: nilai di bundel ini contoh buatan, bukan hasil evaluasi sebenarnya".into());
    }
    Ok(l)
}

/// Opens the archive. A name that stands in its list twice is refused: other programs may well show the other part.
fn buka<R: Read + Seek>(berkas: R) -> Result<ZipArchive<R>, TidakTerbaca> {
    let salah = |e: &dyn std::fmt::Display| TidakTerbaca(format!("bukan arsip ZIP yang utuh: {e}; diharapkan {}", JENIS.nama));
    let zip = ZipArchive::new(berkas).map_err(|e| salah(&e))?;
    if zip.has_duplicate_names() { Err(salah(&"satu nama ada dua kali")) } else { Ok(zip) }
}

fn hilang(nama: &str, e: &impl std::fmt::Display) -> TidakTerbaca {
    TidakTerbaca(format!("{nama}: tidak dapat dibaca: {e}"))
}

/// A small part, whole; never more than its limit, whatever the archive says of itself.
fn kecil<R: Read + Seek>(zip: &mut ZipArchive<R>, nama: &str) -> Result<Vec<u8>, TidakTerbaca> {
    let (mut isi, f) = (Vec::new(), zip.by_name(nama).map_err(|e| hilang(nama, &e))?);
    f.take(KECIL_MAKS + 1).read_to_end(&mut isi).map_err(|e| hilang(nama, &e))?;
    if isi.len() as u64 > KECIL_MAKS {
        return Err(TidakTerbaca(format!("{nama}: lebih dari {KECIL_MAKS} byte")));
    }
    Ok(isi)
}

/// Length and hash of what a reader gives.
fn sidik_alir(mut f: impl Read) -> std::io::Result<(u64, String)> {
    let (mut sidik, mut ukuran, mut penampung) = (Sha256::new(), 0_u64, vec![0; 64 << 10]);
    loop {
        let n = f.read(&mut penampung)?;
        if n == 0 {
            return Ok((ukuran, hex::encode(sidik.finalize())));
        }
        ukuran += n as u64;
        sidik.update(&penampung[..n]);
    }
}

impl LaporanTerbitan {
    /// Every part is one that the manifest names.
    fn isi_arsip<R: Read + Seek>(&mut self, zip: &mut ZipArchive<R>) {
        let edisi = self.isi.edisi.iter().map(|e| nama_edisi(&e.sidik));
        let lampiran = self.isi.lampiran.iter().map(|l| format!("{LAMPIRAN}{}", l.nama));
        let harap: HashSet<String> = [MANIFES.to_owned(), HASIL.to_owned()].into_iter().chain(edisi).chain(lampiran).collect();
        let asing: Vec<String> = zip
            .file_names()
            .map(|n| n.map_or_else(|e| e.to_string(), std::borrow::Cow::into_owned))
            .filter(|n| !harap.contains(n))
            .take(10)
            .collect();
        for nama in asing {
            self.catat("arsip", format!("\"{nama}\" tidak disebut dalam {MANIFES}"));
        }
    }

    fn edisi<R: Read + Seek>(&mut self, zip: &mut ZipArchive<R>) -> Result<BTreeMap<String, Edisi>, TidakTerbaca> {
        let mut semua = BTreeMap::new();
        for e in self.isi.edisi.clone() {
            let nama = nama_edisi(&e.sidik);
            let isi = kecil(zip, &nama)?;
            let sidik = crate::sidik_hex(&isi);
            if sidik != e.sidik {
                self.catat("edisi", format!("{nama}: SHA-256 adalah {sidik}: naskah edisi berubah"));
            }
            match Edisi::baca(&String::from_utf8_lossy(&isi)) {
                Ok(edisi) if edisi.id == e.id => drop(semua.insert(e.sidik, edisi)),
                Ok(edisi) => self.catat("edisi", format!("{nama}: edisi \"{}\", seharusnya \"{}\"", edisi.id, e.id)),
                Err(salah) => self.catat("edisi", format!("{nama}: {}", salah.first().map_or_else(String::new, ToString::to_string))),
            }
        }
        Ok(semua)
    }

    fn lampiran<R: Read + Seek>(&mut self, zip: &mut ZipArchive<R>) -> Result<(), TidakTerbaca> {
        for l in self.isi.lampiran.clone() {
            let nama = format!("{LAMPIRAN}{}", l.nama);
            let f = zip.by_name(&nama).map_err(|e| hilang(&nama, &e))?;
            let (ukuran, sidik) = sidik_alir(f.take(LAMPIRAN_MAKS)).map_err(|e| hilang(&nama, &e))?;
            if (ukuran, sidik) != (l.ukuran, l.sidik) {
                self.catat("lampiran", format!("{nama}: isinya bukan yang diterbitkan"));
            }
        }
        Ok(())
    }

    fn daftar<R: Read + Seek>(
        &mut self,
        zip: &mut ZipArchive<R>,
        edisi: &BTreeMap<String, Edisi>,
        kunci: Option<&[KunciTepercaya]>,
    ) -> Result<(), TidakTerbaca> {
        let mut baca = BufReader::new(zip.by_name(HASIL).map_err(|e| hilang(HASIL, &e))?);
        let (mut sidik, mut urutan, mut baris) = (Sha256::new(), Urutan::default(), Vec::new());
        let mut pembuat: HashSet<String> = HashSet::new();
        loop {
            baris.clear();
            let n = baca.by_ref().take(BARIS_MAKS).read_until(b'\n', &mut baris).map_err(|e| hilang(HASIL, &e))?;
            if n == 0 {
                break;
            }
            self.hasil += 1;
            if self.hasil > HASIL_MAKS || (n as u64 == BARIS_MAKS && baris.last() != Some(&b'\n')) {
                return Err(TidakTerbaca(format!("{HASIL}: baris {} terlalu panjang atau terlalu banyak", self.hasil)));
            }
            sidik.update(&baris);
            if let Err(e) = self.satu(&baris, edisi, kunci, &mut urutan, &mut pembuat) {
                self.catat("hasil", format!("{HASIL} baris {}: {e}", self.hasil));
            }
        }
        let sidik = hex::encode(sidik.finalize());
        let d = self.isi.hasil.clone();
        if sidik != d.sidik {
            self.catat("sidik", format!("SHA-256 {HASIL} adalah {sidik}, yang tertulis {}: daftar berubah", d.sidik));
        }
        if (self.hasil, self.diperingkat) != (d.baris, d.diperingkat) {
            self.catat(
                "hasil",
                format!("{} hasil, {} dengan IPP; tertulis {} dan {}", self.hasil, self.diperingkat, d.baris, d.diperingkat),
            );
        }
        Ok(())
    }

    fn satu(
        &mut self,
        baris: &[u8],
        edisi: &BTreeMap<String, Edisi>,
        kunci: Option<&[KunciTepercaya]>,
        urutan: &mut Urutan,
        pembuat: &mut HashSet<String>,
    ) -> Result<(), TidakTerbaca> {
        let salah = |e: &dyn std::fmt::Display| TidakTerbaca(e.to_string());
        let Ketat(v) = serde_json::from_slice(baris).map_err(|e| salah(&e))?;
        let tempat: Tempat = serde_json::from_value(v.get("tempat").cloned().unwrap_or(Value::Null)).map_err(|e| salah(&e))?;
        let (isi, amplop): (Isi, _) = Jenis::urai(&v, |v| serde_json::from_value(v.clone()))?;
        let kode = isi.lokus.kode.clone();
        let Some(e) = edisi.get(&isi.edisi.sidik) else {
            self.catat("edisi", format!("{kode}: naskah edisi {} tidak ada di bundel", isi.edisi.sidik));
            return Ok(());
        };
        let p = &self.isi.periode;
        if (&isi.periode.kode, isi.periode.tahun, &isi.periode.skema) != (&p.kode, p.tahun, &p.skema) {
            self.catat("periode", format!("{kode}: hasil periode {}, bukan {}", isi.periode.kode, self.isi.periode.kode));
        }
        if isi.ilustrasi && !self.isi.ilustrasi {
            self.catat("periode", format!("{kode}: hasil contoh di antara hasil sebenarnya"));
        }
        if pembuat.insert(isi.instalasi.kunci_publik.to_lowercase()) {
            self.pembuat(&isi.instalasi, kunci);
        }
        let l = periksa_dengan(isi, &amplop, e);
        for t in l.temuan {
            self.catat(t.kode, format!("{kode}: {}", t.pesan));
        }
        let ipp = l.ulang.and_then(|u| u.ipp).map(|i| i.ipp.pecahan().clone());
        self.diperingkat += u64::from(ipp.is_some());
        if let Err(pesan) = urutan.maju(&kode, &tempat, ipp) {
            self.catat("peringkat", format!("{kode}: {pesan}"));
        }
        Ok(())
    }

    /// A result may be older than the key that signed the publication, or come from another installation.
    fn pembuat(&mut self, i: &InstalasiBundel, kunci: Option<&[KunciTepercaya]>) {
        let sendiri = &self.isi.instalasi;
        if i.kunci_publik.eq_ignore_ascii_case(&sendiri.kunci_publik) {
            return;
        }
        let publik = hex::decode(&i.kunci_publik).ok().and_then(|b| KunciPublik::dari_bytes(&b));
        let dikenal = kunci.map(|d| d.iter().any(|k| publik.as_ref().is_some_and(|p| p.bytes() == k.kunci.bytes())));
        match dikenal {
            Some(true) => {}
            Some(false) => self.catat("kunci-tidak-dikenal", format!("hasil ditandatangani kunci {} yang tidak ada dalam daftar", i.kunci)),
            None => self.peringatan.push(format!("sebagian hasil ditandatangani kunci lain ({}); periksa dengan --keys", i.kunci)),
        }
    }
}

/// The order of the lines: categories by name, each from rank 1 down, then results without an IPP.
#[derive(Default)]
struct Urutan {
    kelompok: Option<String>,
    banyak: u64,
    terakhir: Option<(Pecahan, u64)>,
    /// Ranked lines are over.
    sisa: bool,
    lokus: HashSet<String>,
}

impl Urutan {
    fn maju(&mut self, kode: &str, t: &Tempat, ipp: Option<Pecahan>) -> Result<(), String> {
        if !self.lokus.insert(kode.to_owned()) {
            return Err("unit ini ada dua kali".into());
        }
        let Some(ipp) = ipp else {
            self.sisa = true;
            return t.peringkat.map_or(Ok(()), |n| Err(format!("peringkat {n}, padahal tidak ada IPP")));
        };
        if self.sisa || self.kelompok.as_ref().is_some_and(|k| *k > t.kelompok) {
            return Err("urutannya bukan menurut kategori dan peringkat".into());
        }
        if self.kelompok.as_ref() != Some(&t.kelompok) {
            (self.kelompok, self.banyak, self.terakhir) = (Some(t.kelompok.clone()), 0, None);
        }
        self.banyak += 1;
        let harap = match &self.terakhir {
            Some((n, _)) if *n < ipp => return Err("IPP lebih tinggi dari unit di atasnya".into()),
            Some((n, peringkat)) if *n == ipp => *peringkat,
            _ => self.banyak,
        };
        self.terakhir = Some((ipp, harap));
        if t.peringkat == Some(harap) { Ok(()) } else { Err(format!("peringkat tertulis {:?}, dihitung ulang {harap}", t.peringkat)) }
    }
}
