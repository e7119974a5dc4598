//! SKM rounds for officers (`/survei`): opening, sharing, watching, paper, import, quality. The citizen's page is
//! `crate::survei`; what a result means is computed by the crate `skm`.

pub mod banding;
pub mod baru;
pub mod daftar;
pub mod ekspor;
pub mod hasil;
pub mod impor;
mod isian;
pub mod kertas;
pub mod kuesioner;
pub mod langsung;
pub mod laporan;
pub mod mutu;
pub mod penerbitan;
pub mod penutupan;
pub mod poster;
pub mod pratinjau;
pub mod profil;
pub mod rekap;
pub mod ringkasan;
pub mod sajian;
pub mod saran;
pub mod silang;
pub mod tab;
pub mod tautan;
pub mod tindak_lanjut;
pub mod ubah;
pub mod unduh;

use jiff::civil::Date;
use store::{
    Waktu,
    peran::Peran,
    skm::{KeadaanRonde, RondeSkm},
};

use crate::{
    AppState,
    komponen::Nada,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

/// Who reads rounds in their scope.
pub const PEMBACA: Akses = Akses::Peran(&[
    Peran::UnitOperator,
    Peran::UnitKepala,
    Peran::Penyelenggara,
    Peran::Penanggungjawab,
    Peran::Pembina,
    Peran::Nasional,
    Peran::Auditor,
]);

/// Who runs rounds in their scope.
pub const PENGELOLA: Akses = Akses::Peran(&[Peran::UnitOperator, Peran::UnitKepala, Peran::Penyelenggara]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    daftar::rute(d);
    rekap::rute(d);
    baru::rute(d);
    ringkasan::rute(d);
    langsung::rute(d);
    ubah::rute(d);
    penutupan::rute(d);
    poster::rute(d);
    kuesioner::rute(d);
    tautan::rute(d);
    kertas::rute(d);
    impor::rute(d);
    mutu::rute(d);
    hasil::rute(d);
    silang::rute(d);
    banding::rute(d);
    unduh::rute(d);
    ekspor::rute(d);
    tindak_lanjut::rute(d);
    penerbitan::rute(d);
    laporan::rute(d);
    saran::rute(d);
}

/// What every page about a round sets: ILUSTRASI, the office's time zone, the place in the guide.
#[must_use]
pub fn konteks(k: Konteks, r: &RondeSkm) -> Konteks {
    k.ilustrasi(r.ilustrasi).zona(&r.zona).bantuan("survei")
}

/// Colour and catalogue key of a state.
#[must_use]
pub fn lencana(keadaan: KeadaanRonde) -> (Nada, &'static str) {
    match keadaan {
        KeadaanRonde::Dijadwalkan => (Nada::Info, "skm-keadaan-dijadwalkan"),
        KeadaanRonde::Berjalan => (Nada::Baik, "skm-keadaan-berjalan"),
        KeadaanRonde::Selesai => (Nada::Netral, "skm-keadaan-selesai"),
        KeadaanRonde::Ditutup => (Nada::Perhatian, "skm-keadaan-ditutup"),
    }
}

/// `1 Januari 2026 – 30 Juni 2026`, and what was planned where it was closed before.
#[must_use]
pub fn kurun(k: &Konteks, r: &RondeSkm) -> String {
    let akhir = r.akhir();
    rentang(k, &r.mulai, &akhir, (akhir != r.sampai).then_some(&r.sampai))
}

/// The days on which answers were taken; `rencana`: the planned last one, where it was another.
#[must_use]
pub fn rentang(k: &Konteks, mulai: &str, sampai: &str, rencana: Option<&String>) -> String {
    let (mulai, sampai) = (k.hari(mulai), k.hari(sampai));
    match rencana {
        None => k.a("skm-kurun", [("mulai", mulai.into()), ("sampai", sampai.into())]),
        Some(r) => k.a("skm-kurun-awal", [("mulai", mulai.into()), ("sampai", sampai.into()), ("rencana", k.hari(r).into())]),
    }
}

/// Today in the time zone of the round.
#[must_use]
pub fn hari_ini(app: &AppState, r: &RondeSkm) -> Date {
    let kini: Waktu = app.store.sekarang();
    kini.hari(&r.zona)
}

/// Address of the survey as it stands in the QR code, and as a person types it.
#[must_use]
pub fn alamat(app: &AppState, r: &RondeSkm) -> (String, String) {
    let url = format!("{}/skm/{}", app.konfig.alamat, r.token);
    let pendek = crate::format::alamat_pendek(&url);
    (url, pendek)
}

/// How long answering takes: about five seconds a question and a quarter of a minute for the rest.
#[must_use]
pub fn lama(k: &Konteks, pertanyaan: usize) -> String {
    let detik = pertanyaan * 5 + 15;
    if detik <= 60 { k.s("skm-lama-semenit") } else { k.jumlah("skm-lama-menit", detik.div_ceil(60)) }
}
