//! The performance report: each ticket counted once, times as they were, officers for the head only, days that fit.

use crate::{
    antrean::{Balai, balai},
    orang::orang,
    survei::jawab,
};
use jiff::{ToSpan, civil::Date};
use layanan::antrean::Prioritas;
use store::{
    StoreError,
    antrean::{self, langkah::Aksi},
    hak,
    id::{OperasiId, RondeId},
    kinerja::{self, KeadaanSurvei},
    peran::{Lingkup, Peran},
    ronde::{Masukan, Profil},
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;

/// A round of the mall: its figures come when it is over, to the head before; few answers of a service have none.
async fn survei(b: &Balai, hari: Date) {
    let s = b.s();
    let op = orang(s, "skm@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: b.mpp.unit_id, instansi: b.mpp.instansi_id }).await;
    let op = hak::unit(s, &op, b.mpp.unit_id).await.unwrap().pengelola_skm().unwrap();
    let isi = RondeIsi {
        nama: "SKM mal",
        edisi: &::skm::semua_bawaan().next().unwrap().id,
        mulai: hari.saturating_sub(2.days()),
        sampai: hari,
        populasi: None,
        layanan: &["A", "B", "C"].map(|n| LayananIsi { nomor: None, nama: n.into() }),
        ditiadakan: &[],
    };
    let id = skm::buat(s, &op, RondeId::baru(), &isi).await.unwrap();
    let satu =
        |layanan: u8, nilai: u8| Masukan { hari, profil: Profil([layanan, 0, 0, 0, 255]), nilai: vec![nilai; 9].into(), ..jawab(id, 0) };
    // Twelve of A, twelve of B, three of C: C has no figure, and A or B none that would give C's away.
    let semua: Vec<Masukan> = (0..27).map(|n| satu(n / 12, if n < 12 { 4 } else { 3 })).collect();
    for m in semua {
        s.penulis().terima(m).await.unwrap();
    }
    let hak = hak::mpp(s, b.m.kepala.pelaku(), b.mpp.unit_id).await.unwrap().pembaca().unwrap();
    let baca = async || kinerja::hitung(s, &hak, hari, hari).await.unwrap().survei;
    let berjalan = baca().await;
    assert_eq!((berjalan.len(), berjalan[0].keadaan, berjalan[0].semua.n), (1, KeadaanSurvei::Berjalan, 27));
    assert!(berjalan[0].semua.hasil.is_none() && berjalan[0].layanan.is_empty(), "nobody may see one answer come in");
    let kepala = kinerja::survei_kepala(s, &b.m.kepala, hari, hari).await.unwrap();
    let ikm = |n: &kinerja::Nilai| n.hasil.as_ref().map(|h| h.ikm.tampil(2));
    // Twelve fours and fifteen threes: (12 × 4 + 15 × 3) / 27 = 3.444 of 4.
    assert_eq!(ikm(&kepala[0].semua).as_deref(), Some("86.10"));
    let per: Vec<(&str, u64, bool)> = kepala[0].layanan.iter().map(|(l, n)| (l.as_str(), n.n, n.hasil.is_some())).collect();
    assert_eq!(per.iter().map(|p| (p.0, p.1)).collect::<Vec<_>>(), [("A", 12), ("B", 12), ("C", 3)]);
    assert_eq!(per.iter().filter(|p| p.2).count(), 1, "C is hidden, and one more that would give it away: {per:?}");
    let umum = kinerja::publik(s, &b.mpp, hari, hari).await.unwrap();
    assert!(umum.survei.is_empty(), "not published");
    assert!(!umum.kosong());
    let lama = hari.saturating_sub(30.days());
    let l = kinerja::hitung(s, &hak, lama, lama).await.unwrap();
    assert!(l.survei.is_empty() && l.kosong(), "not of these days");
    s.jam().maju(2 * 86_400);
    let usai = baca().await;
    assert_eq!((usai[0].keadaan, ikm(&usai[0].semua).as_deref()), (KeadaanSurvei::Selesai, Some("86.10")));
    s.jam().maju(-2 * 86_400);
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn the_report_says_what_happened(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        let (satu, dua) = (b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await);
        b.ambil(Prioritas::Rentan).await;
        let batal = b.ambil(Prioritas::Biasa).await;
        antrean::warga::batal(s, &batal.kode, OperasiId::baru()).await.unwrap();
        let petugas = b.duduk(0).await;
        // The one with priority is called first, waits a minute, and is served for five.
        s.jam().maju(60);
        let t = b.berikut(0).await.unwrap();
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
        // Nobody's visit is over yet, but people came: it is no gerai without anybody.
        let hak = hak::mpp(s, b.m.kepala.pelaku(), b.mpp.unit_id).await.unwrap().pembaca().unwrap();
        let kini = s.sekarang().hari(&b.mpp.zona);
        let l = kinerja::hitung(s, &hak, kini, kini).await.unwrap();
        assert_eq!((l.angka.kunjungan, l.sepi().len()), (0, 0));
        s.jam().maju(300);
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
        s.jam().maju(60);
        let t = b.berikut(0).await.unwrap();
        assert_eq!(t.id, satu.id);
        antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::TidakHadir).await.unwrap();

        let akses = hak::mpp(s, b.m.kepala.pelaku(), b.mpp.unit_id).await.unwrap();
        let (hak, hari) = (akses.pembaca().unwrap(), s.sekarang().hari(&b.mpp.zona));
        let l = kinerja::hitung(s, &hak, hari, hari).await.unwrap();
        let a = l.angka;
        assert_eq!((a.nomor, a.kunjungan, a.tidak_hadir, a.batal, a.berjalan, a.rentan), (4, 1, 1, 1, 1, 1));
        let tunggu = a.tunggu.unwrap();
        assert_eq!((tunggu.banyak, tunggu.tengah, tunggu.terlama), (2, 60, 420));
        assert_eq!(a.layan.unwrap().tengah, 300);
        assert_eq!((l.gerai.len(), l.gerai[0].kode.as_str(), l.gerai[0].angka.kunjungan), (1, "G01", 1));
        assert_eq!((l.layanan.len(), l.layanan[0].nama.as_str()), (1, "KTP baru"));
        assert_eq!((l.hari.len(), l.hari[0].0, l.bulan[0].0), (1, hari, hari.first_of_month()));
        assert!(l.sepi().is_empty());
        assert_eq!(antrean::dari_kode(s.baca(), &dua.kode).await.unwrap().keadaan.as_str(), "menunggu");

        let dulu = kinerja::pembanding(s, b.mpp.unit_id, hari, hari).await.unwrap();
        let lain = store::id::GeraiId::baru();
        assert_eq!((dulu.angka.nomor, dulu.gerai(b.m.gerai), dulu.gerai(lain), dulu.layanan(b.m.layanan)), (4, 1, 0, 1));

        let p = kinerja::petugas(s, &b.m.kepala, hari, hari).await.unwrap();
        assert_eq!((p.len(), p[0].kunjungan, p[0].layan.unwrap().tengah), (1, 1, 300));

        survei(&b, hari).await;

        // The last month of the calendar is read once, like any other.
        let ujung = kinerja::hitung(s, &hak, jiff::civil::date(9999, 11, 1), jiff::civil::Date::MAX).await.unwrap();
        assert_eq!(ujung.angka.nomor, 0);

        let kemarin = hari.saturating_sub(1.day());
        let l = kinerja::hitung(s, &hak, kemarin, kemarin).await.unwrap();
        assert_eq!((l.angka.nomor, l.sepi().len(), l.layanan.len()), (0, 1, 0));
        let terbalik = kinerja::hitung(s, &hak, hari, kemarin).await;
        assert!(matches!(terbalik, Err(StoreError::Keadaan("kinerja-rentang"))));
        let panjang = kinerja::hitung(s, &hak, hari.saturating_sub(3.years()), hari).await;
        assert!(matches!(panjang, Err(StoreError::Keadaan("kinerja-rentang"))));
    }
}
