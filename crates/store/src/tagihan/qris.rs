//! QRIS of a mall: merchant data, the payload of a bill (a request, never a proof), and the provider's signed calls.
//!
//! A call is believed when HMAC-SHA-256 over its time, a point and its body fits the mall's secret and the time is within
//! [`JENDELA_DETIK`]. Each of the provider's ids is answered once and the same ever after.

use super::{Tagihan, tulis};
use crate::{
    Hasil, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::KepalaMpp,
    id::{PedagangId, UnitId},
    kode,
    kueri::Kueri,
    mpp, nilai, permohonan,
};
use ::layanan::{
    bayar::{BuktiBayar, PanggilanSah, SalahBayar},
    qris::{Jenis, Muatan, Nominal},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::Deserialize;
use sha2::Sha256;

/// Seconds that the time of a call may differ from ours.
pub const JENDELA_DETIK: i64 = 300;
/// Bytes of a call.
pub const PANGGILAN_MAKS: usize = 16 * 1024;

/// Merchant data as they were configured last.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Pedagang {
    pub id: PedagangId,
    /// Static payload; empty: QRIS is off.
    pub muatan: String,
    pub pada: Waktu,
    pub oleh: String,
}

/// The newest merchant data of a mall; `None` while nothing was configured or it was switched off.
pub async fn pedagang<C: ConnectionTrait>(c: &C, mpp: UnitId) -> Hasil<Option<Pedagang>> {
    let sql = "SELECT q.id, q.muatan, q.pada, a.nama AS oleh FROM qris_pedagang q JOIN akun a ON a.id = q.oleh WHERE q.mpp_id = $1
        ORDER BY q.id DESC LIMIT 1";
    Ok(c.mungkin::<Pedagang>(sql, nilai![mpp]).await?.filter(|p| !p.muatan.is_empty()))
}

/// Takes the static payload that the provider gave, or switches QRIS off with an empty text. The secret of calls changes with it.
///
/// # Errors
/// `Keadaan("qris-muatan-salah")` for a text that is no static payload.
pub async fn atur(store: &Store, hak: &KepalaMpp, muatan: &str) -> Hasil<()> {
    let muatan = muatan.trim();
    if !muatan.is_empty() && Muatan::baca(muatan).ok().is_none_or(|m| m.jenis() != Jenis::Statis) {
        return Err(StoreError::Keadaan("qris-muatan-salah"));
    }
    let m = &hak.mpp;
    let tx = store.mulai().await?;
    if pedagang(&*tx, m.unit_id).await?.map_or(String::new(), |p| p.muatan) == muatan {
        return Ok(());
    }
    let id = PedagangId::baru();
    tx.jalankan(
        "INSERT INTO qris_pedagang (id, mpp_id, muatan, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
        nilai![id, m.unit_id, muatan, tx.pada, hak.pelaku().akun],
    )
    .await?;
    let k = Kejadian::baru("qris.atur", "mpp", m.unit_id).instansi(m.instansi_id).rincian(serde_json::json!({ "ada": !muatan.is_empty() }));
    audit::catat(&tx, hak.pelaku(), k).await?;
    tx.commit().await
}

fn kunci_rahasia(store: &Store, p: PedagangId) -> String {
    hex::encode(store.kunci().turunan(&format!("qris-pedagang/{p}")))
}

/// The secret that the provider signs with, as 64 hexadecimal digits; only for the head of the mall.
///
/// # Errors
/// `Keadaan("qris-belum")` while QRIS is off.
pub async fn rahasia(store: &Store, hak: &KepalaMpp) -> Hasil<String> {
    let p = pedagang(store.baca(), hak.mpp.unit_id).await?.ok_or(StoreError::Keadaan("qris-belum"))?;
    Ok(kunci_rahasia(store, p.id))
}

