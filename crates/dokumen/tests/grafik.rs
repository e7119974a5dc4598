//! Charts: snapshots of small ones, and the promises that every drawing keeps.

#![cfg(test)]

use dokumen::Error;
use dokumen::grafik::{
    Batang, BatangRentang, Bingkai, GarisTahun, Lebar, Skala, Sumbu, TitikRentang, Tumpuk, batang, batang_rentang, garis_rentang,
    garis_tahun, pita, radar, tumpuk,
};
use dokumen::masukan::{Angka, SeriAspek, TitikTahun};

const BINGKAI: Bingkai<'_> = Bingkai { id: "g", judul: "Judul <b>", deskripsi: "A & B" };
const SUMBU: [Sumbu<'_>; 3] = [
    Sumbu { kode: "I", label: "Kebijakan" },
    Sumbu { kode: "II", label: "<script>" },
    Sumbu { kode: "III", label: "Sarana dan Prasarana Pelayanan" },
];

fn seri(nama: &str, nilai: [Option<&str>; 3]) -> SeriAspek {
    SeriAspek { nama: nama.into(), nilai: nilai.map(|satu| satu.map(Angka::apa_adanya)).to_vec() }
}

fn titik(tahun: i16, eksak: &str) -> TitikTahun {
    TitikTahun { tahun, nilai: Angka::apa_adanya(eksak), keterangan: Some("B & B".into()) }
}

fn semua() -> [String; 3] {
    let angka = Angka::apa_adanya("4.25");
    let isi = [
        Batang { label: "Kebijakan <Pelayanan>", nilai: Some(&angka), kelas: "kategori-a", kosong: "" },
        Batang { label: "Inovasi", nilai: None, kelas: "", kosong: "belum ada" },
    ];
    [
        radar(BINGKAI, &SUMBU, &[seri("Unit & co", [Some("4.5"), Some("3"), Some("5")]), seri("Rerata", [Some("4"), None, Some("2")])])
            .unwrap(),
        batang(BINGKAI, &isi).unwrap(),
        garis_tahun(
            BINGKAI,
            &[GarisTahun { nama: "IPP", titik: &[titik(2023, "4.19"), titik(2021, "4.18"), titik(2022, "4.52"), titik(2025, "4.67")] }],
        )
        .unwrap(),
    ]
}

#[test]
fn drawings_are_as_agreed() {
    let [satu, dua, tiga] = semua().map(|svg| svg.replace("><", ">\n<"));
    insta::assert_snapshot!("radar", satu);
    insta::assert_snapshot!("batang", dua);
    insta::assert_snapshot!("garis", tiga);
}

#[test]
fn drawings_are_accessible_escaped_and_pass_a_strict_csp() {
    for svg in semua() {
        assert!(svg.contains("role=\"img\" aria-labelledby=\"g-judul g-deskripsi\""));
        assert!(svg.contains("<title id=\"g-judul\">Judul &lt;b&gt;</title><desc id=\"g-deskripsi\">A &amp; B</desc>"));
        for terlarang in ["<script", "style=", "<style", "javascript:", "NaN", "inf"] {
            assert!(!svg.contains(terlarang), "{terlarang} in {svg}");
        }
    }
}

