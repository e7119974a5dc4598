//! Published periods page by page, for programs that read all of them: each page begins behind a period, so its cost does not grow with
//! what was read before.

use super::{Baris, PILIH, Publik, Terbitan, dari_baris, publik, terbitan};
use crate::{
    Hasil, Store, StoreError,
    kueri::{Kueri, Value},
    nilai,
};
use sea_orm::FromQueryResult;

/// The published periods behind `letak`, or from the first one on: newest year first, `batas` at most. `letak` itself may have been taken
/// back meanwhile.
///
/// # Errors
/// When the store fails.
pub async fn di_belakang(store: &Store, letak: Option<&Terbitan>, batas: i64) -> Hasil<Vec<Terbitan>> {
    let (syarat, mut v): (&str, Vec<Value>) = match letak {
        None => ("1 = 1", nilai![]),
        Some(t) => (
            "(p.tahun < $1 OR (p.tahun = $1 AND (i.nama > $2 OR (i.nama = $2 AND p.id > $3))))",
            nilai![t.periode.tahun, t.instansi.as_str(), t.periode.id],
        ),
    };
    v.push(batas.into());
    let sql = format!("{PILIH} AND n.jenis = 'terbit' AND {syarat} ORDER BY p.tahun DESC, i.nama, p.id LIMIT ${}", v.len());
    let baris: Vec<Baris> = store.baca().semua(&sql, v).await?;
    let mut periode = dari_baris(store.baca(), &baris).await?;
    Ok(baris.into_iter().filter_map(|b| Some(terbitan(periode.remove(&b.periode)?, b))).collect())
}

/// The same behind the period with this code. `None`: that one is not published, or not any more.
///
/// # Errors
/// When the store fails.
pub async fn setelah(store: &Store, kode: Option<&str>, batas: i64) -> Hasil<Option<Vec<Terbitan>>> {
    let letak = match kode {
        None => None,
        Some(kode) => match publik(store, kode).await {
            Ok(Publik::Terbit(t)) => Some(t),
            Ok(Publik::Ditarik { .. }) | Err(StoreError::TidakDitemukan) => return Ok(None),
            Err(e) => return Err(e),
        },
    };
    di_belakang(store, letak.as_deref(), batas).await.map(Some)
}

#[derive(FromQueryResult)]
struct Sidik {
    sidik: String,
}

/// Hashes of the editions that published periods use, each once.
///
/// # Errors
/// When the store fails.
pub async fn edisi(store: &Store) -> Hasil<Vec<String>> {
    let satu = |kolom: &str| {
        format!(
            "SELECT p.{kolom} AS sidik FROM penerbitan n JOIN periode p ON p.id = n.periode_id WHERE n.jenis = 'terbit' AND p.{kolom} IS NOT NULL
             AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)"
        )
    };
    let sql = format!("{} UNION {} ORDER BY sidik LIMIT 10000", satu("edisi_a"), satu("edisi_b"));
    Ok(store.baca().semua::<Sidik>(&sql, nilai![]).await?.into_iter().map(|s| s.sidik).collect())
}
