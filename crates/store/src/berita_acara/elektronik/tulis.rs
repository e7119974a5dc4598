//! Beginning a call, writing down how it ended, and settling one whose end is unknown.

use super::baca::{self, Keadaan, Tte};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    berita_acara::{BeritaAcara, Penanda, baca as minutes, hak_kini, tanda},
    hak::{Pelaku, PenyelenggaraLokus},
    id::{BeritaAcaraId, TteId},
    kueri::Kueri,
    lokus::{Lokus, kabar::kabari},
    nilai,
    objek::{self, Tersimpan},
    pemberitahuan::Kepada,
    periode::{self, Fase},
    peristiwa, sidik_hex,
};

/// What is asked for. `id` is made when the form is shown: pressed twice is one call.
#[derive(Debug)]
pub struct Permintaan<'a> {
    pub id: TteId,
    /// SHA-256 of the file that was shown.
    pub pdf: &'a str,
    /// Host of the service.
    pub layanan: &'a str,
    /// Seconds the call may take.
    pub batas: i64,
    /// Only its keyed digest is kept, in the audit log.
    pub nik: &'a str,
}

/// Leave to make one call, given once; [`akhiri`] takes it back.
#[derive(Debug)]
pub struct Panggilan {
    id: TteId,
    hak: Penanda,
    /// The file to be signed.
    pub isi: Vec<u8>,
}

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Akhir {
    Ditandatangani(Vec<u8>),
    /// Certainly not signed. Code and words of the service.
    Ditolak {
        kode: String,
        pesan: String,
    },
    /// The service may have signed.
    TakDiketahui {
        kode: String,
    },
}

/// What an officer found when he asked the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Putusan {
    /// With the signed file, when it could be had.
    Ditandatangani(Option<Vec<u8>>),
    TidakDitandatangani,
}

