//! `prima check` against somebody who writes the database, but holds no key: names under signatures, minutes, reports, results that were
//! removed or changed.

use super::{
    bangun::siap,
    berita_acara::{buat, penanda},
};
use store::{
    berita_acara::{self as ba, Jenis, Penanda},
    id::{BeritaAcaraId, LheId},
    lhe, objek, rawat,
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// What was signed, sealed or recorded differs from what stands there now.
    async fn yang_bertanda_dibandingkan(basis: BasisUji) {
        let w = siap(basis).await;
        w.sama().await;
        w.f03(30).await;
        let (kepala, sekda) = (w.kepala().await, w.sekda().await);
        let (s, beku) = (&w.k.r.store, w.bekukan().await);
        let id = BeritaAcaraId::baru();
        buat(&w, id, Jenis::Hasil, Some(beku.id), &penanda(&w).await).await.unwrap();
        let b = ba::dari_id(s.baca(), id).await.unwrap();
        for p in [Penanda::Unit(kepala), Penanda::Evaluator(w.a.clone()), Penanda::Evaluator(w.b.clone()), Penanda::Penanggungjawab(sekda)] {
            ba::tandatangani(s, &p, id, &b.objek).await.unwrap();
        }
        let (pdf, xlsx) = (objek::simpan(s, b"%PDF-1.7 lhe").unwrap(), objek::simpan(s, b"lembar").unwrap());
        let baru = lhe::LheBaru { id: LheId::baru(), hasil: beku.id, kode: "lheuji", pdf: &pdf, xlsx: &xlsx };
        lhe::tambah(s, &w.biro, baru).await.unwrap();
        // The world of these tests writes some rows by hand; what it left is the same before and after.
        let temuan = async || {
            let bagian = ["ba", "hasil", "lhe"];
            rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| bagian.contains(&t.bagian)).map(|t| t.isi).collect::<Vec<_>>()
        };
        assert_eq!(temuan().await, Vec::<String>::new());

        let milik = "tanda ILUSTRASI di sampingnya";
        let (nama, ba, lhe) = ("nama, jabatan, atau PDF pada tanda tangan", "bukan yang dicatat saat dibuat", "berkas atau hasilnya");
        for (ubah, balik, harap) in [
            ("tanda_tangan SET nama = nama || '~'", "tanda_tangan SET nama = REPLACE(nama, '~', '')", nama),
            ("tanda_tangan SET jabatan = jabatan || '~'", "tanda_tangan SET jabatan = REPLACE(jabatan, '~', '')", nama),
            ("berita_acara SET nomor = nomor || '~'", "berita_acara SET nomor = REPLACE(nomor, '~', '')", "bukan yang disegel"),
            ("berita_acara SET tanggal = '2026-03-09'", "berita_acara SET tanggal = '2026-03-02'", ba),
            ("berita_acara SET tempat = 'Bontang'", "berita_acara SET tempat = 'Sangatta'", ba),
            ("berita_acara SET isi = isi || ' '", "berita_acara SET isi = RTRIM(isi)", ba),
            ("lhe SET pdf = xlsx", &format!("lhe SET pdf = '{}'", pdf.sidik), lhe),
            ("periode SET skema = 'nasional'", "periode SET skema = 'mandiri'", milik),
            ("periode SET tahun = tahun + 1", "periode SET tahun = tahun - 1", milik),
            ("unit SET kode = kode || '~'", "unit SET kode = REPLACE(kode, '~', '')", milik),
            ("hasil_rentang SET atas = 1, bawah = 0", "", "rentang kepercayaannya"),
        ] {
            w.k.sql(&format!("UPDATE {ubah}"), vec![]).await;
            let ada = temuan().await;
            assert!(ada.iter().any(|t| t.contains(harap)), "{ubah}: {ada:?}");
            if !balik.is_empty() {
                w.k.sql(&format!("UPDATE {balik}"), vec![]).await;
                assert_eq!(temuan().await, Vec::<String>::new(), "{balik}");
            }
        }
        for (buang, harap) in [
            ("tanda_tangan WHERE pihak = 'penanggungjawab'", "tanda tangannya bukan yang disegel"),
            ("segel", "segel berita acara"),
            ("tanda_tangan WHERE pihak = 'unit'", "barisnya di tabel tanda_tangan hilang"),
            ("lhe", "barisnya di tabel lhe hilang"),
        ] {
            w.k.sql(&format!("DELETE FROM {buang}"), vec![]).await;
            let ada = temuan().await;
            assert!(ada.iter().any(|t| t.contains(harap)), "{buang}: {ada:?}");
        }
    }
}
