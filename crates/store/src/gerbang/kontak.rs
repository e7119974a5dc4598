//! The number that a person left with his matter: sealed, shown only in part, and gone when it is of no more use.

use super::{Perkara, Saluran, antrekan, kirim, nomor, sidik};
use crate::{
    Hasil, Kunci, Store, StoreError, Tx,
    audit::{self, Kejadian},
    identitas::{Milik, Tersegel, segel},
    kueri::Kueri,
    nilai, rahasia,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The column, for what is sealed in it.
const TELEPON: &str = "gerbang_kontak.telepon";
/// As a program before `0047` sealed it, in `nomor`.
const GUNA_LAMA: &str = "gerbang";
/// Rows of one transaction.
const KELOMPOK: usize = 500;

/// What the page of a matter shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kontak {
    pub saluran: Saluran,
    /// `0812…90`.
    pub samar: String,
    /// The owner answered with the stop word: nothing is sent.
    pub henti: bool,
}

#[derive(FromQueryResult)]
struct Baris {
    saluran: String,
    nomor: Vec<u8>,
    telepon: Option<Tersegel>,
    bahasa: String,
    henti: i64,
}

/// The number, however it was sealed; `None` for one that no key here opens, which can be told to nobody.
fn buka(kunci: &Kunci, id: Uuid, telepon: Option<&Tersegel>, nomor: &[u8]) -> Option<String> {
    match telepon {
        Some(t) if t.kosong() => None,
        Some(t) => t.buka(kunci, Milik(TELEPON, id)).ok(),
        None => rahasia::buka(kunci, GUNA_LAMA, id.as_bytes(), nomor).and_then(|isi| String::from_utf8(isi).ok()),
    }
}

const PILIH: &str =
    "SELECT k.saluran, k.nomor, k.telepon, k.bahasa, CAST(CASE WHEN h.sidik IS NULL THEN 0 ELSE 1 END AS bigint) AS henti FROM gerbang_kontak k
    LEFT JOIN gerbang_henti h ON h.sidik = k.sidik WHERE k.perkara = $1 AND k.perkara_id = $2";

/// Number, language and whether the owner stopped it, for a message that leaves.
pub(super) struct Terbuka {
    pub saluran: Saluran,
    pub nomor: String,
    pub bahasa: String,
    pub henti: bool,
}

pub(super) async fn terbuka<C: ConnectionTrait>(c: &C, kunci: &Kunci, perkara: Perkara, id: Uuid) -> Hasil<Option<Terbuka>> {
    let Some(b) = c.mungkin::<Baris>(PILIH, nilai![perkara.kunci(), id]).await? else { return Ok(None) };
    let Some(nomor) = buka(kunci, id, b.telepon.as_ref(), &b.nomor) else { return Ok(None) };
    let saluran = Saluran::dari_kunci(&b.saluran).ok_or_else(|| StoreError::Rusak(format!("gateway {:?}", b.saluran)))?;
    Ok(Some(Terbuka { saluran, nomor, bahasa: b.bahasa, henti: b.henti == 1 }))
}

/// What is kept with a matter.
///
/// # Errors
/// When the store fails.
pub async fn milik(store: &Store, perkara: Perkara, id: Uuid) -> Hasil<Option<Kontak>> {
    let Some(t) = terbuka(store.baca(), store.kunci(), perkara, id).await? else { return Ok(None) };
    let lokal = t.nomor.strip_prefix("62").unwrap_or(&t.nomor);
    let (awal, akhir) = (lokal.get(..3).unwrap_or_default(), lokal.get(lokal.len().saturating_sub(2)..).unwrap_or_default());
    Ok(Some(Kontak { saluran: t.saluran, samar: format!("0{awal}…{akhir}"), henti: t.henti }))
}

