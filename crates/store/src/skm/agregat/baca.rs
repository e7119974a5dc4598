//! All counters of one round in one query: totals, each field of the profile, channels, flags. The cells of whole profiles
//! are not read here; breakdowns by two fields are `ronde::kubus`.

use super::{Agregat, Cacah};
use crate::{
    Hasil,
    id::{BundelId, RondeId},
    kueri::Kueri,
    nilai,
    ronde::kubus::{Baris, KOLOM, Sel, angka},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;

/// The counters of a round as they are now, without rejected paper.
///
/// # Errors
/// `Rusak` when a counter cannot be read.
pub async fn baca<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Agregat> {
    let sql = format!(
        "SELECT {KOLOM} FROM jawaban_kubus
         WHERE ronde_id = $1 AND tingkat <= 8 AND n > 0 ORDER BY tingkat, keadaan, kelompok, sel LIMIT 1000000"
    );
    let baris: Vec<Baris> = c.semua(&sql, nilai![ronde]).await?;
    let tolak = ditolak(c, Some(ronde)).await?;
    let mut a = Agregat::default();
    for b in baris.iter().filter(|b| !tolak.contains(&b.kelompok)) {
        taruh(&mut a, b)?;
    }
    saluran_impor(c, ronde, &mut a, &baris, &tolak).await?;
    Ok(a)
}

fn taruh(a: &mut Agregat, b: &Baris) -> Hasil<()> {
    let cacah = Cacah::from(b.isi()?);
    match (b.tingkat, b.keadaan.as_str()) {
        (0, "pakai") => a.pakai.gabung(&cacah)?,
        (0, "kecuali") => a.kecuali.gabung(&cacah)?,
        (0, "kurang") => a.kurang += cacah.n,
        (d @ 1..=5, "pakai") => {
            let bidang = usize::try_from(d - 1).ok().and_then(|d| a.profil.get_mut(d));
            if let Some(bidang) = bidang {
                bidang.entry(angka(&b.sel)?).or_default().gabung(&cacah)?;
            }
        }
        (8, "pakai") => *a.tanda.entry(angka(&b.sel)?).or_default() += cacah.n,
        _ => {}
    }
    Ok(())
}

/// Channels by kind: bundles and imports are told apart by their register.
async fn saluran_impor<C: ConnectionTrait>(c: &C, ronde: RondeId, a: &mut Agregat, baris: &[Baris], tolak: &HashSet<String>) -> Hasil<()> {
    let total = || baris.iter().filter(|b| b.tingkat == 0 && b.keadaan == "pakai" && !tolak.contains(&b.kelompok));
    let lain = total().any(|b| !matches!(b.kelompok.as_str(), "daring" | "kios" | "tautan"));
    let impor = if lain { impor(c, ronde).await? } else { HashSet::new() };
    for b in total() {
        let saluran = match b.kelompok.as_str() {
            s @ ("daring" | "kios" | "tautan") => s,
            s if impor.contains(s) => "impor",
            _ => "kertas",
        };
        *a.saluran.entry(saluran.to_owned()).or_default() += u64::try_from(b.n).unwrap_or(0);
    }
    Ok(())
}

/// Imports of a round by the name that answers and cube have for them.
pub async fn impor<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<HashSet<String>> {
    let semua: Vec<Satu> = c.semua("SELECT id FROM survei_impor WHERE ronde_id = $1 ORDER BY id LIMIT 100000", nilai![ronde]).await?;
    Ok(semua.into_iter().map(|s| s.id.to_string()).collect())
}

/// One cell as it is stored: number, sum, sum of squares, and counts of 4 bytes each.
pub(in crate::skm) fn isi((n, jumlah, kuadrat): (i64, i64, i64), hitung: &[u8]) -> Hasil<Cacah> {
    Ok(Sel::dari(n, jumlah, kuadrat, hitung)?.into())
}

impl From<Sel> for Cacah {
    fn from(s: Sel) -> Self {
        Self { n: s.n, jumlah: s.jumlah, kuadrat: s.kuadrat, hitung: s.hitung, sebaran: None }
    }
}

#[derive(FromQueryResult)]
struct Satu {
    id: BundelId,
}

/// Rejected paper bundles of a round, or of all, by the name that the cube has for them.
pub(in crate::skm) async fn ditolak<C: ConnectionTrait>(c: &C, ronde: Option<RondeId>) -> Hasil<HashSet<String>> {
    let (syarat, v) = match ronde {
        Some(r) => ("WHERE b.ronde_id = $1", nilai![r]),
        None => ("", vec![]),
    };
    let sql = format!("SELECT b.id FROM bundel_tolak t JOIN bundel_kertas b ON b.id = t.bundel_id {syarat} ORDER BY b.id LIMIT 1000000");
    let semua: Vec<Satu> = c.semua(&sql, v).await?;
    Ok(semua.into_iter().map(|b| b.id.to_string()).collect())
}
