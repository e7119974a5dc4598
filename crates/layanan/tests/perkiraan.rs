//! The estimate keeps what it says: the wait that then happens lies in the range as often as stated, and not because the
//! range is as wide as the day.
#![cfg(test)]

use std::collections::BTreeMap;

use layanan::antrean::{
    BAGIAN_PERSEN, Dasar, Ditunggu, Garis, LayananId, LoketBuka, Menunggu, Penyela, Perkiraan, Prioritas, WaktuLayanan, perkirakan,
};

const L: LayananId = LayananId(1);

/// The test's own draws, independent of those of the estimate.
struct Dadu(u64);

impl Dadu {
    fn satuan(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }

    /// Seconds of a service: two parts that each last at least a minute, and one in ten a difficult case.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a drawn service, positive and small")]
    fn layanan(&mut self) -> u32 {
        let bagian = |u: f64| 60.0 - 150.0 * (1.0 - u).ln();
        let (a, b) = (self.satuan(), self.satuan());
        let sulit = if self.satuan() < 0.1 { 900.0 } else { 0.0 };
        (bagian(a) + bagian(b) + sulit) as u32
    }
}

fn garis(k: usize, loket: usize, contoh: Vec<u32>, baku: Option<u32>, sedang: &[u32]) -> Vec<Perkiraan> {
    let waktu = BTreeMap::from([(L, WaktuLayanan { contoh, baku })]);
    let loket: Vec<_> = (0..loket).map(|n| LoketBuka { layanan: vec![L], sedang: sedang.get(n).map(|s| (L, *s)) }).collect();
    perkirakan(&Garis {
        antrean: &vec![Menunggu { layanan: L, prioritas: Prioritas::Biasa, dipesan: false }; k],
        loket: &loket,
        penyela: Penyela::default(),
        pesanan: &[],
        waktu: &waktu,
    })
}

/// (share of trials inside the range, mean width in minutes) of the last of `k` people at `c` busy counters.
fn uji(k: usize, c: usize, n: usize, percobaan: u32) -> (f64, f64) {
    let mut dadu = Dadu(1 + k as u64 * 31 + c as u64 * 7 + n as u64);
    let (mut di_dalam, mut lebar) = (0_u32, 0_u32);
    for _ in 0..percobaan {
        let contoh: Vec<u32> = (0..n).map(|_| dadu.layanan()).collect();
        // Each counter is somewhere in a service: what it lasts so far is known, what is left is not.
        let berjalan: Vec<(u32, u32)> = (0..c)
            .map(|_| {
                let lama = dadu.layanan();
                let sudah = (f64::from(lama) * dadu.satuan()).floor();
                (lama, (0..=lama).find(|s| f64::from(*s) >= sudah).unwrap())
            })
            .collect();
        let mut bebas: Vec<u32> = berjalan.iter().map(|(lama, sudah)| lama - sudah).collect();
        let mut nyata = 0;
        for _ in 0..k {
            let awal = bebas.iter_mut().min().unwrap();
            nyata = *awal;
            *awal += dadu.layanan();
        }
        let sedang: Vec<u32> = berjalan.iter().map(|b| b.1).collect();
        let Some(Perkiraan::Rentang { dari_menit, sampai_menit, dasar }) = garis(k, c, contoh, None, &sedang).pop() else { panic!() };
        assert!(matches!(dasar, Dasar::Contoh { banyak } if banyak == n));
        di_dalam += u32::from((dari_menit * 60..=sampai_menit * 60).contains(&nyata));
        lebar += sampai_menit - dari_menit;
    }
    (f64::from(di_dalam) / f64::from(percobaan), f64::from(lebar) / f64::from(percobaan))
}

