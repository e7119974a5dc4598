//! Reports of citizens in all their states, some of last year's for the evidence of F01, texts for answers, two consultations. All of
//! it ILUSTRASI. Each step is made on its own day, so that limits run, are kept and are missed as they would be.

use ::layanan::{
    konsultasi::{Cara, Langkah as LangkahKonsultasi, Pihak},
    pengaduan::{Kelas, Samaran},
};
use jiff::{ToSpan, civil::Date};
use std::collections::HashMap;
use store::{
    Hasil, Jam, Store, StoreError,
    hak::{self, AksesAduan, Pelaku},
    id::{InstansiId, PengaduanId, UnitId},
    konsultasi,
    pengaduan::{self, Baru, Isi, Kanal, Penolakan, Tindakan, Tujuan, UmumBaru},
};
use uuid::Uuid;

use super::orang::sebagai;

const PENGHUBUNG: &str = "penghubung@contoh.id";
const OPERATOR: [&str; 3] = ["operator.rsud@contoh.id", "operator.dinsos@contoh.id", "operator.kecamatan@contoh.id"];

/// One report: unit that it names, kind, title, story, switches (anonymous, secret, wrongdoing), name.
type Satu = (usize, &'static str, &'static str, &'static str, [bool; 3], &'static str);

const LAPORAN: [Satu; 13] = [
    (
        0,
        "pengaduan",
        "Antrean poli anak lebih dari empat jam",
        "Kami datang pukul 07.00 dan baru dipanggil pukul 11.30. Tidak ada keterangan di papan.",
        [false; 3],
        "Sari (contoh)",
    ),
    (
        1,
        "pengaduan",
        "Bantuan sembako belum diterima",
        "Tetangga sudah menerima, kami belum. Nama kami ada di daftar.",
        [false; 3],
        "Rudi (contoh)",
    ),
    (
        2,
        "pengaduan",
        "Surat pindah tidak selesai-selesai",
        "Sudah tiga minggu. Setiap kali datang diminta kembali minggu depan.",
        [false; 3],
        "Dewi (contoh)",
    ),
    (
        2,
        "pengaduan",
        "Loket tutup sebelum jam layanan berakhir",
        "Tertulis sampai 15.00, tetapi pukul 14.00 sudah tutup.",
        [false, true, false],
        "Bima (contoh)",
    ),
    (0, "pengaduan", "Obat di apotek tidak lengkap", "Dari lima obat hanya tiga yang ada.", [false; 3], ""),
    (
        0,
        "pengaduan",
        "Petugas pendaftaran membentak",
        "Ibu saya lansia dan tidak paham mesin antrean, lalu dibentak.",
        [true, false, false],
        "Nama disembunyikan (contoh)",
    ),
    (1, "pengaduan", "Data keluarga salah", "Nama anak kami tertulis dua kali.", [false; 3], "Tono (contoh)"),
    (1, "pengaduan", "Jalan ke kantor kecamatan rusak", "Mohon diperbaiki, sering ada yang jatuh.", [false; 3], ""),
    (0, "pengaduan", "Kursi roda tidak tersedia", "Kami menunggu satu jam untuk kursi roda.", [true, false, false], ""),
    (
        2,
        "pengaduan",
        "Diminta uang untuk tanda tangan",
        "Petugas meminta Rp50.000 dan tidak memberi tanda terima.",
        [true, false, true],
        "",
    ),
    (
        0,
        "pengaduan",
        "Tidak ada kursi roda di pintu depan",
        "Sama seperti yang lain, kursi roda selalu habis.",
        [false; 3],
        "Wati (contoh)",
    ),
    (
        1,
        "permintaan-informasi",
        "Syarat mendaftar bantuan pendidikan",
        "Apa saja yang harus dibawa dan kapan dibuka?",
        [false; 3],
        "Nina (contoh)",
    ),
    (0, "aspirasi", "Mohon ada antrean daring", "Supaya kami tidak perlu datang subuh.", [false; 3], ""),
];

