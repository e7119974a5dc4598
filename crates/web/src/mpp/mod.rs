//! A mall of public services for those who run it and serve in it (`/mpp`). What citizens see is `crate::publik`; the queue of
//! a gerai, cases and the cashier have areas of their own that share the frame (`rangka`).

mod baru;
pub(crate) mod bukti;
mod daftar;
mod gerai;
mod hari_ini;
pub(crate) mod isian;
mod jadwal;
mod laporan;
mod libur;
mod perjalanan;
pub(crate) mod pesanan;
mod petugas;
pub(crate) mod rangka;
pub(crate) mod ringkasan;
mod simpan;
mod tanggapan;
mod templat;
mod tenan;
pub(crate) mod umum;
pub(crate) mod usulan;

use store::{
    hak::{self, AksesMpp, Pelaku},
    id::UnitId,
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads malls in their scope.
pub const PEMBACA: Akses = Akses::Peran(&[
    Peran::MppKepala,
    Peran::MppDepan,
    Peran::Pelaksana,
    Peran::UnitOperator,
    Peran::UnitKepala,
    Peran::Penyelenggara,
    Peran::Penanggungjawab,
    Peran::Pembina,
    Peran::Nasional,
    Peran::Auditor,
]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    jadwal::rute(d);
    laporan::rute(d);
    pesanan::rute(d);
    ringkasan::rute(d);
    hari_ini::rute(d);
    baru::rute(d);
    tenan::rute(d);
    gerai::rute(d);
    petugas::rute(d);
    perjalanan::rute(d);
    usulan::rute(d);
    templat::rute(d);
    tanggapan::rute(d);
    simpan::rute(d);
}

/// A mall with what the person may do in it; 404 outside the scope.
pub(crate) async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: UnitId) -> Hasil<(AksesMpp, Konteks)> {
    let akses = hak::mpp(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(akses.mpp.ilustrasi == 1).zona(&akses.mpp.zona).bantuan("mpp");
    Ok((akses, k))
}
