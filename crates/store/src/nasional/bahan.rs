//! What the national report says beside board and recap: movement since last year, follow-up, what was handed in by other
//! installations with its figures, and which periods are not published. Counts only; no value that is not public.

use super::{papan::Papan, rekap::Nasional};
use crate::{
    Hasil, Store,
    diterima::{kecuali::Kecuali, papan as kiriman},
    id::TerimaId,
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// How the units of one edition moved between two boards. Only units that both rank under the same edition are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gerak {
    pub dibanding: usize,
    pub naik: usize,
    pub turun: usize,
    pub tetap: usize,
    /// Into a higher or lower category.
    pub kategori_naik: usize,
    pub kategori_turun: usize,
    /// Mean of the differences times 1e10, towards zero.
    pub beda: i64,
}

/// `None` when the earlier board has no unit under this edition.
#[must_use]
pub fn gerak(kini: &Papan, lalu: &Papan, sidik: &str) -> Option<Gerak> {
    let letak = |p: &Papan| p.edisi.iter().position(|e| e.sidik == sidik);
    let (e, f) = (letak(kini)?, letak(lalu)?);
    let dulu: HashMap<_, _> = lalu.baris.iter().filter(|b| b.edisi as usize == f).map(|b| (b.unit_id, (b.skala, b.mutu))).collect();
    let (mut g, mut jumlah) = (Gerak::default(), 0_i128);
    for b in kini.baris.iter().filter(|b| b.edisi as usize == e) {
        let Some((skala, mutu)) = dulu.get(&b.unit_id) else { continue };
        g.dibanding += 1;
        jumlah += i128::from(b.skala - skala);
        match b.skala.cmp(skala) {
            std::cmp::Ordering::Greater => g.naik += 1,
            std::cmp::Ordering::Less => g.turun += 1,
            std::cmp::Ordering::Equal => g.tetap += 1,
        }
        // Categories stand highest first.
        g.kategori_naik += usize::from(b.mutu < *mutu);
        g.kategori_turun += usize::from(b.mutu > *mutu);
    }
    let n = i128::try_from(g.dibanding).unwrap_or(1).max(1);
    g.beda = i64::try_from(jumlah / n).unwrap_or_default();
    (g.dibanding > 0).then_some(g)
}

/// Recommendations of a province's units in one year and scheme (empty code: instansi without a region).
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct TindakLanjut {
    pub provinsi: String,
    pub rekomendasi: i64,
    /// With a plan.
    pub direncanakan: i64,
    /// Found done by the evaluator.
    pub diterima: i64,
    /// Plan past its last day, not reported as done and not found done.
    pub lewat: i64,
}

/// By province; `hari` is the local day on which plans are late or not.
pub async fn tindak_lanjut(store: &Store, _: &Nasional, tahun: i64, skema: &str, hari: Date) -> Hasil<Vec<TindakLanjut>> {
    let sql = "SELECT d.provinsi, COUNT(*) AS rekomendasi, COUNT(d.tenggat) AS direncanakan, COUNT(CASE WHEN d.diterima = 1 THEN 1 END) AS diterima,
            COUNT(CASE WHEN d.tenggat < $3 AND d.diterima = 0 AND d.diajukan <= d.ditemukan THEN 1 END) AS lewat
        FROM (SELECT SUBSTR(COALESCE(i.wilayah, ''), 1, 2) AS provinsi, c.tenggat,
                COALESCE((SELECT MAX(k.urut) FROM tl_kemajuan k WHERE k.rekomendasi_id = r.id AND k.jenis = 'selesai'), 0) AS diajukan,
                COALESCE((SELECT MAX(v.urut) FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id), 0) AS ditemukan,
                CASE WHEN EXISTS (SELECT 1 FROM tl_verifikasi v WHERE v.rekomendasi_id = r.id AND v.putusan = 'diterima'
                        AND NOT EXISTS (SELECT 1 FROM tl_verifikasi w WHERE w.rekomendasi_id = r.id AND w.urut > v.urut)
                        AND NOT EXISTS (SELECT 1 FROM tl_kemajuan k WHERE k.rekomendasi_id = r.id AND k.jenis = 'selesai' AND k.urut > v.urut))
                    THEN 1 ELSE 0 END AS diterima
            FROM periode p JOIN lokus l ON l.periode_id = p.id JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
            JOIN rekomendasi r ON r.lokus_id = l.id LEFT JOIN tl_rencana c ON c.rekomendasi_id = r.id
            WHERE p.tahun = $1 AND p.skema = $2 AND NOT EXISTS (SELECT 1 FROM rekomendasi_hapus h WHERE h.rekomendasi_id = r.id)) d
        GROUP BY d.provinsi ORDER BY d.provinsi LIMIT 100";
    store.baca().semua(sql, nilai![tahun, skema, hari.to_string()]).await
}

