//! What freezing needs, what it closes, and how it is annulled.

use super::bangun::siap;
use crate::f02::bangun::{keadaan, tulis};
use pekppp::Status;
use store::{
    StoreError,
    f02::{self, TulisSepakat},
    hasil::{self, Kurang, Pembekuan},
    id::{HasilId, OperasiId},
    nilai,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Each thing that is missing is named, with whom to ask; F03 alone does not stop it.
    async fn kurang(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let l = &w.biro.lokus;
        let tanya = || async { hasil::hitung(s, l).await.unwrap().kurang };
        let Pembekuan::Kurang(k) = hasil::bekukan(s, &w.biro, HasilId::baru()).await.unwrap() else { panic!("frozen") };
        assert_eq!(k.len(), 2, "{k:?}");
        assert!(matches!(&k[0], Kurang::Lembar { terisi: 0, perlu: 3, .. }), "{k:?}");
        w.k.penuh(&w.a, [4, 3, 5]).await;
        w.k.penuh(&w.b, [4, 2, 5]).await;
        let k = tanya().await;
        assert!(matches!(&k[0], Kurang::Sepakat { kode, skor, .. } if kode == "2.a.P" && skor.len() == 2), "{k:?}");
        assert!(matches!(&k[1], Kurang::Responden { dipakai: 0, min: 1 }), "{k:?}");
        let t = TulisSepakat { op: OperasiId::baru(), indikator: "2.a.P".into(), versi_dasar: 0, skor: 3, alasan: "x".into(), rekomendasi: String::new() };
        f02::sepakati(s, &w.a, t).await.unwrap();
        assert!(tanya().await.iter().all(|k| !k.menghalangi()));
        assert_eq!(w.jumlah("hasil").await, 0, "a refusal stores nothing");
        let h = w.bekukan().await;
        assert_eq!((h.status.as_str(), h.ipp.as_deref(), h.kategori.as_deref()), ("f03-kurang", None, None));
        assert!(h.f02.is_some() && h.bundel().unwrap().hasil.status == Status::F03Kurang);
    }

    /// Frozen once however often it is pressed; F02 and F03 are closed; the exact figures are kept.
    async fn sekali(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        let r = w.f03(2).await;
        let id = HasilId::baru();
        for _ in 0..2 {
            assert!(matches!(hasil::bekukan(s, &w.biro, id).await.unwrap(), Pembekuan::Beku(h) if h.id == id && h.nomor == 1));
        }
        assert_eq!(keadaan(hasil::bekukan(s, &w.biro, HasilId::baru()).await), "hasil-sudah-dibekukan");
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'hasil.beku'").await, 1);
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap();
        let isi = h.bundel().unwrap();
        assert!(h.tanda_sah(s));
        assert_eq!(h.f03.as_deref(), Some("4"));
        assert_eq!(isi.f02.len(), 2);
        assert_eq!(isi.bukti[0].sidik.as_deref(), Some("ab".repeat(32).as_str()));
        let live = hasil::hitung(s, &w.biro.lokus).await.unwrap();
        assert_eq!(isi.hasil, live.hasil, "live and frozen come from one function");
        assert!(!h.isi.contains("a@contoh.id"), "no names in the bundle");
        assert_eq!(keadaan(f02::simpan(s, &w.a, tulis("1.a.Ak", Some(1), 1)).await), "f02-tutup-dibekukan");
        let jawab = [Some(pekppp::Nilai::MAKS)];
        assert_eq!(keadaan(store::ronde::jawaban::terima(s, &r, uuid::Uuid::new_v4(), &jawab).await), "hasil-beku");
    }

    /// The end of an appointment after the freeze changes nothing that is read of the result; who was replaced before it stays apart.
    async fn penugasan_berakhir_sesudahnya(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let c = w.k.penilai("c@contoh.id").await;
        w.k.skor(&c, "1.a.Ak", 0, 0).await.unwrap();
        let akhir = "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'x', $2, oleh FROM penugasan WHERE akun_id = $1";
        w.k.sql(akhir, nilai![c.pelaku().akun, 1_i64]).await;
        w.k.penuh(&w.a, [4, 3, 5]).await;
        w.k.penuh(&w.b, [4, 2, 5]).await;
        let t = TulisSepakat { op: OperasiId::baru(), indikator: "2.a.P".into(), versi_dasar: 0, skor: 3, alasan: "x".into(), rekomendasi: String::new() };
        f02::sepakati(s, &w.a, t).await.unwrap();
        let isi = w.bekukan().await.bundel().unwrap();
        let h = hasil::hidup(s.baca(), w.k.lokus).await.unwrap().unwrap();
        w.k.sql(akhir, nilai![w.b.pelaku().akun, h.pada.0 + 1]).await;

        let edisi = store::edisi::dapat(s, w.biro.lokus.edisi().unwrap()).await.unwrap();
        let lembar = f02::lembar_semua(s.baca(), w.k.lokus).await.unwrap();
        let milik = |e: &str| lembar.iter().find(|l| l.akun_id.to_string() == e).map(|l| l.nilai(&edisi).nilai);
        assert_eq!(lembar.len(), isi.f02.len());
        assert!(isi.f02.iter().all(|l| milik(&l.evaluator).as_ref() == Some(&l.nilai)), "the sheets are those of the frozen result");
        assert_eq!(f02::kesepakatan(s.baca(), w.k.lokus).await.unwrap().get("2.a.P"), Some(&3));
        assert_eq!(hasil::hitung(s, &w.biro.lokus).await.unwrap().hasil, isi.hasil);
        assert_eq!(hasil::hitung_periode(s, w.k.periode).await.unwrap()[0].hasil, isi.hasil);
        let keadaan = store::lokus::keadaan::satu(s.baca(), w.k.lokus).await.unwrap();
        assert_eq!((keadaan.evaluator, keadaan.lembar, keadaan.lembar_selesai), (2, 2, 2));
        let lama = f02::diganti(s.baca(), w.k.lokus).await.unwrap();
        assert_eq!(lama.iter().map(|d| (d.lembar.akun_id, d.lembar.skor[0], d.berakhir.0)).collect::<Vec<_>>(), [(c.pelaku().akun, Some(0), 1)]);
        assert_eq!(f02::catatan_oleh(s.baca(), w.k.lokus, c.pelaku().akun).await.unwrap().len(), 1);
        assert_eq!(f02::ditinggalkan(s.baca(), c.pelaku().akun).await.unwrap()[0].lokus_id, w.k.lokus);
        assert!(f02::ditinggalkan(s.baca(), w.b.pelaku().akun).await.unwrap().is_empty());

        // With the result annulled only who is in office counts.
        hasil::batalkan(s, &w.biro, h.id, "salah", false).await.unwrap();
        assert_eq!(f02::lembar_semua(s.baca(), w.k.lokus).await.unwrap().len(), 1);
        assert_eq!(f02::diganti(s.baca(), w.k.lokus).await.unwrap().len(), 2);
    }

    /// A survey that phase `pelaksanaan` closed waits for nobody, and a publication before the result that stands does not hold it.
    async fn langkah(basis: BasisUji) {
        use store::lokus::keadaan::{Langkah, Status as Tahap, satu};
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(1).await;
        let rantai = || async { satu(s.baca(), w.k.lokus).await.unwrap() };
        assert_eq!(rantai().await.status(Langkah::F03), Tahap::Berjalan);
        w.fase("pelaksanaan", "tutup").await;
        assert_eq!(rantai().await.status(Langkah::F03), Tahap::Selesai);
        let h = w.bekukan().await;
        let terbit = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, 'terbit', '', $3, $4)";
        let oleh = w.biro.pelaku().akun;
        w.k.sql(terbit, nilai![store::id::baru(), w.k.periode, 1_i64, oleh]).await;
        assert_eq!(rantai().await.terbit, None);
        w.k.sql(terbit, nilai![store::id::baru(), w.k.periode, h.pada, oleh]).await;
        assert_eq!(rantai().await.terbit, Some(h.pada));
    }

    /// With a reason, while the phase is open and nothing is published; then the next one has the next number.
    async fn batal(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        assert_eq!(keadaan(hasil::batalkan(s, &w.biro, h.id, "  ", false).await), "alasan-wajib");
        assert!(matches!(hasil::batalkan(s, &w.biro, HasilId::baru(), "x", false).await, Err(StoreError::TidakDitemukan)));
        let terbit = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, '', 1, $4)";
        let oleh = w.biro.pelaku().akun;
        w.k.sql(terbit, nilai![store::id::baru(), w.k.periode, "terbit", oleh]).await;
        assert_eq!(keadaan(hasil::batalkan(s, &w.biro, h.id, "x", false).await), "hasil-sudah-terbit");
        w.k.sql(terbit, nilai![store::id::baru(), w.k.periode, "tarik", oleh]).await;
        w.fase("penyampaian", "tutup").await;
        assert_eq!(keadaan(hasil::batalkan(s, &w.biro, h.id, "x", false).await), "fase-penyampaian-ditutup");
        w.fase("penyampaian", "buka").await;
        // The year of a period may change once nothing stands that was signed with it; before, it is another result.
        let tahun = async |n: i64| {
            w.k.sql("UPDATE periode SET tahun = tahun + $1", nilai![n]).await;
            store::rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| t.bagian == "hasil" && t.isi.contains("tahun")).count()
        };
        assert_eq!((tahun(1).await, tahun(-1).await), (1, 0));
        hasil::batalkan(s, &w.biro, h.id, "skor salah ketik", false).await.unwrap();
        assert_eq!((tahun(1).await, tahun(-1).await), (0, 0));
        hasil::batalkan(s, &w.biro, h.id, "dua kali", false).await.unwrap();
        assert!(hasil::hidup(s.baca(), w.k.lokus).await.unwrap().is_none());
        f02::buka_kembali(s, &w.a, "perbaiki").await.unwrap();
        f02::simpan(s, &w.a, tulis("1.a.Ak", Some(4), 1)).await.unwrap();
        f02::tandai_selesai(s, &w.a).await.unwrap();
        assert_eq!(w.bekukan().await.nomor, 2);
        let r = hasil::riwayat(s.baca(), w.k.lokus).await.unwrap();
        assert_eq!(r.iter().map(|r| (r.nomor, r.batal_alasan.as_deref())).collect::<Vec<_>>(), [(2, None), (1, Some("skor salah ketik"))]);
    }
}
