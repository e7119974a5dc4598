//! The list of results: read a few hundred lines at a time, checked on all cores, put together in their order.

use super::{
    HASIL, Tempat,
    lampiran::Sanding,
    periksa::{Butir, LaporanTerbitan, hilang, rusak},
};
use crate::{
    KunciPublik,
    hasil::{self, InstalasiBundel, Isi, Jenis, Ketat, KunciTepercaya, TidakTerbaca, periksa_dengan},
    json,
};
use pekppp::{Edisi, Pecahan};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    io::{BufRead, BufReader, Read, Seek},
    thread,
};
use zip::ZipArchive;

/// The longest line of a result; the real ones have about 12 kB.
const BARIS_MAKS: u64 = 1 << 20;
/// More results than this are no period of this country.
const HASIL_MAKS: u64 = 2_000_000;
/// Lines, and bytes, that are held at once.
const SEKALI: usize = 256;
const BYTE_SEKALI: usize = 8 << 20;

/// What one line says and whether it holds.
struct Terbaca {
    tempat: Tempat,
    laporan: Option<hasil::Laporan>,
    isi: Isi,
}

pub(super) fn periksa<R: Read + Seek>(
    l: &mut LaporanTerbitan,
    zip: &mut ZipArchive<R>,
    edisi: &BTreeMap<String, Edisi>,
    kunci: Option<&[KunciTepercaya]>,
    (batas, sanding): (u64, Option<Sanding>),
    catat: &mut dyn FnMut(&Butir<'_>),
) -> Result<(), TidakTerbaca> {
    let mut baca = BufReader::new(zip.by_name(HASIL).map_err(|_| hilang(HASIL))?);
    let (mut sidik, mut urutan, mut pembuat, mut byte) = (Sha256::new(), Urutan::default(), HashSet::new(), 0_u64);
    urutan.sanding = sanding;
    loop {
        let baris = sekelompok(&mut baca, l.hasil)?;
        if baris.is_empty() {
            break;
        }
        byte += baris.iter().map(|b| b.len() as u64).sum::<u64>();
        if byte > batas {
            return Err(TidakTerbaca(format!("{HASIL}: memuai jauh melebihi ukuran berkasnya; pemeriksaan dihentikan")));
        }
        for (b, terbaca) in baris.iter().zip(serentak(&baris, edisi)) {
            sidik.update(b);
            l.hasil += 1;
            match terbaca {
                Ok(t) => {
                    if let Some(lap) = &t.laporan {
                        let (kelompok, peringkat) = (t.tempat.kelompok.as_str(), t.tempat.peringkat);
                        catat(&Butir { isi: &t.isi, sidik: &lap.sidik, kelompok, peringkat, edisi: edisi.get(&t.isi.edisi.sidik) });
                    }
                    terima(l, t, kunci, &mut urutan, &mut pembuat);
                }
                Err(e) => {
                    // Nothing to compare the next row with.
                    urutan.sanding = None;
                    l.catat("hasil", format!("{HASIL} baris {}: {e}", l.hasil));
                }
            }
        }
    }
    if let Some(s) = urutan.sanding {
        s.selesai(l, &urutan.lokus);
    }
    let (sidik, d) = (hex::encode(sidik.finalize()), l.isi.hasil.clone());
    if sidik != d.sidik {
        l.catat("sidik", format!("SHA-256 {HASIL} adalah {sidik}, yang tertulis {}: daftar berubah", d.sidik));
    }
    if (l.hasil, l.diperingkat) != (d.baris, d.diperingkat) {
        l.catat("hasil", format!("{} hasil, {} dengan IPP; tertulis {} dan {}", l.hasil, l.diperingkat, d.baris, d.diperingkat));
    }
    Ok(())
}

/// The next lines; none at the end.
pub(super) fn sekelompok(baca: &mut impl BufRead, sudah: u64) -> Result<Vec<Vec<u8>>, TidakTerbaca> {
    let (mut semua, mut byte) = (Vec::new(), 0);
    while semua.len() < SEKALI && byte < BYTE_SEKALI {
        let mut baris = Vec::new();
        let n = baca.by_ref().take(BARIS_MAKS).read_until(b'\n', &mut baris).map_err(|_| rusak(HASIL))?;
        if n == 0 {
            break;
        }
        let nomor = sudah + semua.len() as u64 + 1;
        if nomor > HASIL_MAKS || (n as u64 == BARIS_MAKS && baris.last() != Some(&b'\n')) {
            return Err(TidakTerbaca(format!("{HASIL}: baris {nomor} terlalu panjang atau terlalu banyak")));
        }
        byte += n;
        semua.push(baris);
    }
    Ok(semua)
}

/// Checks lines side by side; the answers are in the order of the lines.
fn serentak(baris: &[Vec<u8>], edisi: &BTreeMap<String, Edisi>) -> Vec<Result<Terbaca, TidakTerbaca>> {
    let inti = thread::available_parallelism().map_or(1, usize::from);
    let bagian = baris.len().div_ceil(inti).max(1);
    thread::scope(|s| {
        let kerja: Vec<_> = baris.chunks(bagian).map(|b| s.spawn(|| b.iter().map(|x| satu(x, edisi)).collect::<Vec<_>>())).collect();
        kerja
            .into_iter()
            .zip(baris.chunks(bagian))
            .flat_map(|(k, b)| k.join().unwrap_or_else(|_| b.iter().map(|_| Err(TidakTerbaca("tidak dapat diperiksa".into()))).collect()))
            .collect()
    })
}

fn satu(baris: &[u8], edisi: &BTreeMap<String, Edisi>) -> Result<Terbaca, TidakTerbaca> {
    let salah = |e: &serde_json::Error| TidakTerbaca(json::apa(e));
    let Ketat(v) = serde_json::from_slice(baris).map_err(|e| salah(&e))?;
    let tempat: Tempat = serde_json::from_value(v.get("tempat").cloned().unwrap_or(Value::Null)).map_err(|e| salah(&e))?;
    let (isi, amplop): (Isi, _) = Jenis::urai(&v, |v| serde_json::from_value(v.clone()))?;
    let laporan = edisi.get(&isi.edisi.sidik).map(|e| periksa_dengan(isi.clone(), &amplop, e));
    Ok(Terbaca { tempat, laporan, isi })
}

fn terima(l: &mut LaporanTerbitan, t: Terbaca, kunci: Option<&[KunciTepercaya]>, urutan: &mut Urutan, pembuat: &mut HashSet<String>) {
    let (isi, kode) = (&t.isi, &t.isi.lokus.kode);
    if let Some(s) = urutan.sanding.as_mut() {
        s.maju(l, isi, &t.tempat);
    }
    let Some(laporan) = t.laporan else {
        return l.catat("edisi", format!("{kode}: naskah edisi {} tidak ada di bundel", isi.edisi.sidik));
    };
    let p = &l.isi.periode;
    if (&isi.periode.kode, isi.periode.tahun, &isi.periode.skema) != (&p.kode, p.tahun, &p.skema) {
        l.catat("periode", format!("{kode}: hasil periode {}, bukan {}", isi.periode.kode, l.isi.periode.kode));
    }
    if isi.ilustrasi && !l.isi.ilustrasi {
        l.catat("periode", format!("{kode}: hasil contoh di antara hasil sebenarnya"));
    }
    if pembuat.insert(isi.instalasi.kunci_publik.to_lowercase()) {
        kenali(l, &isi.instalasi, kunci, &isi.dibekukan);
    }
    for x in laporan.temuan {
        l.catat(x.kode, format!("{kode}: {}", x.pesan));
    }
    let ipp = laporan.ulang.and_then(|u| u.ipp).map(|i| i.ipp.pecahan().clone());
    l.diperingkat += u64::from(ipp.is_some());
    if let Err(pesan) = urutan.maju(kode, &t.tempat, ipp) {
        l.catat("peringkat", format!("{kode}: {pesan}"));
    }
}

/// A result may be older than the key that signed the publication, or come from another installation.
fn kenali(l: &mut LaporanTerbitan, i: &InstalasiBundel, kunci: Option<&[KunciTepercaya]>, pada: &str) {
    if i.kunci_publik.eq_ignore_ascii_case(&l.isi.instalasi.kunci_publik) {
        return;
    }
    let publik = hex::decode(&i.kunci_publik).ok().and_then(|b| KunciPublik::dari_bytes(&b));
    match kunci.map(|d| d.iter().find(|k| publik.as_ref().is_some_and(|p| p.bytes() == k.kunci.bytes()))) {
        Some(Some(k)) => {
            if let Some(t) = k.tolak(pada).or_else(|| k.bukan_untuk(&l.isi.periode.penyelenggara)) {
                l.catat(t.kode, t.pesan);
            }
        }
        Some(None) => l.catat("kunci-tidak-dikenal", format!("hasil ditandatangani kunci {} yang tidak ada dalam daftar", i.kunci)),
        None => l.peringatan.push(format!("sebagian hasil ditandatangani kunci lain ({}); periksa dengan --keys", i.kunci)),
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
    /// The ranking as a table beside the lines, where the file has one.
    sanding: Option<Sanding>,
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
        match t.peringkat {
            Some(n) if n == harap => Ok(()),
            Some(n) => Err(format!("peringkat tertulis {n}, dihitung ulang {harap}")),
            None => Err(format!("tidak ada peringkat tertulis, dihitung ulang {harap}")),
        }
    }
}
