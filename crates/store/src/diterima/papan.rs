//! Validated publications of other installations as the national board counts them, and the signature that tells their rows from what
//! somebody wrote who holds no key.

use super::{bukti, kecuali::Kecuali};
use crate::{
    Hasil, Kunci, Store,
    id::TerimaId,
    kueri::{Kueri, Value},
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;

// SQL: publication `$t` of key `$k` is the newest validated version of its period, and that validation was not taken back.
macro_rules! sah {
    ($t:literal, $k:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM terima_putusan p WHERE p.terima_id = ",
            $t,
            ".id AND p.jenis = 'valid') AND NOT EXISTS (SELECT 1 FROM terima_tarik w WHERE w.terima_id = ",
            $t,
            ".id) AND NOT EXISTS (SELECT 1 FROM terima_terbitan e JOIN kunci_instalasi f ON f.id = e.kunci_id
      JOIN terima_putusan q ON q.terima_id = e.id AND q.jenis = 'valid' WHERE f.nama = ",
            $k,
            ".nama AND e.periode_kode = ",
            $t,
            ".periode_kode AND e.nomor > ",
            $t,
            ".nomor)"
        )
    };
}

/// SQL: the newest validated version of a period whose validation was not taken back (then none of the period counts), of `t`
/// (`terima_terbitan`) and `k` (its `kunci_instalasi`).
pub(crate) const SAH: &str = sah!("t", "k");

/// SQL: [`SAH`], with all that the board needs of it.
pub(super) const DIHITUNG: &str = concat!("t.tanda IS NOT NULL AND ", sah!("t", "k"));

// SQL: the version of the period of publication `$t` that came first. A file does not say when its period was opened: the order in which periods
// were first handed in stands for it, so that a late correction of an older one does not take the place of a newer one.
macro_rules! pertama {
    ($t:literal) => {
        concat!(
            "(SELECT zt.id FROM terima_terbitan zt JOIN kunci_instalasi zk ON zk.id = zt.kunci_id JOIN kunci_instalasi zm ON zm.nama = zk.nama
      WHERE zm.id = ",
            $t,
            ".kunci_id AND zt.periode_kode = ",
            $t,
            ".periode_kode ORDER BY zt.id LIMIT 1)"
        )
    };
}

// SQL: of row `h` of `t` another row counts instead: an own lokus `ol` in `op` (with `$milik`) of the same unit, year and scheme, or a
// publication of a later period that counts itself. A unit is known by its code and that of its instansi: each office names its units as it
// likes.
macro_rules! ganda {
    ($milik:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM unit ou JOIN instansi oi ON oi.id = ou.instansi_id JOIN lokus ol ON ol.unit_id = ou.id
      JOIN periode op ON op.id = ol.periode_id
      WHERE ou.kode = h.unit_kode AND oi.kode = h.instansi_kode AND op.tahun = t.tahun AND op.skema = t.skema",
            $milik,
            ") OR EXISTS (SELECT 1 FROM terima_hasil oh JOIN terima_terbitan ot ON ot.id = oh.terima_id
      JOIN kunci_instalasi ok ON ok.id = ot.kunci_id
      WHERE oh.unit_kode = h.unit_kode AND oh.instansi_kode = h.instansi_kode AND ot.tahun = t.tahun
        AND (ot.periode_kode <> t.periode_kode OR ot.kunci_id <> t.kunci_id) AND ot.skema = t.skema AND ot.tanda IS NOT NULL AND ",
            pertama!("ot"),
            " > ",
            pertama!("t"),
            " AND ",
            sah!("ot", "ok"),
            "))"
        )
    };
}

/// SQL: another row is counted for the unit; an own lokus is, with or without a result.
const GANDA: &str = ganda!("");

