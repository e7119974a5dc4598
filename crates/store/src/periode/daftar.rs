//! Periods that a person may read, with the counts that a list shows. The scope rule is that of `hak::periode`, in SQL.

use crate::{
    Hasil, Store,
    hak::Pelaku,
    id::{InstansiId, PeriodeId},
    kueri::Kueri,
    lokus::syarat::Capaian,
    penugasan::DIUSULKAN,
    peran::{Lingkup, Peran},
};
use sea_orm::{FromQueryResult, Value};

#[derive(Debug, Clone, FromQueryResult)]
pub struct Ringkas {
    pub id: PeriodeId,
    pub kode: String,
    pub instansi_id: InstansiId,
    pub instansi: String,
    /// Kind of that instansi.
    pub jenis: String,
    pub nama: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: i64,
    pub lokus: i64,
    /// Lokus with an appointed evaluator, with a live F01 submission, with a frozen result.
    pub berevaluator: i64,
    pub terkirim: i64,
    pub berhasil: i64,
    /// Proposals that no decree covers yet.
    pub usulan: i64,
    /// 1 while it is published.
    pub terbit: i64,
    /// 1 while it is published and a result was frozen since.
    pub menyusul: i64,
}

fn pilih() -> String {
    let [berevaluator, terkirim, berhasil] = [Capaian::Evaluator, Capaian::Terkirim, Capaian::Hasil].map(Capaian::banyak);
    format!(
        "SELECT p.id, p.kode, p.instansi_id, i.nama AS instansi, i.jenis, p.nama, p.tahun, p.skema, p.ilustrasi,
         (SELECT COUNT(*) FROM lokus l WHERE l.periode_id = p.id) AS lokus,
         {berevaluator} AS berevaluator, {terkirim} AS terkirim, {berhasil} AS berhasil,
         (SELECT COUNT(*) FROM lokus l JOIN penugasan g ON g.lokus_id = l.id WHERE l.periode_id = p.id AND {DIUSULKAN}) AS usulan,
         CASE WHEN (SELECT jenis FROM penerbitan n WHERE n.periode_id = p.id ORDER BY n.id DESC LIMIT 1) = 'terbit'
           THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS terbit,
         CASE WHEN EXISTS (SELECT 1 FROM penerbitan n JOIN lokus l ON l.periode_id = n.periode_id JOIN hasil h ON h.lokus_id = l.id
             WHERE n.periode_id = p.id AND n.jenis = 'terbit' AND h.pada > n.pada
               AND NOT EXISTS (SELECT 1 FROM penerbitan m WHERE m.periode_id = n.periode_id AND m.id > n.id)
               AND NOT EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id))
           THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS menyusul
         FROM periode p JOIN instansi i ON i.id = p.instansi_id"
    )
}

/// Newest year first, at most `batas` from `lewati` on, and how many there are in all.
pub async fn daftar(store: &Store, pelaku: &Pelaku, lewati: i64, batas: i64) -> Hasil<(Vec<Ringkas>, i64)> {
    let (syarat, mut v) = lingkup(pelaku, 1);
    let n = store
        .baca()
        .angka(&format!("SELECT COUNT(*) AS n FROM periode p JOIN instansi i ON i.id = p.instansi_id WHERE {syarat}"), v.clone())
        .await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([Value::from(batas), Value::from(lewati)]);
    let sql = format!("{} WHERE {syarat} ORDER BY p.tahun DESC, p.id DESC LIMIT ${a} OFFSET ${b}", pilih());
    Ok((store.baca().semua(&sql, v).await?, n))
}

/// A condition on `p` (periode) and `i` (its instansi) with its values, placeholders from `$dari` on.
#[must_use]
pub(crate) fn lingkup(pelaku: &Pelaku, dari: usize) -> (String, Vec<Value>) {
    let (mut syarat, mut v): (Vec<String>, Vec<Value>) = (vec!["1 = 0".into()], Vec::new());
    for p in &pelaku.peran {
        let n = dari + v.len();
        match (&p.peran, &p.lingkup) {
            (Peran::Nasional, _) => syarat.push("1 = 1".into()),
            (Peran::Evaluator | Peran::Penghubung, _) | (_, Lingkup::Unit { .. } | Lingkup::Instalasi | Lingkup::Periode(_)) => {}
            (_, Lingkup::Instansi(i)) => {
                syarat.push(format!("p.instansi_id = ${n}"));
                v.push((*i).into());
            }
            (_, Lingkup::Wilayah(w)) => {
                syarat.push(format!("(i.wilayah = ${n} OR i.wilayah LIKE ${})", n + 1));
                v.push(w.as_str().into());
                v.push(format!("{w}.%").into());
            }
        }
    }
    (format!("({})", syarat.join(" OR ")), v)
}
