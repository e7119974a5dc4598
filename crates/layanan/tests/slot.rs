//! Slots and bookings: hours, roster, capacity; a holiday that comes later.
#![cfg(test)]

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time, Weekday, date, time},
};
use layanan::{
    Alasan, JenisHari, Kalender,
    slot::{
        AlasanTutup, AturanSlot, Bersama, Buku, Jadwal, JamBuka, Kehadiran, PemesanId, Permintaan, PesananId, PesananLain, SalahJadwal,
        SalahPesan, Sebab, Slot, Tugas,
    },
};
use proptest::prelude::*;

const SENIN: Date = date(2026, 11, 23);
const SELASA: Date = date(2026, 11, 24);
const KINI: DateTime = date(2026, 11, 22).at(20, 0, 0, 0);
const ATURAN: AturanSlot = AturanSlot { lama_menit: 30, per_petugas: 1, untuk_datang_langsung: 0, jeda_menit: 60, paling_jauh_hari: 14 };

fn pukul(jam: i8, menit: i8) -> Time {
    time(jam, menit, 0, 0)
}

/// Monday to Friday 08:00 to 12:00 and 13:00 to 15:00.
fn jam() -> Vec<JamBuka> {
    let hari = Weekday::Monday.cycle_forward().take(5);
    hari.flat_map(|hari| [(8, 12), (13, 15)].map(|(a, b)| JamBuka { hari, mulai: pukul(a, 0), selesai: pukul(b, 0) })).collect()
}

fn jadwal() -> Jadwal {
    Jadwal::baru(jam(), ATURAN, Kehadiran::Jadwal).unwrap()
}

/// These officers, all day, on every day of three weeks.
fn tugas(petugas: &[u128]) -> Vec<Tugas> {
    let hari = SENIN.series(1.day()).take(21);
    hari.flat_map(|tanggal| petugas.iter().map(move |p| Tugas { petugas: *p, tanggal, mulai: pukul(7, 0), selesai: pukul(16, 0) }))
        .collect()
}

fn minta(id: u128, tanggal: Date, mulai: Time) -> Permintaan {
    Permintaan { id: PesananId(id), pemesan: PemesanId(id), tanggal, mulai }
}

fn buku(minta: &[Permintaan], t: &[Tugas]) -> Buku {
    let mut b = Buku::default();
    for (n, m) in (0..).zip(minta) {
        b.pesan(*m, &jadwal(), t, &Kalender::bawaan(), KINI + i64::from(n).seconds()).unwrap();
    }
    b
}

#[test]
fn slots_of_a_day() {
    let slot = jadwal().slot(SENIN, &tugas(&[1, 2]), &Kalender::bawaan()).unwrap();
    assert_eq!((slot.len(), slot[7].selesai, slot[8].mulai), (12, pukul(12, 0), pukul(13, 0)), "a break between");
    assert!(slot.iter().all(|s| s.kapasitas == 2));
    let pagi = [Tugas { petugas: 1, tanggal: SENIN, mulai: pukul(8, 15), selesai: pukul(9, 15) }; 2];
    let slot = jadwal().slot(SENIN, &pagi, &Kalender::bawaan()).unwrap();
    assert_eq!(slot, [Slot { tanggal: SENIN, mulai: pukul(8, 30), selesai: pukul(9, 0), kapasitas: 1 }], "the whole slot on duty, once");
    let sisa = AturanSlot { lama_menit: 50, untuk_datang_langsung: 40, per_petugas: 2, ..ATURAN };
    let slot = Jadwal::baru(jam(), sisa, Kehadiran::Jadwal).unwrap().slot(SENIN, &tugas(&[1, 2]), &Kalender::bawaan()).unwrap();
    assert_eq!((slot.len(), slot[0].kapasitas), (6, 2), "4 + 2 slots fit whole; 60 percent of 4 is 2.4");
}

