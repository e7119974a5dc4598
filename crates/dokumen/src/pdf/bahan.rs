//! Gathers what one document needs: its template, its data as JSON, and the drawings (QR, radar, line).

use std::borrow::Cow;

use serde_json::json;

use crate::Error;
use crate::grafik::{self, Bingkai, GarisTahun, Sumbu};
use crate::masukan::{Dokumen, Kepala, LaporanNasional, Lhe, SeriAspek};
use crate::qr::qr_svg;

pub struct Bahan {
    pub templat: &'static str,
    pub berkas: Vec<(Cow<'static, str>, Vec<u8>)>,
}

/// Name in the virtual file system, drawing, alternative text.
pub(super) type Gambar = (Cow<'static, str>, String, String);

impl Bahan {
    pub fn siapkan(dokumen: &Dokumen) -> Result<Self, Error> {
        let kepala = dokumen.kepala();
        let mut gambar: Vec<Gambar> = qr_verifikasi(kepala)?.into_iter().collect();
        gambar.extend(gambar_milik(dokumen)?);
        let (templat, judul) = templat(dokumen);
        let logo = logo(dokumen);
        let alt = gambar.iter().map(|(nama, _, alt)| (nama, alt)).chain(logo.iter().map(|(nama, _, alt)| (nama, alt)));
        let alt: serde_json::Map<_, _> = alt.map(|(nama, alt)| (nama.to_string(), json!(ringkas(alt)))).collect();
        let mut data = json!({ "judul": ringkas(&judul), "isi": dokumen, "kepala": kepala, "gambar": alt });
        // The picture travels as a file of its own; the template need not read it twice.
        if let Some(isi) = data.pointer_mut("/isi/logo") {
            *isi = json!(logo.as_ref().map(|(nama, ..)| nama));
        }
        let mut berkas = vec![(Cow::Borrowed("data.json"), serde_json::to_vec(&data)?)];
        berkas.extend(logo.map(|(nama, isi, _)| (nama, isi)));
        berkas.extend(gambar.into_iter().map(|(nama, svg, _)| (nama, svg.into_bytes())));
        Ok(Self { templat, berkas })
    }
}

/// Template and title of a document.
fn templat(dokumen: &Dokumen) -> (&'static str, String) {
    let atau = |judul: &str, kosong: &str| if judul.trim().is_empty() { kosong } else { judul }.to_owned();
    match dokumen {
        Dokumen::BeritaAcaraPelaksanaan(isi) => ("berita-acara.typ", format!("Berita Acara Pelaksanaan PEKPPP {}", isi.unit.nama)),
        Dokumen::BeritaAcaraHasil(isi) => ("berita-acara.typ", format!("Berita Acara Hasil PEKPPP {}", isi.pelaksanaan.unit.nama)),
        Dokumen::LembarTandaTangan(isi) => {
            ("lembar-tanda-tangan.typ", format!("Lembar Tanda Tangan {} {}", isi.judul_dokumen, isi.unit.nama))
        }
        Dokumen::Lhe(isi) => ("lhe.typ", format!("Laporan Hasil Evaluasi PEKPPP {} {}", isi.unit.nama, isi.periode.tahun)),
        Dokumen::PosterF03(isi) => ("poster-f03.typ", format!("Poster survei pengguna layanan {}", isi.unit.nama)),
        Dokumen::KuesionerF03(isi) => ("kuesioner-f03.typ", format!("Kuesioner F03 {}", isi.unit.nama)),
        Dokumen::KuesionerSkm(isi) => ("kuesioner-skm.typ", format!("Kuesioner {} {}", isi.ronde, isi.unit)),
        Dokumen::PosterSkm(isi) => ("poster-skm.typ", format!("Poster {} {}", isi.ronde, isi.unit)),
        Dokumen::LembarTautan(isi) => ("lembar-tautan.typ", format!("Tautan sekali pakai {} {}", isi.ronde, isi.unit)),
        Dokumen::LaporanSkm(isi) => ("laporan-skm.typ", format!("Laporan {} {}", isi.ronde.nama, isi.ronde.unit)),
        Dokumen::RencanaSkm(isi) => ("rencana-skm.typ", format!("Rencana tindak lanjut {} {}", isi.ronde.nama, isi.ronde.unit)),
        Dokumen::SuratKeputusan(isi) => ("sk.typ", format!("Rancangan keputusan {}", isi.tentang)),
        Dokumen::DaftarHadir(isi) => ("daftar-hadir.typ", format!("Daftar hadir {}", isi.kegiatan)),
        Dokumen::Pengumuman(isi) => ("pengumuman.typ", format!("Pengumuman hasil {}", isi.periode.nama)),
        Dokumen::Piagam(isi) => ("piagam.typ", format!("{} {}", isi.judul, isi.penerima)),
        Dokumen::LembarSkm(isi) => ("lembar-skm.typ", format!("Hasil {} {}", isi.ronde.nama, isi.ronde.unit)),
        Dokumen::LaporanNasional(isi) => ("laporan-nasional.typ", format!("Laporan Nasional PEKPPP {} {}", isi.tahun, isi.skema)),
        Dokumen::TandaTerima(isi) => ("tanda-terima.typ", atau(&isi.judul, "Tanda terima")),
        Dokumen::Lembaran(isi) => ("lembaran.typ", atau(&isi.judul, "Laporan")),
        Dokumen::LembarLayanan(isi) => ("lembar-layanan.typ", format!("Standar pelayanan {}", isi.nama)),
        Dokumen::PosterLayanan(isi) => ("poster-layanan.typ", format!("Poster layanan {}", isi.nama)),
        Dokumen::SuratLayanan(isi) => {
            ("surat-layanan.typ", format!("{} {}", isi.judul, dokumen.kepala().nomor.as_deref().unwrap_or_default()))
        }
        Dokumen::NaskahMpp(isi) => ("naskah-mpp.typ", atau(&isi.judul, "Naskah")),
        Dokumen::PosterMal(isi) => ("poster-mal.typ", format!("Poster {}", isi.nama)),
        Dokumen::PosterUnit(isi) => ("poster-unit.typ", format!("Poster {}", isi.nama)),
        Dokumen::LaporanTindakLanjut(isi) => {
            ("tindak-lanjut.typ", format!("Laporan tindak lanjut PEKPPP {} {}", isi.unit.nama, isi.periode.tahun))
        }
    }
}

/// The drawings of a document beside the code of its verification.
fn gambar_milik(dokumen: &Dokumen) -> Result<Vec<Gambar>, Error> {
    let survei = |url: &str| Ok(vec![qr("qr-survei.svg", url)?]);
    match dokumen {
        Dokumen::Lhe(isi) => gambar_lhe(isi),
        Dokumen::PosterF03(isi) => survei(&isi.url),
        Dokumen::KuesionerF03(isi) => isi.url.as_deref().map_or_else(|| Ok(Vec::new()), survei),
        Dokumen::KuesionerSkm(isi) => survei(&isi.url),
        Dokumen::PosterSkm(isi) => survei(&isi.url),
        Dokumen::PosterLayanan(isi) => survei(&isi.url),
        Dokumen::PosterMal(isi) => survei(&isi.url),
        Dokumen::PosterUnit(isi) => survei(&isi.url),
        Dokumen::LembarTautan(isi) => isi.tautan.iter().enumerate().map(|(i, t)| qr(format!("qr-{i}.svg"), &t.url)).collect(),
        Dokumen::LaporanSkm(isi) => super::gambar_skm::laporan(isi),
        Dokumen::LaporanNasional(isi) => Ok(gambar_nasional(isi)),
        _ => Ok(Vec::new()),
    }
}

/// The emblem that a certificate carries: file name, content, alternative text.
fn logo(dokumen: &Dokumen) -> Option<(Cow<'static, str>, Vec<u8>, String)> {
    let Dokumen::Piagam(isi) = dokumen else { return None };
    let l = isi.logo.as_ref()?;
    let nama = if l.jenis == "png" { "logo.png" } else { "logo.jpg" };
    Some((nama.into(), l.isi.clone(), format!("Lambang {}", dokumen.kepala().instansi)))
}

/// PDF/A bounds a string at 32 767 bytes; a title or an alternative text that long helps nobody anyway.
fn ringkas(teks: &str) -> String {
    const TERPANJANG: usize = 1_000;
    if teks.chars().count() <= TERPANJANG {
        return teks.to_owned();
    }
    teks.chars().take(TERPANJANG).chain(['…']).collect()
}

fn qr(nama: impl Into<Cow<'static, str>>, isi: &str) -> Result<Gambar, Error> {
    Ok((nama.into(), qr_svg(isi, isi)?, format!("Kode QR menuju {isi}")))
}

fn qr_verifikasi(kepala: &Kepala) -> Result<Option<Gambar>, Error> {
    kepala.verifikasi.as_ref().map(|verifikasi| qr("qr.svg", &verifikasi.url)).transpose()
}

/// The grid of provinces of each edition that has a published value.
fn gambar_nasional(laporan: &LaporanNasional) -> Vec<Gambar> {
    let ada = laporan.edisi.iter().enumerate().filter(|(_, e)| e.petak.iter().any(|p| p.rata.is_some()));
    let satu = |(i, e): (usize, &crate::masukan::EdisiNasional)| {
        let nilai =
            e.petak.iter().filter_map(|p| Some(format!("{} {} {}", p.nama, p.rata.as_ref()?.nilai.teks, p.rata.as_ref()?.kategori)));
        let deskripsi = format!("Rata-rata unit tiap provinsi. {}.", nilai.collect::<Vec<_>>().join("; "));
        let id = format!("petak-{i}");
        let svg = grafik::petak(Bingkai { id: &id, judul: "Peta petak provinsi", deskripsi: &deskripsi }, &e.petak);
        (format!("{id}.svg").into(), svg, deskripsi)
    };
    ada.map(satu).collect()
}

fn gambar_lhe(lhe: &Lhe) -> Result<Vec<Gambar>, Error> {
    let sumbu: Vec<Sumbu<'_>> = lhe.aspek.iter().map(|aspek| Sumbu { kode: &aspek.kode, label: &aspek.nama_pendek }).collect();
    let sendiri = SeriAspek { nama: lhe.unit.nama.clone(), nilai: lhe.aspek.iter().map(|aspek| Some(aspek.nilai.clone())).collect() };
    let seri: Vec<SeriAspek> = std::iter::once(sendiri).chain(lhe.pembanding.iter().cloned()).collect();
    let nilai: Vec<String> = lhe.aspek.iter().map(|aspek| format!("{} {}: {}", aspek.kode, aspek.nama_pendek, aspek.nilai.teks)).collect();
    let deskripsi = format!("Nilai per aspek pada skala 0 sampai 5. {}.", nilai.join("; "));
    let bingkai = Bingkai { id: "radar", judul: "Radar nilai per aspek", deskripsi: &deskripsi };
    let mut gambar = vec![("radar.svg".into(), grafik::radar(bingkai, &sumbu, &seri)?, deskripsi.clone())];
    if lhe.riwayat.len() > 1 {
        let nilai: Vec<String> = lhe.riwayat.iter().map(|titik| format!("{}: {}", titik.tahun, titik.nilai.teks)).collect();
        let deskripsi = format!("Indeks Pelayanan Publik per tahun. {}.", nilai.join("; "));
        let bingkai = Bingkai { id: "riwayat", judul: "Riwayat IPP", deskripsi: &deskripsi };
        let garis = [GarisTahun { nama: "IPP", titik: &lhe.riwayat }];
        gambar.push(("riwayat.svg".into(), grafik::garis_tahun(bingkai, &garis)?, deskripsi.clone()));
    }
    Ok(gambar)
}
