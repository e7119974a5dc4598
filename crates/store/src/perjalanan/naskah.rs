//! Texts: templates that an office may replace by its own, and the drafts made from them for one journey.
//!
//! The newest template of the instansi holds, else the ministry's, else the one that ships (`layanan::mpp::templat`). A text whose
//! source is empty is an example, and every page and print says so.

use super::{Jalan, Pihak, catat, dari_id, tulis::kunci};
use crate::{
    Hasil, Store, StoreError, Waktu,
    audit::{self, Kejadian},
    hak::{Nasional, Pelaku, PengusulMpp},
    id::{InstansiId, JalanId},
    kueri::Kueri,
    nilai,
    versi::bentrok,
};
use ::layanan::mpp::templat;
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Most characters of a text.
pub const TEKS_MAKS: usize = 40_000;

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asal {
    /// Ships with the program.
    Bawaan,
    Kementerian,
    Instansi,
}

/// A template as it holds now.
#[derive(Debug, Clone)]
pub struct Templat {
    pub kunci: &'static str,
    pub nama: &'static str,
    pub isi: String,
    /// The annex it was taken from; empty for an example.
    pub sumber: String,
    pub asal: Asal,
    pub pada: Option<Waktu>,
}

#[derive(FromQueryResult)]
struct Baris {
    isi: String,
    sumber: String,
    instansi_id: Option<InstansiId>,
    pada: Waktu,
}

/// The template of a key for an instansi; without one, as the ministry has it.
///
/// # Errors
/// `TidakDitemukan` for an unknown key.
pub async fn templat<C: ConnectionTrait>(c: &C, instansi: Option<InstansiId>, kunci: &str) -> Hasil<Templat> {
    let t = templat::cari(kunci).ok_or(StoreError::TidakDitemukan)?;
    let milik =
        |di: &str| format!("SELECT isi, sumber, instansi_id, pada FROM mpp_templat WHERE kunci = $1 AND {di} ORDER BY id DESC LIMIT 1");
    let mut ada: Option<Baris> = None;
    if let Some(i) = instansi {
        ada = c.mungkin(&milik("instansi_id = $2"), nilai![kunci, i]).await?;
    }
    if ada.is_none() {
        ada = c.mungkin(&milik("instansi_id IS NULL"), nilai![kunci]).await?;
    }
    Ok(match ada {
        // An empty text gives the shipped one back.
        Some(b) if !b.isi.is_empty() => Templat {
            kunci: t.kunci,
            nama: t.nama,
            isi: b.isi,
            sumber: b.sumber,
            asal: if b.instansi_id.is_some() { Asal::Instansi } else { Asal::Kementerian },
            pada: Some(b.pada),
        },
        _ => Templat { kunci: t.kunci, nama: t.nama, isi: t.isi.to_owned(), sumber: String::new(), asal: Asal::Bawaan, pada: None },
    })
}

/// Who replaces templates: an instansi its own, the ministry everybody's.
#[derive(Debug, Clone, Copy)]
pub enum PemilikTemplat<'a> {
    Instansi(&'a PengusulMpp),
    Kementerian(&'a Nasional),
}

impl PemilikTemplat<'_> {
    #[must_use]
    pub fn instansi(&self) -> Option<InstansiId> {
        match self {
            Self::Instansi(h) => Some(h.instansi.id),
            Self::Kementerian(_) => None,
        }
    }

    fn pelaku(&self) -> &Pelaku {
        match self {
            Self::Instansi(h) => h.pelaku(),
            Self::Kementerian(h) => h.pelaku(),
        }
    }
}

/// Replaces a template; an empty text gives the shipped one back.
///
/// # Errors
/// `TidakDitemukan` for an unknown key, `Keadaan("mpp-naskah-panjang")`.
pub async fn ubah_templat(store: &Store, hak: PemilikTemplat<'_>, kunci: &str, isi: &str, sumber: &str) -> Hasil<()> {
    let t = templat::cari(kunci).ok_or(StoreError::TidakDitemukan)?;
    if isi.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("mpp-naskah-panjang"));
    }
    let tx = store.mulai().await?;
    let id = crate::id::baru();
    tx.jalankan(
        "INSERT INTO mpp_templat (id, instansi_id, kunci, isi, sumber, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, hak.instansi(), t.kunci, isi.trim(), sumber.trim(), tx.pada, hak.pelaku().akun],
    )
    .await?;
    let mut k = Kejadian::baru("mpp.templat", "mpp-templat", t.kunci).rincian(serde_json::json!({ "resmi": !sumber.trim().is_empty() }));
    if let Some(i) = hak.instansi() {
        k = k.instansi(i);
    }
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

