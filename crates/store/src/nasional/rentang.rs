//! The interval of each frozen IPP, kept beside the result ([`pekppp::rentang_ipp`] says how it is made).

use crate::{Hasil, Store, Tx, edisi, hasil::Isi, id::HasilId, kueri::Kueri, nilai};
use pekppp::{Edisi, HasilIpp, Pecahan, Rentang};
use sea_orm::FromQueryResult;

/// Ten-thousandths; the bounds have exactly four decimals.
fn skala(p: &Pecahan) -> Option<i64> {
    p.skala(4)
}

fn skala_dua(r: Option<&Rentang>) -> (Option<i64>, Option<i64>) {
    (r.and_then(|r| skala(&r.bawah)), r.and_then(|r| skala(&r.atas)))
}

/// Both bounds as they are kept.
pub(crate) fn batas(edisi: &Edisi, hasil: &HasilIpp, sebaran: &[[u64; 6]]) -> (Option<i64>, Option<i64>) {
    skala_dua(pekppp::rentang_ipp(edisi, hasil, sebaran).as_ref())
}

pub(crate) async fn catat(tx: &Tx, id: HasilId, edisi: &Edisi, hasil: &HasilIpp, sebaran: &[[u64; 6]]) -> Hasil<()> {
    simpan(tx, id, pekppp::rentang_ipp(edisi, hasil, sebaran).as_ref()).await
}

async fn simpan(tx: &Tx, id: HasilId, r: Option<&Rentang>) -> Hasil<()> {
    let (bawah, atas) = skala_dua(r);
    tx.jalankan(
        "INSERT INTO hasil_rentang (hasil_id, bawah, atas) VALUES ($1, $2, $3) ON CONFLICT (hasil_id) DO NOTHING",
        nilai![id, bawah, atas],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Lama {
    id: HasilId,
    isi: String,
}

const SEKALIGUS: usize = 200;

/// Makes the intervals of results that were frozen before this program kept them. Returns how many; 0 when nothing is left.
pub async fn lengkapi(store: &Store) -> Hasil<usize> {
    let lama: Vec<Lama> = store
        .baca()
        .semua(
            &format!(
                "SELECT h.id, h.isi FROM hasil h LEFT JOIN hasil_rentang r ON r.hasil_id = h.id WHERE r.hasil_id IS NULL ORDER BY h.id LIMIT {SEKALIGUS}"
            ),
            nilai![],
        )
        .await?;
    let tx = store.mulai().await?;
    for l in &lama {
        // A bundle that cannot be read gets a row without bounds: `prima check` names it, and this must come to an end.
        let r = match serde_json::from_str::<Isi>(&l.isi) {
            Ok(i) => pekppp::rentang_ipp(&*edisi::dapat(store, &i.edisi.sidik).await?, &i.hasil, &i.f03.sebaran),
            Err(_) => None,
        };
        simpan(&tx, l.id, r.as_ref()).await?;
    }
    tx.commit().await?;
    Ok(lama.len())
}
