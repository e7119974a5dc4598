//! Uploads behind a virus scanner: waiting, clean, infected, scanner away, scanner off.

use super::{
    bangun::{meja, op},
    bukti::pdf,
};
use store::{
    StoreError, berkas,
    bukti::{self, Baru},
    kueri::Kueri,
    nilai, objek,
    pindai::{self, Putusan},
};
use testkit::basis::BasisUji;

fn baru(nama: &str) -> Baru<'_> {
    Baru { op: op(), indikator: "1.a.Ak", nama, keterangan: "SK" }
}

fn keadaan(h: store::Hasil<()>) -> &'static str {
    match h {
        Err(StoreError::Keadaan(k)) => k,
        Err(e) => panic!("{e}"),
        Ok(()) => "boleh",
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn berkas_menunggu_pemindai(basis: BasisUji) {
        let p = meja(basis).await;
        let s = p.s();
        let kirim = async |isi: &str| {
            let b = bukti::tambah_berkas(s, &p.op, baru("a.pdf"), &berkas::periksa(pdf(isi)).unwrap()).await;
            b.map(|b| b.objek.unwrap())
        };
        // Off by default: nothing waits.
        let lama = kirim("lama").await.unwrap();
        assert_eq!(keadaan(pindai::boleh(s, &lama).await), "boleh");
        assert!(pindai::ambil(s).await.unwrap().is_none());

        s.pasang_karantina(true);
        let (bersih, jahat) = (kirim("bersih").await.unwrap(), kirim("jahat").await.unwrap());
        assert_eq!((keadaan(pindai::boleh(s, &bersih).await), keadaan(pindai::boleh(s, &lama).await)), ("berkas-menunggu", "boleh"));
        // The scanner is away: tried again after a pause, for ever, and never twice at the same time.
        let t = pindai::ambil(s).await.unwrap().unwrap();
        assert_ne!(pindai::ambil(s).await.unwrap().unwrap().sidik, t.sidik);
        assert!(pindai::ambil(s).await.unwrap().is_none(), "both are taken");
        pindai::putuskan(s, &t, &Putusan::Gagal).await.unwrap();
        assert!(pindai::ambil(s).await.unwrap().is_none(), "not before the pause is over");
        let mut coba = t.coba;
        for _ in 0..6 {
            s.jam().maju(301);
            let mut ada = false;
            while let Some(x) = pindai::ambil(s).await.unwrap() {
                if x.sidik == t.sidik {
                    (coba, ada) = (x.coba, true);
                }
                pindai::putuskan(s, &x, &Putusan::Gagal).await.unwrap();
            }
            assert!(ada, "it is never given up");
        }
        assert_eq!(coba, 7);
        let r = pindai::ringkasan(s).await.unwrap();
        assert_eq!((r.menunggu, r.terinfeksi, r.sejak.is_some()), (2, 0, true));
        // It is back.
        s.jam().maju(301);
        while let Some(x) = pindai::ambil(s).await.unwrap() {
            let putusan = if x.sidik == bersih { Putusan::Bersih } else { Putusan::Terinfeksi("Uji.Jahat-1\n".into()) };
            pindai::putuskan(s, &x, &putusan).await.unwrap();
            pindai::putuskan(s, &x, &Putusan::Bersih).await.unwrap();
        }
        assert_eq!((keadaan(pindai::boleh(s, &bersih).await), keadaan(pindai::boleh(s, &jahat).await)), ("boleh", "berkas-terinfeksi"));
        let n = async |sql: &str| s.baca().angka(sql, nilai![]).await.unwrap();
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'objek.terinfeksi' AND rincian LIKE '%Uji.Jahat-1%'").await, 1);
        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan b JOIN akun a ON a.id = b.akun_id
            WHERE b.jenis = 'berkas-terinfeksi' AND a.surel = 'operator@contoh.id'";
        assert_eq!(n(kabar).await, 1, "the uploader is told, once");
        // The same content again is refused, also once the scanner is switched off; what only waited is free then.
        assert!(matches!(kirim("jahat").await, Err(StoreError::Keadaan("berkas-terinfeksi"))));
        let tunggu = kirim("baru").await.unwrap();
        s.pasang_karantina(false);
        assert_eq!((keadaan(pindai::boleh(s, &tunggu).await), keadaan(pindai::boleh(s, &jahat).await)), ("boleh", "berkas-terinfeksi"));
        assert!(matches!(kirim("jahat").await, Err(StoreError::Keadaan("berkas-terinfeksi"))));
        // What the program printed itself waits for nobody.
        s.pasang_karantina(true);
        let cetak = objek::simpan(s, &pdf("cetakan")).unwrap();
        let tx = s.mulai().await.unwrap();
        objek::catat_cetak(&tx, &cetak, "application/pdf").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(keadaan(pindai::boleh(s, &cetak.sidik).await), "boleh");
    }
}