enum Aksi {
    Kirim,
    /// Accepted as this class, for this unit.
    Terima(Kelas, usize),
    Lengkapi(&'static str),
    Teruskan(usize, &'static str),
    Proses,
    Jawab(&'static str),
    Pelapor(Tindakan, &'static str),
    /// Joined to another one of the list.
    Gabung(usize),
    Pembaca(&'static str),
    Lapor(&'static str),
    Umum(&'static str, &'static str, &'static str),
}

use Aksi as A;
use Kelas::{Aspirasi, BerkadarPengawasan, TidakBerkadar};

/// Days ago, which report, what; the days only go down.
const KISAH: &[(i64, usize, Aksi)] = &[
    (70, 0, A::Kirim),
    (69, 0, A::Terima(TidakBerkadar, 0)),
    (
        62,
        0,
        A::Jawab(
            "Mohon maaf. Sejak pekan ini ada dokter kedua di poli anak pada hari Senin dan Kamis, dan papan menampilkan perkiraan waktu.",
        ),
    ),
    (61, 0, A::Pelapor(Tindakan::Selesai, "Terima kasih, sudah lebih cepat.")),
    (
        60,
        0,
        A::Umum(
            "Antrean poli anak",
            "Warga menunggu lebih dari empat jam di poli anak.",
            "Dokter kedua bertugas Senin dan Kamis; papan menampilkan perkiraan waktu.",
        ),
    ),
    (60, 1, A::Kirim),
    (59, 1, A::Terima(TidakBerkadar, 1)),
    (48, 1, A::Jawab("Nama Anda sudah kami periksa dan bantuan diserahkan lewat kelurahan pada hari Jumat.")),
    (47, 2, A::Kirim),
    (46, 2, A::Terima(TidakBerkadar, 2)),
    (40, 2, A::Jawab("Surat pindah sudah ditandatangani dan dapat diambil.")),
    (38, 3, A::Kirim),
    (37, 3, A::Terima(TidakBerkadar, 2)),
    (13, 4, A::Kirim),
    (13, 5, A::Kirim),
    (12, 2, A::Pelapor(Tindakan::BukaKembali, "Di surat itu tertulis alamat yang salah.")),
    (12, 4, A::Terima(TidakBerkadar, 0)),
    (12, 5, A::Terima(TidakBerkadar, 0)),
    (10, 5, A::Jawab("Petugas sudah ditegur dan diberi pelatihan.")),
    (9, 6, A::Kirim),
    (9, 5, A::Pelapor(Tindakan::Tanggapi, "Ibu saya belum dimintai maaf.")),
    (8, 6, A::Lengkapi("Sebutkan nomor kartu keluarga empat angka terakhir saja, dan nama kelurahan.")),
    (8, 7, A::Kirim),
    (8, 8, A::Kirim),
    (7, 7, A::Terima(TidakBerkadar, 1)),
    (7, 8, A::Terima(TidakBerkadar, 0)),
    (6, 7, A::Teruskan(2, "Bukan tugas kami; ini jalan di depan kantor kecamatan.")),
    (6, 9, A::Kirim),
    (6, 9, A::Terima(BerkadarPengawasan, 2)),
    (6, 9, A::Pembaca("auditor@contoh.id")),
    (5, 7, A::Proses),
    (5, 10, A::Kirim),
    (5, 10, A::Gabung(8)),
    (4, 4, A::Jawab("Dua obat itu sedang dipesan dan tersedia lagi hari Rabu. Apotek menelepon Anda bila sudah ada.")),
    (4, 12, A::Kirim),
    (3, 12, A::Terima(Aspirasi, 0)),
    (3, 8, A::Lapor("9912345")),
    (2, 11, A::Kirim),
];

/// Last year's: unit, settled.
const LALU: [(usize, &str, bool); 6] = [
    (0, "Ruang tunggu panas", true),
    (0, "Hasil laboratorium terlambat", true),
    (0, "Parkir penuh", false),
    (1, "Bantuan alat bantu dengar", true),
    (2, "Surat keterangan usaha", true),
    (2, "Petugas tidak di tempat", true),
];

struct Panggung<'a> {
    store: &'a Store,
    kab: InstansiId,
    unit: &'a [UnitId; 3],
    milik: Vec<Option<(PengaduanId, String)>>,
    orang: HashMap<&'static str, Pelaku>,
}

fn baru<'a>(s: &'a Satu, tujuan: Tujuan, kiriman: &'a str) -> Baru<'a> {
    let (_, jenis, judul, isi, [anonim, rahasia, pelanggaran], nama) = *s;
    let samaran = Samaran { anonim, rahasia };
    Baru { jenis, samaran, pelanggaran, nama, ilustrasi: true, ..Baru::polos(kiriman, tujuan, judul, isi) }
}

impl Panggung<'_> {
    async fn akses(&self, surel: &'static str, n: usize) -> Hasil<AksesAduan> {
        let id = self.milik[n].as_ref().map_or_else(PengaduanId::baru, |m| m.0);
        hak::aduan(self.store, self.orang.get(surel).ok_or(StoreError::TidakDitemukan)?, id).await
    }

    /// Who answers it: the operator of the unit that has it, else the liaison officer.
    async fn penjawab(&self, n: usize) -> Hasil<hak::PenjawabAduan> {
        let akses = self.akses(PENGHUBUNG, n).await?;
        let unit = akses.aduan.penangan_id.and_then(|u| self.unit.iter().position(|x| *x == u));
        match unit.filter(|_| akses.aduan.pelanggaran == 0) {
            Some(u) => Ok(self.akses(OPERATOR[u], n).await?.penjawab()),
            None => Ok(akses.penjawab()),
        }
    }

    async fn satu(&mut self, n: usize, a: &Aksi) -> Hasil<()> {
        let (s, op) = (self.store, Uuid::now_v7());
        let teks = |t| Isi { teks: t, ..Isi::default() };
        match a {
            Aksi::Kirim => {
                let x = &LAPORAN[n];
                let tujuan = Tujuan { instansi: self.kab, unit: Some(self.unit[x.0]), layanan: None };
                let kode = pengaduan::kirim(s, &baru(x, tujuan, &op.to_string())).await?;
                self.milik[n] = Some((pengaduan::dari_kode(s.baca(), &kode).await?.id, kode));
                Ok(())
            }
            Aksi::Terima(kelas, u) => {
                let h = self.akses(PENGHUBUNG, n).await?.penghubung()?;
                // Of wrongdoing the accused unit learns nothing: named people examine it.
                let ke = (h.aduan.pelanggaran == 0).then(|| self.unit[*u]);
                pengaduan::verifikasi(s, &h, op, *kelas, ke, Isi::default()).await
            }
            Aksi::Lengkapi(t) => pengaduan::minta_lengkapi(s, &self.akses(PENGHUBUNG, n).await?.penghubung()?, op, teks(t)).await,
            Aksi::Teruskan(u, c) => {
                pengaduan::teruskan(s, &self.penjawab(n).await?, op, self.unit[*u], Isi { catatan: c, ..Isi::default() }).await
            }
            Aksi::Proses => pengaduan::proses(s, &self.penjawab(n).await?, op, Isi::default()).await,
            Aksi::Jawab(t) => pengaduan::jawab(s, &self.penjawab(n).await?, op, teks(t)).await,
            Aksi::Pelapor(t, kata) => {
                let kode = self.milik[n].as_ref().map_or("", |m| m.1.as_str());
                pengaduan::lakukan(s, kode, op, *t, kata, &[]).await
            }
            Aksi::Gabung(m) => {
                let nomor = self.akses(PENGHUBUNG, *m).await?.aduan.nomor;
                let h = self.akses(PENGHUBUNG, n).await?.penghubung()?;
                pengaduan::tolak(s, &h, op, Penolakan::Duplikat(&nomor), teks("Hal yang sama sudah dilaporkan; laporan Anda mengikutinya."))
                    .await
            }
            Aksi::Pembaca(surel) => pengaduan::tambah_pembaca(s, &self.akses(PENGHUBUNG, n).await?.penghubung()?, surel).await,
            Aksi::Lapor(nomor) => pengaduan::lapor(s, &self.akses(PENGHUBUNG, n).await?.penghubung()?, nomor, true).await,
            Aksi::Umum(judul, ringkas, jawaban) => {
                let h = self.akses(PENGHUBUNG, n).await?.penghubung()?;
                pengaduan::muat_umum(s, &h, UmumBaru { id: op, judul, ringkas, jawaban }).await
            }
        }
    }
}

/// Moves the clock to nine in the morning (WITA) of a day, unless it is later already.
fn maju(store: &Store, hari: Date) {
    if let Ok(t) = hari.at(9, 0, 0, 0).to_zoned(store::zona_waktu("WITA")) {
        store.jam().maju(((t.timestamp().as_microsecond() - store.sekarang().0) / 1_000_000).max(0));
    }
}

/// Reports of 2023, typed from paper at the end of that year.
pub async fn lalu(store: &Store, kab: InstansiId, unit: &[UnitId; 3]) -> Hasil<()> {
    let orang = sebagai(store, PENGHUBUNG).await?;
    let h = hak::penghubung(store, &orang, kab).await?;
    for (n, (u, judul, selesai)) in LALU.into_iter().enumerate() {
        let s: Satu = (u, "pengaduan", judul, "Dicatat dari buku register loket. (ILUSTRASI)", [false; 3], "");
        let tujuan = Tujuan { instansi: kab, unit: Some(unit[u]), layanan: None };
        let tanggal = store.sekarang().hari("WITA").saturating_sub(i64::try_from(9 - n).unwrap_or(1).days());
        let lewat_lapor = n % 2 == 0;
        let (kanal, nomor) = if lewat_lapor { (Kanal::Lapor, format!("77{n}0{n}")) } else { (Kanal::Loket, String::new()) };
        let (id, kode) = pengaduan::catat(store, &h, &baru(&s, tujuan, &Uuid::now_v7().to_string()), kanal, tanggal, &nomor).await?;
        let p = hak::aduan(store, &orang, id).await?.penghubung()?;
        pengaduan::verifikasi(store, &p, Uuid::now_v7(), TidakBerkadar, Some(unit[u]), Isi::default()).await?;
        if selesai {
            let jawab = hak::aduan(store, &sebagai(store, OPERATOR[u]).await?, id).await?.penjawab();
            let isi = Isi { teks: "Sudah ditangani. (ILUSTRASI)", ..Isi::default() };
            pengaduan::jawab(store, &jawab, Uuid::now_v7(), isi).await?;
            pengaduan::lakukan(store, &kode, Uuid::now_v7(), Tindakan::Selesai, "", &[]).await?;
        }
    }
    Ok(())
}

/// Seventy days up to now.
pub async fn isi(store: &Store, kab: InstansiId, unit: &[UnitId; 3]) -> Hasil<()> {
    let kini = Jam::default().sekarang().hari("WITA");
    let mut orang = HashMap::new();
    for surel in OPERATOR.into_iter().chain([PENGHUBUNG]) {
        orang.insert(surel, sebagai(store, surel).await?);
    }
    let mut p = Panggung { store, kab, unit, milik: vec![None; LAPORAN.len()], orang };
    let mut kemarin = 0;
    for (lalu, n, aksi) in KISAH {
        if *lalu != kemarin {
            maju(store, kini.saturating_sub(lalu.days()));
            pengaduan::jalankan(store).await?;
            kemarin = *lalu;
        }
        Box::pin(p.satu(*n, aksi)).await?;
    }
    let h = hak::penghubung(store, &sebagai(store, PENGHUBUNG).await?, kab).await?;
    for (judul, isi) in [
        (
            "Terima kasih dan sedang diperiksa",
            "Terima kasih atas laporan Anda. Kami sedang memeriksanya dan memberi kabar paling lambat [tanggal].",
        ),
        (
            "Sudah diperbaiki",
            "Terima kasih atas laporan Anda. Pada [tanggal] kami sudah [tindakan]. Bila masih terjadi, tanggapi di halaman ini.",
        ),
    ] {
        pengaduan::tambah_templat(store, &h, Uuid::now_v7(), judul, isi).await?;
    }
    tanya(store, unit, kini).await
}

/// A question that waits, and a talk that is agreed.
async fn tanya(store: &Store, unit: &[UnitId; 3], kini: Date) -> Hasil<()> {
    let kiriman = [Uuid::now_v7().to_string(), Uuid::now_v7().to_string()];
    let b = |n: usize, cara, topik, isi, waktu| konsultasi::Baru {
        kiriman: &kiriman[n],
        unit: unit[n],
        layanan: None,
        cara,
        topik,
        isi,
        nama: "Ayu (contoh)",
        surel: "",
        telepon: "",
        bahasa: "id",
        waktu,
        ilustrasi: true,
    };
    konsultasi::ajukan(store, &b(0, Cara::Pesan, "Rujukan ke luar kota", "Apakah rujukan dapat diurus keluarga?", None)).await?;
    let waktu = kini.saturating_add(3.days()).at(9, 30, 0, 0);
    let kode = konsultasi::ajukan(
        store,
        &b(1, Cara::Temu, "Pendampingan keluarga", "Kami ingin berbicara dengan pendamping sosial.", Some(waktu)),
    )
    .await?;
    let id = konsultasi::dari_kode(store.baca(), &kode).await?.id;
    let h = hak::konsultasi(store, &sebagai(store, OPERATOR[1]).await?, id).await?;
    let w = konsultasi::Tulis {
        op: Uuid::now_v7(),
        langkah: LangkahKonsultasi::Sepakati(Pihak::Petugas),
        teks: "Silakan langsung ke lantai 2.",
    };
    konsultasi::jawab(store, &h, w).await
}
