//! Upgrading: a database as each earlier program left it, with rows in all of its tables, becomes one of this program, and keeps every row.

use crate::penuh::isi_tabel;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    cadangan::Pembaca,
    dialect, migrasi,
    skema::{self, Tabel},
};
use testkit::basis::{self, Jenis};

/// Emptied by the migration named: the first before any release, since its rows could not be kept; then on purpose those whose rows
/// say that all sealed rows were looked at, since there are new ones, and sessions, which end once rather than be believed unmarked.
const DIGANTI: [(&str, &str); 6] = [
    ("skm_laporan", "0011_skm_laporan"),
    ("identitas_usai", "0047_segel_cerita"),
    ("identitas_usai", "0049_lampiran_dan_pengaju"),
    ("identitas_usai", "0051_tanda_terima_dan_kunci"),
    ("identitas_usai", "0054_segel_berkas_permohonan"),
    ("sesi", "0071_meterai"),
];

/// The rows of each table, as lines.
async fn baris<C: ConnectionTrait>(c: &C, tabel: &[Tabel]) -> BTreeMap<String, BTreeSet<String>> {
    let mut semua = BTreeMap::new();
    for t in tabel {
        let (mut isi, mut pembaca) = (BTreeSet::new(), Pembaca::baru(t));
        while let Some(h) = pembaca.lanjut(c).await.unwrap() {
            isi.extend(String::from_utf8(h.isi).unwrap().lines().map(str::to_owned));
        }
        semua.insert(t.nama.clone(), isi);
    }
    semua
}

async fn naik(jenis: Jenis, dari: usize) {
    let b = basis::kosong(jenis).await;
    let folder = tempfile::tempdir().unwrap();
    let db = match jenis {
        Jenis::Sqlite => dialect::sqlite::buka(&folder.path().join("prima.db")).await.unwrap().0,
        Jenis::Postgres => dialect::postgres::buka(&b.url).await.unwrap(),
    };
    assert_eq!(migrasi::sampai(&db, dari).await.unwrap().len(), dari);
    let tabel = skema::tabel(migrasi::DAFTAR[..dari].iter().map(|(_, t)| *t)).unwrap();
    isi_tabel(&db, tabel.clone()).await;
    let dulu = baris(&db, &tabel).await;
    assert!(dulu.values().all(|b| b.len() >= 3), "every table has rows");
    let jalan = migrasi::jalankan(&db).await.unwrap();
    assert_eq!(jalan.len(), migrasi::DAFTAR.len() - dari);
    let nama = migrasi::DAFTAR[dari - 1].0;
    let diganti = |t: &Tabel| migrasi::DAFTAR[dari..].iter().any(|(n, _)| DIGANTI.contains(&(t.nama.as_str(), *n)));
    let tetap: Vec<Tabel> = tabel.into_iter().filter(|t| !diganti(t)).collect();
    for (tabel, isi) in baris(&db, &tetap).await {
        assert!(dulu[&tabel].is_subset(&isi), "from {nama}: a row of {tabel} is not what it was");
    }
    assert_eq!(dialect::tabel_ada(&db).await.unwrap().len(), skema::sekarang().unwrap().len() + 1, "from {nama}");
    assert!(migrasi::jalankan(&db).await.unwrap().is_empty());
    db.close().await.unwrap();
}

/// Odd ones on one database, even ones on the other; with `PRIMA_NAIK=semua` all on both.
async fn semua(jenis: Jenis, sisa: usize) {
    let semua = std::env::var_os("PRIMA_NAIK").is_some();
    for dari in (1..migrasi::DAFTAR.len()).filter(|n| semua || n % 2 == sisa) {
        naik(jenis, dari).await;
    }
}

#[tokio::test]
async fn from_every_other_earlier_schema_on_sqlite() {
    semua(Jenis::Sqlite, 1).await;
}

#[tokio::test]
async fn from_the_remaining_ones_on_postgres() {
    semua(Jenis::Postgres, 0).await;
}
