//! At the hall: who is taken in, who did not come, and who may say so.

use super::{SELASA, SENIN, loka, pukul};
use crate::orang::orang;
use jiff::ToSpan;
use layanan::antrean::Prioritas;
use store::{
    StoreError, antrean, hak,
    peran::{Lingkup, Peran},
    pesanan::{self, Keadaan, Petugas},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn taken_in_on_the_day(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SENIN, pukul(9, 30), Some("a@contoh.id")).await.unwrap();
        let b = l.pesan(SENIN, pukul(9, 30), None).await.unwrap();
        let c = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let id = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().id;
        let depan = Petugas::Depan(&l.depan);
        let besok = pesanan::hadir(l.s(), depan, id(&c).await, Prioritas::Biasa).await;
        assert!(matches!(besok, Err(StoreError::Keadaan("pesanan-bukan-hari-ini"))), "{besok:?}");
        pesanan::hadir(l.s(), depan, id(&a).await, Prioritas::Biasa).await.unwrap();
        pesanan::hadir(l.s(), depan, id(&a).await, Prioritas::Rentan).await.unwrap();
        let dulu = pesanan::tidak_hadir(l.s(), depan, id(&b).await).await;
        assert!(matches!(dulu, Err(StoreError::Keadaan("pesanan-belum-mulai"))), "{dulu:?}");
        l.s().jam().maju(5_400);
        let sudah = pesanan::tidak_hadir(l.s(), depan, id(&a).await).await;
        assert!(matches!(sudah, Err(StoreError::Keadaan("pesanan-usai"))), "{sudah:?}");
        // An officer of the gerai says it as well; who comes late is taken in all the same.
        let petugas = hak::gerai(l.s(), &l.m.petugas, l.m.gerai).await.unwrap().pelaksana().unwrap();
        pesanan::tidak_hadir(l.s(), Petugas::Gerai(&petugas), id(&b).await).await.unwrap();
        let keadaan = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().keadaan(l.s().sekarang());
        assert_eq!([keadaan(&a).await, keadaan(&b).await, keadaan(&c).await], [Keadaan::Hadir, Keadaan::TidakHadir, Keadaan::Dipesan]);
        pesanan::hadir(l.s(), Petugas::Gerai(&petugas), id(&b).await, Prioritas::Rentan).await.unwrap();
        assert_eq!(keadaan(&b).await, Keadaan::Hadir);
        // Each became one ticket; who came in his slot waits as booked, who came later as a walk-in that goes first.
        let tiket = async |kode: &str| {
            let (kode, _) = pesanan::dari_kode(l.s(), kode).await.unwrap().tiket.unwrap();
            antrean::dari_kode(l.s().baca(), &kode).await.unwrap()
        };
        let (ta, tb) = (tiket(&a).await, tiket(&b).await);
        assert_eq!((ta.saluran.as_str(), ta.nomor.as_str(), tb.nomor.as_str()), ("pesanan", "A-001", "A-002"));
        assert_eq!((ta.prioritas.as_str(), tb.prioritas.as_str(), l.hitung("SELECT COUNT(*) AS n FROM tiket").await), ("biasa", "rentan", 2));
        assert!(ta.slot_selesai.is_some_and(|s| ta.terbit < s));
        let hari = pesanan::pada(l.s().baca(), &l.pembaca().await, SENIN, l.s().sekarang()).await.unwrap();
        assert_eq!(hari.iter().map(|x| x.keadaan).collect::<Vec<_>>(), [Keadaan::Hadir, Keadaan::Hadir]);
        let depan_hari = pesanan::mendatang(l.s().baca(), &l.pembaca().await, SENIN).await.unwrap();
        assert_eq!(depan_hari.iter().map(|h| (h.tanggal, h.banyak)).collect::<Vec<_>>(), [(SENIN, 2), (SELASA, 1)]);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pesanan.hadir'").await, 2);
    }

    /// A booked time is kept: from its start the booking is called past those who walked in before it, one of them after each.
    async fn a_booked_time_is_kept_by_the_line(basis: BasisUji) {
        let l = loka(basis).await;
        let kode = l.pesan(SENIN, pukul(9, 30), None).await.unwrap();
        let belum = l.pesan(SENIN, pukul(9, 30), None).await.unwrap();
        let id = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().id;
        let petugas = hak::gerai(l.s(), &l.m.petugas, l.m.gerai).await.unwrap().pelaksana().unwrap();
        let p = store::mpp::penempatan_hidup(l.s().baca(), l.id).await.unwrap();
        let mut jalan = Vec::new();
        for _ in 0..3 {
            let minta = antrean::Minta { op: store::id::OperasiId::baru(), prioritas: Prioritas::Biasa };
            jalan.push(antrean::terbit_petugas(l.s(), &petugas, &p, minta).await.unwrap().id);
        }
        pesanan::hadir(l.s(), Petugas::Depan(&l.depan), id(&kode).await, Prioritas::Biasa).await.unwrap();
        let garis = async || {
            let m = store::mpp::dari_id(l.s().baca(), p.mpp_id).await.unwrap();
            antrean::garis::potret(l.s().baca(), m.unit_id, l.m.gerai, l.s().sekarang()).await.unwrap()
        };
        let (kode_tiket, _) = pesanan::dari_kode(l.s(), &kode).await.unwrap().tiket.unwrap();
        let dipesan = antrean::dari_kode(l.s().baca(), &kode_tiket).await.unwrap().id;
        let g = garis().await;
        assert_eq!(g.urutan, [jalan[0], jalan[1], jalan[2], dipesan], "its time has not begun");
        assert_eq!(g.pesanan.len(), 1, "who is not there yet is reckoned with");
        l.s().jam().maju(5_400);
        assert_eq!(garis().await.urutan, [dipesan, jalan[0], jalan[1], jalan[2]]);
        pesanan::tidak_hadir(l.s(), Petugas::Depan(&l.depan), id(&belum).await).await.unwrap();
        assert_eq!(garis().await.pesanan.len(), 0);
    }

    async fn the_day_is_that_of_the_hall(basis: BasisUji) {
        let l = loka(basis).await;
        let c = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let id = pesanan::dari_kode(l.s(), &c).await.unwrap().id;
        // Tuesday 07.30 WITA is still Monday in UTC.
        l.s().jam().maju(23 * 3_600 + 1_800);
        assert_eq!(l.s().sekarang().timestamp().to_string().get(..10), Some("2026-03-02"));
        pesanan::hadir(l.s(), Petugas::Depan(&l.depan), id, Prioritas::Biasa).await.unwrap();
    }

    async fn nobody_from_another_hall(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SENIN, pukul(9, 30), None).await.unwrap();
        let id = pesanan::dari_kode(l.s(), &a).await.unwrap().id;
        let biro = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().penyelenggara().unwrap();
        let isi = store::mpp::MppIsi { ringkas: "", jam: &[], letak: None };
        store::mpp::buat(l.s(), &biro, l.m.d.rsud, "mal-lain", &isi, true).await.unwrap();
        let unit = Lingkup::Unit { unit: l.m.d.rsud, instansi: l.m.d.kab };
        let o = orang(l.s(), "depan.lain@kab.id", Peran::MppDepan, unit).await;
        let lain = hak::mpp(l.s(), &o, l.m.d.rsud).await.unwrap().depan().unwrap();
        assert!(matches!(pesanan::hadir(l.s(), Petugas::Depan(&lain), id, Prioritas::Biasa).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(pesanan::kabari(l.s(), &lain, id, pesanan::Cara::Langsung).await, Err(StoreError::TidakDitemukan)));
        let r = pesanan::tugas::simpan(l.s(), &lain, l.id, SENIN, l.versi().await, &[]).await;
        assert!(matches!(r, Err(StoreError::TidakDitemukan)), "{r:?}");
        let r = pesanan::undangan::tambah(l.s(), &lain, l.id, store::id::UndanganId::baru(), SENIN.saturating_add(1.day())).await;
        assert!(matches!(r, Err(StoreError::TidakDitemukan)), "{r:?}");
    }
}
