//! A category that its period writes in two spellings: one ranking where it is published now, two in what was published before that rule; the
//! file of either is proved.

use super::terbitan::{berkas, cek, kode, terbit, tiru};
use store::{
    hak, hasil,
    kueri::Kueri as _,
    nilai,
    penerbitan::{self, Alasan, Publik, Terbitan},
    peringkat::{self, PeringkatPeriode},
    rawat,
};
use testkit::basis::BasisUji;

fn urut(p: &PeringkatPeriode) -> Vec<(&str, usize, &str)> {
    p.kelompok.iter().flat_map(|(nama, isi)| isi.iter().map(move |x| (nama.as_str(), x.peringkat, &*x.item.kode))).collect()
}

async fn kini(s: &store::Store, kode: &str) -> Box<Terbitan> {
    let Publik::Terbit(t) = penerbitan::publik(s, kode).await.unwrap() else { panic!("not public") };
    t
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn ejaan(basis: BasisUji) {
        let (w, t, sekda) = Box::pin(terbit(basis)).await;
        let (s, periode) = (&w.k.r.store, t.periode.kode.clone());
        let pembaca = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().pembaca();
        let ubah = async |sql: &str| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, nilai![]).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
            // A ranking is kept for a minute.
            s.jam().maju(61);
        };
        let temuan = async || {
            let semua = rawat::periksa(s).await.unwrap().temuan;
            semua.into_iter().filter(|t| t.isi.contains("aturan pengelompokan")).count()
        };
        let satu = [("rsud", 1, "l5"), ("rsud", 2, "l"), ("rsud", 3, "l2"), ("rsud", 3, "l3")];
        let dua = [("RSUD", 1, "l2"), ("rsud", 1, "l5"), ("rsud", 2, "l"), ("rsud", 3, "l3")];

        ubah("UPDATE lokus SET kategori = 'RSUD' WHERE kode = 'l2'").await;
        assert_eq!(urut(&peringkat::publik(s, &t).await.unwrap()), satu);
        assert_eq!(urut(&peringkat::periode(s, &pembaca).await.unwrap()), satu);
        let l = cek(&Box::pin(berkas(&w, &t)).await, None);
        assert_eq!((kode(&l), l.diperingkat), (vec![], 4), "{:?}", l.temuan);
        assert_eq!(temuan().await, 0);

        // As a program from before the rule left it: what was signed stays, for officers too while it is public.
        ubah("DELETE FROM penerbitan_satu_ejaan").await;
        assert_eq!(temuan().await, 1, "a mark that was taken away is named");
        let lama = kini(s, &periode).await;
        assert_eq!(urut(&peringkat::publik(s, &lama).await.unwrap()), dua);
        assert_eq!(urut(&peringkat::periode(s, &pembaca).await.unwrap()), dua);
        let l = cek(&Box::pin(berkas(&w, &lama)).await, None);
        assert_eq!((kode(&l), l.diperingkat), (vec![], 4), "{:?}", l.temuan);

        // A new version follows the rule.
        let asli = hasil::hidup(s.baca(), w.biro.lokus.id).await.unwrap().unwrap().bundel().unwrap();
        tiru(&w, &asli, 6, Some(2)).await;
        penerbitan::terbitkan(s, &sekda, Alasan { tanpa_ba: "Direktur berhalangan", versi: "Satu unit menyusul" }).await.unwrap();
        let baru = kini(s, &periode).await;
        let harap = [satu.as_slice(), &[("rsud", 5, "l6")]].concat();
        assert_eq!(urut(&peringkat::publik(s, &baru).await.unwrap()), harap);
        assert_eq!(urut(&peringkat::periode(s, &pembaca).await.unwrap()), harap);
        assert_eq!(kode(&cek(&Box::pin(berkas(&w, &baru)).await, None)), Vec::<&str>::new());

        // A row that somebody put in for a publication whose event speaks of none.
        ubah("UPDATE audit SET rincian = REPLACE(rincian, 'satu_ejaan', 'dulu') WHERE aksi = 'periode.terbit'").await;
        let semua = rawat::periksa(s).await.unwrap().temuan;
        let karangan = |t: &&rawat::Temuan| t.isi.contains("aturan pengelompokan") && t.isi.contains("kejadiannya tidak ada");
        assert_eq!(semua.iter().filter(karangan).count(), 1, "{semua:?}");
    }
}
