//! Replacing the key of identity fields, and sealing what is not under the newest one: rows of an older program, and those of a former
//! key. It goes in batches of one transaction each, beside a serving program; whatever stops it, the next run goes on where it stopped.

use super::{MEDAN, Milik, TANDA, buka_teks, segel};
use crate::{
    Hasil, Kunci, Store, StoreError, Tx,
    audit::{self, Kejadian},
    kueri::{Kueri, Value},
    nilai,
};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

/// Rows of one transaction.
const KELOMPOK: usize = 200;
/// A serving program takes a new key from the file within this time, so a look before it may not be the last one.
const AMBIL_DETIK: i64 = 10;

/// What is not under the newest key.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Sisa {
    /// Rows, by table.
    pub tabel: Vec<(String, i64)>,
}

impl Sisa {
    #[must_use]
    pub fn jumlah(&self) -> i64 {
        self.tabel.iter().map(|(_, n)| n).sum()
    }
}

fn kini(kunci: &Kunci) -> Hasil<String> {
    kunci.identitas().last().map(crate::KunciIdentitas::id).ok_or_else(|| StoreError::Rusak("no key for identity fields".into()))
}

/// SQL that holds for rows with a value that is not under the key `$1` stands for (a `LIKE` pattern).
fn belum(kolom: &[&str]) -> String {
    kolom.iter().map(|k| format!("({k} <> '' AND {k} NOT LIKE $1)")).collect::<Vec<_>>().join(" OR ")
}

/// Counts what is not under the newest key.
///
/// # Errors
/// When the store fails.
pub async fn sisa(store: &Store) -> Hasil<Sisa> {
    let pola = format!("{TANDA}{}:%", kini(store.kunci())?);
    let mut s = Sisa::default();
    for (tabel, _, kolom) in MEDAN {
        let n = store.baca().angka(&format!("SELECT COUNT(*) AS n FROM {tabel} WHERE {}", belum(kolom)), nilai![pola.as_str()]).await?;
        if n > 0 {
            s.tabel.push(((*tabel).to_owned(), n));
        }
    }
    Ok(s)
}

/// Makes a new key and puts it to use. What lies under the former one is sealed again by [`lanjutkan`]. Returns its short name.
///
/// # Errors
/// `Berkas` when the key file cannot be written.
pub async fn ganti(store: &Store) -> Hasil<String> {
    let tx = store.mulai().await?;
    giliran(&tx).await?;
    let lama = kini(store.kunci())?;
    store.kunci().tambah_identitas(store.folder(), tx.pada)?;
    let baru = kini(store.kunci())?;
    let rincian = serde_json::json!({ "lama": lama, "baru": baru });
    audit::catat_oleh(&tx, None, Kejadian::baru("kunci.identitas-ganti", "kunci", &baru).rincian(rincian)).await?;
    tx.commit().await?;
    Ok(baru)
}

/// One at a time with whoever replaces the signing key, which is in the same file.
async fn giliran(tx: &Tx) -> Hasil<()> {
    tx.angka(&format!("SELECT ilustrasi AS n FROM instalasi{}", tx.kunci_isi()), nilai![]).await.map(drop)
}

/// Seals what is not under the newest key. Costs one small read when nothing is left. Returns how many rows it changed.
///
/// # Errors
/// `Rusak` for a value whose key is not in the file; when the store fails. What was done until then stays done.
pub async fn lanjutkan(store: &Store) -> Hasil<u64> {
    store.kunci().segarkan(store.folder());
    let dipindah = crate::gerbang::kontak::pindahkan(store).await?;
    let kunci = kini(store.kunci())?;
    let usai = "SELECT COUNT(*) AS n FROM identitas_usai WHERE kunci = $1";
    if store.baca().angka(usai, nilai![kunci.as_str()]).await? > 0 {
        return Ok(dipindah);
    }
    let mulai = store.sekarang();
    let mut n = dipindah + super::lampiran::segel_lama(store).await?;
    for (tabel, milik, kolom) in MEDAN {
        let mut setelah = Uuid::nil();
        loop {
            let (diubah, terakhir) = kelompok(store, (tabel, milik, kolom), setelah).await?;
            n += diubah;
            // Nothing changed: somebody else is at the same rows, or none is left.
            let Some(t) = terakhir.filter(|_| diubah > 0) else { break };
            setelah = t;
        }
    }
    let sejak = store.kunci().identitas().last().map_or(mulai, |k| k.sejak);
    if mulai > sejak.tambah_detik(AMBIL_DETIK) {
        let tx = store.mulai().await?;
        let sql = "INSERT INTO identitas_usai (kunci, pada) VALUES ($1, $2) ON CONFLICT (kunci) DO NOTHING";
        if tx.jalankan(sql, nilai![kunci.as_str(), tx.pada]).await? > 0 {
            let k = Kejadian::baru("kunci.identitas-segel", "kunci", &kunci).rincian(serde_json::json!({ "baris": n }));
            audit::catat_oleh(&tx, None, k).await?;
        }
        tx.commit().await?;
    }
    Ok(n)
}

