//! Stories lie sealed; a copy gives nothing early or infected; a person is found without his code, and who wants to stay unknown is not.

use crate::{
    orang::orang,
    permohonan::{Dunia, dunia, gambar},
};
use layanan::{konsultasi::Cara, pengaduan::Samaran};
use sea_orm::FromQueryResult;
use store::{
    Jam, Store, StoreError, Sumber, cadangan,
    gerbang::{Perkara, Saluran, kontak},
    hak::{self, Admin},
    id::PermohonanId,
    identitas, konsultasi,
    kueri::Kueri,
    nilai, objek,
    pdp::{
        Jenis, Subjek,
        cari::{self, Tanda},
        permintaan::{self, Macam, Putusan},
        salinan,
    },
    pengaduan::{self, Baru, Tujuan},
    peran::{Lingkup, Peran},
    permohonan::{self, dokumen},
    pindai::{self, Putusan as Pindaian},
    rawat,
};
use testkit::basis::BasisUji;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Teks {
    t: String,
}

async fn mentah(s: &Store, kolom: &str, tabel: &str) -> Vec<String> {
    let sql = format!("SELECT {kolom} AS t FROM {tabel} WHERE {kolom} <> ''");
    s.baca().semua::<Teks>(&sql, nilai![]).await.unwrap().into_iter().map(|t| t.t).collect()
}

async fn admin(s: &Store) -> Admin {
    orang(s, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap()
}

async fn lapor(d: &Dunia, kiriman: &str, samaran: Samaran, pelanggaran: bool) -> String {
    let b = Baru { samaran, pelanggaran, ..baru(d, kiriman) };
    pengaduan::kirim(&d.m.d.r.store, &b).await.unwrap()
}

fn baru<'a>(d: &Dunia, kiriman: &'a str) -> Baru<'a> {
    let tujuan = Tujuan { instansi: d.m.d.kab, unit: Some(d.m.d.rsud), layanan: None };
    Baru {
        tempat: "Rumah Bu Rini",
        nama: "Sari",
        surel: "Sari@contoh.id",
        ilustrasi: true,
        ..Baru::polos(kiriman, tujuan, "Antrean lama", "Bu Rini di loket meminta uang.")
    }
}