/// The payload of an open bill; `None` where the mall has no QRIS, or nothing is to be paid.
///
/// # Errors
/// `Rusak` for stored merchant data that cannot be read.
pub async fn muatan<C: ConnectionTrait>(c: &C, t: &Tagihan) -> Hasil<Option<String>> {
    let Some(p) = pedagang(c, t.mpp_id).await?.filter(|_| t.terbuka()) else { return Ok(None) };
    let rusak = |e| StoreError::Rusak(format!("QRIS of {}: {e}", t.mpp_id));
    let nominal = u64::try_from(t.nominal).ok().and_then(|n| Nominal::baru(n).ok()).ok_or(StoreError::Keadaan("tagihan-nominal"))?;
    let m = Muatan::baca(&p.muatan).and_then(|m| m.untuk_tagihan(nominal, &kode::tampil(&t.kode))).map_err(rusak)?;
    Ok(Some(m.tulis()))
}

/// The signature of a call: lower-case hexadecimal digits of HMAC-SHA-256 over `waktu`, a point and the body.
#[must_use]
pub fn tanda(rahasia: &str, waktu: &str, badan: &[u8]) -> String {
    mac(rahasia, waktu, badan).map(|m| hex::encode(m.finalize().into_bytes())).unwrap_or_default()
}

fn mac(rahasia: &str, waktu: &str, badan: &[u8]) -> Option<Hmac<Sha256>> {
    let mut m = Hmac::<Sha256>::new_from_slice(rahasia.as_bytes()).ok()?;
    m.update(waktu.as_bytes());
    m.update(b".");
    m.update(badan);
    Some(m)
}

/// What stands in the headers of a call.
#[derive(Debug, Clone, Copy)]
pub struct Kepala<'a> {
    /// Public code of the mall.
    pub mpp: &'a str,
    /// Seconds since 1970.
    pub waktu: &'a str,
    /// See [`tanda`].
    pub tanda: &'a str,
}

/// The body of a call.
#[derive(Debug, Clone, Deserialize)]
pub struct Badan {
    /// The provider's id of the transaction.
    pub id: String,
    /// Code of the bill.
    pub tagihan: String,
    /// Whole rupiah.
    pub nominal: u64,
    /// When it was paid, RFC 3339.
    pub saat: jiff::Timestamp,
}

/// What a call is answered. Only `Dicatat` and `TidakSesuai` are kept and given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Jawaban {
    /// Signature, mall or time: nothing of the call was believed.
    TidakSah,
    /// The signature holds, the body is no call.
    Rusak,
    /// The bill is paid by this call.
    Dicatat { tagihan: String },
    /// Believed, and not taken: the key says why (`tagihan-asing`, `tagihan-nominal-beda`, `tagihan-batal`, `tagihan-lunas`).
    TidakSesuai { tagihan: String, alasan: &'static str },
}

const ALASAN: [&str; 4] = ["tagihan-asing", "tagihan-nominal-beda", "tagihan-batal", "tagihan-lunas"];

/// Takes a call of the provider.
///
/// # Errors
/// Only of the database; every call has an answer.
pub async fn panggilan(store: &Store, k: Kepala<'_>, badan: &[u8]) -> Hasil<Jawaban> {
    let m = match mpp::dari_kode(store.baca(), k.mpp).await {
        Err(StoreError::TidakDitemukan) => return Ok(Jawaban::TidakSah),
        m => m?,
    };
    let Some(p) = pedagang(store.baca(), m.unit_id).await? else { return Ok(Jawaban::TidakSah) };
    let kini = store.sekarang().0 / 1_000_000;
    let dekat = k.waktu.parse::<i64>().is_ok_and(|t| kini.abs_diff(t) <= JENDELA_DETIK.unsigned_abs());
    // Compared in constant time by `verify_slice`, whatever is wrong besides.
    let tanda = hex::decode(k.tanda).unwrap_or_default();
    let sah = mac(&kunci_rahasia(store, p.id), k.waktu, badan).is_some_and(|m| m.verify_slice(&tanda).is_ok());
    if !sah || !dekat || badan.len() > PANGGILAN_MAKS {
        return Ok(Jawaban::TidakSah);
    }
    let baik = |t: &str| (1..=100).contains(&t.chars().count()) && !t.chars().any(char::is_control);
    let Some(b) = serde_json::from_slice::<Badan>(badan).ok().filter(|b| baik(&b.id) && baik(&b.tagihan)) else {
        return Ok(Jawaban::Rusak);
    };
    terapkan(store, m.unit_id, &m.zona, &b).await
}

