//! Reading frozen results, with what their derivation needs beside the bundle: names and notes.

use super::bundel::{self, Isi};
use crate::{
    Hasil, Store, StoreError, Waktu, edisi,
    f02::Catatan,
    id::{AkunId, HasilId, LokusId},
    kueri::{self, Kueri, Value},
    nilai, sidik_hex,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// A frozen result. Values are exact (`"2681/625"`), `tampil` has two decimals.
#[derive(Debug, Clone, FromQueryResult)]
pub struct HasilBeku {
    pub id: HasilId,
    pub lokus_id: LokusId,
    pub nomor: i64,
    /// `complete` or `f03-kurang`.
    pub status: String,
    pub ipp: Option<String>,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub f02: Option<String>,
    pub f03: Option<String>,
    /// Canonical JSON, see [`Isi`].
    pub isi: String,
    pub sidik: String,
    pub tanda: Vec<u8>,
    pub pada: Waktu,
    pub oleh: AkunId,
    pub oleh_nama: String,
    pub batal: Option<Waktu>,
    pub batal_alasan: Option<String>,
    pub batal_nama: Option<String>,
}

impl HasilBeku {
    /// The content of the bundle.
    ///
    /// # Errors
    /// `Rusak` when the stored text no longer fits its hash.
    pub fn bundel(&self) -> Hasil<Isi> {
        if sidik_hex(self.isi.as_bytes()) != self.sidik {
            return Err(StoreError::Rusak(format!("frozen result {} was changed", self.id)));
        }
        serde_json::from_str(&self.isi).map_err(|e| StoreError::Rusak(format!("frozen result {}: {e}", self.id)))
    }

    /// The bundle as a file: content, edition text, hash, signature.
    pub async fn berkas(&self, store: &Store) -> Hasil<String> {
        let teks = edisi::teks(store, &self.bundel()?.edisi.sidik).await?;
        bundel::berkas(&self.isi, &teks, &self.sidik, &self.tanda)
    }

    /// The code for the verification page: the first 16 digits of the hash.
    #[must_use]
    pub fn kode(&self) -> &str {
        self.sidik.get(..16).unwrap_or(&self.sidik)
    }

    /// Whether the signature over the stored text holds under a key of this installation.
    #[must_use]
    pub fn tanda_sah(&self, store: &Store) -> bool {
        sidik_hex(self.isi.as_bytes()) == self.sidik && store.kunci().sah(&bundel::pesan(&self.sidik), &self.tanda)
    }
}

const PILIH: &str =
    "SELECT h.id, h.lokus_id, h.nomor, h.status, h.ipp, h.tampil, h.kategori, h.f02, h.f03, h.isi, h.sidik, h.tanda, h.pada,
    h.oleh, a.nama AS oleh_nama, b.pada AS batal, b.alasan AS batal_alasan, x.nama AS batal_nama
    FROM hasil h JOIN akun a ON a.id = h.oleh LEFT JOIN hasil_batal b ON b.hasil_id = h.id LEFT JOIN akun x ON x.id = b.oleh";

pub(super) async fn mungkin<C: ConnectionTrait>(c: &C, id: HasilId) -> Hasil<Option<HasilBeku>> {
    c.mungkin(&format!("{PILIH} WHERE h.id = $1"), nilai![id]).await
}

pub async fn dari_id<C: ConnectionTrait>(c: &C, id: HasilId) -> Hasil<HasilBeku> {
    mungkin(c, id).await?.ok_or(StoreError::TidakDitemukan)
}

/// The frozen result that stands.
pub async fn hidup<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Option<HasilBeku>> {
    c.mungkin(&format!("{PILIH} WHERE h.lokus_id = $1 AND b.hasil_id IS NULL ORDER BY h.nomor DESC LIMIT 1"), nilai![lokus]).await
}

/// The result behind a verification code (16 hex digits), annulled ones too.
pub(crate) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<HasilBeku>> {
    let akhir = format!("{kode}g");
    c.mungkin(&format!("{PILIH} WHERE h.sidik >= $1 AND h.sidik < $2 ORDER BY h.sidik LIMIT 1"), nilai![kode, akhir]).await
}

/// One line in the history of a lokus.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Riwayat {
    pub id: HasilId,
    pub nomor: i64,
    pub status: String,
    pub tampil: Option<String>,
    pub kategori: Option<String>,
    pub pada: Waktu,
    pub oleh_nama: String,
    pub batal: Option<Waktu>,
    pub batal_alasan: Option<String>,
    pub batal_nama: Option<String>,
}

/// All frozen results of a lokus, newest first, at most 50.
pub async fn riwayat<C: ConnectionTrait>(c: &C, lokus: LokusId) -> Hasil<Vec<Riwayat>> {
    c.semua(
        "SELECT h.id, h.nomor, h.status, h.tampil, h.kategori, h.pada, a.nama AS oleh_nama,
           b.pada AS batal, b.alasan AS batal_alasan, x.nama AS batal_nama
         FROM hasil h JOIN akun a ON a.id = h.oleh LEFT JOIN hasil_batal b ON b.hasil_id = h.id LEFT JOIN akun x ON x.id = b.oleh
         WHERE h.lokus_id = $1 ORDER BY h.nomor DESC LIMIT 50",
        nilai![lokus],
    )
    .await
}

/// Who is behind an evaluator id of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Penilai {
    pub id: AkunId,
    pub nama: String,
    pub jabatan: String,
}

fn akun(isi: &Isi) -> Vec<AkunId> {
    isi.f02.iter().filter_map(|l| l.evaluator.parse().ok()).collect()
}

/// The evaluators of a frozen result by id.
pub async fn penilai<C: ConnectionTrait>(c: &C, isi: &Isi) -> Hasil<Vec<Penilai>> {
    let id = akun(isi);
    if id.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT id, nama, jabatan FROM akun WHERE id IN ({}) ORDER BY id LIMIT 100", kueri::tempat(1..=id.len()));
    c.semua(&sql, id.into_iter().map(Value::from).collect()).await
}

/// Notes and recommendations of the evaluators of a frozen result; F02 is closed while it stands, so they have not moved.
pub async fn catatan_beku<C: ConnectionTrait>(c: &C, lokus: LokusId, isi: &Isi) -> Hasil<Vec<Catatan>> {
    let id = akun(isi);
    if id.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT i.indikator, i.akun_id, d.nama, i.skor, i.sumber, i.catatan, i.rekomendasi FROM f02_isian i JOIN akun d ON d.id = i.akun_id
         WHERE i.lokus_id = $1 AND i.akun_id IN ({}) ORDER BY i.indikator, i.akun_id LIMIT 5000",
        kueri::tempat(2..id.len() + 2)
    );
    let mut v = nilai![lokus];
    v.extend(id.into_iter().map(Value::from));
    c.semua(&sql, v).await
}
