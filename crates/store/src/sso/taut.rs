//! The tie of an account to the provider's name for its person, with a mark over its row ([`crate::meterai`]).

use crate::{Hasil, Kunci, Tx, id::AkunId, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::FromQueryResult;
use uuid::Uuid;

#[derive(FromQueryResult)]
pub(crate) struct Taut {
    pub id: Uuid,
    pub penerbit: String,
    pub subjek: String,
    pub akun_id: AkunId,
    pub tanda: Option<Vec<u8>>,
}

impl Taut {
    /// `SELECT` of these columns, with what follows `FROM sso_akun`.
    pub(crate) fn sql(sisa: &str) -> String {
        format!("SELECT id, penerbit, subjek, akun_id, tanda FROM sso_akun {sisa}")
    }

    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("sso_akun").id(Some(self.id)).teks(Some(&self.penerbit)).teks(Some(&self.subjek)).id(Some(self.akun_id.0))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }

    pub(super) async fn tambah(self, tx: &Tx) -> Hasil<()> {
        let tanda = self.meterai().buat(&tx.kunci);
        let sql = "INSERT INTO sso_akun (id, penerbit, subjek, akun_id, pada, tanda) VALUES ($1, $2, $3, $4, $5, $6)";
        tx.jalankan(sql, nilai![self.id, self.penerbit, self.subjek, self.akun_id, tx.pada, tanda]).await.map(drop)
    }
}
