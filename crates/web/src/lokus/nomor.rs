//! The number that somebody types for minutes or a report: whose it is already, said at its field before anything is printed. The rule, and
//! the refusal inside the write, are `store::massal`'s.

use store::{
    lokus::Lokus,
    massal::{self, Dokumen, Pemakai},
};

use crate::{AppState, error::Hasil, formulir::Formulir};

/// The document of the office that bears it, if there is one.
pub(super) async fn milik(app: &AppState, d: Dokumen, l: &Lokus, nomor: &str) -> Hasil<Option<Pemakai>> {
    Ok(massal::pemakai(app.store.baca(), d, (l.periode_id, l.id), nomor).await?)
}

/// Says at the field whose number it is.
pub(super) fn salahkan(f: &mut Formulir, p: Pemakai) {
    f.salahkan_dengan("nomor", "massal-nomor-milik", vec![("unit", p.unit), ("periode", p.periode)]);
}
