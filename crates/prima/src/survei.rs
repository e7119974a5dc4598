//! `prima skm periksa FILE`: checks published survey results and names the error behind a wrong one.
//!
//! Lives here: arguments, printing, exit code (3 when a claim does not hold). Reading the file is `terbitan`. Must not
//! live here: what makes a result wrong (crate `skm`).

mod terbitan;

use std::{path::PathBuf, process::ExitCode};

use clap::Subcommand;
use serde_json::{Value, json};
use skm::{
    Edisi,
    periksa::{Cara, Klaim, Periksa, Putusan, periksa},
    semua_bawaan,
};

use self::terbitan::Row;
use crate::{
    compute::{EXIT_WRONG_INPUT, print},
    instrument::read_text,
    kata,
};

/// A published result that was checked does not hold.
const EXIT_CLAIM: u8 = 3;

#[derive(Subcommand)]
pub enum Survei {
    /// Periksa hasil SKM yang sudah terbit (CSV atau JSON)
    Periksa {
        /// CSV dengan kolom seperti data/skm-hasil-terbit.csv, atau JSON
        file: PathBuf,
        /// Keluaran sebagai satu dokumen JSON
        #[arg(long)]
        json: bool,
    },
}

impl Survei {
    pub fn jalankan(&self) -> ExitCode {
        let Self::Periksa { file, json } = self;
        let name = file.display();
        let rows = read_text(file).map_err(|e| vec![format!("tidak dapat dibaca: {}; diharapkan CSV atau JSON", kata::berkas(&e))]);
        match rows.and_then(|text| terbitan::read(&text)) {
            Ok(rows) => check(&rows, *json),
            Err(faults) => {
                for fault in faults {
                    eprintln!("{name}: {fault}");
                }
                ExitCode::from(EXIT_WRONG_INPUT)
            }
        }
    }
}

fn check(rows: &[Row], json: bool) -> ExitCode {
    let others: Vec<&Edisi> = semua_bawaan().collect();
    let results: Vec<(&Row, Periksa)> = rows.iter().map(|r| (r, periksa(&r.edisi, &others, &r.terbitan))).collect();
    let wrong = results.iter().filter(|(_, p)| p.putusan.terbantah()).count();
    let text = if json {
        let results: Vec<Value> = results.iter().map(|(r, p)| document(r, p)).collect();
        format!("{:#}\n", json!({ "results": results, "wrong": wrong }))
    } else {
        let lines: String = results.iter().map(|(r, p)| line(r, p)).collect();
        format!("{lines}{} hasil diperiksa, {wrong} tidak benar\n", results.len())
    };
    let printed = print(&text);
    if wrong == 0 { printed } else { ExitCode::from(EXIT_CLAIM) }
}

fn document(row: &Row, p: &Periksa) -> Value {
    let recomputed = p.hitung_ulang.as_ref().map(|u| {
        json!({
            "index": u.indeks.tampil(4), "ikm": u.ikm.tampil(2), "mutu": u.mutu, "kinerja": u.kinerja,
            "between": [u.bawah.tampil(2), u.atas.tampil(2)],
        })
    });
    let errors: Vec<Value> = errors(p).iter().map(|k| json!({ "key": k.kunci(), "message": k.to_string() })).collect();
    json!({
        "id": row.id,
        "instrument": p.edisi,
        "verdict": verdict(&p.putusan),
        "checked": p.diperiksa.iter().map(|k| claim(*k)).collect::<Vec<_>>(),
        "recomputed": recomputed,
        "variant": p.varian.as_ref().map(|c| variant(c, p)),
        "errors": errors,
    })
}

fn errors(p: &Periksa) -> &[skm::periksa::Kekeliruan] {
    if let Putusan::Salah { kekeliruan } = &p.putusan { kekeliruan } else { &[] }
}

fn verdict(putusan: &Putusan) -> &'static str {
    match putusan {
        Putusan::Cocok => "match",
        Putusan::CocokDenganVarian { .. } => "match-with-variant",
        Putusan::DalamPembulatan => "within-rounding",
        Putusan::Salah { .. } => "wrong",
        Putusan::TidakBisaDiperiksa => "uncheckable",
    }
}

fn claim(klaim: Klaim) -> &'static str {
    match klaim {
        Klaim::DariUnsur => "total-from-unsur",
        Klaim::Konversi => "ikm-from-index",
        Klaim::Mutu => "class-from-number",
    }
}

fn weight(cara: &Cara, p: &Periksa) -> String {
    let k = p.k.and_then(|k| i64::try_from(k).ok()).unwrap_or(1);
    if cara.bobot == skm::Bobot::Persis { "1/k".to_owned() } else { cara.bobot.nilai(k).desimal() }
}

fn variant(cara: &Cara, p: &Periksa) -> Value {
    json!({
        "weight": weight(cara, p),
        "weighted_decimals": cara.tertimbang_desimal,
        "index_decimals": cara.indeks_desimal,
        "nrr_unrounded": cara.nrr_utuh,
    })
}

fn line(row: &Row, p: &Periksa) -> String {
    let what = match &p.putusan {
        Putusan::Cocok => "cocok".to_owned(),
        Putusan::DalamPembulatan => "cocok dalam batas pembulatan angka yang dicetak".to_owned(),
        Putusan::TidakBisaDiperiksa => "tidak ada yang dapat diperiksa".to_owned(),
        Putusan::CocokDenganVarian { cara } => variant_words(cara, p),
        Putusan::Salah { kekeliruan } => kekeliruan.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    let mark = match &p.putusan {
        Putusan::TidakBisaDiperiksa => "?",
        putusan if putusan.terbantah() => "TIDAK",
        _ => "ya",
    };
    let again = p.hitung_ulang.as_ref().map(|u| format!(" [hitung ulang {} {}]", u.ikm.tampil(2), u.mutu)).unwrap_or_default();
    format!("{:<8} {mark:<5} {what}{again}\n", row.id)
}

fn variant_words(cara: &Cara, p: &Periksa) -> String {
    let mut parts = Vec::new();
    if cara.bobot != skm::Bobot::Persis {
        parts.push(format!("bobot {} (seharusnya 1/k)", weight(cara, p)));
    }
    parts.extend(cara.tertimbang_desimal.map(|d| format!("NRR tertimbang dibulatkan {d} desimal")));
    parts.extend(cara.indeks_desimal.map(|d| format!("indeks dibulatkan {d} desimal sebelum dikonversi")));
    if cara.nrr_utuh {
        parts.push("NRR tidak dibulatkan".to_owned());
    }
    format!("cocok hanya dengan cara lain: {}", parts.join(", "))
}
