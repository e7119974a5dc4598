//! What one source, and all together, may hold at a time: uploads in memory, documents in print.

use std::net::IpAddr;

use web::{Error, muatan::Muatan, publik::cetak::CetakUmum};

const SUMBER: usize = 160 * 1024 * 1024;

fn ip(n: u8) -> IpAddr {
    IpAddr::from([192, 0, 2, n])
}

#[test]
fn uploads_of_one_source_and_of_all_have_an_end_and_give_room_back() {
    let m = Muatan::default();
    let mut semua: Vec<_> = (0..3).map(|n| m.mulai(ip(n))).collect();
    for p in &mut semua {
        p.tambah(SUMBER).unwrap();
        assert!(matches!(p.tambah(1), Err(Error::TerlaluSering)));
    }
    let mut lain = m.mulai(ip(9));
    assert!(matches!(lain.tambah(SUMBER), Err(Error::Lama)), "no room for anybody");
    assert!(matches!(m.mulai(ip(0)).tambah(1), Err(Error::TerlaluSering)), "a second form of the same source");
    drop(semua);
    lain.tambah(SUMBER).unwrap();
    let mut rumah = m.mulai("2001:db8::1".parse().unwrap());
    rumah.tambah(SUMBER).unwrap();
    assert!(matches!(m.mulai("2001:db8::2".parse().unwrap()).tambah(1), Err(Error::TerlaluSering)), "a home with IPv6 is one source");
}

#[test]
fn visitors_leave_room_in_the_queue_of_the_printers() {
    let c = CetakUmum::default();
    let satu: Vec<_> = (0..3).map(|_| c.ambil(ip(1)).unwrap()).collect();
    assert!(matches!(c.ambil(ip(1)), Err(Error::TerlaluSering)));
    let lain: Vec<_> = (2..9).flat_map(|n| (0..3).map(move |_| n)).map(|n| c.ambil(ip(n)).unwrap()).collect();
    assert!(matches!(c.ambil(ip(20)), Err(Error::Lama)));
    drop(satu);
    assert!(c.ambil(ip(20)).is_ok());
    drop(lain);
}
