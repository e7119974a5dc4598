//! Keys of installations: our own, and those of others that an administrator registered after comparing the fingerprint. Whoever
//! reads the public list can check our publications; we believe a handed-in publication only by a key in it. A key is never
//! changed: it is registered once, and may be revoked once, with a reason. For which instansi it signs, and on which days, is said once and
//! corrected with a reason (`koreksi`, `masa`). Our own, and replacing it, is `milik`.

pub(crate) mod bukti;
mod koreksi;
mod masa;
mod milik;

pub use crate::pembukaan::periksa_kunci as periksa;
pub use koreksi::{Koreksi, betulkan, riwayat};
pub use masa::{KoreksiMasa, Masa, betulkan_masa, riwayat_masa};
pub use milik::{Ganti, ganti, milik};

use crate::{
    Hasil, KunciPublik, Store, StoreError, Tx, Waktu,
    audit::{self, Kejadian},
    hak::Admin,
    hasil::KunciTepercaya,
    id::KunciInstalasiId,
    kueri::Kueri,
    nilai,
};
use jiff::civil::Date;
use sea_orm::FromQueryResult;

/// A registered key.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Terdaftar {
    pub id: KunciInstalasiId,
    pub nama: String,
    /// First 16 digits of the SHA-256 of the public key.
    pub kunci: String,
    pub publik: Vec<u8>,
    pub dari: String,
    pub sampai: Option<String>,
    pub catatan: String,
    pub pada: Waktu,
    pub oleh: Option<String>,
    pub cabut_alasan: Option<String>,
    pub cabut_pada: Option<Waktu>,
    pub cabut_oleh: Option<String>,
    untuk: Option<String>,
    asing: Option<String>,
    /// Its mark; none once it was found not to hold.
    tanda: Option<Vec<u8>>,
}

impl Terdaftar {
    /// 64 hex digits.
    #[must_use]
    pub fn heksa(&self) -> String {
        hex::encode(&self.publik)
    }

    /// Codes of the instansi it may sign for, in order; none: it is bound to none.
    #[must_use]
    pub fn untuk(&self) -> Vec<String> {
        urut(self.untuk.as_deref())
    }

    /// Those of them that this installation knows neither as an instansi nor from a file that it received, in order: perhaps mistyped.
    #[must_use]
    pub fn asing(&self) -> Vec<String> {
        urut(self.asing.as_deref())
    }

    fn tepercaya(&self) -> Option<KunciTepercaya> {
        let dicabut =
            self.cabut_pada.map(|w| (w.timestamp().strftime("%Y-%m-%d").to_string(), self.cabut_alasan.clone().unwrap_or_default()));
        let sampai = self.sampai.clone().unwrap_or_default();
        Some(KunciTepercaya {
            dari: self.dari.clone(),
            sampai,
            dicabut,
            untuk: self.untuk(),
            ..KunciTepercaya::baru(KunciPublik::dari_bytes(&self.publik)?, &self.nama)
        })
    }
}

fn urut(kode: Option<&str>) -> Vec<String> {
    let mut semua: Vec<String> = kode.iter().flat_map(|u| u.split(',')).map(str::to_owned).collect();
    semua.sort_unstable();
    semua
}

/// What an administrator writes down about a key.
#[derive(Debug, Clone)]
pub struct Baru {
    pub nama: String,
    pub publik: KunciPublik,
    pub dari: Date,
    pub sampai: Option<Date>,
    /// How its owner was asked for the fingerprint.
    pub catatan: String,
    /// Codes of the instansi it may sign for; none: for any.
    pub untuk: Vec<String>,
}

/// A public key as people send it: 64 hex digits, blanks and an id before it do not count.
#[must_use]
pub fn urai(teks: &str) -> Option<KunciPublik> {
    let kata: Vec<&str> = teks.split_whitespace().collect();
    let dari = |h: &str| hex::decode(h).ok().and_then(|b| KunciPublik::dari_bytes(&b));
    kata.iter().find_map(|k| (k.len() == 64).then(|| dari(k)).flatten()).or_else(|| dari(&kata.concat()))
}

