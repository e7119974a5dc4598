//! What every page of this area needs: the lokus in the person's scope, its edition, what may be seen, whether it is open.

use std::sync::Arc;

use pekppp::{Edisi, Indikator};
use store::{
    beranda::tunggu::f01_kembali,
    f02::{self, Keterbukaan, Pandangan},
    hak::{self, AksesLokus, EvaluatorDitugaskan, EvaluatorLokus, Pelaku},
    id::LokusId,
    lokus::Lokus,
};

use crate::{
    app::AppState,
    error::Hasil,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
};

/// Path part of the indicators without weight.
pub const TAMBAHAN: &str = "tambahan";

pub struct Rangka {
    pub akses: AksesLokus,
    pub edisi: Arc<Edisi>,
    pub pandangan: Pandangan,
    pub buka: Keterbukaan,
    /// The unit submitted F01 and the team returned it: to be repaired until this day (ISO).
    pub dikembalikan: Option<String>,
}

/// One part of the sheet: an aspect, or the indicators without weight.
pub struct Bagian<'a> {
    pub kunci: &'a str,
    pub nama: String,
    pub indikator: &'a [Indikator],
    pub berbobot: bool,
}

impl Rangka {
    /// # Errors
    /// `TidakAda` for an id that is unknown or out of scope.
    pub async fn baru(app: &AppState, pelaku: &Pelaku, id: LokusId) -> Hasil<Self> {
        let akses = hak::lokus(&app.store, pelaku, id).await?.dinilai()?;
        let edisi = store::edisi::dapat(&app.store, akses.lokus.edisi()?).await?;
        let pandangan = f02::pandangan(&app.store, &akses).await?;
        let buka = f02::keterbukaan(app.store.baca(), &akses.lokus, app.store.sekarang()).await?;
        let dikembalikan = match buka {
            Keterbukaan::BelumDikirim => f01_kembali(&app.store, &[id]).await?.remove(&id).map(|f| f.tenggat),
            _ => None,
        };
        Ok(Self { akses, edisi, pandangan, buka, dikembalikan })
    }

    pub fn lokus(&self) -> &Lokus {
        &self.akses.lokus
    }

    /// To read his own sheet.
    ///
    /// # Errors
    /// `TidakBerhak` for anybody but an appointed evaluator.
    pub fn ditugaskan(&self) -> Hasil<EvaluatorDitugaskan> {
        Ok(self.akses.ditugaskan()?)
    }

    /// # Errors
    /// The same, and `Bentrok` once he declared a conflict of interest.
    pub fn evaluator(&self) -> Hasil<EvaluatorLokus> {
        Ok(self.akses.evaluator()?)
    }

    pub fn konteks(&self, k: Konteks) -> Konteks {
        k.ilustrasi(self.lokus().ilustrasi == 1).zona(&self.lokus().zona).bantuan("f02")
    }

    pub fn bagian(&self, k: &Konteks) -> Vec<Bagian<'_>> {
        let e = &self.edisi;
        let mut semua: Vec<_> = e
            .aspek
            .iter()
            .map(|a| Bagian { kunci: &a.kunci, nama: format!("{}. {}", a.kunci, a.nama), indikator: &a.indikator, berbobot: true })
            .collect();
        if !e.tambahan.is_empty() {
            semua.push(Bagian { kunci: TAMBAHAN, nama: k.s("f02-tambahan"), indikator: &e.tambahan, berbobot: false });
        }
        semua
    }

    /// Why nothing can be written; `None` while F02 is open.
    pub fn tutup(&self) -> Option<Tutup> {
        match self.buka {
            Keterbukaan::Terbuka => None,
            Keterbukaan::BelumDikirim if self.dikembalikan.is_some() => {
                let t = Tutup::baru(Nada::Perhatian, "f02-tutup-dikembalikan-judul", "f02-tutup-dikembalikan");
                Some(Tutup { sampai: self.dikembalikan.clone(), ..t })
            }
            Keterbukaan::BelumDikirim => Some(Tutup::baru(Nada::Perhatian, "f02-tutup-belum-dikirim-judul", "f02-tutup-belum-dikirim")),
            Keterbukaan::FaseTertutup => Some(Tutup::baru(Nada::Netral, "f02-tutup-fase-judul", "fase-pelaksanaan-ditutup")),
            Keterbukaan::Dibekukan => Some(Tutup::baru(Nada::Baik, "f02-tutup-dibekukan-judul", "f02-tutup-dibekukan")),
        }
    }
}

/// A notice on a page that cannot be written to.
pub struct Tutup {
    pub nada: Nada,
    pub judul: &'static str,
    pub isi: &'static str,
    /// The day (ISO) that `isi` names, if it names one.
    sampai: Option<String>,
}

impl Tutup {
    fn baru(nada: Nada, judul: &'static str, isi: &'static str) -> Self {
        Self { nada, judul, isi, sampai: None }
    }

    pub fn pemberitahuan(&self, k: &Konteks) -> Pemberitahuan {
        let isi = self.sampai.as_ref().map_or_else(|| k.s(self.isi), |t| k.n(self.isi, "tanggal", k.hari(t)));
        k.pemberitahuan_teks(self.nada, k.s(self.judul), isi)
    }
}
