//! Marks of rows from before there were any, and those after the installation's key leaked.

use super::Meterai;
use crate::{
    Hasil, Kunci, Tx,
    akun::{self, Tautan},
    diterima::bukti,
    faktor::{kunci_sandi::Tersimpan, pulih, tanda},
    kueri::{Kueri, Value},
    kunci_instalasi, nilai,
    pekerjaan::segel,
    peran::cap,
    sso::{Taut, cap as sso},
    tenan::TokenTersimpan,
    token_api,
};
use sea_orm::ConnectionTrait;

/// A row: the statement that marks it, the values that find it from `$2` on, what its mark covers, and the mark that it has.
type Baris = (&'static str, Vec<Value>, Meterai, Option<Vec<u8>>);

/// Links, passkeys and ties as they stand.
async fn awal<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Baris>> {
    let mut semua: Vec<Baris> = Vec::new();
    for t in c.semua::<Tautan>(&Tautan::sql("WHERE dipakai IS NULL"), nilai![]).await? {
        semua.push(("UPDATE tautan_sekali SET tanda = $1 WHERE sidik = $2", nilai![t.sidik.clone()], t.meterai(), t.tanda));
    }
    for k in c.semua::<Tersimpan>(&Tersimpan::sql(""), nilai![]).await? {
        semua.push(("UPDATE kunci_sandi SET tanda = $1 WHERE id = $2", nilai![k.id], k.meterai(), k.tanda));
    }
    for t in c.semua::<Taut>(&Taut::sql(""), nilai![]).await? {
        semua.push(("UPDATE sso_akun SET tanda = $1 WHERE id = $2", nilai![t.id], t.meterai(), t.tanda));
    }
    Ok(semua)
}

/// Recovery codes that were not used; tokens, lines and domains of single sign-on that were not taken back.
async fn lagi<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Baris>> {
    let mut semua: Vec<Baris> = Vec::new();
    for k in c.semua::<pulih::Tersimpan>(&pulih::Tersimpan::sql(""), nilai![]).await? {
        let sql = "UPDATE kode_pulih SET tanda = $1 WHERE akun_id = $2 AND sidik = $3";
        semua.push((sql, nilai![k.akun_id, k.sidik.clone()], k.meterai(), k.tanda));
    }
    for b in sso::Baris::semua(c).await? {
        semua.push(("UPDATE sso_peta SET tanda = $1 WHERE id = $2", nilai![b.id], b.meterai(), b.tanda));
    }
    for d in sso::Domain::semua(c).await? {
        semua.push(("UPDATE sso_domain SET tanda = $1 WHERE id = $2", nilai![d.id], d.meterai(), d.tanda));
    }
    for t in token_api::Tersimpan::berlaku(c).await? {
        semua.push(("UPDATE token_api SET tanda = $1 WHERE id = $2", nilai![t.id], t.meterai(), t.tanda));
    }
    for t in TokenTersimpan::berlaku(c).await? {
        semua.push(("UPDATE tenan_token SET tanda = $1 WHERE id = $2", nilai![t.id], t.meterai(), t.tanda));
    }
    Ok(semua)
}

async fn tandai<C: ConnectionTrait>(c: &C, kunci: &Kunci, semua: Vec<Baris>) -> Hasil<()> {
    for (sql, baris, m, _) in semua {
        c.jalankan(sql, [nilai![m.buat(kunci)], baris].concat()).await?;
    }
    Ok(())
}

/// Marks what stands at the upgrade: once, in the transaction of the migration that brings the columns.
pub(crate) async fn tandai_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    tandai(c, kunci, awal(c).await?).await
}

/// The same for recovery codes, tokens, roles, jobs and second steps; mails that wait are sealed.
pub(crate) async fn tandai_lagi<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    tandai(c, kunci, lagi(c).await?).await?;
    segel::segel_lama(c, kunci).await?;
    cap::tandai_lama(c, kunci).await?;
    tanda::tandai_lama(c, kunci).await
}

/// The same for passwords of which the audit log says nothing; roles from single sign-on say so from here on.
pub(crate) async fn tandai_sandi<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    cap::tandai_sso(c, kunci).await?;
    akun::tanda::tandai_lama(c, kunci).await
}

/// After a leak: what the old key marked is marked by the new one, what it did not mark stays shut, and all sessions end.
pub(crate) async fn ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    tx.jalankan("DELETE FROM sesi", nilai![]).await?;
    let semua = awal(&**tx).await?.into_iter().chain(lagi(&**tx).await?);
    let sah = semua.filter(|(_, _, m, t)| m.sah(&tx.kunci, t.as_deref())).collect();
    tandai(&**tx, baru, sah).await?;
    segel::segel_ulang(tx, baru).await?;
    cap::ulang(tx, baru).await?;
    akun::tanda::ulang(tx, baru).await?;
    bukti::ulang(tx, baru).await?;
    kunci_instalasi::bukti::ulang(tx, baru).await?;
    tanda::ulang(tx, baru).await
}
