//! The measures of a unit as a document: the evidence that F01 takes for its indicators on complaints.

use dokumen::{
    Lembaran,
    masukan::{BagianLembaran, TabelLembaran},
};
use jiff::civil::Date;
use store::{id::UnitId, instansi, konsultasi, pengaduan};

use super::ukuran::{teks, ukuran};
use crate::{AppState, error::Hasil, kepala, konteks::Konteks};

/// # Errors
/// When the store fails.
pub async fn lembar(app: &AppState, k: &Konteks, unit: UnitId, dari: Date, sampai: Date) -> Hasil<Lembaran> {
    let s = &app.store;
    let u = instansi::unit(s, unit).await?;
    let rumah = instansi::dari_id(s, u.instansi_id).await?;
    let x = pengaduan::ukuran(s, unit, dari, sampai).await?;
    let (tanya, terjawab) = konsultasi::hitung_selesai(s, unit, dari, sampai).await?;
    let hari = s.sekarang().hari(&rumah.zona);
    let mut baris: Vec<Vec<String>> = ukuran(&x).iter().map(|(nama, arti, n)| vec![k.s(nama), teks(k, n), k.s(arti)]).collect();
    for (nama, n, arti) in [
        ("aduan-ukur-lapor-selesai", x.lapor_selesai, "aduan-arti-lapor-selesai"),
        ("aduan-ukur-konsultasi", tanya, "aduan-arti-konsultasi"),
        ("aduan-ukur-konsultasi-selesai", terjawab, "aduan-arti-konsultasi-selesai"),
    ] {
        baris.push(vec![k.s(nama), k.angka(n.to_string()), k.s(arti)]);
    }
    let kolom = ["aduan-kolom-ukuran", "aduan-kolom-angka", "aduan-kolom-arti"].map(|x| k.s(x)).into();
    Ok(Lembaran {
        kepala: kepala::bukti(k, rumah, &u.nama, hari)?,
        judul: k.s("aduan-ukuran-judul"),
        ringkas: vec![
            (k.s("pengaduan-unit"), u.nama),
            (k.s("aduan-kurun-kata"), k.a("aduan-kurun", [("dari", k.tanggal(&dari).into()), ("sampai", k.tanggal(&sampai).into())])),
        ],
        penting: None,
        bagian: vec![BagianLembaran {
            judul: k.s("aduan-tab-ukuran"),
            paragraf: vec![k.s("aduan-ukuran-isi")],
            tabel: Some(TabelLembaran { kolom, baris }),
        }],
        penutup: vec![k.s("aduan-bukti-hitung"), k.s("aduan-bukti-f01")],
    })
}
