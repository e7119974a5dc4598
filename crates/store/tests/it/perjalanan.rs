//! The way of an MPP: both sides, documents, the forum, texts, additional points, limits.

use crate::{
    bangun::{Dunia, dunia},
    orang::orang,
};
use jiff::{ToSpan, civil::Date};
use layanan::mpp::{JenisDokumen as D, Keputusan, KurangForum, Langkah as L, Tahap as T};
use store::{
    StoreError, berkas,
    hak::{self, KementerianJalan, Pelaku, PemdaJalan},
    id::{ForumId, JalanId, LangkahId, MasukanId, TitikId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    perjalanan::{self, Awal, DokumenBaru, JalanBaru, Pihak, Saring, forum, koreksi, naskah, titik},
};
use testkit::basis::BasisUji;

mod penanggap;

struct Dua {
    d: Dunia,
    menteri: Pelaku,
    id: JalanId,
}

async fn dua(basis: BasisUji, awal: Awal) -> Dua {
    let d = dunia(basis).await;
    let menteri = orang(&d.r.store, "nasional@panrb.id", Peran::Nasional, Lingkup::Instalasi).await;
    let w = Dua { d, menteri, id: JalanId::baru() };
    let s = &w.d.r.store;
    let hak = hak::instansi(s, &w.d.biro, w.d.kab).await.unwrap().pengusul_mpp().unwrap();
    let b = JalanBaru { nama: "MPP Uji", alamat: "Jalan Uji 1", letak: Some(("0.5", "117.5")), awal, tanggal: w.hari() };
    perjalanan::mulai(s, &hak, w.id, &b, true).await.unwrap();
    perjalanan::mulai(s, &hak, w.id, &b, true).await.unwrap();
    w
}

impl Dua {
    fn hari(&self) -> Date {
        self.d.r.store.sekarang().hari("WITA")
    }

    async fn pemda(&self) -> PemdaJalan {
        hak::jalan(&self.d.r.store, &self.d.biro, self.id).await.unwrap().pemda().unwrap()
    }

    async fn pusat(&self) -> KementerianJalan {
        hak::jalan(&self.d.r.store, &self.menteri, self.id).await.unwrap().kementerian().unwrap()
    }

    async fn langkah(&self, oleh_pusat: bool, l: L) -> Result<(), StoreError> {
        let (pemda, pusat) = (self.pemda().await, self.pusat().await);
        let pihak = if oleh_pusat { Pihak::Kementerian(&pusat) } else { Pihak::Pemda(&pemda) };
        perjalanan::maju(&self.d.r.store, pihak, LangkahId::baru(), l, self.hari(), "").await
    }

    async fn dokumen(&self, jenis: D) -> Result<(), StoreError> {
        let (pemda, pusat) = (self.pemda().await, self.pusat().await);
        let pihak = if jenis.pihak() == layanan::mpp::Pelaku::Kementerian { Pihak::Kementerian(&pusat) } else { Pihak::Pemda(&pemda) };
        let b = DokumenBaru { jenis, nomor: "1/2026", tanggal: self.hari(), catatan: "", berkas: None };
        perjalanan::dokumen_baru(&self.d.r.store, pihak, LangkahId::baru(), &b).await
    }

    async fn tahap(&self) -> (T, Option<String>) {
        let j = perjalanan::dari_id(self.d.r.store.baca(), self.id).await.unwrap();
        (j.tahap().unwrap(), j.tenggat)
    }
}

fn pdf() -> berkas::Berkas {
    berkas::periksa(b"%PDF-1.4\nuji\nstartxref\n9\n%%EOF\n".to_vec()).unwrap()
}

fn karena(r: Result<(), StoreError>) -> &'static str {
    match r {
        Err(StoreError::Keadaan(k)) => k,
        lain => panic!("{lain:?}"),
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// From the study to the decision; each side does its own, limits run, both are told.
    async fn sampai_keputusan(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        assert_eq!(karena(w.langkah(false, L::Maju { ke: T::UsulanDiajukan }).await), "mpp-dokumen-kurang");
        for d in [D::Kajian, D::BeritaAcaraForum] {
            w.dokumen(d).await.unwrap();
        }
        assert_eq!(karena(w.langkah(true, L::Maju { ke: T::UsulanDiajukan }).await), "mpp-bukan-pihak");
        assert_eq!(karena(w.langkah(false, L::Maju { ke: T::Beroperasi }).await), "mpp-langkah-lewat");
        w.langkah(false, L::Maju { ke: T::UsulanDiajukan }).await.unwrap();
        for d in [D::SuratPermohonan, D::DaftarPelayanan, D::AnalisisSarana, D::RencanaStrategis] {
            w.dokumen(d).await.unwrap();
        }
        assert_eq!(karena(w.langkah(false, L::Maju { ke: T::UsulanLengkap }).await), "mpp-bukan-pihak");
        w.langkah(true, L::Maju { ke: T::UsulanLengkap }).await.unwrap();
        let tenggat = w.hari().saturating_add(30.days());
        assert_eq!(w.tahap().await, (T::UsulanLengkap, Some(tenggat.to_string())));
        assert_eq!(perjalanan::ingatkan(s).await.unwrap(), 0);
        s.jam().maju(25 * 86_400);
        assert_eq!(perjalanan::ingatkan(s).await.unwrap(), 1, "the ministry, a week before");
        s.jam().maju(10 * 86_400);
        assert_eq!(perjalanan::ingatkan(s).await.unwrap(), 2, "both, when it is over");
        assert_eq!(perjalanan::ingatkan(s).await.unwrap(), 0);
        let hak = w.menteri.nasional().unwrap();
        let lewat = Saring { lewat: Some(w.hari()), ..Saring::default() };
        assert_eq!(perjalanan::daftar(s, &hak, &lewat, 0, 10).await.unwrap().1, 1);
        let lain = Saring { tahap: Some(T::Kajian), ..Saring::default() };
        assert_eq!(perjalanan::daftar(s, &hak, &lain, 0, 10).await.unwrap().1, 0);
        w.langkah(true, L::Maju { ke: T::Verifikasi }).await.unwrap();
        w.dokumen(D::FormulirVerifikasi).await.unwrap();
        w.langkah(true, L::VerifikasiFaktual).await.unwrap();
        assert_eq!(karena(w.langkah(true, L::VerifikasiFaktual).await), "mpp-sudah-dicatat");
        w.langkah(true, L::Maju { ke: T::Keputusan }).await.unwrap();
        let kembali = L::Putuskan { keputusan: Keputusan::Dikembalikan };
        assert_eq!(karena(w.langkah(true, kembali).await), "mpp-kembali-alasan");
        let pusat = w.pusat().await;
        perjalanan::maju(s, Pihak::Kementerian(&pusat), LangkahId::baru(), kembali, w.hari(), "Lengkapi analisis sarana.").await.unwrap();
        assert!(perjalanan::publik(s).await.unwrap().is_empty(), "nothing undecided is public");
        w.langkah(false, L::Maju { ke: T::Kajian }).await.unwrap();
        assert_eq!(w.tahap().await, (T::Kajian, None));
        let semua = perjalanan::langkah(s.baca(), w.id).await.unwrap();
        let j = perjalanan::dari_id(s.baca(), w.id).await.unwrap();
        assert_eq!(perjalanan::lipat(&j, &semua).unwrap().jejak().len(), 6);
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis IN ('mpp-tahap', 'mpp-putusan')", nilai![]).await.unwrap();
        assert_eq!(kabar, 1 + 5 + 1, "begun: the ministry; five stages: the other side; decided: the region");
        perjalanan::hentikan(s, &w.pemda().await, "Ditunda.").await.unwrap();
        assert_eq!(karena(w.dokumen(D::Kajian).await), "mpp-berhenti");
        s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'mpp.langkah'", nilai![]).await.map(|n| assert!(n > 10)).unwrap();
    }

    /// Who is outside sees nothing; the dates of steps never go back nor ahead; a file is kept.
    async fn hak_dan_tanggal(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        let lain = orang(s, "lain@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: w.d.dinsos, instansi: w.d.kab }).await;
        assert!(matches!(hak::jalan(s, &lain, w.id).await, Err(StoreError::TidakDitemukan)));
        assert!(perjalanan::saya(s, &lain).await.unwrap().is_empty());
        assert_eq!(perjalanan::saya(s, &w.d.sekda).await.unwrap().len(), 1);
        let akses = hak::jalan(s, &w.d.sekda, w.id).await.unwrap();
        assert!(akses.pemda().unwrap().kepala_daerah && akses.kementerian().is_err());
        assert!(hak::jalan(s, &w.menteri, w.id).await.unwrap().pemda().is_err());
        let hak = w.pemda().await;
        let berkas = pdf();
        let id = LangkahId::baru();
        let b = |tanggal| DokumenBaru { jenis: D::Kajian, nomor: "", tanggal, catatan: "", berkas: Some(("kajian.pdf", &berkas)) };
        let dok = async |id, tanggal| perjalanan::dokumen_baru(s, Pihak::Pemda(&hak), id, &b(tanggal)).await;
        assert_eq!(karena(dok(id, w.hari().saturating_add(2.days())).await), "mpp-tanggal-mendatang");
        dok(LangkahId::baru(), w.hari().saturating_sub(2.days())).await.unwrap();
        let pusat = w.pusat().await;
        let kemarin = w.hari().saturating_sub(2.days());
        let mundur = perjalanan::maju(s, Pihak::Kementerian(&pusat), LangkahId::baru(), L::VerifikasiFaktual, kemarin, "").await;
        assert_eq!(karena(mundur), "mpp-tanggal-mundur", "a paper may be older than the last step, a step may not");
        dok(id, w.hari()).await.unwrap();
        dok(id, w.hari()).await.unwrap();
        let l = perjalanan::dokumen(s.baca(), w.id, id).await.unwrap();
        assert_eq!((l.berkas.as_str(), l.tipe.as_deref(), l.urut), ("kajian.pdf", Some("application/pdf"), 2));
        let kosong = DokumenBaru { berkas: None, ..b(w.hari()) };
        assert_eq!(karena(perjalanan::dokumen_baru(s, Pihak::Pemda(&hak), LangkahId::baru(), &kosong).await), "mpp-dokumen-isi");
        let salah = DokumenBaru { jenis: D::KeputusanPersetujuan, ..b(w.hari()) };
        assert_eq!(karena(perjalanan::dokumen_baru(s, Pihak::Pemda(&hak), LangkahId::baru(), &salah).await), "mpp-bukan-pihak");
    }

    /// Every input is answered before the forum is published, and its minutes are the journey's document.
    async fn forum_konsultasi(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        let (pemda, pusat) = (w.pemda().await, w.pusat().await);
        let (p, id) = (Pihak::Pemda(&pemda), ForumId::baru());
        let baru = forum::ForumBaru { judul: "Forum", tempat: "Aula", tanggal: w.hari() };
        forum::buat(s, p, id, &baru).await.unwrap();
        assert_eq!(karena(forum::undang(s, Pihak::Kementerian(&pusat), id, "ahli", "X").await), "mpp-bukan-pihak");
        assert_eq!(karena(forum::undang(s, p, id, "siapa", "X").await), "mpp-kelompok");
        for k in layanan::mpp::Kelompok::SEMUA {
            forum::undang(s, p, id, k.kunci(), "Lembaga").await.unwrap();
        }
        assert_eq!(karena(forum::terbitkan(s, p, id).await), "mpp-forum-kurang");
        let berkas = pdf();
        let acara = forum::Acara { nomor: "BA/1", tanggal: w.hari(), nama: "ba.pdf", isi: &berkas };
        assert_eq!(karena(forum::acara(s, p, id, &acara).await), "mpp-forum-belum-laksana");
        forum::laksanakan(s, p, id, w.hari(), 40).await.unwrap();
        let m = MasukanId::baru();
        forum::masukkan(s, p, id, m, "pengguna", "", "Buka sampai sore.").await.unwrap();
        forum::acara(s, p, id, &acara).await.unwrap();
        let r = forum::rinci(s.baca(), w.id, id).await.unwrap();
        assert_eq!(r.kurang("WITA"), [KurangForum::MasukanTanpaJawaban(0), KurangForum::BelumTerbit]);
        assert_eq!(karena(forum::jawab(s, Pihak::Kementerian(&pusat), id, m, "x").await), "mpp-bukan-pihak");
        forum::jawab(s, p, id, m, "Dibuka sampai pukul 16.").await.unwrap();
        assert!(matches!(forum::publik(s, id).await, Err(StoreError::TidakDitemukan)));
        forum::terbitkan(s, p, id).await.unwrap();
        forum::terbitkan(s, p, id).await.unwrap();
        let katalog = store::layanan::katalog(s).await.unwrap();
        let temuan = katalog.cari("forum konsultasi publik", 5);
        assert!(temuan.iter().any(|t| matches!(t, store::layanan::Ditemukan::Forum(f) if f.id == id)), "{temuan:?}");
        let (_, r) = forum::publik(s, id).await.unwrap();
        assert!(r.kurang("WITA").is_empty() && r.masukan[0].jawaban.is_some());
        assert_eq!(karena(forum::masukkan(s, p, id, MasukanId::baru(), "ahli", "", "x").await), "mpp-forum-terbit");
        let j = perjalanan::dari_id(s.baca(), w.id).await.unwrap();
        let ada = perjalanan::lipat(&j, &perjalanan::langkah(s.baca(), w.id).await.unwrap()).unwrap();
        assert!(ada.dokumen().contains_key(&D::BeritaAcaraForum));
        // The ministry's meeting: comments of ministries, answered by the region.
        let rapat = ForumId::baru();
        forum::buat(s, Pihak::Kementerian(&pusat), rapat, &baru).await.unwrap();
        let m = MasukanId::baru();
        assert_eq!(karena(forum::masukkan(s, p, rapat, m, "", "Kemenkumham", "Ruang.").await), "mpp-bukan-pihak");
        forum::masukkan(s, Pihak::Kementerian(&pusat), rapat, m, "", "Kemenkumham", "Ruang.").await.unwrap();
        forum::jawab(s, p, rapat, m, "Disiapkan.").await.unwrap();
        assert_eq!(karena(forum::terbitkan(s, p, rapat).await), "mpp-forum-rapat");
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis IN ('mpp-rapat', 'mpp-masukan')", nilai![]).await.unwrap();
        assert_eq!(kabar, 2);
    }

    /// What was written wrongly is put right before publication; signed minutes close the words, and can be taken back.
    async fn a_forum_is_put_right_before_it_is_published(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        let pemda = w.pemda().await;
        let (p, id) = (Pihak::Pemda(&pemda), ForumId::baru());
        forum::buat(s, p, id, &forum::ForumBaru { judul: "Forum", tempat: "Aula", tanggal: w.hari() }).await.unwrap();
        forum::undang(s, p, id, "ahli", "Univeristas").await.unwrap();
        for k in layanan::mpp::Kelompok::SEMUA {
            forum::undang(s, p, id, k.kunci(), "Lembaga").await.unwrap();
        }
        let isi = async || forum::rinci(s.baca(), w.id, id).await.unwrap();
        let salah = isi().await.undangan[0].id;
        koreksi::hapus_undangan(s, p, id, salah).await.unwrap();
        koreksi::hapus_undangan(s, p, id, salah).await.unwrap();
        assert!(matches!(koreksi::hapus_undangan(s, p, id, uuid::Uuid::now_v7()).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(isi().await.undangan.len(), layanan::mpp::Kelompok::SEMUA.len());
        forum::laksanakan(s, p, id, w.hari(), 40).await.unwrap();
        let (benar, keliru) = (MasukanId::baru(), MasukanId::baru());
        forum::masukkan(s, p, id, benar, "pengguna", "", "Buka sampai sore.").await.unwrap();
        forum::masukkan(s, p, id, keliru, "pengguna", "", "Buka smpai sore.").await.unwrap();
        koreksi::hapus_masukan(s, p, id, keliru).await.unwrap();
        forum::jawab(s, p, id, benar, "Ya").await.unwrap();
        forum::jawab(s, p, id, benar, "Dibuka sampai pukul 16.").await.unwrap();
        let r = isi().await;
        assert_eq!((r.masukan.len(), r.forum.masukan, r.forum.dijawab), (1, 1, 1));
        assert_eq!(r.masukan[0].jawaban.as_deref(), Some("Dibuka sampai pukul 16."));
        let berkas = pdf();
        let acara = |nomor| forum::Acara { nomor, tanggal: w.hari(), nama: "ba.pdf", isi: &berkas };
        forum::acara(s, p, id, &acara("BA/1")).await.unwrap();
        // What was signed is what will be published.
        assert_eq!(karena(forum::undang(s, p, id, "ahli", "Lain").await), "mpp-forum-ada-ba");
        assert_eq!(karena(forum::masukkan(s, p, id, MasukanId::baru(), "ahli", "", "x").await), "mpp-forum-ada-ba");
        assert_eq!(karena(koreksi::hapus_masukan(s, p, id, benar).await), "mpp-forum-ada-ba");
        koreksi::cabut_acara(s, p, id).await.unwrap();
        koreksi::cabut_acara(s, p, id).await.unwrap();
        forum::undang(s, p, id, "ahli", "Lain").await.unwrap();
        forum::acara(s, p, id, &acara("BA/2")).await.unwrap();
        assert_eq!(isi().await.forum.acara_nomor.as_deref(), Some("BA/2"));
        assert!(forum::terbit_semua(s, 10).await.unwrap().is_empty());
        forum::terbitkan(s, p, id).await.unwrap();
        assert_eq!(forum::terbit_semua(s, 10).await.unwrap().len(), 1);
        assert_eq!(karena(koreksi::cabut_acara(s, p, id).await), "mpp-forum-terbit");
        let n = |sql: &'static str| async move { s.baca().angka(sql, nilai![]).await.unwrap() };
        assert_eq!(n("SELECT COUNT(*) AS n FROM mpp_forum_acara_lama").await + n("SELECT COUNT(*) AS n FROM mpp_jawaban_lama").await, 2);
        let aksi = "SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('mpp.undang-hapus', 'mpp.masukan-hapus', 'mpp.jawab-ganti', 'mpp.forum-acara-cabut')";
        assert_eq!(n(aksi).await, 4, "each once");
    }

    /// A template is the office's own, then the ministry's, then the shipped one; two writers of a draft meet.
    async fn naskah_dan_templat(basis: BasisUji) {
        let w = dua(basis, Awal::Kajian).await;
        let s = &w.d.r.store;
        let (pemda, pusat) = (w.pemda().await, w.pusat().await);
        let asal = async || naskah::templat(s.baca(), Some(w.d.kab), "kajian").await.unwrap().asal;
        assert_eq!(asal().await, naskah::Asal::Bawaan);
        let nasional = w.menteri.nasional().unwrap();
        let milik = hak::instansi(s, &w.d.biro, w.d.kab).await.unwrap().pengusul_mpp().unwrap();
        naskah::ubah_templat(s, naskah::PemilikTemplat::Kementerian(&nasional), "kajian", "# A [[nama]]", "Lampiran I").await.unwrap();
        assert_eq!(asal().await, naskah::Asal::Kementerian);
        let n = naskah::satu(s, &pemda.jalan, "kajian").await.unwrap();
        assert_eq!((n.isi.as_str(), n.versi, n.sumber.as_str()), ("# A MPP Uji", 0, "Lampiran I"));
        naskah::ubah_templat(s, naskah::PemilikTemplat::Instansi(&milik), "kajian", "# B", "").await.unwrap();
        assert_eq!(asal().await, naskah::Asal::Instansi);
        naskah::ubah_templat(s, naskah::PemilikTemplat::Instansi(&milik), "kajian", "", "").await.unwrap();
        assert_eq!(asal().await, naskah::Asal::Bawaan);
        let p = Pihak::Pemda(&pemda);
        assert_eq!(naskah::simpan(s, p, "kajian", 0, "Satu").await.unwrap(), 1);
        assert!(matches!(naskah::simpan(s, p, "kajian", 0, "Dua").await, Err(StoreError::Bentrok { versi: 1, .. })));
        assert_eq!(naskah::simpan(s, p, "kajian", 1, "Satu").await.unwrap(), 1);
        let form = "verifikasi-faktual";
        assert!(matches!(naskah::simpan(s, p, form, 0, "x").await, Err(StoreError::Keadaan("mpp-bukan-pihak"))));
        naskah::simpan(s, Pihak::Kementerian(&pusat), form, 0, "x").await.unwrap();
        assert_eq!(naskah::semua(s.baca(), w.id).await.unwrap().len(), 2);
    }

    /// Points in another regency need its agreement; the Menteri is told once the letter is there.
    async fn titik_tambahan(basis: BasisUji) {
        let w = dua(basis, Awal::Beroperasi).await;
        let s = &w.d.r.store;
        let (hak, hari) = (w.pemda().await, w.hari());
        let b = titik::TitikBaru {
            nama: "Pojok Sangatta",
            bentuk: "pojok-pelayanan",
            alamat: "Jalan",
            wilayah: "64.08",
            kesepakatan: "",
            penetapan: ("SK/2", hari),
            surat: None,
            mulai: hari,
        };
        let id = TitikId::baru();
        titik::tambah(s, &hak, id, &b).await.unwrap();
        titik::tambah(s, &hak, id, &b).await.unwrap();
        let lintas = titik::TitikBaru { wilayah: "64.74", surat: Some(("S/3", hari)), ..b };
        assert_eq!(karena(titik::tambah(s, &hak, TitikId::baru(), &lintas).await), "mpp-titik-kesepakatan");
        assert_eq!(karena(titik::tambah(s, &hak, TitikId::baru(), &titik::TitikBaru { wilayah: "64", ..b }).await), "mpp-titik-wilayah");
        titik::tambah(s, &hak, TitikId::baru(), &titik::TitikBaru { kesepakatan: "KB/1", ..lintas }).await.unwrap();
        titik::beri_surat(s, &hak, id, "S/4", hari).await.unwrap();
        assert_eq!(karena(titik::beri_surat(s, &hak, id, "S/5", hari).await), "mpp-sudah-dicatat");
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'mpp-titik'", nilai![]).await.unwrap();
        assert_eq!(kabar, 2);
        // The search finds the mall by its point while that serves.
        let ditemukan = async |tanya: &str| {
            let k = store::layanan::katalog(s).await.unwrap();
            k.cari(tanya, 5).iter().any(|t| matches!(t, store::layanan::Ditemukan::Mal(m) if !m.titik.is_empty()))
        };
        assert!(ditemukan("pojok sangatta").await);
        titik::akhiri(s, &hak, id, "Pindah.").await.unwrap();
        let semua = titik::semua(s.baca(), w.id).await.unwrap();
        assert_eq!(semua.iter().map(|t| t.akhir.is_some()).collect::<Vec<_>>(), [false, true]);
        assert_eq!(perjalanan::publik(s).await.unwrap().len(), 1);
        assert_eq!(karena(perjalanan::hentikan(s, &hak, "x").await), "mpp-sudah-beroperasi");
    }
}
