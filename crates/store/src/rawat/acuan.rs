//! Every reference leads somewhere: those the schema declares, and those it only means.

use super::Laporan;
use crate::{Hasil, kueri::Kueri, skema};
use sea_orm::ConnectionTrait;

/// Column, table it means, column there. An empty text means "none".
const MAKSUD: &[(&str, &str, &str, &str)] = &[
    ("peran", "periode_id", "periode", "id"),
    ("sk", "objek", "objek", "sidik"),
    ("tanda_tangan", "objek", "objek", "sidik"),
    ("f02_ubah", "akun_id", "akun", "id"),
];

pub(super) async fn periksa<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    let tabel = skema::sekarang()?;
    for t in &tabel {
        for k in &t.kolom {
            let maksud = MAKSUD.iter().find(|(nama, kolom, ..)| *nama == t.nama && *kolom == k.nama).map(|(.., a, b)| (*a, *b));
            let nyata = k.acuan.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
            // Who did it is an account wherever the column is called `oleh`.
            let oleh = (k.nama == "oleh").then_some(("akun", "id"));
            if let Some((ke, kolom_ke)) = nyata.or(maksud).or(oleh) {
                satu(c, l, (&t.nama, &k.nama), (ke, kolom_ke), k.jenis == skema::Jenis::Teks).await?;
            }
        }
    }
    Ok(())
}

/// `dari` and `ke`: table and column. `teks`: an empty text means "none".
async fn satu<C: ConnectionTrait>(c: &C, l: &mut Laporan, dari: (&str, &str), ke: (&str, &str), teks: bool) -> Hasil<()> {
    let ((tabel, kolom), (tabel_ke, kolom_ke)) = (dari, ke);
    let kosong = if teks { format!("AND d.{kolom} <> ''") } else { String::new() };
    let sql = format!(
        "SELECT COUNT(*) AS n FROM {tabel} d WHERE d.{kolom} IS NOT NULL {kosong}
         AND NOT EXISTS (SELECT 1 FROM {tabel_ke} x WHERE x.{kolom_ke} = d.{kolom})"
    );
    let banyak = c.angka(&sql, vec![]).await?;
    l.hitung("acuan", 1);
    if banyak > 0 {
        l.temukan("acuan", format!("{tabel}.{kolom}: {banyak} baris menunjuk {tabel_ke}.{kolom_ke} yang tidak ada"));
    }
    Ok(())
}

/// Table and column of everything that keeps an object alive.
pub(crate) fn ke_objek() -> Hasil<Vec<(String, String)>> {
    let mut kolom: Vec<(String, String)> =
        MAKSUD.iter().filter(|(.., ke, _)| *ke == "objek").map(|(t, k, ..)| ((*t).to_owned(), (*k).to_owned())).collect();
    for t in skema::sekarang()? {
        let nyata = t.kolom.iter().filter(|k| k.acuan.as_ref().is_some_and(|(ke, _)| ke == "objek"));
        kolom.extend(nyata.map(|k| (t.nama.clone(), k.nama.clone())));
    }
    Ok(kolom)
}
