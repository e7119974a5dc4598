//! Reading remarks and how the checks of a lokus ended.

use crate::{
    Hasil, StoreError, Waktu,
    f01::{self, Pengiriman},
    id::{LokusId, PengirimanId},
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// What the team says about one indicator of a submission.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Catatan {
    pub indikator: String,
    pub versi: i64,
    /// `sesuai` or `perbaiki`.
    pub putusan: String,
    pub catatan: String,
    pub pada: Waktu,
    pub nama: String,
}

impl Catatan {
    #[must_use]
    pub fn perbaiki(&self) -> bool {
        self.putusan == "perbaiki"
    }
}

/// One version of a remark.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct UbahCatatan {
    pub versi: i64,
    pub putusan: String,
    pub catatan: String,
    pub pada: Waktu,
    pub nama: String,
}

/// How the check of a submission ended.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Putusan {
    pub pengiriman_id: PengirimanId,
    /// Number of the submission.
    pub nomor: i64,
    /// `terima` or `kembali`.
    pub jenis: String,
    pub catatan: String,
    pub hari_kerja: Option<i64>,
    /// Last local day for the resubmission, ISO.
    pub tenggat: Option<String>,
    /// See [`crate::kalender::baca_catatan`].
    pub tenggat_catatan: String,
    pub pada: Waktu,
    pub nama: String,
}

impl Putusan {
    #[must_use]
    pub fn kembali(&self) -> bool {
        self.jenis == "kembali"
    }

    /// # Errors
    /// `Rusak` for a date that does not parse.
    pub fn jatuh(&self) -> Hasil<Option<Date>> {
        let urai = |t: &str| t.parse().map_err(|_| StoreError::Rusak(format!("deadline {t} of submission {}", self.pengiriman_id)));
        self.tenggat.as_deref().map(urai).transpose()
    }
}

/// Where the check of a lokus stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keadaan {
    /// Nothing was submitted yet, or it was withdrawn.
    BelumDikirim,
    /// Submitted, the check is not ended. With the submission that was returned before it, if any.
    Diperiksa(Pengiriman, Option<Putusan>),
    /// Returned; the unit repairs.
    Dikembalikan(Putusan),
    Diterima(Pengiriman, Putusan, Option<Putusan>),
}

impl Keadaan {
    /// The submission that lies before the team.
    #[must_use]
    pub fn pengiriman(&self) -> Option<&Pengiriman> {
        match self {
            Self::Diperiksa(p, _) | Self::Diterima(p, ..) => Some(p),
            Self::BelumDikirim | Self::Dikembalikan(_) => None,
        }
    }

    /// The return that the live submission answers.
    #[must_use]
    pub fn sebelumnya(&self) -> Option<&Putusan> {
        match self {
            Self::Diperiksa(_, s) | Self::Diterima(_, _, s) => s.as_ref(),
            Self::BelumDikirim | Self::Dikembalikan(_) => None,
        }
    }
}

/// Where the check stands now.
pub async fn keadaan<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Keadaan> {
    let putusan = putusan_semua(c, lokus).await?;
    let Some(p) = f01::pengiriman_hidup(c, lokus).await? else {
        return Ok(putusan.into_iter().find(Putusan::kembali).map_or(Keadaan::BelumDikirim, Keadaan::Dikembalikan));
    };
    let lalu = putusan.iter().find(|x| x.kembali() && x.nomor < p.nomor).cloned();
    Ok(match putusan.into_iter().find(|x| x.pengiriman_id == p.id) {
        Some(x) => Keadaan::Diterima(p, x, lalu),
        None => Keadaan::Diperiksa(p, lalu),
    })
}

/// Every end of a check of this lokus, newest submission first.
pub async fn putusan_semua<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Putusan>> {
    c.semua(
        "SELECT t.pengiriman_id, p.nomor, t.jenis, t.catatan, t.hari_kerja, t.tenggat, t.tenggat_catatan, t.pada, a.nama
         FROM pra_putusan t JOIN f01_pengiriman p ON p.id = t.pengiriman_id JOIN akun a ON a.id = t.oleh
         WHERE p.lokus_id = $1 ORDER BY p.nomor DESC LIMIT 100",
        nilai![lokus],
    )
    .await
}

/// Remarks of one submission by indicator code.
pub async fn catatan<C: ConnectionTrait>(c: &C, pengiriman: PengirimanId) -> Hasil<Vec<Catatan>> {
    c.semua(
        "SELECT k.indikator, k.versi, k.putusan, k.catatan, k.pada, a.nama FROM pra_catatan k JOIN akun a ON a.id = k.oleh
         WHERE k.pengiriman_id = $1 ORDER BY k.indikator LIMIT 500",
        nilai![pengiriman],
    )
    .await
}

/// Versions of one remark, newest first.
pub async fn riwayat_catatan<C: ConnectionTrait>(c: &C, pengiriman: PengirimanId, indikator: &str) -> Hasil<Vec<UbahCatatan>> {
    c.semua(
        "SELECT k.versi, k.putusan, k.catatan, k.pada, a.nama FROM pra_catatan_ubah k JOIN akun a ON a.id = k.oleh
         WHERE k.pengiriman_id = $1 AND k.indikator = $2 ORDER BY k.versi DESC LIMIT 100",
        nilai![pengiriman, indikator],
    )
    .await
}
