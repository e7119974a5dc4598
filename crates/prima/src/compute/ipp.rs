//! `prima compute ipp INPUT.json`: parses the input at the edge, then one call of `pekppp::hitung`.
//!
//! Lives here: the shapes of CLI.md. Must not live here: rules or arithmetic.

use std::{borrow::Cow, collections::BTreeMap, path::Path};

use pekppp::{
    AgregasiF03, CaraPenilai, Edisi, F03Ringkas, HasilIpp, LembarF02, Masukan, Nilai, Pecahan, Status, bawaan, hitung, semua_bawaan,
};
use serde_json::json;

use super::{
    Faults, Output,
    json::{Json, join},
};
use crate::instrument::read_edition;

pub(super) fn compute(input: &Json) -> Result<Output, Faults> {
    let mut faults = Vec::new();
    let keys = ["instrument", "f02", "f03", "options", "consensus_scores"];
    let [instrument, f02, f03, options, consensus] = input.fields("masukan", keys, &mut faults);
    let edisi = match instrument.map(|i| (i, i.text())) {
        Some((_, Some(name))) => edition(name).map_err(|mut e| faults.append(&mut e)).ok(),
        Some((other, None)) => note(&mut faults, "instrument", other, "id edisi atau nama berkas TOML"),
        None => missing(&mut faults, "instrument"),
    };
    let f02 = match f02 {
        Some(list) => sheets(list, &mut faults),
        None => missing(&mut faults, "f02"),
    };
    let rows = match f03 {
        Some(list) => rows(list, &mut faults),
        None => missing(&mut faults, "f03"),
    };
    let chosen = options.map(|o| read_options(o, &mut faults)).unwrap_or_default();
    if consensus.is_some() && chosen.consensus_scores.is_some() {
        faults.push("consensus_scores: ada dua kali; diharapkan satu kali, di luar atau di dalam options".into());
    }
    let outside = consensus.map(|c| scores(c, "consensus_scores", &mut faults));
    let consensus = outside.or(chosen.consensus_scores).unwrap_or_default();
    // Without edition or lists nothing more can be checked.
    let (Some(edisi), Some(f02), Some(rows)) = (edisi, f02, rows) else { return Err(faults) };
    let f03 = F03Ringkas::dari_baris(&edisi, &rows);
    let f03 = f03.unwrap_or_else(|wrong| {
        faults.extend(wrong.iter().map(ToString::to_string));
        F03Ringkas::kosong(&edisi)
    });
    let masukan = Masukan { f02, cara_penilai: chosen.consensus, nilai_konsensus: consensus, f03, agregasi_f03: chosen.aggregation };
    let hasil = hitung(&edisi, &masukan);
    if let Err(wrong) = &hasil {
        faults.extend(wrong.iter().map(ToString::to_string));
    }
    match hasil {
        Ok(hasil) if faults.is_empty() => Ok(output(&hasil)),
        _ => Err(faults),
    }
}

/// An embedded edition by id, or one read from a file.
fn edition(name: &str) -> Result<Cow<'static, Edisi>, Faults> {
    if let Some((edisi, _)) = bawaan(name) {
        return Ok(Cow::Borrowed(edisi));
    }
    let path = Path::new(name);
    if path.is_file() {
        let lines = |e: Vec<String>| e.iter().map(|l| format!("instrument: {l}")).collect();
        return read_edition(path).map(Cow::Owned).map_err(lines);
    }
    let known: Vec<&str> = semua_bawaan().map(|e| e.id.as_str()).collect();
    Err(vec![format!("instrument: edisi \"{name}\" tidak dikenal; diharapkan {} atau nama berkas TOML", known.join(", "))])
}

#[derive(Default)]
struct Options {
    aggregation: Option<AgregasiF03>,
    consensus: Option<CaraPenilai>,
    consensus_scores: Option<BTreeMap<String, Nilai>>,
}

fn read_options(options: &Json, faults: &mut Faults) -> Options {
    let keys = ["f03_aggregation", "consensus", "consensus_scores"];
    let [aggregation, consensus, scored] = options.fields("options", keys, faults);
    let pairs = [("aspect-mean", AgregasiF03::AspectMean), ("plain-mean", AgregasiF03::PlainMean)];
    let aggregation = aggregation.and_then(|v| one_of(v, "options.f03_aggregation", &pairs, faults));
    let pairs = [("rata-rata", CaraPenilai::RataRata), ("konsensus", CaraPenilai::Konsensus)];
    let consensus = consensus.and_then(|v| one_of(v, "options.consensus", &pairs, faults));
    let consensus_scores = scored.map(|v| scores(v, "options.consensus_scores", faults));
    Options { aggregation, consensus, consensus_scores }
}

fn one_of<T: Copy>(value: &Json, path: &str, pairs: &[(&str, T)], faults: &mut Faults) -> Option<T> {
    let found = pairs.iter().find(|(name, _)| value.text() == Some(name)).map(|(_, v)| *v);
    let names: Vec<&str> = pairs.iter().map(|(name, _)| *name).collect();
    found.or_else(|| note(faults, path, value, &format!("salah satu dari {}", names.join(", "))))
}

