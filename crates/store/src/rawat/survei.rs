//! Published surveys, also those that were taken back: the frozen text, its hash, its signature and its place.

use super::Laporan;
use crate::{
    Hasil, Store,
    kueri::Kueri,
    nilai,
    skm::terbit::sah::{KOLOM, Tersimpan},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let sql = format!(
        "SELECT {KOLOM} FROM skm_terbit b LEFT JOIN skm_ronde k ON k.ronde_id = b.ronde_id WHERE b.id > $1 ORDER BY b.id LIMIT 200"
    );
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<Tersimpan> = c.semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id;
        for t in halaman {
            l.hitung("skm", 1);
            if let Some(apa) = t.cacat(store.kunci()) {
                l.temukan("skm", format!("{}, penerbitan {}: {apa}", t.ronde_kode, t.id));
            }
        }
    }
}
