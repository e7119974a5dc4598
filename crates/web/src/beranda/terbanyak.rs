//! Where the start page leads for the units that wait and that it does not name.

use std::collections::BTreeMap;

use store::id::PeriodeId;

/// The table of the period that most of these units belong to. It is narrowed to how far they are only where that is the same for all of
/// its units: none of them is missing there. `None` while nothing waits.
pub fn tabel(unit: impl IntoIterator<Item = (PeriodeId, &'static str)>) -> Option<String> {
    let mut banyak: BTreeMap<PeriodeId, Vec<&'static str>> = BTreeMap::new();
    for (periode, tahap) in unit {
        banyak.entry(periode).or_default().push(tahap);
    }
    let (id, tahap) = banyak.into_iter().max_by_key(|(_, t)| t.len())?;
    let sama = tahap.first().filter(|a| tahap.iter().all(|t| t == *a));
    Some(sama.map_or_else(|| format!("/periode/{id}"), |t| format!("/periode/{id}?tahap={t}")))
}

#[cfg(test)]
mod tests {
    use super::{PeriodeId, tabel};

    #[test]
    fn a_table_that_is_narrowed_holds_all_that_wait_in_its_period() {
        let (a, b) = (PeriodeId::baru(), PeriodeId::baru());
        let sama = [(b, "dinilai"), (a, "ber-hasil"), (a, "ber-hasil")];
        assert_eq!(tabel(sama), Some(format!("/periode/{a}?tahap=ber-hasil")));
        let lain = [(b, "dinilai"), (a, "ber-hasil"), (a, "dinilai")];
        assert_eq!(tabel(lain), Some(format!("/periode/{a}")), "those whose survey is still open are there too");
        assert_eq!(tabel([]), None);
    }
}
