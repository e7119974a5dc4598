//! The queue of an officer: what he may read, by the day that is due.

use super::{DARI, KOLOM, Pengaduan, pembaca::sql_terlapor};
use crate::{
    Hasil, Store,
    hak::KotakAduan,
    id::{InstansiId, PengaduanId},
    identitas::{Milik, Tersegel},
    instansi::{self, Unit},
    kueri::Kueri,
    lokus::daftar::memuat,
    nilai,
    peran::{Lingkup, PeranLingkup},
};
use sea_orm::{FromQueryResult, Value};
use std::{collections::BTreeSet, ops::Deref};

/// What a list is narrowed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Saring {
    /// Whose turn it is here.
    #[default]
    Giliran,
    Lewat,
    /// The complainant's turn.
    Menunggu,
    Selesai,
    Semua,
}

/// A report in a list, with its title opened.
#[derive(Debug, Clone)]
pub struct Baris {
    pub judul: String,
    aduan: Pengaduan,
}

impl Deref for Baris {
    type Target = Pengaduan;

    fn deref(&self) -> &Pengaduan {
        &self.aduan
    }
}

/// Titles are sealed, so a search opens them one by one: those of so many of the newest reports. By its number every one is found.
const DIBUKA: i64 = 20_000;
/// Titles that may answer one search.
const COCOK: usize = 5_000;

/// How many reports each filter holds.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub struct Jumlah {
    pub giliran: i64,
    pub lewat: i64,
    pub menunggu: i64,
    pub selesai: i64,
    pub semua: i64,
    /// 1: there are reports whose titles were not looked through, older than the newest 20,000.
    pub terpotong: i64,
}

/// Which reports, as SQL over `p` and `k`, with values from `$1` on.
fn lingkup(kotak: &KotakAduan) -> (String, Vec<Value>) {
    let mut v = nilai![kotak.pelaku().akun];
    let mut syarat = vec!["(1 = 0 AND p.id = $1)".to_owned()];
    // Named readers, as `hak::aduan` has it: of wrongdoing only, and while they serve in the instansi.
    for i in melayani(kotak) {
        v.push(i.into());
        syarat.push(format!(
            "(p.pelanggaran = 1 AND p.instansi_id = ${} AND NOT {} AND EXISTS (SELECT 1 FROM pengaduan_pembaca b
              LEFT JOIN pengaduan_pembaca_cabut x ON x.pembaca_id = b.id WHERE b.pengaduan_id = p.id AND b.akun_id = $1 AND x.pembaca_id IS NULL))",
            v.len(),
            sql_terlapor("$1", "p.id"),
        ));
    }
    for i in &kotak.instansi {
        v.push((*i).into());
        syarat.push(format!("p.instansi_id = ${}", v.len()));
    }
    for u in &kotak.unit {
        v.push((*u).into());
        let n = v.len();
        syarat.push(format!("(p.pelanggaran = 0 AND (k.unit_id = ${n} OR h.induk_id = ${n}))"));
    }
    (format!("({})", syarat.join(" OR ")), v)
}

/// Every instansi in which the person has a role.
fn melayani(kotak: &KotakAduan) -> BTreeSet<InstansiId> {
    let satu = |p: &PeranLingkup| match p.lingkup {
        Lingkup::Instansi(i) | Lingkup::Unit { instansi: i, .. } => Some(i),
        _ => None,
    };
    kotak.pelaku().peran.iter().filter_map(satu).collect()
}

fn saring_sql(s: Saring, kotak: &KotakAduan, hari: usize) -> String {
    // Who forwards waits for nobody else's turn.
    let saya = match (kotak.instansi.is_empty(), kotak.unit.is_empty()) {
        (false, true) => "k.giliran = 'penghubung'",
        (true, _) => "k.giliran = 'unit'",
        _ => "k.giliran IN ('penghubung', 'unit')",
    };
    match s {
        Saring::Giliran => saya.to_owned(),
        Saring::Lewat => format!("k.giliran IN ('penghubung', 'unit') AND k.tenggat < ${hari}"),
        Saring::Menunggu => "k.giliran = 'pelapor'".to_owned(),
        Saring::Selesai => "k.giliran = 'selesai'".to_owned(),
        Saring::Semua => "1 = 1".to_owned(),
    }
}

