//! What the operations about malls answer.

use crate::api::{
    lembar::{BATAS, BERIKUT, KURSOR},
    operasi::{Jenis, Operasi, Skema, ada, kueri, mungkin},
};

use Jenis::{Acuan, Benar, Bulat, Desimal, Larik, Pilihan, Saat, Tanggal, Teks};

const MPP: Skema = Skema {
    nama: "Mpp",
    medan: &[
        mungkin("kode", Teks, "Kode, bagian dari alamat; null selama belum menjadi unit"),
        ada("nama", Teks, "Nama"),
        ada("alamat", Teks, "Alamat"),
        ada("ringkas", Teks, "Satu kalimat"),
        ada("instansi", Teks, "Pemerintah daerahnya"),
        mungkin("wilayah", Teks, "Kode wilayah"),
        ada("tahap", Teks, "Tahap penyelenggaraan"),
        ada("beroperasi", Benar, "Sudah diresmikan"),
        ada("ilustrasi", Benar, "true: data contoh"),
        mungkin("halaman", Teks, "Halaman untuk manusia"),
    ],
};

const DAFTAR: Skema = Skema {
    nama: "DaftarMpp",
    medan: &[ada("semua", Bulat, "Banyaknya"), ada("mpp", Larik(&Acuan(&MPP)), "Menurut wilayah dan nama"), BERIKUT],
};

const JAM: Skema = Skema {
    nama: "JamBuka",
    medan: &[ada("hari", Bulat, "1: Senin"), ada("mulai", Teks, "Misalnya 08:00"), ada("selesai", Teks, "Misalnya 15:00")],
};

const LAYANAN: Skema = Skema {
    nama: "LayananGerai",
    medan: &[
        ada("kode", Teks, "Kode layanan"),
        ada("nama", Teks, "Nama"),
        ada("awalan", Teks, "Huruf di depan nomor antrean"),
        mungkin("menit", Bulat, "Perkiraan menit sekali layan"),
    ],
};

const GERAI: Skema = Skema {
    nama: "Gerai",
    medan: &[
        ada("kode", Teks, "Kode di papan"),
        ada("nama", Teks, "Nama"),
        ada("organisasi", Teks, "Organisasi penyelenggara gerai"),
        ada("letak", Teks, "Di mana dalam gedung"),
        ada("bentuk", Pilihan(&["fisik", "elektronik"]), "Bentuk gerai"),
        mungkin("tautan", Teks, "Alamat gerai elektronik"),
        ada("layanan", Larik(&Acuan(&LAYANAN)), "Layanan di situ"),
    ],
};

const RINCI: Skema = Skema {
    nama: "RincianMpp",
    medan: &[
        ada("mpp", Acuan(&MPP), "Mal itu"),
        ada("zona", Pilihan(&["WIB", "WITA", "WIT"]), "Zona waktu"),
        mungkin("lintang", Teks, "Lintang"),
        mungkin("bujur", Teks, "Bujur"),
        ada("jam", Larik(&Acuan(&JAM)), "Jam buka"),
        ada("gerai", Larik(&Acuan(&GERAI)), "Gerai yang buka"),
    ],
};

const ANTREAN_GERAI: Skema = Skema {
    nama: "AntreanGerai",
    medan: &[
        ada("kode", Teks, "Kode gerai"),
        ada("nama", Teks, "Nama gerai"),
        ada("loket", Bulat, "Loket seluruhnya"),
        ada("loket_terbuka", Bulat, "Loket yang dijaga sekarang"),
        ada("menunggu", Bulat, "Orang yang menunggu"),
        ada("dilayani", Bulat, "Dipanggil atau sedang dilayani"),
    ],
};

const ANTREAN: Skema = Skema {
    nama: "Antrean",
    medan: &[
        ada("mpp", Teks, "Kode mal"),
        ada("pintu", Pilihan(&["terbuka", "nanti", "usai", "tutup"]), "Apakah nomor diberikan sekarang"),
        ada("pada", Saat, "Saat angka dibaca"),
        ada("gerai", Larik(&Acuan(&ANTREAN_GERAI)), "Menurut kode"),
    ],
};

const SEBARAN: Skema = Skema {
    nama: "Sebaran",
    medan: &[
        ada("banyak", Bulat, "Banyaknya yang diukur"),
        ada("tengah", Bulat, "Detik; setengahnya tidak lebih lama"),
        ada("sembilan_puluh", Bulat, "Detik; sembilan dari sepuluh tidak lebih lama"),
    ],
};

