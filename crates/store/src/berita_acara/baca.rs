//! Reading minutes and signatures, and checking what was signed.

use super::{HarusTanda, Jenis};
use crate::{
    Hasil, Store, StoreError, Waktu,
    id::{AkunId, BeritaAcaraId, HasilId, LokusId, TandaTanganId},
    kueri::Kueri,
    nilai,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::Value;

#[derive(Debug, Clone, FromQueryResult)]
pub struct BeritaAcara {
    pub id: BeritaAcaraId,
    pub lokus_id: LokusId,
    pub jenis: String,
    pub hasil_id: Option<HasilId>,
    pub nomor: String,
    /// ISO date.
    pub tanggal: String,
    pub tempat: String,
    pub kode: String,
    /// `{"penanda": [...], "dokumen": {...}}`.
    pub isi: String,
    /// SHA-256 of the PDF: what is signed.
    pub objek: String,
    pub ukuran: i64,
    pub pada: Waktu,
    pub oleh_nama: String,
    pub tanda: i64,
    pub segel: Option<Waktu>,
    pub segel_isi: Option<String>,
    pub segel_kunci: Option<String>,
    pub segel_tanda: Option<Vec<u8>>,
    pub batal: Option<Waktu>,
    pub batal_alasan: Option<String>,
    pub batal_nama: Option<String>,
}

/// Where minutes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    BelumDitandatangani,
    Sebagian,
    Bersegel,
    Dibatalkan,
}

impl BeritaAcara {
    pub fn jenis(&self) -> Hasil<Jenis> {
        self.jenis.parse()
    }

    #[must_use]
    pub fn keadaan(&self) -> Keadaan {
        match (self.batal, self.segel, self.tanda) {
            (Some(_), ..) => Keadaan::Dibatalkan,
            (None, Some(_), _) => Keadaan::Bersegel,
            (None, None, 0) => Keadaan::BelumDitandatangani,
            (None, None, _) => Keadaan::Sebagian,
        }
    }

    fn bagian(&self, kunci: &str) -> Hasil<Value> {
        let v: Value = serde_json::from_str(&self.isi).map_err(|e| StoreError::Rusak(format!("minutes {}: {e}", self.id)))?;
        v.get(kunci).cloned().ok_or_else(|| StoreError::Rusak(format!("minutes {} have no {kunci}", self.id)))
    }

    /// Those who are printed on the minutes and must sign.
    pub fn penanda(&self) -> Hasil<Vec<HarusTanda>> {
        serde_json::from_value(self.bagian("penanda")?).map_err(|e| StoreError::Rusak(format!("minutes {}: {e}", self.id)))
    }

    /// What the PDF was made from.
    pub fn dokumen(&self) -> Hasil<Value> {
        self.bagian("dokumen")
    }

    /// Whether the seal holds under a key of this installation, and is over this PDF, number, kind and result.
    #[must_use]
    pub fn segel_sah(&self, store: &Store) -> bool {
        let (Some(isi), Some(tanda)) = (&self.segel_isi, &self.segel_tanda) else { return false };
        let tersegel: Value = serde_json::from_str(isi).unwrap_or_default();
        let baris = serde_json::json!({
            "berita_acara": self.id, "jenis": self.jenis, "kode": self.kode, "nomor": self.nomor, "hasil": self.hasil_id, "pdf": self.objek,
        });
        let sama = baris.as_object().is_some_and(|b| b.iter().all(|(k, v)| tersegel.get(k) == Some(v)));
        sama && store.kunci().sah(&super::tanda::pesan_segel(isi), tanda)
    }

    /// Whether the seal names exactly these signatures.
    pub(crate) fn segel_memuat(&self, tanda: &[TandaTangan]) -> bool {
        let isi: Value = self.segel_isi.as_deref().and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default();
        let tersegel = isi.get("tanda_tangan").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let satu = |t: &TandaTangan| serde_json::json!({ "id": t.id, "pihak": t.pihak, "tanda": hex::encode(&t.tanda) });
        tersegel.len() == tanda.len() && tanda.iter().all(|t| tersegel.contains(&satu(t)))
    }
}

