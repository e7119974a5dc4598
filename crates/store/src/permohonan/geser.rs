//! Promised days that move with the calendar. A day off that is added, or taken out again, moves the day of every open case of the
//! services it is the calendar of: in the transaction of that change, written down with the old day and the reason, and told to the
//! applicant. A case that is done keeps the day by which it was judged.

use super::{langkah::kolom_jam, surel};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    id::{InstansiId, KalenderHariId, PermohonanId},
    kalender,
    kueri::Kueri,
    nilai,
};
use ::layanan::{
    Kalender,
    permohonan::{Langkah, Peristiwa, Permohonan as Alur},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// Cases that are read at once.
const SEKALI: usize = 500;

/// What changed in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sebab {
    Libur(KalenderHariId),
    Kerja(KalenderHariId),
    /// A day of the office's own that counts no more.
    Hapus(KalenderHariId),
    Aturan,
    /// Counted again: a national list that came with a new program, or a step that was taken while the calendar changed.
    HitungUlang,
}

impl Sebab {
    fn kunci(self) -> &'static str {
        match self {
            Self::Libur(_) => "libur",
            Self::Kerja(_) => "kerja",
            Self::Hapus(_) => "hapus",
            Self::Aturan => "aturan",
            Self::HitungUlang => "hitung-ulang",
        }
    }

    fn hari(self) -> Option<KalenderHariId> {
        match self {
            Self::Libur(h) | Self::Kerja(h) | Self::Hapus(h) => Some(h),
            Self::Aturan | Self::HitungUlang => None,
        }
    }
}

/// A promised day that moved. Days are local ISO texts.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Geser {
    pub dari: String,
    pub ke: String,
    /// `libur`, `kerja`, `hapus`, `aturan` or `hitung-ulang`.
    pub sebab: String,
    /// The office's own day that was added or taken out, and its name.
    pub hari: Option<String>,
    pub nama: Option<String>,
    pub pada: Waktu,
}

/// Every time the promised day of a case moved with the calendar, the oldest first.
pub async fn geser<C: ConnectionTrait>(c: &C, id: PermohonanId) -> Hasil<Vec<Geser>> {
    let sql = "SELECT x.dari, x.ke, x.sebab, h.tanggal AS hari, h.nama, x.pada FROM permohonan_geser x
        LEFT JOIN kalender_hari h ON h.id = x.hari_id WHERE x.permohonan_id = $1 ORDER BY x.id LIMIT 200";
    c.semua(sql, nilai![id]).await
}

#[derive(FromQueryResult)]
struct Terbuka {
    id: PermohonanId,
    diterima: String,
    hari_kerja: i64,
    tenggat: Option<String>,
    sisa: Option<i64>,
    tenggat_catatan: String,
    versi: i64,
}

#[derive(FromQueryResult)]
struct Ada {
    permohonan_id: PermohonanId,
    langkah: String,
    tanggal: String,
}

/// Open cases with a promise by the calendar of `$1`, after `$2`.
const DARI: &str = "FROM permohonan p JOIN layanan l ON l.id = p.layanan_id JOIN unit u ON u.id = l.unit_id";
const SYARAT: &str = "u.instansi_id = $1 AND p.tuntas IS NULL AND p.hari_kerja IS NOT NULL AND p.id > $2";

/// A case whose columns are no longer what the calendar says.
struct Beda {
    lama: Terbuka,
    tenggat: Option<String>,
    sisa: Option<i64>,
    catatan: String,
}

fn hitung(p: Terbuka, ada: &[Ada], k: &Kalender) -> Hasil<Option<Beda>> {
    let rusak = || StoreError::Rusak(format!("steps of case {}", p.id));
    let langkah = ada.iter().map(|a| Some(Peristiwa { tanggal: a.tanggal.parse().ok()?, langkah: Langkah::dari_kunci(&a.langkah)? }));
    let langkah: Vec<Peristiwa> = langkah.collect::<Option<_>>().ok_or_else(rusak)?;
    let diterima = p.diterima.parse().map_err(|_| rusak())?;
    let alur = Alur::lipat(diterima, u32::try_from(p.hari_kerja).ok(), langkah).map_err(|_| rusak())?;
    let j = kolom_jam(&alur, k)?;
    let sama = j.tenggat == p.tenggat && j.sisa == p.sisa && j.catatan == p.tenggat_catatan;
    Ok((!sama).then_some(Beda { lama: p, tenggat: j.tenggat, sisa: j.sisa, catatan: j.catatan }))
}

