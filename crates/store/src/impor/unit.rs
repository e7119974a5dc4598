//! Rows of units: checked against the register and against each other, then applied.

use super::{Aksi, Baris, Salah};
use crate::{
    Hasil, StoreError, Tx,
    hak::Pelaku,
    id::{InstansiId, UnitId},
    instansi::{self, PILIH_INSTANSI, PILIH_UNIT, Unit, UnitBaru},
    kueri::Kueri,
};
use sea_orm::ConnectionTrait;
use std::collections::{HashMap, HashSet};

pub const KOLOM: [&str; 6] = ["kode", "nama", "jenis", "kode_instansi", "kode_induk", "alamat"];
const KODE: usize = 0;
const NAMA: usize = 1;
const JENIS: usize = 2;
pub(super) const INSTANSI: usize = 3;
const INDUK: usize = 4;
const ALAMAT: usize = 5;

struct Peta {
    instansi: HashMap<String, InstansiId>,
    unit: HashMap<String, Unit>,
    kode_unit: HashMap<UnitId, String>,
}

async fn peta<C: ConnectionTrait>(c: &C) -> Hasil<Peta> {
    let i: Vec<instansi::Instansi> = c.semua(&format!("{PILIH_INSTANSI} ORDER BY id LIMIT 200000"), vec![]).await?;
    let u: Vec<Unit> = c.semua(&format!("{PILIH_UNIT} ORDER BY id LIMIT 500000"), vec![]).await?;
    Ok(Peta {
        instansi: i.into_iter().map(|i| (i.kode, i.id)).collect(),
        kode_unit: u.iter().map(|u| (u.id, u.kode.clone())).collect(),
        unit: u.into_iter().map(|u| (u.kode.clone(), u)).collect(),
    })
}

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, baris: &[Baris]) -> Hasil<(Vec<Option<Aksi>>, Vec<Salah>)> {
    let p = peta(c).await?;
    let instansi_berkas: HashMap<&str, &str> = baris.iter().map(|b| (b.s(KODE), b.s(INSTANSI))).collect();
    let induk_berkas: HashMap<&str, &str> = baris.iter().map(|b| (b.s(KODE), b.s(INDUK))).collect();
    let mut terlihat = HashSet::new();
    let (mut aksi, mut semua) = (Vec::with_capacity(baris.len()), Vec::new());
    for b in baris {
        let sebelum = semua.len();
        let mut salah = |kolom: usize, kunci| {
            semua.push(Salah { nomor: b.nomor, kolom: KOLOM[kolom], kunci, nilai: b.s(kolom).chars().take(200).collect() });
        };
        let lama = p.unit.get(b.s(KODE));
        if !instansi::kode_sah(b.s(KODE)) {
            salah(KODE, "impor-salah-kode");
        } else if !terlihat.insert(b.s(KODE)) {
            salah(KODE, "impor-salah-kode-ganda");
        }
        if b.s(NAMA).is_empty() || b.s(NAMA).chars().count() > 200 {
            salah(NAMA, "impor-salah-nama");
        }
        for (kolom, maks) in [(JENIS, 80), (ALAMAT, 500)] {
            if b.s(kolom).chars().count() > maks {
                salah(kolom, "impor-salah-panjang");
            }
        }
        match p.instansi.get(b.s(INSTANSI)) {
            None => salah(INSTANSI, "impor-salah-instansi"),
            Some(i) if lama.is_some_and(|u| u.instansi_id != *i) => salah(INSTANSI, "impor-salah-instansi-lain"),
            Some(_) => {}
        }
        if !b.s(INDUK).is_empty() {
            let milik = |u: &Unit| p.instansi.get(b.s(INSTANSI)) == Some(&u.instansi_id);
            let ada = match instansi_berkas.get(b.s(INDUK)) {
                Some(i) => *i == b.s(INSTANSI),
                None => p.unit.get(b.s(INDUK)).is_some_and(milik),
            };
            if !ada || berputar(b.s(KODE), &induk_berkas, &p) {
                salah(INDUK, "impor-salah-induk");
            }
        }
        aksi.push((semua.len() == sebelum).then(|| match lama {
            None => Aksi::Baru,
            Some(u) if sama(u, b, &p) => Aksi::Sama,
            Some(_) => Aksi::Ubah,
        }));
    }
    Ok((aksi, semua))
}

/// Whether going up from a unit comes back to it (or never ends).
fn berputar(kode: &str, berkas: &HashMap<&str, &str>, p: &Peta) -> bool {
    let mut kini = kode.to_owned();
    for _ in 0..20 {
        let atas = match berkas.get(kini.as_str()) {
            Some(i) => (*i).to_owned(),
            None => p.unit.get(&kini).and_then(|u| u.induk_id).and_then(|i| p.kode_unit.get(&i)).cloned().unwrap_or_default(),
        };
        if atas.is_empty() {
            return false;
        }
        if atas == kode {
            return true;
        }
        kini = atas;
    }
    true
}

fn sama(u: &Unit, b: &Baris, p: &Peta) -> bool {
    let induk = u.induk_id.and_then(|i| p.kode_unit.get(&i)).map_or("", String::as_str);
    u.nama == b.s(NAMA) && u.jenis == b.s(JENIS) && u.alamat == b.s(ALAMAT) && induk == b.s(INDUK)
}

pub(super) async fn terapkan(tx: &Tx, oleh: Option<&Pelaku>, baris: &[(Baris, Option<Aksi>)]) -> Hasil<()> {
    let p = peta(&**tx).await?;
    let mut id: HashMap<&str, UnitId> = p.unit.iter().map(|(k, u)| (k.as_str(), u.id)).collect();
    let hilang = || StoreError::Keadaan("impor-ada-salah");
    let baru = |b: &Baris| -> Hasil<InstansiId> { p.instansi.get(b.s(INSTANSI)).copied().ok_or_else(hilang) };
    // First the units themselves, then what lies above them: a parent may stand further down in the file.
    for (b, _) in baris.iter().filter(|(_, a)| *a == Some(Aksi::Baru)) {
        let u = UnitBaru { kode: b.s(KODE), instansi: baru(b)?, induk: None, nama: b.s(NAMA), jenis: b.s(JENIS), alamat: b.s(ALAMAT) };
        id.insert(b.s(KODE), instansi::tambah_unit(tx, oleh, u).await?);
    }
    for (b, aksi) in baris {
        let induk = (!b.s(INDUK).is_empty()).then(|| id.get(b.s(INDUK)).copied().ok_or_else(hilang)).transpose()?;
        let diubah = *aksi == Some(Aksi::Ubah) || (*aksi == Some(Aksi::Baru) && induk.is_some());
        if diubah {
            let satu = *id.get(b.s(KODE)).ok_or_else(hilang)?;
            let versi = p.unit.get(b.s(KODE)).map_or(1, |u| u.versi);
            let u = UnitBaru { kode: b.s(KODE), instansi: baru(b)?, induk, nama: b.s(NAMA), jenis: b.s(JENIS), alamat: b.s(ALAMAT) };
            instansi::ubah_unit(tx, oleh, satu, versi, &u).await?;
        }
    }
    Ok(())
}
