//! What the national report says, from board, recap and counts; in Indonesian whatever the reader's language. Nothing is computed
//! here but sums of counts: means, categories and ranks are the store's and `pekppp`'s.

use std::collections::BTreeSet;

use dokumen::{
    Angka, Kepala, LaporanNasional,
    masukan::{
        AngkaKunci, BarisTindakLanjutNasional, BelumTerbit, ButirMetode, DariLain, Kekurangan, Kepastian, PenandaTangan, PeranTandaTangan,
        Sumber, Verifikasi,
    },
};
use store::{
    Waktu,
    nasional::{
        self, Papan,
        bahan::{self, Diterima, TindakLanjut},
        konsep::Isi,
        rekap::{self, Baris, Nasional},
    },
    verifikasi, wilayah,
};

use super::edisi;
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format::{self, Zona},
    kata::{kunci_skema, menunggu_validasi},
};

/// Head of the report, and what was written for it.
pub struct Kop<'a> {
    pub kode: &'a str,
    pub urut: i64,
    pub alasan: Option<String>,
    pub naskah: &'a Isi,
    pub pada: Waktu,
    pub zona: Zona,
}

pub(super) fn n(x: impl TryInto<u64>) -> u64 {
    x.try_into().unwrap_or_default()
}

pub(super) fn bulat(x: u64) -> String {
    format::angka(Bahasa::Id, &x.to_string())
}

pub(super) fn kunci(label: &str, nilai: u64, bawah: String) -> AngkaKunci {
    AngkaKunci { label: Bahasa::Id.s(label), nilai: bulat(nilai), bawah }
}

/// The province of a code as it is called; a line of its own for what lies in none.
pub(super) fn tempat(kode: &str) -> String {
    match (kode, wilayah::cari(kode)) {
        ("", _) => Bahasa::Id.s("lapnas-cetak-tanpa-wilayah"),
        (_, Some(w)) => w.nama.to_owned(),
        _ => kode.to_owned(),
    }
}

/// The report, and the edition that most of its units used (`None` while no unit is in it).
///
/// # Errors
/// When the store fails.
pub async fn susun(app: &AppState, hak: &Nasional, tahun: i64, skema: &str, kop: &Kop<'_>) -> Hasil<(LaporanNasional, Option<String>)> {
    let s = &app.store;
    let papan = nasional::papan(s, tahun, skema).await?;
    let rekap = rekap::rekap(s, hak, tahun, skema).await?;
    let ikut = bahan::ikut(s, hak, tahun, skema).await?;
    let lalu = nasional::pilihan(s).await?.into_iter().find(|p| p.skema == skema && p.tahun < tahun);
    let lalu = match lalu {
        Some(p) => Some(nasional::papan(s, p.tahun, skema).await?),
        None => None,
    };
    let mut bab = Vec::new();
    for sidik in edisi::urut(&papan, &rekap) {
        let e = store::edisi::dapat(s, &sidik).await?;
        bab.push(edisi::susun(&papan, lalu.as_deref(), &sidik, &e, &rekap, &ikut));
    }
    let hari = kop.pada.hari(kop.zona.nama());
    let tindak = bahan::tindak_lanjut(s, hak, tahun, skema, hari).await?;
    let diterima = bahan::diterima(s, hak, tahun, skema).await?;
    let instansi = bahan::jumlah_instansi(s, hak, tahun, skema).await?;
    let naskah = kop.naskah;
    let isi = LaporanNasional {
        kepala: kepala(app, &papan, kop),
        tahun: tahun.to_string(),
        skema: Bahasa::Id.s(kunci_skema(skema)),
        versi: u32::try_from(kop.urut).unwrap_or(u32::MAX),
        alasan: kop.alasan.clone(),
        tempat_tanggal: format!("{}, {}", naskah.tempat, format::tanggal(Bahasa::Id, hari)),
        pendahuluan: paragraf(&naskah.pendahuluan),
        simpulan: paragraf(&naskah.simpulan),
        saran: paragraf(&naskah.saran),
        angka: angka(&rekap, instansi),
        tindak_lanjut: tindak_lanjut(&tindak),
        dari_lain: bahan::dari_lain(s, hak, tahun, skema).await?.into_iter().map(dari_lain).collect(),
        kurang: kurang(&papan, &rekap, &diterima, skema),
        belum_terbit: bahan::belum_terbit(s, hak, tahun, skema).await?.into_iter().map(belum_terbit).collect(),
        metode: metode(),
        sumber: sumber(),
        sementara: menunggu_validasi(skema, papan.divalidasi())
            .then(|| Bahasa::Id.a("lapnas-cetak-sementara", [("jumlah", bulat(n(papan.belum_divalidasi)).into())])),
        penanda_tangan: vec![PenandaTangan {
            peran: PeranTandaTangan::WakilPenanggungjawab,
            nama: naskah.penanda_tangan.clone(),
            jabatan: naskah.jabatan.clone(),
            nip: None,
        }],
        edisi: bab,
    };
    let utama = isi.edisi.first().map(|e| e.hash.clone());
    Ok((isi, utama))
}

