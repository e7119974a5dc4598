//! Makes user text printable: PDF/A refuses a document with a character that no embedded font can show.
//!
//! Such characters (emoji, rare scripts, private use) become `□`; invisible controls, which could also reorder what a
//! reader sees, are dropped. Only PDF needs this: pages, workbooks and CSV keep the text as it is.

use serde_json::Value;
use typst::text::Font;

use crate::Error;
use crate::masukan::Dokumen;

const PENGGANTI: char = '\u{25a1}';

/// The document with every text printable by `huruf`.
pub fn bersihkan(dokumen: &Dokumen, huruf: &[Font]) -> Result<Dokumen, Error> {
    let mut nilai = serde_json::to_value(dokumen)?;
    jelajah(&mut nilai, huruf);
    Ok(serde_json::from_value(nilai)?)
}

fn jelajah(nilai: &mut Value, huruf: &[Font]) {
    match nilai {
        Value::String(teks) if !teks.bytes().all(|byte| (b' '..=b'~').contains(&byte)) => {
            *teks = teks.chars().filter_map(|satu| cetak(satu, huruf)).collect();
        }
        Value::Array(isi) => isi.iter_mut().for_each(|satu| jelajah(satu, huruf)),
        Value::Object(isi) => isi.values_mut().for_each(|satu| jelajah(satu, huruf)),
        _ => {}
    }
}

fn cetak(satu: char, huruf: &[Font]) -> Option<char> {
    match satu {
        '\n' | '\t' => Some(satu),
        _ if satu.is_control() || tak_terlihat(satu) => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some(PENGGANTI),
        _ if huruf.iter().any(|font| font.info().coverage.contains(satu.into())) => Some(satu),
        _ => Some(PENGGANTI),
    }
}

/// Joiners, direction marks, variation selectors, tags, byte order mark, line separators.
fn tak_terlihat(satu: char) -> bool {
    matches!(
        satu,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
