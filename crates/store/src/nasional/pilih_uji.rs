//! The board's whole numbers against the exact rules of `pekppp`.

use super::*;
use crate::{
    id::{InstansiId, UnitId},
    nasional::papan::{EdisiPapan, InstansiPapan, Mentah, urutkan},
};
use pekppp::{Ipp, Pecahan, Rentang};

fn ipp(atas: i64, bawah: i64) -> Ipp {
    Ipp::baru(Pecahan::baru(atas, bawah).unwrap()).unwrap()
}

/// Value, interval in ten-thousandths, instansi.
type Isi = (Ipp, Option<(u16, u16)>, u32);

/// Units are called "Unit 0", "Unit 1", …
fn papan(semua: &[Isi]) -> Papan {
    let mentah = semua.iter().enumerate().map(|(n, (ipp, rentang, instansi))| Mentah {
        baris: Baris {
            unit_id: UnitId(uuid::Uuid::from_u128(n as u128)),
            unit: format!("Unit {n:03}").into(),
            cari: format!("unit {n:03}").into(),
            lokus: format!("l{n}").into(),
            instansi: *instansi,
            periode: 0,
            kategori: 0,
            edisi: 0,
            mutu: 0,
            tampil: u16::try_from(ipp.pecahan().skala(2).unwrap()).unwrap(),
            skala: ipp.simpan().skala,
            tingkat: 0,
            rentang: *rentang,
        },
        ipp: ipp.clone(),
    });
    let instansi = |nama: &str, jenis, wilayah: &str| InstansiPapan {
        id: InstansiId::baru(),
        kode: nama.to_lowercase(),
        nama: nama.into(),
        cari: nama.to_lowercase(),
        jenis,
        wilayah: Some(wilayah.into()),
    };
    Papan {
        edisi: vec![EdisiPapan {
            sidik: "e".repeat(64),
            kode: "e".into(),
            nama: "E".into(),
            kategori: vec!["A".into()],
            unit: semua.len(),
        }],
        kategori: vec!["rsud".into()],
        instansi: vec![
            instansi("Kutai", "kabupaten", "64.08"),
            instansi("Kota Enam", "kota", "6.71"),
            instansi("Kaltim", "provinsi", "64"),
        ],
        baris: urutkan(mentah.collect()).into_iter().map(|m| m.baris).collect(),
        ..Papan::default()
    }
}

#[test]
fn values_closer_than_ten_decimals_keep_their_order_and_equal_ones_tie() {
    let dekat = 1_000_000_000_000_i64;
    let p = papan(&[(ipp(4 * dekat - 1, dekat), None, 0), (ipp(4, 1), None, 0), (ipp(8, 2), None, 0), (ipp(3, 1), None, 0)]);
    let h = p.unit(&Saring::default(), 10);
    let urut: Vec<(usize, &str, bool, bool)> = h.isi.iter().map(|l| (l.peringkat, &*l.baris.unit, l.seri, l.mirip)).collect();
    assert_eq!(
        urut,
        [(1, "Unit 001", true, false), (1, "Unit 002", true, true), (3, "Unit 000", false, true), (4, "Unit 003", false, false)]
    );
}

#[test]
fn bands_are_those_of_the_exact_rule() {
    let semua: Vec<Isi> = (0..200_i64)
        .map(|n| {
            let (tengah, lebar) = (20_000 + (n * 3_791) % 25_000, (n * 617) % 900);
            let batas = |x: i64| u16::try_from(x.clamp(0, 50_000)).unwrap();
            (ipp(tengah, 10_000), Some((batas(tengah - lebar), batas(tengah + lebar))), 0)
        })
        .collect();
    let p = papan(&semua);
    let h = p.unit(&Saring::default(), 500);
    let tepat: Vec<Rentang> = h
        .isi
        .iter()
        .map(|l| l.baris.rentang.unwrap())
        .map(|(a, b)| Rentang { bawah: Pecahan::baru(a.into(), 10_000).unwrap(), atas: Pecahan::baru(b.into(), 10_000).unwrap() })
        .collect();
    for (l, pita) in h.isi.iter().zip(pekppp::pita_peringkat(&tepat)) {
        assert_eq!(l.pita, Some(pita), "{}", l.baris.unit);
        assert!(pita.0 <= l.peringkat && l.peringkat <= pita.1);
    }
}

#[test]
fn a_choice_is_ranked_by_itself_and_a_search_keeps_the_ranks() {
    let p = papan(&[(ipp(4, 1), None, 0), (ipp(3, 1), None, 1), (ipp(2, 1), None, 2), (ipp(1, 1), None, 0)]);
    let pilih = |s: Saring| p.unit(&s, 10).isi.iter().map(|l| (l.peringkat, l.baris.unit.to_string())).collect::<Vec<_>>();
    let provinsi = pilih(Saring { wilayah: "64".into(), ..Saring::default() });
    assert_eq!(provinsi, [(1, "Unit 000".into()), (2, "Unit 002".into()), (3, "Unit 003".into())]);
    assert!(pilih(Saring { wilayah: "6".into(), ..Saring::default() }).iter().all(|x| x.1 == "Unit 001"), "64 is not in 6");
    assert_eq!(pilih(Saring { jenis: "kota".into(), ..Saring::default() }), [(1, "Unit 001".into())]);
    assert_eq!(pilih(Saring { cari: "003".into(), ..Saring::default() }), [(4, "Unit 003".into())]);
    assert_eq!(pilih(Saring { cari: "KUTAI".into(), ..Saring::default() }).len(), 2);
    assert!(pilih(Saring { kategori: "tidak ada".into(), ..Saring::default() }).is_empty());
    let kedua = p.unit(&Saring { hal: 99, ..Saring::default() }, 3);
    assert_eq!((kedua.hal, kedua.hal_akhir, kedua.isi.len(), kedua.jumlah), (2, 2, 1, 4));
    // Another unit is first on the board of the whole, but not in the region; and only what both hold is compared.
    let lama = papan(&[(ipp(4, 1), None, 0), (ipp(3, 1), None, 1), (ipp(2, 1), None, 2)]);
    let daerah = Saring { wilayah: "64".into(), ..Saring::default() };
    let lalu = p.gerak(&daerah, &lama, &daerah, &[p.baris[2].unit_id, p.baris[1].unit_id, p.baris[3].unit_id]);
    let ringkas: Vec<_> = lalu.iter().map(|d| d.map(|d| (d.gerak.dulu, d.gerak.kini, d.gerak.dibanding, d.tampil))).collect();
    assert_eq!(ringkas, [Some((2, 2, 2, 200)), None, None]);
}