#[derive(FromQueryResult)]
struct Judul {
    id: PengaduanId,
    judul: Tersegel,
}

/// Reports whose title holds the words, and whether some titles were not looked through.
async fn cocok(store: &Store, syarat: &str, v: &[Value], cari: &str) -> Hasil<(Vec<PengaduanId>, bool)> {
    let sql = format!("SELECT p.id, p.judul {DARI} WHERE {syarat} ORDER BY p.id DESC LIMIT {DIBUKA}");
    let semua: Vec<Judul> = store.baca().semua(&sql, v.to_vec()).await?;
    let kurang = i64::try_from(semua.len()).is_ok_and(|n| n == DIBUKA);
    let cari = cari.trim().to_lowercase();
    let mut ada = Vec::new();
    for j in semua {
        if j.judul.buka(store.kunci(), Milik(super::JUDUL, j.id.0))?.to_lowercase().contains(&cari) {
            ada.push(j.id);
        }
    }
    let kurang = kurang || ada.len() > COCOK;
    ada.truncate(COCOK);
    Ok((ada, kurang))
}

/// Reports of a filter, what is due first; and how many each filter holds. `cari`: part of number or title.
pub async fn kotak(store: &Store, kotak: &KotakAduan, s: Saring, cari: &str, lewati: i64, batas: i64) -> Hasil<(Vec<Baris>, Jumlah)> {
    let (mut syarat, mut v) = lingkup(kotak);
    let mut terpotong = false;
    if !cari.trim().is_empty() {
        let (ada, kurang) = cocok(store, &syarat, &v, cari).await?;
        terpotong = kurang;
        v.push(memuat(cari).into());
        let nomor = format!("p.nomor LIKE ${} ESCAPE '\\'", v.len());
        let tempat: Vec<String> = (1..=ada.len()).map(|n| format!("${}", v.len() + n)).collect();
        v.extend(ada.into_iter().map(Value::from));
        let judul = if tempat.is_empty() { String::new() } else { format!(" OR p.id IN ({})", tempat.join(", ")) };
        syarat = format!("{syarat} AND ({nomor}{judul})");
    }
    v.push(store.sekarang().hari(&kotak.zona).to_string().into());
    let hari = v.len();
    let syarat = format!("{syarat} AND ${hari} <> ''");
    let c = store.baca();
    let hitung = |s: Saring| format!("CAST(COALESCE(SUM(CASE WHEN {} THEN 1 ELSE 0 END), 0) AS bigint)", saring_sql(s, kotak, hari));
    let sql = format!(
        "SELECT {} AS giliran, {} AS lewat, {} AS menunggu, {} AS selesai, COUNT(*) AS semua, CAST(0 AS bigint) AS terpotong {DARI} WHERE {syarat}",
        hitung(Saring::Giliran),
        hitung(Saring::Lewat),
        hitung(Saring::Menunggu),
        hitung(Saring::Selesai)
    );
    let jumlah = Jumlah { terpotong: i64::from(terpotong), ..c.satu(&sql, v.clone()).await? };
    let (a, b) = (v.len() + 1, v.len() + 2);
    let saring = saring_sql(s, kotak, hari);
    v.extend([batas.into(), lewati.into()]);
    let urut = if matches!(s, Saring::Selesai | Saring::Semua) { "p.tanggal DESC, p.id DESC" } else { "COALESCE(k.tenggat, '9999'), p.id" };
    let sql = format!("SELECT {KOLOM} {DARI} WHERE {syarat} AND {saring} ORDER BY {urut} LIMIT ${a} OFFSET ${b}");
    let semua: Vec<Pengaduan> = c.semua(&sql, v).await?;
    let buka = |aduan: Pengaduan| -> Hasil<Baris> {
        let judul = aduan.judul.buka(store.kunci(), Milik(super::JUDUL, aduan.id.0))?;
        Ok(Baris { judul, aduan })
    };
    Ok((semua.into_iter().map(buka).collect::<Hasil<_>>()?, jumlah))
}

/// Units of an instansi that a report can be forwarded to.
pub async fn unit_tujuan(store: &Store, instansi: InstansiId) -> Hasil<Vec<Unit>> {
    instansi::unit_milik(store, instansi).await
}
