//! Texts that must never change: editions, F01 submissions, frozen results with their signature, and the columns of a result that pages show
//! instead of its signed text.

use super::Laporan;
use crate::{Hasil, Store, Waktu, edisi, hasil, kueri::Kueri, nasional::rentang, nilai, sidik_hex};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Teks {
    id: Uuid,
    nama: String,
    sidik: String,
    isi: String,
    tanda: Option<Vec<u8>>,
}

/// Part and rows.
const BAGIAN: [(&str, &str); 2] = [
    (
        "f01",
        "SELECT p.id, l.kode || ', pengiriman ' || CAST(p.nomor AS text) AS nama, p.sidik, p.isi, CAST(NULL AS bytea) AS tanda
         FROM f01_pengiriman p JOIN lokus l ON l.id = p.lokus_id WHERE p.id > $1 ORDER BY p.id LIMIT 200",
    ),
    (
        "hasil",
        "SELECT h.id, l.kode || ', hasil ' || CAST(h.nomor AS text) AS nama, h.sidik, h.isi, h.tanda
         FROM hasil h JOIN lokus l ON l.id = h.lokus_id WHERE h.id > $1 ORDER BY h.id LIMIT 200",
    ),
];

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    naskah(c, l).await?;
    kolom(store, c, l).await?;
    let kunci = store.kunci();
    for (bagian, sql) in BAGIAN {
        let mut setelah = Uuid::nil();
        loop {
            let halaman: Vec<Teks> = c.semua(sql, nilai![setelah]).await?;
            let Some(akhir) = halaman.last() else { break };
            setelah = akhir.id;
            for t in halaman {
                l.hitung(bagian, 1);
                if sidik_hex(t.isi.as_bytes()) != t.sidik {
                    l.temukan(bagian, format!("{}: teksnya berubah, sidiknya tidak cocok", t.nama));
                }
                if t.tanda.is_some_and(|tanda| !kunci.sah(&hasil::pesan(&t.sidik), &tanda)) {
                    l.temukan(bagian, format!("{}: tanda tangannya bukan dari kunci instalasi ini atas sidik itu", t.nama));
                }
            }
        }
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    kode: String,
    isi: String,
    #[sea_orm(nested)]
    kolom: hasil::Kolom,
    pada: Waktu,
    milik: String,
    /// Year of the period now, and whether the result was annulled: from then on the year may change.
    tahun: i64,
    batal: i64,
    /// Whether the interval was made yet, and its bounds.
    dibuat: i64,
    bawah: Option<i64>,
    atas: Option<i64>,
}

/// Whoever writes the database, but holds no key, could change what stands beside the signed text.
async fn kolom<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let sql = format!(
        "SELECT h.id, l.kode, h.isi, h.nomor, h.status, h.ipp, h.ipp_urut, h.tampil, h.kategori, h.f02, h.f03, h.pada, {} AS milik, p.tahun,
           CASE WHEN EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS batal,
           CASE WHEN r.hasil_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS dibuat, r.bawah, r.atas
         FROM hasil h JOIN lokus l ON l.id = h.lokus_id JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
           JOIN periode p ON p.id = l.periode_id LEFT JOIN hasil_rentang r ON r.hasil_id = h.id WHERE h.id > $1 ORDER BY h.id LIMIT 200",
        hasil::sah::milik("p")
    );
    let mut setelah = Uuid::nil();
    loop {
        let halaman: Vec<Baris> = c.semua(&sql, nilai![setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(()) };
        setelah = akhir.id;
        for b in halaman {
            // What is no result has no valid signature either, which is looked at beside.
            let Ok(isi) = serde_json::from_str::<hasil::Isi>(&b.isi) else { continue };
            let sama = isi.kolom() == b.kolom
                && (isi.id.0, isi.lokus.kode.as_str(), isi.dibekukan.as_str()) == (b.id, b.kode.as_str(), hasil::utc(b.pada).as_str());
            if !sama {
                let (kode, nomor) = (&b.kode, b.kolom.nomor);
                l.temukan("hasil", format!("{kode}, hasil {nomor}: angka di samping teks yang ditandatangani bukan angka di dalamnya"));
            }
            let tahun = if b.batal == 1 { b.tahun } else { isi.periode.tahun };
            if !isi.milik(tahun).contains(&b.milik) {
                let (kode, nomor) = (&b.kode, b.kolom.nomor);
                l.temukan("hasil", format!("{kode}, hasil {nomor}: unit, instansi, formulir, periode, skema, tahun, atau tanda ILUSTRASI di sampingnya bukan yang ditandatangani"));
            }
            // An interval follows from the signed counts and the edition, which is looked at beside.
            let Ok(edisi) = edisi::dapat(store, &isi.edisi.sidik).await else { continue };
            if b.dibuat == 1 && (b.bawah, b.atas) != rentang::batas(&edisi, &isi.hasil, &isi.f03.sebaran) {
                l.temukan("hasil", format!("{}, hasil {}: rentang kepercayaannya bukan yang dihitung dari isinya", b.kode, b.kolom.nomor));
            }
        }
    }
}

#[derive(FromQueryResult)]
struct Edisi {
    sidik: String,
    kode: String,
    isi: String,
}

/// A handful of texts, one an edition.
async fn naskah<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    for e in c.semua::<Edisi>("SELECT sidik, kode, isi FROM edisi ORDER BY sidik LIMIT 1000", vec![]).await? {
        l.hitung("edisi", 1);
        if sidik_hex(e.isi.as_bytes()) != e.sidik {
            l.temukan("edisi", format!("{} ({}): naskahnya berubah, sidiknya tidak cocok", e.kode, e.sidik));
        }
    }
    Ok(())
}
