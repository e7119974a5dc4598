//! A sheet whose evaluator declared a conflict of interest after it was done: nothing of it happens by itself.

use super::{
    bangun::siap,
    berita_acara::{buat, penanda},
};
use crate::f02::bangun::keadaan;
use store::{
    berita_acara::{self as ba, Halangan, Jenis},
    hak::EvaluatorLokus,
    hasil::{self, Kurang, Pembekuan, TetapDihitung, periksa_bundel},
    id::{BeritaAcaraId, HasilId},
    nilai,
    persiapan::benturan::{self, Jawaban},
};
use testkit::basis::BasisUji;

async fn nyatakan(s: &store::Store, e: &EvaluatorLokus) {
    benturan::nyatakan(s, e, "teks", &[Jawaban { lokus: e.lokus.id, ada: Some("Pasangan pindah ke unit ini") }]).await.unwrap();
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Freezing asks for the reason, the signed result keeps it, and minutes are signed by the others.
    async fn alasan_diminta(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.kepala().await;
        w.sekda().await;
        w.sama().await;
        w.f03(1).await;
        let berdua = penanda(&w).await;
        nyatakan(s, &w.a).await;
        assert_eq!(hasil::dihitung(s.baca(), w.k.lokus).await.unwrap().len(), 1);
        let Pembekuan::Kurang(k) = hasil::bekukan(s, &w.biro, HasilId::baru()).await.unwrap() else { panic!("frozen silently") };
        assert!(matches!(k.as_slice(), [Kurang::Benturan { sendiri: false, .. }]), "{k:?}");
        assert_eq!(w.jumlah("hasil").await, 0);
        let id = HasilId::baru();
        let Pembekuan::Beku(h) = hasil::bekukan_dengan(s, &w.biro, id, Some(TetapDihitung::TimbulSesudah)).await.unwrap() else { panic!() };
        let isi = h.bundel().unwrap();
        let dicatat: Vec<_> = isi.benturan.iter().map(|b| (b.evaluator.as_str(), b.tetap)).collect();
        assert_eq!(dicatat, [(w.a.pelaku().akun.to_string().as_str(), TetapDihitung::TimbulSesudah)]);
        assert_eq!(isi.f02.len(), 2, "the sheet counts");
        assert_eq!(keadaan(buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(id), &berdua).await), "ba-penanda-berubah");
        let kini = penanda(&w).await;
        assert!(kini.len() == 3 && kini.iter().all(|h| h.akun != w.a.pelaku().akun), "who has a conflict does not sign");
        buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(id), &kini).await.unwrap();
    }

    /// Where nobody else scored no reason helps; replaced, the sheet stays and counts no more.
    async fn diganti(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(1).await;
        for e in [&w.a, &w.b] {
            nyatakan(s, e).await;
        }
        let beku = hasil::bekukan_dengan(s, &w.biro, HasilId::baru(), Some(TetapDihitung::Disepakati)).await.unwrap();
        let Pembekuan::Kurang(k) = beku else { panic!("frozen without anybody free of a conflict") };
        assert!(k.len() == 2 && k.iter().all(|k| matches!(k, Kurang::Benturan { sendiri: true, .. })), "{k:?}");
        benturan::nyatakan(s, &w.b, "teks", &[Jawaban { lokus: w.k.lokus, ada: None }]).await.unwrap();
        let sql = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'diganti', 1, $2 FROM penugasan WHERE akun_id = $1";
        w.k.sql(sql, nilai![w.a.pelaku().akun, w.k.oleh]).await;
        assert!(hasil::dihitung(s.baca(), w.k.lokus).await.unwrap().is_empty());
        let h = w.bekukan().await;
        assert!(h.isi.contains("\"f02\"") && !h.isi.contains("\"benturan\""), "a result without one keeps its text");
        assert_eq!(h.bundel().unwrap().f02.len(), 1);
        assert_eq!(w.jumlah("f02_lembar").await, 2, "the sheet stays");
    }

    /// Who cannot sign any more is told apart from who has not signed yet.
    async fn penanda_berhenti(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let (kepala, _) = (w.kepala().await, w.sekda().await);
        let id = BeritaAcaraId::baru();
        buat(&w, id, Jenis::Pelaksanaan, None, &penanda(&w).await).await.unwrap();
        let sebab = async || {
            let b = ba::dari_id(s.baca(), id).await.unwrap();
            ba::belum(s.baca(), &w.biro.lokus, &b, "2026-03-02").await.unwrap().into_iter().map(|b| b.halangan).collect::<Vec<_>>()
        };
        assert_eq!(sebab().await, [None; 4]);
        nyatakan(s, &w.a).await;
        let sql = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'diganti', 1, $2 FROM penugasan WHERE akun_id = $1";
        w.k.sql(sql, nilai![w.b.pelaku().akun, w.k.oleh]).await;
        let sql = "INSERT INTO peran_cabut (peran_id, pada, oleh) SELECT id, 1, $2 FROM peran WHERE akun_id = $1";
        w.k.sql(sql, nilai![kepala.pelaku().akun, w.k.oleh]).await;
        let mut semua = sebab().await;
        semua.sort_by_key(|h| h.map(|h| h as u8));
        assert_eq!(semua, [None, Some(Halangan::Penugasan), Some(Halangan::Benturan), Some(Halangan::Peran)]);
    }
}

#[test]
fn a_reason_has_the_word_that_the_file_has() {
    for t in TetapDihitung::SEMUA {
        assert_eq!(serde_json::to_value(t).unwrap(), t.kunci());
        assert_eq!(TetapDihitung::dari_kunci(t.kunci()), Some(t));
    }
    assert!(periksa_bundel(b"{}", None).is_err());
}
