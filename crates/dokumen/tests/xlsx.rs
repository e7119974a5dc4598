//! Workbooks read back by another library: numbers are numbers, text is never a formula, formulas are ours.

#![cfg(test)]

#[expect(dead_code, reason = "each test uses its part")]
mod contoh;

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use dokumen::masukan::{AgregasiF03, BarisPeringkat, TabelPeringkat};
use dokumen::xlsx::{Kolom, Sel, laporan_skm, lhe, peringkat, rencana_skm, tabel_xlsx};
use dokumen::{Angka, Error};

fn buka(isi: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(isi)).unwrap()
}

fn teks(isi: &str) -> Data {
    Data::String(isi.to_owned())
}

#[test]
fn lhe_has_its_sheets_and_real_numbers() {
    let mut buku = buka(lhe(&contoh::lhe()).unwrap());
    assert_eq!(buku.sheet_names(), ["Ringkasan", "Aspek", "Indikator", "Rekomendasi", "F03", "Metode"]);
    let indikator = buku.worksheet_range("Indikator").unwrap();
    assert_eq!(indikator.get_value((0, 0)), Some(&teks("Skor per indikator")));
    assert!(matches!(indikator.get_value((1, 0)), Some(Data::String(isi)) if isi.starts_with("ILUSTRASI")));
    // Header in row 5 (counted from 1), the first indicator below it.
    assert_eq!(indikator.get_value((4, 1)), Some(&teks("Kode")));
    assert_eq!(indikator.get_value((5, 1)), Some(&teks("1.a.Ak")));
    assert_eq!(indikator.get_value((5, 3)), Some(&Data::Float(17.0)));
    assert_eq!(indikator.get_value((5, 4)), Some(&Data::Float(5.0)));
    assert_eq!(indikator.rows().skip(5).count(), 31);
}

/// Evaluates our own formulas by hand on the values read back: what a spreadsheet would show equals the frozen value.
#[test]
fn lhe_formulas_point_at_the_right_cells() {
    let masukan = contoh::lhe();
    let mut buku = buka(lhe(&masukan).unwrap());
    let indikator = buku.worksheet_range("Indikator").unwrap();
    let aspek = buku.worksheet_range("Aspek").unwrap();
    let rumus = buku.worksheet_formula("Aspek").unwrap();
    let angka = |lembar: &calamine::Range<Data>, baris, kolom| match lembar.get_value((baris, kolom)) {
        Some(Data::Float(isi)) => *isi,
        lain => panic!("row {baris}, column {kolom}: {lain:?}"),
    };
    assert_eq!(rumus.get_value((5, 4)).unwrap(), "SUMPRODUCT((Indikator!$A$6:$A$36=A6)*Indikator!$D$6:$D$36*Indikator!$E$6:$E$36)/100");
    assert_eq!(rumus.get_value((5, 5)).unwrap(), "C6*E6/100");
    assert_eq!(rumus.get_value((11, 5)).unwrap(), "SUM(F6:F11)");
    assert!((angka(&aspek, 11, 2) - 100.0).abs() < 1e-9, "the weights' total stands in the file for readers that do not recompute");
    let mut f02 = 0.0;
    for (i, satu) in (5..11).zip(&masukan.aspek) {
        let kode = teks(&satu.kode);
        let nilai: f64 = (5..36)
            .filter(|baris| indikator.get_value((*baris, 0)) == Some(&kode))
            .map(|baris| angka(&indikator, baris, 3) * angka(&indikator, baris, 4) / 100.0)
            .sum();
        assert!((nilai - angka(&aspek, i, 3)).abs() < 1e-9, "aspect {}", satu.kode);
        f02 += nilai * angka(&aspek, i, 2) / 100.0;
    }
    assert!((f02 - masukan.nilai.f02.untuk_gambar().unwrap()).abs() < 1e-9);

    let ringkasan = buku.worksheet_range("Ringkasan").unwrap();
    let rumus = buku.worksheet_formula("Ringkasan").unwrap();
    let baris = |judul: &str| -> u32 {
        let ada = ringkasan.rows().position(|baris| baris[0] == teks(judul)).unwrap();
        u32::try_from(ada).unwrap()
    };
    let (b75, b25, f02, f03, ipp) =
        (baris("Bagian F02 (%)"), baris("Bagian F03 (%)"), baris("Nilai F02"), baris("Nilai F03"), baris("Indeks Pelayanan Publik (IPP)"));
    assert_eq!(rumus.get_value((f02, 2)).unwrap(), "Aspek!F12");
    let harap = format!("B{}/100*C{}+B{}/100*C{}", b75 + 1, f02 + 1, b25 + 1, f03 + 1);
    assert_eq!(rumus.get_value((ipp, 2)).unwrap(), &harap);
    let hitung = 0.75 * angka(&ringkasan, f02, 1) + 0.25 * angka(&ringkasan, f03, 1);
    assert!((hitung - angka(&ringkasan, ipp, 1)).abs() < 1e-9);
}

