//! Asking for a consultation, and each step of either side. Each in one transaction with its audit event and notice.

use super::{ISI, Konsultasi, Muatan, NAMA, SUREL, TEKS, TELEPON, TOPIK, dari_id, ditolak, muat, surat};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::PenjawabKonsultasi,
    id::{AkunId, KonsultasiId, LayananId, UnitId},
    identitas::{Milik as Letak, segel},
    instansi, kode,
    kueri::Kueri,
    nilai,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
    sidik_hex,
    waktu::zona_waktu,
};
use ::layanan::konsultasi::{Cara, Konsultasi as Aturan, Langkah, Pihak};
use jiff::civil::DateTime;
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Characters of a message.
pub const TEKS_MAKS: usize = 5_000;

/// A consultation as it was asked for; texts are trimmed.
#[derive(Debug, Clone, Copy)]
pub struct Baru<'a> {
    /// A random secret of the form: the same one twice is the same consultation.
    pub kiriman: &'a str,
    pub unit: UnitId,
    pub layanan: Option<LayananId>,
    pub cara: Cara,
    pub topik: &'a str,
    pub isi: &'a str,
    pub nama: &'a str,
    pub surel: &'a str,
    pub telepon: &'a str,
    pub bahasa: &'a str,
    /// The wished local time, of a talk.
    pub waktu: Option<DateTime>,
    pub ilustrasi: bool,
}

#[derive(FromQueryResult)]
struct Ada {
    kode: String,
}

#[derive(FromQueryResult)]
struct Milik {
    id: KonsultasiId,
}

