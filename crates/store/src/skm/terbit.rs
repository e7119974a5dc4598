//! What a publication of a round froze, and who may read it: anyone. Only what is published and not taken back comes out of
//! here, so public pages cannot name anything else.

pub mod bundel;
pub(crate) mod sah;
mod tulis;

pub use tulis::{Penerbitan, riwayat, tarik, terbitkan};

use super::{RondeSkm, agregat::Agregat};
use crate::{Hasil, Store, StoreError, Waktu, audit, kueri::Kueri, lokus::daftar::memuat, nilai};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The frozen text of a publication (JSON), format 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IsiTerbit {
    pub format: u32,
    pub kode: String,
    pub nama: String,
    pub unit: String,
    pub unit_kode: String,
    pub instansi: String,
    pub zona: String,
    /// First and last day on which answers were taken.
    pub mulai: String,
    pub sampai: String,
    /// The planned last day, where the round was closed before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rencana_sampai: Option<String>,
    pub populasi: Option<i64>,
    pub target: i64,
    /// Hash and id of the edition; its text stands in `edisi`.
    pub edisi: String,
    pub edisi_id: String,
    /// Keys of the unsur in use, in the order of the questionnaire.
    pub unsur: Vec<String>,
    pub layanan: Vec<(i64, String)>,
    pub ilustrasi: bool,
    /// After [`Agregat::untuk_umum`]: small groups keep their number only.
    pub agregat: Agregat,
    /// Figures as published, made from `agregat.pakai` by crate `skm`.
    pub hasil: ::skm::HasilSkm,
}

impl IsiTerbit {
    /// What a publication of this round freezes now.
    #[must_use]
    pub fn susun(r: &RondeSkm, edisi_id: &str, layanan: Vec<(i64, String)>, agregat: Agregat, hasil: ::skm::HasilSkm) -> Self {
        Self {
            format: 1,
            kode: r.kode.clone(),
            nama: r.nama.clone(),
            unit: r.unit.clone(),
            unit_kode: r.unit_kode.clone(),
            instansi: r.instansi.clone(),
            zona: r.zona.clone(),
            mulai: r.mulai.clone(),
            sampai: r.akhir(),
            rencana_sampai: (r.akhir() != r.sampai).then(|| r.sampai.clone()),
            populasi: r.populasi,
            target: r.target,
            edisi: r.edisi.clone(),
            edisi_id: edisi_id.to_owned(),
            unsur: r.unsur.clone(),
            layanan,
            ilustrasi: r.ilustrasi,
            agregat: agregat.untuk_umum(),
            hasil,
        }
    }
}

/// A published result.
#[derive(Debug, Clone)]
pub struct Terbitan {
    pub isi: IsiTerbit,
    /// The frozen text as it was signed.
    pub teks: String,
    pub sidik: String,
    pub tanda: Vec<u8>,
    pub pada: Waktu,
    pub instansi_kode: String,
}

/// What stands behind the public address of a round.
#[derive(Debug, Clone)]
pub enum Publik {
    Terbit(Box<Terbitan>),
    /// It was published and taken back.
    Ditarik {
        nama: String,
        unit: String,
        zona: String,
        ilustrasi: bool,
        alasan: String,
        pada: Waktu,
    },
    /// What is stored is not what was signed, or is gone although it was published: nothing of it is shown.
    TakCocok {
        nama: String,
        unit: String,
        zona: String,
        ilustrasi: bool,
    },
}

#[derive(FromQueryResult)]
struct Baris {
    nama: String,
    unit: String,
    instansi_kode: String,
    zona: String,
    ilustrasi: i64,
    #[sea_orm(nested)]
    t: sah::Tersimpan,
    alasan: Option<String>,
    ditarik: Option<Waktu>,
}

const DARI: &str = "FROM skm_terbit b JOIN skm_ronde k ON k.ronde_id = b.ronde_id JOIN ronde r ON r.id = b.ronde_id
    JOIN unit u ON u.id = r.unit_id JOIN instansi i ON i.id = u.instansi_id LEFT JOIN skm_terbit_tarik x ON x.terbit_id = b.id";

