//! A whole list of services at once, for the example (`prima demo`) and tests: its mall has three hundred. No page offers it. The same
//! rules and the same audit events as one by one (`super::tulis`), in one transaction; nobody is told of each.

use super::{
    Isi, Sk,
    tulis::{halangan, json, kode_dasar},
};
use crate::{
    Hasil, Store, StoreError, Tx,
    audit::{self, Kejadian},
    hak::{KepalaLayanan, PengelolaLayanan},
    id::{LayananId, StandarId},
    kueri::{Kueri, Value, deret},
    nilai,
};
use sea_orm::FromQueryResult;
use std::collections::HashSet;

/// Rows of one statement.
const SEKALI: usize = 200;

/// What is written of one service.
struct Siap<'a> {
    id: LayananId,
    standar: StandarId,
    kode: String,
    isi: &'a Isi,
    json: String,
}

#[derive(FromQueryResult)]
struct Kode {
    kode: String,
}

/// New services with their first standards, all in force by one decree. Both rights are of one unit.
///
/// # Errors
/// Nothing is written then: `TidakDitemukan` for rights of two units, `Keadaan` as in [`super::buat`] and [`super::tetapkan`],
/// `SudahAda` when a service of the list is there already.
pub async fn terbitkan(
    store: &Store,
    (pengelola, kepala): (&PengelolaLayanan, &KepalaLayanan),
    semua: &[(LayananId, Isi)],
    sk: &Sk<'_>,
    ilustrasi: bool,
) -> Hasil<()> {
    if pengelola.unit.id != kepala.unit.id {
        return Err(StoreError::TidakDitemukan);
    }
    for (_, isi) in semua {
        if let Some(alasan) = halangan(isi, sk) {
            return Err(StoreError::Keadaan(alasan));
        }
    }
    let tx = store.mulai().await?;
    let siap = siapkan(&tx, semua).await?;
    for potong in siap.chunks(SEKALI) {
        tulis(&tx, (pengelola, kepala), potong, sk, ilustrasi).await?;
    }
    audit::catat_banyak(&tx, pengelola.pelaku(), siap.iter().map(|s| tambah(pengelola, s)).collect()).await?;
    audit::catat_banyak(&tx, kepala.pelaku(), siap.iter().map(|s| berlaku(kepala, s, sk)).collect()).await?;
    tx.commit().await
}

/// Each with a code of its own, among those of the list too.
async fn siapkan<'a>(tx: &Tx, semua: &'a [(LayananId, Isi)]) -> Hasil<Vec<Siap<'a>>> {
    let ada: Vec<Kode> = tx.semua("SELECT kode FROM layanan ORDER BY kode LIMIT 200000", nilai![]).await?;
    let mut ada: HashSet<String> = ada.into_iter().map(|k| k.kode).collect();
    let mut siap = Vec::with_capacity(semua.len());
    for (id, isi) in semua {
        let dasar = kode_dasar(&isi.nama);
        let bebas = (1..1_000).map(|n| if n == 1 { dasar.clone() } else { format!("{dasar}-{n}") }).find(|k| !ada.contains(k));
        let kode = bebas.ok_or(StoreError::SudahAda("kode"))?;
        ada.insert(kode.clone());
        siap.push(Siap { id: *id, standar: StandarId::baru(), kode, isi, json: json(isi)? });
    }
    Ok(siap)
}

async fn tulis(
    tx: &Tx,
    (pengelola, kepala): (&PengelolaLayanan, &KepalaLayanan),
    siap: &[Siap<'_>],
    sk: &Sk<'_>,
    ilustrasi: bool,
) -> Hasil<()> {
    let (n, unit, oleh) = (siap.len(), pengelola.unit.id, pengelola.pelaku().akun);
    let isi = |baris: fn(&Siap<'_>) -> Vec<Value>, sama: Vec<Value>| -> Vec<Value> {
        siap.iter().flat_map(|s| baris(s).into_iter().chain(sama.clone())).collect()
    };
    tx.jalankan(
        &format!("INSERT INTO layanan (id, kode, nama, unit_id, ilustrasi, versi, dibuat, oleh) VALUES {}", deret(n, 8)),
        isi(|s| nilai![s.id, s.kode.as_str(), s.isi.nama.trim()], nilai![unit, i64::from(ilustrasi), 2_i64, tx.pada, oleh]),
    )
    .await?;
    tx.jalankan(
        &format!("INSERT INTO standar (id, layanan_id, nama, ringkas, isi, hari_kerja, nomor, versi, pada, oleh) VALUES {}", deret(n, 10)),
        isi(
            |s| nilai![s.standar, s.id, s.isi.nama.trim(), s.isi.ringkas.trim(), s.json.as_str(), s.isi.hari_kerja],
            nilai![1_i64, 1_i64, tx.pada, oleh],
        ),
    )
    .await?;
    let surat = nilai![sk.nomor.trim(), sk.tanggal.to_string(), sk.mulai.to_string(), sk.tinjau.to_string(), tx.pada, kepala.pelaku().akun];
    tx.jalankan(
        &format!("INSERT INTO standar_berlaku (standar_id, sk_nomor, sk_tanggal, mulai, tinjau, pada, oleh) VALUES {}", deret(n, 7)),
        isi(|s| nilai![s.standar], surat),
    )
    .await?;
    Ok(())
}

fn tambah(hak: &PengelolaLayanan, s: &Siap<'_>) -> Kejadian<'static> {
    Kejadian::baru("layanan.tambah", "layanan", s.id).instansi(hak.instansi.id).rincian(serde_json::json!({ "kode": s.kode }))
}

fn berlaku(hak: &KepalaLayanan, s: &Siap<'_>, sk: &Sk<'_>) -> Kejadian<'static> {
    let rincian = serde_json::json!({ "nomor": 1, "mulai": sk.mulai.to_string() });
    Kejadian::baru("standar.tetapkan", "layanan", s.id).instansi(hak.instansi.id).rincian(rincian)
}
