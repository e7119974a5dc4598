//! Reading plans: of a round, of the round before it, what is due in somebody's rounds.

use crate::{
    Hasil, StoreError, Waktu,
    id::RondeId,
    kueri::Kueri,
    nilai,
    skm::{DARI, RondeSkm},
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// How an activity was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selesai {
    pub catatan: String,
    /// SHA-256 of the proof; never shown, never a way to the file.
    pub objek: Option<String>,
    pub nama_berkas: Option<String>,
    pub pada: Waktu,
    pub oleh: String,
}

/// One activity of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Butir {
    pub id: Uuid,
    pub ronde_id: RondeId,
    /// Key of the unsur that it improves.
    pub unsur: String,
    pub kegiatan: String,
    /// What shows that it was done.
    pub keluaran: String,
    /// Last local day, `2026-12-31`.
    pub tenggat: String,
    pub penanggung_jawab: String,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: String,
    pub selesai: Option<Selesai>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tenggat {
    Selesai,
    /// After the last day.
    Lewat,
    /// Within thirty days.
    Dekat,
    Jauh,
}

impl Butir {
    /// Where it stands on a local day.
    #[must_use]
    pub fn tenggat(&self, hari: Date) -> Tenggat {
        let batas: Option<Date> = self.tenggat.parse().ok();
        match batas {
            _ if self.selesai.is_some() => Tenggat::Selesai,
            Some(b) if b < hari => Tenggat::Lewat,
            Some(b) if b <= hari.saturating_add(jiff::Span::new().days(30)) => Tenggat::Dekat,
            _ => Tenggat::Jauh,
        }
    }
}

/// Activities done, and all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kemajuan {
    pub selesai: usize,
    pub semua: usize,
}

#[must_use]
pub fn kemajuan(b: &[Butir]) -> Kemajuan {
    Kemajuan { selesai: b.iter().filter(|b| b.selesai.is_some()).count(), semua: b.len() }
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    ronde_id: RondeId,
    unsur: String,
    kegiatan: String,
    keluaran: String,
    tenggat: String,
    penanggung_jawab: String,
    versi: i64,
    pada: Waktu,
    oleh: String,
    selesai_jenis: Option<String>,
    selesai_catatan: Option<String>,
    selesai_objek: Option<String>,
    selesai_nama: Option<String>,
    selesai_pada: Option<Waktu>,
    selesai_oleh: Option<String>,
}

const PILIH: &str =
    "SELECT t.id, t.ronde_id, t.unsur, t.kegiatan, t.keluaran, t.tenggat, t.penanggung_jawab, t.versi, t.pada, a.nama AS oleh,
    s.jenis AS selesai_jenis, s.catatan AS selesai_catatan, s.objek AS selesai_objek, s.nama_berkas AS selesai_nama,
    s.pada AS selesai_pada, b.nama AS selesai_oleh
    FROM skm_rtl t JOIN akun a ON a.id = t.oleh
    LEFT JOIN skm_rtl_selesai s ON s.id = (SELECT x.id FROM skm_rtl_selesai x WHERE x.rtl_id = t.id ORDER BY x.id DESC LIMIT 1)
    LEFT JOIN akun b ON b.id = s.oleh
    WHERE NOT EXISTS (SELECT 1 FROM skm_rtl_hapus h WHERE h.rtl_id = t.id)";

impl From<Baris> for Butir {
    fn from(b: Baris) -> Self {
        let selesai = match (b.selesai_jenis.as_deref(), b.selesai_pada) {
            (Some("selesai"), Some(pada)) => Some(Selesai {
                catatan: b.selesai_catatan.unwrap_or_default(),
                objek: b.selesai_objek,
                nama_berkas: b.selesai_nama,
                pada,
                oleh: b.selesai_oleh.unwrap_or_default(),
            }),
            _ => None,
        };
        Self {
            id: b.id,
            ronde_id: b.ronde_id,
            unsur: b.unsur,
            kegiatan: b.kegiatan,
            keluaran: b.keluaran,
            tenggat: b.tenggat,
            penanggung_jawab: b.penanggung_jawab,
            versi: b.versi,
            pada: b.pada,
            oleh: b.oleh,
            selesai,
        }
    }
}

/// The plan of a round, by last day.
pub async fn daftar<C: ConnectionTrait>(c: &C, ronde: RondeId) -> Hasil<Vec<Butir>> {
    let sql = format!("{PILIH} AND t.ronde_id = $1 ORDER BY t.tenggat, t.id LIMIT 1000");
    Ok(c.semua::<Baris>(&sql, nilai![ronde]).await?.into_iter().map(Into::into).collect())
}

