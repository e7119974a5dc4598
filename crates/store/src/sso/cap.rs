//! Marks of what decides about sign-in through the provider ([`crate::meterai`]): lines of the table of roles, and domains whose addresses it
//! may speak for. A line or a domain without a valid mark counts for nothing.

use crate::{Hasil, Kunci, Tx, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// A line of the table as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Baris {
    pub id: Uuid,
    pub penerbit: String,
    pub klaim: String,
    pub isi: String,
    peran: String,
    instansi_id: Option<Uuid>,
    unit_id: Option<Uuid>,
    wilayah: Option<String>,
    mulai: Option<String>,
    sampai: Option<String>,
    pub tanda: Option<Vec<u8>>,
}

impl Baris {
    const SQL: &str = "SELECT m.id, m.penerbit, m.klaim, m.isi, m.peran, m.instansi_id, m.unit_id, m.wilayah, m.mulai, m.sampai, m.tanda
        FROM sso_peta m LEFT JOIN sso_peta_cabut c ON c.peta_id = m.id WHERE c.peta_id IS NULL";

    /// Lines that were not taken back, at most 100,000.
    pub(crate) async fn semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Self>> {
        c.semua(&format!("{} ORDER BY m.id LIMIT 100000", Self::SQL), nilai![]).await
    }

    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("sso_peta")
            .id(Some(self.id))
            .teks(Some(&self.penerbit))
            .teks(Some(&self.klaim))
            .teks(Some(&self.isi))
            .teks(Some(&self.peran))
            .id(self.instansi_id)
            .id(self.unit_id)
            .teks(self.wilayah.as_deref())
            .teks(self.mulai.as_deref())
            .teks(self.sampai.as_deref())
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }
}

/// A domain as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Domain {
    pub id: Uuid,
    pub penerbit: String,
    pub domain: String,
    pub tanda: Option<Vec<u8>>,
}

impl Domain {
    const SQL: &str = "SELECT d.id, d.penerbit, d.domain, d.tanda FROM sso_domain d LEFT JOIN sso_domain_cabut c ON c.domain_id = d.id
        WHERE c.domain_id IS NULL";

    /// Domains that were not taken back, at most 100,000.
    pub(crate) async fn semua<C: ConnectionTrait>(c: &C) -> Hasil<Vec<Self>> {
        c.semua(&format!("{} ORDER BY d.id LIMIT 100000", Self::SQL), nilai![]).await
    }

    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("sso_domain").id(Some(self.id)).teks(Some(&self.penerbit)).teks(Some(&self.domain))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }
}

/// Marks a line that was just written.
pub(super) async fn tandai_peta(tx: &Tx, id: Uuid) -> Hasil<()> {
    let b: Baris = tx.satu(&format!("{} AND m.id = $1", Baris::SQL), nilai![id]).await?;
    tx.jalankan("UPDATE sso_peta SET tanda = $2 WHERE id = $1", nilai![id, b.meterai().buat(&tx.kunci)]).await.map(drop)
}

/// Marks a domain that was just written.
pub(super) async fn tandai_domain(tx: &Tx, id: Uuid) -> Hasil<()> {
    let d: Domain = tx.satu(&format!("{} AND d.id = $1", Domain::SQL), nilai![id]).await?;
    tx.jalankan("UPDATE sso_domain SET tanda = $2 WHERE id = $1", nilai![id, d.meterai().buat(&tx.kunci)]).await.map(drop)
}

/// Whether a line holds its mark; what holds none is said in the log.
pub(super) async fn peta_sah(tx: &Tx, id: Uuid) -> Hasil<bool> {
    let b: Option<Baris> = tx.mungkin(&format!("{} AND m.id = $1", Baris::SQL), nilai![id]).await?;
    let sah = b.is_some_and(|b| b.sah(&tx.kunci));
    if !sah {
        tracing::error!(%id, "a line of roles for single sign-on was not written by this installation; it gives none");
    }
    Ok(sah)
}

/// Whether the provider may speak for addresses of a domain.
pub(super) async fn domain_sah(tx: &Tx, penerbit: &str, domain: &str) -> Hasil<bool> {
    let sql = format!("{} AND d.penerbit = $1 AND d.domain = $2 ORDER BY d.id LIMIT 100", Domain::SQL);
    let semua: Vec<Domain> = tx.semua(&sql, nilai![penerbit, domain]).await?;
    let sah = semua.iter().any(|d| d.sah(&tx.kunci));
    if !sah && !semua.is_empty() {
        tracing::error!(domain, "a domain for single sign-on was not written by this installation; it opens nothing");
    }
    Ok(sah)
}
