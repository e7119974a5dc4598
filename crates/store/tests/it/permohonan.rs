//! Cases: forms, the whole way with a correction, rights, deadlines, files, letters.

use crate::{
    mpp::{Mal, mal},
    orang::orang,
    skm::bangun::isi as isi_ronde,
};
use ::layanan::permohonan::{Formulir, JenisMedan, Keadaan, Medan};
use jiff::ToSpan;
use std::collections::BTreeMap;
use store::{
    StoreError,
    berkas::{self, Berkas},
    hak::{self, LoketPermohonan, Pelaku, PengolahPermohonan},
    id::{GeraiId, LayananId, PelaksanaId, PenempatanId, PermohonanId, TenanId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    layanan::{self, Isi, KOMPONEN, Sk, Terbit},
    mpp::{self, GeraiIsi, MppIsi, PenempatanIsi, TenanIsi},
    nilai,
    peran::{Lingkup, Peran},
    permohonan::{self, Baru, Kirim, Lampiran, Permohonan, Saring, dokumen, formulir},
    skm::Penilaian,
};
use testkit::basis::BasisUji;
use uuid::Uuid;

mod geser;
mod surel;
mod telat;
mod ulang;

pub struct Dunia {
    pub m: Mal,
    pub layanan: LayananId,
    pub kode: String,
    pub kepala_unit: Pelaku,
}

pub fn form() -> Formulir {
    let medan =
        |kunci: &str, jenis, wajib| Medan { kunci: kunci.into(), label: kunci.into(), bantu: String::new(), jenis, wajib, opsi: vec![] };
    Formulir {
        nama: true,
        kontak: true,
        medan: vec![
            medan("anak", JenisMedan::Teks, true),
            medan("kk", JenisMedan::Berkas, true),
            medan("surat", JenisMedan::Berkas, false),
            medan("lahir", JenisMedan::Tanggal, false),
        ],
    }
}

/// A mall whose gerai gives a service with a standard of three working days, an officer placed there, and a form.
pub async fn dunia(basis: BasisUji, tarif: i64) -> Dunia {
    let m = mal(basis).await;
    let s = &m.d.r.store;
    let unit = || Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab };
    let kepala_unit = orang(s, "kepala.unit@kab.id", Peran::UnitKepala, unit()).await;
    let akses = hak::unit(s, &kepala_unit, m.d.dinsos).await.unwrap();
    let teks: BTreeMap<String, String> = KOMPONEN.iter().map(|k| (k.kunci.to_owned(), "ada".to_owned())).collect();
    let isi = Isi { nama: "Akta kelahiran".into(), ringkas: String::new(), teks, hari_kerja: Some(3) };
    let layanan = layanan::buat(s, &akses.pengelola_layanan().unwrap(), LayananId::baru(), &isi, true).await.unwrap();
    let hari = s.sekarang().hari("WITA");
    let sk = Sk { nomor: "SK/1", tanggal: hari, mulai: hari, tinjau: hari.saturating_add(1.year()) };
    layanan::tetapkan(s, &akses.kepala_layanan().unwrap(), layanan, 1, &sk).await.unwrap();
    let isi = PenempatanIsi { awalan: "B", menit: Some(10), undangan: false };
    mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, layanan), &isi).await.unwrap();
    mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, m.petugas.akun), (hari, None)).await.unwrap();
    let hak = hak::formulir(s, m.kepala.pelaku(), layanan).await.unwrap();
    let surat = "Nomor {nomor}\nDiberikan kepada {nama} untuk {isian:anak} ({isian:lahir}).";
    formulir::simpan(s, &hak, 0, &form(), surat, tarif).await.unwrap();
    Dunia { kode: "akta-kelahiran".into(), layanan, kepala_unit, m }
}

