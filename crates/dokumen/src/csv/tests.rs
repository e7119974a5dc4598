use super::*;

fn tulis(sel: &str) -> String {
    let hasil = tabel_csv(&["a"], &[vec![sel.to_owned()]], GayaCsv::default()).unwrap();
    String::from_utf8(hasil).unwrap().strip_prefix("a\r\n").unwrap().to_owned()
}

#[test]
fn formulas_become_text_and_numbers_stay() {
    assert_eq!(tulis("=1+1"), "'=1+1\r\n");
    assert_eq!(tulis("-2+3"), "'-2+3\r\n");
    assert_eq!(tulis("@SUM(A1)"), "'@SUM(A1)\r\n");
    assert_eq!(tulis("\t=1"), "\"'\t=1\"\r\n");
    assert_eq!(tulis("-1.5"), "-1.5\r\n");
    assert_eq!(tulis("+62"), "+62\r\n");
    assert_eq!(tulis("-"), "'-\r\n");
}

#[test]
fn quotes_by_rfc_4180() {
    assert_eq!(tulis("a \"b\", c"), "\"a \"\"b\"\", c\"\r\n");
}

#[test]
fn bom_and_separator() {
    let gaya = GayaCsv { pemisah: ';', bom: true };
    let hasil = tabel_csv(&["a", "b"], &[vec!["1,5".into(), "x".into()]], gaya).unwrap();
    assert_eq!(hasil, "\u{feff}a;b\r\n\"1,5\";x\r\n".as_bytes());
}

#[test]
fn ragged_rows_are_refused() {
    let salah = tabel_csv(&["a", "b"], &[vec!["1".into()]], GayaCsv::default());
    assert!(matches!(salah, Err(Error::BarisTidakCocok { kolom: 2, baris: 1, ada: 1 })));
}
