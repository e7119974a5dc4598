//! `/lokus/{lokus}/pemantauan`: the recommendations to check and how far it is.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::LokusId,
    lokus::Lokus,
    tindak_lanjut::{self, Butir},
};

use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    lokus::lanjutan::{self, Tab},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/pemantauan", Akses::Masuk, lihat);
}

struct Baris {
    b: Butir,
    nama: String,
    status: (Nada, &'static str),
    /// What was found under this lokus.
    putusan: Option<(Nada, &'static str)>,
}

#[derive(Template)]
#[template(path = "lokus/pemantauan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    asal: Option<Lokus>,
    baris: Vec<Baris>,
    diperiksa: usize,
    evaluator: bool,
    berbenturan: bool,
    /// He has to declare first whether there is a conflict of interest.
    nyatakan: bool,
}

impl Halaman<'_> {
    fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("tindaklanjut-pemantauan-kemajuan"), self.diperiksa, self.baris.len())
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let l = &akses.lokus;
    if l.skema != "pemantauan" {
        return Err(Error::TidakAda);
    }
    let k = lanjutan::konteks(k, l);
    let asal = tindak_lanjut::asal(app.store.baca(), l).await?;
    let mut baris = Vec::new();
    if let Some(lama) = &asal {
        let e = store::edisi::dapat(&app.store, lama.edisi()?).await?;
        let mut butir = tindak_lanjut::daftar(app.store.baca(), lama.id).await?;
        butir.sort_by_key(|b| lanjutan::urut(&e, &b.rekomendasi.indikator));
        baris.extend(butir.into_iter().map(|b| Baris {
            nama: lanjutan::nama(&e, &b.rekomendasi.indikator),
            status: lanjutan::status(b.status()),
            putusan: b.verifikasi.iter().find(|v| v.lokus_id == id).map(|v| lanjutan::putusan(&v.putusan)),
            b,
        }));
    }
    let diperiksa = baris.iter().filter(|b| b.putusan.is_some()).count();
    let nyatakan = lanjutan::nyatakan(&app, &akses).await?;
    let (evaluator, berbenturan) = (akses.evaluator().is_ok(), akses.berbenturan());
    tampil(&Halaman { evaluator, berbenturan, nyatakan, lokus: l, k: &k, asal, baris, diperiksa })
}
