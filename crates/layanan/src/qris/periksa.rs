//! What a payload must hold: EMVCo's mandatory objects and those that QRIS fixes (rupiah, Indonesia).

use super::{
    nilai::Nominal,
    salah::SalahQris,
    tlv::{Butir, baca_butir},
};

/// Checks every object that has a rule; the checksum is the caller's matter.
pub(super) fn periksa(butir: &[Butir]) -> Result<(), SalahQris> {
    let awal = butir.first().is_some_and(|b| b.tanda == 0 && b.isi == "01");
    if !awal {
        return Err(SalahQris::Awal);
    }
    for wajib in [52, 53, 58, 59, 60] {
        if !butir.iter().any(|b| b.tanda == wajib) {
            return Err(SalahQris::TidakAda(wajib));
        }
    }
    if !butir.iter().any(|b| (2..=51).contains(&b.tanda)) {
        return Err(SalahQris::TidakAda(51));
    }
    butir.iter().try_for_each(satu)?;
    tip(butir)
}

fn satu(b: &Butir) -> Result<(), SalahQris> {
    let isi = b.isi.as_str();
    let angka = isi.bytes().all(|b| b.is_ascii_digit());
    let harus = |baik: bool, harap| if baik { Ok(()) } else { Err(SalahQris::isi(b.tanda, isi, harap)) };
    match b.tanda {
        1 => harus(isi == "11" || isi == "12", "11 (statis) atau 12 (dinamis)"),
        // Templates: the account of the merchant and what is added to the bill.
        26..=51 => {
            let dalam = bertingkat(b)?;
            harus(dalam.iter().any(|d| d.tanda == 0), "pengenal penerbit pada tanda 00 di dalamnya")
        }
        62 => bertingkat(b).map(|_| ()),
        52 => harus(isi.len() == 4 && angka, "empat angka jenis usaha"),
        53 => harus(isi == "360", "360 (rupiah)"),
        54 | 56 => Nominal::baca(isi).map(|_| ()),
        55 => harus(matches!(isi, "01" | "02" | "03"), "01, 02, atau 03"),
        57 => harus(persen(isi).is_some(), "persen 0.01 sampai 99.99"),
        58 => harus(isi == "ID", "ID"),
        59 => harus(isi.len() <= 25, "paling banyak 25 huruf"),
        60 => harus(isi.len() <= 15, "paling banyak 15 huruf"),
        61 => harus(isi.len() <= 10, "paling banyak 10 huruf"),
        _ => Ok(()),
    }
}

pub(super) fn bertingkat(b: &Butir) -> Result<Vec<Butir>, SalahQris> {
    baca_butir(&b.isi).map_err(|e| SalahQris::DiDalam { tanda: b.tanda, salah: Box::new(e) })
}

/// Hundredths of a percent: `5` and `5.00` give 500.
pub(super) fn persen(isi: &str) -> Option<u16> {
    let (bulat, pecahan) = isi.split_once('.').unwrap_or((isi, "0"));
    let angka = |t: &str| (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    if !angka(bulat) || !angka(pecahan) {
        return None;
    }
    let pecahan: u16 = format!("{pecahan:0<2}").parse().ok()?;
    bulat.parse::<u16>().ok().map(|b| b * 100 + pecahan).filter(|p| *p > 0)
}

/// 55 = 01 asks the payer, 02 goes with a fixed 56, 03 with a percentage 57; nothing else.
fn tip(butir: &[Butir]) -> Result<(), SalahQris> {
    let ada = |t| butir.iter().any(|b| b.tanda == t);
    let cara = butir.iter().find(|b| b.tanda == 55).map(|b| b.isi.as_str());
    let baik = match cara {
        Some("02") => ada(56) && !ada(57),
        Some("03") => ada(57) && !ada(56),
        _ => !ada(56) && !ada(57),
    };
    if baik { Ok(()) } else { Err(SalahQris::Tip) }
}
