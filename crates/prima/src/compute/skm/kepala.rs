//! The header of the answers: which column holds which question.
//!
//! Lives here: separator, names, the two orders of `u1`..`u9`. Must not live here: values of answers.

use std::io::{BufRead, BufReader, Read};

use skm::{Susunan, Urutan};

use crate::compute::Faults;

/// The separator of the first line, without consuming it: the more frequent one outside quotes. A byte order mark is taken off.
pub(super) fn open(input: impl Read) -> std::io::Result<(u8, BufReader<impl Read>)> {
    let mut reader = BufReader::with_capacity(1 << 16, input);
    if reader.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
        reader.consume(3);
    }
    let mut quoted = false;
    let (mut commas, mut semicolons) = (0, 0);
    for byte in reader.fill_buf()?.iter().take_while(|b| !matches!(b, b'\n' | b'\r')) {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => commas += 1,
            b';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    Ok((if semicolons > commas { b';' } else { b',' }, reader))
}

/// For each question in the order of the form: its place in the row.
pub(super) fn columns(names: &[String], susunan: &Susunan, order: Option<Urutan>) -> Result<Vec<usize>, Faults> {
    let keys: Vec<&str> = susunan.pertanyaan().iter().map(|(_, p)| p.kunci.as_str()).collect();
    let by_key = keys.iter().filter(|k| names.iter().any(|n| n == *k)).count();
    let numbers = numbers(susunan);
    let by_number = numbers.iter().filter(|(n, _)| names.contains(n)).count();
    let find = |name: &str, faults: &mut Faults| {
        let mut at = names.iter().enumerate().filter(|(_, n)| *n == name).map(|(i, _)| i);
        let first = at.next();
        if at.next().is_some() {
            faults.push(format!("kolom \"{name}\": ada dua kali; diharapkan satu kali"));
        } else if first.is_none() {
            faults.push(format!("kolom \"{name}\": tidak ada; diharapkan kolom {}", keys.join(", ")));
        }
        first
    };
    let mut faults = Vec::new();
    // Keys win; u1..u9 are looked at only where no key is there at all.
    let wanted: Vec<String> = if by_key > 0 || by_number == 0 {
        keys.iter().map(|k| (*k).to_owned()).collect()
    } else {
        let Some(order) = order else {
            return Err(vec![
                "kolom u1, u2, …: urutannya tidak disebut; diharapkan --order regulation atau --order questionnaire (keduanya dipakai)"
                    .into(),
            ]);
        };
        // The answer list is in questionnaire order; each unsur is looked up under the number it has in the chosen order.
        susunan.pertanyaan().iter().map(|(at, _)| number(susunan, *at, order)).collect()
    };
    let found: Vec<Option<usize>> = wanted.iter().map(|name| find(name, &mut faults)).collect();
    if faults.is_empty() { Ok(found.into_iter().flatten().collect()) } else { Err(faults) }
}

/// `u1`..`uk` with the place of the unsur by the regulation; none where an unsur has several questions.
fn numbers(susunan: &Susunan) -> Vec<(String, usize)> {
    if susunan.pertanyaan().len() != susunan.unsur().len() {
        return Vec::new();
    }
    (0..susunan.unsur().len()).map(|at| (format!("u{}", at + 1), at)).collect()
}

fn number(susunan: &Susunan, at: usize, order: Urutan) -> String {
    let place = |u: &skm::Unsur| match order {
        Urutan::Peraturan => u.urutan_peraturan,
        Urutan::Kuesioner => u.urutan_kuesioner,
    };
    let unsur = susunan.unsur()[at];
    // Counted among those in use, so that a survey without biaya is numbered u1..u8.
    let before = susunan.unsur().iter().filter(|u| place(u) < place(unsur)).count();
    format!("u{}", before + 1)
}
