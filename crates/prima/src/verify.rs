//! `prima verify BUNDLE [--keys FILE]`: proves again, offline, a frozen result, a published survey (`skm`) or the publication of a
//! whole period (`terbitan`): hash, signature, edition and every figure.
//!
//! Lives here: reading the files, printing, exit codes. Must not live here: what is checked (`store::hasil`). Exit 0: all
//! of it holds; 2: no bundle or no list of keys; 3: something does not hold, or its key is not on the list that was given.

mod skm;
mod terbitan;

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use pekppp::HasilIpp;
use serde_json::{Value, json};
use store::{
    hasil::{self, KunciTepercaya, Laporan},
    penerbitan::bundel as publication,
    skm::terbit::bundel,
};

use crate::{
    compute::{EXIT_WRONG_INPUT, print},
    instrument::read_text,
    kata,
};

const EXIT_CLAIM: u8 = 3;
/// A bundle holds one edition and one result; anything beyond is none.
const MAX_BYTES: u64 = 16 << 20;

#[derive(Args)]
pub struct Verify {
    /// Berkas bundel hasil
    bundle: PathBuf,
    /// Daftar kunci instalasi yang dipercaya: tiap baris `id-kunci kunci-publik-heksadesimal nama`, `#` untuk catatan; atau JSON
    /// dari halaman Kunci sebuah instalasi (/kunci/daftar.json), yang juga menyebut masa pakai dan pencabutan.
    /// Dengan daftar ini kunci yang tidak dikenal membuat pemeriksaan gagal (keluar 3); tanpa daftar hanya peringatan
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn jalankan(&self) -> ExitCode {
        match self.check() {
            Err(lines) => {
                for line in &lines {
                    eprintln!("{line}");
                }
                ExitCode::from(EXIT_WRONG_INPUT)
            }
            Ok((report, with_keys)) => {
                let (valid, warnings, text) = match &report {
                    Report::Result(r) => {
                        (r.sah(), &r.peringatan, if self.json { format!("{:#}\n", document(r, with_keys)) } else { summary(r) })
                    }
                    Report::Survey(r) => {
                        (r.sah(), &r.peringatan, if self.json { format!("{:#}\n", skm::document(r, with_keys)) } else { skm::summary(r) })
                    }
                    Report::Publication(r) => {
                        let text = if self.json { format!("{:#}\n", terbitan::document(r, with_keys)) } else { terbitan::summary(r) };
                        (r.sah(), &r.peringatan, text)
                    }
                };
                if !self.json {
                    for warning in warnings {
                        eprintln!("peringatan: {warning}");
                    }
                }
                let text = if self.json { text } else { self.with_file(text) };
                let printed = print(&text);
                if valid { printed } else { ExitCode::from(EXIT_CLAIM) }
            }
        }
    }

    /// Beside the SHA-256 of the signed content that of the file, which the pages of an installation show.
    fn with_file(&self, text: String) -> String {
        match File::open(&self.bundle).and_then(store::sidik_aliran) {
            Ok(hash) => {
                text.replacen("\nSHA-256  ", &format!("\nBerkas   {hash} (SHA-256 berkas, seperti tertulis di halamannya)\nSHA-256  "), 1)
            }
            Err(_) => text,
        }
    }

    fn check(&self) -> Result<(Report, bool), Vec<String>> {
        let keys = self.keys.as_deref().map(read_keys).transpose()?;
        let file = self.bundle.display();
        let wrong = |e: String| vec![format!("{file}: {e}")];
        if archive(&self.bundle).map_err(|e| wrong(format!("tidak dapat dibaca: {}; diharapkan bundel hasil Prima", kata::berkas(&e))))? {
            let open = File::open(&self.bundle).map_err(|e| wrong(kata::berkas(&e)))?;
            let report = publication::periksa(open, keys.as_deref()).map_err(|e| wrong(e.to_string()))?;
            return Ok((Report::Publication(Box::new(report)), keys.is_some()));
        }
        let size = fs::metadata(&self.bundle)
            .map_err(|e| wrong(format!("tidak dapat dibaca: {}; diharapkan bundel hasil Prima", kata::berkas(&e))))?
            .len();
        if size > MAX_BYTES {
            return Err(wrong(format!("{size} byte; diharapkan bundel hasil Prima, paling besar {MAX_BYTES} byte")));
        }
        let bytes = fs::read(&self.bundle)
            .map_err(|e| wrong(format!("tidak dapat dibaca: {}; diharapkan bundel hasil Prima", kata::berkas(&e))))?;
        let report = if survey(&bytes) {
            Report::Survey(Box::new(bundel::periksa(&bytes, keys.as_deref()).map_err(|e| wrong(e.to_string()))?))
        } else {
            Report::Result(Box::new(hasil::periksa_bundel(&bytes, keys.as_deref()).map_err(|e| wrong(e.to_string()))?))
        };
        Ok((report, keys.is_some()))
    }
}

