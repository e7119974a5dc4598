//! How many pages a PDF has, from its own page tree and without drawing anything.
//!
//! The file comes from strangers, so it is read in one pass with bounded work: objects are found where they stand (not through the
//! cross-reference table), later ones replace earlier ones, packed ones (`ObjStm`) are unpacked up to a limit, and the tree is
//! walked without recursion. Only what this needs is understood; a file that does not lead to a page is refused.

use super::{
    SalahBerkas,
    token::{Pembaca, Token},
};
use flate2::read::ZlibDecoder;
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

/// All packed objects together, unpacked.
const MENGEMBANG_MAKS: u64 = 64 * 1024 * 1024;
/// Nodes of the tree that are looked at; more pages than anyone may send.
const SIMPUL_MAKS: usize = 100_000;

/// Objects by number, the last one of each, as the bytes after `obj`.
#[derive(Default)]
struct Isi<'a> {
    objek: BTreeMap<u32, Cow<'a, [u8]>>,
    akar: Option<u32>,
    terkunci: bool,
    sisa: u64,
}

/// Counts pages.
///
/// # Errors
/// `Terkunci` when it cannot be read without a password, `TakTerbaca` when no page is found, `TerlaluMengembang` for a bomb.
pub(super) fn halaman(berkas: &[u8]) -> Result<usize, SalahBerkas> {
    let mut isi = Isi { sisa: MENGEMBANG_MAKS, ..Isi::default() };
    isi.kumpulkan(berkas)?;
    match isi.hitung() {
        Some(n) if n > 0 => Ok(n),
        _ if isi.terkunci => Err(SalahBerkas::Terkunci),
        _ => Err(SalahBerkas::TakTerbaca),
    }
}

impl<'a> Isi<'a> {
    fn kumpulkan(&mut self, berkas: &'a [u8]) -> Result<(), SalahBerkas> {
        let mut p = Pembaca::baru(berkas, 0);
        // The two words before the one just read.
        let (mut dulu, mut lalu): (Option<u32>, Option<u32>) = (None, None);
        while let Some(t) = p.token() {
            match t.kata() {
                Some(b"obj") if lalu.is_some() => {
                    if let Some(n) = dulu {
                        self.objek(berkas, &mut p, n)?;
                    }
                }
                Some(b"trailer") => {
                    let mulai = p.letak();
                    p.lewati_nilai();
                    self.ekor(berkas.get(mulai..p.letak()).unwrap_or_default());
                }
                _ => {}
            }
            (dulu, lalu) = (lalu, t.angka());
        }
        Ok(())
    }

    /// One object from behind its `obj`; a stream is passed over.
    fn objek(&mut self, berkas: &'a [u8], p: &mut Pembaca<'a>, nomor: u32) -> Result<(), SalahBerkas> {
        let mulai = p.letak();
        p.lewati_nilai();
        let isi = berkas.get(mulai..p.letak()).unwrap_or_default();
        self.objek.insert(nomor, Cow::Borrowed(isi));
        let sebelum = p.letak();
        if p.token().and_then(Token::kata) != Some(b"stream") {
            p.ke(sebelum);
            return Ok(());
        }
        let panjang = nilai(isi, b"Length").and_then(angka_saja);
        let data = p.aliran(panjang);
        match nilai(isi, b"Type").and_then(nama) {
            Some(b"ObjStm") => self.terbungkus(isi, data)?,
            Some(b"XRef") => self.ekor(isi),
            _ => {}
        }
        Ok(())
    }

    /// The dictionary of a trailer, or of what took its place.
    fn ekor(&mut self, kamus: &[u8]) {
        self.terkunci |= nilai(kamus, b"Encrypt").is_some();
        self.akar = nilai(kamus, b"Root").and_then(rujukan).or(self.akar);
    }

