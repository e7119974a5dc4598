//! The proof of the counters: all answers of a round read in pages, folded anew and compared cell by cell.

use super::{
    Baris, KOLOM, Sel,
    lipat::{Butir, Lipatan},
};
use crate::{
    Hasil, Store, dialect,
    id::RondeId,
    kueri::Kueri,
    nilai,
    ronde::masukan::{Bentuk, KOSONG, Profil},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Jawaban {
    id: Uuid,
    kelompok: String,
    nilai: Vec<u8>,
    profil: Vec<u8>,
    tanda: i64,
}

#[derive(FromQueryResult)]
struct Kecuali {
    id: Uuid,
    jawaban_id: Uuid,
    jenis: String,
}

#[derive(FromQueryResult)]
struct Jenis {
    jenis: String,
}

/// What a recount saw.
#[derive(Debug, Default)]
pub(crate) struct Temuan {
    pub jawaban: usize,
    /// What does not hold, one sentence each.
    pub beda: Vec<String>,
}

/// Recounts a round from its answers in one snapshot. Empty when every counter is right.
pub async fn hitung_ulang(store: &Store, ronde: RondeId) -> Hasil<Vec<String>> {
    let c = dialect::potret(store.baca()).await?;
    let jenis: Jenis = c.satu("SELECT jenis FROM ronde WHERE id = $1", nilai![ronde]).await?;
    let t = periksa(&c, ronde, &jenis.jenis).await?;
    c.rollback().await?;
    Ok(t.beda)
}

/// `jenis`: `f03` or `skm`. The caller's connection shows one state.
pub(crate) async fn periksa<C: ConnectionTrait>(c: &C, ronde: RondeId, jenis: &str) -> Hasil<Temuan> {
    let mut t = Temuan::default();
    let tercatat = tercatat(c, ronde).await?;
    let lipatan = lipat(c, ronde, jenis, &tercatat, &mut t).await?;
    let mut benar: BTreeMap<Nama, Sel> = BTreeMap::new();
    for (k, u) in &lipatan.sel {
        benar.insert((i64::from(k.tingkat), k.keadaan.kunci().into(), k.kelompok.to_string(), k.teks()), u.pada(None)?);
    }
    let kosong = Sel::default();
    for nama in benar.keys().chain(tercatat.keys().filter(|k| !benar.contains_key(*k))) {
        let (a, b) = (benar.get(nama).unwrap_or(&kosong), tercatat.get(nama).unwrap_or(&kosong));
        if a != b {
            let (tingkat, keadaan, kelompok, sel) = nama;
            let di = format!("ronde {ronde}, tingkat {tingkat}, {keadaan}, kelompok {kelompok}, sel '{sel}'");
            t.beda.push(format!(
                "{di}: hitungan menyebut n {} jumlah {}, jawabannya {} dan {}{}",
                b.n,
                b.jumlah,
                a.n,
                a.jumlah,
                rinci(a, b)
            ));
        }
    }
    Ok(t)
}

/// Level, state, group, cell.
type Nama = (i64, String, String, String);

/// Where two cells of the same numbers differ.
fn rinci(a: &Sel, b: &Sel) -> String {
    match a.hitung.iter().zip(&b.hitung).position(|(a, b)| a != b) {
        Some(n) => format!("; hitungan ke-{n} menyebut {}, jawabannya {}", b.hitung[n], a.hitung[n]),
        None => String::new(),
    }
}

async fn tercatat<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<BTreeMap<Nama, Sel>> {
    let sql = format!("SELECT {KOLOM} FROM jawaban_kubus WHERE ronde_id = $1 ORDER BY tingkat, keadaan, kelompok, sel LIMIT 10000000");
    let mut m = BTreeMap::new();
    for b in c.semua::<Baris>(&sql, nilai![ronde]).await? {
        let s = b.isi()?;
        // A cell that every answer has left again is as good as none.
        if s.n > 0 || s.jumlah > 0 || s.hitung.iter().any(|h| *h > 0) {
            m.insert((b.tingkat, b.keadaan, b.kelompok, b.sel), s);
        }
    }
    Ok(m)
}

async fn lipat<C: ConnectionTrait>(
    c: &C,
    ronde: RondeId,
    jenis: &str,
    tercatat: &BTreeMap<Nama, Sel>,
    t: &mut Temuan,
) -> Hasil<Lipatan<Arc<str>>> {
    let kecuali = kecuali(c, ronde).await?;
    let (mut lipatan, mut kelompok, mut setelah) = (Lipatan::default(), HashMap::<String, Arc<str>>::new(), Uuid::nil());
    loop {
        let sql = "SELECT id, kelompok, nilai, profil, tanda FROM jawaban WHERE ronde_id = $1 AND id > $2 ORDER BY id LIMIT 5000";
        let halaman: Vec<Jawaban> = c.semua(sql, nilai![ronde, setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(lipatan) };
        setelah = akhir.id;
        t.jawaban += halaman.len();
        for j in halaman {
            let bentuk = bentuk(jenis, j.nilai.len(), tercatat);
            if let Some(b) = j.nilai.iter().find(|b| **b != KOSONG && !(bentuk.min..=bentuk.maks).contains(b)) {
                t.beda.push(format!("jawaban {} dari ronde {ronde} memuat bita {b}", j.id));
            }
            let profil = <[u8; 5]>::try_from(j.profil.as_slice()).ok().map(Profil);
            if profil.is_some() != (jenis == "skm") {
                t.beda.push(format!("jawaban {} dari ronde {ronde} berprofil {} bita", j.id, j.profil.len()));
            }
            let kelompok = Arc::clone(kelompok.entry(j.kelompok).or_insert_with_key(|k| k.as_str().into()));
            let tanda = u32::try_from(j.tanda).unwrap_or(u32::MAX);
            let b = Butir { ronde, bentuk, kelompok, nilai: &j.nilai, profil, tanda };
            if lipatan.tambah(&b, b.keadaan(kecuali.contains(&j.id)), 1).is_err() {
                t.beda.push(format!("jawaban {} dari ronde {ronde} berisi {} pertanyaan, yang lain tidak", j.id, j.nilai.len()));
            }
        }
    }
}

/// Number of questions as in the answer; the scale of F03 is fixed, that of SKM begins at 1 and is as wide as the counters.
fn bentuk(jenis: &str, pertanyaan: usize, tercatat: &BTreeMap<Nama, Sel>) -> Bentuk {
    let jumlah = u16::try_from(pertanyaan).unwrap_or(u16::MAX);
    if jenis == "f03" {
        return Bentuk { pertanyaan: jumlah, min: 0, maks: 5 };
    }
    let lebar = tercatat.values().next().map_or(0, |s| s.hitung.len() / pertanyaan.max(1));
    Bentuk { pertanyaan: jumlah, min: 1, maks: u8::try_from(lebar).unwrap_or(u8::MAX).max(1) }
}

/// Answers whose newest row says that they are left out.
async fn kecuali<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<HashSet<Uuid>> {
    let (mut m, mut setelah) = (HashSet::new(), Uuid::nil());
    loop {
        let sql = "SELECT id, jawaban_id, jenis FROM jawaban_kecuali WHERE ronde_id = $1 AND id > $2 ORDER BY id LIMIT 5000";
        let halaman: Vec<Kecuali> = c.semua(sql, nilai![ronde, setelah]).await?;
        let Some(akhir) = halaman.last() else { return Ok(m) };
        setelah = akhir.id;
        for k in halaman {
            if k.jenis == "kecuali" {
                m.insert(k.jawaban_id)
            } else {
                m.remove(&k.jawaban_id)
            };
        }
    }
}
