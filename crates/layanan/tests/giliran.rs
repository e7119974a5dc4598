//! Who is next: order, priority with its bound, and that every counter agrees with itself.
#![cfg(test)]

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::date};
use layanan::antrean::{
    AturanGiliran, GeraiId, Giliran, LayananId, LayananLoket, Nomor, Penunggu, Prioritas as P, TiketId, berikut, urutan,
};
use proptest::prelude::*;

fn penunggu(urut: u32, layanan: u128, prioritas: P, menit: i64, dipesan: bool) -> Penunggu {
    let nomor = Nomor { gerai: GeraiId(1), layanan: LayananId(layanan), tanggal: date(2026, 11, 23), urut };
    let tempat = "2026-11-23T01:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(menit);
    Penunggu { id: TiketId(urut.into()), nomor, gerai: GeraiId(1), layanan: LayananId(layanan), prioritas, tempat, dipesan }
}

fn loket(layanan: &[u128]) -> LayananLoket {
    LayananLoket { gerai: GeraiId(1), layanan: layanan.iter().map(|l| LayananId(*l)).collect() }
}

fn urut(antrean: &[Penunggu], layanan: &[u128], rentan_beruntun: u32) -> Vec<u128> {
    urutan(antrean, &loket(layanan), AturanGiliran { rentan_beruntun }, Giliran::default()).into_iter().map(|t| t.0).collect()
}

#[test]
fn booked_before_walk_in_of_the_same_minute() {
    let a = [
        penunggu(1, 1, P::Biasa, 29, false),
        penunggu(2, 1, P::Biasa, 30, false),
        penunggu(3, 1, P::Biasa, 30, true),
        penunggu(4, 1, P::Biasa, 31, false),
    ];
    assert_eq!(urut(&a, &[1], 2), [3, 1, 2, 4], "and before who came earlier");
}

/// A booked time is kept past a long line, one booking for one of those who walked in, and kelompok rentan keep their rule.
#[test]
fn a_booked_time_is_kept_and_every_second_call_goes_by_place() {
    let jalan = |n| penunggu(n, 1, P::Biasa, i64::from(n), false);
    let mut a: Vec<_> = (1..=5).map(jalan).chain([(10, 62), (11, 60), (12, 61)].map(|(n, m)| penunggu(n, 1, P::Biasa, m, true))).collect();
    assert_eq!(urut(&a, &[1], 2), [11, 1, 12, 2, 10, 3, 4, 5], "by slot among themselves");
    a.push(penunggu(20, 1, P::Rentan, 70, false));
    assert_eq!(urut(&a, &[1], 2)[..3], [20, 11, 1]);
    a.push(penunggu(21, 1, P::Rentan, 71, true));
    assert_eq!(urut(&a, &[1], 2)[..4], [21, 20, 11, 1], "its class has its own");
    // The counter remembers across calls, and over what is stored.
    let (l, aturan) = (loket(&[1]), AturanGiliran { rentan_beruntun: 0 });
    let satu = *berikut(&a[..8], &l, aturan, Giliran::default()).unwrap();
    let g = Giliran::default().sesudah(&satu, &a[..8], &l);
    assert_eq!((satu.id, g.beruntun(), Giliran::dari(g.nilai())), (TiketId(11), 0, g));
    assert_eq!(berikut(&a[..8], &l, aturan, g).unwrap().id, TiketId(1));
    let keduanya = Giliran::dari(3).terjauh(g);
    assert_eq!((keduanya.beruntun(), Giliran::dari(keduanya.nilai())), (3, keduanya));
    assert_eq!(berikut(&a[..8], &l, aturan, keduanya).unwrap().id, TiketId(1));
}

#[test]
fn two_of_the_vulnerable_then_one_of_the_others() {
    let a: Vec<_> =
        (1..=3).map(|n| penunggu(n, 1, P::Biasa, 0, false)).chain((4..=9).map(|n| penunggu(n, 1, P::Rentan, 60, false))).collect();
    assert_eq!(urut(&a, &[1], 2), [4, 5, 1, 6, 7, 2, 8, 9, 3]);
    assert_eq!(urut(&a, &[1], 0), [1, 2, 3, 4, 5, 6, 7, 8, 9], "no priority: by place");
}

#[test]
fn only_what_the_counter_serves() {
    let mut a = vec![penunggu(1, 1, P::Biasa, 0, false), penunggu(2, 2, P::Biasa, 5, false)];
    assert_eq!(urut(&a, &[2], 2), [2]);
    assert_eq!(urut(&a, &[3], 2), [] as [u128; 0]);
    a[1].gerai = GeraiId(8);
    assert_eq!(berikut(&a, &loket(&[2]), AturanGiliran::default(), Giliran::default()), None, "another gerai's line");
}

