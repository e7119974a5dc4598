//! Reports: limits by class, the clock that forwarding does not restart, the complainant's days, measures.
#![cfg(test)]

use jiff::{
    Span,
    civil::{Date, date},
};
use layanan::{
    Batas, Kalender, KepastianSumber, Satuan,
    pengaduan::{
        AlasanTolak, Aturan, BATAS_LAIN, BatasLangkah, Giliran, JenisLangkah, Keadaan, Kelas, Langkah as L, Laporan, LaporanId,
        MulaiHitung, OlehEskalasi, Pembaca, Peristiwa, SalahLangkah, Samaran, SebabPutaran, UnitId, ukur,
    },
};
use proptest::prelude::*;

const TERIMA: Date = date(2026, 3, 13);
const VERIFIKASI: L = L::Verifikasi { kelas: Kelas::TidakBerkadar };
const U1: L = L::Teruskan { unit: UnitId(1) };
const U2: L = L::Teruskan { unit: UnitId(2) };
const PELAPOR: L = L::Eskalasi { oleh: OlehEskalasi::Pelapor };

/// Day of March 2026; above 31 the day of a later month.
fn hari(n: i64) -> Date {
    date(2026, 2, 28).checked_add(Span::new().days(n)).unwrap()
}

fn jalan(langkah: &[(i64, L)]) -> Result<Laporan, SalahLangkah> {
    let p: Vec<_> = langkah.iter().map(|(n, langkah)| Peristiwa { tanggal: hari(*n), langkah: *langkah }).collect();
    Laporan::terima(TERIMA).lipat(&p, &Aturan::bawaan(), &Kalender::bawaan()).map_err(|e| e.1)
}

fn jatuh(l: &Laporan) -> Option<Date> {
    l.tenggat(&Aturan::bawaan(), &Kalender::bawaan()).unwrap().map(|t| t.jatuh)
}

/// domain/skm-mpp.md 3.2 with the vectors of 3.5 for Friday 2026-03-13.
#[test]
fn limits_by_class() {
    let harap = [date(2026, 6, 24), date(2026, 4, 10), date(2026, 3, 27), date(2026, 3, 27)];
    for (kelas, harap) in Kelas::SEMUA.iter().zip(harap) {
        assert_eq!(jatuh(&jalan(&[(13, L::Verifikasi { kelas: *kelas })]).unwrap()), Some(harap), "{kelas}");
    }
    assert_eq!(jatuh(&Laporan::terima(TERIMA)), None, "no class, no limit yet");
    let verifikasi = Laporan::terima(TERIMA).tenggat_verifikasi(&Aturan::bawaan(), &Kalender::bawaan()).unwrap().unwrap();
    assert_eq!(verifikasi.jatuh, date(2026, 3, 25));
}

/// Who checks a report and answers it himself has the time of its class; before it was checked the limit is that of checking.
#[test]
fn a_report_that_is_kept_has_the_limit_of_its_class() {
    let (a, k) = (Aturan::bawaan(), Kalender::bawaan());
    let kini = |l: &Laporan| l.batas_kini(&a, &k).unwrap().map(|t| t.jatuh);
    assert_eq!(kini(&Laporan::terima(TERIMA)), Some(date(2026, 3, 25)));
    let l = jalan(&[(13, L::Verifikasi { kelas: Kelas::BerkadarPengawasan })]).unwrap();
    assert_eq!((l.giliran(), kini(&l)), (Giliran::Penghubung, Some(date(2026, 6, 24))));
    assert_eq!(l.tenggat_verifikasi(&a, &k).unwrap(), None);
    // He says that he works on it, as a unit does: the limit and whose turn it is stay.
    let l = jalan(&[(13, L::Verifikasi { kelas: Kelas::BerkadarPengawasan }), (14, L::Proses)]).unwrap();
    assert_eq!((l.keadaan, l.giliran(), kini(&l)), (Keadaan::Diproses, Giliran::Penghubung, Some(date(2026, 6, 24))));
    let l = jalan(&[(13, VERIFIKASI), (42, L::Eskalasi { oleh: OlehEskalasi::Waktu })]).unwrap();
    assert_eq!((l.giliran(), kini(&l)), (Giliran::Penghubung, Some(date(2026, 4, 10))), "overdue it stays overdue");
}

