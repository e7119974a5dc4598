//! `/survei/{ronde}/saran`: what respondents wrote, for those who may read single answers. In the order of random ids, a page
//! at a time; no time finer than the day.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    Store,
    hak::{self, PembacaMentahSkm},
    id::RondeId,
    ronde::{self, Jawaban, SaringJawaban},
    skm::RondeSkm,
};
use uuid::Uuid;

use super::{konteks, tab::Tab};
use crate::{AppState, error::Hasil, jalur::Jalur, konteks::Konteks, pelaku::Orang, rute::Daftar, tampil::tampil};

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/saran", super::PEMBACA, lihat);
}

/// Suggestions on one page.
const SEHALAMAN: usize = 40;
/// Answers looked through for one page; a round with few suggestions then shows a shorter page and the way on.
const DIBACA: usize = 20_000;
const SEKALI: u32 = 2_000;

#[derive(serde::Deserialize)]
struct Kueri {
    setelah: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "skm/saran.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    ronde: &'a RondeSkm,
    saran: Vec<Jawaban>,
    awal: bool,
    lanjut: Option<Uuid>,
}

impl Halaman<'_> {
    fn hari(&self, j: &Jawaban) -> String {
        self.k.hari(&j.hari)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let hak = hak::ronde_skm(&app.store, &pelaku, id).await?.pembaca_mentah()?;
    let k = konteks(k, &hak.ronde);
    let (saran, lanjut) = cari(&app.store, &hak, q.setelah).await?;
    tampil(&Halaman { k: &k, ronde: &hak.ronde, saran, awal: q.setelah.is_none(), lanjut })
}

/// The next suggestions, and the id after which the page after them begins.
async fn cari(store: &Store, hak: &PembacaMentahSkm, mut setelah: Option<Uuid>) -> Hasil<(Vec<Jawaban>, Option<Uuid>)> {
    let (mut saran, mut dibaca) = (Vec::new(), 0);
    while dibaca < DIBACA {
        let halaman = ronde::halaman(store.baca(), hak.ronde.id, setelah, SEKALI, &SaringJawaban::default()).await?;
        if halaman.is_empty() {
            return Ok((saran, None));
        }
        dibaca += halaman.len();
        for j in halaman {
            setelah = Some(j.id);
            if j.saran.as_deref().is_some_and(|s| !s.trim().is_empty()) {
                saran.push(j);
            }
            if saran.len() == SEHALAMAN {
                return Ok((saran, setelah));
            }
        }
    }
    Ok((saran, setelah))
}
