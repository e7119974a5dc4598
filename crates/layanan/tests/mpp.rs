//! The life of an MPP: the whole way, what stops it, limits, data with sources.
#![cfg(test)]

use std::collections::BTreeSet;

use jiff::{
    Span,
    civil::{Date, date},
};
use layanan::{
    Kalender, KepastianSumber,
    mpp::{
        DOKUMEN, Fitur, FormatDokumen, Forum, JenisDokumen as D, Kelompok, Keputusan, KurangForum, Langkah as L, Masukan, PANAH,
        Pelaku as P, Peristiwa, Perjalanan, SalahLangkah, Tahap as T, TahapForum, Tingkat, templat, tingkat,
    },
};
use proptest::prelude::*;

fn hari(n: i64) -> Date {
    date(2026, 1, 1).checked_add(Span::new().days(n)).unwrap()
}

fn coba(p: &mut Perjalanan, n: i64, oleh: P, langkah: L) -> Result<(), SalahLangkah> {
    p.terapkan(Peristiwa { tanggal: hari(n), oleh, langkah })
}

/// Files the documents of the stage and takes the way.
fn maju(p: &mut Perjalanan, n: i64, oleh: P, ke: T) {
    for jenis in p.dokumen_kurang() {
        coba(p, n, P::Pemda, L::Dokumen { jenis }).unwrap();
    }
    coba(p, n, oleh, L::Maju { ke }).unwrap();
}

fn sampai_keputusan(keputusan: Keputusan) -> Perjalanan {
    let mut p = Perjalanan::mulai(hari(0));
    maju(&mut p, 1, P::KepalaDaerah, T::UsulanDiajukan);
    maju(&mut p, 10, P::Kementerian, T::UsulanLengkap);
    maju(&mut p, 12, P::Kementerian, T::Verifikasi);
    coba(&mut p, 20, P::Kementerian, L::VerifikasiFaktual).unwrap();
    maju(&mut p, 30, P::Menteri, T::Keputusan);
    coba(&mut p, 31, P::Menteri, L::Putuskan { keputusan }).unwrap();
    p
}

#[test]
fn the_whole_way() {
    let mut p = sampai_keputusan(Keputusan::Disetujui);
    maju(&mut p, 32, P::Pemda, T::Persiapan);
    maju(&mut p, 40, P::Pemda, T::TeknisPelayanan);
    maju(&mut p, 50, P::Pemda, T::SaranaPrasarana);
    coba(&mut p, 100, P::Pemda, L::PembangunanSelesai).unwrap();
    maju(&mut p, 110, P::Pemda, T::UjiCoba);
    maju(&mut p, 120, P::Pemda, T::Perbaikan);
    maju(&mut p, 130, P::Pemda, T::UjiCoba);
    maju(&mut p, 140, P::KepalaDaerah, T::UsulPeresmian);
    assert_eq!(
        coba(&mut p, 141, P::Pemda, L::Maju { ke: T::Beroperasi }).unwrap_err(),
        SalahLangkah::DokumenKurang(vec![D::SuratUsulPeresmian, D::SuratPersetujuanPeresmian, D::PeraturanKepalaDaerah,])
    );
    maju(&mut p, 150, P::Pemda, T::Beroperasi);
    for n in [200, 300] {
        maju(&mut p, n, P::KepalaDaerah, T::PenambahanPelayanan);
        assert_eq!(p.dokumen_kurang(), [D::PenetapanTambahan, D::PemberitahuanMenteri], "each addition has its own papers");
        maju(&mut p, n + 1, P::Pemda, T::Beroperasi);
    }
    let dilalui: BTreeSet<_> = p.jejak().iter().map(|j| j.0).collect();
    assert_eq!((dilalui.len(), p.sejak()), (13, hari(301)), "all 13 stages were met");
}

