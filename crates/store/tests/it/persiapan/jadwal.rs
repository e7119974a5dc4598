use crate::{
    bangun::{Dunia, dunia},
    orang::orang,
};
use jiff::civil::date;
use store::{
    StoreError,
    beranda::terima,
    hak,
    id::{JadwalId, LokusId},
    kueri::Kueri,
    lokus,
    peran::{Lingkup, Peran},
    persiapan::{
        jadwal::{self, Isi, Jenis, pj},
        kalender, ringkas,
    },
};
use testkit::basis::BasisUji;

fn isi(lokus: Option<LokusId>, judul: &str, hari: i8) -> Isi<'_> {
    let d = date(2026, 3, hari);
    Isi {
        lokus,
        jenis: Jenis::Wawancara,
        judul,
        mulai: d.at(9, 0, 0, 0),
        selesai: d.at(11, 30, 0, 0),
        tempat: "Aula",
        tautan: "",
        petugas: "Tim 1",
        keterangan: "",
    }
}

async fn unit_akun(d: &Dunia, surel: &str, peran: Peran, unit: store::id::UnitId) -> hak::Pelaku {
    orang(&d.r.store, surel, peran, Lingkup::Unit { unit, instansi: d.kab }).await
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Added once, changed by version, cancelled with a reason and kept.
    async fn acara(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let id = JadwalId::baru();
        jadwal::tambah(s, &h, id, &isi(None, "Rapat awal", 3)).await.unwrap();
        jadwal::tambah(s, &h, id, &isi(None, "Rapat awal", 3)).await.unwrap();
        assert!(matches!(jadwal::tambah(s, &h, id, &isi(None, "Lain", 3)).await, Err(StoreError::OperasiLain)));
        let terbalik = Isi { selesai: date(2026, 3, 2).at(9, 0, 0, 0), ..isi(None, "x", 3) };
        assert!(matches!(jadwal::tambah(s, &h, JadwalId::baru(), &terbalik).await, Err(StoreError::Keadaan("jadwal-terbalik"))));
        let asing = isi(Some(LokusId::baru()), "x", 3);
        assert!(matches!(jadwal::tambah(s, &h, JadwalId::baru(), &asing).await, Err(StoreError::TidakDitemukan)));
        jadwal::ubah(s, &h, id, 1, &isi(None, "Rapat awal tim", 4)).await.unwrap();
        assert!(matches!(jadwal::ubah(s, &h, id, 1, &isi(None, "z", 5)).await, Err(StoreError::Bentrok { versi: 2, .. })));
        assert!(matches!(jadwal::batalkan(s, &h, id, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        jadwal::batalkan(s, &h, id, "ditunda").await.unwrap();
        jadwal::batalkan(s, &h, id, "ditunda").await.unwrap();
        assert!(matches!(jadwal::ubah(s, &h, id, 3, &isi(None, "z", 5)).await, Err(StoreError::Keadaan("jadwal-sudah-batal"))));
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let (semua, n) = jadwal::milik_periode(s, &baca, 0, 9).await.unwrap();
        assert_eq!((n, semua.len(), semua[0].mulai.as_str(), semua[0].alasan.as_deref()), (1, 1, "2026-03-04T09:00", Some("ditunda")));
    }

    /// Pages of a schedule leave out nothing and show nothing twice; sessions are those for which people come together.
    async fn berhalaman(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        for hari in 1..=5 {
            jadwal::tambah(s, &h, JadwalId::baru(), &isi(None, "Wawancara", hari)).await.unwrap();
        }
        let bimtek = Isi { jenis: Jenis::Bimtek, ..isi(None, "Bimtek F01", 6) };
        jadwal::tambah(s, &h, JadwalId::baru(), &bimtek).await.unwrap();
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let mut hari = Vec::new();
        for lewati in [0, 4] {
            let (bagian, n) = jadwal::milik_periode(s, &baca, lewati, 4).await.unwrap();
            assert_eq!(n, 6);
            hari.extend(bagian.into_iter().map(|j| j.mulai));
        }
        assert_eq!(hari, (1..=6).map(|h| format!("2026-03-0{h}T09:00")).collect::<Vec<_>>());
        let (sidang, n) = jadwal::bersidang(s, &baca, 0, 4).await.unwrap();
        assert_eq!((n, sidang.len(), sidang[0].judul.as_str()), (1, 1, "Bimtek F01"));
    }

    /// Two presses at once tell the Penanggungjawab once, and each unit once.
    async fn ditekan_dua_kali(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        d.lokus(p, d.rsud).await;
        d.lokus(p, d.dinsos).await;
        for hari in 1..=9 {
            jadwal::tambah(s, &h, JadwalId::baru(), &isi(None, "Rapat", hari)).await.unwrap();
            let (a, b) = tokio::join!(jadwal::sampaikan(s, &h), jadwal::sampaikan(s, &h));
            assert_eq!(a.unwrap() + b.unwrap(), 2, "both units, once");
            let (a, b) = tokio::join!(pj::sampaikan(s, &h), pj::sampaikan(s, &h));
            assert_eq!([a.unwrap(), b.unwrap()].into_iter().filter(|x| *x).count(), 1);
        }
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM jadwal_pj", vec![]).await.unwrap(), 9);
    }

    /// A unit is told its own events and those of all, once per content; its head confirms; a change is told again.
    async fn disampaikan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let (a, b) = (d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await);
        let kepala = unit_akun(&d, "kepala@kab.id", Peran::UnitKepala, d.rsud).await;
        assert!(matches!(jadwal::sampaikan(s, &h).await, Err(StoreError::Keadaan("jadwal-kosong"))));
        jadwal::tambah(s, &h, JadwalId::baru(), &isi(Some(a), "Wawancara RSUD", 10)).await.unwrap();
        assert_eq!(jadwal::sampaikan(s, &h).await.unwrap(), 1, "the other unit has nothing to know");
        assert_eq!(jadwal::sampaikan(s, &h).await.unwrap(), 0);
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jadwal-sampai'", vec![]).await.unwrap();
        assert_eq!(kabar, 1);
        let satu = jadwal::terakhir(s.baca(), a).await.unwrap().unwrap();
        assert_eq!(satu.acara().unwrap()[0].judul, "Wawancara RSUD");
        jadwal::tambah(s, &h, JadwalId::baru(), &isi(None, "Sosialisasi", 2)).await.unwrap();
        let baca = hak::periode(s, &d.biro, p).await.unwrap().pembaca();
        let belum = async || jadwal::belum_sampai(s, &baca, &jadwal::Susunan::baca(s.baca(), p).await.unwrap()).await.unwrap();
        assert_eq!(belum().await, 2);
        assert_eq!(jadwal::sampaikan(s, &h).await.unwrap(), 2);
        assert_eq!(belum().await, 0);
        let halaman = async |lewati| jadwal::terkini(s, &baca, lewati, 1).await.unwrap().into_iter().map(|t| t.lokus_id).collect::<Vec<_>>();
        assert_eq!([halaman(0).await, halaman(1).await, halaman(2).await].concat().len(), 2);
        let terima = hak::lokus(s, &kepala, a).await.unwrap().penerima_unit().unwrap();
        assert!(matches!(jadwal::terima(s, &terima, satu.id).await, Err(StoreError::Keadaan("jadwal-sudah-baru"))));
        let dua = jadwal::terakhir(s.baca(), a).await.unwrap().unwrap();
        assert_eq!(dua.acara().unwrap().len(), 2);
        jadwal::terima(s, &terima, dua.id).await.unwrap();
        jadwal::terima(s, &terima, dua.id).await.unwrap();
        let x = ringkas::siap(s, &baca).await.unwrap();
        assert_eq!((x.jadwal, x.sampai, x.terima, x.akun), (2, 2, 1, 0));
        unit_akun(&d, "operator@kab.id", Peran::UnitOperator, d.rsud).await;
        assert_eq!(ringkas::siap(s, &baca).await.unwrap().akun, 1, "operator and head");
        let l = hak::lokus(s, &d.biro, b).await.unwrap();
        assert!(l.penerima_unit().is_err(), "the organiser does not confirm for the unit");
        assert!(matches!(lokus::hapus(s, &l.penyelenggara().unwrap()).await, Err(StoreError::Keadaan("lokus-sudah-terisi"))));
    }

    /// More units than one transaction tells: on each side of its edge a unit is told the common event, and its own.
    async fn disampaikan_sebagian_demi_sebagian(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, p) = (&d.r.store, d.periode().await);
        let h = d.penyelenggara(p).await;
        let mut semua = crate::peringkat::banyak(&d, p, 203).await;
        semua.sort();
        let beracara = [0, 199, 200, 202].map(|n| semua[n]);
        jadwal::tambah(s, &h, JadwalId::baru(), &isi(None, "Sosialisasi", 2)).await.unwrap();
        for l in beracara {
            jadwal::tambah(s, &h, JadwalId::baru(), &isi(Some(l), "Wawancara", 3)).await.unwrap();
        }
        assert_eq!(jadwal::sampaikan(s, &h).await.unwrap(), 203);
        for l in [&beracara[..], &[semua[1], semua[198], semua[201]]].concat() {
            let acara = jadwal::terakhir(s.baca(), l).await.unwrap().unwrap().acara().unwrap();
            assert_eq!(acara.len(), if beracara.contains(&l) { 2 } else { 1 }, "{l}");
        }
        assert_eq!(jadwal::sampaikan(s, &h).await.unwrap(), 0);
    }

    /// Who answers for the period is told the whole schedule once a content, confirms it, and sees it wait on his start page until then.
    async fn penanggungjawab(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let (a, _) = (d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await);
        let sekda = d.sekda.clone();
        let kepala = unit_akun(&d, "kepala@kab.id", Peran::UnitKepala, d.rsud).await;
        let menunggu = async |siapa: &hak::Pelaku| terima::daftar(s, siapa, 25).await.unwrap();
        assert!(!pj::sampaikan(s, &h).await.unwrap(), "nothing to tell");
        jadwal::tambah(s, &h, JadwalId::baru(), &isi(Some(a), "Wawancara RSUD", 10)).await.unwrap();
        jadwal::sampaikan(s, &h).await.unwrap();
        assert!(pj::sampaikan(s, &h).await.unwrap());
        assert!(!pj::sampaikan(s, &h).await.unwrap(), "he knows it");
        let satu = pj::terakhir(s.baca(), p).await.unwrap().unwrap();
        assert_eq!((satu.acara, satu.unit, satu.terima), (1, 2, None));
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'jadwal-pj'", vec![]).await.unwrap();
        assert_eq!(kabar, 1);
        let tampak = menunggu(&sekda).await;
        assert_eq!((tampak.len(), tampak[0].dokumen.as_str(), tampak[0].periode_id, tampak[0].lokus_id), (1, "jadwal", p, None));
        let tampak = menunggu(&kepala).await;
        assert_eq!((tampak.len(), tampak[0].lokus_id, tampak[0].penyampaian_id), (1, Some(a), None));
        assert!(menunggu(&d.biro).await.is_empty(), "the organiser confirms nothing of this");
        let hak = |siapa: &hak::Pelaku| { let siapa = siapa.clone(); async move { hak::periode(s, &siapa, p).await.unwrap().penanggungjawab() } };
        assert!(hak(&d.biro).await.is_err());
        jadwal::tambah(s, &h, JadwalId::baru(), &isi(None, "Sosialisasi", 2)).await.unwrap();
        assert!(pj::sampaikan(s, &h).await.unwrap(), "something changed");
        let terima_hak = hak(&sekda).await.unwrap();
        assert!(matches!(pj::terima(s, &terima_hak, satu.id).await, Err(StoreError::Keadaan("jadwal-sudah-baru"))));
        let dua = pj::terakhir(s.baca(), p).await.unwrap().unwrap();
        pj::terima(s, &terima_hak, dua.id).await.unwrap();
        pj::terima(s, &terima_hak, dua.id).await.unwrap();
        assert!(pj::terakhir(s.baca(), p).await.unwrap().unwrap().terima.is_some());
        assert!(menunggu(&sekda).await.is_empty());
        let n = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'jadwal.terima-pj'", vec![]).await.unwrap();
        assert_eq!(n, 1);
    }

    /// The secret address shows what the person may know, stops when it is replaced or revoked, and cannot be guessed from the id.
    async fn kalender_akun(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let p = d.periode().await;
        let h = d.penyelenggara(p).await;
        let (a, b) = (d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await);
        for (l, judul) in [(None, "Untuk semua"), (Some(a), "RSUD"), (Some(b), "Dinsos")] {
            jadwal::tambah(s, &h, JadwalId::baru(), &isi(l, judul, 9)).await.unwrap();
        }
        let kepala = unit_akun(&d, "kepala@kab.id", Peran::UnitKepala, d.rsud).await;
        let satu = kalender::buat(s, &kepala).await.unwrap();
        let judul = |v: Vec<jadwal::Jadwal>| v.into_iter().map(|j| j.judul).collect::<Vec<_>>();
        assert_eq!(judul(kalender::acara(s, &satu.rahasia).await.unwrap().1), ["Untuk semua", "RSUD"]);
        let biro = kalender::buat(s, &d.biro).await.unwrap();
        assert_eq!(kalender::acara(s, &biro.rahasia).await.unwrap().1.len(), 3);
        let eva = orang(s, "eva@kab.id", Peran::Evaluator, Lingkup::Instansi(d.kab)).await;
        let e = kalender::buat(s, &eva).await.unwrap();
        assert!(kalender::acara(s, &e.rahasia).await.unwrap().1.is_empty(), "not appointed yet");
        let palsu = format!("{}{}", &satu.rahasia[..32], "0".repeat(32));
        for salah in [palsu.as_str(), "", "x", &satu.rahasia[..40]] {
            assert!(matches!(kalender::acara(s, salah).await, Err(StoreError::TidakDitemukan)));
        }
        let dua = kalender::buat(s, &kepala).await.unwrap();
        assert!(kalender::acara(s, &satu.rahasia).await.is_err(), "replaced");
        assert_eq!(kalender::milik(s, &kepala).await.unwrap().unwrap().rahasia, dua.rahasia);
        kalender::cabut(s, &kepala).await.unwrap();
        assert!(kalender::acara(s, &dua.rahasia).await.is_err());
        assert!(kalender::milik(s, &kepala).await.unwrap().is_none());
    }
}
