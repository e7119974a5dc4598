//! Roles that may be used only with a second step. Requiring it and letting it go are rows that say who and when.

use crate::{
    Hasil, Store, Waktu,
    akun::penjaga,
    audit::{self, Kejadian},
    hak::Admin,
    kueri::Kueri,
    nilai,
    peran::{Peran, PeranLingkup},
};
use sea_orm::FromQueryResult;
use std::str::FromStr as _;
use uuid::Uuid;

/// A role as the administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeranWajib {
    pub peran: Peran,
    /// Since when it needs a second step, and who decided so.
    pub wajib: Option<(Waktu, String)>,
    /// Accounts that have the role today, and how many of them have no second step.
    pub akun: i64,
    pub tanpa: i64,
}

#[derive(FromQueryResult)]
struct Baris {
    id: Uuid,
    peran: String,
    pada: Waktu,
    oleh: String,
}

#[derive(FromQueryResult)]
struct Pemegang {
    peran: String,
    akun: i64,
    tanpa: i64,
}

const BERLAKU: &str = "SELECT w.id, w.peran, w.pada, a.nama AS oleh FROM faktor_wajib w JOIN akun a ON a.id = w.oleh
    LEFT JOIN faktor_wajib_cabut c ON c.wajib_id = w.id WHERE c.wajib_id IS NULL ORDER BY w.id LIMIT 100";

/// Whether one of these roles needs a second step now.
pub(crate) async fn berlaku<C: Kueri>(c: &C, peran: &[PeranLingkup]) -> Hasil<bool> {
    if peran.is_empty() {
        return Ok(false);
    }
    let wajib: Vec<Baris> = c.semua(BERLAKU, nilai![]).await?;
    Ok(wajib.iter().any(|w| peran.iter().any(|p| p.peran.kunci() == w.peran)))
}

/// Every role, in the order of the rules.
pub async fn daftar(store: &Store, _hak: &Admin) -> Hasil<Vec<PeranWajib>> {
    let wajib: Vec<Baris> = store.baca().semua(BERLAKU, nilai![]).await?;
    let sql = format!(
        "SELECT d.peran, COUNT(*) AS akun, CAST(SUM(d.tanpa) AS bigint) AS tanpa FROM (
          SELECT DISTINCT p.peran, p.akun_id, CASE WHEN t.akun_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM kunci_sandi s WHERE s.akun_id = p.akun_id) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS tanpa
          FROM peran p LEFT JOIN totp t ON t.akun_id = p.akun_id WHERE {}
        ) d GROUP BY d.peran ORDER BY d.peran LIMIT 100",
        crate::peran::menjabat("p", "$1")
    );
    let hari = store.sekarang().hari("WIT").to_string();
    let ada: Vec<Pemegang> = store.baca().semua(&sql, nilai![hari]).await?;
    let satu = |peran: Peran| {
        let p = ada.iter().find(|p| p.peran == peran.kunci());
        let w = wajib.iter().find(|w| w.peran == peran.kunci());
        PeranWajib { peran, wajib: w.map(|w| (w.pada, w.oleh.clone())), akun: p.map_or(0, |p| p.akun), tanpa: p.map_or(0, |p| p.tanpa) }
    };
    Ok(Peran::SEMUA.into_iter().map(satu).collect())
}

/// Exactly these roles need a second step from now on. Whoever has one of them without it can only set it up.
///
/// # Errors
/// `Ditolak("admin")` when the right ended meanwhile.
pub async fn tetapkan(store: &Store, hak: &Admin, peran: &[Peran]) -> Hasil<()> {
    let tx = store.mulai().await?;
    penjaga::giliran(&tx).await?;
    penjaga::masih_admin(&tx, hak.pelaku().akun).await?;
    let kini: Vec<Baris> = tx.semua(BERLAKU, nilai![]).await?;
    let saya = hak.pelaku().akun;
    for w in kini.iter().filter(|w| !Peran::from_str(&w.peran).is_ok_and(|p| peran.contains(&p))) {
        let sql = "INSERT INTO faktor_wajib_cabut (wajib_id, pada, oleh) VALUES ($1, $2, $3)";
        tx.jalankan(sql, nilai![w.id, tx.pada, saya]).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("faktor.wajib-cabut", "instalasi", &w.peran)).await?;
    }
    let mut baru: Vec<Peran> = peran.iter().copied().filter(|p| !kini.iter().any(|w| w.peran == p.kunci())).collect();
    baru.sort_unstable();
    baru.dedup();
    for p in baru {
        let sql = "INSERT INTO faktor_wajib (id, peran, pada, oleh) VALUES ($1, $2, $3, $4)";
        tx.jalankan(sql, nilai![crate::id::baru(), p.kunci(), tx.pada, saya]).await?;
        audit::catat(&tx, hak.pelaku(), Kejadian::baru("faktor.wajib", "instalasi", p)).await?;
    }
    tx.commit().await
}
