//! SKM rounds of the example, all of them invented: one finished (Dinas Sosial, second half of 2023), one that runs today
//! (Kecamatan), one that is scheduled (RSUD). Answers of the running one come through the same writer as a citizen's.

use jiff::{ToSpan as _, civil::Date};
use skm::{Edisi, semua_bawaan};
use store::{
    Hasil, Store, StoreError, hak,
    id::{BundelId, RondeId, UnitId},
    objek,
    ronde::{Kelompok, Masukan, Profil, simpan_banyak},
    skm::{
        self as ronde_skm, LayananIsi, RondeIsi, RondeSkm, TANDA_LURUS,
        kertas::{BundelBaru, Lembar},
    },
};
use uuid::Uuid;

use super::{berkas, orang::sebagai};

const DINSOS: &str = "operator.dinsos@contoh.id";
const KECAMATAN: &str = "operator.kecamatan@contoh.id";
const RSUD: &str = "operator.rsud@contoh.id";

const SARAN: [&str; 10] = [
    "Antrean pagi terlalu panjang, mohon loket ditambah.",
    "Petugas ramah dan menjelaskan dengan sabar.",
    "Kursi tunggu kurang, terutama hari Senin.",
    "Sudah bagus, pertahankan.",
    "Persyaratan di situs berbeda dengan yang diminta di loket.",
    "Mohon ada petunjuk arah ke ruang pelayanan.",
    "Kotak pengaduan ada, tetapi tidak tahu kapan dijawab.",
    "Prosesnya lebih cepat dari tahun lalu.",
    "Tempat parkir sempit.",
    "Tolong ada layanan untuk penyandang disabilitas.",
];

/// A sequence that looks like chance and is the same on every machine.
struct Acak(u64);

impl Acak {
    fn sampai(&mut self, batas: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % batas.max(1)
    }

    /// The place that a number out of 100 falls into.
    fn pilih(&mut self, bobot: &[u64]) -> u8 {
        let mut n = self.sampai(bobot.iter().sum());
        for (i, b) in (0_u8..).zip(bobot) {
            if n < *b {
                return i;
            }
            n -= b;
        }
        0
    }
}

/// An answer of somebody who is more or less content: `puas` from 0 to 100.
fn nilai(edisi: &Edisi, r: &RondeSkm, acak: &mut Acak, puas: u64) -> Hasil<Vec<u8>> {
    let s = r.susunan(edisi)?;
    let lurus = acak.sampai(100) < 9;
    let sama = 3 + u8::from(acak.sampai(100) < puas);
    let satu = |unsur: &str, acak: &mut Acak| match unsur {
        _ if lurus => sama,
        "biaya" => 1 + acak.pilih(&[1, 3, 12, 84]),
        "pengaduan" | "sarana" => 1 + acak.pilih(&[3, 22, 75 - puas / 2, puas / 2]),
        "waktu" => 1 + acak.pilih(&[2, 14, 84 - puas * 2 / 3, puas * 2 / 3]),
        _ => 1 + acak.pilih(&[1, 5, 94 - puas, puas]),
    };
    Ok(s.pertanyaan().iter().map(|(u, _)| satu(&s.unsur()[*u].kunci, acak)).collect())
}

fn profil(acak: &mut Acak, layanan: u64) -> Profil {
    let lewat = |acak: &mut Acak, n: u8| if acak.sampai(100) < 4 { store::ronde::KOSONG } else { n };
    let kelamin = acak.pilih(&[46, 54]);
    let usia = acak.pilih(&[6, 24, 29, 22, 13, 6]);
    let pendidikan = acak.pilih(&[9, 13, 46, 10, 18, 3, 1]);
    let pekerjaan = acak.pilih(&[9, 2, 2, 24, 19, 10, 21, 13]);
    let layanan = u8::try_from(acak.sampai(layanan)).unwrap_or(0);
    Profil([layanan, kelamin, lewat(acak, usia), lewat(acak, pendidikan), lewat(acak, pekerjaan)])
}