/// F03 is the mean of the aspects: the words say so, and the formula covers exactly the rows of the statements.
#[test]
fn f03_is_recomputed_the_way_the_edition_aggregates() {
    let mut masukan = contoh::lhe();
    let mut buku = buka(lhe(&masukan).unwrap());
    let lembar = buku.worksheet_range("F03").unwrap();
    let akhir = u32::try_from(5 + masukan.f03.pernyataan.len()).unwrap();
    assert_eq!(lembar.get_value((4, 0)), Some(&teks("Aspek")));
    assert_eq!(lembar.get_value((5, 1)), Some(&teks(&masukan.f03.pernyataan[0].kode)));
    assert_eq!(lembar.get_value((akhir, 0)), Some(&teks("Nilai F03")));
    let banyak = format!("COUNTIF($A$6:$A${akhir},$A$6:$A${akhir})");
    let rumus = buku.worksheet_formula("F03").unwrap();
    assert_eq!(rumus.get_value((akhir, 3)).unwrap(), &format!("SUMPRODUCT($D$6:$D${akhir}/{banyak})/SUMPRODUCT(1/{banyak})"));
    let ringkasan = |buku: &mut Xlsx<Cursor<Vec<u8>>>| {
        let isi = buku.worksheet_range("Ringkasan").unwrap();
        let baris = isi.rows().position(|baris| baris[0] == teks("Nilai F03")).unwrap();
        let rumus = buku.worksheet_formula("Ringkasan").unwrap();
        let rumus = rumus.get_value((u32::try_from(baris).unwrap(), 2)).cloned().unwrap_or_default();
        (rumus, isi.rows().nth(baris).unwrap()[3].to_string())
    };
    let (ulang, kata) = ringkasan(&mut buku);
    assert_eq!(ulang, format!("'F03'!D{}", akhir + 1));
    assert!(kata.starts_with("rata-rata nilai aspek"), "{kata}");

    masukan.f03.agregasi = Some(AgregasiF03::Pernyataan);
    let mut buku = buka(lhe(&masukan).unwrap());
    assert!(ringkasan(&mut buku).1.starts_with("rata-rata semua pernyataan"));
    assert_eq!(buku.worksheet_formula("F03").unwrap().get_value((akhir, 3)).unwrap(), &format!("AVERAGE(D6:D{akhir})"));

    masukan.f03.pernyataan[0].rerata = None;
    assert_eq!(ringkasan(&mut buka(lhe(&masukan).unwrap())).0, "", "nothing to recompute from");
}

#[test]
fn what_is_missing_on_the_first_sheet_is_a_dash() {
    let mut masukan = contoh::lhe();
    (masukan.peringkat, masukan.kepala.nomor) = (None, None);
    let isi = buka(lhe(&masukan).unwrap()).worksheet_range("Ringkasan").unwrap();
    for judul in ["Peringkat", "Nomor laporan"] {
        assert_eq!(isi.rows().find(|baris| baris[0] == teks(judul)).unwrap()[1], teks("–"));
    }
}

#[test]
fn text_of_users_never_becomes_a_formula() {
    let mut masukan = contoh::lhe();
    for isi in ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "=HYPERLINK(\"http://x\")"] {
        masukan.unit.nama = isi.into();
        masukan.indikator[0].catatan = Some(isi.into());
        let mut buku = buka(lhe(&masukan).unwrap());
        assert_eq!(buku.worksheet_range("Indikator").unwrap().get_value((5, 6)), Some(&teks(isi)));
        assert_eq!(buku.worksheet_formula("Indikator").unwrap().get_value((5, 6)).map_or("", String::as_str), "");
    }
}

fn buku_peringkat((tabel, kelompok): &(TabelPeringkat, Vec<(&str, Vec<BarisPeringkat>)>)) -> Xlsx<Cursor<Vec<u8>>> {
    let mut isi = Vec::new();
    peringkat(tabel, kelompok.iter().map(|(n, b)| (*n, b.clone())), &std::env::temp_dir(), &mut isi).unwrap();
    buka(isi)
}

