//! Words of the register of personal data: keys of the catalogues for what the store names by its own words.

use store::pdp::{
    Jenis,
    daftar::{Dasar, Simpan, Subjek},
    permintaan::Macam,
    retensi,
};

/// Name of a processing activity.
#[must_use]
pub fn nama(kunci: &str) -> &'static str {
    match kunci {
        "masuk" => "pdp-keg-masuk",
        "pengiriman" => "pdp-keg-pengiriman",
        "dokumen-resmi" => "pdp-keg-dokumen-resmi",
        "penilaian" => "pdp-keg-penilaian",
        "bukti" => "pdp-keg-bukti",
        "petugas-mal" => "pdp-keg-petugas-mal",
        "audit" => "pdp-keg-audit",
        "permohonan" => "pdp-keg-permohonan",
        "produk-permohonan" => "pdp-keg-produk-permohonan",
        "surel-kabar" => "pdp-keg-surel-kabar",
        "pesan-singkat" => "pdp-keg-pesan-singkat",
        "pesanan" => "pdp-keg-pesanan",
        "pengaduan" => "pdp-keg-pengaduan",
        "konsultasi" => "pdp-keg-konsultasi",
        "survei" => "pdp-keg-survei",
        "hak-subjek" => "pdp-keg-hak-subjek",
        "catatan-baca" => "pdp-keg-catatan-baca",
        _ => "pdp-keg-akun",
    }
}

/// What it is for.
#[must_use]
pub fn tujuan(kunci: &str) -> &'static str {
    match kunci {
        "masuk" => "pdp-tujuan-masuk",
        "pengiriman" => "pdp-tujuan-pengiriman",
        "dokumen-resmi" => "pdp-tujuan-dokumen-resmi",
        "penilaian" => "pdp-tujuan-penilaian",
        "bukti" => "pdp-tujuan-bukti",
        "petugas-mal" => "pdp-tujuan-petugas-mal",
        "audit" => "pdp-tujuan-audit",
        "permohonan" => "pdp-tujuan-permohonan",
        "produk-permohonan" => "pdp-tujuan-produk-permohonan",
        "surel-kabar" => "pdp-tujuan-surel-kabar",
        "pesan-singkat" => "pdp-tujuan-pesan-singkat",
        "pesanan" => "pdp-tujuan-pesanan",
        "pengaduan" => "pdp-tujuan-pengaduan",
        "konsultasi" => "pdp-tujuan-konsultasi",
        "survei" => "pdp-tujuan-survei",
        "hak-subjek" => "pdp-tujuan-hak-subjek",
        "catatan-baca" => "pdp-tujuan-catatan-baca",
        _ => "pdp-tujuan-akun",
    }
}

/// Who sees it.
#[must_use]
pub fn pembaca(kunci: &str) -> &'static str {
    match kunci {
        "masuk" => "pdp-pembaca-masuk",
        "pengiriman" => "pdp-pembaca-pengiriman",
        "dokumen-resmi" => "pdp-pembaca-dokumen-resmi",
        "penilaian" => "pdp-pembaca-penilaian",
        "bukti" => "pdp-pembaca-bukti",
        "petugas-mal" => "pdp-pembaca-petugas-mal",
        "audit" => "pdp-pembaca-audit",
        "permohonan" => "pdp-pembaca-permohonan",
        "produk-permohonan" => "pdp-pembaca-produk-permohonan",
        "surel-kabar" => "pdp-pembaca-surel-kabar",
        "pesan-singkat" => "pdp-pembaca-pesan-singkat",
        "pesanan" => "pdp-pembaca-pesanan",
        "pengaduan" => "pdp-pembaca-pengaduan",
        "konsultasi" => "pdp-pembaca-konsultasi",
        "survei" => "pdp-pembaca-survei",
        "hak-subjek" => "pdp-pembaca-hak-subjek",
        "catatan-baca" => "pdp-pembaca-catatan-baca",
        _ => "pdp-pembaca-akun",
    }
}

/// Whose data.
#[must_use]
pub fn subjek(s: Subjek) -> &'static str {
    match s {
        Subjek::Akun => "pdp-subjek-akun",
        Subjek::Pejabat => "pdp-subjek-pejabat",
        Subjek::Pemohon => "pdp-subjek-pemohon",
        Subjek::Pelapor => "pdp-subjek-pelapor",
        Subjek::Pemesan => "pdp-subjek-pemesan",
        Subjek::Penanya => "pdp-subjek-penanya",
        Subjek::Responden => "pdp-subjek-responden",
        Subjek::Disebut => "pdp-subjek-disebut",
    }
}