/// Keeps a number for a matter and confirms it with a first message. The same again changes nothing; another number replaces it.
///
/// # Errors
/// `Keadaan("gerbang-nomor")` for what is no mobile number; `Keadaan("gerbang-berhenti")` for one whose owner does not want messages.
pub async fn pilih(store: &Store, perkara: Perkara, id: Uuid, saluran: Saluran, teks: &str, bahasa: &str) -> Hasil<()> {
    let n = nomor(teks).ok_or(StoreError::Keadaan("gerbang-nomor"))?;
    let tx = store.mulai().await?;
    let s = sidik(&tx.kunci, &n)?;
    if tx.angka("SELECT COUNT(*) AS n FROM gerbang_henti WHERE sidik = $1", nilai![s]).await? > 0 {
        return Err(StoreError::Keadaan("gerbang-berhenti"));
    }
    let sama = "SELECT COUNT(*) AS n FROM gerbang_kontak WHERE perkara = $1 AND perkara_id = $2 AND sidik = $3 AND saluran = $4";
    if tx.angka(sama, nilai![perkara.kunci(), id, s, saluran.kunci()]).await? > 0 {
        return Ok(());
    }
    let telepon = segel(&tx.kunci, Milik(TELEPON, id), &n)?;
    let bahasa = if bahasa == "en" { "en" } else { "id" };
    tx.jalankan("DELETE FROM gerbang_kontak WHERE perkara = $1 AND perkara_id = $2", nilai![perkara.kunci(), id]).await?;
    tx.jalankan(
        "INSERT INTO gerbang_kontak (perkara, perkara_id, saluran, nomor, telepon, sidik, bahasa, pada)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        nilai![perkara.kunci(), id, saluran.kunci(), Vec::<u8>::new(), telepon, s, bahasa, tx.pada],
    )
    .await?;
    antrekan(&tx, perkara, id, &format!("{}/{s}", kirim::DAFTAR)).await?;
    let k = Kejadian::baru("gerbang.pilih", perkara.kunci(), id).rincian(serde_json::json!({ "saluran": saluran.kunci() }));
    audit::catat_oleh(&tx, None, k).await?;
    tx.commit().await
}

/// Its holder wants no more messages about this matter. A second time changes nothing.
///
/// # Errors
/// When the store fails.
pub async fn hapus(store: &Store, perkara: Perkara, id: Uuid) -> Hasil<()> {
    let tx = store.mulai().await?;
    if lepas(&tx, perkara, id).await? > 0 {
        audit::catat_oleh(&tx, None, Kejadian::baru("gerbang.hapus", perkara.kunci(), id)).await?;
    }
    tx.commit().await
}

pub(crate) async fn lepas(tx: &Tx, perkara: Perkara, id: Uuid) -> Hasil<u64> {
    tx.jalankan("DELETE FROM gerbang_kontak WHERE perkara = $1 AND perkara_id = $2", nilai![perkara.kunci(), id]).await
}

