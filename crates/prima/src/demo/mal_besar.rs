//! The other sixteen gerai of the example's mall: with them it has 25 gerai and 300 services, as large malls have. Rows are in
//! `mal_besar.toml`; the texts of a standard are put together from parts of its kind. All of it ILUSTRASI.

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{
    Hasil, Store, StoreError, hak,
    id::{GeraiId, LayananId, LoketId, PelaksanaId, PenempatanId, TenanId, UnitId},
    layanan::{Isi, Sk, massal},
    mpp::{self, GeraiIsi, PenempatanIsi, TenanIsi},
    petugas::{self, Pencatat},
};

use super::{
    antrean,
    mpp::{DEPAN, KEPALA},
    mpp_jalan,
    orang::sebagai,
    pesanan,
};

const DATA: &str = include_str!("mal_besar.toml");

/// Officers, by the gerai where they sit; who serves at two goes from one to the other, as small offices do.
pub const PELAKSANA: [(&str, &str, &str, &[&str]); 8] = [
    ("pelaksana6@contoh.id", "Hendri Saputra", "Pelaksana kepolisian (contoh)", &["G10"]),
    ("pelaksana7@contoh.id", "Nurul Fadilah", "Pelaksana peradilan (contoh)", &["G11", "G12"]),
    ("pelaksana8@contoh.id", "Abdul Latif", "Pelaksana Kementerian Agama (contoh)", &["G13", "G21"]),
    ("pelaksana9@contoh.id", "Yohana Pasaribu", "Pelaksana pajak (contoh)", &["G14"]),
    ("pelaksana10@contoh.id", "Eko Wibowo", "Pelaksana BPJS Ketenagakerjaan (contoh)", &["G15", "G24"]),
    ("pelaksana11@contoh.id", "Desi Ratnasari", "Pelaksana Dinas Kesehatan (contoh)", &["G16"]),
    ("pelaksana12@contoh.id", "Imam Syafii", "Pelaksana pekerjaan umum (contoh)", &["G17", "G18", "G19", "G20"]),
    ("pelaksana13@contoh.id", "Lukas Tandi", "Pelaksana listrik dan air (contoh)", &["G22", "G23"]),
];

/// Services of these gerai, and one that another office gives in the mall, that can be booked; two of them by invitation.
const DIPESAN: [&str; 3] = ["skck-baru", "konsultasi-hukum-gratis", "paspor-hilang-atau-rusak"];

#[derive(Deserialize)]
struct Berkas {
    pola: BTreeMap<String, Pola>,
    gerai: Vec<Satu>,
}

/// Parts of a standard that services of a kind share.
#[derive(Deserialize)]
struct Pola {
    syarat: String,
    prosedur: String,
    sarana: String,
    kompetensi: String,
}

#[derive(Deserialize)]
struct Satu {
    kode: String,
    tenan: String,
    jenis: String,
    letak: String,
    loket: usize,
    huruf: String,
    tautan: Option<String>,
    #[serde(default)]
    undangan: bool,
    layanan: String,
}

/// A row of the table.
struct Baris<'a> {
    nama: &'a str,
    pola: &'a Pola,
    menit: i64,
    hari: Option<i64>,
    biaya: &'a str,
    produk: &'a str,
    syarat: &'a str,
}

impl Berkas {
    fn baca() -> Hasil<Self> {
        toml::from_str(DATA).map_err(|e| StoreError::Rusak(format!("mal_besar.toml: {e}")))
    }

    fn baris<'a>(&'a self, g: &'a Satu) -> impl Iterator<Item = Hasil<Baris<'a>>> {
        g.layanan.lines().filter(|b| !b.is_empty()).map(|b| self.urai(b).ok_or_else(|| StoreError::Rusak(format!("mal_besar.toml: {b}"))))
    }

    fn urai<'a>(&'a self, baris: &'a str) -> Option<Baris<'a>> {
        let kolom: Vec<&str> = baris.split('|').map(str::trim).collect();
        let [nama, pola, menit, hari, biaya, produk, syarat] = kolom[..] else { return None };
        let hari = if hari == "-" { None } else { Some(hari.parse().ok()?) };
        Some(Baris { nama, pola: self.pola.get(pola)?, menit: menit.parse().ok()?, hari, biaya, produk, syarat })
    }
}