/// Takes a request and gives its code.
///
/// # Errors
/// `Keadaan` when something is missing, too long, or the wished time is over.
pub async fn ajukan(store: &Store, b: &Baru<'_>) -> Hasil<String> {
    let unit = instansi::unit(store, b.unit).await?;
    let rumah = instansi::dari_id(store, unit.instansi_id).await?;
    let kini = store.sekarang().timestamp().to_zoned(zona_waktu(&rumah.zona)).datetime();
    let panjang = |t: &str, maks: usize| t.chars().count() > maks;
    let alasan = match () {
        () if b.topik.is_empty() || b.isi.is_empty() || b.kiriman.len() < 16 => Some("aduan-isi-wajib"),
        () if panjang(b.topik, 200) || panjang(b.isi, TEKS_MAKS) || [b.nama, b.surel].iter().any(|t| panjang(t, 200)) => {
            Some("aduan-panjang")
        }
        () if panjang(b.telepon, 40) => Some("aduan-panjang"),
        () if b.cara == Cara::Temu && b.waktu.is_none() => Some("konsultasi-waktu-wajib"),
        () if b.cara == Cara::Temu && b.waktu.is_some_and(|w| w <= kini) => Some("konsultasi-sudah-lewat"),
        () => None,
    };
    if let Some(alasan) = alasan {
        return Err(StoreError::Keadaan(alasan));
    }
    let kiriman = sidik_hex(b.kiriman.as_bytes());
    let tx = store.mulai().await?;
    if let Some(a) = tx.mungkin::<Ada>("SELECT kode FROM konsultasi WHERE kiriman = $1", nilai![kiriman.as_str()]).await? {
        return Ok(a.kode);
    }
    let layanan = "SELECT COUNT(*) AS n FROM layanan WHERE id = $1 AND unit_id = $2";
    if let Some(l) = b.layanan
        && tx.angka(layanan, nilai![l, b.unit]).await? == 0
    {
        return Err(StoreError::TidakDitemukan);
    }
    let (id, kode) = (KonsultasiId::baru(), kode::baru(kode::Jenis::Konsultasi));
    tx.jalankan(
        "INSERT INTO konsultasi (id, kode, kiriman, instansi_id, unit_id, layanan_id, cara, topik, isi, nama, surel, telepon, bahasa, waktu,
         ilustrasi, pada) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        nilai![
            id,
            kode.as_str(),
            kiriman,
            unit.instansi_id,
            b.unit,
            b.layanan,
            b.cara.kunci(),
            segel(&tx.kunci, Letak(TOPIK, id.0), b.topik)?,
            segel(&tx.kunci, Letak(ISI, id.0), b.isi)?,
            segel(&tx.kunci, Letak(NAMA, id.0), b.nama)?,
            segel(&tx.kunci, Letak(SUREL, id.0), b.surel)?,
            segel(&tx.kunci, Letak(TELEPON, id.0), b.telepon)?,
            b.bahasa,
            b.waktu.filter(|_| b.cara == Cara::Temu).map(teks_waktu),
            i64::from(b.ilustrasi),
            tx.pada,
        ],
    )
    .await?;
    tx.jalankan(
        "INSERT INTO konsultasi_kini (konsultasi_id, unit_id, keadaan, urut, pada) VALUES ($1, $2, 'menunggu-unit', 0, $3)",
        nilai![id, b.unit, tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({ "cara": b.cara.kunci() });
    audit::catat_oleh(&tx, None, Kejadian::baru("konsultasi.ajukan", "konsultasi", id).instansi(unit.instansi_id).rincian(rincian)).await?;
    let k = dari_id(&*tx, id).await?;
    kabari(&tx, &k, "konsultasi-baru", &format!("konsultasi-baru/{id}")).await?;
    surat::antrekan(&tx, &k, "diterima").await?;
    tx.commit().await?;
    Ok(kode)
}

fn teks_waktu(w: DateTime) -> String {
    w.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// One step. `op`: made by the client; the same twice is the same step.
#[derive(Debug, Clone, Copy)]
pub struct Tulis<'a> {
    pub op: Uuid,
    pub langkah: Langkah,
    pub teks: &'a str,
}

/// A step of whoever holds the code.
///
/// # Errors
/// `TidakDitemukan` for an unknown code; `Keadaan` when the rules refuse it.
pub async fn tanggapi(store: &Store, kode: &str, w: Tulis<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let id = tx.satu::<Milik>("SELECT id FROM konsultasi WHERE kode = $1", nilai![kode]).await?.id;
    let m = buka(&tx, id).await?;
    if tulis(&tx, &m, w, None).await? {
        kabari(&tx, &m.konsultasi, "konsultasi-pesan", &format!("konsultasi-pesan/{}", w.op)).await?;
    }
    tx.commit().await
}

/// A step of the side that answers.
///
/// # Errors
/// `Keadaan` when the rules refuse it.
pub async fn jawab(store: &Store, hak: &PenjawabKonsultasi, w: Tulis<'_>) -> Hasil<()> {
    let tx = store.mulai().await?;
    let m = buka(&tx, hak.konsultasi.id).await?;
    if tulis(&tx, &m, w, Some(hak.pelaku().akun)).await? {
        surat::antrekan(&tx, &m.konsultasi, "kabar").await?;
    }
    tx.commit().await
}

async fn buka(tx: &Tx, id: KonsultasiId) -> Hasil<Muatan> {
    tx.angka(&format!("SELECT urut AS n FROM konsultasi_kini WHERE konsultasi_id = $1{}", tx.kunci_isi()), nilai![id]).await?;
    muat(&**tx, &tx.kunci, dari_id(&**tx, id).await?, tx.pada).await
}

async fn tulis(tx: &Tx, m: &Muatan, w: Tulis<'_>, oleh: Option<AkunId>) -> Hasil<bool> {
    if m.langkah.iter().any(|l| l.id == w.op) {
        return Ok(false);
    }
    let (jenis, waktu) = match w.langkah {
        Langkah::Pesan(_) | Langkah::BukaKembali if w.teks.is_empty() => return Err(StoreError::Keadaan("aduan-teks-wajib")),
        Langkah::Pesan(_) => ("pesan", None),
        Langkah::Usul(_, t) => ("usul", Some(teks_waktu(t))),
        Langkah::Sepakati(_) => ("sepakati", m.aturan.usul.map(|(_, t)| teks_waktu(t))),
        Langkah::Selesai(_) => ("selesai", None),
        Langkah::Batal(_) => ("batal", None),
        Langkah::TidakHadir => ("tidak-hadir", None),
        // Whose end it was to answer asks nobody for more.
        Langkah::BukaKembali if oleh.is_some() || m.aturan.keadaan.berakhir() && !m.lanjut => {
            return Err(StoreError::Keadaan("konsultasi-lanjut-lewat"));
        }
        Langkah::BukaKembali => ("buka-kembali", None),
    };
    if w.teks.chars().count() > TEKS_MAKS {
        return Err(StoreError::Keadaan("aduan-panjang"));
    }
    if w.langkah == Langkah::Selesai(Pihak::Petugas) && !dilayani(m, w.teks) {
        return Err(StoreError::Keadaan("konsultasi-belum-dijawab"));
    }
    let mut aturan: Aturan = m.aturan;
    aturan.terapkan(w.langkah, Some(m.kini)).map_err(ditolak)?;
    let (k, urut) = (&m.konsultasi, m.langkah.last().map_or(0, |l| l.urut) + 1);
    let pihak = if oleh.is_some() { Pihak::Petugas } else { Pihak::Pemohon };
    tx.jalankan(
        "INSERT INTO konsultasi_langkah (id, konsultasi_id, urut, jenis, pihak, waktu, teks, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        nilai![w.op, k.id, urut, jenis, pihak.kunci(), waktu, segel(&tx.kunci, Letak(TEKS, w.op), w.teks)?, tx.pada, oleh],
    )
    .await
    .map_err(|e| if matches!(e, StoreError::SudahAda(_)) { StoreError::OperasiLain } else { e })?;
    tx.jalankan(
        "UPDATE konsultasi_kini SET keadaan = $2, waktu = $3, urut = $4, pada = $5 WHERE konsultasi_id = $1",
        nilai![k.id, aturan.keadaan.kunci(), aturan.sepakat.map(teks_waktu), urut, tx.pada],
    )
    .await?;
    let rincian = serde_json::json!({ "langkah": jenis, "urut": urut });
    audit::catat_oleh(tx, oleh, Kejadian::baru("konsultasi.langkah", "konsultasi", k.id).instansi(k.instansi_id).rincian(rincian)).await?;
    Ok(true)
}

/// Whether the office answered in words, or the agreed time came: only then it may say that it is done.
fn dilayani(m: &Muatan, teks: &str) -> bool {
    let menjawab = m.langkah.iter().any(|l| l.pihak == Pihak::Petugas.kunci() && l.jenis == "pesan");
    menjawab || !teks.trim().is_empty() || m.aturan.sepakat.is_some_and(|t| t <= m.kini)
}

async fn kabari(tx: &Tx, k: &Konsultasi, jenis: &'static str, sekali: &str) -> Hasil<()> {
    let isi = serde_json::json!({ "unit": k.unit });
    let tautan = format!("/aduan/konsultasi/{}", k.id);
    let kepada = [Kepada::OperatorUnit(k.unit_id), Kepada::KepalaUnit(k.unit_id)];
    let p = Pemberitahuan { jenis, kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: &tautan, isi: &isi, sekali };
    beri_tahu(tx, &p).await?;
    Ok(())
}
