//! The map of malls: how many operate, and in brackets how many are on their way, by region.

use crate::{
    konteks::Konteks,
    peta::{self, Petak},
};

/// A region with its malls by how far they are.
pub struct Sel {
    pub kode: &'static str,
    pub nama: &'static str,
    pub tautan: String,
    pub beroperasi: usize,
    pub disiapkan: usize,
}

pub fn indonesia(k: &Konteks, sel: &[Sel]) -> String {
    peta::indonesia(&k.s("mal-peta-judul"), sel.iter().map(|x| petak(k, x)))
}

pub fn provinsi(k: &Konteks, sel: &[Sel]) -> String {
    peta::berurut(&k.s("mal-peta-judul"), sel.iter().map(|x| petak(k, x)))
}

fn petak<'a>(k: &Konteks, x: &'a Sel) -> Petak<'a> {
    let (kelas, gaya, teks) = match (x.beroperasi, x.disiapkan) {
        (0, 0) => ('x', "petak__kosong", "–".to_owned()),
        (0, n) => ('c', "petak__huruf", format!("({n})")),
        (n, 0) => ('a', "petak__huruf", n.to_string()),
        (n, m) => ('a', "petak__huruf", format!("{n} ({m})")),
    };
    Petak {
        kode: x.kode,
        nama: x.nama,
        tautan: &x.tautan,
        kata: k.a("mal-sel", [("nama", x.nama.into()), ("buka", x.beroperasi.into()), ("siap", x.disiapkan.into())]),
        kelas,
        isi: vec![(gaya, 45, teks)],
    }
}