/// All fourteen components.
fn isi_standar(b: &Baris<'_>, g: &Satu) -> Isi {
    let waktu = b.hari.map_or_else(
        || format!("{} menit di gerai", b.menit),
        |h| format!("{h} hari kerja setelah permohonan diterima\nHari menunggu perbaikan pemohon tidak dihitung"),
    );
    let khas = b.syarat.replace("; ", "\n");
    let syarat = if khas.starts_with("Tidak ada") { b.pola.syarat.clone() } else { format!("{}\n{khas}", b.pola.syarat) };
    let hukum = format!(
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\nPeraturan Presiden Nomor 89 Tahun 2021\nKetentuan {} tentang layanan ini (ILUSTRASI)",
        g.tenan
    );
    let jumlah = format!("{} orang di gerai {} (ILUSTRASI)", g.loket.max(1), g.kode);
    let teks = [
        ("persyaratan", syarat.as_str()),
        ("prosedur", b.pola.prosedur.as_str()),
        ("jangka-waktu", waktu.as_str()),
        ("biaya", b.biaya),
        ("produk", b.produk),
        ("pengaduan", "Petugas depan MPP\nHalaman pengaduan di portal ini\nSP4N-LAPOR! (lapor.go.id)"),
        ("dasar-hukum", hukum.as_str()),
        ("sarana", b.pola.sarana.as_str()),
        ("kompetensi", b.pola.kompetensi.as_str()),
        ("pengawasan", "Kepala organisasi penyelenggara dan kepala MPP (ILUSTRASI)"),
        ("jumlah-pelaksana", jumlah.as_str()),
        ("jaminan-pelayanan", "Dilayani menurut standar ini; bila tidak, petugas menjelaskan sebabnya (ILUSTRASI)"),
        ("jaminan-keamanan", "Data pemohon hanya dipakai untuk layanan ini (ILUSTRASI)"),
        ("evaluasi-kinerja", "Survei kepuasan dan laporan kinerja setiap bulan (ILUSTRASI)"),
        ("tempat", g.letak.as_str()),
        ("jam", "Senin–Kamis 08.00–15.00, Jumat 08.00–11.30"),
    ];
    let teks = teks.map(|(k, t)| (k.to_owned(), t.to_owned())).into();
    Isi { nama: b.nama.to_owned(), ringkas: format!("{} dari {} di MPP. (ILUSTRASI)", b.produk, g.tenan), teks, hari_kerja: b.hari }
}

/// After everything else of the mall: what is there already keeps its numbers and its order.
pub async fn isi(store: &Store, mal: UnitId) -> Hasil<()> {
    let b = Berkas::baca()?;
    let kini = store.sekarang().hari("WITA");
    let kepala = sebagai(store, KEPALA).await?;
    let hak = hak::mpp(store, &kepala, mal).await?.kepala()?;
    let layanan = standar(store, mal, &b, kini).await?;
    let mut gerai = BTreeMap::new();
    for (n, (g, layanan)) in b.gerai.iter().zip(&layanan).enumerate() {
        let (tenan, id) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: &g.tenan, jenis: &g.jenis, unit: None, sendiri: g.tautan.is_some() };
        mpp::tambah_tenan(store, &hak, tenan, &t).await?;
        let isi = GeraiIsi { kode: &g.kode, nama: &g.tenan, letak: &g.letak, tautan: g.tautan.as_deref() };
        mpp::tambah_gerai(store, &hak, id, tenan, &isi).await?;
        for n in 1..=g.loket {
            mpp::tambah_loket(store, &hak, LoketId::baru(), id, &n.to_string()).await?;
        }
        tempatkan(store, &hak, (g, id), layanan, &b).await?;
        let t = mpp::tenan(store.baca(), tenan).await?;
        mpp_jalan::sepakat(store, &hak, &t, (101 + n, kini), kini.saturating_add(700.days())).await?;
        if g.tautan.is_some() {
            mpp_jalan::sambungkan(store, &hak, &t, kini).await?;
        }
        gerai.insert(g.kode.as_str(), id);
    }
    tugaskan(store, &hak, &gerai, kini).await?;
    hadir(store, mal, kini).await?;
    pesanan::tambah(store, mal, &DIPESAN).await?;
    pagi(store, mal, &gerai).await
}

