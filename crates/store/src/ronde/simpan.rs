//! Rows of answers: inserted once by id, compared when the id comes again, folded into the counters.
//!
//! No rule about who may answer or when: the callers (the writer, paper, import, simulation) have checked that.

use super::{
    kubus::{
        lipat::{Butir, Lipatan},
        tulis,
    },
    masukan::{Masukan, Terima},
};
use crate::{
    Hasil, StoreError, Tx,
    dialect::larik::{Kolom, Larik, PENUH},
    id::RondeId,
    kueri::Kueri,
    skema::Jenis,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

const BARIS: &[Kolom] = &[
    ("ronde_id", Jenis::Uuid),
    ("id", Jenis::Uuid),
    ("kelompok", Jenis::Teks),
    ("hari", Jenis::Teks),
    ("nilai", Jenis::Bytea),
    ("profil", Jenis::Bytea),
    ("tanda", Jenis::Bigint),
    ("saran", Jenis::Teks),
];

const KUNCI: &[Kolom] = &[("ronde_id", Jenis::Uuid), ("id", Jenis::Uuid)];

/// An answer is known by its round and its id.
pub(super) type KunciJawaban = (RondeId, Uuid);

#[derive(FromQueryResult)]
struct BarisKunci {
    ronde_id: RondeId,
    id: Uuid,
}

#[derive(FromQueryResult)]
struct BarisIsi {
    ronde_id: RondeId,
    id: Uuid,
    nilai: Vec<u8>,
    profil: Vec<u8>,
    saran: Option<String>,
}

/// What makes two answers under one id the same. Flags, day and way in may differ when an answer is sent again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Isi {
    nilai: Vec<u8>,
    profil: Vec<u8>,
    saran: String,
}

impl Isi {
    pub(super) fn dari(m: &Masukan, berprofil: bool) -> Self {
        Self { nilai: m.nilai.to_vec(), profil: profil(m, berprofil), saran: m.teks_saran() }
    }
}

fn profil(m: &Masukan, berprofil: bool) -> Vec<u8> {
    if berprofil { m.profil.0.to_vec() } else { Vec::new() }
}

/// Stores what is new of `baru` (answer, whether its round asks a profile) and returns the keys of it.
pub(super) async fn sisip<C: ConnectionTrait>(c: &C, baru: &[(&Masukan, bool)]) -> Hasil<HashSet<KunciJawaban>> {
    let mut urut = baru.to_vec();
    // In key order, so that two nodes that are sent the same answers do not wait crosswise.
    urut.sort_by_key(|(m, _)| (m.ronde, m.id));
    let mut masuk = HashSet::with_capacity(urut.len());
    for potong in urut.chunks(PENUH) {
        let mut l = Larik::baru(BARIS);
        for (m, berprofil) in potong {
            l.tambah([
                m.ronde.into(),
                m.id.into(),
                m.kelompok.to_string().into(),
                m.hari.to_string().into(),
                m.nilai.to_vec().into(),
                profil(m, *berprofil).into(),
                i64::from(m.tanda).into(),
                m.teks_saran().into(),
            ]);
        }
        let sql = format!(
            "WITH v ({0}) AS ({1}) INSERT INTO jawaban ({0})
             SELECT ronde_id, id, kelompok, hari, nilai, profil, tanda, NULLIF(saran, '') FROM v WHERE true
             ON CONFLICT (ronde_id, id) DO NOTHING RETURNING ronde_id, id",
            l.nama(),
            l.teks(c.get_database_backend())
        );
        let baris: Vec<BarisKunci> = c.semua(&sql, l.nilai(c.get_database_backend())).await?;
        masuk.extend(baris.into_iter().map(|b| (b.ronde_id, b.id)));
    }
    Ok(masuk)
}

/// What is stored under these keys.
pub(super) async fn tersimpan<C: ConnectionTrait>(c: &C, kunci: &[KunciJawaban]) -> Hasil<HashMap<KunciJawaban, Isi>> {
    let mut ada = HashMap::with_capacity(kunci.len());
    for potong in kunci.chunks(PENUH) {
        let mut l = Larik::baru(KUNCI);
        for (ronde, id) in potong {
            l.tambah([(*ronde).into(), (*id).into()]);
        }
        let sql = format!(
            "WITH v ({}) AS ({}) SELECT j.ronde_id, j.id, j.nilai, j.profil, j.saran FROM v CROSS JOIN jawaban j
             WHERE j.ronde_id = v.ronde_id AND j.id = v.id",
            l.nama(),
            l.teks(c.get_database_backend())
        );
        for b in c.semua::<BarisIsi>(&sql, l.nilai(c.get_database_backend())).await? {
            let isi = Isi { nilai: b.nilai, profil: b.profil, saran: b.saran.unwrap_or_default() };
            ada.insert((b.ronde_id, b.id), isi);
        }
    }
    Ok(ada)
}

/// Stores many answers in the caller's transaction, all or none, and counts them: paper, import, simulation. Takes the
/// locks of the rounds; whether they are open is for the caller to know. One-use links are not looked at.
///
/// # Errors
/// `OperasiLain` when an id belongs to another answer, `Rusak` when a value is off the scale, `TidakDitemukan` for an
/// unknown round. The caller must then let the transaction fall.
pub async fn simpan_banyak(tx: &Tx, masukan: &[Masukan]) -> Hasil<Vec<Terima>> {
    for m in masukan {
        m.periksa()?;
    }
    let ronde: BTreeSet<RondeId> = masukan.iter().map(|m| m.ronde).collect();
    let mut berprofil = HashMap::with_capacity(ronde.len());
    for r in ronde {
        berprofil.insert(r, super::kunci(tx, r).await? == "skm");
    }
    let berprofil = |m: &Masukan| berprofil.get(&m.ronde).copied().unwrap_or_default();
    let mut pertama: HashMap<KunciJawaban, &Masukan> = HashMap::with_capacity(masukan.len());
    for m in masukan {
        pertama.entry((m.ronde, m.id)).or_insert(m);
    }
    let baru: Vec<(&Masukan, bool)> = pertama.values().map(|m| (*m, berprofil(m))).collect();
    let mut masuk = sisip(&**tx, &baru).await?;
    let mut lipatan = Lipatan::default();
    for (m, p) in baru.iter().filter(|(m, _)| masuk.contains(&(m.ronde, m.id))) {
        let b = Butir::dari(m, *p);
        lipatan.tambah(&b, b.keadaan(false), 1)?;
    }
    tulis::terapkan(&**tx, &lipatan).await?;
    let lama: Vec<KunciJawaban> = pertama.keys().filter(|k| !masuk.contains(*k)).copied().collect();
    let ada = tersimpan(&**tx, &lama).await?;
    let mut hasil = Vec::with_capacity(masukan.len());
    for m in masukan {
        let kunci = (m.ronde, m.id);
        // The first of its id is new; one that follows it is compared with it.
        if masuk.remove(&kunci) {
            hasil.push(Terima::Baru);
            continue;
        }
        let isi = Isi::dari(m, berprofil(m));
        let sama = match ada.get(&kunci) {
            Some(lama) => *lama == isi,
            None => pertama.get(&kunci).is_some_and(|p| Isi::dari(p, berprofil(p)) == isi),
        };
        if !sama {
            return Err(StoreError::OperasiLain);
        }
        hasil.push(Terima::SudahAda);
    }
    Ok(hasil)
}
