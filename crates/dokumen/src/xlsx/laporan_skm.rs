//! The SKM report as a workbook. The only inputs are how often each answer was given; NRR, converted values, IKM and class
//! beside the reported ones are formulas over them, so that a reader can check the figures without any program of ours.
//!
//! Rounding is done on whole numbers (`ROUND(sum*1000/n,0)/1000`), since a binary fraction may fall on the wrong side of a tie.

mod sebaran;

use rust_xlsxwriter::Workbook;

use super::gaya::{Catatan, Gaya, Lembar, sifat};
use super::tabel::{Kolom, Sel};
use crate::Error;
use crate::masukan::{LaporanSkm, RencanaSkm, RtlCetak};

/// Sheets Ringkasan, Unsur, Sebaran, Profil, Tindak lanjut, Metode.
///
/// # Errors
/// [`Error::BukanAngka`], or a limit of the format.
pub fn laporan_skm(l: &LaporanSkm) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, &format!("Laporan SKM {} {}", l.ronde.unit, l.ronde.nama), Some(&l.kepala))?;
    let keterangan = [format!("{} | {} | {} | {}", l.ronde.unit, l.ronde.nama, l.ronde.kurun, l.ronde.edisi)];
    let catatan = Catatan { ilustrasi: l.kepala.ilustrasi, baris: &keterangan };
    // Tables start below title, remarks, an empty row and the header; rows count from 1 in formulas.
    let awal = usize::from(l.kepala.ilustrasi) + 5;
    ringkasan(&mut buku, &gaya, l, &catatan, awal)?;
    unsur(&mut buku, &gaya, l, &catatan, awal)?;
    sebaran::tulis(&mut buku, &gaya, l, &catatan, awal)?;
    profil(&mut buku, &gaya, l, &catatan)?;
    rtl(&mut buku, &gaya, &l.rtl, &catatan)?;
    metode(&mut buku, &gaya, l, &catatan)?;
    Ok(buku.save_to_buffer()?)
}

/// The plan alone, on one sheet.
///
/// # Errors
/// A limit of the format.
pub fn rencana_skm(r: &RencanaSkm) -> Result<Vec<u8>, Error> {
    let gaya = Gaya::default();
    let mut buku = Workbook::new();
    sifat(&mut buku, &format!("Rencana tindak lanjut {} {}", r.ronde.unit, r.ronde.nama), Some(&r.kepala))?;
    let keterangan = [format!("{} | {} | {} | {}", r.ronde.unit, r.ronde.nama, r.ronde.kurun, r.kemajuan)];
    rtl(&mut buku, &gaya, &r.rtl, &Catatan { ilustrasi: r.kepala.ilustrasi, baris: &keterangan })?;
    Ok(buku.save_to_buffer()?)
}

/// Class of the cell by the lower bounds of the edition, best first; text in a formula of ours is quoted.
fn kelas(l: &LaporanSkm, sel: &str) -> String {
    let aman = |huruf: &str| huruf.replace('"', "");
    let (terakhir, awal) = l.kategori.split_last().map_or(("", &[][..]), |(t, a)| (t.mutu.as_str(), a));
    let mulai: Vec<String> = awal.iter().map(|k| format!("IF({sel}>={},\"{}\",", k.dari.eksak, aman(&k.mutu))).collect();
    format!("={}\"{}\"{}", mulai.concat(), aman(terakhir), ")".repeat(awal.len()))
}

