//! Where the settings come from: defaults, then `prima.toml` in the data folder, then `PRIMA_…` variables (`__` between a
//! part and its key: `PRIMA_SURAT__SERVER`). Each key is described where it is defined: [`web::Konfig`], [`web::surat::KonfigSurat`].

use std::path::Path;

use figment::{
    Error, Figment, Provider as _,
    error::{Actual, Kind},
    providers::{Env, Format as _, Serialized, Toml},
};
use web::Konfig;

/// The settings for an installation in `data`. `alamat`: the address of the pages where none is set.
///
/// # Errors
/// A key that does not exist or a value of the wrong kind, with the file and key it stands in.
pub fn baca(data: &Path, alamat: &str) -> Result<Konfig, Box<figment::Error>> {
    let bawaan = Konfig { alamat: alamat.to_owned(), ..Konfig::default() };
    let mut k: Konfig = gabung(bawaan, data).extract().map_err(Box::new)?;
    // Links are made by putting a path behind it.
    k.alamat.truncate(k.alamat.trim_end_matches('/').len());
    Ok(k)
}

/// What is wrong with the settings: where it stands, the key, and what is expected.
#[must_use]
pub fn kata(e: &Error) -> String {
    e.clone().into_iter().map(|e| satu(&e)).collect::<Vec<_>>().join("; ")
}

fn satu(e: &Error) -> String {
    let asal = e.metadata.as_ref().map_or_else(
        || "pengaturan".to_owned(),
        |m| match m.source.as_ref().and_then(figment::Source::file_path) {
            Some(jalan) => jalan.display().to_string(),
            None => "variabel PRIMA_…".to_owned(),
        },
    );
    let kunci = e.path.join(".");
    let apa = match &e.kind {
        Kind::UnknownField(nama, dikenal) => {
            let maksud = dikenal.iter().min_by_key(|k| jarak(nama, k)).filter(|k| jarak(nama, k) <= 2);
            let saran = maksud.map(|k| format!("; mungkin maksudnya \"{k}\"")).unwrap_or_default();
            return format!("{asal}: kunci \"{nama}\" tidak dikenal{saran}. Daftarnya di docs/konfigurasi.md");
        }
        Kind::UnknownVariant(isi, pilihan) => format!("\"{isi}\" tidak dikenal; pilihannya {}", pilihan.join(", ")),
        Kind::InvalidType(ada, harap) | Kind::InvalidValue(ada, harap) => {
            format!("{} tidak dapat dipakai{}", tertulis(ada), harapan(harap))
        }
        Kind::MissingField(nama) => format!("kunci \"{nama}\" tidak ada"),
        Kind::Message(isi) => match isi.split_once("at line ").and_then(|(_, sisa)| sisa.split_once(", column ")) {
            Some((baris, sisa)) => {
                let kolom: String = sisa.chars().take_while(char::is_ascii_digit).collect();
                format!("tidak terbaca di baris {baris} kolom {kolom}; periksa tanda kutip, tanda sama dengan, dan kurungnya")
            }
            None => isi.clone(),
        },
        lain => lain.to_string(),
    };
    if kunci.is_empty() { format!("{asal}: {apa}") } else { format!("{asal}: {kunci}: {apa}") }
}

/// What stands there.
fn tertulis(ada: &Actual) -> String {
    match ada {
        Actual::Str(s) => format!("{s:?}"),
        Actual::Bool(b) => b.to_string(),
        Actual::Unsigned(n) => n.to_string(),
        Actual::Signed(n) => n.to_string(),
        Actual::Float(n) => n.to_string(),
        Actual::Seq => "daftar".into(),
        Actual::Map => "bagian".into(),
        lain => lain.to_string(),
    }
}

