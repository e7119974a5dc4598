//! The 19 documented holes of the rubric give "tidak diatur", and so does what nobody documented.

#![cfg(test)]

mod dukungan;

use dukungan::{edisi, usulan};
use pekppp::{Usulan, usulkan};

const CELAH: [(&str, &str); 19] = [
    (
        "sp_sebagian",
        "1.a.Ak: sp_dibuat=ya;jumlah_jenis_pelayanan=13;jumlah_sp=3;sp_14_komponen=ya;sp_ditetapkan=ya;sp_libatkan_masyarakat=ya;sp_monev=ya",
    ),
    ("satu_media_tanpa_sippn", "3.a.T: sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=cetak"),
    ("sippn_sedikit_media", "3.a.T: sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=sippn"),
    ("sippn_sebagai_media", "3.a.T: sp_dipublikasikan=ya;semua_6_komponen=ya;media_publikasi=sippn,cetak"),
    ("hanya_elektronik", "5.a.K: maklumat_ada=ya;maklumat_ditetapkan=ya;isi_sesuai=ya;dipublikasikan=ya;media=elektronik"),
    ("hanya_elektronik", "6.a.B: skm_dilaksanakan=ya;sesuai_permenpanrb=ya;dipublikasikan=ya;media=elektronik;ditindaklanjuti=ya"),
    ("tanpa_laporan", "8.a.Ak: ada_rencana=ya;persen_realisasi=50;ada_laporan=tidak"),
    ("lebih_dari_12_bulan", "9.a.Ak: ditindaklanjuti=ya;lama_bulan=lebih_12"),
    ("parkir_tanpa_fasilitas", "15.c.K: ada_parkir=ya;fasilitas=tidak_ada"),
    ("satu_fasilitas_wajib", "16.c.As: fasilitas=kursi,wifi,televisi"),
    (
        "sebagian_di_sippn",
        "21.d.T: ada_sipp=ya;jenis=elektronik;elektronik=daring;pakai_sippn=ya;jumlah_layanan_di_sippn=2 | 1.a.Ak: jumlah_jenis_pelayanan=3",
    ),
    ("tidak_berurutan", "22.d.B: unsur=skm"),
    ("di_luar_daftar", "25.e.P: fasilitas=petugas;fasilitas_lain=ruang tenang"),
    ("menyatu_dengan_lapor", "26.e.P: ada_sarana=ya;sarana=menyatu,lapor"),
    ("hanya_daring", "26.e.P: ada_sarana=ya;sarana=surel,lapor"),
    ("tepat_90_persen", "28.e.Ak: masuk_total=10;selesai_total=9;terhubung_lapor=ya;masuk_lapor=10;selesai_lapor=9"),
    ("lapor_tanpa_aduan", "28.e.Ak: masuk_total=0;selesai_total=0;terhubung_lapor=ya;masuk_lapor=0;selesai_lapor=0"),
    ("tepat_satu_tahun", "29.f.B: ada_inovasi=ya;lama=tepat_1_tahun;ikut_kompetisi=tidak"),
    ("menang_tahun_pertama", "29.f.B: ada_inovasi=ya;lama=kurang_1_tahun;ikut_kompetisi=ya;penghargaan=nasional"),
];

#[test]
fn each_documented_gap_is_left_to_the_evaluator() {
    for (kunci, teks) in CELAH {
        match usulan(teks) {
            Usulan::TidakDiatur { alasan, celah } => {
                assert!(celah.iter().any(|c| c == kunci), "{teks}: {celah:?}");
                assert!(alasan.contains("Tidak diatur rubrik"), "{alasan}");
            }
            lain => panic!("{teks}: {lain:?}"),
        }
    }
}

#[test]
fn the_edition_has_exactly_these_gaps() {
    let ada: usize = edisi("pekppp-2022-a").indikator().map(|i| i.celah.len()).sum();
    assert_eq!(ada, CELAH.len());
}

#[test]
fn undocumented_holes_are_not_guessed_either() {
    for teks in [
        "16.c.As: fasilitas=wifi",
        "17.c.As: ada_toilet=ya;kondisi=tidak_ada",
        "21.d.T: ada_sipp=ya;jenis=non_elektronik;non_elektronik=papan",
        "23.d.As: punya_sipp_elektronik=ya;mudah_dioperasikan=tidak",
        "27.e.Ak: dokumentasi=ya;diarsipkan=tidak",
        "28.e.Ak: masuk_total=0;selesai_total=0;terhubung_lapor=tidak",
        "30.f.B: ada_sumber_daya=ya;payung_hukum=belum_ada;lainnya=sdm",
    ] {
        let Usulan::TidakDiatur { celah, .. } = usulan(teks) else {
            panic!("{teks}: {:?}", usulan(teks));
        };
        assert!(celah.is_empty(), "{teks}: {celah:?}");
    }
}

#[test]
fn missing_answers_are_named_and_hidden_ones_are_not_asked() {
    let Usulan::BelumLengkap { bidang } = usulan("1.a.Ak: sp_dibuat=ya;sp_14_komponen=ya;jumlah_sp=3") else {
        panic!("incomplete");
    };
    assert_eq!(bidang, ["1.a.Ak/jumlah_jenis_pelayanan", "1.a.Ak/sp_ditetapkan"]);
    let Usulan::BelumLengkap { bidang } =
        usulan("21.d.T: ada_sipp=ya;jenis=elektronik;elektronik=daring;pakai_sippn=ya;jumlah_layanan_di_sippn=2")
    else {
        panic!("needs indicator 1");
    };
    assert_eq!(bidang, ["1.a.Ak/jumlah_jenis_pelayanan"]);
    assert!(matches!(usulan("1.a.Ak: sp_dibuat=tidak;sp_monev=ya"), Usulan::Skor { .. }));
}

#[test]
fn answers_of_hidden_fields_do_not_count() {
    // "Parking: no" with facilities still stored from before.
    let Usulan::Skor { nilai, alasan } = usulan("15.c.K: ada_parkir=tidak;fasilitas=cctv,karcis") else {
        panic!("score");
    };
    assert_eq!(nilai.angka(), 0);
    assert!(!alasan.contains("CCTV"), "{alasan}");
}

#[test]
fn an_edition_without_rubric_says_so() {
    let lama = edisi("pekppp-2017");
    let hasil = usulkan(lama, "1.a.K1", &pekppp::F01::new()).unwrap();
    assert!(matches!(hasil, Usulan::TanpaAturan { .. }));
    assert_eq!(usulkan(lama, "x", &pekppp::F01::new()), None);
}
