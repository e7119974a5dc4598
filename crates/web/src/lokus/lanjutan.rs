//! What the pages after a result share: their tabs, the words of a status, the names of indicators, the deadline.
//! No page of its own.

use askama::{Template, filters::HtmlSafe};
use jiff::civil::Date;
use pekppp::{
    Edisi, Pecahan,
    fase::{BatasTindakLanjut, DasarBatas},
};
use store::{
    StoreError,
    hak::AksesLokus,
    lokus::Lokus,
    persiapan::benturan,
    tindak_lanjut::{Butir, Status, Tenggat},
};

use crate::{AppState, error::Hasil, komponen::Nada, konteks::Konteks};

/// Tabs of the pages after a result.
#[derive(Template)]
#[template(path = "lokus/lanjutan.html")]
pub struct Tab<'a> {
    k: &'a Konteks,
    l: &'a Lokus,
    tab: &'static str,
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    #[must_use]
    pub fn baru(k: &'a Konteks, l: &'a Lokus, tab: &'static str) -> Self {
        Self { k, l, tab }
    }

    fn pemantauan(&self) -> bool {
        self.l.aturan().is_ok_and(|a| !a.dinilai)
    }
}

#[must_use]
pub fn konteks(k: Konteks, l: &Lokus) -> Konteks {
    k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("tindak-lanjut")
}

/// Today where the unit is.
#[must_use]
pub fn hari_ini(app: &AppState, l: &Lokus) -> Date {
    app.store.sekarang().hari(&l.zona)
}

/// Whether an evaluator reads this who has to declare first if there is a conflict of interest: in pemantauan, where no sheet asks for it.
pub async fn nyatakan(app: &AppState, a: &AksesLokus) -> Hasil<bool> {
    let Ok(hak) = a.evaluator() else { return Ok(false) };
    if a.lokus.aturan()?.dinilai {
        return Ok(false);
    }
    match benturan::harus_bebas(app.store.baca(), a.lokus.id, hak.pelaku().akun).await {
        Ok(()) => Ok(false),
        Err(StoreError::Keadaan(_)) => Ok(true),
        Err(e) => Err(e.into()),
    }
}

#[must_use]
pub fn status(s: Status) -> (Nada, &'static str) {
    match s {
        Status::BelumAdaRencana => (Nada::Netral, "tindaklanjut-status-belum"),
        Status::Direncanakan => (Nada::Info, "tindaklanjut-status-direncanakan"),
        Status::Berjalan => (Nada::Info, "tindaklanjut-status-berjalan"),
        Status::Diajukan => (Nada::Perhatian, "tindaklanjut-status-diajukan"),
        Status::Dikembalikan => (Nada::Bahaya, "tindaklanjut-status-dikembalikan"),
        Status::Diterima => (Nada::Baik, "tindaklanjut-status-diterima"),
    }
}

/// A word on the last day, where there is something to say.
#[must_use]
pub fn tenggat(b: &Butir, kini: Date) -> Option<(Nada, &'static str)> {
    match b.tenggat(kini) {
        Tenggat::Lewat => Some((Nada::Bahaya, "tindaklanjut-lewat")),
        Tenggat::Dekat => Some((Nada::Perhatian, "tindaklanjut-dekat")),
        Tenggat::Jauh | Tenggat::Tiada => None,
    }
}

#[must_use]
pub fn putusan(p: &str) -> (Nada, &'static str) {
    match p {
        "diterima" => (Nada::Baik, "tindaklanjut-putusan-diterima"),
        "sebagian" => (Nada::Perhatian, "tindaklanjut-putusan-sebagian"),
        _ => (Nada::Bahaya, "tindaklanjut-putusan-belum"),
    }
}

/// The deadline in a sentence, with what it rests on.
#[must_use]
pub fn batas(k: &Konteks, b: &BatasTindakLanjut) -> String {
    let kunci = match b.dasar {
        DasarBatas::Terdaftar => "tindaklanjut-batas-terdaftar",
        DasarBatas::Anggapan => "tindaklanjut-batas-anggapan",
        DasarBatas::Lewat => "tindaklanjut-batas-sesudah",
    };
    k.a(kunci, [("batas", k.tanggal(&b.batas).into()), ("mulai", k.tanggal(&b.mulai_berikut).into())])
}

/// The name of an indicator; its code where the edition does not know it.
#[must_use]
pub fn nama(edisi: &Edisi, kode: &str) -> String {
    edisi.cari_indikator(kode).map_or_else(|| kode.to_owned(), |i| i.nama.clone())
}

/// Where an indicator stands in the form.
#[must_use]
pub fn urut(edisi: &Edisi, kode: &str) -> usize {
    edisi.semua_indikator().position(|i| i.kode == kode).unwrap_or(usize::MAX)
}

/// A settled score: whole, or with two decimals.
#[must_use]
pub fn skor(k: &Konteks, n: &Pecahan) -> String {
    if n.angka_desimal() == Some(0) { n.to_string() } else { k.angka(n.tampil(2)) }
}
