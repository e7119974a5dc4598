//! `/lokus/{lokus}/bukti/{bukti}/keterangan`: the caption of one piece of evidence.

use askama::Template;
use axum::extract::State;
use store::{
    bukti::{self, Bukti, KETERANGAN_MAKS},
    id::{BuktiId, LokusId},
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lokus::f01::{Muatan, kode_aspek},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const OPERATOR: Akses = Akses::Peran(&[Peran::UnitOperator]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/bukti/{bukti}/keterangan", OPERATOR, lihat);
    d.post("/lokus/{lokus}/bukti/{bukti}/keterangan", OPERATOR, simpan);
}

#[derive(Template)]
#[template(path = "lokus/bukti/keterangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    b: &'a Bukti,
    f: Formulir,
    kembali: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    let k = m.konteks(k);
    let f = Formulir::isi([("keterangan", b.keterangan.clone())]);
    tampil(&Halaman { k: &k, m: &m, b: &b, f, kembali: kembali(&m, &b)? })
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, bukti)): Jalur<(LokusId, BuktiId)>,
    mut f: Formulir,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    let b = bukti::dari_id(app.store.baca(), id, bukti).await?;
    let ke = kembali(&m, &b)?;
    f.batasi("keterangan", KETERANGAN_MAKS);
    if !f.sah() {
        let k = m.konteks(k);
        return tampil_salah(&Halaman { k: &k, m: &m, b: &b, f, kembali: ke });
    }
    bukti::ubah_keterangan(&app.store, &hak, bukti, f.nilai("keterangan")).await?;
    Alih::ke(ke).pesan("bukti-keterangan-tersimpan").into()
}

/// The card of the indicator that the evidence belongs to.
pub(super) fn kembali(m: &Muatan, b: &Bukti) -> Result<String, crate::Error> {
    Ok(format!("/lokus/{}/f01/{}#{}", b.lokus_id, kode_aspek(m, &b.indikator)?, b.indikator))
}
