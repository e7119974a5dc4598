//! Rights on reports of citizens and on consultations. The liaison officer (pejabat penghubung) of the instansi reads all of them;
//! a unit reads what was forwarded to it; a report of wrongdoing is read by the liaison officer and by people named for it only.

use super::{Pelaku, dalam_unit};
use crate::{
    Hasil, Store, StoreError,
    id::{InstansiId, KonsultasiId, PengaduanId, UnitId},
    instansi::{self, Instansi},
    konsultasi::{self, Konsultasi},
    kueri::Kueri,
    nilai,
    pengaduan::{self, Pengaduan},
    peran::{Lingkup, Peran},
};

hak! {
    /// Verifies, refuses, forwards, publishes a summary.
    PenghubungAduan { aduan: Pengaduan },
    /// Answers: the unit that has it now, a person named for it, or the liaison officer.
    PenjawabAduan { aduan: Pengaduan },
    PembacaAduan { aduan: Pengaduan },
    /// Types reports that came otherwise and keeps texts for answers.
    PenghubungInstansi { instansi: Instansi },
    /// The reports and consultations that concern the person: of instansi, of units, and those he is named for.
    KotakAduan { instansi: Vec<InstansiId>, unit: Vec<UnitId>, zona: String },
    /// Answers a consultation: operator or head of the unit, or the liaison officer.
    PenjawabKonsultasi { konsultasi: Konsultasi },
}

const DI_UNIT: [Peran; 2] = [Peran::UnitOperator, Peran::UnitKepala];

/// What the person may do with one report. Reading is given by having it at all.
pub struct AksesAduan {
    pelaku: Pelaku,
    pub aduan: Pengaduan,
    penghubung: bool,
}

pub async fn aduan(store: &Store, pelaku: &Pelaku, id: PengaduanId) -> Hasil<AksesAduan> {
    let aduan = pengaduan::dari_id(store.baca(), id).await?;
    let penghubung = pelaku.di_instansi(Peran::Penghubung, aduan.instansi_id);
    let unit = aduan.pelanggaran == 0
        && aduan.penangan_id.is_some_and(|u| DI_UNIT.iter().any(|p| dalam_unit(pelaku, *p, u, aduan.penangan_induk)));
    if penghubung || unit || disebut(store, pelaku, &aduan).await? {
        return Ok(AksesAduan { pelaku: pelaku.clone(), aduan, penghubung });
    }
    Err(StoreError::TidakDitemukan)
}

/// Named for a report of wrongdoing, and still serving in the instansi.
async fn disebut(store: &Store, pelaku: &Pelaku, aduan: &Pengaduan) -> Hasil<bool> {
    let serumah = pelaku.peran.iter().any(|p| match p.lingkup {
        Lingkup::Instansi(i) | Lingkup::Unit { instansi: i, .. } => i == aduan.instansi_id,
        _ => false,
    });
    if aduan.pelanggaran == 0 || !serumah {
        return Ok(false);
    }
    let sql = "SELECT COUNT(*) AS n FROM pengaduan_pembaca b LEFT JOIN pengaduan_pembaca_cabut x ON x.pembaca_id = b.id
        WHERE b.pengaduan_id = $1 AND b.akun_id = $2 AND x.pembaca_id IS NULL";
    Ok(store.baca().angka(sql, nilai![aduan.id, pelaku.akun]).await? > 0)
}

impl AksesAduan {
    #[must_use]
    pub fn pembaca(&self) -> PembacaAduan {
        PembacaAduan { pelaku: self.pelaku.clone(), aduan: self.aduan.clone() }
    }

    /// Whoever reads may answer: nobody else is let in.
    #[must_use]
    pub fn penjawab(&self) -> PenjawabAduan {
        PenjawabAduan { pelaku: self.pelaku.clone(), aduan: self.aduan.clone() }
    }

    /// # Errors
    /// `Ditolak` to everybody but the liaison officer.
    pub fn penghubung(&self) -> Hasil<PenghubungAduan> {
        let hak = || PenghubungAduan { pelaku: self.pelaku.clone(), aduan: self.aduan.clone() };
        self.penghubung.then(hak).ok_or(StoreError::Ditolak("penghubung"))
    }
}

/// The reports that concern the person.
///
/// # Errors
/// When the store fails.
pub async fn kotak_aduan(store: &Store, pelaku: &Pelaku) -> Hasil<KotakAduan> {
    let (mut milik, mut unit, mut zona) = (Vec::new(), Vec::new(), None);
    for p in &pelaku.peran {
        match (p.peran, &p.lingkup) {
            (Peran::Penghubung, Lingkup::Instansi(i)) => {
                milik.push(*i);
                zona = zona.or(Some(*i));
            }
            (Peran::UnitOperator | Peran::UnitKepala, Lingkup::Unit { unit: u, instansi: i }) => {
                unit.push(*u);
                zona = zona.or(Some(*i));
            }
            (_, Lingkup::Instansi(i) | Lingkup::Unit { instansi: i, .. }) => zona = zona.or(Some(*i)),
            _ => {}
        }
    }
    unit.sort_unstable();
    unit.dedup();
    let zona = match zona {
        Some(i) => instansi::dari_id(store, i).await?.zona,
        None => "WIB".to_owned(),
    };
    Ok(KotakAduan { pelaku: pelaku.clone(), instansi: milik, unit, zona })
}

/// The liaison officer of an instansi.
///
/// # Errors
/// `TidakDitemukan` to everybody else.
pub async fn penghubung(store: &Store, pelaku: &Pelaku, id: InstansiId) -> Hasil<PenghubungInstansi> {
    if pelaku.di_instansi(Peran::Penghubung, id) {
        return Ok(PenghubungInstansi { pelaku: pelaku.clone(), instansi: instansi::dari_id(store, id).await? });
    }
    Err(StoreError::TidakDitemukan)
}

/// A consultation, for whoever answers it.
///
/// # Errors
/// `TidakDitemukan` to everybody else.
pub async fn konsultasi(store: &Store, pelaku: &Pelaku, id: KonsultasiId) -> Hasil<PenjawabKonsultasi> {
    let k = konsultasi::dari_id(store.baca(), id).await?;
    let unit = DI_UNIT.iter().any(|p| dalam_unit(pelaku, *p, k.unit_id, k.unit_induk));
    if unit || pelaku.di_instansi(Peran::Penghubung, k.instansi_id) {
        return Ok(PenjawabKonsultasi { pelaku: pelaku.clone(), konsultasi: k });
    }
    Err(StoreError::TidakDitemukan)
}
