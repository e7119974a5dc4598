//! Which round asks the user of a service after a visit or a case, and the one-use link to it. One rule for the queue and for
//! cases; that a ticket or a case had its link is theirs to remember.
//!
//! A link knows the service only as finely as the round asks: a service of its list, else the organisation or gerai where that is listed.
//! What nobody listed is never added, for few people would stand behind it; then the page asks.

use super::{DITUTUP, TERBIT, layanan, tautan};
use crate::{
    Hasil, Store, StoreError, Tx,
    id::{GeraiId, LayananId, RondeId, UnitId},
    kueri::Kueri,
    mpp::HIDUP,
    nilai,
};
use jiff::{ToSpan as _, civil::Date};
use sea_orm::{ConnectionTrait, FromQueryResult};

/// Days for which a link is good, and never longer than its round.
const HARI: i64 = 14;

/// A round that takes answers.
#[derive(FromQueryResult)]
pub(crate) struct Terbuka {
    pub id: RondeId,
    token: String,
    sampai: String,
}

/// A service given at a gerai of a mall.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tempat {
    pub gerai: GeraiId,
    pub layanan: LayananId,
    pub mpp: UnitId,
}

#[derive(FromQueryResult)]
struct Unit {
    layanan: UnitId,
    tenan: Option<UnitId>,
}

/// The round that asks on a local day: of the unit whose service it is, of whatever government; else of the tenant's unit; else of the
/// mall. A service that the mall holds for its tenant is the tenant's. A tenant of another government is asked about only while a service
/// of its own stands in the mall, which is by its consent (`crate::mpp::izin`): the mall alone cannot feed its survey.
pub(crate) async fn terbuka<C: ConnectionTrait>(c: &C, t: Tempat, hari: Date) -> Hasil<Option<Terbuka>> {
    let sql = format!(
        "SELECT l.unit_id AS layanan, CASE WHEN tu.instansi_id = mu.instansi_id OR EXISTS (SELECT 1 FROM gerai_layanan p
             JOIN layanan pl ON pl.id = p.layanan_id WHERE p.mpp_id = g.mpp_id AND pl.unit_id = tu.id AND {HIDUP}) THEN tu.id END AS tenan
         FROM gerai g JOIN tenan n ON n.id = g.tenan_id JOIN unit mu ON mu.id = g.mpp_id JOIN layanan l ON l.id = $2
         LEFT JOIN unit tu ON tu.id = n.unit_id WHERE g.id = $1"
    );
    let u: Unit = c.satu(&sql, nilai![t.gerai, t.layanan]).await?;
    let tenan = u.tenan.unwrap_or(t.mpp);
    let pertama = if u.layanan == t.mpp { tenan } else { u.layanan };
    let sql = format!(
        "SELECT r.id, r.token, k.sampai FROM ronde r JOIN skm_ronde k ON k.ronde_id = r.id
         WHERE r.unit_id IN ($1, $2, $3) AND k.mulai <= $4 AND k.sampai >= $4 AND NOT ({DITUTUP}) AND NOT ({TERBIT})
         ORDER BY CASE WHEN r.unit_id = $1 THEN 0 WHEN r.unit_id = $2 THEN 1 ELSE 2 END, k.mulai DESC, r.id DESC LIMIT 1"
    );
    c.mungkin(&sql, nilai![pertama, tenan, t.mpp, hari.to_string()]).await
}

/// Whether the holder of a ticket or a case can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penilaian {
    /// Nobody asks now.
    Tidak,
    /// The link opens, for the first time or again.
    Dapat,
    /// The link was used.
    Sudah,
}

/// A link that was handed out and not used: of which round, the last local day on which it is good, and 1 while the round takes
/// answers.
#[derive(FromQueryResult)]
struct Tertaut {
    token: String,
    sampai: String,
    buka: i64,
}

