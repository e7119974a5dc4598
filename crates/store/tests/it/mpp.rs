//! Malls: who may do what in one, what stands where, and what is refused.

use crate::{
    bangun::{Dunia, dunia},
    orang::orang,
};
use jiff::ToSpan;
use store::{
    StoreError,
    hak::{self, KepalaMpp, Pelaku},
    id::{GeraiId, LayananId, PelaksanaId, PenempatanId, TenanId},
    layanan::{self, Ditemukan, Isi, KOMPONEN, Sk},
    mpp::{self, GeraiIsi, Jam, MppIsi, PenempatanIsi, TenanIsi},
    peran::{self, Lingkup, Peran},
};
use testkit::basis::BasisUji;

pub struct Mal {
    pub d: Dunia,
    pub kepala: KepalaMpp,
    pub petugas: Pelaku,
    pub gerai: GeraiId,
    pub layanan: LayananId,
}

const ISI: PenempatanIsi<'static> = PenempatanIsi { awalan: "a", menit: Some(10), undangan: false };

/// A mall at the unit `dinsos` with one gerai, one service there and an officer without a place.
pub async fn mal(basis: BasisUji) -> Mal {
    let d = dunia(basis).await;
    let s = &d.r.store;
    let jam = [Jam { hari: 1, mulai: "08:00".into(), selesai: "15:00".into() }];
    let isi = MppIsi { ringkas: "", jam: &jam, letak: None };
    let biro = hak::instansi(s, &d.biro, d.kab).await.unwrap().penyelenggara().unwrap();
    mpp::buat(s, &biro, d.dinsos, "mal-kab", &isi, true).await.unwrap();
    let unit = || Lingkup::Unit { unit: d.dinsos, instansi: d.kab };
    let k = orang(s, "kepala.mpp@kab.id", Peran::MppKepala, unit()).await;
    let o = orang(s, "operator.mpp@kab.id", Peran::UnitOperator, unit()).await;
    let petugas = orang(s, "pelaksana@kab.id", Peran::Pelaksana, unit()).await;
    let kepala = hak::mpp(s, &k, d.dinsos).await.unwrap().kepala().unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    let t = TenanIsi { nama: "Dukcapil", jenis: "pemda", unit: None, sendiri: false };
    mpp::tambah_tenan(s, &kepala, tenan, &t).await.unwrap();
    let g = GeraiIsi { kode: "g01", nama: "Dukcapil", letak: "Lantai 1", tautan: None };
    mpp::tambah_gerai(s, &kepala, gerai, tenan, &g).await.unwrap();
    let operator = hak::unit(s, &o, d.dinsos).await.unwrap().pengelola_layanan().unwrap();
    let isi = Isi { nama: "KTP baru".into(), ..Isi::default() };
    let layanan = layanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
    Mal { d, kepala, petugas, gerai, layanan }
}

