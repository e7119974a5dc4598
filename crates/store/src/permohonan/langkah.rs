//! Steps: every one goes through [`ambil`], which folds the case anew, asks the rules, and writes event, projection, audit and news in
//! the caller's transaction.

use super::{ALASAN, ALASAN_MAKS, CATATAN, Permohonan, dari_id, formulir, kabar, surel, topik};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{LoketPermohonan, PengolahPermohonan},
    id::{AkunId, GeraiId, PermohonanId},
    identitas::{Milik, segel},
    kalender,
    kueri::Kueri,
    nilai, peristiwa, tagihan,
    versi::bentrok,
};
use ::layanan::{
    Kalender,
    permohonan::{Jam, Keadaan, Langkah, Peristiwa, Permohonan as Alur, SalahLangkah},
};
use jiff::civil::Date;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The clock as lists show it.
pub(super) struct KolomJam {
    pub tenggat: Option<String>,
    pub sisa: Option<i64>,
    pub tuntas: Option<String>,
    pub catatan: String,
}

pub(super) fn kolom_jam(alur: &Alur, k: &Kalender) -> Hasil<KolomJam> {
    let jam = alur.jam(k).map_err(|e| StoreError::Rusak(format!("deadline of a case: {e}")))?;
    let (t, sisa, tuntas) = match &jam {
        Jam::TanpaJanji => (None, None, None),
        Jam::Berjalan(t) => (Some(t), None, None),
        Jam::Berhenti { sisa } => (None, Some(i64::from(*sisa)), None),
        Jam::Tuntas { pada, tenggat } => (Some(tenggat), None, Some(pada.to_string())),
    };
    let catatan = t.map_or_else(|| serde_json::json!({}), |t| serde_json::json!({ "tanpa": t.tanpa_daftar, "perkiraan": t.perkiraan }));
    Ok(KolomJam { tenggat: t.map(|t| t.jatuh.to_string()), sisa, tuntas, catatan: catatan.to_string() })
}

/// Locks a case and reads it.
pub(crate) async fn kunci(tx: &Tx, id: PermohonanId) -> Hasil<Permohonan> {
    tx.angka(&format!("SELECT versi AS n FROM permohonan WHERE id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    dari_id(&**tx, id).await
}

/// One step to take.
pub(super) struct Ambil<'a> {
    pub langkah: Langkah,
    /// Of the case as the person saw it.
    pub versi: i64,
    /// `None`: the applicant.
    pub oleh: Option<AkunId>,
    pub alasan: &'a str,
    pub gerai: Option<GeraiId>,
}

#[derive(FromQueryResult)]
struct Ada {
    nomor: i64,
    langkah: String,
    tanggal: String,
    oleh: Option<AkunId>,
}

async fn lipat<C: ConnectionTrait>(c: &C, p: &Permohonan) -> Hasil<(Alur, Vec<Ada>)> {
    let rusak = || StoreError::Rusak(format!("steps of case {}", p.id));
    let sql = "SELECT nomor, langkah, tanggal, oleh FROM permohonan_peristiwa WHERE permohonan_id = $1 ORDER BY nomor LIMIT 1000";
    let ada: Vec<Ada> = c.semua(sql, nilai![p.id]).await?;
    let hari = |t: &str| t.parse::<Date>().map_err(|_| rusak());
    let mut semua = Vec::with_capacity(ada.len());
    for a in &ada {
        semua.push(Peristiwa { tanggal: hari(&a.tanggal)?, langkah: Langkah::dari_kunci(&a.langkah).ok_or_else(rusak)? });
    }
    let janji = p.hari_kerja.and_then(|n| u32::try_from(n).ok());
    Ok((Alur::lipat(hari(&p.diterima)?, janji, semua).map_err(|_| rusak())?, ada))
}

/// Steps that can be taken now, whoever takes them.
pub async fn bisa<C: ConnectionTrait>(c: &C, p: &Permohonan) -> Hasil<Vec<Langkah>> {
    let (alur, _) = lipat(c, p).await?;
    Ok(alur.langkah(tagihan::bayar(c, p.id).await?).collect())
}

fn aksi(l: Langkah) -> &'static str {
    match l {
        Langkah::Periksa => "permohonan.periksa",
        Langkah::MintaPerbaikan => "permohonan.minta-perbaikan",
        Langkah::Perbaiki => "permohonan.perbaiki",
        Langkah::Proses => "permohonan.proses",
        Langkah::Setujui => "permohonan.setujui",
        Langkah::Tolak => "permohonan.tolak",
        Langkah::Siap => "permohonan.siap",
        Langkah::Serahkan => "permohonan.serahkan",
        Langkah::Alihkan => "permohonan.alihkan",
        Langkah::Batalkan => "permohonan.batalkan",
        Langkah::Arsipkan => "permohonan.arsipkan",
    }
}