const ANGKA: Skema = Skema {
    nama: "AngkaKinerja",
    medan: &[
        ada("nomor", Bulat, "Nomor antrean yang diambil"),
        ada("kunjungan", Bulat, "Dilayani sampai selesai"),
        ada("tidak_hadir", Bulat, "Dipanggil dan tidak hadir"),
        ada("batal", Bulat, "Dibatalkan"),
        ada("tak_terlayani", Bulat, "Mal tutup sebelum gilirannya"),
        ada("dipesan", Bulat, "Nomor dari pesanan"),
        mungkin("tunggu", Acuan(&SEBARAN), "Waktu tunggu"),
        mungkin("layan", Acuan(&SEBARAN), "Waktu layan"),
    ],
};

const BARIS: Skema = Skema {
    nama: "KinerjaBernama",
    medan: &[ada("kode", Teks, "Kode"), ada("nama", Teks, "Nama"), ada("angka", Acuan(&ANGKA), "Angkanya")],
};

const HARI: Skema = Skema { nama: "KinerjaHari", medan: &[ada("tanggal", Tanggal, "Hari"), ada("angka", Acuan(&ANGKA), "Angkanya")] };

const SURVEI: Skema = Skema {
    nama: "KinerjaSurvei",
    medan: &[
        ada("kode", Teks, "Kode umum surveinya"),
        ada("nama", Teks, "Nama"),
        ada("unit", Teks, "Unit yang bertanya"),
        ada("milik_mal", Benar, "Milik mal sendiri, bukan unit yang melayani di dalamnya"),
        ada("mulai", Tanggal, "Hari pertama"),
        ada("sampai", Tanggal, "Hari terakhir"),
        ada("jawaban", Bulat, "Banyak jawaban"),
        mungkin("ikm", Desimal, "IKM; tanpa nilai bila jawabannya kurang"),
        mungkin("mutu", Teks, "Mutu pelayanan, A sampai D"),
    ],
};

const KINERJA: Skema = Skema {
    nama: "Kinerja",
    medan: &[
        ada("mpp", Teks, "Kode mal"),
        ada("dari", Tanggal, "Hari pertama"),
        ada("sampai", Tanggal, "Hari terakhir"),
        ada("angka", Acuan(&ANGKA), "Seluruhnya"),
        ada("gerai", Larik(&Acuan(&BARIS)), "Tiap gerai"),
        ada("layanan", Larik(&Acuan(&BARIS)), "Tiap layanan, terbanyak dahulu"),
        ada("hari", Larik(&Acuan(&HARI)), "Tiap hari dengan nomor"),
        ada("berkas_masuk", Bulat, "Permohonan diterima"),
        ada("berkas_tuntas", Bulat, "Yang tuntas"),
        ada("berkas_tepat", Bulat, "Yang tuntas tepat waktu"),
        ada("pengaduan_masuk", Bulat, "Pengaduan masuk tentang mal dan organisasi di dalamnya"),
        ada("pengaduan_selesai", Bulat, "Yang selesai"),
        ada("survei", Larik(&Acuan(&SURVEI)), "Survei yang sudah diumumkan dan menerima jawaban pada hari-hari itu"),
        mungkin("ikm", Desimal, "IKM terakhir yang terbit"),
    ],
};

pub const OPERASI: [Operasi; 4] = [
    Operasi::baca("/api/v1/mpp", "daftarMpp", ["Mal Pelayanan Publik menurut wilayah", "Public service malls by region"], &DAFTAR)
        .dengan(&[KURSOR, BATAS]),
    Operasi::baca(
        "/api/v1/mpp/{kode}",
        "rincianMpp",
        ["Satu mal dengan jam buka, gerai, dan layanannya", "One mall with its hours, gerai and services"],
        &RINCI,
    ),
    Operasi::baca(
        "/api/v1/mpp/{kode}/antrean",
        "antreanMpp",
        ["Antrean tiap gerai sekarang, seperti di papan", "The line at each gerai now, as on the board"],
        &ANTREAN,
    ),
    Operasi::baca(
        "/api/v1/mpp/{kode}/kinerja",
        "kinerjaMpp",
        ["Laporan kinerja; tanpa tanggal: bulan berjalan", "Performance report; without days: the month so far"],
        &KINERJA,
    )
    .dengan(&[kueri("dari", Tanggal, "Hari pertama"), kueri("sampai", Tanggal, "Hari terakhir, paling banyak dua tahun sesudahnya")]),
];
