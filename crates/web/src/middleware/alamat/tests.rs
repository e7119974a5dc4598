use super::*;
use axum::http::HeaderValue;

fn tebak(peer: &str, xff: &str) -> String {
    let net: Jaringan = "10.0.0.0/8".parse().unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("x-forwarded-for", HeaderValue::from_bytes(xff.as_bytes()).unwrap());
    klien(Some(peer.parse().unwrap()), &headers, |ip| net.memuat(ip)).to_string()
}

#[test]
fn only_trusted_proxies_are_believed() {
    assert_eq!(tebak("192.0.2.7", "1.2.3.4"), "192.0.2.7");
    assert_eq!(tebak("10.0.0.1", "1.2.3.4"), "1.2.3.4");
    assert_eq!(tebak("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.9.9.9"), "1.2.3.4");
    assert_eq!(tebak("10.0.0.1", "1.2.3.4, nonsense"), "10.0.0.1");
}

#[test]
fn nothing_the_client_put_in_front_hides_him() {
    for depan in ["nonsense", "", ",", "1.2.3.4.5", "\u{fc}", "10.0.0.7", "unknown"] {
        assert_eq!(tebak("10.0.0.1", &format!("{depan}, 1.2.3.4")), "1.2.3.4", "{depan:?}");
    }
    assert_eq!(tebak("10.0.0.1", "9.9.9.9, 1.2.3.4:5678"), "1.2.3.4");
    assert_eq!(tebak("10.0.0.1", "[2001:db8::1]:5678"), "2001:db8::1");
    assert_eq!(tebak("10.0.0.1", "[2001:db8::1]"), "2001:db8::1");
}

#[test]
fn networks_are_parsed_strictly() {
    assert!("10.0.0.0/33".parse::<Jaringan>().is_err());
    assert!("ten".parse::<Jaringan>().is_err());
    assert!("::1".parse::<Jaringan>().unwrap().memuat("::1".parse().unwrap()));
    assert!("0.0.0.0/0".parse::<Jaringan>().unwrap().memuat("::ffff:9.9.9.9".parse().unwrap()));
}
