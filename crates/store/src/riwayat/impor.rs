//! Storing published values: what a file would change, and changing it, all rows or none.

use super::{
    Riwayat, nama,
    urai::{BARIS_MAKS, SalahBaris, urai},
};
use crate::{Hasil, Tx, audit, hak::Pelaku, id::InstansiId, kueri::Kueri, nilai, sidik_hex};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::BTreeMap;

/// Rows of a report at most.
const PERUBAHAN_MAKS: usize = 100;

/// What an import did. With faults nothing was stored.
#[derive(Debug, Clone, Default)]
pub struct Laporan {
    pub baru: usize,
    pub berubah: usize,
    pub sama: usize,
    /// Rows that belong to a registered instansi.
    pub tertaut: usize,
    pub salah: Vec<SalahBaris>,
    /// The first rows that are new or change.
    pub perubahan: Vec<Perubahan>,
}

/// A row that is new or changes; `baris` counts from 1, the header included.
#[derive(Debug, Clone)]
pub struct Perubahan {
    pub baris: usize,
    /// The index that stands there now; `None`: the row is new.
    pub lama: Option<String>,
    pub isi: Riwayat,
}

/// What importing a CSV text would do now, and the rows that it would store. Changes nothing.
pub(super) async fn rencana<C: ConnectionTrait>(c: &C, teks: &str) -> Hasil<(Laporan, Vec<Riwayat>)> {
    let (baris, salah) = urai(teks)?;
    if !salah.is_empty() {
        return Ok((Laporan { salah, ..Laporan::default() }, Vec::new()));
    }
    let lama: BTreeMap<String, Riwayat> = c
        .semua::<Riwayat>(&format!("SELECT {} FROM riwayat_ipp ORDER BY id LIMIT {BARIS_MAKS}", super::baca::KOLOM), nilai![])
        .await?
        .into_iter()
        .map(|r| (r.id.clone(), r))
        .collect();
    let instansi = instansi(c).await?;
    let (mut l, mut simpan) = (Laporan::default(), Vec::new());
    for (baris, mut r) in baris {
        r.instansi_id = instansi.get(&nama::seragam(&r.instansi)).copied().flatten();
        l.tertaut += usize::from(r.instansi_id.is_some());
        let ada = lama.get(&r.id);
        if ada.is_some_and(|ada| sama(ada, &r)) {
            l.sama += 1;
            continue;
        }
        *(if ada.is_some() { &mut l.berubah } else { &mut l.baru }) += 1;
        if l.perubahan.len() < PERUBAHAN_MAKS {
            l.perubahan.push(Perubahan { baris, lama: ada.map(|a| a.ipp.clone()), isi: r.clone() });
        }
        simpan.push(r);
    }
    Ok((l, simpan))
}

/// Stores the rows of a CSV text; the same id again updates its row. Links rows to instansi by name where that is
/// unambiguous; importing again links rows of instansi that were registered since.
///
/// # Errors
/// Only the database's; faults of the file are in the report.
pub async fn impor(tx: &Tx, teks: &str) -> Hasil<Laporan> {
    impor_oleh(tx, None, teks).await
}

pub(super) async fn impor_oleh(tx: &Tx, oleh: Option<&Pelaku>, teks: &str) -> Hasil<Laporan> {
    let (l, baris) = rencana(&**tx, teks).await?;
    for r in &baris {
        tx.jalankan("DELETE FROM riwayat_ipp WHERE id = $1", nilai![r.id.as_str()]).await?;
        simpan(tx, r).await?;
    }
    if !baris.is_empty() {
        let rincian = serde_json::json!({ "baru": l.baru, "berubah": l.berubah, "sama": l.sama });
        let k = audit::Kejadian::baru("riwayat.impor", "riwayat", sidik_hex(teks.as_bytes())).rincian(rincian);
        match oleh {
            Some(p) => audit::catat(tx, p, k).await?,
            None => audit::catat_oleh(tx, None, k).await?,
        };
    }
    Ok(l)
}

fn sama(a: &Riwayat, b: &Riwayat) -> bool {
    let inti = |r: &Riwayat| {
        (
            [&r.tingkat, &r.kelompok, &r.skema, &r.instansi, &r.ipp, &r.kategori_tabel, &r.kepastian, &r.catatan, &r.sumber]
                .map(Clone::clone),
            [&r.unit, &r.konversi, &r.kategori].map(Clone::clone),
            (r.tahun, r.instansi_id),
        )
    };
    inti(a) == inti(b)
}

async fn simpan(tx: &Tx, r: &Riwayat) -> Hasil<()> {
    tx.jalankan(
        "INSERT INTO riwayat_ipp (id, tingkat, kelompok, skema, tahun, instansi_id, instansi, slug, unit, ipp, ipp_urut, konversi, kategori,
         kategori_tabel, kepastian, catatan, sumber) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        nilai![
            r.id.as_str(),
            r.tingkat.as_str(),
            r.kelompok.as_str(),
            r.skema.as_str(),
            r.tahun,
            r.instansi_id,
            r.instansi.as_str(),
            r.slug.as_str(),
            r.unit.clone(),
            r.ipp.as_str(),
            r.nilai()?.simpan().skala,
            r.konversi.clone(),
            r.kategori.clone(),
            r.kategori_tabel.as_str(),
            r.kepastian.as_str(),
            r.catatan.as_str(),
            r.sumber.as_str()
        ],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Nama {
    id: InstansiId,
    nama: String,
}

/// Registered instansi by their uniform name; `None` where two share it.
async fn instansi<C: ConnectionTrait>(c: &C) -> Hasil<BTreeMap<String, Option<InstansiId>>> {
    let mut peta = BTreeMap::new();
    for n in c.semua::<Nama>("SELECT id, nama FROM instansi ORDER BY id LIMIT 10000", nilai![]).await? {
        peta.entry(nama::seragam(&n.nama)).and_modify(|x| *x = None).or_insert(Some(n.id));
    }
    Ok(peta)
}
