//! The preparation in the example: declarations of the evaluators, methods, schedule, budget, a session with attendance,
//! draft decrees. All of it invented.

use jiff::civil::{Date, DateTime};
use store::{
    Hasil, Store, StoreError, Waktu,
    hak::{self, EvaluatorLokus, PenyelenggaraPeriode},
    id::{AnggaranId, HadirId, JadwalId, LokusId, PeriodeId, RealisasiId},
    persiapan::{
        anggaran,
        benturan::{self, Jawaban},
        jadwal::{self, Isi, Jenis},
        kegiatan::{self, HadirBaru},
        metode::{self, Cara},
        rancangan::{self, Rancangan},
    },
};

use super::orang::sebagai;

/// The evaluator declares no conflict, once.
pub async fn nyatakan(store: &Store, hak: &EvaluatorLokus) -> Hasil<()> {
    if benturan::harus_bebas(store.baca(), hak.lokus.id, hak.pelaku().akun).await.is_ok() {
        return Ok(());
    }
    let jawaban = [Jawaban { lokus: hak.lokus.id, ada: None }];
    benturan::nyatakan(store, hak, "Saya menyatakan dengan jujur ada atau tidaknya benturan kepentingan saya.", &jawaban).await
}

/// Preparation of a period that begins on `hari`, its first working day.
pub async fn isi(store: &Store, periode: PeriodeId, lokus: &[LokusId; 3], hari: Date) -> Hasil<()> {
    let biro = sebagai(store, "organisasi@contoh.id").await?;
    let hak = hak::periode(store, &biro, periode).await?.penyelenggara()?;
    metode::pilih(store, &hak, &lokus[..2], Cara::Luring, Cara::Luring, "").await?;
    metode::pilih(store, &hak, &lokus[2..], Cara::Daring, Cara::Luring, "Berkas dikirim lebih dahulu karena jaraknya jauh.").await?;
    susun_jadwal(store, &hak, lokus, hari).await?;
    susun_anggaran(store, &hak, hari).await?;
    let r = Rancangan {
        nomor: String::new(),
        tempat: "Sangatta".into(),
        tanggal: String::new(),
        perangkat: "Sekretariat Daerah".into(),
        pejabat: "Sekretaris Daerah Kabupaten Kutai Timur".into(),
        nama: "Contoh Sekretaris Daerah".into(),
        nip: String::new(),
        menimbang:
            "bahwa evaluasi penyelenggaraan pelayanan publik perlu dilaksanakan setiap tahun;\nbahwa unit lokus evaluasi perlu ditetapkan;"
                .into(),
        mengingat: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;\nPeraturan Menteri PANRB Nomor 29 Tahun 2022;".into(),
        menetapkan: "Unit lokus sebagaimana tercantum dalam lampiran keputusan ini.\nKeputusan ini mulai berlaku pada tanggal ditetapkan."
            .into(),
        versi: 0,
        pada: Waktu(0),
    };
    rancangan::simpan(store, &hak, rancangan::Jenis::Lokus, &r).await?;
    Ok(())
}

fn pukul(hari: Date, tambah: i64, jam: i8) -> Hasil<DateTime> {
    let hari = hari.checked_add(jiff::Span::new().days(tambah)).map_err(|e| StoreError::Rusak(e.to_string()))?;
    Ok(hari.at(jam, 0, 0, 0))
}

