//! Names of instansi as sources write them: their group, their page address, and when two names are the same.

/// Ranking group of a name: `Prov.`, `Kota`, `Kab.`; anything else is a ministry or agency.
#[must_use]
pub fn kelompok(nama: &str) -> &'static str {
    let n = seragam(nama);
    for (awal, kelompok) in [("provinsi ", "provinsi"), ("kota ", "kota"), ("kabupaten ", "kabupaten")] {
        if n.starts_with(awal) {
            return kelompok;
        }
    }
    "kl"
}

/// `Kab. Jember` becomes `kab-jember`: letters, digits and single hyphens.
#[must_use]
pub fn slug(nama: &str) -> String {
    let mut s = String::new();
    for h in nama.to_lowercase().chars() {
        if h.is_ascii_alphanumeric() {
            s.push(h);
        } else if !s.is_empty() && !s.ends_with('-') {
            s.push('-');
        }
    }
    s.trim_end_matches('-').to_owned()
}

/// One form for the ways to write a name: `Pemerintah Kab. Jember` and `Kabupaten Jember` are the same.
pub(super) fn seragam(nama: &str) -> String {
    let kata = nama.to_lowercase();
    let kata = kata.split(|h: char| !h.is_alphanumeric()).filter(|k| !k.is_empty() && *k != "pemerintah" && *k != "pemkab");
    let panjang = kata.map(|k| match k {
        "kab" => "kabupaten",
        "prov" => "provinsi",
        lain => lain,
    });
    panjang.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_come_from_the_prefix() {
        assert_eq!(kelompok("Kab. Jember"), "kabupaten");
        assert_eq!(kelompok("Kota Madiun"), "kota");
        assert_eq!(kelompok("Prov. DI Yogyakarta"), "provinsi");
        assert_eq!(kelompok("BPS"), "kl");
        assert_eq!(kelompok("Kotabaru"), "kl", "a prefix is a whole word");
    }

    #[test]
    fn slugs_are_stable_and_plain() {
        assert_eq!(slug("Prov. DI Yogyakarta"), "prov-di-yogyakarta");
        assert_eq!(slug("  Kab/kota  se-Jawa Tengah. "), "kab-kota-se-jawa-tengah");
    }

    #[test]
    fn ways_to_write_a_name_meet() {
        assert_eq!(seragam("Pemerintah Kab. Jember"), seragam("Kabupaten  Jember"));
        assert_ne!(seragam("Kota Madiun"), seragam("Kab. Madiun"));
    }
}
