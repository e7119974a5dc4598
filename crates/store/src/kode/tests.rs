use super::*;

#[test]
fn what_is_printed_is_found_again_however_it_is_typed() {
    for j in Jenis::SEMUA {
        let k = baru(j);
        assert_eq!(k.len(), 11);
        // Five in a hundred would have none by chance.
        assert!((0..500).all(|_| baru(j).bytes().any(|b| b.is_ascii_digit())));
        assert_eq!(rapikan(&tampil(&k)), Some((j, k.clone())));
        assert_eq!(rapikan(&format!(" {} ", k.to_uppercase())), Some((j, k)));
    }
    let kode = tampil("jabcdefghkm");
    assert_eq!(tanpa_kode(&format!("/mpp/1/pesanan/{kode}/kehadiran")), "/mpp/1/pesanan/…/kehadiran");
    assert_eq!(tanpa_kode("/berkas/0199-1/pemeriksaan"), "/berkas/0199-1/pemeriksaan");
    assert_eq!(rapikan("t-123"), None);
    assert_eq!(rapikan("x7kq49xmp3r"), None);
    assert_eq!(rapikan("t7kq49xmp3r/.."), None);
}