#[test]
fn what_is_uncertain_says_so() {
    let a = Aturan::bawaan();
    assert!(a.kelas.iter().all(|k| k.sumber.kepastian == KepastianSumber::Kuat && k.batas.satuan == Satuan::HariKerja));
    assert!(a.kelas.iter().all(|k| k.sumber_mulai.kepastian == KepastianSumber::Usulan));
    assert_eq!([a.verifikasi, a.melengkapi, a.tanggapan].map(|b| b.sumber.kepastian.kunci()), ["satu-sumber", "ingatan", "satu-sumber"]);
    let perpres = BATAS_LAIN.iter().find(|b| b.sumber.teks.contains("76/2013")).unwrap();
    assert_eq!(perpres.batas, Batas::hari(60), "the decree says days, not working days");
}

#[test]
fn handing_on_does_not_restart_the_clock() {
    let sekali = jalan(&[(13, VERIFIKASI), (13, U1)]).unwrap();
    let tiga = jalan(&[(13, VERIFIKASI), (13, U1), (25, U2), (31, U1), (31, L::Proses)]).unwrap();
    assert_eq!((jatuh(&sekali), jatuh(&tiga)), (Some(date(2026, 4, 10)), Some(date(2026, 4, 10))));
    assert_eq!((tiga.unit, tiga.diteruskan), (Some(UnitId(1)), 3));
    assert_eq!(jalan(&[(13, VERIFIKASI), (13, U1), (14, U1)]), Err(SalahLangkah::UnitSama));
}

#[test]
fn an_incomplete_report_counts_from_when_it_is_complete() {
    let l = jalan(&[(14, L::MintaLengkapi), (26, L::Dilengkapi), (26, VERIFIKASI)]).unwrap();
    assert_eq!((l.lengkap, jatuh(&l)), (hari(26), Some(date(2026, 4, 16))));
    let dicabut = |n| jalan(&[(14, L::MintaLengkapi), (n, L::AnggapDicabut)]);
    assert_eq!(dicabut(44), Err(SalahLangkah::BelumLewat { jatuh: hari(44) }), "30 days, the 30th included");
    assert_eq!(dicabut(45).unwrap().keadaan, Keadaan::DianggapDicabut);
    let mut a = Aturan::bawaan();
    a.kelas.iter_mut().for_each(|k| k.mulai = MulaiHitung::Diterima);
    let t = l.tenggat(&a, &Kalender::bawaan()).unwrap().unwrap();
    assert_eq!(t.jatuh, date(2026, 4, 10), "an office that counts from receipt");
}

#[test]
fn the_complainants_ten_days() {
    let dijawab = [(13, VERIFIKASI), (13, U1), (20, L::Jawab)];
    let lalu = |n, l| jalan(&[dijawab.as_slice(), &[(n, l)]].concat());
    assert_eq!(lalu(30, L::TutupOtomatis), Err(SalahLangkah::BelumLewat { jatuh: hari(30) }));
    assert_eq!(lalu(31, L::TutupOtomatis).unwrap().keadaan, Keadaan::SelesaiOtomatis);
    assert_eq!(lalu(31, L::Tanggapi), Err(SalahLangkah::SudahLewat { jatuh: hari(30) }));
    let l = lalu(30, L::Tanggapi).unwrap();
    assert_eq!((l.keadaan, jatuh(&l)), (Keadaan::Ditanggapi, Some(date(2026, 4, 20))), "an answer is owed again");
    assert_eq!(jatuh(&jalan(&dijawab).unwrap()), None, "answered: nothing is owed");
}

#[test]
fn reopening_begins_a_new_round_and_keeps_the_first() {
    let l = jalan(&[(13, VERIFIKASI), (13, U1), (20, L::Jawab), (21, L::Selesai), (60, L::BukaKembali), (61, U1), (62, L::Jawab)]).unwrap();
    let putaran: Vec<_> = l.putaran(&Aturan::bawaan()).iter().map(|p| (p.sebab, p.mulai, p.dijawab)).collect();
    assert_eq!(putaran, [(SebabPutaran::Awal, TERIMA, Some(hari(20))), (SebabPutaran::BukaKembali, hari(60), Some(hari(62)))]);
    assert_eq!((l.dibuka_kembali, l.pernah_selesai, l.keadaan), (1, true, Keadaan::Dijawab));
    let mut a = Aturan::bawaan();
    a.buka_kembali = Some(BatasLangkah { batas: Batas::hari(30), sumber: a.tanggapan.sumber });
    let mut tutup = jalan(&[(13, VERIFIKASI), (13, U1), (20, L::Jawab), (21, L::Selesai)]).unwrap();
    let lewat = tutup.terapkan(Peristiwa { tanggal: hari(52), langkah: L::BukaKembali }, &a, &Kalender::bawaan());
    assert_eq!(lewat, Err(SalahLangkah::SudahLewat { jatuh: hari(51) }));
}

