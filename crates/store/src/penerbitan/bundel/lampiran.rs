//! Files beside the figures. Each is what was published (its hash); the ranking as a table also says what the signed results say, cell for
//! cell. What the other attachments say is not compared, and the report does not list them as compared.

use super::{
    HASIL, LAMPIRAN, Tempat,
    periksa::{LaporanTerbitan, hilang, kurangi, rusak, sidik_alir},
};
use crate::hasil::{Isi, TidakTerbaca};
use pekppp::{Pecahan, Skema};
use std::{
    borrow::Cow,
    collections::HashSet,
    io::{self, Read, Seek, Write},
};
use tempfile::SpooledTempFile;
use zip::ZipArchive;

const LAMPIRAN_MAKS: u64 = 256 << 20;
/// The ranking as a table. Its rows are those of the list of results in the same order, then units without a frozen result.
const PERINGKAT: &str = "peringkat.csv";
/// A table beyond this waits on the disk while it is compared.
const INGAT: usize = 8 << 20;
/// Names that differ from the signed ones are listed so often.
const NAMA_LAIN_MAKS: u64 = 5;

/// Checks the hash of every attachment; gives the table to be compared, where there is one.
pub(super) fn periksa<R: Read + Seek>(
    l: &mut LaporanTerbitan,
    zip: &mut ZipArchive<R>,
    sisa: &mut u64,
) -> Result<Option<Sanding>, TidakTerbaca> {
    let mut sanding = None;
    for x in l.isi.lampiran.clone() {
        let nama = format!("{LAMPIRAN}{}", x.nama);
        let f = zip.by_name(&nama).map_err(|_| hilang(&nama))?.take(LAMPIRAN_MAKS.min(sisa.saturating_add(1)));
        let mut salinan = (x.nama == PERINGKAT).then(|| SpooledTempFile::new(INGAT));
        let (ukuran, sidik) = match salinan.as_mut() {
            Some(ke) => sidik_alir(Salin { dari: f, ke }),
            None => sidik_alir(f),
        }
        .map_err(|_| rusak(&nama))?;
        kurangi(sisa, &nama, ukuran)?;
        if (ukuran, sidik) != (x.ukuran, x.sidik) {
            l.catat("lampiran", format!("{nama}: isinya bukan yang diterbitkan"));
        } else if let Some(salinan) = salinan {
            sanding = Sanding::buka(l, salinan)?;
        }
    }
    Ok(sanding)
}

/// Reads, and keeps what was read.
struct Salin<'a, R> {
    dari: R,
    ke: &'a mut SpooledTempFile,
}

impl<R: Read> Read for Salin<'_, R> {
    fn read(&mut self, isi: &mut [u8]) -> io::Result<usize> {
        let n = self.dari.read(isi)?;
        self.ke.write_all(&isi[..n])?;
        Ok(n)
    }
}

/// The table beside the list of results: both are read once, row by row.
pub(super) struct Sanding {
    baca: csv::Reader<SpooledTempFile>,
    kolom: Vec<String>,
    baris: csv::StringRecord,
    /// Row of the table, its heading is the first.
    nomor: u64,
    nama_lain: u64,
    /// A row that cannot be told apart from its neighbours; nothing after it is compared.
    berhenti: bool,
}

impl Sanding {
    fn buka(l: &mut LaporanTerbitan, mut salinan: SpooledTempFile) -> Result<Option<Self>, TidakTerbaca> {
        salinan.rewind().map_err(|_| rusak(PERINGKAT))?;
        let mut baca = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(salinan);
        let Ok(kepala) = baca.headers() else {
            l.catat("lampiran", format!("{LAMPIRAN}{PERINGKAT}: bukan tabel yang dapat dibaca"));
            return Ok(None);
        };
        let kolom: Vec<String> = kepala.iter().map(|k| k.trim_start_matches('\u{feff}').to_owned()).collect();
        if !kolom.iter().any(|k| k == "kode_lokus") {
            l.catat("lampiran", format!("{LAMPIRAN}{PERINGKAT}: kolom kode_lokus tidak ada, jadi isinya tidak dapat dibandingkan"));
            return Ok(None);
        }
        let mut dilihat = HashSet::new();
        for k in &kolom {
            if !dilihat.insert(k.as_str()) {
                l.catat("lampiran", format!("{LAMPIRAN}{PERINGKAT}: kolom {k} ada dua kali"));
            } else if !KOLOM.contains(&k.as_str()) {
                l.peringatan.push(format!("{LAMPIRAN}{PERINGKAT}: kolom {k} tidak dapat dibandingkan dengan hasil"));
            }
        }
        l.dibandingkan.push(PERINGKAT.to_owned());
        Ok(Some(Self { baca, kolom, baris: csv::StringRecord::new(), nomor: 1, nama_lain: 0, berhenti: false }))
    }

    fn salah(&self, l: &mut LaporanTerbitan, apa: &str) {
        l.catat("lampiran", format!("{LAMPIRAN}{PERINGKAT} baris {}: {apa}", self.nomor));
    }

    /// The next row; `false` at the end, and after a row that cannot be read.
    fn berikut(&mut self, l: &mut LaporanTerbitan) -> bool {
        if self.berhenti {
            return false;
        }
        self.nomor += 1;
        match self.baca.read_record(&mut self.baris) {
            Ok(true) if self.baris.len() == self.kolom.len() => true,
            Ok(false) => false,
            _ => {
                self.berhenti = true;
                self.salah(l, "tidak dapat dibaca, atau banyaknya sel lain dari kepalanya");
                false
            }
        }
    }