#[test]
fn the_limits() {
    let (k, jatuh) = (Kalender::bawaan(), |p: &Perjalanan| p.tenggat(&Kalender::bawaan()).unwrap().map(|t| t.jatuh));
    let mut p = Perjalanan::mulai(hari(0));
    maju(&mut p, 1, P::KepalaDaerah, T::UsulanDiajukan);
    assert_eq!(jatuh(&p), None, "the clock does not run before the proposal is complete");
    maju(&mut p, 10, P::Kementerian, T::UsulanLengkap);
    maju(&mut p, 15, P::Kementerian, T::Verifikasi);
    assert_eq!(jatuh(&p), Some(hari(40)), "30 days of every kind, from complete");
    assert!(p.tenggat(&k).unwrap().unwrap().perkiraan.is_empty());
    let mut p = sampai_keputusan(Keputusan::Disetujui);
    for (n, ke) in [(32, T::Persiapan), (33, T::TeknisPelayanan), (34, T::SaranaPrasarana)] {
        maju(&mut p, n, P::Pemda, ke);
    }
    assert_eq!(jatuh(&p), None);
    let tanpa = |p: &mut Perjalanan| coba(p, 88, P::Pemda, L::Maju { ke: T::UjiCoba }).unwrap_err();
    assert_eq!(tanpa(&mut p), SalahLangkah::BelumSelesaiDibangun);
    coba(&mut p, 89, P::Pemda, L::PembangunanSelesai).unwrap();
    assert_eq!((hari(89), jatuh(&p)), (date(2026, 3, 31), Some(date(2026, 6, 30))), "three months, June has 30 days");
    assert_eq!(coba(&mut p, 90, P::Pemda, L::PembangunanSelesai), Err(SalahLangkah::SudahDicatat(hari(89))));
}

#[test]
fn given_back() {
    let mut p = sampai_keputusan(Keputusan::Dikembalikan);
    assert_eq!(coba(&mut p, 32, P::Pemda, L::Maju { ke: T::Persiapan }), Err(SalahLangkah::MenurutKeputusan(Keputusan::Dikembalikan)));
    let lagi = L::Putuskan { keputusan: Keputusan::Disetujui };
    assert_eq!(coba(&mut p, 32, P::Menteri, lagi), Err(SalahLangkah::MenurutKeputusan(Keputusan::Dikembalikan)));
    coba(&mut p, 40, P::Pemda, L::Maju { ke: T::Kajian }).unwrap();
    assert_eq!((p.keputusan(), p.dokumen().len(), p.dokumen_kurang()), (None, 2, vec![]), "the study stays");
    let mut q = sampai_keputusan(Keputusan::Disetujui);
    assert_eq!(coba(&mut q, 32, P::Pemda, L::Maju { ke: T::Kajian }), Err(SalahLangkah::MenurutKeputusan(Keputusan::Disetujui)));
}

#[test]
fn what_cannot_be_is_told() {
    let mut p = Perjalanan::mulai(hari(5));
    assert_eq!(coba(&mut p, 6, P::Pemda, L::Maju { ke: T::UsulanDiajukan }), Err(SalahLangkah::BukanPelaku(P::KepalaDaerah)));
    assert_eq!(
        coba(&mut p, 6, P::Pemda, L::Maju { ke: T::Beroperasi }),
        Err(SalahLangkah::TanpaJalan { dari: T::Kajian, ke: T::Beroperasi })
    );
    assert_eq!(coba(&mut p, 6, P::Kementerian, L::VerifikasiFaktual), Err(SalahLangkah::BukanTahapnya(T::Verifikasi)));
    assert_eq!(
        coba(&mut p, 4, P::Pemda, L::Dokumen { jenis: D::Kajian }),
        Err(SalahLangkah::TanggalMundur { terakhir: hari(5), tanggal: hari(4) })
    );
    let salah = coba(&mut p, 6, P::KepalaDaerah, L::Maju { ke: T::UsulanDiajukan }).unwrap_err();
    assert_eq!(salah.to_string(), "dokumen belum ada: kajian, berita-acara-forum");
    maju(&mut p, 7, P::KepalaDaerah, T::UsulanDiajukan);
    maju(&mut p, 8, P::Kementerian, T::UsulanLengkap);
    maju(&mut p, 9, P::Kementerian, T::Verifikasi);
    coba(&mut p, 9, P::Kementerian, L::Dokumen { jenis: D::FormulirVerifikasi }).unwrap();
    assert_eq!(coba(&mut p, 9, P::Menteri, L::Maju { ke: T::Keputusan }), Err(SalahLangkah::BelumFaktual));
}

#[test]
fn the_data_names_its_sources() {
    assert_eq!(T::SEMUA.iter().map(|t| t.nomor()).collect::<Vec<_>>(), (1..=13).collect::<Vec<_>>());
    assert!(D::SEMUA.iter().all(|j| DOKUMEN.iter().filter(|d| d.jenis == *j).count() == 1), "every document once");
    let lampiran: Vec<_> = DOKUMEN.iter().filter(|d| d.format == FormatDokumen::LampiranBelumTerbaca).map(|d| d.jenis).collect();
    assert_eq!(lampiran, [D::Kajian, D::FormulirVerifikasi, D::PerjanjianKerjaSama], "annexes that were not available");
    let usulan: Vec<_> =
        PANAH.iter().filter(|p| p.sumber.kepastian == KepastianSumber::Usulan).map(|p| (p.dari.nomor(), p.ke.nomor())).collect();
    assert_eq!(usulan, [(5, 1), (10, 9), (9, 11), (13, 12)], "ways that no text names");
    let batas: Vec<_> =
        T::SEMUA.iter().filter_map(|t| t.uraian().batas.map(|b| (t.nomor(), b.batas.jumlah, b.batas.satuan.kunci()))).collect();
    assert_eq!(batas, [(4, 30, "hari"), (9, 3, "bulan")]);
}

