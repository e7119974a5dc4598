use super::*;
use std::collections::BTreeMap;

fn papan(baris: usize) -> Arc<PeringkatPeriode> {
    let satu = super::super::Baris {
        lokus: crate::id::LokusId::baru(),
        kode: "l".into(),
        kelompok: "k".into(),
        formulir: "A".into(),
        unit: "u".into(),
        instansi_id: crate::id::InstansiId::baru(),
        instansi: "i".into(),
        instansi_kode: "i".into(),
        hasil: None,
        status: None,
        ipp: None,
        tampil: None,
        kategori: None,
        f02: None,
        f03: None,
        sidik: None,
        pada: None,
        divalidasi: 0,
        milik: Box::default(),
    };
    let (kelompok, instansi, tanpa_ba, edisi) = (BTreeMap::new(), Vec::new(), HashMap::new(), Vec::new());
    Arc::new(PeringkatPeriode { kelompok, tanpa_ipp: Vec::new(), belum: vec![satu; baris], instansi, tanpa_ba, edisi })
}

#[test]
fn rows_bound_what_is_kept_and_a_minute_how_long() {
    let (s, p) = (Singgahan::default(), PeriodeId::baru());
    let kunci = |n: i64| Kunci::Terbit(p, Waktu(n));
    for n in 0..4 {
        s.taruh(kunci(n), Waktu(n), papan(60_000));
    }
    let ada: Vec<i64> = (0..4).filter(|n| s.ambil(kunci(*n), Waktu(5)).is_some()).collect();
    assert_eq!(ada, [2, 3], "the oldest go");
    s.taruh(kunci(9), Waktu(9), papan(200_000));
    assert!(s.ambil(kunci(9), Waktu(9)).is_some() && s.ambil(kunci(3), Waktu(9)).is_none(), "a huge one stays alone");
    assert!(s.ambil(kunci(9), Waktu(9).tambah_detik(DETIK)).is_none());
    s.lupakan(p);
    assert!(s.ambil(kunci(9), Waktu(9)).is_none());
}

#[test]
fn the_mark_tells_states_apart() {
    let (s, p) = (Singgahan::default(), PeriodeId::baru());
    let tanda = |batal| Tanda { lokus: None, hasil: None, batal: Some(batal), putusan: Some(0) };
    s.taruh(Kunci::Kini(p, tanda(0), true), Waktu(0), papan(1));
    assert!(s.ambil(Kunci::Kini(p, tanda(0), true), Waktu(1)).is_some());
    assert!(s.ambil(Kunci::Kini(p, tanda(1), true), Waktu(1)).is_none());
}
