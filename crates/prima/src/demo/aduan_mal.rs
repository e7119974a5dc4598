//! Reports of citizens about the mall and the organisations in it, so that its report has some by organisation. All of it ILUSTRASI.

use ::layanan::pengaduan::Kelas;
use store::{
    Hasil, Store, hak,
    id::{InstansiId, UnitId},
    mpp,
    pengaduan::{self, Baru, Isi, Tujuan},
};
use uuid::Uuid;

use super::{mpp::DEPAN, orang::sebagai};

/// Prefix of the service that it names (none: the mall itself), title, story, answer.
const LAPORAN: [(&str, &str, &str, Option<&str>); 3] = [
    (
        "B",
        "Loket KTP kosong pada jam istirahat",
        "Pukul 12.15 tidak ada petugas, padahal papan menyala.",
        Some("Sejak Senin petugas bergantian."),
    ),
    ("T", "Diminta kembali dua kali", "Berkas yang sama diperiksa dua kali pada hari berbeda.", None),
    ("", "Kursi tunggu kurang", "Banyak orang berdiri pada Senin pagi.", Some("Dua puluh kursi ditambah minggu ini.")),
];

pub async fn isi(store: &Store, kab: InstansiId, mal: UnitId) -> Hasil<()> {
    let penghubung = sebagai(store, "penghubung@contoh.id").await?;
    let depan = sebagai(store, DEPAN).await?;
    let tempat = mpp::penempatan_mpp(store.baca(), mal).await?;
    for (awalan, judul, isi, jawaban) in LAPORAN {
        let layanan = tempat.iter().find(|p| p.awalan == awalan).map(|p| p.layanan_id);
        let (kiriman, tujuan) = (Uuid::new_v4().to_string(), Tujuan { instansi: kab, unit: Some(mal), layanan });
        let b = Baru { tempat: "MPP Kutai Timur (contoh)", ilustrasi: true, ..Baru::polos(&kiriman, tujuan, judul, isi) };
        let kode = pengaduan::kirim(store, &b).await?;
        let id = pengaduan::dari_kode(store.baca(), &kode).await?.id;
        let Some(teks) = jawaban else { continue };
        let h = hak::aduan(store, &penghubung, id).await?.penghubung()?;
        pengaduan::verifikasi(store, &h, Uuid::now_v7(), Kelas::TidakBerkadar, Some(mal), Isi::default()).await?;
        let h = hak::aduan(store, &depan, id).await?.penjawab();
        pengaduan::jawab(store, &h, Uuid::now_v7(), Isi { teks, ..Isi::default() }).await?;
    }
    Ok(())
}
