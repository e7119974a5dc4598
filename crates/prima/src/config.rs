//! Where the settings come from: defaults, then `prima.toml` in the data folder, then `PRIMA_…` variables (`__` between a
//! part and its key: `PRIMA_SURAT__SERVER`). Each key is described where it is defined: [`web::Konfig`], [`web::surat::KonfigSurat`].

use std::path::Path;

use figment::{
    Figment, Provider as _,
    providers::{Env, Format as _, Serialized, Toml},
};
use web::Konfig;

/// The settings for an installation in `data`. `alamat`: the address of the pages where none is set.
///
/// # Errors
/// A key that does not exist or a value of the wrong kind, with the file and key it stands in.
pub fn baca(data: &Path, alamat: &str) -> Result<Konfig, Box<figment::Error>> {
    let bawaan = Konfig { alamat: alamat.to_owned(), ..Konfig::default() };
    gabung(bawaan, data).extract().map_err(Box::new)
}

fn gabung(bawaan: Konfig, data: &Path) -> Figment {
    // Other variables begin with PRIMA_ too (tests, the shell); only keys that exist are ours.
    let dikenal: Vec<String> = Figment::from(Serialized::defaults(Konfig::default()))
        .data()
        .map(|profil| profil.into_values().flat_map(figment::value::Dict::into_keys).collect())
        .unwrap_or_default();
    let env = Env::prefixed("PRIMA_")
        .filter(move |k| dikenal.iter().any(|d| d == k.as_str().split("__").next().unwrap_or_default().to_lowercase().as_str()))
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
        std::fs::write(folder.path().join("prima.toml"), "alamat = \"https://prima.example\"\nzona = \"WITA\"\n").unwrap();
        let konfig = baca(folder.path(), "http://x").unwrap();
        assert_eq!((konfig.alamat.as_str(), konfig.zona), ("https://prima.example", Zona::Wita));
        std::fs::write(folder.path().join("prima.toml"), "alamta = \"x\"\n").unwrap();
        assert!(baca(folder.path(), "http://x").unwrap_err().to_string().contains("alamta"));
    }
}
