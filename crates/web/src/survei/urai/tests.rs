use super::*;

#[test]
fn both_ways_of_writing_mean_the_same() {
    let formulir = urai(Tulisan::Formulir, b"id=a&stempel=s&saran=antre+lama%21&q_waktu=4&usia=2").unwrap();
    let json = br#"{"id":"a","stempel":"s","saran":"antre lama!","nilai":{"q_waktu":4},"profil":{"usia":"2"}}"#;
    assert_eq!(formulir, urai(Tulisan::Json, json).unwrap());
}

#[test]
fn what_is_no_answer_is_not_read() {
    for isi in ["", "[]", "{\"id\":\"a\"}", "{\"id\":1,\"stempel\":\"s\"}", "{\"id\":\"a\",\"stempel\":\"s\",\"nik\":\"1\"}", "\u{0}"] {
        assert!(urai(Tulisan::Json, isi.as_bytes()).is_none(), "{isi}");
    }
    assert_eq!(Tulisan::dari("multipart/form-data; boundary=x"), None);
    assert_eq!(Tulisan::dari("Application/JSON; charset=utf-8"), Some(Tulisan::Json));
}
