//! Mails to applicants who left an address for it: which one is due is decided here, once an occasion; its text is made when it
//! leaves. Neither the job nor log or audit hold the address, so nothing of it is left once it is removed.

use super::{Permohonan, SUREL, dari_id, dari_kode};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    gerbang::{Perkara, kabari},
    hak::KepalaMpp,
    id::{PermohonanId, UnitId},
    identitas::{Tersegel, segel},
    kueri::Kueri,
    nilai, pekerjaan, tagihan,
};
use ::layanan::permohonan::Langkah;
use jiff::{Span, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Kind of the job; its content is a [`Kiriman`].
pub const SURAT: &str = "surat-permohonan";
/// Days for which an address is kept after the end of a case, where the mall chose nothing; and the most it may choose.
pub const SIMPAN_BAKU: i64 = 30;
pub const SIMPAN_MAKS: i64 = 365;
/// Days after which the applicant is reminded: to correct or to pay, and to fetch.
const INGAT: i64 = 3;
const INGAT_AMBIL: i64 = 7;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kiriman {
    pub permohonan: PermohonanId,
    /// `terima`, `langkah/…`, `geser/…`, `telat/` with the day to expect and the row, `tagihan/…`, `ingat-bayar/…` or `ingat-` with the
    /// state that waits.
    pub perihal: String,
}

/// Keeps the address of a new case; an empty one is none.
///
/// # Errors
/// `Keadaan` for what is no address.
pub(super) async fn simpan(tx: &Tx, id: PermohonanId, surel: &str, bahasa: &str) -> Hasil<()> {
    let surel = surel.trim().to_lowercase();
    if surel.is_empty() {
        return Ok(());
    }
    if !pekerjaan::alamat_wajar(&surel) {
        return Err(StoreError::Keadaan("permohonan-surel"));
    }
    let bahasa = if bahasa == "en" { "en" } else { "id" };
    tx.jalankan(
        "INSERT INTO permohonan_kontak (permohonan_id, surel, bahasa, pada) VALUES ($1, $2, $3, $4)",
        nilai![id, segel(&tx.kunci, SUREL.di(id), &surel)?, bahasa, tx.pada],
    )
    .await?;
    antrekan(tx, id, "terima").await.map(drop)
}

/// Whether the applicant is told of this step of an officer.
pub(super) fn dikabarkan(l: Langkah) -> bool {
    !matches!(l, Langkah::Periksa | Langkah::Serahkan | Langkah::Arsipkan | Langkah::Perbaiki | Langkah::Batalkan)
}

/// Asks for a mail, and a short message, in the caller's transaction. Nothing happens without an address or a number, or when this
/// occasion had its news.
pub(crate) async fn antrekan(tx: &Tx, permohonan: PermohonanId, perihal: &str) -> Hasil<bool> {
    let surat = Kiriman { permohonan, perihal: perihal.to_owned() };
    kabari(tx, (Perkara::Permohonan, permohonan.0), perihal, (SURAT, &surat)).await
}

/// What a mail needs when it leaves.
#[derive(Debug, Clone)]
pub struct Isi {
    pub permohonan: Permohonan,
    pub kepada: String,
    pub bahasa: String,
}

#[derive(FromQueryResult)]
struct Alamat {
    surel: Tersegel,
    bahasa: String,
}

/// Address and language.
pub(super) async fn milik(store: &Store, id: PermohonanId) -> Hasil<Option<(String, String)>> {
    let sql = "SELECT surel, bahasa FROM permohonan_kontak WHERE permohonan_id = $1";
    let a: Option<Alamat> = store.baca().mungkin(sql, nilai![id]).await?;
    a.map(|a| Ok((a.surel.buka(store.kunci(), SUREL.di(id))?, a.bahasa))).transpose()
}

/// The case and the address; `None` when the mail is of no use any more: the address is gone, or what it reminds of was done.
pub async fn isi(store: &Store, k: &Kiriman) -> Hasil<Option<Isi>> {
    let Some((kepada, bahasa)) = milik(store, k.permohonan).await? else { return Ok(None) };
    Ok(masih(store, k).await?.map(|permohonan| Isi { permohonan, kepada, bahasa }))
}

/// The case, while the news is still of use.
pub async fn masih(store: &Store, k: &Kiriman) -> Hasil<Option<Permohonan>> {
    let c = store.baca();
    let p = dari_id(c, k.permohonan).await?;
    let awal = k.perihal.split('/').next().unwrap_or_default();
    let perlu = match awal.strip_prefix("ingat-") {
        Some("bayar") => tagihan::milik(c, p.id).await?.iter().any(tagihan::Tagihan::terbuka),
        Some(keadaan) => p.keadaan()?.kunci() == keadaan,
        // A promise that was kept, or whose clock stands, needs no new day.
        None if awal == "telat" => p.tuntas.is_none(),
        None if awal == "geser" => p.tuntas.is_none() && p.tenggat.is_some(),
        None => true,
    };
    Ok(perlu.then_some(p))
}

/// The address as the page of the case shows it, not readable by whoever else opens it: `s…@contoh.id`.
pub async fn alamat(store: &Store, id: PermohonanId) -> Hasil<Option<String>> {
    let samar = |(surel, _): (String, String)| match surel.split_once('@') {
        Some((nama, tempat)) => format!("{}…@{tempat}", nama.chars().take(1).collect::<String>()),
        None => "…".to_owned(),
    };
    Ok(milik(store, id).await?.map(samar))
}

/// The applicant wants no more mails: the address is removed. A second time changes nothing.
///
/// # Errors
/// `TidakDitemukan` for a code of no case.
pub async fn hentikan(store: &Store, kode: &str) -> Hasil<Permohonan> {
    let p = dari_kode(store.baca(), kode).await?;
    let tx = store.mulai().await?;
    if tx.jalankan("DELETE FROM permohonan_kontak WHERE permohonan_id = $1", nilai![p.id]).await? > 0 {
        let k = Kejadian::baru("permohonan.surel-henti", "permohonan", p.id).instansi(p.instansi_id);
        audit::catat_oleh(&tx, None, k).await?;
    }
    tx.commit().await?;
    Ok(p)
}

#[derive(FromQueryResult)]
struct Calon {
    id: PermohonanId,
    perihal: String,
}

/// The day of the westernmost zone, the last to see one end, so many days back.
fn lalu(store: &Store, hari: i64) -> String {
    let kini: Date = store.sekarang().hari("WIB");
    kini.saturating_sub(Span::new().days(hari)).to_string()
}

/// Asks for reminders: a correction or a bill that waits three days, a product that waits seven. Each occasion once. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn ingatkan_pemohon(store: &Store) -> Hasil<u64> {
    // Whoever left an address or a number.
    let kontak = "(SELECT permohonan_id FROM permohonan_kontak UNION SELECT perkara_id FROM gerbang_kontak WHERE perkara = 'permohonan') k";
    let belum = "NOT EXISTS (SELECT 1 FROM permohonan_surel s WHERE s.permohonan_id = p.id AND s.perihal =";
    let langkah = format!(
        "SELECT p.id, 'ingat-' || p.keadaan || '/' || e.tanggal AS perihal FROM {kontak} JOIN permohonan p ON p.id = k.permohonan_id
         JOIN permohonan_peristiwa e ON e.permohonan_id = p.id
         WHERE e.nomor = (SELECT MAX(x.nomor) FROM permohonan_peristiwa x WHERE x.permohonan_id = p.id)
           AND ((p.keadaan = 'perlu-perbaikan' AND e.tanggal <= $1) OR (p.keadaan = 'siap-diambil' AND e.tanggal <= $2))
           AND {belum} 'ingat-' || p.keadaan || '/' || e.tanggal) ORDER BY p.id LIMIT 5000"
    );
    let bayar = format!(
        "SELECT p.id, 'ingat-bayar/' || t.tanggal AS perihal FROM {kontak} JOIN permohonan p ON p.id = k.permohonan_id
         JOIN tagihan t ON t.permohonan_id = p.id LEFT JOIN tagihan_batal b ON b.tagihan_id = t.id LEFT JOIN pembayaran y ON y.tagihan_id = t.id
         WHERE b.tagihan_id IS NULL AND y.tagihan_id IS NULL AND t.tanggal <= $1 AND $2 <> '' AND {belum} 'ingat-bayar/' || t.tanggal)
         ORDER BY p.id LIMIT 5000"
    );
    let mut n = 0;
    for sql in [langkah, bayar] {
        for c in store.baca().semua::<Calon>(&sql, nilai![lalu(store, INGAT), lalu(store, INGAT_AMBIL)]).await? {
            let tx = store.mulai().await?;
            n += u64::from(antrekan(&tx, c.id, &c.perihal).await?);
            tx.commit().await?;
        }
    }
    Ok(n)
}