fn ringkasan(buku: &mut Workbook, gaya: &Gaya, l: &LaporanSkm, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Ringkasan", "Laporan Survei Kepuasan Masyarakat", catatan)?;
    lembar.kepala(&[
        Kolom::new("Butir", 34.0),
        Kolom::new("Dilaporkan", 36.0),
        Kolom::new("Dihitung ulang di buku kerja ini", 22.0),
        Kolom::new("Rumus", 64.0),
    ])?;
    let judul = |teks: &str| Sel::Judul(teks.to_owned());
    let (h, akhir) = (&l.hasil, awal + l.unsur.len().max(1) - 1);
    let verifikasi = l.kepala.verifikasi.as_ref().map(|v| &v.url);
    for (nama, isi) in
        [("Unit", &l.ronde.unit), ("Kode unit", &l.ronde.unit_kode), ("Ronde", &l.ronde.nama), ("Waktu survei", &l.ronde.kurun)]
    {
        lembar.tulis(&[judul(nama), isi.into(), Sel::Kosong, Sel::Kosong])?;
    }
    lembar.tulis(&[judul("Halaman verifikasi"), verifikasi.into(), Sel::Kosong, Sel::Kosong])?;
    let pertama = sebaran::kolom_n(l);
    let n = Sel::Rumus { rumus: format!("=Sebaran!{pertama}{awal}"), hasil: Some(h.responden.clone()) };
    lembar.tulis(&[judul("Responden"), (&h.responden).into(), n, "jumlah jawaban pada pertanyaan pertama".into()])?;
    lembar.tulis(&[judul("Sampel minimal"), (&h.target).into(), Sel::Kosong, "tabel Krejcie-Morgan".into()])?;
    let a = &h.aturan;
    let (atas, bawah) = a.faktor;
    let (sepuluh_nrr, sepuluh_ikm) = (10_u64.pow(a.nrr_desimal), 10_u64.pow(a.ikm_desimal));
    let jumlah = format!("ROUND(SUM(Unsur!E{awal}:E{akhir})*{sepuluh_nrr},0)");
    let k = l.unsur.len().max(1);
    // Rounded as printed, so that a cell shown in full reads the same.
    let desimal = h.indeks.eksak.split_once('.').map_or(0, |(_, pecahan)| pecahan.len());
    let indeks = Sel::Rumus { rumus: format!("=ROUND({jumlah}/{k}/{sepuluh_nrr},{desimal})"), hasil: Some(h.indeks.clone()) };
    lembar.tulis(&[judul("Nilai indeks"), (&h.indeks).into(), indeks, format!("jumlah NRR x bobot 1/{k}").as_str().into()])?;
    let rumus = format!("=ROUND({jumlah}*{atas}*{sepuluh_ikm}/{}/{sepuluh_nrr},0)/{sepuluh_ikm}", u64::from(bawah.max(1)) * k as u64);
    let ikm = Sel::Rumus { rumus, hasil: Some(h.ikm.clone()) };
    let uraian = format!("nilai indeks x {atas}/{bawah}, dibulatkan {} angka, angka 5 ke atas", a.ikm_desimal);
    lembar.tulis(&[judul("Indeks Kepuasan Masyarakat (IKM)"), (&h.ikm).into(), ikm, uraian.as_str().into()])?;
    // `baris` counts from 0, so it is the number of the row above: the one with the IKM.
    let baris = lembar.baris;
    let mutu = Sel::RumusTeks { rumus: kelas(l, &format!("C{baris}")), hasil: h.mutu.clone() };
    lembar.tulis(&[
        judul("Mutu pelayanan"),
        format!("{} ({})", h.mutu, h.kinerja).as_str().into(),
        mutu,
        "batas bawah tiap mutu".into(),
    ])?;
    lembar.tulis(&[judul("SHA-256 jumlah jawaban"), (&l.hash_sumber).into(), Sel::Kosong, Sel::Kosong])
}

