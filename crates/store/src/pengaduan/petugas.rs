//! What officers do with a report: verify, ask for more, refuse, forward, work, answer, escalate, note the number of SP4N-LAPOR!.

use super::{
    baca::{dari_id, unit_aduan},
    berkas,
    langkah::{self, Pihak, Terbuka, Tulis},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    berkas::Berkas,
    hak::{Pelaku, PenghubungAduan, PenjawabAduan},
    id::{AkunId, PengaduanId, UnitId},
    kueri::Kueri,
    nilai,
    pemberitahuan::Kepada,
};
use ::layanan::pengaduan::{AlasanTolak, Kelas, Langkah, LaporanId, OlehEskalasi};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Words and files of a step.
#[derive(Debug, Clone, Copy, Default)]
pub struct Isi<'a> {
    /// Read by the complainant too.
    pub teks: &'a str,
    /// Read by officers only.
    pub catatan: &'a str,
    pub lampiran: &'a [(String, Berkas)],
}

/// Why a report is not taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penolakan<'a> {
    BukanKewenangan,
    Spam,
    /// Joined to the report with this number.
    Duplikat(&'a str),
}

/// A step of an officer, with what is told about it.
async fn satu(
    store: &Store,
    p: &Pelaku,
    id: PengaduanId,
    op: Uuid,
    langkah: Langkah,
    isi: Isi<'_>,
    kabar: Option<&'static str>,
) -> Hasil<()> {
    let siap = berkas::siapkan(store, isi.lampiran)?;
    let tx = store.mulai().await?;
    let mut b = Terbuka::buka(&tx, id).await?;
    let w = Tulis { op, pihak: Pihak::Petugas(p.akun), langkah, teks: isi.teks, catatan: isi.catatan, lampiran: &siap };
    if langkah::tulis(&tx, &mut b, &w).await?
        && let Some(jenis) = kabar
    {
        let kepada = langkah::kepada(&tx, &b).await?;
        langkah::kabari(&tx, &b.aduan, jenis, &kepada, Some(p.akun), &format!("{jenis}/{op}")).await?;
    }
    tx.commit().await
}

/// Takes a report up under a class; with `unit` forwards it at once.
///
/// # Errors
/// `Keadaan` when the rules refuse it, and for wrongdoing handed to the unit that it accuses; `TidakDitemukan` for a unit of another instansi.
pub async fn verifikasi(store: &Store, hak: &PenghubungAduan, op: Uuid, kelas: Kelas, unit: Option<UnitId>, isi: Isi<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let mut b = Terbuka::buka(&tx, hak.aduan.id).await?;
    let pihak = Pihak::Petugas(hak.pelaku().akun);
    let catatan = if unit.is_some() { "" } else { isi.catatan };
    let w = Tulis { op, pihak, langkah: Langkah::Verifikasi { kelas }, teks: isi.teks, catatan, lampiran: &[] };
    if langkah::tulis(&tx, &mut b, &w).await?
        && let Some(u) = unit
    {
        ke_unit(&tx, &mut b, crate::id::baru(), pihak, u, Isi { teks: "", ..isi }).await?;
    }
    tx.commit().await
}

/// To the unit that answers, or from one unit to another; the clock does not restart.
///
/// # Errors
/// As [`verifikasi`].
pub async fn teruskan(store: &Store, hak: &PenjawabAduan, op: Uuid, unit: UnitId, isi: Isi<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let mut b = Terbuka::buka(&tx, hak.aduan.id).await?;
    ke_unit(&tx, &mut b, op, Pihak::Petugas(hak.pelaku().akun), unit, isi).await?;
    tx.commit().await
}

async fn ke_unit(tx: &Tx, b: &mut Terbuka, op: Uuid, pihak: Pihak, unit: UnitId, isi: Isi<'_>) -> Hasil<()> {
    let sql = "SELECT induk_id FROM unit WHERE id = $1 AND instansi_id = $2";
    let tujuan: Tujuan = tx.mungkin(sql, nilai![unit, b.aduan.instansi_id]).await?.ok_or(StoreError::TidakDitemukan)?;
    // Wrongdoing is not examined by those whom it accuses, nor by a part of their unit.
    if b.aduan.pelanggaran == 1 && b.aduan.unit_id.is_some_and(|u| u == unit || Some(u) == tujuan.induk_id) {
        return Err(StoreError::Keadaan("aduan-unit-terlapor"));
    }
    let langkah = Langkah::Teruskan { unit: unit_aduan(unit) };
    let w = Tulis { op, pihak, langkah, teks: isi.teks, catatan: isi.catatan, lampiran: &[] };
    if langkah::tulis(tx, b, &w).await? {
        let kepada = langkah::kepada(tx, b).await?;
        langkah::kabari(tx, &b.aduan, "aduan-diteruskan", &kepada, pihak.akun(), &format!("aduan-diteruskan/{op}")).await?;
    }
    Ok(())
}

/// Asks the complainant for what is missing; the clock stands until it came.
///
/// # Errors
/// `Keadaan` without words, or when the rules refuse it.
pub async fn minta_lengkapi(store: &Store, hak: &PenghubungAduan, op: Uuid, isi: Isi<'_>) -> Hasil<()> {
    berkata(isi)?;
    satu(store, hak.pelaku(), hak.aduan.id, op, Langkah::MintaLengkapi, isi, None).await
}

