//! The fee that a form takes, against what the standard in force says of it.

/// Whether whole `tarif` rupiah go with the text of the component: one of the sums that it names, or, where it names none, anything unless it
/// says that nothing is paid. No fee at all is never against it: it may be paid elsewhere.
#[must_use]
pub fn tarif_cocok(teks: &str, tarif: i64) -> bool {
    let teks = teks.to_lowercase();
    let semua = rupiah(&teks);
    let gratis = ["gratis", "tidak dipungut", "tanpa biaya", "bebas biaya"].iter().any(|k| teks.contains(k));
    tarif == 0 || if semua.is_empty() { !gratis } else { semua.contains(&tarif) }
}

/// Sums after `rp`, with points between thousands.
fn rupiah(teks: &str) -> Vec<i64> {
    let satu = |s: &str| {
        let s = s.trim_start_matches(['.', ' ', '\u{a0}']);
        let akhir = s.find(|h: char| !h.is_ascii_digit() && h != '.').unwrap_or(s.len());
        s[..akhir].trim_end_matches('.').replace('.', "").parse().ok()
    };
    teks.split("rp").skip(1).filter_map(satu).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_goes_with_the_sums_of_the_standard() {
        for (teks, tarif, cocok) in [
            ("Gratis", 0, true),
            ("Gratis", 5_000, false),
            ("Tidak dipungut biaya.", 1, false),
            ("Rp25.000 (contoh)", 25_000, true),
            ("Rp 25.000,00", 25_000, true),
            ("Rp. 25000", 25_000, true),
            ("Rp25.000 (contoh)", 2_500, false),
            ("Rp25.000", 0, true),
            ("Gratis bagi peserta BPJS; umum Rp10.000.", 10_000, true),
            ("Rp30.000 baru; Rp20.000 perpanjangan", 20_000, true),
            ("Menurut Perda tentang retribusi", 70_000, true),
            ("", 70_000, true),
        ] {
            assert_eq!(tarif_cocok(teks, tarif), cocok, "{teks}: {tarif}");
        }
    }
}
