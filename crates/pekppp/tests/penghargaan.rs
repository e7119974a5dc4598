//! The limits of what an award may ask for.

#![cfg(test)]

use pekppp::penghargaan::{Syarat, SyaratSalah};

#[test]
fn each_limit_is_the_last_that_is_allowed() {
    let kategori = ["A".to_owned()];
    let sah = |s: Syarat| s.sah(&kategori);
    let peringkat = |n| sah(Syarat { peringkat_maks: Some(n), ..Syarat::default() });
    assert_eq!([0, 1, 10_000, 10_001].map(peringkat), [Err(SyaratSalah::Peringkat), Ok(()), Ok(()), Err(SyaratSalah::Peringkat)]);
    let ipp = |n| sah(Syarat { ipp_min: Some(n), ..Syarat::default() });
    assert_eq!([0, 1, 500, 501].map(ipp), [Err(SyaratSalah::Nilai), Ok(()), Ok(()), Err(SyaratSalah::Nilai)]);
    let naik = |n| sah(Syarat { naik_min: Some(n), ..Syarat::default() });
    assert_eq!([0, 1, 500, 501].map(naik), [Err(SyaratSalah::Nilai), Ok(()), Ok(()), Err(SyaratSalah::Nilai)]);
    let beruntun = |n| sah(Syarat { tahun_beruntun: Some(n), kategori_min: Some("A".into()), ..Syarat::default() });
    assert_eq!([1, 2, 10, 11].map(beruntun), [Err(SyaratSalah::Beruntun), Ok(()), Ok(()), Err(SyaratSalah::Beruntun)]);
    assert_eq!(sah(Syarat { kategori_min: Some("Z".into()), ..Syarat::default() }), Err(SyaratSalah::Kategori));
    assert_eq!(sah(Syarat { tahun_beruntun: Some(2), peringkat_maks: Some(1), ..Syarat::default() }), Err(SyaratSalah::BeruntunKosong));
    assert_eq!(sah(Syarat::default()), Err(SyaratSalah::Kosong));
}
