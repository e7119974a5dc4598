//! Where the settings come from: defaults, then `prima.toml` in the data folder, then `PRIMA_…` variables (`__` between a
//! part and its key: `PRIMA_SURAT__SERVER`). Each key is described where it is defined: [`web::Konfig`], [`web::surat::KonfigSurat`].
//! What begins with `PRIMA_` and is no setting stops the program as a wrong key of the file does: a name with a slip would set nothing.

use std::{collections::BTreeSet, path::Path};

use figment::{
    Error, Figment, Provider as _,
    error::{Actual, Kind},
    providers::{Env, Format as _, Serialized, Toml},
    value::{Dict, Value},
};
use web::Konfig;

/// Variables that other places of the program read.
const PERINTAH: [&str; 5] = ["PRIMA_DATA", "PRIMA_DATABASE", "PRIMA_LISTEN", "PRIMA_KUNCI_CADANGAN", "PRIMA_LOG_JSON"];
/// Variables of tests and tools (`uji`, `e2e`, `bench`), besides those that begin with `PRIMA_UJI_`.
const ALAT: [&str; 12] = [
    "PRIMA_ACAK_BENIH",
    "PRIMA_ACAK_DETIK",
    "PRIMA_BIN",
    "PRIMA_BUNUH",
    "PRIMA_CHROMIUM",
    "PRIMA_GAMBAR",
    "PRIMA_NAIK",
    "PRIMA_REKAM",
    "PRIMA_SEJAJAR",
    "PRIMA_SERANG_SEMUA",
    "PRIMA_TAMPAK",
    "PRIMA_TULIS_DOKUMEN",
];

/// The settings for an installation in `data`. `alamat`: the address of the pages where none is set.
///
/// # Errors
/// A key that does not exist or a value of the wrong kind, with the file and key it stands in.
pub fn baca(data: &Path, alamat: &str) -> Result<Konfig, Box<figment::Error>> {
    let lingkungan = std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().unwrap_or_default())));
    asing(lingkungan)?;
    let awal = Konfig { alamat: alamat.to_owned(), ..Konfig::default() };
    let mut k: Konfig = gabung(awal, data).extract().map_err(Box::new)?;
    // One that cannot be used is told with the other settings (`web::app::keluhan`).
    if let Ok(rapi) = web::asal::rapi(&k.alamat) {
        k.alamat = rapi;
    }
    Ok(k)
}

/// The address as it was written, slashes and all; `None` where none is set.
#[must_use]
pub fn alamat_tertulis(data: &Path) -> Option<String> {
    let awal = Konfig { alamat: String::new(), ..Konfig::default() };
    gabung(awal, data).extract_inner::<String>("alamat").ok().filter(|a| !a.is_empty())
}

/// # Errors
/// All variables that begin with `PRIMA_` and are nobody's, in one.
fn asing(lingkungan: impl Iterator<Item = (String, String)>) -> Result<(), Box<Error>> {
    let (bagian, kunci) = (kunci_atas(), semua_kunci());
    let milik = |n: &str| bagian.contains(n.split("__").next().unwrap_or(n)) || PERINTAH.contains(&n) || ALAT.contains(&n);
    let salah: Vec<String> = lingkungan
        .map(|(n, isi)| (n.to_uppercase(), isi))
        .filter(|(n, isi)| n.starts_with("PRIMA_") && !milik(n) && !n.starts_with("PRIMA_UJI_") && !kubernetes(n, isi))
        .map(|(n, _)| {
            let dikenal = kunci.iter().map(String::as_str).chain(PERINTAH);
            let maksud = dikenal.min_by_key(|k| jarak(&n, k)).filter(|k| jarak(&n, k) <= 2);
            let saran = maksud.map(|k| format!("; mungkin maksudnya {k}")).unwrap_or_default();
            format!("{n} tidak dikenal{saran}. Daftarnya di docs/konfigurasi.md")
        })
        .collect();
    if salah.is_empty() {
        return Ok(());
    }
    let mut e = Error::from(salah.join("; "));
    e.metadata = Some(figment::Metadata::named("PRIMA_"));
    Err(Box::new(e))
}

/// What Kubernetes puts into every container of a namespace in which a Service is called `prima` or `prima-…`.
fn kubernetes(nama: &str, isi: &str) -> bool {
    let porta = nama.ends_with("_PORT") && ["tcp://", "udp://"].iter().any(|a| isi.starts_with(a));
    porta || nama.contains("_SERVICE_HOST") || nama.contains("_SERVICE_PORT") || nama.contains("_PORT_")
}

/// `PRIMA_ALAMAT`, `PRIMA_SURAT`, …: what a setting begins with.
fn kunci_atas() -> BTreeSet<String> {
    bawaan().into_keys().map(|k| format!("PRIMA_{}", k.to_uppercase())).collect()
}

/// `PRIMA_ALAMAT`, `PRIMA_SURAT__SERVER`, …
fn semua_kunci() -> Vec<String> {
    let satu = |(k, v): (String, Value)| match v {
        Value::Dict(_, isi) => isi.into_keys().map(|a| format!("PRIMA_{k}__{a}").to_uppercase()).collect(),
        _ => vec![format!("PRIMA_{k}").to_uppercase()],
    };
    bawaan().into_iter().flat_map(satu).collect()
}

