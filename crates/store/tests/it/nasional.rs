//! The national board: only what is published, exact order, interval from the counts, last year beside this one.

use crate::{
    bangun::{Dunia, dunia, isi},
    orang::orang,
};
use store::{
    StoreError, diterima,
    id::{HasilId, KunciInstalasiId, LokusId, PeriodeId, TerimaId},
    kueri::Kueri,
    nasional::{self, Saring, bahan, konsep, laporan, rekap},
    nilai, objek, penerbitan,
    peran::{Lingkup, Peran},
    periode,
};
use testkit::basis::BasisUji;

/// A frozen result as a row; `rentang` in ten-thousandths.
async fn beku(d: &Dunia, lokus: LokusId, ipp: &str, rentang: Option<(i64, i64)>) {
    let (id, p) = (HasilId::baru(), ipp.parse::<pekppp::Pecahan>().unwrap());
    let tx = d.r.store.mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, 'complete', $3, NULL, $4, 'A-', '4', '4', '{}', 'x', $5, $6, $7)",
        nilai![id, lokus, ipp, p.tampil(2), vec![0_u8], tx.pada, d.biro.akun],
    )
    .await
    .unwrap();
    if let Some((a, b)) = rentang {
        tx.jalankan("INSERT INTO hasil_rentang (hasil_id, bawah, atas) VALUES ($1, $2, $3)", nilai![id, a, b]).await.unwrap();
    }
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(&d.r.store, lokus).await;
}

async fn tahun(d: &Dunia, tahun: i16) -> PeriodeId {
    let nama = format!("PEKPPP {tahun}");
    let p = periode::PeriodeIsi { tahun: tahun.into(), ..isi(&nama) };
    periode::buka(&d.r.store, &d.hak_buka().await, PeriodeId::baru(), p).await.unwrap()
}

async fn terbit(d: &Dunia, p: PeriodeId) {
    penerbitan::terbitkan(&d.r.store, &d.penanggungjawab(p).await, "Uji tanpa berita acara").await.unwrap();
}

fn naskah<'a>(
    id: uuid::Uuid,
    urut: i64,
    edisi: &'a str,
    pdf: &'a objek::Tersimpan,
    xlsx: &'a objek::Tersimpan,
) -> laporan::LaporanBaru<'a> {
    let (kode, alasan) = if urut == 1 { ("lapnas", None) } else { ("lapnas2", Some("Tiga kabupaten menyusul")) };
    laporan::LaporanBaru { id, kode, tahun: 2026, skema: "mandiri", edisi, nomor: "B/7", urut, alasan, isi: "{}", pdf, xlsx }
}

/// Marks the decisions that a test wrote itself, as an upgrade does.
async fn tandai(d: &Dunia) {
    let tx = d.r.store.mulai().await.unwrap();
    for sql in [
        "DROP INDEX terima_hasil_instansi",
        "ALTER TABLE terima_putusan DROP COLUMN tanda",
        "DELETE FROM migrasi WHERE nama = '0081_terima_bukti'",
    ] {
        tx.jalankan(sql, nilai![]).await.unwrap();
    }
    tx.commit().await.unwrap();
    d.r.buka_lagi().await.tutup().await.unwrap();
}

