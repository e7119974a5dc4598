//! A scheme in words, made from its switches (`pekppp::skema`): what it does, what it leaves out, and how sure that is.

use pekppp::{
    Skema,
    skema::{Angka, Pengatur},
};

use crate::konteks::Konteks;

/// Who holds it and what it gives, in one or two sentences.
pub(crate) fn arti(k: &Konteks, s: Skema) -> String {
    let a = s.aturan();
    let pengatur = match a.pengatur {
        Pengatur::Nasional => "skema-oleh-nasional",
        Pengatur::Instansi => "skema-oleh-instansi",
        Pengatur::Keduanya => "skema-oleh-keduanya",
    };
    let angka = match a.angka {
        Angka::Nasional => "skema-memberi-nasional",
        Angka::Lokal => "skema-memberi-lokal",
        Angka::TidakAda => "skema-memberi-tidak",
    };
    let mut kalimat = vec![k.s(pengatur), k.s(angka)];
    // The ministry's two schemes differ in nothing but for whom they are.
    kalimat.extend(match s {
        Skema::Nasional => Some(k.s("skema-untuk-nasional")),
        Skema::Khusus => Some(k.s("skema-untuk-khusus")),
        Skema::Mandiri | Skema::Pemantauan => None,
    });
    if a.divalidasi_nasional {
        kalimat.push(k.s("skema-divalidasi"));
    }
    if a.unit_terdahulu {
        kalimat.push(k.s("skema-unit-terdahulu"));
    }
    kalimat.join(" ")
}

/// What a reader should know before he trusts the description.
pub(crate) fn kepastian(s: Skema) -> (&'static str, &'static str) {
    (s.aturan().sumber, s.aturan().kepastian)
}
