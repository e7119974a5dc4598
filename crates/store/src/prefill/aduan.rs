//! Proposals from the reports and consultations of a unit: the register that is kept, the page that takes reports, how many of the
//! year before the period were settled. Fields are found by their keys. What Prima does not know (a box, an officer at a desk, other
//! media) is not answered, and that there are no reports here never becomes a "no".

use super::{Asal, BuktiUsulan, Usulan};
use crate::{
    Hasil, Store, instansi, konsultasi,
    kueri::Kueri,
    lokus::Lokus,
    nilai,
    pengaduan::{self, UkuranUnit},
};
use jiff::civil::Date;
use pekppp::{Edisi, Indikator, Jawaban, JawabanIndikator};

pub(super) async fn ada(store: &Store, l: &Lokus) -> Hasil<bool> {
    let konsultasi = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM konsultasi WHERE unit_id = $1 LIMIT 1) x";
    if store.baca().angka(konsultasi, nilai![l.unit_id]).await? > 0 {
        return Ok(true);
    }
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id
        WHERE p.instansi_id = $1 AND COALESCE(k.unit_id, p.unit_id) = $2 LIMIT 1) x";
    Ok(store.baca().angka(sql, nilai![l.instansi_id, l.unit_id]).await? > 0)
}

/// January to December of the year before the period, as the indicator asks.
fn tahun_lalu(l: &Lokus) -> Option<(Date, Date)> {
    let tahun = i16::try_from(l.tahun - 1).ok()?;
    Some((Date::new(tahun, 1, 1).ok()?, Date::new(tahun, 12, 31).ok()?))
}

struct Bahan {
    lalu: UkuranUnit,
    /// Consultations asked for and finished in that year.
    konsultasi: (u32, u32),
    dari: Date,
    sampai: Date,
    /// The public page itself was used in that year: by a report of the unit, or a consultation.
    daring: bool,
}

impl Bahan {
    /// The register was kept in that year. What stands here today says nothing about a year in which it was empty.
    fn terpakai(&self) -> bool {
        self.lalu.ukuran.masuk > 0 || self.konsultasi.0 > 0
    }
}

async fn bahan(store: &Store, l: &Lokus) -> Hasil<Option<Bahan>> {
    if !ada(store, l).await? {
        return Ok(None);
    }
    let Some((dari, sampai)) = tahun_lalu(l) else { return Ok(None) };
    Ok(Some(Bahan {
        lalu: pengaduan::ukuran(store, l.unit_id, dari, sampai).await?,
        konsultasi: konsultasi::hitung_selesai(store, l.unit_id, dari, sampai).await?,
        dari,
        sampai,
        daring: daring(store, l, dari, sampai).await?,
    }))
}

/// Whether a report of the unit came by the public page in these days. That the page takes reports today says nothing about them.
async fn daring(store: &Store, l: &Lokus, dari: Date, sampai: Date) -> Hasil<bool> {
    let sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS satu FROM pengaduan p JOIN pengaduan_kini k ON k.pengaduan_id = p.id
        WHERE p.instansi_id = $1 AND COALESCE(k.unit_id, p.unit_id) = $2 AND p.kanal = 'web' AND p.tanggal >= $3 AND p.tanggal <= $4
        LIMIT 1) x";
    let n = store.baca().angka(sql, nilai![l.instansi_id, l.unit_id, dari.to_string(), sampai.to_string()]).await?;
    Ok(n > 0)
}

pub(super) async fn usulan(store: &Store, l: &Lokus, e: &Edisi) -> Hasil<Vec<Usulan>> {
    let Some(b) = bahan(store, l).await? else { return Ok(Vec::new()) };
    let unit = instansi::unit(store, l.unit_id).await?;
    let indikator = e.aspek.iter().flat_map(|a| &a.indikator).chain(&e.tambahan);
    Ok(indikator.filter_map(|i| satu(&b, &unit.nama, l, i)).collect())
}