/// SQL: another figure of the unit is shown; an own lokus has one when its result is published.
const TERGANTI: &str = ganda!(
    " AND EXISTS (SELECT 1 FROM hasil oo JOIN penerbitan oe ON oe.periode_id = ol.periode_id WHERE oo.lokus_id = ol.id
        AND NOT EXISTS (SELECT 1 FROM hasil_batal ob WHERE ob.hasil_id = oo.id) AND oe.jenis = 'terbit' AND oo.pada <= oe.pada
        AND NOT EXISTS (SELECT 1 FROM penerbitan om WHERE om.periode_id = oe.periode_id AND om.id > oe.id))"
);

/// SQL: nobody asks.
const TAK_TERGANTI: &str = "1 = 0";

/// SQL: validated results of the year `$1` and scheme `$2` that count, as `instansi` (code), `provinsi` (two digits or empty), `cakupan`,
/// `edisi`. What `kecuali` leaves out stands at its places, from `$3` on.
pub(crate) fn sebaris(kecuali: &Kecuali) -> String {
    format!(
        "SELECT h.instansi_kode AS instansi, SUBSTR(COALESCE(i.wilayah, h.wilayah, ''), 1, 2) AS provinsi, COALESCE(h.cakupan, '') AS cakupan,
           COALESCE(h.edisi, '') AS edisi
         FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id JOIN terima_hasil h ON h.terima_id = t.id
         LEFT JOIN instansi i ON i.kode = h.instansi_kode
         WHERE t.tahun = $1 AND t.skema = $2 AND {DIHITUNG}{} AND NOT {GANDA}",
        kecuali.sql(3)
    )
}

/// SQL: year and scheme of each validated publication.
pub(crate) fn tahun() -> String {
    format!("SELECT t.tahun, t.skema, t.id FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id WHERE {DIHITUNG}")
}

/// SQL: how many decisions the ministry took on files, and took back. One that replaces another adds two, as a withdrawal may go with it.
pub(crate) const JUMLAH_PUTUSAN: &str =
    "(SELECT COUNT(*) FROM terima_putusan) + (SELECT COUNT(*) FROM terima_tarik) + (SELECT 2 * COUNT(*) FROM terima_putusan_gugur)";

/// [`JUMLAH_PUTUSAN`], decisions on own hand-ins, keys that were revoked, and changes of the register of instansi: another one may change a
/// board.
pub(crate) async fn tanda(store: &Store) -> Hasil<i64> {
    let sql = format!(
        "SELECT {JUMLAH_PUTUSAN} + {} + (SELECT COUNT(*) FROM kunci_cabut)
        + (SELECT CAST(COALESCE(SUM(versi), 0) AS bigint) FROM instansi) AS n",
        crate::serah::JUMLAH_PUTUSAN
    );
    store.baca().angka(&sql, nilai![]).await
}

/// Publications of a year and scheme that wait for the ministry, and how many results they hold.
pub(crate) async fn menunggu(store: &Store, tahun: i64, skema: &str) -> Hasil<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(t.hasil), 0) AS bigint) AS n FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id
        WHERE t.tahun = $1 AND t.skema = $2 AND NOT EXISTS (SELECT 1 FROM terima_putusan p WHERE p.terima_id = t.id)
          AND NOT EXISTS (SELECT 1 FROM terima_terbitan e JOIN kunci_instalasi f ON f.id = e.kunci_id
            WHERE f.nama = k.nama AND e.periode_kode = t.periode_kode AND e.nomor > t.nomor)";
    store.baca().angka(sql, nilai![tahun, skema]).await
}

/// A publication that counts.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Kiriman {
    pub id: TerimaId,
    pub instansi_kode: String,
    pub periode_kode: String,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub nomor: i64,
    pub ilustrasi: i64,
    pub hasil: i64,
    pub sidik: String,
    /// 1 when the key that signed it was revoked since.
    pub dicabut: i64,
    tanda: Option<Vec<u8>>,
}

