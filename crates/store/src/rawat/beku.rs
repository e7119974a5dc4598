//! Texts that must never change: editions, F01 submissions, frozen results with their signature.

use super::Laporan;
use crate::{Hasil, Store, kueri::Kueri, nilai, sidik_hex};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// What the installation key signs when a result is frozen; `sidik` is the SHA-256 (hex) of the bundle text.
#[must_use]
pub fn pesan_hasil(sidik: &str) -> Vec<u8> {
    format!("prima:hasil:1\n{sidik}").into_bytes()
}

#[derive(FromQueryResult)]
struct Teks {
    kunci: String,
    sidik: String,
    isi: String,
    tanda: Option<Vec<u8>>,
}

/// Each part with its question; the key is text so that one page loop serves all three.
const BAGIAN: [(&str, &str); 3] = [
    ("edisi", "SELECT sidik AS kunci, sidik, isi, CAST(NULL AS bytea) AS tanda FROM edisi WHERE sidik > $1 ORDER BY sidik LIMIT 20"),
    (
        "f01",
        "SELECT p.sidik || ':' || l.kode || ':' || CAST(p.nomor AS text) AS kunci, p.sidik, p.isi, CAST(NULL AS bytea) AS tanda
         FROM f01_pengiriman p JOIN lokus l ON l.id = p.lokus_id
         WHERE p.sidik || ':' || l.kode || ':' || CAST(p.nomor AS text) > $1 ORDER BY 1 LIMIT 200",
    ),
    (
        "hasil",
        "SELECT h.sidik || ':' || l.kode || ':' || CAST(h.nomor AS text) AS kunci, h.sidik, h.isi, h.tanda
         FROM hasil h JOIN lokus l ON l.id = h.lokus_id
         WHERE h.sidik || ':' || l.kode || ':' || CAST(h.nomor AS text) > $1 ORDER BY 1 LIMIT 200",
    ),
];

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let publik = store.kunci().publik();
    for (bagian, sql) in BAGIAN {
        let mut setelah = String::new();
        loop {
            let halaman: Vec<Teks> = c.semua(sql, nilai![setelah.as_str()]).await?;
            let Some(akhir) = halaman.last() else { break };
            setelah.clone_from(&akhir.kunci);
            for t in halaman {
                l.hitung(bagian, 1);
                if sidik_hex(t.isi.as_bytes()) != t.sidik {
                    l.temukan(bagian, format!("{}: the text was changed, its hash does not fit", t.kunci));
                }
                if t.tanda.is_some_and(|tanda| !publik.sah(&pesan_hasil(&t.sidik), &tanda)) {
                    l.temukan(bagian, format!("{}: the signature is not by this installation's key over this hash", t.kunci));
                }
            }
        }
    }
    Ok(())
}
