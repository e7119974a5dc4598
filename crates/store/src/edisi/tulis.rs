//! Changing the register of editions: import, derive, issue with a decree, end, drop a draft. Each change is a row and an
//! event; the text itself never changes.

use super::{
    daftar::{EdisiTerdaftar, dari_kode},
    simpan,
};
use crate::{
    Hasil, Store, StoreError, Tx, audit,
    hak::{Nasional, Pelaku, PenyelenggaraInstansi},
    id::{EdisiId, InstansiId},
    kueri::Kueri,
    nilai,
    objek::{self, Tersimpan},
    peran::{Lingkup, Peran},
};
use jiff::civil::Date;
use pekppp::{Bentuk, Edisi};

/// Longest text of an edition, in bytes.
pub const NASKAH_MAKS: usize = 1024 * 1024;

/// The decree that puts an edition in force. `berkas` is a PDF whose content was checked and which is on disk already.
#[derive(Debug, Clone, Copy)]
pub struct Penetapan<'a> {
    pub nomor: &'a str,
    pub tanggal: Date,
    pub berkas: &'a Tersimpan,
    pub nama_berkas: &'a str,
    pub dari: Date,
    pub sampai: Option<Date>,
}

/// How an edition ends. Periods that were opened with it keep it.
#[derive(Debug, Clone, Copy)]
pub enum Akhir<'a> {
    Tarik {
        alasan: &'a str,
    },
    /// Superseded by the edition with this code.
    Ganti {
        pengganti: &'a str,
        alasan: &'a str,
    },
}

/// What the register keeps besides the text.
struct Baru<'a> {
    induk: Option<&'a str>,
    instansi: Option<InstansiId>,
    alasan: &'a str,
}

/// Registers an edition of the ministry as a draft. The same text twice is one edition.
///
/// # Errors
/// `Keadaan`: `edisi-tak-terbaca`, `edisi-kode-dipakai`, `edisi-naskah-besar`.
pub async fn impor(store: &Store, hak: &Nasional, teks: &str) -> Hasil<String> {
    tambah(store, hak.pelaku(), teks, Baru { induk: None, instansi: None, alasan: "" }).await
}

/// Registers what an organiser derived from the edition with the hash `induk`; the reason stays with it.
///
/// # Errors
/// As [`impor`], and `Keadaan("alasan-wajib")`.
pub async fn turunkan(store: &Store, hak: &PenyelenggaraInstansi, induk: &str, teks: &str, alasan: &str) -> Hasil<String> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let sendiri = hak.pelaku().peran.iter().any(|r| r.peran == Peran::Penyelenggara && r.lingkup == Lingkup::Instansi(hak.instansi.id));
    if !sendiri {
        return Err(StoreError::Ditolak("penyelenggara"));
    }
    let baru = Baru { induk: Some(induk), instansi: Some(hak.instansi.id), alasan: alasan.trim() };
    tambah(store, hak.pelaku(), teks, baru).await
}

async fn tambah(store: &Store, pelaku: &Pelaku, teks: &str, b: Baru<'_>) -> Hasil<String> {
    if teks.len() > NASKAH_MAKS {
        return Err(StoreError::Keadaan("edisi-naskah-besar"));
    }
    let e = Edisi::baca(teks).map_err(|_| StoreError::Keadaan("edisi-tak-terbaca"))?;
    let tx = store.mulai().await?;
    if pekppp::bawaan(&e.id).is_some() {
        return Err(StoreError::Keadaan("edisi-kode-dipakai"));
    }
    if let Some(i) = b.induk {
        simpan_bawaan(&tx, i).await?;
    }
    let sidik = simpan(&tx, &e.id, teks).await?;
    if let Some(lama) = dari_kode(&*tx, &e.id).await? {
        return if lama.sidik == sidik { Ok(e.id) } else { Err(StoreError::Keadaan("edisi-kode-dipakai")) };
    }
    let (id, bentuk) = (EdisiId::baru(), if e.bentuk == Bentuk::B { "B" } else { "A" });
    tx.jalankan(
        "INSERT INTO edisi_daftar (id, kode, sidik, bentuk, nama, induk, instansi_id, alasan, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        nilai![id, e.id.as_str(), sidik.as_str(), bentuk, e.nama.as_str(), b.induk, b.instansi, b.alasan, tx.pada, pelaku.akun],
    )
    .await?;
    let rincian = serde_json::json!({ "kode": e.id, "sidik": sidik, "induk": b.induk });
    let aksi = if b.induk.is_some() { "edisi.turunkan" } else { "edisi.impor" };
    catat(&tx, pelaku, aksi, id, b.instansi, rincian).await?;
    tx.commit().await?;
    Ok(e.id)
}

/// The parent may be one that came with the program and that no period has used yet.
async fn simpan_bawaan(tx: &Tx, sidik: &str) -> Hasil<()> {
    if tx.angka("SELECT COUNT(*) AS n FROM edisi WHERE sidik = $1", nilai![sidik]).await? > 0 {
        return Ok(());
    }
    let bawaan = pekppp::semua_bawaan().filter_map(|e| pekppp::bawaan(&e.id));
    for (e, teks) in bawaan {
        if crate::sidik_hex(teks.as_bytes()) == sidik {
            simpan(tx, &e.id, teks).await?;
            return Ok(());
        }
    }
    Err(StoreError::TidakDitemukan)
}

