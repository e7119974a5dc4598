//! What the operations about periods answer.

use crate::api::{
    lembar::{BATAS, BERIKUT, KURSOR},
    operasi::{Jenis, Medan, Operasi, Skema, ada, kueri, mungkin},
};

use Jenis::{Acuan, Bebas, Benar, Bulat, Desimal, Larik, Pecahan, Saat, Teks};

pub const IPP: Medan =
    mungkin("ipp", Pecahan, "Indeks tanpa pembulatan, desimal atau pecahan seperti 17/4; null bila belum dapat dihitung");

pub const INSTANSI_RINGKAS: Skema =
    Skema { nama: "InstansiRingkas", medan: &[ada("kode", Teks, "Kode publik"), ada("nama", Teks, "Nama")] };

pub const PERIODE: Skema = Skema {
    nama: "Periode",
    medan: &[
        ada("kode", Teks, "Kode publik, bagian dari alamat"),
        ada("nama", Teks, "Nama"),
        ada("tahun", Bulat, "Tahun evaluasi"),
        ada("skema", Teks, "nasional, mandiri, pemantauan atau khusus"),
        ada("ilustrasi", Benar, "true: data contoh, bukan data nyata"),
        ada("penyelenggara", Acuan(&INSTANSI_RINGKAS), "Instansi penyelenggara"),
        ada("terbit", Saat, "Saat terbit terakhir"),
    ],
};

const HASIL: Skema = Skema {
    nama: "Hasil",
    medan: &[
        ada("lokus", Teks, "Kode unit lokus dalam periode"),
        ada("unit", Teks, "Nama unit"),
        ada("instansi", Acuan(&INSTANSI_RINGKAS), "Instansi unit"),
        ada("kelompok", Teks, "Kategori pemeringkatan"),
        mungkin("peringkat", Bulat, "Peringkat dalam kategorinya; null tanpa IPP"),
        ada(
            "keadaan",
            Teks,
            "complete, f02-kurang, f03-kurang, atau tak-cocok: angka yang tersimpan bukan yang ditandatangani, semua angkanya null",
        ),
        IPP,
        mungkin("tampil", Desimal, "IPP dengan dua desimal"),
        mungkin("kategori", Teks, "Misalnya A-"),
        mungkin("f02", Pecahan, "Nilai F02 tanpa pembulatan"),
        mungkin("f03", Pecahan, "Nilai F03 tanpa pembulatan"),
        ada("sidik", Teks, "SHA-256 berkas hasil"),
        ada("berkas", Teks, "Alamat berkas hasil bertanda tangan"),
    ],
};

const DAFTAR_PERIODE: Skema = Skema { nama: "DaftarPeriode", medan: &[ada("periode", Larik(&Acuan(&PERIODE)), "Terbaru dahulu"), BERIKUT] };

const DAFTAR_HASIL: Skema = Skema {
    nama: "DaftarHasil",
    medan: &[
        ada("periode", Acuan(&PERIODE), "Periode itu"),
        ada("semua", Bulat, "Banyaknya hasil seluruhnya"),
        ada("hasil", Larik(&Acuan(&HASIL)), "Menurut kategori dan peringkat; yang tanpa IPP terakhir"),
        BERIKUT,
    ],
};

const SATU_HASIL: Skema =
    Skema { nama: "SatuHasil", medan: &[ada("periode", Acuan(&PERIODE), "Periode itu"), ada("hasil", Acuan(&HASIL), "Hasil unit")] };

const RATA: Skema = Skema {
    nama: "RataInstansi",
    medan: &[
        ada("kode", Teks, "Kode instansi"),
        ada("nama", Teks, "Nama"),
        ada("unit_lokus", Bulat, "Unit lokus yang terbit"),
        ada("unit_ber_ipp", Bulat, "Yang mempunyai IPP"),
        ada("ipp", Desimal, "Rata-rata IPP tanpa pembulatan"),
        ada("tampil", Desimal, "Dengan dua desimal"),
        ada("kategori", Teks, "Kategori rata-rata"),
    ],
};

