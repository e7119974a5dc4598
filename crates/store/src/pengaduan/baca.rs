//! Reading a report: by its code or id, with its steps, its rounds and their limits.

use super::{
    DARI, KOLOM, Lampiran, Pengaduan, batas, berkas,
    eskalasi::{self, Naik},
};
use crate::{
    Hasil, Store, StoreError, Waktu,
    hak::PembacaAduan,
    id::{PengaduanId, UnitId},
    identitas::{Milik as Letak, Tersegel},
    kalender,
    kueri::Kueri,
    nilai,
};
use ::layanan::{
    Kalender, Tenggat,
    pengaduan::{
        AlasanTolak, Aturan, JenisLangkah, Kelas, Langkah, Laporan, LaporanId, OlehEskalasi, Pembaca, Peristiwa, Putaran, Samaran,
        UnitId as UnitAduan,
    },
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// # Errors
/// `TidakDitemukan`.
pub async fn dari_id<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Pengaduan> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE p.id = $1"), nilai![id]).await
}

/// For whoever holds the code.
///
/// # Errors
/// `TidakDitemukan`.
pub async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Pengaduan> {
    c.satu(&format!("SELECT {KOLOM} {DARI} WHERE p.kode = $1"), nilai![kode]).await
}

/// One step as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Tercatat {
    pub id: Uuid,
    pub urut: i64,
    /// Key of [`JenisLangkah`].
    pub jenis: String,
    /// Local day.
    pub tanggal: String,
    /// `pelapor`, `petugas` or `program`.
    pub pihak: String,
    pub kelas: Option<String>,
    pub unit_id: Option<UnitId>,
    pub unit: Option<String>,
    pub induk_id: Option<PengaduanId>,
    /// Reason of a refusal, or who escalated.
    pub alasan: Option<String>,
    teks: Tersegel,
    catatan: Tersegel,
    pub pada: Waktu,
    /// The officer; none for a step of the complainant or the program.
    pub oleh: Option<String>,
}

impl Tercatat {
    #[must_use]
    pub fn langkah(&self) -> Option<JenisLangkah> {
        JenisLangkah::dari_kunci(&self.jenis)
    }

    /// As the rules read it.
    ///
    /// # Errors
    /// `Rusak` when the row holds no step.
    pub fn peristiwa(&self) -> Hasil<Peristiwa> {
        let rusak = || StoreError::Rusak(format!("step {} of a report: {}", self.id, self.jenis));
        let langkah = match self.langkah().ok_or_else(rusak)? {
            JenisLangkah::MintaLengkapi => Langkah::MintaLengkapi,
            JenisLangkah::Dilengkapi => Langkah::Dilengkapi,
            JenisLangkah::Verifikasi => Langkah::Verifikasi { kelas: self.kelas.as_deref().and_then(Kelas::dari_kunci).ok_or_else(rusak)? },
            JenisLangkah::Tolak => Langkah::Tolak { alasan: self.tolakan().ok_or_else(rusak)? },
            JenisLangkah::Teruskan => Langkah::Teruskan { unit: self.unit_id.map(unit_aduan).ok_or_else(rusak)? },
            JenisLangkah::Proses => Langkah::Proses,
            JenisLangkah::Jawab => Langkah::Jawab,
            JenisLangkah::Tanggapi => Langkah::Tanggapi,
            JenisLangkah::Selesai => Langkah::Selesai,
            JenisLangkah::TutupOtomatis => Langkah::TutupOtomatis,
            JenisLangkah::AnggapDicabut => Langkah::AnggapDicabut,
            JenisLangkah::Cabut => Langkah::Cabut,
            JenisLangkah::BukaKembali => Langkah::BukaKembali,
            JenisLangkah::Eskalasi => {
                Langkah::Eskalasi { oleh: self.alasan.as_deref().and_then(OlehEskalasi::dari_kunci).ok_or_else(rusak)? }
            }
        };
        Ok(Peristiwa { tanggal: self.tanggal.parse().map_err(|_| rusak())?, langkah })
    }

    fn tolakan(&self) -> Option<AlasanTolak> {
        match self.alasan.as_deref()? {
            "bukan-kewenangan" => Some(AlasanTolak::BukanKewenangan),
            "spam" => Some(AlasanTolak::Spam),
            "duplikat" => Some(AlasanTolak::Duplikat { induk: LaporanId(self.induk_id?.0.as_u128()) }),
            _ => None,
        }
    }
}

pub(super) fn unit_aduan(u: UnitId) -> UnitAduan {
    UnitAduan(u.0.as_u128())
}