#[test]
fn the_row_is_counted_only_past_waiting_others() {
    let sendiri = [penunggu(1, 1, P::Rentan, 0, false), penunggu(2, 1, P::Rentan, 0, false)];
    let g = Giliran::dari(1).sesudah(&sendiri[0], &sendiri, &loket(&[1]));
    assert_eq!(g.beruntun(), 0, "nobody was passed over");
}

fn antrean() -> impl Strategy<Value = Vec<Penunggu>> {
    prop::collection::vec((1_u128..4, any::<bool>(), 0_i64..40, any::<bool>()), 0..40).prop_map(|v| {
        let satu = |(n, (l, rentan, menit, dipesan)): (u32, _)| penunggu(n, l, if rentan { P::Rentan } else { P::Biasa }, menit, dipesan);
        (1..).zip(v).map(satu).collect()
    })
}

proptest! {
    /// Everybody once, whatever the order in which the line was read.
    #[test]
    fn total_and_deterministic(a in antrean(), n in 0_u32..4, putar in 0_usize..40) {
        let semua = urut(&a, &[1, 2], n);
        let harap: BTreeSet<u128> = a.iter().filter(|p| p.layanan.0 < 3).map(|p| p.id.0).collect();
        prop_assert_eq!(semua.len(), harap.len());
        prop_assert_eq!(semua.iter().copied().collect::<BTreeSet<_>>(), harap);
        let mut lain = a.clone();
        if !lain.is_empty() { lain.rotate_left(putar % a.len()); }
        prop_assert_eq!(urut(&lain, &[1, 2], n), semua);
    }

    /// Nor while bookings whose time has begun and kelompok rentan both keep arriving for ever.
    #[test]
    fn nobody_starves_for_bookings(k in 0_u32..8, n in 0_u32..5, mulai in 0_u32..9, rentan_dipesan in any::<bool>()) {
        let mut a: Vec<_> = (1..=k + 1).map(|u| penunggu(u, 1, P::Biasa, i64::from(u), false)).collect();
        let (mut g, l, aturan) = (Giliran::dari(mulai), loket(&[1]), AturanGiliran { rentan_beruntun: n });
        let mut panggilan = 0;
        loop {
            a.push(penunggu(1000 + 2 * panggilan, 1, P::Rentan, 90 + i64::from(panggilan), rentan_dipesan));
            a.push(penunggu(1001 + 2 * panggilan, 1, P::Biasa, 90 + i64::from(panggilan), true));
            let p = *berikut(&a, &l, aturan, g).unwrap();
            if p.id == TiketId(u128::from(k) + 1) { break; }
            g = g.sesudah(&p, &a, &l);
            a.retain(|q| q.id != p.id);
            panggilan += 1;
        }
        prop_assert!(panggilan <= 2 * k + 1 + (2 * k + 2) * n, "{panggilan}");
    }

    /// Nobody starves: while kelompok rentan keep arriving for ever, a person with k others ahead is called after at
    /// most k + (k + 1) * n calls.
    #[test]
    fn nobody_starves(k in 0_u32..8, n in 1_u32..5, mulai in 0_u32..9) {
        let mut a: Vec<_> = (1..=k + 1).map(|u| penunggu(u, 1, P::Biasa, i64::from(u), false)).collect();
        let (mut g, l, aturan) = (Giliran::dari(mulai), loket(&[1]), AturanGiliran { rentan_beruntun: n });
        let mut panggilan = 0;
        loop {
            a.push(penunggu(1000 + panggilan, 1, P::Rentan, 0, false));
            let p = *berikut(&a, &l, aturan, g).unwrap();
            if p.id == TiketId(u128::from(k) + 1) { break; }
            g = g.sesudah(&p, &a, &l);
            a.retain(|q| q.id != p.id);
            panggilan += 1;
        }
        prop_assert!(panggilan <= k + (k + 1) * n, "{panggilan}");
    }

    /// Inside a class bookings keep their order, and so do those who walked in; of two calls in a row one at least goes by place.
    #[test]
    fn fair_inside_a_class(a in antrean(), n in 0_u32..4) {
        let satu = |id: &u128| *a.iter().find(|p| p.id.0 == *id).unwrap();
        let urut: Vec<_> = urut(&a, &[1, 2, 3], n).iter().map(satu).collect();
        for kelas in [P::Biasa, P::Rentan] {
            let kelas: Vec<_> = urut.iter().filter(|p| p.prioritas == kelas).collect();
            for dipesan in [false, true] {
                prop_assert!(kelas.iter().filter(|p| p.dipesan == dipesan).map(|p| p.tempat).is_sorted());
            }
            let mendahului: Vec<bool> = (0..kelas.len()).map(|n| kelas[n..].iter().any(|q| q.tempat < kelas[n].tempat)).collect();
            prop_assert!(!mendahului.windows(2).any(|w| w[0] && w[1]));
        }
    }
}
