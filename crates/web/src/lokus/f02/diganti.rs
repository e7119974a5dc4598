//! `/lokus/{lokus}/f02/lembar-saya`: what an evaluator left whose appointment ended, for himself to read; whether it counts, it says. A sheet
//! that does not count stands on the page of consensus too, for those who may read it there.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use pekppp::Edisi;
use store::{
    Waktu,
    f02::{self, Catatan, Diganti},
    hak,
    id::LokusId,
    lokus::Lokus,
};

use super::lapangan::PerEvaluator;
use crate::{
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02/lembar-saya", Akses::Masuk, lihat);
}

/// One indicator of such a sheet that has a score or a note.
pub(super) struct BarisLama {
    pub kode: String,
    pub nama: String,
    /// Empty where there is none.
    pub skor: String,
    pub catatan: Option<Catatan>,
}

pub(super) struct Lama {
    pub nama: String,
    pub berakhir: Waktu,
    pub dihitung: bool,
    pub baris: Vec<BarisLama>,
}

impl Lama {
    pub async fn baru(app: &AppState, (lokus, edisi): (LokusId, &Edisi), d: Diganti) -> Hasil<Self> {
        let catatan = f02::catatan_oleh(app.store.baca(), lokus, d.lembar.akun_id).await?;
        let baris = edisi.semua_indikator().enumerate().map(|(letak, i)| BarisLama {
            kode: i.kode.clone(),
            nama: i.nama.clone(),
            skor: d.lembar.skor.get(letak).copied().flatten().map(|n| n.to_string()).unwrap_or_default(),
            catatan: catatan.iter().find(|c| c.indikator == i.kode).cloned(),
        });
        let baris = baris.filter(|b| !b.skor.is_empty() || b.catatan.is_some()).collect();
        Ok(Self { nama: d.lembar.nama, berakhir: d.berakhir, dihitung: d.dihitung, baris })
    }

    /// How many indicators he scored.
    pub fn teks(&self, k: &Konteks) -> String {
        k.jumlah("f02-diganti-dinilai", self.baris.iter().filter(|b| !b.skor.is_empty()).count())
    }
}

#[derive(Template)]
#[template(path = "lokus/f02/lembar_saya.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    l: Lama,
    lapangan: Option<PerEvaluator>,
    /// Nothing can be changed here.
    dapat_hapus: bool,
}

impl Halaman<'_> {
    /// Title and words above.
    fn kata(&self) -> (&'static str, &'static str) {
        if self.l.dihitung { ("f02-berakhir-saya", "f02-berakhir-saya-isi") } else { ("f02-diganti-saya", "f02-diganti-saya-isi") }
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = hak::pernah_evaluator(&app.store, &pelaku, id).await?;
    let lokus = &hak.lokus;
    let Some(d) = f02::berakhir_sendiri(app.store.baca(), &hak).await? else {
        return Ok(Redirect::to(&format!("/lokus/{id}/f02")).into_response());
    };
    let k = k.ilustrasi(lokus.ilustrasi == 1).zona(&lokus.zona).bantuan("f02");
    let edisi = store::edisi::dapat(&app.store, lokus.edisi()?).await?;
    let lapangan = PerEvaluator::diganti(&app, (id, &edisi), &k, &d, true).await?;
    let lapangan = lapangan.map(|p| PerEvaluator { berakhir: p.berakhir.filter(|_| !d.dihitung), ..p });
    let l = Lama::baru(&app, (id, &edisi), d).await?;
    tampil(&Halaman { k: &k, lokus, l, lapangan, dapat_hapus: false })
}
