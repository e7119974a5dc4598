//! A publication as one file: written from the database, proved without it, and refused with its fault named once anything in
//! it was changed.

use super::bangun::{Kasus2, siap};
use pekppp::Nilai;
use std::{
    fs::File,
    io::{Cursor, Read, Write},
};
use store::{
    StoreError, akun,
    diterima::{self, Gagal, Penyerah, Putusan},
    hak,
    hasil::{Isi, KunciTepercaya},
    id::KunciInstalasiId,
    id::{HasilId, LokusId, UnitId},
    kueri::Kueri as _,
    nilai, objek, pekerjaan,
    penerbitan::{
        self, Publik, Terbitan,
        bundel::{Bahan, LampiranBaru, LaporanTerbitan, periksa, tulis},
        versi,
    },
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

async fn nasional(w: &Kasus2) -> hak::Nasional {
    let s = &w.k.r.store;
    let tx = s.mulai().await.unwrap();
    let baru = akun::AkunBaru { nama: "Petugas", surel: "nasional@uji.example", jabatan: "Analis", sandi: None };
    let id = akun::tambah(&tx, None, baru).await.unwrap();
    peran::beri(&tx, None, id, Peran::Nasional, &Lingkup::Instalasi).await.unwrap();
    tx.commit().await.unwrap();
    sesi::tanpa_sesi(s, id).await.unwrap().unwrap().nasional().unwrap()
}

/// A small archive whose manifest is nothing but blanks when it is unpacked.
fn bom() -> Vec<u8> {
    rakit(&vec![("terbitan.json".into(), vec![b' '; 32 << 20]), ("hasil.jsonl".into(), vec![b'\n'; 96 << 20])])
}

type Bagian = Vec<(String, Vec<u8>)>;

/// A published period of five units; the fourth has too few answers, the second and third tie.
pub(super) async fn terbit(basis: BasisUji) -> (Kasus2, Box<Terbitan>, hak::PenanggungjawabPeriode) {
    let w = siap(basis).await;
    let s = &w.k.r.store;
    w.sama().await;
    w.f03(3).await;
    let asli = w.bekukan().await.bundel().unwrap();
    for (no, skor) in [(2, Some(3)), (3, Some(3)), (4, None), (5, Some(5))] {
        tiru(&w, &asli, no, skor).await;
    }
    let sekda = w.sekda().await;
    let hak = hak::periode(s, sekda.pelaku(), w.k.periode).await.unwrap().penanggungjawab().unwrap();
    penerbitan::terbitkan(s, &hak, "Direktur berhalangan").await.unwrap();
    let kode = store::periode::dari_id(s.baca(), w.k.periode).await.unwrap().kode;
    let Publik::Terbit(t) = penerbitan::publik(s, &kode).await.unwrap() else { panic!("not public") };
    (w, t, hak)
}

/// Another unit whose evaluators all gave `skor`; `None`: nobody answered the survey.
pub(super) async fn tiru(w: &Kasus2, asli: &Isi, no: u8, skor: Option<i64>) {
    let s = &w.k.r.store;
    let (unit, lokus, id) = (UnitId::baru(), LokusId::baru(), HasilId::baru());
    let mut isi = asli.clone();
    (isi.id, isi.lokus.kode, isi.unit.kode) = (id, format!("l{no}"), format!("u{no}"));
    (isi.instalasi.kunci, isi.instalasi.kunci_publik) = (s.kunci().publik().id(), hex::encode(s.kunci().publik().bytes()));
    for n in isi.f02.iter_mut().flat_map(|l| l.nilai.values_mut()) {
        *n = Nilai::baru(skor.unwrap_or(4)).unwrap();
    }
    if skor.is_none() {
        (isi.f03.ringkas.responden, isi.f03.ringkas.dipakai, isi.f03.daring) = (0, 0, 0);
        isi.f03.ringkas.jumlah_per_pernyataan.fill(0);
        isi.f03.sebaran.fill([0; 6]);
    }
    let (edisi, _) = edisi_dari(w, &isi).await;
    isi.hasil = pekppp::hitung(&edisi, &isi.masukan()).unwrap();
    let tx = s.mulai().await.unwrap();
    isi.dibekukan = tx.pada.timestamp().to_string();
    let (teks, sidik) = isi.teks().unwrap();
    let tanda = s.kunci().tandai(&store::hasil::pesan(&sidik));
    let h = &isi.hasil;
    let simpan = h.ipp.as_ref().map(|i| i.ipp.simpan());
    let (ipp, urut) = (simpan.as_ref().map(|s| s.pecahan.clone()), simpan.as_ref().map(|s| s.skala));
    let tampil = h.ipp.as_ref().map(|i| i.tampil.clone());
    let kategori = h.ipp.as_ref().map(|i| i.kategori.clone());
    let (f02, f03) = (h.f02.nilai.as_ref().map(ToString::to_string), h.f03.nilai.as_ref().map(ToString::to_string));
    tx.jalankan(
        "INSERT INTO unit (id, kode, instansi_id, nama, jenis, alamat, versi, dibuat) VALUES ($1, $2, $3, $2, 'rsud', '', 1, 1)",
        nilai![unit, isi.unit.kode.as_str(), w.k.kab],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
         VALUES ($1, $2, $3, $4, 'A', 'jasa', 'rsud', 1, 1, $5)",
        nilai![lokus, isi.lokus.kode.as_str(), w.k.periode, unit, w.k.oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        nilai![id, lokus, h.status.kunci(), ipp, urut, tampil, kategori, f02, f03, teks, sidik, tanda, tx.pada, w.k.oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

async fn edisi_dari(w: &Kasus2, isi: &Isi) -> (pekppp::Edisi, String) {
    let teks = store::edisi::teks(&w.k.r.store, &isi.edisi.sidik).await.unwrap();
    (pekppp::Edisi::baca(&teks).unwrap(), teks)
}

pub(super) async fn berkas(w: &Kasus2, t: &Terbitan) -> Vec<u8> {
    let lampiran = [LampiranBaru { nama: "pengumuman.pdf".into(), isi: b"%PDF-1.7 contoh".to_vec() }];
    let b = Bahan { terbitan: t, nomor: 1, alasan: "", sebelumnya: None, lampiran: &lampiran };
    let f = tempfile::NamedTempFile::new().unwrap();
    tulis(&w.k.r.store, &b, f.reopen().unwrap()).await.unwrap();
    let mut isi = Vec::new();
    File::open(f.path()).unwrap().read_to_end(&mut isi).unwrap();
    isi
}

fn urai(zip: &[u8]) -> Bagian {
    let mut z = ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..z.len())
        .map(|n| {
            let mut f = z.by_index(n).unwrap();
            let mut isi = Vec::new();
            f.read_to_end(&mut isi).unwrap();
            (f.name().unwrap().into_owned(), isi)
        })
        .collect()
}

fn rakit(bagian: &Bagian) -> Vec<u8> {
    let mut z = ZipWriter::new(Cursor::new(Vec::new()));
    for (nama, isi) in bagian {
        z.start_file(nama.as_str(), SimpleFileOptions::default()).unwrap();
        z.write_all(isi).unwrap();
    }
    z.finish().unwrap().into_inner()
}

pub(super) fn cek(zip: &[u8], kunci: Option<&[KunciTepercaya]>) -> LaporanTerbitan {
    periksa(Cursor::new(zip), kunci).unwrap()
}

pub(super) fn kode(l: &LaporanTerbitan) -> Vec<&'static str> {
    let mut k: Vec<&str> = l.temuan.iter().map(|t| t.kode).collect();
    k.sort_unstable();
    k.dedup();
    k
}

/// The file with the text of one part changed.
fn ubah(asli: &Bagian, nama: &str, f: impl Fn(String) -> String) -> Vec<u8> {
    let mut b = asli.clone();
    let bagian = b.iter_mut().find(|(n, _)| n.starts_with(nama)).unwrap();
    let lama = String::from_utf8(bagian.1.clone()).unwrap();
    let baru = f(lama.clone());
    assert_ne!(lama, baru, "{nama}: nothing was changed");
    bagian.1 = baru.into_bytes();
    rakit(&b)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Every rank and figure is computed again; the same publication is the same file; the key is asked for.
    async fn utuh(basis: BasisUji) {
        let (w, t, _) = Box::pin(terbit(basis)).await;
        let zip = Box::pin(berkas(&w, &t)).await;
        assert_eq!(zip, Box::pin(berkas(&w, &t)).await);
        let l = cek(&zip, None);
        assert_eq!(kode(&l), Vec::<&str>::new(), "{:?}", l.temuan);
        assert_eq!((l.hasil, l.diperingkat, l.isi.lampiran.len(), l.isi.ilustrasi), (5, 4, 1, true));
        assert_eq!(l.peringatan.len(), 3, "unknown key, an edition of its own, example data: {:?}", l.peringatan);
        let baris = String::from_utf8(urai(&zip).into_iter().find(|(n, _)| n == "hasil.jsonl").unwrap().1).unwrap();
        let tempat: Vec<_> = baris
            .lines()
            .map(|b| serde_json::from_str::<serde_json::Value>(b).unwrap())
            .map(|v| (v["isi"]["lokus"]["kode"].as_str().unwrap().to_owned(), v["tempat"]["peringkat"].as_u64(), v["tempat"]["alasan_tanpa_ba"].clone()))
            .collect();
        let ringkas: Vec<(&str, Option<u64>)> = tempat.iter().map(|(k, p, _)| (k.as_str(), *p)).collect();
        assert_eq!(ringkas, [("l5", Some(1)), ("l", Some(2)), ("l2", Some(3)), ("l3", Some(3)), ("l4", None)]);
        assert!(tempat.iter().all(|x| x.2 == "Direktur berhalangan"));

        let publik = w.k.r.store.kunci().publik();
        let kunci = KunciTepercaya::baru(publik, "Kabupaten");
        assert_eq!(cek(&zip, Some(std::slice::from_ref(&kunci))).pemilik.as_deref(), Some("Kabupaten"));
        let dicabut = KunciTepercaya { dicabut: Some(("2026-11-22".into(), "kunci hilang".into())), ..kunci.clone() };
        let l = cek(&zip, Some(&[dicabut]));
        assert_eq!(kode(&l), ["kunci-dicabut"]);
        assert!(l.temuan[0].pesan.contains("2026-11-22") && l.temuan[0].pesan.contains("kunci hilang"), "{:?}", l.temuan);
        let terikat = |kode: &str| KunciTepercaya { untuk: vec!["11.01".into(), kode.into()], ..kunci.clone() };
        assert_eq!(kode(&cek(&zip, Some(&[terikat(&t.instansi_kode)]))), Vec::<&str>::new());
        assert_eq!(kode(&cek(&zip, Some(&[terikat("99.99")]))), ["kunci-instansi-lain"]);
        let daftar = store::hasil::baca_kunci(&store::hasil::tulis_kunci(&[terikat("99.99")])).unwrap();
        assert_eq!(daftar, [terikat("99.99")], "the published list says for whom a key signs");
        assert_eq!(kode(&cek(&zip, Some(&[KunciTepercaya { dari: "2999-01-01".into(), ..kunci.clone() }]))), ["kunci-di-luar-masa"]);
        assert_eq!(kode(&cek(&zip, Some(&[KunciTepercaya { sampai: "2001-01-01".into(), ..kunci }]))), ["kunci-di-luar-masa"]);
        assert_eq!(kode(&cek(&zip, Some(&[]))), ["kunci-tidak-dikenal"]);
    }

    /// Whatever is changed is named: a digit, an edition, a score, a rank, a line too many or of another period.
    async fn rusak(basis: BasisUji) {
        let (w, t, _) = Box::pin(terbit(basis)).await;
        let asli = urai(&Box::pin(berkas(&w, &t)).await);
        let daftar = |f: &dyn Fn(String) -> String| kode(&cek(&ubah(&asli, "hasil.jsonl", f), None));
        assert_eq!(daftar(&|s| s.replacen("\"tampil\":\"5.00\"", "\"tampil\":\"4.99\"", 1).replacen("\"tampil\":\"4.75\"", "\"tampil\":\"4.76\"", 1)), ["angka", "sidik", "tanda"]);
        let skor = daftar(&|s| s.replacen("\"1.a.Ak\":5", "\"1.a.Ak\":4", 1));
        assert!(["angka", "sidik", "tanda"].iter().all(|k| skor.contains(k)), "{skor:?}");
        let hilang = daftar(&|s| s.replacen("\"1.a.Ak\":5,", "", 1));
        assert!(["angka", "sidik", "tanda"].iter().all(|k| hilang.contains(k)), "a missing score: {hilang:?}");
        let l = cek(&ubah(&asli, "hasil.jsonl", |s| s.replacen("\"peringkat\":3", "\"peringkat\":4", 1)), None);
        let pesan = &l.temuan.iter().find(|t| t.kode == "peringkat").unwrap().pesan;
        assert!(pesan.ends_with("peringkat tertulis 4, dihitung ulang 3"), "{pesan}");
        assert!(daftar(&|s| s.replacen("\"peringkat\":3", "\"peringkat\":null", 1)).contains(&"peringkat"));
        assert!(daftar(&|s| { let b = s.lines().next().unwrap().to_owned(); format!("{b}\n{s}") }).contains(&"peringkat"));
        assert!(daftar(&|s| s.lines().rev().collect::<Vec<_>>().join("\n") + "\n").contains(&"peringkat"));
        assert!(daftar(&|s| s.lines().skip(1).collect::<Vec<_>>().join("\n") + "\n").contains(&"hasil"));
        assert!(daftar(&|s| s.replacen("\"tahun\":2026", "\"tahun\":2025", 1)).contains(&"periode"));
        let edisi = asli.iter().find_map(|(n, _)| n.strip_prefix("edisi/")?.strip_suffix(".toml")).unwrap();
        let lain = "0".repeat(64);
        assert!(daftar(&|s| s.replacen(edisi, &lain, 1)).contains(&"edisi"), "an edition that is not in the file");
        assert_eq!(kode(&cek(&ubah(&asli, "edisi/", |s| s.replacen("0.75", "0.80", 1).replacen("0.25", "0.20", 1)), None)), ["angka", "edisi"]);
        assert_eq!(kode(&cek(&ubah(&asli, "lampiran/", |s| s + "x"), None)), ["lampiran"]);
        assert_eq!(kode(&cek(&ubah(&asli, "terbitan.json", |s| s.replacen("\"nomor\":1", "\"nomor\":2", 1)), None)), ["sidik", "tanda"]);
        let mut lebih = asli.clone();
        lebih.push(("peringkat.csv".into(), b"unit,ipp".to_vec()));
        assert_eq!(kode(&cek(&rakit(&lebih), None)), ["arsip"]);
    }

    /// Each version keeps its file: made by a job, once, from what was frozen then, though a result was annulled meanwhile.
    async fn tiap_versi(basis: BasisUji) {
        let (w, t, hak) = Box::pin(terbit(basis)).await;
        let s = &w.k.r.store;
        let pertama = Box::pin(berkas(&w, &t)).await;

        s.jam().maju(60);
        penerbitan::tarik(s, &hak, "Satu nilai keliru").await.unwrap();
        let lama = store::hasil::hidup(s.baca(), w.biro.lokus.id).await.unwrap().unwrap();
        store::hasil::batalkan(s, &w.biro, lama.id, "Satu nilai keliru", true).await.unwrap();
        s.jam().maju(60);
        w.bekukan().await.bundel().unwrap();
        penerbitan::terbitkan(s, &hak, "Direktur berhalangan").await.unwrap();
        let Publik::Terbit(t2) = penerbitan::publik(s, &t.periode.kode).await.unwrap() else { panic!("not public") };
        assert!(versi::semua(s, &t2).await.unwrap().iter().all(|v| v.objek.is_none()), "no job ran yet");

        let (mut jalan, mut menunggu) = (0, Vec::new());
        while let Some(p) = pekerjaan::ambil(s, &[versi::TERBITAN]).await.unwrap() {
            menunggu.push(p);
        }
        // The second before the first waits; each twice is once.
        menunggu.reverse();
        assert!(matches!(versi::rencana(s, &menunggu[0].isi).await, Err(StoreError::Keadaan("terbitan-menunggu"))));
        for p in menunggu.iter().rev().chain(&menunggu) {
            if let Some(r) = versi::rencana(s, &p.isi).await.unwrap() {
                let lampiran = [LampiranBaru { nama: "pengumuman.pdf".into(), isi: b"%PDF-1.7 contoh".to_vec() }];
                Box::pin(versi::buat(s, &r, &lampiran)).await.unwrap();
                Box::pin(versi::buat(s, &r, &lampiran)).await.unwrap();
                jalan += 1;
            }
        }
        assert_eq!(jalan, 2);
        let v = versi::semua(s, &t2).await.unwrap();
        assert_eq!(v.iter().map(|v| (v.nomor, v.alasan.as_str(), v.hasil)).collect::<Vec<_>>(), [(2, "Satu nilai keliru", Some(5)), (1, "", Some(5))]);
        let isi = |n: i64| objek::baca(s, v.iter().find(|v| v.nomor == n).unwrap().objek.as_ref().unwrap()).unwrap();
        assert_eq!(isi(1), pertama, "what was public then");
        let (satu, dua) = (cek(&isi(1), None), cek(&isi(2), None));
        assert_eq!((kode(&satu), kode(&dua)), (vec![], vec![]), "{:?} {:?}", satu.temuan, dua.temuan);
        assert_eq!((dua.isi.nomor, dua.isi.alasan.as_str(), dua.isi.sebelumnya.as_deref()), (2, "Satu nilai keliru", Some(satu.sidik.as_str())));
        assert_eq!(v[1].sidik.as_deref(), Some(satu.sidik.as_str()));
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'periode.berkas-terbitan'").await, 2);
        assert!(matches!(versi::satu(s, &t2, 3).await, Err(StoreError::TidakDitemukan)));
        // A number beside the file that was changed past the program is not shown, and named.
        for kolom in ["ukuran", "hasil", "diperingkat"] {
            for (tanda, utuh) in [("+", false), ("-", true)] {
                let tx = s.mulai().await.unwrap();
                tx.jalankan(&format!("UPDATE terbitan SET {kolom} = {kolom} {tanda} 1 WHERE nomor = 2"), vec![]).await.unwrap();
                tx.commit().await.unwrap();
                let v = versi::satu(s, &t2, 2).await.unwrap();
                assert_eq!(v.ditahan, !utuh && kolom != "diperingkat", "{kolom}");
                let temuan = store::rawat::periksa(s).await.unwrap().temuan;
                let bernama = temuan.iter().any(|t| t.isi.contains("berkas terbitan 2: angka di sampingnya"));
                assert_eq!(bernama, !utuh, "{kolom}: {temuan:?}");
            }
        }
    }

    /// Handed in elsewhere: received once, later versions only after earlier ones, faults named, the decision made once. (The
    /// key is put into the register by hand here, since a store does not register its own.)
    async fn diserahkan(basis: BasisUji) {
        let (w, t, hak) = Box::pin(terbit(basis)).await;
        let s = &w.k.r.store;
        let satu = Box::pin(berkas(&w, &t)).await;
        let nasional = nasional(&w).await;
        let terima = async |isi: &[u8]| {
            let f = tempfile::NamedTempFile::new_in(s.folder().join("sementara")).unwrap();
            f.as_file().write_all(isi).unwrap();
            diterima::terima(s, &Penyerah::Orang(&nasional), f).await
        };
        let sendiri = terima(&satu).await;
        assert!(matches!(sendiri, Err(Gagal::Store(StoreError::Keadaan("diterima-kunci-sendiri")))), "its own: {sendiri:?}");
        let (kunci, publik) = (KunciInstalasiId::baru(), s.kunci().publik());
        let tx = s.mulai().await.unwrap();
        tx.jalankan(
            "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, sampai, catatan, pada, oleh) VALUES ($1, 'Kabupaten', $2, $3, '2000-01-01', NULL, '', 1, $4)",
            nilai![kunci, publik.id(), publik.bytes().to_vec(), w.k.oleh],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(terima(&satu).await, Err(Gagal::TidakSah(_) | Gagal::Store(_))), "a key that was put in is not believed");
        let isi = store::rawat::periksa(s).await.unwrap().temuan;
        assert!(isi.iter().any(|t| t.isi.contains("kunci terdaftar") && t.isi.contains("tidak dipercaya")), "{isi:?}");
        // As an upgrade marks what stands.
        w.k.sql("ALTER TABLE kunci_instalasi DROP COLUMN tanda", vec![]).await;
        w.k.sql("DELETE FROM migrasi WHERE nama = '0083_kunci_bukti'", vec![]).await;
        w.k.r.buka_lagi().await.tutup().await.unwrap();
        assert!(matches!(terima(&satu[..satu.len() / 2]).await, Err(Gagal::Bukan(_))), "cut off");
        assert!(matches!(terima(&bom()).await, Err(Gagal::Bukan(_))), "a bomb");
        assert_eq!(w.jumlah("terima_terbitan").await, 0);
        let id = terima(&satu).await.unwrap();
        assert_eq!(terima(&satu).await.unwrap(), id, "the same once more");
        assert_eq!((w.jumlah("terima_terbitan").await, w.jumlah("terima_hasil").await), (1, 5));
        let d = diterima::satu(s, &nasional, id).await.unwrap();
        assert_eq!((d.pemilik.as_str(), d.hasil, d.diperingkat, d.menunggu(), d.usang, d.ilustrasi), ("Kabupaten", 5, 4, true, 0, 1));
        let h = diterima::hasil(s, &nasional, id, 0, 10).await.unwrap();
        assert_eq!(h.iter().map(|h| h.peringkat).collect::<Vec<_>>(), [Some(1), Some(2), Some(3), Some(3), None]);
        assert_eq!(objek::baca(s, &d.objek).unwrap(), satu, "as received");

        // A next version makes the first one old; the first one with other bytes comes too late.
        s.jam().maju(60);
        penerbitan::tarik(s, &hak, "x").await.unwrap();
        penerbitan::terbitkan(s, &hak, "Direktur berhalangan").await.unwrap();
        let Publik::Terbit(t2) = penerbitan::publik(s, &t.periode.kode).await.unwrap() else { panic!("not public") };
        let tulis_ = async |nomor: i64, alasan: &'static str| {
            let f = tempfile::NamedTempFile::new().unwrap();
            tulis(s, &Bahan { terbitan: &t2, nomor, alasan, sebelumnya: None, lampiran: &[] }, f.reopen().unwrap()).await.unwrap();
            std::fs::read(f.path()).unwrap()
        };
        let dua = terima(&Box::pin(tulis_(2, "diperbaiki")).await).await.unwrap();
        assert_eq!(diterima::satu(s, &nasional, id).await.unwrap().usang, 1);
        let lama = terima(&Box::pin(tulis_(1, "lain")).await).await;
        assert!(matches!(lama, Err(Gagal::Store(StoreError::Keadaan("diterima-versi-lama")))));
        assert!(matches!(diterima::putuskan(s, &nasional, dua, Putusan::Kembali { alasan: " " }).await, Err(StoreError::Keadaan("alasan-wajib"))));
        diterima::putuskan(s, &nasional, dua, Putusan::Valid).await.unwrap();
        diterima::putuskan(s, &nasional, dua, Putusan::Valid).await.unwrap();
        assert!(matches!(diterima::putuskan(s, &nasional, dua, Putusan::Kembali { alasan: "x" }).await, Err(StoreError::Keadaan("diterima-sudah-diputus"))));
        assert_eq!(diterima::daftar(s, &nasional, 0, 10).await.unwrap().1, 2);
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('terbitan.terima', 'terbitan.putus')").await, 3);

        // Another decision or another file than the log tells of is named; so is a decision that was taken away.
        let temuan = async |sql: &str| {
            let tx = s.mulai().await.unwrap();
            tx.jalankan(sql, nilai![]).await.unwrap();
            tx.commit().await.unwrap();
            store::rawat::periksa(s).await.unwrap().temuan.into_iter().map(|t| t.isi).filter(|t| t.contains("atas berkas terbitan") || t.contains("yang diterima")).collect::<Vec<_>>()
        };
        let bersih = temuan("UPDATE terima_putusan SET jenis = jenis").await;
        assert_eq!(bersih, Vec::<String>::new());
        for (ubah, balik, harap) in [
            ("UPDATE terima_putusan SET jenis = 'kembali'", "UPDATE terima_putusan SET jenis = 'valid'", "putusan atas berkas terbitan"),
            ("UPDATE terima_terbitan SET hasil = hasil + 1", "UPDATE terima_terbitan SET hasil = hasil - 1", "yang diterima"),
        ] {
            let isi = temuan(ubah).await;
            assert!(isi.iter().any(|t| t.contains(harap) && t.contains("bukan yang dicatat")), "{ubah}: {isi:?}");
            assert_eq!(temuan(balik).await, Vec::<String>::new());
        }
        // As an older program left it: what stands at the upgrade is marked, and marked again after a leak of the key.
        w.k.sql("DROP INDEX terima_hasil_instansi", vec![]).await;
        w.k.sql("ALTER TABLE terima_putusan DROP COLUMN tanda", vec![]).await;
        w.k.sql("DELETE FROM migrasi WHERE nama = '0081_terima_bukti'", vec![]).await;
        let baru = w.k.r.buka_lagi().await;
        assert_eq!(diterima::umum(&baru, dua).await.unwrap().id, dua);
        let ganti = store::kunci_instalasi::Ganti { alasan: "tersalin", bocor: true };
        store::kunci_instalasi::ganti(&baru, None, ganti).await.unwrap();
        assert_eq!(diterima::umum(&baru, dua).await.unwrap().id, dua);
        for (sql, harap) in [
            ("UPDATE terima_putusan SET alasan = 'x'", "tidak ditulis lewat program"),
            ("DELETE FROM terima_putusan", "barisnya di tabel terima_putusan hilang"),
        ] {
            let tx = baru.mulai().await.unwrap();
            tx.jalankan(sql, nilai![]).await.unwrap();
            tx.commit().await.unwrap();
            assert!(diterima::umum(&baru, dua).await.is_err(), "{sql}");
            let isi = store::rawat::periksa(&baru).await.unwrap().temuan;
            assert!(isi.iter().any(|t| t.isi.contains(harap)), "{sql}: {isi:?}");
        }
    }

    /// What is no publication is refused in words, whatever it claims to be.
    async fn bukan(basis: BasisUji) {
        let (w, t, _) = Box::pin(terbit(basis)).await;
        let zip = Box::pin(berkas(&w, &t)).await;
        let asli = urai(&zip);
        assert!(periksa(Cursor::new(&zip[..zip.len() / 2]), None).is_err(), "cut off");
        assert!(periksa(Cursor::new(b"{}"), None).is_err());
        for nama in ["terbitan.json", "hasil.jsonl", "edisi/", "lampiran/"] {
            let tanpa: Bagian = asli.iter().filter(|(n, _)| !n.starts_with(nama)).cloned().collect();
            assert!(periksa(Cursor::new(rakit(&tanpa)), None).is_err(), "without {nama}");
        }
        let bom = |nama: &str, isi: Vec<u8>| {
            let mut b = asli.clone();
            b.iter_mut().find(|(n, _)| n == nama).unwrap().1 = isi;
            periksa(Cursor::new(rakit(&b)), None)
        };
        assert!(bom("hasil.jsonl", vec![b' '; 3 << 20]).is_err(), "one endless line");
        assert!(bom("terbitan.json", vec![b' '; 5 << 20]).is_err(), "a manifest of blanks");
        // A few kilobytes: one attachment that unpacks to 80 MB, and a manifest that names it again and again.
        let besar = bom("lampiran/pengumuman.pdf", vec![0; 80 << 20]).map(|l| l.temuan).unwrap_err().to_string();
        assert!(besar.contains("memuai"), "{besar}");
        let lagi = ubah(&asli, "terbitan.json", |s| {
            let (awal, sisa) = s.split_once("\"lampiran\":[").unwrap();
            let (satu, akhir) = sisa.split_once(']').unwrap();
            format!("{awal}\"lampiran\":[{satu},{satu}]{akhir}")
        });
        let lagi = periksa(Cursor::new(lagi), None).map(|l| l.temuan).unwrap_err().to_string();
        assert!(lagi.contains("disebut dua kali"), "{lagi}");

        // A part that is the bytes of another one: unpacked as often as it is named.
        let mut tumpuk = asli.clone();
        tumpuk.push(("lampiran/a.bin".into(), (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_be_bytes()[3]).collect()));
        tumpuk.push(("lampiran/b.bin".into(), b"kecil".to_vec()));
        let mut tumpuk = rakit(&tumpuk);
        let di = |nama: &[u8]| tumpuk.windows(nama.len()).rposition(|w| w == nama).unwrap() - 46;
        let (a, b) = (di(b"lampiran/a.bin"), di(b"lampiran/b.bin"));
        for bagian in [10..28, 42..46] {
            tumpuk.copy_within(a + bagian.start..a + bagian.end, b + bagian.start);
        }
        let l = periksa(Cursor::new(tumpuk), None).map(|l| l.temuan);
        assert!(l.as_ref().is_err_and(|e| e.to_string().contains("bertumpuk")), "{l:?}");

        // Two parts of one name: other programs may well read the other one.
        let mut ganda = asli.clone();
        ganda.push(("hasil.jsonX".into(), b"{}\n".to_vec()));
        let mut ganda = rakit(&ganda);
        while let Some(di) = ganda.windows(11).position(|w| w == b"hasil.jsonX") {
            ganda[di + 10] = b'l';
        }
        let l = periksa(Cursor::new(ganda), None).map(|l| l.temuan);
        assert!(l.as_ref().is_err_and(|e| e.to_string().contains("dua kali")), "{l:?}");
    }
}
