//! Bills and payments: who may confirm, signed calls, the day's reconciliation.

use crate::{
    orang::orang,
    permohonan::{Dunia, dunia},
};
use ::layanan::permohonan::Keadaan;
use store::{
    Store, StoreError, Waktu,
    hak::{self, KasirMpp},
    id::PermohonanId,
    peran::{self, Lingkup, Peran},
    permohonan,
    tagihan::{
        self, Pembatal, Perubahan, Tagihan,
        qris::{self, Jawaban, Kepala},
    },
};
use testkit::basis::BasisUji;
use uuid::Uuid;

/// The vector of the domain page 5.5, made static.
const MUATAN: &str = "00020101021126530016ID.CO.CONTOH.WWW01189360000000000000000207000000151440014ID.CO.QRIS.WWW0215ID00000000000000303UME5204939953033605802ID5910MPP CONTOH6006CONTOH610512345630499B2";

struct Uji {
    d: Dunia,
    kasir: KasirMpp,
    id: PermohonanId,
    t: Tagihan,
}

/// A case that owes 25,000 rupiah, and a cashier.
async fn uji(basis: BasisUji) -> Uji {
    let d = dunia(basis, 25_000).await;
    let s = &d.m.d.r.store;
    let unit = Lingkup::Unit { unit: d.m.d.dinsos, instansi: d.m.d.kab };
    let kasir = orang(s, "kasir@kab.id", Peran::Kasir, unit).await;
    let kasir = hak::mpp(s, &kasir, d.m.d.dinsos).await.unwrap().kasir().unwrap();
    let id = d.satu().await.id;
    let o = d.pengolah(id).await;
    permohonan::periksa(s, &o, 1).await.unwrap();
    permohonan::proses(s, &o, 2).await.unwrap();
    permohonan::setujui(s, &o, 3).await.unwrap();
    let t = tagihan::milik(s.baca(), id).await.unwrap().remove(0);
    Uji { d, kasir, id, t }
}

