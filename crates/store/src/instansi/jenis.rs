//! How a kind of unit is written: offices store `rsud` and `kantor camat` as they like.

/// Kinds that are written in capitals.
const SINGKATAN: [&str; 12] = ["rsud", "rsu", "rsj", "mpp", "upt", "uptd", "uptb", "ptsp", "dpmptsp", "samsat", "blud", "bpbd"];

/// A kind of unit as people write it: `rsud` is RSUD, `kantor camat` is Kantor camat.
#[must_use]
pub fn tampil_jenis(jenis: &str) -> String {
    let kata = |(n, k): (usize, &str)| match k.chars().next() {
        _ if SINGKATAN.contains(&k.to_lowercase().as_str()) => k.to_uppercase(),
        Some(awal) if n == 0 => awal.to_uppercase().chain(k.chars().skip(1)).collect(),
        _ => k.to_owned(),
    };
    jenis.split_whitespace().enumerate().map(kata).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::tampil_jenis;

    #[test]
    fn kinds_of_units_are_written_as_people_do() {
        for (dari, ke) in
            [("rsud", "RSUD"), ("mpp", "MPP"), ("kantor camat", "Kantor camat"), ("UPTD puskesmas", "UPTD puskesmas"), ("", "")]
        {
            assert_eq!(tampil_jenis(dari), ke);
        }
    }
}