/// The edition for a change: the person answers for it.
async fn milik(tx: &Tx, p: &Pelaku, kode: &str) -> Hasil<EdisiTerdaftar> {
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM edisi_daftar WHERE kode = $1{}) x", tx.kunci_baris());
    tx.angka(&sql, nilai![kode]).await?;
    let e = dari_kode(&**tx, kode).await?.ok_or(StoreError::TidakDitemukan)?;
    if e.milik(p) { Ok(e) } else { Err(StoreError::Ditolak(if e.turunan() { "penyelenggara" } else { "nasional" })) }
}

/// Puts a draft in force. A second time with the same decree changes nothing.
///
/// # Errors
/// `Keadaan`: `edisi-sudah-terbit`, `edisi-belum-dapat-dipakai` while weights, rubric or F03 are unknown,
/// `edisi-rentang` when it ends before it begins, `edisi-sk-mendatang`.
pub async fn terbitkan(store: &Store, p: &Pelaku, kode: &str, t: Penetapan<'_>) -> Hasil<()> {
    if t.sampai.is_some_and(|s| s < t.dari) {
        return Err(StoreError::Keadaan("edisi-rentang"));
    }
    let tx = store.mulai().await?;
    let e = milik(&tx, p, kode).await?;
    if e.dari.is_some() {
        let sama = e.nomor.as_deref() == Some(t.nomor.trim()) && e.objek.as_deref() == Some(&t.berkas.sidik);
        return if sama { Ok(()) } else { Err(StoreError::Keadaan("edisi-sudah-terbit")) };
    }
    // The earliest zone of the country decides what lies in the future.
    if t.tanggal > tx.pada.hari("WIT") {
        return Err(StoreError::Keadaan("edisi-sk-mendatang"));
    }
    if super::dapat(store, &e.sidik).await?.dapat_dipakai().is_err() {
        return Err(StoreError::Keadaan("edisi-belum-dapat-dipakai"));
    }
    objek::catat(&tx, t.berkas, "application/pdf").await?;
    tx.jalankan(
        "INSERT INTO edisi_terbit (edisi_id, nomor, tanggal, objek, nama_berkas, dari, sampai, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![
            e.id,
            t.nomor.trim(),
            t.tanggal.to_string(),
            t.berkas.sidik.as_str(),
            t.nama_berkas,
            t.dari.to_string(),
            t.sampai.map(|s| s.to_string()),
            tx.pada,
            p.akun
        ],
    )
    .await?;
    let rincian =
        serde_json::json!({ "kode": kode, "objek": t.berkas.sidik, "dari": t.dari.to_string(), "sampai": t.sampai.map(|s| s.to_string()) });
    catat(&tx, p, "edisi.terbit", e.id, e.instansi_id, rincian).await?;
    tx.commit().await
}

/// Ends an issued edition. A second time changes nothing.
///
/// # Errors
/// `Keadaan`: `alasan-wajib`, `edisi-belum-terbit`, `edisi-pengganti` when the other one is not issued, of another form, or itself.
pub async fn akhiri(store: &Store, p: &Pelaku, kode: &str, akhir: Akhir<'_>) -> Hasil<()> {
    let (jenis, alasan, pengganti) = match akhir {
        Akhir::Tarik { alasan } => ("tarik", alasan.trim(), None),
        Akhir::Ganti { pengganti, alasan } => ("ganti", alasan.trim(), Some(pengganti)),
    };
    if alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    let e = milik(&tx, p, kode).await?;
    if e.akhir.is_some() {
        return Ok(());
    }
    if e.dari.is_none() {
        return Err(StoreError::Keadaan("edisi-belum-terbit"));
    }
    let baru = match pengganti {
        Some(k) => {
            let g = dari_kode(&*tx, k).await?.filter(|g| g.id != e.id && g.dari.is_some() && g.akhir.is_none() && g.bentuk == e.bentuk);
            Some(g.ok_or(StoreError::Keadaan("edisi-pengganti"))?.id)
        }
        None => None,
    };
    tx.jalankan(
        "INSERT INTO edisi_akhir (edisi_id, jenis, pengganti, alasan, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![e.id, jenis, baru, alasan, tx.pada, p.akun],
    )
    .await?;
    let rincian = serde_json::json!({ "kode": kode, "jenis": jenis, "pengganti": baru, "alasan": tx.kunci.ringkas(alasan) });
    catat(&tx, p, "edisi.akhir", e.id, e.instansi_id, rincian).await?;
    tx.commit().await
}

/// Drops a draft that was never issued.
///
/// # Errors
/// `Keadaan("edisi-sudah-terbit")`.
pub async fn hapus(store: &Store, p: &Pelaku, kode: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let e = milik(&tx, p, kode).await?;
    if e.dari.is_some() {
        return Err(StoreError::Keadaan("edisi-sudah-terbit"));
    }
    tx.jalankan("DELETE FROM edisi_daftar WHERE id = $1", nilai![e.id]).await?;
    catat(&tx, p, "edisi.hapus", e.id, e.instansi_id, serde_json::json!({ "kode": kode, "sidik": e.sidik })).await?;
    tx.commit().await
}

async fn catat(tx: &Tx, p: &Pelaku, aksi: &str, id: EdisiId, instansi: Option<InstansiId>, rincian: serde_json::Value) -> Hasil<()> {
    let mut k = audit::Kejadian::baru(aksi, "edisi", id).rincian(rincian);
    k.instansi = instansi;
    audit::catat(tx, p, k).await?;
    Ok(())
}
