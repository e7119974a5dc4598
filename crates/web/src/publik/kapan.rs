//! In words, on which days officers come to a gerai by invitation: the same on pages, sheets and posters, and in records.

use jiff::civil::Date;
use store::pesanan::Undang;

use crate::{bahasa::Bahasa, mpp::pesanan::kata};

/// So many days are named.
const HARI: usize = 6;

/// "Petugas hanya hadir pada Kamis, 3 Desember 2026."
#[must_use]
pub(crate) fn kalimat(bahasa: Bahasa, hari: &[Date]) -> String {
    if hari.is_empty() {
        return bahasa.s("pesanan-hadir-umum");
    }
    let mut nama: Vec<String> = hari.iter().take(HARI).map(|h| kata::hari(bahasa, *h)).collect();
    if hari.len() > HARI {
        nama.push(bahasa.s("pesanan-hadir-lagi"));
    }
    bahasa.a("pesanan-hadir-hari", [("hari", nama.join("; ").into())])
}

/// One line for each gerai, with its mall.
#[must_use]
pub(crate) fn baris(bahasa: Bahasa, semua: &[Undang]) -> Vec<String> {
    let satu = |(t, hari): &Undang| {
        let isi = [("mpp", t.mpp.as_str().into()), ("gerai", t.gerai_kode.as_str().into()), ("kapan", kalimat(bahasa, hari).into())];
        bahasa.a("pesanan-hadir-di", isi)
    };
    semua.iter().map(satu).collect()
}