/// One batch; rows that changed, and the last one looked at (`None`: there was none).
async fn kelompok(store: &Store, (tabel, milik, kolom): (&str, &str, &[&str]), setelah: Uuid) -> Hasil<(u64, Option<Uuid>)> {
    let tx = store.mulai().await?;
    let pola = format!("{TANDA}{}:%", kini(&tx.kunci)?);
    let sql = format!(
        "SELECT {milik} AS milik, {} FROM {tabel} WHERE {milik} >= $2 AND ({}) ORDER BY {milik} LIMIT {KELOMPOK}",
        kolom.join(", "),
        belum(kolom)
    );
    let p = Statement::from_sql_and_values(tx.get_database_backend(), sql, nilai![pola, setelah]);
    let (mut n, mut terakhir) = (0, None);
    for b in tx.query_all_raw(p).await? {
        let id: Uuid = b.try_get("", "milik")?;
        terakhir = Some(id);
        let lama: Vec<Option<String>> = kolom.iter().map(|k| b.try_get("", k)).collect::<Result<_, _>>()?;
        let baru: Vec<Option<String>> =
            kolom.iter().zip(&lama).map(|(k, t)| ulang(&tx.kunci, &format!("{tabel}.{k}"), id, t)).collect::<Hasil<_>>()?;
        let (taruh, syarat): (Vec<_>, Vec<_>) = (0..kolom.len())
            .map(|i| (format!("{} = ${}", kolom[i], i + 2), format!("COALESCE({}, '') = ${}", kolom[i], i + 2 + kolom.len())))
            .unzip();
        let mut v: Vec<Value> = nilai![id];
        v.extend(baru.into_iter().map(Value::from));
        v.extend(lama.into_iter().map(|t| Value::from(t.unwrap_or_default())));
        // Changed meanwhile, it is under the newest key already.
        let sql = format!("UPDATE {tabel} SET {} WHERE {milik} = $1 AND {}", taruh.join(", "), syarat.join(" AND "));
        n += tx.jalankan(&sql, v).await?;
    }
    tx.commit().await?;
    Ok((n, terakhir))
}

fn ulang(kunci: &Kunci, medan: &str, id: Uuid, isi: &Option<String>) -> Hasil<Option<String>> {
    let m = Milik(medan, id);
    isi.as_deref().map(|t| segel(kunci, m, &buka_teks(kunci, m, t)?)).transpose()
}

/// Takes former keys out of the file. Backups made before hold values that no key opens then.
///
/// # Errors
/// `Keadaan("identitas-belum-usai")` while rows lie under a former key, or are just being sealed.
pub async fn buang_lama(store: &Store) -> Hasil<usize> {
    lanjutkan(store).await?;
    let tx = store.mulai().await?;
    giliran(&tx).await?;
    let kunci = kini(store.kunci())?;
    let usai = tx.angka("SELECT COUNT(*) AS n FROM identitas_usai WHERE kunci = $1", nilai![kunci.as_str()]).await? > 0;
    if !usai || sisa(store).await?.jumlah() > 0 {
        return Err(StoreError::Keadaan("identitas-belum-usai"));
    }
    let banyak = store.kunci().identitas().len() - 1;
    if banyak > 0 {
        store.kunci().buang_identitas(store.folder())?;
        let k = Kejadian::baru("kunci.identitas-buang", "kunci", &kunci).rincian(serde_json::json!({ "banyak": banyak }));
        audit::catat_oleh(&tx, None, k).await?;
    }
    tx.commit().await?;
    Ok(banyak)
}
