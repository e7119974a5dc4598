//! Finding validated publications for anyone: by name, by year, by instansi. What is in them is found by `unit`.

use super::{kecuali::Kecuali, papan::DIHITUNG};
use crate::{Hasil, Store, id::TerimaId, kueri::Kueri, lokus::daftar::memuat, nilai};
use sea_orm::FromQueryResult;

/// A validated publication in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Serahan {
    pub id: TerimaId,
    /// Owner of the key that signed it.
    pub pemilik: String,
    /// As it is registered here, otherwise as the file says.
    pub instansi: String,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: i64,
    /// Results in it; from [`milik`] those of the instansi.
    pub hasil: i64,
}

/// SQL: `t` the publication, `k` its key, `i` its instansi where it is registered.
pub(super) const SUMBER: &str =
    "FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id LEFT JOIN instansi i ON i.kode = t.instansi_kode";

/// Validated publications whose period or instansi holds the text, of a year or of all, newest year first: from `lewati` on at most `batas`, and
/// how many there are.
pub async fn terbit(store: &Store, cari: &str, tahun: Option<i64>, lewati: i64, batas: i64) -> Hasil<(Vec<Serahan>, i64)> {
    let (c, kata, tahun) = (store.baca(), memuat(cari), tahun.unwrap_or(0));
    let kecuali = Kecuali::tersimpan(store, tahun).await?;
    let sql = format!(
        "SELECT t.id, k.nama AS pemilik, COALESCE(i.nama, t.instansi) AS instansi, t.periode, t.tahun, t.skema, t.ilustrasi, t.hasil {SUMBER}
         WHERE {DIHITUNG}{} AND ($2 = 0 OR t.tahun = $2) AND (LOWER(t.periode) LIKE $1 ESCAPE '\\' OR LOWER(t.instansi) LIKE $1 ESCAPE '\\'
           OR LOWER(COALESCE(i.nama, '')) LIKE $1 ESCAPE '\\')",
        kecuali.sql(3)
    );
    let awal = [nilai![kata, tahun], kecuali.nilai()].concat();
    let n = c.angka(&format!("SELECT COUNT(*) AS n FROM ({sql}) z"), awal.clone()).await?;
    let letak = kecuali.akhir(3);
    let sql = format!("{sql} ORDER BY t.tahun DESC, t.instansi, t.id LIMIT ${letak} OFFSET ${}", letak + 1);
    Ok((c.semua(&sql, [awal, nilai![batas, lewati]].concat()).await?, n))
}

#[derive(FromQueryResult)]
struct Tahun {
    tahun: i64,
}

/// Years in which a validated publication belongs, the newest first.
pub async fn tahun(store: &Store) -> Hasil<Vec<i64>> {
    let kecuali = Kecuali::tersimpan(store, 0).await?;
    let sql = format!("SELECT DISTINCT t.tahun {SUMBER} WHERE {DIHITUNG}{} ORDER BY t.tahun DESC LIMIT 200", kecuali.sql(1));
    Ok(store.baca().semua::<Tahun>(&sql, kecuali.nilai()).await?.into_iter().map(|t| t.tahun).collect())
}

/// Validated publications that hold results of the instansi with this code, whoever evaluated them, newest year first, at most 20.
pub async fn milik(store: &Store, kode: &str) -> Hasil<Vec<Serahan>> {
    let kecuali = Kecuali::tersimpan(store, 0).await?;
    let sql = format!(
        "SELECT t.id, k.nama AS pemilik, COALESCE(i.nama, t.instansi) AS instansi, t.periode, t.tahun, t.skema, t.ilustrasi,
           (SELECT COUNT(*) FROM terima_hasil g WHERE g.terima_id = t.id AND g.instansi_kode = $1) AS hasil {SUMBER}
         WHERE t.id IN (SELECT h.terima_id FROM terima_hasil h WHERE h.instansi_kode = $1) AND {DIHITUNG}{}
         ORDER BY t.tahun DESC, t.id DESC LIMIT 20",
        kecuali.sql(2)
    );
    store.baca().semua(&sql, [nilai![kode], kecuali.nilai()].concat()).await
}

/// An instansi that handed in results of its own and is not registered here.
#[derive(Debug, Clone, FromQueryResult)]
pub struct InstansiSerahan {
    pub kode: String,
    pub nama: String,
    /// First and last year of its validated publications.
    pub dari: i64,
    pub sampai: i64,
}

/// Those with a validated publication that holds results of their own, by name, at most 2,000. Their names are under the mark of the decision.
pub async fn instansi(store: &Store) -> Hasil<Vec<InstansiSerahan>> {
    let kecuali = Kecuali::tersimpan(store, 0).await?;
    let sql = format!(
        "SELECT t.instansi_kode AS kode, MIN(t.instansi) AS nama, MIN(t.tahun) AS dari, MAX(t.tahun) AS sampai {SUMBER}
         WHERE i.id IS NULL AND {DIHITUNG}{}
           AND EXISTS (SELECT 1 FROM terima_hasil h WHERE h.instansi_kode = t.instansi_kode AND h.terima_id = t.id)
         GROUP BY t.instansi_kode ORDER BY MIN(t.instansi), t.instansi_kode LIMIT 2000",
        kecuali.sql(1)
    );
    store.baca().semua(&sql, kecuali.nilai()).await
}
