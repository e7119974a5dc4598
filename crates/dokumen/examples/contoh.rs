//! Writes every document of the invented case and its input as JSON into a directory, with the time each took.

use std::path::PathBuf;
use std::time::Instant;

#[path = "../tests/contoh/mod.rs"]
#[expect(clippy::expect_used, reason = "fixed example data")]
mod contoh;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tujuan = PathBuf::from(std::env::args().nth(1).ok_or("usage: contoh OUTDIR")?);
    std::fs::create_dir_all(&tujuan)?;
    for (nama, dokumen) in contoh::semua() {
        let mulai = Instant::now();
        let pdf = dokumen::pdf::render(&dokumen)?;
        println!("{nama}.pdf: {} bytes in {:.0?}", pdf.len(), mulai.elapsed());
        std::fs::write(tujuan.join(format!("{nama}.pdf")), pdf)?;
        std::fs::write(tujuan.join(format!("{nama}.json")), serde_json::to_vec(&dokumen)?)?;
    }
    std::fs::write(tujuan.join("lhe.xlsx"), dokumen::xlsx::lhe(&contoh::lhe())?)?;
    std::fs::write(tujuan.join("laporan-nasional.xlsx"), dokumen::xlsx::laporan_nasional(&contoh::laporan_nasional())?)?;
    std::fs::write(tujuan.join("laporan-skm.xlsx"), dokumen::xlsx::laporan_skm(&contoh::laporan_skm())?)?;
    std::fs::write(tujuan.join("rencana-skm.xlsx"), dokumen::xlsx::rencana_skm(&contoh::rencana_skm())?)?;
    let (tabel, kelompok) = contoh::peringkat();
    dokumen::xlsx::peringkat(&tabel, kelompok, &tujuan, std::fs::File::create(tujuan.join("peringkat.xlsx"))?)?;
    std::fs::write(tujuan.join("qr.png"), dokumen::qr_png("https://prima.example", 6)?)?;
    Ok(())
}
