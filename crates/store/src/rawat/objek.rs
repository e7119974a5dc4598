//! Evidence on disk against its table: there, of the recorded size, with the content that its name says.

use super::Laporan;
use crate::{Hasil, Store, StoreError, cadangan, gudang::Keadaan, kueri::Kueri, nilai, objek, utas::di_utas};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::path::{Path, PathBuf};

#[derive(FromQueryResult)]
struct Baris {
    sidik: String,
    ukuran: i64,
}

pub(super) async fn periksa<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    let mut setelah = String::new();
    loop {
        let halaman: Vec<Baris> =
            c.semua("SELECT sidik, ukuran FROM objek WHERE sidik > $1 ORDER BY sidik LIMIT 200", nilai![setelah.as_str()]).await?;
        let Some(akhir) = halaman.last() else { break };
        setelah.clone_from(&akhir.sidik);
        for b in halaman {
            l.hitung("objek", 1);
            let (store, sidik) = (store.clone(), b.sidik.clone());
            let keadaan = match di_utas(move || keadaan(&store, &sidik)).await {
                // One that the disk does not give back is a finding, not the end of the check.
                Err(StoreError::Berkas(e)) => {
                    l.temukan("objek", format!("{}: berkasnya tidak dapat dibaca dari disk ({})", b.sidik, crate::kata::berkas(&e)));
                    continue;
                }
                lain => lain?,
            };
            match keadaan {
                Keadaan::Hilang => l.temukan("objek", format!("{}: berkasnya hilang", b.sidik)),
                Keadaan::Berubah => l.temukan("objek", format!("{}: berkasnya berubah", b.sidik)),
                Keadaan::Utuh(u) if i64::try_from(u) != Ok(b.ukuran) => {
                    l.temukan("objek", format!("{}: ukurannya bukan {} bita seperti tercatat", b.sidik, b.ukuran));
                }
                Keadaan::Utuh(_) => {}
            }
        }
    }
    tak_diacu(c, l).await?;
    tanpa_baris(store, c, l).await
}

/// Reads an object where it lies for good; a copy elsewhere says nothing.
fn keadaan(store: &Store, sidik: &str) -> Hasil<Keadaan> {
    if let Some(g) = store.gudang() {
        return g.periksa(sidik);
    }
    let jalur = objek::jalur(store, sidik);
    Ok(match cadangan::utuh(&jalur, sidik)? {
        Some(n) => Keadaan::Utuh(n),
        None if jalur.exists() => Keadaan::Berubah,
        None => Keadaan::Hilang,
    })
}

/// The condition on `objek o` that nothing refers to it.
pub(super) fn syarat_tak_diacu() -> Hasil<String> {
    let acuan = super::acuan::ke_objek()?;
    let satu = |(tabel, kolom): &(String, String)| format!("NOT EXISTS (SELECT 1 FROM {tabel} x WHERE x.{kolom} = o.sidik)");
    Ok(acuan.iter().map(satu).collect::<Vec<_>>().join(" AND "))
}

/// Rows that nothing refers to any more. They are named, not removed: that is `bersih`, when a person asks for it.
async fn tak_diacu<C: ConnectionTrait>(c: &C, l: &mut Laporan) -> Hasil<()> {
    let sql = format!("SELECT o.sidik, o.ukuran FROM objek o WHERE {} ORDER BY o.sidik LIMIT 1000", syarat_tak_diacu()?);
    for b in c.semua::<Baris>(&sql, vec![]).await? {
        l.catatan.push(format!("objek: tidak ada yang mengacu {} ({} bita)", b.sidik, b.ukuran));
    }
    Ok(())
}

/// Files without a row: an upload whose transaction did not commit leaves one. Harmless, but it takes room.
async fn tanpa_baris<C: ConnectionTrait>(store: &Store, c: &C, l: &mut Laporan) -> Hasil<()> {
    for nama in semua(store).await? {
        if c.angka("SELECT COUNT(*) AS n FROM objek WHERE sidik = $1", nilai![nama.as_str()]).await? == 0 {
            l.catatan.push(format!("objek: {}/{nama} tidak punya baris", &nama[..2.min(nama.len())]));
        }
    }
    Ok(())
}

/// The name of every object that is there, with a row or without.
async fn semua(store: &Store) -> Hasil<Vec<String>> {
    let store = store.clone();
    di_utas(move || {
        let Some(g) = store.gudang() else {
            return Ok(berkas(&store)?.iter().filter_map(|j| Some(j.file_name()?.to_string_lossy().into_owned())).collect());
        };
        let (mut nama, mut lanjut) = (Vec::new(), None);
        loop {
            let (halaman, l) = g.daftar(lanjut)?;
            nama.extend(halaman.into_iter().map(|t| t.sidik));
            lanjut = l;
            if lanjut.is_none() {
                return Ok(nama);
            }
        }
    })
    .await
}

/// Every file of evidence in the data folder, by name.
pub(crate) fn berkas(store: &Store) -> Hasil<Vec<PathBuf>> {
    let folder = store.folder().join("objek");
    let mut semua = Vec::new();
    for sub in isi(&folder)? {
        let sub = folder.join(sub);
        semua.extend(isi(&sub)?.into_iter().map(|nama| sub.join(nama)));
    }
    Ok(semua)
}

/// Names in a folder; one that is not there has none.
fn isi(folder: &Path) -> Hasil<Vec<String>> {
    let entri = match std::fs::read_dir(folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        lain => lain?,
    };
    let mut nama: Vec<String> = entri.map(|e| Ok(e?.file_name().to_string_lossy().into_owned())).collect::<Hasil<_>>()?;
    nama.sort();
    Ok(nama)
}
