//! Who came to the presentation, interviews, observation and meetings of one unit: the proposal for the list of presence. Erased
//! entries stay away; what is printed in the end is typed on the form of the minutes.

use super::Pembuat;
use crate::{Hasil, Store, kueri::Kueri, nilai};
use sea_orm::FromQueryResult;

/// Somebody who came, as he wrote himself down.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Hadir {
    pub nama: String,
    pub jabatan: String,
    /// The office or unit that he wrote.
    pub unit: String,
}

/// Everybody once, in the order in which they came; sessions that were cancelled do not count.
pub async fn hadir(store: &Store, hak: &Pembuat) -> Hasil<Vec<Hadir>> {
    let semua: Vec<Hadir> = store
        .baca()
        .semua(
            "SELECT h.nama, h.jabatan, h.unit FROM kegiatan_hadir h JOIN jadwal j ON j.id = h.jadwal_id
             LEFT JOIN jadwal_batal b ON b.jadwal_id = j.id LEFT JOIN kegiatan_hadir_hapus x ON x.hadir_id = h.id
             WHERE j.lokus_id = $1 AND j.jenis IN ('presentasi', 'wawancara', 'pengamatan', 'rapat') AND b.jadwal_id IS NULL
             AND x.hadir_id IS NULL ORDER BY j.mulai, h.pada, h.id LIMIT 500",
            nilai![hak.lokus().id],
        )
        .await?;
    let mut hasil: Vec<Hadir> = Vec::new();
    for h in semua {
        if !hasil.iter().any(|x| sama(&x.nama, &h.nama)) {
            hasil.push(h);
        }
    }
    Ok(hasil)
}

fn sama(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
