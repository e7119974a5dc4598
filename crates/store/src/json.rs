//! What is wrong with a JSON file, in words: for who gave the file to the command line or to a page. The reader's own sentences are English and
//! name types of this program; nothing of them is passed on.

use serde_json::{Error, error::Category};

/// What is wrong and where: `terpotong: isinya berakhir di tengah (baris 1 kolom 4032)`.
#[must_use]
pub fn salah(e: &Error) -> String {
    let apa = apa(e);
    if e.line() == 0 || apa == KOSONG { apa } else { format!("{apa} (baris {} kolom {})", e.line(), e.column()) }
}

/// As [`salah`], without the place.
#[must_use]
pub fn apa(e: &Error) -> String {
    match e.classify() {
        Category::Eof if (e.line(), e.column()) == (1, 0) => KOSONG.to_owned(),
        Category::Eof => "terpotong: isinya berakhir di tengah".to_owned(),
        Category::Syntax => "bukan JSON yang benar".to_owned(),
        Category::Io => "tidak dapat dibaca".to_owned(),
        Category::Data => isi(&e.to_string()),
    }
}

const KOSONG: &str = "berkasnya kosong";

/// A key that is missing, unknown or doubled, or a value of another kind. Sentences of our own readers pass as they are.
fn isi(pesan: &str) -> String {
    let pesan = pesan.rsplit_once(" at line ").map_or(pesan, |(awal, _)| awal);
    let kunci = |awal: &str| pesan.strip_prefix(awal)?.split('`').nth(1).map(str::to_owned);
    if let Some(k) = kunci("missing field ") {
        return format!("kunci \"{k}\" tidak ada");
    }
    if let Some(k) = kunci("unknown field ") {
        return format!("kunci \"{k}\" tidak dikenal");
    }
    if let Some(k) = kunci("duplicate field ") {
        return format!("kunci \"{k}\" ada dua kali");
    }
    if let Some(k) = kunci("unknown variant ") {
        return format!("\"{k}\" bukan salah satu pilihannya");
    }
    for awal in ["invalid type: ", "invalid value: ", "invalid length "] {
        if let Some(sisa) = pesan.strip_prefix(awal) {
            let (ada, harap) = sisa.rsplit_once(", expected ").unwrap_or((sisa, ""));
            return format!("{}{}", jenis(ada), harapan(harap));
        }
    }
    pesan.to_owned()
}

/// What stands there.
fn jenis(ada: &str) -> String {
    let nilai = ada.split_once(' ').map_or("", |(_, n)| n).trim_matches('`');
    match ada.split(' ').next().unwrap_or_default() {
        "string" => format!("ada teks {nilai}"),
        "integer" => format!("ada angka {nilai}"),
        "floating" => format!("ada angka {}", nilai.trim_start_matches("point").trim().trim_matches('`')),
        "boolean" => format!("ada {nilai}"),
        "null" => "ada null".to_owned(),
        "sequence" => "ada daftar".to_owned(),
        "map" => "ada objek".to_owned(),
        _ => "ada isi yang tidak cocok".to_owned(),
    }
}

fn harapan(harap: &str) -> &'static str {
    match harap {
        "a string" | "a borrowed string" => ", seharusnya teks",
        "a boolean" => ", seharusnya true atau false",
        "a sequence" => ", seharusnya daftar",
        "a map" => ", seharusnya objek",
        h if h.starts_with("struct ") => ", seharusnya objek",
        h if h.len() <= 5 && h.starts_with(['u', 'i']) => ", seharusnya bilangan bulat",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Contoh {
        nama: String,
        #[serde(default)]
        tahun: u16,
        #[serde(default)]
        jenis: Option<Jenis>,
        #[serde(default)]
        daftar: Vec<String>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Jenis {
        Satu,
    }

    fn kata(teks: &str) -> String {
        salah(&serde_json::from_str::<Contoh>(teks).unwrap_err())
    }

    #[test]
    fn each_fault_is_told_in_words_with_its_place() {
        assert_eq!(kata(""), "berkasnya kosong");
        assert_eq!(kata("{\"nama\": \"x\","), "terpotong: isinya berakhir di tengah (baris 1 kolom 13)");
        assert_eq!(kata("{\n\"nama\" \"x\"}"), "bukan JSON yang benar (baris 2 kolom 8)");
        assert_eq!(kata("bukan json"), "bukan JSON yang benar (baris 1 kolom 1)");
        assert_eq!(kata("{}"), "kunci \"nama\" tidak ada (baris 1 kolom 2)");
        assert!(kata(r#"{"nama":"x","lain":1}"#).starts_with("kunci \"lain\" tidak dikenal (baris 1"));
        assert!(kata(r#"{"nama":"x","nama":"y"}"#).starts_with("kunci \"nama\" ada dua kali"));
        assert!(kata(r#"{"nama":3}"#).starts_with("ada angka 3, seharusnya teks"));
        assert!(kata(r#"{"nama":"x","tahun":"2026"}"#).starts_with("ada teks \"2026\", seharusnya bilangan bulat"));
        assert!(kata(r#"{"nama":"x","tahun":1.5}"#).starts_with("ada angka 1.5, seharusnya bilangan bulat"));
        assert!(kata(r#"{"nama":"x","tahun":99999}"#).starts_with("ada angka 99999, seharusnya bilangan bulat"));
        assert!(kata(r#"{"nama":"x","jenis":"dua"}"#).starts_with("\"dua\" bukan salah satu pilihannya"));
        assert!(kata(r#"{"nama":"x","daftar":true}"#).starts_with("ada true, seharusnya daftar"));
        assert!(kata("[]").starts_with("ada daftar") || kata("[]").starts_with("ada isi"));
        assert!(kata("null").starts_with("ada null, seharusnya objek"));
    }

    #[test]
    fn a_value_without_a_place_has_none() {
        let e = serde_json::from_value::<Contoh>(serde_json::json!({ "nama": null })).unwrap_err();
        assert_eq!(salah(&e), "ada null, seharusnya teks");
    }
}