fn bawaan() -> Dict {
    let semua = Figment::from(Serialized::defaults(Konfig::default()));
    semua.data().map(|profil| profil.into_values().flatten().collect()).unwrap_or_default()
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

fn gabung(awal: Konfig, data: &Path) -> Figment {
    // Other variables begin with PRIMA_ too (the command line, tests); those that are nobody's were refused.
    let dikenal: Vec<String> = bawaan().into_keys().collect();
    let env = Env::prefixed("PRIMA_")
        .filter(move |k| dikenal.iter().any(|d| d == k.as_str().split("__").next().unwrap_or_default().to_lowercase().as_str()))
        .split("__");
    Figment::from(Serialized::defaults(awal)).merge(Toml::file(data.join("prima.toml"))).merge(env)
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::format::Zona;

    #[test]
    fn the_file_wins_over_defaults_and_a_wrong_key_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(baca(folder.path(), "http://x").unwrap().alamat, "http://x");
        std::fs::write(folder.path().join("prima.toml"), "alamat = \"https://prima.example\"\nzona = \"WITA\"\n").unwrap();
        let konfig = baca(folder.path(), "http://x").unwrap();
        assert_eq!((konfig.alamat.as_str(), konfig.zona), ("https://prima.example", Zona::Wita));
        std::fs::write(folder.path().join("prima.toml"), "alamta = \"x\"\n").unwrap();
        let galat = kata(&baca(folder.path(), "http://x").unwrap_err());
        assert!(
            galat.ends_with("prima.toml: kunci \"alamta\" tidak dikenal; mungkin maksudnya \"alamat\". Daftarnya di docs/konfigurasi.md"),
            "{galat}"
        );
    }

    fn ditolak(semua: &[(&str, &str)]) -> Option<String> {
        asing(semua.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))).err().map(|e| kata(&e))
    }

    #[test]
    fn a_variable_with_a_slip_is_refused_with_the_name_that_was_meant() {
        for (salah, benar) in [
            ("PRIMA_PROKSI_TERPERCAYA", "PRIMA_PROKSI_TEPERCAYA"),
            ("PRIMA_ALAMATT", "PRIMA_ALAMAT"),
            ("PRIMA_LAJU_PERDETIK", "PRIMA_LAJU_PER_DETIK"),
            ("PRIMA_SURAT_PORT", "PRIMA_SURAT__PORT"),
            ("PRIMA_DATABSE", "PRIMA_DATABASE"),
        ] {
            let harap = format!("variabel PRIMA_…: {salah} tidak dikenal; mungkin maksudnya {benar}. Daftarnya di docs/konfigurasi.md");
            assert_eq!(ditolak(&[(salah, "1")]), Some(harap));
        }
        let jauh = ditolak(&[("PATH", "/bin"), ("PRIMA_SAMA_SEKALI_LAIN", "1")]).unwrap();
        assert!(jauh.contains("PRIMA_SAMA_SEKALI_LAIN tidak dikenal. "), "{jauh}");
        let ada = ["PRIMA_DATA", "PRIMA_LOG_JSON", "PRIMA_SURAT__SERVER", "prima_zona", "PRIMA_UJI_PG", "PRIMA_BIN", "PRIMAX", "HOME"];
        assert_eq!(ditolak(&ada.map(|n| (n, "x"))), None);
        let layanan = [
            ("PRIMA_PORT", "tcp://10.0.0.1:80"),
            ("PRIMA_SERVICE_HOST", "10.0.0.1"),
            ("PRIMA_PORT_80_TCP_ADDR", "x"),
            ("PRIMA_POOL_SERVICE_PORT", "1"),
        ];
        assert_eq!(ditolak(&layanan), None, "Kubernetes");
        assert!(ditolak(&[("PRIMA_PORT", "8080")]).is_some(), "meant for PRIMA_LISTEN");
    }

    /// The examples set nothing that the program does not know.
    #[test]
    fn the_files_of_many_nodes_name_settings_that_exist() {
        let berkas = [include_str!("../../../deploy/skala/prima.env"), include_str!("../../../deploy/skala/kubernetes.yaml")].concat();
        let nama: BTreeSet<&str> = berkas
            .lines()
            .filter(|b| !b.trim_start().starts_with('#'))
            .flat_map(|b| b.split(|h: char| !(h.is_ascii_uppercase() || h == '_')))
            .filter(|k| k.starts_with("PRIMA_"))
            .collect();
        assert!(nama.len() >= 8, "{nama:?}");
        let kunci = semua_kunci();
        for n in nama {
            assert!(kunci.iter().any(|k| k == n) || PERINTAH.contains(&n), "{n}");
        }
    }

    #[test]
    fn a_slash_at_the_end_of_the_address_is_taken_off() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(alamat_tertulis(folder.path()), None);
        std::fs::write(folder.path().join("prima.toml"), "alamat = \"https://prima.example/\"\n").unwrap();
        assert_eq!(baca(folder.path(), "http://x").unwrap().alamat, "https://prima.example");
        assert_eq!(alamat_tertulis(folder.path()).as_deref(), Some("https://prima.example/"));
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
