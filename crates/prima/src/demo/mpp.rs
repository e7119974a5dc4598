//! The mall of the example: tenants, gerai, counters, services with standards in force, and its people. All of it ILUSTRASI.
//! What happens there in a day is added by the files after this one.

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{
    Hasil, Store, StoreError, hak,
    id::{GeraiId, InstansiId, LayananId, LoketId, PelaksanaId, PenempatanId, PengumumanId, TenanId, UnitId},
    instansi::{self, UnitBaru},
    layanan::{
        self, Isi, Sk,
        pengumuman::{self, PengumumanIsi},
    },
    mpp::{self, GeraiIsi, Jam, MppIsi, PenempatanIsi, TenanIsi},
    peran::{self, Lingkup, Peran},
};

use super::{
    mal_besar,
    orang::{Orang, buat, sebagai},
};

const DATA: &str = include_str!("mpp.toml");
/// Public code of the mall.
pub const KODE: &str = "kutai-timur";
pub const KEPALA: &str = "kepala.mpp@contoh.id";
pub const DEPAN: &str = "depan.mpp@contoh.id";
/// Officers, by the gerai where they sit.
pub const PELAKSANA: [(&str, &[&str]); 4] = [
    ("pelaksana1@contoh.id", &["G01"]),
    ("pelaksana2@contoh.id", &["G01", "G06"]),
    ("pelaksana3@contoh.id", &["G02", "G07"]),
    ("pelaksana4@contoh.id", &["G03", "G04", "G05", "G08"]),
];

/// Who sits at the gerai of the kecamatan (`mpp_unit`).
pub const KECAMATAN: &str = "pelaksana5@contoh.id";

#[derive(Deserialize)]
struct Berkas {
    gerai: Vec<Satu>,
}

#[derive(Deserialize)]
struct Satu {
    kode: String,
    tenan: String,
    jenis: String,
    letak: String,
    loket: usize,
    tautan: Option<String>,
    #[serde(default)]
    undangan: bool,
    layanan: Vec<Pelayanan>,
}

#[derive(Deserialize)]
struct Pelayanan {
    nama: String,
    awalan: String,
    menit: i64,
    hari: Option<i64>,
    biaya: String,
    syarat: String,
    produk: String,
}

fn orang(kab: InstansiId, mpp: UnitId) -> Vec<Orang> {
    let u = || Lingkup::Unit { unit: mpp, instansi: kab };
    let o = |surel, nama, jabatan, peran, lingkup| Orang { surel, nama, jabatan, peran, lingkup };
    let lain = mal_besar::PELAKSANA.map(|(surel, nama, jabatan, _)| o(surel, nama, jabatan, Peran::Pelaksana, u()));
    let utama = vec![
        o(KEPALA, "Ir. Laila Rahmi", "Kepala MPP (contoh)", Peran::MppKepala, u()),
        o(DEPAN, "Bayu Saputra", "Petugas depan MPP (contoh)", Peran::MppDepan, u()),
        o(PELAKSANA[0].0, "Rini Astuti", "Pelaksana Dukcapil (contoh)", Peran::Pelaksana, u()),
        o(PELAKSANA[1].0, "Arif Budiman", "Pelaksana Dukcapil (contoh)", Peran::Pelaksana, u()),
        o(PELAKSANA[2].0, "Mega Lestari", "Pelaksana DPMPTSP (contoh)", Peran::Pelaksana, u()),
        o(PELAKSANA[3].0, "Joko Susilo", "Pelaksana Bapenda (contoh)", Peran::Pelaksana, u()),
        o(KECAMATAN, "Wawan Setiawan", "Pelaksana kecamatan di MPP (contoh)", Peran::Pelaksana, u()),
        o("kasir@contoh.id", "Tuti Handayani", "Kasir bank di MPP (contoh)", Peran::Kasir, u()),
    ];
    utama.into_iter().chain(lain).collect()
}

/// Address and position of each account, for the list printed at start.
pub fn ringkas() -> Vec<(&'static str, &'static str)> {
    orang(InstansiId::baru(), UnitId::baru()).into_iter().map(|o| (o.surel, o.jabatan)).collect()
}

/// The mall as it stands today.
pub async fn isi(store: &Store, kab: InstansiId) -> Hasil<UnitId> {
    let b: Berkas = toml::from_str(DATA).map_err(|e| StoreError::Rusak(format!("mpp.toml: {e}")))?;
    let kini = store.sekarang().hari("WITA");
    let unit = dirikan(store, kab).await?;
    let kepala = sebagai(store, KEPALA).await?;
    let hak = hak::mpp(store, &kepala, unit).await?.kepala()?;
    let mut gerai = BTreeMap::new();
    let mut nomor = 0;
    for g in b.gerai {
        let (tenan, id) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: &g.tenan, jenis: &g.jenis, unit: None, sendiri: g.tautan.is_some() };
        mpp::tambah_tenan(store, &hak, tenan, &t).await?;
        let isi = GeraiIsi { kode: &g.kode, nama: &g.tenan, letak: &g.letak, tautan: g.tautan.as_deref() };
        mpp::tambah_gerai(store, &hak, id, tenan, &isi).await?;
        for n in 1..=g.loket {
            mpp::tambah_loket(store, &hak, LoketId::baru(), id, &n.to_string()).await?;
        }
        for l in &g.layanan {
            nomor += 1;
            let layanan = standar(store, unit, l, &g.letak, nomor, kini).await?;
            let isi = PenempatanIsi { awalan: &l.awalan, menit: Some(l.menit), undangan: g.undangan };
            mpp::tempatkan(store, &hak, PenempatanId::baru(), (id, layanan), &isi).await?;
        }
        gerai.insert(g.kode, id);
    }
    for (surel, di) in PELAKSANA {
        let akun = sebagai(store, surel).await?.akun;
        for g in di.iter().filter_map(|k| gerai.get(*k)) {
            mpp::tugaskan(store, &hak, PelaksanaId::baru(), (*g, akun), (kini.saturating_sub(90.days()), None)).await?;
        }
    }
    umumkan(store, unit, kini).await?;
    super::layanan::berjanji(store, unit, (KEPALA, "Ir. Laila Rahmi", "Kepala MPP (contoh)"), kini).await?;
    Ok(unit)
}

