use super::BahasaSurvei::{self as B, *};

#[test]
fn the_link_decides_then_a_browser_set_to_a_regional_language() {
    assert_eq!(B::pilih(Some("en"), Some("jv")), En);
    assert_eq!(B::pilih(Some("xx"), None), Id);
    assert_eq!(B::pilih(None, Some("en-US,en;q=0.9,id;q=0.8")), Id);
    assert_eq!(B::pilih(None, Some("su-ID;q=1,id;q=0.8")), Su);
    assert_eq!(B::pilih(None, Some("jv")), Jv);
}

#[test]
fn every_language_names_itself() {
    let nama = B::SEMUA.map(|b| b.s("survei-nama-bahasa"));
    assert_eq!(nama, ["Indonesia", "English", "Jawa", "Sunda"]);
}