/// Removes numbers of matters that are over: bookings and queue numbers after their day, cases and reports as many days after their end
/// as addresses are kept. Returns how many.
///
/// # Errors
/// When the store fails.
pub async fn bersihkan(store: &Store) -> Hasil<u64> {
    // The westernmost zone is the last to see a day end.
    let kini = store.sekarang().hari("WIB");
    let hari = kini.to_string();
    let lama = kini.saturating_sub(jiff::Span::new().days(crate::permohonan::surel::SIMPAN_BAKU)).to_string();
    let usai = [
        ("pesanan", "SELECT p.id FROM pesanan p WHERE p.tanggal < $1", &hari),
        ("tiket", "SELECT t.id FROM tiket t WHERE t.tanggal < $1", &hari),
        (
            "permohonan",
            "SELECT p.id FROM permohonan p WHERE p.keadaan IN ('ditolak', 'selesai', 'dibatalkan', 'diarsipkan')
              AND (SELECT MAX(e.tanggal) FROM permohonan_peristiwa e WHERE e.permohonan_id = p.id) < $1",
            &lama,
        ),
        (
            "pengaduan",
            "SELECT k.pengaduan_id FROM pengaduan_kini k WHERE (k.keadaan LIKE 'selesai-%' OR k.keadaan LIKE 'ditolak-%' OR k.keadaan IN ('dicabut', 'dianggap-dicabut'))
              AND (SELECT MAX(s.tanggal) FROM pengaduan_langkah s WHERE s.pengaduan_id = k.pengaduan_id) < $1",
            &lama,
        ),
    ];
    let mut n = 0;
    for (perkara, pilih, batas) in usai {
        // From the few numbers to their matters, not from all matters that ever were.
        let ada = "SELECT COUNT(*) AS n FROM gerbang_kontak WHERE perkara = $1";
        if store.baca().angka(ada, nilai![perkara]).await? == 0 {
            continue;
        }
        let tx = store.mulai().await?;
        let sql = format!("DELETE FROM gerbang_kontak WHERE perkara = '{perkara}' AND perkara_id IN ({pilih})");
        n += tx.jalankan(&sql, nilai![batas.as_str()]).await?;
        tx.commit().await?;
    }
    Ok(n)
}

#[derive(FromQueryResult)]
struct Segel {
    perkara: String,
    perkara_id: Uuid,
    nomor: Vec<u8>,
    telepon: Option<Tersegel>,
}

/// Seals what an older program left as every identity field is sealed now. Returns how many rows.
///
/// # Errors
/// When the store fails. What was done until then stays done.
pub(crate) async fn pindahkan(store: &Store) -> Hasil<u64> {
    let ada = "SELECT COUNT(*) AS n FROM gerbang_kontak WHERE telepon IS NULL";
    let mut n = 0;
    while store.baca().angka(ada, nilai![]).await? > 0 {
        let tx = store.mulai().await?;
        let sql = format!(
            "SELECT perkara, perkara_id, nomor, telepon FROM gerbang_kontak WHERE telepon IS NULL ORDER BY perkara, perkara_id LIMIT {KELOMPOK}"
        );
        for b in tx.semua::<Segel>(&sql, nilai![]).await? {
            let isi = buka(&tx.kunci, b.perkara_id, None, &b.nomor).unwrap_or_default();
            let telepon = segel(&tx.kunci, Milik(TELEPON, b.perkara_id), &isi)?;
            let sql = "UPDATE gerbang_kontak SET telepon = $3, nomor = $4 WHERE perkara = $1 AND perkara_id = $2 AND telepon IS NULL";
            n += tx.jalankan(sql, nilai![b.perkara, b.perkara_id, telepon, Vec::<u8>::new()]).await?;
        }
        tx.commit().await?;
    }
    Ok(n)
}

/// Numbers under the digests of the key that comes, in the transaction that names it; for a key that leaked. What is sealed is sealed
/// again by `crate::identitas`.
pub(crate) async fn segel_ulang(tx: &Tx, baru: &Kunci) -> Hasil<()> {
    // The digests change with the key: who stopped messages before is not known by the new one.
    tx.jalankan("DELETE FROM gerbang_henti", nilai![]).await?;
    let sql = "SELECT perkara, perkara_id, nomor, telepon FROM gerbang_kontak ORDER BY perkara, perkara_id LIMIT 1000000";
    for b in tx.semua::<Segel>(sql, nilai![]).await? {
        let Some(isi) = buka(&tx.kunci, b.perkara_id, b.telepon.as_ref(), &b.nomor) else { continue };
        let telepon = segel(baru, Milik(TELEPON, b.perkara_id), &isi)?;
        let s = sidik(baru, &isi)?;
        let sql = "UPDATE gerbang_kontak SET telepon = $3, nomor = $4, sidik = $5 WHERE perkara = $1 AND perkara_id = $2";
        tx.jalankan(sql, nilai![b.perkara, b.perkara_id, telepon, Vec::<u8>::new(), s]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