/// The services of each gerai, issued by one decree with a list.
async fn standar(store: &Store, mal: UnitId, b: &Berkas, kini: Date) -> Hasil<Vec<Vec<LayananId>>> {
    let (mut semua, mut per) = (Vec::new(), Vec::new());
    for g in &b.gerai {
        let mut di = Vec::new();
        for baris in b.baris(g) {
            let id = LayananId::baru();
            semua.push((id, isi_standar(&baris?, g)));
            di.push(id);
        }
        per.push(di);
    }
    let pengelola = hak::unit(store, &sebagai(store, DEPAN).await?, mal).await?.pengelola_layanan()?;
    let kepala = hak::unit(store, &sebagai(store, KEPALA).await?, mal).await?.kepala_layanan()?;
    let mulai = kini.saturating_sub(80.days());
    let sk = Sk { nomor: "067/100/CONTOH", tanggal: mulai, mulai, tinjau: kini.saturating_add(280.days()) };
    massal::terbitkan(store, (&pengelola, &kepala), &semua, &sk, true).await?;
    Ok(per)
}

async fn tempatkan(store: &Store, hak: &hak::KepalaMpp, (g, id): (&Satu, GeraiId), layanan: &[LayananId], b: &Berkas) -> Hasil<()> {
    let awalan: Vec<String> = ('A'..='Z').map(|h| format!("{}{h}", g.huruf)).collect();
    let mut semua = Vec::with_capacity(layanan.len());
    for ((baris, layanan), awalan) in b.baris(g).zip(layanan).zip(&awalan) {
        let isi = PenempatanIsi { awalan, menit: Some(baris?.menit), undangan: g.undangan };
        semua.push((PenempatanId::baru(), *layanan, isi));
    }
    mpp::tempatkan_banyak(store, hak, id, &semua).await
}

async fn tugaskan(store: &Store, hak: &hak::KepalaMpp, gerai: &BTreeMap<&str, GeraiId>, kini: Date) -> Hasil<()> {
    for (surel, _, _, di) in PELAKSANA {
        let akun = sebagai(store, surel).await?.akun;
        for g in di.iter().filter_map(|k| gerai.get(k)) {
            mpp::tugaskan(store, hak, PelaksanaId::baru(), (*g, akun), (kini.saturating_sub(60.days()), None)).await?;
        }
    }
    Ok(())
}

/// Who came this morning.
async fn hadir(store: &Store, mal: UnitId, kini: Date) -> Hasil<()> {
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, mal).await?.depan()?;
    for h in petugas::hari(store.baca(), mal, kini).await?.iter().filter(|h| h.masuk.is_none() && datang(&h.gerai_kode)) {
        petugas::masuk(store, Pencatat::Depan(&depan), h.pelaksana_id).await?;
    }
    Ok(())
}

/// A morning at four of them: numbers that wait, one at the counter.
async fn pagi(store: &Store, mal: UnitId, gerai: &BTreeMap<&str, GeraiId>) -> Hasil<()> {
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, mal).await?.depan()?;
    for (kode, surel, banyak) in [("G10", 0, 4), ("G14", 3, 3), ("G16", 5, 3), ("G22", 7, 2)] {
        let Some(id) = gerai.get(kode) else { continue };
        let meja = antrean::meja(store, PELAKSANA[surel].0, *id, 0, 2).await?;
        antrean::pagi(store, &depan, &meja, banyak).await?;
    }
    Ok(())
}

/// Those who come by schedule; nobody was invited for today.
fn datang(kode: &str) -> bool {
    matches!(kode, "G10" | "G13" | "G14" | "G15" | "G16" | "G17" | "G22")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// With the nine gerai and 26 services of the other files: a mall of 25 and 300.
    #[test]
    fn the_table_is_whole() {
        let b = Berkas::baca().unwrap();
        let kode: Vec<String> = (10..=25).map(|n| format!("G{n}")).collect();
        assert_eq!(b.gerai.iter().map(|g| g.kode.clone()).collect::<Vec<_>>(), kode);
        let huruf: BTreeSet<&str> = b.gerai.iter().map(|g| g.huruf.as_str()).collect();
        assert!(huruf.len() == 16 && huruf.iter().all(|h| h.len() == 1) && !huruf.contains("A"), "AA is given in another file");
        let mut nama = BTreeSet::new();
        for g in &b.gerai {
            let baris: Vec<Baris<'_>> = b.baris(g).collect::<Hasil<_>>().unwrap();
            assert!((1..=26).contains(&baris.len()), "{}: one letter each", g.kode);
            for l in &baris {
                let isi = isi_standar(l, g);
                assert_eq!((isi.lengkap(), isi.ringkas.ends_with("(ILUSTRASI)")), (14, true), "{}", l.nama);
                assert!(nama.insert(l.nama.to_owned()), "{} twice", l.nama);
            }
        }
        assert_eq!(nama.len(), 274);
        assert!(PELAKSANA.iter().flat_map(|p| p.3).all(|k| kode.iter().any(|x| x == k)));
    }
}
