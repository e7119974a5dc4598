//! One change of a line at a time, whichever node it comes from.

use crate::{Hasil, Tx, id::GeraiId, kueri::Kueri, nilai};

/// Takes the lines of these gerai until the end of the transaction. In the order of their ids, so that two transfers in
/// opposite directions never wait for one another.
pub(super) async fn ambil(tx: &Tx, gerai: &[GeraiId]) -> Hasil<()> {
    let mut urut = gerai.to_vec();
    urut.sort_unstable();
    urut.dedup();
    for g in urut {
        tx.jalankan(
            "INSERT INTO antrean_gerai (gerai_id, versi, pada) VALUES ($1, 1, $2)
             ON CONFLICT (gerai_id) DO UPDATE SET versi = antrean_gerai.versi + 1, pada = $2",
            nilai![g, tx.pada],
        )
        .await?;
    }
    Ok(())
}
