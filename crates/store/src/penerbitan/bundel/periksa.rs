//! Checking the file: nothing is trusted until it is proved. The list of results is `daftar`'s.

use super::{HASIL, IsiTerbitan, JENIS, LAMPIRAN, MANIFES, daftar, lampiran, nama_edisi};
use crate::hasil::{Amplop, EdisiDikenal, Isi, KunciTepercaya, Temuan, TidakTerbaca, untuk_lain};
use pekppp::Edisi;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    io::{Read, Seek, SeekFrom},
};
use zip::ZipArchive;

/// The largest manifest and the largest edition.
const KECIL_MAKS: u64 = 4 << 20;
/// A list of results unpacks to about fifty times its size; a file whose parts together grow beyond this is made to fill a machine.
const MEMUAI_MAKS: u64 = 200;
const MEMUAI_BEBAS: u64 = 64 << 20;
/// More faults than this are counted, not listed.
const TEMUAN_MAKS: usize = 50;

/// A result in a publication.
#[derive(Debug)]
pub struct Butir<'a> {
    pub isi: &'a Isi,
    /// Of the signed content.
    pub sidik: &'a str,
    pub kelompok: &'a str,
    pub peringkat: Option<u64>,
    /// Its edition, where the file holds it.
    pub edisi: Option<&'a Edisi>,
}

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
    /// Texts of its editions.
    pub naskah: Vec<NaskahEdisi>,
    /// Attachments whose content was compared with the results. Of the others only the hash is proved.
    pub dibandingkan: Vec<String>,
}

/// The text of an edition in a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NaskahEdisi {
    pub id: String,
    pub teks: String,
}

impl LaporanTerbitan {
    /// Whether everything that was checked holds.
    #[must_use]
    pub fn sah(&self) -> bool {
        self.temuan.is_empty()
    }

    pub(super) fn catat(&mut self, kode: &'static str, pesan: String) {
        if self.temuan.len() < TEMUAN_MAKS {
            self.temuan.push(Temuan { kode, pesan });
        } else {
            self.temuan_lain += 1;
        }
    }
}

/// Checks a publication by the editions that come with the program. `kunci`: the keys that the reader trusts; `None` when he has no list.
///
/// # Errors
/// When the file is no publication at all (no archive, no manifest, parts missing or doubled).
pub fn periksa<R: Read + Seek>(berkas: R, kunci: Option<&[KunciTepercaya]>) -> Result<LaporanTerbitan, TidakTerbaca> {
    periksa_catat(berkas, kunci, EdisiDikenal::bawaan(), &mut |_| {})
}