fn unsur(buku: &mut Workbook, gaya: &Gaya, l: &LaporanSkm, catatan: &Catatan<'_>, awal: usize) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Unsur", "Nilai tiap unsur", catatan)?;
    lembar.kepala(&[
        Kolom::new("Kode", 8.0),
        Kolom::new("Unsur", 44.0),
        Kolom::new("NRR dilaporkan", 12.0),
        Kolom::new("Konversi dilaporkan", 12.0),
        Kolom::new("NRR dihitung ulang", 12.0),
        Kolom::new("Konversi dihitung ulang", 12.0),
        Kolom::new("Mutu", 8.0),
        Kolom::new("Rentang 95% bawah", 12.0),
        Kolom::new("Rentang 95% atas", 12.0),
    ])?;
    let a = &l.hasil.aturan;
    let ((atas, bawah), nrr, ikm) = (a.faktor, 10_u64.pow(a.nrr_desimal), 10_u64.pow(a.ikm_desimal));
    let akhir = awal + sebaran::banyak(l).max(1) - 1;
    let (kolom_n, kolom_jumlah) = (sebaran::kolom_n(l), sebaran::kolom_jumlah(l));
    for (i, u) in l.unsur.iter().enumerate() {
        let n = awal + i;
        let cari = |kolom: &str| format!("SUMIF(Sebaran!$A${awal}:$A${akhir},A{n},Sebaran!${kolom}${awal}:${kolom}${akhir})");
        let rumus_nrr = format!("=ROUND({}*{nrr}/{},0)/{nrr}", cari(&kolom_jumlah), cari(&kolom_n));
        let rumus_konversi = format!("=ROUND(ROUND(E{n}*{nrr},0)*{atas}*{ikm}/{}/{nrr},0)/{ikm}", bawah.max(1));
        let (dari, sampai) = u.rentang.as_ref().map_or((Sel::Kosong, Sel::Kosong), |(x, y)| (x.into(), y.into()));
        lembar.tulis(&[
            (&u.kode).into(),
            (&u.nama).into(),
            (&u.nrr).into(),
            (&u.konversi).into(),
            Sel::Rumus { rumus: rumus_nrr, hasil: Some(u.nrr.clone()) },
            Sel::Rumus { rumus: rumus_konversi, hasil: Some(u.konversi.clone()) },
            Sel::RumusTeks { rumus: kelas(l, &format!("F{n}")), hasil: u.mutu.clone() },
            dari,
            sampai,
        ])?;
    }
    lembar.saring(l.unsur.len(), 9)
}

fn profil(buku: &mut Workbook, gaya: &Gaya, l: &LaporanSkm, catatan: &Catatan<'_>) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Profil", "Profil responden", catatan)?;
    lembar.kepala(&[
        Kolom::new("Isian", 24.0),
        Kolom::new("Pilihan", 40.0),
        Kolom::new("Responden", 12.0),
        Kolom::new("Porsi (%)", 10.0),
        Kolom::new("IKM", 12.0),
        Kolom::new("Mutu", 18.0),
    ])?;
    let mut banyak = 0;
    for b in &l.profil {
        for x in &b.baris {
            let (ikm, mutu) = x.ikm.as_ref().map_or((Sel::Kosong, (&x.tutup).into()), |(a, m)| (a.into(), m.into()));
            lembar.tulis(&[(&b.judul).into(), (&x.label).into(), (&x.n).into(), (&x.persen).into(), ikm, mutu])?;
            banyak += 1;
        }
    }
    lembar.saring(banyak, 6)
}

fn rtl(buku: &mut Workbook, gaya: &Gaya, isi: &[RtlCetak], catatan: &Catatan<'_>) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Tindak lanjut", "Rencana tindak lanjut", catatan)?;
    lembar.kepala(&[
        Kolom::new("No", 6.0),
        Kolom::new("Prioritas unsur", 36.0),
        Kolom::new("Program atau kegiatan", 52.0),
        Kolom::new("Keluaran", 36.0),
        Kolom::new("Waktu", 20.0),
        Kolom::new("Jangka", 24.0),
        Kolom::new("Penanggung jawab", 28.0),
        Kolom::new("Keadaan", 16.0),
        Kolom::new("Penyelesaian", 36.0),
    ])?;
    for (no, b) in (1_i64..).zip(isi) {
        lembar.tulis(&[
            Sel::Bulat(no),
            (&b.unsur).into(),
            (&b.kegiatan).into(),
            (&b.keluaran).into(),
            (&b.tenggat).into(),
            (&b.jangka).into(),
            (&b.penanggung_jawab).into(),
            (&b.keadaan).into(),
            b.penyelesaian.as_ref().into(),
        ])?;
    }
    lembar.saring(isi.len(), 9)
}

fn metode(buku: &mut Workbook, gaya: &Gaya, l: &LaporanSkm, catatan: &Catatan<'_>) -> Result<(), Error> {
    let mut lembar = Lembar::baru(buku, gaya, "Metode", "Metode dan sumber aturan", catatan)?;
    lembar.kepala(&[Kolom::new("Butir", 40.0), Kolom::new("Uraian atau sumber", 100.0)])?;
    for m in &l.metode {
        lembar.tulis(&[(&m.judul).into(), (&m.isi).into()])?;
    }
    for s in &l.sumber {
        lembar.tulis(&[(&s.butir).into(), (&s.sumber).into()])?;
    }
    Ok(())
}
