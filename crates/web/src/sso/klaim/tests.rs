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

#[test]
fn an_address_is_verified_by_who_names_it() {
    let gabung = |isi: Value, lain: Value| {
        let (Value::Object(mut isi), Value::Object(lain)) = (isi, lain) else { unreachable!() };
        super::gabung(&mut isi, lain);
        Value::Object(isi)
    };
    let (a, b) = (json!({ "email": "a@x.id" }), json!({ "email": "b@x.id", "email_verified": true, "groups": ["g"] }));
    assert_eq!(gabung(a.clone(), b.clone()), json!({ "email": "a@x.id", "groups": ["g"] }), "the word about another address");
    assert_eq!(gabung(json!({ "email_verified": true }), json!({ "email": "b@x.id" })), json!({ "email_verified": true }));
    assert_eq!(gabung(json!({}), b.clone()), b);
    let ya = json!({ "email": "a@x.id", "email_verified": true });
    assert_eq!(gabung(a, ya.clone()), ya);
    let tidak = json!({ "email": "a@x.id", "email_verified": false });
    assert_eq!(gabung(tidak.clone(), ya), tidak, "what was signed stays");
}
