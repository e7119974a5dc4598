//! Roles and their scopes (DESIGN section 2). A role without a scope does not exist.

pub(crate) mod cap;
mod masa;

use crate::{
    Hasil, Store, StoreError, Tx,
    akun::penjaga,
    audit,
    hak::Pelaku,
    id::{AkunId, InstansiId, PeranId, PeriodeId, UnitId},
    kueri::Kueri,
    nilai,
};
pub use masa::{JenisPengganti, Masa, Pengganti};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Role keys as in DESIGN section 2; `unit` is two, because the operator fills and the head approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Peran {
    Admin,
    Nasional,
    Penyelenggara,
    Penanggungjawab,
    Pembina,
    Evaluator,
    UnitOperator,
    UnitKepala,
    PihakLain,
    Auditor,
    /// Head of a Mal Pelayanan Publik.
    MppKepala,
    /// Front desk of a Mal Pelayanan Publik.
    MppDepan,
    /// Officer at a gerai.
    Pelaksana,
    /// Cashier at the bank counter of a mall: confirms payments, nothing else.
    Kasir,
    /// Pejabat penghubung: complaints of an instansi, nothing else.
    Penghubung,
}

impl Peran {
    pub const SEMUA: [Self; 15] = [
        Self::Admin,
        Self::Nasional,
        Self::Penyelenggara,
        Self::Penanggungjawab,
        Self::Pembina,
        Self::Evaluator,
        Self::UnitOperator,
        Self::UnitKepala,
        Self::PihakLain,
        Self::Auditor,
        Self::MppKepala,
        Self::MppDepan,
        Self::Pelaksana,
        Self::Kasir,
        Self::Penghubung,
    ];

    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Nasional => "nasional",
            Self::Penyelenggara => "penyelenggara",
            Self::Penanggungjawab => "penanggungjawab",
            Self::Pembina => "pembina",
            Self::Evaluator => "evaluator",
            Self::UnitOperator => "unit-operator",
            Self::UnitKepala => "unit-kepala",
            Self::PihakLain => "pihak-lain",
            Self::Auditor => "auditor",
            Self::MppKepala => "mpp-kepala",
            Self::MppDepan => "mpp-depan",
            Self::Pelaksana => "pelaksana",
            Self::Kasir => "kasir",
            Self::Penghubung => "penghubung",
        }
    }

    /// The kind of scope the role is given for.
    #[must_use]
    pub fn jenis_lingkup(self) -> JenisLingkup {
        match self {
            Self::Admin | Self::Nasional => JenisLingkup::Instalasi,
            Self::Penyelenggara | Self::Penanggungjawab | Self::Pembina | Self::Evaluator | Self::Auditor | Self::Penghubung => {
                JenisLingkup::Instansi
            }
            Self::UnitOperator | Self::UnitKepala | Self::MppKepala | Self::MppDepan | Self::Pelaksana | Self::Kasir => JenisLingkup::Unit,
            Self::PihakLain => JenisLingkup::Periode,
        }
    }
}

impl fmt::Display for Peran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kunci())
    }
}

