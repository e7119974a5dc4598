//! From one period to the next: the deadline, what is left, what pemantauan checks, the board.

use super::bangun::{rencana, tersampai};
use crate::{f02::bangun::keadaan, hasil::bangun::Kasus2};
use jiff::civil::date;
use pekppp::fase::DasarBatas;
use store::{
    StoreError, hak,
    id::{LokusId, PenugasanId, PeriodeId, SkId},
    lokus::{self, Lokus},
    nilai,
    persiapan::benturan::{self, Jawaban},
    tindak_lanjut::{self, Putusan, Status, asal, batas, dilanjutkan, papan, satu, simpan, sisa, verifikasi},
};
use testkit::basis::BasisUji;

/// A later period of the same instansi with the unit as a lokus, and evaluator A appointed for it.
async fn berikut(w: &Kasus2, skema: &str, tahun: i64, mulai: &str) -> Lokus {
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    w.k.sql(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         SELECT $1, $2, instansi_id, 'Berikut', $3, $4, edisi_a, penyatuan, 1, 1, 1, oleh FROM periode WHERE id = $5",
        nilai![periode, format!("p-{skema}-{tahun}"), tahun, skema, w.k.periode],
    )
    .await;
    fase(w, periode, mulai).await;
    w.k.sql(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, 'A', 'jasa', 'rsud', 1, 1, $5)",
        nilai![lokus, format!("l-{skema}-{tahun}"), periode, w.k.unit, w.k.oleh],
    )
    .await;
    let (g, sk) = (PenugasanId::baru(), SkId::baru());
    let a = w.a.pelaku().akun;
    w.k.sql("INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, 1, $3)", nilai![g, lokus, a]).await;
    w.k.sql(
        "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', 1, $3)",
        nilai![sk, periode, a],
    )
    .await;
    w.k.sql("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, 1, $3)", nilai![g, sk, a]).await;
    w.k.sql(
        "INSERT INTO benturan (id, lokus_id, akun_id, jawaban, alasan, teks, pada) VALUES ($1, $2, $3, 'tidak', '', '', 1)",
        nilai![store::id::baru(), lokus, a],
    )
    .await;
    lokus::dari_id(w.k.r.store.baca(), lokus).await.unwrap()
}

async fn fase(w: &Kasus2, periode: PeriodeId, mulai: &str) {
    w.k.sql("INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'persiapan', $2, $2)", nilai![periode, mulai]).await;
}