#[test]
fn days_without_slots_say_why() {
    let tutup = |hari| jadwal().slot(hari, &tugas(&[1]), &Kalender::bawaan()).unwrap_err();
    assert_eq!(tutup(date(2026, 11, 28)), AlasanTutup::Libur(Alasan::AkhirPekan));
    assert!(matches!(tutup(date(2026, 12, 25)), AlasanTutup::Libur(Alasan::Hari(JenisHari::Nasional, _))));
    assert_eq!(jadwal().slot(SENIN, &[], &Kalender::bawaan()), Err(AlasanTutup::TanpaPetugas));
    let penuh = AturanSlot { untuk_datang_langsung: 100, ..ATURAN };
    let j = Jadwal::baru(jam(), penuh, Kehadiran::Jadwal).unwrap();
    assert_eq!(j.slot(SENIN, &tugas(&[1]), &Kalender::bawaan()), Err(AlasanTutup::TanpaPetugas), "all kept for walk-ins");
    let undangan = Jadwal::baru(jam(), ATURAN, Kehadiran::Undangan([SELASA].into())).unwrap();
    assert_eq!(undangan.slot(SENIN, &tugas(&[1]), &Kalender::bawaan()), Err(AlasanTutup::BukanUndangan));
    assert!(undangan.slot(SELASA, &tugas(&[1]), &Kalender::bawaan()).is_ok());
    let selasa = Jadwal::baru(jam()[2..4].to_vec(), ATURAN, Kehadiran::Jadwal).unwrap();
    assert_eq!(selasa.slot(SENIN, &tugas(&[1]), &Kalender::bawaan()), Err(AlasanTutup::TidakBuka));
}

#[test]
fn wrong_hours_are_told() {
    let j = |a, b| JamBuka { hari: Weekday::Monday, mulai: pukul(a, 0), selesai: pukul(b, 0) };
    let salah = |jam: &[JamBuka], aturan| Jadwal::baru(jam.to_vec(), aturan, Kehadiran::Jadwal).unwrap_err();
    assert_eq!(salah(&[j(9, 9)], ATURAN), SalahJadwal::JamTerbalik { mulai: pukul(9, 0), selesai: pukul(9, 0) });
    assert!(matches!(salah(&[j(10, 12), j(8, 11)], ATURAN), SalahJadwal::TumpangTindih { .. }));
    assert_eq!(salah(&[], AturanSlot { lama_menit: 0, ..ATURAN }), SalahJadwal::Nol);
    assert_eq!(salah(&[], AturanSlot { untuk_datang_langsung: 101, ..ATURAN }), SalahJadwal::Bagian(101));
    let malam = JamBuka { hari: Weekday::Monday, mulai: pukul(23, 0), selesai: time(23, 59, 59, 0) };
    let t = [Tugas { petugas: 1, tanggal: SENIN, mulai: pukul(0, 0), selesai: time(23, 59, 59, 0) }];
    let malam = Jadwal::baru(vec![malam], ATURAN, Kehadiran::Jadwal).unwrap().slot(SENIN, &t, &Kalender::bawaan()).unwrap();
    assert_eq!(malam.len(), 1, "no slot passes midnight");
}

#[test]
fn booking_changing_cancelling() {
    let (j, k, t) = (jadwal(), Kalender::bawaan(), tugas(&[1]));
    let mut b = buku(&[minta(1, SENIN, pukul(8, 0))], &t);
    let mut pesan = |m: Permintaan, kini| b.pesan(m, &j, &t, &k, kini).unwrap_err();
    assert_eq!(pesan(minta(2, SENIN, pukul(8, 0)), KINI), SalahPesan::Penuh(1));
    assert_eq!(pesan(minta(1, SELASA, pukul(8, 0)), KINI), SalahPesan::IdGanda);
    assert_eq!(pesan(Permintaan { pemesan: PemesanId(1), ..minta(2, SENIN, pukul(9, 0)) }, KINI), SalahPesan::SudahPesan(SENIN));
    assert_eq!(pesan(minta(2, SENIN, pukul(8, 10)), KINI), SalahPesan::SlotTakAda(pukul(8, 10)));
    assert_eq!(pesan(minta(2, date(2026, 12, 7), pukul(8, 0)), KINI), SalahPesan::TerlaluJauh(date(2026, 12, 6)));
    assert_eq!(pesan(minta(2, SENIN, pukul(9, 0)), SENIN.at(8, 1, 0, 0)), SalahPesan::SudahLewat(SENIN.at(8, 0, 0, 0)));
    assert!(matches!(pesan(minta(2, date(2026, 11, 29), pukul(8, 0)), KINI), SalahPesan::Tutup(_)));

    b.pesan(minta(2, SENIN, pukul(8, 30)), &j, &t, &k, KINI).unwrap();
    let lama = b.clone();
    assert_eq!(b.ubah(PesananId(2), (SENIN, pukul(8, 0)), &j, &t, &k, KINI), Err(SalahPesan::Penuh(1)));
    assert_eq!(b, lama, "the old booking stands");
    assert_eq!(
        b.ubah(PesananId(2), (SENIN, pukul(9, 0)), &j, &t, &k, KINI).unwrap().mulai,
        pukul(9, 0),
        "the same day is no second booking"
    );
    assert_eq!(b.batal(PesananId(1), SENIN.at(8, 0, 0, 0)), Err(SalahPesan::SudahLewat(SENIN.at(8, 0, 0, 0))));
    b.batal(PesananId(1), KINI).unwrap();
    assert_eq!(b.batal(PesananId(1), KINI), Err(SalahPesan::TakDikenal));
    b.pesan(minta(3, SENIN, pukul(8, 0)), &j, &t, &k, KINI).unwrap();
}