fn sheets(list: &Json, faults: &mut Faults) -> Option<Vec<LembarF02>> {
    let Some(items) = list.list() else {
        return note(faults, "f02", list, "daftar lembar, satu untuk tiap evaluator");
    };
    let mut sheets = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let path = format!("f02 baris {}", at + 1);
        let [evaluator, scored] = item.fields(&path, ["evaluator", "scores"], faults);
        let name = evaluator.and_then(Json::text).map(str::to_owned);
        if name.is_none() {
            let found = evaluator.map_or("tidak ada".into(), Json::describe);
            faults.push(format!("{path}.evaluator: {found}; diharapkan teks"));
        }
        let nilai = match scored {
            Some(map) => scores(map, &format!("{path}.scores"), faults),
            None => missing(faults, &format!("{path}.scores")).unwrap_or_default(),
        };
        // A name of its own for a nameless sheet, so that it is not reported as doubled too.
        sheets.push(LembarF02 { evaluator: name.unwrap_or_else(|| path.clone()), nilai });
    }
    Some(sheets)
}

fn scores(map: &Json, path: &str, faults: &mut Faults) -> BTreeMap<String, Nilai> {
    let mut result = BTreeMap::new();
    for (code, value) in map.entries(path, faults) {
        if let Some(score) = score(value, &join(path, code), faults) {
            result.insert(code.clone(), score);
        }
    }
    result
}

/// Only a whole number 0..5 is a score; 4.0, "4" and true are not.
fn score(value: &Json, path: &str, faults: &mut Faults) -> Option<Nilai> {
    let found = value.integer().and_then(|n| Nilai::baru(n).ok());
    found.or_else(|| note(faults, path, value, "bilangan bulat 0 sampai 5"))
}

fn rows(list: &Json, faults: &mut Faults) -> Option<Vec<Vec<Option<Nilai>>>> {
    let Some(items) = list.list() else {
        return note(faults, "f03", list, "daftar responden");
    };
    let mut rows = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let path = format!("f03 baris {}", at + 1);
        let Some(answers) = item.list() else {
            note::<()>(faults, &path, item, "daftar jawaban");
            continue;
        };
        let answer = |(no, value): (usize, &Json)| match value {
            Json::Null => None,
            value => {
                let path = format!("{path} jawaban {}", no + 1);
                let found = value.integer().and_then(|n| Nilai::baru(n).ok());
                found.or_else(|| note(faults, &path, value, "bilangan bulat 0 sampai 5, atau null"))
            }
        };
        rows.push(answers.iter().enumerate().map(answer).collect());
    }
    Some(rows)
}

fn note<T>(faults: &mut Faults, path: &str, value: &Json, expected: &str) -> Option<T> {
    faults.push(format!("{path}: {}; diharapkan {expected}", value.describe()));
    None
}

fn missing<T>(faults: &mut Faults, path: &str) -> Option<T> {
    faults.push(format!("{path}: tidak ada; kunci ini wajib"));
    None
}

fn output(hasil: &HasilIpp) -> Output {
    let value = |v: &Option<Pecahan>| v.as_ref().map(Pecahan::desimal);
    let aspects: BTreeMap<&str, Option<String>> = hasil.f02.aspek.iter().map(|a| (a.kunci.as_str(), value(&a.nilai))).collect();
    let json = json!({
        "instrument": hasil.edisi,
        "status": hasil.status.kunci(),
        "f02": { "value": value(&hasil.f02.nilai), "aspects": aspects, "missing": hasil.f02.kurang },
        "f03": {
            "value": value(&hasil.f03.nilai),
            "respondents": hasil.f03.responden,
            "used": hasil.f03.dipakai,
            "discarded": hasil.f03.dibuang,
        },
        "ipp": hasil.ipp.as_ref().map(super::instansi::figure),
    });
    let warnings = hasil.peringatan.iter().map(ToString::to_string).collect();
    Output { json, text: summary(hasil), warnings }
}

fn summary(hasil: &HasilIpp) -> String {
    let mut lines = vec![format!("Edisi    {}", hasil.edisi)];
    let shown = |v: &Option<Pecahan>| v.as_ref().map_or("belum ada".to_owned(), Pecahan::desimal);
    for aspek in &hasil.f02.aspek {
        lines.push(format!("{:<8} {} (bobot {}%)  {}", aspek.kunci, shown(&aspek.nilai), aspek.bobot, aspek.nama));
    }
    lines.push(format!("F-02     {}", shown(&hasil.f02.nilai)));
    let f03 = &hasil.f03;
    lines.push(format!("F-03     {} ({} responden, {} dipakai, {} dibuang)", shown(&f03.nilai), f03.responden, f03.dipakai, f03.dibuang));
    lines.push(match (&hasil.ipp, hasil.status) {
        (Some(ipp), _) => format!("IPP      {} ({} {}), tepatnya {}", ipp.tampil, ipp.kategori, ipp.nama_kategori, ipp.ipp.desimal()),
        (None, Status::F02Kurang) => format!("IPP      belum ada: nilai F-02 kurang untuk {}", hasil.f02.kurang.join(", ")),
        (None, _) => "IPP      belum ada: responden F-03 belum cukup".to_owned(),
    });
    lines.join("\n") + "\n"
}
