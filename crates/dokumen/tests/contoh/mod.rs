//! One invented case for tests and for the example generator: RSUD Kudungga 2023, all of it ILUSTRASI.
//!
//! Sums are computed here in integers so that workbook formulas can be compared with them.

mod berita_acara;
mod laporan_nasional;
mod laporan_skm;
mod layanan;
mod lhe;
mod mpp;
mod persiapan;
mod skm;

use dokumen::masukan::{
    Angka, AspekNilai, BarisPeringkat, Dokumen, IndikatorNilai, KelompokPeringkat, Kepala, KuesionerF03, NilaiAkhir, PenandaTangan,
    Pengumuman, PeranTandaTangan, Periode, PernyataanF03, Piagam, PosterF03, TabelPeringkat, Ukuran, UnitLokus, Verifikasi,
};

pub use berita_acara::{berita_acara_hasil, berita_acara_pelaksanaan, lembar_tanda_tangan};
pub use laporan_nasional::{laporan_nasional, tanda_terima};
pub use laporan_skm::{laporan_skm, lembar_skm, rencana_skm};
pub use lhe::lhe;
pub use skm::{kuesioner_skm, lembar_tautan, poster_skm};

/// (aspek, nama aspek, bobot aspek, kode, nama, bobot, skor, catatan, rekomendasi)
fn baris_indikator() -> Vec<[&'static str; 9]> {
    include_str!("indikator.tsv").lines().map(|baris| baris.split('\t').collect::<Vec<_>>().try_into().expect("nine columns")).collect()
}

/// `satuan` counts 10^-desimal.
pub fn angka(satuan: u64, desimal: usize) -> Angka {
    let teks = format!("{satuan:0>lebar$}", lebar = desimal + 1);
    let (utuh, pecahan) = teks.split_at(teks.len() - desimal);
    Angka::apa_adanya(format!("{utuh}.{pecahan}"))
}

fn dua_desimal(eksak: &Angka) -> Angka {
    let (utuh, pecahan) = eksak.eksak.split_once('.').expect("a fraction");
    let persen: u64 = format!("{utuh}{:0<3}", &pecahan[..pecahan.len().min(3)]).parse().expect("digits");
    let bulat = (persen + 5) / 10;
    Angka::new(angka(bulat, 2).teks, eksak.eksak.clone())
}

pub fn kepala() -> Kepala {
    Kepala {
        instansi: "Pemerintah Kabupaten Kutai Timur".into(),
        perangkat: Some("Sekretariat Daerah, Bagian Organisasi".into()),
        nomor: Some("000.8.3/217/ORG/2023".into()),
        dibuat: "2023-07-31T02:15:07Z".parse().expect("a timestamp"),
        dibuat_teks: "31 Juli 2023 pukul 10.15 WITA".into(),
        ilustrasi: true,
        verifikasi: Some(Verifikasi {
            url: "https://prima.kutaitimur.example/verifikasi/7KQ2-M9XA-41TD".into(),
            url_pendek: Some("prima.kutaitimur.example/verifikasi".into()),
            kode: Some("7KQ2-M9XA-41TD".into()),
        }),
    }
}

pub fn periode() -> Periode {
    Periode {
        nama: "PEKPPP Mandiri Kabupaten Kutai Timur 2023".into(),
        tahun: "2023".into(),
        skema: "Mandiri".into(),
        edisi: "PEKPPP 2022 formulir A (pekppp-2022-a)".into(),
    }
}

pub fn unit() -> UnitLokus {
    UnitLokus {
        nama: "Rumah Sakit Umum Daerah Kudungga".into(),
        kode: "KUTIM-RSUD-01".into(),
        alamat: Some("Jalan Soekarno Hatta, Sangatta Utara".into()),
        formulir: "A (luring)".into(),
        lingkup: Some("Jasa".into()),
        kategori_pemeringkatan: Some("Rumah sakit".into()),
    }
}

/// Contribution in thousandths of a point: weight (percent) x score.
pub fn indikator() -> Vec<IndikatorNilai> {
    let isi = |teks: &str| (!teks.is_empty()).then(|| teks.to_owned());
    baris_indikator()
        .into_iter()
        .map(|[aspek, _, _, kode, nama, bobot, skor, catatan, rekomendasi]| {
            let (b, s): (u64, u64) = (bobot.parse().expect("digits"), skor.parse().expect("digits"));
            IndikatorNilai {
                aspek: aspek.into(),
                kode: kode.into(),
                nama: nama.into(),
                bobot: Angka::apa_adanya(bobot),
                skor: u8::try_from(s).ok(),
                kontribusi: angka(b * s, 2),
                catatan: isi(catatan),
                rekomendasi: isi(rekomendasi),
            }
        })
        .chain([sistem_antrean()])
        .collect()
}

