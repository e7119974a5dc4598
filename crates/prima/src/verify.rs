//! `prima verify BUNDLE [--keys FILE]`: proves a frozen result again, offline: hash, signature, edition and every figure.
//!
//! Lives here: reading the files, printing, exit codes. Must not live here: what is checked (`store::hasil`). Exit 0: all
//! of it holds; 2: no bundle or no list of keys; 3: something does not hold, or its key is not on the list that was given.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use pekppp::HasilIpp;
use serde_json::{Value, json};
use store::{
    hasil::{self, KunciTepercaya, Laporan},
    skm::terbit::bundel,
};

use crate::{
    compute::{EXIT_WRONG_INPUT, print},
    instrument::read_text,
};

mod skm;

/// What was checked: a frozen PEKPPP result, or a published SKM round.
enum Report {
    Hasil(Box<Laporan>),
    Skm(Box<bundel::Laporan>),
}

const EXIT_CLAIM: u8 = 3;
/// A bundle holds one edition and one result; anything beyond is none.
const MAX_BYTES: u64 = 16 << 20;

#[derive(Args)]
pub struct Verify {
    /// Berkas bundel hasil
    bundle: PathBuf,
    /// Daftar kunci instalasi yang dipercaya: tiap baris `id-kunci kunci-publik-heksadesimal nama`, `#` untuk catatan.
    /// Dengan daftar ini kunci yang tidak dikenal membuat pemeriksaan gagal (keluar 3); tanpa daftar hanya peringatan
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Keluaran sebagai satu dokumen JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn jalankan(&self) -> ExitCode {
        let (text, sah, warnings) = match self.check() {
            Err(lines) => {
                for line in &lines {
                    eprintln!("{line}");
                }
                return ExitCode::from(EXIT_WRONG_INPUT);
            }
            Ok((Report::Hasil(r), with_keys)) => {
                (if self.json { format!("{:#}\n", document(&r, with_keys)) } else { summary(&r) }, r.sah(), r.peringatan)
            }
            Ok((Report::Skm(r), with_keys)) => {
                (if self.json { format!("{:#}\n", skm::document(&r, with_keys)) } else { skm::summary(&r) }, r.sah(), r.peringatan)
            }
        };
        if !self.json {
            for warning in &warnings {
                eprintln!("peringatan: {warning}");
            }
        }
        let printed = print(&text);
        if sah { printed } else { ExitCode::from(EXIT_CLAIM) }
    }

    fn check(&self) -> Result<(Report, bool), Vec<String>> {
        let keys = self.keys.as_deref().map(read_keys).transpose()?;
        let file = self.bundle.display();
        let wrong = |e: String| vec![format!("{file}: {e}")];
        let size = fs::metadata(&self.bundle).map_err(|e| wrong(format!("tidak dapat dibaca: {e}; diharapkan bundel hasil Prima")))?.len();
        if size > MAX_BYTES {
            return Err(wrong(format!("{size} byte; diharapkan bundel hasil Prima, paling besar {MAX_BYTES} byte")));
        }
        let bytes = fs::read(&self.bundle).map_err(|e| wrong(format!("tidak dapat dibaca: {e}; diharapkan bundel hasil Prima")))?;
        let report = if skm::is_skm(&bytes) {
            bundel::periksa(&bytes, keys.as_deref()).map(|r| Report::Skm(Box::new(r)))
        } else {
            hasil::periksa_bundel(&bytes, keys.as_deref()).map(|r| Report::Hasil(Box::new(r)))
        };
        let report = report.map_err(|e| wrong(e.to_string()))?;
        Ok((report, keys.is_some()))
    }
}

fn read_keys(path: &Path) -> Result<Vec<KunciTepercaya>, Vec<String>> {
    let file = path.display();
    let text = read_text(path).map_err(|e| vec![format!("{file}: tidak dapat dibaca: {e}; diharapkan daftar kunci")])?;
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

fn summary(r: &Laporan) -> String {
    let i = &r.isi;
    let mut lines = vec![
        format!("Unit     {} ({}), {}", i.unit.nama, i.unit.kode, i.instansi.nama),
        format!("Periode  {} {}, skema {}, edisi {}", i.periode.nama, i.periode.tahun, i.periode.skema, i.edisi.id),
        format!("Beku     ke-{}, {}", i.nomor, i.dibekukan),
        format!("SHA-256  {}", r.sidik),
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