#[test]
fn the_range_holds_the_stated_share() {
    for (k, c, n) in [(1, 1, 10), (4, 1, 10), (12, 1, 12), (4, 1, 30), (12, 3, 30), (25, 3, 60), (10, 2, 150), (1, 1, 60)] {
        let (bagian, lebar) = uji(k, c, n, 200);
        eprintln!("place {k}, counters {c}, observations {n}: {bagian:.3} inside, {lebar:.1} minutes wide");
        // Two standard errors of 200 trials are almost 6 in a hundred.
        assert!(bagian * 100.0 >= f64::from(BAGIAN_PERSEN) - 5.0, "place {k}, counters {c}, observations {n}: {bagian}");
        assert!(bagian < 0.99 || k == 1, "as wide as the day: {lebar}");
    }
}

#[test]
fn more_observations_give_a_narrower_range() {
    assert!(uji(12, 1, 150, 60).1 < uji(12, 1, 10, 60).1);
}

#[test]
fn a_cold_start_is_called_a_guess() {
    let dasar = |p: &Perkiraan| match p {
        Perkiraan::Rentang { dasar, .. } => *dasar,
        p => panic!("{p:?}"),
    };
    let dingin = garis(3, 1, vec![300; 9], Some(600), &[0]);
    assert!(dingin.iter().all(|p| dasar(p) == Dasar::Tebakan));
    let hangat = garis(3, 1, vec![300; 10], Some(600), &[0]);
    assert!(hangat.iter().all(|p| dasar(p) == Dasar::Contoh { banyak: 10 }));
    assert!(matches!(
        garis(2, 1, vec![], None, &[])[..],
        [Perkiraan::Rentang { dari_menit: 0, dasar: Dasar::Langsung, .. }, Perkiraan::TanpaDasar]
    ));
    assert_eq!(garis(2, 0, vec![300; 50], None, &[]), [Perkiraan::TanpaLoket; 2]);
}

/// One person with a rare service does not make a guess of all the records that there are.
#[test]
fn a_rare_service_ahead_makes_it_partly_a_guess() {
    let jarang = LayananId(2);
    let waktu: BTreeMap<_, _> =
        [(L, WaktuLayanan { contoh: vec![300; 20], baku: None }), (jarang, WaktuLayanan { contoh: vec![], baku: Some(600) })].into();
    let loket = [LoketBuka { layanan: vec![L, jarang], sedang: None }];
    let antrean = [L, L, jarang, L].map(|layanan| Menunggu { layanan, prioritas: Prioritas::Biasa, dipesan: false });
    let p = perkirakan(&Garis { antrean: &antrean, loket: &loket, penyela: Penyela::default(), pesanan: &[], waktu: &waktu });
    let dasar = |n: usize| if let Perkiraan::Rentang { dasar, .. } = p[n] { dasar } else { panic!("{p:?}") };
    assert_eq!((dasar(2), dasar(3)), (Dasar::Contoh { banyak: 20 }, Dasar::Sebagian));
}

#[test]
fn steps_grow_with_the_wait() {
    for p in garis(60, 1, (200..320).collect(), None, &[100]) {
        let Perkiraan::Rentang { dari_menit, sampai_menit, .. } = p else { panic!() };
        let langkah = if sampai_menit > 180 {
            30
        } else if sampai_menit > 60 {
            15
        } else if sampai_menit > 10 {
            5
        } else {
            2
        };
        assert!(dari_menit < sampai_menit && sampai_menit % langkah == 0 && dari_menit % langkah == 0, "{dari_menit} to {sampai_menit}");
    }
}

#[test]
fn a_counter_for_another_service_does_not_help() {
    let lain = LayananId(2);
    let waktu: BTreeMap<_, _> = [L, lain].map(|l| (l, WaktuLayanan { contoh: vec![600; 20], baku: None })).into();
    let loket = [LoketBuka { layanan: vec![L], sedang: None }, LoketBuka { layanan: vec![lain], sedang: None }];
    let antrean = [L, L, lain, LayananId(3)].map(|layanan| Menunggu { layanan, prioritas: Prioritas::Biasa, dipesan: false });
    let p = perkirakan(&Garis { antrean: &antrean, loket: &loket, penyela: Penyela::default(), pesanan: &[], waktu: &waktu });
    let sampai = |n: usize| if let Perkiraan::Rentang { sampai_menit, .. } = p[n] { sampai_menit } else { u32::MAX };
    assert_eq!([sampai(0), sampai(1), sampai(2)], [2, 10, 2]);
    assert_eq!(p[3], Perkiraan::TanpaLoket);
    let ulang = perkirakan(&Garis { antrean: &antrean, loket: &loket, penyela: Penyela::default(), pesanan: &[], waktu: &waktu });
    assert_eq!(p, ulang, "the same line, the same range");
}

