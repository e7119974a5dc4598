//! Minutes: who signs, in any order, once; the seal follows the last one; annulling keeps the old row.

use super::bangun::{Kasus2, siap};
use crate::f02::bangun::keadaan;
use jiff::civil::date;
use store::{
    StoreError,
    beranda::{self, Bersama},
    berita_acara::{self as ba, Baru, HarusTanda, Jenis, Keadaan, Pembuat, Penanda, Pihak},
    hak::{KepalaUnit, PenanggungjawabLokus},
    hasil,
    id::{BeritaAcaraId, HasilId, LheId, PeriodeId},
    kueri::Kueri as _,
    lhe,
    massal::{self, Dokumen, Permintaan, Pola},
    objek,
    pekerjaan::{self, Nasib},
    peran::{self, JenisPengganti, Lingkup, Masa, Pengganti, Peran},
    persiapan::benturan,
    ronde, verifikasi,
};
use testkit::basis::BasisUji;

pub async fn penanda(w: &Kasus2) -> Vec<HarusTanda> {
    let c = ba::calon(w.k.r.store.baca(), &w.biro.lokus, "2026-03-02").await.unwrap();
    let jadi = |pihak, o: &[ba::Orang]| {
        o.iter().map(|o| HarusTanda { pihak, akun: o.id, nama: o.nama.clone(), jabatan: o.jabatan.clone() }).collect::<Vec<_>>()
    };
    [jadi(Pihak::Evaluator, &c.evaluator), jadi(Pihak::Unit, &c.unit), jadi(Pihak::Penanggungjawab, &c.penanggungjawab)].concat()
}

pub async fn buat(
    w: &Kasus2,
    id: BeritaAcaraId,
    jenis: Jenis,
    hasil: Option<HasilId>,
    penanda: &[HarusTanda],
) -> store::Hasil<BeritaAcaraId> {
    bernomor(w, id, (jenis, hasil), penanda, if jenis == Jenis::Hasil { "1/BA" } else { "1/BA-P" }).await
}

async fn bernomor(
    w: &Kasus2,
    id: BeritaAcaraId,
    (jenis, hasil): (Jenis, Option<HasilId>),
    penanda: &[HarusTanda],
    nomor: &str,
) -> store::Hasil<BeritaAcaraId> {
    let s = &w.k.r.store;
    let pdf = objek::simpan(s, b"%PDF-1.7 uji").unwrap();
    let kode = ba::kode_baru();
    let b = Baru {
        id,
        jenis,
        hasil,
        nomor,
        tanggal: date(2026, 3, 2),
        tempat: "Sangatta",
        kode: &kode,
        penanda,
        dokumen: &serde_json::json!({}),
        pdf: &pdf,
    };
    ba::tambah(s, &Pembuat::Penyelenggara(w.biro.clone()), b).await
}