#[test]
fn the_complainant_escalates_when_the_limit_is_missed() {
    let lalu = |n, l| jalan(&[(13, VERIFIKASI), (13, U1), (n, l)]);
    // 10 April 2026 is the last day in time.
    assert_eq!(lalu(41, PELAPOR), Err(SalahLangkah::BelumLewat { jatuh: date(2026, 4, 10) }));
    let l = lalu(42, PELAPOR).unwrap();
    assert_eq!((l.keadaan, l.eskalasi, jatuh(&l)), (Keadaan::Eskalasi, 1, Some(date(2026, 4, 10))));
    assert!(lalu(14, L::Eskalasi { oleh: OlehEskalasi::Pejabat }).is_ok());
}

#[test]
fn duplicates_are_joined_and_refusals_taken_back() {
    let tolak = |alasan| L::Tolak { alasan };
    let gabung = tolak(AlasanTolak::Duplikat { induk: LaporanId(7) });
    assert_eq!(jalan(&[(13, VERIFIKASI), (13, U1), (14, gabung)]).unwrap().keadaan.kunci(), "digabung");
    let salah = jalan(&[(13, VERIFIKASI), (13, U1), (14, tolak(AlasanTolak::Spam))]).unwrap_err();
    assert_eq!(salah, SalahLangkah::TakBoleh { langkah: JenisLangkah::Tolak, keadaan: Keadaan::Diteruskan });
    assert_eq!(salah.to_string(), "langkah tolak tidak dapat dilakukan pada laporan yang diteruskan");
    let l = jalan(&[(13, tolak(AlasanTolak::BukanKewenangan)), (16, L::BukaKembali), (16, VERIFIKASI)]).unwrap();
    assert_eq!((l.keadaan, l.dibuka_kembali), (Keadaan::Diverifikasi, 0));
}

/// A holiday that the office adds later moves limits, never what was done.
#[test]
fn recorded_steps_hold_under_a_later_calendar() {
    let langkah = [(13, VERIFIKASI), (13, U1), (42, PELAPOR), (43, L::Jawab)];
    let p: Vec<_> = langkah.map(|(n, langkah)| Peristiwa { tanggal: hari(n), langkah }).into();
    let mut k = Kalender::bawaan();
    k.hari_sendiri(date(2026, 4, 9), false, "Hari jadi");
    assert!(Laporan::terima(TERIMA).lipat(&p, &Aturan::bawaan(), &k).is_err());
    let l = Laporan::terima(TERIMA).lipat_tercatat(&p).unwrap();
    assert_eq!((l.keadaan, l.giliran()), (Keadaan::Dijawab, Giliran::Pelapor));
    assert_eq!(l.batas_kini(&Aturan::bawaan(), &k).unwrap().unwrap().jatuh, hari(53), "ten days to react");
    let salah = [Peristiwa { tanggal: hari(13), langkah: L::Jawab }];
    assert!(Laporan::terima(TERIMA).lipat_tercatat(&salah).is_err(), "their order is still looked at");
}

#[test]
fn time_escalates_once_a_round_and_so_does_the_complainant() {
    let waktu = L::Eskalasi { oleh: OlehEskalasi::Waktu };
    let lalu = |l: &[(i64, L)]| jalan(&[&[(13, VERIFIKASI), (13, U1)], l].concat());
    assert_eq!(lalu(&[(41, waktu)]), Err(SalahLangkah::BelumLewat { jatuh: date(2026, 4, 10) }));
    assert!(matches!(lalu(&[(42, waktu), (43, waktu)]), Err(SalahLangkah::TakBoleh { .. })));
    assert!(matches!(lalu(&[(42, PELAPOR), (43, waktu)]), Err(SalahLangkah::TakBoleh { .. })));
    let l = lalu(&[(42, waktu), (43, PELAPOR)]).unwrap();
    assert_eq!((l.eskalasi, l.giliran()), (2, Giliran::Unit));
    assert!(matches!(lalu(&[(42, PELAPOR), (43, PELAPOR)]), Err(SalahLangkah::TakBoleh { .. })));
    let l = lalu(&[(42, PELAPOR), (43, L::Jawab), (44, L::Tanggapi)]).unwrap();
    assert!(!l.dieskalasi && !l.eskalasi_pelapor, "a new round begins anew, for time and for the complainant");
}

