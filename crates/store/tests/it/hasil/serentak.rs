//! Freezing against writes at the same time: whatever wins, the frozen figures are the stored ones.

use super::bangun::siap;
use crate::f02::bangun::tulis;
use store::{
    f02,
    hasil::{self, Pembekuan},
    id::HasilId,
    kueri::Kueri,
    nilai,
    ronde::jawaban,
};
use testkit::basis::BasisUji;
use uuid::Uuid;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn tidak_ada_yang_terselip(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        let r = w.f03(1).await;
        f02::buka_kembali(s, &w.a, "x").await.unwrap();
        f02::simpan(s, &w.a, tulis("1.a.Ak", Some(4), 1)).await.unwrap();
        f02::tandai_selesai(s, &w.a).await.unwrap();
        let jawab = [Some(pekppp::Nilai::baru(1).unwrap())];
        let banyak = (0..12).map(|_| jawaban::terima(s, &r, Uuid::new_v4(), &jawab));
        let ubah = async {
            f02::buka_kembali(s, &w.b, "x").await?;
            f02::simpan(s, &w.b, tulis("1.a.Ak", Some(0), 1)).await
        };
        let (beku, diubah, diterima) = tokio::join!(hasil::bekukan(s, &w.biro, HasilId::baru()), ubah, futures_util::future::join_all(banyak));
        let diterima = diterima.iter().filter(|t| t.is_ok()).count() as u64;
        match beku.unwrap() {
            Pembekuan::Beku(h) => {
                let isi = h.bundel().unwrap();
                assert!(diubah.is_err(), "a sheet moved under a frozen result");
                let kini = hasil::hitung(s, &w.biro.lokus).await.unwrap();
                assert_eq!(isi.hasil, kini.hasil, "an answer or a score slipped in");
                assert_eq!(isi.f03.ringkas.dipakai, diterima + 1);
            }
            Pembekuan::Kurang(_) => assert!(hasil::hidup(s.baca(), w.k.lokus).await.unwrap().is_none()),
        }
    }

    /// Both evaluators end their sheets at the same moment, each twice: two rows, and all is done.
    async fn dua_evaluator_selesai_bersama(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        f02::buka_kembali(s, &w.a, "x").await.unwrap();
        f02::buka_kembali(s, &w.b, "x").await.unwrap();
        let (a, b, c, d) =
            tokio::join!(f02::tandai_selesai(s, &w.a), f02::tandai_selesai(s, &w.b), f02::tandai_selesai(s, &w.a), f02::tandai_selesai(s, &w.b));
        assert_eq!((a.unwrap(), b.unwrap()), (c.unwrap(), d.unwrap()));
        let hidup = "SELECT COUNT(*) AS n FROM f02_selesai s LEFT JOIN f02_selesai_batal x ON x.selesai_id = s.id WHERE x.selesai_id IS NULL";
        assert_eq!(w.k.hitung(hidup).await, 2);
    }

    /// The clock of the machine is set back two days in the middle: nothing typed is lost, versions and the audit chain go on, and the
    /// result proves itself; only the key's time of use tells that the date cannot be right.
    async fn jam_mundur(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(3).await;
        store::audit::segel(s).await.unwrap();
        s.jam().maju(-2 * 86_400);
        f02::buka_kembali(s, &w.a, "Jam salah").await.unwrap();
        let t = f02::simpan(s, &w.a, tulis("1.a.Ak", Some(2), 1)).await.unwrap();
        f02::simpan(s, &w.a, tulis("1.a.Ak", Some(4), t.versi)).await.unwrap();
        assert!(f02::simpan(s, &w.a, tulis("1.a.Ak", Some(1), 1)).await.is_err(), "an old base is still told apart");
        f02::tandai_selesai(s, &w.a).await.unwrap();
        let Pembekuan::Beku(h) = hasil::bekukan(s, &w.biro, HasilId::baru()).await.unwrap() else { panic!("not frozen") };
        assert!(h.tanda_sah(s));
        while store::audit::segel(s).await.unwrap() > 0 {}
        let r = store::rawat::rantai(s).await.unwrap();
        assert!(r.temuan.rusak.is_empty(), "{:?}", r.temuan.rusak);
        let berkas = h.berkas(s).await.unwrap();
        assert!(hasil::periksa_bundel(berkas.as_bytes(), None).unwrap().sah());
        let kunci = store::kunci_instalasi::publik(s).await.unwrap();
        let l = hasil::periksa_bundel(berkas.as_bytes(), Some(&kunci)).unwrap();
        assert_eq!(l.temuan.iter().map(|t| t.kode).collect::<Vec<_>>(), ["kunci-di-luar-masa"]);
    }

    /// A result that is frozen with the clock set back after a publication is not public before the next one.
    async fn beku_dengan_jam_mundur(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(3).await;
        let tx = s.mulai().await.unwrap();
        let sql = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'terbit', '', $3, $4)";
        tx.jalankan(sql, nilai![store::id::baru(), w.biro.lokus.periode_id, tx.pada, w.biro.pelaku().akun]).await.unwrap();
        let terbit = tx.pada;
        tx.commit().await.unwrap();
        s.jam().maju(-3_600);
        let Pembekuan::Beku(h) = hasil::bekukan(s, &w.biro, HasilId::baru()).await.unwrap() else { panic!("not frozen") };
        assert!(h.pada > terbit, "{:?} after {terbit:?}", h.pada);
        assert_eq!(store::penerbitan::siap(s, w.biro.lokus.periode_id).await.unwrap(), 1);
    }

    /// An evaluator leaves after the result was frozen, with the clock set back in between: his sheet stays in what was made from it. One who
    /// left while the clock was ahead is not in the next one.
    async fn evaluator_pergi_dengan_jam_mundur(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(3).await;
        let beku = w.bekukan().await;
        s.jam().maju(-3_600);
        let sekda = store::hak::periode(s, w.sekda().await.pelaku(), w.k.periode).await.unwrap().penanggungjawab().unwrap();
        let ditetapkan = store::penugasan::milik_lokus(s, w.k.lokus).await.unwrap();
        let id = |akun| ditetapkan.iter().find(|p| p.akun_id == akun).unwrap().id;
        let lembar = async || f02::lembar_semua(s.baca(), w.k.lokus).await.unwrap().len();
        store::penugasan::akhiri(s, &sekda, id(w.b.pelaku().akun), "pindah tugas").await.unwrap();
        assert_eq!(lembar().await, 2, "the result was made from both");
        hasil::batalkan(s, &w.biro, beku.id, "ulang", false).await.unwrap();
        assert_eq!(lembar().await, 1);
        s.jam().maju(-7_200);
        w.bekukan().await;
        assert_eq!(lembar().await, 1, "he had left before");
    }

    async fn dua_pembekuan_satu_hasil(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        let (x, y) = tokio::join!(hasil::bekukan(s, &w.biro, HasilId::baru()), hasil::bekukan(s, &w.biro, HasilId::baru()));
        assert_eq!([x.is_ok(), y.is_ok()].iter().filter(|b| **b).count(), 1, "{x:?} {y:?}");
        assert_eq!(w.jumlah("hasil").await, 1);
    }
}
