//! Cases of the example's mall: three forms, nine cases in as many states (one of them late), two bills, one letter. Citizens, papers
//! and the merchant of QRIS are invented (ILUSTRASI).

use layanan::permohonan::{Formulir, JenisMedan, Medan};
use store::{
    Hasil, Store, StoreError, berita_acara, hak,
    hak::Pelaku,
    id::{PermohonanId, UnitId},
    layanan::{self as pelayanan, Terbit},
    permohonan::{
        self, Baru, Kirim, Lampiran, Permohonan,
        dokumen::{self, Cetakan, Isian},
        formulir, tempat,
    },
    tagihan::{self, qris},
};
use uuid::Uuid;

use super::{
    berkas,
    mpp::{DEPAN, KEPALA, PELAKSANA},
    orang::sebagai,
};

const HARI: i64 = 86_400;
/// An invented merchant: the example of the format's notes.
const PEDAGANG: &str = "00020101021126530016ID.CO.CONTOH.WWW01189360000000000000000207000000151440014ID.CO.QRIS.WWW0215ID00000000000000303UME5204939953033605802ID5910MPP CONTOH6006CONTOH610512345630499B2";

const AKTA: &str = "akta-kelahiran-anak";
const TELITI: &str = "izin-penelitian";
const PASPOR: &str = "penggantian-paspor";

fn medan(kunci: &str, label: &str, bantu: &str, jenis: JenisMedan, opsi: &[&str]) -> Medan {
    let opsi = opsi.iter().map(|o| (*o).to_owned()).collect();
    Medan { kunci: kunci.into(), label: label.into(), bantu: bantu.into(), jenis, wajib: true, opsi }
}

fn rancangan() -> [(&'static str, Vec<Medan>, &'static str, i64); 3] {
    use JenisMedan as J;
    [
        (
            AKTA,
            vec![
                medan("nama-anak", "Nama lengkap anak", "Seperti pada surat keterangan lahir.", J::Teks, &[]),
                medan("tanggal-lahir", "Tanggal lahir anak", "", J::Tanggal, &[]),
                medan("jenis-kelamin", "Jenis kelamin", "", J::Pilihan, &["Laki-laki", "Perempuan"]),
                medan("surat-lahir", "Surat keterangan lahir", "Foto yang terbaca jelas sudah cukup.", J::Berkas, &[]),
                medan("kartu-keluarga", "Kartu keluarga", "Foto yang terbaca jelas sudah cukup.", J::Berkas, &[]),
            ],
            "",
            0,
        ),
        (
            TELITI,
            vec![
                medan("judul", "Judul penelitian", "", J::Teks, &[]),
                medan("lokasi", "Lokasi penelitian", "Kecamatan dan desa atau kelurahan.", J::Teks, &[]),
                medan("mulai", "Mulai", "", J::Tanggal, &[]),
                medan("pengantar", "Surat pengantar kampus atau lembaga", "", J::Berkas, &[]),
            ],
            "Diterangkan bahwa {nama} diizinkan melakukan penelitian berjudul “{isian:judul}” di {isian:lokasi} mulai {isian:mulai}.\n\nSurat ini berlaku enam bulan sejak tanggal ditetapkan.",
            0,
        ),
        (
            PASPOR,
            vec![
                medan("alasan", "Alasan penggantian", "", J::Pilihan, &["Habis masa berlaku", "Halaman penuh", "Rusak", "Hilang"]),
                medan("paspor", "Halaman depan paspor lama", "Bila hilang, lampirkan surat kehilangan.", J::Berkas, &[]),
            ],
            "",
            350_000,
        ),
    ]
}

/// Twelve days up to the clock's today.
pub async fn isi(store: &Store, mpp: UnitId) -> Hasil<()> {
    store.jam().maju(-12 * HARI);
    formulir_contoh(store).await?;
    let hak = hak::mpp(store, &sebagai(store, KEPALA).await?, mpp).await?.kepala()?;
    qris::atur(store, &hak, PEDAGANG).await?;
    let lambat = kirim(store, AKTA, "Ibu Wulan (contoh)").await?;
    olah(store, &lambat, &[Langkah::Periksa, Langkah::Proses]).await?;
    let tolak = kirim(store, TELITI, "Raka (contoh)").await?;
    olah(store, &tolak, &[Langkah::Periksa, Langkah::Tolak]).await?;
    let lunas = kirim(store, PASPOR, "Bapak Amir (contoh)").await?;
    olah(store, &lunas, &[Langkah::Periksa, Langkah::Proses, Langkah::Setujui]).await?;
    lunasi(store, mpp, &lunas).await?;
    store.jam().maju(9 * HARI);
    olah(store, &lunas, &[Langkah::Siap]).await?;
    let depan = hak::permohonan(store, &sebagai(store, DEPAN).await?, lunas.id).await?.loket();
    let kini = permohonan::dari_id(store.baca(), lunas.id).await?;
    dokumen::serahkan(store, &depan, kini.versi, "Bapak Amir (contoh)").await?;
    let teliti = kirim(store, TELITI, "Dina (contoh)").await?;
    olah(store, &teliti, &[Langkah::Periksa, Langkah::Proses, Langkah::Setujui]).await?;
    surat(store, &teliti).await?;
    olah(store, &teliti, &[Langkah::Siap]).await?;
    store.jam().maju(2 * HARI);
    let kurang = kirim(store, AKTA, "Ibu Nur (contoh)").await?;
    olah(store, &kurang, &[Langkah::Periksa, Langkah::Minta]).await?;
    let bayar = kirim(store, PASPOR, "Ibu Hana (contoh)").await?;
    olah(store, &bayar, &[Langkah::Periksa, Langkah::Proses, Langkah::Setujui]).await?;
    store.jam().maju(HARI);
    let periksa = kirim(store, AKTA, "Bapak Yusuf (contoh)").await?;
    olah(store, &periksa, &[Langkah::Periksa]).await?;
    kirim(store, AKTA, "Ibu Sari (contoh)").await?;
    kirim(store, TELITI, "Galih (contoh)").await.map(drop)
}

