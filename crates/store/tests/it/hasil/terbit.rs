//! Publishing and the minutes: signed by all three, or with a reason that the public reads.

use super::{
    bangun::{Kasus2, siap},
    berita_acara::{buat, penanda},
};
use crate::f02::bangun::keadaan;
use store::{
    berita_acara::{self as ba, Jenis, Penanda},
    hak,
    id::BeritaAcaraId,
    penerbitan::{self, Publik},
    peringkat,
};
use testkit::basis::BasisUji;

/// The reason that the public reads beside the unit, if there is one.
async fn alasan(w: &Kasus2) -> Option<String> {
    let s = &w.k.r.store;
    let kode = store::periode::dari_id(s.baca(), w.k.periode).await.unwrap().kode;
    let Publik::Terbit(t) = penerbitan::publik(s, &kode).await.unwrap() else { panic!("not public") };
    s.jam().maju(120); // past the time for which a ranking is kept
    let p = peringkat::publik(s, &t).await.unwrap();
    let satu = peringkat::satu(s, &t, &w.biro.lokus.kode).await.unwrap();
    let sama = penerbitan::alasan_satu(s, w.k.periode, satu.hasil.unwrap()).await.unwrap();
    assert_eq!(p.tanpa_ba.get(&satu.hasil.unwrap()).map(ToString::to_string), sama);
    sama
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn dengan_alasan_lalu_ditandatangani(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let (kepala, sekda) = (w.kepala().await, w.sekda().await);
        w.sama().await;
        w.f03(3).await;
        let survei = async || store::beranda::menunggu_survei(s, w.biro.pelaku()).await.unwrap().unit.into_iter().map(|u| u.lokus_id).collect::<Vec<_>>();
        assert_eq!(survei().await, [w.biro.lokus.id], "the sheets are done and the survey is open");
        let hasil = w.bekukan().await.id;
        let hak = hak::periode(s, sekda.pelaku(), w.k.periode).await.unwrap().penanggungjawab().unwrap();
        let (n, belum) = penerbitan::tanpa_ba(s.baca(), w.k.periode, 9).await.unwrap();
        assert_eq!((n.semua, n.tanpa_alasan), (1, 1));
        assert_eq!(survei().await, []);
        let lokus = w.biro.lokus.id;
        assert!(penerbitan::tanpa_ba_di(s.baca(), w.k.periode, &[lokus]).await.unwrap().contains(&lokus));
        assert_eq!(penerbitan::tanpa_ba(s.baca(), w.k.periode, 0).await.unwrap().1.len(), 0, "no more than asked for");
        assert_eq!(belum.iter().map(|t| (t.lokus, t.alasan.as_deref())).collect::<Vec<_>>(), [(w.biro.lokus.id, None)]);
        assert_eq!(keadaan(penerbitan::terbitkan(s, &hak, " ").await), "terbit-tanpa-ba");
        assert_eq!(w.jumlah("penerbitan").await, 0, "nothing is written by a refusal");
        penerbitan::terbitkan(s, &hak, "Direktur berhalangan").await.unwrap();
        // Who has a page of the period is led to it, everybody else to what is public now.
        let kabar = async |tautan: &str| w.k.hitung(&format!("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'terbit-hasil' AND tautan LIKE '{tautan}%'")).await;
        assert_eq!((kabar("/periode/").await, kabar("/hasil/p").await, kabar("/").await), (1, 3, 4), "organiser; head, two evaluators");
        assert_eq!(alasan(&w).await.as_deref(), Some("Direktur berhalangan"));
        let (n, belum) = penerbitan::tanpa_ba(s.baca(), w.k.periode, 9).await.unwrap();
        assert_eq!((n.semua, n.tanpa_alasan, belum[0].alasan.as_deref()), (1, 0, Some("Direktur berhalangan")));
        let audit = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'periode.terbit' AND rincian LIKE '%\"tanpa_ba\":1%' AND rincian NOT LIKE '%Direktur%'";
        assert_eq!(w.k.hitung(audit).await, 1, "audited, without the words");

        // Minutes that only two of the parties signed change nothing; the last signature takes the note away.
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(hasil), &penanda(&w).await).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        for p in [Penanda::Unit(kepala), Penanda::Penanggungjawab(sekda.clone()), Penanda::Evaluator(w.a.clone())] {
            ba::tandatangani(s, &p, id, &pdf).await.unwrap();
        }
        assert!(alasan(&w).await.is_some());
        ba::tandatangani(s, &Penanda::Evaluator(w.b.clone()), id, &pdf).await.unwrap();
        assert_eq!(alasan(&w).await, None);
        assert_eq!(penerbitan::tanpa_ba(s.baca(), w.k.periode, 9).await.unwrap().0, penerbitan::BanyakTanpaBa::default());
        assert!(penerbitan::tanpa_ba_di(s.baca(), w.k.periode, &[lokus]).await.unwrap().is_empty());

        // Signed minutes of a public result stay; after taking it back they may go, and a reason is needed again.
        assert_eq!(keadaan(ba::batalkan(s, &w.biro, id, "keliru").await), "ba-sudah-terbit");
        penerbitan::tarik(s, &hak, "ditinjau").await.unwrap();
        penerbitan::terbitkan(s, &hak, "").await.unwrap();
        assert_eq!(alasan(&w).await, None, "signed minutes need no reason");
        penerbitan::tarik(s, &hak, "ditinjau lagi").await.unwrap();
        ba::batalkan(s, &w.biro, id, "keliru").await.unwrap();
        assert_eq!(keadaan(penerbitan::terbitkan(s, &hak, "").await), "terbit-tanpa-ba");
    }
}