/// Number 31: asked, scored, without weight and outside the aspects.
fn sistem_antrean() -> IndikatorNilai {
    IndikatorNilai {
        aspek: "tambahan".into(),
        kode: "31".into(),
        nama: "Sistem antrean".into(),
        bobot: Angka::apa_adanya("0"),
        skor: Some(3),
        kontribusi: angka(0, 2),
        catatan: None,
        rekomendasi: None,
    }
}

pub fn aspek() -> Vec<AspekNilai> {
    let mut hasil: Vec<(AspekNilai, u64, u64)> = Vec::new();
    for [kode, nama, bobot_aspek, _, _, bobot, skor, ..] in baris_indikator() {
        let tambah = bobot.parse::<u64>().expect("digits") * skor.parse::<u64>().expect("digits");
        if hasil.last().is_none_or(|(ada, ..)| ada.kode != kode) {
            let kosong = AspekNilai {
                kode: kode.into(),
                nama: nama.into(),
                nama_pendek: nama.replace("Sistem Informasi Pelayanan Publik (SIPP)", "Sistem Informasi"),
                bobot: Angka::apa_adanya(bobot_aspek),
                nilai: angka(0, 2),
                kontribusi: angka(0, 4),
            };
            hasil.push((kosong, bobot_aspek.parse().expect("digits"), 0));
        }
        hasil.last_mut().expect("just pushed").2 += tambah;
    }
    hasil
        .into_iter()
        .map(|(aspek, bobot, jumlah)| AspekNilai { nilai: angka(jumlah, 2), kontribusi: angka(bobot * jumlah, 4), ..aspek })
        .collect()
}

/// Ten-thousandths of a point.
fn f02_satuan() -> u64 {
    aspek().iter().map(|satu| satu.kontribusi.eksak.replace('.', "").parse::<u64>().expect("digits")).sum()
}

pub fn nilai() -> NilaiAkhir {
    let f03 = 42_857;
    NilaiAkhir {
        f02: dua_desimal(&angka(f02_satuan(), 4)),
        bagian_f02: Angka::apa_adanya("75"),
        f03: Some(dua_desimal(&angka(f03, 4))),
        bagian_f03: Angka::apa_adanya("25"),
        ipp: Some(dua_desimal(&angka(75 * f02_satuan() + 25 * f03, 6))),
        kategori: Some("A-".into()),
        kategori_nama: Some("Sangat Baik".into()),
        keterangan: None,
    }
}

pub fn penanda_tangan() -> Vec<PenandaTangan> {
    let orang = |peran, nama: &str, jabatan: &str, nip: Option<&str>| PenandaTangan {
        peran,
        nama: nama.into(),
        jabatan: jabatan.into(),
        nip: nip.map(str::to_owned),
    };
    vec![
        orang(PeranTandaTangan::Evaluator, "Contoh Evaluator, S.STP., M.AP.", "Analis Kebijakan Ahli Muda", Some("19850101 200901 1 001")),
        orang(PeranTandaTangan::WakilUnitLokus, "dr. Contoh Direktur, Sp.PD.", "Direktur RSUD Kudungga", Some("19750505 200312 2 002")),
        orang(PeranTandaTangan::WakilPenanggungjawab, "Contoh Kabag, S.E., M.Si.", "Kepala Bagian Organisasi Sekretariat Daerah", None),
    ]
}

pub fn poster() -> PosterF03 {
    PosterF03 {
        kepala: Kepala { verifikasi: None, ..kepala() },
        periode: periode(),
        unit: unit(),
        url: "https://prima.kutaitimur.example/s/k7m2qd".into(),
        url_pendek: "prima.kutaitimur.example/s/k7m2qd".into(),
        lama: "3 menit".into(),
        jumlah_pernyataan: "14".into(),
        sampai: Some("31 Juli 2023".into()),
    }
}

pub fn pernyataan() -> Vec<PernyataanF03> {
    let aspek = aspek();
    include_str!("pernyataan.tsv")
        .lines()
        .map(|baris| {
            let mut kolom = baris.split('\t').map(str::to_owned);
            let mut ambil = || kolom.next().expect("three columns");
            let (kode, kelompok, teks) = (ambil(), ambil(), ambil());
            let nama = aspek.iter().find(|satu| satu.kode == kelompok).map_or(kelompok, |satu| satu.nama.clone());
            PernyataanF03 { kode, kelompok: nama, teks }
        })
        .collect()
}

