//! Reading the class that a report claims and judging it against the number.

use pecahan::Pecahan;

use super::{AngkaTercetak, Kekeliruan, Temuan};
use crate::{edisi::Edisi, hasil::kelas};

/// `"A"`, `"b"`, `"B (Baik)"`, `"Sangat Baik"`, `"Cukup"` (some units write it for C) as the class of the edition.
pub(super) fn baca<'a>(edisi: &'a Edisi, teks: &str) -> Option<&'a str> {
    let teks = teks.trim().to_lowercase();
    let awal = teks.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let cocok = |k: &&crate::edisi::Kategori| awal == k.mutu.to_lowercase() || teks == k.kinerja.to_lowercase();
    let ketemu = edisi.kategori.iter().find(cocok).map(|k| k.mutu.as_str());
    ketemu.or_else(|| (teks == "cukup" || teks == "cukup baik").then_some("C").filter(|c| edisi.kategori.iter().any(|k| k.mutu == *c)))
}

/// The class against the number it stands beside. `lain`: other numbers of the same report (index times factor,
/// recomputed IKM), since a label may belong to one of them; `lama`: editions with other bounds.
pub(super) fn periksa(edisi: &Edisi, mutu: &str, ikm: &AngkaTercetak, lain: &[Pecahan], lama: &[&Edisi]) -> Temuan {
    let seharusnya = kelas(edisi, &ikm.nilai).0;
    if seharusnya == mutu {
        return Temuan::Tepat;
    }
    let (bawah, atas) = ikm.rentang();
    // Only a number printed with fewer decimals than the rule has can hide another class.
    if ikm.desimal < edisi.penilaian.ikm_desimal && [bawah, atas].iter().any(|ujung| kelas(edisi, ujung).0 == mutu) {
        return Temuan::DalamPembulatan;
    }
    let mutu = mutu.to_owned();
    if let Some(dari) = lain.iter().find(|x| kelas(edisi, x).0 == mutu) {
        let dari = dari.dibulatkan(edisi.penilaian.ikm_desimal);
        return Temuan::Keliru(Kekeliruan::MutuDariAngkaLain { mutu, dari, seharusnya });
    }
    if let Some(e) = lama.iter().find(|e| kelas(e, &ikm.nilai).0 == mutu) {
        return Temuan::Keliru(Kekeliruan::MutuAmbangLama { mutu, edisi: e.id.clone(), seharusnya });
    }
    Temuan::Keliru(Kekeliruan::MutuTidakSesuai { mutu, seharusnya })
}
