use super::*;
use serde_json::json;

fn baik() -> Value {
    json!({ "iss": "https://sso.example", "aud": "prima", "exp": 1100, "iat": 1000, "nonce": "n", "sub": "1", "auth_time": 995 })
}

fn coba(ubah: impl FnOnce(&mut Value)) -> bool {
    let mut k = baik();
    ubah(&mut k);
    let h = Harap { penerbit: "https://sso.example", klien: "prima", nonce: "n", kini: 1000, sejak: Some(990) };
    periksa(&k, &h).is_ok()
}

#[test]
fn only_an_answer_to_this_question() {
    assert!(coba(|_| {}));
    assert!(coba(|k| k["aud"] = json!(["prima"])));
    assert!(coba(|k| {
        k["aud"] = json!(["lain", "prima"]);
        k["azp"] = json!("prima");
    }));
    for (nama, nilai) in [
        ("iss", json!("https://sso.example/")),
        ("aud", json!("lain")),
        ("aud", json!(["lain", "prima"])),
        ("azp", json!("lain")),
        ("exp", json!(940)),
        ("exp", Value::Null),
        ("iat", json!(1061)),
        ("iat", Value::Null),
        ("nbf", json!(1061)),
        ("nonce", json!("m")),
        ("nonce", Value::Null),
        ("sub", json!("")),
        ("auth_time", json!(900)),
        ("auth_time", Value::Null),
    ] {
        assert!(!coba(|k| k[nama] = nilai.clone()), "{nama} {nilai}");
    }
}

#[test]
fn two_steps_are_what_the_settings_say() {
    assert!(dua_langkah(&json!({ "amr": ["pwd", "mfa"] }), "mfa") && dua_langkah(&json!({ "acr": "aal2" }), "aal2"));
    assert!(!dua_langkah(&json!({ "amr": ["pwd"] }), "mfa") && !dua_langkah(&json!({ "acr": "" }), ""));
}
