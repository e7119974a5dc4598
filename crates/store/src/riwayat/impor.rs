//! Reading published values from CSV: each fault with its row and column; with one fault nothing is stored.

use super::{Riwayat, nama};
use crate::{Hasil, StoreError, Tx, audit, id::InstansiId, kueri::Kueri, nilai, sidik_hex};
use pekppp::{Ipp, Pecahan, Skema};
use sea_orm::FromQueryResult;
use std::collections::{BTreeMap, BTreeSet};

/// The columns, in any order in the file.
pub const KOLOM: [&str; 12] =
    ["id", "tingkat", "skema", "tahun", "instansi", "unit", "ipp", "konversi", "kategori", "kepastian", "catatan", "sumber"];

const BARIS_MAKS: usize = 100_000;

/// What an import did. With faults nothing was stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laporan {
    pub baru: usize,
    pub berubah: usize,
    pub sama: usize,
    /// Rows that belong to a registered instansi.
    pub tertaut: usize,
    pub salah: Vec<SalahBaris>,
}

/// A fault at its place; `baris` counts from 1, the header included.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("baris {baris}, kolom {kolom}: {salah}")]
pub struct SalahBaris {
    pub baris: usize,
    pub kolom: &'static str,
    pub salah: Salah,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Salah {
    #[error("kolom ini tidak ada dalam berkas")]
    TanpaKolom,
    #[error("wajib diisi")]
    Kosong,
    #[error("harus kosong, karena tingkatnya bukan unit")]
    HarusKosong,
    #[error("\"{0}\" tidak dikenal")]
    TakDikenal(String),
    #[error("\"{0}\" bukan tahun antara 2010 dan 2100")]
    BukanTahun(String),
    #[error("\"{0}\" bukan angka antara 0 dan {1}, ditulis dengan titik")]
    BukanAngka(String, u8),
    #[error("\"{0}\" dipakai dua kali dalam berkas")]
    Ganda(String),
    #[error("baris tidak terbaca: {0}")]
    TakTerbaca(String),
}

/// Stores the rows of a CSV text; the same id again updates its row. Links rows to instansi by name where that is
/// unambiguous; importing again links rows of instansi that were registered since.
///
/// # Errors
/// Only the database's; faults of the file are in the report.
pub async fn impor(tx: &Tx, teks: &str) -> Hasil<Laporan> {
    let (baris, salah) = urai(teks)?;
    if !salah.is_empty() {
        return Ok(Laporan { salah, ..Laporan::default() });
    }
    let lama: BTreeMap<String, Riwayat> = tx
        .semua::<Riwayat>(&format!("SELECT {} FROM riwayat_ipp ORDER BY id LIMIT {BARIS_MAKS}", super::baca::KOLOM), nilai![])
        .await?
        .into_iter()
        .map(|r| (r.id.clone(), r))
        .collect();
    let instansi = instansi(tx).await?;
    let mut l = Laporan::default();
    for mut r in baris {
        r.instansi_id = instansi.get(&nama::seragam(&r.instansi)).copied().flatten();
        l.tertaut += usize::from(r.instansi_id.is_some());
        match lama.get(&r.id) {
            Some(ada) if sama(ada, &r) => l.sama += 1,
            Some(_) => {
                tx.jalankan("DELETE FROM riwayat_ipp WHERE id = $1", nilai![r.id.as_str()]).await?;
                simpan(tx, &r).await?;
                l.berubah += 1;
            }
            None => {
                simpan(tx, &r).await?;
                l.baru += 1;
            }
        }
    }
    if l.baru + l.berubah > 0 {
        let rincian = serde_json::json!({ "baru": l.baru, "berubah": l.berubah, "sama": l.sama });
        audit::catat_oleh(tx, None, audit::Kejadian::baru("riwayat.impor", "riwayat", sidik_hex(teks.as_bytes())).rincian(rincian)).await?;
    }
    Ok(l)
}

fn sama(a: &Riwayat, b: &Riwayat) -> bool {
    let inti = |r: &Riwayat| {
        (
            [&r.tingkat, &r.kelompok, &r.skema, &r.instansi, &r.ipp, &r.kategori_tabel, &r.kepastian, &r.catatan, &r.sumber]
                .map(Clone::clone),
            [&r.unit, &r.konversi, &r.kategori].map(Clone::clone),
            (r.tahun, r.instansi_id),
        )
    };
    inti(a) == inti(b)
}

async fn simpan(tx: &Tx, r: &Riwayat) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO riwayat_ipp (id, tingkat, kelompok, skema, tahun, instansi_id, instansi, slug, unit, ipp, ipp_urut, konversi, kategori,
         kategori_tabel, kepastian, catatan, sumber) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        nilai![
            r.id.as_str(),
            r.tingkat.as_str(),
            r.kelompok.as_str(),
            r.skema.as_str(),
            r.tahun,
            r.instansi_id,
            r.instansi.as_str(),
            r.slug.as_str(),
            r.unit.clone(),
            r.ipp.as_str(),
            r.nilai()?.simpan().skala,
            r.konversi.clone(),
            r.kategori.clone(),
            r.kategori_tabel.as_str(),
            r.kepastian.as_str(),
            r.catatan.as_str(),
            r.sumber.as_str()
        ],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Nama {
    id: InstansiId,
    nama: String,
}

/// Registered instansi by their uniform name; `None` where two share it.
async fn instansi(tx: &Tx) -> Hasil<BTreeMap<String, Option<InstansiId>>> {
    let mut peta = BTreeMap::new();
    for n in tx.semua::<Nama>("SELECT id, nama FROM instansi ORDER BY id LIMIT 10000", nilai![]).await? {
        peta.entry(nama::seragam(&n.nama)).and_modify(|x| *x = None).or_insert(Some(n.id));
    }
    Ok(peta)
}

type Terurai = (Vec<Riwayat>, Vec<SalahBaris>);

fn urai(teks: &str) -> Hasil<Terurai> {
    let teks = teks.strip_prefix('\u{feff}').unwrap_or(teks);
    let mut pembaca = csv::ReaderBuilder::new().from_reader(teks.as_bytes());
    let kepala = pembaca.headers().cloned().unwrap_or_default();
    let letak: Vec<Option<usize>> = KOLOM.iter().map(|k| kepala.iter().position(|h| h.trim() == *k)).collect();
    let tanpa = KOLOM.iter().zip(&letak).filter(|(_, l)| l.is_none());
    let mut salah: Vec<SalahBaris> = tanpa.map(|(kolom, _)| SalahBaris { baris: 1, kolom, salah: Salah::TanpaKolom }).collect();
    if !salah.is_empty() {
        return Ok((Vec::new(), salah));
    }
    let edisi = pekppp::bawaan("pekppp-2022-a").ok_or_else(|| StoreError::Rusak("edition pekppp-2022-a is missing".into()))?.0;
    let (mut baris, mut id) = (Vec::new(), BTreeSet::new());
    for (no, catatan) in pembaca.records().enumerate().take(BARIS_MAKS) {
        let nomor = no + 2;
        let sel: Vec<String> = match catatan {
            Ok(c) => letak.iter().map(|l| l.and_then(|l| c.get(l)).unwrap_or_default().trim().to_owned()).collect(),
            Err(e) => {
                salah.push(SalahBaris { baris: nomor, kolom: "id", salah: Salah::TakTerbaca(e.to_string()) });
                continue;
            }
        };
        let mut p = Pemeriksa { sel, nomor, salah: &mut salah };
        let r = p.baris(edisi);
        if !id.insert(r.id.clone()) {
            p.catat("id", Salah::Ganda(r.id.clone()));
        }
        baris.push(r);
    }
    Ok((baris, salah))
}

struct Pemeriksa<'a> {
    sel: Vec<String>,
    nomor: usize,
    salah: &'a mut Vec<SalahBaris>,
}

