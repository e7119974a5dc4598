//! What is asked before a decision of the head that meets somebody, in words.

use super::jam::{Apa, Tanya};
use crate::{konteks::Konteks, mpp::pesanan::kata};

/// Each kind of people whom it meets: how many, and what becomes of them.
pub(super) fn akibat(k: &Konteks, t: &Tanya) -> Vec<(String, String)> {
    let n = t.kena;
    let nomor = (n.nomor > 0).then(|| (k.jumlah("antrean-jam-tanya-nomor", n.nomor), k.s("antrean-jam-tanya-nomor-isi")));
    let luput = (n.luput > 0).then(|| (k.jumlah("antrean-jam-tanya-luput", n.luput), k.s("antrean-jam-tanya-luput-isi")));
    let pesanan = (n.pesanan > 0).then(|| {
        let kunci = if t.apa == Apa::Tarik { "antrean-tarik-tanya" } else { "antrean-jam-tanya" };
        let isi = [("jumlah", n.pesanan.into()), ("hari", kata::hari(k.bahasa, t.hari).into())];
        (k.a(kunci, isi), k.s("antrean-jam-tanya-isi"))
    });
    [nomor, luput, pesanan].into_iter().flatten().collect()
}
