//! Rounds to rows: each unit with its figure, and each group with its three means. One group is one instansi, or one province
//! when the scope holds several.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use skm::{
    Edisi, Pecahan,
    tingkat::{self, UnitTingkat},
};
use store::skm::{KeadaanRonde, rekap::RondeRingkas};

use super::saring::Saring;
use crate::{
    error::Hasil,
    konteks::Konteks,
    skm::{
        kurun,
        sajian::{Angka, angka, susunan},
    },
};

/// Editions by hash, provinces by code.
#[derive(Default)]
pub struct Kamus {
    pub edisi: HashMap<String, Arc<Edisi>>,
    pub provinsi: HashMap<String, String>,
}

/// A unit with its newest round.
pub struct BarisUnit {
    pub ronde: store::id::RondeId,
    pub nama_ronde: String,
    pub kurun: String,
    pub unit: String,
    pub unit_kode: String,
    pub instansi: String,
    pub n: u64,
    pub target: i64,
    /// Whole per cent of the target.
    pub persen: i64,
    /// Figure as printed, exact, and class; `None` without answers.
    pub ikm: Option<(String, Pecahan, String)>,
    pub rentang: Option<(String, String)>,
    pub keadaan: KeadaanRonde,
    pub terbit: bool,
}

/// A figure of a level with its class.
pub struct Nilai {
    pub teks: String,
    pub eksak: String,
    pub mutu: String,
}

/// One level in the three ways.
pub struct Tiga {
    pub unit: i64,
    pub responden: i64,
    pub polos: Nilai,
    pub tertimbang: Option<Nilai>,
    /// `None` where units asked different unsur.
    pub gabungan: Option<Nilai>,
    /// Units with another edition than most, which are in no mean.
    pub lain: usize,
}

/// A way down.
pub struct Kelompok {
    /// Field of the address that narrows to it, and its value.
    pub medan: &'static str,
    pub kode: String,
    pub nama: String,
    pub unit: usize,
    pub tiga: Option<Tiga>,
}

pub struct Isi {
    pub unit: Vec<BarisUnit>,
    /// Empty when everything belongs to one instansi.
    pub kelompok: Vec<Kelompok>,
    pub tiga: Option<Tiga>,
    /// Units without an answer in the period.
    pub tanpa: usize,
    pub ilustrasi: bool,
    /// The instansi or province that all of it belongs to.
    pub judul: String,
}

struct Satu<'a> {
    r: &'a RondeRingkas,
    angka: Option<Angka>,
}

pub fn susun(k: &Konteks, s: &Saring, kamus: &Kamus, ronde: &[RondeRingkas]) -> Hasil<Isi> {
    let mut semua = Vec::with_capacity(ronde.len());
    for r in ronde {
        let Some(e) = kamus.edisi.get(&r.ronde.edisi) else { continue };
        semua.push(Satu { angka: angka(&susunan(e, &r.ronde.unsur)?, &r.pakai, r.ronde.populasi)?, r });
    }
    let acuan: Vec<&Satu<'_>> = semua.iter().collect();
    let kelompok = kelompok(k, s, kamus, &acuan)?;
    let instansi: BTreeMap<_, _> = semua.iter().map(|x| (x.r.ronde.instansi_id, x.r.ronde.instansi.as_str())).collect();
    let judul = match instansi.values().next() {
        Some(satu) if instansi.len() == 1 => (*satu).to_owned(),
        _ => kamus.provinsi.get(&s.wilayah).cloned().unwrap_or_else(|| k.s("hasilskm-rekap-semua")),
    };
    let mut unit: Vec<BarisUnit> = semua.iter().map(|x| baris(k, x)).collect();
    urut(&mut unit, &s.urut);
    Ok(Isi {
        kelompok,
        tiga: tiga(k, kamus, &acuan)?,
        tanpa: semua.iter().filter(|x| x.angka.is_none()).count(),
        ilustrasi: ronde.iter().any(|r| r.ronde.ilustrasi),
        judul,
        unit,
    })
}

fn urut(unit: &mut [BarisUnit], cara: &str) {
    unit.sort_by(|a, b| (&a.instansi, &a.unit).cmp(&(&b.instansi, &b.unit)));
    let nilai = |u: &BarisUnit| u.ikm.as_ref().map(|i| i.1.clone());
    match cara {
        "tinggi" => unit.sort_by_key(|u| std::cmp::Reverse(nilai(u))),
        // Units without a figure stand last either way.
        "rendah" => unit.sort_by_key(|u| (u.ikm.is_none(), nilai(u))),
        _ => {}
    }
}

