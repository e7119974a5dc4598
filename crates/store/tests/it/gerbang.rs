//! Short messages: a number left with a booking, what leaves and when, and how it ends. And e-mail addresses that bounced.

use crate::{
    orang::orang,
    pesanan::{Loka, SELASA, loka, pukul},
};
use jiff::civil::time;
use store::{
    StoreError,
    gerbang::{
        Perkara, Saluran, baca,
        kabar::{self, Sampai},
        kirim::{self, GERBANG, Nasib, Tenang, Tugas},
        kontak,
    },
    hak::Admin,
    pekerjaan::{self, Pekerjaan},
    pental,
    peran::{Lingkup, Peran},
    pesanan,
};
use testkit::basis::BasisUji;
use uuid::Uuid;

const SIANG: Tenang = Tenang { mulai: time(20, 0, 0, 0), sampai: time(7, 0, 0, 0) };
const NOMOR: &str = "0812 3456 7890";

async fn ambil(l: &Loka) -> Option<Pekerjaan> {
    pekerjaan::ambil(l.s(), &[GERBANG]).await.unwrap()
}

async fn tugas(l: &Loka) -> (Pekerjaan, Tugas) {
    let p = ambil(l).await.expect("a message waits");
    let t = kirim::tugas(l.s(), &p, SIANG).await.unwrap().expect("it may leave");
    (p, t)
}

async fn akhir(l: &Loka, admin: &Admin) -> Vec<(String, Option<String>)> {
    let semua = baca::kiriman(l.s(), admin).await.unwrap();
    semua.into_iter().rev().map(|k| (k.perihal.split('/').next().unwrap_or_default().to_owned(), k.akhir)).collect()
}

