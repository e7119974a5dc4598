//! Awards as the people see them whom they concern: of their units, of their instansi, of their region, or of all; only what is
//! announced. Drafts and decisions before that stay on the pages of the period.

use super::putusan::{PILIH, Putusan};
use crate::{
    Hasil, Store, StoreError,
    hak::PembacaPenghargaan,
    id::{InstansiId, PutusanId},
    kueri::Kueri,
    nilai,
    peran::Lingkup,
};
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
    pub periode_kode: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: bool,
}

#[derive(FromQueryResult)]
struct Tambahan {
    periode: String,
    periode_kode: String,
    tahun: i64,
    skema: String,
    ilustrasi: i64,
}

/// Newest year first, at most 1,000; `sasaran`: one of [`super::SASARAN`], or all.
pub async fn daftar(store: &Store, hak: &PembacaPenghargaan, sasaran: Option<&str>) -> Hasil<Vec<Milik>> {
    let (mut syarat, mut v) = lingkup(hak, 1);
    if let Some(s) = sasaran {
        v.push(s.into());
        syarat = format!("{syarat} AND g.sasaran = ${}", v.len());
    }
    cari(store, &syarat, v).await
}

/// One that its reader may have the certificate of: announced, given, not withdrawn.
///
/// # Errors
/// `TidakDitemukan` also for one outside the scope.
pub async fn satu(store: &Store, hak: &PembacaPenghargaan, id: PutusanId) -> Hasil<Milik> {
    let (syarat, mut v) = lingkup(hak, 1);
    v.push(id.into());
    let ada = cari(store, &format!("{syarat} AND d.id = ${}", v.len()), v).await?;
    ada.into_iter().find(|m| m.putusan.diberi()).ok_or(StoreError::TidakDitemukan)
}

/// For anyone: awards of an instansi and of its units that stand, of periods whose results are public now.
pub async fn publik(store: &Store, instansi: InstansiId) -> Hasil<Vec<Milik>> {
    let terbit = "i.id = $1 AND t.pada IS NULL AND EXISTS (SELECT 1 FROM penerbitan n WHERE n.periode_id = p.id AND n.jenis = 'terbit'
        AND n.id = (SELECT m.id FROM penerbitan m WHERE m.periode_id = p.id ORDER BY m.id DESC LIMIT 1))";
    cari(store, terbit, nilai![instansi]).await
}

/// Announced awards that meet a condition on what [`lingkup`] names and `d`, `g`, `t`.
async fn cari(store: &Store, syarat: &str, v: Vec<Value>) -> Hasil<Vec<Milik>> {
    let (kepala, badan) = PILIH.split_once("FROM penghargaan_putusan d").unwrap_or((PILIH, ""));
    let sql = format!(
        "{kepala}, p.nama AS periode, p.kode AS periode_kode, p.tahun, p.skema, p.ilustrasi FROM penghargaan_putusan d {badan}
         JOIN periode p ON p.id = g.periode_id JOIN instansi i ON i.id = d.instansi_id LEFT JOIN lokus l ON l.id = d.lokus_id LEFT JOIN unit u ON u.id = l.unit_id
         JOIN penghargaan_umum w ON w.periode_id = p.id AND w.jenis = 'umum' AND d.pada <= w.pada
           AND w.id = (SELECT y.id FROM penghargaan_umum y WHERE y.periode_id = p.id ORDER BY y.id DESC LIMIT 1)
         WHERE d.jenis = 'beri' AND (t.pada IS NULL OR t.pada > w.pada) AND {syarat}
         ORDER BY p.tahun DESC, g.id, d.kelompok, d.peringkat, d.penerima, d.id LIMIT 1000"
    );
    let baris: Vec<Lengkap> = store.baca().semua(&sql, v).await?;
    Ok(baris.into_iter().map(|b| b.0).filter(|m| m.putusan.dapat_ditampilkan(store)).collect())
}

struct Lengkap(Milik);

impl FromQueryResult for Lengkap {
    fn from_query_result(b: &sea_orm::QueryResult, awal: &str) -> Result<Self, sea_orm::DbErr> {
        let t = Tambahan::from_query_result(b, awal)?;
        let putusan = Putusan::from_query_result(b, awal)?;
        Ok(Self(Milik {
            putusan,
            periode: t.periode,
            periode_kode: t.periode_kode,
            tahun: t.tahun,
            skema: t.skema,
            ilustrasi: t.ilustrasi == 1,
        }))
    }
}