/// The newest publication under a code.
///
/// # Errors
/// `TidakDitemukan` for what was never published.
pub async fn publik(store: &Store, kode: &str) -> Hasil<Publik> {
    let sql = format!(
        "SELECT k.nama, u.nama AS unit, i.kode AS instansi_kode, i.zona, k.ilustrasi, {}, x.alasan, x.pada AS ditarik {DARI}
         WHERE k.kode = $1 ORDER BY b.id DESC LIMIT 1",
        sah::KOLOM
    );
    let Some(b) = store.baca().mungkin::<Baris>(&sql, nilai![kode]).await? else { return hilang(store, kode).await };
    if let (Some(alasan), Some(pada)) = (b.alasan, b.ditarik) {
        return Ok(Publik::Ditarik { nama: b.nama, unit: b.unit, zona: b.zona, ilustrasi: b.ilustrasi == 1, alasan, pada });
    }
    if !b.t.sah(store.kunci()) {
        return Ok(Publik::TakCocok { nama: b.nama, unit: b.unit, zona: b.zona, ilustrasi: b.ilustrasi == 1 });
    }
    let isi = serde_json::from_str(&b.t.isi).map_err(|e| StoreError::Rusak(format!("publication {kode}: {e}")))?;
    Ok(Publik::Terbit(Box::new(Terbitan {
        isi,
        teks: b.t.isi,
        sidik: b.t.sidik,
        tanda: b.t.tanda,
        pada: b.t.pada,
        instansi_kode: b.instansi_kode,
    })))
}

#[derive(FromQueryResult)]
struct Ronde {
    id: Uuid,
    nama: String,
    unit: String,
    zona: String,
    ilustrasi: i64,
}

/// A round without a publication: one that the audit log knows of was taken away, or put under another round, past the program.
async fn hilang(store: &Store, kode: &str) -> Hasil<Publik> {
    let sql = "SELECT r.id, k.nama, u.nama AS unit, i.zona, k.ilustrasi FROM skm_ronde k JOIN ronde r ON r.id = k.ronde_id
        JOIN unit u ON u.id = r.unit_id JOIN instansi i ON i.id = u.instansi_id WHERE k.kode = $1";
    let r: Ronde = store.baca().satu(sql, nilai![kode]).await?;
    if audit::tertulis(store, &["skm.terbit"], "ronde", Some(r.id)).await?.is_empty() {
        return Err(StoreError::TidakDitemukan);
    }
    tracing::error!(ronde = kode, "the publication of a round is not where it was published");
    Ok(Publik::TakCocok { nama: r.nama, unit: r.unit, zona: r.zona, ilustrasi: r.ilustrasi == 1 })
}

/// A line of the public list.
#[derive(Debug, Clone)]
pub struct Temuan {
    pub isi: IsiTerbit,
    pub pada: Waktu,
    /// Whether it is what was signed; otherwise none of its figures may be shown.
    pub sah: bool,
}

impl Terbitan {
    /// What people type on the verification page.
    #[must_use]
    pub fn kode_verifikasi(&self) -> &str {
        self.sidik.get(..16).unwrap_or(&self.sidik)
    }

    /// The signed file that `prima verify` proves again.
    ///
    /// # Errors
    /// When the edition or the text is damaged.
    pub async fn berkas(&self, store: &Store) -> Hasil<String> {
        bundel::berkas(&self.teks, &crate::edisi::teks(store, &self.isi.edisi).await?, &self.sidik, &self.tanda)
    }
}

/// A publication by its verification code, withdrawn or not: its round's public code and whether it stands.
#[derive(Debug, Clone)]
pub struct DariSidik {
    pub ronde_kode: String,
    pub sidik: String,
    pub isi: String,
    pub pada: Waktu,
    pub alasan: Option<String>,
    pub ditarik: Option<Waktu>,
    /// Text, hash, signature, round, unit and time belong together.
    pub sah: bool,
}

#[derive(FromQueryResult)]
struct BarisSidik {
    #[sea_orm(nested)]
    t: sah::Tersimpan,
    alasan: Option<String>,
    ditarik: Option<Waktu>,
}

/// The publication whose hash begins with these sixteen digits.
pub(crate) async fn dari_sidik(store: &Store, kode: &str) -> Hasil<Option<DariSidik>> {
    let sql =
        format!("SELECT {}, x.alasan, x.pada AS ditarik {DARI} WHERE b.sidik >= $1 AND b.sidik < $2 ORDER BY b.sidik LIMIT 1", sah::KOLOM);
    let b: Option<BarisSidik> = store.baca().mungkin(&sql, nilai![kode, format!("{kode}g")]).await?;
    Ok(b.map(|BarisSidik { t, alasan, ditarik }| {
        let sah = t.sah(store.kunci());
        DariSidik { ronde_kode: t.ronde_kode, sidik: t.sidik, isi: t.isi, pada: t.pada, alasan, ditarik, sah }
    }))
}

/// What a public list is narrowed to; empty means "all".
#[derive(Debug, Clone, Default)]
pub struct SaringTerbit<'a> {
    /// Part of the name of the unit, the instansi or the round.
    pub cari: &'a str,
    /// Public code of an instansi.
    pub instansi: &'a str,
    pub unit_kode: &'a str,
}