async fn siapkan(basis: BasisUji) -> (Loka, String, Uuid, Admin) {
    let l = Box::pin(loka(basis)).await;
    let admin = orang(l.s(), "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
    let kode = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
    let id = pesanan::dari_kode(l.s(), &kode).await.unwrap().id.0;
    (l, kode, id, admin)
}

fn ada(v: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    v.iter().map(|(a, b)| ((*a).to_owned(), (!b.is_empty()).then(|| (*b).to_owned()))).collect()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Kept sealed, confirmed once, told once an occasion, and gone after the day.
    async fn gerbang_alur(basis: BasisUji) {
        let (l, kode, id, admin) = siapkan(basis).await;
        let s = l.s();
        let pilih = |teks: &'static str| kontak::pilih(s, Perkara::Pesanan, id, Saluran::Wa, teks, "id");
        assert!(matches!(pilih("021 555").await, Err(StoreError::Keadaan("gerbang-nomor"))));
        pilih(NOMOR).await.unwrap();
        pilih("+62 812-3456-7890").await.unwrap();
        let k = kontak::milik(s, Perkara::Pesanan, id).await.unwrap().unwrap();
        assert_eq!((k.saluran, k.samar.as_str(), k.henti), (Saluran::Wa, "0812…90", false));
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%8123456%'").await, 0);

        let (p, t) = tugas(&l).await;
        assert_eq!((t.nomor.as_str(), t.perkara_id), ("6281234567890", id));
        assert!(kirim::mulai(s, &p, &t, 10).await.unwrap());
        kirim::catat(s, &p, &t, &Nasib::Diterima { nomor: "wa-1".into(), biaya: 350 }, Some(200), 12).await.unwrap();
        assert!(ambil(&l).await.is_none(), "one number, one confirmation");
        assert!(kabar::sampai(s, "wa-1", Sampai::Dibaca).await.unwrap() && kabar::sampai(s, "wa-1", Sampai::Dibaca).await.unwrap());
        assert!(!kabar::sampai(s, "wa-9", Sampai::Sampai).await.unwrap() && !kabar::sampai(s, "", Sampai::Sampai).await.unwrap());

        // Moved: told at once. In the evening it waits for the morning.
        pesanan::pindah(s, &kode, SELASA, pukul(9, 0), None).await.unwrap();
        s.jam().maju(13 * 3600);
        let p = ambil(&l).await.unwrap();
        assert!(kirim::tugas(s, &p, SIANG).await.unwrap().is_none(), "21.00: quiet");
        assert!(ambil(&l).await.is_none());
        s.jam().maju(10 * 3600);
        let (p, t) = tugas(&l).await;
        assert!(t.perihal.starts_with("pindah/") && p.coba == 1, "waiting was no try");
        assert!(kirim::mulai(s, &p, &t, 10).await.unwrap());
        kirim::catat(s, &p, &t, &Nasib::Lagi("http"), Some(503), 5).await.unwrap();
        s.jam().maju(10);
        let (p, t) = tugas(&l).await;
        assert_eq!(p.coba, 2);
        assert!(kirim::mulai(s, &p, &t, 10).await.unwrap());
        kirim::catat(s, &p, &t, &Nasib::TakPasti("jawaban-waktu"), None, 15_000).await.unwrap();
        s.jam().maju(86_400);
        assert!(ambil(&l).await.is_none(), "what may have arrived is not sent again");
        assert_eq!(akhir(&l, &admin).await, ada(&[("daftar", "diterima"), ("pindah", "tak-pasti")]));
        let bulan = baca::bulan(s, &admin).await.unwrap();
        assert_eq!(bulan.iter().map(|b| (b.saluran.as_str(), b.banyak, b.biaya)).collect::<Vec<_>>(), [("wa", 2, 350)]);
        assert_eq!(baca::kiriman(s, &admin).await.unwrap()[1].sampai.as_deref(), Some("dibaca"));

        assert_eq!(kontak::bersihkan(s).await.unwrap(), 1, "its day is over");
        s.jam().maju(500 * 86_400);
        assert_eq!(kirim::bersihkan(s).await.unwrap(), 2);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM gerbang_kirim").await, 0);
    }

    /// The day's limit, a program that stopped in the middle, a contact that was removed, and the stop word.
    async fn gerbang_batas(basis: BasisUji) {
        let (l, kode, id, admin) = siapkan(basis).await;
        let s = l.s();
        kontak::pilih(s, Perkara::Pesanan, id, Saluran::Sms, NOMOR, "id").await.unwrap();
        pesanan::pindah(s, &kode, SELASA, pukul(9, 0), None).await.unwrap();
        let (p, t) = tugas(&l).await;
        assert!(kirim::mulai(s, &p, &t, 1).await.unwrap());
        // The program ends here; the lease runs out.
        let (p2, t2) = tugas(&l).await;
        assert!(!kirim::mulai(s, &p2, &t2, 1).await.unwrap(), "one a day");
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'gerbang-batas'").await, 1);
        s.jam().maju(pekerjaan::SEWA_DETIK + 1);
        let p = ambil(&l).await.unwrap();
        assert!(kirim::tugas(s, &p, SIANG).await.unwrap().is_none(), "nobody knows whether it left");
        assert_eq!(akhir(&l, &admin).await, ada(&[("daftar", "tak-pasti"), ("pindah", "batas")]));

        // Removed before it left.
        pesanan::pindah(s, &kode, SELASA, pukul(8, 0), None).await.unwrap();
        kontak::hapus(s, Perkara::Pesanan, id).await.unwrap();
        let p = ambil(&l).await.unwrap();
        assert!(kirim::tugas(s, &p, SIANG).await.unwrap().is_none());
        assert_eq!(akhir(&l, &admin).await.last().unwrap().1.as_deref(), Some("usang"));

        // The owner of the number wants none, whoever types it.
        kontak::pilih(s, Perkara::Pesanan, id, Saluran::Sms, NOMOR, "id").await.unwrap();
        assert!(kabar::henti(s, "+6281234567890").await.unwrap() && kabar::henti(s, "6281234567890").await.unwrap());
        assert!(kontak::milik(s, Perkara::Pesanan, id).await.unwrap().is_none());
        let lagi = kontak::pilih(s, Perkara::Pesanan, id, Saluran::Sms, NOMOR, "id").await;
        assert!(matches!(lagi, Err(StoreError::Keadaan("gerbang-berhenti"))));
        kabar::buka_lagi(s, &admin, NOMOR).await.unwrap();
        assert!(matches!(kabar::buka_lagi(s, &admin, NOMOR).await, Err(StoreError::Keadaan("gerbang-tidak-berhenti"))));
        kontak::pilih(s, Perkara::Pesanan, id, Saluran::Sms, NOMOR, "id").await.unwrap();
    }

    /// The reminder of the day before reaches those who left only a number.
    async fn gerbang_ingat(basis: BasisUji) {
        let (l, _, id, _) = siapkan(basis).await;
        let s = l.s();
        kontak::pilih(s, Perkara::Pesanan, id, Saluran::Wa, NOMOR, "en").await.unwrap();
        s.jam().maju(3600);
        // Made today: it has its confirmation.
        assert_eq!(pesanan::ingatkan(s).await.unwrap(), 0);
        let lusa = l.pesan(jiff::civil::date(2026, 3, 4), pukul(8, 0), None).await.unwrap();
        let lusa = pesanan::dari_kode(s, &lusa).await.unwrap().id.0;
        kontak::pilih(s, Perkara::Pesanan, lusa, Saluran::Wa, NOMOR, "en").await.unwrap();
        s.jam().maju(86_400);
        assert_eq!((pesanan::ingatkan(s).await.unwrap(), pesanan::ingatkan(s).await.unwrap()), (1, 0));
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM gerbang_kirim WHERE perihal LIKE 'ingat/%'").await, 1);
    }

    /// Sealed again under a key that replaces one that leaked.
    async fn gerbang_kunci(basis: BasisUji) {
        let (l, _, id, admin) = siapkan(basis).await;
        let s = l.s();
        kontak::pilih(s, Perkara::Pesanan, id, Saluran::Wa, NOMOR, "id").await.unwrap();
        let g = store::kunci_instalasi::Ganti { alasan: "uji", bocor: true };
        store::kunci_instalasi::ganti(s, Some(&admin), g).await.unwrap();
        assert_eq!(kontak::milik(s, Perkara::Pesanan, id).await.unwrap().unwrap().samar, "0812…90");
        assert_eq!(tugas(&l).await.1.nomor, "6281234567890");
    }

    /// A hard bounce holds the address back, its owner and the administrators learn of it, and one of them lets it go.
    async fn surel_pental(basis: BasisUji) {
        let (l, _, _, admin) = siapkan(basis).await;
        let s = l.s();
        let surel = admin.pelaku().surel.clone();
        assert!(!pental::ditahan(s, &surel).await.unwrap() && pental::milik(s, admin.pelaku()).await.unwrap().is_none());
        assert!(pental::catat(s, &surel.to_uppercase(), "5.1.1").await.unwrap());
        assert!(!pental::catat(s, &surel, "5.1.1").await.unwrap(), "once");
        assert!(pental::catat(s, "warga@contoh.id", "5.2.1").await.unwrap());
        assert!(pental::ditahan(s, &surel).await.unwrap() && pental::milik(s, admin.pelaku()).await.unwrap().is_some());
        let daftar = pental::daftar(s, &admin).await.unwrap();
        let siapa: Vec<_> = daftar.iter().map(|p| (p.surel.as_deref(), p.status.as_str())).collect();
        assert!(siapa.contains(&(Some(surel.as_str()), "5.1.1")) && siapa.contains(&(None, "5.2.1")), "{siapa:?}");
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'surel-pental'").await, 2);
        assert_eq!(l.hitung("SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%contoh.id%'").await, 0);
        for p in daftar {
            pental::lepas(s, &admin, p.sidik).await.unwrap();
            assert!(matches!(pental::lepas(s, &admin, p.sidik).await, Err(StoreError::TidakDitemukan)));
        }
        assert!(!pental::ditahan(s, &surel).await.unwrap());
    }
}
