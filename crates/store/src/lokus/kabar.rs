//! What people are told about one unit in a period: the same arguments, link and scope for every kind.

use super::Lokus;
use crate::{
    Hasil, Tx,
    hak::Pelaku,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Tells of a change of the lokus. `sub`: the part of its page, for example `"/f01"`, or a whole path from the root. `kejadian`
/// names the occasion: the id of what was made.
pub(crate) async fn kabari(
    tx: &Tx,
    l: &Lokus,
    oleh: &Pelaku,
    jenis: &'static str,
    kepada: &[Kepada],
    sub: &str,
    kejadian: impl std::fmt::Display,
) -> Hasil<()> {
    let tautan = if sub.starts_with("/berita-acara/") { sub.to_owned() } else { format!("/lokus/{}{sub}", l.id) };
    let isi = serde_json::json!({ "unit": l.unit, "periode": l.periode });
    let sekali = format!("{jenis}/{kejadian}");
    let p = Pemberitahuan {
        jenis,
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