#[test]
fn a_holiday_added_later_lists_the_affected() {
    let t = tugas(&[1]);
    let mut b = buku(&[minta(1, SENIN, pukul(8, 0)), minta(2, SENIN, pukul(8, 30)), minta(3, SELASA, pukul(8, 0))], &t);
    let mut libur = Kalender::bawaan();
    assert_eq!(b.terdampak(&jadwal(), &t, &libur, KINI), []);
    libur.hari_sendiri(SENIN, false, "HUT daerah");
    let kena = b.terdampak(&jadwal(), &t, &libur, KINI);
    assert_eq!(kena.iter().map(|k| k.pesanan.id.0).collect::<Vec<_>>(), [1, 2]);
    let sebab = Sebab::Tutup(AlasanTutup::Libur(Alasan::Hari(JenisHari::Libur, "HUT daerah".into())));
    assert!(kena.iter().all(|k| k.sebab == sebab && k.tawaran.len() == 3));
    assert_eq!([kena[0].tawaran[0].mulai, kena[1].tawaran[0].mulai], [pukul(8, 30), pukul(9, 0)], "two people, two offers");
    for k in &kena {
        let s = k.tawaran[0];
        b.ubah(k.pesanan.id, (s.tanggal, s.mulai), &jadwal(), &t, &libur, KINI).unwrap();
    }
    assert_eq!(b.terdampak(&jadwal(), &t, &libur, KINI), []);
}

#[test]
fn fewer_officers_and_other_hours() {
    let dua = tugas(&[1, 2]);
    let b = buku(&[minta(2, SENIN, pukul(8, 0)), minta(1, SENIN, pukul(8, 0))], &dua);
    let kena = b.terdampak(&jadwal(), &tugas(&[1]), &Kalender::bawaan(), KINI);
    assert_eq!(kena.len(), 1);
    assert_eq!((kena[0].pesanan.id, &kena[0].sebab), (PesananId(1), &Sebab::KapasitasKurang { kapasitas: 1 }), "who booked last");
    let siang = Jadwal::baru(jam().into_iter().filter(|j| j.mulai > pukul(12, 0)).collect(), ATURAN, Kehadiran::Jadwal).unwrap();
    let kena = b.terdampak(&siang, &dua, &Kalender::bawaan(), KINI);
    assert!(kena.len() == 2 && kena.iter().all(|k| k.sebab == Sebab::SlotHilang));
    assert_eq!(b.terdampak(&siang, &dua, &Kalender::bawaan(), SENIN.at(8, 0, 0, 0)), [], "what began is no longer moved");
}

