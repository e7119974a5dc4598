//! The table of a breakdown: which cells may be shown, and what stands in them.

use std::collections::BTreeMap;

use skm::{Susunan, sel};
use store::{
    Store,
    ronde::kubus::{self, Keadaan},
    skm::agregat::{Cacah, LANTAI},
};

use crate::{
    error::Hasil,
    konteks::Konteks,
    skm::{
        hasil::Muatan,
        sajian::{Tertutup, angka, kelas_mutu, label_bidang, label_opsi},
    },
};

/// A cell: its figure, or why there is none.
pub struct Sel {
    /// Figure and letter of its class.
    pub nilai: Option<(String, String)>,
    pub kelas: &'static str,
    /// Respondents; `None` where the number is hidden with the figure.
    pub n: Option<String>,
    pub tertutup: Option<Tertutup>,
}

pub struct Baris {
    pub label: String,
    pub sel: Vec<Sel>,
}

/// Rows by the first field; columns by the second field, or by unsur.
pub struct Tabel {
    pub judul: String,
    pub kolom: Vec<String>,
    pub baris: Vec<Baris>,
    pub ada_tertutup: bool,
}

fn bulat(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl Sel {
    fn tutup(n: u64) -> Self {
        let tertutup = if bulat(n) < LANTAI { Tertutup::Kurang } else { Tertutup::Pelengkap };
        Self { nilai: None, kelas: "", n: None, tertutup: Some(tertutup) }
    }

    /// Nobody is in this cell.
    fn nihil() -> Self {
        Self { nilai: None, kelas: "", n: Some("0".to_owned()), tertutup: None }
    }

    fn buka(k: &Konteks, s: &Susunan, c: &Cacah) -> Hasil<Self> {
        let Some(a) = angka(s, c, None)? else { return Ok(Self::nihil()) };
        let (kelas, n) = (kelas_mutu(&a.hasil.mutu), Some(k.angka(c.n.to_string())));
        Ok(Self { nilai: Some((k.angka(a.hasil.ikm.tampil(2)), a.hasil.mutu)), kelas, n, tertutup: None })
    }
}

impl Tabel {
    /// One field: number and IKM of each group, then the converted value of every unsur.
    pub fn unsur(k: &Konteks, s: &Susunan, m: &Muatan, a: usize) -> Hasil<Self> {
        let isi = &m.agregat.profil[a];
        let cacah: Vec<i64> = isi.values().map(|c| bulat(c.n)).collect();
        let mut baris = Vec::new();
        for ((opsi, c), tutup) in isi.iter().zip(sel::tutup(&cacah, LANTAI)) {
            let label = label_opsi(k, &m.edisi, &m.layanan, a, *opsi);
            let sel = if tutup { (0..=s.unsur().len()).map(|_| Sel::tutup(c.n)).collect() } else { per_unsur(k, s, c)? };
            baris.push(Baris { label, sel });
        }
        baris.push(Baris { label: k.s("hasilskm-semua"), sel: per_unsur(k, s, &m.agregat.pakai)? });
        let kolom = std::iter::once(k.s("hasilskm-kolom-ikm")).chain(s.unsur().iter().map(|u| u.nama.clone())).collect();
        Ok(Self { judul: label_bidang(k, a), kolom, ada_tertutup: baris.iter().any(Baris::tertutup), baris })
    }

    /// Two fields, with totals on both sides.
    pub async fn silang(k: &Konteks, store: &Store, s: &Susunan<'_>, m: &Muatan, (a, b): (usize, usize)) -> Hasil<Self> {
        let dimensi = |d: usize| u8::try_from(d + 1).unwrap_or(1);
        let isi = kubus::silang(store.baca(), m.ronde().id, dimensi(a), dimensi(b), Keadaan::Pakai).await?;
        let isi: BTreeMap<(u8, u8), Cacah> = isi.into_iter().map(|(sel, c)| (sel, c.into())).collect();
        // Totals of the same moment as the cells: answers may have come since the rest of the page was read.
        let (mut lajur, mut kolom, mut semua) = (BTreeMap::<u8, Cacah>::new(), BTreeMap::<u8, Cacah>::new(), Cacah::default());
        for ((x, y), c) in &isi {
            lajur.entry(*x).or_default().gabung(c)?;
            kolom.entry(*y).or_default().gabung(c)?;
            semua.gabung(c)?;
        }
        let tutup = tutup(&isi, &lajur, &kolom, semua.n);
        let satu = |c: Option<&Cacah>, tutup: bool| match c {
            None => Ok(Sel::nihil()),
            Some(c) if tutup => Ok(Sel::tutup(c.n)),
            Some(c) => Sel::buka(k, s, c),
        };
        let mut baris = Vec::new();
        for (i, (x, total)) in lajur.iter().enumerate() {
            let mut sel = Vec::with_capacity(kolom.len() + 1);
            for (j, y) in kolom.keys().enumerate() {
                sel.push(satu(isi.get(&(*x, *y)), tutup[i][j])?);
            }
            sel.push(satu(Some(total), tutup[i][kolom.len()])?);
            baris.push(Baris { label: label_opsi(k, &m.edisi, &m.layanan, a, *x), sel });
        }
        let mut akhir = Vec::with_capacity(kolom.len() + 1);
        for (total, tutup) in kolom.values().chain([&semua]).zip(&tutup[lajur.len()]) {
            akhir.push(satu(Some(total), *tutup)?);
        }
        baris.push(Baris { label: k.s("hasilskm-semua"), sel: akhir });
        let nama = kolom.keys().map(|y| label_opsi(k, &m.edisi, &m.layanan, b, *y)).chain([k.s("hasilskm-semua")]).collect();
        let judul = format!("{} × {}", label_bidang(k, a), label_bidang(k, b));
        Ok(Self { judul, kolom: nama, ada_tertutup: baris.iter().any(Baris::tertutup), baris })
    }
}

impl Baris {
    fn tertutup(&self) -> bool {
        self.sel.iter().any(|s| s.tertutup.is_some())
    }
}

/// Which cells to hide, the totals among them as last column and last row: a hidden total must not follow from its cells,
/// nor a hidden cell from its total.
fn tutup(isi: &BTreeMap<(u8, u8), Cacah>, lajur: &BTreeMap<u8, Cacah>, kolom: &BTreeMap<u8, Cacah>, semua: u64) -> Vec<Vec<bool>> {
    let n = |x: u8, y: u8| isi.get(&(x, y)).map_or(0, |c| bulat(c.n));
    let satu = |(x, total): (&u8, &Cacah)| kolom.keys().map(|y| n(*x, *y)).chain([bulat(total.n)]).collect();
    let akhir = kolom.values().map(|c| bulat(c.n)).chain([bulat(semua)]).collect();
    let cacah: Vec<Vec<i64>> = lajur.iter().map(satu).chain([akhir]).collect();
    sel::tutup_tabel(&cacah, LANTAI)
}

/// The IKM with its number, then the unsur without.
fn per_unsur(k: &Konteks, s: &Susunan, c: &Cacah) -> Hasil<Vec<Sel>> {
    let Some(a) = angka(s, c, None)? else { return Ok((0..=s.unsur().len()).map(|_| Sel::nihil()).collect()) };
    let ikm = Sel::buka(k, s, c)?;
    let unsur = a.hasil.unsur.into_iter().map(|u| Sel {
        kelas: kelas_mutu(&u.mutu),
        nilai: Some((k.angka(u.konversi.tampil(2)), u.mutu)),
        n: None,
        tertutup: None,
    });
    Ok(std::iter::once(ikm).chain(unsur).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(n: u64) -> Cacah {
        Cacah { n, ..Cacah::default() }
    }

    /// Rows of cells to the cells, with their totals.
    fn hitung(baris: &[&[u64]]) -> Vec<Vec<bool>> {
        let (mut isi, mut lajur, mut kolom, mut semua) = (BTreeMap::new(), BTreeMap::<u8, Cacah>::new(), BTreeMap::<u8, Cacah>::new(), 0);
        for (x, b) in (0_u8..).zip(baris) {
            for (y, c) in (0_u8..).zip(*b) {
                isi.insert((x, y), n(*c));
                lajur.entry(x).or_default().n += c;
                kolom.entry(y).or_default().n += c;
                semua += c;
            }
        }
        tutup(&isi, &lajur, &kolom, semua)
    }

    #[test]
    fn a_small_group_cannot_be_computed_from_totals() {
        // The second row is small as a whole: its total is hidden, with the total of another row, and not all cells of that.
        let t = hitung(&[&[40, 50], &[3, 2], &[30, 20]]);
        assert_eq!(t[1], [true, true, true]);
        let lain = if t[0][2] { &t[0] } else { &t[2] };
        assert!(lain[2] && (lain[0] || lain[1]), "{t:?}");
        // No row and no column, its total included, has a single hidden cell.
        for b in &t {
            assert_ne!(b.iter().filter(|x| **x).count(), 1, "{t:?}");
        }
        for j in 0..3 {
            assert_ne!(t.iter().filter(|b| b[j]).count(), 1, "{t:?}");
        }
    }

    #[test]
    fn large_groups_stay_open() {
        assert!(hitung(&[&[40, 50], &[10, 20]]).iter().flatten().all(|t| !t));
    }
}
