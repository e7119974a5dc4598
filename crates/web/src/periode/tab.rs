//! The parts of a period in the order of its four phases: one table for every page of a period, and [`Tab`] for the pages whose own
//! `p` is something else than the period. Who may do what on a part is decided there.

use askama::{Template, filters::HtmlSafe};
use pekppp::{Skema, skema::Pengatur};
use store::{
    peran::{Lingkup, Peran},
    periode::Periode,
};

use crate::konteks::Konteks;

#[derive(Template)]
#[template(path = "periode/kepala.html")]
pub(super) struct Tab<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
}

/// Parts of one phase.
pub(crate) struct Kelompok {
    /// Catalogue key of the phase; `None` for the overview.
    pub kunci: Option<&'static str>,
    pub bagian: Vec<Bagian>,
}

/// A part: its name among the tabs (also the end of its path, but for the overview) and its catalogue key.
pub(crate) struct Bagian {
    pub tab: &'static str,
    pub kunci: &'static str,
}

impl Bagian {
    pub fn jalur(&self, p: &Periode) -> String {
        if self.tab == "ringkasan" { format!("/periode/{}", p.id) } else { format!("/periode/{}/{}", p.id, self.tab) }
    }
}

type Baris = (Option<&'static str>, &'static [(&'static str, &'static str)]);

/// The phases as the regulation names them, in short.
const SEMUA: [Baris; 5] = [
    (None, &[("ringkasan", "periode-tab-ringkasan")]),
    (
        Some("periode-tab-persiapan"),
        &[("persiapan", "periode-tab-kesiapan"), ("evaluator", "periode-tab-evaluator"), ("sk", "periode-tab-sk-pendek")],
    ),
    (Some("periode-tab-pelaksanaan"), &[("hak-jawab", "hak-jawab-judul"), ("kesepakatan", "periode-tab-kesepakatan")]),
    (
        Some("periode-tab-penyampaian"),
        &[
            ("berita-acara", "ba-judul"),
            ("lhe", "lhe-massal-tab"),
            ("penyerahan", "serah-tab"),
            ("tindak-lanjut", "periode-tab-tindak-lanjut"),
        ],
    ),
    (
        Some("periode-tab-pemeringkatan"),
        &[("peringkat", "umum-menu-peringkat"), ("penerbitan", "peringkat-penerbitan-judul"), ("penghargaan", "penghargaan-tab")],
    ),
];

impl Konteks {
    /// The parts of a period that this reader is led to: those that its scheme has, and no group without any.
    pub(crate) fn bagian_periode(&self, p: &Periode) -> Vec<Kelompok> {
        let dinilai = Skema::dari_kunci(&p.skema).is_none_or(|s| s.aturan().dinilai);
        let tampak = |tab: &str| match tab {
            "kesepakatan" | "berita-acara" | "lhe" => dinilai && self.mengatur(p),
            "penyerahan" => self.diserahkan(&p.skema),
            "hak-jawab" | "peringkat" | "penerbitan" | "penghargaan" => dinilai,
            _ => true,
        };
        let satu = |(kunci, isi): &Baris| {
            let bagian = isi.iter().filter(|(tab, _)| tampak(tab)).map(|(tab, kunci)| Bagian { tab, kunci }).collect();
            Kelompok { kunci: *kunci, bagian }
        };
        SEMUA.iter().map(satu).filter(|g| !g.bagian.is_empty()).collect()
    }

    /// Whether the reader runs the period, so that links to the organiser's pages are shown; the right itself is the store's.
    pub(crate) fn mengatur(&self, p: &Periode) -> bool {
        let nasional = self.kementerian && Skema::dari_kunci(&p.skema).is_some_and(|s| s.aturan().pengatur != Pengatur::Instansi);
        self.pelaku.as_ref().is_some_and(|x| {
            let milik = Lingkup::Instansi(p.instansi_id);
            x.peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == milik) || (nasional && x.punya(Peran::Nasional))
        })
    }
}

impl HtmlSafe for Tab<'_> {}

impl<'a> Tab<'a> {
    #[must_use]
    pub(super) fn baru(k: &'a Konteks, p: &'a Periode, tab: &'static str) -> Self {
        Self { k, p, tab }
    }
}