fn baris(k: &Konteks, x: &Satu<'_>) -> BarisUnit {
    let r = &x.r.ronde;
    let rentang = x.angka.as_ref().and_then(Angka::rentang);
    let n = i64::try_from(x.r.pakai.n).unwrap_or(i64::MAX);
    BarisUnit {
        ronde: r.id,
        nama_ronde: r.nama.clone(),
        kurun: kurun(k, r),
        unit: r.unit.clone(),
        unit_kode: r.unit_kode.clone(),
        instansi: r.instansi.clone(),
        n: x.r.pakai.n,
        target: r.target,
        persen: n.saturating_mul(100) / r.target.max(1),
        ikm: x.angka.as_ref().map(|a| (k.angka(a.hasil.ikm.tampil(2)), a.hasil.ikm.clone(), a.hasil.mutu.clone())),
        rentang: rentang.map(|(a, b)| (a.tampil(2), b.tampil(2))),
        keadaan: x.r.keadaan,
        terbit: x.r.terbit,
    }
}

/// Provinces while there are several and none is chosen, then instansi; empty when one instansi holds everything.
fn kelompok(k: &Konteks, s: &Saring, kamus: &Kamus, semua: &[&Satu<'_>]) -> Hasil<Vec<Kelompok>> {
    let provinsi = |x: &Satu<'_>| x.r.ronde.wilayah.as_deref().and_then(|w| w.split('.').next()).unwrap_or_default().to_owned();
    let banyak_provinsi =
        s.wilayah.is_empty() && semua.iter().any(|x| provinsi(x) != semua.first().map_or_else(String::new, |y| provinsi(y)));
    let mut bagian: BTreeMap<(String, String, &'static str), Vec<&Satu<'_>>> = BTreeMap::new();
    for x in semua {
        let r = &x.r.ronde;
        let kunci = match provinsi(x) {
            p if banyak_provinsi && !p.is_empty() => (kamus.provinsi.get(&p).cloned().unwrap_or_else(|| p.clone()), p, "wilayah"),
            _ => (r.instansi.clone(), r.instansi_id.to_string(), "instansi"),
        };
        bagian.entry(kunci).or_default().push(x);
    }
    if bagian.len() < 2 {
        return Ok(Vec::new());
    }
    let satu = |((nama, kode, medan), isi): ((String, String, &'static str), Vec<&Satu<'_>>)| {
        Ok(Kelompok { medan, kode, nama, unit: isi.len(), tiga: tiga(k, kamus, &isi)? })
    };
    bagian.into_iter().map(satu).collect()
}

/// The three means over the units with a figure under the edition that most of them use.
fn tiga(k: &Konteks, kamus: &Kamus, semua: &[&Satu<'_>]) -> Hasil<Option<Tiga>> {
    let isi: Vec<(&Satu<'_>, &Angka)> = semua.iter().filter_map(|x| Some((*x, x.angka.as_ref()?))).collect();
    let mut banyak: BTreeMap<&str, usize> = BTreeMap::new();
    for (x, _) in &isi {
        *banyak.entry(x.r.ronde.edisi.as_str()).or_default() += 1;
    }
    let Some((sidik, _)) = banyak.into_iter().max_by_key(|b| b.1) else { return Ok(None) };
    let Some(edisi) = kamus.edisi.get(sidik) else { return Ok(None) };
    let pakai: Vec<_> = isi.iter().filter(|(x, _)| x.r.ronde.edisi == sidik).collect();
    let lain = isi.len() - pakai.len();
    let unsur = pakai.first().map(|(x, _)| &x.r.ronde.unsur);
    let seragam = pakai.iter().all(|(x, _)| Some(&x.r.ronde.unsur) == unsur);
    let susunan = match unsur {
        Some(u) if seragam => Some(susunan(edisi, u)?),
        _ => None,
    };
    let mut hitungan = Vec::with_capacity(pakai.len());
    if let Some(s) = &susunan {
        for (x, _) in &pakai {
            hitungan.push(x.r.pakai.hitungan(s)?.hitungan);
        }
    }
    let satu =
        |(i, (_, a)): (usize, &&(&Satu<'_>, &Angka))| UnitTingkat { n: a.hasil.n, ikm: a.hasil.ikm.clone(), hitungan: hitungan.get(i) };
    let unit: Vec<UnitTingkat<'_>> = pakai.iter().enumerate().map(satu).collect();
    let nilai = |ikm: &Pecahan, mutu: &str| Nilai { teks: k.angka(ikm.tampil(2)), eksak: ikm.tampil(2), mutu: mutu.to_owned() };
    Ok(tingkat::tingkat(edisi, susunan.as_ref(), &unit).map(|t| Tiga {
        unit: t.unit,
        responden: t.responden,
        polos: nilai(&t.polos.ikm, &t.polos.mutu),
        tertimbang: t.tertimbang.map(|a| nilai(&a.ikm, &a.mutu)),
        gabungan: t.gabungan.map(|g| nilai(&g.ikm, &g.mutu)),
        lain,
    }))
}