fn satu(b: &Bahan, unit: &str, l: &Lokus, i: &Indikator) -> Option<Usulan> {
    let tanya = |kunci: &str| i.isian.iter().any(|x| x.kunci == kunci);
    let mut jawaban = if tanya("masuk_total") && tanya("selesai_total") {
        tindak_lanjut(b)?
    } else if tanya("dokumentasi") && tanya("diarsipkan") {
        akuntabel(b)?
    } else if tanya("ada_sarana") && tanya("sarana") {
        sarana(b)?
    } else if tanya("fasilitas") && tanya("fasilitas_lain") && b.terpakai() {
        [("fasilitas".to_owned(), ganda(&["register", "mekanisme"]))].into()
    } else {
        return None;
    };
    jawaban.retain(|kunci, j| i.isian.iter().any(|x| x.kunci == *kunci && super::skm::cocok(x, j)));
    let asal = Asal { tautan: format!("/aduan/ukuran?dari={}&sampai={}", b.dari, b.sampai), nama: unit.to_owned() };
    let bukti = BuktiUsulan::UkuranAduan { unit: l.unit_id, nama: unit.to_owned(), dari: b.dari, sampai: b.sampai };
    (!jawaban.is_empty()).then(|| Usulan {
        indikator: i.kode.clone(),
        jawaban,
        asal: vec![asal],
        bukti: vec![bukti],
        kurun: Some((b.dari, b.sampai)),
    })
}

fn ganda(kunci: &[&str]) -> Jawaban {
    Jawaban::Ganda(kunci.iter().map(|k| (*k).to_owned()).collect())
}

/// All ways together, of those that did not fall away, with consultations.
fn tindak_lanjut(b: &Bahan) -> Option<JawabanIndikator> {
    let (u, (tanya, terjawab)) = (&b.lalu.ukuran, b.konsultasi);
    let masuk = u.masuk - u.gugur + tanya;
    if masuk == 0 {
        return None;
    }
    let mut j: JawabanIndikator = [
        ("masuk_total".to_owned(), Jawaban::Bulat(masuk.into())),
        ("selesai_total".to_owned(), Jawaban::Bulat((u.selesai + terjawab).into())),
    ]
    .into();
    if b.lalu.lapor_masuk > 0 {
        j.insert("terhubung_lapor".into(), Jawaban::YaTidak(true));
        j.insert("masuk_lapor".into(), Jawaban::Bulat(b.lalu.lapor_masuk.into()));
        j.insert("selesai_lapor".into(), Jawaban::Bulat(b.lalu.lapor_selesai.into()));
    }
    Some(j)
}

/// The register and its history are the documentation and the archive.
fn akuntabel(b: &Bahan) -> Option<JawabanIndikator> {
    let u = &b.lalu;
    if !b.terpakai() {
        return None;
    }
    let mut j: JawabanIndikator =
        [("dokumentasi".to_owned(), Jawaban::YaTidak(true)), ("diarsipkan".to_owned(), Jawaban::YaTidak(true))].into();
    if u.ukuran.pernah_selesai > 0 || b.konsultasi.1 > 0 {
        j.insert("ditindaklanjuti".into(), Jawaban::YaTidak(true));
    }
    if u.umum > 0 {
        j.insert("dipublikasikan".into(), Jawaban::YaTidak(true));
    }
    Some(j)
}

/// Only what was used in that year: the page of this program, and SP4N-LAPOR! where numbers show it.
fn sarana(b: &Bahan) -> Option<JawabanIndikator> {
    let mut pilihan = Vec::new();
    if b.daring || b.konsultasi.0 > 0 {
        pilihan.push("website");
    }
    if b.lalu.lapor_masuk > 0 {
        pilihan.push("lapor");
    }
    if pilihan.is_empty() {
        return None;
    }
    Some([("ada_sarana".to_owned(), Jawaban::YaTidak(true)), ("sarana".to_owned(), ganda(&pilihan))].into())
}
