//! Changing entries of the register. Codes are public and stable, so they never change.

use crate::{
    Hasil, StoreError, Tx,
    akun::sebaris,
    audit,
    hak::Pelaku,
    id::{InstansiId, UnitId},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};

/// Everything but the code; `versi` is the one the form was based on.
pub async fn ubah(tx: &Tx, oleh: &Pelaku, id: InstansiId, versi: i64, b: &super::InstansiBaru<'_>) -> Hasil<()> {
    let n = tx
        .jalankan(
            "UPDATE instansi SET nama = $3, jenis = $4, wilayah = $5, zona = $6, versi = versi + 1 WHERE id = $1 AND versi = $2",
            nilai![id, versi, sebaris(b.nama), b.jenis, b.wilayah, b.zona],
        )
        .await?;
    if n == 0 {
        let kini: super::Instansi = tx.satu(&format!("{} WHERE id = $1", super::PILIH_INSTANSI), nilai![id]).await?;
        return Err(bentrok(tx, "instansi", &id.to_string(), kini.versi).await?);
    }
    audit::catat(tx, oleh, audit::Kejadian::baru("instansi.ubah", "instansi", id).instansi(id)).await?;
    Ok(())
}

/// Name, kind, address and the unit above it (of the same instansi, and never itself or one below it).
pub async fn ubah_unit(tx: &Tx, oleh: Option<&Pelaku>, id: UnitId, versi: i64, b: &super::UnitBaru<'_>) -> Hasil<()> {
    if let Some(induk) = b.induk {
        induk_sah(tx, id, induk, b.instansi).await?;
    }
    let n = tx
        .jalankan(
            "UPDATE unit SET nama = $3, jenis = $4, alamat = $5, induk_id = $6, versi = versi + 1 WHERE id = $1 AND versi = $2",
            nilai![id, versi, sebaris(b.nama), b.jenis.trim(), b.alamat.trim(), b.induk],
        )
        .await?;
    if n == 0 {
        let kini: super::Unit = tx.satu(&format!("{} WHERE id = $1", super::PILIH_UNIT), nilai![id]).await?;
        return Err(bentrok(tx, "unit", &id.to_string(), kini.versi).await?);
    }
    audit::catat_oleh(tx, oleh.map(|p| p.akun), audit::Kejadian::baru("unit.ubah", "unit", id).instansi(b.instansi)).await?;
    Ok(())
}

async fn induk_sah(tx: &Tx, id: UnitId, induk: UnitId, instansi: InstansiId) -> Hasil<()> {
    let mut atas = Some(induk);
    for _ in 0..20 {
        let Some(a) = atas else { return Ok(()) };
        if a == id {
            break;
        }
        let u: super::Unit = tx.satu(&format!("{} WHERE id = $1", super::PILIH_UNIT), nilai![a]).await?;
        if u.instansi_id != instansi {
            break;
        }
        atas = u.induk_id;
    }
    Err(StoreError::Keadaan("unit-induk-tak-sah"))
}
