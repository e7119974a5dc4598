//! What comes after the answers of the finished round of the example: plan, report, publication, and the first activity done.
//! All of it invented.

use jiff::civil::date;
use store::{
    Hasil, Store, hak,
    id::RondeId,
    skm::{
        laporan,
        rtl::{self, ButirIsi},
        terbit,
    },
};
use uuid::Uuid;

use super::{berkas, halaman::Halaman, orang::sebagai};

const OPERATOR: &str = "operator.dinsos@contoh.id";
const KEPALA: &str = "kepala.dinsos@contoh.id";

/// The clock stands a week after the last day of the round.
pub async fn tuntaskan(store: &Store, id: RondeId, alamat: &str) -> Hasil<()> {
    let akses = hak::ronde_skm(store, &sebagai(store, OPERATOR).await?, id).await?;
    let hak = akses.pengelola()?;
    let butir = [
        (
            "pengaduan",
            "Memasang jawaban pengaduan di papan ruang tunggu setiap Jumat",
            "Foto papan jawaban pengaduan",
            date(2024, 2, 29),
            "Sekretaris",
        ),
        (
            "sarana",
            "Menambah 20 kursi tunggu dan pegangan di toilet",
            "Berita acara serah terima barang",
            date(2024, 12, 20),
            "Kepala Subbagian Umum",
        ),
        (
            "waktu",
            "Membagi loket menurut jenis layanan pada Senin dan Selasa",
            "Jadwal loket terpasang",
            date(2025, 6, 30),
            "Kepala Bidang Rehabilitasi Sosial",
        ),
    ];
    let mut semua = Vec::new();
    for (unsur, kegiatan, keluaran, tenggat, penanggung_jawab) in butir {
        let baru = Uuid::now_v7();
        rtl::tambah(store, &hak, baru, &ButirIsi { unsur, kegiatan, keluaran, tenggat, penanggung_jawab }).await?;
        semua.push(baru);
    }
    let saran = laporan::saran(store.baca(), id, Uuid::nil()).await?;
    let saran = saran.iter().find(|s| s.saran.contains("Kursi")).map(|s| s.id.to_string()).unwrap_or_default();
    Halaman::buka(store, alamat).await?.laporan_skm(OPERATOR, id, &saran).await?;
    let kepala = hak::ronde_skm(store, &sebagai(store, KEPALA).await?, id).await?.kepala()?;
    terbit::terbitkan(store, &kepala).await?;
    store.jam().maju(33 * 86_400);
    let foto = berkas::pdf("Foto papan jawaban pengaduan (contoh)")?;
    let bukti = Some(("papan-pengaduan.pdf", &foto));
    rtl::selesaikan(store, &hak, semua[0], Uuid::now_v7(), "Papan terpasang dan diisi setiap Jumat.", bukti).await
}
