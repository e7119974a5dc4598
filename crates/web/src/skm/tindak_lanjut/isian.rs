//! The form of one activity: reading it, its choices, and where a fault of the store is shown.

use std::sync::Arc;

use jiff::civil::Date;
use skm::Edisi;
use store::{
    Store, edisi,
    id::RondeId,
    skm::{
        RondeSkm, agregat,
        rtl::{self, ButirIsi},
    },
};

use super::sajian::nama_unsur;
use crate::{error::Hasil, formulir::Formulir, komponen::Opsi, konteks::Konteks, skm::sajian::angka};

/// What was typed, once it is whole.
pub struct Terisi {
    unsur: String,
    kegiatan: String,
    keluaran: String,
    tenggat: Date,
    penanggung_jawab: String,
}

impl Terisi {
    #[must_use]
    pub fn isi(&self) -> ButirIsi<'_> {
        ButirIsi {
            unsur: &self.unsur,
            kegiatan: &self.kegiatan,
            keluaran: &self.keluaran,
            tenggat: self.tenggat,
            penanggung_jawab: &self.penanggung_jawab,
        }
    }
}

/// Reads the form; `None` with the faults noted.
pub fn urai(f: &mut Formulir) -> Option<Terisi> {
    for medan in ["kegiatan", "keluaran", "penanggung_jawab"] {
        f.batasi(medan, rtl::TEKS_MAKS);
    }
    let unsur = f.wajib("unsur", "laporanskm-rtl-salah-unsur");
    let kegiatan = f.wajib("kegiatan", "laporanskm-rtl-salah-kegiatan");
    let keluaran = f.wajib("keluaran", "laporanskm-rtl-salah-keluaran");
    let tenggat = f.urai::<Date>("tenggat", "laporanskm-rtl-salah-tenggat");
    let penanggung_jawab = f.wajib("penanggung_jawab", "laporanskm-rtl-salah-pj");
    if !f.sah() {
        return None;
    }
    Some(Terisi { unsur: unsur?, kegiatan: kegiatan?, keluaran: keluaran?, tenggat: tenggat?, penanggung_jawab: penanggung_jawab? })
}

/// The field to which a refusal of the store belongs.
#[must_use]
pub fn medan(kunci: &str) -> Option<&'static str> {
    match kunci {
        "skm-rtl-unsur" => Some("unsur"),
        "skm-rtl-tenggat" => Some("tenggat"),
        "skm-rtl-kosong" | "skm-rtl-panjang" | "skm-rtl-banyak" => Some("kegiatan"),
        _ => None,
    }
}

/// An unsur with its figure, the weakest first.
pub struct Usulan {
    pub kunci: String,
    pub nama: String,
    pub nrr: String,
    pub mutu: String,
    /// Among the lowest that a plan covers by the edition.
    pub terendah: bool,
}

/// All unsur of the round, the weakest first where there are figures; otherwise in the order of the questionnaire.
///
/// # Errors
/// When the store fails.
pub async fn usulan(store: &Store, k: &Konteks, r: &RondeSkm, e: &Edisi) -> Hasil<Vec<Usulan>> {
    let s = r.susunan(e)?;
    let a = agregat::baca(store.baca(), r.id).await?;
    let Some(a) = angka(&s, &a.pakai, r.populasi)? else {
        let polos =
            |u: &String| Usulan { nama: nama_unsur(e, u), kunci: u.clone(), nrr: String::new(), mutu: String::new(), terendah: false };
        return Ok(r.unsur.iter().map(polos).collect());
    };
    let banyak = usize::try_from(e.tindak_lanjut.unsur_terendah).unwrap_or(3);
    let rendah: Vec<String> = a.hasil.terendah(banyak).into_iter().map(|u| u.kunci.clone()).collect();
    let semua = a.hasil.terendah(a.hasil.unsur.len());
    let satu = |u: &skm::HasilUnsur| Usulan {
        kunci: u.kunci.clone(),
        nama: nama_unsur(e, &u.kunci),
        nrr: k.angka(u.nrr.tampil(3)),
        mutu: u.mutu.clone(),
        terendah: rendah.contains(&u.kunci),
    };
    Ok(semua.into_iter().map(satu).collect())
}

/// The choice of an unsur.
#[must_use]
pub fn opsi(k: &Konteks, usulan: &[Usulan]) -> Vec<Opsi> {
    let label = |u: &Usulan| {
        if u.nrr.is_empty() {
            return u.nama.clone();
        }
        k.a("laporanskm-rtl-opsi", [("nama", u.nama.as_str().into()), ("nrr", u.nrr.as_str().into()), ("mutu", u.mutu.as_str().into())])
    };
    usulan.iter().map(|u| Opsi::baru(u.kunci.clone(), label(u))).collect()
}

/// The edition of a round.
///
/// # Errors
/// When the store fails.
pub async fn edisi(store: &Store, r: &RondeSkm) -> Hasil<Arc<Edisi>> {
    Ok(edisi::skm(store, &r.edisi).await?)
}

/// Where the plan is.
#[must_use]
pub fn jalur(id: RondeId) -> String {
    format!("/survei/{id}/tindak-lanjut")
}
