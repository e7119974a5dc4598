//! What the scheme of a period allows, asked inside the operations. The switches themselves are `pekppp::skema`.

use crate::{
    Hasil, StoreError,
    hak::Pelaku,
    id::InstansiId,
    peran::{Lingkup, Peran},
};
use pekppp::{
    Skema,
    skema::{Aturan, Pengatur},
};

/// The switches of a stored scheme.
///
/// # Errors
/// `Rusak` for one that this program does not know.
pub fn aturan(skema: &str) -> Hasil<&'static Aturan> {
    Skema::dari_kunci(skema).map(Skema::aturan).ok_or_else(|| StoreError::Rusak(format!("unknown scheme {skema}")))
}

/// Work on F01, F02, F03 and results belongs to schemes that give an IPP.
///
/// # Errors
/// `Keadaan("skema-tanpa-penilaian")`.
pub(crate) fn harus_dinilai(skema: &str) -> Hasil<()> {
    if aturan(skema)?.dinilai { Ok(()) } else { Err(StoreError::Keadaan("skema-tanpa-penilaian")) }
}

/// Whether this person may open a period of the scheme for the instansi, or turn one into it.
///
/// # Errors
/// `Keadaan("skema-hanya-nasional")`, `Keadaan("skema-hanya-penyelenggara")`.
pub(crate) fn harus_boleh_mengatur(p: &Pelaku, instansi: InstansiId, skema: &str) -> Hasil<()> {
    let nasional = p.punya(Peran::Nasional);
    let sendiri = p.peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == Lingkup::Instansi(instansi));
    match aturan(skema)?.pengatur {
        Pengatur::Nasional if !nasional => Err(StoreError::Keadaan("skema-hanya-nasional")),
        Pengatur::Instansi if !sendiri => Err(StoreError::Keadaan("skema-hanya-penyelenggara")),
        _ => Ok(()),
    }
}