async fn bertanya(d: &Dunia) -> String {
    let b = konsultasi::Baru {
        kiriman: "0123456789abcdef-q",
        unit: d.m.d.rsud,
        layanan: None,
        cara: Cara::Pesan,
        topik: "Rujukan",
        isi: "Anak saya Dewi sakit.",
        nama: "Sari",
        surel: "",
        telepon: "0812 3456 7890",
        bahasa: "id",
        waktu: None,
        ilustrasi: true,
    };
    konsultasi::ajukan(&d.m.d.r.store, &b).await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn stories_are_sealed(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let penghubung = orang(s, "penghubung@kab.id", Peran::Penghubung, Lingkup::Instansi(d.m.d.kab)).await;
        let kode = lapor(&d, "0123456789abcdef-1", Samaran::default(), false).await;
        let id = pengaduan::dari_kode(s.baca(), &kode).await.unwrap().id;
        let h = hak::aduan(s, &penghubung, id).await.unwrap().penghubung().unwrap();
        let isi = pengaduan::Isi { teks: "Siapa namanya, Bu Sari?", catatan: "Rini lagi.", ..pengaduan::Isi::default() };
        pengaduan::minta_lengkapi(s, &h, Uuid::now_v7(), isi).await.unwrap();
        let tanya = bertanya(&d).await;
        let w = konsultasi::Tulis { op: Uuid::now_v7(), langkah: layanan::konsultasi::Langkah::Pesan(layanan::konsultasi::Pihak::Pemohon), teks: "Dewi demam." };
        konsultasi::tanggapi(s, &tanya, w).await.unwrap();
        let semua = [("judul", "pengaduan"), ("topik", "konsultasi"), ("isi", "pengaduan"), ("tempat", "pengaduan"), ("teks", "pengaduan_langkah"), ("catatan", "pengaduan_langkah"), ("isi", "konsultasi"), ("teks", "konsultasi_langkah")];
        for (kolom, tabel) in semua {
            let m = mentah(s, kolom, tabel).await;
            assert!(!m.is_empty() && m.iter().all(|t| t.starts_with("~1:")), "{tabel}.{kolom}: {m:?}");
        }
        // Titles are found all the same, by any part of them, and by the number.
        let kotak = hak::kotak_aduan(s, &penghubung).await.unwrap();
        let cari = async |kata: &str| {
            let (b, j) = pengaduan::kotak(s, &kotak, pengaduan::Saring::Semua, kata, 0, 10).await.unwrap();
            assert_eq!((i64::try_from(b.len()).unwrap(), j.terpotong), (j.semua, 0));
            b.into_iter().map(|b| b.judul.clone()).collect::<Vec<_>>()
        };
        let judul = cari("").await;
        assert_eq!(judul.len(), 1);
        let potong: String = judul[0].to_uppercase().chars().skip(1).take(4).collect();
        assert_eq!((cari(&potong).await, cari("0001").await, cari("tidak ada begitu").await), (judul.clone(), judul.clone(), Vec::new()));
        // Rows of an older program open as they are, and are sealed by the next look.
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE pengaduan SET isi = 'Cerita lama', judul = 'Judul lama'", nilai![]).await.unwrap();
        tx.jalankan("DELETE FROM identitas_usai", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        let muat = async || pengaduan::muat(s, pengaduan::dari_id(s.baca(), id).await.unwrap()).await.unwrap();
        assert_eq!(muat().await.isi, "Cerita lama");
        assert_eq!(identitas::lanjutkan(s).await.unwrap(), 1);
        let m = muat().await;
        assert!(mentah(s, "isi", "pengaduan").await[0].starts_with("~1:"));
        assert_eq!((m.judul.as_str(), cari("judul LAMA").await.len()), ("Judul lama", 1));
        assert_eq!((m.isi.as_str(), m.tempat.as_str(), m.langkah[0].1.teks.as_str()), ("Cerita lama", "Rumah Bu Rini", "Siapa namanya, Bu Sari?"));
        assert_eq!(m.langkah[0].1.catatan, "Rini lagi.");
        assert!(!format!("{m:?}").contains("~1:"));
        let q = konsultasi::dari_kode(s.baca(), &tanya).await.unwrap();
        let q = konsultasi::muat(s.baca(), s.kunci(), q, s.sekarang()).await.unwrap();
        assert_eq!((q.isi.as_str(), q.teks), ("Anak saya Dewi sakit.", vec!["Dewi demam.".to_owned()]));
        let c = format!("{:?}", salinan::buat(s, &Subjek::dari_kode(s, &kode).await.unwrap()).await.unwrap().bagian);
        assert!(c.contains("Cerita lama") && c.contains("Siapa namanya") && !c.contains("Rini lagi") && !c.contains("~1:"), "{c}");
    }

    /// What lies on the disk shows nothing; it opens in its row, also under another key of the installation; files of before follow.
    async fn files_of_reports_are_sealed(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        s.pasang_karantina(true);
        orang(s, "penghubung@kab.id", Peran::Penghubung, Lingkup::Instansi(d.m.d.kab)).await;
        let pdf = || store::berkas::periksa(b"%PDF-1.4\n% Bu Rini\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF".to_vec()).unwrap();
        let dua = [("a.pdf".to_owned(), pdf()), ("b.pdf".to_owned(), pdf())];
        let kirim = async |kiriman| pengaduan::kirim(s, &Baru { lampiran: &dua, ..baru(&d, kiriman) }).await;
        let kode = kirim("0123456789abcdef-1").await.unwrap();
        let id = pengaduan::dari_kode(s.baca(), &kode).await.unwrap().id;
        let lampiran = async || pengaduan::muat(s, pengaduan::dari_id(s.baca(), id).await.unwrap()).await.unwrap().lampiran;
        let semua = lampiran().await;
        let isi = pdf().isi().to_vec();
        assert_ne!(semua[0].objek, semua[1].objek, "the same file twice cannot be told to be the same");
        for l in &semua {
            assert!(!objek::baca(s, &l.objek).unwrap().windows(4).any(|w| w == b"Rini" || w == b"%PDF"));
            assert_eq!((l.isi(s).unwrap(), identitas::buka_objek(s, &l.objek).await.unwrap()), (isi.clone(), isi.clone()));
        }
        for kolom in ["kunci", "nama"] {
            assert!(mentah(s, kolom, "pengaduan_lampiran").await.iter().all(|t| t.starts_with("~1:")), "{kolom}");
        }
        assert_eq!(semua[0].nama, "a.pdf");

        // Whoever writes the database makes a file of one row open in no other.
        let pindah = "UPDATE pengaduan_lampiran SET objek = $1, kunci = (SELECT kunci FROM pengaduan_lampiran WHERE id = $2) WHERE id = $3";
        let tx = s.mulai().await.unwrap();
        tx.jalankan(pindah, nilai![semua[0].objek.as_str(), semua[0].id, semua[1].id]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(lampiran().await[1].isi(s), Err(StoreError::Rusak(_))));

        // A file of an older program, which the scanner judged.
        let polos = objek::simpan(s, &isi).unwrap();
        let tx = s.mulai().await.unwrap();
        objek::catat(&tx, &polos, "application/pdf").await.unwrap();
        tx.jalankan("UPDATE pengaduan_lampiran SET objek = $1, kunci = NULL WHERE id = $2", nilai![polos.sidik.as_str(), semua[1].id]).await.unwrap();
        tx.jalankan("UPDATE objek_pindai SET keadaan = 'bersih' WHERE sidik = $1", nilai![polos.sidik.as_str()]).await.unwrap();
        tx.jalankan("DELETE FROM identitas_usai", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(lampiran().await[1].isi(s).unwrap(), isi);
        assert_eq!(identitas::lanjutkan(s).await.unwrap(), 1);
        let baru_ = lampiran().await.remove(1);
        assert!(baru_.objek != polos.sidik && baru_.isi(s).unwrap() == isi && baru_.pindai.is_none(), "sealed, and as clean as before");
        assert!(rawat::periksa(s).await.unwrap().sah());

        // Another key of the installation: no file is written again.
        identitas::ganti(s).await.unwrap();
        assert!(identitas::lanjutkan(s).await.unwrap() >= 2);
        let kini = lampiran().await;
        assert_eq!((kini[0].objek.as_str(), kini[1].objek.as_str()), (semua[0].objek.as_str(), baru_.objek.as_str()));
        assert!(kini.iter().all(|l| l.isi(s).unwrap() == isi));

        // Found infected, it is refused however it would look sealed.
        pindai::ingat_isi(s, &polos.sidik, "Uji").await.unwrap();
        assert!(kirim("0123456789abcdef-2").await.is_ok(), "judged clean before: the first word stays");
        let lain = store::berkas::periksa(b"%PDF-1.4\n% lain\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF".to_vec()).unwrap();
        pindai::ingat_isi(s, &store::sidik_hex(lain.isi()), "Uji").await.unwrap();
        let b = Baru { lampiran: &[("c.pdf".to_owned(), lain)], ..baru(&d, "0123456789abcdef-3") };
        assert!(matches!(pengaduan::kirim(s, &b).await, Err(StoreError::Keadaan("berkas-terinfeksi"))));
    }

    /// The same of papers of a case, the letter made from it, and what officers wrote in it.
    async fn papers_of_cases_are_sealed(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let (o, isi) = (d.pengolah(p.id).await, gambar().isi().to_vec());
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::proses(s, &o, 2).await.unwrap();
        permohonan::setujui(s, &o, 3).await.unwrap();
        permohonan::catat(s, &d.loket(p.id).await, Uuid::now_v7(), "Ibu Sari menelepon").await.unwrap();
        let id = Uuid::now_v7();
        let cetak = dokumen::Cetakan { id, kode: "abcd2345efgh", nomor: "470/1", teks: "Diberikan", pdf: b"%PDF-1.4 Sari" };
        dokumen::terbitkan(s, &o, &cetak).await.unwrap();
        dokumen::terbitkan(s, &o, &cetak).await.unwrap();
        permohonan::siap(s, &o, 4, "Untuk Ibu Sari").await.unwrap();
        let surat = async || dokumen::milik(s.baca(), p.id).await.unwrap().remove(0);
        let masuk = async || permohonan::berkas(s, p.id).await.unwrap().remove(0);
        assert_eq!((surat().await.isi(s).await.unwrap(), masuk().await.isi(s).unwrap()), (b"%PDF-1.4 Sari".to_vec(), isi.clone()));
        let semua = [("kunci", "permohonan_berkas"), ("nama", "permohonan_berkas"), ("kunci", "permohonan_dokumen"), ("isi", "permohonan_catatan"), ("alasan", "permohonan_peristiwa")];
        for (kolom, tabel) in semua {
            let m = mentah(s, kolom, tabel).await;
            assert!(!m.is_empty() && m.iter().all(|t| t.starts_with("~1:")), "{tabel}.{kolom}: {m:?}");
        }
        for tabel in ["permohonan_berkas", "permohonan_dokumen"] {
            let sidik = mentah(s, "objek", tabel).await.remove(0);
            assert!(!objek::baca(s, &sidik).unwrap().windows(4).any(|w| w == b"%PDF" || w == b"Sari"), "{tabel}");
        }
        assert_eq!((permohonan::catatan(s, p.id).await.unwrap()[0].isi.as_str(), masuk().await.nama.as_str()), ("Ibu Sari menelepon", "script_.pdf"));
        assert_eq!(permohonan::riwayat(s, p.id).await.unwrap().last().unwrap().alasan, "Untuk Ibu Sari");
        assert_eq!(surat().await.cetak, store::sidik_hex(b"%PDF-1.4 Sari"), "who compares a file compares with what was printed");

        // An older program left all of it as it came; the next look seals it, and each file is found in its new place.
        let tx = s.mulai().await.unwrap();
        for (tabel, isi, lain) in [("permohonan_berkas", isi.as_slice(), ", nama = 'KK Sari.pdf'"), ("permohonan_dokumen", b"%PDF-1.4 lama", ", cetak = ''")] {
            let polos = objek::simpan(s, isi).unwrap();
            objek::catat_cetak(&tx, &polos, "application/pdf").await.unwrap();
            tx.jalankan(&format!("UPDATE {tabel} SET kunci = NULL, objek = $1{lain}"), nilai![polos.sidik.as_str()]).await.unwrap();
        }
        tx.jalankan("UPDATE permohonan_catatan SET isi = 'Catatan lama'", nilai![]).await.unwrap();
        tx.jalankan("DELETE FROM identitas_usai", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((masuk().await.isi(s).unwrap(), masuk().await.nama), (isi.clone(), "KK Sari.pdf".to_owned()));
        assert_eq!((surat().await.cetak, surat().await.isi(s).await.unwrap()), (store::sidik_hex(b"%PDF-1.4 lama"), b"%PDF-1.4 lama".to_vec()));
        assert!(identitas::lanjutkan(s).await.unwrap() >= 4);
        let utuh = async |s: &Store| {
            let (berkas, surat) = (permohonan::berkas(s, p.id).await.unwrap().remove(0), dokumen::milik(s.baca(), p.id).await.unwrap().remove(0));
            assert!(!objek::baca(s, &berkas.objek).unwrap().windows(4).any(|w| w == b"%PDF"));
            assert_eq!((berkas.isi(s).unwrap(), berkas.nama.as_str(), surat.cetak.as_str()), (isi.clone(), "KK Sari.pdf", store::sidik_hex(b"%PDF-1.4 lama").as_str()));
            assert_eq!((surat.isi(s).await.unwrap(), permohonan::catatan(s, p.id).await.unwrap()[0].isi.as_str()), (b"%PDF-1.4 lama".to_vec(), "Catatan lama"));
            // Nobody seals the log in this test.
            let temuan: Vec<_> = rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| t.bagian != "audit").collect();
            assert!(temuan.is_empty(), "{temuan:?}");
        };
        utuh(s).await;
        assert!(!mentah(s, "nama", "permohonan_berkas").await[0].contains("Sari"));

        // Another key, and a backup that is restored elsewhere with it.
        identitas::ganti(s).await.unwrap();
        assert!(identitas::lanjutkan(s).await.unwrap() >= 3);
        utuh(s).await;
        let tmp = tempfile::tempdir().unwrap();
        let file = tmp.path().join("a.prima");
        cadangan::cadangkan(s, &file, cadangan::Opsi { program: "uji", tanpa_kunci: false, penerima: None }).await.unwrap();
        let baru = tmp.path().join("baru");
        cadangan::pulihkan(&file, &baru, &Sumber::Sqlite).await.unwrap();
        let lain = Store::buka(&baru, &Sumber::Sqlite, Jam::default()).await.unwrap();
        utuh(&lain).await;
        // Values under a key that is in no file here are told: else a restore with the keys of another time looks whole.
        let tx = lain.mulai().await.unwrap();
        tx.jalankan("UPDATE permohonan_catatan SET isi = '~1:00000000:AAAA'", nilai![]).await.unwrap();
        tx.commit().await.unwrap();
        let temuan: Vec<_> = rawat::periksa(&lain).await.unwrap().temuan.into_iter().filter(|t| t.bagian == "segel").collect();
        assert!(temuan.len() == 1 && temuan[0].isi.starts_with("permohonan_catatan.isi: 1 "), "{temuan:?}");
        lain.tutup().await.unwrap();
    }

    /// The letter is handed over on the page of the case, which ends it; a file that the scanner holds back is in no copy.
    async fn a_copy_gives_nothing_early_or_infected(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        s.pasang_karantina(true);
        let p = d.satu().await;
        let sub = Subjek::dari_kode(s, &p.kode).await.unwrap();
        let c = salinan::buat(s, &sub).await.unwrap();
        assert_eq!((c.berkas.len(), c.ditahan.len()), (0, 1), "the scanner has not seen it");
        let t = pindai::ambil(s).await.unwrap().unwrap();
        pindai::putuskan(s, &t, &Pindaian::Bersih).await.unwrap();
        assert_eq!(salinan::buat(s, &sub).await.unwrap().berkas.len(), 1);

        let o = d.pengolah(p.id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::proses(s, &o, 2).await.unwrap();
        permohonan::setujui(s, &o, 3).await.unwrap();
        let cetak = dokumen::Cetakan { id: Uuid::now_v7(), kode: "abcd2345efgh", nomor: "470/1", teks: "Diberikan", pdf: b"%PDF-1.4 surat" };
        dokumen::terbitkan(s, &o, &cetak).await.unwrap();
        permohonan::siap(s, &o, 4, "Unduh.").await.unwrap();
        let c = salinan::buat(s, &sub).await.unwrap();
        assert_eq!(c.berkas.len(), 1, "approved, but not handed over");
        assert!(!c.bagian.iter().any(|b| b.tabel == "permohonan_dokumen"));
        dokumen::ambil_sendiri(s, &p.kode).await.unwrap();
        let c = salinan::buat(s, &sub).await.unwrap();
        assert!(c.berkas.len() == 2 && identitas::buka_objek(s, &c.berkas[1].objek).await.unwrap() == b"%PDF-1.4 surat" && c.bagian.iter().any(|b| b.tabel == "permohonan_dokumen"));
    }

    /// By NIK in an answer, by number, by address; not who reports without a name or about wrongdoing.
    async fn a_person_is_found_without_the_code(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        orang(s, "penghubung@kab.id", Peran::Penghubung, Lingkup::Instansi(d.m.d.kab)).await;
        let p = d.kirim(PermohonanId::baru(), &[("anak".into(), "6408 0112 3456 0001".into())], &[("kk", &gambar())]).await.unwrap();
        d.satu().await;
        kontak::pilih(s, Perkara::Permohonan, p.id.0, Saluran::Wa, "+62 812-3456-7890", "id").await.unwrap();
        let terang = lapor(&d, "0123456789abcdef-1", Samaran::default(), false).await;
        let anonim = lapor(&d, "0123456789abcdef-2", Samaran { anonim: true, rahasia: false }, false).await;
        let pelanggaran = lapor(&d, "0123456789abcdef-3", Samaran::default(), true).await;
        bertanya(&d).await;
        let cari = async |teks: &str| {
            let h = cari::cari(s, &a, &Tanda::urai(teks).unwrap(), None).await.unwrap();
            assert!(h.lanjut.is_none() && h.tertutup == 0);
            h.temuan.into_iter().map(|t| (t.jenis, t.id)).collect::<Vec<_>>()
        };
        let laporan = pengaduan::dari_kode(s.baca(), &terang).await.unwrap().id.0;
        assert_eq!(cari("6408011234560001").await, [(Jenis::Permohonan, p.id.0)]);
        assert_eq!(cari("sari@contoh.id").await, [(Jenis::Pengaduan, laporan)]);
        assert_eq!(cari("0812 3456 7890").await.iter().map(|t| t.0).collect::<Vec<_>>(), [Jenis::Permohonan, Jenis::Konsultasi]);
        assert!(cari("081234567899").await.is_empty() && cari("6408011234560002").await.is_empty());
        let log = mentah(s, "rincian", "audit").await.into_iter().filter(|r| r.contains("temuan")).collect::<Vec<_>>();
        assert_eq!(log.len(), 5);
        for rahasia in ["6408011234560001", "contoh.id", "081234567890"] {
            let n = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pdp.cari' AND (rincian LIKE $1 OR objek_id LIKE $1)";
            assert_eq!(s.baca().angka(n, nilai![format!("%{rahasia}%")]).await.unwrap(), 0, "{rahasia}");
        }
        // What he asks for is filed and decided as any other request; erased, it is found no more.
        let sub = Subjek { jenis: Jenis::Permohonan, id: p.id.0, kode: String::new() };
        let id = Uuid::now_v7();
        let asing = Subjek { id: Uuid::now_v7(), ..sub.clone() };
        assert!(matches!(permintaan::ajukan_untuk(s, &a, &asing, id, Macam::Hapus, "KTP diperiksa").await, Err(StoreError::TidakDitemukan)));
        for kode in [anonim, pelanggaran] {
            let laporan = Subjek { kode: String::new(), ..Subjek::dari_kode(s, &kode).await.unwrap() };
            let e = permintaan::ajukan_untuk(s, &a, &laporan, id, Macam::Hapus, "Nomornya ada di catatan audit").await;
            assert!(matches!(e, Err(StoreError::TidakDitemukan)), "only its code speaks for whoever sent it");
        }
        permintaan::ajukan_untuk(s, &a, &sub, id, Macam::Hapus, "KTP diperiksa di loket").await.unwrap();
        permohonan::batalkan(s, &p.kode, p.versi, "").await.unwrap();
        let kabul = Putusan { kabul: true, dasar: "Pasal 8 UU 27/2022", alasan: "Diminta" };
        assert!(matches!(permintaan::putuskan(s, &a, id, kabul).await, Err(StoreError::Keadaan("pdp-pengaju"))), "nobody erases alone");
        let b = orang(s, "admin2@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
        permintaan::putuskan(s, &b, id, kabul).await.unwrap();
        assert!(cari("6408011234560001").await.is_empty());
    }
}
