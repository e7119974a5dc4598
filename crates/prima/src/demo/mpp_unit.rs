//! A unit lokus that serves in the mall: the kecamatan has a gerai of its own there, with two of its services. So its F01 of this year
//! finds answers and evidence in the queue. All of it ILUSTRASI.

use jiff::ToSpan;
use store::{
    Hasil, Store, hak,
    id::{GeraiId, LoketId, PelaksanaId, PenempatanId, TenanId, UnitId},
    layanan,
    mpp::{self, GeraiIsi, PenempatanIsi, TenanIsi},
};

use super::{
    mpp::{KECAMATAN, KEPALA},
    orang::sebagai,
};

/// Code of the gerai.
pub const GERAI: &str = "G09";
/// Codes of the kecamatan's services, letters of their numbers, minutes of a visit.
const LAYANAN: [(&str, &str, i64); 2] = [("surat-pengantar-pindah", "X", 15), ("perekaman-ktp-elektronik", "Y", 12)];

/// After the services of the unit and the mall itself.
pub async fn isi(store: &Store, mall: UnitId, unit: UnitId) -> Hasil<()> {
    let kini = store.sekarang().hari("WITA");
    let hak = hak::mpp(store, &sebagai(store, KEPALA).await?, mall).await?.kepala()?;
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    let nama = "Kecamatan Sangatta Utara";
    mpp::tambah_tenan(store, &hak, tenan, &TenanIsi { nama, jenis: "pemda", unit: Some(unit), sendiri: false }).await?;
    let isi = GeraiIsi { kode: GERAI, nama, letak: "Lantai 1, di samping Dukcapil", tautan: None };
    mpp::tambah_gerai(store, &hak, gerai, tenan, &isi).await?;
    mpp::tambah_loket(store, &hak, LoketId::baru(), gerai, "1").await?;
    for (kode, awalan, menit) in LAYANAN {
        let layanan = layanan::dari_kode(store, kode).await?.layanan.id;
        let isi = PenempatanIsi { awalan, menit: Some(menit), undangan: false };
        mpp::tempatkan(store, &hak, PenempatanId::baru(), (gerai, layanan), &isi).await?;
    }
    let akun = sebagai(store, KECAMATAN).await?.akun;
    mpp::tugaskan(store, &hak, PelaksanaId::baru(), (gerai, akun), (kini.saturating_sub(90.days()), None)).await
}
