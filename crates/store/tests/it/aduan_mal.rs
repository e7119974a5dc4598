//! Reports in the report of a mall: each once, under the organisation that it concerns.

use crate::{mpp::mal, orang::orang};
use jiff::civil::date;
use store::{
    hak,
    id::{GeraiId, LayananId, PenempatanId, TenanId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kinerja,
    layanan::{self, Isi},
    mpp::{self, GeraiIsi, PenempatanIsi, TenanIsi, izin},
    pengaduan::{self, Baru, Tujuan},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn each_report_stands_under_the_organisation_that_it_concerns(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, d) = (&m.d.r.store, &m.d);
        orang(s, "penghubung@kab.id", Peran::Penghubung, Lingkup::Instansi(d.kab)).await;
        let isi = PenempatanIsi { awalan: "A", menit: None, undangan: false };
        mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, m.layanan), &isi).await.unwrap();
        let tenan = TenanId::baru();
        mpp::tambah_tenan(s, &m.kepala, tenan, &TenanIsi { nama: "RSUD", jenis: "pemda", unit: Some(d.rsud), sendiri: false }).await.unwrap();
        mpp::tambah_gerai(s, &m.kepala, GeraiId::baru(), tenan, &GeraiIsi { kode: "G02", nama: "RSUD", letak: "", tautan: None }).await.unwrap();
        let op = orang(s, "op.rsud@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await;
        let op = hak::unit(s, &op, d.rsud).await.unwrap().pengelola_layanan().unwrap();
        let inap = layanan::buat(s, &op, LayananId::baru(), &Isi { nama: "Rawat inap".into(), ..Isi::default() }, true).await.unwrap();
        let kirim = async |n: u32, unit: Option<UnitId>, layanan: Option<LayananId>| {
            let kiriman = format!("rahasia-formulir-{n}");
            let b = Baru::polos(&kiriman, Tujuan { instansi: d.kab, unit, layanan }, "Lama", "Lama sekali.");
            pengaduan::kirim(s, &b).await.unwrap();
        };
        // A service of the hall, the hall, a tenant's unit; then a service given elsewhere only, and nobody in particular.
        kirim(1, Some(d.dinsos), Some(m.layanan)).await;
        kirim(2, Some(d.dinsos), None).await;
        kirim(3, Some(d.rsud), None).await;
        kirim(4, Some(d.rsud), Some(inap)).await;
        kirim(5, None, None).await;
        let (dari, sampai) = (date(2026, 1, 1), date(2026, 12, 31));
        let semua = pengaduan::ukuran_mal(s, d.dinsos, dari, sampai).await.unwrap();
        let nama: Vec<(&str, u32)> = semua.iter().map(|u| (u.nama.as_str(), u.ukuran.masuk)).collect();
        assert_eq!(nama, [("", 1), ("Dukcapil", 1), ("RSUD", 1)]);
        let hak = hak::mpp(s, m.kepala.pelaku(), d.dinsos).await.unwrap().pembaca().unwrap();
        let l = kinerja::hitung(s, &hak, dari, sampai).await.unwrap();
        assert_eq!((l.pengaduan.masuk, l.pengaduan.belum_diverifikasi, l.aduan.len()), (3, 3, 3));
        assert!(pengaduan::ukuran_mal(s, d.dinsos, date(2025, 1, 1), date(2025, 12, 31)).await.unwrap().is_empty());
    }

    /// A mall names its tenants alone, so a name lends it nothing of another government's reports.
    async fn reports_of_another_government_need_its_consent(basis: BasisUji) {
        let m = mal(basis).await;
        let (s, d) = (&m.d.r.store, &m.d);
        let tx = s.mulai().await.unwrap();
        let i = InstansiBaru { kode: "imigrasi", nama: "Imigrasi", jenis: "lembaga", wilayah: None, zona: "WIB" };
        let instansi = instansi::tambah(&tx, None, i).await.unwrap();
        let u = UnitBaru { kode: "kanim", instansi, induk: None, nama: "Kantor Imigrasi", jenis: "kantor", alamat: "" };
        let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
        tx.commit().await.unwrap();
        orang(s, "penghubung@imigrasi.id", Peran::Penghubung, Lingkup::Instansi(instansi)).await;
        let tujuan = Tujuan { instansi, unit: Some(unit), layanan: None };
        let b = Baru { ilustrasi: true, ..Baru::polos("rahasia-formulir-9", tujuan, "Lama", "Lama sekali.") };
        pengaduan::kirim(s, &b).await.unwrap();
        let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
        mpp::tambah_tenan(s, &m.kepala, tenan, &TenanIsi { nama: "Imigrasi", jenis: "kementerian-lembaga", unit: Some(unit), sendiri: false }).await.unwrap();
        mpp::tambah_gerai(s, &m.kepala, gerai, tenan, &GeraiIsi { kode: "G02", nama: "Imigrasi", letak: "", tautan: None }).await.unwrap();
        let jumlah = async || pengaduan::ukuran_mal(s, d.dinsos, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap().len();
        assert_eq!(jumlah().await, 0, "named as a tenant, and nothing more");
        let kepala = orang(s, "kepala@imigrasi.id", Peran::UnitKepala, Lingkup::Unit { unit, instansi }).await;
        let akses = hak::unit(s, &kepala, unit).await.unwrap();
        let isi = Isi { nama: "Paspor".into(), ..Isi::default() };
        let paspor = layanan::buat(s, &akses.pengelola_layanan().unwrap(), LayananId::baru(), &isi, true).await.unwrap();
        let isi = PenempatanIsi { awalan: "B", menit: None, undangan: false };
        mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (gerai, paspor), &isi).await.unwrap();
        assert_eq!(jumlah().await, 0, "asked, and not answered");
        let minta = izin::mpp(s.baca(), d.dinsos).await.unwrap()[0].id;
        mpp::jawab_izin(s, &akses.kepala_layanan().unwrap(), minta, true, "").await.unwrap();
        assert_eq!(jumlah().await, 1);
    }
}