/// Publications of other installations: the newest of a period counts, its figures only once it is valid.
async fn diterima(d: &Dunia, hak: &rekap::Nasional) {
    let s = &d.r.store;
    let (tx, berkas) = (s.mulai().await.unwrap(), objek::simpan(s, b"zip").unwrap());
    objek::catat(&tx, &berkas, "application/zip").await.unwrap();
    let kunci = KunciInstalasiId::baru();
    let sql = "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh) VALUES ($1, 'Kota', 'k', $2, '2026-01-01', '', $3, $4)";
    tx.jalankan(sql, nilai![kunci, vec![0_u8], tx.pada, d.biro.akun]).await.unwrap();
    let mut id = Vec::new();
    for (n, (periode, nomor)) in [("P-1", 1), ("P-1", 2), ("P-2", 1)].into_iter().enumerate() {
        let t = TerimaId::baru();
        let sql = "INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,
             diperingkat, sidik, objek, ukuran, pada) VALUES ($1, $2, '64.74', 'Kota Bontang', $3, $3, 2026, 'mandiri', $4, 0, 4, 3, $5, $6, 3, $7)";
        tx.jalankan(sql, nilai![t, kunci, periode, i64::from(nomor), format!("s{n}"), berkas.sidik.as_str(), tx.pada]).await.unwrap();
        for (urut, (tampil, kategori)) in
            (1_i64..).zip([(Some("4.73"), Some("A")), (Some("3.97"), Some("B")), (Some("3.60"), Some("B")), (None, None)])
        {
            let sql = "INSERT INTO terima_hasil (terima_id, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, tampil, kategori,
                 status, sidik) VALUES ($1, $2, 'l', 'u', 'U', '64.74', 'Kota Bontang', 'RSUD', $3, $4, 'complete', 'x')";
            tx.jalankan(sql, nilai![t, urut, tampil, kategori]).await.unwrap();
        }
        id.push(t);
    }
    for t in &id[..2] {
        let sql = "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, 'valid', '', $2, $3)";
        tx.jalankan(sql, nilai![*t, tx.pada, d.biro.akun]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let n = bahan::diterima(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!((n.periode, n.sah, n.menunggu), (2, 1, 1));
    assert!(bahan::dari_lain(s, hak, 2026, "mandiri").await.unwrap().is_empty(), "decisions that were put in count nowhere");
    tandai(d).await;
    let semua = bahan::dari_lain(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!(semua.len(), 1, "neither the older version nor what waits");
    let satu = &semua[0];
    assert_eq!((satu.periode.as_str(), satu.nomor, satu.unit, satu.ilustrasi), ("P-1", 2, 4, false));
    assert_eq!(satu.kategori, [("A".to_owned(), 1), ("B".to_owned(), 2)]);
    assert_eq!(satu.rentang, Some(("4.73".to_owned(), "3.60".to_owned())));
    assert!(bahan::dari_lain(s, hak, 2025, "mandiri").await.unwrap().is_empty());
    // Its key is revoked after the decision: it counts as before, and is said.
    assert_eq!((n.dicabut, satu.dicabut), (0, false));
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO kunci_cabut (kunci_id, alasan, pada, oleh) VALUES ($1, 'Server dicuri', $2, $3)";
    tx.jalankan(sql, nilai![kunci, tx.pada, d.biro.akun]).await.unwrap();
    // The corrected version comes under the owner's new key and waits: what is valid still counts, once it is valid the old one does not.
    let baru = KunciInstalasiId::baru();
    let sql = "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh) VALUES ($1, 'Kota', 'k2', $2, '2026-01-01', '', $3, $4)";
    tx.jalankan(sql, nilai![baru, vec![1_u8], tx.pada, d.biro.akun]).await.unwrap();
    let t = TerimaId::baru();
    let sql = "INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,
         diperingkat, sidik, objek, ukuran, pada) VALUES ($1, $2, '64.74', 'Kota Bontang', 'P-1', 'P-1', 2026, 'mandiri', 3, 0, 4, 3, 's9', $3, 3, $4)";
    tx.jalankan(sql, nilai![t, baru, berkas.sidik.as_str(), tx.pada]).await.unwrap();
    tx.commit().await.unwrap();
    let n = bahan::diterima(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!((n.periode, n.sah, n.menunggu, n.dicabut), (2, 1, 2, 1));
    let semua = bahan::dari_lain(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!(semua.iter().map(|x| (x.nomor, x.dicabut)).collect::<Vec<_>>(), [(2, true)]);
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, 'valid', '', $2, $3)";
    tx.jalankan(sql, nilai![t, tx.pada, d.biro.akun]).await.unwrap();
    tx.commit().await.unwrap();
    tandai(d).await;
    let semua = bahan::dari_lain(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!(semua.iter().map(|x| (x.nomor, x.dicabut)).collect::<Vec<_>>(), [(3, false)]);
    assert_eq!(bahan::diterima(s, hak, 2026, "mandiri").await.unwrap().dicabut, 0);
    // The validation is taken back: nothing of the period counts, the older version does not return.
    let petugas = orang(s, "validasi@uji.id", Peran::Nasional, Lingkup::Instalasi).await.nasional().unwrap();
    assert!(matches!(diterima::tarik(s, &petugas, t, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
    assert!(matches!(diterima::tarik(s, &petugas, id[2], "x").await, Err(StoreError::Keadaan("diterima-belum-valid"))));
    for _ in 0..2 {
        diterima::tarik(s, &petugas, t, "Nilainya diketik ulang").await.unwrap();
    }
    assert!(bahan::dari_lain(s, hak, 2026, "mandiri").await.unwrap().is_empty());
    let n = bahan::diterima(s, hak, 2026, "mandiri").await.unwrap();
    assert_eq!((n.sah, n.ditarik, n.menunggu), (0, 1, 1));
    let d = diterima::satu(s, &petugas, t).await.unwrap();
    assert!(!d.valid() && !d.menunggu() && d.tarik_alasan.as_deref() == Some("Nilainya diketik ulang"));
    assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'terbitan.tarik'", nilai![]).await.unwrap(), 1);
}

/// A validated publication of the office with this code, of these units.
async fn berkas(d: &Dunia, instansi: &str, (periode, nomor): (&str, i64), unit: &[&str]) -> TerimaId {
    let s = &d.r.store;
    let (tx, berkas, t) = (s.mulai().await.unwrap(), objek::simpan(s, b"zip").unwrap(), TerimaId::baru());
    objek::catat(&tx, &berkas, "application/zip").await.unwrap();
    let kunci = KunciInstalasiId::baru();
    let sql = "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh) VALUES ($1, $5, $6, $2, '2026-01-01', '', $3, $4)";
    let publik = kunci.0.as_bytes().to_vec();
    tx.jalankan(sql, nilai![kunci, publik, tx.pada, d.biro.akun, instansi, kunci.to_string()]).await.unwrap();
    let sql =
        "INSERT INTO terima_terbitan (id, kunci_id, instansi_kode, instansi, periode_kode, periode, tahun, skema, nomor, ilustrasi, hasil,
         diperingkat, sidik, objek, ukuran, pada, tanda) VALUES ($1, $2, $3, $3, $4, $4, 2026, 'mandiri', $5, 0, 1, 1, $6, $7, 3, $8, $9)";
    let sidik = berkas.sidik.as_str();
    tx.jalankan(sql, nilai![t, kunci, instansi, periode, nomor, t.to_string(), sidik, tx.pada, vec![0_u8]]).await.unwrap();
    for (urut, kode) in (1_i64..).zip(unit) {
        let sql =
            "INSERT INTO terima_hasil (terima_id, urut, lokus_kode, unit_kode, unit, instansi_kode, instansi, kelompok, tampil, kategori,
             status, sidik) VALUES ($1, $2, 'l', $3, $3, $4, $4, 'RSUD', '4.00', 'A-', 'complete', 'x')";
        tx.jalankan(sql, nilai![t, urut, *kode, instansi]).await.unwrap();
    }
    let sql = "INSERT INTO terima_putusan (terima_id, jenis, alasan, pada, oleh) VALUES ($1, 'valid', '', $2, $3)";
    tx.jalankan(sql, nilai![t, tx.pada, d.biro.akun]).await.unwrap();
    tx.commit().await.unwrap();
    tandai(d).await;
    t
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Counts by province and scope, and a report that is made, submitted, received: each once, in this order.
    async fn rekap_dan_laporan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        assert!(matches!(rekap::nasional(&d.biro), Err(StoreError::Ditolak("nasional"))));
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        assert!(rekap::tahun(s, &hak).await.unwrap().is_empty());
        let p = tahun(&d, 2026).await;
        beku(&d, d.lokus(p, d.rsud).await, "4", None).await;
        d.lokus(p, d.dinsos).await;
        let angka = |b: &rekap::Baris| (b.provinsi.clone(), b.cakupan.clone(), b.instansi, b.lokus, b.beku, b.terbit);
        let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!(r.iter().map(angka).collect::<Vec<_>>(), [("64".into(), "jasa".into(), 1, 2, 1, 0)]);
        terbit(&d, p).await;
        let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!((r[0].beku, r[0].terbit), (1, 1));

        let id = store::id::baru();
        let (pdf, xlsx) = (objek::simpan(s, b"pdf").unwrap(), objek::simpan(s, b"xlsx").unwrap());
        for _ in 0..2 {
            laporan::tambah(s, &hak, naskah(id, 1, &r[0].edisi, &pdf, &xlsx)).await.unwrap();
        }
        assert_eq!(laporan::daftar(s, &hak).await.unwrap().len(), 1, "twice is once");
        let siapa = ("Menteri", "Menteri PANRB");
        let dini = laporan::terima(s, &hak, id, siapa, "2026-12-02").await;
        assert!(matches!(dini, Err(StoreError::Keadaan("laporan-belum-dikirim"))));
        laporan::kirim(s, &hak, id, "B/1/2026", "2026-12-01").await.unwrap();
        assert!(matches!(laporan::kirim(s, &hak, id, "x", "y").await, Err(StoreError::Keadaan("laporan-sudah-dikirim"))));
        laporan::terima(s, &hak, id, siapa, "2026-12-02").await.unwrap();
        assert!(matches!(laporan::terima(s, &hak, id, siapa, "y").await, Err(StoreError::Keadaan("laporan-sudah-diterima"))));
        let l = laporan::dari_id(s, &hak, id).await.unwrap();
        assert_eq!((l.kirim_nomor.as_deref(), l.terima_nama.as_deref()), (Some("B/1/2026"), Some("Menteri")));

        // Another version takes its place; both stay, and only the newest may be submitted.
        let kedua = store::id::baru();
        assert_eq!(laporan::berikut(s, &hak, 2026, "mandiri").await.unwrap(), 2);
        let lama = laporan::tambah(s, &hak, naskah(kedua, 1, &r[0].edisi, &pdf, &xlsx)).await;
        assert!(lama.is_err(), "the code and the version are taken");
        let tanpa = laporan::LaporanBaru { alasan: None, ..naskah(kedua, 2, &r[0].edisi, &pdf, &xlsx) };
        assert!(matches!(laporan::tambah(s, &hak, tanpa).await, Err(StoreError::Keadaan("laporan-alasan"))));
        laporan::tambah(s, &hak, naskah(kedua, 2, &r[0].edisi, &pdf, &xlsx)).await.unwrap();
        let semua = laporan::daftar(s, &hak).await.unwrap();
        assert_eq!(semua.iter().map(|l| (l.urut, l.diganti)).collect::<Vec<_>>(), [(2, None), (1, Some(2))]);
        assert_eq!(laporan::dari_kode(s, "LAP-NAS 2").await.unwrap().id, kedua);
        let ketiga = store::id::baru();
        let b = laporan::LaporanBaru { kode: "lapnas3", ..naskah(ketiga, 3, &r[0].edisi, &pdf, &xlsx) };
        laporan::tambah(s, &hak, b).await.unwrap();
        assert!(matches!(laporan::kirim(s, &hak, kedua, "x", "2026-12-01").await, Err(StoreError::Keadaan("laporan-sudah-diganti"))));
        laporan::kirim(s, &hak, ketiga, "B/2", "2026-12-05").await.unwrap();
        assert!(matches!(laporan::terima(s, &hak, ketiga, siapa, "2026-12-04").await, Err(StoreError::Keadaan("laporan-terima-dini"))));

        let (isi, sah) = laporan::isi(s, &laporan::dari_id(s, &hak, kedua).await.unwrap()).await.unwrap();
        assert_eq!((isi.as_str(), sah), ("{}", true));
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE laporan_nasional SET isi = '[]' WHERE id = $1", nilai![kedua]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!laporan::isi(s, &laporan::dari_id(s, &hak, kedua).await.unwrap()).await.unwrap().1, "a changed figure shows");
    }

    /// Own words are kept version by version; a stale one is told who saved meanwhile.
    async fn konsep_laporan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        assert_eq!(konsep::baca(s, &hak, 2026, "nasional").await.unwrap(), None);
        let isi = konsep::Isi { simpulan: "Membaik".into(), ..konsep::Isi::default() };
        assert_eq!(konsep::simpan(s, &hak, 2026, "nasional", 0, &isi).await.unwrap(), 1);
        assert_eq!(konsep::simpan(s, &hak, 2026, "nasional", 0, &isi).await.unwrap(), 1, "the same text changes nothing");
        let lain = konsep::Isi { simpulan: "Memburuk".into(), ..isi.clone() };
        let basi = konsep::simpan(s, &hak, 2026, "nasional", 0, &lain).await;
        assert!(matches!(basi, Err(StoreError::Bentrok { versi: 1, oleh, .. }) if oleh == hak.pelaku().akun.0));
        assert_eq!(konsep::simpan(s, &hak, 2026, "nasional", 1, &lain).await.unwrap(), 2);
        assert_eq!(konsep::baca(s, &hak, 2026, "nasional").await.unwrap().unwrap().simpulan, "Memburuk");
        assert_eq!(konsep::baca(s, &hak, 2026, "mandiri").await.unwrap(), None, "another scheme is another report");
    }

    /// A unit that several publications name counts once, by its code and that of its instansi; another office's unit may bear the same code.
    async fn satu_unit_sekali(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        let p = tahun(&d, 2026).await;
        d.lokus(p, d.rsud).await;
        let lokus = async || rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap().iter().map(|b| b.lokus).sum::<i64>();
        assert_eq!(lokus().await, 1);
        // Two offices whose units are named as ours; and the one of ours that we evaluate here.
        let bontang = berkas(&d, "64.74", ("P-1", 1), &["rsud", "dinsos"]).await;
        berkas(&d, "64.71", ("P-1", 1), &["rsud"]).await;
        berkas(&d, "64.08", ("P-1", 1), &["rsud", "dinsos"]).await;
        assert_eq!(lokus().await, 1 + 2 + 1 + 1);
        // Handed in again for another period: the one that came later counts, as long as it counts itself.
        berkas(&d, "64.74", ("P-2", 1), &["dinsos"]).await;
        assert_eq!(lokus().await, 5);
        berkas(&d, "64.74", ("P-2", 2), &[]).await;
        assert_eq!(lokus().await, 5, "its newest version is without the unit: the first period has it again");
        let tx = s.mulai().await.unwrap();
        let sql = "INSERT INTO terima_tarik (terima_id, alasan, pada, oleh) VALUES ($1, 'x', $2, $3)";
        tx.jalankan(sql, nilai![bontang, tx.pada, d.biro.akun]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(lokus().await, 3);
    }

    /// Two periods of one year that were handed in: the one that came first for the first time stays behind, also after a late correction.
    async fn koreksi_periode_lama_tidak_menggantikan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        berkas(&d, "64.74", ("P-1", 1), &["dinsos"]).await;
        let kedua = berkas(&d, "64.74", ("P-2", 1), &["dinsos"]).await;
        let koreksi = berkas(&d, "64.74", ("P-1", 2), &["dinsos"]).await;
        let tx = s.mulai().await.unwrap();
        for (t, cakupan) in [(kedua, "barang"), (koreksi, "jasa")] {
            tx.jalankan("UPDATE terima_hasil SET cakupan = $2 WHERE terima_id = $1", nilai![t, cakupan]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!(r.iter().filter(|b| b.lokus > 0).map(|b| (b.cakupan.as_str(), b.lokus)).collect::<Vec<_>>(), [("barang", 1)]);
    }

    /// Two periods of one year and scheme: each unit stands once, by the newest period that is public.
    async fn dua_periode_setahun(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        let satu = tahun(&d, 2026).await;
        let isi = periode::PeriodeIsi { tahun: 2026, ..isi("PEKPPP 2026 kedua") };
        let dua = periode::buka(s, &d.hak_buka().await, PeriodeId::baru(), isi).await.unwrap();
        for (p, unit, ipp) in [(satu, d.rsud, "4"), (satu, d.dinsos, "3"), (dua, d.rsud, "2")] {
            beku(&d, d.lokus(p, unit).await, ipp, None).await;
        }
        let angka = async || {
            let papan = nasional::papan(s, 2026, "mandiri").await.unwrap();
            let r = rekap::rekap(s, &hak, 2026, "mandiri").await.unwrap();
            let jumlah = |apa: fn(&rekap::Baris) -> i64| r.iter().map(apa).sum::<i64>();
            (papan.baris.iter().map(|b| b.tampil).collect::<Vec<_>>(), jumlah(|b| b.lokus), jumlah(|b| b.terbit))
        };
        assert_eq!(angka().await, (vec![], 2, 0));
        terbit(&d, satu).await;
        assert_eq!(angka().await, (vec![400, 300], 2, 2), "the second period has nothing public yet");
        terbit(&d, dua).await;
        assert_eq!(angka().await, (vec![300, 200], 2, 2));
        penerbitan::tarik(s, &d.penanggungjawab(dua).await, "Salah hitung").await.unwrap();
        assert_eq!(angka().await, (vec![400, 300], 2, 2));
    }

    /// What the report says beside the recap.
    async fn bahan_laporan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let hak = rekap::nasional(&orang(s, "menpan@uji.id", Peran::Nasional, Lingkup::Instalasi).await).unwrap();
        let (lalu, kini) = (tahun(&d, 2025).await, tahun(&d, 2026).await);
        let mut semua = Vec::new();
        for (p, rsud, dinsos) in [(lalu, "4", "3"), (kini, "4.001", "2.5")] {
            let l = [d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await];
            beku(&d, l[0], rsud, None).await;
            beku(&d, l[1], dinsos, None).await;
            semua.extend(l);
        }
        let belum = bahan::belum_terbit(s, &hak, 2026, "mandiri").await.unwrap();
        assert_eq!(belum.iter().map(|b| (b.lokus, b.beku, b.ditarik)).collect::<Vec<_>>(), [(2, 2, 0)]);
        terbit(&d, lalu).await;
        terbit(&d, kini).await;
        assert!(bahan::belum_terbit(s, &hak, 2026, "mandiri").await.unwrap().is_empty());
        let (b, a) = (nasional::papan(s, 2026, "mandiri").await.unwrap(), nasional::papan(s, 2025, "mandiri").await.unwrap());
        let g = bahan::gerak(&b, &a, &b.edisi[0].sidik).unwrap();
        assert_eq!((g.dibanding, g.naik, g.turun, g.tetap, g.beda), (2, 1, 1, 0, -2_495_000_000));
        assert_eq!(bahan::gerak(&b, &a, "edisi lain"), None);
        penerbitan::tarik(s, &d.penanggungjawab(kini).await, "Salah hitung").await.unwrap();
        assert_eq!(bahan::belum_terbit(s, &hak, 2026, "mandiri").await.unwrap()[0].ditarik, 1);
        assert_eq!(bahan::jumlah_instansi(s, &hak, 2026, "mandiri").await.unwrap(), 1);
        assert_eq!(bahan::ikut(s, &hak, 2026, "mandiri").await.unwrap().len(), 1);
        assert_eq!(bahan::diterima(s, &hak, 2026, "mandiri").await.unwrap(), bahan::Diterima::default());
        diterima(&d, &hak).await;

        let hari = "2026-11-22".parse().unwrap();
        assert!(bahan::tindak_lanjut(s, &hak, 2026, "mandiri", hari).await.unwrap().is_empty());
        let l = semua[2];
        let tx = s.mulai().await.unwrap();
        let id: Vec<uuid::Uuid> = (0..3).map(|_| store::id::baru()).collect();
        for i in &id {
            let sql = "INSERT INTO rekomendasi (id, lokus_id, indikator, asal, sumber, isi, versi, pada, oleh) VALUES ($1, $2, '1', 'f02', '', 'x', 1, $3, $4)";
            tx.jalankan(sql, nilai![*i, l, tx.pada, d.biro.akun]).await.unwrap();
        }
        for (i, tenggat) in [(id[0], "2026-11-21"), (id[1], "2026-11-21")] {
            let sql = "INSERT INTO tl_rencana (rekomendasi_id, rencana, target, keluaran, tenggat, penanggung_jawab, versi, pada, oleh)
                VALUES ($1, 'r', 't', 'k', $2, 'p', 1, $3, $4)";
            tx.jalankan(sql, nilai![i, tenggat, tx.pada, d.biro.akun]).await.unwrap();
        }
        let sql = "INSERT INTO tl_verifikasi (id, rekomendasi_id, urut, lokus_id, putusan, alasan, pada, oleh) VALUES ($1, $2, 1, $3, 'diterima', '', $4, $5)";
        tx.jalankan(sql, nilai![store::id::baru(), id[1], l, tx.pada, d.biro.akun]).await.unwrap();
        tx.commit().await.unwrap();
        let t = bahan::tindak_lanjut(s, &hak, 2026, "mandiri", hari).await.unwrap();
        assert_eq!(t, [bahan::TindakLanjut { provinsi: "64".into(), rekomendasi: 3, direncanakan: 2, diterima: 1, lewat: 1 }]);
    }

    async fn papan(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        assert!(nasional::pilihan(s).await.unwrap().is_empty());
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty());
        let (lalu, kini) = (tahun(&d, 2025).await, tahun(&d, 2026).await);
        for (p, rsud, dinsos) in [(lalu, "4", "3"), (kini, "4.001", "4.0011")] {
            let l = [d.lokus(p, d.rsud).await, d.lokus(p, d.dinsos).await];
            beku(&d, l[0], rsud, Some((39_000, 41_000))).await;
            beku(&d, l[1], dinsos, (p == kini).then_some((40_500, 42_000))).await;
        }
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty(), "frozen is not published");
        terbit(&d, lalu).await;
        terbit(&d, kini).await;
        let tahun: Vec<i64> = nasional::pilihan(s).await.unwrap().iter().map(|p| p.tahun).collect();
        assert_eq!(tahun, [2026, 2025]);

        let papan = nasional::papan(s, 2026, "mandiri").await.unwrap();
        let saring = Saring { wilayah: "64".into(), jenis: "kabupaten".into(), ..Saring::default() };
        let h = papan.unit(&saring, 10);
        let urut: Vec<_> = h.isi.iter().map(|l| (l.peringkat, &*l.baris.unit, l.pita, l.mirip)).collect();
        assert_eq!(urut, [(1, "Dinas Sosial", Some((1, 2)), true), (2, "RSUD Kudungga", Some((1, 2)), true)]);
        assert_eq!(papan.rata[0].hasil.hasil.ipp.desimal(), "4.00105");
        assert_eq!(papan.rata_pemerintah(0, "64.08").map(|r| r.hasil.unit), Some(2));
        assert!(papan.rata_pemerintah(0, "64").is_none(), "a kabupaten is not its province");
        assert_eq!(papan.rata_wilayah(0, Some("64")).map(|r| r.unit), papan.rata_wilayah(0, None).map(|r| r.unit));
        let dulu = nasional::papan(s, 2025, "mandiri").await.unwrap();
        let gerak = papan.gerak(&saring, &dulu, &saring, &[d.dinsos, d.rsud]);
        let gerak: Vec<_> = gerak.iter().flatten().map(|g| (g.gerak.dulu, g.gerak.kini, g.gerak.dibanding, g.tampil)).collect();
        assert_eq!(gerak, [(2, 1, 2, 300), (1, 2, 2, 400)]);
        assert_eq!(dulu.unit(&saring, 10).tanpa_rentang, 1);

        penerbitan::tarik(s, &d.penanggungjawab(kini).await, "Salah hitung").await.unwrap();
        assert!(nasional::papan(s, 2026, "mandiri").await.unwrap().baris.is_empty(), "taken back is gone at once");
        assert_eq!(nasional::rentang::lengkapi(s).await.unwrap(), 1, "a result without an interval row");
        assert_eq!(nasional::rentang::lengkapi(s).await.unwrap(), 0);
    }
}