async fn dunia(basis: BasisUji) -> (Kasus2, KepalaUnit, PenanggungjawabLokus) {
    let w = siap(basis).await;
    let (kepala, sekda) = (w.kepala().await, w.sekda().await);
    (w, kepala, sekda)
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// An acting official is printed with the office of the decision, on its days only.
    async fn pejabat_pengganti_tercetak(basis: BasisUji) {
        let (w, _, _) = dunia(basis).await;
        let s = &w.k.r.store;
        let p = w.k.orang("sekretaris@kab.id", Peran::Pembina, Lingkup::Instansi(w.k.kab)).await;
        let ganti = Pengganti { jenis: JenisPengganti::Plt, jabatan: " Direktur RSUD ".into(), dasar: "SK 7".into() };
        let masa = Masa { mulai: None, sampai: Some(date(2026, 3, 31)), pengganti: Some(ganti) };
        let tx = s.mulai().await.unwrap();
        peran::beri_selama(&tx, None, p.akun, Peran::UnitKepala, &w.k.di_unit(), &masa).await.unwrap();
        tx.commit().await.unwrap();
        let jabatan = async |hari: &str| {
            let c = ba::calon(s.baca(), &w.biro.lokus, hari).await.unwrap();
            c.unit.into_iter().find(|o| o.id == p.akun).map(|o| o.jabatan)
        };
        assert_eq!(jabatan("2026-03-31").await.as_deref(), Some("Plt. Direktur RSUD"));
        assert_eq!(jabatan("2026-04-01").await, None);
    }

    /// Only what is the organiser's next step waits for him: not minutes that lack a signature, nor sheets that are not done.
    async fn giliran_penyelenggara(basis: BasisUji) {
        let (w, _, _) = dunia(basis).await;
        let s = &w.k.r.store;
        let menunggu = async || {
            let m = beranda::menunggu_penyelenggara(s, w.biro.pelaku(), &[], &[]).await.unwrap();
            assert_eq!(m.unit.len(), usize::try_from(m.semua).unwrap());
            m.semua
        };
        w.f03(1).await;
        let pengelola = w.k.akses(w.biro.pelaku()).await.pengelola_f03().unwrap();
        assert_eq!(menunggu().await, 0);
        ronde::tutup(s, &pengelola, "selesai").await.unwrap();
        assert_eq!(menunggu().await, 0, "the evaluators score");
        w.sama().await;
        assert_eq!(menunggu().await, 1, "to be frozen");
        let aturan = "INSERT INTO sanggah_aturan (id, periode_id, pakai, hari_kerja, alasan, pada, oleh) VALUES ($1, $2, $3, 3, '', 1, $4)";
        for (pakai, n) in [("ya", 0), ("tidak", 1)] {
            w.k.sql(aturan, store::nilai![store::id::baru(), w.k.periode, pakai, w.biro.pelaku().akun]).await;
            assert_eq!(menunggu().await, n, "right of reply: {pakai}");
        }
        let h = w.bekukan().await;
        assert_eq!(menunggu().await, 1, "minutes are to be made");
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(h.id), &penanda(&w).await).await.unwrap();
        assert_eq!(menunggu().await, 0, "three parties sign");
        w.k.sql("INSERT INTO segel (berita_acara_id, isi, kunci, tanda, pada) VALUES ($1, '', '', $2, 1)", store::nilai![id, vec![0_u8]]).await;
        assert_eq!(menunggu().await, 1, "the report is to be made");
        let bersama = [Bersama { periode_id: w.k.periode, periode: String::new(), jumlah: 10 }];
        for (ba, lhe, sisa) in [(&bersama[..], &[][..], 1), (&[], &bersama, 0), (&bersama, &bersama, 0)] {
            let m = beranda::menunggu_penyelenggara(s, w.biro.pelaku(), ba, lhe).await.unwrap();
            assert_eq!(m.semua, sisa, "minutes {} and reports {} are named together", ba.len(), lhe.len());
        }
    }

    /// Minutes of a period: a number is given once; turns that made something are no failed tries; a job that was given up makes room for
    /// another; who calls one off is recorded.
    async fn sekaligus(basis: BasisUji) {
        const D: Dokumen = Dokumen::BeritaAcara;
        let (w, _, _) = dunia(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let hak = store::hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().penyelenggara().unwrap();
        let pola = |mulai| Pola { depan: String::new(), mulai, belakang: "/BA".into(), tanggal: "2026-03-02".into(), tempat: "Sangatta".into() };
        let m = |mulai| Permintaan { dokumen: D, pola: pola(mulai), catatan: String::new() };
        let minta = async |mulai| massal::minta(s, &hak, "2026-03-02", m(mulai)).await;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(h.id), &penanda(&w).await).await.unwrap();
        ba::batalkan(s, &w.biro, id, "salah ketik").await.unwrap();
        assert_eq!(keadaan(minta(1).await), "massal-nomor-dipakai");
        assert_eq!(massal::nomor_bebas(s, &hak, D, &pola(1)).await.unwrap(), 2);
        minta(2).await.unwrap();
        assert_eq!(keadaan(minta(3).await), "massal-berjalan");
        let ambil = async || pekerjaan::ambil(s, &[D.jenis()]).await.unwrap().unwrap();
        for _ in 0..9 {
            let p = ambil().await;
            assert_eq!(p.coba, 1);
            massal::sela(s, &p, &massal::urai(&p.isi).unwrap()).await.unwrap();
        }
        while let Nasib::Lagi(d) = pekerjaan::gagal(s, &ambil().await, "pencetak sibuk").await.unwrap() {
            assert!(massal::kerja(s, &hak, D).await.unwrap().unwrap().berjalan(), "it is tried again");
            s.jam().maju(d);
        }
        let k = massal::kerja(s, &hak, D).await.unwrap().unwrap();
        assert!(k.menyerah && !k.berjalan());
        minta(2).await.unwrap();
        massal::buang(s, &hak, D).await.unwrap();
        assert!(massal::kerja(s, &hak, D).await.unwrap().is_none());
        let lengkap = async || massal::banyak(s, &hak, D, "2026-03-02").await.unwrap().lengkap;
        assert_eq!(lengkap().await, 1);
        for e in [&w.a, &w.b] {
            benturan::nyatakan(s, e, "teks", &[benturan::Jawaban { lokus: w.k.lokus, ada: Some("Pasangan pindah ke unit ini") }]).await.unwrap();
        }
        assert_eq!(lengkap().await, 0, "nobody is left to sign as evaluator");
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'ba.massal-batal'").await, 1);
    }

    /// Reports of a period: of sealed minutes only; what was made is to be conveyed; a number is given once, and shows where to go on.
    async fn lhe_sekaligus(basis: BasisUji) {
        let (w, kepala, sekda) = dunia(basis).await;
        let s = &w.k.r.store;
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let hak = store::hak::periode(s, w.biro.pelaku(), w.k.periode).await.unwrap().penyelenggara().unwrap();
        let hari = s.sekarang().hari("WIB").to_string();
        let banyak = async |d| {
            let b = massal::banyak(s, &hak, d, &hari).await.unwrap();
            (b.semua, b.lengkap)
        };
        let pola = Pola { depan: "700/".into(), mulai: 5, belakang: "/LHE".into(), tanggal: String::new(), tempat: "Sangatta".into() };
        let minta = async |dokumen, mulai| {
            let pola = Pola { mulai, ..pola.clone() };
            massal::minta(s, &hak, &hari, Permintaan { dokumen, pola, catatan: "Pengantar".into() }).await
        };
        assert_eq!((banyak(Dokumen::Lhe).await, banyak(Dokumen::LheSampai).await), ((1, 0), (0, 0)), "minutes come first");
        assert_eq!(keadaan(minta(Dokumen::Lhe, 5).await), "massal-kosong");
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(h.id), &penanda(&w).await).await.unwrap();
        let objek = ba::dari_id(s.baca(), id).await.unwrap().objek;
        for p in [Penanda::Unit(kepala), Penanda::Evaluator(w.a.clone()), Penanda::Evaluator(w.b.clone()), Penanda::Penanggungjawab(sekda)] {
            ba::tandatangani(s, &p, id, &objek).await.unwrap();
        }
        assert_eq!(banyak(Dokumen::Lhe).await, (1, 1));
        minta(Dokumen::Lhe, 5).await.unwrap();
        minta(Dokumen::BeritaAcara, 5).await.unwrap_err();
        assert_eq!(keadaan(minta(Dokumen::Lhe, 6).await), "massal-berjalan");
        let p = pekerjaan::ambil(s, &[Dokumen::Lhe.jenis()]).await.unwrap().unwrap();
        let isi = massal::urai(&p.isi).unwrap();
        assert_eq!((isi.lokus.as_slice(), isi.pola.nomor(0).as_deref()), ([w.k.lokus].as_slice(), Some("700/5/LHE")));

        let pdf = objek::simpan(s, b"%PDF-1.7 lhe").unwrap();
        for (kode, nomor) in [("lhesatu", "700/5/LHE"), ("lhedua", "700/11/LHE")] {
            let baru = lhe::LheBaru { id: LheId::baru(), hasil: h.id, kode, nomor: Some(nomor), pdf: &pdf, xlsx: &pdf };
            lhe::tambah(s, &w.biro, baru).await.unwrap();
        }
        massal::siap(s, &p, &isi).await.unwrap();
        assert_eq!((banyak(Dokumen::Lhe).await, banyak(Dokumen::LheSampai).await), ((0, 0), (1, 1)));
        assert_eq!(massal::nomor_bebas(s, &hak, Dokumen::Lhe, &pola).await.unwrap(), 12);
        let lalu = massal::pola_lalu(s, &hak, Dokumen::Lhe).await.unwrap().unwrap();
        assert_eq!((lalu.depan.as_str(), lalu.belakang.as_str()), ("700/", "/LHE"));
        assert_eq!(massal::pola_lalu(s, &hak, Dokumen::BeritaAcara).await.unwrap(), None, "one number shows no pattern");
        minta(Dokumen::LheSampai, 1).await.unwrap();
        massal::buang(s, &hak, Dokumen::LheSampai).await.unwrap();
        assert!(massal::kerja(s, &hak, Dokumen::Lhe).await.unwrap().unwrap().isi.siap, "the report of the other job stays");
        for d in Dokumen::SEMUA {
            assert!(beranda::menunggu_bersama(s, w.biro.pelaku(), d).await.unwrap().is_empty(), "one unit is no crowd: {d:?}");
        }
        let sampai = async |bersama: &[Bersama]| beranda::menunggu_sampai(s, w.biro.pelaku(), bersama).await.unwrap().semua;
        let bersama = |periode_id| [Bersama { periode_id, periode: String::new(), jumlah: 10 }];
        assert_eq!(sampai(&[]).await, 1);
        assert_eq!(sampai(&bersama(w.biro.lokus.periode_id)).await, 0, "it is named with the others of its period");
        assert_eq!(sampai(&bersama(PeriodeId::baru())).await, 1, "those are of another period");
        let sql = "SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('lhe.massal', 'penyampaian.massal', 'penyampaian.massal-batal')";
        assert_eq!(w.k.hitung(sql).await, 3);

        // A new version of a result that was frozen again needs minutes of its own before it is asked for again.
        hasil::batalkan(s, &w.biro, h.id, "x", true).await.unwrap();
        assert_eq!((banyak(Dokumen::Lhe).await, banyak(Dokumen::LheSampai).await), ((0, 0), (0, 0)));
    }

    /// A number that was typed was not given before by the office, capitals and blanks aside; a replacement for the same unit may keep it.
    async fn nomor_sekali(basis: BasisUji) {
        const D: Dokumen = Dokumen::BeritaAcara;
        let (w, ..) = dunia(basis).await;
        let (s, p) = (&w.k.r.store, penanda(&w).await);
        let satu = bernomor(&w, BeritaAcaraId::baru(), (Jenis::Pelaksanaan, None), &p, "065/7/BA").await.unwrap();
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let hasil = async |nomor: &'static str| bernomor(&w, BeritaAcaraId::baru(), (Jenis::Hasil, Some(h.id)), &p, nomor).await;
        assert_eq!(keadaan(hasil("065/7/BA").await), "dokumen-nomor-dipakai");
        assert_eq!(keadaan(hasil(" 065/7/ba").await), "dokumen-nomor-dipakai");
        let di = (w.k.periode, w.k.lokus);
        let milik = async |d, di, nomor| massal::pemakai(s.baca(), d, di, nomor).await.unwrap().map(|x| x.unit);
        assert_eq!(milik(D, di, "065/7/BA").await.as_deref(), Some(w.biro.lokus.unit.as_str()));
        assert_eq!((milik(D, di, "065/8/BA").await, milik(D, di, " ").await, milik(Dokumen::Lhe, di, "065/7/BA").await), (None, None, None));
        ba::batalkan(s, &w.biro, satu, "salah ketik").await.unwrap();
        let dua = hasil("065/7/BA").await.unwrap();

        // What was annulled belongs to another unit: its number was given, and stays so.
        let lain = [uuid::Uuid::now_v7(), uuid::Uuid::now_v7()];
        let unit = "INSERT INTO unit (id, kode, instansi_id, induk_id, nama, jenis, alamat, versi, dibuat)
            SELECT $1, 'lain', instansi_id, NULL, 'Unit Lain', jenis, alamat, 1, 1 FROM unit WHERE id = (SELECT unit_id FROM lokus WHERE id = $2)";
        w.k.sql(unit, store::nilai![lain[0], w.k.lokus]).await;
        let lokus = "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
            SELECT $1, 'lain', periode_id, $2, formulir, cakupan, kategori, 1, 1, oleh FROM lokus WHERE id = $3";
        w.k.sql(lokus, store::nilai![lain[1], lain[0], w.k.lokus]).await;
        w.k.sql("UPDATE berita_acara SET lokus_id = $1 WHERE id = $2", store::nilai![lain[1], satu]).await;
        ba::batalkan(s, &w.biro, dua, "lagi").await.unwrap();
        assert_eq!(keadaan(hasil("065/7/BA").await), "dokumen-nomor-dipakai");
        hasil("065/9/BA").await.unwrap();

        let pdf = objek::simpan(s, b"%PDF-1.7 lhe").unwrap();
        let buat_lhe = async |kode: &'static str, nomor| {
            lhe::tambah(s, &w.biro, lhe::LheBaru { id: LheId::baru(), hasil: h.id, kode, nomor, pdf: &pdf, xlsx: &pdf }).await
        };
        for (kode, nomor) in [("lhesatu", Some("700/1")), ("lhedua", Some("700/1")), ("lhetiga", None), ("lheempat", None)] {
            buat_lhe(kode, nomor).await.unwrap();
        }
        w.k.sql("UPDATE lhe SET lokus_id = $1 WHERE kode = 'lhesatu'", store::nilai![lain[1]]).await;
        assert_eq!(keadaan(buat_lhe("lhelima", Some("700/1")).await), "dokumen-nomor-dipakai");
        assert_eq!(milik(Dokumen::Lhe, di, "700/1").await.as_deref(), Some("Unit Lain"));
    }

    /// The kind `pelaksanaan` needs no result and can be signed before F02.
    async fn tiga_pihak_lalu_segel(basis: BasisUji) {
        let (w, kepala, sekda) = dunia(basis).await;
        let s = &w.k.r.store;
        let p = penanda(&w).await;
        let id = BeritaAcaraId::baru();
        assert_eq!(keadaan(buat(&w, id, Jenis::Pelaksanaan, None, &p[1..]).await), "ba-penanda-berubah");
        for _ in 0..2 {
            assert_eq!(buat(&w, id, Jenis::Pelaksanaan, None, &p).await.unwrap(), id);
        }
        assert_eq!(keadaan(buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &p).await), "ba-sudah-ada");
        let b = ba::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((b.keadaan(), b.penanda().unwrap()), (Keadaan::BelumDitandatangani, p));
        assert_eq!(keadaan(ba::tandatangani(s, &Penanda::Unit(kepala.clone()), id, "lain").await), "ba-berkas-lain");

        // Any order; twice is once.
        let satu = ba::tandatangani(s, &Penanda::Penanggungjawab(sekda), id, &b.objek).await.unwrap();
        for _ in 0..2 {
            ba::tandatangani(s, &Penanda::Unit(kepala.clone()), id, &b.objek).await.unwrap();
        }
        ba::tandatangani(s, &Penanda::Evaluator(w.a.clone()), id, &b.objek).await.unwrap();
        let b = ba::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((b.keadaan(), b.tanda), (Keadaan::Sebagian, 3), "the second evaluator is missing");
        // The clock is set back before the last one signs: the seal follows all the same, and the chain of the log holds.
        s.jam().maju(-3_600);
        assert!(satu.sah(s) && w.jumlah("segel").await == 0);
        ba::tandatangani(s, &Penanda::Evaluator(w.b.clone()), id, &b.objek).await.unwrap();
        let b = ba::dari_id(s.baca(), id).await.unwrap();
        assert_eq!(b.keadaan(), Keadaan::Bersegel);
        assert!(b.segel_sah(s));
        let t = ba::tanda_tangan(s.baca(), id).await.unwrap();
        assert!(t.len() == 4 && t.iter().all(|t| t.sah(s)));
        while store::audit::segel(s).await.unwrap() > 0 {}
        let r = store::rawat::rantai(s).await.unwrap();
        assert!(r.sah, "{:?}", r.temuan.rusak);
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('ba.tanda-tangan', 'ba.segel')").await, 5);
        // A record that was changed afterwards no longer fits its signature.
        let palsu = ba::TandaTangan { nama: "Orang lain".into(), ..t[0].clone() };
        assert!(!palsu.sah(s));
        let temuan = verifikasi::cari(s, &verifikasi::tampil(&b.kode).to_uppercase()).await.unwrap();
        assert!(matches!(temuan.dokumen, verifikasi::Dokumen::BeritaAcara(x, t) if x.id == id && t.len() == 4));
    }

    /// Who came to sessions of the unit is proposed once, erased entries and cancelled sessions aside.
    async fn yang_hadir(basis: BasisUji) {
        let (w, ..) = dunia(basis).await;
        let jadwal = async |jenis: &str, mulai: &str| {
            let id = store::id::JadwalId::baru();
            w.k.sql(
                "INSERT INTO jadwal (id, periode_id, lokus_id, jenis, judul, mulai, selesai, tempat, tautan, petugas, keterangan, versi,
                 dibuat, diubah, oleh) VALUES ($1, $2, $3, $4, '', $5, $5, '', '', '', '', 1, 1, 1, $6)",
                store::nilai![id, w.k.periode, w.k.lokus, jenis, mulai, w.k.oleh],
            )
            .await;
            let sql = "INSERT INTO kegiatan (jadwal_id, agenda, token, versi, pada, oleh) VALUES ($1, '', $2, 1, 1, $3)";
            w.k.sql(sql, store::nilai![id, id.to_string(), w.k.oleh]).await;
            id
        };
        let hadir = async |jadwal, nama: &str| {
            let id = store::id::HadirId::baru();
            let sql = "INSERT INTO kegiatan_hadir (id, jadwal_id, nama, jabatan, unit, pada) VALUES ($1, $2, $3, 'J', 'U', 1)";
            w.k.sql(sql, store::nilai![id, jadwal, nama]).await;
            id
        };
        let (dua, satu) = (jadwal("wawancara", "2026-03-02T13:00").await, jadwal("presentasi", "2026-03-02T08:00").await);
        let (batal, lain) = (jadwal("rapat", "2026-03-02T09:00").await, jadwal("bimtek", "2026-03-01T09:00").await);
        w.k.sql("INSERT INTO jadwal_batal (jadwal_id, alasan, pada, oleh) VALUES ($1, 'x', 1, $2)", store::nilai![batal, w.k.oleh]).await;
        for (j, nama) in [(dua, "Rini"), (dua, "Tono"), (satu, "rini "), (batal, "Batal"), (lain, "Bimtek")] {
            hadir(j, nama).await;
        }
        let hapus = hadir(satu, "").await;
        let sql = "INSERT INTO kegiatan_hadir_hapus (hadir_id, alasan, pada, oleh) VALUES ($1, 'x', 1, $2)";
        w.k.sql(sql, store::nilai![hapus, w.k.oleh]).await;
        let semua = ba::hadir(&w.k.r.store, &Pembuat::Penyelenggara(w.biro.clone())).await.unwrap();
        assert_eq!(semua.iter().map(|h| h.nama.as_str()).collect::<Vec<_>>(), ["rini ", "Tono"]);
    }

    /// All at once: exactly one seal.
    async fn serentak(basis: BasisUji) {
        let (w, kepala, sekda) = dunia(basis).await;
        let s = &w.k.r.store;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &penanda(&w).await).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        let semua = [Penanda::Unit(kepala), Penanda::Penanggungjawab(sekda), Penanda::Evaluator(w.a.clone()), Penanda::Evaluator(w.b.clone())];
        let h = futures_util::future::join_all(semua.iter().map(|p| ba::tandatangani(s, p, id, &pdf))).await;
        assert!(h.iter().all(Result::is_ok), "{h:?}");
        assert_eq!((w.jumlah("tanda_tangan").await, w.jumlah("segel").await), (4, 1));
    }

    /// Only those who are printed, on this lokus, while it stands and its PDF is what it was.
    async fn bukan_penanda(basis: BasisUji) {
        let (w, _, sekda) = dunia(basis).await;
        let s = &w.k.r.store;
        let p = penanda(&w).await;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &p).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        let lain = w.k.orang("wakil@kab.id", store::peran::Peran::UnitKepala, w.k.di_unit()).await;
        let lain = w.k.akses(&lain).await.kepala().unwrap();
        assert!(matches!(ba::tandatangani(s, &Penanda::Unit(lain), id, &pdf).await, Err(StoreError::Ditolak("penanda-tangan"))));
        std::fs::write(objek::jalur(s, &pdf), b"%PDF-1.7 lain").unwrap();
        assert!(matches!(ba::tandatangani(s, &Penanda::Penanggungjawab(sekda.clone()), id, &pdf).await, Err(StoreError::Rusak(_))));
        std::fs::write(objek::jalur(s, &pdf), b"%PDF-1.7 uji").unwrap();
        assert_eq!(keadaan(ba::batalkan(s, &w.biro, id, "").await), "alasan-wajib");
        ba::batalkan(s, &w.biro, id, "nomor salah").await.unwrap();
        ba::batalkan(s, &w.biro, id, "lagi").await.unwrap();
        assert_eq!(keadaan(ba::tandatangani(s, &Penanda::Penanggungjawab(sekda), id, &pdf).await), "ba-dibatalkan");
        buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &p).await.unwrap();
        let d = ba::daftar(s.baca(), w.k.lokus).await.unwrap();
        assert_eq!((d.len(), d[1].batal_alasan.as_deref()), (2, Some("nomor salah")), "the old row stays");
    }

    /// Whoever lost the role or the appointment between opening the page and signing is told so; what was signed before holds.
    async fn hak_berakhir_di_tengah(basis: BasisUji) {
        let (w, kepala, sekda) = dunia(basis).await;
        let s = &w.k.r.store;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Pelaksanaan, None, &penanda(&w).await).await.unwrap();
        let pdf = ba::dari_id(s.baca(), id).await.unwrap().objek;
        let sekda = Penanda::Penanggungjawab(sekda);
        let lama = ba::tandatangani(s, &sekda, id, &pdf).await.unwrap();
        let tx = s.mulai().await.unwrap();
        for p in [kepala.pelaku(), sekda.pelaku()] {
            for r in &p.peran {
                store::peran::cabut(&tx, None, p.akun, r.id).await.unwrap();
            }
        }
        tx.jalankan(
            "INSERT INTO penugasan_akhir (penugasan_id, alasan, pada, oleh) SELECT id, 'x', 1, oleh FROM penugasan WHERE akun_id = $1",
            store::nilai![w.a.pelaku().akun],
        )
        .await
        .unwrap();
        tx.jalankan(
            "INSERT INTO akun_nonaktif (akun_id, alasan, pada) VALUES ($1, 'x', 1)",
            store::nilai![w.b.pelaku().akun],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        for p in [Penanda::Unit(kepala), Penanda::Evaluator(w.a.clone()), Penanda::Evaluator(w.b.clone())] {
            assert_eq!(keadaan(ba::tandatangani(s, &p, id, &pdf).await), "ba-hak-berakhir");
        }
        assert_eq!(ba::tandatangani(s, &sekda, id, &pdf).await.unwrap().id, lama.id, "given before: the same answer");
        assert!(ba::tanda_tangan(s.baca(), id).await.unwrap().iter().all(|t| t.sah(s)));
        assert_eq!((w.jumlah("tanda_tangan").await, w.jumlah("segel").await), (1, 0));
    }

    /// Minutes of the result hang on the frozen result; signed ones fall with it only when that is said.
    async fn hasil_dan_lhe(basis: BasisUji) {
        let (w, kepala, _) = dunia(basis).await;
        let s = &w.k.r.store;
        let p = penanda(&w).await;
        assert_eq!(keadaan(buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(HasilId::baru()), &p).await), "ba-hasil-belum-beku");
        w.sama().await;
        w.f03(1).await;
        let h = w.bekukan().await;
        let id = buat(&w, BeritaAcaraId::baru(), Jenis::Hasil, Some(h.id), &p).await.unwrap();
        let pdf = objek::simpan(s, b"%PDF-1.7 lhe").unwrap();
        let kode = ba::kode_baru();
        let e = LheId::baru();
        for _ in 0..2 {
            lhe::tambah(s, &w.biro, lhe::LheBaru { id: e, hasil: h.id, kode: &kode, nomor: None, pdf: &pdf, xlsx: &pdf }).await.unwrap();
        }
        let lain = lhe::LheBaru { id: LheId::baru(), hasil: HasilId::baru(), kode: "x", nomor: None, pdf: &pdf, xlsx: &pdf };
        assert_eq!(keadaan(lhe::tambah(s, &w.biro, lain).await), "lhe-hasil-berubah");
        assert!(matches!(verifikasi::cari(s, &kode).await.unwrap().dokumen, verifikasi::Dokumen::Lhe(x) if x.id == e));
        assert!(matches!(verifikasi::cari(s, h.kode()).await.unwrap().dokumen, verifikasi::Dokumen::Hasil(x) if x.id == h.id));
        assert!(matches!(verifikasi::cari(s, "tidak-ada-kode").await, Err(StoreError::TidakDitemukan)));

        let objek = ba::dari_id(s.baca(), id).await.unwrap().objek;
        ba::tandatangani(s, &Penanda::Unit(kepala), id, &objek).await.unwrap();
        assert_eq!(keadaan(hasil::batalkan(s, &w.biro, h.id, "x", false).await), "hasil-batal-ada-berita-acara");
        hasil::batalkan(s, &w.biro, h.id, "x", true).await.unwrap();
        assert_eq!(ba::dari_id(s.baca(), id).await.unwrap().keadaan(), Keadaan::Dibatalkan);
        assert!(lhe::daftar(s.baca(), w.k.lokus).await.unwrap()[0].hasil_batal.is_some());
        assert_eq!(w.k.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('ba.batal', 'hasil.batal')").await, 2);
    }
}
