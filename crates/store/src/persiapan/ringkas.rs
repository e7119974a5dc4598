//! What of the preparation of a period is there and what is missing: counts in one query. It only reads.

use crate::{Hasil, Store, hak::PembacaPeriode, kueri::Kueri, nilai};
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

const BERTUGAS: &str = "FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN lokus l ON l.id = g.lokus_id
    LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE l.periode_id = $1 AND x.penugasan_id IS NULL";
const JAWAB: &str = "(SELECT n.jawaban FROM benturan n WHERE n.lokus_id = l.id AND n.akun_id = g.akun_id ORDER BY n.id DESC LIMIT 1)";

/// An account with this role at the unit of lokus `l`, or the unit above it.
fn akun(peran: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM peran r JOIN unit u ON u.id = l.unit_id LEFT JOIN peran_cabut c ON c.peran_id = r.id
         LEFT JOIN akun_nonaktif n ON n.akun_id = r.akun_id WHERE c.peran_id IS NULL AND n.akun_id IS NULL AND r.peran = '{peran}'
         AND (r.unit_id = u.id OR r.unit_id = u.induk_id))"
    )
}

pub async fn siap(store: &Store, hak: &PembacaPeriode) -> Hasil<Siap> {
    let lokus = "FROM lokus l WHERE l.periode_id = $1";
    let terbaru = "(SELECT s.id FROM jadwal_sampai s WHERE s.lokus_id = l.id ORDER BY s.id DESC LIMIT 1)";
    let kegiatan = "FROM kegiatan k JOIN jadwal j ON j.id = k.jadwal_id LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id
        WHERE j.periode_id = $1 AND b.jadwal_id IS NULL";
    let sql = format!(
        "SELECT (SELECT COUNT(*) {lokus}) AS lokus,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM lokus_metode m WHERE m.lokus_id = l.id)) AS metode,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM sk_lokus_unit d WHERE d.lokus_id = l.id)) AS sk_lokus,
         (SELECT COUNT(DISTINCT l.id) {BERTUGAS}) AS evaluator,
         (SELECT COUNT(*) FROM penugasan g JOIN lokus l ON l.id = g.lokus_id WHERE l.periode_id = $1 AND {DIUSULKAN}) AS usulan,
         (SELECT COUNT(*) {BERTUGAS}) AS bertugas,
         (SELECT COUNT(*) {BERTUGAS} AND {JAWAB} = 'tidak') AS bebas,
         (SELECT COUNT(*) {BERTUGAS} AND {JAWAB} = 'ada') AS benturan,
         (SELECT COUNT(*) {lokus} AND {operator} AND {kepala}) AS akun,
         (SELECT COUNT(*) FROM jadwal j LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id WHERE j.periode_id = $1 AND b.jadwal_id IS NULL) AS jadwal,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM jadwal_sampai s WHERE s.lokus_id = l.id)) AS sampai,
         (SELECT COUNT(*) {lokus} AND EXISTS (SELECT 1 FROM jadwal_terima t WHERE t.sampai_id = {terbaru})) AS terima,
         (SELECT COUNT(*) FROM anggaran g LEFT JOIN anggaran_hapus h ON h.anggaran_id = g.id WHERE g.periode_id = $1 AND h.anggaran_id IS NULL) AS anggaran,
         (SELECT COUNT(*) {kegiatan}) AS kegiatan,
         (SELECT COUNT(*) {kegiatan} AND EXISTS (SELECT 1 FROM kegiatan_hadir a LEFT JOIN kegiatan_hadir_hapus z ON z.hadir_id = a.id
            WHERE a.jadwal_id = k.jadwal_id AND z.hadir_id IS NULL)) AS dihadiri",
        DIUSULKAN = crate::penugasan::DIUSULKAN,
        operator = akun("unit-operator"),
        kepala = akun("unit-kepala"),
    );
    store.baca().satu(&sql, nilai![hak.periode.id]).await
}

#[derive(FromQueryResult)]
struct Nama {
    nama: String,
}

/// Names of the first `batas` units of the period without an operator and a head who can sign in, by name.
pub async fn tanpa_akun(store: &Store, hak: &PembacaPeriode, batas: i64) -> Hasil<Vec<String>> {
    let sql = format!(
        "SELECT v.nama FROM lokus l JOIN unit v ON v.id = l.unit_id WHERE l.periode_id = $1 AND NOT ({} AND {}) ORDER BY v.nama, l.id LIMIT $2",
        akun("unit-operator"),
        akun("unit-kepala"),
    );
    let semua: Vec<Nama> = store.baca().semua(&sql, nilai![hak.periode.id, batas]).await?;
    Ok(semua.into_iter().map(|n| n.nama).collect())
}
