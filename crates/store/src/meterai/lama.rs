//! Marks of rows from before there were any, and those after the installation's key leaked.

use super::Meterai;
use crate::{
    Hasil, Kunci, Tx,
    akun::Tautan,
    faktor::kunci_sandi::Tersimpan,
    kueri::{Kueri, Value},
    nilai,
    sso::Taut,
};
use sea_orm::ConnectionTrait;

/// Links, passkeys and ties as they stand, each with its statement and the value that finds it.
async fn semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<(&'static str, Value, Meterai, Option<Vec<u8>>)>> {
    let mut semua = Vec::new();
    for t in c.semua::<Tautan>(&Tautan::sql("WHERE dipakai IS NULL"), nilai![]).await? {
        semua.push(("UPDATE tautan_sekali SET tanda = $1 WHERE sidik = $2", t.sidik.clone().into(), t.meterai(), t.tanda));
    }
    for k in c.semua::<Tersimpan>(&Tersimpan::sql(""), nilai![]).await? {
        semua.push(("UPDATE kunci_sandi SET tanda = $1 WHERE id = $2", k.id.into(), k.meterai(), k.tanda));
    }
    for t in c.semua::<Taut>(&Taut::sql(""), nilai![]).await? {
        semua.push(("UPDATE sso_akun SET tanda = $1 WHERE id = $2", t.id.into(), t.meterai(), t.tanda));
    }
    Ok(semua)
}

/// Marks what stands at the upgrade: once, in the transaction of the migration that brings the columns.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    for (sql, baris, m, _) in semua(c).await? {
        c.jalankan(sql, nilai![m.buat(kunci), baris]).await?;
    }
    Ok(())
}

/// After a leak: what the old key marked is marked by the new one, what it did not mark stays shut, and all sessions end.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    tx.jalankan("DELETE FROM sesi", nilai![]).await?;
    for (sql, baris, m, tanda) in semua(&**tx).await? {
        if m.sah(&tx.kunci, tanda.as_deref()) {
            tx.jalankan(sql, nilai![m.buat(baru), baris]).await?;
        }
    }
    Ok(())
}
