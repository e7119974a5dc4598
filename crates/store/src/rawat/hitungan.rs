//! Survey counters against a recount of the answers, round by round.

use super::Laporan;
use crate::{Hasil, id::RondeId, kueri::Kueri, nilai, ronde::kubus};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Ronde {
    id: RondeId,
    jenis: String,
}

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    let mut setelah = Uuid::nil();
    loop {
        let ronde: Vec<Ronde> = c.semua("SELECT id, jenis FROM ronde WHERE id > $1 ORDER BY id LIMIT 500", nilai![setelah]).await?;
        let Some(akhir) = ronde.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for r in ronde {
            let bagian = if r.jenis == "skm" { "skm" } else { "f03" };
            let t = kubus::periksa(c, r.id, bagian).await?;
            l.hitung(bagian, t.jawaban);
            for b in t.beda {
                l.temukan(bagian, b);
            }
        }
    }
}
