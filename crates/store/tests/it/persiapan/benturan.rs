use super::tindakan::semua;
use crate::{
    f02::bangun::{berdua, kasus, keadaan, tulis},
    hasil::{
        bangun::siap,
        berita_acara::{buat, penanda},
    },
};
use store::{
    beranda, berita_acara as ba, f02, hak,
    id::BeritaAcaraId,
    kueri::Kueri,
    nilai, penugasan,
    peran::{Lingkup, Peran},
    persiapan::benturan::{self, Jawaban},
};
use testkit::basis::BasisUji;

const TEKS: &str = "Saya tidak mempunyai benturan kepentingan.";

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Nothing is scored before the declaration, nor while a conflict stands; a new declaration counts from then on.
    async fn sebelum_f02(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        let s = &k.r.store;
        k.kirim(1).await;
        let a = k.penilai("a@contoh.id").await;
        k.sql("DELETE FROM benturan WHERE akun_id = $1", nilai![a.pelaku().akun]).await;
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 4, 0).await), "benturan-belum");
        let j = |ada| [Jawaban { lokus: k.lokus, ada }];
        assert_eq!(keadaan(benturan::nyatakan(s, &a, TEKS, &j(Some(" "))).await), "benturan-alasan");
        benturan::nyatakan(s, &a, TEKS, &j(Some("Pasangan bekerja di unit ini"))).await.unwrap();
        assert_eq!(keadaan(k.skor(&a, "1.a.Ak", 4, 0).await), "benturan-ada");
        let biro = k.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        let baca = hak::periode(s, &biro, k.periode).await.unwrap().pembaca();
        let baris = benturan::milik_periode(s, &baca, 0, 25).await.unwrap();
        assert!(benturan::milik_periode(s, &baca, 25, 25).await.unwrap().is_empty());
        let (semua, ada) = benturan::banyak(s, &baca).await.unwrap();
        assert_eq!((usize::try_from(semua).unwrap(), ada), (baris.len(), 1));
        assert_eq!((baris.len(), baris[0].alasan.as_deref()), (1, Some("Pasangan bekerja di unit ini")));
        benturan::nyatakan(s, &a, TEKS, &j(None)).await.unwrap();
        k.skor(&a, "1.a.Ak", 4, 0).await.unwrap();
        assert_eq!(k.hitung("SELECT COUNT(*) AS n FROM benturan").await, 2, "what he said before stays");
        assert_eq!(benturan::milik(s.baca(), a.pelaku().akun, k.periode).await.unwrap()[0].jawaban.as_deref(), Some("tidak"));
        benturan::nyatakan(s, &a, TEKS, &j(Some("Baru diketahui"))).await.unwrap();
        assert_eq!(keadaan(f02::simpan(s, &a, tulis("2.a.P", Some(3), 0)).await), "benturan-ada", "also in the middle of the work");
        let asing = [Jawaban { lokus: store::id::LokusId::baru(), ada: None }];
        assert!(matches!(benturan::nyatakan(s, &a, TEKS, &asing).await, Err(store::StoreError::TidakDitemukan)));
    }

    /// What is not declared yet waits for the evaluator alone, until he declares (either way), scoring is over, or he is replaced.
    async fn menunggu_pernyataan(basis: BasisUji) {
        let k = kasus(basis, "konsensus").await;
        let s = &k.r.store;
        let a = k.penilai("a@contoh.id").await;
        k.sql("DELETE FROM benturan WHERE akun_id = $1", nilai![a.pelaku().akun]).await;
        let b = benturan::belum(s, a.pelaku()).await.unwrap();
        assert_eq!(b.iter().map(|b| (b.lokus, b.jumlah)).collect::<Vec<_>>(), [(k.lokus, 1)]);
        let biro = k.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
        assert!(benturan::belum(s, &biro).await.unwrap().is_empty());
        let tutup = hak::periode(s, &biro, k.periode).await.unwrap().penyelenggara().unwrap();
        store::periode::tutup(s, &tutup, store::periode::Fase::Pelaksanaan, "").await.unwrap();
        assert!(benturan::belum(s, a.pelaku()).await.unwrap().is_empty(), "nothing is asked for when scoring is over");
        store::periode::buka_kembali(s, &tutup, store::periode::Fase::Pelaksanaan, "belum selesai").await.unwrap();
        assert_eq!(benturan::belum(s, a.pelaku()).await.unwrap().len(), 1);
        benturan::nyatakan(s, &a, TEKS, &[Jawaban { lokus: k.lokus, ada: Some("Saudara bekerja di sana") }]).await.unwrap();
        assert!(benturan::belum(s, a.pelaku()).await.unwrap().is_empty());
        // He signs and verifies long after, so a conflict can come about, or end, in every phase.
        store::periode::tutup(s, &tutup, store::periode::Fase::Pelaksanaan, "").await.unwrap();
        benturan::nyatakan(s, &a, TEKS, &[Jawaban { lokus: k.lokus, ada: None }]).await.unwrap();
        assert!(!benturan::ada(s.baca(), k.lokus, a.pelaku().akun).await.unwrap());
        // So can the one with a conflict be taken out, and nobody else.
        let sekda = k.orang("sekda@kab.id", Peran::Penanggungjawab, Lingkup::Instansi(k.kab)).await;
        let sekda = hak::periode(s, &sekda, k.periode).await.unwrap().penanggungjawab().unwrap();
        let id = penugasan::hidup(s, &[k.lokus]).await.unwrap()[0].id;
        assert_eq!(keadaan(penugasan::akhiri(s, &sekda, id, "diganti").await), "fase-pelaksanaan-ditutup");
        benturan::nyatakan(s, &a, TEKS, &[Jawaban { lokus: k.lokus, ada: Some("Baru diketahui") }]).await.unwrap();
        penugasan::akhiri(s, &sekda, id, "diganti").await.unwrap();
        assert!(penugasan::hidup(s, &[k.lokus]).await.unwrap().is_empty());
    }

    /// Every act of an evaluator, also with a right that he got before he declared. Reading stays, and what was signed stays.
    async fn semua_tindakan(basis: BasisUji) {
        let w = Box::pin(siap(basis)).await;
        let (k, s) = (&w.k, &w.k.r.store);
        w.kepala().await;
        w.sekda().await;
        Box::pin(k.penuh(&w.a, [4, 3, 5])).await;
        let c = k.penilai("c@contoh.id").await;
        k.skor(&c, "1.a.Ak", 4, 0).await.unwrap();
        let (id, p) = (BeritaAcaraId::baru(), penanda(&w).await);
        buat(&w, id, ba::Jenis::Pelaksanaan, None, &p).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        let tanda = async |e: &hak::EvaluatorLokus| ba::tandatangani(s, &ba::Penanda::Evaluator(e.clone()), id, &pdf).await;
        let lama = tanda(&w.a).await.unwrap().id;
        assert_eq!(beranda::menunggu_tanda(s, c.pelaku()).await.unwrap().len(), 1);
        let nyatakan = async |e: &hak::EvaluatorLokus, ada| {
            benturan::nyatakan(s, e, TEKS, &[Jawaban { lokus: k.lokus, ada }]).await.unwrap();
        };
        for e in [&w.a, &c] {
            nyatakan(e, Some("Pasangan bekerja di unit ini")).await;
        }
        for (nama, sebab) in Box::pin(semua(k, &w.a, &c)).await {
            assert_eq!(sebab, Some("benturan-ada"), "{nama}");
        }
        assert_eq!(keadaan(tanda(&c).await), "benturan-ada");
        assert_eq!(tanda(&w.a).await.unwrap().id, lama, "what he signed before stays");
        assert!(beranda::menunggu_tanda(s, c.pelaku()).await.unwrap().is_empty(), "nothing waits for him");
        // The right itself is refused, and so is what follows from it; whoever serves as an evaluator does not type answers either.
        let akses = k.akses(c.pelaku()).await;
        assert_eq!(keadaan(akses.evaluator()), "benturan-ada");
        assert!(akses.berbenturan() && akses.pengelola_f03().is_err() && akses.pengetik_f03().is_err());
        let baca = akses.ditugaskan().unwrap();
        assert_eq!(f02::isian_sendiri(s, &baca).await.unwrap().len(), 1, "his own sheet stays readable");
        assert_eq!(f02::pandangan(s, &akses).await.unwrap(), f02::Pandangan::Sendiri);
        assert!(!k.akses(w.b.pelaku()).await.berbenturan(), "the others work on");
        k.akses(w.b.pelaku()).await.evaluator().unwrap();
        // Who appoints sees whom to replace.
        assert!(benturan::berbenturan(s, c.pelaku()).await.unwrap().contains(&k.lokus));
        let ganti = benturan::ganti(s, &[k.kab]).await.unwrap();
        assert_eq!((ganti.len(), ganti[0].periode_id, ganti[0].jumlah), (1, k.periode, 2));
        assert!(benturan::ganti(s, &[k.prov]).await.unwrap().is_empty());
        for e in [&w.a, &c] {
            nyatakan(e, None).await;
        }
        assert!(benturan::ganti(s, &[k.kab]).await.unwrap().is_empty() && benturan::berbenturan(s, c.pelaku()).await.unwrap().is_empty());
        for (nama, sebab) in Box::pin(semua(k, &w.a, &c)).await {
            assert_ne!(sebab, Some("benturan-ada"), "{nama}");
        }
        tanda(&c).await.unwrap();
    }

    /// Replaced midway: the old sheet stays as it was, the new evaluator begins an empty one of his own.
    async fn diganti(basis: BasisUji) {
        let (k, a, b) = berdua(basis, "konsensus").await;
        let s = &k.r.store;
        k.skor(&a, "1.a.Ak", 4, 0).await.unwrap();
        k.penuh(&b, [3, 3, 3]).await;
        let sekda = k.orang("sekda@kab.id", Peran::Penanggungjawab, Lingkup::Instansi(k.kab)).await;
        let hak = hak::periode(s, &sekda, k.periode).await.unwrap().penanggungjawab().unwrap();
        let g = penugasan::milik_lokus(s, k.lokus).await.unwrap().into_iter().find(|g| g.akun_id == a.pelaku().akun).unwrap();
        penugasan::akhiri(s, &hak, g.id, "benturan kepentingan").await.unwrap();
        let c = k.penilai("c@contoh.id").await;
        k.penuh(&c, [5, 5, 5]).await;
        let sql = "SELECT COUNT(*) AS n FROM f02_lembar WHERE lokus_id = $1";
        assert_eq!(s.baca().angka(sql, nilai![k.lokus]).await.unwrap(), 3, "all three sheets are there");
        let lama = "SELECT skor AS n FROM f02_isian WHERE lokus_id = $1 AND akun_id = $2 AND indikator = '1.a.Ak'";
        assert_eq!(s.baca().angka(lama, nilai![k.lokus, a.pelaku().akun]).await.unwrap(), 4);
        assert_eq!(penugasan::bertugas_pernah(s.baca(), k.lokus).await.unwrap().len(), 3, "minutes and report name all of them");
    }
}
