//! Cells in the table: read, changed in memory, written back. The caller's transaction holds the round (see
//! [`crate::ronde::kunci`]), so nobody else changes its cells meanwhile.

use super::{
    Sel,
    lipat::{Kunci, Lipatan, Ubah},
};
use crate::{
    Hasil,
    dialect::larik::{Kolom, Larik, PENUH},
    kueri::Kueri,
    skema::Jenis,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::fmt::Display;

const KUNCI: &[Kolom] = &[
    ("no", Jenis::Bigint),
    ("ronde_id", Jenis::Uuid),
    ("tingkat", Jenis::Bigint),
    ("keadaan", Jenis::Teks),
    ("kelompok", Jenis::Teks),
    ("sel", Jenis::Teks),
];

const SEL: &[Kolom] = &[
    ("ronde_id", Jenis::Uuid),
    ("tingkat", Jenis::Bigint),
    ("keadaan", Jenis::Teks),
    ("kelompok", Jenis::Teks),
    ("sel", Jenis::Teks),
    ("n", Jenis::Bigint),
    ("jumlah", Jenis::Bigint),
    ("kuadrat", Jenis::Bigint),
    ("hitung", Jenis::Bytea),
];

#[derive(FromQueryResult)]
struct Baris {
    no: i64,
    n: i64,
    jumlah: i64,
    kuadrat: i64,
    hitung: Vec<u8>,
}

/// Adds a fold to the stored cells.
pub(crate) async fn terapkan<C: ConnectionTrait, K: Ord + Display>(c: &C, lipatan: &Lipatan<K>) -> Hasil<()> {
    let semua: Vec<(&Kunci<K>, &Ubah)> = lipatan.sel.iter().collect();
    for potong in semua.chunks(PENUH) {
        let lama = baca(c, potong).await?;
        let mut l = Larik::baru(SEL);
        for ((k, u), lama) in potong.iter().zip(&lama) {
            let s = u.pada(lama.as_ref())?;
            l.tambah([
                k.ronde.into(),
                i64::from(k.tingkat).into(),
                k.keadaan.kunci().into(),
                k.kelompok.to_string().into(),
                k.teks().into(),
                besar(s.n).into(),
                besar(s.jumlah).into(),
                besar(s.kuadrat).into(),
                s.byte().into(),
            ]);
        }
        let sql = format!(
            "INSERT INTO jawaban_kubus ({}) {} ON CONFLICT (ronde_id, tingkat, keadaan, kelompok, sel)
             DO UPDATE SET n = excluded.n, jumlah = excluded.jumlah, kuadrat = excluded.kuadrat, hitung = excluded.hitung",
            l.nama(),
            l.teks(c.get_database_backend())
        );
        c.jalankan(&sql, l.nilai(c.get_database_backend())).await?;
    }
    Ok(())
}

/// The stored cells of these keys, in their order.
async fn baca<C: ConnectionTrait, K: Display>(c: &C, kunci: &[(&Kunci<K>, &Ubah)]) -> Hasil<Vec<Option<Sel>>> {
    let mut l = Larik::baru(KUNCI);
    for (no, (k, _)) in (0_i64..).zip(kunci) {
        let tingkat = i64::from(k.tingkat);
        l.tambah([no.into(), k.ronde.into(), tingkat.into(), k.keadaan.kunci().into(), k.kelompok.to_string().into(), k.teks().into()]);
    }
    let sql = format!(
        "WITH v ({}) AS ({}) SELECT v.no, k.n, k.jumlah, k.kuadrat, k.hitung FROM v CROSS JOIN jawaban_kubus k
         WHERE k.ronde_id = v.ronde_id AND k.tingkat = v.tingkat AND k.keadaan = v.keadaan AND k.kelompok = v.kelompok AND k.sel = v.sel",
        l.nama(),
        l.teks(c.get_database_backend())
    );
    let mut hasil = vec![None; kunci.len()];
    for b in c.semua::<Baris>(&sql, l.nilai(c.get_database_backend())).await? {
        if let Some(tempat) = usize::try_from(b.no).ok().and_then(|no| hasil.get_mut(no)) {
            *tempat = Some(Sel::dari(b.n, b.jumlah, b.kuadrat, &b.hitung)?);
        }
    }
    Ok(hasil)
}

fn besar(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