    /// Objects packed in a stream: pairs of number and place, then the objects.
    fn terbungkus(&mut self, kamus: &[u8], data: &[u8]) -> Result<(), SalahBerkas> {
        let polos = match nilai(kamus, b"Filter").map(|f| f.strip_prefix(b"[").unwrap_or(f)).and_then(nama) {
            None => data.to_vec(),
            Some(b"FlateDecode" | b"Fl") => {
                let mut keluar = Vec::new();
                // What is cut off or locked gives less; then its objects are missing and the tree does not hold.
                let _ = ZlibDecoder::new(data).take(self.sisa + 1).read_to_end(&mut keluar);
                keluar
            }
            Some(_) => return Ok(()),
        };
        self.pakai(polos.len())?;
        let Some(awal) = nilai(kamus, b"First").and_then(angka_saja) else { return Ok(()) };
        let mut kepala = Pembaca::baru(polos.get(..awal).unwrap_or_default(), 0);
        let mut daftar = Vec::new();
        while let (Some(nomor), Some(letak)) = (kepala.token().and_then(Token::angka), kepala.token().and_then(Token::angka)) {
            daftar.push((nomor, usize::try_from(letak).unwrap_or(usize::MAX).saturating_add(awal)));
        }
        for (i, (nomor, letak)) in daftar.iter().enumerate() {
            let akhir = daftar.get(i + 1).map_or(polos.len(), |(_, b)| *b);
            if let Some(isi) = polos.get(*letak..akhir) {
                // Places that overlap would copy the same bytes again and again.
                self.pakai(isi.len())?;
                self.objek.insert(*nomor, Cow::Owned(isi.to_vec()));
            }
        }
        Ok(())
    }

    fn pakai(&mut self, n: usize) -> Result<(), SalahBerkas> {
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        self.sisa = self.sisa.checked_sub(n).ok_or(SalahBerkas::TerlaluMengembang)?;
        Ok(())
    }

    fn ambil(&self, nomor: u32) -> Option<&[u8]> {
        self.objek.get(&nomor).map(AsRef::as_ref)
    }

    /// Leaves of the page tree, each once.
    fn hitung(&self) -> Option<usize> {
        let akar = self.ambil(self.akar?)?;
        let mut antre = vec![nilai(akar, b"Pages").and_then(rujukan)?];
        let (mut dilihat, mut anak_semua, mut n) = (BTreeSet::new(), 0, 0);
        while let Some(nomor) = antre.pop() {
            if !dilihat.insert(nomor) {
                continue;
            }
            if anak_semua > SIMPUL_MAKS {
                return Some(anak_semua);
            }
            let Some(simpul) = self.ambil(nomor) else { continue };
            match nilai(simpul, b"Kids") {
                Some(anak) => {
                    // A list of its own belongs to one node; a thousand nodes that name it would have it read a thousand times.
                    let sendiri = rujukan(anak);
                    if sendiri.is_some_and(|r| !dilihat.insert(r)) {
                        continue;
                    }
                    let anak = rujukan_semua(sendiri.and_then(|r| self.ambil(r)).unwrap_or(anak));
                    anak_semua += anak.len();
                    antre.extend(anak);
                }
                None if nilai(simpul, b"Type").and_then(nama) != Some(b"Pages") => n += 1,
                None => {}
            }
        }
        Some(n)
    }
}

/// The bytes of a key's value, in the dictionary that begins here.
fn nilai<'a>(kamus: &'a [u8], kunci: &[u8]) -> Option<&'a [u8]> {
    let mut p = Pembaca::baru(kamus, 0);
    if !p.token()?.buka_kamus() {
        return None;
    }
    loop {
        let nama = p.token()?.nama()?;
        let mulai = p.letak();
        p.lewati_nilai();
        if nama == kunci {
            return kamus.get(mulai..p.letak()).map(<[u8]>::trim_ascii);
        }
    }
}

fn nama(nilai: &[u8]) -> Option<&[u8]> {
    Pembaca::baru(nilai, 0).token()?.nama()
}

/// A whole number that is no reference.
fn angka_saja(nilai: &[u8]) -> Option<usize> {
    let mut p = Pembaca::baru(nilai, 0);
    let n = p.token()?.angka()?;
    if p.token().is_some() { None } else { usize::try_from(n).ok() }
}

fn rujukan(nilai: &[u8]) -> Option<u32> {
    let mut p = Pembaca::baru(nilai, 0);
    let n = p.token()?.angka()?;
    p.token()?.angka()?;
    (p.token()?.kata() == Some(b"R")).then_some(n)
}

fn rujukan_semua(larik: &[u8]) -> Vec<u32> {
    let (mut p, mut dulu, mut lalu, mut semua) = (Pembaca::baru(larik, 0), None, None, Vec::new());
    while let Some(t) = p.token().filter(|_| semua.len() <= SIMPUL_MAKS) {
        if t.kata() == Some(b"R") && lalu.is_some() {
            semua.extend(dulu);
        }
        (dulu, lalu) = (lalu, t.angka());
    }
    semua
}