/// F01 submitted, scored by evaluator A and frozen.
async fn dinilai(w: &Kasus2, l: &Lokus, skor: [(&str, u8, &str); 3]) {
    let s = &w.k.r.store;
    let f01 = store::f01::Beku { isian: std::collections::BTreeMap::new(), bukti: vec![] }.teks().unwrap().0;
    w.k.sql(
        "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, '', $3, 1, $4)",
        nilai![store::id::baru(), l.id, f01, w.k.oleh],
    )
    .await;
    let e = hak::lokus(s, w.a.pelaku(), l.id).await.unwrap().evaluator().unwrap();
    for (kode, skor, rek) in skor {
        let t = store::f02::Tulis { rekomendasi: rek.into(), ..crate::f02::bangun::tulis(kode, Some(skor), 0) };
        store::f02::simpan(s, &e, t).await.unwrap();
    }
    store::f02::tandai_selesai(s, &e).await.unwrap();
    let biro = hak::lokus(s, w.biro.pelaku(), l.id).await.unwrap().penyelenggara().unwrap();
    let h = store::hasil::bekukan(s, &biro, store::id::HasilId::baru()).await.unwrap();
    assert!(matches!(h, store::hasil::Pembekuan::Beku(_)), "{h:?}");
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A year is assumed until the next period of the scheme is registered; other schemes do not count.
    async fn batas_waktu(basis: BasisUji) {
        let w = tersampai(basis).await;
        let c = w.k.r.store.baca();
        let l = &w.biro.lokus;
        assert_eq!(batas(c, l).await.unwrap(), None, "a period without dates has no deadline");
        fase(&w, w.k.periode, "2026-05-31").await;
        let b = batas(c, l).await.unwrap().unwrap();
        assert_eq!((b.batas, b.dasar), (date(2027, 2, 28), DasarBatas::Anggapan));
        berikut(&w, "pemantauan", 2027, "2027-01-15").await;
        assert_eq!(batas(c, l).await.unwrap().unwrap().dasar, DasarBatas::Anggapan);
        berikut(&w, "mandiri", 2027, "2027-03-10").await;
        let b = batas(c, l).await.unwrap().unwrap();
        assert_eq!((b.batas, b.mulai_berikut, b.dasar), (date(2026, 12, 10), date(2027, 3, 10), DasarBatas::Terdaftar));
    }

    /// What an older evaluation left, which pemantauan does not check, is still asked for.
    async fn pemantauan_menagih_yang_lama(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let tagih = async || store::beranda::tunggu::tindak_lanjut(s, &[w.k.lokus]).await.unwrap().get(&w.k.lokus).map(|t| t.rencana);
        let semula = tagih().await;
        assert!(semula.is_some_and(|n| n > 0), "{semula:?}");
        // A newer evaluation of another scheme has one recommendation of its own: that is what pemantauan checks.
        let baru = berikut(&w, "nasional", 2027, "2027-01-10").await;
        w.k.sql(
            "INSERT INTO rekomendasi (id, lokus_id, indikator, asal, sumber, isi, versi, pada, oleh)
             VALUES ($1, $2, '1.a.Ak', 'penyelenggara', '', 'Pasang SP', 1, 1, $3)",
            nilai![store::id::baru(), baru.id, w.k.oleh],
        )
        .await;
        let p = berikut(&w, "pemantauan", 2028, "2028-01-15").await;
        assert_eq!(asal(s.baca(), &p).await.unwrap().unwrap().id, baru.id);
        assert_eq!(tagih().await, semula);
    }

    /// Pemantauan checks the recommendations of the lokus before; its finding holds there.
    async fn pemantauan(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let l = berikut(&w, "pemantauan", 2027, "2027-01-15").await;
        let e = hak::lokus(s, w.a.pelaku(), l.id).await.unwrap().evaluator().unwrap();
        assert_eq!(asal(s.baca(), &l).await.unwrap().unwrap().id, w.k.lokus);
        assert_eq!(sisa(s.baca(), &l).await.unwrap().len(), 3);
        let id = w.rek("1.a.Ak").await;
        assert_eq!(keadaan(verifikasi(s, &e, id, store::id::baru(), Putusan::Sebagian, "").await), "alasan-wajib");
        // No sheet asked for the declaration here.
        w.k.sql("DELETE FROM benturan WHERE lokus_id = $1", nilai![l.id]).await;
        assert_eq!(keadaan(verifikasi(s, &e, id, store::id::baru(), Putusan::Diterima, "").await), "benturan-belum");
        assert_eq!(benturan::belum(s, e.pelaku()).await.unwrap().iter().map(|b| b.lokus).collect::<Vec<_>>(), [l.id]);
        benturan::nyatakan(s, &e, "teks", &[Jawaban { lokus: l.id, ada: None }]).await.unwrap();
        assert_eq!(tindak_lanjut::belum_diperiksa(s.baca(), l.periode_id).await.unwrap(), 1);
        verifikasi(s, &e, id, store::id::baru(), Putusan::Sebagian, "SK ada, belum dipasang").await.unwrap();
        assert_eq!(satu(s.baca(), w.k.lokus, id).await.unwrap().status(), Status::Dikembalikan);
        verifikasi(s, &e, id, store::id::baru(), Putusan::Diterima, "").await.unwrap();
        let b = satu(s.baca(), w.k.lokus, id).await.unwrap();
        assert_eq!((b.status(), b.verifikasi[0].lokus_id, b.verifikasi.len()), (Status::Diterima, l.id, 2));
        assert_eq!(sisa(s.baca(), &l).await.unwrap().len(), 2);
        // The board of the monitoring period shows what it checks; it has no report and no deadline of its own.
        let hak = hak::periode(s, w.biro.pelaku(), l.periode_id).await.unwrap().pembaca();
        let (baris, batas) = papan(s, &hak, date(2027, 2, 1)).await.unwrap();
        assert_eq!((baris.len(), baris[0].lokus.id, batas), (1, l.id, None));
        assert_eq!((baris[0].hitungan.semua, baris[0].hitungan.dari(Status::Diterima)), (3, 1));
        let asing = store::id::RekomendasiId::baru();
        assert!(matches!(verifikasi(s, &e, asing, store::id::baru(), Putusan::Diterima, "").await, Err(StoreError::TidakDitemukan)));
    }

    /// Without an earlier period there is nothing to check, and an ordinary period does not follow another scheme.
    async fn tanpa_asal(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        assert_eq!(asal(s.baca(), &w.biro.lokus).await.unwrap().map(|l| l.id), None);
        let nasional = berikut(&w, "nasional", 2027, "2027-01-15").await;
        assert!(sisa(s.baca(), &nasional).await.unwrap().is_empty());
        let dulu = berikut(&w, "pemantauan", 2025, "2025-01-15").await;
        let e = hak::lokus(s, w.a.pelaku(), dulu.id).await.unwrap().evaluator().unwrap();
        let id = w.rek("1.a.Ak").await;
        assert_eq!(keadaan(verifikasi(s, &e, id, store::id::baru(), Putusan::Diterima, "").await), "tl-pemantauan-tanpa-asal");
    }

    /// The next ordinary period begins with what was left, and carries it on when its result freezes.
    async fn periode_berikut(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let l = berikut(&w, "mandiri", 2027, "2027-01-15").await;
        let x = sisa(s.baca(), &l).await.unwrap();
        assert_eq!(x.iter().map(|x| (x.rekomendasi.indikator.as_str(), x.status)).collect::<Vec<_>>(),
            [("1.a.Ak", Status::BelumAdaRencana), ("2.a.P", Status::BelumAdaRencana), ("3.b.K", Status::BelumAdaRencana)]);
        // Evaluator A recommends for the first indicator only.
        dinilai(&w, &l, [("1.a.Ak", 4, "Lanjutkan."), ("2.a.P", 2, ""), ("3.b.K", 5, "")]).await;
        let semua = store::rekomendasi::daftar(s.baca(), l.id).await.unwrap();
        let ringkas: Vec<(&str, &str, &str)> = semua.iter().map(|r| (r.indikator.as_str(), r.asal.as_str(), r.isi.as_str())).collect();
        assert_eq!(ringkas, [("1.a.Ak", "f02", "Lanjutkan."), ("2.a.P", "lanjutan", "rekomendasi")], "full marks leave nothing to do");
        assert_eq!(dilanjutkan(s.baca(), w.k.lokus).await.unwrap().len(), 2);
    }

    /// A score that rose by a level since then has met what was recommended: it stays open in its own period and is not asked for again.
    async fn yang_terpenuhi_tidak_ikut(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let l = berikut(&w, "mandiri", 2027, "2027-01-15").await;
        // The scores before were 4, 3, 5.
        dinilai(&w, &l, [("1.a.Ak", 4, ""), ("2.a.P", 4, ""), ("3.b.K", 4, "")]).await;
        let semua = store::rekomendasi::daftar(s.baca(), l.id).await.unwrap();
        let ringkas: Vec<(&str, &str)> = semua.iter().map(|r| (r.indikator.as_str(), r.asal.as_str())).collect();
        assert_eq!(ringkas, [("1.a.Ak", "lanjutan"), ("3.b.K", "lanjutan")]);
        assert_eq!(sisa(s.baca(), &l).await.unwrap().len(), 3, "nothing is lost where it was recommended");
    }

    /// A period that was made from another goes on with that one, also when a newer one lies between.
    async fn dari_periode_yang_disalin(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        let antara = berikut(&w, "mandiri", 2027, "2027-01-15").await;
        w.k.sql(
            "INSERT INTO rekomendasi (id, lokus_id, indikator, asal, sumber, isi, versi, pada, oleh)
             VALUES ($1, $2, '1.a.Ak', 'penyelenggara', '', 'Lain', 1, 1, $3)",
            nilai![store::id::RekomendasiId::baru(), antara.id, w.k.oleh],
        )
        .await;
        let l = berikut(&w, "mandiri", 2028, "2028-01-15").await;
        assert_eq!(asal(s.baca(), &l).await.unwrap().unwrap().id, antara.id);
        let salin = "INSERT INTO periode_asal (periode_id, dari_id, pada, oleh) VALUES ($1, $2, 1, $3)";
        w.k.sql(salin, nilai![l.periode_id, w.k.periode, w.k.oleh]).await;
        assert_eq!(asal(s.baca(), &l).await.unwrap().unwrap().id, w.k.lokus);
        assert_eq!(sisa(s.baca(), &l).await.unwrap().len(), 3);
    }

    /// The board: counts per unit, who is late.
    async fn papan_periode(basis: BasisUji) {
        let w = tersampai(basis).await;
        let s = &w.k.r.store;
        fase(&w, w.k.periode, "2026-03-01").await;
        let o = w.operator().await;
        simpan(s, &o, w.rek("1.a.Ak").await, 0, &rencana("2026-08-31")).await.unwrap();
        let hak = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().pembaca();
        let (baris, batas) = papan(s, &hak, date(2026, 9, 1)).await.unwrap();
        assert_eq!(batas.unwrap().batas, date(2026, 12, 1));
        let b = &baris[0];
        assert_eq!((b.hitungan.semua, b.hitungan.dari(Status::Direncanakan), b.hitungan.lewat), (3, 1, 1));
        assert!(b.lhe_disampaikan && !b.laporan_disampaikan && b.terlambat(date(2026, 9, 1)));
        let (baris, _) = papan(s, &hak, date(2026, 8, 31)).await.unwrap();
        assert!(!baris[0].terlambat(date(2026, 8, 31)), "the last day is still in time");
        assert!(baris[0].terlambat(date(2026, 12, 2)), "the report is late then");
        assert_eq!(tindak_lanjut::daftar(s.baca(), w.k.lokus).await.unwrap(), baris[0].butir);
    }
}