async fn tertaut<C: ConnectionTrait>(c: &C, rahasia: &str) -> Hasil<Option<Tertaut>> {
    let sql = format!(
        "SELECT r.token, t.sampai, CAST(CASE WHEN {DITUTUP} OR {TERBIT} THEN 0 ELSE 1 END AS bigint) AS buka FROM survei_tautan t
         JOIN ronde r ON r.id = t.ronde_id JOIN skm_ronde k ON k.ronde_id = r.id WHERE t.sidik = $1"
    );
    c.mungkin(&sql, nilai![tautan::sidik(rahasia).to_vec()]).await
}

/// The page behind a secret that still opens something; `None` once it was used.
pub(crate) async fn lagi<C: ConnectionTrait>(c: &C, rahasia: &str) -> Hasil<Option<String>> {
    Ok(tertaut(c, rahasia).await?.map(|t| alamat(&t.token, rahasia)))
}

/// How it stands with the survey behind a secret on a local day. `diberi`: its link was handed out before.
pub(crate) async fn penilaian<C: ConnectionTrait>(c: &C, (rahasia, diberi): (&str, bool), t: Tempat, hari: Date) -> Hasil<Penilaian> {
    if !diberi {
        return Ok(if terbuka(c, t, hari).await?.is_some() { Penilaian::Dapat } else { Penilaian::Tidak });
    }
    Ok(match tertaut(c, rahasia).await? {
        None => Penilaian::Sudah,
        Some(t) if t.buka == 1 && t.sampai >= hari.to_string() => Penilaian::Dapat,
        Some(_) => Penilaian::Tidak,
    })
}

/// The secret of a link, derived from the installation's key: 16 signs of the survey's own alphabet. `apa`: the ticket or case.
pub(crate) fn rahasia(store: &Store, apa: &str) -> String {
    const HURUF: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    store.kunci().turunan(apa)[..16].iter().map(|b| char::from(HURUF[usize::from(b % 31)])).collect()
}

impl Terbuka {
    /// Makes the link behind a secret good from `hari` on, for what was done at this place, and gives the path of its page.
    pub(crate) async fn tautkan(&self, tx: &Tx, rahasia: &str, (tempat, hari): (Tempat, Date)) -> Hasil<String> {
        let akhir: Date = self.sampai.parse().map_err(|_| StoreError::Rusak(format!("last day of round {}", self.id)))?;
        let nomor = nomor(&**tx, self.id, tempat).await?;
        tautan::simpan(tx, self.id, rahasia, akhir.min(hari.saturating_add(HARI.days())), nomor).await?;
        Ok(alamat(&self.token, rahasia))
    }
}

#[derive(FromQueryResult)]
struct Nama {
    layanan: String,
    gerai: String,
    tenan: String,
    unit: String,
}

/// The number under which a round asks about what is done at a place, by name: of the service, else of its organisation.
async fn nomor<C: ConnectionTrait>(c: &C, ronde: RondeId, t: Tempat) -> Hasil<Option<i64>> {
    let sql = "SELECT l.nama AS layanan, g.nama AS gerai, n.nama AS tenan, u.nama AS unit FROM gerai g JOIN tenan n ON n.id = g.tenan_id
        JOIN layanan l ON l.id = $2 JOIN unit u ON u.id = l.unit_id WHERE g.id = $1";
    let n: Nama = c.satu(sql, nilai![t.gerai, t.layanan]).await?;
    let daftar = layanan(c, ronde).await?;
    let cari = |nama: &String| Some(daftar.iter().find(|(_, d)| sama(d, nama))?.0);
    Ok([&n.layanan, &n.tenan, &n.gerai, &n.unit].into_iter().find_map(cari))
}

/// The same name however it is spaced, hyphenated or written large.
fn sama(a: &str, b: &str) -> bool {
    let kata = |t: &str| t.split(|h: char| !h.is_alphanumeric()).map(str::to_lowercase).collect::<String>();
    kata(a) == kata(b)
}

/// Path of the page behind a one-use link.
pub(crate) fn alamat(token: &str, rahasia: &str) -> String {
    format!("/skm/{token}/s/{rahasia}")
}
