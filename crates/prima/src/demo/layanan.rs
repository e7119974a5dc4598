//! Services of the example's units with their standards: most in force, one overdue for review, one due soon, one a draft that
//! waits for the head. All of it ILUSTRASI.

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{
    Hasil, Store, StoreError, hak,
    id::{LayananId, MaklumatId, UnitId},
    layanan::{self, Isi, KOMPONEN, Sk, maklumat},
};

use super::orang::sebagai;

const DATA: &str = include_str!("layanan.toml");
const OPERATOR: [&str; 3] = ["operator.rsud@contoh.id", "operator.dinsos@contoh.id", "operator.kecamatan@contoh.id"];
const KEPALA: [(&str, &str, &str); 3] = [
    ("kepala.rsud@contoh.id", "dr. Anita Wijaya", "Direktur RSUD (contoh)"),
    ("kepala.dinsos@contoh.id", "Drs. Hendra Gunawan", "Kepala Dinas Sosial (contoh)"),
    ("kepala.kecamatan@contoh.id", "Ratna Dewi, S.Sos.", "Camat (contoh)"),
];

#[derive(Deserialize)]
struct Berkas {
    layanan: Vec<Satu>,
}

#[derive(Deserialize)]
struct Satu {
    unit: usize,
    nama: String,
    ringkas: String,
    hari_kerja: Option<i64>,
    #[serde(default)]
    keadaan: String,
    #[serde(flatten)]
    teks: BTreeMap<String, String>,
}

/// Of the clock's today.
pub async fn isi(store: &Store, unit: &[UnitId; 3]) -> Hasil<()> {
    let b: Berkas = toml::from_str(DATA).map_err(|e| StoreError::Rusak(format!("layanan.toml: {e}")))?;
    let kini = store.sekarang().hari("WITA");
    for (n, s) in b.layanan.into_iter().enumerate() {
        satu(store, unit, s, n, kini).await?;
    }
    for (n, kepala) in KEPALA.into_iter().enumerate() {
        berjanji(store, unit[n], kepala, kini).await?;
    }
    Ok(())
}

/// The maklumat of a unit, signed by its head: his address, name and position.
pub async fn berjanji(store: &Store, unit: UnitId, (surel, nama, jabatan): (&str, &str, &str), kini: Date) -> Hasil<()> {
    let hak = hak::unit(store, &sebagai(store, surel).await?, unit).await?.kepala_layanan()?;
    let isi = "Kami sanggup memberikan pelayanan sesuai standar yang ditetapkan.\nBila tidak menepatinya, kami bersedia menerima sanksi menurut peraturan. (ILUSTRASI)";
    let m = maklumat::MaklumatIsi { isi, penanda_tangan: nama, jabatan, tanggal: kini.saturating_sub(60.days()), sampai: None };
    maklumat::tetapkan(store, &hak, MaklumatId::baru(), &m).await
}

async fn satu(store: &Store, unit: &[UnitId; 3], s: Satu, n: usize, kini: Date) -> Hasil<()> {
    let mut teks = s.teks;
    teks.insert("pengaduan".into(), "Petugas di loket\nSP4N-LAPOR! (lapor.go.id)".into());
    // Every other one lacks some of the internal components, as real ones do.
    for k in KOMPONEN.iter().filter(|k| !k.publik).take(if n.is_multiple_of(2) { 8 } else { 5 }) {
        teks.insert(k.kunci.into(), "Ditulis dalam lampiran SK. (ILUSTRASI)".into());
    }
    let isi = Isi { nama: s.nama, ringkas: s.ringkas, teks, hari_kerja: s.hari_kerja };
    let operator = hak::unit(store, &sebagai(store, OPERATOR[s.unit]).await?, unit[s.unit]).await?.pengelola_layanan()?;
    let id = layanan::buat(store, &operator, LayananId::baru(), &isi, true).await?;
    if s.keadaan == "rancangan" {
        return layanan::usulkan(store, &operator, id, 1).await;
    }
    let kepala = hak::unit(store, &sebagai(store, KEPALA[s.unit].0).await?, unit[s.unit]).await?.kepala_layanan()?;
    let tinjau = match s.keadaan.as_str() {
        "tinjau" => kini.saturating_sub(5.days()),
        "dekat" => kini.saturating_add(20.days()),
        _ => kini.saturating_add(300.days()),
    };
    let nomor = format!("065/{:03}/CONTOH", n + 1);
    let sk = Sk { nomor: &nomor, tanggal: kini.saturating_sub(70.days()), mulai: kini.saturating_sub(60.days()), tinjau };
    layanan::tetapkan(store, &kepala, id, 1, &sk).await
}