fn saran(acak: &mut Acak) -> Option<String> {
    (acak.sampai(100) < 22)
        .then(|| usize::try_from(acak.sampai(SARAN.len() as u64)).ok().and_then(|i| SARAN.get(i)).map(|s| (*s).to_owned()))?
}

pub(super) struct Ronde {
    pub(super) surel: &'static str,
    pub(super) unit: UnitId,
    pub(super) nama: String,
    pub(super) mulai: Date,
    pub(super) sampai: Date,
    pub(super) populasi: i64,
    pub(super) layanan: &'static [&'static str],
}

pub(super) async fn buka(store: &Store, r: Ronde) -> Hasil<RondeSkm> {
    let hak = hak::unit(store, &sebagai(store, r.surel).await?, r.unit).await?.pengelola_skm()?;
    let edisi = semua_bawaan().next().ok_or(StoreError::Keadaan("skm-edisi-tidak-dikenal"))?;
    let layanan: Vec<LayananIsi> = r.layanan.iter().map(|n| LayananIsi { nomor: None, nama: (*n).to_owned() }).collect();
    let isi = RondeIsi {
        nama: &r.nama,
        edisi: &edisi.id,
        mulai: r.mulai,
        sampai: r.sampai,
        populasi: Some(r.populasi),
        layanan: &layanan,
        ditiadakan: &[],
    };
    let id = ronde_skm::buat(store, &hak, RondeId::baru(), &isi).await?;
    ronde_skm::dari_id(store.baca(), id).await
}

/// Opens the round of Dinas Sosial for the second half of 2023.
pub async fn buka_lalu(store: &Store, unit: UnitId) -> Hasil<RondeId> {
    let r = Ronde {
        surel: DINSOS,
        unit,
        nama: "SKM Semester II 2023".into(),
        mulai: jiff::civil::date(2023, 7, 1),
        sampai: jiff::civil::date(2023, 12, 31),
        populasi: 640,
        layanan: &["Rekomendasi bantuan sosial", "Pendaftaran DTKS", "Surat keterangan tidak mampu", "Konsultasi rehabilitasi sosial"],
    };
    Ok(buka(store, r).await?.id)
}

/// Its answers: most online, some at the kiosk, a paper bundle of twelve sheets with one gap. The clock stands at its end.
pub async fn isi_lalu(store: &Store, id: RondeId) -> Hasil<()> {
    let r = ronde_skm::dari_id(store.baca(), id).await?;
    let semua = jawaban(store, &r, 236, 34, jiff::civil::date(2023, 12, 22), 20_231_231).await?;
    let tx = store.mulai().await?;
    simpan_banyak(&tx, &semua).await?;
    tx.commit().await?;
    let hak = hak::ronde_skm(store, &sebagai(store, DINSOS).await?, id).await?.pengelola()?;
    let edisi = store::edisi::skm(store, &r.edisi).await?;
    let mut acak = Acak(77);
    let mut lembar = Vec::new();
    for n in 0..12 {
        let mut nilai = nilai(&edisi, &r, &mut acak, 30)?;
        if n == 4 {
            nilai[5] = store::ronde::KOSONG;
        }
        lembar.push(Lembar { id: Uuid::new_v4(), nilai, profil: profil(&mut acak, 4), saran: saran(&mut acak) });
    }
    let pdf = berkas::pdf("Pindaian 12 lembar kuesioner SKM")?;
    let pindaian = objek::simpan(store, pdf.isi())?;
    let baru = BundelBaru {
        id: BundelId::baru(),
        pindaian: &pindaian,
        tipe: "application/pdf",
        nama_berkas: "kuesioner-desember.pdf",
        keterangan: "Loket pelayanan, 20 Desember 2023",
        lembar: &lembar,
    };
    ronde_skm::kertas::tambah(store, &hak, baru).await
}

