//! Whether files that are sent again are those that lie here sealed: by what they hold, not by their names or their order.

use crate::{Hasil, berkas::Berkas, sidik_hex, utas::di_utas};

/// `lama`: what lies here, each with the field it came in (empty where a form has no fields for files), and `buka`, which gives its content;
/// `kirim`: what is sent now, alike. Nothing is opened when their numbers differ.
///
/// # Errors
/// `Rusak` for what cannot be opened.
pub(crate) async fn sama<T: Send + 'static>(
    lama: Vec<(String, T)>,
    buka: impl Fn(&T) -> Hasil<Vec<u8>> + Send + 'static,
    kirim: &[(&str, &Berkas)],
) -> Hasil<bool> {
    if lama.len() != kirim.len() {
        return Ok(false);
    }
    let baca = move || lama.into_iter().map(|(medan, t)| Ok((medan, sidik_hex(&buka(&t)?)))).collect::<Hasil<Vec<_>>>();
    let mut ada = di_utas(baca).await?;
    let mut kini: Vec<_> = kirim.iter().map(|(medan, b)| ((*medan).to_owned(), sidik_hex(b.isi()))).collect();
    ada.sort_unstable();
    kini.sort_unstable();
    Ok(ada == kini)
}
