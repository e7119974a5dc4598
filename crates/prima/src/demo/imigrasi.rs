//! A unit of another government in the mall: an office of a state body, with services and a survey of its own. One service is given
//! with its consent, for one the mall still waits. All of it ILUSTRASI.

use jiff::ToSpan;
use std::collections::BTreeMap;
use store::{
    Hasil, Store, StoreError, hak,
    id::{LayananId, PenempatanId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    layanan::{self, Isi, Sk},
    mpp::{self, PenempatanIsi, TenanIsi, izin},
    peran::{Lingkup, Peran},
};

use super::{
    mpp::KEPALA as KEPALA_MPP,
    orang::{Orang, buat, sebagai},
    survei,
};

const KEPALA: &str = "kepala.imigrasi@contoh.id";
const OPERATOR: &str = "operator.imigrasi@contoh.id";
/// Prefix, name, what is brought, what is given.
const LAYANAN: [(&str, &str, &str, &str); 2] = [
    ("Z", "Paspor hilang atau rusak", "KTP\nSurat kehilangan dari kepolisian, atau paspor yang rusak", "Paspor"),
    ("AA", "Perpanjangan izin tinggal", "Paspor\nIzin tinggal yang masih berlaku\nSurat penjamin", "Izin tinggal"),
];

const SURVEI: &[&str] = &[LAYANAN[0].1, LAYANAN[1].1];

/// Address and position of each account, for the list printed at start.
pub fn ringkas() -> [(&'static str, &'static str); 2] {
    [(KEPALA, "Kepala Kantor Imigrasi Sangatta (contoh)"), (OPERATOR, "Staf Kantor Imigrasi Sangatta (contoh)")]
}

pub async fn isi(store: &Store, mal: UnitId) -> Hasil<()> {
    let unit = dirikan(store).await?;
    let hak = hak::mpp(store, &sebagai(store, KEPALA_MPP).await?, mal).await?.kepala()?;
    let gerai = mpp::gerai_mpp(store.baca(), mal).await?.into_iter().find(|g| g.kode == "G04").ok_or(StoreError::TidakDitemukan)?;
    let t = mpp::tenan(store.baca(), gerai.tenan_id).await?;
    let tenan = TenanIsi { nama: &t.nama, jenis: &t.jenis, unit: Some(unit), sendiri: false };
    mpp::ubah_tenan(store, &hak, t.id, t.versi, &tenan).await?;
    for (awalan, nama, syarat, produk) in LAYANAN {
        let id = standar(store, unit, nama, syarat, produk).await?;
        let isi = PenempatanIsi { awalan, menit: Some(20), undangan: true };
        mpp::tempatkan(store, &hak, PenempatanId::baru(), (gerai.id, id), &isi).await?;
    }
    let kepala = hak::unit(store, &sebagai(store, KEPALA).await?, unit).await?.kepala_layanan()?;
    let minta = izin::mpp(store.baca(), mal).await?.into_iter().find(|z| z.layanan == LAYANAN[0].1).ok_or(StoreError::TidakDitemukan)?;
    mpp::jawab_izin(store, &kepala, minta.id, true, "Petugas kami datang setiap Selasa dan Kamis. (ILUSTRASI)").await?;
    let hari = store.sekarang().hari("WITA");
    survei::buka(store, survei::semesteran(OPERATOR, unit, survei::semester(hari), 300, SURVEI)).await.map(|_| ())
}

async fn dirikan(store: &Store) -> Hasil<UnitId> {
    let tx = store.mulai().await?;
    let b = InstansiBaru { kode: "imigrasi-contoh", nama: "Lembaga Keimigrasian (contoh)", jenis: "lembaga", wilayah: None, zona: "WITA" };
    let instansi = instansi::tambah(&tx, None, b).await?;
    let u = UnitBaru {
        kode: "imigrasi-sangatta",
        instansi,
        induk: None,
        nama: "Kantor Imigrasi Sangatta (contoh)",
        jenis: "kantor",
        alamat: "Jalan Contoh 9, Sangatta (ILUSTRASI)",
    };
    let unit = instansi::tambah_unit(&tx, None, u).await?;
    tx.commit().await?;
    let [(kepala, jabatan_kepala), (operator, jabatan)] = ringkas();
    let o = |surel, nama, jabatan, peran| Orang { surel, nama, jabatan, peran, lingkup: Lingkup::Unit { unit, instansi } };
    let orang = [o(kepala, "Surya Wijaya", jabatan_kepala, Peran::UnitKepala), o(operator, "Intan Permata", jabatan, Peran::UnitOperator)];
    buat(store, &orang).await?;
    Ok(unit)
}

async fn standar(store: &Store, unit: UnitId, nama: &str, syarat: &str, produk: &str) -> Hasil<LayananId> {
    let teks: BTreeMap<String, String> = [
        ("persyaratan", syarat),
        ("prosedur", "Pesan waktu\nSerahkan persyaratan di gerai\nAmbil hasilnya"),
        ("jangka-waktu", "4 hari kerja setelah permohonan diterima (contoh)\nHari menunggu perbaikan pemohon tidak dihitung"),
        ("biaya", "Menurut peraturan (contoh)"),
        ("produk", produk),
        ("pengaduan", "Petugas di gerai\nSP4N-LAPOR! (lapor.go.id)"),
    ]
    .map(|(k, t)| (k.to_owned(), t.to_owned()))
    .into();
    let isi = Isi { nama: nama.to_owned(), ringkas: format!("{nama}. (ILUSTRASI)"), teks, hari_kerja: Some(4) };
    let operator = hak::unit(store, &sebagai(store, OPERATOR).await?, unit).await?.pengelola_layanan()?;
    let id = layanan::buat(store, &operator, LayananId::baru(), &isi, true).await?;
    let kepala = hak::unit(store, &sebagai(store, KEPALA).await?, unit).await?.kepala_layanan()?;
    let kini = store.sekarang().hari("WITA");
    let mulai = kini.saturating_sub(40.days());
    let sk = Sk { nomor: "IMI/01/CONTOH", tanggal: mulai, mulai, tinjau: kini.saturating_add(300.days()) };
    layanan::tetapkan(store, &kepala, id, 1, &sk).await?;
    Ok(id)
}
