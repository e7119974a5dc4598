//! Services of a unit of another government in a mall: given with its consent only, both sides see how it stands, and the survey of
//! that unit asks.

use crate::{
    antrean::{balai, minta},
    mpp::{Mal, mal},
    orang::orang,
};
use ::layanan::antrean::Prioritas;
use jiff::civil::date;
use store::{
    Hasil, Store, StoreError,
    antrean::{self, Saluran, langkah::Aksi},
    hak::{self, KepalaLayanan, Pelaku},
    id::{GeraiId, IzinId, LayananId, OperasiId, PenempatanId, RondeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    layanan::{self, Isi},
    mpp::{
        self, PenempatanIsi,
        izin::{self, Keadaan},
    },
    nilai,
    peran::{Lingkup, Peran},
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;

const ISI: PenempatanIsi<'static> = PenempatanIsi { awalan: "X", menit: None, undangan: true };

struct Luar {
    unit: UnitId,
    orang: Pelaku,
    kepala: KepalaLayanan,
    layanan: LayananId,
}

/// A unit of a state body with a service.
async fn luar(s: &Store) -> Luar {
    let tx = s.mulai().await.unwrap();
    let i = InstansiBaru { kode: "imigrasi", nama: "Imigrasi", jenis: "lembaga", wilayah: None, zona: "WIB" };
    let instansi = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "kanim", instansi, induk: None, nama: "Kantor Imigrasi", jenis: "kantor", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
    tx.commit().await.unwrap();
    let orang = orang(s, "kepala@imigrasi.id", Peran::UnitKepala, Lingkup::Unit { unit, instansi }).await;
    let akses = hak::unit(s, &orang, unit).await.unwrap();
    let (kepala, isi) = (akses.kepala_layanan().unwrap(), Isi { nama: "Paspor".into(), ..Isi::default() });
    let layanan = layanan::buat(s, &akses.pengelola_layanan().unwrap(), LayananId::baru(), &isi, true).await.unwrap();
    Luar { unit, orang, kepala, layanan }
}

async fn tempatkan(m: &Mal, gerai: GeraiId, layanan: LayananId, isi: &PenempatanIsi<'_>) -> Hasil<PenempatanId> {
    mpp::tempatkan(&m.d.r.store, &m.kepala, PenempatanId::baru(), (gerai, layanan), isi).await
}

async fn terbaru(m: &Mal) -> (IzinId, Keadaan) {
    let z = izin::mpp(m.d.r.store.baca(), m.d.dinsos).await.unwrap().remove(0);
    (z.id, z.keadaan())
}

async fn audit(s: &Store, aksi: &str) -> i64 {
    s.baca().angka("SELECT COUNT(*) AS n FROM (SELECT DISTINCT id, rantai FROM audit WHERE aksi = $1) x", nilai![aksi]).await.unwrap()
}

fn alasan<T: std::fmt::Debug>(h: Hasil<T>) -> &'static str {
    match h {
        Err(StoreError::Keadaan(k) | StoreError::SudahAda(k)) => k,
        lain => panic!("{lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_service_of_another_government_waits_for_its_unit(basis: BasisUji) {
        let m = mal(basis).await;
        let s = &m.d.r.store;
        let l = luar(s).await;
        let hidup = async || mpp::penempatan_mpp(s.baca(), m.d.dinsos).await.unwrap().len();
        let id = tempatkan(&m, m.gerai, l.layanan, &ISI).await.unwrap();
        assert_eq!(hidup().await, 0, "nothing is given before the unit consents");
        assert!(matches!(mpp::penempatan_hidup(s.baca(), id).await, Err(StoreError::TidakDitemukan)));
        assert!(mpp::tempat_antre(s.baca(), l.layanan).await.unwrap().is_empty());
        // Its letters and its place are taken meanwhile.
        assert_eq!(alasan(tempatkan(&m, m.gerai, m.layanan, &ISI).await), "awalan");
        assert_eq!(alasan(tempatkan(&m, m.gerai, l.layanan, &ISI).await), "layanan");
        // A service of the mall's own government needs nobody's consent.
        tempatkan(&m, m.gerai, m.layanan, &PenempatanIsi { awalan: "A", ..ISI }).await.unwrap();
        assert_eq!((hidup().await, izin::mpp(s.baca(), m.d.dinsos).await.unwrap().len()), (1, 1));

        let (minta, keadaan) = terbaru(&m).await;
        assert_eq!((keadaan, izin::milik(s, &l.orang).await.unwrap().len(), izin::milik(s, &m.d.biro).await.unwrap().len()), (Keadaan::Ditunggu, 1, 0));
        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1 AND jenis = $2";
        assert_eq!(s.baca().angka(kabar, nilai![l.orang.akun, "mpp-izin-minta"]).await.unwrap(), 1);
        let lain = orang(s, "kepala.rsud@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: m.d.rsud, instansi: m.d.kab }).await;
        let lain = hak::unit(s, &lain, m.d.rsud).await.unwrap().kepala_layanan().unwrap();
        assert!(matches!(mpp::jawab_izin(s, &lain, minta, true, "").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(alasan(mpp::jawab_izin(s, &l.kepala, minta, false, " ").await), "alasan-wajib");
        mpp::jawab_izin(s, &l.kepala, minta, false, "Belum ada petugas.").await.unwrap();
        assert_eq!((terbaru(&m).await.1, hidup().await), (Keadaan::Ditolak, 1));
        assert_eq!(alasan(mpp::jawab_izin(s, &l.kepala, minta, true, "").await), "izin-sudah-dijawab");
        assert_eq!(alasan(mpp::cabut_izin(s, &l.kepala, minta, "x").await), "izin-tidak-berlaku");

        // Asked again, it is the same placement and a new request.
        assert_eq!(tempatkan(&m, m.gerai, l.layanan, &ISI).await.unwrap(), id);
        let (minta, keadaan) = terbaru(&m).await;
        assert_eq!(keadaan, Keadaan::Ditunggu);
        mpp::jawab_izin(s, &l.kepala, minta, true, "").await.unwrap();
        assert_eq!((terbaru(&m).await.1, mpp::penempatan_hidup(s.baca(), id).await.unwrap().awalan), (Keadaan::Berlaku, "X".to_owned()));
        mpp::cabut_izin(s, &l.kepala, minta, "Petugas ditarik.").await.unwrap();
        assert_eq!((terbaru(&m).await.1, hidup().await), (Keadaan::Dicabut, 1));
        assert_eq!(s.baca().angka(kabar, nilai![m.kepala.pelaku().akun, "mpp-izin-jawab"]).await.unwrap(), 3);

        // The mall takes a request back; then it ends what was consented.
        tempatkan(&m, m.gerai, l.layanan, &ISI).await.unwrap();
        mpp::akhiri_penempatan(s, &m.kepala, id, "Gerai penuh").await.unwrap();
        let (minta, keadaan) = terbaru(&m).await;
        assert_eq!((keadaan, alasan(mpp::jawab_izin(s, &l.kepala, minta, true, "").await)), (Keadaan::Dibatalkan, "izin-sudah-dijawab"));
        tempatkan(&m, m.gerai, l.layanan, &ISI).await.unwrap();
        mpp::jawab_izin(s, &l.kepala, terbaru(&m).await.0, true, "").await.unwrap();
        mpp::akhiri_penempatan(s, &m.kepala, id, "Sepi").await.unwrap();
        assert_eq!(terbaru(&m).await.1, Keadaan::Selesai);
        assert_eq!(s.baca().angka(kabar, nilai![l.orang.akun, "mpp-izin-akhir"]).await.unwrap(), 2);
        let semua: Vec<Keadaan> = izin::milik(s, &l.orang).await.unwrap().iter().map(izin::Izin::keadaan).collect();
        assert_eq!(semua, [Keadaan::Selesai, Keadaan::Dibatalkan, Keadaan::Dicabut, Keadaan::Ditolak]);
        assert_eq!((audit(s, "penempatan.minta").await, audit(s, "penempatan.jawab").await, audit(s, "penempatan.cabut").await), (8, 6, 2));
    }

    async fn the_unit_whose_service_it_is_asks(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, l) = (b.s(), luar(b.s()).await);
        let ronde = async |p: &Pelaku, unit| {
            let hak = hak::unit(s, p, unit).await.unwrap().pengelola_skm().unwrap();
            let (nama, edisi) = ("SKM".to_owned(), skm_edisi());
            let isi = RondeIsi {
                nama: &nama,
                edisi: &edisi,
                mulai: date(2026, 3, 1),
                sampai: date(2026, 3, 10),
                populasi: None,
                layanan: &[LayananIsi { nomor: None, nama: "Layanan".into() }],
                ditiadakan: &[],
            };
            skm::buat(s, &hak, RondeId::baru(), &isi).await.unwrap()
        };
        let op = orang(s, "skm@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: b.m.d.dinsos, instansi: b.m.d.kab }).await;
        let mal = ronde(&op, b.m.d.dinsos).await;
        let id = tempatkan(&b.m, b.m.gerai, l.layanan, &ISI).await.unwrap();
        mpp::jawab_izin(s, &l.kepala, terbaru(&b.m).await.0, true, "").await.unwrap();
        let tempat = mpp::penempatan_hidup(s.baca(), id).await.unwrap();
        let petugas = b.duduk(0).await;
        let layani = async || {
            let t = antrean::terbit_warga(s, &b.mpp, &tempat, minta(Prioritas::Biasa), Saluran::Kios).await.unwrap();
            b.berikut(0).await.unwrap();
            antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
            antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
            antrean::survei_tiket(s, &t.kode).await.unwrap()
        };
        // The counter's own organisation has no round yet: the mall asks. Then it asks itself.
        assert!(layani().await.contains(&skm::dari_id(s.baca(), mal).await.unwrap().token));
        let sendiri = ronde(&l.orang, l.unit).await;
        assert!(layani().await.contains(&skm::dari_id(s.baca(), sendiri).await.unwrap().token));
    }

    /// The mall's own service at the gerai of a tenant of another government: the tenant's survey hears of it only once a service of
    /// its own stands there by its consent.
    async fn a_tenant_that_consented_to_nothing_is_not_fed(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, l) = (b.s(), luar(b.s()).await);
        let ronde = async |p: &Pelaku, unit| {
            let hak = hak::unit(s, p, unit).await.unwrap().pengelola_skm().unwrap();
            let edisi = skm_edisi();
            let isi = RondeIsi {
                nama: "SKM",
                edisi: &edisi,
                mulai: date(2026, 3, 1),
                sampai: date(2026, 3, 10),
                populasi: None,
                layanan: &[LayananIsi { nomor: None, nama: "Layanan".into() }],
                ditiadakan: &[],
            };
            let id = skm::buat(s, &hak, RondeId::baru(), &isi).await.unwrap();
            skm::dari_id(s.baca(), id).await.unwrap().token
        };
        let op = orang(s, "skm@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: b.m.d.dinsos, instansi: b.m.d.kab }).await;
        let (mal, tenan) = (ronde(&op, b.m.d.dinsos).await, ronde(&l.orang, l.unit).await);
        let t = mpp::gerai(s.baca(), b.m.gerai).await.unwrap().tenan_id;
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE tenan SET unit_id = $1 WHERE id = $2", nilai![l.unit, t]).await.unwrap();
        tx.commit().await.unwrap();
        let petugas = b.duduk(0).await;
        let layani = async || {
            let t = b.ambil(Prioritas::Biasa).await;
            b.berikut(0).await.unwrap();
            antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
            antrean::langkah::lakukan(s, petugas, OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
            antrean::survei_tiket(s, &t.kode).await.unwrap()
        };
        assert!(layani().await.starts_with(&format!("/skm/{mal}/")));
        tempatkan(&b.m, b.m.gerai, l.layanan, &ISI).await.unwrap();
        assert!(layani().await.starts_with(&format!("/skm/{mal}/")), "asked for, and not answered");
        mpp::jawab_izin(s, &l.kepala, terbaru(&b.m).await.0, true, "").await.unwrap();
        assert!(layani().await.starts_with(&format!("/skm/{tenan}/")));
    }
}

fn skm_edisi() -> String {
    ::skm::semua_bawaan().next().unwrap().id.clone()
}
