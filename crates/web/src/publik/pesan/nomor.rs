//! The number that a booking became: from the arrival on its page says how that number stands, and leads to it.

use store::{
    antrean::{self, Tiket},
    pesanan::Lihat,
};

use crate::{AppState, antrean::kata, error::Hasil, komponen::Nada};

/// The number with how it stands: tone and state, and what its holder should do or know.
pub(super) struct Nomor {
    pub t: Tiket,
    pub keadaan: (Nada, &'static str),
    pub isi: &'static str,
}

impl Nomor {
    /// `None` until the owner of the booking is here.
    ///
    /// # Errors
    /// Of the store.
    pub async fn baru(app: &AppState, l: &Lihat) -> Hasil<Option<Self>> {
        let Some((kode, _)) = &l.tiket else { return Ok(None) };
        let t = antrean::dari_kode(app.store.baca(), kode).await?;
        let hari_lain = l.tempat.lokal(app.store.sekarang()).date().to_string() != t.tanggal;
        let lewat = if hari_lain { kata::lewat(&t) } else { None };
        Ok(Some(match lewat {
            Some((keadaan, isi, nada)) => Self { t, keadaan: (nada, keadaan), isi },
            None => Self { keadaan: (kata::nada(&t), kata::keadaan(&t)), isi: isi(&t), t },
        }))
    }
}

/// As the page of the number has it; but this page does not change by itself.
fn isi(t: &Tiket) -> &'static str {
    if t.antre() { "pesanan-hadir-isi" } else { kata::keterangan(t) }
}