/// Takes a step of a locked case; `None` when the same person took the same step from the same version before.
pub(super) async fn ambil(tx: &Tx, id: PermohonanId, a: Ambil<'_>) -> Hasil<Option<Permohonan>> {
    let p = kunci(tx, id).await?;
    let (mut alur, ada) = lipat(&**tx, &p).await?;
    let nomor = ada.last().map_or(0, |x| x.nomor);
    if p.versi != a.versi {
        let sama = ada.last().is_some_and(|x| x.langkah == a.langkah.kunci() && x.oleh == a.oleh);
        return if p.versi == a.versi + 1 && sama { Ok(None) } else { Err(bentrok(tx, "permohonan", &id.to_string(), p.versi).await?) };
    }
    let alasan = a.alasan.trim();
    if a.oleh.is_some() && a.langkah.beralasan() && alasan.is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    if alasan.chars().count() > ALASAN_MAKS {
        return Err(StoreError::Keadaan("permohonan-alasan-panjang"));
    }
    if let Some(oleh) = a.oleh
        && tagihan::kasir_permohonan(&**tx, id).await?.contains(&oleh)
    {
        return Err(StoreError::Keadaan("permohonan-orang-kasir"));
    }
    let hari = tx.pada.hari(&p.zona);
    let ke = alur.terapkan(Peristiwa { tanggal: hari, langkah: a.langkah }, tagihan::bayar(&**tx, id).await?).map_err(|e| match e {
        SalahLangkah::BelumLunas => StoreError::Keadaan("permohonan-belum-lunas"),
        SalahLangkah::SudahBayar => StoreError::Keadaan("permohonan-sudah-bayar"),
        SalahLangkah::TidakDapat { .. } | SalahLangkah::Mundur(..) => StoreError::Keadaan("permohonan-langkah"),
    })?;
    let baris = crate::id::baru();
    let alasan = segel(&tx.kunci, Milik(ALASAN, baris), alasan)?;
    tx.jalankan(
        "INSERT INTO permohonan_peristiwa (id, permohonan_id, nomor, langkah, tanggal, alasan, gerai_id, pada, oleh)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![baris, id, nomor + 1, a.langkah.kunci(), hari.to_string(), alasan, a.gerai, tx.pada, a.oleh],
    )
    .await?;
    let j = kolom_jam(&alur, &kalender::kalender(&**tx, p.instansi_id).await?)?;
    tx.jalankan(
        "UPDATE permohonan SET keadaan = $1, gerai_id = COALESCE($2, gerai_id), tenggat = $3, sisa = $4, tuntas = $5, tenggat_catatan = $6,
         versi = versi + 1 WHERE id = $7",
        nilai![ke.kunci(), a.gerai, j.tenggat, j.sisa, j.tuntas, j.catatan, id],
    )
    .await?;
    let rincian = serde_json::json!({ "nomor": nomor + 1, "keadaan": ke.kunci(), "gerai": a.gerai });
    audit::catat_oleh(tx, a.oleh, Kejadian::baru(aksi(a.langkah), "permohonan", id).instansi(p.instansi_id).rincian(rincian)).await?;
    peristiwa::siarkan(tx, &topik(id), &serde_json::json!({ "keadaan": ke.kunci() })).await?;
    if a.oleh.is_some() && surel::dikabarkan(a.langkah) {
        surel::antrekan(tx, id, &format!("langkah/{}", nomor + 1)).await?;
    }
    super::kabar::program(tx, &p, a.langkah.kunci(), ke.kunci()).await?;
    match a.langkah {
        Langkah::Batalkan | Langkah::Tolak => tagihan::ikut_batal(tx, &p, a.oleh).await?,
        _ => {}
    }
    dari_id(&**tx, id).await.map(Some)
}

async fn olah(store: &Store, hak: &PengolahPermohonan, versi: i64, langkah: Langkah, alasan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    ambil(&tx, hak.permohonan.id, Ambil { langkah, versi, oleh: Some(hak.pelaku().akun), alasan, gerai: None }).await?;
    tx.commit().await
}

/// Begins to look at it. Every step takes the `versi` of the case as it was seen; the same step twice is one.
///
/// # Errors
/// Of every step: `Keadaan` when it does not fit, `Bentrok` when the case moved on.
pub async fn periksa(store: &Store, hak: &PengolahPermohonan, versi: i64) -> Hasil<()> {
    olah(store, hak, versi, Langkah::Periksa, "").await
}

/// Asks the applicant for a correction; the clock stands until it comes.
pub async fn minta_perbaikan(store: &Store, hak: &PengolahPermohonan, versi: i64, alasan: &str) -> Hasil<()> {
    olah(store, hak, versi, Langkah::MintaPerbaikan, alasan).await
}

