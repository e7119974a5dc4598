//! What people are told about minutes: of which kind, since a unit has both.

use crate::{
    Hasil, Tx,
    hak::Pelaku,
    id::BeritaAcaraId,
    lokus::Lokus,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Tells of minutes of the lokus, once a kind of notice and minutes. `ba`: which, and their kind as stored.
pub(super) async fn kabari(
    tx: &Tx,
    l: &Lokus,
    oleh: &Pelaku,
    kabar: &'static str,
    kepada: &[Kepada],
    (id, jenis): (BeritaAcaraId, &str),
) -> Hasil<()> {
    let (tautan, sekali) = (format!("/berita-acara/{id}"), format!("{kabar}/{id}"));
    let isi = serde_json::json!({ "unit": l.unit, "periode": l.periode, "ba": jenis });
    let p = Pemberitahuan {
        jenis: kabar,
        kepada,
        kecuali: Some(oleh.akun),
        periode: Some(l.periode_id),
        lokus: Some(l.id),
        tautan: &tautan,
        isi: &isi,
        sekali: &sekali,
    };
    beri_tahu(tx, &p).await?;
    Ok(())
}