#[test]
fn ranking_keeps_the_unrounded_value_beside_the_shown_one() {
    let mut buku = buku_peringkat(&contoh::peringkat());
    assert_eq!(buku.sheet_names(), ["Rumah sakit   puskesmas"]);
    let lembar = buku.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(lembar.get_value((6, 1)), Some(&teks("=HYPERLINK(\"x\")")));
    assert_eq!(lembar.get_value((5, 6)), Some(&Data::Float(4.1937)));
    assert_eq!(lembar.get_value((5, 0)), Some(&Data::Float(1.0)));
}

#[test]
fn ranking_without_units_says_so_and_twin_names_do_not_clash() {
    let mut tabel = contoh::peringkat();
    tabel.1.push(tabel.1[0].clone());
    let buku = buku_peringkat(&tabel);
    assert_eq!(buku.sheet_names(), ["Rumah sakit   puskesmas", "Rumah sakit   puskesmas (2)"]);
    tabel.1.clear();
    let mut buku = buku_peringkat(&tabel);
    let lembar = buku.worksheet_range_at(0).unwrap().unwrap();
    assert!(lembar.rows().any(|baris| baris[0] == teks("Belum ada unit yang diperingkat.")));
}

#[test]
fn any_table_round_trips() {
    let kolom = [Kolom::new("Nama", 20.0), Kolom::new("Nilai", 8.0), Kolom::new("Banyak", 8.0)];
    let baris = [vec!["=a".into(), Sel::Angka(Angka::new("4,29", "4.2896")), Sel::Bulat(-3)]];
    let mut buku = buka(tabel_xlsx("Daftar: unit/2023", &kolom, &baris).unwrap());
    assert_eq!(buku.sheet_names(), ["Daftar  unit 2023"]);
    let lembar = buku.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(lembar.get_value((3, 0)), Some(&teks("=a")));
    assert_eq!(lembar.get_value((3, 1)), Some(&Data::Float(4.2896)));
    assert_eq!(lembar.get_value((3, 2)), Some(&Data::Float(-3.0)));
    let salah = tabel_xlsx("x", &kolom, &[vec![Sel::Kosong]]);
    assert!(matches!(salah, Err(Error::BarisTidakCocok { kolom: 3, baris: 1, ada: 1 })));
}

#[test]
fn same_input_gives_the_same_workbook() {
    assert_eq!(lhe(&contoh::lhe()).unwrap(), lhe(&contoh::lhe()).unwrap());
}

#[test]
fn a_large_table_is_written_row_by_row_and_reads_back() {
    use dokumen::xlsx::{AliranXlsx, Kolom, SelRingkas};
    let map = std::env::temp_dir().join(format!("aliran-{}", std::process::id()));
    std::fs::create_dir_all(&map).unwrap();
    let kolom = vec![Kolom::new("Kode", 10.0), Kolom::new("Nilai", 8.0), Kolom::new("Saran", 20.0)];
    let kunci = ["kode", "nilai", "saran"].map(str::to_owned).to_vec();
    let mut aliran = AliranXlsx::baru("Judul", "Jawaban", kolom, kunci, &map).unwrap();
    for i in 0..3000_u32 {
        let mut baris = aliran.baris().unwrap();
        for sel in [SelRingkas::Teks("=1+1"), SelRingkas::Bulat(i), SelRingkas::Kosong] {
            baris.sel(sel).unwrap();
        }
        assert!(baris.sel(SelRingkas::Kosong).is_err(), "a cell beyond the last column");
    }
    let ke = map.join("isi.xlsx");
    aliran.simpan(&ke).unwrap();
    let mut buku: calamine::Xlsx<_> = calamine::open_workbook(&ke).unwrap();
    let isi = buku.worksheet_range("Jawaban").unwrap();
    assert_eq!(isi.height(), 3002);
    assert_eq!(isi.get_value((2, 0)).unwrap().to_string(), "=1+1", "text, never a formula");
    assert_eq!(isi.get_value((3001, 1)).unwrap().to_string(), "2999");
    std::fs::remove_dir_all(&map).unwrap();
}