/// What a catalogue says of a published result; read from the frozen text.
#[derive(Debug, Clone, Deserialize)]
pub struct Ringkas {
    pub kode: String,
    pub nama: String,
    pub unit: String,
    pub unit_kode: String,
    pub mulai: String,
    pub sampai: String,
    pub ilustrasi: bool,
}

#[derive(FromQueryResult)]
struct BarisRingkas {
    id: Uuid,
    isi: String,
    pada: Waktu,
}

/// The published results behind `setelah`, or from the newest one on: newest first, `batas` at most; each with its id and when it was
/// published.
///
/// # Errors
/// `Rusak` for one that cannot be read.
pub async fn ringkas(store: &Store, setelah: Option<Uuid>, batas: i64) -> Hasil<Vec<(Uuid, Waktu, Ringkas)>> {
    let sql = "SELECT b.id, b.isi, b.pada FROM skm_terbit b LEFT JOIN skm_terbit_tarik x ON x.terbit_id = b.id
        WHERE x.terbit_id IS NULL AND b.id < $1 ORDER BY b.id DESC LIMIT $2";
    let baris: Vec<BarisRingkas> = store.baca().semua(sql, nilai![setelah.unwrap_or(Uuid::max()), batas]).await?;
    let urai = |b: BarisRingkas| match serde_json::from_str(&b.isi) {
        Ok(r) => Ok((b.id, b.pada, r)),
        Err(e) => Err(StoreError::Rusak(format!("publication {}: {e}", b.id))),
    };
    baris.into_iter().map(urai).collect()
}

/// Published results that are what was signed, of the units that `unit` (SQL) selects, with answers taken on some of the days from `$2`
/// to `$3`; newest period first, at most `batas`.
pub(crate) async fn sekurun(store: &Store, unit: &str, v: Vec<sea_orm::Value>, batas: usize) -> Hasil<Vec<IsiTerbit>> {
    let sql = format!(
        "SELECT {} {DARI} WHERE x.terbit_id IS NULL AND r.unit_id IN ({unit}) AND k.sampai >= $2 AND k.mulai <= $3
         ORDER BY k.sampai DESC, b.id DESC LIMIT {batas}",
        sah::KOLOM
    );
    let baris: Vec<sah::Tersimpan> = store.baca().semua(&sql, v).await?;
    let urai =
        |b: sah::Tersimpan| serde_json::from_str(&b.isi).map_err(|e| StoreError::Rusak(format!("a publication cannot be read: {e}")));
    baris.into_iter().filter(|b| b.sah(store.kunci())).map(urai).collect()
}

/// Published results, newest period first, and how many fit.
pub async fn cari(store: &Store, s: &SaringTerbit<'_>, lewati: i64, batas: i64) -> Hasil<(Vec<Temuan>, i64)> {
    let (mut syarat, mut v) = ("x.terbit_id IS NULL".to_owned(), Vec::<sea_orm::Value>::new());
    if !s.cari.trim().is_empty() {
        v.push(memuat(s.cari).into());
        syarat
            .push_str(" AND (LOWER(u.nama) LIKE $1 ESCAPE '\\' OR LOWER(i.nama) LIKE $1 ESCAPE '\\' OR LOWER(k.nama) LIKE $1 ESCAPE '\\')");
    }
    for (kolom, isi) in [("i.kode", s.instansi), ("u.kode", s.unit_kode)] {
        if !isi.is_empty() {
            v.push(isi.into());
            syarat.extend([" AND ", kolom, " = $", &v.len().to_string()]);
        }
    }
    let n = store.baca().angka(&format!("SELECT COUNT(*) AS n {DARI} WHERE {syarat}"), v.clone()).await?;
    let (a, b) = (v.len() + 1, v.len() + 2);
    v.extend([batas.into(), lewati.into()]);
    let sql = format!("SELECT {} {DARI} WHERE {syarat} ORDER BY k.sampai DESC, b.id DESC LIMIT ${a} OFFSET ${b}", sah::KOLOM);
    let baris: Vec<sah::Tersimpan> = store.baca().semua(&sql, v).await?;
    let urai = |b: sah::Tersimpan| -> Hasil<Temuan> {
        let isi = serde_json::from_str(&b.isi).map_err(|e| StoreError::Rusak(format!("a publication cannot be read: {e}")))?;
        Ok(Temuan { isi, pada: b.pada, sah: b.sah(store.kunci()) })
    };
    Ok((baris.into_iter().map(urai).collect::<Hasil<_>>()?, n))
}
