//! Leaving answers out of the figures, and taking them back in: a row that says who and why, and the counters moved from
//! one state to the other. The answers themselves never change, so both figures can be shown.

use super::{
    kubus::{
        lipat::{Butir, Lipatan},
        tulis,
    },
    masukan::{Bentuk, Profil},
};
use crate::{
    Hasil, StoreError, Tx,
    dialect::larik::{Kolom, Larik, PENUH},
    id::{AkunId, RondeId},
    kueri::Kueri,
    skema::Jenis,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeSet;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisKecuali {
    Kecuali,
    Pulih,
}

impl JenisKecuali {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Kecuali => "kecuali",
            Self::Pulih => "pulih",
        }
    }
}

const KUNCI: &[Kolom] = &[("ronde_id", Jenis::Uuid), ("id", Jenis::Uuid)];
const BARIS: &[Kolom] = &[
    ("id", Jenis::Uuid),
    ("ronde_id", Jenis::Uuid),
    ("jawaban_id", Jenis::Uuid),
    ("jenis", Jenis::Teks),
    ("alasan", Jenis::Teks),
    ("pada", Jenis::Bigint),
    ("oleh", Jenis::Uuid),
];

#[derive(FromQueryResult)]
struct Jawaban {
    id: Uuid,
    kelompok: String,
    nilai: Vec<u8>,
    profil: Vec<u8>,
    tanda: i64,
    jenis: Option<String>,
}

/// Leaves answers of a round out, or takes them back in; returns how many were not in that state yet. The caller has the
/// right, and writes the audit event.
///
/// # Errors
/// `Keadaan("alasan-wajib")` without a reason; `TidakDitemukan` when one of the answers is not of this round.
pub async fn kecualikan(
    tx: &Tx,
    ronde: RondeId,
    bentuk: Bentuk,
    jawaban: &[Uuid],
    jenis: JenisKecuali,
    alasan: &str,
    oleh: AkunId,
) -> Hasil<u64> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    super::kunci(tx, ronde).await?;
    let id: Vec<Uuid> = jawaban.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let mut banyak = 0;
    for potong in id.chunks(PENUH) {
        let semua = baca(tx, ronde, potong).await?;
        if semua.len() != potong.len() {
            return Err(StoreError::TidakDitemukan);
        }
        // An answer that nobody spoke of yet is in the figures, as if it had been taken back in.
        let pindah: Vec<Jawaban> = semua.into_iter().filter(|j| j.jenis.as_deref().unwrap_or("pulih") != jenis.kunci()).collect();
        if pindah.is_empty() {
            continue;
        }
        let mut lipatan = Lipatan::default();
        let mut baris = Larik::baru(BARIS);
        for j in &pindah {
            let profil = <[u8; 5]>::try_from(j.profil.as_slice()).ok().map(Profil);
            let tanda = u32::try_from(j.tanda).unwrap_or_default();
            let b = Butir { ronde, bentuk, kelompok: j.kelompok.clone(), nilai: &j.nilai, profil, tanda };
            lipatan.tambah(&b, b.keadaan(jenis == JenisKecuali::Pulih), -1)?;
            lipatan.tambah(&b, b.keadaan(jenis == JenisKecuali::Kecuali), 1)?;
            let (jenis, alasan) = (jenis.kunci(), alasan.trim());
            baris.tambah([crate::id::baru().into(), ronde.into(), j.id.into(), jenis.into(), alasan.into(), tx.pada.0.into(), oleh.into()]);
        }
        tulis::terapkan(&**tx, &lipatan).await?;
        let backend = tx.get_database_backend();
        let sql = format!("INSERT INTO jawaban_kecuali ({}) {} ON CONFLICT (id) DO NOTHING", baris.nama(), baris.teks(backend));
        tx.jalankan(&sql, baris.nilai(backend)).await?;
        banyak += pindah.len() as u64;
    }
    Ok(banyak)
}

async fn baca(tx: &Tx, ronde: RondeId, id: &[Uuid]) -> Hasil<Vec<Jawaban>> {
    let mut l = Larik::baru(KUNCI);
    for i in id {
        l.tambah([ronde.into(), (*i).into()]);
    }
    let backend = tx.get_database_backend();
    let sql = format!(
        "WITH v ({}) AS ({}) SELECT j.id, j.kelompok, j.nilai, j.profil, j.tanda,
           (SELECT k.jenis FROM jawaban_kecuali k WHERE k.ronde_id = j.ronde_id AND k.jawaban_id = j.id ORDER BY k.id DESC LIMIT 1) AS jenis
         FROM v CROSS JOIN jawaban j WHERE j.ronde_id = v.ronde_id AND j.id = v.id",
        l.nama(),
        l.teks(backend)
    );
    let mut semua: Vec<Jawaban> = tx.semua(&sql, l.nilai(backend)).await?;
    // On SQLite the last row of the relation may be repeated.
    semua.sort_by_key(|j| j.id);
    semua.dedup_by_key(|j| j.id);
    Ok(semua)
}
