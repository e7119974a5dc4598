//! One-use links: redeeming deletes the row in the transaction that stores the answer, so that nothing joins the two.

use super::masukan::Masukan;
use crate::{
    Hasil,
    dialect::larik::{Kolom, Larik},
    id::RondeId,
    kueri::Kueri,
    skema::Jenis,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeSet, HashMap};

const SIDIK: &[Kolom] = &[("sidik", Jenis::Bytea)];
const BARIS: &[Kolom] = &[("sidik", Jenis::Bytea), ("ronde_id", Jenis::Uuid), ("sampai", Jenis::Teks), ("layanan", Jenis::Bigint)];
/// Without a service: an array holds no NULL.
const TANPA: &[Kolom] = &[("sidik", Jenis::Bytea), ("ronde_id", Jenis::Uuid), ("sampai", Jenis::Teks)];

#[derive(Debug, FromQueryResult)]
struct Baris {
    sidik: Vec<u8>,
    ronde_id: RondeId,
    sampai: String,
    layanan: Option<i64>,
}

/// Links that were taken out of the table; each opens one answer.
#[derive(Debug, Default)]
pub(super) struct Ditebus(HashMap<[u8; 32], Tautan>);

#[derive(Debug)]
struct Tautan {
    ronde: RondeId,
    sampai: String,
    /// Number of the service it asks about.
    layanan: Option<i64>,
    dipakai: bool,
}

/// Takes the links of these answers.
pub(super) async fn tebus<C: ConnectionTrait>(c: &C, masukan: impl Iterator<Item = &Masukan>) -> Hasil<Ditebus> {
    let sidik: BTreeSet<[u8; 32]> = masukan.filter_map(|m| m.tautan).collect();
    if sidik.is_empty() {
        return Ok(Ditebus::default());
    }
    let mut l = Larik::baru(SIDIK);
    for s in &sidik {
        l.tambah([s.to_vec().into()]);
    }
    let sql = format!(
        "DELETE FROM survei_tautan WHERE sidik IN ({}) RETURNING sidik, ronde_id, sampai, layanan",
        l.teks(c.get_database_backend())
    );
    let baris: Vec<Baris> = c.semua(&sql, l.nilai(c.get_database_backend())).await?;
    let satu = |b: Baris| {
        let t = Tautan { ronde: b.ronde_id, sampai: b.sampai, layanan: b.layanan, dipakai: false };
        Some((b.sidik.try_into().ok()?, t))
    };
    let isi = baris.into_iter().filter_map(satu);
    Ok(Ditebus(isi.collect()))
}

impl Ditebus {
    /// Whether this answer may come in: it needs no link, or its link is of its round, in time, and nobody else's.
    pub(super) fn boleh(&mut self, m: &Masukan, hari: &str) -> bool {
        let Some(sidik) = m.tautan else { return true };
        match self.0.get_mut(&sidik) {
            Some(t) if t.ronde == m.ronde && hari <= t.sampai.as_str() && !t.dipakai => {
                t.dipakai = true;
                true
            }
            _ => false,
        }
    }

    /// Puts back the links that opened nothing: those whose answer is not in `masuk`.
    pub(super) async fn kembalikan<C: ConnectionTrait>(self, c: &C, masuk: impl Iterator<Item = &Masukan>) -> Hasil<()> {
        let mut sisa = self.0;
        masuk.filter_map(|m| m.tautan).for_each(|s| _ = sisa.remove(&s));
        let (mut dengan, mut tanpa) = (Larik::baru(BARIS), Larik::baru(TANPA));
        let (mut ada, mut polos) = (false, false);
        for (sidik, t) in sisa {
            match t.layanan {
                Some(layanan) => dengan.tambah([sidik.to_vec().into(), t.ronde.into(), t.sampai.into(), layanan.into()]),
                None => tanpa.tambah([sidik.to_vec().into(), t.ronde.into(), t.sampai.into()]),
            }
            (ada, polos) = (ada || t.layanan.is_some(), polos || t.layanan.is_none());
        }
        for l in [ada.then_some(dengan), polos.then_some(tanpa)].into_iter().flatten() {
            let sql =
                format!("INSERT INTO survei_tautan ({}) {} ON CONFLICT (sidik) DO NOTHING", l.nama(), l.teks(c.get_database_backend()));
            c.jalankan(&sql, l.nilai(c.get_database_backend())).await?;
        }
        Ok(())
    }
}
