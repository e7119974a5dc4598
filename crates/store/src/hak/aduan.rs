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
    peran::{Lingkup, Peran, PeranLingkup},
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
    /// Sets the limits to answer of an instansi: its liaison officer, or its head.
    PengaturBatasAduan { instansi: Instansi },
    /// Reports that were raised: of instansi (`atas`) and regions whose head or organiser the person is, of those whose liaison
    /// officer, of units whose head he is.
    KotakEskalasi { atas: Vec<InstansiId>, wilayah: Vec<String>, penghubung: Vec<InstansiId>, unit: Vec<UnitId>, zona: String },
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

/// Named for a report of wrongdoing, still serving in the instansi, and not of the unit that it accuses.
async fn disebut(store: &Store, pelaku: &Pelaku, aduan: &Pengaduan) -> Hasil<bool> {
    let serumah = pelaku.peran.iter().any(|p| match p.lingkup {
        Lingkup::Instansi(i) | Lingkup::Unit { instansi: i, .. } => i == aduan.instansi_id,
        _ => false,
    });
    if aduan.pelanggaran == 0 || !serumah || pengaduan::terlapor(store.baca(), aduan, pelaku.akun).await? {
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

/// Who sets the limits of an instansi.
///
/// # Errors
/// `TidakDitemukan` to everybody else.
pub async fn batas_aduan(store: &Store, pelaku: &Pelaku, id: InstansiId) -> Hasil<PengaturBatasAduan> {
    if [Peran::Penghubung, Peran::Pembina].iter().any(|p| pelaku.di_instansi(*p, id)) {
        return Ok(PengaturBatasAduan { pelaku: pelaku.clone(), instansi: instansi::dari_id(store, id).await? });
    }
    Err(StoreError::TidakDitemukan)
}

/// Instansi whose limits the person sets.
#[must_use]
pub fn instansi_batas(pelaku: &Pelaku) -> Vec<InstansiId> {
    let satu = |p: &PeranLingkup| match (p.peran, &p.lingkup) {
        (Peran::Penghubung | Peran::Pembina, Lingkup::Instansi(i)) => Some(*i),
        _ => None,
    };
    let mut semua: Vec<InstansiId> = pelaku.peran.iter().filter_map(satu).collect();
    semua.sort_unstable();
    semua.dedup();
    semua
}

/// The raised reports that concern the person.
///
/// # Errors
/// When the store fails.
pub async fn kotak_eskalasi(store: &Store, pelaku: &Pelaku) -> Hasil<KotakEskalasi> {
    let mut k = KotakEskalasi {
        pelaku: pelaku.clone(),
        atas: Vec::new(),
        wilayah: Vec::new(),
        penghubung: Vec::new(),
        unit: Vec::new(),
        zona: String::new(),
    };
    for p in &pelaku.peran {
        match (p.peran, &p.lingkup) {
            (Peran::Penyelenggara | Peran::Pembina, Lingkup::Instansi(i)) => k.atas.push(*i),
            (Peran::Pembina, Lingkup::Wilayah(w)) => k.wilayah.push(w.clone()),
            (Peran::Penghubung, Lingkup::Instansi(i)) => k.penghubung.push(*i),
            (Peran::UnitKepala, Lingkup::Unit { unit, .. }) => k.unit.push(*unit),
            _ => {}
        }
    }
    k.zona = kotak_aduan(store, pelaku).await?.zona;
    Ok(k)
}

/// A report that the person had before and has no more: where it went, nothing of what it says.
#[derive(Debug, Clone)]
pub struct AduanPindah {
    pub nomor: String,
    pub zona: String,
    pub ilustrasi: bool,
    /// The unit that has it now; `None` where the reader was taken from the list of a report of wrongdoing.
    pub unit: Option<String>,
    /// The local day since when.
    pub sejak: String,
}

#[derive(sea_orm::FromQueryResult)]
struct Terusan {
    unit_id: UnitId,
    induk_id: Option<UnitId>,
    tanggal: String,
}

#[derive(sea_orm::FromQueryResult)]
struct Dicabut {
    pada: crate::Waktu,
}

/// For the way to a report that was handed on: to people of a unit that had it, and to whoever was named for it.
///
/// # Errors
/// `TidakDitemukan` to everybody else.
pub async fn aduan_pindah(store: &Store, pelaku: &Pelaku, id: PengaduanId) -> Hasil<AduanPindah> {
    let c = store.baca();
    let a = pengaduan::dari_id(c, id).await?;
    let pindah = |unit, sejak| AduanPindah { nomor: a.nomor.clone(), zona: a.zona.clone(), ilustrasi: a.ilustrasi == 1, unit, sejak };
    if a.pelanggaran == 1 {
        let sql = "SELECT x.pada FROM pengaduan_pembaca b JOIN pengaduan_pembaca_cabut x ON x.pembaca_id = b.id
            WHERE b.pengaduan_id = $1 AND b.akun_id = $2 ORDER BY x.pada DESC LIMIT 1";
        let x: Option<Dicabut> = c.mungkin(sql, nilai![id, pelaku.akun]).await?;
        return x.map(|x| pindah(None, x.pada.hari(&a.zona).to_string())).ok_or(StoreError::TidakDitemukan);
    }
    let sql = "SELECT s.unit_id, u.induk_id, s.tanggal FROM pengaduan_langkah s JOIN unit u ON u.id = s.unit_id
        WHERE s.pengaduan_id = $1 AND s.jenis = 'teruskan' ORDER BY s.urut LIMIT 2000";
    let semua: Vec<Terusan> = c.semua(sql, nilai![id]).await?;
    let pernah = semua.iter().any(|t| DI_UNIT.iter().any(|p| dalam_unit(pelaku, *p, t.unit_id, t.induk_id)));
    let akhir = semua.last().filter(|_| pernah).ok_or(StoreError::TidakDitemukan)?;
    Ok(pindah(a.penangan.clone(), akhir.tanggal.clone()))
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
