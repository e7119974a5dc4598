//! The office's calendar: rows, rights, and the deadlines counted by it.

use crate::{bangun::dunia, orang::orang};
use jiff::civil::date;
use store::{
    StoreError, hak,
    id::KalenderHariId,
    kalender::{self, AturanBaru, HariBaru},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn aturan_dan_hari_kantor(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak_ = hak::instansi(s, &d.biro, d.kab).await.unwrap().pengelola_kalender().unwrap();
        assert_eq!(kalender::aturan(s.baca(), d.kab).await.unwrap(), None);
        let k = kalender::kalender(s.baca(), d.kab).await.unwrap();
        assert!(!k.hari_kerja(date(2026, 3, 20)) && !k.hari_kerja(date(2026, 3, 14)));
        let a = AturanBaru { akhir_pekan: "7".parse().unwrap(), cuti_bersama_kerja: true, hak_jawab_hari: 7, sumber: "Perbup 1/2026" };
        kalender::atur(s, &hak_, a.clone()).await.unwrap();
        kalender::atur(s, &hak_, a.clone()).await.unwrap();
        assert_eq!(d.r.store.baca_n("SELECT COUNT(*) AS n FROM kalender_aturan").await, 1, "the same rule is one row");
        let luar = kalender::atur(s, &hak_, AturanBaru { hak_jawab_hari: 0, ..a }).await;
        assert!(matches!(luar, Err(StoreError::Keadaan("tenggat-hari-di-luar"))));
        let k = kalender::kalender(s.baca(), d.kab).await.unwrap();
        assert!(k.hari_kerja(date(2026, 3, 20)) && k.hari_kerja(date(2026, 3, 14)) && !k.hari_kerja(date(2026, 3, 15)));

        let id = KalenderHariId::baru();
        let hari = |id| HariBaru { id, tanggal: date(2026, 10, 12), kerja: false, nama: "HUT Kutai Timur", sumber: "SE Bupati" };
        kalender::tambah_hari(s, &hak_, hari(id)).await.unwrap();
        kalender::tambah_hari(s, &hak_, hari(id)).await.unwrap();
        let dua = kalender::tambah_hari(s, &hak_, hari(KalenderHariId::baru())).await;
        assert!(matches!(dua, Err(StoreError::SudahAda("tanggal"))));
        assert!(!kalender::kalender(s.baca(), d.kab).await.unwrap().hari_kerja(date(2026, 10, 12)));
        kalender::hapus_hari(s, &hak_, id).await.unwrap();
        kalender::hapus_hari(s, &hak_, id).await.unwrap();
        assert!(kalender::kalender(s.baca(), d.kab).await.unwrap().hari_kerja(date(2026, 10, 12)));
        assert!(matches!(kalender::hapus_hari(s, &hak_, KalenderHariId::baru()).await, Err(StoreError::TidakDitemukan)));
        for (aksi, n) in [("kalender.atur", 1), ("kalender.hari", 1), ("kalender.hapus-hari", 1)] {
            assert_eq!(d.r.store.baca_n(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
    }

    async fn siapa_yang_boleh(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        assert!(hak::instansi(s, &d.sekda, d.kab).await.unwrap().pengelola_kalender().is_err());
        let admin = orang(s, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await;
        assert!(hak::instansi(s, &admin, d.kab).await.unwrap().pengelola_kalender().is_ok());
    }
}

trait Hitung {
    async fn baca_n(&self, sql: &str) -> i64;
}

impl Hitung for store::Store {
    async fn baca_n(&self, sql: &str) -> i64 {
        use store::kueri::Kueri as _;
        self.baca().angka(sql, vec![]).await.unwrap()
    }
}