const PILIH: &str = "SELECT k.id, k.nama, k.kunci, k.publik, k.dari, k.sampai, k.catatan, k.pada, k.tanda, a.nama AS oleh,
    c.alasan AS cabut_alasan, c.pada AS cabut_pada, b.nama AS cabut_oleh,
    (SELECT STRING_AGG(x.instansi_kode, ',') FROM kunci_untuk x WHERE x.kunci_id = k.id) AS untuk,
    (SELECT STRING_AGG(x.instansi_kode, ',') FROM kunci_untuk x WHERE x.kunci_id = k.id
      AND NOT EXISTS (SELECT 1 FROM instansi i WHERE i.kode = x.instansi_kode)
      AND NOT EXISTS (SELECT 1 FROM terima_terbitan d WHERE d.instansi_kode = x.instansi_kode)) AS asing
    FROM kunci_instalasi k LEFT JOIN akun a ON a.id = k.oleh LEFT JOIN kunci_cabut c ON c.kunci_id = k.id LEFT JOIN akun b ON b.id = c.oleh";

/// All registered keys, revoked ones too, by name, at most 2,000.
pub async fn daftar(store: &Store) -> Hasil<Vec<Terdaftar>> {
    let semua: Vec<Terdaftar> = store.baca().semua(&format!("{PILIH} ORDER BY k.nama, k.id LIMIT 2000"), nilai![]).await?;
    Ok(semua.into_iter().map(|k| k.diuji(store.kunci())).collect())
}

/// # Errors
/// `TidakDitemukan`.
pub async fn satu(store: &Store, _hak: &Admin, id: KunciInstalasiId) -> Hasil<Terdaftar> {
    let k: Terdaftar = store.baca().satu(&format!("{PILIH} WHERE k.id = $1"), nilai![id]).await?;
    Ok(k.diuji(store.kunci()))
}

/// The registered key with this mark.
pub(crate) async fn cari(store: &Store, kunci: &str) -> Hasil<Option<Terdaftar>> {
    store.baca().mungkin(&format!("{PILIH} WHERE k.kunci = $1"), nilai![kunci]).await
}

/// The registered keys in the form in which a file is checked with them; our own is not among them, nor what nobody registered.
pub async fn terdaftar(store: &Store) -> Hasil<Vec<KunciTepercaya>> {
    Ok(daftar(store).await?.iter().filter(|k| k.terbukti()).filter_map(Terdaftar::tepercaya).collect())
}

/// The public list: our own key first, then those that it replaced, then those that we registered.
pub async fn publik(store: &Store) -> Hasil<Vec<KunciTepercaya>> {
    let (kini, lama) = milik(store).await?;
    Ok(std::iter::once(kini).chain(lama).chain(terdaftar(store).await?).collect())
}

/// Registers a key. The same key twice is refused, revoked or not.
///
/// # Errors
/// `Keadaan`: `kunci-sudah-terdaftar`, `kunci-sendiri`, `kunci-masa-terbalik`.
pub async fn tambah(store: &Store, hak: &Admin, b: &Baru) -> Hasil<KunciInstalasiId> {
    if milik::kita(store, b.publik) {
        return Err(StoreError::Keadaan("kunci-sendiri"));
    }
    Masa { dari: b.dari, sampai: b.sampai }.periksa()?;
    let (id, kunci) = (KunciInstalasiId::baru(), b.publik.id());
    let tx = store.mulai().await?;
    let n = tx
        .jalankan(
            "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, sampai, catatan, pada, oleh)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kunci) DO NOTHING",
            nilai![
                id,
                b.nama.trim(),
                kunci.as_str(),
                b.publik.bytes().to_vec(),
                b.dari.to_string(),
                b.sampai.map(|s| s.to_string()),
                b.catatan.trim(),
                tx.pada,
                hak.pelaku().akun
            ],
        )
        .await?;
    if n == 0 {
        return Err(StoreError::Keadaan("kunci-sudah-terdaftar"));
    }
    audit::catat(
        &tx,
        hak.pelaku(),
        Kejadian::baru("kunci.daftar", "kunci", id).rincian(serde_json::json!({
            "kunci": kunci, "untuk": b.untuk, "publik": hex::encode(b.publik.bytes()), "dari": b.dari.to_string(),
            "sampai": b.sampai.map(|s| s.to_string()).unwrap_or_default(), "nama": tx.kunci.ringkas(b.nama.trim())
        })),
    )
    .await?;
    untuk(&tx, hak, id, &b.untuk).await?;
    bukti::tandai(&tx, id).await?;
    tx.commit().await?;
    Ok(id)
}

