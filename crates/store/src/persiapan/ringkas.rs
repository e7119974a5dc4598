//! What of the preparation of a period is there and what is missing: counts in three queries at once. It only reads.

use crate::{Hasil, Store, hak::PembacaPeriode, kueri::Kueri, lokus::syarat::Capaian, nilai};
use sea_orm::FromQueryResult;

/// Counts of one period. "Of" figures refer to `lokus`.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub struct Siap {
    pub lokus: i64,
    /// With a method.
    pub metode: i64,
    /// Named by a signed decree.
    pub sk_lokus: i64,
    /// With an appointed evaluator in office.
    pub evaluator: i64,
    /// Proposals that wait for a decree.
    pub usulan: i64,
    /// Appointments in office; how many of them declared, and declared a conflict.
    pub bertugas: i64,
    pub bebas: i64,
    pub benturan: i64,
    /// Lokus whose unit has an operator and a head who can sign in.
    pub akun: i64,
    /// Events that were not cancelled.
    pub jadwal: i64,
    /// Lokus that were told their schedule, and that confirmed the newest.
    pub sampai: i64,
    pub terima: i64,
    /// Budget lines that count.
    pub anggaran: i64,
    /// Sessions (sosialisasi, pendampingan, bimtek) that were prepared, and those somebody attended.
    pub kegiatan: i64,
    pub dihadiri: i64,
}

/// What the last declaration of each appointment in office says; `''` while there is none.
const JAWABAN: &str = "SELECT COALESCE(jawaban, '') AS jawaban, COUNT(*) AS n FROM (
      SELECT (SELECT n.jawaban FROM benturan n WHERE n.lokus_id = l.id AND n.akun_id = g.akun_id ORDER BY n.id DESC LIMIT 1) AS jawaban
      FROM lokus l JOIN penugasan g ON g.lokus_id = l.id JOIN penetapan t ON t.penugasan_id = g.id
      LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE l.periode_id = $1 AND x.penugasan_id IS NULL) j
    GROUP BY COALESCE(jawaban, '') ORDER BY 1 LIMIT 10";

#[derive(FromQueryResult)]
struct Jawaban {
    jawaban: String,
    n: i64,
}

/// An account with this role at the unit `u`, or the unit above it. Two conditions, each answered by an index alone.
fn akun(peran: &str) -> String {
    let di = |unit: &str| {
        format!(
            "EXISTS (SELECT 1 FROM peran r LEFT JOIN peran_cabut c ON c.peran_id = r.id LEFT JOIN akun_nonaktif n ON n.akun_id = r.akun_id
             WHERE r.unit_id = {unit} AND r.peran = '{peran}' AND c.peran_id IS NULL AND n.akun_id IS NULL)"
        )
    };
    format!("({} OR {})", di("u.id"), di("u.induk_id"))
}

/// Three queries at once, however many lokus there are: two of them look at every account and every declaration.
pub async fn siap(store: &Store, hak: &PembacaPeriode) -> Hasil<Siap> {
    let lokus = "FROM lokus l WHERE l.periode_id = $1";
    let terbaru = "(SELECT s.id FROM jadwal_sampai s WHERE s.lokus_id = l.id ORDER BY s.id DESC LIMIT 1)";
    let kegiatan = "FROM kegiatan k JOIN jadwal j ON j.id = k.jadwal_id LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id
        WHERE j.periode_id = $1 AND b.jadwal_id IS NULL";
    let sql = format!(
        "SELECT (SELECT COUNT(*) {lokus}) AS lokus,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM lokus_metode m WHERE m.lokus_id = l.id)) AS metode,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM sk_lokus_unit d WHERE d.lokus_id = l.id)) AS sk_lokus,
         (SELECT COUNT(*) {lokus} AND {evaluator}) AS evaluator,
         (SELECT COUNT(*) FROM lokus l JOIN penugasan g ON g.lokus_id = l.id WHERE l.periode_id = $1 AND {DIUSULKAN}) AS usulan,
         CAST(0 AS bigint) AS bertugas, CAST(0 AS bigint) AS bebas, CAST(0 AS bigint) AS benturan, CAST(0 AS bigint) AS akun,
         (SELECT COUNT(*) FROM jadwal j LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id WHERE j.periode_id = $1 AND b.jadwal_id IS NULL) AS jadwal,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM jadwal_sampai s WHERE s.lokus_id = l.id)) AS sampai,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM jadwal_terima t WHERE t.sampai_id = {terbaru})) AS terima,
         (SELECT COUNT(*) FROM anggaran g LEFT JOIN anggaran_hapus h ON h.anggaran_id = g.id WHERE g.periode_id = $1 AND h.anggaran_id IS NULL) AS anggaran,
         (SELECT COUNT(*) {kegiatan}) AS kegiatan,
         (SELECT COUNT(*) {kegiatan} AND EXISTS (SELECT 1 FROM kegiatan_hadir a LEFT JOIN kegiatan_hadir_hapus z ON z.hadir_id = a.id
            WHERE a.jadwal_id = k.jadwal_id AND z.hadir_id IS NULL)) AS dihadiri",
        DIUSULKAN = crate::penugasan::DIUSULKAN,
        evaluator = Capaian::Evaluator.sql(),
    );
    let (c, id) = (store.baca(), hak.periode.id);
    let berakun = format!(
        "SELECT COUNT(*) AS n FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.periode_id = $1 AND {} AND {}",
        akun("unit-operator"),
        akun("unit-kepala"),
    );
    let (mut siap, berakun, jawaban) =
        tokio::try_join!(c.satu::<Siap>(&sql, nilai![id]), c.angka(&berakun, nilai![id]), c.semua::<Jawaban>(JAWABAN, nilai![id]))?;
    siap.akun = berakun;
    for j in jawaban {
        siap.bertugas += j.n;
        match j.jawaban.as_str() {
            "tidak" => siap.bebas = j.n,
            "ada" => siap.benturan = j.n,
            _ => {}
        }
    }
    Ok(siap)
}

#[derive(FromQueryResult)]
struct Nama {
    nama: String,
}

/// Names of the first `batas` units of the period without an operator and a head who can sign in, by name.
pub async fn tanpa_akun(store: &Store, hak: &PembacaPeriode, batas: i64) -> Hasil<Vec<String>> {
    let sql = format!(
        "SELECT u.nama FROM lokus l JOIN unit u ON u.id = l.unit_id WHERE l.periode_id = $1 AND NOT ({} AND {}) ORDER BY u.nama, l.id LIMIT $2",
        akun("unit-operator"),
        akun("unit-kepala"),
    );
    let semua: Vec<Nama> = store.baca().semua(&sql, nilai![hak.periode.id, batas]).await?;
    Ok(semua.into_iter().map(|n| n.nama).collect())
}
