//! What a received publication changes for the figures that count, for who decides about it: what a new version leaves out, and what another
//! period of the year goes before.

use super::{Diterima, papan};
use crate::{Hasil, Store, hak::Nasional, id::TerimaId, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;

/// The newest earlier version that was validated.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pendahulu {
    pub id: TerimaId,
    pub nomor: i64,
    /// Its units that the later one does not hold.
    pub hilang: i64,
}

/// `None` when no earlier version of the same period and owner stands as valid.
///
/// # Errors
/// When the store fails.
pub async fn pendahulu(store: &Store, _hak: &Nasional, d: &Diterima) -> Hasil<Option<Pendahulu>> {
    // EXCEPT: neither database compares each row with each, however many there are.
    let sql = "SELECT t.id, t.nomor, (SELECT COUNT(*) FROM (SELECT h.lokus_kode FROM terima_hasil h WHERE h.terima_id = t.id
          EXCEPT SELECT n.lokus_kode FROM terima_hasil n WHERE n.terima_id = $1) z) AS hilang
        FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id
        JOIN terima_putusan p ON p.terima_id = t.id AND p.jenis = 'valid'
        WHERE k.nama = $2 AND t.periode_kode = $3 AND t.nomor < $4
          AND NOT EXISTS (SELECT 1 FROM terima_tarik w WHERE w.terima_id = t.id)
        ORDER BY t.nomor DESC LIMIT 1";
    store.baca().mungkin(sql, nilai![d.id, d.pemilik.as_str(), d.periode_kode.as_str(), d.nomor]).await
}

/// Units with a figure in it that would not count, since a later period of the same year and scheme holds them too.
///
/// # Errors
/// When the store fails.
pub async fn didahului(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<i64> {
    papan::banyak_terganti(store, id).await
}