const PERINGKAT: Skema = Skema {
    nama: "PeringkatInstansi",
    medan: &[ada("periode", Acuan(&PERIODE), "Periode itu"), ada("instansi", Larik(&Acuan(&RATA)), "Tertinggi dahulu")],
};

const VERSI: Skema = Skema {
    nama: "VersiTerbitan",
    medan: &[
        ada("nomor", Bulat, "Nomor versi, dari 1"),
        ada("alasan", Teks, "Mengapa diterbitkan lagi; kosong untuk yang pertama"),
        ada("terbit", Saat, "Saat terbit"),
        mungkin("sidik", Teks, "Yang ditandatangani; null selama berkas dibuat"),
        mungkin("sha256", Teks, "SHA-256 berkas ZIP"),
        mungkin("byte", Bulat, "Ukuran berkas"),
        mungkin("hasil", Bulat, "Banyaknya hasil di dalamnya"),
        mungkin("berkas", Teks, "Alamat unduh"),
    ],
};

const DAFTAR_VERSI: Skema = Skema {
    nama: "DaftarVersi",
    medan: &[ada("periode", Acuan(&PERIODE), "Periode itu"), ada("versi", Larik(&Acuan(&VERSI)), "Semua versi")],
};

const EDISI: Skema = Skema {
    nama: "Edisi",
    medan: &[
        ada("id", Teks, "Nama tetap edisi"),
        ada("nama", Teks, "Judul"),
        ada("bentuk", Teks, "A atau B"),
        ada("sidik", Teks, "SHA-256 naskah edisi"),
        ada("kepastian", Teks, "Seberapa pasti isinya diketahui"),
    ],
};

const DAFTAR_EDISI: Skema = Skema { nama: "DaftarEdisi", medan: &[ada("edisi", Larik(&Acuan(&EDISI)), "Yang dipakai periode terbit")] };

const DAFTAR_KUNCI: Skema = Skema {
    nama: "DaftarKunci",
    medan: &[ada("format", Teks, "Nama dan nomor bentuk berkas"), ada("kunci", Larik(&Bebas), "Kunci publik dengan masa berlakunya")],
};

pub const OPERASI: [Operasi; 7] = [
    Operasi::baca(
        "/api/v1/periode",
        "daftarPeriode",
        ["Periode yang hasilnya terbit sekarang, terbaru dahulu", "Periods whose results are published now, newest first"],
        &DAFTAR_PERIODE,
    )
    .dengan(&[KURSOR, BATAS]),
    Operasi::baca(
        "/api/v1/periode/{periode}/hasil",
        "hasilPeriode",
        ["Hasil yang terbit, menurut kategori dan peringkat", "Published results, by category and rank"],
        &DAFTAR_HASIL,
    )
    .dengan(&[KURSOR, BATAS, kueri("lewati", Bulat, "Bentuk lama: hasil yang dilewati; pakailah kursor")]),
    Operasi::baca("/api/v1/periode/{periode}/hasil/{lokus}", "satuHasil", ["Hasil satu unit", "The result of one unit"], &SATU_HASIL),
    Operasi::baca(
        "/api/v1/periode/{periode}/peringkat",
        "peringkatInstansi",
        ["Rata-rata tiap instansi", "Mean of each instansi"],
        &PERINGKAT,
    ),
    Operasi::baca(
        "/api/v1/periode/{periode}/terbitan",
        "versiTerbitan",
        ["Semua versi berkas terbitan dengan alasan dan alamat unduhnya", "All versions of the publication file, with reason and address"],
        &DAFTAR_VERSI,
    ),
    Operasi::baca(
        "/api/v1/edisi",
        "daftarEdisi",
        ["Instrumen yang dipakai periode yang terbit", "Instruments that published periods use"],
        &DAFTAR_EDISI,
    ),
    Operasi::baca(
        "/api/v1/kunci",
        "daftarKunci",
        [
            "Kunci untuk memeriksa berkas, dalam bentuk yang dibaca prima verify --keys",
            "Keys for checking files, in the form that prima verify --keys reads",
        ],
        &DAFTAR_KUNCI,
    ),
];