fn badan(id: &str, tagihan: &str, nominal: u64) -> String {
    format!(r#"{{"id":"{id}","tagihan":"{tagihan}","nominal":{nominal},"saat":"2026-03-02T01:00:00Z"}}"#)
}

async fn panggil(s: &Store, rahasia: &str, geser: i64, badan: &str) -> Jawaban {
    let waktu = (s.sekarang().0 / 1_000_000 + geser).to_string();
    let tanda = qris::tanda(rahasia, &waktu, badan.as_bytes());
    qris::panggilan(s, Kepala { mpp: "mal-kab", waktu: &waktu, tanda: &tanda }, badan.as_bytes()).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_bill_stops_the_product_and_one_person_is_never_both(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let s = &u.d.m.d.r.store;
        let o = u.d.pengolah(u.id).await;
        assert!(matches!(permohonan::siap(s, &o, 4, "").await, Err(StoreError::Keadaan("permohonan-belum-lunas"))));
        // The officer of the case becomes a cashier as well: not of this bill.
        let tx = s.mulai().await.unwrap();
        let unit = Lingkup::Unit { unit: u.d.m.d.dinsos, instansi: u.d.m.d.kab };
        peran::beri(&tx, None, o.pelaku().akun, Peran::Kasir, &unit).await.unwrap();
        peran::beri(&tx, None, u.kasir.pelaku().akun, Peran::UnitKepala, &unit).await.unwrap();
        tx.commit().await.unwrap();
        let lagi = crate::orang::kini(s, o.pelaku()).await;
        let sendiri = hak::mpp(s, &lagi, u.d.m.d.dinsos).await.unwrap().kasir().unwrap();
        let r = tagihan::lunasi(s, &sendiri, u.t.id, "K-1", 25_000).await;
        assert!(matches!(r, Err(StoreError::Keadaan("tagihan-orang-sama"))), "{r:?}");
        for (kuitansi, n, kunci) in [(" ", 25_000, "tagihan-kuitansi-wajib"), ("K-1", 20_000, "tagihan-nominal-beda")] {
            let r = tagihan::lunasi(s, &u.kasir, u.t.id, kuitansi, n).await;
            assert!(matches!(r, Err(StoreError::Keadaan(k)) if k == kunci), "{r:?}");
        }
        assert_eq!(tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap(), Perubahan::Baru);
        assert_eq!(tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap(), Perubahan::Sudah);
        // The cashier of the bill becomes the head of the unit: no step of this case.
        let kepala = crate::orang::kini(s, u.kasir.pelaku()).await;
        let kepala = hak::permohonan(s, &kepala, u.id).await.unwrap().pengolah().unwrap();
        let r = permohonan::siap(s, &kepala, 4, "").await;
        assert!(matches!(r, Err(StoreError::Keadaan("permohonan-orang-kasir"))), "{r:?}");
        let surat = permohonan::dokumen::Cetakan { id: uuid::Uuid::now_v7(), kode: "kodesuratkasir", nomor: "1", teks: "Isi", pdf: b"%PDF-1.4" };
        let r = permohonan::dokumen::terbitkan(s, &kepala, &surat).await;
        assert!(matches!(r, Err(StoreError::Keadaan("permohonan-orang-kasir"))), "{r:?}");
        permohonan::siap(s, &o, 4, "Ambil di G01").await.unwrap();
        assert!(matches!(permohonan::dokumen::serahkan(s, &u.d.loket(u.id).await, 5, " ").await, Err(StoreError::Keadaan(_))));
        permohonan::dokumen::serahkan(s, &u.d.loket(u.id).await, 5, "Ibu Sari").await.unwrap();
        assert_eq!(u.d.kini(u.id).await.keadaan().unwrap(), Keadaan::Selesai);
        // A receipt is of one bill.
        let lain = u.d.satu().await.id;
        let o = u.d.pengolah(lain).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::proses(s, &o, 2).await.unwrap();
        let t = tagihan::milik(s.baca(), lain).await.unwrap().remove(0);
        let r = tagihan::lunasi(s, &u.kasir, t.id, "K-1", 25_000).await;
        assert!(matches!(r, Err(StoreError::Keadaan("tagihan-kuitansi-dipakai"))), "{r:?}");
        tagihan::batalkan(s, &o, t.id, "Gratis menurut SKTM").await.unwrap();
        tagihan::buat_lain(s, &o, 10_000).await.unwrap();
        assert!(matches!(tagihan::buat_lain(s, &o, 10_000).await, Err(StoreError::Keadaan("tagihan-sudah-ada"))));
        let p = u.d.kini(lain).await;
        permohonan::batalkan(s, &p.kode, p.versi, "").await.unwrap();
        assert!(tagihan::milik(s.baca(), lain).await.unwrap().iter().all(|t| !t.terbuka()), "open bills end with the case");
    }

    async fn signed_calls(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let s = &u.d.m.d.r.store;
        let b = badan("T1", &store::kode::tampil(&u.t.kode), 25_000);
        assert_eq!(panggil(s, "x", 0, &b).await, Jawaban::TidakSah, "QRIS is off");
        assert!(matches!(qris::atur(s, &u.d.m.kepala, "000201").await, Err(StoreError::Keadaan("qris-muatan-salah"))));
        qris::atur(s, &u.d.m.kepala, MUATAN).await.unwrap();
        let muatan = qris::muatan(s.baca(), &u.t).await.unwrap().unwrap();
        let m = ::layanan::qris::Muatan::baca(&muatan).unwrap();
        assert_eq!((m.nominal().map(::layanan::qris::Nominal::rupiah), m.tagihan()), (Some(25_000), Some(store::kode::tampil(&u.t.kode))));
        let r = qris::rahasia(s, &u.d.m.kepala).await.unwrap();
        assert_eq!(panggil(s, &"0".repeat(64), 0, &b).await, Jawaban::TidakSah, "another secret");
        assert_eq!(panggil(s, &r, -301, &b).await, Jawaban::TidakSah, "too old");
        assert_eq!(panggil(s, &r, 301, &b).await, Jawaban::TidakSah, "from the future");
        assert_eq!(panggil(s, &r, 0, "{}").await, Jawaban::Rusak);
        let alasan = async |id: &str, t: &str, n| match panggil(s, &r, 0, &badan(id, t, n)).await {
            Jawaban::TidakSesuai { alasan, .. } => alasan,
            lain => unreachable!("{lain:?}"),
        };
        assert_eq!(alasan("T0", &u.t.kode, 20_000).await, "tagihan-nominal-beda");
        assert_eq!(alasan("T0", &u.t.kode, 25_000).await, "tagihan-nominal-beda", "the same id gets the same answer, whatever it says now");
        assert_eq!(alasan("T9", "G-XXXXX-XXXXX", 1).await, "tagihan-asing");
        // Ten at once with one id, then another id.
        let (x, y) = tokio::join!(panggil(s, &r, 0, &b), panggil(s, &r, 1, &b));
        let baik = Jawaban::Dicatat { tagihan: u.t.kode.clone() };
        assert_eq!((x, y), (baik.clone(), baik.clone()));
        assert_eq!(panggil(s, &r, 5, &b).await, baik, "again later: the same answer");
        assert_eq!(alasan("T2", &u.t.kode, 25_000).await, "tagihan-lunas");
        assert_eq!(tagihan::dari_id(s.baca(), u.t.id).await.unwrap().transaksi.as_deref(), Some("T1"));
        assert_eq!(qris::muatan(s.baca(), &tagihan::dari_id(s.baca(), u.t.id).await.unwrap()).await.unwrap(), None, "nothing more to pay");
        // The secret goes with the merchant data.
        qris::atur(s, &u.d.m.kepala, "").await.unwrap();
        assert_eq!(panggil(s, &r, 0, &b).await, Jawaban::TidakSah);

        let hari = s.sekarang().hari("WITA");
        let h = tagihan::harian(s.baca(), u.d.m.d.dinsos, hari).await.unwrap();
        assert_eq!((h.dibuat.rupiah, h.qris.rupiah, h.tunai.banyak, h.terbuka.banyak, h.baris.len()), (25_000, 25_000, 0, 0, 4));
        assert_eq!(h.selisih(), None);
        let id = Uuid::now_v7();
        let bisu = tagihan::catat_harian(s, &u.kasir, id, hari, (0, 20_000), " ").await;
        assert!(matches!(bisu, Err(StoreError::Keadaan("rekonsiliasi-selisih"))), "{bisu:?}");
        tagihan::catat_harian(s, &u.kasir, id, hari, (0, 20_000), "Kurang setor").await.unwrap();
        tagihan::catat_harian(s, &u.kasir, id, hari, (0, 20_000), "Kurang setor").await.unwrap();
        assert_eq!(tagihan::harian(s.baca(), u.d.m.d.dinsos, hari).await.unwrap().selisih(), Some((0, -5_000)));
        // A payment after the counting makes no money missing; it is said that it came.
        let h = tagihan::harian(s.baca(), u.d.m.d.dinsos, hari).await.unwrap();
        assert_eq!((h.tercatat, h.sesudah), (Some((0, 25_000)), 0));
        assert_eq!(h.tertolak.banyak, 3, "calls that paid no bill");
        s.jam().maju(60);
        let tx = s.mulai().await.unwrap();
        let lambat = "UPDATE pembayaran SET pada = $1 WHERE mpp_id = $2";
        store::kueri::Kueri::jalankan(&*tx, lambat, store::nilai![tx.pada, u.d.m.d.dinsos]).await.unwrap();
        tx.commit().await.unwrap();
        let h = tagihan::harian(s.baca(), u.d.m.d.dinsos, hari).await.unwrap();
        assert_eq!((h.selisih(), h.sesudah), (Some((0, 20_000)), 1));
        let besok = hari.tomorrow().unwrap();
        assert!(matches!(tagihan::catat_harian(s, &u.kasir, Uuid::now_v7(), besok, (0, 0), "").await, Err(StoreError::Keadaan(_))));
    }

    /// A case that was refused and put away owes nothing, though its payment is taken back.
    async fn a_payment_of_an_archived_refusal_leaves_no_open_bill(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let s = &u.d.m.d.r.store;
        let id = u.d.satu().await.id;
        let o = u.d.pengolah(id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::proses(s, &o, 2).await.unwrap();
        let t = tagihan::milik(s.baca(), id).await.unwrap().remove(0);
        tagihan::lunasi(s, &u.kasir, t.id, "K-2", 25_000).await.unwrap();
        permohonan::tolak(s, &o, u.d.kini(id).await.versi, "Berkas palsu").await.unwrap();
        permohonan::arsipkan(s, &u.d.loket(id).await, u.d.kini(id).await.versi).await.unwrap();
        let pada = tagihan::dari_id(s.baca(), t.id).await.unwrap().lunas.unwrap();
        tagihan::batalkan_bayar(s, Pembatal::Kasir(&u.kasir), t.id, pada, "Uang dikembalikan").await.unwrap();
        let t = tagihan::dari_id(s.baca(), t.id).await.unwrap();
        assert!(t.lunas.is_none() && t.batal.is_some(), "{t:?}");
    }

    /// The figures of a day that was counted stay; the correction stands on its own day, with who and why.
    async fn a_payment_recorded_wrongly_is_taken_back(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let (s, mpp) = (&u.d.m.d.r.store, u.d.m.d.dinsos);
        let bayar = async || tagihan::dari_id(s.baca(), u.t.id).await.unwrap().lunas;
        let balik = async |oleh: Pembatal<'_>, pada, alasan: &str| tagihan::batalkan_bayar(s, oleh, u.t.id, pada, alasan).await;
        let tolak = |r: Result<(), StoreError>, kunci: &str| assert!(matches!(r, Err(StoreError::Keadaan(k)) if k == kunci), "{kunci}");
        let kasir = Pembatal::Kasir(&u.kasir);
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap();
        let pada = bayar().await.unwrap();
        let versi = u.d.kini(u.id).await.versi;
        tolak(balik(kasir, pada, " ").await, "alasan-wajib");
        tolak(balik(kasir, pada, &"x".repeat(1_001)).await, "pembayaran-alasan-panjang");
        tolak(balik(kasir, Waktu(pada.0 - 1), "Salah tagihan").await, "pembayaran-berubah");
        // The officer of the case is no judge of its money, as a cashier neither.
        let o = u.d.pengolah(u.id).await;
        let tx = s.mulai().await.unwrap();
        let unit = Lingkup::Unit { unit: mpp, instansi: u.d.m.d.kab };
        peran::beri(&tx, None, o.pelaku().akun, Peran::Kasir, &unit).await.unwrap();
        tx.commit().await.unwrap();
        let sendiri = hak::mpp(s, &crate::orang::kini(s, o.pelaku()).await, mpp).await.unwrap().kasir().unwrap();
        tolak(balik(Pembatal::Kasir(&sendiri), pada, "Salah tagihan").await, "tagihan-orang-sama");
        for _ in 0..2 {
            balik(kasir, pada, "Kuitansi milik tagihan lain").await.unwrap();
        }
        assert_eq!((bayar().await, u.d.kini(u.id).await.versi), (None, versi + 1));
        let b = tagihan::bayar_batal(s.baca(), u.id).await.unwrap();
        assert_eq!((b.len(), b[0].kuitansi.as_str(), b[0].alasan.as_str()), (1, "K-1", "Kuitansi milik tagihan lain"));
        assert!(matches!(permohonan::siap(s, &o, versi + 1, "").await, Err(StoreError::Keadaan("permohonan-belum-lunas"))), "it owes again");
        let hari = s.sekarang().hari("WITA");
        let h = tagihan::harian(s.baca(), mpp, hari).await.unwrap();
        assert_eq!((h.tunai.rupiah, h.balik.banyak, h.balik.rupiah, h.terbuka.banyak), (0, 1, 25_000, 1));
        let baris: Vec<_> = h.baris.iter().map(|b| (b.cara.as_str(), b.nominal, b.batal.is_some(), b.catatan.is_some())).collect();
        assert_eq!(baris, [("loket", 25_000, true, false), ("batal", -25_000, false, true)]);
        // The same receipt can be recorded again; the next day only the head takes it back, and the day before stays as it was.
        s.jam().maju(1);
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap();
        let pada = bayar().await.unwrap();
        s.jam().maju(86_400);
        tolak(balik(kasir, pada, "Salah tagihan").await, "pembayaran-batal-hari");
        balik(Pembatal::Kepala(&u.d.m.kepala), pada, "Salah tagihan").await.unwrap();
        let rupiah = async |h| tagihan::harian(s.baca(), mpp, h).await.unwrap().tunai.rupiah;
        assert_eq!((rupiah(hari).await, rupiah(hari.tomorrow().unwrap()).await), (25_000, -25_000));
        assert_eq!(tagihan::bayar_batal(s.baca(), u.id).await.unwrap().len(), 2);
        store::audit::segel(s).await.unwrap();
        assert_eq!(store::rawat::periksa(s).await.unwrap().temuan, vec![]);
        // After the counting: what came is told apart from what went, and an old page takes nothing back.
        s.jam().maju(1);
        let kini = s.sekarang().hari("WITA");
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-7", 25_000).await.unwrap();
        let lama = bayar().await.unwrap();
        s.jam().maju(1);
        let ada = tagihan::harian(s.baca(), mpp, kini).await.unwrap().tunai.rupiah;
        tagihan::catat_harian(s, &u.kasir, Uuid::now_v7(), kini, (ada.max(0), 0), "Hitung").await.unwrap();
        s.jam().maju(1);
        balik(kasir, lama, "Salah tagihan").await.unwrap();
        let sesudah = async || tagihan::harian(s.baca(), mpp, kini).await.map(|h| (h.sesudah, h.sesudah_balik)).unwrap();
        assert_eq!(sesudah().await, (0, 1));
        s.jam().maju(1);
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-8", 25_000).await.unwrap();
        assert_eq!(sesudah().await, (1, 1));
        tolak(balik(kasir, lama, "Salah lagi").await, "pembayaran-berubah");
        // The number of a receipt is one, however it is typed.
        let lain = u.d.satu().await.id;
        let o = u.d.pengolah(lain).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::proses(s, &o, 2).await.unwrap();
        let t = tagihan::milik(s.baca(), lain).await.unwrap().remove(0);
        for nomor in ["k-8", "K 8", " k  8 "] {
            let r = tagihan::lunasi(s, &u.kasir, t.id, nomor, 25_000).await;
            assert!(matches!(r, Err(StoreError::Keadaan("tagihan-kuitansi-dipakai"))), "{nomor}: {r:?}");
        }
        tagihan::lunasi(s, &u.kasir, t.id, "K-88", 25_000).await.unwrap();
        s.jam().maju(1);
        let kini_bayar = bayar().await.unwrap();
        balik(kasir, kini_bayar, "Salah tagihan").await.unwrap();
        // What the provider proved is not for a cashier to deny.
        qris::atur(s, &u.d.m.kepala, MUATAN).await.unwrap();
        let r = qris::rahasia(s, &u.d.m.kepala).await.unwrap();
        panggil(s, &r, 0, &badan("T1", &u.t.kode, 25_000)).await;
        let pada = bayar().await.unwrap();
        tolak(balik(Pembatal::Kepala(&u.d.m.kepala), pada, "Salah").await, "pembayaran-batal-qris");
    }

    /// Ready, and then the bill is open again: neither handed over nor taken until it is paid.
    async fn what_is_ready_waits_for_a_payment_that_was_taken_back(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let s = &u.d.m.d.r.store;
        let o = u.d.pengolah(u.id).await;
        let surat = permohonan::dokumen::Cetakan { id: Uuid::now_v7(), kode: "kodesuratbalik", nomor: "1", teks: "Isi", pdf: b"%PDF-1.4" };
        permohonan::dokumen::terbitkan(s, &o, &surat).await.unwrap();
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap();
        permohonan::siap(s, &o, u.d.kini(u.id).await.versi, "").await.unwrap();
        let pada = tagihan::dari_id(s.baca(), u.t.id).await.unwrap().lunas.unwrap();
        tagihan::batalkan_bayar(s, Pembatal::Kasir(&u.kasir), u.t.id, pada, "Salah tagihan").await.unwrap();
        let p = u.d.kini(u.id).await;
        let r = permohonan::dokumen::serahkan(s, &u.d.loket(u.id).await, p.versi, "Ibu Sari").await;
        assert!(matches!(r, Err(StoreError::Keadaan("permohonan-belum-lunas"))), "{r:?}");
        let r = permohonan::dokumen::ambil_sendiri(s, &p.kode).await;
        assert!(matches!(r, Err(StoreError::Keadaan("permohonan-belum-lunas"))), "{r:?}");
        assert!(permohonan::dokumen::unduh(s, &p.kode).await.unwrap().is_none());
        assert_eq!(u.d.kini(u.id).await.keadaan().unwrap(), Keadaan::SiapDiambil);
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-2", 25_000).await.unwrap();
        permohonan::dokumen::ambil_sendiri(s, &p.kode).await.unwrap();
        assert_eq!(u.d.kini(u.id).await.keadaan().unwrap(), Keadaan::Selesai);
    }

    /// `prima check` adds up the money and the steps of cases again.
    async fn sums_that_do_not_hold_are_found(basis: BasisUji) {
        let u = Box::pin(uji(basis)).await;
        let s = &u.d.m.d.r.store;
        tagihan::lunasi(s, &u.kasir, u.t.id, "K-1", 25_000).await.unwrap();
        store::audit::segel(s).await.unwrap();
        let l = store::rawat::periksa(s).await.unwrap();
        assert_eq!((l.temuan, l.diperiksa["uang"]), (vec![], 3));
        for (rusak, betul, bagian, banyak) in [
            ("UPDATE pembayaran SET nominal = 24999", "UPDATE pembayaran SET nominal = 25000", "uang", 2),
            ("UPDATE tagihan SET nominal = -25000", "UPDATE tagihan SET nominal = 25000", "uang", 3),
            ("UPDATE pembayaran SET cara = 'qris'", "UPDATE pembayaran SET cara = 'loket'", "uang", 1),
            ("UPDATE permohonan_peristiwa SET nomor = 9 WHERE nomor = 2", "UPDATE permohonan_peristiwa SET nomor = 2 WHERE nomor = 9", "permohonan", 1),
        ] {
            for (sql, n) in [(rusak, banyak), (betul, 0)] {
                let tx = s.mulai().await.unwrap();
                assert!(store::kueri::Kueri::jalankan(&*tx, sql, vec![]).await.unwrap() > 0, "{sql}");
                tx.commit().await.unwrap();
                let t = store::rawat::periksa(s).await.unwrap().temuan;
                assert_eq!((t.len(), t.iter().all(|t| t.bagian == bagian)), (n, true), "{sql}: {t:?}");
            }
        }
    }
}
