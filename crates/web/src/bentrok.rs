//! What a form shows whose content somebody else saved meanwhile. Versions are compared by the store (`store::versi`).

use store::{Waktu, akun, id::AkunId};
use uuid::Uuid;

use crate::{AppState, formulir::Formulir, konteks::Konteks};

/// What somebody else saved meanwhile.
pub(crate) struct Bentrok {
    pub teks: String,
    pub kini: Vec<(String, String)>,
}

impl Bentrok {
    /// Who saved first and when, and what is stored now (label and value). The form gets the stored version, so that
    /// saving again is the choice to replace it.
    pub async fn baru(
        app: &AppState,
        k: &Konteks,
        f: &mut Formulir,
        (versi, oleh, pada): (i64, Uuid, Waktu),
        kini: Vec<(String, String)>,
    ) -> Self {
        let nama = akun::dari_id(&app.store, AkunId(oleh)).await.map(|a| a.nama).unwrap_or_default();
        f.ganti("versi", versi.to_string());
        Self { teks: k.a("umum-bentrok-isi", [("nama", nama.into()), ("waktu", k.waktu(&pada).into())]), kini }
    }
}