/// The round that runs today, with some hundred answers, and the next one of another unit. The clock stands at today.
pub async fn kini(store: &Store, rsud: UnitId, kecamatan: UnitId) -> Hasil<()> {
    let hari = store.sekarang().hari("WITA");
    let (mulai, sampai) = semester(hari);
    let layanan = &["Surat pengantar KTP elektronik", "Surat pindah", "Legalisasi dokumen", "Surat keterangan domisili"];
    let r = buka(store, semesteran(KECAMATAN, kecamatan, (mulai, sampai), 900, layanan)).await?;
    terima(store, jawaban(store, &r, 104, 41, hari, u64::from(hari.day_of_year().unsigned_abs()) + 5).await?).await?;
    let nanti = semester(sampai.saturating_add(1.day()));
    let layanan = &["Rawat jalan", "Rawat inap", "Gawat darurat", "Laboratorium", "Farmasi"];
    buka(store, semesteran(RSUD, rsud, nanti, 5200, layanan)).await?;
    Ok(())
}

/// Hands answers to the writer as citizens do at the same time: it stores all that wait in one commit.
pub(super) async fn terima(store: &Store, semua: Vec<Masukan>) -> Hasil<()> {
    let mut tugas = tokio::task::JoinSet::new();
    for m in semua {
        let store = store.clone();
        tugas.spawn(async move { store.penulis().terima(m).await });
    }
    while let Some(satu) = tugas.join_next().await {
        satu.map_err(|e| StoreError::Rusak(e.to_string()))?.map_err(|e| StoreError::Rusak(e.to_string()))?;
    }
    Ok(())
}

/// A round of a half-year, named after it.
pub(super) fn semesteran(
    surel: &'static str,
    unit: UnitId,
    (mulai, sampai): (Date, Date),
    populasi: i64,
    layanan: &'static [&'static str],
) -> Ronde {
    let nama = format!("SKM Semester {} {}", if mulai.month() == 1 { "I" } else { "II" }, mulai.year());
    Ronde { surel, unit, nama, mulai, sampai, populasi, layanan }
}

/// First and last day of the half-year around a day.
pub(super) fn semester(hari: Date) -> (Date, Date) {
    let mulai = jiff::civil::date(hari.year(), if hari.month() <= 6 { 1 } else { 7 }, 1);
    (mulai, mulai.saturating_add(5.months()).last_of_month())
}

/// Answers from the first day of the round to `akhir`.
pub(super) async fn jawaban(store: &Store, r: &RondeSkm, banyak: usize, puas: u64, akhir: Date, benih: u64) -> Hasil<Vec<Masukan>> {
    let edisi = store::edisi::skm(store, &r.edisi).await?;
    let bentuk = ronde_skm::bentuk(&r.susunan(&edisi)?)?;
    let layanan = ronde_skm::layanan(store.baca(), r.id).await?.len() as u64;
    let mulai: Date = r.mulai.parse().map_err(|_| StoreError::Rusak(format!("first day of round {}", r.id)))?;
    let panjang = u64::try_from(mulai.until(akhir).map_or(0, |s| s.get_days())).unwrap_or(0) + 1;
    let mut acak = Acak(benih);
    let mut semua = Vec::with_capacity(banyak);
    for _ in 0..banyak {
        let nilai = nilai(&edisi, r, &mut acak, puas)?;
        let lurus = nilai.iter().all(|n| Some(n) == nilai.first());
        let hari = i32::try_from(acak.sampai(panjang)).unwrap_or(0);
        // Fast is often straight as well.
        let cepat = u32::from(acak.sampai(100) < if lurus { 40 } else { 3 });
        semua.push(Masukan {
            ronde: r.id,
            bentuk,
            id: Uuid::new_v4(),
            kelompok: if acak.sampai(100) < 18 { Kelompok::Kios } else { Kelompok::Daring },
            hari: mulai.saturating_add(hari.days()),
            profil: profil(&mut acak, layanan),
            tanda: if lurus { TANDA_LURUS } else { 0 } | (cepat << 1),
            saran: saran(&mut acak),
            nilai: nilai.into(),
            tautan: None,
        });
    }
    Ok(semua)
}