/// Legal basis.
#[must_use]
pub fn dasar(d: Dasar) -> &'static str {
    match d {
        Dasar::Kewajiban => "pdp-dasar-kewajiban",
        Dasar::TugasPublik => "pdp-dasar-tugas",
        Dasar::Persetujuan => "pdp-dasar-persetujuan",
    }
}

/// How long, where no number of days says it.
#[must_use]
pub fn simpan(s: Simpan) -> &'static str {
    match s {
        Simpan::HariPesanan => "pdp-simpan-hari-pesanan",
        Simpan::SetelahPerkara => "pdp-simpan-perkara",
        Simpan::SelamaAkun => "pdp-simpan-akun",
        Simpan::Sesi => "pdp-simpan-sesi",
        Simpan::Antrean => "pdp-simpan-antrean",
        Simpan::Arsip | Simpan::Masa(_) => "pdp-simpan-arsip",
    }
}

/// Kind of record whose time is set.
#[must_use]
pub fn jenis_retensi(j: retensi::Jenis) -> &'static str {
    match j {
        retensi::Jenis::Permohonan => "pdp-retensi-permohonan",
        retensi::Jenis::Pengaduan => "pdp-retensi-pengaduan",
        retensi::Jenis::Konsultasi => "pdp-retensi-konsultasi",
        retensi::Jenis::CatatanBaca => "pdp-retensi-catatan-baca",
    }
}

/// What a person's data hang on.
#[must_use]
pub fn jenis(j: Jenis) -> &'static str {
    match j {
        Jenis::Akun => "pdp-jenis-akun",
        Jenis::Permohonan => "pdp-jenis-permohonan",
        Jenis::Pengaduan => "pdp-jenis-pengaduan",
        Jenis::Konsultasi => "pdp-jenis-konsultasi",
        Jenis::Pesanan => "pdp-jenis-pesanan",
    }
}

/// The same for the stored word.
#[must_use]
pub fn jenis_teks(kunci: &str) -> &'static str {
    Jenis::dari_kunci(kunci).map_or("pdp-jenis-akun", jenis)
}

/// Kind of a record that was opened.
#[must_use]
pub fn jenis_baca(kunci: &str) -> &'static str {
    jenis_teks(kunci)
}

/// What is asked for.
#[must_use]
pub fn macam(kunci: &str) -> &'static str {
    match kunci {
        "perbaikan" => "pdp-macam-perbaikan",
        "batasi" => "pdp-macam-batasi",
        _ => "pdp-macam-hapus",
    }
}

/// The same as an officer says it of somebody else.
#[must_use]
pub fn macam_orang(m: Macam) -> &'static str {
    match m {
        Macam::Hapus => "pdp-orang-hapus",
        Macam::Perbaikan => "pdp-orang-perbaikan",
        Macam::Batasi => "pdp-orang-batasi",
    }
}

/// What it means.
#[must_use]
pub fn macam_bantu(m: Macam) -> &'static str {
    match m {
        Macam::Hapus => "pdp-macam-hapus-bantu",
        Macam::Perbaikan => "pdp-macam-perbaikan-bantu",
        Macam::Batasi => "pdp-macam-batasi-bantu",
    }
}

