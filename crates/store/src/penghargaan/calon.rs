//! Who comes into question for an award, with the reason for each: who meets every condition, and who just fails. A proposal:
//! it gives nothing. The ranking is the live one of the period; earlier years are what is published.

mod lalu;

use super::Penghargaan;
use crate::{
    Hasil, Store, StoreError,
    hak::PembacaPeriode,
    id::{HasilId, InstansiId, LokusId, PeriodeId},
    kueri::Kueri,
    lokus::akar_kategori,
    nasional::jenis_kelompok,
    nilai,
    penghargaan::syarat,
    peringkat::{self, PeringkatPeriode},
    sidik_hex,
};
use pekppp::{
    Ipp,
    penghargaan::{NilaiTahun, Peserta, Temuan, periksa},
    peringkat::{Peringkat, peringkat_per_kelompok},
};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// How many that fail are shown with their reason, in each group.
const HAMPIR: usize = 5;

/// One participant of the ranking.
#[derive(Debug, Clone)]
pub struct Calon {
    /// The id of its lokus, or of its instansi.
    pub kunci: String,
    pub lokus: Option<LokusId>,
    pub hasil: Option<HasilId>,
    pub instansi: InstansiId,
    pub nama: String,
    /// The instansi of a unit; empty otherwise.
    pub di: String,
    pub kelompok: String,
    pub peringkat: usize,
    /// Others stand at the same rank.
    pub seri: bool,
    /// Exact.
    pub ipp: String,
    pub tampil: String,
    pub kategori: String,
    pub temuan: Vec<Temuan>,
}

impl Calon {
    /// Meets every condition.
    #[must_use]
    pub fn lolos(&self) -> bool {
        self.temuan.iter().all(|t| t.terpenuhi)
    }
}

/// One group that is ranked apart.
#[derive(Debug, Clone)]
pub struct Kelompok {
    pub nama: String,
    /// Those who meet every condition, in the order of their rank.
    pub calon: Vec<Calon>,
    /// The next ones who do not.
    pub hampir: Vec<Calon>,
    /// How many others do not.
    pub lainnya: usize,
}

#[derive(Debug, Clone)]
pub struct Usulan {
    pub kelompok: Vec<Kelompok>,
    /// Frozen without an IPP, or not frozen: not ranked, so no candidates.
    pub tanpa_nilai: usize,
}

impl Usulan {
    pub fn semua(&self) -> impl Iterator<Item = &Calon> {
        self.kelompok.iter().flat_map(|k| k.calon.iter().chain(&k.hampir))
    }

    #[must_use]
    pub fn jumlah(&self) -> usize {
        self.kelompok.iter().map(|k| k.calon.len()).sum()
    }

    /// A mark of what is proposed: a decision says on which proposal it rests.
    #[must_use]
    pub fn tanda(&self) -> String {
        let baris: Vec<String> = self.semua().map(|c| format!("{} {} {} {}", c.kunci, c.peringkat, c.ipp, c.lolos())).collect();
        let mut sidik = sidik_hex(baris.join("\n").as_bytes());
        sidik.truncate(16);
        sidik
    }
}

/// An instansi with units in the period.
#[derive(FromQueryResult)]
pub(super) struct Ikut {
    pub(super) id: InstansiId,
    kode: String,
    pub(super) jenis: String,
}

pub(super) async fn ikut(store: &Store, periode: PeriodeId) -> Hasil<Vec<Ikut>> {
    let sql = "SELECT DISTINCT i.id, i.kode, i.jenis FROM lokus l JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id
        WHERE l.periode_id = $1 ORDER BY i.kode LIMIT 20000";
    store.baca().semua(sql, nilai![periode]).await
}

/// What the program proposes for an award now.
pub async fn usulan(store: &Store, hak: &PembacaPeriode, g: &Penghargaan) -> Hasil<Usulan> {
    let p = peringkat::periode(store, hak).await?;
    let ikut = ikut(store, hak.periode.id).await?;
    let tanpa_nilai = p.tanpa_ipp.len() + p.belum.len();
    let semua = if g.sasaran == "unit" { unit(g, &ikut, &p) } else { instansi(g, &ikut, &p) };
    let s = g.syarat();
    let lalu = if s.naik_min.is_some() || s.tahun_beruntun.is_some() {
        lalu::semua(store, &hak.periode, g.sasaran == "unit").await?
    } else {
        HashMap::new()
    };
    let urutan = syarat::kategori(store, &hak.periode).await?;
    let mut kelompok = Vec::new();
    for (nama, isi) in peringkat_per_kelompok(semua) {
        kelompok.push(bagi(hak.periode.tahun, &s, &urutan, nama, isi, &lalu)?);
    }
    Ok(Usulan { kelompok, tanpa_nilai })
}

pub(super) type Mentah = (String, Calon, Ipp);

fn calon(nama: &str, instansi: InstansiId, kelompok: &str, ipp: &Ipp) -> Calon {
    Calon {
        kunci: String::new(),
        lokus: None,
        hasil: None,
        instansi,
        nama: nama.to_owned(),
        di: String::new(),
        kelompok: kelompok.to_owned(),
        peringkat: 0,
        seri: false,
        ipp: ipp.pecahan().to_string(),
        tampil: ipp.tampil(),
        kategori: String::new(),
        temuan: Vec::new(),
    }
}

