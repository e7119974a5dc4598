//! Who opened sensitive records, and when: one row a person, record and hour, written before the content is shown. Opening it again
//! within the hour costs one read of an index.

use crate::{
    Hasil, Store, Waktu,
    hak::{Pelaku, PembacaAudit},
    id::{AkunId, InstansiId},
    kueri::{Kueri, Value},
    nilai,
    peran::Lingkup,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Kind of a record that is worth it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// What an applicant wrote and attached.
    Permohonan,
    /// A report that its sender wants hidden, or of wrongdoing.
    Pengaduan,
    /// What a consultation says.
    Konsultasi,
}

impl Jenis {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Permohonan => "permohonan",
            Self::Pengaduan => "pengaduan",
            Self::Konsultasi => "konsultasi",
        }
    }
}

/// Writes down that this person opens this record.
///
/// # Errors
/// When the store fails; then the record is not to be shown.
pub async fn catat(store: &Store, oleh: &Pelaku, jenis: Jenis, objek: Uuid, instansi: InstansiId) -> Hasil<()> {
    let pada = store.sekarang();
    let jam = pada.0.div_euclid(3_600_000_000);
    let ada = "SELECT COUNT(*) AS n FROM catatan_baca WHERE objek_id = $1 AND akun_id = $2 AND jam = $3";
    if store.baca().angka(ada, nilai![objek, oleh.akun, jam]).await? > 0 {
        return Ok(());
    }
    let tx = store.mulai().await?;
    tx.jalankan(
        "INSERT INTO catatan_baca (objek_id, akun_id, jam, jenis, instansi_id, pada) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (objek_id, akun_id, jam) DO NOTHING",
        nilai![objek, oleh.akun, jam, jenis.kunci(), instansi, pada],
    )
    .await?;
    tx.commit().await
}

/// One opening.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Baris {
    pub jenis: String,
    pub objek_id: Uuid,
    /// Number of the report, where it has one.
    pub nomor: Option<String>,
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    pub instansi: String,
    pub pada: Waktu,
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Key of a kind; empty: all.
    pub jenis: String,
    /// One record, or one person.
    pub id: Option<Uuid>,
    /// Only before this one.
    pub sebelum: Option<Waktu>,
}

/// Openings in the reader's scope, the newest first.
///
/// # Errors
/// When the store fails.
pub async fn daftar(store: &Store, hak: &PembacaAudit, s: &Saring, batas: i64) -> Hasil<Vec<Baris>> {
    let mut v: Vec<Value> = nilai![batas];
    let mut syarat = vec!["1 = 1".to_owned()];
    let mut dengan = |nilai: Value| {
        v.push(nilai);
        v.len()
    };
    if let Some(lingkup) = &hak.lingkup {
        let milik: Vec<String> = lingkup
            .iter()
            .filter_map(|l| match l {
                Lingkup::Instansi(i) => Some(format!("r.instansi_id = ${}", dengan((*i).into()))),
                _ => None,
            })
            .collect();
        if milik.is_empty() {
            return Ok(Vec::new());
        }
        syarat.push(format!("({})", milik.join(" OR ")));
    }
    if !s.jenis.is_empty() {
        syarat.push(format!("r.jenis = ${}", dengan(s.jenis.as_str().into())));
    }
    if let Some(id) = s.id {
        let n = dengan(id.into());
        syarat.push(format!("(r.objek_id = ${n} OR r.akun_id = ${n})"));
    }
    if let Some(w) = s.sebelum {
        syarat.push(format!("r.pada < ${}", dengan(w.into())));
    }
    let sql = format!(
        "SELECT r.jenis, r.objek_id, p.nomor, r.akun_id, a.nama, a.jabatan, i.nama AS instansi, r.pada FROM catatan_baca r
         JOIN akun a ON a.id = r.akun_id JOIN instansi i ON i.id = r.instansi_id LEFT JOIN pengaduan p ON p.id = r.objek_id
         WHERE {} ORDER BY r.pada DESC, r.objek_id LIMIT $1",
        syarat.join(" AND ")
    );
    store.baca().semua(&sql, v).await
}