/// A service of the mall's unit with a standard in force.
pub async fn terbit(m: &Mal, nama: &str) -> LayananId {
    let s = &m.d.r.store;
    let unit = Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab };
    let surel = |peran: &str| format!("{peran}.{}@kab.id", nama.len());
    let o = orang(s, &surel("operator"), Peran::UnitOperator, unit.clone()).await;
    let k = orang(s, &surel("kepala"), Peran::UnitKepala, unit).await;
    let o = hak::unit(s, &o, m.d.dinsos).await.unwrap().pengelola_layanan().unwrap();
    let k = hak::unit(s, &k, m.d.dinsos).await.unwrap().kepala_layanan().unwrap();
    let teks = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "-".to_owned())).collect();
    let isi = Isi { nama: nama.into(), ringkas: "-".into(), teks, hari_kerja: Some(3) };
    let id = layanan::buat(s, &o, LayananId::baru(), &isi, true).await.unwrap();
    let hari = s.sekarang().hari("WITA");
    let sk = Sk { nomor: "SK/1", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
    layanan::tetapkan(s, &k, id, 1, &sk).await.unwrap();
    id
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_service_is_placed_once_and_its_prefix_is_free_again_when_it_ends(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let id = mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, m.layanan), &ISI).await.unwrap();
        let ada = mpp::penempatan(s.baca(), m.gerai).await.unwrap();
        assert_eq!((ada.len(), ada[0].awalan.as_str(), ada[0].layanan.as_str()), (1, "A", "KTP baru"));
        let lagi = mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, m.layanan), &ISI).await;
        assert!(matches!(lagi, Err(StoreError::SudahAda("layanan"))), "{lagi:?}");

        let g = GeraiIsi { kode: "G02", nama: "Lain", letak: "", tautan: None };
        let (lain, tenan) = (GeraiId::baru(), mpp::gerai(s.baca(), m.gerai).await.unwrap().tenan_id);
        mpp::tambah_gerai(s, &m.kepala, lain, tenan, &g).await.unwrap();
        let sama = mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (lain, m.layanan), &ISI).await;
        assert!(matches!(sama, Err(StoreError::SudahAda("awalan"))), "{sama:?}");

        mpp::akhiri_penempatan(s, &m.kepala, id, "pindah").await.unwrap();
        assert!(mpp::penempatan_mpp(s.baca(), m.d.dinsos).await.unwrap().is_empty());
        mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (lain, m.layanan), &ISI).await.unwrap();
        let balik = PenempatanIsi { awalan: "B", ..ISI };
        assert_eq!(mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, m.layanan), &balik).await.unwrap(), id);
        assert_eq!(mpp::penempatan_layanan(s.baca(), m.layanan).await.unwrap().len(), 2);
        let antre = mpp::tempat_antre(s.baca(), m.layanan).await.unwrap();
        assert_eq!((antre.len(), antre[0].mpp_kode.as_str()), (2, "mal-kab"));
        assert_eq!(mpp::penempatan_hidup(s.baca(), id).await.unwrap().awalan, "B");
        mpp::tutup_gerai(s, &m.kepala, m.gerai, "pindah").await.unwrap();
        assert!(matches!(mpp::penempatan_hidup(s.baca(), id).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(mpp::tempat_antre(s.baca(), m.layanan).await.unwrap().len(), 1);
    }

    /// The search finds a service by who gives it in a mall, below services that are called so; it follows what is placed.
    async fn a_service_is_found_by_the_gerai_that_gives_it(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let lain = terbit(&m, "Layanan kependudukan keliling").await;
        let tenan = mpp::gerai(s.baca(), m.gerai).await.unwrap().tenan_id;
        let t = TenanIsi { nama: "Dinas Kependudukan dan Pencatatan Sipil", jenis: "pemda", unit: None, sendiri: false };
        mpp::ubah_tenan(s, &m.kepala, tenan, 1, &t).await.unwrap();
        let id = terbit(&m, "Akta kelahiran anak").await;
        let cari = async |tanya: &str| {
            let k = layanan::katalog(s).await.unwrap();
            let semua: Vec<String> = k.cari(tanya, 9).into_iter().filter_map(|x| match x {
                Ditemukan::Layanan(t) => Some(t.isi.nama.clone()),
                Ditemukan::Mal(m) => Some(format!("mal {}", m.kode.as_deref().unwrap_or("-"))),
                _ => None,
            }).collect();
            semua
        };
        assert_eq!(cari("kependudukan").await, ["Layanan kependudukan keliling", "mal mal-kab"], "nothing is placed: the mall only");
        let tempat = mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, id), &ISI).await.unwrap();
        assert_eq!(cari("kependudukan").await, ["Layanan kependudukan keliling", "Akta kelahiran anak", "mal mal-kab"]);
        assert_eq!(cari("dukcapil").await[0], "Akta kelahiran anak", "the short name of the office");
        mpp::akhiri_penempatan(s, &m.kepala, tempat, "pindah").await.unwrap();
        assert_eq!(cari("kependudukan").await, ["Layanan kependudukan keliling", "mal mal-kab"]);
        mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, lain), &PenempatanIsi { awalan: "B", ..ISI }).await.unwrap();
        mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, id), &ISI).await.unwrap();
        assert_eq!(cari("sipil").await.len(), 3);
        assert!(mpp::berhenti(s.baca(), id).await.unwrap().is_empty(), "it ended at one placement and is given at another");
        mpp::tutup_gerai(s, &m.kepala, m.gerai, "pindah").await.unwrap();
        assert!(cari("sipil").await.is_empty());
        let b = mpp::berhenti(s.baca(), id).await.unwrap();
        assert_eq!(b.iter().map(|b| b.tutup).collect::<Vec<_>>(), [1], "one mall, once");
    }

    async fn an_officer_serves_only_where_and_while_he_is_placed(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let boleh = async || hak::gerai(s, &m.petugas, m.gerai).await.unwrap().pelaksana().is_ok();
        assert!(!boleh().await);
        let (kini, akun) = (s.sekarang().hari("WITA"), m.petugas.akun);
        let besok = kini.saturating_add(1.day());
        mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, akun), (besok, None)).await.unwrap();
        assert!(!boleh().await);
        let id = PelaksanaId::baru();
        mpp::tugaskan(s, &m.kepala, id, (m.gerai, akun), (kini, Some(kini))).await.unwrap();
        assert!(boleh().await);
        // Not twice in the same time; the same form sent again is the same placement.
        mpp::tugaskan(s, &m.kepala, id, (m.gerai, akun), (kini, Some(kini))).await.unwrap();
        for masa in [(kini, Some(kini)), (kini, None), (besok, Some(besok))] {
            let dua = mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, akun), masa).await;
            assert!(matches!(dua, Err(StoreError::Keadaan("pelaksana-sudah-di-sana"))), "{masa:?}: {dua:?}");
        }
        mpp::akhiri_tugas(s, &m.kepala, id, "cuti").await.unwrap();
        assert!(!boleh().await);
        let bukan = mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, m.d.biro.akun), (kini, None)).await;
        assert!(matches!(bukan, Err(StoreError::Keadaan("pelaksana-tanpa-peran"))), "{bukan:?}");
    }

    async fn rights_end_at_the_mall(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let rsud = || Lingkup::Unit { unit: m.d.rsud, instansi: m.d.kab };
        let lain = orang(s, "kepala.lain@kab.id", Peran::MppKepala, rsud()).await;
        assert!(matches!(hak::mpp(s, &lain, m.d.dinsos).await, Err(StoreError::TidakDitemukan)));
        let kasir = orang(s, "kasir@kab.id", Peran::Kasir, Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab }).await;
        let akses = hak::mpp(s, &kasir, m.d.dinsos).await.unwrap();
        assert!(akses.kasir().is_ok() && akses.pembaca().is_err() && akses.depan().is_err() && akses.kepala().is_err());
        let biro = hak::mpp(s, &m.d.biro, m.d.dinsos).await.unwrap();
        assert!(biro.pembaca().is_ok() && biro.kepala().is_err() && biro.kasir().is_err());
        let hubung = orang(s, "hubung@kab.id", Peran::Penghubung, Lingkup::Instansi(m.d.kab)).await;
        assert!(matches!(hak::mpp(s, &hubung, m.d.dinsos).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(mpp::milik(s, &kasir).await.unwrap().len(), 1);
        assert_eq!(mpp::milik(s, &m.d.biro).await.unwrap().len(), 1);
        assert!(mpp::milik(s, &hubung).await.unwrap().is_empty());
    }

    async fn a_tenant_leaves_after_its_gerai(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let tenan = mpp::gerai(s.baca(), m.gerai).await.unwrap().tenan_id;
        let dulu = mpp::keluarkan_tenan(s, &m.kepala, tenan, "selesai").await;
        assert!(matches!(dulu, Err(StoreError::Keadaan("tenan-gerai-terbuka"))), "{dulu:?}");
        mpp::tutup_gerai(s, &m.kepala, m.gerai, "pindah gedung").await.unwrap();
        mpp::keluarkan_tenan(s, &m.kepala, tenan, "selesai").await.unwrap();
        assert!(mpp::tenan_mpp(s.baca(), m.d.dinsos).await.unwrap()[0].keluar.is_some());
        let tx = s.mulai().await.unwrap();
        peran::beri(&tx, None, m.petugas.akun, Peran::MppDepan, &Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab }).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(mpp::tambah_loket(s, &m.kepala, store::id::LoketId::baru(), m.gerai, "1").await, Err(StoreError::Keadaan("gerai-tutup"))));
    }
}