pub(super) fn unit_dari(u: UnitAduan) -> UnitId {
    UnitId(Uuid::from_u128(u.0))
}

pub(super) const LANGKAH: &str = "SELECT s.id, s.urut, s.jenis, s.tanggal, s.pihak, s.kelas, s.unit_id, u.nama AS unit, s.induk_id, s.alasan,
    s.teks, s.catatan, s.pada, a.nama AS oleh FROM pengaduan_langkah s LEFT JOIN unit u ON u.id = s.unit_id LEFT JOIN akun a ON a.id = s.oleh";

pub(super) async fn langkah<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<Vec<Tercatat>> {
    c.semua(&format!("{LANGKAH} WHERE s.pengaduan_id = $1 ORDER BY s.urut LIMIT 2000"), nilai![id]).await
}

/// The fold of stored steps.
pub(super) fn lipat(tanggal: &str, langkah: &[Tercatat]) -> Hasil<Laporan> {
    let rusak = |e: String| StoreError::Rusak(format!("steps of a report: {e}"));
    let hari: Date = tanggal.parse().map_err(|_| rusak(tanggal.to_owned()))?;
    let p = langkah.iter().map(Tercatat::peristiwa).collect::<Hasil<Vec<_>>>()?;
    Laporan::terima(hari).lipat_tercatat(&p).map_err(|(n, e)| rusak(format!("step {n}: {e}")))
}

/// What was written at one step, opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kata {
    /// Read by the complainant too.
    pub teks: String,
    /// Read by officers only.
    pub catatan: String,
}

/// A report with everything that its pages show.
#[derive(Debug, Clone)]
pub struct Muatan {
    pub aduan: Pengaduan,
    /// Its title, opened, as are its story and where it happened.
    pub judul: String,
    pub isi: String,
    pub tempat: String,
    /// Each step with its words.
    pub langkah: Vec<(Tercatat, Kata)>,
    pub lampiran: Vec<Lampiran>,
    pub laporan: Laporan,
    /// To whom it was raised since a limit was over, the first one first.
    pub eskalasi: Vec<Naik>,
    /// The limits of the day on which it was received.
    pub aturan: Aturan,
    pub kalender: Kalender,
    /// Local today.
    pub kini: Date,
}

impl Muatan {
    /// Each round with the day by which an answer was owed. Empty before the class is known.
    ///
    /// # Errors
    /// `Keadaan` when the limit lies outside the calendar.
    pub fn putaran(&self) -> Hasil<Vec<(Putaran, Tenggat)>> {
        self.laporan.tenggat_putaran(&self.aturan, &self.kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))
    }

    /// The last day of whose turn it is.
    ///
    /// # Errors
    /// `Keadaan` when it lies outside the calendar.
    pub fn batas(&self) -> Hasil<Option<Tenggat>> {
        self.laporan.batas_kini(&self.aturan, &self.kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))
    }

    /// Whether an answer is owed and its last day is over.
    ///
    /// # Errors
    /// `Keadaan` when it lies outside the calendar.
    pub fn lewat(&self) -> Hasil<bool> {
        let t = self.laporan.tenggat(&self.aturan, &self.kalender).map_err(|_| StoreError::Keadaan("aduan-tenggat"))?;
        Ok(t.is_some_and(|t| t.jatuh < self.kini))
    }

    /// Whether the rules take this step today.
    #[must_use]
    pub fn boleh(&self, langkah: Langkah) -> bool {
        let tanggal = self.kini.max(self.laporan.terakhir);
        self.laporan.clone().terapkan(Peristiwa { tanggal, langkah }, &self.aturan, &self.kalender).is_ok()
    }
}

/// # Errors
/// When the store fails, what is stored holds no report, or it cannot be opened.
pub async fn muat(store: &Store, aduan: Pengaduan) -> Hasil<Muatan> {
    let (c, kunci) = (store.baca(), store.kunci());
    let langkah = langkah(c, aduan.id).await?;
    let laporan = lipat(&aduan.tanggal, &langkah)?;
    let kata = |l: &Tercatat| -> Hasil<Kata> {
        let (teks, catatan) = (Letak(super::TEKS, l.id), Letak(super::CATATAN, l.id));
        Ok(Kata { teks: l.teks.buka(kunci, teks)?, catatan: l.catatan.buka(kunci, catatan)? })
    };
    let kata = langkah.iter().map(kata).collect::<Hasil<Vec<_>>>()?;
    Ok(Muatan {
        judul: aduan.judul.buka(kunci, Letak(super::JUDUL, aduan.id.0))?,
        isi: aduan.isi.buka(kunci, Letak(super::ISI, aduan.id.0))?,
        tempat: aduan.tempat.buka(kunci, Letak(super::TEMPAT, aduan.id.0))?,
        lampiran: berkas::milik(store, aduan.id).await?,
        kalender: kalender::kalender(c, aduan.instansi_id).await?,
        aturan: batas::aturan(c, aduan.instansi_id, &aduan.tanggal).await?,
        eskalasi: eskalasi::milik(c, aduan.id).await?,
        kini: store.sekarang().hari(&aduan.zona),
        langkah: langkah.into_iter().zip(kata).collect(),
        aduan,
        laporan,
    })
}

