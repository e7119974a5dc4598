//! The sheet F03 of the report: means of the statements, and the value of F03 as a formula over them.

use rust_xlsxwriter::Workbook;

use crate::Error;
use crate::masukan::{AgregasiF03, Lhe, RingkasanF03};
use crate::xlsx::gaya::{Catatan, Gaya, Lembar, bulat};
use crate::xlsx::tabel::{Kolom, Sel};

/// In words, for the sheet Ringkasan.
pub(super) fn uraian(agregasi: Option<AgregasiF03>) -> &'static str {
    match agregasi {
        Some(AgregasiF03::Aspek) => "rata-rata nilai aspek, lihat lembar F03 dan Metode",
        Some(AgregasiF03::Pernyataan) => "rata-rata semua pernyataan, lihat lembar F03 dan Metode",
        None => "lihat lembar Metode",
    }
}

/// The value of F03 over rows of this sheet, the first of which is `awal`, counted from 1. `None` while a mean is missing
/// or the way of aggregating is not known.
pub(super) fn rumus(f03: &RingkasanF03, awal: usize) -> Option<String> {
    let semua = &f03.pernyataan;
    if semua.is_empty() || semua.iter().any(|satu| satu.rerata.is_none()) {
        return None;
    }
    let akhir = awal + semua.len() - 1;
    match f03.agregasi? {
        AgregasiF03::Pernyataan => Some(format!("=AVERAGE(D{awal}:D{akhir})")),
        // Each row weighs one over the number of rows of its aspect, so that every aspect weighs the same.
        AgregasiF03::Aspek if semua.iter().all(|satu| !satu.aspek.is_empty()) => {
            let banyak = format!("COUNTIF($A${awal}:$A${akhir},$A${awal}:$A${akhir})");
            Some(format!("=SUMPRODUCT($D${awal}:$D${akhir}/{banyak})/SUMPRODUCT(1/{banyak})"))
        }
        AgregasiF03::Aspek => None,
    }
}

pub(super) fn tulis(buku: &mut Workbook, gaya: &Gaya, lhe: &Lhe, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "F03", "Survei pengguna layanan (F03)", catatan)?;
    lembar.kepala(&[Kolom::new("Aspek", 24.0), Kolom::new("Kode", 12.0), Kolom::new("Pernyataan", 90.0), Kolom::new("Rerata", 12.0)])?;
    for satu in &lhe.f03.pernyataan {
        lembar.tulis(&[(&satu.aspek).into(), (&satu.kode).into(), (&satu.teks).into(), satu.rerata.as_ref().into()])?;
    }
    if let Some(rumus) = rumus(&lhe.f03, awal) {
        let hasil = lhe.nilai.f03.clone();
        lembar.tulis(&[
            Sel::Judul("Nilai F03".to_owned()),
            Sel::Kosong,
            uraian_singkat(lhe.f03.agregasi).into(),
            Sel::Rumus { rumus, hasil },
        ])?;
    }
    let jumlah = [
        ("Responden", lhe.f03.responden),
        ("Digunakan", lhe.f03.digunakan),
        ("Tidak digunakan", lhe.f03.dibuang),
        ("Dari kertas", lhe.f03.kertas),
    ];
    for (nama, isi) in jumlah {
        lembar.tulis(&[Sel::Judul(nama.to_owned()), Sel::Kosong, Sel::Kosong, bulat(isi)])?;
    }
    lembar.tulis(&[Sel::Judul("Ketentuan".to_owned()), Sel::Kosong, lhe.f03.ketentuan.as_ref().into(), Sel::Kosong])
}

fn uraian_singkat(agregasi: Option<AgregasiF03>) -> &'static str {
    match agregasi {
        Some(AgregasiF03::Aspek) => "Rata-rata nilai aspek; nilai aspek adalah rata-rata pernyataannya",
        Some(AgregasiF03::Pernyataan) | None => "Rata-rata semua pernyataan",
    }
}
