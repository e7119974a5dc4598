//! `prima check` against somebody who writes the database, but holds no key: names under signatures, minutes, reports, results that were
//! removed or changed.

use super::{
    bangun::siap,
    berita_acara::{buat, penanda},
};
use store::{
    berita_acara::{self as ba, Jenis, Penanda},
    id::{BeritaAcaraId, LheId},
    lhe, objek, rawat, verifikasi,
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
        let baru = lhe::LheBaru { id: LheId::baru(), hasil: beku.id, kode: "lheuji", nomor: Some("700/1"), pdf: &pdf, xlsx: &xlsx };
        lhe::tambah(s, &w.biro, baru).await.unwrap();
        // Another lokus, whose name minutes and report could be given.
        let lain = [uuid::Uuid::now_v7(), uuid::Uuid::now_v7()];
        let unit = "INSERT INTO unit (id, kode, instansi_id, induk_id, nama, jenis, alamat, versi, dibuat)
            SELECT $1, 'lain', instansi_id, NULL, 'Unit Lain', jenis, alamat, 1, 1 FROM unit WHERE id = (SELECT unit_id FROM lokus WHERE id = $2)";
        w.k.sql(unit, store::nilai![lain[0], w.k.lokus]).await;
        let lokus = "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
            SELECT $1, 'lain', periode_id, $2, formulir, cakupan, kategori, 1, 1, oleh FROM lokus WHERE id = $3";
        w.k.sql(lokus, store::nilai![lain[1], lain[0], w.k.lokus]).await;
        let pindah = |tabel: &str, ke: &str| format!("{tabel} SET lokus_id = ({ke})");
        let (pergi, pulang) = ("SELECT id FROM lokus WHERE kode = 'lain'", "SELECT lokus_id FROM hasil");
        // The world of these tests writes some rows by hand; what it left is the same before and after.
        let temuan = async || {
            let bagian = ["ba", "hasil", "lhe"];
            rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| bagian.contains(&t.bagian)).map(|t| t.isi).collect::<Vec<_>>()
        };
        assert_eq!(temuan().await, Vec::<String>::new());

        let milik = "tanda ILUSTRASI di sampingnya";
        let (nama, ba, lhe) = ("nama, jabatan, atau PDF pada tanda tangan", "bukan yang dicatat saat dibuat", "berkas, hasil, atau unitnya");
        let cocok = async || {
            let mut semua = Vec::new();
            for kode in [b.kode.as_str(), "lheuji", beku.kode()] {
                semua.push(verifikasi::cari(s, kode).await.unwrap().cocok);
            }
            semua
        };
        assert_eq!(cocok().await, [true; 3]);
        for (ubah, balik, harap) in [
            ("tanda_tangan SET nama = nama || '~'", "tanda_tangan SET nama = REPLACE(nama, '~', '')", nama),
            ("tanda_tangan SET jabatan = jabatan || '~'", "tanda_tangan SET jabatan = REPLACE(jabatan, '~', '')", nama),
            ("berita_acara SET nomor = nomor || '~'", "berita_acara SET nomor = REPLACE(nomor, '~', '')", "bukan yang disegel"),
            ("berita_acara SET tanggal = '2026-03-09'", "berita_acara SET tanggal = '2026-03-02'", ba),
            ("berita_acara SET tempat = 'Bontang'", "berita_acara SET tempat = 'Sangatta'", ba),
            ("berita_acara SET isi = isi || ' '", "berita_acara SET isi = RTRIM(isi)", ba),
            ("lhe SET pdf = xlsx", &format!("lhe SET pdf = '{}'", pdf.sidik), lhe),
            ("lhe SET nomor = '700/2'", "lhe SET nomor = '700/1'", "nomornya bukan yang dicatat"),
            (&pindah("berita_acara", pergi), &pindah("berita_acara", pulang), "unitnya bukan yang dicatat"),
            (&pindah("lhe", pergi), &pindah("lhe", pulang), lhe),
            ("periode SET skema = 'nasional'", "periode SET skema = 'mandiri'", milik),
            ("periode SET tahun = tahun + 1", "periode SET tahun = tahun - 1", milik),
            ("unit SET kode = kode || '~'", "unit SET kode = REPLACE(kode, '~', '')", milik),
            ("hasil_rentang SET atas = 1, bawah = 0", "", "rentang kepercayaannya"),
        ] {
            w.k.sql(&format!("UPDATE {ubah}"), vec![]).await;
            let ada = temuan().await;
            assert!(ada.iter().any(|t| t.contains(harap)), "{ubah}: {ada:?}");
            // Names under signatures and intervals are judged beside; the rest is not called genuine.
            let sendiri = ubah.starts_with("tanda_tangan") || ubah.starts_with("hasil_rentang");
            assert_eq!(cocok().await.contains(&false), !sendiri, "{ubah}");
            if !balik.is_empty() {
                w.k.sql(&format!("UPDATE {balik}"), vec![]).await;
                assert_eq!(temuan().await, Vec::<String>::new(), "{balik}");
                assert_eq!(cocok().await, [true; 3], "{balik}");
            }
        }
        w.k.sql("UPDATE lhe SET kode = 'lhelain'", vec![]).await;
        assert!(temuan().await.iter().any(|t| t.contains(lhe)), "a report under another code");
        assert!(!verifikasi::cari(s, "lhelain").await.unwrap().cocok);
        w.k.sql("UPDATE lhe SET kode = 'lheuji'", vec![]).await;
        // Once sealed, the heads of the chain answer for the events; a changed event no longer proves a changed row.
        while store::audit::segel(s).await.unwrap() > 0 {}
        assert_eq!(cocok().await, [true; 3]);
        w.k.sql("UPDATE audit SET rincian = rincian || ' ' WHERE aksi = 'ba.buat'", vec![]).await;
        assert_eq!(cocok().await, [false, true, true]);
        w.k.sql("UPDATE audit SET rincian = RTRIM(rincian) WHERE aksi = 'ba.buat'", vec![]).await;
        for (tabel, dari) in [("berita_acara_batal", "berita_acara"), ("hasil_batal", "hasil")] {
            w.k.sql(&format!("INSERT INTO {tabel} SELECT id, 'palsu', pada, oleh FROM {dari}"), vec![]).await;
            let ada = temuan().await;
            let harap = format!("ada di tabel {tabel}, kejadiannya tidak ada");
            assert!(ada.iter().any(|t| t.contains(&harap)), "{ada:?}");
            w.k.sql(&format!("DELETE FROM {tabel}"), vec![]).await;
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
