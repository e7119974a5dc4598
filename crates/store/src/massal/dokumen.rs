//! What is made for all units of a period at once: of which units it is missing, which of them are ready for it, and under which names
//! it is queued and recorded.

use crate::{lokus::syarat::Capaian, persiapan::benturan};
use pekppp::Fase;

/// What one job does for each of its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dokumen {
    /// Makes the minutes of the result.
    BeritaAcara,
    /// Makes the report.
    Lhe,
    /// Conveys the newest report to the unit and the Penanggungjawab.
    LheSampai,
}

impl Dokumen {
    pub const SEMUA: [Self; 3] = [Self::BeritaAcara, Self::Lhe, Self::LheSampai];

    /// Kind of the job.
    #[must_use]
    pub const fn jenis(self) -> &'static str {
        match self {
            Self::BeritaAcara => "ba-massal",
            Self::Lhe => "lhe-massal",
            Self::LheSampai => "lhe-sampai",
        }
    }

    #[must_use]
    pub fn dari_jenis(jenis: &str) -> Option<Self> {
        Self::SEMUA.into_iter().find(|d| d.jenis() == jenis)
    }

    /// The audit events of asking for it and of calling it off.
    pub(super) const fn aksi(self) -> [&'static str; 2] {
        match self {
            Self::BeritaAcara => ["ba.massal", "ba.massal-batal"],
            Self::Lhe => ["lhe.massal", "lhe.massal-batal"],
            Self::LheSampai => ["penyampaian.massal", "penyampaian.massal-batal"],
        }
    }

    /// The phase that has to be open.
    pub(super) const fn fase(self) -> Option<Fase> {
        match self {
            Self::BeritaAcara | Self::Lhe => Some(Fase::Penyampaian),
            Self::LheSampai => None,
        }
    }

    /// Numbers that documents of the office `$1` bear, with the id of the document as `id`; of reports from older programs none is known.
    pub(super) const fn nomor(self) -> Option<&'static str> {
        match self {
            Self::BeritaAcara => Some(
                "SELECT d.id, d.nomor FROM berita_acara d JOIN lokus l ON l.id = d.lokus_id JOIN periode p ON p.id = l.periode_id
                 WHERE p.instansi_id = $1",
            ),
            Self::Lhe => Some(
                "SELECT d.id, d.nomor FROM lhe d JOIN lokus l ON l.id = d.lokus_id JOIN periode p ON p.id = l.periode_id
                 WHERE p.instansi_id = $1 AND d.nomor IS NOT NULL",
            ),
            Self::LheSampai => None,
        }
    }

    /// Where it is kept.
    pub(super) const fn tabel(self) -> &'static str {
        match self {
            Self::BeritaAcara => "berita_acara",
            Self::Lhe | Self::LheSampai => "lhe",
        }
    }

    /// The document `d` leaves its number to another one of the unit `$3`: minutes that were annulled, and an older version of the report.
    pub(super) const fn melepas(self) -> &'static str {
        match self {
            Self::BeritaAcara => "d.lokus_id = $3 AND EXISTS (SELECT 1 FROM berita_acara_batal b WHERE b.berita_acara_id = d.id)",
            Self::Lhe | Self::LheSampai => "d.lokus_id = $3",
        }
    }

    /// The unit `l` of the period `$1` lacks it.
    pub(super) fn belum(self) -> String {
        let [dasar, tercapai] = match self {
            Self::BeritaAcara => [Capaian::Hasil, Capaian::BeritaAcara],
            Self::Lhe => [Capaian::Hasil, Capaian::Lhe],
            Self::LheSampai => [Capaian::Lhe, Capaian::Disampaikan],
        };
        format!("{} AND NOT {}", dasar.sql(), tercapai.sql())
    }

    /// It is the next step of the unit `l`: it lacks it, and what comes before is done.
    pub(crate) fn giliran(self) -> String {
        match self {
            Self::BeritaAcara | Self::LheSampai => self.belum(),
            // What fewest units have comes first: the database asks in this order.
            Self::Lhe => format!("{} AND {}", Capaian::Bersegel.sql(), self.belum()),
        }
    }

    /// It can be made of the unit `l` with unit `u` in the period `p` on the day `$2`: its turn has come, and whose names stand on it are in
    /// office.
    pub(super) fn siap(self) -> String {
        let pj = dijabat("penanggungjawab", "r.instansi_id = p.instansi_id");
        match self {
            Self::BeritaAcara => {
                let unit = dijabat("unit-kepala", "(r.unit_id = u.id OR r.unit_id = u.induk_id)");
                format!("{} AND {unit} AND {pj}", evaluator())
            }
            Self::Lhe => format!("{} AND {pj}", Capaian::Bersegel.sql()),
            // The day is always bound, so it is always used.
            Self::LheSampai => "$2 <> ''".to_owned(),
        }
    }
}

/// Somebody can sign for the evaluators. As `berita_acara::calon` names them: who declared a conflict does not sign.
fn evaluator() -> String {
    format!(
        "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id
           WHERE g.lokus_id = l.id AND x.penugasan_id IS NULL AND {})",
        benturan::tanpa_milik("g.akun_id")
    )
}

/// An office that somebody holds on `$2`.
fn dijabat(peran: &str, di: &str) -> String {
    format!("EXISTS (SELECT 1 FROM peran r WHERE r.peran = '{peran}' AND {di} AND {})", crate::peran::menjabat("r", "$2"))
}
