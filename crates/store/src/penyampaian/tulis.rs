//! Sending and receiving: each in one transaction with its audit event.

use super::baca::{Penyampaian, dari_id};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    f01,
    hak::{KepalaUnit, Pelaku, PenerimaLokus, PenyelenggaraLokus},
    id::{LheId, PenyampaianId},
    kueri::Kueri,
    lhe,
    lokus::Lokus,
    nilai,
    objek::{self, Tersimpan},
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    peristiwa,
};
use jiff::civil::Date;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dokumen {
    Jadwal,
    Lhe,
    /// The follow-up report of the unit.
    TindakLanjut,
}

impl Dokumen {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Jadwal => "jadwal",
            Self::Lhe => "lhe",
            Self::TindakLanjut => "tindak-lanjut",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Jadwal, Self::Lhe, Self::TindakLanjut].into_iter().find(|d| d.kunci() == kunci)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penerima {
    Unit,
    Penanggungjawab,
    Penyelenggara,
}

impl Penerima {
    #[must_use]
    pub fn kunci(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Penanggungjawab => "penanggungjawab",
            Self::Penyelenggara => "penyelenggara",
        }
    }

    #[must_use]
    pub fn dari_kunci(kunci: &str) -> Option<Self> {
        [Self::Unit, Self::Penanggungjawab, Self::Penyelenggara].into_iter().find(|p| p.kunci() == kunci)
    }

    fn orang(self, l: &Lokus) -> Vec<Kepada> {
        match self {
            Self::Unit => vec![Kepada::Operator(l.id), Kepada::Kepala(l.id)],
            Self::Penanggungjawab => vec![Kepada::Penanggungjawab(l.periode_id)],
            Self::Penyelenggara => vec![Kepada::Penyelenggara(l.periode_id)],
        }
    }
}

/// Who sends: the organiser anything, the head of the unit its follow-up report.
#[derive(Debug, Clone, Copy)]
pub enum Pengirim<'a> {
    Penyelenggara(&'a PenyelenggaraLokus),
    Kepala(&'a KepalaUnit),
}

impl Pengirim<'_> {
    fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Penyelenggara(h) => h.pelaku(),
            Self::Kepala(h) => h.pelaku(),
        }
    }

    fn lokus(&self) -> &Lokus {
        match self {
            Self::Penyelenggara(h) => &h.lokus,
            Self::Kepala(h) => &h.lokus,
        }
    }

    /// The organiser sends to the unit and the Penanggungjawab, the unit to the Penanggungjawab and the organiser.
    fn kepada(&self) -> [Penerima; 2] {
        match self {
            Self::Penyelenggara(_) => [Penerima::Unit, Penerima::Penanggungjawab],
            Self::Kepala(_) => [Penerima::Penanggungjawab, Penerima::Penyelenggara],
        }
    }
}

/// What is sent.
#[derive(Debug)]
pub struct Kiriman<'a> {
    /// Made by the client: the same one again sends nothing.
    pub op: Uuid,
    pub dokumen: Dokumen,
    pub lhe: Option<LheId>,
    pub berkas: Option<Berkas<'a>>,
    pub isi: &'a str,
}

/// The PDF of a follow-up report, on disk already, and the code on it ([`crate::berita_acara::kode_baru`]).
#[derive(Debug, Clone, Copy)]
pub struct Berkas<'a> {
    pub pdf: &'a Tersimpan,
    pub kode: &'a str,
}

/// Characters of the text of a sending.
const ISI_MAKS: usize = 4000;

/// Sends a document to both recipients.
///
/// # Errors
/// `Keadaan`: `penyampaian-kosong` (a schedule without text, a report without its file), `penyampaian-panjang`,
/// `penyampaian-lhe-gugur` (its result was annulled); `Ditolak` when the head of a unit sends anything but the follow-up.
pub async fn sampaikan(store: &Store, oleh: &Pengirim<'_>, k: &Kiriman<'_>) -> Hasil<()> {
    let l = oleh.lokus();
    if matches!(oleh, Pengirim::Kepala(_)) && k.dokumen != Dokumen::TindakLanjut {
        return Err(StoreError::Ditolak("penyelenggara"));
    }
    let isi = k.isi.trim();
    let kosong = match k.dokumen {
        Dokumen::Jadwal => isi.is_empty(),
        Dokumen::Lhe => k.lhe.is_none(),
        Dokumen::TindakLanjut => k.berkas.is_none(),
    };
    if kosong {
        return Err(StoreError::Keadaan("penyampaian-kosong"));
    }
    if isi.chars().count() > ISI_MAKS {
        return Err(StoreError::Keadaan("penyampaian-panjang"));
    }
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    if tx.angka("SELECT COUNT(*) AS n FROM penyampaian WHERE kiriman = $1", nilai![k.op]).await? > 0 {
        return Ok(());
    }
    if let Some(id) = k.lhe
        && lhe::dari_id(&*tx, l.id, id).await?.hasil_batal.is_some()
    {
        return Err(StoreError::Keadaan("penyampaian-lhe-gugur"));
    }
    if let Some(b) = k.berkas {
        objek::catat_cetak(&tx, b.pdf, "application/pdf").await?;
        tx.jalankan("INSERT INTO penyampaian_kode (kode, kiriman) VALUES ($1, $2)", nilai![b.kode, k.op]).await?;
    }
    for kepada in oleh.kepada() {
        satu(&tx, oleh, k, isi, kepada).await?;
    }
    let rincian = serde_json::json!({ "dokumen": k.dokumen.kunci(), "lhe": k.lhe, "berkas": k.berkas.map(|b| &b.pdf.sidik) });
    audit::catat(&tx, oleh.pelaku(), Kejadian::baru("penyampaian.kirim", "lokus", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &crate::tindak_lanjut::topik(l.id), &serde_json::json!({ "penyampaian": k.op })).await?;
    tx.commit().await
}

async fn satu(tx: &Tx, oleh: &Pengirim<'_>, k: &Kiriman<'_>, isi: &str, kepada: Penerima) -> Hasil<()> {
    let l = oleh.lokus();
    let id = PenyampaianId::baru();
    tx.jalankan(
        "INSERT INTO penyampaian (id, kiriman, lokus_id, dokumen, kepada, lhe_id, objek, isi, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![
            id,
            k.op,
            l.id,
            k.dokumen.kunci(),
            kepada.kunci(),
            k.lhe,
            k.berkas.map(|b| b.pdf.sidik.clone()),
            isi,
            tx.pada,
            oleh.pelaku().akun
        ],
    )
    .await?;
    let kabar = Pemberitahuan {
        jenis: match k.dokumen {
            Dokumen::Jadwal => "penyampaian-jadwal",
            Dokumen::Lhe => "penyampaian-lhe",
            Dokumen::TindakLanjut => "penyampaian-tindak-lanjut",
        },
        kepada: &kepada.orang(l),
        kecuali: Some(oleh.pelaku().akun),
        periode: Some(l.periode_id),
        lokus: Some(l.id),
        tautan: &format!("/lokus/{}/penyampaian", l.id),
        isi: &serde_json::json!({ "unit": l.unit, "periode": l.periode }),
        sekali: &format!("penyampaian/{id}"),
    };
    beri_tahu(tx, &kabar).await.map(drop)
}

