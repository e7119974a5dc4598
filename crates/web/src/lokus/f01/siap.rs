//! `/lokus/{lokus}/f01/siap`: the operator hands F01 to the head of the unit.

use axum::extract::State;
use store::{f01, id::LokusId, peran::Peran};

use super::{muatan::Muatan, ringkasan::Halaman};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/siap", Akses::Masuk, ke_ringkasan);
    d.post("/lokus/{lokus}/f01/siap", Akses::Peran(&[Peran::UnitOperator]), serahkan);
}

/// The address of a page that came back with faults, opened anew: the overview.
pub async fn ke_ringkasan(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    store::hak::lokus(&app.store, &pelaku, id).await?;
    Alih::ke(format!("/lokus/{id}/f01")).into()
}

async fn serahkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.operator()?;
    f.batasi("catatan", 1000);
    let catatan = f.opsional("catatan").unwrap_or_default();
    if !m.kelengkapan(m.edisi.semua_indikator()).lengkap() && !f.dicentang("tetap") {
        f.salahkan("tetap", "f01-tetap-wajib");
    }
    if !f.sah() {
        let k = m.konteks(k);
        return tampil_salah(&Halaman::baru(&app, &k, &m, f).await?);
    }
    f01::siapkan(&app.store, &hak, &catatan).await?;
    Alih::ke(format!("/lokus/{id}/f01")).pesan("f01-diserahkan").into()
}