/// Publications of other installations for one year and scheme, by the newest one of each period of an owner, with whichever of his keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Diterima {
    pub periode: i64,
    pub unit: i64,
    pub kembali: i64,
    /// Those whose validation was taken back.
    pub ditarik: i64,
    pub menunggu: i64,
    /// Those that count, the newest validated ones.
    pub sah: i64,
    /// Of these, the ones whose key was revoked after they were validated.
    pub dicabut: i64,
}

pub async fn diterima(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Diterima> {
    let sah = format!(
        "SELECT COUNT(*) FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id WHERE t.tahun = $1 AND t.skema = $2 AND {}",
        kiriman::SAH
    );
    let sql = format!(
        "SELECT COUNT(*) AS periode, CAST(COALESCE(SUM(t.hasil), 0) AS bigint) AS unit,
            COUNT(CASE WHEN p.jenis = 'kembali' THEN 1 END) AS kembali, COUNT(CASE WHEN p.jenis IS NULL THEN 1 END) AS menunggu,
            COUNT(w.terima_id) AS ditarik,
            ({sah}) AS sah, ({sah} AND {DICABUT}) AS dicabut
        FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id LEFT JOIN terima_putusan p ON p.terima_id = t.id
        LEFT JOIN terima_tarik w ON w.terima_id = t.id
        WHERE t.tahun = $1 AND t.skema = $2 AND NOT EXISTS (SELECT 1 FROM terima_terbitan b JOIN kunci_instalasi f ON f.id = b.kunci_id
            WHERE f.nama = k.nama AND b.periode_kode = t.periode_kode AND (b.nomor > t.nomor OR (b.nomor = t.nomor AND b.id > t.id)))"
    );
    store.baca().satu(&sql, nilai![tahun, skema]).await
}

/// SQL: the key of `t` was revoked.
const DICABUT: &str = "EXISTS (SELECT 1 FROM kunci_cabut x WHERE x.kunci_id = t.kunci_id)";

/// A validated publication of another installation that counts, with what its units reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DariLain {
    pub instansi: String,
    pub periode: String,
    pub nomor: i64,
    /// Invented data, which must be said.
    pub ilustrasi: bool,
    /// Its key was revoked after it was validated.
    pub dicabut: bool,
    pub unit: i64,
    pub sidik: String,
    /// Code, units; highest first.
    pub kategori: Vec<(String, i64)>,
    /// Highest and lowest value with two decimals, as it was published.
    pub rentang: Option<(String, String)>,
}

#[derive(FromQueryResult)]
struct Terbit {
    id: TerimaId,
    instansi: String,
    periode: String,
    nomor: i64,
    ilustrasi: i64,
    dicabut: i64,
    hasil: i64,
    sidik: String,
}

#[derive(FromQueryResult)]
struct PerKategori {
    terima_id: TerimaId,
    kategori: String,
    n: i64,
    atas: String,
    bawah: String,
}

