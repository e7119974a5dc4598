//! The main menu: which places a role is led to. It only shows the way; whether someone may go there is decided by the
//! route (`rute::Akses`) and by the store.

use store::{hak::Pelaku, peran::Peran};

pub struct Butir {
    pub jalur: &'static str,
    /// Catalogue key.
    pub kunci: &'static str,
    /// Whether the page shown lies in this part.
    pub aktif: bool,
}

/// For whom an entry is shown; an empty list: everyone signed in.
const SEMUA: &[(&str, &str, &[Peran])] = &[
    ("/", "umum-menu-beranda", &[]),
    (
        "/periode",
        "umum-menu-periode",
        &[Peran::Penyelenggara, Peran::Penanggungjawab, Peran::Pembina, Peran::Nasional, Peran::PihakLain, Peran::Auditor],
    ),
    (
        "/survei",
        "umum-menu-survei",
        &[
            Peran::UnitOperator,
            Peran::UnitKepala,
            Peran::Penyelenggara,
            Peran::Penanggungjawab,
            Peran::Pembina,
            Peran::Nasional,
            Peran::Auditor,
        ],
    ),
    (
        "/penghargaan",
        "penghargaan-menu",
        &[
            Peran::UnitOperator,
            Peran::UnitKepala,
            Peran::Penyelenggara,
            Peran::Penanggungjawab,
            Peran::Pembina,
            Peran::Nasional,
            Peran::Auditor,
        ],
    ),
    (
        "/layanan",
        "layanan-menu",
        &[
            Peran::UnitOperator,
            Peran::UnitKepala,
            Peran::Penyelenggara,
            Peran::Penanggungjawab,
            Peran::Pembina,
            Peran::Nasional,
            Peran::Auditor,
        ],
    ),
    (
        "/mpp",
        "mpp-menu",
        &[
            Peran::MppKepala,
            Peran::MppDepan,
            Peran::Pelaksana,
            Peran::Penyelenggara,
            Peran::Penanggungjawab,
            Peran::Nasional,
            Peran::Auditor,
        ],
    ),
    ("/aduan", "aduan-menu", &[Peran::Penghubung, Peran::UnitOperator, Peran::UnitKepala]),
    ("/lapangan", "lapangan-judul", &[Peran::Evaluator]),
    ("/penyerahan", "serah-menu", &[Peran::Nasional]),
    ("/edisi", "edisi-menu", &[Peran::Nasional, Peran::Penyelenggara]),
    ("/admin/pengguna", "umum-menu-pengguna", &[Peran::Admin]),
    ("/admin/instansi", "umum-menu-instansi", &[Peran::Admin]),
    ("/admin/kunci", "kunci-menu", &[Peran::Admin]),
    ("/admin/token", "token-menu", &[Peran::Admin]),
    ("/admin/audit", "umum-menu-audit", &[Peran::Admin, Peran::Auditor]),
    ("/hasil", "umum-menu-hasil", &[]),
    ("/nasional", "nasional-rekap-menu", &[Peran::Nasional]),
    ("/peringkat-nasional", "nasional-menu", &[Peran::Nasional]),
    ("/hasil-skm", "hasilskm-menu", &[]),
    ("/periksa-skm", "hasilskm-menu-periksa", &[]),
];

const TAMU: [(&str, &str); 7] = [
    ("/cari", "cari-menu"),
    ("/pengaduan", "pengaduan-menu"),
    ("/hasil", "umum-menu-hasil"),
    ("/hasil-skm", "hasilskm-menu"),
    ("/instansi", "umum-menu-instansi"),
    ("/peringkat", "umum-menu-peringkat"),
    ("/verifikasi", "umum-menu-verifikasi"),
];

/// The menu of a person, or of a visitor.
#[must_use]
pub fn menu(pelaku: Option<&Pelaku>, jalur: &str) -> Vec<Butir> {
    let butir = |jalur_butir: &'static str, kunci| Butir {
        jalur: jalur_butir,
        kunci,
        aktif: jalur.strip_prefix(jalur_butir).is_some_and(|sisa| sisa.is_empty() || (jalur_butir != "/" && sisa.starts_with('/'))),
    };
    match pelaku {
        None => TAMU.iter().map(|(jalur, kunci)| butir(jalur, kunci)).collect(),
        Some(p) => SEMUA
            .iter()
            .filter(|(_, _, peran)| peran.is_empty() || peran.iter().any(|r| p.punya(*r)))
            .map(|(jalur, kunci, _)| butir(jalur, kunci))
            .collect(),
    }
}

/// The first part of a path, which is also the default place in the guide.
#[must_use]
pub fn bagian(jalur: &str) -> &str {
    jalur.split('/').find(|s| !s.is_empty()).unwrap_or("beranda")
}