pub(crate) const PILIH: &str =
    "SELECT b.id, b.lokus_id, b.jenis, b.hasil_id, b.nomor, b.tanggal, b.tempat, b.kode, b.isi, b.objek, o.ukuran, b.pada,
    a.nama AS oleh_nama, (SELECT COUNT(*) FROM tanda_tangan t WHERE t.berita_acara_id = b.id) AS tanda,
    s.pada AS segel, s.isi AS segel_isi, s.kunci AS segel_kunci, s.tanda AS segel_tanda,
    x.pada AS batal, x.alasan AS batal_alasan, y.nama AS batal_nama
    FROM berita_acara b JOIN objek o ON o.sidik = b.objek JOIN akun a ON a.id = b.oleh LEFT JOIN segel s ON s.berita_acara_id = b.id
    LEFT JOIN berita_acara_batal x ON x.berita_acara_id = b.id LEFT JOIN akun y ON y.id = x.oleh";

pub(super) async fn mungkin<C: ConnectionTrait>(c: &C, id: BeritaAcaraId) -> Hasil<Option<BeritaAcara>> {
    c.mungkin(&format!("{PILIH} WHERE b.id = $1"), nilai![id]).await
}

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: BeritaAcaraId) -> Hasil<BeritaAcara> {
    mungkin(c, id).await?.ok_or(StoreError::TidakDitemukan)
}

pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<BeritaAcara>> {
    c.mungkin(&format!("{PILIH} WHERE b.kode = $1"), nilai![kode]).await
}

/// Minutes of a lokus, newest first, annulled ones too.
pub async fn daftar<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<BeritaAcara>> {
    c.semua(&format!("{PILIH} WHERE b.lokus_id = $1 ORDER BY b.id DESC LIMIT 100"), nilai![lokus]).await
}

/// One signature, with everything that it covers.
#[derive(Debug, Clone, FromQueryResult)]
pub struct TandaTangan {
    pub id: TandaTanganId,
    pub berita_acara_id: BeritaAcaraId,
    pub pihak: String,
    pub akun_id: AkunId,
    pub nama: String,
    pub jabatan: String,
    pub objek: String,
    pub alamat: String,
    pub agen: String,
    pub tanda: Vec<u8>,
    pub pada: Waktu,
}

/// Opens the note of the device of a signature that was given on a device on which somebody else was signed in.
const BERSAMA: &str = "perangkat bersama, akun ";

/// The note of the device (`agen`) on which `pemilik` was signed in, for a signature of somebody else.
#[must_use]
pub fn agen_bersama(pemilik: AkunId, agen: &str) -> String {
    format!("{BERSAMA}{pemilik}; {agen}")
}

impl TandaTangan {
    /// Whether it was given on a shared device ([`agen_bersama`]).
    #[must_use]
    pub fn perangkat_bersama(&self) -> bool {
        self.agen.starts_with(BERSAMA)
    }

    #[must_use]
    pub fn milik(&self, h: &HarusTanda) -> bool {
        self.akun_id == h.akun && self.pihak == h.pihak.kunci()
    }

    /// Whether the installation's signature over this record holds.
    #[must_use]
    pub fn sah(&self, store: &Store) -> bool {
        super::tanda::pesan(self).is_ok_and(|p| store.kunci().sah(&p, &self.tanda))
    }
}

/// Signatures of minutes in the order in which they were given.
pub async fn tanda_tangan<C: ConnectionTrait>(c: &C, id: BeritaAcaraId) -> Hasil<Vec<TandaTangan>> {
    c.semua(
        "SELECT id, berita_acara_id, pihak, akun_id, nama, jabatan, objek, alamat, agen, tanda, pada FROM tanda_tangan
         WHERE berita_acara_id = $1 ORDER BY pada, id LIMIT 200",
        nilai![id],
    )
    .await
}
