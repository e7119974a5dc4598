//! `docs/konfigurasi.md` is made from the settings themselves: their descriptions, keys and defaults. Where it is old this test says so;
//! `PRIMA_TULIS_DOKUMEN=1` writes it anew.

use std::{fmt::Write as _, path::Path};

use web::Konfig;

/// Part of the file, source of its structure, name of the structure.
const BAGIAN: [(&str, &str, &str); 14] = [
    ("", include_str!("../../../web/src/app.rs"), "Konfig"),
    ("surat", include_str!("../../../web/src/surat.rs"), "KonfigSurat"),
    ("tte", include_str!("../../../web/src/tte/mod.rs"), "KonfigTte"),
    ("metrik", include_str!("../../../web/src/metrik/mod.rs"), "KonfigMetrik"),
    ("jejak", include_str!("../../../web/src/jejak/mod.rs"), "KonfigJejak"),
    ("kait", include_str!("../../../web/src/tujuan.rs"), "KonfigKait"),
    ("katalog", include_str!("../../../web/src/data/mod.rs"), "KonfigData"),
    ("pindai", include_str!("../../../web/src/pindai/mod.rs"), "KonfigPindai"),
    ("gerbang", include_str!("../../../web/src/gerbang/konfig.rs"), "KonfigGerbang"),
    ("gerbang_wa", include_str!("../../../web/src/gerbang/konfig.rs"), "KonfigSaluran"),
    ("gerbang_sms", include_str!("../../../web/src/gerbang/konfig.rs"), "KonfigSaluran"),
    ("sso", include_str!("../../../web/src/sso/mod.rs"), "KonfigSso"),
    ("objek", include_str!("../../../store/src/gudang/mod.rs"), "KonfigObjek"),
    ("replika", include_str!("../../../store/src/replika.rs"), "KonfigReplika"),
];

const AWAL: &str = "# Settings

Made from the code by a test (`PRIMA_TULIS_DOKUMEN=1 cargo test -p prima --test it konfigurasi`); do not edit.

Settings stand in `prima.toml` in the data folder. Each can also be given as a variable of the environment, which wins: `PRIMA_` and
the key in capitals, with two underscores between a part and its key. A key that does not exist, or a value of the wrong kind,
stops the program with the file and key; so does a variable that begins with `PRIMA_` and is neither a key, nor in the table below, nor one of
tests and tools (such as `PRIMA_UJI_PG` and `PRIMA_BIN`), nor one that Kubernetes makes for a Service.
`prima doctor` looks whether the settings fit each other.

## Of the command line and the environment only

| option | variable | meaning |
|---|---|---|
| `--data FOLDER` | `PRIMA_DATA` | folder of the database, the key, evidence and `prima.toml`; default `./data` |
| `--database URL` | `PRIMA_DATABASE` | address of PostgreSQL instead of SQLite; key and evidence stay in the folder |
| `--listen ADDRESS` | `PRIMA_LISTEN` | address and port of `prima serve`; default `127.0.0.1:8080`. A socket handed over by systemd comes first |
| `--kunci KEY` | `PRIMA_KUNCI_CADANGAN` | public key (`age1…`) for which `prima backup` encrypts |
| | `PRIMA_LOG_JSON` | set to anything: log lines are JSON |
| | `RUST_LOG` | how much is logged; default `info,sqlx=warn,sea_orm=warn` |
";

/// Name and description of each field, in order.
fn medan(sumber: &str, nama: &str) -> Vec<(String, String)> {
    let badan = sumber.split_once(&format!("pub struct {nama} {{\n")).unwrap().1.split_once("\n}").unwrap().0;
    let (mut semua, mut arti) = (Vec::new(), String::new());
    for baris in badan.lines().map(str::trim) {
        if let Some(teks) = baris.strip_prefix("///") {
            let _ = write!(arti, "{}{}", if arti.is_empty() { "" } else { " " }, teks.trim());
        } else if let Some(medan) = baris.strip_prefix("pub ").and_then(|b| b.split_once(':')) {
            semua.push((medan.0.to_owned(), std::mem::take(&mut arti)));
        }
    }
    semua
}

fn dokumen() -> String {
    let bawaan = toml::Value::try_from(Konfig::default()).unwrap();
    let mut t = AWAL.to_owned();
    for (bagian, sumber, nama) in BAGIAN {
        let isi = if bagian.is_empty() { &bawaan } else { &bawaan[bagian] };
        let judul = if bagian.is_empty() { "## The program".to_owned() } else { format!("## `[{bagian}]`") };
        let _ = write!(t, "\n{judul}\n\n| key | default | meaning |\n|---|---|---|\n");
        for (medan, arti) in medan(sumber, nama) {
            if BAGIAN.iter().any(|(b, ..)| *b == medan) {
                continue;
            }
            assert!(!arti.is_empty(), "{nama}.{medan} has no description");
            let nilai = isi.get(&medan).unwrap_or_else(|| panic!("{nama}.{medan} is no setting"));
            let _ = writeln!(t, "| `{medan}` | `{nilai}` | {} |", arti.replace('|', "\\|").replace("[`", "`").replace("`]", "`"));
        }
        let ada = isi.as_table().unwrap().keys().filter(|k| !BAGIAN.iter().any(|(b, ..)| b == k)).count();
        assert_eq!(t.rsplit(&judul).next().unwrap().lines().filter(|l| l.starts_with("| `")).count(), ada, "every setting of {nama}");
    }
    t
}

#[test]
fn the_page_of_settings_is_current() {
    let berkas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/konfigurasi.md");
    let (ada, harap) = (std::fs::read_to_string(&berkas).unwrap_or_default(), dokumen());
    if std::env::var_os("PRIMA_TULIS_DOKUMEN").is_some() {
        return std::fs::write(berkas, harap).unwrap();
    }
    assert!(ada == harap, "docs/konfigurasi.md is old: PRIMA_TULIS_DOKUMEN=1 cargo test -p prima --test it konfigurasi");
}
