use super::*;

fn teks(lokus: LokusId, edisi: &str, lebih: &str) -> Vec<u8> {
    format!(r#"{{"format":"{FORMAT}","lokus":"{lokus}","edisi":"{edisi}","indikator":[]{lebih}}}"#).into_bytes()
}

#[test]
fn only_a_file_of_this_unit_and_edition_is_read() {
    let l = LokusId::baru();
    assert!(baca(&teks(l, "e", ""), l, "e").is_ok());
    assert_eq!(baca(&teks(LokusId::baru(), "e", ""), l, "e").err(), Some("luring-salah-unit"));
    assert_eq!(baca(&teks(l, "lain", ""), l, "e").err(), Some("luring-salah-edisi"));
    assert_eq!(baca(&teks(l, "e", r#","hak":1"#), l, "e").err(), Some("luring-salah-bentuk"));
    assert_eq!(baca(b"<html>", l, "e").err(), Some("luring-salah-bentuk"));
    let satu = format!(r#"{{"op":"{l}","indikator":"x","nama":"x","isi":""}}"#);
    let penuh = format!(r#","bukti":[{}]"#, vec![satu; BUKTI_MAKS + 1].join(","));
    assert_eq!(baca(&teks(l, "e", &penuh), l, "e").err(), Some("luring-salah-banyak"));
}
