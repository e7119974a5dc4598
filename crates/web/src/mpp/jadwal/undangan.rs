//! `/mpp/{mpp}/jadwal/{penempatan}/undangan`: days on which officers come by invitation are added (`POST`) and taken out
//! (`POST …/{undangan}` with `_aksi=hapus`, or `DELETE`).

use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    id::{PenempatanId, UndanganId, UnitId},
    peran::Peran,
    pesanan::undangan,
};

use super::aturan::{halaman, pesan};
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

pub(super) const DEPAN: Akses = Akses::Peran(&[Peran::MppKepala, Peran::MppDepan]);

pub fn rute(d: &mut Daftar) {
    d.post("/mpp/{mpp}/jadwal/{penempatan}/undangan", DEPAN, tambah);
    d.post("/mpp/{mpp}/jadwal/{penempatan}/undangan/{undangan}", DEPAN, hapus);
    d.delete("/mpp/{mpp}/jadwal/{penempatan}/undangan/{undangan}", DEPAN, hapus);
}

async fn tambah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((mpp, id)): Jalur<(UnitId, PenempatanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, t, k) = super::buka(&app, k, &pelaku, mpp, id).await?;
    let hak = akses.depan()?;
    let op = f.urai::<UndanganId>("op_undangan", "umum-wajib");
    let tanggal = f.urai::<Date>("tanggal", "pesanan-jadwal-mulai-wajib");
    if let (Some(op), Some(tanggal), true) = (op, tanggal, f.sah()) {
        match undangan::tambah(&app.store, &hak, id, op, tanggal).await {
            Ok(n) => return Alih::ke(format!("/mpp/{mpp}/jadwal/{id}#undangan")).pesan(pesan(n)).into(),
            Err(StoreError::Keadaan(kunci @ "pesan-mulai-lampau")) => f.salahkan("tanggal", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let mut h = halaman(&app, &k, &akses, &t, None).await?;
    h.gabung(&f);
    tampil_salah(&h)
}

async fn hapus(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((mpp, id, hari)): Jalur<(UnitId, PenempatanId, UndanganId)>,
) -> Hasil {
    let hak = store::hak::mpp(&app.store, &pelaku, mpp).await?.depan()?;
    let n = undangan::hapus(&app.store, &hak, id, hari).await?;
    Alih::ke(format!("/mpp/{mpp}/jadwal/{id}#undangan")).pesan(pesan(n)).into()
}