/// A result in it.
#[derive(Debug, FromQueryResult)]
pub(crate) struct BarisKiriman {
    pub urut: i64,
    pub lokus_kode: String,
    pub unit_kode: String,
    pub unit: String,
    pub instansi_kode: String,
    pub instansi: String,
    pub kelompok: String,
    pub ipp: Option<String>,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub status: String,
    pub sidik: String,
    pub edisi: Option<String>,
    pub cakupan: Option<String>,
    pub wilayah: Option<String>,
    pub bawah: Option<i64>,
    pub atas: Option<i64>,
    /// 1 when another figure of its unit is shown.
    pub ganda: i64,
}

const KEPALA: &str =
    "SELECT t.id, t.instansi_kode, t.periode_kode, t.periode, t.tahun, t.skema, t.nomor, t.ilustrasi, t.hasil, t.sidik, t.tanda,
    CASE WHEN EXISTS (SELECT 1 FROM kunci_cabut x WHERE x.kunci_id = t.kunci_id) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS dicabut
    FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id";

/// Those that count in a year and scheme, the oldest first.
pub(crate) async fn kiriman(store: &Store, tahun: i64, skema: &str) -> Hasil<Vec<Kiriman>> {
    let sql = format!("{KEPALA} WHERE t.tahun = $1 AND t.skema = $2 AND {DIHITUNG} ORDER BY t.id LIMIT 10000");
    store.baca().semua(&sql, nilai![tahun, skema]).await
}

/// This one, where it counts.
pub(super) async fn dihitung(store: &Store, id: TerimaId) -> Hasil<Option<Kiriman>> {
    store.baca().mungkin(&format!("{KEPALA} WHERE t.id = $1 AND {DIHITUNG}"), nilai![id]).await
}

/// Its results; `None` when they, the file or the decision are not what this installation recorded.
pub(crate) async fn baris(store: &Store, k: &Kiriman) -> Hasil<Option<Vec<BarisKiriman>>> {
    if !bukti::terbukti(store.baca(), store.kunci(), k.id).await? {
        return Ok(None);
    }
    let semua = semua(store.baca(), k, TERGANTI).await?;
    Ok(utuh_kini(store, k, &semua).then_some(semua))
}

/// Its results whether another figure counts or not (`ganda` is 0); `None` when they are not what this installation recorded.
pub(super) async fn tercatat(store: &Store, k: &Kiriman) -> Hasil<Option<Vec<BarisKiriman>>> {
    let semua = semua(store.baca(), k, TAK_TERGANTI).await?;
    Ok(utuh_kini(store, k, &semua).then_some(semua))
}

/// As [`sah()`]; the ministry's lists are told (`bukti::tak_terbukti`).
fn utuh_kini(store: &Store, k: &Kiriman, semua: &[BarisKiriman]) -> bool {
    let sah = sah(store.kunci(), k, semua);
    store.serahan.catat(k.id, sah);
    sah
}

/// As [`tercatat`] by its id, whether it counts or not.
pub(super) async fn menurut_id(store: &Store, id: TerimaId) -> Hasil<Option<Vec<BarisKiriman>>> {
    let k: Kiriman = store.baca().satu(&format!("{KEPALA} WHERE t.id = $1"), nilai![id]).await?;
    tercatat(store, &k).await
}

/// Whether what is recorded of a publication is what was signed when it came in.
pub(super) async fn utuh(store: &Store, id: TerimaId) -> Hasil<bool> {
    Ok(menurut_id(store, id).await?.is_some())
}

/// Whether what is recorded of it was signed, and is something else now. What an older program received is not signed until it is read again
/// from its file.
pub(crate) async fn berubah<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: TerimaId) -> Hasil<bool> {
    let k: Kiriman = c.satu(&format!("{KEPALA} WHERE t.id = $1"), nilai![id]).await?;
    Ok(k.tanda.is_some() && !sah(kunci, &k, &semua(c, &k, TAK_TERGANTI).await?))
}

fn sah(kunci: &Kunci, k: &Kiriman, semua: &[BarisKiriman]) -> bool {
    let sah = k.tanda.as_ref().is_some_and(|t| kunci.sah(&pesan(k, semua), t));
    if !sah {
        tracing::error!(periode = k.periode_kode, "what was recorded of a received publication is not what was signed; it is not counted");
    }
    sah
}

