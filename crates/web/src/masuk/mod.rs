//! Signing in and out, forgotten passwords, the first administrator.

use crate::rute::Daftar;

pub fn rute(_d: &mut Daftar) {}

/// The login page that comes back to `jalur` afterwards. Only the query part is escaped; the path is ours.
#[must_use]
pub fn alamat_masuk(jalur: &str) -> String {
    let mut kembali = String::new();
    for byte in jalur.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            kembali.push(char::from(byte));
        } else {
            kembali.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("/masuk?kembali={kembali}")
}
