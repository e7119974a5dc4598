//! What malls show of a unit: counted from tickets and courses of the year before, offered for indicators, and never for another unit.

use crate::antrean::{balai, minta};
use jiff::ToSpan as _;
use layanan::antrean::Prioritas;
use pekppp::Jawaban;
use store::{
    antrean::{self, Saluran, langkah::Aksi},
    edisi,
    id::{GeraiId, KompetensiId, OperasiId, PenempatanId, TenanId},
    kinerja, lokus,
    mpp::{self, GeraiIsi, PenempatanIsi, TenanIsi},
    petugas::{self, KompetensiBaru},
    prefill::{self, BuktiUsulan, mal},
};
use testkit::basis::BasisUji;

const SEHARI: i64 = 24 * 3600;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn what_a_mall_measured_is_offered_to_its_units_only(basis: BasisUji) {
        let b = balai(basis).await;
        let (s, d) = (b.s(), &b.m.d);
        // The RSUD has a gerai in the mall, with a service of the mall's unit.
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        let t = TenanIsi { nama: "RSUD", jenis: "pemda", unit: Some(d.rsud), sendiri: false };
        mpp::tambah_tenan(s, &b.m.kepala, tenan, &t).await.unwrap();
        mpp::tambah_gerai(s, &b.m.kepala, gerai, tenan, &GeraiIsi { kode: "G09", nama: "RSUD", letak: "", tautan: None }).await.unwrap();
        let isi = PenempatanIsi { awalan: "R", menit: None, undangan: false };
        let tempat = mpp::tempatkan(s, &b.m.kepala, PenempatanId::baru(), (gerai, b.m.layanan), &isi).await.unwrap();
        let tempat = mpp::penempatan_satu(s.baca(), tempat).await.unwrap();
        let hari = s.sekarang().hari("WITA");
        b.ambil(Prioritas::Rentan).await;
        antrean::terbit_warga(s, &b.mpp, &b.ktp, minta(Prioritas::Biasa), Saluran::Kios).await.unwrap();
        antrean::terbit_warga(s, &b.mpp, &tempat, minta(Prioritas::Biasa), Saluran::Kios).await.unwrap();
        let p = b.duduk(0).await;
        let t = b.berikut(0).await.unwrap();
        antrean::langkah::lakukan(s, p, OperasiId::baru(), t.id, Aksi::Layani).await.unwrap();
        s.jam().maju(300);
        antrean::langkah::lakukan(s, p, OperasiId::baru(), t.id, Aksi::Selesai).await.unwrap();
        let kursus = |nama, tanggal| KompetensiBaru { akun: p.pelaku().akun, nama, penyelenggara: "BPSDM", tanggal, sampai: None, berkas: None };
        let lama = hari.saturating_sub(2.years());
        for (nama, tanggal) in [("Layanan prima", hari.saturating_sub(10.days())), ("Lama", lama)] {
            petugas::tambah_kompetensi(s, &b.m.kepala, KompetensiId::baru(), &kursus(nama, tanggal)).await.unwrap();
        }

        // Today is not over, so it counts from tomorrow on.
        let kini = mal::bahan(s, d.dinsos, mal::kurun(hari)).await.unwrap();
        assert_eq!(kini.cara.nomor, 0);
        s.jam().maju(SEHARI);
        let kurun = mal::kurun(hari.saturating_add(1.day()));
        let x = mal::bahan(s, d.dinsos, kurun).await.unwrap();
        assert_eq!((x.cara.nomor, x.cara.daring, x.cara.kios, x.cara.selesai, x.cara.rentan), (3, 1, 2, 1, 1));
        assert_eq!((x.jam.hari_kerja + x.jam.hari_libur, x.jam.tanpa_jeda()), (1, false));
        assert_eq!(x.pelatihan.iter().map(|p| (p.nama.as_str(), p.petugas)).collect::<Vec<_>>(), [("Layanan prima", 1)]);
        let (angka, layanan) = kinerja::unit(s, d.dinsos, kurun.0, kurun.1).await.unwrap();
        assert_eq!((angka.nomor, angka.kunjungan, angka.layan.unwrap().tengah, layanan.len()), (3, 1, 300, 1));
        let y = mal::bahan(s, d.rsud, kurun).await.unwrap();
        assert_eq!((y.cara.nomor, y.cara.kios, y.pelatihan.len()), (1, 1, 0), "only its own gerai");
        assert_eq!(kinerja::unit(s, d.rsud, kurun.0, kurun.1).await.unwrap().0.nomor, 1);

        let id = d.periode().await;
        let l = lokus::dari_id(s.baca(), d.lokus(id, d.dinsos).await).await.unwrap();
        let e = edisi::dapat(s, l.edisi().unwrap()).await.unwrap();
        let semua = prefill::usulan(s, &l, &e).await.unwrap();
        let satu = |kode: &str| semua.iter().find(|u| u.indikator == kode);
        let antre = satu("31").unwrap();
        let ganda = |o: &[&str]| Jawaban::Ganda(o.iter().map(|o| (*o).to_owned()).collect());
        assert_eq!(antre.jawaban["fasilitas"], ganda(&["nomor", "pendaftaran"]), "nobody measured a screen");
        assert!(matches!(antre.bukti.as_slice(), [BuktiUsulan::PelayananMal { unit, .. }] if *unit == d.dinsos));
        assert!(antre.asal[0].tautan.starts_with("/mal/mal-kab/kinerja?dari="), "{:?}", antre.asal);
        assert_eq!(satu("12.b.Ak").unwrap().jawaban["mekanisme"], ganda(&["diklat"]));
        assert_eq!(satu("22.d.B").unwrap().jawaban["unsur"], ganda(&["kinerja"]), "no standard is in force here");
        assert!(satu("10.b.As").is_none(), "one day is no habit");
        assert!(satu("16.c.As").is_none() && satu("20.c.B").is_none(), "machines and desks were not measured");
    }

    async fn a_unit_without_a_mall_is_offered_nothing_of_it(basis: BasisUji) {
        let d = crate::bangun::dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let l = lokus::dari_id(s.baca(), d.lokus(id, d.rsud).await).await.unwrap();
        let e = edisi::dapat(s, l.edisi().unwrap()).await.unwrap();
        assert!(prefill::usulan(s, &l, &e).await.unwrap().is_empty() && !prefill::ada(s, &l).await.unwrap());
    }
}