/// Writes down that a call is about to be made. `None` when this id has a row already: then nobody may call.
///
/// # Errors
/// `Ditolak` for somebody who is not printed on the minutes. `Keadaan`: `ba-dibatalkan`, `tte-tanda-dulu` before the own
/// signature in the program, `ba-hak-berakhir`, `tte-menunggu` or `tte-belum-diputus` while another call has no known end, `tte-sudah`,
/// `ba-berkas-lain`, a closed phase. `Rusak` when the file no longer fits its hash.
pub async fn mulai(store: &Store, hak: &Penanda, ba: BeritaAcaraId, p: &Permintaan<'_>) -> Hasil<Option<Panggilan>> {
    let (l, orang) = (hak.lokus(), hak.pelaku());
    let tx = store.mulai().await?;
    tanda::kunci(&tx, ba).await?;
    let b = minutes::mungkin(&*tx, ba).await?.filter(|b| b.lokus_id == l.id).ok_or(StoreError::TidakDitemukan)?;
    let harus = b.penanda()?;
    let saya = harus.iter().find(|h| h.pihak == hak.pihak() && h.akun == orang.akun).ok_or(StoreError::Ditolak("penanda-tangan"))?;
    let semua = baca::daftar(&*tx, ba).await?;
    if semua.iter().any(|t| t.id == p.id) {
        return Ok(None);
    }
    if b.batal.is_some() {
        return Err(StoreError::Keadaan("ba-dibatalkan"));
    }
    hak_kini::periksa(&tx, hak).await?;
    if !minutes::tanda_tangan(&*tx, ba).await?.iter().any(|t| t.milik(saya)) {
        return Err(StoreError::Keadaan("tte-tanda-dulu"));
    }
    periksa(&semua, saya, tx.pada)?;
    let dari = baca::berkas(&b, &semua);
    if p.pdf != dari {
        return Err(StoreError::Keadaan("ba-berkas-lain"));
    }
    periode::harus_terbuka(&*tx, l.periode_id, Fase::Penyampaian).await?;
    let isi = objek::baca(store, dari)?;
    if sidik_hex(&isi) != dari {
        return Err(StoreError::Rusak(format!("the file {dari} of minutes {ba} was changed")));
    }
    tx.jalankan(
        "INSERT INTO tte (id, berita_acara_id, pihak, akun_id, nama, jabatan, dari, layanan, batas, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![p.id, ba, saya.pihak.kunci(), orang.akun, saya.nama.as_str(), saya.jabatan.as_str(), dari, p.layanan, p.batas, tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({
        "berita_acara": ba, "pihak": saya.pihak, "pdf": dari, "layanan": p.layanan, "nik": tx.kunci.ringkas(p.nik),
    });
    audit::catat(&tx, orang, Kejadian::baru("tte.mulai", "tte", p.id).instansi(l.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(&tx, &crate::berita_acara::topik(l.id), &serde_json::json!({ "ba": ba })).await?;
    tx.commit().await?;
    Ok(Some(Panggilan { id: p.id, hak: hak.clone(), isi }))
}

fn periksa(semua: &[Tte], saya: &crate::berita_acara::HarusTanda, kini: crate::Waktu) -> Hasil<()> {
    for t in semua {
        match t.keadaan(kini) {
            Keadaan::Menunggu => return Err(StoreError::Keadaan("tte-menunggu")),
            Keadaan::TakDiketahui => return Err(StoreError::Keadaan("tte-belum-diputus")),
            Keadaan::Ditandatangani if t.milik(saya) => return Err(StoreError::Keadaan("tte-sudah")),
            Keadaan::Ditandatangani | Keadaan::TidakDitandatangani => {}
        }
    }
    Ok(())
}

/// Writes down how a call ended. It is kept whatever became of the minutes meanwhile, since it happened.
///
/// # Errors
/// Those of the database and the disk; then the call stays without an end and becomes unknown.
pub async fn akhiri(store: &Store, p: Panggilan, akhir: Akhir) -> Hasil<()> {
    let (l, orang) = (p.hak.lokus(), p.hak.pelaku());
    let (keadaan, kode, pesan, pdf) = match &akhir {
        Akhir::Ditandatangani(isi) => ("ditandatangani", "", "", Some(isi.as_slice())),
        Akhir::Ditolak { kode, pesan } => ("ditolak", kode.as_str(), pesan.as_str(), None),
        Akhir::TakDiketahui { kode } => ("tak-diketahui", kode.as_str(), "", None),
    };
    let berkas = pdf.map(|isi| objek::simpan(store, isi)).transpose()?;
    let utuh = pdf.is_some_and(|isi| isi.starts_with(&p.isi));
    let tx = store.mulai().await?;
    catat_objek(&tx, berkas.as_ref()).await?;
    let sidik = berkas.as_ref().map(|b| b.sidik.clone());
    tx.jalankan(
        "INSERT INTO tte_akhir (tte_id, keadaan, kode, pesan, objek, utuh, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![p.id, keadaan, kode, pesan, sidik.clone(), i64::from(utuh), tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({ "keadaan": keadaan, "kode": kode, "pdf": sidik, "utuh": utuh });
    audit::catat(&tx, orang, Kejadian::baru("tte.akhir", "tte", p.id).instansi(l.instansi_id).rincian(rincian)).await?;
    let ba = milik(&tx, p.id).await?;
    if matches!(akhir, Akhir::TakDiketahui { .. }) {
        kabari(&tx, l, orang, "tte-tak-diketahui", &[Kepada::Penyelenggara(l.periode_id)], &format!("/berita-acara/{ba}/elektronik"), p.id)
            .await?;
    }
    peristiwa::siarkan(&tx, &crate::berita_acara::topik(l.id), &serde_json::json!({ "ba": ba })).await?;
    tx.commit().await
}

/// Settles a call whose end is unknown. The same settling again changes nothing.
///
/// # Errors
/// `Keadaan`: `tte-catatan-wajib`, `tte-bukan-tak-diketahui` for a call whose end is known or may still come, `tte-sudah-diputus`
/// when somebody settled it otherwise. `TidakDitemukan` for a call of another lokus.
pub async fn putuskan(store: &Store, hak: &PenyelenggaraLokus, id: TteId, putusan: &Putusan, catatan: &str) -> Hasil<()> {
    if catatan.trim().is_empty() {
        return Err(StoreError::Keadaan("tte-catatan-wajib"));
    }
    let (ditandatangani, pdf) = match putusan {
        Putusan::Ditandatangani(pdf) => (1_i64, pdf.as_deref()),
        Putusan::TidakDitandatangani => (0, None),
    };
    let berkas = pdf.map(|isi| objek::simpan(store, isi)).transpose()?;
    let tx = store.mulai().await?;
    let ba = milik(&tx, id).await?;
    tanda::kunci(&tx, ba).await?;
    let b: BeritaAcara = minutes::mungkin(&*tx, ba).await?.filter(|b| b.lokus_id == hak.lokus.id).ok_or(StoreError::TidakDitemukan)?;
    let t = baca::daftar(&*tx, b.id).await?.into_iter().find(|t| t.id == id).ok_or(StoreError::TidakDitemukan)?;
    if t.putusan_pada.is_some() {
        let sama = (t.keadaan(tx.pada) == Keadaan::Ditandatangani) == (ditandatangani == 1);
        return if sama { Ok(()) } else { Err(StoreError::Keadaan("tte-sudah-diputus")) };
    }
    if t.keadaan(tx.pada) != Keadaan::TakDiketahui {
        return Err(StoreError::Keadaan("tte-bukan-tak-diketahui"));
    }
    let utuh = match pdf {
        Some(isi) => isi.starts_with(&objek::baca(store, &t.dari)?),
        None => false,
    };
    catat_objek(&tx, berkas.as_ref()).await?;
    let sidik = berkas.map(|b| b.sidik);
    tx.jalankan(
        "INSERT INTO tte_putusan (tte_id, ditandatangani, catatan, objek, utuh, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![id, ditandatangani, catatan.trim(), sidik.clone(), i64::from(utuh), tx.pada, hak.pelaku().akun],
    )
    .await?;
    selesai(&tx, hak.pelaku(), &hak.lokus, &t, ba, serde_json::json!({ "ditandatangani": ditandatangani, "pdf": sidik })).await?;
    tx.commit().await
}

async fn selesai(tx: &Tx, orang: &Pelaku, l: &Lokus, t: &Tte, ba: BeritaAcaraId, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, orang, Kejadian::baru("tte.putuskan", "tte", t.id).instansi(l.instansi_id).rincian(rincian)).await?;
    kabari(tx, l, orang, "tte-diputuskan", &[Kepada::Akun(t.akun_id)], &format!("/berita-acara/{ba}/elektronik"), t.id).await?;
    peristiwa::siarkan(tx, &crate::berita_acara::topik(l.id), &serde_json::json!({ "ba": ba })).await
}

async fn catat_objek(tx: &Tx, berkas: Option<&Tersimpan>) -> Hasil<()> {
    match berkas {
        Some(b) => objek::catat(tx, b, "application/pdf").await,
        None => Ok(()),
    }
}

#[derive(sea_orm::FromQueryResult)]
struct Milik {
    berita_acara_id: BeritaAcaraId,
}

async fn milik(tx: &Tx, id: TteId) -> Hasil<BeritaAcaraId> {
    let m: Milik = tx.satu("SELECT berita_acara_id FROM tte WHERE id = $1", nilai![id]).await?;
    Ok(m.berita_acara_id)
}
