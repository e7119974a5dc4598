//! Editions registered in this installation: what is known of each, which of them a period may use.
//!
//! Those that come with the program are `pekppp::semua_bawaan`; they need no row. Changing the register is `tulis`.

use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    hak::Pelaku,
    id::{EdisiId, InstansiId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// One registered edition with its decree and its end, if it has them.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EdisiTerdaftar {
    pub id: EdisiId,
    pub kode: String,
    pub sidik: String,
    pub bentuk: String,
    pub nama: String,
    /// Hash of the parent's text; `None` for an imported one.
    pub induk: Option<String>,
    pub induk_kode: Option<String>,
    pub instansi_id: Option<InstansiId>,
    pub instansi: Option<String>,
    pub alasan: String,
    pub pada: Waktu,
    pub oleh_nama: Option<String>,
    /// Of the decree.
    pub nomor: Option<String>,
    pub tanggal: Option<String>,
    pub objek: Option<String>,
    pub nama_berkas: Option<String>,
    pub dari: Option<String>,
    pub sampai: Option<String>,
    pub terbit_pada: Option<Waktu>,
    /// `tarik` or `ganti`.
    pub akhir: Option<String>,
    pub akhir_alasan: Option<String>,
    pub akhir_pada: Option<Waktu>,
    pub pengganti: Option<String>,
    /// Periods that use it.
    pub periode: i64,
}

/// Where an edition stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    Draf,
    BelumBerlaku,
    Berlaku,
    Berakhir,
    Diganti,
    Ditarik,
}

impl EdisiTerdaftar {
    #[must_use]
    pub fn turunan(&self) -> bool {
        self.induk.is_some()
    }

    /// ISO days compare as text.
    #[must_use]
    pub fn keadaan(&self, hari: Date) -> Keadaan {
        let hari = hari.to_string();
        match (self.akhir.as_deref(), &self.dari) {
            (Some("ganti"), _) => Keadaan::Diganti,
            (Some(_), _) => Keadaan::Ditarik,
            (None, None) => Keadaan::Draf,
            (None, Some(dari)) if *dari > hari => Keadaan::BelumBerlaku,
            (None, Some(_)) if self.sampai.as_ref().is_some_and(|s| *s < hari) => Keadaan::Berakhir,
            (None, Some(_)) => Keadaan::Berlaku,
        }
    }

    /// Whether the person answers for it: the ministry for its own, the organiser for what his instansi derived.
    #[must_use]
    pub fn milik(&self, p: &Pelaku) -> bool {
        match self.instansi_id {
            None => p.punya(Peran::Nasional),
            Some(i) => p.peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == Lingkup::Instansi(i)),
        }
    }

    /// Issued ones are for everybody, drafts only for those who answer for them.
    fn terbaca(&self, p: &Pelaku) -> bool {
        self.dari.is_some() || self.milik(p)
    }
}

const PILIH: &str = "SELECT d.id, d.kode, d.sidik, d.bentuk, d.nama, d.induk, k.kode AS induk_kode, d.instansi_id, i.nama AS instansi,
    d.alasan, d.pada, a.nama AS oleh_nama, t.nomor, t.tanggal, t.objek, t.nama_berkas, t.dari, t.sampai, t.pada AS terbit_pada,
    x.jenis AS akhir, x.alasan AS akhir_alasan, x.pada AS akhir_pada, g.kode AS pengganti,
    (SELECT COUNT(*) FROM periode p WHERE p.edisi_a = d.sidik OR p.edisi_b = d.sidik) AS periode
    FROM edisi_daftar d LEFT JOIN edisi k ON k.sidik = d.induk LEFT JOIN instansi i ON i.id = d.instansi_id
    LEFT JOIN akun a ON a.id = d.oleh LEFT JOIN edisi_terbit t ON t.edisi_id = d.id LEFT JOIN edisi_akhir x ON x.edisi_id = d.id
    LEFT JOIN edisi_daftar g ON g.id = x.pengganti";

/// Registered editions that the person may see, newest first, at most 500.
pub async fn semua(store: &Store, p: &Pelaku) -> Hasil<Vec<EdisiTerdaftar>> {
    let semua: Vec<EdisiTerdaftar> = store.baca().semua(&format!("{PILIH} ORDER BY d.pada DESC, d.id DESC LIMIT 500"), nilai![]).await?;
    Ok(semua.into_iter().filter(|e| e.terbaca(p)).collect())
}

/// # Errors
/// `TidakDitemukan` also for a draft of somebody else.
pub async fn satu(store: &Store, p: &Pelaku, kode: &str) -> Hasil<EdisiTerdaftar> {
    dari_kode(store.baca(), kode).await?.filter(|e| e.terbaca(p)).ok_or(StoreError::TidakDitemukan)
}

pub(super) async fn dari_kode<C: ConnectionTrait>(c: &C, kode: &str) -> Hasil<Option<EdisiTerdaftar>> {
    c.mungkin(&format!("{PILIH} WHERE d.kode = $1"), nilai![kode]).await
}

/// The registered edition with this hash, for the label "derived from …"; `None` for one that came with the program.
pub async fn dari_sidik<C: ConnectionTrait>(c: &C, sidik: &str) -> Hasil<Option<EdisiTerdaftar>> {
    c.mungkin(&format!("{PILIH} WHERE d.sidik = $1"), nilai![sidik]).await
}

/// What a period of this instansi may choose: issued, not ended; derived ones only of the instansi itself, and only where
/// the scheme allows them (the caller leaves them out).
pub async fn pilihan(store: &Store, instansi: &[InstansiId]) -> Hasil<Vec<EdisiTerdaftar>> {
    let sql = format!("{PILIH} WHERE t.edisi_id IS NOT NULL AND x.edisi_id IS NULL ORDER BY d.nama, d.id LIMIT 500");
    let semua: Vec<EdisiTerdaftar> = store.baca().semua(&sql, nilai![]).await?;
    Ok(semua.into_iter().filter(|e| e.instansi_id.is_none_or(|i| instansi.contains(&i))).collect())
}

/// The hash of an issued edition for a period.
///
/// `turunan_dari`: the instansi whose derived editions may be used; `None` when the scheme allows none. `hari`: first and
/// last day on which the period scores; the edition must hold on one of them at least.
///
/// # Errors
/// `Keadaan` with `edisi-…`.
pub(crate) async fn untuk_periode(
    tx: &Tx,
    kode: &str,
    bentuk: &str,
    turunan_dari: Option<InstansiId>,
    (mulai, selesai): (Date, Date),
) -> Hasil<String> {
    let e = dari_kode(&**tx, kode).await?.ok_or(StoreError::Keadaan("edisi-tak-dikenal"))?;
    if e.bentuk != bentuk {
        return Err(StoreError::Keadaan("edisi-bentuk-lain"));
    }
    let Some(dari) = &e.dari else { return Err(StoreError::Keadaan("edisi-belum-terbit")) };
    if e.akhir.is_some() {
        return Err(StoreError::Keadaan("edisi-sudah-berakhir"));
    }
    if e.turunan() && (turunan_dari.is_none() || turunan_dari != e.instansi_id) {
        return Err(StoreError::Keadaan("edisi-turunan-lain"));
    }
    let lewat = e.sampai.as_ref().is_some_and(|s| *s < mulai.to_string());
    if *dari > selesai.to_string() || lewat {
        return Err(StoreError::Keadaan("edisi-tidak-berlaku"));
    }
    Ok(e.sidik)
}
