//! Publications of a period and withdrawals of validations against their rows, each by its moment: the row of such a withdrawal has no id in
//! its event. Without it what was withdrawn is public again. `prima check` compares the same the other way too (`tarik`, `terima`).

use super::{super::Laporan, Kejadian, tarik::Terbit, tempat};
use crate::{
    Hasil, Waktu,
    kueri::{Kueri, Value},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Tarik {
    terima_id: Uuid,
    /// Of one that was put aside with its decision; `None` of one that stands.
    pada: Option<Waktu>,
}

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan, halaman: &[Kejadian]) -> Hasil<()> {
    penerbitan(c, l, halaman).await?;
    validasi(c, l, halaman).await
}

async fn penerbitan<C: ConnectionTrait>(c: &C, l: &mut Laporan, halaman: &[Kejadian]) -> Hasil<()> {
    let jenis = |k: &Kejadian| k.aksi.strip_prefix("periode.").filter(|j| matches!(*j, "terbit" | "tarik")).map(str::to_owned);
    let harus: Vec<(Uuid, String, Waktu)> = halaman.iter().filter_map(|k| Some((k.objek, jenis(k)?, k.pada))).collect();
    if harus.is_empty() {
        return Ok(());
    }
    let milik = satu_satu(harus.iter().map(|(id, ..)| *id));
    let sql = format!("SELECT periode_id, jenis, pada FROM penerbitan WHERE periode_id IN ({})", tempat(milik.len()));
    let punya: Vec<Terbit> = c.semua(&sql, milik).await?;
    let punya: HashSet<(Uuid, String, Waktu)> = punya.into_iter().map(|t| (t.periode_id, t.jenis, t.pada)).collect();
    l.hitung("hasil", harus.len());
    for (id, jenis, _) in harus.iter().filter(|h| !punya.contains(h)) {
        let apa = if jenis == "tarik" { "penarikan penerbitan" } else { "penerbitan" };
        let hilang = "ada dalam log audit, barisnya di tabel penerbitan hilang atau waktunya diganti";
        l.temukan("hasil", format!("{apa} periode {id}: {hilang}"));
    }
    Ok(())
}

async fn validasi<C: ConnectionTrait>(c: &C, l: &mut Laporan, halaman: &[Kejadian]) -> Hasil<()> {
    let harus: Vec<&Kejadian> = halaman.iter().filter(|k| k.aksi == "terbitan.tarik").collect();
    if harus.is_empty() {
        return Ok(());
    }
    let milik = satu_satu(harus.iter().map(|k| k.objek));
    let sql = format!(
        "SELECT w.terima_id, CAST(NULL AS bigint) AS pada FROM terima_tarik w WHERE w.terima_id IN ({0})
         UNION SELECT g.terima_id, g.tarik_pada AS pada FROM terima_putusan_gugur g WHERE g.tarik_pada IS NOT NULL AND g.terima_id IN ({0})",
        tempat(milik.len())
    );
    let punya: Vec<Tarik> = c.semua(&sql, milik).await?;
    let punya: HashSet<(Uuid, Option<Waktu>)> = punya.into_iter().map(|t| (t.terima_id, t.pada)).collect();
    l.hitung("hasil", harus.len());
    for k in harus.iter().filter(|k| !punya.contains(&(k.objek, None)) && !punya.contains(&(k.objek, Some(k.pada)))) {
        let apa = "ada dalam log audit, barisnya di tabel terima_tarik hilang";
        l.temukan("hasil", format!("penarikan validasi berkas terbitan {}: {apa}", k.objek));
    }
    Ok(())
}

/// Each id once, as values of a statement.
fn satu_satu(id: impl Iterator<Item = Uuid>) -> Vec<Value> {
    id.collect::<HashSet<_>>().into_iter().map(Value::from).collect()
}
