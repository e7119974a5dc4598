//! The rows of the answers: complete ones as [`Jawaban`], the others with the reason they are left out.
//!
//! Lives here: cells to values. Must not live here: which column is which (`kepala`), what is computed.

use std::{fmt, io::Read};

use serde_json::{Value, json};
use skm::{Jawaban, Susunan, Urutan, kualitas};

use super::kepala;
use crate::compute::Faults;

pub(super) struct Rows {
    pub answers: Vec<Jawaban>,
    pub rejected: Vec<Rejected>,
    /// Counted rows that repeat an earlier one in every column.
    pub duplicates: i64,
}

/// A row that is left out: its first bad cell, and the others of the same row.
pub(super) struct Rejected {
    row: u64,
    cells: Vec<Cell>,
}

struct Cell {
    column: String,
    value: String,
    reason: &'static str,
}

pub(super) fn read(input: impl Read, susunan: &Susunan, order: Option<Urutan>) -> Result<Rows, Faults> {
    let broken = |e: &dyn fmt::Display| vec![format!("tidak dapat dibaca: {e}; diharapkan CSV yang benar")];
    let (delimiter, input) = kepala::open(input).map_err(|e| broken(&e))?;
    let mut csv = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(input);
    let header = csv.byte_headers().map_err(|e| broken(&e))?.clone();
    let names: Vec<String> = header.iter().map(|n| String::from_utf8_lossy(n).trim().to_owned()).collect();
    let small: Vec<String> = names.iter().map(|n| n.to_lowercase()).collect();
    let columns = kepala::columns(&small, susunan, order)?;
    let mut rows = Rows { answers: Vec::new(), rejected: Vec::new(), duplicates: 0 };
    let mut used = Vec::new();
    let mut record = csv::ByteRecord::new();
    let mut row = 0;
    while csv.read_byte_record(&mut record).map_err(|e| broken(&e))? {
        row += 1;
        match answer(&record, &names, &columns, susunan) {
            Ok(answer) => {
                rows.answers.push(answer);
                used.push(record.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
            }
            Err(cells) => rows.rejected.push(Rejected { row, cells }),
        }
    }
    rows.duplicates = kualitas::ulangan(used);
    Ok(rows)
}

fn answer(record: &csv::ByteRecord, names: &[String], columns: &[usize], susunan: &Susunan) -> Result<Jawaban, Vec<Cell>> {
    let mut cells: Vec<(usize, Cell)> = Vec::new();
    let mut values = Vec::with_capacity(columns.len());
    for &at in columns {
        let text = String::from_utf8_lossy(record.get(at).unwrap_or_default()).trim().to_owned();
        match value(&text, susunan) {
            Ok(n) => values.push(Some(n)),
            Err(reason) => cells.push((at, Cell { column: names[at].clone(), value: text, reason })),
        }
    }
    // Told in the order in which the file shows them.
    cells.sort_by_key(|(at, _)| *at);
    if !cells.is_empty() {
        return Err(cells.into_iter().map(|(_, cell)| cell).collect());
    }
    // Values were checked one by one above.
    Jawaban::baca(susunan, &values).map_err(|_| Vec::new())
}

fn value(text: &str, susunan: &Susunan) -> Result<i64, &'static str> {
    if text.is_empty() {
        return Err("empty");
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err("not-integer");
    }
    // What does not fit 64 bits is out of any scale.
    text.parse().ok().filter(|n| susunan.edisi().skala.memuat(*n)).ok_or("out-of-scale")
}

impl Rejected {
    pub(super) fn json(&self) -> Value {
        let cell = |c: &Cell| json!({ "column": c.column, "value": c.value, "reason": c.reason });
        let mut all = self.cells.iter().map(cell);
        let mut first = all.next().unwrap_or_else(|| json!({}));
        first["row"] = json!(self.row);
        let others: Vec<Value> = all.collect();
        if !others.is_empty() {
            first["also"] = json!(others);
        }
        first
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "baris {}", self.row)?;
        for (at, c) in self.cells.iter().enumerate() {
            let what = match c.reason {
                "empty" => "kosong".to_owned(),
                "not-integer" => format!("\"{}\" bukan bilangan bulat", c.value.chars().take(40).collect::<String>()),
                _ => format!("{} di luar skala", c.value),
            };
            write!(f, "{} kolom {}: {what}", if at == 0 { "" } else { "," }, c.column)?;
        }
        Ok(())
    }
}
