//! Finding results in validated publications for anyone: by name, by file, by instansi. Rows say who was evaluated, never with what figure:
//! figures come from rows that are proved (`angka`), or from the file itself (`umum`). Publications without proof are left out (`kecuali`), and
//! names are shown only where all rows of a publication are what was signed (`utuh`): a search asks itself, of one publication the caller asks.

use super::{
    kecuali::Kecuali,
    papan::{self, DIHITUNG},
    telusur::{self, SUMBER},
};
use crate::{Hasil, Store, hak::Nasional, id::TerimaId, kueri::Kueri, lokus::daftar::memuat, nilai};
use sea_orm::FromQueryResult;
use std::collections::{BTreeSet, HashSet};

/// A result in a publication that was handed in.
#[derive(Debug, Clone, FromQueryResult)]
pub struct UnitSerahan {
    pub id: TerimaId,
    /// Code of its lokus there, unique in the publication.
    pub lokus: String,
    pub unit: String,
    /// As it is registered here, otherwise as the file says.
    pub instansi: String,
    pub kelompok: String,
    /// As `HasilIpp::status`.
    pub status: String,
    /// 1 when it has an IPP.
    pub ada_ipp: i64,
    pub pemilik: String,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub ilustrasi: i64,
}

const UNIT: &str = "SELECT h.terima_id AS id, h.lokus_kode AS lokus, h.unit, COALESCE(i.nama, h.instansi) AS instansi, h.kelompok, h.status,
    CASE WHEN h.ipp IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS ada_ipp, y.nama AS pemilik, x.periode, x.tahun, x.skema, x.ilustrasi
    FROM terima_hasil h JOIN terima_terbitan x ON x.id = h.terima_id JOIN kunci_instalasi y ON y.id = x.kunci_id
    LEFT JOIN instansi i ON i.kode = h.instansi_kode";

/// Units that one search shows.
pub const UNIT_MAKS: usize = 50;

/// Units in validated publications whose name holds the text, of a year, otherwise of the newest year that has one, at most one more than
/// [`UNIT_MAKS`]: then there are others.
pub async fn cari(store: &Store, teks: &str, tahun: Option<i64>) -> Hasil<Vec<UnitSerahan>> {
    let semua = match tahun {
        Some(t) => vec![t],
        None => telusur::tahun(store).await?,
    };
    for tahun in semua {
        let isi = setahun(store, teks, tahun).await?;
        if !isi.is_empty() {
            return Ok(isi);
        }
    }
    Ok(Vec::new())
}

async fn setahun(store: &Store, teks: &str, tahun: i64) -> Hasil<Vec<UnitSerahan>> {
    let kecuali = Kecuali::tersimpan(store, tahun).await?;
    let sql = format!(
        "{UNIT} WHERE LOWER(h.unit) LIKE $1 ESCAPE '\\' AND h.terima_id IN (SELECT t.id {SUMBER} WHERE t.tahun = $2 AND {DIHITUNG}{})
         ORDER BY h.unit, h.terima_id, h.urut LIMIT {}",
        kecuali.sql(3),
        UNIT_MAKS + 1
    );
    terbukti(store, store.baca().semua(&sql, [nilai![memuat(teks), tahun], kecuali.nilai()].concat()).await?).await
}

/// Leaves out those of publications whose rows are not what was signed.
async fn terbukti(store: &Store, mut semua: Vec<UnitSerahan>) -> Hasil<Vec<UnitSerahan>> {
    let id: BTreeSet<TerimaId> = semua.iter().map(|u| u.id).collect();
    let mut sah = HashSet::new();
    for id in id {
        if utuh(store, id).await? {
            sah.insert(id);
        }
    }
    semua.retain(|u| sah.contains(&u.id));
    Ok(semua)
}

/// Whether what is recorded of a publication, names and figures, is what was signed when it came in. All its rows are read.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn utuh(store: &Store, id: TerimaId) -> Hasil<bool> {
    papan::utuh(store, id).await
}

/// Whether it was signed and is something else now; what an older program left unsigned is not.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn berubah(store: &Store, _hak: &Nasional, id: TerimaId) -> Hasil<bool> {
    let berubah = papan::berubah(store.baca(), store.kunci(), id).await?;
    store.serahan.catat(id, !berubah);
    Ok(berubah)
}

/// Results of one publication whose unit, instansi or category holds the text, in the order of the file: from `lewati` on at most `batas`, and
/// how many there are. Whether it may be shown is asked before (`umum`), whether its rows are true too (`utuh`).
pub async fn isi(store: &Store, id: TerimaId, cari: &str, lewati: i64, batas: i64) -> Hasil<(Vec<UnitSerahan>, i64)> {
    let sql = format!(
        "{UNIT} WHERE h.terima_id = $1 AND (LOWER(h.unit) LIKE $2 ESCAPE '\\' OR LOWER(COALESCE(i.nama, h.instansi)) LIKE $2 ESCAPE '\\'
           OR LOWER(h.kelompok) LIKE $2 ESCAPE '\\')"
    );
    let (c, kata) = (store.baca(), memuat(cari));
    let n = c.angka(&format!("SELECT COUNT(*) AS n FROM ({sql}) z"), nilai![id, kata.as_str()]).await?;
    Ok((c.semua(&format!("{sql} ORDER BY h.urut LIMIT $3 OFFSET $4"), nilai![id, kata, batas, lewati]).await?, n))
}

/// The first results of the instansi with this code in a publication, in the order of the file.
pub async fn milik(store: &Store, id: TerimaId, kode: &str, batas: i64) -> Hasil<Vec<UnitSerahan>> {
    let sql = format!("{UNIT} WHERE h.terima_id = $1 AND h.instansi_kode = $2 ORDER BY h.urut LIMIT $3");
    store.baca().semua(&sql, nilai![id, kode, batas]).await
}
