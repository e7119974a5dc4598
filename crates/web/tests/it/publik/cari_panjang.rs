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
}
