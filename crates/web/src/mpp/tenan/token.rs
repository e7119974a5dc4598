//! `/mpp/{mpp}/tenan/{tenan}/token`: the way in for the tenant's program. The secret is shown once, on the answer to the form.

use axum::extract::State;
use store::{
    id::{TenanId, TenanTokenId, UnitId},
    tenan,
};

use super::rinci::{halaman, untuk_kepala};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    mpp::umum::{KEPALA, di_medan},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/tenan/{tenan}/token", KEPALA, buat);
    d.post("/mpp/{mpp}/tenan/{tenan}/token/{token}", KEPALA, cabut);
}

async fn buat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, TenanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, id).await?;
    f.batasi("token_nama", 200);
    let (nama, hari) = (f.wajib("token_nama", "tenan-token-nama"), f.urai::<i64>("token_hari", "token-umur"));
    if let (Some(nama), Some(hari), true) = (nama, hari, f.sah()) {
        match tenan::buat_token(&app.store, &hak, t.id, &nama, hari).await {
            Ok(rahasia) => {
                let mut h = halaman(&app, &k, &akses, t, None).await?;
                h.rahasia = Some(rahasia);
                return tampil(&h);
            }
            Err(e) => di_medan(&mut f, e, "token_hari")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}

async fn cabut(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, t, token)): Jalur<(UnitId, TenanId, TenanTokenId)>,
) -> Hasil {
    let (_, _, hak, t) = untuk_kepala(&app, k, &pelaku, (id, t)).await?;
    tenan::cabut_token(&app.store, &hak, token).await?;
    Alih::ke(format!("/mpp/{id}/tenan/{}", t.id)).pesan("mpp-pesan-simpan").into()
}
