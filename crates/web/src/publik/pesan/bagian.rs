//! Choosing a day and a time: a list of days as links, the times of the chosen one as radio buttons. For a new booking and for
//! moving one.

use askama::{Template, filters::HtmlSafe};
use jiff::civil::Date;
use layanan::slot::{SalahPesan, Slot};
use store::pesanan::{Bahan, Tempat};

use crate::{formulir::Formulir, konteks::Konteks, mpp::pesanan::kata};

/// A day in the list.
struct Hari {
    tanggal: Date,
    nama: String,
    angka: String,
    /// Places left, or why there is none.
    sisa: Result<u32, String>,
    terpilih: bool,
}

#[derive(Template)]
#[template(path = "publik/pesan/hari.html")]
pub(super) struct DaftarHari<'a> {
    k: &'a Konteks,
    /// Address of the page, to which the day is added.
    jalur: String,
    hari: Vec<Hari>,
}

impl HtmlSafe for DaftarHari<'_> {}

impl<'a> DaftarHari<'a> {
    pub fn baru(k: &'a Konteks, jalur: String, bahan: &Bahan, pilih: Option<Date>) -> Self {
        let satu = |(tanggal, slot): (Date, Result<Vec<(Slot, u32)>, _>)| {
            let penuh = tanggal.to_string();
            let pendek = k.tanggal(&tanggal).replace(&format!(" {}", &penuh[..4]), "");
            let sisa = match slot {
                Ok(s) if s.is_empty() => Err(k.s("pesanan-tutup-lewat")),
                Ok(s) => Ok(s.iter().map(|(_, n)| n).sum()),
                Err(e) => Err(kata::tutup(k.bahasa, &e)),
            };
            Hari { tanggal, nama: kata::nama_hari(k.bahasa, tanggal.weekday()), angka: pendek, sisa, terpilih: pilih == Some(tanggal) }
        };
        Self { k, jalur, hari: bahan.hari().into_iter().map(satu).collect() }
    }
}

/// The day that the page opens with: the asked one, else the first with a place.
pub(super) fn hari_pilih(bahan: &Bahan, minta: Option<Date>) -> Option<Date> {
    let ada = |h: &Date| bahan.slot(*h).is_ok_and(|s| s.iter().any(|(_, n)| *n > 0));
    minta.filter(|h| (bahan.kini.date()..=bahan.terakhir()).contains(h)).or_else(|| bahan.hari().into_iter().map(|(h, _)| h).find(ada))
}

/// A time of the chosen day.
pub(super) struct Waktu {
    pub nilai: String,
    pub teks: String,
    pub sisa: u32,
    pub terpilih: bool,
}

#[derive(Template)]
#[template(path = "publik/pesan/waktu.html")]
pub(super) struct PilihWaktu<'a> {
    k: &'a Konteks,
    hari: String,
    waktu: Vec<Waktu>,
    salah: Option<String>,
    tutup: Option<String>,
}

impl HtmlSafe for PilihWaktu<'_> {}

impl<'a> PilihWaktu<'a> {
    pub fn baru(k: &'a Konteks, f: &Formulir, t: &Tempat, bahan: &Bahan, hari: Date) -> Self {
        let (slot, tutup) = match bahan.slot(hari) {
            Ok(s) if s.is_empty() => (s, Some(k.s("pesanan-tutup-lewat"))),
            Ok(s) => (s, None),
            Err(e) => (Vec::new(), Some(kata::tutup(k.bahasa, &e))),
        };
        let satu = |(s, sisa): (Slot, u32)| {
            let nilai = store::pesanan::pukul(s.mulai);
            Waktu {
                terpilih: sisa > 0 && f.nilai("mulai") == nilai,
                nilai,
                teks: format!("{}–{}", kata::pukul(k.bahasa, s.mulai), kata::pukul(k.bahasa, s.selesai)),
                sisa,
            }
        };
        let salah = f.salah("mulai").map(|s| s.teks(k.bahasa));
        Self { k, hari: format!("{} ({})", kata::hari(k.bahasa, hari), t.zona), waktu: slot.into_iter().map(satu).collect(), salah, tutup }
    }

    /// Whether anything can be chosen.
    pub fn ada(&self) -> bool {
        self.waktu.iter().any(|w| w.sisa > 0)
    }
}

/// Puts a refusal of the rules at its field.
pub(super) fn salahkan(f: &mut Formulir, e: &SalahPesan) {
    let (medan, kunci) = kata::salah(e);
    f.salahkan(medan, kunci);
}
