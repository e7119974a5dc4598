//! An edition by its code, whether it came with the program or was registered here.

use std::sync::Arc;

use pekppp::Edisi;
use store::{
    edisi::daftar::{self, EdisiTerdaftar},
    hak::Pelaku,
    sidik_hex,
};

use crate::{AppState, Error};

pub(super) struct Naskah {
    pub edisi: Arc<Edisi>,
    pub sidik: String,
    /// `None` for one that came with the program.
    pub daftar: Option<EdisiTerdaftar>,
}

/// # Errors
/// `TidakAda` for an unknown code and for a draft of somebody else.
pub(super) async fn cari(app: &AppState, p: &Pelaku, kode: &str) -> Result<Naskah, Error> {
    if let Some((e, teks)) = pekppp::bawaan(kode) {
        return Ok(Naskah { edisi: Arc::new(e.clone()), sidik: sidik_hex(teks.as_bytes()), daftar: None });
    }
    let d = daftar::satu(&app.store, p, kode).await?;
    Ok(Naskah { edisi: store::edisi::dapat(&app.store, &d.sidik).await?, sidik: d.sidik.clone(), daftar: Some(d) })
}

impl Naskah {
    /// The exact text.
    pub async fn teks(&self, app: &AppState) -> Result<String, Error> {
        match pekppp::bawaan(&self.edisi.id) {
            Some((_, teks)) => Ok(teks.to_owned()),
            None => Ok(store::edisi::teks(&app.store, &self.sidik).await?),
        }
    }
}

/// Code and name of every edition the person may see, registered ones first.
pub(super) async fn semua(app: &AppState, p: &Pelaku) -> Result<Vec<(String, String)>, Error> {
    let di_sini = daftar::semua(&app.store, p).await?.into_iter().map(|e| (e.kode, e.nama));
    Ok(di_sini.chain(pekppp::semua_bawaan().map(|e| (e.id.clone(), e.nama.clone()))).collect())
}