/// Whether the award is for this category: as it is written, or in another spelling that is no group of its own.
pub(super) fn untuk(g: &Penghargaan, kelompok: &str, p: &PeringkatPeriode) -> bool {
    let sama = |k: &str| k == kelompok || (!p.kelompok.contains_key(k) && akar_kategori(k) == akar_kategori(kelompok));
    g.kategori_layanan.as_deref().is_none_or(sama)
}

fn unit(g: &Penghargaan, ikut: &[Ikut], p: &PeringkatPeriode) -> Vec<Mentah> {
    let jenis: HashMap<InstansiId, &str> = ikut.iter().map(|i| (i.id, jenis_kelompok(&i.jenis))).collect();
    let mut semua = Vec::new();
    for (kelompok, isi) in &p.kelompok {
        if !untuk(g, kelompok, p) {
            continue;
        }
        for x in isi {
            let b = &x.item;
            if g.jenis_instansi.as_deref().is_some_and(|j| jenis.get(&b.instansi_id) != Some(&j)) {
                continue;
            }
            let c = Calon {
                kunci: b.lokus.to_string(),
                lokus: Some(b.lokus),
                hasil: b.hasil,
                di: b.instansi.to_string(),
                kategori: b.kategori.as_deref().unwrap_or_default().to_owned(),
                ..calon(&b.unit, b.instansi_id, kelompok, &x.ipp)
            };
            semua.push((kelompok.clone(), c, x.ipp.clone()));
        }
    }
    semua
}

pub(super) fn instansi(g: &Penghargaan, ikut: &[Ikut], p: &PeringkatPeriode) -> Vec<Mentah> {
    let per_kode: HashMap<&str, &Ikut> = ikut.iter().map(|i| (i.kode.as_str(), i)).collect();
    let satu = |r: &peringkat::RataInstansi| {
        let i = per_kode.get(r.kode.as_str())?;
        let jenis = jenis_kelompok(&i.jenis);
        if g.jenis_instansi.as_deref().is_some_and(|j| j != jenis) {
            return None;
        }
        let ipp = &r.hasil.hasil.ipp;
        let nama = if g.sasaran == "pembina" { pembina(&r.nama) } else { r.nama.clone() };
        let di = if g.sasaran == "pembina" { r.nama.clone() } else { String::new() };
        let kategori = r.hasil.hasil.kategori.clone();
        let c = Calon { kunci: i.id.to_string(), di, kategori, ..calon(&nama, i.id, jenis, ipp) };
        Some((jenis.to_owned(), c, ipp.clone()))
    };
    p.instansi.iter().filter_map(satu).collect()
}

/// Whoever heads an instansi, by his office: a region's head by its name, otherwise the head of that instansi.
fn pembina(instansi: &str) -> String {
    let polos = instansi.strip_prefix("Pemerintah ").unwrap_or(instansi);
    for (awal, jabatan) in [("Kabupaten ", "Bupati"), ("Kota ", "Wali Kota"), ("Provinsi ", "Gubernur"), ("Kementerian ", "Menteri")] {
        if let Some(nama) = polos.strip_prefix(awal) {
            return format!("{jabatan} {nama}");
        }
    }
    format!("Pimpinan {instansi}")
}

fn bagi(
    tahun: i64,
    s: &pekppp::penghargaan::Syarat,
    urutan: &[String],
    nama: String,
    isi: Vec<Peringkat<Calon>>,
    lalu: &HashMap<String, Vec<NilaiTahun>>,
) -> Hasil<Kelompok> {
    let peringkat: Vec<usize> = isi.iter().map(|x| x.peringkat).collect();
    let mut k = Kelompok { nama, calon: Vec::new(), hampir: Vec::new(), lainnya: 0 };
    for (n, x) in isi.into_iter().enumerate() {
        let mut c = x.item;
        c.peringkat = x.peringkat;
        c.seri = (n > 0 && peringkat[n - 1] == x.peringkat) || peringkat.get(n + 1) == Some(&x.peringkat);
        let tampil = x.ipp.pecahan().skala(2).ok_or_else(|| StoreError::Rusak(format!("ipp of {}", c.kunci)))?;
        let kini = NilaiTahun { tahun, tampil, kategori: c.kategori.clone(), edisi_lain: false };
        let lama = lalu.get(&c.kunci).map_or(&[][..], Vec::as_slice);
        c.temuan = periksa(s, urutan, &Peserta { peringkat: x.peringkat, kini: &kini, lalu: lama });
        if c.lolos() {
            k.calon.push(c);
        } else if k.hampir.len() < HAMPIR {
            k.hampir.push(c);
        } else {
            k.lainnya += 1;
        }
    }
    Ok(k)
}

#[cfg(test)]
mod tests {
    use super::pembina;

    #[test]
    fn the_head_of_an_instansi_is_named_by_his_office() {
        assert_eq!(pembina("Kabupaten Kutai Timur"), "Bupati Kutai Timur");
        assert_eq!(pembina("Pemerintah Kota Bontang"), "Wali Kota Bontang");
        assert_eq!(pembina("Provinsi Sulawesi Barat"), "Gubernur Sulawesi Barat");
        assert_eq!(pembina("Badan Pusat Statistik"), "Pimpinan Badan Pusat Statistik");
    }
}
