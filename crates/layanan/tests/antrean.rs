//! The steps of a ticket, numbers, and the local day.
#![cfg(test)]

use jiff::{SignedDuration, Timestamp, civil::date};
use layanan::antrean::{
    AlasanBatal, Awalan, GeraiId, JenisLangkah, Keadaan, Langkah as L, LayananId, LoketId, NOMOR_MAKS, Nomor, Peristiwa, Prioritas,
    SalahLangkah, SalahNomor, SlotPesanan, Tiket, Zona, nomor_berikut,
};
use proptest::prelude::*;

const A: LoketId = LoketId(1);
const B: LoketId = LoketId(2);
const KE: L = L::Alihkan { gerai: GeraiId(9), layanan: LayananId(9) };

fn pukul(menit: i64) -> Timestamp {
    "2026-11-23T01:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(menit)
}

fn tiket() -> Tiket {
    let nomor = Nomor { gerai: GeraiId(1), layanan: LayananId(1), tanggal: date(2026, 11, 23), urut: 1 };
    Tiket::terbit(nomor, Zona::Wib, Prioritas::Biasa, None, pukul(0))
}

/// One minute between the steps.
fn jalan(langkah: &[L]) -> Result<Tiket, (usize, SalahLangkah)> {
    let p: Vec<Peristiwa> = (1..).zip(langkah).map(|(n, l)| Peristiwa { saat: pukul(n), langkah: *l }).collect();
    tiket().lipat(&p)
}

#[test]
fn a_ticket_from_call_to_end() {
    let t = jalan(&[
        L::Panggil { loket: A },
        L::PanggilUlang { loket: A },
        L::Layani { loket: A },
        L::Tahan { loket: Some(A) },
        L::Kembali,
        L::Panggil { loket: B },
        L::Layani { loket: B },
        KE,
        L::Panggil { loket: A },
        L::Layani { loket: A },
        L::Selesai { loket: A },
    ])
    .unwrap();
    assert_eq!((t.keadaan, t.panggilan, t.gerai), (Keadaan::Selesai, 4, GeraiId(9)));
    assert_eq!(t.tempat, pukul(0), "held and transferred: the place is kept");
    assert_eq!(t.pertama_dipanggil, Some(pukul(1)));
    let dilayani: Vec<_> = t.layanan_diterima.iter().map(|d| (d.gerai.0, d.mulai, d.selesai)).collect();
    let satu = |gerai, menit| (gerai, pukul(menit), Some(pukul(menit + 1)));
    assert_eq!(dilayani, [satu(1, 3), satu(1, 7), satu(9, 10)], "three stretches of a minute, the pause is no service");
}

#[test]
fn the_second_officer_is_told() {
    let salah = |l: &[L]| jalan(l).unwrap_err().1;
    assert_eq!(salah(&[L::Panggil { loket: A }, L::Panggil { loket: B }]), SalahLangkah::SudahDipanggil { loket: A });
    assert_eq!(salah(&[L::Panggil { loket: A }, L::Layani { loket: B }]), SalahLangkah::LoketLain { loket: A });
    assert_eq!(salah(&[L::Alihkan { gerai: GeraiId(1), layanan: LayananId(1) }]), SalahLangkah::TujuanSama);
    let keadaan = Keadaan::Menunggu;
    assert_eq!(salah(&[L::Selesai { loket: A }]), SalahLangkah::TakBoleh { langkah: JenisLangkah::Selesai, keadaan });
    let (tempat, salah) = jalan(&[L::Panggil { loket: A }, L::Layani { loket: A }, L::TidakHadir]).unwrap_err();
    assert_eq!((tempat, salah.to_string().as_str()), (2, "langkah tidak-hadir tidak dapat dilakukan pada tiket yang dilayani"));
}

#[test]
fn who_missed_the_call_stands_at_the_end() {
    let t = jalan(&[L::Panggil { loket: A }, L::Lewati { loket: A }, L::Kembali]).unwrap();
    assert_eq!((t.keadaan, t.tempat), (Keadaan::Menunggu, pukul(3)));
    let t = jalan(&[L::Tahan { loket: None }, L::Kembali, L::Utamakan { ke: Prioritas::Rentan }]).unwrap();
    assert_eq!((t.keadaan, t.prioritas), (Keadaan::Menunggu, Prioritas::Rentan));
    assert_eq!(t.tempat, pukul(0));
    let t = jalan(&[L::Panggil { loket: A }, L::Lewati { loket: A }, L::Panggil { loket: B }]).unwrap();
    assert_eq!(t.keadaan, Keadaan::Dipanggil { loket: B }, "a counter may call them straight away");
}

#[test]
fn opened_again_only_on_the_same_local_day() {
    let mut t = jalan(&[L::Panggil { loket: A }, L::TidakHadir]).unwrap();
    let mut besok = t.clone();
    // 17:00 UTC is midnight in Jakarta.
    let tengah_malam: Timestamp = "2026-11-23T17:00:00Z".parse().unwrap();
    let lain = SalahLangkah::HariLain { tiket: date(2026, 11, 23), sekarang: date(2026, 11, 24) };
    assert_eq!(besok.terapkan(Peristiwa { saat: tengah_malam, langkah: L::BukaLagi }), Err(lain));
    t.terapkan(Peristiwa { saat: tengah_malam - SignedDuration::from_secs(1), langkah: L::BukaLagi }).unwrap();
    assert!(t.keadaan == Keadaan::DibukaLagi && t.keadaan.antre());
}

