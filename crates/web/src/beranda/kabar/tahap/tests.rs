use store::id::PeriodeId;

use super::*;

#[test]
fn phases_of_a_period_come_in_the_order_of_the_year() {
    let (a, b) = (PeriodeId::baru(), PeriodeId::baru());
    let satu = |periode_id, fase: &str, selesai: &str| telat::FaseTelat {
        periode_id,
        periode: String::new(),
        fase: fase.to_owned(),
        selesai: selesai.to_owned(),
    };
    let urut = berurut(vec![
        satu(a, "pelaksanaan", "2026-11-01"),
        satu(b, "pemeringkatan", "2026-06-30"),
        satu(a, "persiapan", "2026-03-31"),
        satu(b, "persiapan", "2026-01-31"),
    ]);
    let baris: Vec<_> = per_periode(urut.clone()).iter().map(|p| (p[0].periode_id, p.len())).collect();
    assert_eq!(baris, [(a, 2), (b, 2)], "a period has one line");
    let hari: Vec<_> = urut.iter().map(|f| f.selesai.as_str()).collect();
    assert_eq!(hari, ["2026-03-31", "2026-11-01", "2026-01-31", "2026-06-30"]);
}