pub(super) fn kepala(app: &AppState, papan: &Papan, kop: &Kop<'_>) -> Kepala {
    let url = format!("{}/verifikasi/{}", app.konfig.alamat, kop.kode);
    Kepala {
        instansi: Bahasa::Id.s("lapnas-cetak-kementerian"),
        perangkat: None,
        nomor: Some(kop.naskah.nomor.clone()).filter(|x| !x.is_empty()),
        dibuat: kop.pada.timestamp(),
        dibuat_teks: format::waktu(Bahasa::Id, kop.pada.timestamp(), kop.zona),
        ilustrasi: app.ilustrasi || papan.ilustrasi(),
        verifikasi: Some(Verifikasi { url_pendek: Some(format::alamat_pendek(&url)), url, kode: Some(verifikasi::tampil(kop.kode)) }),
    }
}

/// A blank line parts paragraphs.
fn paragraf(teks: &str) -> Vec<String> {
    let rapi = teks.replace('\r', "");
    rapi.split("\n\n").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect()
}

fn jumlah(rekap: &[Baris], f: fn(&Baris) -> i64) -> u64 {
    n(rekap.iter().map(f).sum::<i64>())
}

fn angka(rekap: &[Baris], instansi: i64) -> Vec<AngkaKunci> {
    let (lokus, beku, terbit) = (jumlah(rekap, |b| b.lokus), jumlah(rekap, |b| b.beku), jumlah(rekap, |b| b.terbit));
    let provinsi = rekap.iter().map(|b| b.provinsi.as_str()).filter(|p| !p.is_empty()).collect::<BTreeSet<_>>().len();
    let b = |kunci: &str, x: u64| Bahasa::Id.a(kunci, [("jumlah", bulat(x).into())]);
    vec![
        kunci("lapnas-cetak-unit", lokus, b("lapnas-cetak-unit-bawah", n(instansi))),
        kunci("lapnas-cetak-beku", beku, b("lapnas-cetak-belum-bawah", lokus.saturating_sub(beku))),
        kunci("lapnas-cetak-terbit", terbit, b("lapnas-cetak-belum-bawah", beku.saturating_sub(terbit))),
        kunci("lapnas-cetak-provinsi", n(provinsi), b("lapnas-cetak-provinsi-bawah", n(wilayah::provinsi().len()))),
    ]
}

fn tindak_lanjut(semua: &[TindakLanjut]) -> Vec<BarisTindakLanjutNasional> {
    let satu = |nama: String, t: &TindakLanjut| BarisTindakLanjutNasional {
        nama,
        rekomendasi: n(t.rekomendasi),
        direncanakan: n(t.direncanakan),
        diterima: n(t.diterima),
        lewat: n(t.lewat),
    };
    let mut baris: Vec<_> = semua.iter().map(|t| satu(tempat(&t.provinsi), t)).collect();
    let kosong = TindakLanjut { provinsi: String::new(), rekomendasi: 0, direncanakan: 0, diterima: 0, lewat: 0 };
    let semua = semua.iter().fold(kosong, |a, t| TindakLanjut {
        rekomendasi: a.rekomendasi + t.rekomendasi,
        direncanakan: a.direncanakan + t.direncanakan,
        diterima: a.diterima + t.diterima,
        lewat: a.lewat + t.lewat,
        ..a
    });
    if baris.len() > 1 {
        baris.push(satu(Bahasa::Id.s("lapnas-cetak-seluruhnya"), &semua));
    }
    baris
}

