//! The part of the comparison that a serving program makes by itself, a piece at a time: rows that sealed events speak of and that are gone.
//! So a revocation, a withdrawal or a role's end that somebody removed in the database, for an older row to count again, is told without
//! waiting for `prima check`. What else the check compares needs all events together, and is its own.

use super::{ADA, Baris, Kejadian, aduan, hilang, urai};
use crate::{
    Hasil, Store,
    kueri::Kueri,
    nilai,
    pemberitahuan::{self, Kepada},
    rawat::{Laporan, Temuan},
    sidik_hex,
};

/// Events that one piece looks at.
const SEPOTONG: usize = 2000;
/// Findings of a piece that the log names.
const DISEBUT: usize = 20;

/// Up to where the events were looked at, in the order of the chains; the default is before the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letak(Option<(String, i64)>);

/// Looks at the next sealed events and tells the administrators of rows that are gone, each set of them once. Returns where the next piece
/// goes on, `None` after the last.
///
/// # Errors
/// When the store fails.
pub async fn sepotong(store: &Store, dari: &Letak) -> Hasil<Option<Letak>> {
    let (rantai, nomor) = dari.0.as_ref().map_or(("", -1), |(r, n)| (r.as_str(), *n));
    let sql = format!(
        "SELECT a.id, a.pada, a.aksi, a.objek_id, a.rincian, m.rantai, m.nomor FROM audit_mata m JOIN audit a ON a.id = m.audit_id
         WHERE (m.rantai, m.nomor) > ($1, $2) ORDER BY m.rantai, m.nomor LIMIT {SEPOTONG}"
    );
    let c = store.baca();
    let halaman: Vec<Baris> = c.semua(&sql, nilai![rantai, nomor]).await?;
    let lanjut = halaman.last().filter(|_| halaman.len() == SEPOTONG).map(|b| Letak(Some((b.rantai.clone(), b.nomor))));
    let halaman: Vec<Kejadian> = halaman.into_iter().filter_map(urai).collect();
    let mut l = Laporan::default();
    for a in &ADA {
        hilang(c, &mut l, a, &halaman).await?;
    }
    aduan::periksa(c, &mut l, &halaman).await?;
    if !l.temuan.is_empty() {
        kabari(store, l.temuan).await?;
    }
    Ok(lanjut)
}

async fn kabari(store: &Store, mut temuan: Vec<Temuan>) -> Hasil<()> {
    temuan.sort_unstable();
    for t in temuan.iter().take(DISEBUT) {
        tracing::error!(temuan = t.isi, "a row that the audit log speaks of is gone; run `prima check`");
    }
    let semua: Vec<&str> = temuan.iter().map(|t| t.isi.as_str()).collect();
    let sekali = format!("jejak-hilang/{}", &sidik_hex(semua.join("\n").as_bytes())[..32]);
    let isi = serde_json::json!({ "jumlah": temuan.len() });
    pemberitahuan::ingatkan(store, "jejak-hilang", &[Kepada::Admin], "/admin/audit", &isi, &sekali).await.map(drop)
}
