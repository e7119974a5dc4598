//! Awards of the finished period: one with a decision that departs from the proposal, one for the head of the region, announced; and
//! one record of coaching. All of it ILUSTRASI.

use std::collections::BTreeSet;

use jiff::civil::date;
use pekppp::penghargaan::Syarat;
use store::{
    Hasil, Store, hak,
    id::{LokusId, PembinaanId, PenghargaanId, PeriodeId},
    pembinaan,
    penghargaan::{
        self, Isi, calon,
        putusan::{self, Keputusan, Memutus},
        umum,
    },
};
use uuid::Uuid;

use super::orang::sebagai;

pub async fn isi(store: &Store, periode: PeriodeId, kecamatan: LokusId) -> Hasil<()> {
    let terbaik = Isi {
        nama: "Unit Pelayanan Publik Terbaik",
        bentuk: "piagam",
        sasaran: "unit",
        syarat: Syarat { peringkat_maks: Some(1), ipp_min: Some(351), ..Syarat::default() },
        sumber: "Keputusan Bupati tentang penghargaan pelayanan publik (ILUSTRASI)",
        kepastian: "rendah",
        ..Isi::default()
    };
    let pembina = Isi {
        nama: "Pembina Pelayanan Publik",
        bentuk: "piala",
        sasaran: "pembina",
        syarat: Syarat { peringkat_maks: Some(1), ..Syarat::default() },
        ..terbaik.clone()
    };
    for isi in [&terbaik, &pembina] {
        store.jam().maju(3600);
        putuskan(store, periode, isi).await?;
    }
    store.jam().maju(3600);
    let sekda = sebagai(store, "sekda@contoh.id").await?;
    umum::umumkan(store, &hak::periode(store, &sekda, periode).await?.penanggungjawab()?).await?;
    let biro = hak::periode(store, &sebagai(store, "organisasi@contoh.id").await?, periode).await?.penyelenggara()?;
    let catatan = pembinaan::Isi {
        lokus: Some(kecamatan),
        jenis: "pembinaan",
        bentuk: "Pendampingan penyusunan standar pelayanan",
        alasan: "Standar pelayanan belum memuat semua komponen. (ILUSTRASI)",
        dasar: "Rekomendasi Laporan Hasil Evaluasi 2023 (ILUSTRASI)",
        dari: Some(date(2023, 11, 1)),
        sampai: Some(date(2023, 12, 29)),
    };
    pembinaan::catat(store, &biro, PembinaanId::baru(), &catatan).await
}

/// Gives an award to those who are proposed and, with a reason, to the first who just failed.
async fn putuskan(store: &Store, periode: PeriodeId, isi: &Isi<'_>) -> Hasil<()> {
    let akses = hak::periode(store, &sebagai(store, "organisasi@contoh.id").await?, periode).await?;
    let (biro, id) = (akses.penyelenggara()?, PenghargaanId::baru());
    penghargaan::tambah(store, &biro, id, isi).await?;
    let pembaca = akses.pembaca();
    let usulan = calon::usulan(store, &pembaca, &penghargaan::satu(store, &pembaca, id).await?).await?;
    let hampir = usulan.semua().find(|c| !c.lolos()).map(|c| c.kunci.clone());
    let beri: BTreeSet<String> = usulan.semua().filter(|c| c.lolos()).map(|c| c.kunci.clone()).chain(hampir.clone()).collect();
    let m = Memutus {
        op: Uuid::now_v7(),
        dilihat: &usulan.tanda(),
        beri,
        keputusan: Keputusan {
            nomor: "188.4/CONTOH/2023",
            tanggal: "2023-10-16",
            tempat: "Sangatta",
            jabatan: "Bupati Kutai Timur",
            nama: "(nama pejabat, contoh)",
            pangkat: "",
        },
        alasan: if hampir.is_some() { "Satu-satunya peserta kategori ini; tetap diberi sebagai dorongan. (ILUSTRASI)" } else { "" },
    };
    putusan::putuskan(store, &biro, id, &m).await.map(drop)
}