#[test]
fn a_missing_year_breaks_the_line() {
    let [_, _, svg] = semua();
    let jalur = svg.split("<path d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(jalur.matches('M').count(), 2, "{jalur}");
    assert_eq!(jalur.matches('L').count(), 2, "{jalur}");
}

#[test]
fn values_outside_the_scale_stay_inside_the_drawing() {
    let di_luar = radar(BINGKAI, &SUMBU, &[seri("x", [Some("9"), Some("-1"), Some("5")])]).unwrap();
    let di_tepi = radar(BINGKAI, &SUMBU, &[seri("x", [Some("5"), Some("0"), Some("5")])]).unwrap();
    let poligon = |svg: &str| svg.split("class=\"seri").nth(1).unwrap().split('"').nth(2).unwrap().to_owned();
    assert_eq!(poligon(&di_luar), poligon(&di_tepi));
}

#[test]
fn nothing_to_draw_is_still_a_drawing() {
    assert!(radar(BINGKAI, &[], &[]).unwrap().ends_with("</svg>"));
    assert!(batang(BINGKAI, &[]).unwrap().ends_with("</svg>"));
    assert!(garis_tahun(BINGKAI, &[]).unwrap().ends_with("</svg>"));
    assert!(garis_tahun(BINGKAI, &[GarisTahun { nama: "x", titik: &[] }]).unwrap().ends_with("</svg>"));
    assert!(garis_tahun(BINGKAI, &[GarisTahun { nama: "x", titik: &[titik(2023, "4")] }]).is_ok());
}

#[test]
fn what_is_no_number_is_refused() {
    for isi in ["4,5", "", "NaN", "inf", "x"] {
        let hasil = radar(BINGKAI, &SUMBU, &[seri("x", [Some(isi), None, None])]);
        assert!(matches!(hasil, Err(Error::BukanAngka(_))), "{isi}");
    }
}

fn skala() -> Skala {
    Skala::baru("25", "100", &[("D", "25"), ("C", "65"), ("B", "76.61"), ("A", "88.31")]).unwrap()
}

fn luwes(lebar: Lebar) -> [String; 3] {
    let [n, a, b] = ["80.75", "78.1", "83.4"].map(Angka::apa_adanya);
    let isi = [
        BatangRentang {
            label: "Penanganan pengaduan, saran, dan <masukan>",
            nilai: Some(&n),
            rentang: Some((&a, &b)),
            huruf: "B",
            kelas: "kategori-b",
            tanda: Some("▼"),
            kosong: "",
        },
        BatangRentang { label: "Biaya", nilai: None, rentang: None, huruf: "", kelas: "", tanda: None, kosong: "belum ada" },
    ];
    let titik = [
        TitikRentang { label: "Jun 2024", nilai: Some(&a), rentang: None, keterangan: "A & B" },
        TitikRentang { label: "Des 2024", nilai: None, rentang: None, keterangan: "" },
        TitikRentang { label: "Jun 2025", nilai: Some(&n), rentang: Some((&a, &b)), keterangan: "x" },
        TitikRentang { label: "Des 2025", nilai: Some(&b), rentang: None, keterangan: "y" },
    ];
    let nama = ["Buruk", "Cukup", "Baik", "Sangat baik"].map(str::to_owned);
    let hitung = [Tumpuk { label: "Sarana <script>", hitung: &[1, 0, 30, 9], nama: &nama }, Tumpuk { label: "x", hitung: &[], nama: &[] }];
    [
        batang_rentang(BINGKAI, lebar, &skala(), &isi).unwrap(),
        garis_rentang(BINGKAI, lebar, &skala(), &titik).unwrap(),
        tumpuk(BINGKAI, lebar, 1, &hitung),
    ]
}

#[test]
fn stretching_drawings_are_as_agreed() {
    let [satu, dua, tiga] = luwes(Lebar::Penuh).map(|svg| svg.replace("><", ">\n<"));
    insta::assert_snapshot!("batang_rentang", satu);
    insta::assert_snapshot!("garis_rentang", dua);
    insta::assert_snapshot!("tumpuk", tiga);
}

#[test]
fn stretching_drawings_keep_the_promises_of_all_drawings() {
    for svg in luwes(Lebar::Tetap(640)) {
        assert!(svg.contains("width=\"640\"") && svg.contains("role=\"img\" aria-labelledby=\"g-judul g-deskripsi\""));
        for terlarang in ["<script", "style=", "<style", "NaN", "inf"] {
            assert!(!svg.contains(terlarang), "{terlarang} in {svg}");
        }
    }
    assert!(luwes(Lebar::Penuh).iter().all(|svg| svg.starts_with("<svg") && svg.contains("width=\"100%\"")));
    assert!(pita(1, 4).contains("width=\"25%\"") && pita(1, 4).contains("aria-hidden=\"true\""));
    assert!(pita(5, 0).contains("width=\"0%\"") && pita(9, 3).contains("width=\"100%\""));
}

#[test]
fn an_axis_needs_numbers_in_order() {
    assert!(matches!(Skala::baru("1", "1", &[]), Err(Error::BukanAngka(_))));
    assert!(matches!(Skala::baru("x", "1", &[]), Err(Error::BukanAngka(_))));
    assert!(matches!(Skala::baru("1", "4", &[("A", "3,5")]), Err(Error::BukanAngka(_))));
    // What is missing breaks the line: of four points with one gap, one stretch is drawn.
    let [_, garis, _] = luwes(Lebar::Penuh);
    assert_eq!(garis.matches("class=\"garis\"").count(), 1);
}
