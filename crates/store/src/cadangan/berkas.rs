//! The backup file itself: writing entries to a temporary name, and reading it through with every hash checked.

use super::{
    AWAL, Awal, FORMAT, KUNCI, MANIFES, Manifes,
    baris::SidikSet,
    sandi::{self, Keluar, KunciCadangan, Penerima},
};
use crate::{Hasil, StoreError, sidik_hex};
use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
};

/// No honest page, key or manifest is larger; an entry that claims more is refused before it is read.
const ENTRI_MAKS: u64 = 256 << 20;

/// The file ends with an empty gzip member (RFC 1952, extra field `PR`) that holds the SHA-256 of all before it, so
/// that any changed bit is seen and ordinary tools still unpack the file.
const EKOR: usize = 58;

fn ekor(sidik: &[u8; 32]) -> [u8; EKOR] {
    let mut e = [0; EKOR];
    e[..16].copy_from_slice(&[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 36, 0, b'P', b'R', 32, 0]);
    e[16..48].copy_from_slice(sidik);
    e[48] = 3;
    e
}

struct Tersidik {
    berkas: Keluar,
    sidik: Sha256,
}

impl Write for Tersidik {
    fn write(&mut self, b: &[u8]) -> io::Result<usize> {
        let n = self.berkas.write(b)?;
        self.sidik.update(&b[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.berkas.flush()
    }
}

pub(super) struct Penulis {
    tar: tar::Builder<GzEncoder<Tersidik>>,
}

impl Penulis {
    /// Writes beside `tujuan` under a temporary name, readable by its owner only: it may hold the key.
    pub(super) fn baru(tujuan: &Path, penerima: Option<&Penerima>) -> Hasil<Self> {
        let sementara = tempfile::NamedTempFile::new_in(folder(tujuan)).map_err(StoreError::menulis)?;
        let keluar = Tersidik { berkas: Keluar::baru(sementara, penerima)?, sidik: Sha256::new() };
        Ok(Self { tar: tar::Builder::new(GzEncoder::new(keluar, Compression::new(3))) })
    }

    pub(super) fn tambah(&mut self, nama: &str, isi: &[u8]) -> Hasil<()> {
        self.alirkan(nama, isi.len() as u64, isi)
    }

    pub(super) fn alirkan(&mut self, nama: &str, ukuran: u64, isi: impl Read) -> Hasil<()> {
        let mut kepala = tar::Header::new_gnu();
        kepala.set_size(ukuran);
        kepala.set_mode(0o600);
        Ok(self.tar.append_data(&mut kepala, nama, isi)?)
    }

    /// Syncs, gives the file its name and syncs the folder. An existing file is never replaced.
    pub(super) fn selesai(self, tujuan: &Path) -> Hasil<()> {
        let Tersidik { mut berkas, sidik } = self.tar.into_inner()?.finish()?;
        berkas.write_all(&ekor(&sidik.finalize().into()))?;
        let sementara = berkas.selesai()?;
        sementara.as_file().sync_all()?;
        sementara.persist_noclobber(tujuan).map_err(|e| e.error)?;
        File::open(folder(tujuan))?.sync_all()?;
        Ok(())
    }
}

fn folder(berkas: &Path) -> &Path {
    berkas.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// One entry, in file order.
pub(super) enum Entri<'a> {
    Halaman { tabel: String, isi: Vec<u8> },
    Objek { sidik: String, isi: &'a mut dyn Read },
    Kunci(Vec<u8>),
}

pub(super) fn rusak(apa: impl std::fmt::Display) -> StoreError {
    StoreError::Rusak(format!("backup: {apa}"))
}

/// Reads the whole file and checks it against its manifest, handing each entry to `untuk`.
///
/// # Errors
/// `Rusak` for a file that is cut off, changed, of another format, or holds more or less than its manifest says.
pub(super) fn telusuri(
    berkas: &Path,
    kunci: Option<&KunciCadangan>,
    mut untuk: impl FnMut(Entri<'_>) -> Hasil<()>,
) -> Hasil<(Awal, Manifes)> {
    let panjang = periksa_ekor(sandi::buka(berkas, kunci)?)?;
    let mentah = BufReader::with_capacity(1 << 17, sandi::buka(berkas, kunci)?.take(panjang));
    let mut arsip = tar::Archive::new(GzDecoder::new(mentah));
    let mut hitung = Hitungan::default();
    // Raw: a long name, an extended header or a sparse file would be laid out by the reader before anything here could refuse it.
    for entri in arsip.entries().map_err(terpotong)?.raw(true) {
        let mut entri = entri.map_err(terpotong)?;
        if !entri.header().entry_type().is_file() {
            return Err(rusak("an entry that is no plain file"));
        }
        let nama = String::from_utf8(entri.path_bytes().into_owned()).map_err(|_| rusak("a file name is damaged"))?;
        hitung.terima(&nama, entri.size(), &mut entri, &mut untuk)?;
    }
    io::copy(&mut arsip.into_inner(), &mut io::sink()).map_err(terpotong)?;
    hitung.selesai()
}

/// Length of what the last member covers, after its hash was compared. The length of an encrypted file is known only at its end, so
/// the last bytes are always held back.
fn periksa_ekor(mut isi: impl Read) -> Hasil<u64> {
    let (mut sidik, mut tahan, mut panjang) = (Sha256::new(), Vec::with_capacity(1 << 17), 0);
    let mut b = vec![0; 1 << 16];
    loop {
        let n = isi.read(&mut b).map_err(terpotong)?;
        if n == 0 {
            break;
        }
        tahan.extend_from_slice(&b[..n]);
        let lewat = tahan.len().saturating_sub(EKOR);
        sidik.update(&tahan[..lewat]);
        tahan.drain(..lewat);
        panjang += lewat as u64;
    }
    if tahan != ekor(&sidik.finalize().into()) {
        return Err(rusak("not a Prima backup, or cut off or changed"));
    }
    Ok(panjang)
}

fn terpotong(e: io::Error) -> StoreError {
    rusak(format_args!("cut off or changed ({e})"))
}

#[derive(Default)]
struct Hitungan {
    awal: Option<(Awal, String)>,
    tabel: Vec<(String, Vec<String>)>,
    objek: SidikSet,
    jumlah: u64,
    ukuran: u64,
    kunci: Option<String>,
    manifes: Option<Manifes>,
}

impl Hitungan {
    fn terima(&mut self, nama: &str, ukuran: u64, isi: &mut dyn Read, untuk: &mut impl FnMut(Entri<'_>) -> Hasil<()>) -> Hasil<()> {
        if self.manifes.is_some() || (self.awal.is_none() && nama != AWAL) {
            return Err(rusak(format_args!("{nama} stands in the wrong place")));
        }
        if let Some(sidik) = nama.strip_prefix("objek/") {
            return self.terima_objek(sidik, ukuran, isi, untuk);
        }
        let isi = seluruh(ukuran, isi)?;
        match nama.split('/').collect::<Vec<_>>().as_slice() {
            [AWAL] if self.awal.is_none() => {
                let awal: Awal = serde_json::from_slice(&isi).map_err(rusak)?;
                if awal.format != FORMAT {
                    return Err(rusak(format_args!("format {} is not {FORMAT}", awal.format)));
                }
                self.awal = Some((awal, sidik_hex(&isi)));
                Ok(())
            }
            ["tabel", tabel, _] => {
                match self.tabel.last_mut() {
                    Some((t, h)) if t == tabel => h.push(sidik_hex(&isi)),
                    _ => self.tabel.push(((*tabel).to_owned(), vec![sidik_hex(&isi)])),
                }
                untuk(Entri::Halaman { tabel: (*tabel).to_owned(), isi })
            }
            [KUNCI] if self.kunci.is_none() => {
                self.kunci = Some(sidik_hex(&isi));
                untuk(Entri::Kunci(isi))
            }
            [MANIFES] => {
                self.manifes = Some(serde_json::from_slice(&isi).map_err(rusak)?);
                Ok(())
            }
            _ => Err(rusak(format_args!("unknown entry {nama}"))),
        }
    }

    fn terima_objek(&mut self, sidik: &str, ukuran: u64, isi: &mut dyn Read, untuk: &mut impl FnMut(Entri<'_>) -> Hasil<()>) -> Hasil<()> {
        if sidik.len() != 64 || !sidik.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(rusak("an object has no hash for a name"));
        }
        let mut isi = Penghitung { isi, sidik: Sha256::new() };
        untuk(Entri::Objek { sidik: sidik.to_owned(), isi: &mut isi })?;
        io::copy(&mut isi, &mut io::sink()).map_err(terpotong)?;
        if hex::encode(isi.sidik.finalize()) != sidik {
            return Err(rusak(format_args!("object {sidik} was changed")));
        }
        self.objek.tambah(sidik.as_bytes());
        self.jumlah += 1;
        self.ukuran += ukuran;
        Ok(())
    }

    fn selesai(self) -> Hasil<(Awal, Manifes)> {
        let (Some((awal, sidik_awal)), Some(m)) = (self.awal, self.manifes) else { return Err(rusak("cut off: it has no manifest")) };
        let tabel: Vec<_> = m.tabel.iter().filter(|t| !t.halaman.is_empty()).map(|t| (t.nama.clone(), t.halaman.clone())).collect();
        let utuh = sidik_awal == m.awal && tabel == self.tabel && self.kunci == m.kunci;
        let objek = (self.jumlah, self.ukuran, self.objek.hex()) == (m.objek.jumlah, m.objek.ukuran, m.objek.sidik.clone());
        if utuh && objek { Ok((awal, m)) } else { Err(rusak("its contents differ from its manifest")) }
    }
}

fn seluruh(ukuran: u64, isi: &mut dyn Read) -> Hasil<Vec<u8>> {
    if ukuran > ENTRI_MAKS {
        return Err(rusak("an entry is too large"));
    }
    let mut b = Vec::new();
    isi.read_to_end(&mut b).map_err(terpotong)?;
    Ok(b)
}

struct Penghitung<'a> {
    isi: &'a mut dyn Read,
    sidik: Sha256,
}

impl Read for Penghitung<'_> {
    fn read(&mut self, b: &mut [u8]) -> io::Result<usize> {
        let n = self.isi.read(b)?;
        self.sidik.update(&b[..n]);
        Ok(n)
    }
}

#[cfg(test)]
mod tests;