#[test]
fn several_tables_make_one_book() {
    use dokumen::xlsx::{Kolom, LembarTabel, Sel, buku_xlsx};
    let lembar = |nama: &str| LembarTabel {
        nama: nama.into(),
        judul: "Judul".into(),
        catatan: vec!["Cara hitung".into()],
        kolom: vec![Kolom::new("a", 9.0)],
        baris: vec![vec![Sel::Bulat(3)], vec![Sel::Kosong]],
    };
    let isi = buku_xlsx("Judul", true, &[lembar("Unsur"), lembar("unsur")]).unwrap();
    let buku: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(isi)).unwrap();
    assert_eq!(buku.sheet_names(), ["Unsur", "unsur (2)"]);
}

/// The same by hand for the SKM report: every formula leads from the counts to the reported figure.
#[test]
fn skm_report_recomputes_the_ikm_from_the_counts() {
    let l = contoh::laporan_skm();
    let mut buku = buka(laporan_skm(&l).unwrap());
    assert_eq!(buku.sheet_names(), ["Ringkasan", "Unsur", "Sebaran", "Profil", "Tindak lanjut", "Metode"]);
    let (sebaran, unsur) = (buku.worksheet_range("Sebaran").unwrap(), buku.worksheet_range("Unsur").unwrap());
    let angka = |lembar: &calamine::Range<Data>, baris, kolom| match lembar.get_value((baris, kolom)) {
        Some(Data::Float(isi)) => *isi,
        lain => panic!("row {baris}, column {kolom}: {lain:?}"),
    };
    let rumus = buku.worksheet_formula("Sebaran").unwrap();
    assert_eq!(rumus.get_value((5, 7)).unwrap(), "SUM(D6:G6)");
    assert_eq!(rumus.get_value((5, 8)).unwrap(), "D6*1+E6*2+F6*3+G6*4");
    let rumus = buku.worksheet_formula("Unsur").unwrap();
    assert_eq!(
        rumus.get_value((5, 4)).unwrap(),
        "ROUND(SUMIF(Sebaran!$A$6:$A$14,A6,Sebaran!$I$6:$I$14)*1000/SUMIF(Sebaran!$A$6:$A$14,A6,Sebaran!$H$6:$H$14),0)/1000"
    );
    assert_eq!(rumus.get_value((5, 5)).unwrap(), "ROUND(ROUND(E6*1000,0)*25*100/1/1000,0)/100");
    assert_eq!(rumus.get_value((5, 6)).unwrap(), "IF(F6>=88.31,\"A\",IF(F6>=76.61,\"B\",IF(F6>=65.00,\"C\",\"D\")))");
    let mut ribu = 0.0;
    for baris in 5..14 {
        let hitung: Vec<f64> = (3..7).map(|k| angka(&sebaran, baris, k)).collect();
        let n: f64 = hitung.iter().sum();
        let jumlah: f64 = hitung.iter().zip([1.0, 2.0, 3.0, 4.0]).map(|(a, b)| a * b).sum();
        assert_eq!((n, jumlah), (angka(&sebaran, baris, 7), angka(&sebaran, baris, 8)), "row {baris}");
        let nrr = (jumlah * 1000.0 / n).round();
        assert!((nrr / 1000.0 - angka(&unsur, baris, 2)).abs() < 1e-9, "NRR in row {baris}");
        assert!(((nrr * 25.0 * 100.0 / 1000.0).round() / 100.0 - angka(&unsur, baris, 3)).abs() < 1e-9, "row {baris}");
        ribu += nrr;
    }
    let (ringkasan, rumus) = (buku.worksheet_range("Ringkasan").unwrap(), buku.worksheet_formula("Ringkasan").unwrap());
    let baris = (5..20).find(|b| ringkasan.get_value((*b, 0)) == Some(&teks("Indeks Kepuasan Masyarakat (IKM)"))).unwrap();
    assert_eq!(rumus.get_value((baris, 2)).unwrap(), "ROUND(ROUND(SUM(Unsur!E6:E14)*1000,0)*25*100/9/1000,0)/100");
    assert!(((ribu * 25.0 * 100.0 / 9.0 / 1000.0).round() / 100.0 - angka(&ringkasan, baris, 1)).abs() < 1e-9);
    assert_eq!(
        rumus.get_value((baris + 1, 2)).unwrap(),
        &format!("IF(C{n}>=88.31,\"A\",IF(C{n}>=76.61,\"B\",IF(C{n}>=65.00,\"C\",\"D\")))", n = baris + 1)
    );
    assert_eq!(buka(rencana_skm(&contoh::rencana_skm()).unwrap()).sheet_names(), ["Tindak lanjut"]);
}
