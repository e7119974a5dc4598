//! What officers and citizens do with a ticket, and what is refused.

use super::{Balai, balai};
use crate::orang::orang;
use layanan::antrean::Prioritas;
use store::{
    StoreError,
    antrean::{self, Tiket, langkah::Aksi},
    hak::{self, PelaksanaGerai},
    id::{OperasiId, TiketId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

async fn aksi(b: &Balai, p: &PelaksanaGerai, id: TiketId, a: Aksi) -> Result<Tiket, StoreError> {
    antrean::langkah::lakukan(b.s(), p, OperasiId::baru(), id, a).await
}

fn keadaan(hasil: Result<Tiket, StoreError>) -> String {
    hasil.unwrap().keadaan
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn from_the_call_to_the_end_with_its_times(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, jam) = (b.s(), b.s().jam());
        let tanpa = antrean::panggil::berikut(s, &b.petugas[0], OperasiId::baru()).await;
        assert!(matches!(tanpa, Err(StoreError::Keadaan("antrean-tanpa-loket"))), "{tanpa:?}");
        let p = b.duduk(0).await;
        assert!(b.berikut(0).await.is_none(), "nobody waits");
        let (a, c) = (b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await);
        jam.maju(300);
        let op = OperasiId::baru();
        let t = antrean::panggil::berikut(s, p, op).await.unwrap().unwrap();
        assert_eq!((t.id, t.keadaan.as_str(), t.loket_id), (a.id, "dipanggil", Some(b.loket[0])));
        assert_eq!(antrean::panggil::berikut(s, p, op).await.unwrap().unwrap().id, a.id, "pressed twice");
        let lagi = antrean::panggil::berikut(s, p, OperasiId::baru()).await;
        assert!(matches!(lagi, Err(StoreError::Keadaan("antrean-masih-memanggil"))), "{lagi:?}");
        assert_eq!(aksi(&b, p, a.id, Aksi::PanggilUlang).await.unwrap().panggilan, 2);
        jam.maju(60);
        assert_eq!(keadaan(aksi(&b, p, a.id, Aksi::Layani).await), "dilayani");
        assert!(antrean::loket::tutup(s, p).await.is_err(), "somebody is there");
        jam.maju(600);
        // The next call finishes the one before.
        assert_eq!(b.berikut(0).await.unwrap().id, c.id);
        let a = antrean::dari_id(s.baca(), a.id).await.unwrap();
        assert_eq!((a.keadaan.as_str(), a.loket_id, a.langkah), ("selesai", None, 4));
        let sql = "SELECT detik * 10000 + dilayani_detik AS n FROM antrean_waktu WHERE tiket_id = $1 AND akhir = 'selesai'";
        assert_eq!(s.baca().angka(sql, nilai![a.id]).await.unwrap(), 660 * 10_000 + 600);
        let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'tiket.langkah'";
        assert_eq!(s.baca().angka(sql, vec![]).await.unwrap(), 5);
    }

    async fn skipped_held_transferred_and_taken_up_again(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, p) = (b.s(), b.duduk(0).await);
        let (a, c) = (b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await);
        b.berikut(0).await;
        assert_eq!(keadaan(aksi(&b, p, a.id, Aksi::Lewati).await), "dilewati");
        b.berikut(0).await;
        assert_eq!(keadaan(aksi(&b, p, c.id, Aksi::Tahan).await), "ditahan");
        let giliran = b.ambil(Prioritas::Biasa).await;
        let bukan = antrean::panggil::lagi(s, p, OperasiId::baru(), giliran.id).await;
        assert!(matches!(bukan, Err(StoreError::Keadaan("antrean-bukan-giliran"))), "{bukan:?}");
        assert_eq!(antrean::panggil::lagi(s, p, OperasiId::baru(), a.id).await.unwrap().keadaan, "dipanggil");
        assert_eq!(keadaan(aksi(&b, p, a.id, Aksi::TidakHadir).await), "tidak-hadir");
        s.jam().maju(5);
        assert_eq!(keadaan(aksi(&b, p, a.id, Aksi::BukaLagi).await), "dibuka-lagi");
        assert_eq!(keadaan(aksi(&b, p, c.id, Aksi::Kembali).await), "menunggu");

        let (gerai, pajak) = b.gerai_lain().await;
        let t = aksi(&b, p, c.id, Aksi::Alihkan(pajak.id)).await.unwrap();
        assert_eq!((t.gerai_id, t.asal_gerai, t.tempat, t.nomor.as_str()), (gerai, b.m.gerai, c.tempat, "A-002"));
        let jauh = aksi(&b, p, c.id, Aksi::Kembali).await;
        assert!(matches!(jauh, Err(StoreError::TidakDitemukan)), "it is another gerai's now");
        assert_eq!(b.berikut(0).await.unwrap().id, giliran.id, "whoever was absent stands at the end");

        // A service that is given no more takes nobody over either.
        let unit = Lingkup::Unit { unit: b.m.d.dinsos, instansi: b.m.d.kab };
        let kepala = orang(s, "kepala.unit@kab.id", Peran::UnitKepala, unit).await;
        let kepala = hak::unit(s, &kepala, b.m.d.dinsos).await.unwrap().kepala_layanan().unwrap();
        store::layanan::tutup(s, &kepala, pajak.layanan_id, "Pindah").await.unwrap();
        let tutup = aksi(&b, p, giliran.id, Aksi::Alihkan(pajak.id)).await;
        assert!(matches!(tutup, Err(StoreError::TidakDitemukan)), "{tutup:?}");
    }

    async fn a_ticket_at_a_counter_is_of_who_sits_there(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, p, q) = (b.s(), b.duduk(0).await, b.duduk(1).await);
        let t = b.ambil(Prioritas::Biasa).await;
        b.berikut(0).await;
        for a in [Aksi::Layani, Aksi::TidakHadir, Aksi::Batal] {
            assert!(matches!(aksi(&b, q, t.id, a).await, Err(StoreError::Keadaan("antrean-loket-lain"))));
        }
        // A colleague takes the counter over, with whoever is there.
        antrean::loket::buka(s, q, b.loket[0]).await.unwrap();
        assert_eq!(keadaan(aksi(&b, q, t.id, Aksi::Layani).await), "dilayani");
        assert!(matches!(aksi(&b, p, t.id, Aksi::Selesai).await, Err(StoreError::Keadaan("antrean-loket-lain"))));
        let op = OperasiId::baru();
        antrean::langkah::lakukan(s, q, op, t.id, Aksi::Selesai).await.unwrap();
        assert_eq!(antrean::langkah::lakukan(s, q, op, t.id, Aksi::Selesai).await.unwrap().langkah, 3, "the same again");
        let lain = b.ambil(Prioritas::Biasa).await;
        let salah = antrean::langkah::lakukan(s, q, op, lain.id, Aksi::Batal).await;
        assert!(matches!(salah, Err(StoreError::OperasiLain)), "{salah:?}");
    }

    async fn its_holder_may_give_it_up_until_it_is_served(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, p) = (b.s(), b.duduk(0).await);
        let (a, c) = (b.ambil(Prioritas::Biasa).await, b.ambil(Prioritas::Biasa).await);
        let op = OperasiId::baru();
        let t = antrean::warga::batal(s, &a.kode, op).await.unwrap();
        assert_eq!((t.keadaan.as_str(), t.alasan.as_deref()), ("batal", Some("warga")));
        assert_eq!(antrean::warga::batal(s, &a.kode, op).await.unwrap().langkah, 1);
        assert_eq!(b.berikut(0).await.unwrap().id, c.id);
        aksi(&b, p, c.id, Aksi::Layani).await.unwrap();
        let dilayani = antrean::warga::batal(s, &c.kode, OperasiId::baru()).await;
        assert!(matches!(dilayani, Err(StoreError::Keadaan("antrean-tak-boleh"))), "{dilayani:?}");
    }
}
