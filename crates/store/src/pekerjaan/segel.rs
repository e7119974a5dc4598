//! Mails in the queue are sealed under the installation's key file, bound to their row: one may hold a link that sets a password. Who reads
//! the database, or a copy of it, reads no link; who writes it sends no mail of his own in the name of the agency.

use super::{Pekerjaan, SUREL};
use crate::{Hasil, Kunci, Tx, id::PekerjaanId, kueri::Kueri, nilai, rahasia};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use sea_orm::{ConnectionTrait, FromQueryResult};

const GUNA: &str = "pekerjaan.surel";
/// Before sealed content; JSON never begins so.
const AWALAN: &str = "s1:";

pub(super) fn segel(kunci: &Kunci, id: PekerjaanId, isi: &str) -> Hasil<String> {
    Ok(format!("{AWALAN}{}", BASE64.encode(rahasia::segel(kunci, GUNA, id.0.as_bytes(), isi.as_bytes())?)))
}

/// The content of a mail that this installation put there, as JSON.
pub(super) fn buka(kunci: &Kunci, p: &Pekerjaan) -> Option<String> {
    buka_isi(kunci, p.id, &p.isi)
}

fn buka_isi(kunci: &Kunci, id: PekerjaanId, isi: &str) -> Option<String> {
    let segel = BASE64.decode(isi.strip_prefix(AWALAN)?).ok()?;
    String::from_utf8(rahasia::buka(kunci, GUNA, id.0.as_bytes(), &segel)?).ok()
}

/// A mail that waits.
#[derive(FromQueryResult)]
pub(crate) struct Menunggu {
    pub id: PekerjaanId,
    isi: String,
}

impl Menunggu {
    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        buka_isi(kunci, self.id, &self.isi).is_some()
    }
}

/// Mails that wait, or were given up, at most a million.
pub(crate) async fn menunggu<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Menunggu>> {
    c.semua("SELECT id, isi FROM pekerjaan WHERE jenis = $1 ORDER BY id LIMIT 1000000", nilai![SUREL]).await
}

async fn tulis<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: PekerjaanId, isi: &str) -> Hasil<()> {
    c.jalankan("UPDATE pekerjaan SET isi = $2 WHERE id = $1", nilai![id, segel(kunci, id, isi)?]).await.map(drop)
}

/// Seals what waits at the upgrade, in the transaction of its migration.
pub(crate) async fn segel_lama<C: ConnectionTrait>(c: &C, kunci: &Kunci) -> Hasil<()> {
    for m in menunggu(c).await?.iter().filter(|m| !m.isi.starts_with(AWALAN)) {
        tulis(c, kunci, m.id, &m.isi).await?;
    }
    Ok(())
}

/// After a leak: what the old key opens is sealed under the new one; the rest is never sent.
pub(crate) async fn segel_ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    for m in menunggu(&**tx).await? {
        if let Some(isi) = buka_isi(&tx.kunci, m.id, &m.isi) {
            tulis(&**tx, baru, m.id, &isi).await?;
        }
    }
    Ok(())
}
