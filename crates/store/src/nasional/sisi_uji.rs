//! A period on a board of two years.

use super::*;
use crate::{
    id::{InstansiId, UnitId},
    nasional::papan::{EdisiPapan, InstansiPapan, PeriodePapan},
};
use uuid::Uuid;

/// Number of the unit, value in hundredths, half of its interval in ten-thousandths, period.
type Isi = (u128, u16, Option<u16>, u32);

fn papan(tahun: i64, sidik: &str, id: InstansiId, isi: &[Isi]) -> Papan {
    let baris = isi.iter().enumerate().map(|(n, (unit, nilai, lebar, periode))| {
        let tengah = nilai * 100;
        Baris {
            unit_id: UnitId(Uuid::from_u128(*unit)),
            unit: format!("Unit {unit}").into(),
            cari: "".into(),
            lokus: format!("l{unit}").into(),
            instansi: 0,
            periode: *periode,
            kategori: 0,
            edisi: 0,
            mutu: 0,
            tampil: *nilai,
            skala: i64::from(*nilai) * 100_000_000,
            tingkat: u32::try_from(n).unwrap(),
            rentang: lebar.map(|l| (tengah - l, tengah + l)),
        }
    });
    let kab = InstansiPapan { id, kode: "k".into(), nama: "K".into(), cari: "k".into(), jenis: "kabupaten", wilayah: None };
    let edisi = EdisiPapan { sidik: sidik.into(), kode: "e".into(), nama: "E".into(), kategori: vec![], unit: isi.len() };
    let periode = ["p0", "p1"].map(|k| PeriodePapan { kode: k.into(), nama: k.into(), ilustrasi: false, diterima: None });
    let kategori = vec!["Dinas".to_owned()];
    Papan { tahun, edisi: vec![edisi], instansi: vec![kab], periode: periode.into(), kategori, baris: baris.collect(), ..Papan::default() }
}

#[test]
fn bands_are_those_of_the_exact_rule_and_ranks_of_the_year_before_stand_beside() {
    let id = InstansiId::baru();
    // The one of another period is not ranked here.
    let kini = papan(
        2025,
        "e1",
        id,
        &[(1, 480, Some(300), 0), (9, 470, Some(1), 1), (2, 475, Some(400), 0), (3, 300, None, 0), (4, 290, Some(10), 0)],
    );
    let lama = papan(2024, "e1", id, &[(2, 450, None, 0), (1, 440, None, 0), (3, 300, None, 0)]);
    let s = susun(&kini, Some(&lama), "p0", &HashMap::new());
    assert_eq!(s.lalu, Some(2024));
    let dulu = |dulu, kini, tampil| Some(Dulu { gerak: Gerak { dulu, kini, dibanding: 3 }, tampil });
    let satu = |kode: &str| s.unit[kode];
    assert_eq!(satu("l1"), Sisi { pita: Some((1, 2)), lalu: dulu(2, 1, 440) });
    assert_eq!(satu("l2"), Sisi { pita: Some((1, 2)), lalu: dulu(1, 2, 450) });
    assert_eq!(satu("l3"), Sisi { pita: None, lalu: dulu(3, 3, 300) });
    assert_eq!(satu("l4"), Sisi { pita: Some((4, 4)), lalu: None });
    assert_eq!(s.unit.len(), 4);

    let lain = papan(2024, "e2", id, &[(1, 440, None, 0)]);
    let s = susun(&kini, Some(&lain), "p0", &HashMap::new());
    assert_eq!((s.lalu, s.unit["l1"].lalu), (None, None), "another edition is not compared");
    let orang = papan(2024, "e1", InstansiId::baru(), &[(1, 440, None, 0)]);
    assert_eq!(susun(&kini, Some(&orang), "p0", &HashMap::new()).lalu, None, "nor another instansi's ranking");
    assert!(susun(&kini, None, "tidak-ada", &HashMap::new()).unit.is_empty());
}

#[test]
fn a_rank_does_not_rise_because_others_dropped_out() {
    let id = InstansiId::baru();
    let lama = papan(2023, "e1", id, &[(1, 450, None, 0), (2, 397, None, 0), (3, 300, None, 0)]);
    let mut kini = papan(2026, "e1", id, &[(2, 325, None, 0)]);
    kini.kategori = vec!["dinas".to_owned()];
    let s = susun(&kini, Some(&lama), "p0", &HashMap::new()).unit["l2"];
    let lalu = s.lalu.expect("another spelling of the category is the same category");
    assert_eq!((lalu.gerak.arah(), lalu.gerak.dibanding, lalu.tampil), (None, 1, 397));
}

/// A period from before the rule of one spelling ranks two spellings of a category apart, while the board holds them as one.
#[test]
fn a_band_is_of_the_group_in_which_the_rank_is() {
    let id = InstansiId::baru();
    let kini = papan(2025, "e1", id, &[(1, 480, Some(300), 0), (2, 475, Some(400), 0), (3, 300, Some(10), 0)]);
    let lama = papan(2024, "e1", id, &[(2, 450, None, 0), (1, 440, None, 0), (3, 300, None, 0)]);
    let grup = HashMap::from([("l1", 0), ("l2", 1), ("l3", 1)]);
    let s = susun(&kini, Some(&lama), "p0", &grup);
    let satu = |kode: &str| (s.unit[kode].pita, s.unit[kode].lalu.map(|l| (l.gerak.dulu, l.gerak.kini, l.gerak.dibanding)));
    assert_eq!(satu("l1"), (Some((1, 1)), Some((1, 1, 1))), "alone in its group");
    assert_eq!(satu("l2"), (Some((1, 1)), Some((1, 1, 2))));
    assert_eq!(satu("l3"), (Some((2, 2)), Some((2, 2, 2))));
}
