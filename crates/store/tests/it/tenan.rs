//! Tenants' agreements and features, the way in for their program, presence and competence of officers.

use crate::{
    mpp::{Mal, mal},
    orang::orang,
};
use jiff::{ToSpan, civil::Date};
use layanan::mpp::{Fitur, Tingkat, lapor::SalahLapor};
use store::{
    StoreError,
    hak::{self, DepanMpp, PelaksanaGerai},
    id::{GeraiId, KompetensiId, PelaksanaId, PerjanjianId, TenanId},
    kueri::Kueri as _,
    mpp::{self, GeraiIsi, TenanIsi},
    nilai,
    peran::{Lingkup, Peran},
    petugas::{self, KompetensiBaru, Pencatat},
    tenan::{self, AntreanIsi, Keadaan, LaporanIsi, LayananIsi, PerjanjianBaru},
};
use testkit::basis::BasisUji;

fn hari(m: &Mal) -> Date {
    m.d.r.store.sekarang().hari("WITA")
}

fn karena<T: std::fmt::Debug>(r: Result<T, StoreError>) -> &'static str {
    match r {
        Err(StoreError::Keadaan(k)) => k,
        lain => panic!("{lain:?}"),
    }
}

async fn sendiri(m: &Mal) -> TenanId {
    let id = TenanId::baru();
    let t = TenanIsi { nama: "Imigrasi", jenis: "kementerian-lembaga", unit: None, sendiri: true };
    mpp::tambah_tenan(&m.d.r.store, &m.kepala, id, &t).await.unwrap();
    id
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Recorded once, near its end the head is told once, and a new one takes its place.
    async fn perjanjian_dan_pengingat(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, t) = (&m.d.r.store, sendiri(&m).await);
        let kini = hari(&m);
        let b = PerjanjianBaru { jenis: "sinergi", nomor: "S/1", tanggal: kini, mulai: kini, sampai: Some(kini.saturating_add(90.days())), berkas: None };
        let id = PerjanjianId::baru();
        assert_eq!(karena(tenan::tambah_perjanjian(s, &m.kepala, id, t, &PerjanjianBaru { nomor: " ", ..b }).await), "tenan-perjanjian-isi");
        let terbalik = PerjanjianBaru { sampai: Some(kini.saturating_sub(1.days())), ..b };
        assert_eq!(karena(tenan::tambah_perjanjian(s, &m.kepala, id, t, &terbalik).await), "tenan-perjanjian-hari");
        tenan::tambah_perjanjian(s, &m.kepala, id, t, &b).await.unwrap();
        tenan::tambah_perjanjian(s, &m.kepala, id, t, &b).await.unwrap();
        let semua = tenan::perjanjian(s.baca(), m.d.dinsos).await.unwrap();
        assert_eq!(semua.len(), 1);
        let k = |n: i64| semua[0].keadaan(kini.saturating_add(n.days()));
        assert_eq!([k(-1), k(0), k(40), k(90), k(91)], [Keadaan::Nanti, Keadaan::Berlaku, Keadaan::Dekat, Keadaan::Dekat, Keadaan::Lewat]);
        assert_eq!(tenan::ingatkan(s).await.unwrap(), 0);
        s.jam().maju(45 * 86_400);
        assert_eq!((tenan::ingatkan(s).await.unwrap(), tenan::ingatkan(s).await.unwrap()), (1, 0));
        tenan::akhiri_perjanjian(s, &m.kepala, id, "Diperbarui.").await.unwrap();
        assert_eq!(tenan::perjanjian(s.baca(), m.d.dinsos).await.unwrap()[0].keadaan(kini), Keadaan::Diakhiri);
        mpp::keluarkan_tenan(s, &m.kepala, t, "Selesai.").await.unwrap();
        assert_eq!(karena(tenan::tambah_perjanjian(s, &m.kepala, PerjanjianId::baru(), t, &b).await), "tenan-sudah-keluar");
    }

    /// A feature that is stated is not one that was proven; a report proves it for a while; a token is for one tenant.
    async fn fitur_dan_laporan(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, t) = (&m.d.r.store, sendiri(&m).await);
        let satu = async || {
            let t = mpp::tenan(s.baca(), t).await.unwrap();
            tenan::fitur(s.baca(), &t, "WITA", hari(&m)).await.unwrap()
        };
        let kurang = Tingkat::Kurang(vec![Fitur::InformasiUmum, Fitur::Pendaftaran]);
        assert_eq!(satu().await.tingkat(), kurang);
        assert_eq!(karena(tenan::hubungkan(s, &m.kepala, t, Fitur::Skm, "javascript:x").await), "gerai-tautan");
        for f in [Fitur::InformasiUmum, Fitur::Pendaftaran] {
            tenan::hubungkan(s, &m.kepala, t, f, "https://contoh.example/api").await.unwrap();
        }
        assert_eq!((satu().await.tingkat(), satu().await.tingkat_terbukti()), (Tingkat::Minimal, kurang.clone()));
        let prima = mpp::tenan_mpp(s.baca(), m.d.dinsos).await.unwrap().into_iter().find(|t| t.sistem == "prima").unwrap();
        assert_eq!(karena(tenan::buat_token(s, &m.kepala, prima.id, "x", 30).await), "tenan-sistem-prima");
        let rahasia = tenan::buat_token(s, &m.kepala, t, "Server Imigrasi", 30).await.unwrap();
        assert!(tenan::token(s, "prima_tenan_salah").await.unwrap().is_none());
        let hak = tenan::token(s, &rahasia).await.unwrap().unwrap();
        assert_eq!(hak.tenan.id, t);
        let layanan = vec![LayananIsi { kode: "paspor".into(), nama: "Paspor".into(), tautan: String::new() }];
        let antrean = |layanan: &str| vec![AntreanIsi { layanan: layanan.into(), tanggal: hari(&m), diambil: 9, dilayani: 4, menunggu: 3 }];
        let kirim = async |l, a| tenan::lapor(s, &hak, LaporanIsi { layanan: l, antrean: a }).await.unwrap();
        assert_eq!(kirim(None, None).await, Err(SalahLapor::Kosong));
        assert!(matches!(kirim(None, Some(antrean("paspor"))).await, Err(SalahLapor::LayananAsing { .. })));
        kirim(Some(layanan.clone()), None).await.unwrap();
        assert_eq!(satu().await.tingkat_terbukti(), Tingkat::Kurang(vec![Fitur::Pendaftaran]));
        kirim(None, Some(antrean("paspor"))).await.unwrap();
        kirim(Some(layanan), Some(antrean("paspor"))).await.unwrap();
        assert_eq!(satu().await.tingkat_terbukti(), Tingkat::Minimal);
        assert_eq!(tenan::laporan(s.baca(), t).await.unwrap().1[0].diambil, 9);
        s.jam().maju(8 * 86_400);
        assert_eq!(satu().await.tingkat_terbukti(), Tingkat::Kurang(vec![Fitur::Pendaftaran]), "a week without numbers");
        // Sent again today, but of a day long gone.
        let lama = AntreanIsi { tanggal: hari(&m).saturating_sub(jiff::Span::new().days(8)), ..antrean("paspor").remove(0) };
        kirim(None, Some(vec![lama])).await.unwrap();
        assert_eq!(satu().await.tingkat_terbukti(), Tingkat::Kurang(vec![Fitur::Pendaftaran]), "old numbers prove nothing of these days");
        tenan::putuskan(s, &m.kepala, t, Fitur::Pendaftaran).await.unwrap();
        assert_eq!(satu().await.tingkat(), Tingkat::Kurang(vec![Fitur::Pendaftaran]));
        let id = tenan::token_tenan(s.baca(), t).await.unwrap()[0].id;
        let jalankan = async |sql: &str| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, nilai![id]).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let temuan = async || store::rawat::periksa(s).await.unwrap().temuan.iter().filter(|t| t.isi.starts_with("token tenan")).count();
        jalankan("UPDATE tenan_token SET sampai = sampai + 1 WHERE id = $1").await;
        assert!(tenan::token(s, &rahasia).await.unwrap().is_none() && temuan().await == 1, "changed past the program");
        jalankan("UPDATE tenan_token SET sampai = sampai - 1 WHERE id = $1").await;
        assert!(tenan::token(s, &rahasia).await.unwrap().is_some() && temuan().await == 0);
        tenan::cabut_token(s, &m.kepala, id).await.unwrap();
        assert!(tenan::token(s, &rahasia).await.unwrap().is_none());
        jalankan("DELETE FROM tenan_token_cabut WHERE token_id = $1").await;
        assert!(tenan::token(s, &rahasia).await.unwrap().is_none(), "nor does it come back");
        let lagi = tenan::buat_token(s, &m.kepala, t, "Lagi", 1).await.unwrap();
        s.jam().maju(86_401);
        assert!(tenan::token(s, &lagi).await.unwrap().is_none(), "expired");
    }

    /// Officers record their own presence, the front desk everybody's; only today's.
    async fn kehadiran(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, kini) = (&m.d.r.store, hari(&m));
        let (id, lain) = (PelaksanaId::baru(), PelaksanaId::baru());
        mpp::tugaskan(s, &m.kepala, id, (m.gerai, m.petugas.akun), (kini, None)).await.unwrap();
        let unit = || Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab };
        let rekan = orang(s, "rekan@kab.id", Peran::Pelaksana, unit()).await;
        mpp::tugaskan(s, &m.kepala, lain, (m.gerai, rekan.akun), (kini, None)).await.unwrap();
        let depan = orang(s, "depan@kab.id", Peran::MppDepan, unit()).await;
        let depan: DepanMpp = hak::mpp(s, &depan, m.d.dinsos).await.unwrap().depan().unwrap();
        let saya: PelaksanaGerai = hak::gerai(s, &m.petugas, m.gerai).await.unwrap().pelaksana().unwrap();
        assert!(matches!(petugas::masuk(s, Pencatat::Sendiri(&saya), lain).await, Err(StoreError::TidakDitemukan)));
        petugas::masuk(s, Pencatat::Sendiri(&saya), id).await.unwrap();
        petugas::masuk(s, Pencatat::Depan(&depan), id).await.unwrap();
        petugas::masuk(s, Pencatat::Depan(&depan), lain).await.unwrap();
        let daftar = async || petugas::hari(s.baca(), m.d.dinsos, hari(&m)).await.unwrap();
        let d = daftar().await;
        assert_eq!((d.len(), d.iter().filter(|h| h.masuk.is_some()).count()), (2, 2));
        let milik = d.iter().find(|h| h.pelaksana_id == id).unwrap().hadir_id.unwrap();
        let rekan_hadir = d.iter().find(|h| h.pelaksana_id == lain).unwrap().hadir_id.unwrap();
        assert!(matches!(petugas::pulang(s, Pencatat::Sendiri(&saya), rekan_hadir).await, Err(StoreError::TidakDitemukan)));
        petugas::pulang(s, Pencatat::Sendiri(&saya), milik).await.unwrap();
        petugas::pulang(s, Pencatat::Depan(&depan), milik).await.unwrap();
        petugas::masuk(s, Pencatat::Sendiri(&saya), id).await.unwrap();
        assert_eq!(daftar().await.len(), 3, "he came twice");
        // An ended placement: its past presence stays, nothing new is added.
        mpp::akhiri_tugas(s, &m.kepala, lain, "Pindah.").await.unwrap();
        s.jam().maju(86_400);
        assert!(matches!(petugas::masuk(s, Pencatat::Depan(&depan), lain).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(petugas::pulang(s, Pencatat::Depan(&depan), rekan_hadir).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(daftar().await.len(), 1);
        // An officer of another gerai is not this one's.
        let dua = GeraiId::baru();
        let t = mpp::tenan_mpp(s.baca(), m.d.dinsos).await.unwrap()[0].id;
        mpp::tambah_gerai(s, &m.kepala, dua, t, &GeraiIsi { kode: "g02", nama: "Dua", letak: "", tautan: None }).await.unwrap();
        assert!(hak::gerai(s, &m.petugas, dua).await.unwrap().pelaksana().is_err());
    }

    /// Certificates that ended long ago, however many, do not crowd out one that ends soon.
    async fn kompetensi_lama(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, kini) = (&m.d.r.store, hari(&m));
        let tx = s.mulai().await.unwrap();
        let sql = "INSERT INTO pelaksana_kompetensi (id, mpp_id, akun_id, nama, penyelenggara, tanggal, sampai, berkas, pada, oleh)
            VALUES ($1, $2, $3, 'Lama', 'LAN', $4, $5, '', $6, $3)";
        let (mulai, habis) = (kini.saturating_sub(800.days()).to_string(), kini.saturating_sub(400.days()).to_string());
        for _ in 0..2_001 {
            let v = nilai![KompetensiId::baru(), m.d.dinsos, m.petugas.akun, mulai.as_str(), habis.as_str(), tx.pada];
            tx.jalankan(sql, v).await.unwrap();
        }
        tx.commit().await.unwrap();
        let sampai = Some(kini.saturating_add(10.days()));
        let b = KompetensiBaru { akun: m.petugas.akun, nama: "Prima", penyelenggara: "LAN", tanggal: kini, sampai, berkas: None };
        petugas::tambah_kompetensi(s, &m.kepala, KompetensiId::baru(), &b).await.unwrap();
        assert_eq!(petugas::ingatkan(s).await.unwrap(), 2, "holder and head of the one that ends soon");
    }

    async fn kompetensi(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, kini) = (&m.d.r.store, hari(&m));
        let b = KompetensiBaru { akun: m.petugas.akun, nama: "Pelayanan prima", penyelenggara: "LAN", tanggal: kini, sampai: Some(kini.saturating_add(40.days())), berkas: None };
        let id = KompetensiId::baru();
        assert_eq!(karena(petugas::tambah_kompetensi(s, &m.kepala, id, &KompetensiBaru { akun: m.d.biro.akun, ..b }).await), "kompetensi-orang");
        assert_eq!(karena(petugas::tambah_kompetensi(s, &m.kepala, id, &KompetensiBaru { nama: "", ..b }).await), "kompetensi-isi");
        petugas::tambah_kompetensi(s, &m.kepala, id, &b).await.unwrap();
        petugas::tambah_kompetensi(s, &m.kepala, id, &b).await.unwrap();
        let k = petugas::kompetensi(s.baca(), m.d.dinsos).await.unwrap();
        let habis = |n: i64| k[0].habis(kini.saturating_add(n.days()));
        assert_eq!((k.len(), habis(0), habis(20), habis(41)), (1, None, Some(false), Some(true)));
        assert_eq!(petugas::ingatkan(s).await.unwrap(), 0);
        s.jam().maju(15 * 86_400);
        assert_eq!((petugas::ingatkan(s).await.unwrap(), petugas::ingatkan(s).await.unwrap()), (2, 0), "holder and head");
        assert_eq!(karena(petugas::hapus_kompetensi(s, &m.kepala, id, " ").await), "alasan-wajib");
        petugas::hapus_kompetensi(s, &m.kepala, id, "Keliru.").await.unwrap();
        assert!(petugas::kompetensi(s.baca(), m.d.dinsos).await.unwrap().is_empty());
        assert_eq!(petugas::orang(s.baca(), m.d.dinsos, kini).await.unwrap().len(), 2);
    }
}