/// A draft of one journey.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Naskah {
    pub kunci: String,
    pub isi: String,
    pub sumber: String,
    pub versi: i64,
    pub pada: Waktu,
    pub oleh: Option<String>,
}

pub async fn semua<C: ConnectionTrait>(c: &C, jalan: JalanId) -> Hasil<Vec<Naskah>> {
    let sql = "SELECT n.kunci, n.isi, n.sumber, n.versi, n.pada, a.nama AS oleh FROM mpp_naskah n LEFT JOIN akun a ON a.id = n.oleh
        WHERE n.jalan_id = $1 ORDER BY n.kunci LIMIT 100";
    c.semua(sql, nilai![jalan]).await
}

/// The draft, else (version 0) the template filled with what is known.
pub async fn satu(store: &Store, j: &Jalan, kunci: &str) -> Hasil<Naskah> {
    let c = store.baca();
    if let Some(n) = semua(c, j.id).await?.into_iter().find(|n| n.kunci == kunci) {
        return Ok(n);
    }
    let t = templat(c, Some(j.instansi_id), kunci).await?;
    let [nama, instansi, alamat] = templat::SENDIRI;
    let isi = templat::isi(&t.isi, &[(nama, &j.nama), (instansi, &j.instansi), (alamat, &j.alamat)]);
    Ok(Naskah { kunci: kunci.to_owned(), isi, sumber: t.sumber, versi: 0, pada: store.sekarang(), oleh: None })
}

/// Whether this side writes the text: verification forms are the ministry's, the rest the local government's.
#[must_use]
pub fn penulis(hak: Pihak<'_>, kunci: &str) -> bool {
    templat::cari(kunci).is_some_and(|t| hak.boleh(t.jenis.pihak()))
}

/// Saves a draft. `dasar`: the version it was made from. Returns the new one.
///
/// # Errors
/// `Bentrok` when somebody saved first; `Keadaan`: `mpp-bukan-pihak`, `mpp-naskah-panjang`, `mpp-naskah-kosong`, `mpp-berhenti`.
pub async fn simpan(store: &Store, hak: Pihak<'_>, kunci_: &str, dasar: i64, isi: &str) -> Hasil<i64> {
    let t = templat::cari(kunci_).ok_or(StoreError::TidakDitemukan)?;
    if !penulis(hak, kunci_) {
        return Err(StoreError::Keadaan("mpp-bukan-pihak"));
    }
    let isi = isi.trim();
    if isi.is_empty() {
        return Err(StoreError::Keadaan("mpp-naskah-kosong"));
    }
    if isi.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("mpp-naskah-panjang"));
    }
    let tx = store.mulai().await?;
    kunci(&tx, hak.jalan()).await?;
    let j = dari_id(&*tx, hak.jalan()).await?;
    if j.akhir.is_some() {
        return Err(StoreError::Keadaan("mpp-berhenti"));
    }
    let objek_id = format!("{}/{}", j.id, t.kunci);
    let ada = semua(&*tx, j.id).await?.into_iter().find(|n| n.kunci == t.kunci);
    let kini = ada.as_ref().map_or(0, |n| n.versi);
    if kini != dasar {
        return Err(bentrok(&tx, "mpp-naskah", &objek_id, kini).await?);
    }
    if let Some(n) = ada {
        if n.isi == isi {
            return Ok(dasar);
        }
        let sql = "UPDATE mpp_naskah SET isi = $1, versi = versi + 1, pada = $2, oleh = $3 WHERE jalan_id = $4 AND kunci = $5";
        tx.jalankan(sql, nilai![isi, tx.pada, hak.pelaku().akun, j.id, t.kunci]).await?;
    } else {
        let sumber = templat(&*tx, Some(j.instansi_id), t.kunci).await?.sumber;
        tx.jalankan(
            "INSERT INTO mpp_naskah (id, jalan_id, kunci, isi, sumber, versi, pada, oleh) VALUES ($1, $2, $3, $4, $5, 1, $6, $7)",
            nilai![crate::id::baru(), j.id, t.kunci, isi, sumber.as_str(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    }
    let k = Kejadian::baru("mpp.naskah", "mpp-naskah", objek_id).instansi(j.instansi_id).rincian(serde_json::json!({ "versi": dasar + 1 }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    catat(&tx, hak.pelaku(), &j, "mpp.naskah", serde_json::json!({ "kunci": t.kunci })).await?;
    tx.commit().await?;
    Ok(dasar + 1)
}
