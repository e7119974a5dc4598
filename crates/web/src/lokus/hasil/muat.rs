//! What a person may see of a result, loaded once for all pages that show it: frozen for every reader of the lokus,
//! provisional only for those who may see every sheet, and otherwise at most what is missing.

use std::sync::Arc;

use pekppp::{Edisi, HasilIpp};
use store::{
    Store, edisi,
    f02::{self, Catatan, Sepakat},
    hak::AksesLokus,
    hasil::{self, HasilBeku, Isi, Kurang},
    id::BuktiId,
    lokus::Lokus,
};

use crate::error::Hasil;

/// One piece of evidence behind an indicator.
pub struct BuktiTampil {
    pub id: BuktiId,
    pub indikator: String,
    pub nama: String,
    /// Outside Prima, not frozen.
    pub tautan: bool,
}

/// Figures with everything that explains them.
pub struct Muatan {
    pub edisi: Arc<Edisi>,
    pub hasil: HasilIpp,
    /// Frozen, or provisional.
    pub beku: Option<(HasilBeku, Isi)>,
    /// Evaluator id and name, in the order of the sheets.
    pub penilai: Vec<(String, String)>,
    pub catatan: Vec<Catatan>,
    pub sepakat: Vec<Sepakat>,
    pub bukti: Vec<BuktiTampil>,
    /// Respondents on paper, and those on paper that were rejected.
    pub kertas: u64,
    pub kertas_ditolak: u64,
    pub kurang: Vec<Kurang>,
    /// The ministry validated the frozen result.
    pub divalidasi: bool,
}

pub enum Pandang {
    /// Not frozen, and not for this person yet.
    Tertutup,
    /// Not frozen; who works on it sees what is missing, without a score.
    Kemajuan(Vec<Kurang>),
    Angka(Box<Muatan>),
}

impl Pandang {
    #[must_use]
    pub fn angka(&self) -> Option<&Muatan> {
        if let Self::Angka(m) = self { Some(m) } else { None }
    }

    #[must_use]
    pub fn kurang(&self) -> &[Kurang] {
        match self {
            Self::Tertutup => &[],
            Self::Kemajuan(k) => k,
            Self::Angka(m) => &m.kurang,
        }
    }
}

/// # Errors
/// When the store fails or a frozen result was changed.
pub async fn muat(store: &Store, akses: &AksesLokus) -> Hasil<Pandang> {
    if let Some(beku) = hasil::hidup(store.baca(), akses.lokus.id).await? {
        return Ok(Pandang::Angka(Box::new(beku_penuh(store, &akses.lokus, beku).await?)));
    }
    let bekerja = akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok() || akses.ditugaskan().is_ok();
    if !bekerja {
        return Ok(Pandang::Tertutup);
    }
    let semua = f02::pandangan(store, akses).await?.semua();
    let s = hasil::hitung(store, &akses.lokus).await?;
    if !semua {
        return Ok(Pandang::Kemajuan(s.kurang));
    }
    let bukti = |b: store::f01::BuktiBeku| BuktiTampil { id: b.id, indikator: b.indikator, nama: b.nama, tautan: b.sidik.is_none() };
    Ok(Pandang::Angka(Box::new(Muatan {
        penilai: s.lembar.iter().map(|l| (l.akun_id.to_string(), l.nama.clone())).collect(),
        bukti: s.bukti.into_iter().map(bukti).collect(),
        kertas: s.f03.kertas,
        kertas_ditolak: s.f03.kertas_ditolak,
        edisi: s.edisi,
        hasil: s.hasil,
        beku: None,
        catatan: s.catatan,
        sepakat: s.sepakat,
        kurang: s.kurang,
        divalidasi: false,
    })))
}

/// A frozen result with names, notes and the names of its evidence.
///
/// # Errors
/// When the store fails or the result was changed.
pub async fn beku_penuh(store: &Store, lokus: &Lokus, beku: HasilBeku) -> Hasil<Muatan> {
    let isi = beku.bundel()?;
    let c = store.baca();
    let orang = hasil::penilai(c, &isi).await?;
    let nama = |id: &str| orang.iter().find(|o| o.id.to_string() == id).map_or_else(String::new, |o| o.nama.clone());
    let sekarang = store::bukti::daftar(c, lokus.id).await?;
    let nama_bukti = |id: BuktiId| sekarang.iter().find(|b| b.id == id).map_or_else(String::new, |b| b.nama.clone());
    let mut m = Muatan {
        catatan: hasil::catatan_beku(c, lokus.id, &isi).await?,
        sepakat: f02::sepakat_tersimpan(c, lokus.id).await?,
        ..tanpa_catatan(store, beku, isi).await?
    };
    m.penilai.iter_mut().for_each(|(id, n)| *n = nama(id));
    m.bukti.iter_mut().for_each(|b| b.nama = nama_bukti(b.id));
    // Settlements that were not part of this result stay out.
    m.sepakat.retain(|s| m.beku.as_ref().is_some_and(|(_, isi)| isi.kesepakatan.contains_key(&s.indikator)));
    Ok(m)
}

/// What the bundle alone says: for everybody, once results are published.
///
/// # Errors
/// When the edition cannot be read.
pub async fn tanpa_catatan(store: &Store, beku: HasilBeku, isi: Isi) -> Hasil<Muatan> {
    let divalidasi = store::serah::divalidasi(store.baca(), beku.id).await?;
    Ok(Muatan { beku: Some((beku, isi.clone())), ..Muatan::bundel(store, &isi, divalidasi).await? })
}

impl Muatan {
    /// What a bundle says, whose edition is known here; it is frozen where it was made.
    ///
    /// # Errors
    /// When the edition cannot be read.
    pub async fn bundel(store: &Store, isi: &Isi, divalidasi: bool) -> Hasil<Self> {
        let bukti = |b: &hasil::BuktiBundel| BuktiTampil {
            id: b.id,
            indikator: b.indikator.clone(),
            nama: String::new(),
            tautan: b.sidik.is_none(),
        };
        Ok(Self {
            edisi: edisi::dapat(store, &isi.edisi.sidik).await?,
            hasil: isi.hasil.clone(),
            penilai: isi.f02.iter().map(|l| (l.evaluator.clone(), String::new())).collect(),
            catatan: Vec::new(),
            sepakat: Vec::new(),
            bukti: isi.bukti.iter().map(bukti).collect(),
            kertas: isi.f03.kertas,
            kertas_ditolak: isi.f03.kertas_ditolak,
            kurang: Vec::new(),
            divalidasi,
            beku: None,
        })
    }
}