#[test]
fn the_forum() {
    let mut f = Forum { diundang: Kelompok::SEMUA.iter().copied().filter(|k| *k != Kelompok::Media).collect(), ..Forum::default() };
    assert_eq!((f.tahap(), f.kurang().len(), &f.kurang()[0]), (TahapForum::Pra, 4, &KurangForum::BelumDiundang(Kelompok::Media)));
    f.diundang.insert(Kelompok::Media);
    (f.dilaksanakan, f.berita_acara) = (Some(hari(1)), Some(hari(2)));
    let masukan = |dijawab| Masukan { dari: Kelompok::Pengguna, isi: "Loket khusus lansia".into(), dijawab };
    f.masukan = vec![masukan(Some(hari(3))), masukan(None)];
    assert_eq!((f.tahap(), f.kurang()), (TahapForum::Pasca, vec![KurangForum::MasukanTanpaJawaban(1), KurangForum::BelumTerbit]));
    f.masukan[1].dijawab = Some(hari(4));
    f.terbit = Some(hari(5));
    assert_eq!(f.kurang(), []);
}

#[test]
fn levels_of_a_tenant() {
    let t = |f: &[Fitur]| tingkat(&f.iter().copied().collect());
    assert_eq!(t(&[Fitur::Skm]), Tingkat::Kurang(vec![Fitur::InformasiUmum, Fitur::Pendaftaran]));
    assert_eq!([t(&[Fitur::Pendaftaran, Fitur::InformasiUmum]), t(Fitur::SEMUA)], [Tingkat::Minimal, Tingkat::Penuh]);
}

proptest! {
    /// Whatever is tried: a refused step changes nothing, no stage is left without its papers, nothing is built without
    /// approval, and every way taken is one of the data.
    #[test]
    fn any_steps(aksi in prop::collection::vec((0_u8..10, 0_usize..4, 0_usize..30), 0..120)) {
        let mut p = Perjalanan::mulai(hari(0));
        for (n, (jenis, oleh, pilih)) in (0..).zip(aksi) {
            let arah: Vec<_> = p.tahap().lanjut().collect();
            let (oleh, langkah) = match jenis {
                0 => (P::SEMUA[oleh], L::Maju { ke: T::SEMUA[pilih % 13] }),
                1 => (P::SEMUA[oleh], L::Dokumen { jenis: D::SEMUA[pilih % D::SEMUA.len()] }),
                2 => (P::Kementerian, L::VerifikasiFaktual),
                3 => (P::Pemda, L::PembangunanSelesai),
                4 => (P::Menteri, L::Putuskan { keputusan: Keputusan::SEMUA[usize::from(pilih == 0)] }),
                5 | 6 => (arah[pilih % arah.len()].oleh, L::Maju { ke: arah[pilih % arah.len()].ke }),
                _ => (P::Pemda, L::Dokumen { jenis: p.dokumen_kurang().first().copied().unwrap_or(D::Sinergi) }),
            };
            let (sebelum, wajib) = (p.clone(), p.dokumen_kurang());
            if coba(&mut p, n, oleh, langkah).is_err() {
                prop_assert_eq!(&p, &sebelum);
            } else if p.tahap() != sebelum.tahap() {
                prop_assert!(wajib.is_empty() || p.tahap() == T::Kajian);
                prop_assert!(p.tahap() < T::Persiapan || p.keputusan() == Some(Keputusan::Disetujui));
            }
        }
        prop_assert!(p.jejak().windows(2).all(|w| PANAH.iter().any(|a| (a.dari, a.ke) == (w[0].0, w[1].0))));
    }
}

#[test]
fn one_that_operated_before_goes_on_from_there() {
    let mut p = Perjalanan::sudah_beroperasi(hari(0));
    assert_eq!((p.tahap(), p.dokumen_kurang()), (T::Beroperasi, vec![]));
    assert!(coba(&mut p, 1, P::Pemda, L::Maju { ke: T::Kajian }).is_err());
    maju(&mut p, 2, P::KepalaDaerah, T::PenambahanPelayanan);
    assert_eq!(p.dokumen_kurang(), [D::PenetapanTambahan, D::PemberitahuanMenteri]);
}