/// Days for which a mall keeps addresses after the end of a case.
pub async fn lama_simpan<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<i64> {
    #[derive(FromQueryResult)]
    struct Hari {
        hari: i64,
    }
    let sql = "SELECT hari FROM mpp_simpan_surel WHERE mpp_id = $1 ORDER BY id DESC LIMIT 1";
    Ok(c.mungkin::<Hari>(sql, nilai![mpp]).await?.map_or(SIMPAN_BAKU, |h| h.hari))
}

/// Sets it. The same `id` again does nothing.
///
/// # Errors
/// `Keadaan` below 0 and above [`SIMPAN_MAKS`].
pub async fn atur_simpan(store: &Store, hak: &KepalaMpp, id: Uuid, hari: i64) -> Hasil<()> {
    if !(0..=SIMPAN_MAKS).contains(&hari) {
        return Err(StoreError::Keadaan("permohonan-simpan"));
    }
    let tx = store.mulai().await?;
    let sql = "INSERT INTO mpp_simpan_surel (id, mpp_id, hari, pada, oleh) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING";
    if tx.jalankan(sql, nilai![id, hak.mpp.unit_id, hari, tx.pada, hak.pelaku().akun]).await? > 0 {
        let k = Kejadian::baru("mpp.simpan-surel", "mpp", hak.mpp.unit_id).instansi(hak.mpp.instansi_id);
        audit::catat(&tx, hak.pelaku(), k.rincian(serde_json::json!({ "hari": hari }))).await?;
    }
    tx.commit().await
}

#[derive(FromQueryResult)]
struct Mal {
    mpp_id: UnitId,
}

/// Removes addresses of cases that ended long enough ago. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn bersihkan_kontak(store: &Store) -> Hasil<u64> {
    let sql = "SELECT DISTINCT p.mpp_id FROM permohonan_kontak k JOIN permohonan p ON p.id = k.permohonan_id ORDER BY p.mpp_id LIMIT 5000";
    let mal: Vec<Mal> = store.baca().semua(sql, nilai![]).await?;
    let mut n = 0;
    for m in mal {
        let tx = store.mulai().await?;
        let batas = lalu(store, lama_simpan(&*tx, m.mpp_id).await?);
        let sql = "DELETE FROM permohonan_kontak WHERE permohonan_id IN (SELECT p.id FROM permohonan p
            WHERE p.mpp_id = $1 AND p.keadaan IN ('ditolak', 'selesai', 'dibatalkan', 'diarsipkan')
              AND (SELECT MAX(e.tanggal) FROM permohonan_peristiwa e WHERE e.permohonan_id = p.id) < $2)";
        n += tx.jalankan(sql, nilai![m.mpp_id, batas]).await?;
        tx.commit().await?;
    }
    Ok(n)
}
