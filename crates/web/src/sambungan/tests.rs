use super::*;

fn alamat(teks: &str) -> IpAddr {
    teks.parse().unwrap()
}

#[test]
fn an_address_holds_so_many_and_gives_back() {
    let p = PerAlamat::baru(2, 100);
    let (a, b) = (alamat("192.0.2.1"), alamat("192.0.2.2"));
    let satu = p.ambil(a, 100).unwrap();
    let dua = p.ambil(alamat("::ffff:192.0.2.1"), 99);
    assert!(dua.is_some() && p.ambil(a, 98).is_none(), "the same address written as IPv6 is no other");
    let _lain = p.ambil(b, 98).unwrap();
    drop(satu);
    let tiga = p.ambil(a, 98);
    assert!(tiga.is_some());
    drop((dua, tiga));
    assert_eq!(p.isi.lock().unwrap().len(), 1, "nothing is kept of an address without a connection");
}

#[test]
fn when_it_gets_tight_each_holds_less_but_never_nothing() {
    let p = PerAlamat::baru(8, 100);
    let banyak = |sisa| (0..20).map_while(|_| p.ambil(alamat("2001:db8::1"), sisa)).collect::<Vec<_>>().len();
    assert_eq!((banyak(25), banyak(24), banyak(0)), (8, 2, 2));
    let p = PerAlamat::baru(1, 100);
    assert!(p.ambil(alamat("192.0.2.1"), 0).is_some());
    let bebas = PerAlamat::baru(0, 1);
    let semua: Vec<_> = (0..1000).map(|_| bebas.ambil(alamat("192.0.2.1"), 0)).collect();
    assert!(semua.iter().all(Option::is_some));
}