#[test]
fn other_hours_from_a_day_on_touch_only_what_comes_after() {
    let t: Vec<_> =
        tugas(&[1, 2]).into_iter().chain(tugas(&[1, 2]).into_iter().map(|x| Tugas { tanggal: x.tanggal + 7.days(), ..x })).collect();
    let ramadan = vec![JamBuka { hari: Weekday::Monday, mulai: pukul(8, 0), selesai: pukul(9, 0) }];
    let depan = SENIN + 7.days();
    let j = jadwal().sejak(depan, ramadan, AturanSlot { jeda_menit: 120, ..ATURAN }).unwrap();
    let k = Kalender::bawaan();
    assert_eq!(j.slot(SENIN, &t, &k), jadwal().slot(SENIN, &t, &k));
    assert_eq!(j.slot(depan, &t, &k).unwrap().len(), 2);
    assert_eq!((j.aturan(SENIN).jeda_menit, j.aturan(depan).jeda_menit, j.jam(depan).count()), (ATURAN.jeda_menit, 120, 1));
    let b = buku(&[minta(1, SENIN, pukul(10, 0)), minta(2, depan, pukul(8, 0)), minta(3, depan, pukul(10, 0))], &t);
    let kena = b.terdampak(&j, &t, &k, KINI);
    assert_eq!(kena.iter().map(|d| (d.pesanan.id.0, &d.sebab)).collect::<Vec<_>>(), [(3, &Sebab::SlotHilang)]);
    let terbalik = vec![JamBuka { hari: Weekday::Monday, mulai: pukul(9, 0), selesai: pukul(8, 0) }];
    assert!(matches!(jadwal().sejak(depan, terbalik, ATURAN), Err(SalahJadwal::JamTerbalik { .. })));
}

/// A booking of another service of the gerai on Monday, which these officers may serve, made an hour from now.
fn lain(mulai: Time, menit: i64, per_petugas: u16, petugas: &[u128]) -> PesananLain {
    PesananLain {
        tanggal: SENIN,
        mulai,
        selesai: mulai + menit.minutes(),
        per_petugas,
        petugas: petugas.iter().copied().collect(),
        sejak: KINI + 1.hours(),
        terdampak: false,
    }
}

/// Places left from 08:00 and from 08:30 for a service with these officers beside those bookings.
fn sisa(aturan: AturanSlot, petugas: &[u128], lain: &[PesananLain]) -> [u32; 2] {
    let (j, t) = (Jadwal::baru(jam(), aturan, Kehadiran::Jadwal).unwrap(), tugas(petugas));
    let slot = j.slot(SENIN, &t, &Kalender::bawaan()).unwrap();
    let b = Buku::default().bersama(Bersama::baru(j, t, lain.to_vec()));
    [b.sisa(&slot[0]), b.sisa(&slot[1])]
}

#[test]
fn the_time_of_an_officer_is_sold_once() {
    let delapan = pukul(8, 0);
    assert_eq!(sisa(ATURAN, &[1], &[lain(delapan, 30, 1, &[1])]), [0, 1], "his only place is another service's");
    assert_eq!(sisa(ATURAN, &[1], &[lain(delapan, 60, 1, &[1])]), [0, 0], "for as long as it lasts");
    assert_eq!(sisa(ATURAN, &[1], &[lain(delapan, 30, 1, &[2]), lain(delapan, 30, 1, &[])]), [1, 1], "another's time is not his");
    // Whom officer 2 can serve leaves officer 1 free; of two such bookings one needs him.
    assert_eq!(sisa(ATURAN, &[1], &[lain(delapan, 30, 1, &[1, 2])]), [1, 1]);
    assert_eq!(sisa(ATURAN, &[1], &[lain(delapan, 30, 1, &[1, 2]), lain(delapan, 30, 1, &[1, 2])]), [0, 1]);
    // Through a third officer and a third service.
    let rantai = [lain(delapan, 30, 1, &[1, 2]), lain(delapan, 30, 1, &[2, 3]), lain(delapan, 30, 1, &[3])];
    assert_eq!(sisa(ATURAN, &[1], &rantai), [0, 1]);
    // Measured in minutes: two short ones are one long one, and three of three in a slot are one officer's slot.
    assert_eq!(sisa(ATURAN, &[1, 2], &[lain(delapan, 15, 1, &[1, 2]), lain(pukul(8, 15), 15, 1, &[1, 2])]), [1, 2]);
    assert_eq!(
        sisa(ATURAN, &[1, 2], &[lain(delapan, 30, 3, &[1, 2]), lain(delapan, 30, 3, &[1, 2]), lain(delapan, 30, 3, &[1, 2])]),
        [1, 2]
    );
    let dua = AturanSlot { per_petugas: 2, ..ATURAN };
    assert_eq!(sisa(dua, &[1], &[lain(delapan, 30, 1, &[1])]), [0, 2], "a whole officer's slot is two of these places");
    assert_eq!(sisa(AturanSlot { untuk_datang_langsung: 50, ..dua }, &[1], &[lain(delapan, 30, 2, &[1])]), [0, 1], "walk-ins keep theirs");
}

