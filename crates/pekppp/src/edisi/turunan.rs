//! A reduced edition made from another one: fewer indicators, other weights, another F03 form. Everything else stays.
//!
//! The result is the text of an edition like any other. It is read back and compared, so that nothing but what was asked
//! for can differ. Must not live here: who may derive, and where the text is kept (store).

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::{Edisi, F03Edisi, Kesalahan};
use crate::pecahan::Pecahan;

/// What the derived edition shall be.
#[derive(Debug, Clone)]
pub struct Turunan<'a> {
    pub id: &'a str,
    pub nama: &'a str,
    /// Why the instrument was cut; stands in the edition's description.
    pub alasan: &'a str,
    /// Code of each weighted indicator that stays, with its weight in percent of its aspect.
    pub indikator: BTreeMap<String, Pecahan>,
    /// F03 of another edition; `None` keeps that of the parent.
    pub f03: Option<&'a Edisi>,
}

/// Why it cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SalahTurunan {
    /// The parent has no weighted indicator of this code.
    TakDikenal(String),
    /// Not above zero.
    BobotTakSah(String),
    AspekKosong(String),
    /// The weights of the aspect sum to this instead of 100.
    BukanSeratus {
        aspek: String,
        jumlah: Pecahan,
    },
    /// The F03 form speaks of an aspect that the parent lacks.
    F03Lain,
    /// The parent's text cannot be read any more, or the result differs by more than was asked for.
    Naskah(Vec<Kesalahan>),
}

/// Weights scaled so that they sum to exactly 100, in their proportion. Empty when they sum to nothing.
#[must_use]
pub fn skalakan(bobot: &[Pecahan]) -> Vec<Pecahan> {
    let jumlah: Pecahan = bobot.iter().cloned().sum();
    if jumlah.adalah_nol() || jumlah.adalah_negatif() {
        return Vec::new();
    }
    bobot.iter().map(|b| &(b * &Pecahan::bulat(100)) / &jumlah).collect()
}

/// The text of the derived edition.
///
/// # Errors
/// Everything that stands in the way.
pub fn turunkan(teks: &str, t: &Turunan<'_>) -> Result<String, Vec<SalahTurunan>> {
    let induk = Edisi::baca(teks).map_err(|s| vec![SalahTurunan::Naskah(s)])?;
    periksa(&induk, t)?;
    let naskah = |s: Vec<Kesalahan>| vec![SalahTurunan::Naskah(s)];
    let mut akar: Table = teks.parse().map_err(|_| naskah(Vec::new()))?;
    kepala(&mut akar, &induk, t);
    tulis_aspek(&mut akar, &induk, t);
    let pernyataan: BTreeSet<&str> = t.f03.unwrap_or(&induk).f03.pernyataan.iter().map(|p| p.id.as_str()).collect();
    let ada: BTreeSet<&str> = t.indikator.keys().map(String::as_str).chain(induk.tambahan.iter().map(|i| i.kode.as_str())).collect();
    let hilang: Vec<&str> = induk.indikator().map(|i| i.kode.as_str()).filter(|k| !ada.contains(k)).collect();
    setiap_indikator(&mut akar, |i| rapikan(i, &hilang, &pernyataan));
    let hasil = format!("# Edisi turunan dari {}, disusun dengan Prima. Jangan disunting: sidiknya mengikat isinya.\n\n{akar}", induk.id);
    let jadi = Edisi::baca(&hasil).map_err(naskah)?;
    if sama(&induk, &jadi, t) { Ok(hasil) } else { Err(naskah(Vec::new())) }
}

fn periksa(induk: &Edisi, t: &Turunan<'_>) -> Result<(), Vec<SalahTurunan>> {
    let mut salah = Vec::new();
    for (kode, bobot) in &t.indikator {
        if !induk.indikator().any(|i| i.kode == *kode) {
            salah.push(SalahTurunan::TakDikenal(kode.clone()));
        }
        if bobot.adalah_negatif() || bobot.adalah_nol() || *bobot > Pecahan::bulat(100) {
            salah.push(SalahTurunan::BobotTakSah(kode.clone()));
        }
    }
    for a in &induk.aspek {
        let bobot: Vec<&Pecahan> = a.indikator.iter().filter_map(|i| t.indikator.get(&i.kode)).collect();
        let jumlah: Pecahan = bobot.iter().copied().cloned().sum();
        if bobot.is_empty() {
            salah.push(SalahTurunan::AspekKosong(a.kunci.clone()));
        } else if jumlah != Pecahan::bulat(100) {
            salah.push(SalahTurunan::BukanSeratus { aspek: a.kunci.clone(), jumlah });
        }
    }
    let asing = |e: &Edisi| e.f03.pernyataan.iter().any(|p| !induk.aspek.iter().any(|a| a.kunci == p.aspek));
    if t.f03.is_some_and(asing) {
        salah.push(SalahTurunan::F03Lain);
    }
    if salah.is_empty() { Ok(()) } else { Err(salah) }
}

fn teks(p: &Pecahan) -> Value {
    Value::String(p.to_string())
}

