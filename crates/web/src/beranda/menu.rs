//! The main menu: which places a role is led to, and from which width of the screen on each stands in the row. It only shows the
//! way; whether someone may go there is decided by the route (`rute::Akses`) and by the store.

use store::{hak::Pelaku, peran::Peran};

use crate::bahasa::Bahasa;

pub struct Butir {
    pub jalur: &'static str,
    pub nama: String,
    /// Whether the page shown lies in this part.
    pub aktif: bool,
    /// Where it stands when the row is shown.
    pub letak: Letak,
}

/// From which width on an entry has room in the row; below it the entry is under "more". An entry has the same place on every
/// page, so that nobody has to look for it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letak {
    Selalu,
    Sedang,
    Lebar,
    Lainnya,
}

impl Letak {
    /// Class of the entry in the row.
    #[must_use]
    pub fn baris(self) -> &'static str {
        match self {
            Self::Selalu => "",
            Self::Sedang => "menu__dari-64",
            Self::Lebar => "menu__dari-80",
            Self::Lainnya => "menu__tidak",
        }
    }

    /// Class of the entry under "more".
    #[must_use]
    pub fn lainnya(self) -> &'static str {
        match self {
            Self::Selalu => "menu__tidak",
            Self::Sedang => "menu__sampai-64",
            Self::Lebar => "menu__sampai-80",
            Self::Lainnya => "",
        }
    }
}

/// Widths at which the row changes (48, 64 and 80 rem, as in the style), and the room for entries there, in hundredths of rem.
const RUANG: [(Letak, usize); 3] = [(Letak::Selalu, 4_450), (Letak::Sedang, 6_000), (Letak::Lebar, 6_900)];

/// About what a name takes with its space around it, in the widest font that browsers choose (DejaVu Sans, bold). A little too much is
/// right: a row that breaks looks worse than a short one.
fn lebar(nama: &str) -> usize {
    150 + 66 * nama.chars().count()
}

/// Puts each entry where there is room, in the order they have; `lainnya` is the word for the rest.
fn letakkan(butir: &mut [Butir], lainnya: &str) {
    let semua: usize = butir.iter().map(|b| lebar(&b.nama)).sum();
    for (letak, ruang) in RUANG.into_iter().rev() {
        let ruang = if semua <= ruang { ruang } else { ruang - lebar(lainnya) - 120 };
        let mut terpakai = 0;
        for b in butir.iter_mut() {
            terpakai += lebar(&b.nama);
            if terpakai <= ruang {
                b.letak = letak;
            }
        }
    }
}

/// Class of "more" itself: it goes where nothing is left for it. `None` without any.
#[must_use]
pub fn lainnya(butir: &[Butir]) -> Option<&'static str> {
    butir.iter().map(|b| b.letak).max().filter(|l| *l != Letak::Selalu).map(Letak::lainnya)
}

/// For whom an entry is shown, what is used most first; an empty list: everyone signed in.
const SEMUA: &[(&str, &str, &[Peran])] = &[
    ("/", "umum-menu-beranda", &[]),
    ("/periode", "umum-menu-periode", &[Peran::Penyelenggara, Peran::Penanggungjawab, Peran::Pembina, Peran::Nasional, Peran::Auditor]),
    ("/lapangan", "lapangan-judul", &[Peran::Evaluator]),
    ("/nasional", "nasional-rekap-menu", &[Peran::Nasional]),
    (
        "/peringkat-nasional",
        "nasional-menu",
        &[Peran::Nasional, Peran::Pembina, Peran::Penanggungjawab, Peran::Penyelenggara, Peran::Auditor],
    ),
    ("/penyerahan", "serah-menu", &[Peran::Nasional]),
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
    ("/berkas", "permohonan-menu", &[Peran::MppKepala, Peran::MppDepan, Peran::Pelaksana]),
    ("/kasir", "bayar-kasir-menu", &[Peran::Kasir]),
    ("/aduan", "aduan-menu", &[Peran::Penghubung, Peran::UnitOperator, Peran::UnitKepala]),
    ("/aduan/eskalasi", "aduan-naik-menu", &[Peran::Penyelenggara, Peran::Pembina]),
    ("/edisi", "edisi-menu", &[Peran::Nasional, Peran::Penyelenggara]),
    ("/admin/pengguna", "umum-menu-pengguna", &[Peran::Admin]),
    ("/admin/instansi", "umum-menu-instansi", &[Peran::Admin]),
    ("/admin/keamanan", "langkah-menu", &[Peran::Admin]),
    ("/admin/berkas", "berkas-menu", &[Peran::Admin]),
    ("/admin/kunci", "kunci-menu", &[Peran::Admin]),
    ("/admin/token", "token-menu", &[Peran::Admin]),
    ("/admin/data-pribadi", "pdp-menu", &[Peran::Admin, Peran::Auditor]),
    ("/admin/audit", "umum-menu-audit", &[Peran::Admin, Peran::Auditor]),
    ("/hasil", "umum-menu-hasil", &[]),
    ("/hasil-skm", "hasilskm-menu", &[]),
    ("/periksa-skm", "hasilskm-menu-periksa", &[]),
];

