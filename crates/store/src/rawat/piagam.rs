//! Decisions on awards against their signature: a certificate names nobody else than was decided.

use super::Laporan;
use crate::{
    Hasil, Store,
    kueri::Kueri,
    nilai,
    penghargaan::putusan::{PILIH, Putusan},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let sql = format!("{PILIH} WHERE d.id > $1 ORDER BY d.id LIMIT 500");
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<Putusan> = c.semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id.0;
        l.hitung("penghargaan", halaman.len());
        for d in halaman.iter().filter(|d| !d.bertanda(store.kunci())) {
            let apa = "penerima, angka, atau keputusannya bukan yang ditandatangani saat diputuskan";
            l.temukan("penghargaan", format!("piagam {}: {apa}", d.kode));
        }
    }
}