async fn susun_jadwal(store: &Store, hak: &PenyelenggaraPeriode, lokus: &[LokusId; 3], hari: Date) -> Hasil<()> {
    // Kind, unit, days from the first, hours of one day or days of several, name.
    let acara: [(Jenis, Option<usize>, i64, i64, &str); 9] = [
        (Jenis::Rapat, None, 0, 0, "Rapat tim penyelenggara"),
        (Jenis::Sosialisasi, None, 0, 0, "Sosialisasi instrumen PEKPPP"),
        (Jenis::Bimtek, None, 14, 0, "Bimbingan teknis pengisian F01"),
        (Jenis::Tenggat, None, 60, 0, "Batas pengiriman F01"),
        (Jenis::Presentasi, Some(0), 126, 0, "Presentasi dan wawancara"),
        (Jenis::Pengamatan, Some(0), 127, 0, "Pengamatan lapangan"),
        (Jenis::Wawancara, Some(1), 128, 0, "Wawancara dan pemeriksaan dokumen"),
        (Jenis::Wawancara, Some(2), 129, 0, "Wawancara dan pemeriksaan dokumen"),
        (Jenis::Pendampingan, None, 28, 2, "Pendampingan pengumpulan bukti dukung"),
    ];
    let mut sosialisasi = None;
    for (jenis, unit, awal, lama, judul) in acara {
        let jam = if jenis == Jenis::Rapat { 13 } else { 9 };
        let (mulai, selesai) = (pukul(hari, awal, jam)?, pukul(hari, awal + lama, jam + 2)?);
        let isi = Isi {
            lokus: unit.map(|n| lokus[n]),
            jenis,
            judul,
            mulai,
            selesai: if jenis == Jenis::Tenggat { mulai } else { selesai },
            tempat: if unit.is_some() { "Kantor unit" } else { "Ruang rapat Sekretariat Daerah (contoh)" },
            tautan: "",
            petugas: if unit.is_some() { "Tim evaluator" } else { "Bagian Organisasi" },
            keterangan: "",
        };
        let id = jadwal::tambah(store, hak, JadwalId::baru(), &isi).await?;
        if jenis == Jenis::Sosialisasi {
            sosialisasi = Some(id);
        }
    }
    jadwal::sampaikan(store, hak).await?;
    jadwal::pj::sampaikan(store, hak).await?;
    let kepala = sebagai(store, "kepala.dinsos@contoh.id").await?;
    if let Some(s) = jadwal::terakhir(store.baca(), lokus[1]).await? {
        jadwal::terima(store, &hak::lokus(store, &kepala, lokus[1]).await?.penerima_unit()?, s.id).await?;
    }
    let Some(id) = sosialisasi else { return Ok(()) };
    // The list on paper is typed when the session is over.
    let usai = pukul(hari, 0, 11)?.to_zoned(store::zona_waktu("WITA")).map_err(|e| StoreError::Rusak(e.to_string()))?;
    store.jam().maju(((usai.timestamp().as_microsecond() - store.sekarang().0) / 1_000_000).max(0));
    kegiatan::simpan(store, hak, id, 0, "Pembukaan\nPaparan instrumen dan bukti dukung\nTanya jawab").await?;
    for (nama, jabatan, unit) in [
        ("Contoh Peserta Satu", "Kepala Subbagian Umum", "RSUD Kudungga"),
        ("Contoh Peserta Dua", "Analis Kebijakan", "Dinas Sosial"),
        ("Contoh Peserta Tiga", "Sekretaris Kecamatan", "Kecamatan Sangatta Utara"),
    ] {
        kegiatan::catat_manual(store, hak, id, HadirBaru { id: HadirId::baru(), nama, jabatan, unit }).await?;
    }
    Ok(())
}

async fn susun_anggaran(store: &Store, hak: &PenyelenggaraPeriode, hari: Date) -> Hasil<()> {
    let baris = [
        ("5.1.02.02.01.0003", "Honorarium evaluator", 12, "orang-hari", 350_000, 2_100_000),
        ("5.1.02.01.01.0052", "Konsumsi rapat dan sosialisasi", 90, "orang", 55_000, 3_300_000),
        ("5.1.02.04.01.0003", "Perjalanan dinas dalam daerah", 6, "kali", 420_000, 0),
        ("5.1.02.01.01.0026", "Cetak dan penggandaan", 1, "paket", 1_250_000, 1_400_000),
    ];
    for (rekening, uraian, volume, satuan, harga, terpakai) in baris {
        let id = AnggaranId::baru();
        anggaran::tambah(store, hak, id, anggaran::Isi { rekening, uraian, volume, satuan, harga }).await?;
        if terpakai > 0 {
            anggaran::bayar(store, hak, (id, RealisasiId::baru()), hari, terpakai, "Contoh pembayaran").await?;
        }
    }
    Ok(())
}
