//! The register of personal data (UU 27/2022): every text column that holds some, by what it is processed for. One table; the page, the
//! document and a test that walks the schema read it. Columns that hold none are listed in `bukan.txt`, so that a new one is in
//! neither list until somebody thought about it. Words for people are the pages' matter.

use super::retensi::Jenis;

/// Whose data they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subjek {
    /// Officials and others with an account.
    Akun,
    /// Officials named in documents, with an account or without.
    Pejabat,
    Pemohon,
    Pelapor,
    Pemesan,
    Penanya,
    Responden,
    /// Whoever a document or a report names.
    Disebut,
}

/// Legal basis, article 20 (2) of UU 27/2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dasar {
    /// Duty by law.
    Kewajiban,
    /// Task in the public interest, public service, authority by law.
    TugasPublik,
    /// Consent; only for what is optional.
    Persetujuan,
}

/// How long they are kept, and what ends them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Simpan {
    /// Days after the end, set by the office; erased by the purge.
    Masa(Jenis),
    /// Erased once the day of the booking is over, or it is cancelled.
    HariPesanan,
    /// Erased some days after the case ended, set by each mall.
    SetelahPerkara,
    /// As long as the account is, and until its holder asks for erasure and the office grants it.
    SelamaAkun,
    /// 12 silent hours, 7 days at most; traces of attempts 15 minutes.
    Sesi,
    /// Until the mail left or was given up; imports one day.
    Antrean,
    /// Evidence of evaluation, decrees, minutes, audit: records that law asks to keep; not erased by the program.
    Arsip,
}

/// What a group of columns is processed for.
#[derive(Debug, Clone, Copy)]
pub struct Kegiatan {
    /// Its word, under which the catalogues have purpose and readers.
    pub kunci: &'static str,
    pub subjek: Subjek,
    pub dasar: Dasar,
    pub simpan: Simpan,
    /// May hold data of a specific nature (article 4 (2)): health, children, finance. Uncertain, since people write freely.
    pub spesifik: bool,
    /// Tables with their columns.
    pub kolom: &'static [(&'static str, &'static [&'static str])],
}

