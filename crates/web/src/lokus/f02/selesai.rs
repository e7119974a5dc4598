//! `POST /lokus/{lokus}/f02/selesai`: the evaluator marks his own sheet done; with `_aksi=buka` he opens it again.

use axum::extract::State;
use store::{StoreError, f02, id::LokusId, peran::Peran};

use super::{ikhtisar, rangka::Rangka};
use crate::{
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil_salah},
};

/// The longest reason, in characters.
const ALASAN_MAKS: usize = 1000;

pub fn rute(d: &mut Daftar) {
    d.post("/lokus/{lokus}/f02/selesai", Akses::Peran(&[Peran::Evaluator]), kirim);
}

async fn kirim(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.evaluator()?;
    let k = r.konteks(k);
    let ke = format!("/lokus/{}/f02", r.lokus().id);
    if f.aksi() == "buka" {
        let alasan = f.wajib("alasan", "f02-alasan-wajib");
        f.batasi("alasan", ALASAN_MAKS);
        let Some(alasan) = alasan.filter(|_| f.sah()) else {
            return tampil_salah(&ikhtisar::halaman(&app, &r, &k, f).await?);
        };
        f02::buka_kembali(&app.store, &hak, &alasan).await?;
        return Alih::ke(ke).pesan("f02-dibuka-kembali").into();
    }
    match f02::tandai_selesai(&app.store, &hak).await {
        Ok(_) => Alih::ke(ke).pesan("f02-ditandai-selesai").into(),
        Err(StoreError::Keadaan("f02-belum-lengkap")) => {
            f.salahkan("kurang", "f02-belum-lengkap");
            tampil_salah(&ikhtisar::halaman(&app, &r, &k, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}