/// The report that this one was joined to, where it was.
///
/// # Errors
/// When the store fails.
pub async fn induk<C: ConnectionTrait>(c: &C, m: &Muatan) -> Hasil<Option<Pengaduan>> {
    match (m.aduan.keadaan.as_str(), m.langkah.iter().rev().find_map(|(l, _)| l.induk_id)) {
        ("digabung", Some(id)) => dari_id(c, id).await.map(Some),
        _ => Ok(None),
    }
}

/// What those whose report was joined to another one may read of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JawabanInduk {
    Belum,
    /// There is one, to a secret report or one of wrongdoing.
    Tertutup,
    /// The newest.
    Terbaca(Terjawab),
}

/// An answer as others read it: its local day, its words, and whether files came with it (which stay with the other report).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terjawab {
    pub tanggal: String,
    pub teks: String,
    pub lampiran: bool,
}

/// The answer of the report that [`induk`] gives.
///
/// # Errors
/// When the store fails, or the words cannot be opened.
pub async fn jawaban_induk(store: &Store, induk: &Pengaduan) -> Hasil<JawabanInduk> {
    let semua = langkah(store.baca(), induk.id).await?;
    let Some(l) = semua.iter().rev().find(|l| l.langkah() == Some(JenisLangkah::Jawab)) else { return Ok(JawabanInduk::Belum) };
    if induk.rahasia == 1 || induk.pelanggaran == 1 {
        return Ok(JawabanInduk::Tertutup);
    }
    let lampiran = berkas::milik(store, induk.id).await?.iter().any(|f| f.langkah_id == Some(l.id));
    let teks = l.teks.buka(store.kunci(), Letak(super::TEKS, l.id))?;
    Ok(JawabanInduk::Terbaca(Terjawab { tanggal: l.tanggal.clone(), teks, lampiran }))
}

/// How many reports follow this one: whoever sent them reads its answer too.
///
/// # Errors
/// When the store fails.
pub async fn pengikut<C: ConnectionTrait>(c: &C, id: PengaduanId) -> Hasil<i64> {
    let sql = "SELECT COUNT(DISTINCT s.pengaduan_id) AS n FROM pengaduan_langkah s JOIN pengaduan_kini k ON k.pengaduan_id = s.pengaduan_id
        WHERE s.induk_id = $1 AND k.keadaan = 'digabung'";
    c.angka(sql, nilai![id]).await
}

/// Who reports.
#[derive(Debug, Clone)]
pub struct Pelapor {
    pub nama: String,
    pub surel: String,
    pub telepon: String,
}

/// Name and contact as this reader may have them: `None` of an anonymous report, and where none was given.
pub async fn identitas(store: &Store, hak: &PembacaAduan) -> Hasil<Option<Pelapor>> {
    let samaran = Samaran { anonim: hak.aduan.anonim == 1, rahasia: hak.aduan.rahasia == 1 };
    if !samaran.bagi(Pembaca::UnitPenjawab).nama {
        return Ok(None);
    }
    pelapor(store, hak.aduan.id).await
}

/// What was left of name and contact, whoever asks.
pub(super) async fn pelapor(store: &Store, id: PengaduanId) -> Hasil<Option<Pelapor>> {
    let sql = "SELECT nama, surel, telepon FROM pengaduan_pelapor WHERE pengaduan_id = $1";
    let Some(p) = store.baca().mungkin::<MentahPelapor>(sql, nilai![id]).await? else { return Ok(None) };
    let buka = |t: &Tersegel, medan| t.buka(store.kunci(), Letak(medan, id.0));
    Ok(Some(Pelapor {
        nama: buka(&p.nama, super::NAMA)?,
        surel: buka(&p.surel, super::SUREL)?,
        telepon: buka(&p.telepon, super::TELEPON)?,
    }))
}

#[derive(FromQueryResult)]
struct MentahPelapor {
    nama: Tersegel,
    surel: Tersegel,
    telepon: Tersegel,
}
