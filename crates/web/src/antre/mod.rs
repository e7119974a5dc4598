//! `/antre/{mpp}`: citizens take a queue number on their phone, without an account and without saying who they are.

mod ambil;
mod lihat;

use axum::http::HeaderMap;
use store::{
    antrean::{self, Tiket},
    mpp::{self, Mpp},
};

use crate::{AppState, error::Hasil, konteks::Konteks, kuki, rute::Daftar};

pub(crate) use ambil::OpsiPrioritas;

pub fn rute(d: &mut Daftar) {
    lihat::rute(d);
    ambil::rute(d);
}

/// Codes of the numbers that a browser holds, the newest first.
const KUKI: &str = "antrean";
const PEGANG: usize = 6;
/// A working day.
const UMUR: u64 = 12 * 3600;

/// The hall behind a code, and the page's frame.
pub(crate) async fn buka(app: &AppState, k: Konteks, kode: &str) -> Hasil<(Mpp, Konteks)> {
    let m = mpp::dari_kode(app.store.baca(), kode).await?;
    let k = k.ilustrasi(m.ilustrasi == 1).zona(&m.zona).bantuan("antrean");
    Ok((m, k))
}

/// Numbers of this hall that the browser holds and that are not over.
async fn dipegang(app: &AppState, headers: &HeaderMap, m: &Mpp) -> Hasil<Vec<Tiket>> {
    let mut semua = Vec::new();
    let hari = app.store.sekarang().hari(&m.zona).to_string();
    for kode in kuki::baca(headers, KUKI).unwrap_or_default().split('.').take(PEGANG) {
        if let Ok(t) = antrean::dari_kode(app.store.baca(), kode).await
            && t.mpp_id == m.unit_id
            && t.tanggal == hari
            && !t.berakhir()
        {
            semua.push(t);
        }
    }
    Ok(semua)
}

/// The cookie with one more number.
fn pegang(headers: &HeaderMap, t: &Tiket, aman: bool) -> Option<axum::http::HeaderValue> {
    let lama = kuki::baca(headers, KUKI).unwrap_or_default();
    let sah = |k: &&str| !k.is_empty() && *k != t.kode && k.bytes().all(|b| b.is_ascii_alphanumeric());
    let semua: Vec<&str> = std::iter::once(t.kode.as_str()).chain(lama.split('.').filter(sah)).take(PEGANG).collect();
    kuki::tulis(KUKI, &semua.join("."), Some(UMUR), aman)
}