#[test]
fn clocks_of_two_servers() {
    let mut t = jalan(&[L::Panggil { loket: A }]).unwrap();
    let lama = t.clone();
    let mundur = SalahLangkah::WaktuMundur { terakhir: pukul(1), sekarang: pukul(0) };
    assert_eq!(t.terapkan(Peristiwa { saat: pukul(0), langkah: L::Layani { loket: A } }), Err(mundur));
    assert_eq!(t, lama, "refused, nothing changed");
    t.terapkan(Peristiwa { saat: t.tidak_mundur(pukul(0)), langkah: L::Layani { loket: A } }).unwrap();
}

#[test]
fn a_booking_has_the_place_of_its_slot() {
    let slot = Some(SlotPesanan { mulai: pukul(30), selesai: pukul(60) });
    let datang = |menit| Tiket::terbit(tiket().nomor, Zona::Wib, Prioritas::Biasa, slot, pukul(menit));
    assert_eq!((datang(10).tempat, datang(45).tempat), (pukul(30), pukul(30)));
    assert_eq!((datang(60).tempat, datang(60).slot), (pukul(60), None), "after the slot as a walk-in");
}

#[test]
fn numbers() {
    let (g, l, hari) = (GeraiId(1), LayananId(2), date(2026, 11, 23));
    let tampil = |urut| Nomor { gerai: g, layanan: l, tanggal: hari, urut }.tampil(Awalan::baru("kx").unwrap());
    assert_eq!([tampil(1), tampil(999), tampil(1000)], ["KX-001", "KX-999", "KX-1000"]);
    assert_eq!(nomor_berikut(g, l, hari, None).unwrap().urut, 1);
    assert_eq!(nomor_berikut(g, l, hari, Some(NOMOR_MAKS)), Err(SalahNomor::Habis));
    assert_eq!(nomor_berikut(g, l, hari, Some(u32::MAX)), Err(SalahNomor::Habis));
    for salah in ["", "ABCD", "A1", "É", "A "] {
        assert!(Awalan::baru(salah).is_err(), "{salah}");
    }
}

/// The fault of a known peer: numbers broke at five in the afternoon because the day was that of UTC.
#[test]
fn the_day_is_the_local_day() {
    let saat: Timestamp = "2026-11-23T15:30:00Z".parse().unwrap();
    assert_eq!([Zona::Wib, Zona::Wita, Zona::Wit].map(|z| z.tanggal(saat).day()), [23, 23, 24]);
    for (z, kunci) in [(Zona::Wib, "WIB"), (Zona::Wit, "WIT")] {
        assert_eq!((z.kunci(), Zona::dari_kunci(kunci)), (kunci, Some(z)));
    }
}

fn langkah() -> impl Strategy<Value = L> {
    let loket = prop_oneof![Just(A), Just(B)];
    (0..12, loket, 0..3_u8).prop_map(|(n, loket, k)| match n {
        0 => L::Panggil { loket },
        1 => L::PanggilUlang { loket },
        2 => L::Layani { loket },
        3 => L::Selesai { loket },
        4 => L::Lewati { loket },
        5 => L::Tahan { loket: (k > 0).then_some(loket) },
        6 => L::Kembali,
        7 => L::Alihkan { gerai: GeraiId(k.into()), layanan: LayananId(1) },
        8 => L::TidakHadir,
        9 => L::BukaLagi,
        10 => L::Utamakan { ke: Prioritas::SEMUA[usize::from(k % 2)] },
        _ => L::Batal { alasan: AlasanBatal::SEMUA[usize::from(k)] },
    })
}

proptest! {
    /// Whatever is tried: a refused step changes nothing, at most one stretch of service is open and only while it is
    /// served, the place never moves forward, and what is over leaves no line.
    #[test]
    fn any_steps(langkah in prop::collection::vec((langkah(), 0_i64..5), 0..60)) {
        let (mut t, mut menit) = (tiket(), 0);
        for (langkah, lama) in langkah {
            menit += lama;
            let sebelum = t.clone();
            if t.terapkan(Peristiwa { saat: pukul(menit), langkah }).is_err() {
                prop_assert_eq!(&t, &sebelum);
                continue;
            }
            let terbuka = t.layanan_diterima.iter().filter(|d| d.selesai.is_none()).count();
            prop_assert_eq!(terbuka, usize::from(matches!(t.keadaan, Keadaan::Dilayani { .. })));
            prop_assert!(t.tempat >= sebelum.tempat && t.terakhir >= sebelum.terakhir);
            prop_assert!(!(t.keadaan.antre() && t.keadaan.berakhir()));
            prop_assert_eq!(t.panggilan > 0, t.pertama_dipanggil.is_some());
            prop_assert!(t.layanan_diterima.iter().flat_map(|d| [Some(d.mulai), d.selesai]).flatten().is_sorted());
        }
    }
}
