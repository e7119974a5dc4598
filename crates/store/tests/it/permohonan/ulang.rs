//! The same form sent again: the same thing is one case, another is not told as received.

use super::*;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The answer was lost, the applicant corrected something and sent again.
    async fn a_repeat_with_something_else_in_it_is_told_apart(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let (s, id, kk) = (&d.m.d.r.store, PermohonanId::baru(), gambar());
        let lain = berkas::periksa(b"%PDF-1.4\n% lain\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF".to_vec()).unwrap();
        let (dewi, dewa) = ([("anak".to_owned(), "Dewi".to_owned())], [("anak".to_owned(), "Dewa".to_owned())]);
        let p = d.kirim(id, &dewi, &[("kk", &kk)]).await.unwrap();
        let beda = |h: Result<Permohonan, StoreError>| matches!(h, Err(StoreError::Keadaan("permohonan-sudah-sampai")));
        assert!(beda(d.kirim(id, &dewa, &[("kk", &kk)]).await), "another answer");
        assert!(beda(d.kirim(id, &dewi, &[("kk", &lain)]).await), "another file");
        assert!(beda(d.kirim(id, &dewi, &[("kk", &kk), ("surat", &lain)]).await), "one file more");
        assert_eq!(d.kirim(id, &dewi, &[("kk", &kk)]).await.unwrap().kode, p.kode);
        assert_eq!(d.kini(id).await.jawaban(s.kunci()).unwrap()["anak"], ["Dewi"]);
        // What was sent first is the same after a correction that was asked for.
        s.jam().maju(60);
        let o = d.pengolah(id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::minta_perbaikan(s, &o, 2, "Foto KK buram").await.unwrap();
        let lampiran = vec![Lampiran { medan: "kk", nama: "kk.pdf", berkas: &lain }];
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", mentah: &dewa, lampiran, ..Kirim::default() };
        permohonan::perbaiki(s, &p.kode, 3, &kirim).await.unwrap();
        assert_eq!(permohonan::perbaiki(s, &p.kode, 3, &kirim).await.unwrap().versi, 4, "sent twice is one correction");
        let tetap = |h: Result<Permohonan, StoreError>| matches!(h, Err(StoreError::Keadaan("permohonan-perbaikan-sampai")));
        let lampiran = vec![Lampiran { medan: "kk", nama: "kk.pdf", berkas: &kk }];
        let kirim = Kirim { lampiran, ..kirim };
        assert!(tetap(permohonan::perbaiki(s, &p.kode, 3, &kirim).await), "another file");
        let kirim = Kirim { lampiran: vec![], ..kirim };
        assert!(tetap(permohonan::perbaiki(s, &p.kode, 3, &kirim).await), "no file");
        assert_eq!(permohonan::berkas(s, id).await.unwrap().len(), 2);
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", mentah: &dewi, ..Kirim::default() };
        let ulang = permohonan::perbaiki(s, &p.kode, 3, &kirim).await;
        assert!(matches!(ulang, Err(StoreError::Keadaan("permohonan-perbaikan-sampai"))), "the first correction stands: {ulang:?}");
        assert_eq!(d.kirim(id, &dewi, &[("kk", &kk)]).await.unwrap().kode, p.kode);
        assert!(beda(d.kirim(id, &dewa, &[("kk", &kk)]).await));
    }
}