/// It is complete. Where the service costs something, the bill is made with this step.
pub async fn proses(store: &Store, hak: &PengolahPermohonan, versi: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    let id = hak.permohonan.id;
    let a = Ambil { langkah: Langkah::Proses, versi, oleh: Some(hak.pelaku().akun), alasan: "", gerai: None };
    if let Some(p) = ambil(&tx, id, a).await? {
        let tarif = formulir::dari_id(&*tx, p.formulir_id).await?.tarif;
        if tarif > 0 && tagihan::milik(&*tx, id).await?.is_empty() {
            tagihan::tambah(&tx, &p, hak.pelaku(), tarif).await?;
        }
    }
    tx.commit().await
}

pub async fn setujui(store: &Store, hak: &PengolahPermohonan, versi: i64) -> Hasil<()> {
    olah(store, hak, versi, Langkah::Setujui, "").await
}

/// With the reason that the applicant reads. An open bill is called off.
pub async fn tolak(store: &Store, hak: &PengolahPermohonan, versi: i64, alasan: &str) -> Hasil<()> {
    olah(store, hak, versi, Langkah::Tolak, alasan).await
}

/// The product is ready; `pesan` says where and when to fetch it.
///
/// # Errors
/// `Keadaan("permohonan-belum-lunas")` while a bill is open.
pub async fn siap(store: &Store, hak: &PengolahPermohonan, versi: i64, pesan: &str) -> Hasil<()> {
    olah(store, hak, versi, Langkah::Siap, pesan).await
}

pub async fn arsipkan(store: &Store, hak: &LoketPermohonan, versi: i64) -> Hasil<()> {
    let tx = store.mulai().await?;
    let a = Ambil { langkah: Langkah::Arsipkan, versi, oleh: Some(hak.pelaku().akun), alasan: "", gerai: None };
    ambil(&tx, hak.permohonan.id, a).await?;
    tx.commit().await
}

/// Open gerai of the mall to which a case can go: any but its own.
pub async fn tujuan<C: ConnectionTrait>(c: &C, p: &Permohonan) -> Hasil<Vec<(GeraiId, String)>> {
    #[derive(FromQueryResult)]
    struct Baris {
        id: GeraiId,
        nama: String,
    }
    let sql = "SELECT g.id, g.nama FROM gerai g WHERE g.mpp_id = $1 AND g.id <> $2
        AND NOT EXISTS (SELECT 1 FROM gerai_tutup t WHERE t.gerai_id = g.id) ORDER BY g.nama, g.id LIMIT 200";
    Ok(c.semua::<Baris>(sql, nilai![p.mpp_id, p.gerai_id]).await?.into_iter().map(|b| (b.id, b.nama)).collect())
}

/// Hands a case to another gerai of the mall, with the reason that the applicant reads too.
///
/// # Errors
/// `Keadaan("permohonan-gerai")` for a gerai that it cannot go to.
pub async fn alihkan(store: &Store, hak: &LoketPermohonan, versi: i64, ke: GeraiId, alasan: &str) -> Hasil<()> {
    let tx = store.mulai().await?;
    let p = kunci(&tx, hak.permohonan.id).await?;
    if p.versi == versi && !tujuan(&*tx, &p).await?.iter().any(|(id, _)| *id == ke) {
        return Err(StoreError::Keadaan("permohonan-gerai"));
    }
    let a = Ambil { langkah: Langkah::Alihkan, versi, oleh: Some(hak.pelaku().akun), alasan, gerai: Some(ke) };
    if let Some(p) = ambil(&tx, p.id, a).await? {
        kabar::kabari(&tx, &p, "permohonan-dialihkan", Some(hak.pelaku().akun)).await?;
    }
    tx.commit().await
}

/// A note among officers.
///
/// # Errors
/// `Keadaan` for an empty or too long one, and for a case that is archived.
pub async fn catat(store: &Store, hak: &LoketPermohonan, id: Uuid, isi: &str) -> Hasil<()> {
    let isi = isi.trim();
    if isi.is_empty() || isi.chars().count() > ALASAN_MAKS {
        return Err(StoreError::Keadaan("permohonan-catatan-salah"));
    }
    let tx = store.mulai().await?;
    let p = kunci(&tx, hak.permohonan.id).await?;
    if p.keadaan()? == Keadaan::Diarsipkan {
        return Err(StoreError::Keadaan("permohonan-diarsipkan"));
    }
    let n = tx
        .jalankan(
            "INSERT INTO permohonan_catatan (id, permohonan_id, isi, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
            nilai![id, p.id, segel(&tx.kunci, Milik(CATATAN, id), isi)?, tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("permohonan.catat", "permohonan", p.id).instansi(p.instansi_id)).await?;
    }
    tx.commit().await
}