/// One activity of a round.
///
/// # Errors
/// `TidakDitemukan` also for one of another round, and for one that was taken out.
pub async fn satu<C: ConnectionTrait>(c: &C, ronde: RondeId, id: Uuid) -> Hasil<Butir> {
    let sql = format!("{PILIH} AND t.ronde_id = $1 AND t.id = $2");
    Ok(c.satu::<Baris>(&sql, nilai![ronde, id]).await?.into())
}

/// The proof of an activity.
#[derive(Debug, Clone, FromQueryResult)]
pub struct BerkasBukti {
    /// SHA-256; never shown, never a way to the file.
    pub sidik: String,
    pub nama: String,
    pub tipe: String,
    pub ukuran: i64,
}

/// The proof of an activity of a round.
///
/// # Errors
/// `TidakDitemukan` when it is not done or has none.
pub async fn berkas<C: ConnectionTrait>(c: &C, ronde: RondeId, id: Uuid) -> Hasil<BerkasBukti> {
    let s = satu(c, ronde, id).await?.selesai.ok_or(StoreError::TidakDitemukan)?;
    let (sidik, nama) = (s.objek.ok_or(StoreError::TidakDitemukan)?, s.nama_berkas.unwrap_or_default());
    c.satu("SELECT sidik, CAST($2 AS text) AS nama, tipe, ukuran FROM objek WHERE sidik = $1", nilai![sidik, nama]).await
}

#[derive(FromQueryResult)]
struct Satu {
    id: RondeId,
}

/// The newest earlier round of the same unit that has a plan, with it.
pub async fn sebelumnya<C: ConnectionTrait>(c: &C, r: &RondeSkm) -> Hasil<Option<(RondeSkm, Vec<Butir>)>> {
    let sql = format!(
        "SELECT r.id {DARI} WHERE r.unit_id = $1 AND r.id <> $2 AND k.sampai < $3 AND EXISTS (SELECT 1 FROM skm_rtl t
         WHERE t.ronde_id = r.id AND NOT EXISTS (SELECT 1 FROM skm_rtl_hapus h WHERE h.rtl_id = t.id))
         ORDER BY k.sampai DESC, r.id DESC LIMIT 1"
    );
    let Some(lama) = c.mungkin::<Satu>(&sql, nilai![r.unit_id, r.id, r.sampai.as_str()]).await? else { return Ok(None) };
    Ok(Some((crate::skm::dari_id(c, lama.id).await?, daftar(c, lama.id).await?)))
}

/// Activities of a unit's rounds that are not done and are due by a day, first due first, at most 200.
pub async fn jatuh_tempo<C: ConnectionTrait>(c: &C, unit: crate::id::UnitId, sampai: Date) -> Hasil<Vec<Butir>> {
    let sql = format!(
        "{PILIH} AND t.ronde_id IN (SELECT r.id FROM ronde r WHERE r.unit_id = $1 AND r.jenis = 'skm') AND t.tenggat <= $2
         AND COALESCE(s.jenis, 'batal') = 'batal' ORDER BY t.tenggat, t.id LIMIT 200"
    );
    Ok(c.semua::<Baris>(&sql, nilai![unit, sampai.to_string()]).await?.into_iter().map(Into::into).collect())
}

/// The same for every round that a query names; its last parameter is the day.
pub(in crate::skm) async fn tempo<C: ConnectionTrait>(c: &C, ronde: &str, v: Vec<sea_orm::Value>, batas: i64) -> Hasil<Vec<Butir>> {
    let hari = v.len();
    let sql = format!(
        "{PILIH} AND t.ronde_id IN ({ronde}) AND t.tenggat <= ${hari} AND COALESCE(s.jenis, 'batal') = 'batal'
         ORDER BY t.tenggat, t.id LIMIT {batas}"
    );
    Ok(c.semua::<Baris>(&sql, v).await?.into_iter().map(Into::into).collect())
}

/// The horizon of the edition that a last day falls in, counted from the last day of the round; `None` for days that
/// cannot be read.
#[must_use]
pub fn jangka<'e>(edisi: &'e ::skm::Edisi, r: &RondeSkm, tenggat: Date) -> Option<&'e ::skm::edisi::Jangka> {
    let sampai: Date = r.sampai.parse().ok()?;
    let batas = |bulan: u32| sampai.saturating_add(jiff::Span::new().months(i64::from(bulan)));
    edisi.tindak_lanjut.jangka.iter().find(|j| j.sampai_bulan.is_none_or(|b| tenggat <= batas(b)))
}