/// What is not there; only what counts more than nothing.
fn kurang(papan: &Papan, rekap: &[Baris], d: &Diterima, skema: &str) -> Vec<Kekurangan> {
    let ada: BTreeSet<&str> = rekap.iter().map(|b| b.provinsi.as_str()).collect();
    let kosong: Vec<&str> = wilayah::provinsi().iter().filter(|p| !ada.contains(p.kode)).map(|p| p.nama).collect();
    let (lokus, beku, terbit) = (jumlah(rekap, |b| b.lokus), jumlah(rekap, |b| b.beku), jumlah(rekap, |b| b.terbit));
    let validasi = if menunggu_validasi(skema, false) { n(papan.belum_divalidasi) } else { 0 };
    let s = |kunci: &str| Bahasa::Id.s(kunci);
    let nama = || Bahasa::Id.a("lapnas-cetak-tanpa-unit-arti", [("nama", kosong.join(", ").into())]);
    let semua = [
        ("lapnas-cetak-tanpa-unit", n(kosong.len()), nama()),
        ("lapnas-cetak-belum-beku", lokus.saturating_sub(beku), s("lapnas-cetak-belum-beku-arti")),
        ("lapnas-cetak-belum-terbit", beku.saturating_sub(terbit), s("lapnas-cetak-belum-terbit-arti")),
        ("lapnas-cetak-tanpa-ipp", n(papan.tanpa_ipp), s("lapnas-cetak-tanpa-ipp-arti")),
        ("lapnas-cetak-belum-validasi", validasi, s("lapnas-cetak-belum-validasi-arti")),
        ("lapnas-cetak-lain-sah", n(d.sah), s("lapnas-cetak-lain-sah-arti")),
        ("lapnas-cetak-lain-dicabut", n(d.dicabut), s("lapnas-cetak-lain-dicabut-arti")),
        ("lapnas-cetak-lain-ditarik", n(d.ditarik), s("lapnas-cetak-lain-ditarik-arti")),
        ("lapnas-cetak-lain-menunggu", n(d.menunggu), s("lapnas-cetak-lain-menunggu-arti")),
        ("lapnas-cetak-lain-kembali", n(d.kembali), s("lapnas-cetak-lain-kembali-arti")),
    ];
    semua.into_iter().filter(|x| x.1 > 0).map(|(k, jumlah, arti)| Kekurangan { perihal: s(k), jumlah, arti }).collect()
}

fn dari_lain(d: bahan::DariLain) -> DariLain {
    let angka = |x: String| Angka::new(format::angka(Bahasa::Id, &x), x);
    let (tertinggi, terendah) = d.rentang.map(|(a, b)| (angka(a), angka(b))).unzip();
    let tanda = [(d.ilustrasi, "umum-ilustrasi"), (d.dicabut, "lapnas-cetak-lain-kunci")];
    let tanda: Vec<String> = tanda.into_iter().filter(|(ada, _)| *ada).map(|(_, kunci)| Bahasa::Id.s(kunci)).collect();
    DariLain {
        instansi: d.instansi,
        periode: if tanda.is_empty() { d.periode } else { format!("{} ({})", d.periode, tanda.join("; ")) },
        versi: n(d.nomor),
        unit: n(d.unit),
        dinilai: n(d.kategori.iter().map(|(_, n)| n).sum::<i64>()),
        kategori: d.kategori.iter().map(|(k, n)| format!("{k} {n}")).collect::<Vec<_>>().join(", "),
        tertinggi,
        terendah,
        sidik: d.sidik,
    }
}

fn belum_terbit(b: bahan::BelumTerbit) -> BelumTerbit {
    let keadaan = if b.ditarik == 1 { "lapnas-cetak-ditarik" } else { "lapnas-cetak-belum" };
    BelumTerbit { instansi: b.instansi, periode: b.periode, unit: n(b.lokus), beku: n(b.beku), keadaan: Bahasa::Id.s(keadaan) }
}

fn metode() -> Vec<ButirMetode> {
    let butir = |judul: &str, isi: &str| ButirMetode { judul: Bahasa::Id.s(judul), isi: Bahasa::Id.s(isi) };
    vec![
        butir("lapnas-cetak-metode-angka", "lapnas-cetak-metode-angka-isi"),
        butir("lapnas-cetak-metode-rata", "lapnas-cetak-metode-rata-isi"),
        butir("lapnas-cetak-metode-edisi", "lapnas-cetak-metode-edisi-isi"),
        butir("lapnas-cetak-metode-tahun", "lapnas-cetak-metode-tahun-isi"),
    ]
}

fn sumber() -> Vec<Sumber> {
    let butir = |judul: &str, isi: &str, kepastian| Sumber { butir: Bahasa::Id.s(judul), sumber: Bahasa::Id.s(isi), kepastian };
    vec![
        butir("lapnas-cetak-sumber-laporan", "lapnas-cetak-sumber-laporan-isi", Kepastian::Sedang),
        butir("lapnas-cetak-sumber-bentuk", "lapnas-cetak-sumber-bentuk-isi", Kepastian::TidakDitemukan),
        butir("lapnas-cetak-sumber-ipp", "lapnas-cetak-sumber-ipp-isi", Kepastian::TidakDitemukan),
        Sumber { butir: Bahasa::Id.s("lapnas-cetak-sumber-wilayah"), sumber: wilayah::SUMBER.to_owned(), kepastian: Kepastian::Tinggi },
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(super::paragraf("satu\r\ndua\r\n\r\n\r\n tiga \n\n"), ["satu\ndua", "tiga"]);
        assert!(super::paragraf(" \n").is_empty());
    }
}
