//! Minutes: each signature over the name and title that stand beside it, the seal over number, PDF and signatures. That minutes or a last
//! signature were removed, and days and places of those without a seal, is `jejak`'s.

use super::Laporan;
use crate::{
    Hasil, Store,
    berita_acara::{BeritaAcara, PILIH, TandaTangan, tanda_tangan},
    kueri::Kueri,
    nilai,
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let sql = format!("{PILIH} WHERE b.id > $1 ORDER BY b.id LIMIT 200");
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<BeritaAcara> = c.semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id.0;
        for b in halaman {
            let tanda = if b.tanda > 0 || b.segel.is_some() { tanda_tangan(c, b.id).await? } else { Vec::new() };
            satu(store, l, &b, &tanda);
        }
    }
}

fn satu(store: &Store, l: &mut Laporan, b: &BeritaAcara, tanda: &[TandaTangan]) {
    l.hitung("ba", 1 + tanda.len());
    let harus = b.penanda().unwrap_or_default();
    for t in tanda {
        let tercetak = harus.iter().any(|h| t.milik(h) && h.nama == t.nama && h.jabatan == t.jabatan);
        if !t.sah(store) || t.objek != b.objek {
            l.temukan(
                "ba",
                format!("berita acara {}: nama, jabatan, atau PDF pada tanda tangan {} bukan yang ditandatangani", b.kode, t.pihak),
            );
        } else if !tercetak {
            l.temukan("ba", format!("berita acara {}: tanda tangan {} bukan milik orang yang tercetak di dalamnya", b.kode, t.pihak));
        }
    }
    if b.segel.is_none() {
        return;
    }
    if !b.segel_sah(store) {
        l.temukan("ba", format!("berita acara {}: nomor, PDF, atau isinya bukan yang disegel", b.kode));
    } else if !b.segel_memuat(tanda) {
        l.temukan("ba", format!("berita acara {}: tanda tangannya bukan yang disegel (ada yang hilang atau diganti)", b.kode));
    }
}