const fn arsip(kunci: &'static str, subjek: Subjek, kolom: &'static [(&'static str, &'static [&'static str])]) -> Kegiatan {
    Kegiatan { kunci, subjek, dasar: Dasar::Kewajiban, simpan: Simpan::Arsip, spesifik: false, kolom }
}

/// The register.
pub const SEMUA: &[Kegiatan] = &[
    Kegiatan {
        kunci: "akun",
        subjek: Subjek::Akun,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::SelamaAkun,
        spesifik: false,
        kolom: &[
            ("akun", &["nama", "surel", "jabatan", "sandi", "bahasa"]),
            ("akun_nonaktif", &["alasan"]),
            ("totp", &["rahasia"]),
            ("totp_calon", &["rahasia"]),
            ("kode_pulih", &["sidik"]),
            ("kunci_sandi", &["kredensial", "kunci", "nama"]),
            ("sso_akun", &["penerbit", "subjek"]),
            ("peran_pengganti", &["jabatan", "dasar"]),
            ("pemberitahuan", &["isi", "tautan"]),
        ],
    },
    Kegiatan {
        kunci: "masuk",
        subjek: Subjek::Akun,
        dasar: Dasar::Kewajiban,
        simpan: Simpan::Sesi,
        spesifik: false,
        kolom: &[("sesi", &["sidik", "alamat", "agen", "cara", "sso_sid"]), ("percobaan_masuk", &["kunci"]), ("tautan_sekali", &["sidik"])],
    },
    Kegiatan {
        kunci: "pengiriman",
        subjek: Subjek::Akun,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::Antrean,
        spesifik: false,
        kolom: &[("pekerjaan", &["isi", "galat"]), ("impor", &["isi", "nama_berkas"]), ("impor_terap", &["akun"]), ("api_ulang", &["isi"])],
    },
    arsip(
        "dokumen-resmi",
        Subjek::Pejabat,
        &[
            ("tanda_tangan", &["nama", "jabatan", "alamat", "agen"]),
            ("tte", &["nama", "jabatan"]),
            ("berita_acara", &["isi"]),
            ("maklumat", &["penanda_tangan", "jabatan"]),
            ("penghargaan_sk", &["nama", "jabatan", "pangkat"]),
            ("sk_rancangan", &["nama", "nip", "pejabat", "perangkat"]),
            ("laporan_nasional", &["isi"]),
            ("laporan_nasional_konsep", &["penanda_tangan", "jabatan"]),
            ("laporan_nasional_terima", &["nama", "jabatan"]),
            ("pembinaan_putusan", &["pejabat"]),
            ("serah_mandiri_surat", &["pejabat"]),
            ("penyampaian_terima", &["penerima"]),
        ],
    ),
    arsip(
        "penilaian",
        Subjek::Pejabat,
        &[
            ("benturan", &["jawaban", "alasan", "teks"]),
            ("penugasan_akhir", &["alasan"]),
            ("kegiatan_hadir", &["nama", "jabatan", "unit"]),
            ("kegiatan_hadir_hapus", &["alasan"]),
            ("jadwal", &["petugas"]),
            ("skm_rtl", &["penanggung_jawab"]),
            ("tl_rencana", &["penanggung_jawab"]),
            ("mpp_masukan", &["dari", "isi"]),
        ],
    ),
    arsip(
        "bukti",
        Subjek::Disebut,
        &[
            ("bukti", &["nama", "keterangan", "tautan"]),
            ("unggahan", &["nama", "keterangan"]),
            ("f01", &["isi"]),
            ("f01_ubah", &["isi"]),
            ("f01_pengiriman", &["isi"]),
            ("catatan_lapangan", &["keterangan"]),
            ("titipan_lapangan", &["isi"]),
            ("sanggahan", &["alasan"]),
            ("sanggahan_bukti", &["nama"]),
            ("bundel_kertas", &["nama_berkas", "keterangan"]),
        ],
    ),
    Kegiatan {
        kunci: "petugas-mal",
        subjek: Subjek::Pejabat,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::Arsip,
        spesifik: false,
        kolom: &[
            ("pelaksana_kompetensi", &["nama", "penyelenggara", "berkas"]),
            ("pelaksana_kompetensi_hapus", &["alasan"]),
            ("pelaksana_akhir", &["alasan"]),
        ],
    },
    arsip("audit", Subjek::Akun, &[("audit", &["rincian", "objek_id"])]),
    Kegiatan {
        kunci: "permohonan",
        subjek: Subjek::Pemohon,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::Masa(Jenis::Permohonan),
        spesifik: true,
        kolom: &[
            ("permohonan", &["kode", "nama", "kontak", "isi"]),
            ("permohonan_isi_lama", &["isi"]),
            ("permohonan_peristiwa", &["alasan"]),
            ("permohonan_berkas", &["nama", "objek", "kunci"]),
            ("permohonan_catatan", &["isi"]),
            ("permohonan_telat", &["alasan"]),
            ("permohonan_ambil", &["penerima"]),
            ("permohonan_dokumen", &["teks"]),
        ],
    },
    arsip(
        "produk-permohonan",
        Subjek::Pemohon,
        &[
            ("permohonan_dokumen", &["kode", "nomor", "objek", "kunci", "cetak"]),
            ("tagihan", &["kode"]),
            ("tagihan_batal", &["alasan"]),
            ("pembayaran", &["kuitansi", "transaksi"]),
            ("pembayaran_batal", &["alasan", "kuitansi"]),
            ("qris_panggilan", &["panggilan", "tagihan"]),
        ],
    ),
    Kegiatan {
        kunci: "surel-kabar",
        subjek: Subjek::Pemohon,
        dasar: Dasar::Persetujuan,
        simpan: Simpan::SetelahPerkara,
        spesifik: false,
        kolom: &[("permohonan_kontak", &["surel", "bahasa"])],
    },
    Kegiatan {
        kunci: "pesan-singkat",
        subjek: Subjek::Pemohon,
        dasar: Dasar::Persetujuan,
        simpan: Simpan::SetelahPerkara,
        spesifik: false,
        kolom: &[("gerbang_kontak", &["nomor", "telepon", "bahasa"])],
    },
    Kegiatan {
        kunci: "pesanan",
        subjek: Subjek::Pemesan,
        dasar: Dasar::Persetujuan,
        simpan: Simpan::HariPesanan,
        spesifik: false,
        kolom: &[("pesanan_kontak", &["surel", "telepon", "bahasa"])],
    },
    Kegiatan {
        kunci: "pengaduan",
        subjek: Subjek::Pelapor,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::Masa(Jenis::Pengaduan),
        spesifik: true,
        kolom: &[
            ("pengaduan_pelapor", &["nama", "surel", "telepon", "bahasa"]),
            ("pengaduan", &["kode", "judul", "isi", "tempat"]),
            ("pengaduan_langkah", &["teks", "catatan"]),
            ("pengaduan_lampiran", &["nama", "objek", "kunci"]),
        ],
    },
    Kegiatan {
        kunci: "konsultasi",
        subjek: Subjek::Penanya,
        dasar: Dasar::TugasPublik,
        simpan: Simpan::Masa(Jenis::Konsultasi),
        spesifik: true,
        kolom: &[("konsultasi", &["kode", "topik", "isi", "nama", "surel", "telepon", "bahasa"]), ("konsultasi_langkah", &["teks"])],
    },
    arsip("survei", Subjek::Responden, &[("jawaban", &["saran", "profil", "nilai"])]),
    arsip(
        "hak-subjek",
        Subjek::Disebut,
        &[
            ("pdp_permintaan", &["alasan"]),
            ("pdp_putusan", &["alasan"]),
            ("insiden_naskah", &["data", "kejadian", "dampak", "penanganan", "kontak"]),
            ("insiden_tutup", &["catatan"]),
        ],
    ),
    Kegiatan {
        kunci: "catatan-baca",
        subjek: Subjek::Akun,
        dasar: Dasar::Kewajiban,
        simpan: Simpan::Masa(Jenis::CatatanBaca),
        spesifik: false,
        kolom: &[("catatan_baca", &["jenis"])],
    },
];

/// Columns without personal data: `table: column column`.
const BUKAN: &str = include_str!("bukan.txt");

/// What the test of the schema found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Selisih {
    /// In neither list.
    pub tanpa: Vec<String>,
    /// In both lists, or twice in one.
    pub ganda: Vec<String>,
    /// In a list, but not in the database.
    pub asing: Vec<String>,
}

/// Compares the lists with the tables of this program version.
///
/// # Errors
/// `Rusak` for a migration that cannot be read.
pub fn selisih() -> crate::Hasil<Selisih> {
    let skema = crate::skema::sekarang()?;
    let teks = |k: &&crate::skema::Kolom| matches!(k.jenis, crate::skema::Jenis::Teks | crate::skema::Jenis::Bytea);
    let ada: Vec<String> = skema.iter().flat_map(|t| t.kolom.iter().filter(teks).map(|k| format!("{}.{}", t.nama, k.nama))).collect();
    let mut tercatat: Vec<String> =
        SEMUA.iter().flat_map(|g| g.kolom).flat_map(|(t, semua)| semua.iter().map(move |k| format!("{t}.{k}"))).collect();
    for b in BUKAN.lines().filter(|b| !b.trim().is_empty() && !b.starts_with('#')) {
        let (t, semua) = b.split_once(':').unwrap_or((b, ""));
        tercatat.extend(semua.split_whitespace().map(|k| format!("{}.{k}", t.trim())));
    }
    tercatat.sort_unstable();
    let ganda = tercatat.windows(2).filter(|w| w[0] == w[1]).map(|w| w[0].clone()).collect();
    Ok(Selisih {
        tanpa: ada.iter().filter(|k| tercatat.binary_search(k).is_err()).cloned().collect(),
        ganda,
        asing: tercatat.iter().filter(|k| !ada.contains(k)).cloned().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new text column must be entered in the register, or in `bukan.txt` as one without personal data.
    #[test]
    fn every_text_column_is_in_one_list() {
        let s = selisih().unwrap();
        assert_eq!(s, Selisih::default(), "register of personal data: crates/store/src/pdp/daftar.rs and bukan.txt");
    }

    #[test]
    fn what_is_sealed_is_in_the_register() {
        for (tabel, _, kolom) in crate::identitas::MEDAN {
            for k in *kolom {
                let ada = SEMUA.iter().flat_map(|g| g.kolom).any(|(t, semua)| t == tabel && semua.contains(k));
                assert!(ada, "{tabel}.{k}");
            }
        }
    }
}