impl Pemeriksa<'_> {
    fn s(&self, kolom: &str) -> String {
        KOLOM.iter().position(|k| *k == kolom).and_then(|n| self.sel.get(n)).cloned().unwrap_or_default()
    }

    fn catat(&mut self, kolom: &'static str, salah: Salah) {
        self.salah.push(SalahBaris { baris: self.nomor, kolom, salah });
    }

    fn wajib(&mut self, kolom: &'static str) -> String {
        let isi = self.s(kolom);
        if isi.is_empty() {
            self.catat(kolom, Salah::Kosong);
        }
        isi
    }

    fn satu_dari(&mut self, kolom: &'static str, boleh: impl Fn(&str) -> bool) -> String {
        let isi = self.wajib(kolom);
        if !isi.is_empty() && !boleh(&isi) {
            self.catat(kolom, Salah::TakDikenal(isi.clone()));
        }
        isi
    }

    fn angka(&mut self, kolom: &'static str, maks: u8) -> Option<Pecahan> {
        let isi = self.s(kolom);
        let p = isi.parse::<Pecahan>().ok().filter(|p| !isi.contains('/') && !p.adalah_negatif() && *p <= Pecahan::bulat(maks.into()));
        if p.is_none() {
            self.catat(kolom, Salah::BukanAngka(isi, maks));
        }
        p
    }

    /// The row; where something is missing the fault is noted and the row is never used.
    fn baris(&mut self, edisi: &pekppp::Edisi) -> Riwayat {
        let opsional = |s: String| Some(s).filter(|s| !s.is_empty());
        let tingkat = self.satu_dari("tingkat", |t| ["instansi", "unit", "kelompok", "nasional"].contains(&t));
        let instansi = self.wajib("instansi");
        let unit = self.s("unit");
        match (tingkat == "unit", unit.is_empty()) {
            (true, true) => self.catat("unit", Salah::Kosong),
            (false, false) => self.catat("unit", Salah::HarusKosong),
            _ => {}
        }
        let tahun = self.s("tahun");
        let angka_tahun = tahun.parse::<i64>().ok().filter(|t| (2010..=2100).contains(t));
        if angka_tahun.is_none() {
            self.catat("tahun", Salah::BukanTahun(tahun));
        }
        let ipp = self.angka("ipp", 5).and_then(|p| Ipp::baru(p).ok());
        if !self.s("konversi").is_empty() {
            self.angka("konversi", 100);
        }
        let kategori = opsional(self.s("kategori"));
        if let Some(k) = kategori.as_ref().filter(|k| edisi.cari_kategori(k).is_none()) {
            self.catat("kategori", Salah::TakDikenal(k.clone()));
        }
        let kelompok = if tingkat == "instansi" || tingkat == "unit" { nama::kelompok(&instansi) } else { "-" };
        Riwayat {
            id: self.wajib("id"),
            kelompok: kelompok.to_owned(),
            skema: self.satu_dari("skema", |s| Skema::dari_kunci(s).is_some()),
            tahun: angka_tahun.unwrap_or_default(),
            instansi_id: None,
            slug: nama::slug(&instansi),
            instansi,
            unit: opsional(unit),
            ipp: self.s("ipp"),
            konversi: opsional(self.s("konversi")),
            kategori_tabel: ipp.and_then(|i| edisi.kategori(&i)).map(|k| k.kode.clone()).unwrap_or_default(),
            kategori,
            kepastian: self.satu_dari("kepastian", |k| ["pers", "dokumen"].contains(&k)),
            catatan: self.s("catatan"),
            sumber: self.wajib("sumber"),
            tingkat,
        }
    }
}