pub fn gambar() -> Berkas {
    berkas::periksa(b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF".to_vec()).unwrap()
}

impl Dunia {
    /// So many more cases like this one.
    pub async fn salin(&self, id: PermohonanId, banyak: usize) {
        let sql =
            "INSERT INTO permohonan (id, kode, layanan_id, formulir_id, mpp_id, gerai_id, isi, keadaan, diterima, hari_kerja, tenggat,
             tenggat_catatan, ilustrasi, versi, pada) SELECT $2, $3, layanan_id, formulir_id, mpp_id, gerai_id, isi, keadaan, diterima,
             hari_kerja, tenggat, tenggat_catatan, ilustrasi, versi, pada FROM permohonan WHERE id = $1";
        let tx = self.m.d.r.store.mulai().await.unwrap();
        for n in 0..banyak {
            tx.jalankan(sql, nilai![id, PermohonanId::baru(), format!("p{n}")]).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    pub async fn terbit(&self) -> Terbit {
        layanan::dari_kode(&self.m.d.r.store, &self.kode).await.unwrap()
    }

    pub async fn kirim(&self, id: PermohonanId, mentah: &[(String, String)], berkas: &[(&str, &Berkas)]) -> Result<Permohonan, StoreError> {
        let s = &self.m.d.r.store;
        let f = formulir::terakhir(s.baca(), self.layanan).await?.ok_or(StoreError::TidakDitemukan)?;
        let lampiran = berkas.iter().map(|(medan, berkas)| Lampiran { medan, nama: "../<script>alert(1)</script>.pdf", berkas }).collect();
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", mentah, lampiran, ..Kirim::default() };
        let b = Baru { id, formulir: f.id, gerai: self.m.gerai, kirim };
        permohonan::terima(s, &self.terbit().await, b).await
    }

    pub async fn satu(&self) -> Permohonan {
        self.kirim(PermohonanId::baru(), &[("anak".into(), "Dewi {nomor}".into())], &[("kk", &gambar())]).await.unwrap()
    }

    pub async fn pengolah(&self, id: PermohonanId) -> PengolahPermohonan {
        hak::permohonan(&self.m.d.r.store, &self.m.petugas, id).await.unwrap().pengolah().unwrap()
    }

    pub async fn loket(&self, id: PermohonanId) -> LoketPermohonan {
        hak::permohonan(&self.m.d.r.store, self.m.kepala.pelaku(), id).await.unwrap().loket()
    }

    pub async fn kini(&self, id: PermohonanId) -> Permohonan {
        permohonan::dari_id(self.m.d.r.store.baca(), id).await.unwrap()
    }
}

/// The mall of another government that gives the service too has no say over its form.
async fn asing_tanpa_formulir(d: &Dunia) {
    let s = &d.m.d.r.store;
    let tx = s.mulai().await.unwrap();
    let i = InstansiBaru { kode: "64.02", nama: "Kabupaten Kutai Kartanegara", jenis: "kabupaten", wilayah: Some("64.02"), zona: "WITA" };
    let kukar = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "mpp-kukar", instansi: kukar, induk: None, nama: "MPP", jenis: "mpp", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
    tx.commit().await.unwrap();
    let biro = orang(s, "biro@kukar.id", Peran::Penyelenggara, Lingkup::Instansi(kukar)).await;
    let kepala = orang(s, "kepala@kukar.id", Peran::MppKepala, Lingkup::Unit { unit, instansi: kukar }).await;
    let biro = hak::instansi(s, &biro, kukar).await.unwrap().penyelenggara().unwrap();
    mpp::buat(s, &biro, unit, "mal-kukar", &MppIsi { ringkas: "", jam: &[], letak: None }, false).await.unwrap();
    let h = hak::mpp(s, &kepala, unit).await.unwrap().kepala().unwrap();
    let (tenan, gerai) = (TenanId::baru(), GeraiId::baru());
    mpp::tambah_tenan(s, &h, tenan, &TenanIsi { nama: "Dukcapil", jenis: "pemda", unit: None, sendiri: false }).await.unwrap();
    mpp::tambah_gerai(s, &h, gerai, tenan, &GeraiIsi { kode: "G01", nama: "Dukcapil", letak: "", tautan: None }).await.unwrap();
    let isi = PenempatanIsi { awalan: "A", menit: None, undangan: false };
    mpp::tempatkan(s, &h, PenempatanId::baru(), (gerai, d.layanan), &isi).await.unwrap();
    assert!(matches!(hak::formulir(s, &kepala, d.layanan).await, Err(StoreError::TidakDitemukan)), "not given before its unit consents");
    let minta = mpp::izin::mpp(s.baca(), unit).await.unwrap().remove(0).id;
    let pemilik = orang(s, "kepala.pemilik@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: d.m.d.dinsos, instansi: d.m.d.kab }).await;
    let pemilik = hak::unit(s, &pemilik, d.m.d.dinsos).await.unwrap().kepala_layanan().unwrap();
    mpp::jawab_izin(s, &pemilik, minta, true, "").await.unwrap();
    assert!(matches!(hak::formulir(s, &kepala, d.layanan).await, Err(StoreError::Ditolak(_))));
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// One case with a correction: the clock stands while the applicant has it, what was sent is kept, the letter is proven, the
    /// product is downloaded once and for all.
    async fn the_whole_way_of_a_free_case(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let id = PermohonanId::baru();
        let kosong = d.kirim(id, &[], &[("kk", &gambar())]).await;
        assert!(matches!(kosong, Err(StoreError::Keadaan("permohonan-belum-lengkap"))), "{kosong:?}");
        let anak = [("anak".to_owned(), "Dewi {nomor}".to_owned()), ("lahir".to_owned(), "2026-02-01".to_owned())];
        let p = d.kirim(id, &anak, &[("kk", &gambar())]).await.unwrap();
        assert_eq!(d.kirim(id, &anak, &[("kk", &gambar())]).await.unwrap().kode, p.kode, "sent twice is one case");
        assert_eq!((p.keadaan().unwrap(), p.versi, p.hari_kerja), (Keadaan::Diterima, 1, Some(3)));
        let janji = p.tenggat.clone().unwrap();
        let f = &permohonan::berkas(s, id).await.unwrap()[0];
        assert_eq!(f.nama, "script_.pdf", "a name cannot carry a path or a script");
        assert_eq!(permohonan::dari_kode(s.baca(), &store::kode::tampil(&p.kode)).await.unwrap().id, id);

        let o = d.pengolah(id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::periksa(s, &o, 1).await.unwrap();
        assert_eq!(d.kini(id).await.versi, 2, "the same step twice is one");
        let basi = permohonan::proses(s, &o, 1).await;
        assert!(matches!(basi, Err(StoreError::Bentrok { versi: 2, .. })), "{basi:?}");
        assert!(matches!(permohonan::minta_perbaikan(s, &o, 2, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        permohonan::minta_perbaikan(s, &o, 2, "Foto KK buram").await.unwrap();
        let p = d.kini(id).await;
        assert_eq!((p.keadaan().unwrap(), p.tenggat.clone(), p.sisa), (Keadaan::PerluPerbaikan, None, Some(3)));
        s.jam().maju(10 * 86_400);
        let surat = gambar();
        let kirim = Kirim { mentah: &anak, lampiran: vec![Lampiran { medan: "surat", nama: "x", berkas: &surat }], ..Kirim::default() };
        let kurang = permohonan::perbaiki(s, &p.kode, 3, &kirim).await;
        assert!(matches!(kurang, Err(StoreError::Keadaan("permohonan-belum-lengkap"))), "the name is asked for: {kurang:?}");
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", ..kirim };
        let p = permohonan::perbaiki(s, &p.kode, 3, &kirim).await.unwrap();
        assert_eq!(permohonan::perbaiki(s, &p.kode, 3, &kirim).await.unwrap().versi, 4, "sent twice is one correction");
        assert!(p.tenggat.unwrap() > janji, "the days of the applicant do not count");
        permohonan::periksa(s, &o, 4).await.unwrap();
        permohonan::proses(s, &o, 5).await.unwrap();
        permohonan::setujui(s, &o, 6).await.unwrap();

        let isian = dokumen::Isian { tanggal: "1 Januari", terima: "1 Januari", nomor: "470/1", hari: &|iso| format!("tanggal {iso}") };
        let teks = dokumen::rancangan(s, &d.kini(id).await, &isian).await.unwrap();
        assert_eq!(teks, "Nomor 470/1\nDiberikan kepada Ibu Sari untuk Dewi {nomor} (tanggal 2026-02-01).", "a day in words");
        let pdf = gambar();
        let cetak = dokumen::Cetakan { id: Uuid::now_v7(), kode: "abcd2345efgh", nomor: "470/1", teks: &teks, pdf: pdf.isi() };
        dokumen::terbitkan(s, &o, &cetak).await.unwrap();
        dokumen::terbitkan(s, &o, &cetak).await.unwrap();
        assert!(matches!(dokumen::unduh(s, &p.kode).await, Err(StoreError::TidakDitemukan)), "not before it is ready");
        permohonan::siap(s, &o, 7, "Unduh di halaman ini.").await.unwrap();
        assert!(dokumen::unduh(s, &p.kode).await.unwrap().is_none(), "looking ends nothing");
        assert!(dokumen::diambil(s, p.id).await.unwrap().is_none());
        dokumen::ambil_sendiri(s, &p.kode).await.unwrap();
        dokumen::ambil_sendiri(s, &p.kode).await.unwrap();
        assert!(dokumen::unduh(s, &p.kode).await.unwrap().is_some());
        let p = d.kini(id).await;
        assert_eq!((p.keadaan().unwrap(), p.tuntas.is_some()), (Keadaan::Selesai, true));
        let (dok, _, berlaku) = dokumen::dari_kode(s.baca(), "ABCD-2345-EFGH").await.unwrap();
        assert!(berlaku && dok.nomor == "470/1");
        assert_eq!(dokumen::diambil(s, id).await.unwrap().unwrap().cara, "unduh");
        permohonan::arsipkan(s, &d.loket(id).await, p.versi).await.unwrap();
        assert_eq!(permohonan::riwayat(s, id).await.unwrap().len(), 9);
        let audit = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE objek = 'permohonan'", nilai![]).await.unwrap();
        assert_eq!(audit, 11, "receiving, nine steps, the letter");
    }

    async fn who_may(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let depan = hak::permohonan(s, d.m.kepala.pelaku(), p.id).await.unwrap();
        assert!(matches!(depan.pengolah(), Err(StoreError::Ditolak(_))), "the front desk decides nothing");
        assert!(hak::permohonan(s, &d.kepala_unit, p.id).await.unwrap().pengolah().is_ok());
        assert!(matches!(hak::permohonan(s, &d.m.d.biro, p.id).await, Err(StoreError::TidakDitemukan)));
        let kasir = orang(s, "kasir@kab.id", Peran::Kasir, Lingkup::Unit { unit: d.m.d.dinsos, instansi: d.m.d.kab }).await;
        assert!(matches!(hak::permohonan(s, &kasir, p.id).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(hak::formulir(s, &d.m.petugas, d.layanan).await, Err(StoreError::Ditolak(_))));
        let rsud = Lingkup::Unit { unit: d.m.d.rsud, instansi: d.m.d.kab };
        let lain = orang(s, "lain@kab.id", Peran::UnitKepala, rsud).await;
        assert!(matches!(hak::formulir(s, &lain, d.layanan).await, Err(StoreError::TidakDitemukan)));
        asing_tanpa_formulir(&d).await;
        // Lists hold what can be opened, and nothing else.
        let banyak = async |o: &Pelaku| permohonan::daftar(s, o, &Saring::default(), 0, 10).await.unwrap().1;
        assert_eq!((banyak(&d.m.petugas).await, banyak(d.m.kepala.pelaku()).await, banyak(&d.kepala_unit).await), (1, 1, 1));
        assert_eq!((banyak(&d.m.d.biro).await, banyak(&kasir).await), (0, 0));
        // Handed to another gerai: the officer of the first has it no more.
        let tenan = mpp::gerai(s.baca(), d.m.gerai).await.unwrap().tenan_id;
        let lain = GeraiId::baru();
        mpp::tambah_gerai(s, &d.m.kepala, lain, tenan, &GeraiIsi { kode: "G09", nama: "Arsip", letak: "", tautan: None }).await.unwrap();
        let o = d.loket(p.id).await;
        assert!(matches!(permohonan::alihkan(s, &o, 1, d.m.gerai, "x").await, Err(StoreError::Keadaan("permohonan-gerai"))));
        permohonan::alihkan(s, &o, 1, lain, "Diarsipkan di sana").await.unwrap();
        assert!(matches!(hak::permohonan(s, &d.m.petugas, p.id).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(banyak(&d.m.petugas).await, 0);
        permohonan::catat(s, &o, Uuid::now_v7(), "Berkas asli di lemari 2").await.unwrap();
        assert_eq!(permohonan::catatan(s, p.id).await.unwrap().len(), 1);
        let batal = permohonan::batalkan(s, &p.kode, 2, "Tidak jadi").await.unwrap();
        assert_eq!(batal.keadaan().unwrap(), Keadaan::Dibatalkan);
    }

    /// Two officers at once: one step is taken, the other is told.
    async fn two_officers_at_once(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let a = d.pengolah(p.id).await;
        let b = hak::permohonan(s, &d.kepala_unit, p.id).await.unwrap().pengolah().unwrap();
        let (x, y) = tokio::join!(permohonan::periksa(s, &a, 1), permohonan::periksa(s, &b, 1));
        assert_eq!([&x, &y].iter().filter(|r| r.is_ok()).count(), 1, "{x:?} {y:?}");
        assert_eq!(permohonan::riwayat(s, p.id).await.unwrap().len(), 1);
    }

    /// One answer a case: the same link each time, made once, and never before the end.
    async fn the_survey_after_the_end(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let o = d.pengolah(p.id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(p.id).await).await.unwrap(), Penilaian::Tidak);
        permohonan::tolak(s, &o, 2, "Tidak memenuhi syarat").await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(p.id).await).await.unwrap(), Penilaian::Tidak, "nobody asks now");
        let tanpa = permohonan::penilaian(s, &p.kode).await;
        assert!(matches!(tanpa, Err(StoreError::Keadaan("permohonan-tanpa-survei"))), "{tanpa:?}");
        let kepala = hak::unit(s, &d.kepala_unit, d.m.d.dinsos).await.unwrap().pengelola_skm().unwrap();
        let l = crate::skm::bangun::layanan(&["KTP"]);
        let ronde = store::skm::buat(s, &kepala, store::id::RondeId::baru(), &isi_ronde("SKM MPP", &l)).await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(p.id).await).await.unwrap(), Penilaian::Dapat);
        let satu = permohonan::penilaian(s, &p.kode).await.unwrap();
        assert_eq!(permohonan::penilaian(s, &p.kode).await.unwrap(), satu);
        assert_eq!(store::skm::tautan::sisa(s.baca(), ronde).await.unwrap(), 1);
        let rahasia = satu.rsplit('/').next().unwrap();
        let hari = s.sekarang().hari("WITA");
        assert!(store::skm::tautan::berlaku(s.baca(), ronde, &store::skm::tautan::sidik(rahasia), hari).await.unwrap().is_some());
        // Filed away in the same minute: the applicant is still asked, and finds the same link.
        let loket = hak::permohonan(s, &d.m.petugas, p.id).await.unwrap().loket();
        permohonan::arsipkan(s, &loket, d.kini(p.id).await.versi).await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(p.id).await).await.unwrap(), Penilaian::Dapat);
        assert_eq!(permohonan::penilaian(s, &p.kode).await.unwrap(), satu);
        // The answer takes the link: the page says so, and offers nothing that ends in "already used".
        let tx = s.mulai().await.unwrap();
        let sidik = store::skm::tautan::sidik(rahasia).to_vec();
        tx.jalankan("DELETE FROM survei_tautan WHERE sidik = $1", nilai![sidik]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(p.id).await).await.unwrap(), Penilaian::Sudah);
        // Who called it off was never served.
        let q = d.satu().await;
        permohonan::batalkan(s, &q.kode, 1, "").await.unwrap();
        let loket = hak::permohonan(s, &d.m.petugas, q.id).await.unwrap().loket();
        permohonan::arsipkan(s, &loket, d.kini(q.id).await.versi).await.unwrap();
        assert_eq!(permohonan::bisa_menilai(s, &d.kini(q.id).await).await.unwrap(), Penilaian::Tidak);
    }

    async fn forms_are_versions_and_the_late_are_told(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let hak = hak::formulir(s, &d.kepala_unit, d.layanan).await.unwrap();
        let mut baru = form();
        baru.medan.truncate(1);
        let asing = formulir::simpan(s, &hak, 1, &baru, "{isian:kk}", 0).await;
        assert!(matches!(asing, Err(StoreError::Keadaan("formulir-surat-salah"))), "{asing:?}");
        assert!(matches!(formulir::simpan(s, &hak, 0, &baru, "", 0).await, Err(StoreError::Bentrok { versi: 1, .. })));
        let lama = formulir::terakhir(s.baca(), d.layanan).await.unwrap().unwrap().id;
        formulir::simpan(s, &hak, 1, &baru, "", 0).await.unwrap();
        assert_eq!(formulir::dari_id(s.baca(), p.formulir_id).await.unwrap().isi, form(), "a case keeps the form it was sent with");
        let b = Baru { id: PermohonanId::baru(), formulir: lama, gerai: d.m.gerai, kirim: Kirim::default() };
        let usang = permohonan::terima(s, &d.terbit().await, b).await;
        assert!(matches!(usang, Err(StoreError::Keadaan("permohonan-formulir-lain"))), "{usang:?}");
        formulir::tutup(s, &hak, "Pindah ke loket").await.unwrap();
        assert!(formulir::berlaku(s.baca(), d.layanan).await.unwrap().is_none());
        // The promise breaks: the list says so, and the gerai and the head are told once.
        s.jam().maju(14 * 86_400);
        let lewat = Saring { lewat: true, ..Saring::default() };
        assert_eq!(permohonan::daftar(s, &d.m.petugas, &lewat, 0, 10).await.unwrap().1, 1);
        assert_eq!(permohonan::jumlah(s, &d.m.petugas, Some(d.m.gerai)).await.unwrap()[0].lewat, 1);
        assert_eq!(permohonan::ingatkan(s).await.unwrap(), 2);
        assert_eq!(permohonan::ingatkan(s).await.unwrap(), 0);
        // Found by the code as it is printed.
        let cari = Saring { cari: store::kode::tampil(&p.kode), ..Saring::default() };
        assert_eq!(permohonan::daftar(s, &d.m.petugas, &cari, 0, 10).await.unwrap().1, 1);
        let asing = Saring { cari: store::kode::tampil(&store::kode::baru(store::kode::Jenis::Permohonan)), ..Saring::default() };
        assert_eq!(permohonan::daftar(s, &d.m.petugas, &asing, 0, 10).await.unwrap().1, 0);
    }

    /// Hundreds that stay late never hide the next one.
    async fn every_late_case_is_told_of(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        d.salin(p.id, 600).await;
        s.jam().maju(14 * 86_400);
        assert_eq!(permohonan::ingatkan(s).await.unwrap(), 601 * 2);
    }
}