#[test]
fn two_switches() {
    let lihat = |anonim, rahasia, p| {
        let t = Samaran { anonim, rahasia }.bagi(p);
        (t.nama, t.isi)
    };
    assert_eq!(lihat(true, false, Pembaca::UnitPenjawab), (false, true));
    assert_eq!(lihat(false, true, Pembaca::UnitPenjawab), (true, true));
    assert_eq!([(true, true), (true, false)].map(|(a, r)| lihat(a, r, Pembaca::Umum)), [(false, false), (false, true)]);
    assert_eq!(lihat(true, true, Pembaca::Pelapor), (true, true));
    assert_eq!(lihat(true, false, Pembaca::Penghubung), (false, true), "the coordinator is of the agency too");
}

#[test]
fn measures() {
    let tepat = jalan(&[(13, VERIFIKASI), (13, U1), (41, L::Jawab)]).unwrap();
    let terlambat = jalan(&[(13, VERIFIKASI), (13, U1), (42, L::Jawab), (43, L::Selesai)]).unwrap();
    let dibuka = jalan(&[(13, VERIFIKASI), (13, U1), (20, L::Jawab), (21, L::Selesai), (22, L::BukaKembali)]).unwrap();
    let lewat = jalan(&[(13, VERIFIKASI)]).unwrap();
    let berjalan = jalan(&[(13, L::Verifikasi { kelas: Kelas::BerkadarPengawasan })]).unwrap();
    let gugur = jalan(&[(13, L::Cabut)]).unwrap();
    let baru = Laporan::terima(TERIMA);
    let semua = [tepat, terlambat, dibuka, lewat, berjalan, gugur, baru];
    let u = ukur(&semua, date(2026, 4, 30), &Aturan::bawaan(), &Kalender::bawaan()).unwrap();
    assert_eq!((u.masuk, u.gugur, u.belum_diverifikasi), (7, 1, 1));
    assert_eq!((u.tepat_waktu, u.terlambat, u.lewat_belum_dijawab, u.berjalan), (2, 1, 1, 1));
    assert_eq!((u.selesai, u.pernah_selesai, u.dibuka_kembali, u.dalam_proses), (1, 2, 1, 4));
    let tulis = [u.bagian_tepat_waktu(), u.bagian_selesai(), u.bagian_dibuka_kembali()].map(|b| b.unwrap().to_string());
    assert_eq!(tulis, ["0.5", "1/6", "0.5"]);
    let kosong = ukur([], TERIMA, &Aturan::bawaan(), &Kalender::bawaan()).unwrap();
    assert_eq!(kosong.bagian_tepat_waktu(), None, "no reports: no share, not 0");
}

fn langkah() -> impl Strategy<Value = L> {
    (0..15, 0_u128..3).prop_map(|(n, u)| match n {
        0 => L::MintaLengkapi,
        1 => L::Dilengkapi,
        2 => VERIFIKASI,
        3 => L::Tolak { alasan: AlasanTolak::Duplikat { induk: LaporanId(u) } },
        4 => L::Tolak { alasan: AlasanTolak::Spam },
        5 | 6 => L::Teruskan { unit: UnitId(u) },
        7 => L::Proses,
        8 => L::Jawab,
        9 => L::Tanggapi,
        10 => L::Selesai,
        11 => L::TutupOtomatis,
        12 => L::AnggapDicabut,
        13 => L::BukaKembali,
        _ => PELAPOR,
    })
}

proptest! {
    /// Whatever is tried: a refused step changes nothing; handing on, working and escalating move no limit; counts add up.
    #[test]
    fn any_steps(langkah in prop::collection::vec((langkah(), 0_i64..9), 0..40)) {
        let (aturan, kalender) = (Aturan::bawaan(), Kalender::bawaan());
        let (mut l, mut n) = (Laporan::terima(TERIMA), 13);
        for (langkah, lama) in langkah {
            n += lama;
            let sebelum = l.clone();
            if l.terapkan(Peristiwa { tanggal: hari(n), langkah }, &aturan, &kalender).is_err() {
                prop_assert_eq!(&l, &sebelum);
                continue;
            }
            if matches!(langkah, L::Teruskan { .. } | L::Proses | L::Eskalasi { .. }) {
                prop_assert_eq!(jatuh(&l), jatuh(&sebelum));
                prop_assert!(jatuh(&l).is_some());
            }
            prop_assert!(!(l.keadaan.gugur() && l.keadaan.ditangani()));
            if l.keadaan.ditangani() { prop_assert!(l.kelas.is_some() && jatuh(&l).is_some()); }
        }
        let u = ukur([&l], hari(n), &aturan, &kalender).unwrap();
        prop_assert_eq!(u.masuk, u.gugur + u.belum_diverifikasi + u.tepat_waktu + u.terlambat + u.lewat_belum_dijawab + u.berjalan);
    }
}
