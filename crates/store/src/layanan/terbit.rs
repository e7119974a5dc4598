//! What anyone may read: the standards in force of services that are given. A draft is never reached from here.

use super::{DARI, Isi, KOLOM, Layanan, baca::baca_isi, berlaku_sql, hari_ini};
use crate::{Hasil, Store, Waktu, kueri::Kueri};
use sea_orm::{FromQueryResult, Value};

/// A service with its standard in force. Days are local ISO texts.
#[derive(Debug, Clone)]
pub struct Terbit {
    pub layanan: Layanan,
    pub isi: Isi,
    pub nomor: i64,
    pub sk_nomor: String,
    pub sk_tanggal: String,
    pub mulai: String,
    /// Next day of review.
    pub tinjau: String,
    /// When it was last reviewed and found right.
    pub ditinjau: Option<Waktu>,
    /// When it was issued here, or last reviewed.
    pub diperbarui: Waktu,
}

#[derive(FromQueryResult)]
struct Standar {
    standar_nama: String,
    ringkas: String,
    isi: String,
    hari_kerja: Option<i64>,
    nomor: i64,
    sk_nomor: String,
    sk_tanggal: String,
    mulai: String,
    tinjau: String,
    berlaku_pada: Waktu,
    ditinjau: Option<Waktu>,
    berikut: Option<String>,
}

struct Baris(Layanan, Standar);

impl FromQueryResult for Baris {
    fn from_query_result(r: &sea_orm::QueryResult, p: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self(Layanan::from_query_result(r, p)?, Standar::from_query_result(r, p)?))
    }
}

async fn pilih(store: &Store, syarat: &str, tambahan: Vec<Value>, batas: i64) -> Hasil<Vec<Terbit>> {
    let mut v = hari_ini(store.sekarang());
    v.extend(tambahan);
    let sql = format!(
        "SELECT {KOLOM}, s.nama AS standar_nama, s.ringkas, s.isi, s.hari_kerja, s.nomor, b.sk_nomor, b.sk_tanggal, b.mulai, b.tinjau,
         b.pada AS berlaku_pada, t.pada AS ditinjau, t.berikut
         {DARI} JOIN standar s ON s.id = {} JOIN standar_berlaku b ON b.standar_id = s.id
         LEFT JOIN standar_tinjauan t ON t.id = (SELECT z.id FROM standar_tinjauan z WHERE z.standar_id = s.id ORDER BY z.id DESC LIMIT 1)
         WHERE c.layanan_id IS NULL AND {syarat} ORDER BY s.nama, l.id LIMIT {batas}",
        berlaku_sql()
    );
    let satu = |Baris(layanan, s): Baris| {
        let isi = baca_isi(s.standar_nama, s.ringkas, &s.isi, s.hari_kerja)?;
        Ok(Terbit {
            layanan: Layanan { nama: isi.nama.clone(), ..layanan },
            isi,
            nomor: s.nomor,
            sk_nomor: s.sk_nomor,
            sk_tanggal: s.sk_tanggal,
            mulai: s.mulai,
            tinjau: s.berikut.unwrap_or(s.tinjau),
            ditinjau: s.ditinjau,
            diperbarui: s.ditinjau.unwrap_or(s.berlaku_pada),
        })
    };
    store.baca().semua::<Baris>(&sql, v).await?.into_iter().map(satu).collect()
}

/// # Errors
/// `TidakDitemukan` also for a service without a standard in force, and for one that is ended.
pub async fn dari_kode(store: &Store, kode: &str) -> Hasil<Terbit> {
    pilih(store, "l.kode = $4", vec![kode.into()], 1).await?.pop().ok_or(crate::StoreError::TidakDitemukan)
}

/// The one service with this name, in small or capital letters; of several with one name none, since only a code tells them apart.
pub async fn dari_nama(store: &Store, nama: &str) -> Hasil<Option<Terbit>> {
    let mut ada = pilih(store, "LOWER(s.nama) = $4", vec![nama.to_lowercase().into()], 2).await?;
    Ok(if ada.len() == 1 { ada.pop() } else { None })
}

/// All of them by name, at most 20,000.
pub async fn semua(store: &Store) -> Hasil<Vec<Terbit>> {
    pilih(store, "1 = 1", Vec::new(), 20_000).await
}