/// Whether the file is a ZIP archive, as the publication of a period is: read as a stream, so of any size.
fn archive(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut head)?;
    Ok(head == b"PK\x03\x04")
}

/// What the check of each kind of bundle gives.
enum Report {
    Result(Box<Laporan>),
    Survey(Box<bundel::Laporan>),
    Publication(Box<publication::LaporanTerbitan>),
}

/// Whether the file says that it is a published survey; anything unreadable goes the way of results and fails there.
fn survey(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Value>(bytes).is_ok_and(|v| v["format"] == bundel::FORMAT)
}

fn read_keys(path: &Path) -> Result<Vec<KunciTepercaya>, Vec<String>> {
    let file = path.display();
    let text = read_text(path).map_err(|e| vec![format!("{file}: tidak dapat dibaca: {}; diharapkan daftar kunci", kata::berkas(&e))])?;
    hasil::baca_kunci(&text).map_err(|wrong| wrong.iter().map(|w| format!("{file}: {w}")).collect())
}

/// `trusted` is null without `--keys`: nothing was asked about who holds the key.
fn document(r: &Laporan, with_keys: bool) -> Value {
    let i = &r.isi;
    json!({
        "valid": r.sah(),
        "trusted": with_keys.then_some(r.pemilik.is_some()),
        "key": { "id": i.instalasi.kunci, "public": i.instalasi.kunci_publik, "owner": r.pemilik, "installation": i.instalasi.id },
        "sha256": r.sidik,
        "illustration": i.ilustrasi,
        "bundle": {
            "id": i.id, "number": i.nomor, "frozen": i.dibekukan, "agency": i.instansi, "unit": i.unit,
            "period": { "code": i.periode.kode, "name": i.periode.nama, "year": i.periode.tahun, "scheme": i.periode.skema },
            "instrument": i.edisi.id, "edition_sha256": i.edisi.sidik, "evidence": i.bukti.len(), "evaluators": i.f02.len(),
        },
        "stated": figures(&i.hasil),
        "recomputed": r.ulang.as_ref().map(figures),
        "findings": r.temuan.iter().map(|t| json!({ "code": t.kode, "message": t.pesan })).collect::<Vec<_>>(),
        "warnings": r.peringatan,
    })
}

fn figures(h: &HasilIpp) -> Value {
    let ipp =
        h.ipp.as_ref().map(|i| json!({ "value": i.ipp.desimal(), "display": i.tampil, "category": i.kategori, "name": i.nama_kategori }));
    json!({
        "status": h.status.kunci(),
        "f02": h.f02.nilai.as_ref().map(pekppp::Pecahan::desimal),
        "f03": { "value": h.f03.nilai.as_ref().map(pekppp::Pecahan::desimal), "respondents": h.f03.responden, "used": h.f03.dipakai, "discarded": h.f03.dibuang },
        "ipp": ipp,
    })
}

/// A period with its year, which most names say already.
fn period(name: &str, year: i64) -> String {
    let said = name.split(|c: char| !c.is_ascii_digit()).any(|word| word.parse() == Ok(year));
    if said { name.to_owned() } else { format!("{name} ({year})") }
}

fn summary(r: &Laporan) -> String {
    let i = &r.isi;
    let mut lines = vec![
        format!("Unit     {} ({}), {}", i.unit.nama, i.unit.kode, i.instansi.nama),
        format!("Periode  {}, skema {}, edisi {}", period(&i.periode.nama, i.periode.tahun), i.periode.skema, i.edisi.id),
        format!("Beku     ke-{}, {}", i.nomor, i.dibekukan),
        format!("SHA-256  {} (isi yang ditandatangani)", r.sidik),
        format!("Kunci    {}{}", i.instalasi.kunci, r.pemilik.as_ref().map(|p| format!(" milik {p}")).unwrap_or_default()),
    ];
    lines.push(match i.hasil.ipp.as_ref() {
        Some(ipp) => format!("IPP      {} ({} {}), tepatnya {}", ipp.tampil, ipp.kategori, ipp.nama_kategori, ipp.ipp.desimal()),
        None => format!("IPP      tidak ada ({})", i.hasil.status.kunci()),
    });
    if r.sah() {
        lines.push("SAH: isi utuh, tanda tangan cocok, dan semua angka dihitung ulang dengan hasil yang sama.".into());
    } else {
        lines.push(format!("TIDAK SAH: {} temuan", r.temuan.len()));
        lines.extend(r.temuan.iter().map(|t| format!("- {}: {}", t.kode, t.pesan)));
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn the_year_is_said_once() {
        assert_eq!(period("PEKPPP Mandiri 2023", 2023), "PEKPPP Mandiri 2023");
        assert_eq!(period("PEKPPP Mandiri 2023 (latihan)", 2023), "PEKPPP Mandiri 2023 (latihan)");
        assert_eq!(period("PEKPPP Mandiri", 2023), "PEKPPP Mandiri (2023)");
        assert_eq!(period("Evaluasi 12023 unit", 2023), "Evaluasi 12023 unit (2023)");
    }
}