#[derive(FromQueryResult)]
struct Urut {
    urut: i64,
}

/// Those of these rows of a publication, by their place in it, whose unit another figure is shown of.
pub(super) async fn terganti(store: &Store, id: TerimaId, urut: &[i64]) -> Hasil<HashSet<i64>> {
    let urut: Vec<String> = urut.iter().map(i64::to_string).collect();
    if urut.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!(
        "SELECT h.urut FROM terima_hasil h JOIN terima_terbitan t ON t.id = h.terima_id
         WHERE h.terima_id = $1 AND h.urut IN ({}) AND {TERGANTI} ORDER BY h.urut LIMIT 200001",
        urut.join(", ")
    );
    Ok(store.baca().semua::<Urut>(&sql, nilai![id]).await?.into_iter().map(|u| u.urut).collect())
}

/// How many rows of a publication would not count once it is valid, since another figure of their unit is shown.
pub(super) async fn banyak_terganti(store: &Store, id: TerimaId) -> Hasil<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM terima_hasil h JOIN terima_terbitan t ON t.id = h.terima_id WHERE h.terima_id = $1 AND h.ipp IS NOT NULL
           AND {TERGANTI}"
    );
    store.baca().angka(&sql, nilai![id]).await
}

async fn semua<C: ConnectionTrait>(c: &C, k: &Kiriman, ganda: &str) -> Hasil<Vec<BarisKiriman>> {
    let sql = format!(
        "SELECT h.urut, h.lokus_kode, h.unit_kode, h.unit, h.instansi_kode, h.instansi, h.kelompok, h.ipp, h.tampil, h.kategori, h.status,
           h.sidik, h.edisi, h.cakupan, h.wilayah, h.bawah, h.atas, CASE WHEN {ganda} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS ganda
         FROM terima_hasil h JOIN terima_terbitan t ON t.id = h.terima_id WHERE h.terima_id = $1 ORDER BY h.urut LIMIT 200001"
    );
    c.semua(&sql, nilai![k.id]).await
}

/// Signs what is recorded of a publication, in the transaction that recorded it.
pub(super) async fn tandai<C: ConnectionTrait>(c: &C, kunci: &Kunci, id: TerimaId) -> Hasil<()> {
    let k: Kiriman = c.satu(&format!("{KEPALA} WHERE t.id = $1"), nilai![id]).await?;
    let tanda = kunci.tandai(&pesan(&k, &semua(c, &k, TAK_TERGANTI).await?));
    c.jalankan("UPDATE terima_terbitan SET tanda = $2 WHERE id = $1", vec![id.into(), Value::from(tanda)]).await?;
    Ok(())
}

/// What is signed: all that the board takes from these rows.
fn pesan(k: &Kiriman, semua: &[BarisKiriman]) -> Vec<u8> {
    let mut h = Sha256::new();
    let mut teks = |t: Option<&str>| {
        h.update(t.map_or(u64::MAX, |t| t.len() as u64).to_be_bytes());
        h.update(t.unwrap_or_default());
    };
    for t in [&k.id.to_string(), &k.instansi_kode, &k.periode_kode, &k.periode, &k.skema, &k.sidik] {
        teks(Some(t));
    }
    for n in [k.tahun, k.nomor, k.ilustrasi, k.hasil] {
        teks(Some(&n.to_string()));
    }
    for b in semua {
        for t in [&b.lokus_kode, &b.unit_kode, &b.unit, &b.instansi_kode, &b.instansi, &b.kelompok, &b.status, &b.sidik] {
            teks(Some(t));
        }
        for t in [&b.ipp, &b.tampil, &b.kategori, &b.edisi, &b.cakupan, &b.wilayah] {
            teks(t.as_deref());
        }
        for n in [Some(b.urut), b.bawah, b.atas] {
            teks(n.map(|n| n.to_string()).as_deref());
        }
    }
    format!("prima:diterima:1\n{}", hex::encode(h.finalize())).into_bytes()
}
