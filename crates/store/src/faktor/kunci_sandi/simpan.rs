//! A passkey as it is stored, with a mark over its row ([`crate::meterai`]): who writes the database, but holds no key file, gives no account
//! a passkey of his own.

use crate::{
    Hasil, Kunci, Tx,
    id::{AkunId, KunciSandiId},
    kueri::Kueri,
    meterai::Meterai,
    nilai,
};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    pub id: KunciSandiId,
    pub akun_id: AkunId,
    pub kredensial: Vec<u8>,
    pub kunci: Vec<u8>,
    pub hitungan: i64,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// `SELECT` of these columns, with what follows `FROM kunci_sandi`.
    pub(crate) fn sql(sisa: &str) -> String {
        format!("SELECT id, akun_id, kredensial, kunci, hitungan, tanda FROM kunci_sandi {sisa}")
    }

    /// Not of the counter, which goes on with each use.
    pub(crate) fn meterai(&self) -> Meterai {
        Meterai::atas("kunci_sandi").id(Some(self.id.0)).id(Some(self.akun_id.0)).bita(Some(&self.kredensial)).bita(Some(&self.kunci))
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }

    pub(super) async fn tambah(self, tx: &Tx, nama: &str) -> Hasil<()> {
        let tanda = self.meterai().buat(&tx.kunci);
        let sql =
            "INSERT INTO kunci_sandi (id, akun_id, kredensial, kunci, hitungan, nama, pada, tanda) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        tx.jalankan(sql, nilai![self.id, self.akun_id, self.kredensial, self.kunci, self.hitungan, nama, tx.pada, tanda]).await.map(drop)
    }
}
