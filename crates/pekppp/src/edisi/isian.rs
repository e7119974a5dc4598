//! One F01 field as the edition declares it.
//!
//! Lives here: the declaration (kind, options, visibility). Must not live here: answers (`f01`).

use serde::Serialize;

use crate::{pecahan::Pecahan, syarat::Syarat};

/// The reserved option "none of these": excludes the others and is never counted. Without it an
/// empty multiple choice could not be told from one that was not answered.
pub const OPSI_KOSONG: &str = "tidak_ada";

/// A question of F01.
#[derive(Debug, Clone, PartialEq)]
pub struct Bidang {
    /// Unique within its indicator; stable, since stored answers are bound to it.
    pub kunci: String,
    /// The question as a person reads it.
    pub pertanyaan: String,
    /// How to answer, where that is not plain.
    pub bantuan: Option<String>,
    pub jenis: JenisBidang,
    /// An optional field never makes an indicator incomplete.
    pub wajib: bool,
    /// Shown only when this holds; over fields of the same indicator.
    pub tampil_jika: Option<Syarat>,
}

/// What kind of answer a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum JenisBidang {
    YaTidak,
    /// A whole number, bounds inclusive.
    Bulat {
        min: i64,
        maks: i64,
    },
    /// A decimal number, bounds inclusive.
    Desimal {
        min: Pecahan,
        maks: Pecahan,
    },
    /// 0..=100, decimals allowed.
    Persen,
    Teks {
        maks_huruf: u32,
    },
    Tanggal,
    Pilihan {
        opsi: Vec<Opsi>,
    },
    /// See [`OPSI_KOSONG`] for "none of these".
    Ganda {
        opsi: Vec<Opsi>,
    },
}

/// A choice with a stable key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opsi {
    pub kunci: String,
    pub label: String,
}

impl Bidang {
    /// The options of a single or multiple choice; empty for other kinds.
    #[must_use]
    pub fn opsi(&self) -> &[Opsi] {
        match &self.jenis {
            JenisBidang::Pilihan { opsi } | JenisBidang::Ganda { opsi } => opsi,
            _ => &[],
        }
    }

    #[must_use]
    pub fn label_opsi(&self, kunci: &str) -> Option<&str> {
        self.opsi().iter().find(|o| o.kunci == kunci).map(|o| o.label.as_str())
    }
}
