//! The calendar address of an account: a secret address that a calendar program reads without signing in. The secret is made
//! from the row's id with the installation's key, so the database alone gives it to nobody. The file format is the page's.

use super::jadwal::Jadwal;
use crate::{
    Hasil, Store, StoreError, Waktu, akun, audit,
    hak::Pelaku,
    id::{AkunId, KalenderId},
    kueri::Kueri,
    nilai, peran,
    peran::{Lingkup, Peran, PeranLingkup},
    sidik_hex,
};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

/// The live address of an account.
#[derive(Debug, Clone)]
pub struct Kalender {
    pub rahasia: String,
    pub pada: Waktu,
}

#[derive(FromQueryResult)]
struct Baris {
    id: KalenderId,
    akun_id: AkunId,
    pada: Waktu,
}

const HIDUP: &str =
    "SELECT k.id, k.akun_id, k.pada FROM kalender k LEFT JOIN kalender_cabut c ON c.kalender_id = k.id WHERE c.kalender_id IS NULL";

fn rahasia(store: &Store, id: KalenderId) -> String {
    format!("{}{}", id.0.simple(), store.kunci().ringkas(&format!("kalender:{id}")))
}

/// The address of this person; `None` while there is none.
pub async fn milik(store: &Store, pelaku: &Pelaku) -> Hasil<Option<Kalender>> {
    let b: Option<Baris> =
        store.baca().mungkin(&format!("{HIDUP} AND k.akun_id = $1 ORDER BY k.id DESC LIMIT 1"), nilai![pelaku.akun]).await?;
    Ok(b.map(|b| Kalender { rahasia: rahasia(store, b.id), pada: b.pada }))
}

/// Makes a new address; an older one stops working.
pub async fn buat(store: &Store, pelaku: &Pelaku) -> Hasil<Kalender> {
    let tx = store.mulai().await?;
    hapus(&tx, pelaku).await?;
    let id = KalenderId::baru();
    tx.jalankan("INSERT INTO kalender (id, akun_id, pada) VALUES ($1, $2, $3)", nilai![id, pelaku.akun, tx.pada]).await?;
    audit::catat(&tx, pelaku, audit::Kejadian::baru("kalender.buat", "kalender", id)).await?;
    let pada = tx.pada;
    tx.commit().await?;
    Ok(Kalender { rahasia: rahasia(store, id), pada })
}

/// Revokes the address of this person.
pub async fn cabut(store: &Store, pelaku: &Pelaku) -> Hasil<()> {
    let tx = store.mulai().await?;
    hapus(&tx, pelaku).await?;
    tx.commit().await
}

async fn hapus(tx: &crate::Tx, pelaku: &Pelaku) -> Hasil<()> {
    for b in tx.semua::<Baris>(&format!("{HIDUP} AND k.akun_id = $1 ORDER BY k.id LIMIT 100"), nilai![pelaku.akun]).await? {
        tx.jalankan("INSERT INTO kalender_cabut (kalender_id, pada, oleh) VALUES ($1, $2, $3)", nilai![b.id, tx.pada, pelaku.akun]).await?;
        audit::catat(tx, pelaku, audit::Kejadian::baru("kalender.cabut", "kalender", b.id)).await?;
    }
    Ok(())
}

/// The events behind a secret address, by start, with the name of its owner; rights are those that he has today.
///
/// # Errors
/// `TidakDitemukan` for a secret that is wrong or revoked, and for an account that was switched off.
pub async fn acara(store: &Store, rahasia_: &str) -> Hasil<(String, Vec<Jadwal>)> {
    let id = rahasia_.get(..32).and_then(|s| Uuid::parse_str(s).ok()).map(KalenderId).ok_or(StoreError::TidakDitemukan)?;
    // By their hashes, so that the time a comparison takes says nothing about the secret.
    if sidik_hex(rahasia(store, id).as_bytes()) != sidik_hex(rahasia_.as_bytes()) {
        return Err(StoreError::TidakDitemukan);
    }
    let b: Baris = store.baca().satu(&format!("{HIDUP} AND k.id = $1"), nilai![id]).await?;
    let akun = akun::dari_id(store, b.akun_id).await?;
    if akun.nonaktif.is_some() {
        return Err(StoreError::TidakDitemukan);
    }
    let peran = peran::milik(store, akun.id, &store.sekarang().hari("WIT").to_string()).await?;
    Ok((akun.nama, untuk(store, akun.id, &peran).await?))
}

/// Events of the periods that the person runs or reads, and of the units that he serves or evaluates.
async fn untuk(store: &Store, akun: AkunId, peran: &[PeranLingkup]) -> Hasil<Vec<Jadwal>> {
    let mut v: Vec<Value> = nilai![akun];
    let mut syarat = vec![
        // An evaluator: his units, and what concerns the whole period.
        "EXISTS (SELECT 1 FROM penugasan g JOIN penetapan t ON t.penugasan_id = g.id JOIN lokus z ON z.id = g.lokus_id
          LEFT JOIN penugasan_akhir x ON x.penugasan_id = g.id WHERE g.akun_id = $1 AND x.penugasan_id IS NULL AND z.periode_id = j.periode_id
          AND (j.lokus_id IS NULL OR j.lokus_id = z.id))"
            .to_owned(),
    ];
    for p in peran {
        let mut tempat = |isi: Value| {
            v.push(isi);
            format!("${}", v.len())
        };
        match (&p.peran, &p.lingkup) {
            (Peran::Evaluator | Peran::Penghubung, _) | (_, Lingkup::Wilayah(_) | Lingkup::Instalasi) => {}
            (_, Lingkup::Instansi(i)) => syarat.push(format!("p.instansi_id = {}", tempat((*i).into()))),
            (_, Lingkup::Periode(q)) => syarat.push(format!("j.periode_id = {}", tempat((*q).into()))),
            (_, Lingkup::Unit { unit, .. }) => {
                let n = tempat((*unit).into());
                syarat.push(format!(
                    "EXISTS (SELECT 1 FROM lokus z JOIN unit y ON y.id = z.unit_id WHERE (y.id = {n} OR y.induk_id = {n})
                     AND z.periode_id = j.periode_id AND (j.lokus_id IS NULL OR j.lokus_id = z.id))"
                ));
            }
        }
    }
    let sql = format!("{} WHERE {} ORDER BY j.mulai, j.id LIMIT 2000", super::jadwal::PILIH, syarat.join(" OR "));
    store.baca().semua(&sql, v).await
}
