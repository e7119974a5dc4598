//! Schemes: who may open which, what the monitoring scheme leaves out, handing in and validation, copying a period.

use crate::{
    bangun::{JASA, dunia, isi},
    hasil::bangun::siap,
    orang::orang,
};
use store::persiapan::{
    metode::{self, Cara},
    pilih::{self, Saring},
};
use store::{
    StoreError, hak,
    id::{InstansiId, LokusId, PeriodeId, SerahId, SuratId},
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    lokus, nilai,
    peran::{Lingkup, Peran},
    peringkat,
    periode::{self, PeriodeIsi, salin},
    rawat, ronde,
    serah::{self, Putusan, SuratBaru},
};
use testkit::basis::BasisUji;

#[track_caller]
fn keadaan<T: std::fmt::Debug>(h: Result<T, StoreError>, kunci: &str) {
    match h {
        Err(StoreError::Keadaan(k)) => assert_eq!(k, kunci),
        lain => panic!("expected {kunci}, got {lain:?}"),
    }
}

async fn kementerian(s: &store::Store) -> InstansiId {
    let tx = s.mulai().await.unwrap();
    let i = InstansiBaru { kode: "panrb", nama: "Kementerian PANRB", jenis: "kementerian", wilayah: None, zona: "WIB" };
    let id = instansi::tambah(&tx, None, i).await.unwrap();
    tx.commit().await.unwrap();
    id
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A region opens mandiri, not national ones; the ministry opens `khusus` for units anywhere, but no mandiri.
    async fn siapa_membuka(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let kab = d.hak_buka().await;
        for skema in ["nasional", "khusus"] {
            keadaan(periode::buka(s, &kab, PeriodeId::baru(), PeriodeIsi { skema, ..isi("P") }).await, "skema-hanya-nasional");
        }
        let kem = kementerian(s).await;
        let dewi = orang(s, "dewi@panrb.id", Peran::Nasional, Lingkup::Instalasi).await;
        assert!(matches!(hak::instansi(s, &dewi, d.kab).await.unwrap().penyelenggara(), Err(StoreError::Ditolak(_))));
        let hak = hak::instansi(s, &dewi, kem).await.unwrap().penyelenggara().unwrap();
        keadaan(periode::buka(s, &hak, PeriodeId::baru(), isi("P")).await, "skema-hanya-penyelenggara");
        let id = periode::buka(s, &hak, PeriodeId::baru(), PeriodeIsi { skema: "khusus", ..isi("Khusus NTT") }).await.unwrap();
        let hak = hak::periode(s, &dewi, id).await.unwrap().penyelenggara().unwrap();
        let l = lokus::tambah(s, &hak, LokusId::baru(), d.rsud, JASA).await.unwrap();
        assert!(hak::lokus(s, &dewi, l).await.unwrap().penyelenggara().is_ok(), "runs the units of another instansi");
        // The ministry has no organiser of its own: news go to whoever acts for it.
        let rina = orang(s, "rina@panrb.id", Peran::Nasional, Lingkup::Instalasi).await;
        periode::tutup(s, &hak, periode::Fase::Pemeringkatan, "").await.unwrap();
        let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1 AND jenis = 'fase-ditutup'";
        assert_eq!(store::kueri::Kueri::angka(s.baca(), sql, store::nilai![rina.akun]).await.unwrap(), 1);
        // In the kabupaten's own period the ministry reads only.
        let milik_kab = d.periode().await;
        assert!(hak::periode(s, &dewi, milik_kab).await.unwrap().penyelenggara().is_err());
        // And the kabupaten does not run what the ministry holds in its unit.
        assert!(hak::lokus(s, &d.biro, l).await.unwrap().penyelenggara().is_err());
    }

    /// Monitoring takes units that were evaluated before, and nothing can be scored in it.
    async fn pemantauan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let lalu = d.periode().await;
        d.lokus(lalu, d.rsud).await;
        let kab = d.hak_buka().await;
        let id = periode::buka(s, &kab, PeriodeId::baru(), PeriodeIsi { skema: "pemantauan", ..isi("Pantau") }).await.unwrap();
        let hak = d.penyelenggara(id).await;
        let (pilihan, n) = instansi::unit_untuk_lokus(s, &hak, "").await.unwrap();
        assert_eq!((pilihan.len(), n, pilihan[0].id), (1, 1, d.rsud), "only the unit that was evaluated is offered");
        keadaan(lokus::tambah(s, &hak, LokusId::baru(), d.dinsos, JASA).await, "lokus-belum-pernah");
        // Choosing many at once knows the same units.
        let (calon, n) = pilih::halaman(s, &hak, &Saring::default(), 0, 25).await.unwrap();
        assert_eq!((calon.len(), n, calon[0].unit.id), (1, 1, d.rsud));
        keadaan(pilih::tambah(s, &hak, &[d.rsud, d.dinsos], JASA).await, "lokus-belum-pernah");
        let l = lokus::tambah(s, &hak, LokusId::baru(), d.rsud, JASA).await.unwrap();
        let akses = hak::periode(s, &d.biro, id).await.unwrap();
        keadaan(akses.dinilai().map(|_| ()), "skema-tanpa-penilaian");
        let hak = hak::lokus(s, &d.biro, l).await.unwrap();
        keadaan(ronde::buka(s, &hak.pengelola_f03().unwrap()).await, "skema-tanpa-penilaian");
        let tahan = store::hasil::bekukan(s, &hak.penyelenggara().unwrap(), store::id::HasilId::baru()).await;
        keadaan(tahan, "skema-tanpa-penilaian");
    }

    /// What waits for the organiser waits for who acts for the ministry, where a ministry holds the period for the nation.
    async fn kementerian_diberi_tugas(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        let dewi = orang(s, "dewi@panrb.id", Peran::Nasional, Lingkup::Instalasi).await;
        assert!(store::beranda::penilaian_selesai(s, &dewi).await.unwrap().unit.is_empty(), "the kabupaten's own");
        w.k.sql("UPDATE periode SET skema = 'nasional'", vec![]).await;
        assert!(store::beranda::penilaian_selesai(s, &dewi).await.unwrap().unit.is_empty(), "no ministry holds it");
        w.k.sql("UPDATE instansi SET jenis = 'kementerian'", vec![]).await;
        assert_eq!(store::beranda::penilaian_selesai(s, &dewi).await.unwrap().unit.len(), 1);
        assert!(dewi.mengatur(w.biro.lokus.penyelenggara_id, "kementerian", "nasional"));
        assert!(!dewi.mengatur(w.biro.lokus.penyelenggara_id, "kementerian", "mandiri"));
    }

    /// Handed in, confirmed, returned, handed in again, validated; a result frozen later is provisional again.
    async fn penyerahan(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let biro = w.biro.pelaku().clone();
        let hak = hak::periode(s, &biro, w.k.periode).await.unwrap();
        let (mengatur, pembaca) = (hak.penyelenggara().unwrap(), hak.pembaca());
        let sekda = w.sekda().await;
        let jawab = hak::periode(s, sekda.pelaku(), w.k.periode).await.unwrap().penanggungjawab().unwrap();
        let dewi = orang(s, "dewi@panrb.id", Peran::Nasional, Lingkup::Instalasi).await.nasional().unwrap();
        assert!(biro.nasional().is_err());

        let satu = SerahId::baru();
        keadaan(serah::serahkan(s, &mengatur, satu, "").await, "serah-tanpa-hasil");
        w.sama().await;
        w.f03(3).await;
        let beku = w.bekukan().await;
        let terutang = async || {
            let t = serah::terutang(s, &[w.k.kab]).await.unwrap();
            t.iter().map(|t| (t.periode_id, t.jumlah)).collect::<Vec<_>>()
        };
        assert_eq!(terutang().await, [], "the period still goes on");
        periode::tutup(s, &mengatur, periode::Fase::Pemeringkatan, "").await.unwrap();
        assert_eq!(terutang().await, [(w.k.periode, 1)], "a task of the organiser");
        assert_eq!(serah::terutang(s, &[]).await.unwrap(), []);
        periode::buka_kembali(s, &mengatur, periode::Fase::Pemeringkatan, "lanjut").await.unwrap();
        assert_eq!(terutang().await, []);
        periode::tutup(s, &mengatur, periode::Fase::Pemeringkatan, "").await.unwrap();
        serah::serahkan(s, &mengatur, satu, "Laporan 2026").await.unwrap();
        serah::serahkan(s, &mengatur, satu, "Laporan 2026").await.unwrap();
        // The file for the ministry is a publication that holds what was handed in.
        let terbitan = async |jenis: &str, pada: store::Waktu| {
            let sql = "INSERT INTO penerbitan (id, periode_id, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, '', $4, $5)";
            w.k.sql(sql, nilai![store::id::baru(), w.k.periode, jenis, pada, w.biro.pelaku().akun]).await;
            serah::terbit_semua(s, satu).await.unwrap()
        };
        assert!(!terbitan("terbit", store::Waktu(1)).await, "frozen after it");
        assert!(terbitan("terbit", beku.pada).await && !terbitan("tarik", beku.pada).await);
        w.k.sql("DELETE FROM penerbitan", nilai![]).await;
        keadaan(serah::serahkan(s, &mengatur, SerahId::baru(), "").await, "serah-menunggu");
        let terakhir = async || {
            let t = serah::terakhir(s, &[w.k.kab]).await.unwrap();
            t.iter().map(|t| (t.belum_diterima(), t.kembali())).collect::<Vec<_>>()
        };
        assert_eq!(terakhir().await, [(true, false)], "a task of who answers for it");
        assert_eq!(serah::terutang(s, &[w.k.kab]).await.unwrap(), [], "the ministry has it");
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'serah-baru'").await, 2, "sekda and ministry");
        serah::terima(s, &jawab, satu).await.unwrap();
        serah::terima(s, &jawab, satu).await.unwrap();
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'serah.terima'").await, 1);
        assert_eq!(terakhir().await, [(false, false)], "it waits for the ministry");
        let (antre, menunggu, semua) = serah::antrean(s, &dewi, 0, 10).await.unwrap();
        assert_eq!((antre.len(), menunggu, semua, antre[0].jumlah), (1, 1, 1, 1));

        keadaan(serah::putuskan(s, &dewi, w.k.periode, satu, Putusan::Kembali { alasan: " " }).await, "alasan-wajib");
        serah::putuskan(s, &dewi, w.k.periode, satu, Putusan::Kembali { alasan: "Bukti F03 kurang" }).await.unwrap();
        keadaan(serah::putuskan(s, &dewi, w.k.periode, satu, Putusan::Valid).await, "serah-sudah-diputus");
        assert!(!serah::divalidasi(s.baca(), beku.id).await.unwrap());
        assert_eq!(terakhir().await, [(false, true)], "a task of the organiser");
        assert_eq!(terutang().await, [], "named once, as what came back");

        let dua = SerahId::baru();
        serah::serahkan(s, &mengatur, dua, "Diperbaiki").await.unwrap();
        serah::putuskan(s, &dewi, w.k.periode, dua, Putusan::Valid).await.unwrap();
        assert!(serah::divalidasi(s.baca(), beku.id).await.unwrap());
        assert!(peringkat::periode(s, &pembaca).await.unwrap().divalidasi());
        keadaan(serah::serahkan(s, &mengatur, SerahId::baru(), "").await, "serah-tidak-ada-baru");
        assert_eq!(terutang().await, []);
        let r = serah::riwayat(s, &pembaca).await.unwrap();
        assert_eq!(r.iter().map(|x| (x.nomor, x.putusan.as_deref())).collect::<Vec<_>>(), [(2, Some("valid")), (1, Some("kembali"))]);

        // Annulled and frozen again: another result, which nobody validated.
        store::hasil::batalkan(s, &w.biro, beku.id, "keliru", false).await.unwrap();
        let baru = w.bekukan().await;
        assert!(!serah::divalidasi(s.baca(), baru.id).await.unwrap());
        assert_eq!(terutang().await, [(w.k.periode, 1)], "frozen after the hand-in");
        assert!(!peringkat::periode(s, &pembaca).await.unwrap().divalidasi());
        let tiga = SerahId::baru();
        serah::serahkan(s, &mengatur, tiga, "").await.unwrap();
        store::hasil::batalkan(s, &w.biro, baru.id, "keliru lagi", false).await.unwrap();
        keadaan(serah::putuskan(s, &dewi, w.k.periode, tiga, Putusan::Valid).await, "serah-ada-batal");
        assert_eq!(serah::unit(s, tiga).await.unwrap()[0].batal, 1);
        let audit = "SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'serah.%' AND rincian NOT LIKE '%Bukti F03%'";
        assert_eq!(w.k.hitung(audit).await, 6, "every step is audited, without the words");
    }

    /// Where nobody of the ministry works the organiser enters its letter: returned, taken back, valid; with an account of the ministry he cannot.
    async fn surat_kementerian(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let hak = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap();
        let (mengatur, pembaca) = (hak.penyelenggara().unwrap(), hak.pembaca());
        w.sama().await;
        w.f03(3).await;
        let beku = w.bekukan().await;
        let satu = SerahId::baru();
        w.sekda().await;
        serah::serahkan(s, &mengatur, satu, "").await.unwrap();
        assert!(!serah::kementerian_di_sini(s).await.unwrap());

        let hari = s.sekarang().hari("WIB");
        let berkas = store::objek::simpan(s, b"%PDF-1.7\nisi\nstartxref\n9\n%%EOF\n").unwrap();
        let surat = |putusan, tanggal| SuratBaru {
            id: SuratId::baru(),
            putusan,
            nomor: "B/12/PP.01/2026",
            tanggal,
            pejabat: "Asisten Deputi",
            berkas: Some((&berkas, "surat.pdf")),
            lebih_tua: false,
        };
        keadaan(serah::catat_surat(s, &mengatur, satu, surat(Putusan::Kembali { alasan: " " }, hari)).await, "alasan-wajib");
        let besok = hari.tomorrow().unwrap().tomorrow().unwrap();
        keadaan(serah::catat_surat(s, &mengatur, satu, surat(Putusan::Valid, besok)).await, "serah-surat-mendatang");
        let kemarin = hari.yesterday().unwrap();
        keadaan(serah::catat_surat(s, &mengatur, satu, surat(Putusan::Valid, kemarin)).await, "serah-surat-mendahului");
        let kembali = surat(Putusan::Kembali { alasan: "Bukti F03 kurang" }, hari);
        serah::catat_surat(s, &mengatur, satu, kembali).await.unwrap();
        serah::catat_surat(s, &mengatur, satu, kembali).await.unwrap();
        let r = serah::riwayat(s, &pembaca).await.unwrap();
        assert_eq!((r[0].putusan.as_deref(), r[0].putusan_alasan.as_deref()), (Some("kembali"), Some("Bukti F03 kurang")));
        assert_eq!((r[0].surat, r[0].surat_pejabat.as_deref()), (Some(kembali.id), Some("Asisten Deputi")));
        assert!(serah::terakhir(s, &[w.k.kab]).await.unwrap()[0].kembali());
        keadaan(serah::catat_surat(s, &mengatur, satu, surat(Putusan::Valid, hari)).await, "serah-sudah-diputus");

        // Entered wrongly: taken back with a reason, and the right letter counts.
        keadaan(serah::tarik_surat(s, &mengatur, kembali.id, "").await, "alasan-wajib");
        serah::tarik_surat(s, &mengatur, kembali.id, "salah baca").await.unwrap();
        serah::tarik_surat(s, &mengatur, kembali.id, "salah baca").await.unwrap();
        assert!(serah::riwayat(s, &pembaca).await.unwrap()[0].menunggu());
        keadaan(serah::catat_surat(s, &mengatur, satu, kembali).await, "serah-surat-lagi");
        let ditarik = serah::surat_ditarik(s, &pembaca).await.unwrap();
        let isi = ditarik.iter().map(|w| (w.id, w.serah, w.valid(), w.alasan.as_str(), w.berkas.as_deref(), w.tarik_alasan.as_str()));
        assert_eq!(isi.collect::<Vec<_>>(), [(kembali.id, 1, false, "Bukti F03 kurang", Some("surat.pdf"), "salah baca")]);
        assert!(!serah::divalidasi(s.baca(), beku.id).await.unwrap());
        let valid = surat(Putusan::Valid, hari);
        serah::catat_surat(s, &mengatur, satu, valid).await.unwrap();
        assert!(serah::divalidasi(s.baca(), beku.id).await.unwrap());
        assert!(peringkat::periode(s, &pembaca).await.unwrap().divalidasi());
        assert_eq!(serah::terutang(s, &[w.k.kab]).await.unwrap(), []);
        keadaan(serah::serahkan(s, &mengatur, SerahId::baru(), "").await, "serah-tidak-ada-baru");
        let dasar = serah::dasar_surat(s, w.k.periode, Some(beku.id)).await.unwrap();
        assert_eq!(dasar.iter().map(|d| d.nomor.as_str()).collect::<Vec<_>>(), ["B/12/PP.01/2026"]);
        assert_eq!(serah::dasar_surat(s, w.k.periode, None).await.unwrap(), dasar);
        assert_eq!(serah::berkas_surat(s, &pembaca, valid.id).await.unwrap().1, "surat.pdf");

        // Taken back, the figures are provisional again; somebody of the ministry decides from now on.
        serah::tarik_surat(s, &mengatur, valid.id, "surat untuk kabupaten lain").await.unwrap();
        assert!(!serah::divalidasi(s.baca(), beku.id).await.unwrap());
        assert!(!peringkat::periode(s, &pembaca).await.unwrap().divalidasi());
        assert_eq!(serah::dasar_surat(s, w.k.periode, None).await.unwrap(), []);
        assert_eq!(serah::surat_ditarik(s, &pembaca).await.unwrap().len(), 2);
        let kabar = |jenis: &str| format!("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = '{jenis}' AND isi LIKE '%\"sebab\":\"penanggungjawab\"%'");
        let (tarik, masuk) = (w.k.hitung(&kabar("serah-surat-tarik")).await, w.k.hitung(&kabar("serah-valid")).await);
        assert_eq!((tarik, masuk), (2, 1), "who was told of each letter is told that it was taken back, once");
        let dewi = orang(s, "dewi@panrb.id", Peran::Nasional, Lingkup::Instalasi).await.nasional().unwrap();
        keadaan(serah::catat_surat(s, &mengatur, satu, surat(Putusan::Valid, hari)).await, "serah-kementerian-di-sini");
        serah::putuskan(s, &dewi, w.k.periode, satu, Putusan::Valid).await.unwrap();
        assert!(serah::divalidasi(s.baca(), beku.id).await.unwrap());
        let r = serah::riwayat(s, &pembaca).await.unwrap();
        assert_eq!((r.len(), r[0].surat, r[0].valid()), (1, None, true));
        let audit = "SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'serah.surat%' AND rincian NOT LIKE '%Bukti F03%' AND rincian NOT LIKE '%B/12%'";
        assert_eq!(w.k.hitung(audit).await, 4, "two entered, two taken back, without the words");

        // `prima check` names a letter, its withdrawal or a decision that somebody changed, put in or took away past the program.
        let temuan = async || {
            let semua = rawat::periksa(s).await.unwrap().temuan;
            semua.into_iter().map(|t| t.isi).filter(|t| t.contains("kementerian")).collect::<Vec<_>>()
        };
        assert_eq!(temuan().await, Vec::<String>::new());
        for (ubah, balik, harap) in [
            ("SET tanggal = '2026-01-01'", "SET tanggal = '2026-03-02'", "bukan yang dicatat"),
            ("SET nomor = nomor || '~'", "SET nomor = REPLACE(nomor, '~', '')", "bukan yang dicatat"),
            ("SET pejabat = pejabat || '~'", "SET pejabat = REPLACE(pejabat, '~', '')", "bukan yang dicatat"),
        ] {
            w.k.sql(&format!("UPDATE serah_mandiri_surat {ubah}"), vec![]).await;
            let t = temuan().await;
            assert!(t.len() == 2 && t.iter().all(|t| t.contains(harap)), "{ubah}: {t:?}");
            w.k.sql(&format!("UPDATE serah_mandiri_surat {balik}"), vec![]).await;
            assert_eq!(temuan().await, Vec::<String>::new(), "{balik}");
        }
        w.k.sql("UPDATE serah_mandiri_putusan SET alasan = 'x'", vec![]).await;
        assert_eq!(temuan().await.len(), 1);
        w.k.sql("DELETE FROM serah_mandiri_surat_tarik", vec![]).await;
        let t = temuan().await;
        assert_eq!(t.iter().filter(|t| t.contains("barisnya di tabel serah_mandiri_surat_tarik hilang")).count(), 2, "{t:?}");
        w.k.sql("INSERT INTO serah_mandiri_surat SELECT $1, serah_id, 'valid', nomor, tanggal, pejabat, '', NULL, NULL, pada, oleh FROM serah_mandiri_surat WHERE id = $2", nilai![SuratId::baru(), valid.id]).await;
        let t = temuan().await;
        assert_eq!(t.iter().filter(|t| t.contains("pencatatannya tidak ada dalam log audit")).count(), 1, "{t:?}");
    }

    /// A result annulled while its hand-in waits: the corrected one is handed in at once, and the letter about the first still counts for the first.
    async fn diserahkan_lagi(basis: BasisUji) {
        let w = siap(basis).await;
        let s = &w.k.r.store;
        let hak = hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap();
        let (mengatur, pembaca) = (hak.penyelenggara().unwrap(), hak.pembaca());
        w.sama().await;
        w.f03(3).await;
        let beku = w.bekukan().await;
        let (satu, dua) = (SerahId::baru(), SerahId::baru());
        serah::serahkan(s, &mengatur, satu, "").await.unwrap();
        keadaan(serah::serahkan(s, &mengatur, dua, "").await, "serah-menunggu");
        store::hasil::batalkan(s, &w.biro, beku.id, "keliru", false).await.unwrap();
        let terakhir = async || serah::terakhir(s, &[w.k.kab]).await.unwrap().remove(0);
        let t = terakhir().await;
        assert!(t.usang() && t.belum_beku == 1, "a task of the organiser: {t:?}");
        keadaan(serah::serahkan(s, &mengatur, dua, "").await, "serah-beku-dahulu");
        let baru = w.bekukan().await;
        let t = terakhir().await;
        assert!(t.usang() && t.belum_beku == 0, "it is frozen again, and only to be handed in: {t:?}");
        serah::serahkan(s, &mengatur, dua, "").await.unwrap();
        keadaan(serah::serahkan(s, &mengatur, SerahId::baru(), "").await, "serah-menunggu");
        let r = serah::riwayat(s, &pembaca).await.unwrap();
        let isi = r.iter().map(|x| (x.nomor, x.menunggu(), x.digantikan(), x.batal));
        assert_eq!(isi.collect::<Vec<_>>(), [(2, true, false, 0), (1, false, true, 1)]);
        assert!(!serah::terakhir(s, &[w.k.kab]).await.unwrap()[0].usang());

        // Handed in at an hour of the night that is the next day in the east: the letter's day is Jakarta's.
        let hari = s.sekarang().hari("WIB");
        let malam = hari.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(7))).unwrap().timestamp().as_microsecond() - 3_600_000_000;
        w.k.sql("UPDATE instansi SET zona = 'WIT'", vec![]).await;
        w.k.sql("UPDATE serah_mandiri SET pada = $1 WHERE id = $2", nilai![malam, satu]).await;
        let surat = |tanggal| SuratBaru { id: SuratId::baru(), putusan: Putusan::Valid, nomor: "B/1", tanggal, pejabat: "Deputi", berkas: None, lebih_tua: false };
        serah::catat_surat(s, &mengatur, satu, surat(hari.yesterday().unwrap())).await.unwrap();
        assert!(!serah::divalidasi(s.baca(), baru.id).await.unwrap(), "the letter speaks of the first hand-in only");
        serah::catat_surat(s, &mengatur, dua, surat(hari)).await.unwrap();
        assert!(serah::divalidasi(s.baca(), baru.id).await.unwrap());
    }

    /// The structure comes along, the work does not.
    async fn salinan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let lalu = d.periode().await;
        d.lokus(lalu, d.rsud).await;
        d.lokus(lalu, d.dinsos).await;
        let lama = lokus::milik_periode(s.baca(), lalu).await.unwrap().into_iter().find(|l| l.unit_id == d.rsud).unwrap().id;
        for (dokumen, wawancara) in [(Cara::Luring, Cara::Tidak), (Cara::Daring, Cara::Luring)] {
            metode::pilih(s, &d.penyelenggara(lalu).await, &[lama], dokumen, wawancara, "bersama tim").await.unwrap();
        }
        periode::tutup(s, &d.penyelenggara(lalu).await, periode::Fase::Persiapan, "").await.unwrap();
        let dari = hak::periode(s, &d.biro, lalu).await.unwrap().pembaca();
        let (h, id) = (d.hak_buka().await, PeriodeId::baru());
        let baru = PeriodeIsi { tahun: 2027, ..isi("PEKPPP 2027") };
        keadaan(salin::salin(s, &h, &dari, id, baru, &[]).await, "salin-tanpa-unit");
        salin::salin(s, &h, &dari, id, baru, &[d.rsud]).await.unwrap();
        salin::salin(s, &h, &dari, id, baru, &[d.rsud]).await.unwrap();
        let l = lokus::milik_periode(s.baca(), id).await.unwrap();
        assert_eq!(l.iter().map(|l| (l.unit_id, l.kategori.as_str(), l.cakupan.as_str())).collect::<Vec<_>>(), [(d.rsud, "RSUD", "jasa")]);
        assert_eq!(salin::asal(s.baca(), id).await.unwrap().unwrap().id, lalu);
        let m = metode::satu(s.baca(), l[0].id).await.unwrap().unwrap();
        assert_eq!((m.dokumen.as_str(), m.wawancara.as_str(), m.catatan.as_str()), ("daring", "luring", "bersama tim"), "the newest method");
        assert!(periode::fase_semua(s.baca(), id).await.unwrap().iter().all(|f| !f.tertutup()), "nothing is copied as done");
        // Spellings that were mixed in the old period are not mixed in the new one.
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE lokus SET kategori = ' rsud' WHERE periode_id = $1 AND unit_id = $2", store::nilai![lalu, d.dinsos]).await.unwrap();
        tx.commit().await.unwrap();
        let dua = PeriodeId::baru();
        salin::salin(s, &h, &dari, dua, PeriodeIsi { tahun: 2028, ..isi("PEKPPP 2028") }, &[d.rsud, d.dinsos]).await.unwrap();
        assert_eq!(lokus::kategori(s, dua).await.unwrap(), ["RSUD"]);
        // A failing copy leaves no half of a period.
        let kosong = PeriodeId::baru();
        let tanpa_a = PeriodeIsi { edisi_a: None, edisi_b: None, ..baru };
        keadaan(salin::salin(s, &h, &dari, kosong, tanpa_a, &[d.rsud]).await, "edisi-wajib");
        assert!(periode::dari_id(s.baca(), kosong).await.is_err());
    }
}