#[test]
fn every_document_has_a_side_and_a_place() {
    for d in D::SEMUA {
        assert_eq!(d.uraian().map(|u| u.jenis), Some(*d));
        assert!(matches!(d.pihak(), P::Pemda | P::Kementerian));
    }
}

#[test]
fn texts_are_filled_once_and_say_what_is_missing() {
    for t in templat::BAWAAN {
        assert!(templat::tempat(t.isi).contains(&"nama"), "{}", t.kunci);
        assert!(matches!(templat::urai(t.isi).next(), Some(templat::Baris::Judul(_))), "{}", t.kunci);
        assert_eq!(templat::cari(t.kunci), Some(&t));
    }
    let teks = "# [[nama]]\n- [[nama]] dan [[biaya]] [[Tidak]] [[\n\nHabis";
    assert_eq!(templat::tempat(teks), ["nama", "biaya"]);
    // A value that looks like a place is a value.
    let terisi = templat::isi(teks, &[("nama", "[[biaya]] {x}"), ("biaya", " ")]);
    assert_eq!(terisi, "# [[biaya]] {x}\n- [[biaya]] {x} dan [[biaya]] [[Tidak]] [[\n\nHabis");
    let baris: Vec<_> = templat::urai("# A\n\n - b \n c\n? d").collect();
    let alinea = |a| templat::Baris::Alinea(a);
    assert_eq!(baris, [templat::Baris::Judul("A"), templat::Baris::Butir("b"), alinea("c"), templat::Baris::Petunjuk("d")]);
    // Printed: the title once, no hint, not even that of a draft from before hints were marked.
    let lama = "# A\nisi\n# B\nJelaskan layanan apa yang paling dibutuhkan warga Berau, dan berapa.\n?\n- b";
    let (judul, sisa) = templat::cetak(lama);
    assert_eq!((judul, sisa), (Some("A"), vec![alinea("isi"), templat::Baris::Judul("B"), alinea("?"), templat::Baris::Butir("b")]));
    assert_eq!(templat::cetak("isi\n# A"), (None, vec![alinea("isi"), templat::Baris::Judul("A")]));
    for t in templat::BAWAAN {
        assert!(templat::cetak(t.isi).0.is_some_and(|j| !j.is_empty()), "{}", t.kunci);
    }
}

#[test]
fn a_report_proves_what_it_shows_for_a_while() {
    use layanan::mpp::lapor::{AntreanLapor, LayananLapor, SalahLapor, periksa_antrean, periksa_layanan, terbukti};
    let l = |kode: &str| LayananLapor { kode: kode.into(), nama: "Paspor".into(), tautan: String::new() };
    assert_eq!(periksa_layanan(&[l("a"), l("b")]), Ok(()));
    assert_eq!(periksa_layanan(&[l("a"), l("a")]), Err(SalahLapor::Kembar("a".into())));
    assert_eq!(periksa_layanan(&[l(" ")]), Err(SalahLapor::Teks { baris: 1, medan: "kode" }));
    let jahat = LayananLapor { tautan: "javascript:alert(1)".into(), ..l("a") };
    assert_eq!(periksa_layanan(&[l("b"), jahat]), Err(SalahLapor::Tautan { baris: 2 }));
    let kode = BTreeSet::from(["a"]);
    let a = AntreanLapor { layanan: "a".into(), tanggal: hari(0), diambil: 5, dilayani: 3, menunggu: 2 };
    assert_eq!(periksa_antrean(std::slice::from_ref(&a), &kode, hari(0)), Ok(()));
    let lebih = AntreanLapor { dilayani: 4, ..a.clone() };
    assert_eq!(periksa_antrean(&[lebih], &kode, hari(0)), Err(SalahLapor::Jumlah { baris: 1 }));
    let nanti = AntreanLapor { tanggal: hari(1), ..a.clone() };
    assert!(matches!(periksa_antrean(&[nanti], &kode, hari(0)), Err(SalahLapor::BelumTiba { .. })));
    let asing = AntreanLapor { layanan: "z".into(), ..a };
    assert!(matches!(periksa_antrean(&[asing], &kode, hari(0)), Err(SalahLapor::LayananAsing { .. })));
    assert_eq!(terbukti(Some(hari(0)), Some(hari(24)), hari(31)), BTreeSet::from([Fitur::InformasiUmum, Fitur::Pendaftaran]));
    assert_eq!(terbukti(Some(hari(0)), Some(hari(24)), hari(32)), BTreeSet::new());
    assert_eq!(tingkat(&terbukti(Some(hari(0)), Some(hari(0)), hari(0))), Tingkat::Minimal);
}
