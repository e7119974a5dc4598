//! The standards of a unit as a document: the evidence that F01 takes for its indicators on Standar Pelayanan, their review, the
//! pledge and how often information was renewed.

use dokumen::{
    Lembaran,
    masukan::{BagianLembaran, TabelLembaran},
};
use jiff::civil::Date;
use layanan::standar::irama;
use store::{
    StoreError,
    id::UnitId,
    instansi,
    layanan::KOMPONEN,
    prefill::layanan::{BahanLayanan, bahan},
};

use crate::{AppState, error::Hasil, kepala, konteks::Konteks};

/// Days of renewal that are listed.
const HARI: usize = 20;

/// As the unit stands on the local day `pada`; the same day gives the same document.
///
/// # Errors
/// `TidakDitemukan` for a unit without a standard in force.
pub async fn lembar(app: &AppState, k: &Konteks, unit: UnitId, pada: Date) -> Hasil<Lembaran> {
    let s = &app.store;
    let u = instansi::unit(s, unit).await?;
    let rumah = instansi::dari_id(s, u.instansi_id).await?;
    let b = bahan(s, unit, pada).await?.ok_or(StoreError::TidakDitemukan)?;
    Ok(Lembaran {
        kepala: kepala::bukti(k, rumah, &u.nama, pada)?,
        judul: k.s("layanan-bukti-judul"),
        ringkas: vec![
            (k.s("layanan-kolom-unit"), u.nama),
            (k.s("layanan-bukti-pada"), k.tanggal(&pada)),
            (k.s("layanan-bukti-jenis"), b.jenis.to_string()),
            (k.s("layanan-bukti-berlaku"), b.satu.len().to_string()),
            (k.s("layanan-bukti-lengkap"), b.satu.iter().filter(|x| x.lengkap == KOMPONEN.len()).count().to_string()),
        ],
        penting: None,
        bagian: vec![standar(k, &b), maklumat(k, &b), segar(k, &b, pada)],
        penutup: vec![
            k.s("layanan-bukti-asal"),
            k.n("layanan-bukti-alamat", "alamat", format!("{}/pelayanan/unit/{}", app.konfig.alamat, u.kode)),
        ],
    })
}

fn standar(k: &Konteks, b: &BahanLayanan) -> BagianLembaran {
    let baris = b.satu.iter().map(|x| {
        let tinjau = x.ditinjau.map_or_else(|| k.s("layanan-bukti-belum"), |d| k.tanggal(&d));
        let lengkap = k.n("layanan-lengkap", "n", x.lengkap);
        vec![x.nama.clone(), x.sk_nomor.clone(), k.hari(&x.sk_tanggal), lengkap, tinjau]
    });
    let kolom = ["layanan-kolom-nama", "layanan-bukti-sk", "layanan-bukti-tanggal", "layanan-kolom-lengkap", "layanan-bukti-tinjau"];
    BagianLembaran {
        judul: k.s("layanan-bukti-standar"),
        paragraf: vec![k.s("layanan-bukti-terbit")],
        tabel: Some(TabelLembaran { kolom: kolom.map(|x| k.s(x)).into(), baris: baris.collect() }),
    }
}

fn maklumat(k: &Konteks, b: &BahanLayanan) -> BagianLembaran {
    let paragraf = match &b.maklumat {
        Some(m) => super::baris(&m.isi).into_iter().map(str::to_owned).chain([super::maklumat::tanda(k, m)]).collect(),
        None => vec![k.s("layanan-bukti-tanpa-maklumat")],
    };
    BagianLembaran { judul: k.s("layanan-maklumat"), paragraf, tabel: None }
}

fn segar(k: &Konteks, b: &BahanLayanan, pada: Date) -> BagianLembaran {
    let mut semua = b.diperbarui.clone();
    semua.sort_unstable();
    semua.dedup();
    let akhir: Vec<String> = semua.iter().rev().take(HARI).map(|d| k.tanggal(d)).collect();
    let irama =
        irama(&b.diperbarui, pada).map_or_else(|| k.s("layanan-bukti-tanpa-irama"), |i| k.n("layanan-bukti-irama", "irama", i.kunci()));
    BagianLembaran { judul: k.s("layanan-bukti-segar"), paragraf: vec![akhir.join("; "), irama], tabel: None }
}