const TAMU: [(&str, &str); 8] = [
    ("/cari", "cari-menu"),
    ("/mal", "mpp-menu"),
    ("/pengaduan", "pengaduan-menu"),
    ("/hasil", "umum-menu-hasil"),
    ("/hasil-skm", "hasilskm-menu"),
    ("/instansi", "umum-menu-instansi"),
    ("/peringkat-nasional", "umum-menu-peringkat"),
    ("/verifikasi", "umum-menu-verifikasi"),
];

/// The menu of a person, or of a visitor.
#[must_use]
pub fn menu(bahasa: Bahasa, pelaku: Option<&Pelaku>, jalur: &str) -> Vec<Butir> {
    // The board of malls belongs to the malls, wherever its address stands.
    let jalur = if jalur.starts_with("/nasional/mpp") { "/mpp" } else { jalur };
    let butir = |jalur_butir: &'static str, kunci| Butir {
        jalur: jalur_butir,
        nama: bahasa.s(kunci),
        aktif: jalur.strip_prefix(jalur_butir).is_some_and(|sisa| sisa.is_empty() || (jalur_butir != "/" && sisa.starts_with('/'))),
        letak: Letak::Lainnya,
    };
    let mut semua: Vec<Butir> = match pelaku {
        None => TAMU.iter().map(|(jalur, kunci)| butir(jalur, kunci)).collect(),
        Some(p) => SEMUA
            .iter()
            .filter(|(_, _, peran)| peran.is_empty() || peran.iter().any(|r| p.punya(*r)))
            .map(|(jalur, kunci, _)| butir(jalur, kunci))
            .collect(),
    };
    letakkan(&mut semua, &bahasa.s("umum-menu-lainnya"));
    semua
}

/// The first part of a path, which is also the default place in the guide.
#[must_use]
pub fn bagian(jalur: &str) -> &str {
    jalur.split('/').find(|s| !s.is_empty()).unwrap_or("beranda")
}

/// First parts of the paths that serve citizens, before the counter and behind it. The rest is the evaluation of services.
const PELAYANAN: [&str; 21] = [
    "aduan",
    "antre",
    "bayar",
    "beranda",
    "berkas",
    "cari",
    "gerai",
    "kasir",
    "kios",
    "konsultasi",
    "layanan",
    "mal",
    "mpp",
    "papan",
    "pelayanan",
    "pengaduan",
    "pengumuman",
    "permohonan",
    "pesan",
    "pesanan",
    "tiket",
];

/// Whether a page is about services rather than their evaluation.
#[must_use]
pub fn pelayanan(jalur: &str) -> bool {
    PELAYANAN.contains(&bagian(jalur))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn daftar(nama: &[&str]) -> Vec<Butir> {
        let mut semua: Vec<Butir> =
            nama.iter().map(|n| Butir { jalur: "/", nama: (*n).to_owned(), aktif: false, letak: Letak::Lainnya }).collect();
        letakkan(&mut semua, "Lainnya");
        semua
    }

    #[test]
    fn a_short_menu_stands_in_the_row_at_every_width() {
        let semua = daftar(&["Beranda", "Periode", "Survei", "Hasil"]);
        assert!(semua.iter().all(|b| b.letak == Letak::Selalu));
        assert_eq!(lainnya(&semua), None);
    }

    #[test]
    fn a_long_menu_keeps_its_order_and_loses_nothing() {
        let semua = daftar(&["Validasi mandiri"; 14]);
        assert!(semua.windows(2).all(|x| x[0].letak <= x[1].letak), "in the order of the list");
        assert_eq!((semua[0].letak, semua[13].letak), (Letak::Selalu, Letak::Lainnya));
        assert_eq!(lainnya(&semua), Some(""), "shown at every width");
        for (letak, ruang) in RUANG {
            let baris: usize = semua.iter().filter(|b| b.letak <= letak).map(|b| lebar(&b.nama)).sum();
            assert!(baris + lebar("Lainnya") <= ruang, "{letak:?}: {baris}");
        }
    }

    #[test]
    fn a_page_is_about_services_or_about_their_evaluation() {
        assert!(pelayanan("/") && pelayanan("/mal/kutai-timur") && pelayanan("/gerai/1/antrean") && pelayanan("/aduan"));
        assert!(!pelayanan("/hasil") && !pelayanan("/lokus/1/f01") && !pelayanan("/nasional/mpp"));
    }

    #[test]
    fn what_fits_on_a_desk_needs_no_more_there() {
        let semua = daftar(&["Beranda", "Periode", "Survei", "Penghargaan", "Layanan", "Hasil evaluasi", "Hasil survei"]);
        assert_eq!(lainnya(&semua), Some("menu__sampai-64"));
    }
}
