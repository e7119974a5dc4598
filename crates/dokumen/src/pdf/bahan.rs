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
        let mut gambar: Vec<Gambar> = Vec::new();
        let kepala = dokumen.kepala();
        gambar.extend(qr_verifikasi(kepala)?);
        let (templat, judul) = match dokumen {
            Dokumen::BeritaAcaraPelaksanaan(isi) => ("berita-acara.typ", format!("Berita Acara Pelaksanaan PEKPPP {}", isi.unit.nama)),
            Dokumen::BeritaAcaraHasil(isi) => ("berita-acara.typ", format!("Berita Acara Hasil PEKPPP {}", isi.pelaksanaan.unit.nama)),
            Dokumen::LembarTandaTangan(isi) => {
                ("lembar-tanda-tangan.typ", format!("Lembar Tanda Tangan {} {}", isi.judul_dokumen, isi.unit.nama))
            }
            Dokumen::Lhe(isi) => {
                gambar.extend(gambar_lhe(isi)?);
                ("lhe.typ", format!("Laporan Hasil Evaluasi PEKPPP {} {}", isi.unit.nama, isi.periode.tahun))
            }
            Dokumen::PosterF03(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("poster-f03.typ", format!("Poster survei pengguna layanan {}", isi.unit.nama))
            }
            Dokumen::KuesionerF03(isi) => {
                gambar.extend(isi.url.as_deref().map(|url| qr("qr-survei.svg", url)).transpose()?);
                ("kuesioner-f03.typ", format!("Kuesioner F03 {}", isi.unit.nama))
            }
            Dokumen::KuesionerSkm(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("kuesioner-skm.typ", format!("Kuesioner {} {}", isi.ronde, isi.unit))
            }
            Dokumen::PosterSkm(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("poster-skm.typ", format!("Poster {} {}", isi.ronde, isi.unit))
            }
            Dokumen::LembarTautan(isi) => {
                for (i, t) in isi.tautan.iter().enumerate() {
                    gambar.push(qr(format!("qr-{i}.svg"), &t.url)?);
                }
                ("lembar-tautan.typ", format!("Tautan sekali pakai {} {}", isi.ronde, isi.unit))
            }
            Dokumen::LaporanSkm(isi) => {
                gambar.extend(super::gambar_skm::laporan(isi)?);
                ("laporan-skm.typ", format!("Laporan {} {}", isi.ronde.nama, isi.ronde.unit))
            }
            Dokumen::RencanaSkm(isi) => ("rencana-skm.typ", format!("Rencana tindak lanjut {} {}", isi.ronde.nama, isi.ronde.unit)),
            Dokumen::SuratKeputusan(isi) => ("sk.typ", format!("Rancangan keputusan {}", isi.tentang)),
            Dokumen::DaftarHadir(isi) => ("daftar-hadir.typ", format!("Daftar hadir {}", isi.kegiatan)),
            Dokumen::Pengumuman(isi) => ("pengumuman.typ", format!("Pengumuman hasil {}", isi.periode.nama)),
            Dokumen::Piagam(isi) => ("piagam.typ", format!("{} {}", isi.judul, isi.penerima)),
            Dokumen::LembarSkm(isi) => ("lembar-skm.typ", format!("Hasil {} {}", isi.ronde.nama, isi.ronde.unit)),
            Dokumen::LaporanNasional(isi) => {
                gambar.extend(gambar_nasional(isi));
                ("laporan-nasional.typ", format!("Laporan Nasional PEKPPP {} {}", isi.tahun, isi.skema))
            }
            Dokumen::TandaTerima(isi) => {
                ("tanda-terima.typ", if isi.judul.trim().is_empty() { "Tanda terima".to_owned() } else { isi.judul.clone() })
            }
            Dokumen::Lembaran(isi) => ("lembaran.typ", if isi.judul.trim().is_empty() { "Laporan".to_owned() } else { isi.judul.clone() }),
            Dokumen::LembarLayanan(isi) => ("lembar-layanan.typ", format!("Standar pelayanan {}", isi.nama)),
            Dokumen::PosterLayanan(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("poster-layanan.typ", format!("Poster layanan {}", isi.nama))
            }
            Dokumen::SuratLayanan(isi) => ("surat-layanan.typ", format!("{} {}", isi.judul, kepala.nomor.as_deref().unwrap_or_default())),
            Dokumen::NaskahMpp(isi) => {
                ("naskah-mpp.typ", if isi.judul.trim().is_empty() { "Naskah".to_owned() } else { isi.judul.clone() })
            }
            Dokumen::PosterMal(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("poster-mal.typ", format!("Poster {}", isi.nama))
            }
            Dokumen::PosterUnit(isi) => {
                gambar.push(qr("qr-survei.svg", &isi.url)?);
                ("poster-unit.typ", format!("Poster {}", isi.nama))
            }
            Dokumen::LaporanTindakLanjut(isi) => {
                ("tindak-lanjut.typ", format!("Laporan tindak lanjut PEKPPP {} {}", isi.unit.nama, isi.periode.tahun))
            }
        };
        let mut logo = None;
        if let Dokumen::Piagam(isi) = dokumen
            && let Some(l) = &isi.logo
        {
            let nama: Cow<'static, str> = if l.jenis == "png" { "logo.png".into() } else { "logo.jpg".into() };
            logo = Some((nama, l.isi.clone(), format!("Lambang {}", kepala.instansi)));
        }
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