fn kepala(akar: &mut Table, induk: &Edisi, t: &Turunan<'_>) {
    let asal = format!("Turunan dari {} ({}) dengan {} indikator berbobot. {}", induk.nama, induk.id, t.indikator.len(), t.alasan.trim());
    akar.insert("id".into(), Value::String(t.id.into()));
    akar.insert("nama".into(), Value::String(t.nama.trim().into()));
    akar.insert("keterangan".into(), Value::String(asal));
    let kepastian = format!("Edisi daerah untuk PEKPPP mandiri, bukan formulir lengkap kementerian. {}", induk.kepastian);
    akar.insert("kepastian".into(), Value::String(kepastian));
    if let Some(e) = t.f03 {
        akar.insert("f03".into(), f03(&e.f03));
    }
    // What the file may have written as a binary float is written again from the exact value that was read.
    if let Some(r) = akar.get_mut("rumus").and_then(Value::as_table_mut) {
        r.insert("porsi_f02".into(), teks(&induk.rumus.porsi_f02));
        r.insert("porsi_f03".into(), teks(&induk.rumus.porsi_f03));
    }
    for (v, k) in tabel(akar, "kategori").zip(&induk.kategori) {
        v.insert("dari".into(), teks(&k.dari));
        v.insert("sampai".into(), teks(&k.sampai));
    }
}

fn f03(f: &F03Edisi) -> Value {
    let satu = |p: &super::Pernyataan| {
        let isi = [("id", &p.id), ("aspek", &p.aspek), ("kode", &p.kode), ("teks", &p.teks)];
        Value::Table(isi.into_iter().map(|(k, v)| (k.to_owned(), Value::String(v.clone()))).collect())
    };
    let mut t = Table::new();
    t.insert("responden_min".into(), Value::Integer(f.responden_min.into()));
    t.insert("responden_maks".into(), Value::Integer(f.responden_maks.into()));
    t.insert("kepastian".into(), Value::String(f.kepastian.clone()));
    t.insert("pernyataan".into(), Value::Array(f.pernyataan.iter().map(satu).collect()));
    Value::Table(t)
}

fn tabel<'a>(t: &'a mut Table, kunci: &str) -> impl Iterator<Item = &'a mut Table> {
    t.get_mut(kunci).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_table_mut)
}

fn kode(i: &Table) -> Option<&str> {
    i.get("kode").and_then(Value::as_str)
}

fn tulis_aspek(akar: &mut Table, induk: &Edisi, t: &Turunan<'_>) {
    for (v, a) in tabel(akar, "aspek").zip(&induk.aspek) {
        v.insert("bobot".into(), teks(a.bobot.persen()));
        v.remove("jumlah_bobot_tercetak");
        if let Some(isi) = v.get_mut("indikator").and_then(Value::as_array_mut) {
            isi.retain(|i| i.as_table().and_then(kode).is_some_and(|k| t.indikator.contains_key(k)));
        }
        for i in tabel(v, "indikator") {
            let Some(k) = kode(i).map(str::to_owned) else { continue };
            let (lama, baru) = (induk.cari_indikator(&k).and_then(|x| x.bobot.clone()), t.indikator.get(&k));
            if let Some(baru) = baru {
                i.insert("bobot".into(), teks(baru));
                if lama.is_none_or(|l| l.persen() != baru) {
                    i.insert("kepastian_bobot".into(), Value::String("ditetapkan dalam edisi turunan ini".into()));
                }
            }
        }
    }
}

fn setiap_indikator(akar: &mut Table, ubah: impl Fn(&mut Table)) {
    for a in tabel(akar, "aspek") {
        tabel(a, "indikator").for_each(&ubah);
    }
    tabel(akar, "tambahan").for_each(&ubah);
}

/// Takes out what looks at an indicator that is gone: hints and holes are left out, and a rule that cannot be applied any
/// more says so, so that the evaluator decides.
fn rapikan(i: &mut Table, hilang: &[&str], pernyataan: &BTreeSet<&str>) {
    let merujuk = |v: &Value| hilang.iter().any(|k| v.to_string().contains(&format!("[{k}]")));
    if let Some(f) = i.get_mut("f03_terkait").and_then(Value::as_array_mut) {
        f.retain(|x| x.as_str().is_some_and(|x| pernyataan.contains(x)));
    }
    for kunci in ["janggal", "celah"] {
        if let Some(isi) = i.get_mut(kunci).and_then(Value::as_array_mut) {
            isi.retain(|x| !merujuk(x));
        }
    }
    if i.get("aturan").is_some_and(merujuk) {
        i.remove("aturan");
        let alasan = "Aturan usulannya memakai isian indikator yang tidak ada dalam edisi turunan ini; evaluator yang memutuskan.";
        i.insert("tanpa_aturan".into(), Value::String(alasan.into()));
    }
}

/// Whether the result is the parent but for what was asked for. Rules and hints were compared by being left out only.
fn sama(induk: &Edisi, jadi: &Edisi, t: &Turunan<'_>) -> bool {
    let inti = |e: &Edisi, k: &str| {
        e.cari_indikator(k)
            .map(|i| (i.nomor, i.nama.clone(), i.prinsip.clone(), i.rubrik.clone(), i.isian.clone(), i.bukti.clone(), i.mengapa.clone()))
    };
    let tepat = |k: &String, b: &Pecahan| {
        inti(induk, k) == inti(jadi, k) && jadi.cari_indikator(k).and_then(|i| i.bobot.as_ref()).is_some_and(|x| x.persen() == b)
    };
    jadi.indikator().count() == t.indikator.len()
        && t.indikator.iter().all(|(k, b)| tepat(k, b))
        && jadi.tambahan.len() == induk.tambahan.len()
        && jadi.rumus == induk.rumus
        && jadi.kategori == induk.kategori
        && jadi.bentuk == induk.bentuk
        && jadi.f03 == t.f03.unwrap_or(induk).f03
        && jadi.aspek.iter().zip(&induk.aspek).all(|(a, b)| (&a.kunci, &a.nama, &a.bobot) == (&b.kunci, &b.nama, &b.bobot))
}
