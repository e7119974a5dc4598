use super::peramban;

#[test]
fn a_browser_is_named_by_what_it_is_not_by_its_ancestors() {
    let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Safari/537.36 Edg/120";
    assert_eq!(peramban(edge).as_deref(), Some("Edge, Windows"));
    let hp = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Mobile Safari/537.36";
    assert_eq!(peramban(hp).as_deref(), Some("Chrome, Android"));
    assert_eq!(peramban("curl/8"), None);
}