fn berkata(isi: Isi<'_>) -> Hasil<()> {
    if isi.teks.is_empty() { Err(StoreError::Keadaan("aduan-teks-wajib")) } else { Ok(()) }
}

#[derive(FromQueryResult)]
struct Tujuan {
    induk_id: Option<UnitId>,
}

#[derive(FromQueryResult)]
struct Milik {
    id: PengaduanId,
}

/// Refuses a report, or joins it to another one.
///
/// # Errors
/// `Keadaan` without words, for a report that cannot be the other one, or when the rules refuse it.
pub async fn tolak(store: &Store, hak: &PenghubungAduan, op: Uuid, alasan: Penolakan<'_>, isi: Isi<'_>) -> Hasil<()> {
    berkata(isi)?;
    let alasan = match alasan {
        Penolakan::BukanKewenangan => AlasanTolak::BukanKewenangan,
        Penolakan::Spam => AlasanTolak::Spam,
        Penolakan::Duplikat(nomor) => AlasanTolak::Duplikat { induk: LaporanId(induk(store, hak, nomor).await?.0.as_u128()) },
    };
    satu(store, hak.pelaku(), hak.aduan.id, op, Langkah::Tolak { alasan }, isi, None).await
}

/// The report with this number, which goes on for both: of the same instansi, not this one, and itself joined to none.
async fn induk(store: &Store, hak: &PenghubungAduan, nomor: &str) -> Hasil<PengaduanId> {
    let salah = || StoreError::Keadaan("aduan-induk");
    let c = store.baca();
    let sql = "SELECT id FROM pengaduan WHERE instansi_id = $1 AND nomor = $2";
    let ada: Option<Milik> = c.mungkin(sql, nilai![hak.aduan.instansi_id, nomor.trim()]).await?;
    let id = ada.map(|m| m.id).filter(|id| *id != hak.aduan.id).ok_or_else(salah)?;
    let pengikut = c.angka("SELECT COUNT(*) AS n FROM pengaduan_langkah WHERE induk_id = $1", nilai![hak.aduan.id]).await?;
    let lain = dari_id(c, id).await?;
    if pengikut > 0 || lain.keadaan == "digabung" || lain.keadaan.starts_with("ditolak") {
        return Err(salah());
    }
    Ok(id)
}

/// Who is to answer began to work on it: the unit, or the liaison officer who keeps it.
///
/// # Errors
/// `Keadaan` when the rules refuse it.
pub async fn proses(store: &Store, hak: &PenjawabAduan, op: Uuid, isi: Isi<'_>) -> Hasil<()> {
    satu(store, hak.pelaku(), hak.aduan.id, op, Langkah::Proses, isi, None).await
}

/// Answers the complainant.
///
/// # Errors
/// `Keadaan` without words, or when the rules refuse it.
pub async fn jawab(store: &Store, hak: &PenjawabAduan, op: Uuid, isi: Isi<'_>) -> Hasil<()> {
    berkata(isi)?;
    satu(store, hak.pelaku(), hak.aduan.id, op, Langkah::Jawab, isi, None).await
}

/// Raises a report: the head of the unit and the liaison officer are told.
///
/// # Errors
/// `Keadaan` when the rules refuse it.
pub async fn eskalasi(store: &Store, hak: &PenghubungAduan, op: Uuid, isi: Isi<'_>) -> Hasil<()> {
    let langkah = Langkah::Eskalasi { oleh: OlehEskalasi::Pejabat };
    satu(store, hak.pelaku(), hak.aduan.id, op, langkah, isi, Some("aduan-eskalasi")).await
}

/// The number of the report at SP4N-LAPOR!: `dikirim` when the office sent it there, `diterima` when it came from there.
///
/// # Errors
/// `Keadaan` without a number.
pub async fn lapor(store: &Store, hak: &PenghubungAduan, nomor: &str, dikirim: bool) -> Hasil<()> {
    let tx = store.mulai().await?;
    catat_lapor(&tx, hak.aduan.id, nomor, if dikirim { "dikirim" } else { "diterima" }, hak.pelaku().akun).await?;
    let k = Kejadian::baru("pengaduan.lapor", "pengaduan", hak.aduan.id).instansi(hak.aduan.instansi_id);
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

pub(super) async fn catat_lapor(tx: &Tx, id: PengaduanId, nomor: &str, arah: &str, oleh: AkunId) -> Hasil<()> {
    let nomor = nomor.trim().trim_start_matches('#');
    if nomor.is_empty() || nomor.chars().count() > 40 {
        return Err(StoreError::Keadaan("aduan-nomor-lapor"));
    }
    tx.jalankan(
        "INSERT INTO pengaduan_lapor (id, pengaduan_id, nomor, arah, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6)",
        nilai![crate::id::baru(), id, nomor, arah, tx.pada, oleh],
    )
    .await?;
    Ok(())
}

/// Whom an escalation reaches besides whose turn it is.
pub(super) fn atasan(b: &Terbuka) -> Vec<Kepada> {
    vec![Kepada::Penghubung(b.aduan.instansi_id)]
}