impl FromStr for Peran {
    type Err = StoreError;
    fn from_str(s: &str) -> Result<Self, StoreError> {
        Self::SEMUA.into_iter().find(|p| p.kunci() == s).ok_or_else(|| StoreError::Rusak(format!("unknown role {s}")))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JenisLingkup {
    Instalasi,
    /// An instansi, or a region code (a province sees its kabupaten and kota).
    Instansi,
    Unit,
    Periode,
}

/// Where a role holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lingkup {
    Instalasi,
    Instansi(InstansiId),
    /// Kemendagri code; holds for every instansi whose code begins with it.
    Wilayah(String),
    Unit {
        unit: UnitId,
        instansi: InstansiId,
    },
    Periode(PeriodeId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeranLingkup {
    pub id: PeranId,
    pub peran: Peran,
    pub lingkup: Lingkup,
}

#[derive(FromQueryResult)]
struct Baris {
    #[sea_orm(nested)]
    t: cap::Tersimpan,
    instansi_unit: Option<InstansiId>,
}

impl Baris {
    fn parse(self) -> Hasil<PeranLingkup> {
        let Self { t, instansi_unit } = self;
        let peran: Peran = t.peran.parse()?;
        let lingkup = match (t.unit_id, instansi_unit, t.instansi_id, t.wilayah, t.periode_id) {
            (Some(unit), Some(instansi), ..) => Lingkup::Unit { unit: UnitId(unit), instansi },
            (None, _, Some(instansi), ..) => Lingkup::Instansi(InstansiId(instansi)),
            (None, _, None, Some(w), _) => Lingkup::Wilayah(w),
            (None, _, None, None, Some(p)) => Lingkup::Periode(PeriodeId(p)),
            _ if peran.jenis_lingkup() == JenisLingkup::Instalasi => Lingkup::Instalasi,
            _ => return Err(StoreError::Rusak(format!("role {} has no scope", t.id))),
        };
        Ok(PeranLingkup { id: t.id, peran, lingkup })
    }
}

/// Condition on a role (a row of `peran`, by its alias): it was not taken away and holds on the day at `hari`, an ISO date (`$2`).
pub(crate) fn berlaku(r: &str, hari: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM peran_cabut pc WHERE pc.peran_id = {r}.id)
         AND ({r}.mulai IS NULL OR {r}.mulai <= {hari}) AND ({r}.sampai IS NULL OR {r}.sampai >= {hari})"
    )
}

/// As [`berlaku`], and its account is active: somebody is in office.
pub(crate) fn menjabat(r: &str, hari: &str) -> String {
    format!("{} AND NOT EXISTS (SELECT 1 FROM akun_nonaktif pn WHERE pn.akun_id = {r}.akun_id)", berlaku(r, hari))
}

/// Roles that hold on `hari` (ISO date), in a fixed order.
pub async fn milik(store: &Store, akun: AkunId, hari: &str) -> Hasil<Vec<PeranLingkup>> {
    baca(store, akun, hari, "").await
}

/// As [`milik`], without those that only the agency's provider states.
pub(crate) async fn milik_sendiri(store: &Store, akun: AkunId, hari: &str) -> Hasil<Vec<PeranLingkup>> {
    baca(store, akun, hari, "AND NOT EXISTS (SELECT 1 FROM sso_peran s WHERE s.peran_id = p.id)").await
}

async fn baca(store: &Store, akun: AkunId, hari: &str, syarat: &str) -> Hasil<Vec<PeranLingkup>> {
    let sql = format!(
        "SELECT {}, u.instansi_id AS instansi_unit
         FROM peran p LEFT JOIN unit u ON u.id = p.unit_id
         WHERE p.akun_id = $1 AND {} {syarat} ORDER BY p.peran, p.id LIMIT 500",
        cap::KOLOM,
        berlaku("p", "$2")
    );
    let baris: Vec<Baris> = store.baca().semua(&sql, nilai![akun, hari]).await?;
    let mut sah = Vec::with_capacity(baris.len());
    for b in baris {
        if store.bertanda(|k| b.t.sah(k)).await? {
            sah.push(b.parse()?);
        } else {
            tracing::error!(%akun, peran = %b.t.id, "a role was not given by this installation; it opens nothing");
        }
    }
    Ok(sah)
}

/// Grants a role in the caller's transaction. The caller has checked that it may.
///
/// # Errors
/// `Keadaan` if the scope does not fit the role.
pub async fn beri(tx: &Tx, oleh: Option<&Pelaku>, akun: AkunId, peran: Peran, lingkup: &Lingkup) -> Hasil<PeranId> {
    beri_selama(tx, oleh, akun, peran, lingkup, &Masa::default()).await
}

/// As [`beri`], for some days only, or for an acting official.
///
/// # Errors
/// As [`beri`], and those of [`Masa`].
pub async fn beri_selama(tx: &Tx, oleh: Option<&Pelaku>, akun: AkunId, peran: Peran, lingkup: &Lingkup, masa: &Masa) -> Hasil<PeranId> {
    masa.periksa(peran)?;
    let (instansi, unit, wilayah, periode) = match (peran.jenis_lingkup(), lingkup) {
        (JenisLingkup::Instalasi, Lingkup::Instalasi) => (None, None, None, None),
        (JenisLingkup::Instansi, Lingkup::Instansi(i)) => (Some(*i), None, None, None),
        (JenisLingkup::Instansi, Lingkup::Wilayah(w)) => (None, None, Some(w.clone()), None),
        (JenisLingkup::Unit, Lingkup::Unit { unit, .. }) => (None, Some(*unit), None, None),
        (JenisLingkup::Periode, Lingkup::Periode(p)) => (None, None, None, Some(*p)),
        _ => return Err(StoreError::Keadaan("peran-lingkup-tak-cocok")),
    };
    let id = PeranId::baru();
    tx.jalankan(
        "INSERT INTO peran (id, akun_id, peran, instansi_id, unit_id, wilayah, periode_id, mulai, sampai, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        nilai![
            id,
            akun,
            peran.kunci(),
            instansi,
            unit,
            wilayah,
            periode,
            masa.mulai.map(|d| d.to_string()),
            masa.sampai.map(|d| d.to_string()),
            tx.pada,
            oleh.map(|p| p.akun)
        ],
    )
    .await?;
    cap::tandai(tx, id).await?;
    if let Some(g) = &masa.pengganti {
        let sql = "INSERT INTO peran_pengganti (peran_id, jenis, jabatan, dasar) VALUES ($1, $2, $3, $4)";
        tx.jalankan(sql, nilai![id, g.jenis.kunci(), g.jabatan.trim(), g.dasar.trim()]).await?;
    }
    let k = audit::Kejadian::baru("peran.beri", "akun", akun).rincian(serde_json::json!({
        "baris": id, "peran": peran, "instansi": instansi, "unit": unit, "wilayah": lingkup_wilayah(lingkup), "periode": periode,
        "mulai": masa.mulai, "sampai": masa.sampai, "pengganti": masa.pengganti.as_ref().map(|g| g.jenis.kunci()),
    }));
    audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    Ok(id)
}

fn lingkup_wilayah(l: &Lingkup) -> Option<&str> {
    match l {
        Lingkup::Wilayah(w) => Some(w),
        _ => None,
    }
}

/// Takes a role away; a second time changes nothing.
///
/// # Errors
/// `Keadaan("admin-terakhir")` for the last administrator who can sign in.
pub async fn cabut(tx: &Tx, oleh: Option<&Pelaku>, akun: AkunId, id: PeranId) -> Hasil<()> {
    penjaga::giliran(tx).await?;
    let admin = penjaga::admin(tx, akun).await?;
    let n = tx
        .jalankan(
            "INSERT INTO peran_cabut (peran_id, pada, oleh) SELECT id, $2, $3 FROM peran WHERE id = $1 AND akun_id = $4
             ON CONFLICT (peran_id) DO NOTHING",
            nilai![id, tx.pada, oleh.map(|p| p.akun), akun],
        )
        .await?;
    if admin {
        penjaga::tersisa(tx, oleh.map(|p| p.akun)).await?;
    }
    if n > 0 {
        cap::hapus(tx, id).await?;
        let k = audit::Kejadian::baru("peran.cabut", "akun", akun).rincian(serde_json::json!({ "peran": id }));
        audit::catat_oleh(tx, oleh.map(|p| p.akun), k).await?;
    }
    Ok(())
}
