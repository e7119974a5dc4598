use super::*;

const KINI: Waktu = Waktu(1_772_409_600_000_000);

#[test]
fn refusals_of_many_sources_within_a_minute_make_an_attack_that_ends() {
    let (s, ronde) = (Serangan::default(), RondeId::baru());
    for n in 0..120_i64 {
        s.catat(ronde, n.unsigned_abs() + 1, KINI.tambah_detik(n * 2));
    }
    assert!(!s.berlangsung(ronde, KINI), "thirty a minute is no attack");
    for n in 1..=u64::from(BATAS) {
        s.catat(ronde, n, KINI.tambah_detik(600));
    }
    assert!(s.berlangsung(ronde, KINI.tambah_detik(601)));
    assert!(!s.berlangsung(RondeId::baru(), KINI.tambah_detik(601)), "another round");
    assert!(!s.berlangsung(ronde, KINI.tambah_detik(1201)));
}

#[test]
fn eleven_sources_make_nobody_else_work_and_twelve_do() {
    let (s, ronde) = (Serangan::default(), RondeId::baru());
    for sumber in 1..=11 {
        for _ in 0..10_000 {
            s.catat(ronde, sumber, KINI);
        }
    }
    assert!(!s.berlangsung(ronde, KINI));
    for _ in 0..SUMBANGAN {
        s.catat(ronde, 12, KINI);
    }
    assert!(s.berlangsung(ronde, KINI));
}

#[test]
fn more_sources_than_are_told_apart_are_an_attack() {
    let (s, ronde) = (Serangan::default(), RondeId::baru());
    for sumber in 1..=60 {
        s.catat(ronde, sumber, KINI);
    }
    assert!(s.berlangsung(ronde, KINI));
}

#[test]
fn the_table_is_bounded() {
    let s = Serangan::default();
    for _ in 0..3 * BANYAK {
        s.catat(RondeId::baru(), 1, KINI);
    }
    assert!(s.ronde.read().unwrap().len() <= BANYAK);
    assert!(std::mem::size_of::<Catatan>() * BANYAK < 2 << 20);
}