#[derive(FromQueryResult)]
struct Dijawab {
    tagihan: String,
    hasil: String,
}

async fn terdahulu<C: ConnectionTrait>(c: &C, mpp: UnitId, id: &str) -> Hasil<Option<Jawaban>> {
    let sql = "SELECT tagihan, hasil FROM qris_panggilan WHERE mpp_id = $1 AND panggilan = $2";
    let satu = |d: Dijawab| match ALASAN.into_iter().find(|a| *a == d.hasil) {
        Some(alasan) => Jawaban::TidakSesuai { tagihan: d.tagihan, alasan },
        None => Jawaban::Dicatat { tagihan: d.tagihan },
    };
    Ok(c.mungkin::<Dijawab>(sql, nilai![mpp, id]).await?.map(satu))
}

async fn terapkan(store: &Store, mpp: UnitId, zona: &str, b: &Badan) -> Hasil<Jawaban> {
    let tx = store.mulai().await?;
    // One call of a mall at a time: two with the same id, or for the same bill, come one after the other.
    tx.angka(&format!("SELECT versi AS n FROM mpp WHERE unit_id = $1{}", tx.kunci_isi()), nilai![mpp]).await?;
    if let Some(j) = terdahulu(&*tx, mpp, &b.id).await? {
        return Ok(j);
    }
    let t = match super::dari_kode(&*tx, &b.tagihan).await {
        Ok(t) if t.mpp_id == mpp => Some(t),
        Ok(_) | Err(StoreError::TidakDitemukan) => None,
        Err(e) => return Err(e),
    };
    let tagihan: String = t.as_ref().map_or_else(|| b.tagihan.chars().take(40).collect(), |t| t.kode.clone());
    let alasan = match t {
        Some(t) => bayar(&tx, &t, b).await?,
        None => Some("tagihan-asing"),
    };
    let status = if alasan.is_some() { 422 } else { 200 };
    let nominal = i64::try_from(b.nominal).unwrap_or(i64::MAX);
    tx.jalankan(
        "INSERT INTO qris_panggilan (mpp_id, panggilan, tagihan, nominal, status, hasil, tanggal, pada) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![
            mpp,
            b.id.as_str(),
            tagihan.as_str(),
            nominal,
            status,
            alasan.unwrap_or("dicatat"),
            tx.pada.hari(zona).to_string(),
            tx.pada
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(match alasan {
        Some(alasan) => Jawaban::TidakSesuai { tagihan, alasan },
        None => Jawaban::Dicatat { tagihan },
    })
}

/// Pays a bill by a call; `Some`: why not.
async fn bayar(tx: &Tx, t: &Tagihan, b: &Badan) -> Hasil<Option<&'static str>> {
    permohonan::kunci(tx, t.permohonan_id).await?;
    let t = tulis::kunci(tx, t.id).await?;
    let Ok(nominal) = Nominal::baru(b.nominal) else { return Ok(Some("tagihan-nominal-beda")) };
    let sah = PanggilanSah { transaksi: b.id.clone(), tagihan: t.kode.clone(), nominal, saat: b.saat };
    let bukti = match BuktiBayar::panggilan(&tulis::menurut_aturan(tx, &t).await?, sah) {
        Ok(bukti) => bukti,
        Err(SalahBayar::TagihanLain(_)) => return Ok(Some("tagihan-asing")),
        Err(_) => return Ok(Some("tagihan-nominal-beda")),
    };
    match (t.batal.is_some(), t.lunas.is_some()) {
        (true, _) => Ok(Some("tagihan-batal")),
        (false, true) => Ok(Some("tagihan-lunas")),
        (false, false) => tulis::simpan(tx, &t, &bukti).await.map(|()| None),
    }
}
