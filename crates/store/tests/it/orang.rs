//! A signed-in person with one role, whatever world they stand in.

use store::{
    Store, akun,
    hak::Pelaku,
    peran::{self, Lingkup, Peran},
    sesi,
};

/// The name is the e-mail address.
pub async fn orang(s: &Store, surel: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
    let tx = s.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await.unwrap();
    peran::beri(&tx, None, id, peran, &lingkup).await.unwrap();
    tx.commit().await.unwrap();
    let token = sesi::buka(s, id, "::1", "uji").await.unwrap();
    sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap()
}

/// The same person with the roles of now.
pub async fn kini(s: &Store, p: &Pelaku) -> Pelaku {
    let token = sesi::buka(s, p.akun, "::1", "uji").await.unwrap();
    sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap()
}
