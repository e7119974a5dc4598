//! The mark of a session ([`crate::meterai`]): whose it is, until when, and how the person proved to be it cannot be written by somebody
//! who holds no key file. A session without a valid mark is none.

use super::Sesi;
use crate::{Hasil, Kunci, Tx, Waktu, faktor::Cara, id::SesiId, kueri::Kueri, meterai::Meterai, nilai};
use sea_orm::FromQueryResult;

/// A session as it is stored.
#[derive(FromQueryResult)]
pub(crate) struct Tersimpan {
    #[sea_orm(nested)]
    pub sesi: Sesi,
    pub sidik: Vec<u8>,
    pub sso_sid: Option<String>,
    pub tanda: Option<Vec<u8>>,
}

impl Tersimpan {
    /// `SELECT` of all columns, with what follows `FROM sesi`.
    pub(crate) fn sql(sisa: &str) -> String {
        format!("SELECT id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen, bukti, cara, sso, sidik, sso_sid, tanda FROM sesi {sisa}")
    }

    /// Not of the last use, which is written beside requests: it ends a session sooner and prolongs none beyond its end.
    fn meterai(&self) -> Meterai {
        let s = &self.sesi;
        Meterai::atas("sesi")
            .bita(Some(&self.sidik))
            .id(Some(s.id.0))
            .id(Some(s.akun_id.0))
            .angka(Some(s.dibuat.0))
            .angka(Some(s.kedaluwarsa.0))
            .angka(s.bukti.map(|w| w.0))
            .teks(s.cara.as_deref())
            .angka(s.sso)
            .teks(self.sso_sid.as_deref())
    }

    pub(crate) fn sah(&self, kunci: &Kunci) -> bool {
        self.meterai().sah(kunci, self.tanda.as_deref())
    }

    pub(super) async fn tambah(&self, tx: &Tx) -> Hasil<()> {
        let s = &self.sesi;
        tx.jalankan(
            "INSERT INTO sesi (sidik, id, akun_id, dibuat, terakhir, kedaluwarsa, alamat, agen, bukti, cara, sso, sso_sid, tanda)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            nilai![
                self.sidik.clone(),
                s.id,
                s.akun_id,
                s.dibuat,
                s.terakhir,
                s.kedaluwarsa,
                s.alamat.as_str(),
                s.agen.as_str(),
                s.bukti,
                s.cara.as_deref(),
                s.sso,
                self.sso_sid.as_deref(),
                self.meterai().buat(&tx.kunci)
            ],
        )
        .await
        .map(drop)
    }
}

/// Writes down how and when the person of a session last proved to be it. A session that is none stays none.
///
/// # Errors
/// As the database says.
pub async fn terbukti(tx: &Tx, sesi: SesiId, cara: Cara, pada: Waktu) -> Hasil<()> {
    let sql = Tersimpan::sql(&format!("WHERE id = $1{}", tx.kunci_baris()));
    for t in tx.semua::<Tersimpan>(&sql, nilai![sesi]).await?.into_iter().filter(|t| t.sah(&tx.kunci)) {
        let baru = Tersimpan { sesi: Sesi { bukti: Some(pada), cara: Some(cara.kunci().to_owned()), ..t.sesi }, ..t };
        let sql = "UPDATE sesi SET bukti = $2, cara = $3, tanda = $4 WHERE sidik = $1";
        tx.jalankan(sql, nilai![baru.sidik.clone(), pada, cara.kunci(), baru.meterai().buat(&tx.kunci)]).await?;
    }
    Ok(())
}
