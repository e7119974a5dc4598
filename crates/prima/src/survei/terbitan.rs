//! Published results from a file: CSV with the columns of `data/skm-hasil-terbit.csv`, or JSON.
//!
//! Lives here: columns and keys to [`Terbitan`], and which edition a row is judged by (named, or in force in its year).
//! Must not live here: the judgement.

use std::borrow::Cow;

use serde::Deserialize;
use skm::{
    Edisi, bawaan_tahun,
    periksa::{AngkaTercetak, JenisNilai, Terbitan},
};

use crate::instrument::read_skm_edition;

/// Year of the rule in force where a row names none.
const DEFAULT_YEAR: i64 = 2017;

pub struct Row {
    pub id: String,
    pub edisi: Cow<'static, Edisi>,
    pub terbitan: Terbitan,
}

/// One result of a JSON file: `{"id", "instrument" | "year", "values": ["3.868", …], "kind": "nrr|sum|conversion",
/// "n", "index", "ikm", "mutu", "weight"}`; numbers are strings as printed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonRow {
    id: Option<String>,
    instrument: Option<String>,
    year: Option<i64>,
    #[serde(default)]
    values: Vec<AngkaTercetak>,
    kind: Option<String>,
    n: Option<i64>,
    index: Option<AngkaTercetak>,
    ikm: Option<AngkaTercetak>,
    mutu: Option<String>,
    weight: Option<AngkaTercetak>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum JsonFile {
    Many(Vec<JsonRow>),
    One(Box<JsonRow>),
}

pub fn read(text: &str) -> Result<Vec<Row>, Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with(['[', '{']) { read_json(text) } else { read_csv(text) }
}

fn read_json(text: &str) -> Result<Vec<Row>, Vec<String>> {
    let file: JsonFile = serde_json::from_str(text).map_err(|_| vec![json_fault(text)])?;
    let rows = match file {
        JsonFile::Many(rows) => rows,
        JsonFile::One(row) => vec![*row],
    };
    collect(rows.into_iter().enumerate().map(|(at, row)| json_row(at + 1, row)))
}

/// An untagged reader cannot say what was wrong, so the likelier shape is read once more for its message.
fn json_fault(text: &str) -> String {
    let message = if text.trim_start().starts_with('[') {
        serde_json::from_str::<Vec<JsonRow>>(text).err()
    } else {
        serde_json::from_str::<JsonRow>(text).err()
    };
    let message = message.map(|e| store::json::salah(&e)).unwrap_or_default();
    format!("{message}; diharapkan objek atau daftar objek dengan angka sebagai teks")
}

fn json_row(number: usize, row: JsonRow) -> Result<Row, Vec<String>> {
    let at = format!("baris {number}");
    let edisi = match row.instrument {
        Some(name) => read_skm_edition(&name).map_err(|e| e.iter().map(|l| format!("{at}: instrument: {l}")).collect::<Vec<_>>())?,
        None => of_year(row.year.unwrap_or(DEFAULT_YEAR)).map_err(|e| vec![format!("{at}: year: {e}")])?,
    };
    let jenis = kind(row.kind.as_deref().unwrap_or_default()).map_err(|e| vec![format!("{at}: kind: {e}")])?;
    let terbitan = Terbitan { unsur: row.values, jenis, n: row.n, indeks: row.index, ikm: row.ikm, mutu: row.mutu, bobot: row.weight };
    Ok(Row { id: row.id.unwrap_or_else(|| number.to_string()), edisi, terbitan })
}

fn read_csv(text: &str) -> Result<Vec<Row>, Vec<String>> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.matches(';').count() > header.matches(',').count() { b';' } else { b',' };
    let mut csv = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let names: Vec<String> = csv.headers().map_err(broken)?.iter().map(|n| n.trim().to_lowercase()).collect();
    if !names.iter().any(|n| n == "published_ikm" || n == "published_index") {
        return Err(vec!["kolom published_ikm atau published_index: tidak ada; diharapkan kolom seperti data/skm-hasil-terbit.csv".into()]);
    }
    let rows: Vec<_> = csv.records().collect::<Result<_, _>>().map_err(broken)?;
    collect(rows.iter().enumerate().map(|(at, record)| csv_row(at + 1, &names, record)))
}

fn broken(e: csv::Error) -> Vec<String> {
    vec![format!("tidak dapat dibaca: {e}; diharapkan CSV yang benar")]
}

fn csv_row(number: usize, names: &[String], record: &csv::StringRecord) -> Result<Row, Vec<String>> {
    let mut faults = Vec::new();
    let cell = |name: &str| {
        let at = names.iter().position(|n| n == name)?;
        record.get(at).map(str::trim).filter(|t| !t.is_empty())
    };
    let mut figure = |name: &str| {
        let text = cell(name)?;
        let parsed = text.parse::<AngkaTercetak>().ok();
        if parsed.is_none() {
            faults.push(format!("baris {number} kolom {name}: \"{text}\"; diharapkan angka"));
        }
        parsed
    };
    let unsur = (1..=60).filter_map(|i| figure(&format!("u{i}"))).collect();
    let (indeks, ikm) = (figure("published_index"), figure("published_ikm"));
    let bobot = figure("published_weight");
    let n = figure("n").and_then(|n| n.nilai.skala(0));
    let year = cell("period").and_then(year_of).unwrap_or(DEFAULT_YEAR);
    let edisi = match cell("instrument") {
        Some(name) => read_skm_edition(name).map_err(|e| e.join("; ")),
        None => of_year(year),
    };
    let jenis = kind(cell("unsur_value_type").unwrap_or_default());
    match (edisi, jenis) {
        (Ok(edisi), Ok(jenis)) if faults.is_empty() => {
            let mutu = cell("published_mutu").map(str::to_owned);
            let id = cell("id").map_or_else(|| number.to_string(), str::to_owned);
            Ok(Row { id, edisi, terbitan: Terbitan { unsur, jenis, n, indeks, ikm, mutu, bobot } })
        }
        (edisi, jenis) => {
            faults.extend(edisi.err().map(|e| format!("baris {number}: {e}")));
            faults.extend(jenis.err().map(|e| format!("baris {number} kolom unsur_value_type: {e}")));
            Err(faults)
        }
    }
}

/// The first number of four digits in a period such as "Triwulan III 2025 (assumed year)".
fn year_of(period: &str) -> Option<i64> {
    period.split(|c: char| !c.is_ascii_digit()).filter(|t| t.len() == 4).find_map(|t| t.parse().ok())
}

fn of_year(year: i64) -> Result<Cow<'static, Edisi>, String> {
    bawaan_tahun(year).map(Cow::Borrowed).ok_or_else(|| format!("tahun {year} tanpa edisi; diharapkan 2004 atau sesudahnya"))
}

fn kind(text: &str) -> Result<JenisNilai, String> {
    match text {
        "" | "nrr" => Ok(JenisNilai::Nrr),
        "sum" => Ok(JenisNilai::Jumlah),
        "conversion" => Ok(JenisNilai::Konversi),
        other => Err(format!("\"{other}\"; diharapkan nrr, sum, atau conversion")),
    }
}

fn collect(rows: impl Iterator<Item = Result<Row, Vec<String>>>) -> Result<Vec<Row>, Vec<String>> {
    let (mut good, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        match row {
            Ok(row) => good.push(row),
            Err(more) => faults.extend(more),
        }
    }
    if good.is_empty() && faults.is_empty() {
        faults.push("tidak ada baris; diharapkan paling sedikit satu hasil".into());
    }
    if faults.is_empty() { Ok(good) } else { Err(faults) }
}
