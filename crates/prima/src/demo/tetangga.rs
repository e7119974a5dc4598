//! A second city of the province with one unit and a small round that runs today, so that the recap of the province has
//! more than one row. All of it invented.

use store::{
    Hasil, Store,
    id::{InstansiId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
};

use super::survei;

const OPERATOR: &str = "operator.bontang@contoh.id";

/// Registers the city and its unit.
pub async fn daftar(store: &Store) -> Hasil<(InstansiId, UnitId)> {
    let tx = store.mulai().await?;
    let kota = InstansiBaru { kode: "64.74", nama: "Kota Bontang", jenis: "kota", wilayah: Some("64.74"), zona: "WITA" };
    let kota = instansi::tambah(&tx, None, kota).await?;
    let unit = UnitBaru {
        kode: "64.74-kec-bontang-utara",
        instansi: kota,
        induk: None,
        nama: "Kecamatan Bontang Utara",
        jenis: "kecamatan",
        alamat: "Bontang, Kalimantan Timur",
    };
    let unit = instansi::tambah_unit(&tx, None, unit).await?;
    tx.commit().await?;
    Ok((kota, unit))
}

/// A round of this half-year, fewer people and more content than next door. The clock stands at today.
pub async fn kini(store: &Store, unit: UnitId) -> Hasil<()> {
    let hari = store.sekarang().hari("WITA");
    let layanan = &["Surat pengantar KTP elektronik", "Rekomendasi izin usaha mikro", "Surat keterangan ahli waris"];
    let r = survei::buka(store, survei::semesteran(OPERATOR, unit, survei::semester(hari), 140, layanan)).await?;
    survei::terima(store, survei::jawaban(store, &r, 58, 56, hari, u64::from(hari.day_of_year().unsigned_abs()) + 11).await?).await
}
