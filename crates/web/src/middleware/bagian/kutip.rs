//! The text fields of a form with files, kept while it goes by: should nothing be saved, its sender gets them back. Files are not kept.

use super::{Letak, Terjaga};
use axum::body::Bytes;
use futures_util::{Stream, StreamExt as _};
use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

/// The rest of a form whose handler failed is read for so long, and so far: a browser listens only after it has sent everything.
const HABIS: Duration = Duration::from_secs(10);
const HABIS_MAKS: usize = 64 << 20;

/// What was typed into a form with files.
#[derive(Clone, Default)]
pub(crate) struct Isian {
    pub pasangan: Vec<(String, String)>,
    /// Fields in which a file was chosen, one entry a file.
    pub berkas: Vec<String>,
}

pub(super) struct Kutip {
    /// Bytes that may still be kept.
    sisa: usize,
    /// The text field that is going by.
    medan: Option<(String, Vec<u8>)>,
    isian: Isian,
    /// There was more text than may be kept: nothing is given back rather than a part.
    lebih: bool,
}

impl Kutip {
    pub fn baru(batas: usize) -> Self {
        Self { sisa: batas, medan: None, isian: Isian::default(), lebih: false }
    }

    /// A piece that was judged, at this place of the form; `batas`: the place is left, and a boundary of so many bytes ends a content.
    pub fn lihat(&mut self, letak: Letak, isi: &[u8], batas: Option<usize>) {
        match (letak, batas) {
            (Letak::Kepala, Some(_)) => {
                self.medan = None;
                match nama(isi) {
                    Some((n, None)) => self.medan = Some((n, Vec::new())),
                    Some((n, Some(berkas))) if !berkas.is_empty() => self.isian.berkas.push(n),
                    _ => {}
                }
            }
            (Letak::Isi, Some(batas)) => {
                self.tambah(&isi[..isi.len().saturating_sub(batas)]);
                self.isian.pasangan.extend(self.medan.take().map(|(n, isi)| (n, String::from_utf8_lossy(&isi).into_owned())));
            }
            (Letak::Isi, None) => self.tambah(isi),
            _ => {}
        }
    }

    fn tambah(&mut self, isi: &[u8]) {
        let Some((nama, medan)) = &mut self.medan else { return };
        let perlu = isi.len() + if medan.is_empty() { nama.len() } else { 0 };
        match self.sisa.checked_sub(perlu) {
            Some(sisa) => {
                self.sisa = sisa;
                medan.extend_from_slice(isi);
            }
            None => self.lebih = true,
        }
    }
}

/// The name of a field, and that of its file where it is one (empty: none was chosen).
fn nama(kepala: &[u8]) -> Option<(String, Option<String>)> {
    let kepala = String::from_utf8_lossy(kepala);
    let isi = kepala.lines().find(|b| b.get(..20).is_some_and(|a| a.eq_ignore_ascii_case("content-disposition:")))?;
    let nilai = |kunci: &str| isi.split(';').find_map(|b| b.trim().strip_prefix(kunci).map(|v| v.trim_matches('"').to_owned()));
    Some((nilai("name=")?, nilai("filename=").or_else(|| nilai("filename*="))))
}

/// A form on its way to the handler; whoever holds this beside it can read on where the handler stopped.
#[derive(Clone)]
pub(crate) struct Kutipan(pub(super) Arc<Mutex<Terjaga>>);

impl Stream for Kutipan {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).poll_next(cx)
    }
}

impl Kutipan {
    /// Reads the form to its end and gives what was typed; `None` when it did not come to an end, or they were too long.
    pub async fn selesai(mut self) -> Option<Isian> {
        let habis = async {
            let mut terbaca = 0;
            while let Some(potong) = self.next().await {
                terbaca += potong.ok()?.len();
                if terbaca > HABIS_MAKS {
                    return None;
                }
            }
            Some(())
        };
        tokio::time::timeout(HABIS, habis).await.ok().flatten()?;
        let mut t = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let utuh = t.penjaga.letak == Letak::Akhir;
        t.penjaga.kutip.take().filter(|k| utuh && !k.lebih).map(|k| k.isian)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_known_from_a_file() {
        let satu = |kepala: &str| nama(kepala.as_bytes());
        assert_eq!(satu("Content-Disposition: form-data; name=\"uraian\""), Some(("uraian".into(), None)));
        assert_eq!(satu("content-type: text/plain\r\ncontent-disposition: form-data; name=\"a\""), Some(("a".into(), None)));
        let berkas =
            |nama: &str| format!("Content-Disposition: form-data; name=\"b\"; filename=\"{nama}\"\r\nContent-Type: application/pdf");
        assert_eq!(satu(&berkas("a.pdf")), Some(("b".into(), Some("a.pdf".into()))));
        assert_eq!(satu(&berkas("")), Some(("b".into(), Some(String::new()))));
        assert_eq!(satu("Content-Type: text/plain"), None);
    }
}