#[test]
fn what_was_booked_stays_beside_other_services() {
    let (j, t, k) = (jadwal(), tugas(&[1]), Kalender::bawaan());
    let bersama = |lain: &[PesananLain]| Bersama::baru(jadwal(), tugas(&[1]), lain.to_vec());
    let mut b =
        buku(&[minta(1, SENIN, pukul(8, 0))], &t).bersama(bersama(&[lain(pukul(8, 0), 30, 1, &[1]), lain(pukul(8, 30), 30, 1, &[1])]));
    assert_eq!(b.terdampak(&j, &t, &k, KINI), [], "who had the time first keeps it");
    // Whoever loses his time is offered one that no other service has taken.
    assert_eq!(b.ubah(PesananId(1), (SENIN, pukul(8, 30)), &j, &t, &k, KINI), Err(SalahPesan::Penuh(1)));
    let sore: Vec<Tugas> = tugas(&[1]).into_iter().map(|x| Tugas { mulai: pukul(8, 30), ..x }).collect();
    let kena = b.terdampak(&j, &sore, &k, KINI);
    assert_eq!((kena.len(), kena[0].tawaran[0].mulai), (1, pukul(9, 0)));
}

/// Two officers served both services; one is left to them. Who took the time last gives way, unless the other one did so already.
#[test]
fn fewer_officers_for_services_that_share_them() {
    let (j, k) = (jadwal(), Kalender::bawaan());
    let dulu = PesananLain { sejak: KINI - 1.hours(), ..lain(pukul(8, 0), 30, 1, &[1]) };
    let kena = |t: &[Tugas], lain: PesananLain| {
        let b = buku(&[minta(1, SENIN, pukul(8, 0))], t).bersama(Bersama::baru(jadwal(), t.to_vec(), [lain]));
        b.terdampak(&j, t, &k, KINI).into_iter().map(|x| (x.sebab, x.tawaran[0].mulai)).collect::<Vec<_>>()
    };
    assert_eq!(kena(&tugas(&[1, 2]), dulu.clone()), [], "the second officer is free");
    assert_eq!(kena(&tugas(&[1]), dulu.clone()), [(Sebab::KapasitasKurang { kapasitas: 1 }, pukul(8, 30))]);
    assert_eq!(kena(&tugas(&[1]), PesananLain { terdampak: true, ..dulu }), []);
}

proptest! {
    /// Whatever is booked, changed and cancelled: no slot above its capacity, nobody twice on a day; and after a holiday
    /// everybody can take the first offer.
    #[test]
    fn never_above_capacity(aksi in prop::collection::vec((0_u8..4, 0_u128..30, 0_u128..20, 0_i64..5, 0_i64..14), 0..80), libur in 0_i64..5) {
        let (j, k, t) = (jadwal(), Kalender::bawaan(), tugas(&[1, 2]));
        let mut b = Buku::default();
        for (jenis, id, pemesan, hari, slot) in aksi {
            let (tanggal, mulai) = (SENIN + hari.days(), pukul(8, 0) + (slot * 30).minutes());
            match jenis {
                0 | 1 => _ = b.pesan(Permintaan { id: PesananId(id), pemesan: PemesanId(pemesan), tanggal, mulai }, &j, &t, &k, KINI),
                2 => _ = b.ubah(PesananId(id), (tanggal, mulai), &j, &t, &k, KINI),
                _ => _ = b.batal(PesananId(id), KINI),
            }
        }
        let (mut isi, mut orang): (BTreeMap<_, u32>, BTreeMap<_, u32>) = Default::default();
        for p in b.semua() {
            *isi.entry((p.tanggal, p.mulai)).or_default() += 1;
            *orang.entry((p.pemesan, p.tanggal)).or_default() += 1;
        }
        prop_assert!(isi.values().all(|n| *n <= 2) && orang.values().all(|n| *n == 1));
        let mut k = k;
        k.hari_sendiri(SENIN + libur.days(), false, "libur baru");
        let kena = b.terdampak(&j, &t, &k, KINI);
        prop_assert_eq!(kena.len(), b.semua().filter(|p| p.tanggal == SENIN + libur.days()).count());
        for d in kena {
            let s = d.tawaran.first().unwrap();
            b.ubah(d.pesanan.id, (s.tanggal, s.mulai), &j, &t, &k, KINI).unwrap();
        }
        prop_assert_eq!(b.terdampak(&j, &t, &k, KINI), []);
    }
}
