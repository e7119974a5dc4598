//! Awards as the people see them whom they concern: of their units, of their instansi, of their region, or of all; only what is
//! announced. Drafts and decisions before that stay on the pages of the period.

use super::putusan::{PILIH, Putusan};
use crate::{Hasil, Store, hak::PembacaPenghargaan, kueri::Kueri, nilai, peran::Lingkup};
use sea_orm::{FromQueryResult, Value};

/// A condition on `u` (the unit, if there is one), `i` (the instansi it concerns) and `p` (the period) that holds inside the
/// reader's scope; its values begin at `mulai`.
pub(crate) fn lingkup(hak: &PembacaPenghargaan, mulai: usize) -> (String, Vec<Value>) {
    let (mut syarat, mut v) = (Vec::new(), Vec::<Value>::new());
    for l in &hak.lingkup {
        let n = mulai + v.len();
        match l {
            Lingkup::Instalasi => syarat.push("1 = 1".to_owned()),
            Lingkup::Instansi(id) => {
                syarat.push(format!("i.id = ${n} OR p.instansi_id = ${n}"));
                v.push((*id).into());
            }
            Lingkup::Wilayah(w) => {
                syarat.push(format!("i.wilayah = ${n} OR i.wilayah LIKE ${}", n + 1));
                v.extend(nilai![w.as_str(), format!("{w}.%")]);
            }
            Lingkup::Unit { unit, .. } => {
                syarat.push(format!("u.id = ${n} OR u.induk_id = ${n}"));
                v.push((*unit).into());
            }
            Lingkup::Periode(_) => {}
        }
    }
    (if syarat.is_empty() { "1 = 0".to_owned() } else { format!("({})", syarat.join(" OR ")) }, v)
}

/// An announced award with its period.
#[derive(Debug, Clone)]
pub struct Milik {
    pub putusan: Putusan,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: bool,
}

#[derive(FromQueryResult)]
struct Tambahan {
    periode: String,
    tahun: i64,
    skema: String,
    ilustrasi: i64,
}

/// Newest year first, at most 1,000; `sasaran`: one of [`super::SASARAN`], or all.
pub async fn daftar(store: &Store, hak: &PembacaPenghargaan, sasaran: Option<&str>) -> Hasil<Vec<Milik>> {
    let (syarat, v) = lingkup(hak, 1);
    let mut v = v;
    let jenis = sasaran.map_or(String::new(), |s| {
        v.push(s.into());
        format!(" AND g.sasaran = ${}", v.len())
    });
    let (kepala, badan) = PILIH.split_once("FROM penghargaan_putusan d").unwrap_or((PILIH, ""));
    let sql = format!(
        "{kepala}, p.nama AS periode, p.tahun, p.skema, p.ilustrasi FROM penghargaan_putusan d {badan}
         JOIN periode p ON p.id = g.periode_id JOIN instansi i ON i.id = d.instansi_id LEFT JOIN lokus l ON l.id = d.lokus_id LEFT JOIN unit u ON u.id = l.unit_id
         JOIN penghargaan_umum w ON w.periode_id = p.id AND w.jenis = 'umum' AND d.pada <= w.pada
           AND w.id = (SELECT y.id FROM penghargaan_umum y WHERE y.periode_id = p.id ORDER BY y.id DESC LIMIT 1)
         WHERE d.jenis = 'beri' AND (t.pada IS NULL OR t.pada > w.pada) AND {syarat}{jenis}
         ORDER BY p.tahun DESC, g.id, d.kelompok, d.peringkat, d.penerima, d.id LIMIT 1000"
    );
    let c = store.baca();
    let baris: Vec<Lengkap> = c.semua(&sql, v).await?;
    Ok(baris.into_iter().map(|b| b.0).collect())
}

struct Lengkap(Milik);

impl FromQueryResult for Lengkap {
    fn from_query_result(b: &sea_orm::QueryResult, awal: &str) -> Result<Self, sea_orm::DbErr> {
        let t = Tambahan::from_query_result(b, awal)?;
        let putusan = Putusan::from_query_result(b, awal)?;
        Ok(Self(Milik { putusan, periode: t.periode, tahun: t.tahun, skema: t.skema, ilustrasi: t.ilustrasi == 1 }))
    }
}
