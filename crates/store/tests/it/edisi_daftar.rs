//! The register of editions: imported, derived, issued with a decree, ended; and what a period may choose.

use crate::{
    bangun::{Dunia, dunia, isi},
    orang::orang,
};
use jiff::civil::date;
use pekppp::{
    Pecahan,
    edisi::turunan::{Turunan, turunkan},
};
use store::{
    Store, StoreError,
    edisi::{
        daftar::{self, Keadaan},
        tulis::{self, Akhir, Penetapan},
    },
    hak::Pelaku,
    id::PeriodeId,
    objek,
    peran::{Lingkup, Peran},
    periode::{self, PeriodeIsi},
    sidik_hex,
};
use testkit::basis::BasisUji;

#[track_caller]
fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>, kunci: &str) {
    match h {
        Err(StoreError::Keadaan(k)) => assert_eq!(k, kunci),
        lain => panic!("expected {kunci}, got {lain:?}"),
    }
}

/// The embedded edition under another id.
fn naskah(id: &str) -> String {
    pekppp::bawaan("pekppp-2022-a").unwrap().1.replacen("id = \"pekppp-2022-a\"", &format!("id = \"{id}\""), 1)
}

async fn terbitkan(s: &Store, p: &Pelaku, kode: &str, sampai: Option<jiff::civil::Date>) -> Result<(), StoreError> {
    let berkas = objek::simpan(s, b"%PDF-1.4 keputusan").unwrap();
    let hari = s.sekarang().hari("WIB");
    let t = Penetapan { nomor: "3/2026", tanggal: hari, berkas: &berkas, nama_berkas: "sk.pdf", dari: date(2026, 1, 1), sampai };
    tulis::terbitkan(s, p, kode, t).await
}

async fn buka(d: &Dunia, kode: &str) -> Result<PeriodeId, StoreError> {
    let i = PeriodeIsi { edisi_a: Some(kode), ..isi("P") };
    periode::buka(&d.r.store, &d.hak_buka().await, PeriodeId::baru(), i).await
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn diimpor_dan_diterbitkan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let dewi = orang(s, "dewi@panrb.id", Peran::Nasional, Lingkup::Instalasi).await;
        let hak = dewi.nasional().unwrap();
        keadaan(tulis::impor(s, &hak, "bukan edisi").await, "edisi-tak-terbaca");
        keadaan(tulis::impor(s, &hak, pekppp::bawaan("pekppp-2022-a").unwrap().1).await, "edisi-kode-dipakai");
        let kode = tulis::impor(s, &hak, &naskah("pekppp-2026-a")).await.unwrap();
        assert_eq!(tulis::impor(s, &hak, &naskah("pekppp-2026-a")).await.unwrap(), kode, "the same text twice is one edition");
        let lain = naskah("pekppp-2026-a").replacen("tatap", "muka", 1).replacen("PEKPPP 2022", "PEKPPP 2026", 2);
        keadaan(tulis::impor(s, &hak, &lain).await, "edisi-kode-dipakai");
        // A draft is nobody else's business, and no period can use it.
        assert!(matches!(daftar::satu(s, &d.biro, &kode).await, Err(StoreError::TidakDitemukan)));
        keadaan(buka(&d, &kode).await, "edisi-belum-terbit");
        assert!(matches!(terbitkan(s, &d.biro, &kode, None).await, Err(StoreError::Ditolak("nasional"))));
        keadaan(terbitkan(s, &dewi, &kode, Some(date(2025, 1, 1))).await, "edisi-rentang");
        terbitkan(s, &dewi, &kode, Some(date(2026, 2, 1))).await.unwrap();
        terbitkan(s, &dewi, &kode, Some(date(2026, 2, 1))).await.unwrap();
        keadaan(buka(&d, &kode).await, "edisi-tidak-berlaku");
        keadaan(tulis::hapus(s, &dewi, &kode).await, "edisi-sudah-terbit");

        let dua = tulis::impor(s, &hak, &naskah("pekppp-2026-2")).await.unwrap();
        terbitkan(s, &dewi, &dua, None).await.unwrap();
        let periode = buka(&d, &dua).await.unwrap();
        let sidik = sidik_hex(naskah("pekppp-2026-2").as_bytes());
        assert_eq!(periode::dari_id(s.baca(), periode).await.unwrap().edisi_a, Some(sidik), "the period keeps the text by its hash");
        keadaan(tulis::akhiri(s, &dewi, &dua, Akhir::Ganti { pengganti: &dua, alasan: "x" }).await, "edisi-pengganti");
        tulis::akhiri(s, &dewi, &dua, Akhir::Tarik { alasan: "Salah bobot" }).await.unwrap();
        keadaan(buka(&d, &dua).await, "edisi-sudah-berakhir");
        let e = daftar::satu(s, &d.biro, &dua).await.unwrap();
        assert_eq!((e.keadaan(date(2026, 3, 1)), e.periode), (Keadaan::Ditarik, 1), "the period that has it keeps it");
        let e = daftar::satu(s, &d.biro, &kode).await.unwrap();
        let pada = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 2)].map(|h| e.keadaan(h));
        assert_eq!(pada, [Keadaan::BelumBerlaku, Keadaan::Berlaku, Keadaan::Berakhir]);
        let draf = tulis::impor(s, &hak, &naskah("pekppp-2026-3")).await.unwrap();
        tulis::hapus(s, &dewi, &draf).await.unwrap();
        assert!(matches!(daftar::satu(s, &dewi, &draf).await, Err(StoreError::TidakDitemukan)));
    }

    /// Sulawesi Barat's way: a cut of the ministry's edition, for the own mandiri period and for nothing else.
    async fn turunan_daerah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let (induk, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
        // The first indicator of each aspect with all of its weight.
        let indikator = induk.aspek.iter().map(|a| (a.indikator[0].kode.clone(), Pecahan::bulat(100))).collect();
        let t = Turunan { id: "kutim-6", nama: "Kutai Timur 6", alasan: "Percobaan", indikator, f03: None };
        let (jadi, asal) = (turunkan(teks, &t).unwrap(), sidik_hex(teks.as_bytes()));
        let hak = d.hak_buka().await;
        keadaan(tulis::turunkan(s, &hak, &asal, &jadi, " ").await, "alasan-wajib");
        let kode = tulis::turunkan(s, &hak, &asal, &jadi, "Percobaan").await.unwrap();
        let e = daftar::satu(s, &d.biro, &kode).await.unwrap();
        assert_eq!((e.induk_kode.as_deref(), e.instansi.as_deref()), (Some("pekppp-2022-a"), Some("Kabupaten Kutai Timur")));
        terbitkan(s, &d.biro, &kode, None).await.unwrap();
        let periode = buka(&d, &kode).await.unwrap();
        assert_eq!(periode::dari_id(s.baca(), periode).await.unwrap().edisi_a, Some(sidik_hex(jadi.as_bytes())));
        assert!(daftar::pilihan(s, &[d.kab]).await.unwrap().iter().any(|e| e.kode == kode));
        assert!(daftar::pilihan(s, &[]).await.unwrap().is_empty(), "another instansi does not see it among its choices");
        assert_eq!(d.r.store.baca().angka_uji("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'edisi.%'").await, 2);
    }
}

trait Angka {
    async fn angka_uji(&self, sql: &str) -> i64;
}

impl<C: store::kueri::Kueri + Sync> Angka for C {
    async fn angka_uji(&self, sql: &str) -> i64 {
        self.angka(sql, vec![]).await.unwrap()
    }
}