/// What differs among the next cases, and after which one to go on; a case that cannot be read is named in the log and passed over.
async fn lembar<C: ConnectionTrait>(
    c: &C,
    instansi: InstansiId,
    k: &Kalender,
    setelah: PermohonanId,
) -> Hasil<(Vec<Beda>, Option<PermohonanId>)> {
    let sql = format!(
        "SELECT p.id, p.diterima, p.hari_kerja, p.tenggat, p.sisa, p.tenggat_catatan, p.versi {DARI} WHERE {SYARAT} ORDER BY p.id LIMIT {SEKALI}"
    );
    let semua: Vec<Terbuka> = c.semua(&sql, nilai![instansi, setelah]).await?;
    let Some(akhir) = semua.last().map(|p| p.id) else { return Ok((Vec::new(), None)) };
    let sql = format!(
        "SELECT e.permohonan_id, e.langkah, e.tanggal {DARI} JOIN permohonan_peristiwa e ON e.permohonan_id = p.id
         WHERE {SYARAT} AND p.id <= $3 ORDER BY e.permohonan_id, e.nomor LIMIT 500000"
    );
    let ada: Vec<Ada> = c.semua(&sql, nilai![instansi, setelah, akhir]).await?;
    let lagi = (semua.len() == SEKALI).then_some(akhir);
    let mut langkah: HashMap<PermohonanId, Vec<Ada>> = HashMap::new();
    for a in ada {
        langkah.entry(a.permohonan_id).or_default().push(a);
    }
    let mut beda = Vec::new();
    for p in semua {
        let id = p.id;
        match hitung(p, langkah.get(&id).map_or(&[], Vec::as_slice), k) {
            Ok(b) => beda.extend(b),
            Err(e) => tracing::error!(error = %e, permohonan = %id, "the promised day of a case was not counted again"),
        }
    }
    Ok((beda, lagi))
}

/// Counts the open cases of an instansi's services again, in the transaction in which its calendar changed. Returns how many promised
/// days moved.
pub(crate) async fn instansi(tx: &Tx, instansi: InstansiId, sebab: Sebab) -> Hasil<u64> {
    let k = kalender::kalender(&**tx, instansi).await?;
    let (mut n, mut setelah) = (0, PermohonanId(Uuid::nil()));
    loop {
        let (beda, lagi) = lembar(&**tx, instansi, &k, setelah).await?;
        for b in beda {
            n += u64::from(pindah(tx, instansi, b, sebab).await?);
        }
        let Some(id) = lagi else { return Ok(n) };
        setelah = id;
    }
}

/// Writes the new day; `false` when only what is said about it changed, or the case moved on meanwhile (its step counted it then).
async fn pindah(tx: &Tx, instansi: InstansiId, b: Beda, sebab: Sebab) -> Hasil<bool> {
    let id = b.lama.id;
    let sql = "UPDATE permohonan SET tenggat = $1, sisa = $2, tenggat_catatan = $3 WHERE id = $4 AND versi = $5 AND tuntas IS NULL";
    if tx.jalankan(sql, nilai![b.tenggat.clone(), b.sisa, b.catatan, id, b.lama.versi]).await? == 0 {
        return Ok(false);
    }
    let (Some(dari), Some(ke)) = (b.lama.tenggat, b.tenggat) else { return Ok(false) };
    if dari == ke {
        return Ok(false);
    }
    let geser = crate::id::baru();
    tx.jalankan(
        "INSERT INTO permohonan_geser (id, permohonan_id, dari, ke, sebab, hari_id, pada) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        nilai![geser, id, dari.as_str(), ke.as_str(), sebab.kunci(), sebab.hari(), tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({ "dari": dari, "ke": ke, "sebab": sebab.kunci() });
    audit::catat_oleh(tx, None, Kejadian::baru("permohonan.geser", "permohonan", id).instansi(instansi).rincian(rincian)).await?;
    surel::antrekan(tx, id, &format!("geser/{geser}")).await?;
    Ok(true)
}

#[derive(FromQueryResult)]
struct Kantor {
    id: InstansiId,
}

/// Looks at the open cases of every instansi: finds what a new national list moved, and cases that took a step while the calendar
/// changed. Returns how many promised days moved.
///
/// # Errors
/// When the store fails; what was done before stays.
pub async fn hitung_ulang(store: &Store) -> Hasil<u64> {
    let sql = format!(
        "SELECT DISTINCT u.instansi_id AS id {DARI} WHERE p.tuntas IS NULL AND p.hari_kerja IS NOT NULL ORDER BY u.instansi_id LIMIT 10000"
    );
    let mut n = 0;
    for k in store.baca().semua::<Kantor>(&sql, nilai![]).await? {
        if berbeda(store, k.id).await? {
            let tx = store.mulai().await?;
            n += instansi(&tx, k.id, Sebab::HitungUlang).await?;
            tx.commit().await?;
        }
    }
    Ok(n)
}

/// Whether anything is to be written, seen without holding up writers.
async fn berbeda(store: &Store, instansi: InstansiId) -> Hasil<bool> {
    let c = store.baca();
    let k = kalender::kalender(c, instansi).await?;
    let mut setelah = PermohonanId(Uuid::nil());
    loop {
        match lembar(c, instansi, &k, setelah).await? {
            (beda, _) if !beda.is_empty() => return Ok(true),
            (_, Some(id)) => setelah = id,
            (_, None) => return Ok(false),
        }
    }
}