async fn umumkan(store: &Store, unit: UnitId, kini: Date) -> Hasil<()> {
    let hak = hak::unit(store, &sebagai(store, DEPAN).await?, unit).await?.pengelola_layanan()?;
    let isi = [
        (
            "Loket imigrasi hadir setiap Selasa dan Kamis",
            "Pada hari lain tidak ada petugasnya. Waktu dapat dipesan lebih dulu. (ILUSTRASI)",
            true,
        ),
        (
            "Kursi roda dan pendamping tersedia di pintu masuk",
            "Sampaikan kepada petugas depan; tidak perlu surat keterangan. (ILUSTRASI)",
            false,
        ),
    ];
    for (judul, isi, penting) in isi {
        let (mulai, sampai) = (kini.saturating_sub(3.days()), kini.saturating_add(27.days()));
        let p = PengumumanIsi { judul, isi, mulai, sampai, penting, ilustrasi: true };
        pengumuman::pasang(store, &hak, PengumumanId::baru(), &p).await?;
    }
    Ok(())
}

/// The unit, its people and its row. Head and front desk are the unit's head and operator too: a mall has standards, a survey
/// and an evaluation of its own.
async fn dirikan(store: &Store, kab: InstansiId) -> Hasil<UnitId> {
    let tx = store.mulai().await?;
    let baru = UnitBaru {
        kode: "64.08-mpp",
        instansi: kab,
        induk: None,
        nama: "MPP Kutai Timur (contoh)",
        jenis: "mpp",
        alamat: "Jalan Contoh 1, Sangatta (ILUSTRASI)",
    };
    let unit = instansi::tambah_unit(&tx, None, baru).await?;
    tx.commit().await?;
    buat(store, &orang(kab, unit)).await?;
    let lingkup = Lingkup::Unit { unit, instansi: kab };
    let (kepala, depan) = (sebagai(store, KEPALA).await?, sebagai(store, DEPAN).await?);
    let tx = store.mulai().await?;
    peran::beri(&tx, None, kepala.akun, Peran::UnitKepala, &lingkup).await?;
    peran::beri(&tx, None, depan.akun, Peran::UnitOperator, &lingkup).await?;
    tx.commit().await?;
    let organisasi = sebagai(store, "organisasi@contoh.id").await?;
    let hak = hak::instansi(store, &organisasi, kab).await?.penyelenggara()?;
    let jam = |hari, selesai: &str| Jam { hari, mulai: "08:00".into(), selesai: selesai.into() };
    let jam: Vec<Jam> = (1..=4).map(|h| jam(h, "15:00")).chain([jam(5, "11:30")]).collect();
    let isi = MppIsi {
        ringkas: "Layanan dari dua puluh lima organisasi di satu gedung. (ILUSTRASI)",
        jam: &jam,
        letak: Some(("0.5061", "117.5400")),
    };
    mpp::buat(store, &hak, unit, KODE, &isi, true).await?;
    Ok(unit)
}

async fn standar(store: &Store, unit: UnitId, l: &Pelayanan, letak: &str, nomor: usize, kini: Date) -> Hasil<LayananId> {
    let waktu = l.hari.map_or_else(
        || format!("{} menit di gerai", l.menit),
        |h| format!("{h} hari kerja setelah permohonan diterima\nHari menunggu perbaikan pemohon tidak dihitung"),
    );
    let teks: BTreeMap<String, String> = [
        ("persyaratan", l.syarat.as_str()),
        ("prosedur", "Ambil nomor antrean atau pesan waktu\nSerahkan persyaratan di gerai\nTerima hasil atau bukti penerimaan berkas"),
        ("jangka-waktu", waktu.as_str()),
        ("biaya", l.biaya.as_str()),
        ("produk", l.produk.as_str()),
        ("pengaduan", "Petugas depan MPP\nHalaman pengaduan di portal ini\nSP4N-LAPOR! (lapor.go.id)"),
        ("tempat", letak),
        ("jam", "Senin–Kamis 08.00–15.00, Jumat 08.00–11.30"),
    ]
    .into_iter()
    .map(|(k, t)| (k.to_owned(), t.to_owned()))
    .collect();
    let isi = Isi { nama: l.nama.clone(), ringkas: format!("{} di MPP. (ILUSTRASI)", l.produk), teks, hari_kerja: l.hari };
    let operator = hak::unit(store, &sebagai(store, DEPAN).await?, unit).await?.pengelola_layanan()?;
    let id = layanan::buat(store, &operator, LayananId::baru(), &isi, true).await?;
    let kepala = hak::unit(store, &sebagai(store, KEPALA).await?, unit).await?.kepala_layanan()?;
    let nomor = format!("067/{nomor:03}/CONTOH");
    let mulai = kini.saturating_sub(80.days());
    let sk = Sk { nomor: &nomor, tanggal: mulai, mulai, tinjau: kini.saturating_add(280.days()) };
    layanan::tetapkan(store, &kepala, id, 1, &sk).await?;
    Ok(id)
}