fn harapan(harap: &str) -> String {
    match harap {
        "a string" | "a borrowed string" | "path string" => ", tulis teks di dalam tanda kutip".into(),
        "a boolean" => ", tulis true atau false".into(),
        "a sequence" => ", tulis daftar di dalam kurung siku, misalnya [\"10.0.0.0/8\"]".into(),
        h if h.len() <= 5 && h.starts_with(['u', 'i']) => ", tulis bilangan bulat".into(),
        _ => String::new(),
    }
}

/// How many letters two names differ by (Levenshtein).
fn jarak(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut baris: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut sudut = std::mem::replace(&mut baris[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let ganti = sudut + usize::from(x != *y);
            sudut = baris[j + 1];
            baris[j + 1] = ganti.min(sudut + 1).min(baris[j] + 1);
        }
    }
    baris[b.len()]
}

fn gabung(bawaan: Konfig, data: &Path) -> Figment {
    // Other variables begin with PRIMA_ too (tests, the shell). Ours are keys that exist, and what looks like one written wrongly: that is told.
    let dikenal: Vec<String> = Figment::from(Serialized::defaults(Konfig::default()))
        .data()
        .map(|profil| profil.into_values().flat_map(figment::value::Dict::into_keys).collect())
        .unwrap_or_default();
    let env = Env::prefixed("PRIMA_")
        .filter(move |k| {
            let nama = k.as_str().split("__").next().unwrap_or_default().to_lowercase();
            dikenal.iter().any(|d| jarak(d, &nama) <= (nama.len() / 4).min(2))
        })
        .split("__");
    Figment::from(Serialized::defaults(bawaan)).merge(Toml::file(data.join("prima.toml"))).merge(env)
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::format::Zona;

    #[test]
    fn the_file_wins_over_defaults_and_a_wrong_key_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(baca(folder.path(), "http://x").unwrap().alamat, "http://x");
        std::fs::write(folder.path().join("prima.toml"), "alamat = \"https://prima.example//\"\nzona = \"WITA\"\n").unwrap();
        let konfig = baca(folder.path(), "http://x").unwrap();
        assert_eq!((konfig.alamat.as_str(), konfig.zona), ("https://prima.example", Zona::Wita), "paths are put behind it");
        std::fs::write(folder.path().join("prima.toml"), "alamta = \"x\"\n").unwrap();
        let galat = kata(&baca(folder.path(), "http://x").unwrap_err());
        assert!(
            galat.ends_with("prima.toml: kunci \"alamta\" tidak dikenal; mungkin maksudnya \"alamat\". Daftarnya di docs/konfigurasi.md"),
            "{galat}"
        );
    }

    #[test]
    fn a_wrong_setting_is_told_in_words_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let salah = |isi: &str| {
            std::fs::write(folder.path().join("prima.toml"), isi).unwrap();
            kata(&baca(folder.path(), "http://x").unwrap_err()).rsplit_once("prima.toml: ").unwrap().1.to_owned()
        };
        assert_eq!(salah("laju_per_detik = \"x\""), "laju_per_detik: \"x\" tidak dapat dipakai, tulis bilangan bulat");
        assert_eq!(salah("[surat]\nport = true"), "surat.port: true tidak dapat dipakai, tulis bilangan bulat");
        assert_eq!(salah("ilustrasi = 1"), "ilustrasi: 1 tidak dapat dipakai, tulis true atau false");
        assert!(salah("zona = \"WIBB\"").starts_with("zona: \"WIBB\" tidak dikenal; pilihannya WIB, WITA"));
        assert_eq!(
            salah("zona = \"WIB\"\nalamat = "),
            "tidak terbaca di baris 2 kolom 10; periksa tanda kutip, tanda sama dengan, dan kurungnya"
        );
        assert!(salah("[sura]\nport = 1").starts_with("kunci \"sura\" tidak dikenal; mungkin maksudnya \"surat\""));
        assert!(salah("sama_sekali_lain = 1").starts_with("kunci \"sama_sekali_lain\" tidak dikenal. "));
    }
}
