//! The survey link at the end of a ticket: once, only while somebody asks, and kept nowhere.

use super::balai;
use crate::orang::orang;
use jiff::civil::date;
use layanan::antrean::Prioritas;
use store::{
    Store, StoreError,
    antrean::{self, langkah::Aksi},
    hak,
    id::{OperasiId, RondeId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    skm::{self, LayananIsi, Penilaian, RondeIsi},
};
use testkit::basis::BasisUji;

async fn tulis(s: &Store, sql: &str, nilai: Vec<store::kueri::Value>) {
    let tx = s.mulai().await.unwrap();
    tx.jalankan(sql, nilai).await.unwrap();
    tx.commit().await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_finished_ticket_has_one_link(basis: BasisUji) {
        let b = balai(basis).await;
        let s = b.s();
        b.duduk(0).await;
        let t = b.ambil(Prioritas::Biasa).await;
        let kedua = b.ambil(Prioritas::Biasa).await;
        let dulu = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(dulu, Err(StoreError::Keadaan("antrean-belum-selesai"))), "{dulu:?}");
        b.berikut(0).await;
        antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
        let t = antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Tidak);
        let tiada = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(tiada, Err(StoreError::Keadaan("antrean-survei-tidak-ada"))), "{tiada:?}");

        let op = orang(s, "skm@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: b.m.d.dinsos, instansi: b.m.d.kab }).await;
        let op = hak::unit(s, &op, b.m.d.dinsos).await.unwrap().pengelola_skm().unwrap();
        let isi = RondeIsi {
            nama: "SKM MPP",
            edisi: &::skm::semua_bawaan().next().unwrap().id,
            mulai: date(2026, 3, 1),
            sampai: date(2026, 3, 10),
            populasi: None,
            layanan: &["MPP", "ktp  BARU"].map(|n| LayananIsi { nomor: None, nama: n.into() }),
            ditiadakan: &[],
        };
        let r = skm::buat(s, &op, RondeId::baru(), &isi).await.unwrap();
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Dapat);
        let tautan = antrean::survei_tiket(s, &t.kode).await.unwrap();
        let rahasia = tautan.rsplit('/').next().unwrap();
        let sidik = skm::tautan::sidik(rahasia);
        assert_eq!(skm::tautan::berlaku(s.baca(), r, &sidik, date(2026, 3, 10)).await.unwrap(), Some(skm::tautan::Berlaku { layanan: Some(1) }), "{tautan}");
        // Opened and not answered: the page offers the same link again. Answered (the answer takes the link), it says so.
        assert_eq!(antrean::survei_tiket(s, &t.kode).await.unwrap(), tautan);
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Dapat);
        assert_eq!(skm::tautan::sisa(s.baca(), r).await.unwrap(), 1);
        tulis(s, "DELETE FROM survei_tautan WHERE sidik = $1", nilai![sidik.to_vec()]).await;
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Sudah);
        let lagi = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(lagi, Err(StoreError::Keadaan("antrean-survei-sudah"))), "{lagi:?}");

        // Offered and given by the same day: a round that asked on the day of the visit may be over, or published, by now.
        b.berikut(0).await;
        antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), kedua.id, Aksi::Layani).await.unwrap();
        let t = antrean::langkah::lakukan(s, &b.petugas[0], OperasiId::baru(), kedua.id, Aksi::Selesai).await.unwrap();
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Dapat);
        let sql = "INSERT INTO skm_terbit (id, ronde_id, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, '{}', '', $3, 0, $4)";
        let terbit = uuid::Uuid::now_v7();
        tulis(s, sql, nilai![terbit, r, vec![0_u8], op.pelaku().akun]).await;
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Tidak, "published: nothing is asked any more");
        let terbit_lagi = antrean::survei_tiket(s, &t.kode).await;
        assert!(matches!(terbit_lagi, Err(StoreError::Keadaan("antrean-survei-tidak-ada"))), "{terbit_lagi:?}");
        tulis(s, "DELETE FROM skm_terbit WHERE id = $1", nilai![terbit]).await;
        s.jam().maju(30 * 86_400);
        assert_eq!(antrean::survei_dapat(s, &t).await.unwrap(), Penilaian::Tidak, "over");
    }
}