/// By instansi, at most 1,000; only what is proved. Values are of one to five, so their texts with two decimals sort as they do.
pub async fn dari_lain(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Vec<DariLain>> {
    let kecuali = Kecuali::dari(store, tahun).await?;
    let sah = format!(
        "FROM terima_terbitan t JOIN kunci_instalasi k ON k.id = t.kunci_id WHERE t.tahun = $1 AND t.skema = $2 AND {}{}",
        kiriman::SAH,
        kecuali.sql(3)
    );
    let c = store.baca();
    let isian = [nilai![tahun, skema], kecuali.nilai()].concat();
    let sql = format!(
        "SELECT t.id, t.instansi, t.periode, t.nomor, t.ilustrasi, t.hasil, t.sidik,
           CASE WHEN {DICABUT} THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS dicabut {sah} ORDER BY t.instansi, t.periode, t.id LIMIT 1000"
    );
    let mut terbit: Vec<Terbit> = Vec::new();
    for t in c.semua::<Terbit>(&sql, isian.clone()).await? {
        if !kiriman::berubah(c, store.kunci(), t.id).await? {
            terbit.push(t);
        }
    }
    let sql = format!(
        "SELECT h.terima_id, COALESCE(h.kategori, '') AS kategori, COUNT(*) AS n, MAX(h.tampil) AS atas, MIN(h.tampil) AS bawah
         FROM terima_hasil h WHERE h.tampil IS NOT NULL AND h.terima_id IN (SELECT t.id {sah})
         GROUP BY h.terima_id, h.kategori ORDER BY atas DESC, h.kategori LIMIT 20000"
    );
    let mut per: HashMap<TerimaId, Vec<PerKategori>> = HashMap::new();
    for b in c.semua::<PerKategori>(&sql, isian).await? {
        per.entry(b.terima_id).or_default().push(b);
    }
    let satu = |t: Terbit| {
        let milik = per.remove(&t.id).unwrap_or_default();
        let rentang = milik.iter().map(|b| &b.atas).max().cloned().zip(milik.iter().map(|b| &b.bawah).min().cloned());
        let kategori = milik.into_iter().map(|b| (b.kategori, b.n)).collect();
        let Terbit { instansi, periode, nomor, sidik, .. } = t;
        let (ilustrasi, dicabut) = (t.ilustrasi == 1, t.dicabut == 1);
        DariLain { instansi, periode, nomor, ilustrasi, dicabut, unit: t.hasil, sidik, kategori, rentang }
    };
    Ok(terbit.into_iter().map(satu).collect())
}

/// A period whose results the public cannot see now.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct BelumTerbit {
    pub instansi: String,
    pub periode: String,
    pub lokus: i64,
    pub beku: i64,
    /// 1 when it was published once and taken back.
    pub ditarik: i64,
}

/// By instansi, at most 1,000.
pub async fn belum_terbit(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Vec<BelumTerbit>> {
    let sql = "SELECT i.nama AS instansi, p.nama AS periode,
            (SELECT COUNT(*) FROM lokus l WHERE l.periode_id = p.id) AS lokus,
            (SELECT COUNT(*) FROM lokus l JOIN hasil h ON h.lokus_id = l.id WHERE l.periode_id = p.id
                AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id)) AS beku,
            CAST(CASE WHEN n.id IS NULL THEN 0 ELSE 1 END AS bigint) AS ditarik
        FROM periode p JOIN instansi i ON i.id = p.instansi_id
        LEFT JOIN penerbitan n ON n.periode_id = p.id AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1)
        WHERE p.tahun = $1 AND p.skema = $2 AND (n.id IS NULL OR n.jenis <> 'terbit') ORDER BY i.nama, p.nama, p.id LIMIT 1000";
    store.baca().semua(sql, nilai![tahun, skema]).await
}

/// Instansi with at least one lokus in this year and scheme, whatever the edition.
pub async fn jumlah_instansi(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<i64> {
    let kecuali = Kecuali::dari(store, tahun).await?;
    let sql = format!(
        "SELECT COUNT(DISTINCT d.instansi) AS n FROM (SELECT i.kode AS instansi FROM periode p JOIN lokus l ON l.periode_id = p.id
           JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id WHERE p.tahun = $1 AND p.skema = $2
         UNION ALL SELECT y.instansi FROM ({}) y) d",
        kiriman::sebaris(&kecuali)
    );
    store.baca().angka(&sql, [nilai![tahun, skema], kecuali.nilai()].concat()).await
}

/// Instansi with at least one lokus, by province and edition (empty code: without a region).
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Ikut {
    pub provinsi: String,
    pub edisi: String,
    pub instansi: i64,
}

pub async fn ikut(store: &Store, _: &Nasional, tahun: i64, skema: &str) -> Hasil<Vec<Ikut>> {
    let kecuali = Kecuali::dari(store, tahun).await?;
    let sql = format!(
        "SELECT d.provinsi, d.edisi, COUNT(DISTINCT d.instansi) AS instansi
        FROM (SELECT SUBSTR(COALESCE(i.wilayah, ''), 1, 2) AS provinsi, i.kode AS instansi,
                COALESCE(CASE WHEN l.formulir = 'B' THEN p.edisi_b ELSE p.edisi_a END, '') AS edisi
            FROM periode p JOIN lokus l ON l.periode_id = p.id JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
            WHERE p.tahun = $1 AND p.skema = $2 UNION ALL SELECT y.provinsi, y.instansi, y.edisi FROM ({}) y) d
        GROUP BY d.provinsi, d.edisi ORDER BY d.provinsi, d.edisi LIMIT 1000",
        kiriman::sebaris(&kecuali)
    );
    store.baca().semua(&sql, [nilai![tahun, skema], kecuali.nilai()].concat()).await
}
