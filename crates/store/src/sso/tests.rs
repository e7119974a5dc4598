use super::*;

#[test]
fn a_claim_is_a_text_a_list_or_inside_another() {
    let klaim = serde_json::json!({
        "unit": "dinsos", "groups": ["a", "b"], "aktif": true, "realm_access": { "roles": ["kepala"] }, "email": "a@x.id", "https://x.id/peran": ["c"],
    });
    let i = Identitas {
        penerbit: "https://sso.example",
        subjek: "1",
        surel: None,
        surel_terverifikasi: false,
        nama: None,
        klaim: &klaim,
        dua_langkah: false,
        terbukti: None,
    };
    assert!(!i.menyatakan("email", "a@x.id") && Identitas { surel_terverifikasi: true, ..i }.menyatakan("email", "a@x.id"));
    for (k, isi) in [("unit", "dinsos"), ("groups", "b"), ("aktif", "true"), ("realm_access.roles", "kepala"), ("https://x.id/peran", "c")]
    {
        assert!(i.menyatakan(k, isi), "{k}");
    }
    for (k, isi) in [("unit", "din"), ("groups", "c"), ("realm_access", "kepala"), ("tidak.ada", ""), ("", "")] {
        assert!(!i.menyatakan(k, isi), "{k}");
    }
}