async fn untuk(tx: &Tx, hak: &Admin, id: KunciInstalasiId, kode: &[String]) -> Hasil<()> {
    for k in kode {
        tx.jalankan(
            "INSERT INTO kunci_untuk (kunci_id, instansi_kode, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            nilai![id, k.as_str(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    }
    Ok(())
}

/// Two that bind a key at once wait for each other here.
async fn tunggu(tx: &Tx, id: KunciInstalasiId) -> Hasil<()> {
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT id FROM kunci_instalasi WHERE id = $1{}) t", tx.kunci_baris());
    tx.angka(&sql, nilai![id]).await.map(|_| ())
}

/// Binds a key that is bound to none to the instansi it may sign for. The same binding again changes nothing.
///
/// # Errors
/// `Keadaan`: `kunci-untuk-wajib` without a code, `kunci-sudah-terikat` to others; `TidakDitemukan`.
pub async fn ikat(store: &Store, hak: &Admin, id: KunciInstalasiId, kode: &[String]) -> Hasil<()> {
    if kode.is_empty() {
        return Err(StoreError::Keadaan("kunci-untuk-wajib"));
    }
    let tx = store.mulai().await?;
    tunggu(&tx, id).await?;
    let k = bukti::untuk_diubah(&tx, id).await?;
    let mut baru = kode.to_vec();
    baru.sort_unstable();
    baru.dedup();
    if k.untuk() == baru {
        return Ok(());
    }
    if !k.untuk().is_empty() {
        return Err(StoreError::Keadaan("kunci-sudah-terikat"));
    }
    untuk(&tx, hak, id, &baru).await?;
    bukti::tandai(&tx, id).await?;
    let rincian = serde_json::json!({ "kunci": k.kunci, "untuk": baru });
    audit::catat(&tx, hak.pelaku(), Kejadian::baru("kunci.ikat", "kunci", id).rincian(rincian)).await?;
    tx.commit().await
}

/// Revokes a key: nothing signed by it is believed any more. A second time changes nothing, unless what stands of it is not proved: then
/// this is its revocation.
///
/// # Errors
/// `Keadaan("alasan-wajib")`, `TidakDitemukan`.
pub async fn cabut(store: &Store, hak: &Admin, id: KunciInstalasiId, alasan: &str) -> Hasil<()> {
    if alasan.trim().is_empty() {
        return Err(StoreError::Keadaan("alasan-wajib"));
    }
    let tx = store.mulai().await?;
    tunggu(&tx, id).await?;
    let k: Terdaftar = tx.satu(&format!("{PILIH} WHERE k.id = $1"), nilai![id]).await?;
    let k = k.diuji(&tx.kunci);
    if !k.terbukti() {
        tx.jalankan("DELETE FROM kunci_cabut WHERE kunci_id = $1", nilai![id]).await?;
    }
    let n = tx
        .jalankan(
            "INSERT INTO kunci_cabut (kunci_id, alasan, pada, oleh) VALUES ($1, $2, $3, $4) ON CONFLICT (kunci_id) DO NOTHING",
            nilai![id, alasan.trim(), tx.pada, hak.pelaku().akun],
        )
        .await?;
    if n > 0 {
        bukti::tandai(&tx, id).await?;
        let rincian = serde_json::json!({ "kunci": k.kunci, "alasan": tx.kunci.ringkas(alasan.trim()) });
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("kunci.cabut", "kunci", id).rincian(rincian)).await?;
    }
    tx.commit().await
}
