//! Jobs carry a mark of this installation over their kind and content ([`crate::meterai`]), for they are done in somebody's name: who writes
//! the database, but holds no key file, has none done. Mails are sealed besides, since one may hold a link that sets a password: who reads
//! the database, or a copy of it, reads no link.

use super::{Pekerjaan, SUREL};
use crate::{Hasil, Kunci, Tx, id::PekerjaanId, kueri::Kueri, meterai::Meterai, nilai, rahasia};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use sea_orm::{ConnectionTrait, FromQueryResult};

const GUNA: &str = "pekerjaan.surel";
/// Before sealed content; JSON never begins so.
const AWALAN: &str = "s1:";

pub(super) fn segel(kunci: &Kunci, id: PekerjaanId, isi: &str) -> Hasil<String> {
    Ok(format!("{AWALAN}{}", BASE64.encode(rahasia::segel(kunci, GUNA, id.0.as_bytes(), isi.as_bytes())?)))
}

fn meterai(id: PekerjaanId, jenis: &str, isi: &str) -> Meterai {
    Meterai::atas("pekerjaan").id(Some(id.0)).teks(Some(jenis)).teks(Some(isi))
}

/// The mark over a job as it is stored.
pub(super) fn tanda(kunci: &Kunci, id: PekerjaanId, jenis: &str, isi: &str) -> Vec<u8> {
    meterai(id, jenis, isi).buat(kunci)
}

/// The content of a job that this installation put there, as JSON.
pub(super) fn buka(kunci: &Kunci, p: &Pekerjaan) -> Option<String> {
    if !meterai(p.id, &p.jenis, &p.isi).sah(kunci, p.tanda.as_deref()) {
        return None;
    }
    if p.jenis == SUREL { buka_isi(kunci, p.id, &p.isi) } else { Some(p.isi.clone()) }
}

fn buka_isi(kunci: &Kunci, id: PekerjaanId, isi: &str) -> Option<String> {
    let segel = BASE64.decode(isi.strip_prefix(AWALAN)?).ok()?;
    String::from_utf8(rahasia::buka(kunci, GUNA, id.0.as_bytes(), &segel)?).ok()
}

/// A job that waits.
#[derive(FromQueryResult)]
pub(crate) struct Menunggu {
    pub id: PekerjaanId,
    pub jenis: String,
    isi: String,
    tanda: Option<Vec<u8>>,
}

impl Menunggu {
    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        meterai(self.id, &self.jenis, &self.isi).sah(kunci, self.tanda.as_deref())
    }
}

/// Jobs that wait, or were given up, at most a million.
pub(crate) async fn menunggu<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Menunggu>> {
    c.semua("SELECT id, jenis, isi, tanda FROM pekerjaan ORDER BY id LIMIT 1000000", nilai![]).await
}

/// Marks a job, a mail sealed before; `isi` is JSON.
async fn tulis<C: ConnectionTrait>(c: &C, kunci: &Kunci, m: &Menunggu, isi: &str) -> Hasil<()> {
    let isi = if m.jenis == SUREL { segel(kunci, m.id, isi)? } else { isi.to_owned() };
    let tanda = tanda(kunci, m.id, &m.jenis, &isi);
    c.jalankan("UPDATE pekerjaan SET isi = $2, tanda = $3 WHERE id = $1", nilai![m.id, isi, tanda]).await.map(drop)
}

/// Marks and seals what waits at the upgrade, in the transaction of its migration.
pub(crate) async fn segel_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    for m in menunggu(c).await?.iter().filter(|m| m.tanda.is_none()) {
        tulis(c, kunci, m, &m.isi).await?;
    }
    Ok(())
}

/// After a leak: what the old key marked is marked, and sealed, under the new one; the rest is never done.
pub(crate) async fn segel_ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    for m in menunggu(&**tx).await?.iter().filter(|m| m.sah(&tx.kunci)) {
        let isi = if m.jenis == SUREL { buka_isi(&tx.kunci, m.id, &m.isi) } else { Some(m.isi.clone()) };
        if let Some(isi) = isi {
            tulis(&**tx, baru, m, &isi).await?;
        }
    }
    Ok(())
}