#[test]
fn those_who_come_later_with_priority_lengthen_ordinary_waits_only() {
    let waktu = BTreeMap::from([(L, WaktuLayanan { contoh: (200..400).collect(), baku: None })]);
    let sampai = |prioritas, jarak_detik, beruntun| {
        let antrean = [Menunggu { layanan: L, prioritas, dipesan: false }; 8];
        let loket = [LoketBuka { layanan: vec![L], sedang: None }];
        let p = perkirakan(&Garis {
            antrean: &antrean,
            loket: &loket,
            penyela: Penyela { jarak_detik, beruntun },
            pesanan: &[],
            waktu: &waktu,
        });
        let Some(Perkiraan::Rentang { sampai_menit, .. }) = p.last() else { panic!() };
        *sampai_menit
    };
    let biasa = sampai(Prioritas::Biasa, None, 2);
    assert!(sampai(Prioritas::Biasa, Some(600), 2) > biasa);
    assert_eq!([sampai(Prioritas::Rentan, Some(600), 2), sampai(Prioritas::Biasa, Some(600), 0)], [biasa; 2]);
    assert!(sampai(Prioritas::Biasa, Some(0), u32::MAX) > 2 * biasa, "arrivals without end are an answer too");
    let [sembilan, sepuluh, tanpa_batas] = [9, 10, u32::MAX].map(|n| sampai(Prioritas::Biasa, Some(0), n));
    assert!(sembilan < sepuluh && sepuluh == tanpa_batas, "ten in a row are played at most: {sembilan} {sepuluh} {tanpa_batas}");
}

/// Who booked and is not there yet takes every second call from his time on, as the line is called then; kelompok rentan do not wait
/// for him.
#[test]
fn bookings_that_may_still_come_lengthen_the_wait() {
    let waktu = BTreeMap::from([(L, WaktuLayanan { contoh: vec![300; 40], baku: None })]);
    let loket = [LoketBuka { layanan: vec![L], sedang: None }];
    let kira = |prioritas, pesanan: &[Ditunggu]| {
        let antrean = [Menunggu { layanan: L, prioritas, dipesan: false }; 7];
        let p = perkirakan(&Garis { antrean: &antrean, loket: &loket, penyela: Penyela::default(), pesanan, waktu: &waktu });
        (p[0], p[6])
    };
    let dari = |prioritas, pesanan: &[Ditunggu]| match kira(prioritas, pesanan).1 {
        Perkiraan::Rentang { dari_menit, .. } => dari_menit,
        lain => panic!("{lain:?}"),
    };
    let pesanan = |detik| [Ditunggu { layanan: L, detik, datang_persen: 100 }; 3];
    assert_eq!(dari(Prioritas::Biasa, &[]), 30);
    assert_eq!(dari(Prioritas::Biasa, &pesanan(0)), 45, "three of them in between");
    assert_eq!(dari(Prioritas::Biasa, &pesanan(3 * 3600)), 30, "their time is much later");
    assert_eq!(dari(Prioritas::Biasa, &[Ditunggu { layanan: LayananId(77), detik: 0, datang_persen: 100 }]), 30, "not at this counter");
    assert_eq!(dari(Prioritas::Rentan, &pesanan(0)), 30);
    let pertama = kira(Prioritas::Biasa, &pesanan(0)).0;
    assert!(matches!(pertama, Perkiraan::Rentang { dasar: Dasar::Langsung, .. }), "nobody is there before the first: {pertama:?}");
}
