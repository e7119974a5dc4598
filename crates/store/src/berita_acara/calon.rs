//! Who may sign for each party today.

use crate::{Hasil, id::AkunId, kueri::Kueri, lokus::Lokus, nilai, peran, persiapan::benturan};
use sea_orm::{ConnectionTrait, FromQueryResult};

#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Orang {
    pub id: AkunId,
    pub nama: String,
    pub jabatan: String,
}

/// Every appointed evaluator signs, but for those who declared a conflict of interest; of the heads and of the Penanggungjawab one each.
#[derive(Debug, Clone, Default)]
pub struct Calon {
    pub evaluator: Vec<Orang>,
    pub unit: Vec<Orang>,
    pub penanggungjawab: Vec<Orang>,
}

const ORANG: &str = "SELECT DISTINCT a.id, a.nama, a.jabatan FROM akun a";
/// With the office of an acting official, as it stands under his signature.
const PEJABAT: &str = "SELECT a.id, a.nama, MIN(CASE g.jenis WHEN 'plt' THEN 'Plt. ' || g.jabatan WHEN 'plh' THEN 'Plh. ' || g.jabatan
    ELSE a.jabatan END) AS jabatan FROM akun a";
const PERAN: &str = "JOIN peran r ON r.akun_id = a.id LEFT JOIN peran_pengganti g ON g.peran_id = r.id";

/// `hari`: today as ISO date.
pub async fn calon<C: ConnectionTrait>(c: &C, l: &Lokus, hari: &str) -> Hasil<Calon> {
    let evaluator = format!(
        "{ORANG} JOIN penugasan g ON g.akun_id = a.id JOIN lokus l ON l.id = g.lokus_id JOIN penetapan t ON t.penugasan_id = g.id
         LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.lokus_id = $1 AND x.penugasan_id IS NULL AND {}
         ORDER BY a.nama, a.id LIMIT 100",
        benturan::tanpa_milik("g.akun_id")
    );
    let menjabat = peran::menjabat("r", "$1");
    let unit = format!(
        "{PEJABAT} {PERAN} WHERE {menjabat} AND r.peran = 'unit-kepala' AND (r.unit_id = $2 OR r.unit_id = $3) GROUP BY a.id, a.nama ORDER BY a.nama, a.id LIMIT 50"
    );
    let pj = format!(
        "{PEJABAT} {PERAN} WHERE {menjabat} AND r.peran = 'penanggungjawab' AND r.instansi_id = $2 GROUP BY a.id, a.nama ORDER BY a.nama, a.id LIMIT 50"
    );
    Ok(Calon {
        evaluator: c.semua(&evaluator, nilai![l.id]).await?,
        unit: c.semua(&unit, nilai![hari, l.unit_id, l.unit_induk]).await?,
        penanggungjawab: c.semua(&pj, nilai![hari, l.penyelenggara_id]).await?,
    })
}