/// The same by the editions that are known where it is read (`dikenal`), and each result that could be read is handed on in the order of
/// the file, whether it holds or not.
///
/// # Errors
/// As [`periksa`].
pub fn periksa_catat<R: Read + Seek>(
    mut berkas: R,
    kunci: Option<&[KunciTepercaya]>,
    dikenal: &EdisiDikenal,
    catat: &mut dyn FnMut(&Butir<'_>),
) -> Result<LaporanTerbitan, TidakTerbaca> {
    let panjang = berkas.seek(SeekFrom::End(0)).and_then(|n| berkas.rewind().map(|()| n)).map_err(|e| TidakTerbaca(e.to_string()))?;
    let mut zip = buka(berkas, panjang)?;
    let (isi, amplop) = baca_manifes(&mut zip)?;
    let mut bukti = JENIS.buktikan(&amplop, &isi.instalasi, kunci, &isi.diterbitkan);
    bukti.temuan.extend(untuk_lain(kunci, &isi.instalasi, &isi.periode.penyelenggara));
    let mut l = LaporanTerbitan {
        isi,
        sidik: amplop.sidik.clone(),
        temuan: bukti.temuan,
        temuan_lain: 0,
        peringatan: bukti.peringatan,
        pemilik: bukti.pemilik,
        hasil: 0,
        diperingkat: 0,
        naskah: Vec::new(),
        dibandingkan: Vec::new(),
    };
    l.isi_arsip(&mut zip)?;
    // For all parts together: a small archive may name one large part many times.
    let mut sisa = (panjang.saturating_mul(MEMUAI_MAKS)).max(MEMUAI_BEBAS);
    let edisi = l.edisi(&mut zip, &mut sisa)?;
    l.ditetapkan(dikenal);
    let sanding = lampiran::periksa(&mut l, &mut zip, &mut sisa)?;
    daftar::periksa(&mut l, &mut zip, &edisi, kunci, (sisa, sanding), catat)?;
    if l.isi.ilustrasi {
        l.peringatan.push("ILUSTRASI: nilai di bundel ini contoh buatan, bukan hasil evaluasi sebenarnya".into());
    }
    Ok(l)
}

/// What a publication says of itself, without any check, and the SHA-256 of it, by which one that was checked when it came in is known again.
///
/// # Errors
/// As [`periksa`].
pub(crate) fn manifes<R: Read + Seek>(berkas: R) -> Result<(IsiTerbitan, String), TidakTerbaca> {
    let mut zip = ZipArchive::new(berkas).map_err(|_| hilang(MANIFES))?;
    let (isi, amplop) = baca_manifes(&mut zip)?;
    Ok((isi, amplop.sidik))
}

fn baca_manifes<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<(IsiTerbitan, Amplop), TidakTerbaca> {
    let teks = String::from_utf8(kecil(zip, MANIFES)?)
        .map_err(|e| TidakTerbaca(format!("{MANIFES}: bukan teks UTF-8 (byte ke-{})", e.utf8_error().valid_up_to() + 1)))?;
    JENIS.buka(teks.as_bytes(), |v| serde_json::from_value::<IsiTerbitan>(v.clone()))
}

/// Opens the archive. A name that stands in its list twice is refused: other programs may well show the other part. `panjang`: its bytes.
fn buka<R: Read + Seek>(berkas: R, panjang: u64) -> Result<ZipArchive<R>, TidakTerbaca> {
    let salah = |apa: &str| TidakTerbaca(format!("bukan arsip ZIP yang utuh: {apa}; diharapkan {}", JENIS.nama));
    let mut zip = ZipArchive::new(berkas).map_err(|_| salah("terpotong atau rusak"))?;
    if zip.has_duplicate_names() {
        return Err(salah("satu nama ada dua kali"));
    }
    // Parts that overlap would have the same bytes read and unpacked again and again.
    let mut sisa = panjang;
    for i in 0..zip.len() {
        let terbungkus = zip.by_index_raw(i).map_err(|_| salah("terpotong atau rusak"))?.compressed_size();
        sisa = sisa.checked_sub(terbungkus).ok_or_else(|| salah("bagian-bagiannya bertumpuk"))?;
    }
    Ok(zip)
}

/// A part that cannot be opened.
pub(super) fn hilang(nama: &str) -> TidakTerbaca {
    TidakTerbaca(format!("{nama}: tidak ada di arsip, atau tidak dapat dibuka"))
}

/// A part that ends or differs in its middle.
pub(super) fn rusak(nama: &str) -> TidakTerbaca {
    TidakTerbaca(format!("{nama}: terpotong atau rusak"))
}

/// Counts what was unpacked.
pub(super) fn kurangi(sisa: &mut u64, nama: &str, byte: u64) -> Result<(), TidakTerbaca> {
    let salah = || TidakTerbaca(format!("{nama}: memuai jauh melebihi ukuran berkasnya; pemeriksaan dihentikan"));
    *sisa = sisa.checked_sub(byte).ok_or_else(salah)?;
    Ok(())
}

/// A small part, whole; never more than its limit, whatever the archive says of itself.
pub(super) fn kecil<R: Read + Seek>(zip: &mut ZipArchive<R>, nama: &str) -> Result<Vec<u8>, TidakTerbaca> {
    let (mut isi, f) = (Vec::new(), zip.by_name(nama).map_err(|_| hilang(nama))?);
    f.take(KECIL_MAKS + 1).read_to_end(&mut isi).map_err(|_| rusak(nama))?;
    if isi.len() as u64 > KECIL_MAKS {
        return Err(TidakTerbaca(format!("{nama}: lebih dari {KECIL_MAKS} byte")));
    }
    Ok(isi)
}

/// Length and hash of what a reader gives.
pub(crate) fn sidik_alir(mut f: impl Read) -> std::io::Result<(u64, String)> {
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
    /// Every part is one that the manifest names, and names once.
    fn isi_arsip<R: Read + Seek>(&mut self, zip: &mut ZipArchive<R>) -> Result<(), TidakTerbaca> {
        let edisi = self.isi.edisi.iter().map(|e| nama_edisi(&e.sidik));
        let lampiran = self.isi.lampiran.iter().map(|l| format!("{LAMPIRAN}{}", l.nama));
        let harap: HashSet<String> = [MANIFES.to_owned(), HASIL.to_owned()].into_iter().chain(edisi).chain(lampiran).collect();
        if harap.len() != 2 + self.isi.edisi.len() + self.isi.lampiran.len() {
            return Err(TidakTerbaca(format!("{MANIFES}: satu bagian disebut dua kali")));
        }
        let asing: Vec<String> = zip
            .file_names()
            .map(|n| n.map_or_else(|e| e.to_string(), std::borrow::Cow::into_owned))
            .filter(|n| !harap.contains(n))
            .take(10)
            .collect();
        for nama in asing {
            self.catat("arsip", format!("\"{nama}\" tidak disebut dalam {MANIFES}"));
        }
        Ok(())
    }

    /// Whether each edition is the one that was issued under its id.
    fn ditetapkan(&mut self, dikenal: &EdisiDikenal) {
        for e in self.isi.edisi.clone() {
            match dikenal.nilai(&e.id, &e.sidik) {
                Ok(tak_dikenal) => self.peringatan.extend(tak_dikenal),
                Err(lain) => self.catat(lain.kode, lain.pesan),
            }
        }
    }

    fn edisi<R: Read + Seek>(&mut self, zip: &mut ZipArchive<R>, sisa: &mut u64) -> Result<BTreeMap<String, Edisi>, TidakTerbaca> {
        let mut semua = BTreeMap::new();
        for e in self.isi.edisi.clone() {
            let nama = nama_edisi(&e.sidik);
            let isi = kecil(zip, &nama)?;
            kurangi(sisa, &nama, isi.len() as u64)?;
            let sidik = crate::sidik_hex(&isi);
            if sidik != e.sidik {
                self.catat("edisi", format!("{nama}: SHA-256 adalah {sidik}: naskah edisi berubah"));
            }
            let teks = String::from_utf8_lossy(&isi);
            match Edisi::baca(&teks) {
                Ok(edisi) if edisi.id == e.id => {
                    self.naskah.push(NaskahEdisi { id: e.id, teks: teks.into_owned() });
                    semua.insert(e.sidik, edisi);
                }
                Ok(edisi) => self.catat("edisi", format!("{nama}: edisi \"{}\", seharusnya \"{}\"", edisi.id, e.id)),
                Err(salah) => self.catat("edisi", format!("{nama}: {}", salah.first().map_or_else(String::new, ToString::to_string))),
            }
        }
        Ok(semua)
    }
}
