//! A search is text of anybody, of any length that an address holds.

use testkit::basis::BasisUji;

use crate::app::TestApp;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_search_as_long_as_an_address_is_answered(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let tamu = app.tamu();
        for panjang in [60_000, 30_000] {
            for huruf in ["a", "_"] {
                for halaman in ["/hasil", "/hasil-skm"] {
                    let j = tamu.get(&format!("{halaman}?cari={}", huruf.repeat(panjang))).await;
                    assert!(j.status.is_success(), "{halaman} {panjang} {huruf}: {}", j.status);
                }
            }
        }
    }

    async fn the_way_back_after_the_login_is_no_longer_than_a_head_may_be(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        // As it is sent: a mark in the query becomes three bytes, one that was encoded already five for three.
        for cari in ["a".repeat(5000), "&".repeat(1980), "%25".repeat(600)] {
            let j = app.tamu().get(&format!("/periode?cari={cari}")).await;
            assert_eq!(j.ke(), "/masuk?kembali=/periode");
        }
        let j = app.tamu().get(&format!("/periode?cari={}", "a".repeat(1900))).await;
        assert!(j.ke().starts_with("/masuk?kembali=/periode%3Fcari%3Daaa") && j.ke().len() > 1900, "{}", j.ke());
    }
}