/// Title of a table in a copy.
#[must_use]
pub fn bagian(nama: &str) -> Option<&'static str> {
    Some(match nama {
        "permohonan" => "pdp-bagian-permohonan",
        "permohonan_isi_lama" => "pdp-bagian-permohonan-isi-lama",
        "permohonan_kontak" => "pdp-bagian-permohonan-kontak",
        "permohonan_peristiwa" => "pdp-bagian-permohonan-peristiwa",
        "permohonan_berkas" => "pdp-bagian-permohonan-berkas",
        "permohonan_dokumen" => "pdp-bagian-permohonan-dokumen",
        "permohonan_ambil" => "pdp-bagian-permohonan-ambil",
        "tagihan" => "pdp-bagian-tagihan",
        "pembayaran" => "pdp-bagian-pembayaran",
        "pembayaran_batal" => "pdp-bagian-pembayaran-batal",
        "pengaduan" => "pdp-bagian-pengaduan",
        "pengaduan_pelapor" => "pdp-bagian-pengaduan-pelapor",
        "pengaduan_langkah" => "pdp-bagian-pengaduan-langkah",
        "pengaduan_lampiran" => "pdp-bagian-pengaduan-lampiran",
        "konsultasi" => "pdp-bagian-konsultasi",
        "konsultasi_langkah" => "pdp-bagian-konsultasi-langkah",
        "pesanan" => "pdp-bagian-pesanan",
        "pesanan_kontak" => "pdp-bagian-pesanan-kontak",
        "pesanan_pindah" => "pdp-bagian-pesanan-pindah",
        "pesanan_batal" => "pdp-bagian-pesanan-batal",
        "pesanan_hadir" => "pdp-bagian-pesanan-hadir",
        "akun" => "pdp-bagian-akun",
        "akun_nonaktif" => "pdp-bagian-akun-nonaktif",
        "peran" => "pdp-bagian-peran",
        "sesi" => "pdp-bagian-sesi",
        "tanda_tangan" => "pdp-bagian-tanda-tangan",
        "tte" => "pdp-bagian-tte",
        "kegiatan_hadir" => "pdp-bagian-kegiatan-hadir",
        "benturan" => "pdp-bagian-benturan",
        "pelaksana_kompetensi" => "pdp-bagian-pelaksana-kompetensi",
        "pemberitahuan" => "pdp-bagian-pemberitahuan",
        "catatan_baca" => "pdp-bagian-catatan-baca",
        "audit" => "pdp-bagian-audit",
        "pdp_permintaan" => "pdp-bagian-pdp-permintaan",
        "pdp_putusan" => "pdp-bagian-pdp-putusan",
        "pdp_hapus" => "pdp-bagian-pdp-hapus",
        _ => return None,
    })
}

/// Name of a value in a copy.
#[must_use]
pub fn kolom(nama: &str) -> Option<&'static str> {
    Some(match nama {
        "kode" => "pdp-kol-kode",
        "nama" => "pdp-kol-nama",
        "kontak" => "pdp-kol-kontak",
        "isi" => "pdp-kol-isi",
        "diterima" => "pdp-kol-diterima",
        "keadaan" => "pdp-kol-keadaan",
        "tenggat" => "pdp-kol-tenggat",
        "tuntas" => "pdp-kol-tuntas",
        "pada" => "pdp-kol-pada",
        "versi" => "pdp-kol-versi",
        "surel" => "pdp-kol-surel",
        "bahasa" => "pdp-kol-bahasa",
        "tanggal" => "pdp-kol-tanggal",
        "langkah" => "pdp-kol-langkah",
        "alasan" => "pdp-kol-alasan",
        "medan" => "pdp-kol-medan",
        "nomor" => "pdp-kol-nomor",
        "teks" => "pdp-kol-teks",
        "cara" => "pdp-kol-cara",
        "penerima" => "pdp-kol-penerima",
        "nominal" => "pdp-kol-nominal",
        "kuitansi" => "pdp-kol-kuitansi",
        "transaksi" => "pdp-kol-transaksi",
        "jenis" => "pdp-kol-jenis",
        "judul" => "pdp-kol-judul",
        "kejadian" => "pdp-kol-kejadian",
        "tempat" => "pdp-kol-tempat",
        "kanal" => "pdp-kol-kanal",
        "pihak" => "pdp-kol-pihak",
        "telepon" => "pdp-kol-telepon",
        "topik" => "pdp-kol-topik",
        "waktu" => "pdp-kol-waktu",
        "mulai" => "pdp-kol-mulai",
        "selesai" => "pdp-kol-selesai",
        "dibuat" => "pdp-kol-dibuat",
        "dari_tanggal" => "pdp-kol-dari-tanggal",
        "dari_mulai" => "pdp-kol-dari-mulai",
        "jabatan" => "pdp-kol-jabatan",
        "peran" => "pdp-kol-peran",
        "wilayah" => "pdp-kol-wilayah",
        "sampai" => "pdp-kol-sampai",
        "alamat" => "pdp-kol-alamat",
        "agen" => "pdp-kol-agen",
        "terakhir" => "pdp-kol-terakhir",
        "unit" => "pdp-kol-unit",
        "jawaban" => "pdp-kol-jawaban",
        "penyelenggara" => "pdp-kol-penyelenggara",
        "tautan" => "pdp-kol-tautan",
        "aksi" => "pdp-kol-aksi",
        "objek" => "pdp-kol-objek",
        "putusan" => "pdp-kol-putusan",
        "dasar" => "pdp-kol-dasar",
        "sebab" => "pdp-kol-sebab",
        _ => return None,
    })
}