pub fn kuesioner() -> KuesionerF03 {
    let poster = poster();
    KuesionerF03 {
        kepala: poster.kepala,
        periode: periode(),
        unit: unit(),
        pernyataan: pernyataan(),
        url: Some(poster.url),
        url_pendek: Some(poster.url_pendek),
    }
}

pub fn peringkat() -> (TabelPeringkat, Vec<(&'static str, Vec<BarisPeringkat>)>) {
    let baris = |peringkat, nama: &str, ipp: &str, kategori: &str| BarisPeringkat {
        peringkat,
        nama: nama.into(),
        instansi: kepala().instansi,
        f02: None,
        f03: None,
        ipp: dua_desimal(&Angka::apa_adanya(ipp)),
        kategori: kategori.into(),
    };
    let tabel = TabelPeringkat {
        judul: "Peringkat PEKPPP Mandiri Kabupaten Kutai Timur 2023".into(),
        keterangan: vec!["Skema mandiri, edisi pekppp-2022-a.".into()],
        ilustrasi: true,
    };
    let isi = vec![baris(1, "RSUD Kudungga", "4.1937", "A-"), baris(2, "=HYPERLINK(\"x\")", "4.1899", "A-")];
    (tabel, vec![("Rumah sakit / puskesmas", isi)])
}

/// Every document by the name of its file.
pub fn semua() -> Vec<(&'static str, Dokumen)> {
    vec![
        ("berita-acara-pelaksanaan", berita_acara_pelaksanaan().into()),
        ("berita-acara-hasil", berita_acara_hasil().into()),
        ("lembar-tanda-tangan", lembar_tanda_tangan().into()),
        ("lhe", lhe().into()),
        ("poster-f03", poster().into()),
        ("poster-skm-a4", poster_skm(Ukuran::A4).into()),
        ("poster-skm-a5", poster_skm(Ukuran::A5).into()),
        ("lembar-tautan", lembar_tautan().into()),
        ("kuesioner-f03", kuesioner().into()),
        ("kuesioner-skm", kuesioner_skm().into()),
        ("laporan-skm", laporan_skm().into()),
        ("rencana-skm", rencana_skm().into()),
        ("lembar-skm", lembar_skm().into()),
        ("sk", persiapan::surat_keputusan().into()),
        ("daftar-hadir", persiapan::daftar_hadir().into()),
        ("pengumuman", pengumuman().into()),
        ("piagam", piagam().into()),
        ("laporan-nasional", laporan_nasional().into()),
        ("tanda-terima", tanda_terima().into()),
        ("lembar-layanan", layanan::lembar().into()),
        ("lembaran", layanan::aduan().into()),
        ("poster-layanan", layanan::poster().into()),
        ("surat-layanan", layanan::surat().into()),
        ("naskah-mpp", mpp::naskah().into()),
        ("poster-mal", mpp::poster().into()),
        ("poster-unit", mpp::poster_unit().into()),
    ]
}

pub fn pengumuman() -> Pengumuman {
    let kelompok = peringkat().1.into_iter().map(|(nama, baris)| KelompokPeringkat { nama: nama.into(), baris }).collect();
    Pengumuman {
        kepala: kepala(),
        periode: periode(),
        terbitan: "Terbitan ke-2, 3 Desember 2023 pukul 09.00 WITA".into(),
        alasan: Some("Hasil Dinas Sosial dibekukan sesudah terbitan pertama".into()),
        catatan: vec!["Nilai skema mandiri bersifat sementara sampai divalidasi kementerian.".into()],
        kelompok,
        tanpa_ipp: vec![("Kecamatan Sangatta Utara".into(), "responden F03 belum cukup".into())],
    }
}

pub fn piagam() -> Piagam {
    Piagam {
        kepala: kepala(),
        logo: None,
        judul: "Piagam Penghargaan".into(),
        penerima: "Rumah Sakit Umum Daerah Kudungga".into(),
        penerima_di: Some("Kabupaten Kutai Timur".into()),
        atas: "Unit Pelayanan Publik Terbaik I, kategori Rumah Sakit".into(),
        uraian: "Evaluasi kinerja penyelenggaraan pelayanan publik skema mandiri tahun 2023 dengan Indeks Pelayanan Publik 4,73 kategori A (Pelayanan Prima).".into(),
        dasar: Some("Keputusan Bupati Kutai Timur Nomor 12 Tahun 2023 tanggal 1 Desember 2023".into()),
        tempat_tanggal: "Sangatta, 5 Desember 2023".into(),
        penanda_jabatan: "Bupati Kutai Timur".into(),
        penanda_nama: "(nama pejabat, contoh)".into(),
        penanda_pangkat: None,
    }
}
