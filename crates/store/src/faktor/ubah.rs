//! What follows when a second step is taken off, by its owner or by an administrator.

use crate::{
    Hasil, Store, StoreError, Tx,
    akun::penjaga,
    audit::{self, Kejadian},
    hak::{Admin, Pelaku},
    id::AkunId,
    kueri::Kueri,
    nilai,
};
use uuid::Uuid;

/// Ends the sessions that were opened without the new step.
pub(super) async fn tutup_lain(tx: &Tx, pelaku: &Pelaku) -> Hasil<()> {
    let ini = pelaku.sesi.map_or(Uuid::nil(), |s| s.0);
    tx.jalankan("DELETE FROM sesi WHERE akun_id = $1 AND id <> $2", nilai![pelaku.akun, ini]).await.map(|_| ())
}

/// After one was taken off: without any other the recovery codes go too, unless a role needs a second step.
///
/// # Errors
/// `Keadaan("faktor-wajib-peran")`.
pub(super) async fn sisa(tx: &Tx, pelaku: &Pelaku) -> Hasil<()> {
    if super::terpasang(&**tx, pelaku.akun).await? {
        return Ok(());
    }
    if super::wajib::berlaku(&**tx, &pelaku.peran).await? {
        return Err(StoreError::Keadaan("faktor-wajib-peran"));
    }
    tx.jalankan("DELETE FROM kode_pulih WHERE akun_id = $1", nilai![pelaku.akun]).await?;
    super::tanda::tulis(tx, pelaku.akun, false).await
}

async fn hapus(tx: &Tx, akun: AkunId) -> Hasil<()> {
    penjaga::kunci_akun(tx, akun).await?;
    for tabel in ["totp", "totp_calon", "kunci_sandi", "kode_pulih", "sesi"] {
        tx.jalankan(&format!("DELETE FROM {tabel} WHERE akun_id = $1"), nilai![akun]).await?;
    }
    super::tanda::tulis(tx, akun, false).await
}

/// Takes every second step from an account whose owner cannot use it any more; its sessions end. `oleh`: `None` for whoever runs
/// the program on its machine.
///
/// # Errors
/// `Keadaan`: `akun-sendiri`, `alasan-wajib`, `faktor-belum-nyala`. `Ditolak("admin")` when the right ended meanwhile.
pub async fn setel_ulang(store: &Store, oleh: Option<&Admin>, akun: AkunId, alasan: &str) -> Hasil<()> {
    let oleh = oleh.map(|a| a.pelaku().akun);
    if oleh == Some(akun) {
        return Err(StoreError::Keadaan("akun-sendiri"));
    }
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let hilang = super::milik(store, akun).await?.hilang;
    let tx = store.mulai().await?;
    if let Some(saya) = oleh {
        penjaga::giliran(&tx).await?;
        penjaga::masih_admin(&tx, saya).await?;
    }
    if !hilang && !super::terpasang(&*tx, akun).await? {
        return Err(StoreError::Keadaan("faktor-belum-nyala"));
    }
    hapus(&tx, akun).await?;
    super::kabar::dihapus(&tx, akun).await?;
    let rincian = serde_json::json!({ "alasan": tx.kunci.ringkas(alasan.trim()) });
    audit::catat_oleh(&tx, oleh, Kejadian::baru("faktor.setel-ulang", "akun", akun).rincian(rincian)).await?;
    tx.commit().await
}
