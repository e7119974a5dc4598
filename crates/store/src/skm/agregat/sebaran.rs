//! What the cube does not hold: the spread within an unsur that several questions ask about. Read from the answers, and only
//! for editions that have such an unsur; the unit of a figure's interval is then the respondent's mean within the unsur.

use super::Agregat;
use crate::{
    Hasil, StoreError,
    id::RondeId,
    ronde::{self, KOSONG, SaringJawaban},
};
use ::skm::{Hitungan, Jawaban, Susunan};
use sea_orm::ConnectionTrait;
use std::collections::HashSet;

/// Answers read at once.
const SEHALAMAN: u32 = 10_000;
/// Answers up to which a page reads them; above it a running round shows the figure without its interval until it is published.
const HALAMAN: u64 = 100_000;

/// Fills [`super::Cacah::sebaran`] of the counted answers, where the edition needs it.
///
/// # Errors
/// `Rusak` when an answer does not fit the round.
pub async fn lengkapi<C: ConnectionTrait>(c: &C, ronde: RondeId, s: &Susunan<'_>, a: &mut Agregat) -> Hasil<()> {
    if a.pakai.n > 0 && s.unsur().iter().any(|u| u.pertanyaan.len() > 1) {
        a.pakai.sebaran = Some(Box::new(hitung(c, ronde, s).await?));
    }
    Ok(())
}

/// The same for a page: not where it would take long.
///
/// # Errors
/// As [`lengkapi`].
pub async fn lengkapi_halaman<C: ConnectionTrait>(c: &C, ronde: RondeId, s: &Susunan<'_>, a: &mut Agregat) -> Hasil<()> {
    if a.pakai.n <= HALAMAN { lengkapi(c, ronde, s, a).await } else { Ok(()) }
}

async fn hitung<C: ConnectionTrait>(c: &C, ronde: RondeId, s: &Susunan<'_>) -> Hasil<Hitungan> {
    let tolak: HashSet<String> = super::ditolak(c, Some(ronde)).await?;
    let mut hasil = Hitungan::kosong(s);
    let mut setelah = None;
    loop {
        let halaman = ronde::halaman(c, ronde, setelah, SEHALAMAN, &SaringJawaban::default()).await?;
        setelah = halaman.last().map(|j| j.id);
        if setelah.is_none() {
            return Ok(hasil);
        }
        // Incomplete answers, left out ones and rejected paper are in no figure.
        for j in halaman.iter().filter(|j| !j.kecuali && !j.nilai.contains(&KOSONG) && !tolak.contains(&j.kelompok)) {
            let nilai: Vec<Option<i64>> = j.nilai.iter().map(|v| Some((*v).into())).collect();
            let satu = Jawaban::baca(s, &nilai).map_err(|_| StoreError::Rusak(format!("answer {} does not fit its round", j.id)))?;
            hasil.tambah(s, &satu);
        }
    }
}