    fn sel(&self, kolom: &str) -> &str {
        self.kolom.iter().position(|k| k == kolom).and_then(|n| self.baris.get(n)).unwrap_or_default()
    }

    /// Compares the next row with the next result.
    pub(super) fn maju(&mut self, l: &mut LaporanTerbitan, isi: &Isi, t: &Tempat) {
        if self.berhenti {
            return;
        }
        let kode = isi.lokus.kode.as_str();
        if !self.berikut(l) || !sama(self.sel("kode_lokus"), kode) {
            if !self.berhenti {
                let ada = self.sel("kode_lokus").to_owned();
                self.berhenti = true;
                self.salah(
                    l,
                    &format!("seharusnya unit {kode} seperti urutan {HASIL}, tertulis \"{ada}\"; baris sesudahnya tidak dibandingkan"),
                );
            }
            return;
        }
        for n in 0..self.kolom.len() {
            let (kolom, ada) = (self.kolom[n].clone(), self.baris.get(n).unwrap_or_default().to_owned());
            let Some(harap) = harapan(&kolom, isi, t, l.isi.ilustrasi) else { continue };
            if sama(&ada, &harap) {
                continue;
            }
            if matches!(kolom.as_str(), "unit" | "instansi") {
                self.nama_lain += 1;
                if self.nama_lain <= NAMA_LAIN_MAKS {
                    l.peringatan.push(format!(
                        "{LAMPIRAN}{PERINGKAT} baris {}: {kolom} \"{ada}\", yang ditandatangani \"{harap}\" (namanya mungkin diganti sesudah dibekukan)",
                        self.nomor
                    ));
                }
            } else {
                self.salah(l, &format!("{kode}: kolom {kolom} tertulis \"{ada}\", menurut {HASIL} \"{harap}\""));
            }
        }
    }

    /// What stands below the results are units without one: no figure, and none of the results once more.
    pub(super) fn selesai(mut self, l: &mut LaporanTerbitan, lokus: &HashSet<String>) {
        while self.berikut(l) {
            let kode = self.sel("kode_lokus").to_owned();
            if lokus.contains(&kode) {
                self.salah(l, &format!("unit {kode} ada dua kali"));
            } else if ANGKA.iter().any(|k| !self.sel(k).is_empty()) {
                self.salah(l, &format!("unit {kode} tidak ada di {HASIL}, padahal di sini ada angkanya"));
            }
        }
        if self.nama_lain > NAMA_LAIN_MAKS {
            l.peringatan
                .push(format!("{LAMPIRAN}{PERINGKAT}: {} nama lain berbeda dari yang ditandatangani", self.nama_lain - NAMA_LAIN_MAKS));
        }
    }
}

/// Figures, which only a result has.
const ANGKA: [&str; 6] = ["peringkat", "f02", "f03", "ipp", "ipp_tanpa_pembulatan", "kategori"];

/// Columns that this program writes. Whether the ministry validated a result stands in no signed text of a unit.
const KOLOM: [&str; 18] = [
    "peringkat",
    "kelompok",
    "unit",
    "kode_lokus",
    "instansi",
    "f02",
    "f03",
    "ipp",
    "ipp_tanpa_pembulatan",
    "kategori",
    "keadaan",
    "tahun",
    "skema",
    "edisi",
    "ilustrasi",
    "sementara_sampai_divalidasi",
    "jenis_angka",
    "alasan_tanpa_berita_acara",
];

/// What a cell must say; `None` for what no result says.
fn harapan<'a>(kolom: &str, isi: &'a Isi, t: &'a Tempat, ilustrasi: bool) -> Option<Cow<'a, str>> {
    let (h, ipp) = (&isi.hasil, isi.hasil.ipp.as_ref());
    let desimal = |p: Option<&Pecahan>| Cow::from(p.map(Pecahan::desimal).unwrap_or_default());
    Some(match kolom {
        "peringkat" => t.peringkat.map(|n| n.to_string()).unwrap_or_default().into(),
        "kelompok" => t.kelompok.as_str().into(),
        "unit" => isi.unit.nama.as_str().into(),
        "instansi" => isi.instansi.nama.as_str().into(),
        "f02" => desimal(h.f02.nilai.as_ref()),
        "f03" => desimal(h.f03.nilai.as_ref()),
        "ipp" => ipp.map(|i| i.tampil.as_str()).unwrap_or_default().into(),
        "ipp_tanpa_pembulatan" => ipp.map(|i| i.ipp.desimal()).unwrap_or_default().into(),
        "kategori" => ipp.map(|i| i.kategori.as_str()).unwrap_or_default().into(),
        "keadaan" => h.status.kunci().into(),
        "tahun" => isi.periode.tahun.to_string().into(),
        "skema" => isi.periode.skema.as_str().into(),
        "edisi" => isi.edisi.id.as_str().into(),
        "ilustrasi" => if ilustrasi { "ya" } else { "tidak" }.into(),
        "jenis_angka" => Skema::dari_kunci(&isi.periode.skema).map(|s| s.aturan().angka.kunci())?.into(),
        "alasan_tanpa_berita_acara" => t.alasan_tanpa_ba.as_deref().unwrap_or_default().into(),
        _ => return None,
    })
}

/// A text that a spreadsheet would run as a formula is written with an apostrophe before it.
fn sama(ada: &str, harap: &str) -> bool {
    ada == harap || ada.strip_prefix('\'') == Some(harap)
}