async fn formulir_contoh(store: &Store) -> Hasil<()> {
    let depan = sebagai(store, DEPAN).await?;
    for (kode, medan, surat, tarif) in rancangan() {
        let l = pelayanan::dari_kode(store, kode).await?;
        let hak = hak::formulir(store, &depan, l.layanan.id).await?;
        formulir::simpan(store, &hak, 0, &Formulir { nama: true, kontak: true, medan }, surat, tarif).await?;
    }
    Ok(())
}

async fn kirim(store: &Store, kode: &str, nama: &str) -> Hasil<Permohonan> {
    let t: Terbit = pelayanan::dari_kode(store, kode).await?;
    let f = formulir::berlaku(store.baca(), t.layanan.id).await?.ok_or(StoreError::TidakDitemukan)?;
    let gerai = tempat(store.baca(), t.layanan.id).await?.first().map(|x| x.gerai_id).ok_or(StoreError::TidakDitemukan)?;
    let mentah: Vec<(String, String)> = f
        .isi
        .medan
        .iter()
        .map(|m| {
            let isi = match m.jenis {
                JenisMedan::Tanggal => "2026-10-05",
                JenisMedan::Pilihan => m.opsi.first().map_or("", String::as_str),
                _ if m.kunci == "nama-anak" => "Melati (contoh)",
                _ if m.kunci == "judul" => "Pola tanam padi gogo (contoh)",
                _ if m.kunci == "lokasi" => "Sangatta Utara",
                _ => "contoh",
            };
            (m.kunci.clone(), isi.to_owned())
        })
        .collect();
    let lembar = f.isi.berkas().map(|m| Ok((m.kunci.clone(), m.label.clone(), berkas::pdf(&m.label)?))).collect::<Hasil<Vec<_>>>()?;
    let lampiran = lembar.iter().map(|(medan, nama, berkas)| Lampiran { medan, nama, berkas }).collect();
    let kirim = Kirim { nama, kontak: "0800-0000-0000 (contoh)", mentah: &mentah, lampiran, ..Kirim::default() };
    permohonan::terima(store, &t, Baru { id: PermohonanId::baru(), formulir: f.id, gerai, kirim }).await
}

#[derive(Clone, Copy)]
enum Langkah {
    Periksa,
    Minta,
    Proses,
    Setujui,
    Tolak,
    Siap,
}

/// An officer who sits at the case's gerai.
async fn petugas(store: &Store, p: &Permohonan) -> Hasil<Pelaku> {
    for (surel, _) in PELAKSANA {
        let orang = sebagai(store, surel).await?;
        if hak::permohonan(store, &orang, p.id).await.is_ok() {
            return Ok(orang);
        }
    }
    Err(StoreError::TidakDitemukan)
}

async fn olah(store: &Store, p: &Permohonan, langkah: &[Langkah]) -> Hasil<()> {
    let hak = hak::permohonan(store, &petugas(store, p).await?, p.id).await?.pengolah()?;
    for l in langkah {
        let versi = permohonan::dari_id(store.baca(), p.id).await?.versi;
        match l {
            Langkah::Periksa => permohonan::periksa(store, &hak, versi).await?,
            Langkah::Minta => {
                permohonan::minta_perbaikan(store, &hak, versi, "Foto kartu keluarga terpotong. Mohon foto ulang seluruh halaman.").await?;
            }
            Langkah::Proses => permohonan::proses(store, &hak, versi).await?,
            Langkah::Setujui => permohonan::setujui(store, &hak, versi).await?,
            Langkah::Tolak => {
                let alasan = "Lokasi penelitian di luar Kabupaten Kutai Timur. Ajukan ke kabupaten yang dituju.";
                permohonan::tolak(store, &hak, versi, alasan).await?;
            }
            Langkah::Siap => permohonan::siap(store, &hak, versi, "Dapat diambil pada jam buka, atau diunduh bila berupa surat.").await?,
        }
    }
    Ok(())
}

async fn lunasi(store: &Store, mpp: UnitId, p: &Permohonan) -> Hasil<()> {
    let kasir = hak::mpp(store, &sebagai(store, "kasir@contoh.id").await?, mpp).await?.kasir()?;
    let t = tagihan::milik(store.baca(), p.id).await?.into_iter().next().ok_or(StoreError::TidakDitemukan)?;
    tagihan::lunasi(store, &kasir, t.id, "BK-0001 (contoh)", t.nominal).await.map(drop)
}

/// A stand-in for the letter, so that filling the example lays out no page more; officers print real ones.
async fn surat(store: &Store, p: &Permohonan) -> Hasil<()> {
    let hak = hak::permohonan(store, &petugas(store, p).await?, p.id).await?.pengolah()?;
    let isian = Isian { tanggal: "hari ini", terima: "beberapa hari lalu", nomor: "070/001/CONTOH", hari: &str::to_owned };
    let teks = dokumen::rancangan(store, p, &isian).await?;
    let pdf = berkas::pdf("Surat izin penelitian")?;
    let kode = berita_acara::kode_baru();
    let c = Cetakan { id: Uuid::now_v7(), kode: &kode, nomor: "070/001/CONTOH", teks: &teks, pdf: pdf.isi() };
    dokumen::terbitkan(store, &hak, &c).await
}