/// The recipient opened the document: one row, the first time.
///
/// # Errors
/// `TidakDitemukan` for what was sent to somebody else.
pub async fn buka(store: &Store, hak: &PenerimaLokus, id: PenyampaianId) -> Hasil<()> {
    let p = milik(store, hak, id).await?;
    if p.dibuka() {
        return Ok(());
    }
    catat(store, hak.pelaku(), &hak.lokus, id, "dibuka", None).await
}

/// The recipient confirms that he has it; again changes nothing.
///
/// # Errors
/// As [`buka`].
pub async fn konfirmasi(store: &Store, hak: &PenerimaLokus, id: PenyampaianId) -> Hasil<()> {
    let p = milik(store, hak, id).await?;
    if p.diterima() {
        return Ok(());
    }
    catat(store, hak.pelaku(), &hak.lokus, id, "dikonfirmasi", None).await
}

/// A document handed over in a meeting.
#[derive(Debug, Clone)]
pub struct Rapat<'a> {
    pub tempat: &'a str,
    pub tanggal: Date,
    /// Name and position of who took it.
    pub penerima: &'a str,
}

/// The organiser records that a document was handed over in a meeting; this stands for the confirmation.
///
/// # Errors
/// `Keadaan`: `penyampaian-rapat-kosong`, `penyampaian-rapat-tanggal` (a day to come), `penyampaian-sudah-diterima`.
pub async fn serahkan(store: &Store, hak: &PenyelenggaraLokus, id: PenyampaianId, r: &Rapat<'_>) -> Hasil<()> {
    if r.tempat.trim().is_empty() || r.penerima.trim().is_empty() {
        return Err(StoreError::Keadaan("penyampaian-rapat-kosong"));
    }
    if r.tanggal > store.sekarang().hari(&hak.lokus.zona) {
        return Err(StoreError::Keadaan("penyampaian-rapat-tanggal"));
    }
    if dari_id(store.baca(), hak.lokus.id, id).await?.diterima() {
        return Err(StoreError::Keadaan("penyampaian-sudah-diterima"));
    }
    catat(store, hak.pelaku(), &hak.lokus, id, "rapat", Some(r)).await
}

async fn milik(store: &Store, hak: &PenerimaLokus, id: PenyampaianId) -> Hasil<Penyampaian> {
    let p = dari_id(store.baca(), hak.lokus.id, id).await?;
    if p.kepada == hak.sebagai { Ok(p) } else { Err(StoreError::TidakDitemukan) }
}

async fn catat(store: &Store, pelaku: &Pelaku, l: &Lokus, id: PenyampaianId, jenis: &str, rapat: Option<&Rapat<'_>>) -> Hasil<()> {
    let tx = store.mulai().await?;
    f01::kunci(&tx, l.id).await?;
    // Pressed twice at once: the lock lets one be first.
    if tx.angka("SELECT COUNT(*) AS n FROM penyampaian_terima WHERE penyampaian_id = $1 AND jenis = $2", nilai![id, jenis]).await? > 0 {
        return Ok(());
    }
    let teks = |t: &str| t.trim().chars().take(200).collect::<String>();
    tx.jalankan(
        "INSERT INTO penyampaian_terima (id, penyampaian_id, jenis, tempat, tanggal, penerima, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![
            crate::id::baru(),
            id,
            jenis,
            rapat.map(|r| teks(r.tempat)),
            rapat.map(|r| r.tanggal.to_string()),
            rapat.map(|r| teks(r.penerima)),
            tx.pada,
            pelaku.akun
        ],
    )
    .await?;
    let rincian = serde_json::json!({ "penyampaian": id, "jenis": jenis });
    audit::catat(&tx, pelaku, Kejadian::baru("penyampaian.terima", "lokus", l.id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &crate::tindak_lanjut::topik(l.id), &serde_json::json!({ "terima": id })).await?;
    tx.commit().await
}
