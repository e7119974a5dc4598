//! Whether the row of a document is the one that was made. Minutes and reports are compared with the event of their making, which this
//! installation chained or marked, and with the signed result that they stand for. Who writes the database holds no key for either.

use super::Dokumen;
use crate::{
    Hasil, Store, audit,
    berita_acara::{BeritaAcara, Sidik},
    hasil::{self, sah::milik},
    id::{HasilId, LokusId},
    kueri::Kueri,
    nilai, sidik_hex,
};
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use uuid::Uuid;

pub(super) async fn periksa(store: &Store, d: &Dokumen) -> Hasil<bool> {
    match d {
        Dokumen::BeritaAcara(b, _) => {
            let s = Sidik { jenis: &b.jenis, nomor: &b.nomor, tanggal: &b.tanggal, tempat: &b.tempat, kode: &b.kode, isi: &b.isi };
            let kini = json!({ "lokus": b.lokus_id, "jenis": b.jenis, "pdf": b.objek, "sidik": s.hitung() });
            Ok(dibuat(store, ("ba.buat", "berita_acara"), b.id.0, &kini).await? && hasil_milik(store, b.hasil_id, b.lokus_id).await?)
        }
        Dokumen::Lhe(e) => {
            let kini = json!({ "lokus": e.lokus_id, "hasil": e.hasil_id, "kode": e.kode, "pdf": e.pdf, "xlsx": e.xlsx, "nomor": e.nomor });
            Ok(dibuat(store, ("lhe.buat", "lhe"), e.id.0, &kini).await? && hasil_milik(store, Some(e.hasil_id), e.lokus_id).await?)
        }
        Dokumen::Hasil(h) => hasil_milik(store, Some(h.id), h.lokus_id).await,
        Dokumen::TindakLanjut(_) => Ok(true),
    }
}

/// The name of the unit in minutes, as it was printed.
pub(super) fn unit_tercetak(b: &BeritaAcara) -> Option<String> {
    let d = b.dokumen().ok()?;
    let nama = d.pointer("/unit/nama").or_else(|| d.pointer("/pelaksanaan/unit/nama"))?;
    nama.as_str().map(str::to_owned)
}

/// Whether its making was recorded with just these values. Older programs recorded fewer of them.
async fn dibuat(store: &Store, (aksi, objek): (&str, &str), id: Uuid, kini: &Value) -> Hasil<bool> {
    let semua = audit::cari(store, aksi, objek, id).await?;
    let sama = |r: &Value| kini.as_object().is_some_and(|k| k.iter().all(|(m, v)| r.get(m).is_none_or(|x| x == v)));
    Ok(!semua.is_empty() && semua.iter().all(sama))
}

#[derive(FromQueryResult)]
struct Baris {
    lokus_id: LokusId,
    kode: String,
    milik: String,
    /// Year of the period now, and whether the result was annulled: from then on the year may change.
    tahun: i64,
    batal: i64,
    isi: String,
    sidik: String,
    tanda: Vec<u8>,
}

/// Whether the result is signed, of this lokus, and shown of the unit, agency and period that its text names.
async fn hasil_milik(store: &Store, id: Option<HasilId>, lokus: LokusId) -> Hasil<bool> {
    let Some(id) = id else { return Ok(true) };
    let sql = format!(
        "SELECT h.lokus_id, l.kode, {} AS milik, p.tahun, h.isi, h.sidik, h.tanda,
           CASE WHEN EXISTS (SELECT 1 FROM hasil_batal b WHERE b.hasil_id = h.id) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END AS batal
         FROM hasil h JOIN lokus l ON l.id = h.lokus_id
         JOIN unit u ON u.id = l.unit_id JOIN instansi i ON i.id = u.instansi_id JOIN periode p ON p.id = l.periode_id WHERE h.id = $1",
        milik("p")
    );
    let b: Baris = store.baca().satu(&sql, nilai![id]).await?;
    if b.lokus_id != lokus || sidik_hex(b.isi.as_bytes()) != b.sidik || !store.kunci().sah(&hasil::pesan(&b.sidik), &b.tanda) {
        return Ok(false);
    }
    let Ok(isi) = serde_json::from_str::<hasil::Isi>(&b.isi) else { return Ok(false) };
    let tahun = if b.batal == 1 { b.tahun } else { isi.periode.tahun };
    Ok(isi.id == id && isi.lokus.kode == b.kode && isi.milik(tahun).contains(&b.milik))
}
