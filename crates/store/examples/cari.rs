//! Times the search of the portal over many services, without a database: `cargo run --release -p store --example cari -- 5000`.
//! Services are drawn from a list of words with endings and places, so that the vocabulary grows as a real one does.

use std::{collections::BTreeMap, env, time::Instant};

use store::{
    Waktu,
    id::{InstansiId, LayananId, UnitId},
    layanan::{Isi, Katalog, Layanan, Terbit},
};

const APA: [&str; 20] = [
    "Akta kelahiran",
    "Akta kematian",
    "KTP elektronik",
    "Kartu keluarga",
    "Surat pindah",
    "Izin praktik dokter",
    "Izin usaha mikro",
    "Persetujuan bangunan gedung",
    "Kartu pencari kerja",
    "Rujukan pasien",
    "Pendaftaran rawat jalan",
    "Bantuan sosial tunai",
    "Rekomendasi penelitian",
    "Izin reklame",
    "Uji kendaraan bermotor",
    "Pengaduan konsumen",
    "Legalisasi ijazah",
    "Nikah di kantor",
    "Paspor",
    "Sertipikat tanah",
];
const UNTUK: [&str; 10] =
    ["baru", "hilang", "rusak", "anak", "perpanjangan", "perubahan", "penduduk", "perusahaan", "lansia", "disabilitas"];
const TANYA: [&str; 16] = [
    "akta lahir",
    "ktp hilang",
    "mengurus kartu keluarga",
    "ijin praktek doktr",
    "pindah",
    "pembuatan paspr baru",
    "bansos lansia",
    "legalisir ijasah",
    "imb rumah",
    "kecamatan 417",
    "uji kir",
    "surat keterangan tidak mampu untuk beasiswa anak sekolah",
    "sertifikat tanah",
    "pasport anak umroh",
    "kartukeluarga hilng",
    "perijinan usaha perusahan kabupatn kecamatn jalann merdekaa surta pengntar kelurahn",
];

fn terbit(n: usize) -> Terbit {
    let nama = format!("{} {}", APA[n % 20], UNTUK[(n / 20) % 10]);
    let unit = format!("Kecamatan {} Utara", n / 25);
    let teks: BTreeMap<String, String> = [
        ("persyaratan", format!("KTP\nKartu keluarga\nSurat pengantar kelurahan nomor {}\nPas foto", n % 97)),
        ("produk", nama.clone()),
        ("biaya", "Gratis".to_owned()),
    ]
    .into_iter()
    .map(|(k, t)| (k.to_owned(), t))
    .collect();
    let layanan = Layanan {
        id: LayananId::baru(),
        kode: format!("layanan-{n}"),
        nama: nama.clone(),
        unit_id: UnitId(uuid::Uuid::from_u128((n / 25) as u128)),
        unit,
        unit_kode: format!("kec-{}", n / 25),
        alamat: format!("Jalan Merdeka {}", n % 300),
        instansi_id: InstansiId::baru(),
        instansi: format!("Kabupaten {}", n / 500),
        zona: "WIB".into(),
        ilustrasi: 1,
        versi: 1,
        tutup: None,
        tutup_alasan: None,
    };
    let isi = Isi { nama, ringkas: format!("Untuk warga yang membutuhkan {}.", UNTUK[n % 10]), teks, hari_kerja: Some(3) };
    Terbit {
        layanan,
        isi,
        nomor: 1,
        sk_nomor: "1".into(),
        sk_tanggal: "2026-01-01".into(),
        mulai: "2026-01-01".into(),
        tinjau: "2027-01-01".into(),
        ditinjau: None,
        diperbarui: Waktu(0),
    }
}

fn main() {
    let banyak: usize = env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(5_000).min(500_000);
    let mulai = Instant::now();
    let k = Katalog::baru((0..banyak).map(terbit).collect());
    println!("{banyak} services indexed in {:.0} ms", mulai.elapsed().as_secs_f64() * 1e3);
    let mut lama: Vec<f64> = Vec::new();
    let mut temu = 0;
    for n in 0..600 {
        let tanya = TANYA[n % TANYA.len()];
        let mulai = Instant::now();
        temu += k.cari(tanya, 20).len();
        lama.push(mulai.elapsed().as_secs_f64() * 1e3);
    }
    lama.sort_by(f64::total_cmp);
    println!("600 questions: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms; {temu} found", lama[300], lama[594], lama[599]);
}
