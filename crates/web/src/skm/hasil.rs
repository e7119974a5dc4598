//! `/survei/{ronde}/hasil`: what the answers so far say: IKM with its interval and class, every unsur, who answered,
//! quality, the step since the last round, and how it was computed. Read from the cube only.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use store::{
    Store, edisi,
    hak::{self, AksesRondeSkm},
    id::RondeId,
    skm::{
        self, KeadaanRonde, RondeSkm,
        agregat::{self, Agregat},
        layanan,
        rekap::{self, RondeRingkas},
    },
};

use super::{
    konteks, kurun,
    langsung::Segar,
    lencana,
    sajian::{Bahan, Langkah, Sajian, angka, langkah, susunan},
    tab::Tab,
};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/hasil", super::PEMBACA, lihat);
}

/// A round with everything that its figures are made of.
pub struct Muatan {
    pub akses: AksesRondeSkm,
    pub edisi: Arc<::skm::Edisi>,
    pub layanan: Vec<(i64, String)>,
    pub agregat: Agregat,
}

impl Muatan {
    pub fn ronde(&self) -> &RondeSkm {
        &self.akses.ronde
    }

    pub fn bahan(&self) -> Bahan<'_> {
        let r = self.ronde();
        Bahan {
            edisi: &self.edisi,
            unsur: &r.unsur,
            layanan: &self.layanan,
            populasi: r.populasi,
            target: r.target,
            agregat: &self.agregat,
        }
    }
}

/// # Errors
/// 404 out of scope.
pub async fn muat(store: &Store, akses: AksesRondeSkm) -> Hasil<Muatan> {
    let r = &akses.ronde;
    let edisi = edisi::skm(store, &r.edisi).await?;
    let mut agregat = agregat::baca(store.baca(), r.id).await?;
    agregat::lengkapi_halaman(store.baca(), r.id, &r.susunan(&edisi)?, &mut agregat).await?;
    Ok(Muatan { layanan: layanan::layanan(store.baca(), r.id).await?, edisi, agregat, akses })
}

/// The round before this one in the same unit, with the step since.
struct Sebelum {
    ronde: RondeSkm,
    ikm: String,
    mutu: String,
    langkah: Option<Langkah>,
}

#[derive(Template)]
#[template(path = "skm/hasil.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    j: Sajian<'a>,
    keadaan: KeadaanRonde,
    sebelum: Option<Sebelum>,
    mentah: bool,
    gambar: String,
    sebaran: String,
}

impl Halaman<'_> {
    fn lencana(&self) -> (Nada, &'static str) {
        lencana(self.keadaan)
    }

    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }

    /// Where the round is shared.
    fn ke_ronde(&self) -> String {
        format!("/survei/{}", self.ronde.id)
    }

    fn dari_populasi(&self) -> String {
        match self.ronde.populasi {
            Some(p) => self.k.n("hasilskm-target-populasi", "populasi", self.j.bilang(p)),
            None => self.k.s("hasilskm-target-tanpa-populasi"),
        }
    }

    fn kemajuan(&self) -> Kemajuan {
        let dari = usize::try_from(self.ronde.target.max(1)).unwrap_or(1);
        self.k.kemajuan(self.k.s("hasilskm-responden"), usize::try_from(self.j.n()).unwrap_or(usize::MAX), dari)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let r = m.ronde();
    let k = konteks(k, r);
    let keadaan = skm::keadaan(app.store.baca(), r, app.store.sekarang().hari(&r.zona)).await?;
    let j = Sajian::baru(&k, m.bahan())?;
    let seunit = rekap::seunit(&app.store, &m.akses.pembaca()).await?;
    let sebelum = sebelum(&app.store, &k, r, &j, &seunit).await?;
    let (gambar, sebaran) = (j.gambar_unsur()?, j.gambar_sebaran());
    let mentah = m.akses.pembaca_mentah().is_ok();
    tampil(&Halaman { k: &k, ronde: r, j, keadaan, sebelum, mentah, gambar, sebaran })
}

/// The newest earlier round of the unit that has answers.
async fn sebelum(store: &Store, k: &Konteks, r: &RondeSkm, j: &Sajian<'_>, seunit: &[RondeRingkas]) -> Hasil<Option<Sebelum>> {
    let Some(lama) = seunit.iter().find(|x| x.ronde.id != r.id && x.ronde.sampai < r.sampai && x.pakai.n > 0) else { return Ok(None) };
    let edisi = edisi::skm(store, &lama.ronde.edisi).await?;
    let s = susunan(&edisi, &lama.ronde.unsur)?;
    let Some(a) = angka(&s, &lama.pakai, lama.ronde.populasi)? else { return Ok(None) };
    let langkah = langkah(k, Some(&a), j.angka.as_ref());
    Ok(Some(Sebelum { ronde: lama.ronde.clone(), ikm: k.angka(a.hasil.ikm.tampil(2)), mutu: a.hasil.mutu, langkah }))
}
