//! The figures under an announced award, against what is published later.

use super::{beri, buat, empat, syarat, terbitkan};
use crate::{
    bangun::{Dunia, dunia},
    bubuhi::bubuhi,
};
use store::{
    id::{HasilId, LokusId},
    kueri::Kueri,
    nilai, penerbitan,
    penghargaan::{
        Isi,
        kini::{self, Angka},
        milik,
        putusan::Putusan,
        umum,
    },
};
use testkit::basis::BasisUji;

/// The result of the lokus is annulled, and another one of 4.80 stands.
async fn bekukan_lagi(d: &Dunia, lokus: LokusId) {
    let tx = d.r.store.mulai().await.unwrap();
    let batal = "INSERT INTO hasil_batal (hasil_id, alasan, pada, oleh) SELECT h.id, 'keliru', h.pada + 1, h.oleh FROM hasil h WHERE h.lokus_id = $1";
    tx.jalankan(batal, nilai![lokus]).await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 2, 'complete', '4.8', NULL, '4.80', 'A-', '4', '4', '{}', 'x', $3, $4, $5)",
        nilai![HasilId::baru(), lokus, vec![0_u8], tx.pada, d.biro.akun],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    bubuhi(&d.r.store, lokus).await;
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A new version with another score: the award of that unit and the one that rests on the mean no longer fit, the others do.
    async fn angka_berubah(basis: BasisUji) {
        let d = dunia(basis).await;
        let (p, l) = empat(&d).await;
        let s = &d.r.store;
        let unit = buat(&d, p, &syarat(|s| s.peringkat_maks = Some(2))).await;
        beri(&d, p, &unit, &["Unit 2", "Unit 1", "Unit 3"], "").await.unwrap();
        let pembina = buat(&d, p, &Isi { sasaran: "pembina", ..syarat(|s| s.peringkat_maks = Some(1)) }).await;
        beri(&d, p, &pembina, &["Bupati Kutai Timur"], "").await.unwrap();
        let t = terbitkan(&d, p).await;
        let sekda = d.penanggungjawab(p).await;
        s.jam().maju(60);
        umum::umumkan(s, &sekda).await.unwrap();
        let semua = umum::publik(s, &t).await.unwrap().unwrap().diberi;
        let diberi: Vec<&Putusan> = semua.iter().collect();
        assert_eq!(diberi.len(), 4);
        assert!(kini::berubah(s, &t, &diberi).await.unwrap().is_empty());
        assert!(kini::gugur(s, &[d.kab]).await.unwrap().is_empty());

        penerbitan::tarik(s, &sekda, "Nilai keliru").await.unwrap();
        assert!(kini::menurut_kode(s, &t.periode.kode, &diberi).await.unwrap().is_empty(), "nothing is public to compare with");
        s.jam().maju(60);
        bekukan_lagi(&d, l[1]).await;
        s.jam().maju(60);
        let t = terbitkan(&d, p).await;
        let berubah = kini::berubah(s, &t, &diberi).await.unwrap();
        let kini_milik = |nama: &str| {
            let x = diberi.iter().find(|x| x.penerima == nama).unwrap();
            berubah.get(&x.id).cloned()
        };
        assert_eq!(kini_milik("Unit 2"), Some(Some(Angka { peringkat: 1, tampil: "4.80".into(), kategori: "A-".into() })));
        // (4.691 + 4.8 + 4.691 + 3) / 4 = 4.2955; it was 4.269.
        assert_eq!(kini_milik("Bupati Kutai Timur").flatten().map(|a| a.tampil).as_deref(), Some("4.30"));
        assert_eq!((kini_milik("Unit 1"), kini_milik("Unit 3")), (None, None));
        assert_eq!(kini::beberapa(s, &milik::publik(s, d.kab).await.unwrap()).await.unwrap(), berubah);
        let gugur = kini::gugur(s, &[d.kab]).await.unwrap();
        assert_eq!(gugur.iter().map(|g| (g.kode.as_str(), g.jumlah)).collect::<Vec<_>>(), [(t.periode.kode.as_str(), 2)]);
        assert_eq!(umum::publik(s, &t).await.unwrap().unwrap().diberi.len(), 4, "the decisions stand as they were made");
    }
}
