//! What the owner of an account is told about its second step: what somebody else may have done.

use crate::{
    Hasil, Tx,
    id::{AkunId, KunciSandiId},
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Wrong codes in a quarter of an hour after which the owner is told: somebody knows the password.
pub(super) const TEBAKAN: i64 = 5;

/// Somebody tries codes.
pub(super) async fn tebakan(tx: &Tx, akun: AkunId, jendela: i64) -> Hasil<()> {
    kirim(tx, akun, "faktor-tebakan", &format!("faktor-tebakan/{jendela}")).await
}

/// A recovery code was used.
pub(super) async fn pulih(tx: &Tx, akun: AkunId) -> Hasil<()> {
    kirim(tx, akun, "faktor-pulih", &format!("faktor-pulih/{}", tx.pada.0)).await
}

/// An administrator took it off.
pub(super) async fn dihapus(tx: &Tx, akun: AkunId) -> Hasil<()> {
    kirim(tx, akun, "faktor-dihapus", &format!("faktor-dihapus/{}", tx.pada.0)).await
}

/// A passkey was added.
pub(super) async fn kunci_baru(tx: &Tx, akun: AkunId, id: KunciSandiId) -> Hasil<()> {
    kirim(tx, akun, "faktor-kunci-baru", &format!("faktor-kunci-baru/{id}")).await
}

/// The counter of a passkey did not advance: perhaps somebody copied it.
pub(super) async fn kunci_tiruan(tx: &Tx, akun: AkunId) -> Hasil<()> {
    kirim(tx, akun, "faktor-kunci-tiruan", &format!("faktor-kunci-tiruan/{}", tx.pada.0 / 900_000_000)).await
}

/// The provider's word was tied to the account.
pub(crate) async fn sso_taut(tx: &Tx, akun: AkunId) -> Hasil<()> {
    kirim(tx, akun, "sso-taut", &format!("sso-taut/{}", tx.pada.0)).await
}

async fn kirim(tx: &Tx, akun: AkunId, jenis: &'static str, sekali: &str) -> Hasil<()> {
    let isi = serde_json::json!({});
    let kepada = [Kepada::Akun(akun)];
    let p =
        Pemberitahuan { jenis, kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: "/akun/dua-langkah", isi: &isi, sekali };
    beri_tahu(tx, &p).await.map(|_| ())
}
