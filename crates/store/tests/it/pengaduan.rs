//! Reports of citizens: the whole way, who reads what, what time does, measures; consultations.

use crate::{
    bangun::{Dunia, dunia},
    orang::orang,
};
use jiff::civil::{Date, date, datetime};
use layanan::{
    konsultasi::{Cara, Langkah as LangkahKonsultasi, Pihak},
    pengaduan::{Keadaan, Kelas, Langkah, Samaran},
};
use store::{
    Hasil, StoreError,
    hak::{self, AksesAduan, Pelaku},
    id::{KalenderHariId, PengaduanId},
    kalender::{self, HariBaru},
    konsultasi,
    kueri::Kueri,
    nilai,
    pengaduan::{self, Baru, Isi, JawabanInduk, Kanal, Penolakan, Saring, Tindakan, Tujuan, UmumBaru},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

mod atas;
mod hitung;
mod ikut;
mod ulang;

const HARI: i64 = 86_400;

struct Medan {
    d: Dunia,
    penghubung: Pelaku,
    rsud: Pelaku,
    dinsos: Pelaku,
}

async fn medan(basis: BasisUji) -> Medan {
    let d = dunia(basis).await;
    let s = &d.r.store;
    let penghubung = orang(s, "penghubung@kab.id", Peran::Penghubung, Lingkup::Instansi(d.kab)).await;
    let rsud = orang(s, "op.rsud@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await;
    let dinsos = orang(s, "op.dinsos@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: d.dinsos, instansi: d.kab }).await;
    Medan { d, penghubung, rsud, dinsos }
}

impl Medan {
    fn baru<'a>(&self, kiriman: &'a str) -> Baru<'a> {
        let tujuan = Tujuan { instansi: self.d.kab, unit: Some(self.d.rsud), layanan: None };
        Baru {
            kejadian: Some(date(2026, 3, 1)),
            tempat: "Loket 2",
            nama: "Sari",
            surel: "sari@contoh.id",
            ilustrasi: true,
            ..Baru::polos(kiriman, tujuan, "Antrean <b>lama</b>", "Saya menunggu empat jam.")
        }
    }

    async fn kirim(&self, b: &Baru<'_>) -> (PengaduanId, String) {
        let kode = pengaduan::kirim(&self.d.r.store, b).await.unwrap();
        (pengaduan::dari_kode(self.d.r.store.baca(), &kode).await.unwrap().id, kode)
    }

    async fn satu(&self, kiriman: &str) -> (PengaduanId, String) {
        self.kirim(&self.baru(kiriman)).await
    }

    async fn akses(&self, p: &Pelaku, id: PengaduanId) -> Hasil<AksesAduan> {
        hak::aduan(&self.d.r.store, p, id).await
    }

    async fn terima(&self, id: PengaduanId) {
        let h = self.akses(&self.penghubung, id).await.unwrap().penghubung().unwrap();
        let isi = Isi { catatan: "Mohon segera.", ..Isi::default() };
        pengaduan::verifikasi(&self.d.r.store, &h, Uuid::now_v7(), Kelas::TidakBerkadar, Some(self.d.rsud), isi).await.unwrap();
    }

    /// Wrongdoing in the hospital, handed to the other unit.
    async fn periksa(&self, id: PengaduanId) {
        let h = self.akses(&self.penghubung, id).await.unwrap().penghubung().unwrap();
        let (op, ke) = (Uuid::now_v7(), Some(self.d.dinsos));
        pengaduan::verifikasi(&self.d.r.store, &h, op, Kelas::TidakBerkadar, ke, Isi::default()).await.unwrap();
    }

    async fn jawab(&self, id: PengaduanId) -> Hasil<()> {
        let h = self.akses(&self.rsud, id).await?.penjawab();
        pengaduan::jawab(&self.d.r.store, &h, Uuid::now_v7(), Isi { teks: "Loket ditambah.", ..Isi::default() }).await
    }

    async fn keadaan(&self, id: PengaduanId) -> (String, String, Option<String>) {
        let p = pengaduan::dari_id(self.d.r.store.baca(), id).await.unwrap();
        (p.keadaan, p.giliran, p.tenggat)
    }

    async fn muat(&self, id: PengaduanId) -> pengaduan::Muatan {
        let s = &self.d.r.store;
        pengaduan::muat(s, pengaduan::dari_id(s.baca(), id).await.unwrap()).await.unwrap()
    }

    async fn lakukan(&self, kode: &str, t: Tindakan, teks: &str) -> Hasil<()> {
        pengaduan::lakukan(&self.d.r.store, kode, Uuid::now_v7(), t, teks, &[]).await
    }

    async fn kabar(&self, p: &Pelaku, jenis: &str) -> i64 {
        let sql = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE akun_id = $1 AND jenis = $2";
        self.d.r.store.baca().angka(sql, nilai![p.akun, jenis]).await.unwrap()
    }

    async fn n(&self, sql: &str) -> i64 {
        self.d.r.store.baca().angka(sql, nilai![]).await.unwrap()
    }

    async fn surat(&self) -> i64 {
        self.d.r.store.baca().angka("SELECT COUNT(*) AS n FROM pekerjaan WHERE jenis = 'surat-pengaduan'", nilai![]).await.unwrap()
    }

    async fn isi_kotak(&self, p: &Pelaku, s: Saring) -> Vec<String> {
        let k = hak::kotak_aduan(&self.d.r.store, p).await.unwrap();
        let (b, _) = pengaduan::kotak(&self.d.r.store, &k, s, "", 0, 50).await.unwrap();
        b.into_iter().map(|p| p.nomor.clone()).collect()
    }
}

fn keadaan<T>(h: Hasil<T>) -> &'static str {
    match h {
        Err(StoreError::Keadaan(k)) => k,
        Err(e) => panic!("{e}"),
        Ok(_) => panic!("it was taken"),
    }
}

fn tiga(a: &str, b: &str, c: Option<&str>) -> (String, String, Option<String>) {
    (a.into(), b.into(), c.map(str::to_owned))
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Sent, verified, forwarded, handed on, answered, answered back, closed by time, reopened.
    async fn perjalanan_satu_laporan(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (id, kode) = m.satu("rahasia-formulir-1").await;
        assert_eq!(m.satu("rahasia-formulir-1").await, (id, kode.clone()), "sent twice is once");
        assert_ne!(m.satu("rahasia-formulir-2").await.0, id);
        assert_eq!(pengaduan::dari_id(s.baca(), id).await.unwrap().nomor, "2026-0001");
        assert_eq!(m.keadaan(id).await, tiga("diterima", "penghubung", Some("2026-03-05")));
        assert_eq!((m.kabar(&m.penghubung, "aduan-baru").await, m.surat().await), (2, 2));
        assert!(matches!(m.akses(&m.rsud, id).await, Err(StoreError::TidakDitemukan)), "named by the report, not forwarded yet");
        m.terima(id).await;
        assert_eq!(m.keadaan(id).await, tiga("diteruskan", "unit", Some("2026-03-27")));
        assert_eq!((m.kabar(&m.rsud, "aduan-diteruskan").await, m.kabar(&m.dinsos, "aduan-diteruskan").await), (1, 0));
        assert!(m.akses(&m.rsud, id).await.unwrap().penghubung().is_err());
        // Handed on: the first unit reads no more, the clock goes on.
        s.jam().maju(3 * HARI);
        let h = m.akses(&m.rsud, id).await.unwrap().penjawab();
        pengaduan::teruskan(s, &h, Uuid::now_v7(), m.d.dinsos, Isi { catatan: "Bukan tugas kami.", ..Isi::default() }).await.unwrap();
        assert!(m.akses(&m.rsud, id).await.is_err());
        assert_eq!(m.keadaan(id).await, tiga("diteruskan", "unit", Some("2026-03-27")));
        let h = m.akses(&m.dinsos, id).await.unwrap().penjawab();
        assert_eq!(keadaan(pengaduan::teruskan(s, &h, Uuid::now_v7(), m.d.dinsos, Isi::default()).await), "aduan-unit-sama");
        let op = Uuid::now_v7();
        assert_eq!(keadaan(pengaduan::jawab(s, &h, op, Isi::default()).await), "aduan-teks-wajib");
        let jawaban = Isi { teks: "Loket ditambah.", ..Isi::default() };
        pengaduan::jawab(s, &h, op, jawaban).await.unwrap();
        pengaduan::jawab(s, &h, op, jawaban).await.unwrap();
        assert_eq!(keadaan(pengaduan::jawab(s, &h, Uuid::now_v7(), jawaban).await), "aduan-langkah", "a second officer comes too late");
        assert_eq!(m.keadaan(id).await, tiga("dijawab", "pelapor", Some("2026-03-15")));
        m.lakukan(&kode, Tindakan::Tanggapi, "Belum berubah.").await.unwrap();
        assert_eq!(m.kabar(&m.dinsos, "aduan-ditanggapi").await, 1);
        pengaduan::jawab(s, &h, Uuid::now_v7(), jawaban).await.unwrap();
        // Ten days without a word: closed by the program, once.
        s.jam().maju(10 * HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().ditutup, 0, "the tenth day is still the complainant's");
        s.jam().maju(HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().ditutup, 1);
        assert_eq!(pengaduan::jalankan(s).await.unwrap(), pengaduan::Dikerjakan::default());
        assert_eq!(m.keadaan(id).await, tiga("selesai-otomatis", "selesai", None));
        m.lakukan(&kode, Tindakan::BukaKembali, "Terulang lagi.").await.unwrap();
        let l = m.muat(id).await.laporan;
        assert_eq!((l.keadaan, l.dibuka_kembali, l.diteruskan), (Keadaan::DibukaKembali, 1, 2));
        assert!(matches!(m.lakukan("a000000000z", Tindakan::Cabut, "").await, Err(StoreError::TidakDitemukan)));
        m.lakukan(&kode, Tindakan::Cabut, "").await.unwrap();
        assert!(pengaduan::dari_kode(s.baca(), &kode).await.unwrap().giliran == "selesai");
        for (aksi, n) in [("pengaduan.kirim", 2), ("pengaduan.langkah", 9)] {
            assert_eq!(m.n(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
        let bocor = "SELECT COUNT(*) AS n FROM audit WHERE rincian LIKE '%Sari%' OR rincian LIKE '%sari@%' OR rincian LIKE '%Antrean%'";
        assert_eq!(m.n(bocor).await, 0, "no names, no contents in the log");
    }

    /// Anonymous: nobody in the agency; wrongdoing: named people only; secret: never public.
    async fn siapa_membaca_apa(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (terang, _) = m.satu("rahasia-formulir-1").await;
        let (anonim, _) = m.kirim(&Baru { samaran: Samaran { anonim: true, rahasia: false }, ..m.baru("rahasia-formulir-2") }).await;
        let nama = async |id| pengaduan::identitas(s, &m.akses(&m.penghubung, id).await.unwrap().pembaca()).await.unwrap().map(|p| p.nama);
        assert_eq!((nama(terang).await, nama(anonim).await), (Some("Sari".into()), None));
        assert_eq!(m.surat().await, 2, "the anonymous one learns of answers all the same");
        let (wbs, _) = m.kirim(&Baru { pelanggaran: true, ..m.baru("rahasia-formulir-3") }).await;
        let h = m.akses(&m.penghubung, wbs).await.unwrap().penghubung().unwrap();
        m.periksa(wbs).await;
        assert!(m.akses(&m.rsud, wbs).await.is_err(), "the unit itself does not read it");
        assert!(m.isi_kotak(&m.rsud, Saring::Semua).await.is_empty());
        assert_eq!(m.kabar(&m.rsud, "aduan-diteruskan").await, 0);
        assert_eq!(keadaan(pengaduan::tambah_pembaca(s, &h, "siapa@luar.id").await), "aduan-pembaca-tak-dikenal");
        pengaduan::tambah_pembaca(s, &h, "OP.DINSOS@kab.id").await.unwrap();
        pengaduan::tambah_pembaca(s, &h, "op.dinsos@kab.id").await.unwrap();
        assert_eq!(m.isi_kotak(&m.dinsos, Saring::Giliran).await, ["2026-0003"]);
        let penjawab = m.akses(&m.dinsos, wbs).await.unwrap().penjawab();
        pengaduan::jawab(s, &penjawab, Uuid::now_v7(), Isi { teks: "Diperiksa.", ..Isi::default() }).await.unwrap();
        let daftar = pengaduan::pembaca(s, &m.akses(&m.dinsos, wbs).await.unwrap().pembaca()).await.unwrap();
        assert_eq!(daftar.len(), 1);
        // Who serves elsewhere now finds it neither behind its address nor in his list.
        let pindah = Pelaku { peran: m.d.biro.peran.iter().filter(|p| !matches!(p.lingkup, Lingkup::Instansi(_))).cloned().collect(), ..m.dinsos.clone() };
        assert!(m.akses(&pindah, wbs).await.is_err());
        assert!(m.isi_kotak(&pindah, Saring::Semua).await.is_empty());
        pengaduan::cabut_pembaca(s, &h, daftar[0].id).await.unwrap();
        assert!(m.akses(&m.dinsos, wbs).await.is_err());
        let h_terang = m.akses(&m.penghubung, terang).await.unwrap().penghubung().unwrap();
        assert_eq!(keadaan(pengaduan::tambah_pembaca(s, &h_terang, "op.rsud@kab.id").await), "aduan-pembaca-bukan");
        // Public summaries.
        let umum = UmumBaru { id: Uuid::now_v7(), judul: "Antrean", ringkas: "Seorang warga menunggu lama.", jawaban: "Loket ditambah." };
        assert_eq!(keadaan(pengaduan::muat_umum(s, &h, umum).await), "aduan-rahasia");
        assert_eq!(keadaan(pengaduan::muat_umum(s, &h_terang, umum).await), "aduan-belum-dijawab");
        m.terima(terang).await;
        m.jawab(terang).await.unwrap();
        pengaduan::muat_umum(s, &h_terang, umum).await.unwrap();
        pengaduan::muat_umum(s, &h_terang, umum).await.unwrap();
        assert_eq!(keadaan(pengaduan::muat_umum(s, &h_terang, UmumBaru { id: Uuid::now_v7(), ..umum }).await), "aduan-sudah-umum");
        assert_eq!(pengaduan::terbaru(s, 10).await.unwrap().len(), 1);
        pengaduan::tarik_umum(s, &h_terang).await.unwrap();
        assert!(pengaduan::terbaru(s, 10).await.unwrap().is_empty());
        // Strangers.
        let lain = orang(s, "auditor@kab.id", Peran::Auditor, Lingkup::Instansi(m.d.kab)).await;
        assert!(matches!(m.akses(&lain, terang).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(hak::penghubung(s, &m.d.biro, m.d.kab).await, Err(StoreError::TidakDitemukan)));
    }

    /// Wrongdoing never comes to the unit that it accuses: not handed on, not by a name, not by a change of post afterwards.
    async fn terlapor_tidak_membaca(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (wbs, _) = m.kirim(&Baru { pelanggaran: true, ..m.baru("rahasia-formulir-1") }).await;
        let h = m.akses(&m.penghubung, wbs).await.unwrap().penghubung().unwrap();
        let ke = |unit| pengaduan::verifikasi(s, &h, Uuid::now_v7(), Kelas::TidakBerkadar, Some(unit), Isi::default());
        assert_eq!(keadaan(ke(m.d.rsud).await), "aduan-unit-terlapor");
        assert_eq!(m.keadaan(wbs).await.0, "diterima", "nothing of the refused step stays");
        m.periksa(wbs).await;
        let h = m.akses(&m.penghubung, wbs).await.unwrap();
        assert_eq!(keadaan(pengaduan::teruskan(s, &h.penjawab(), Uuid::now_v7(), m.d.rsud, Isi::default()).await), "aduan-unit-terlapor");
        let h = h.penghubung().unwrap();
        assert_eq!(keadaan(pengaduan::tambah_pembaca(s, &h, "op.rsud@kab.id").await), "aduan-pembaca-terlapor");
        pengaduan::tambah_pembaca(s, &h, "op.dinsos@kab.id").await.unwrap();
        assert!(m.akses(&m.dinsos, wbs).await.is_ok());
        // The reader is posted to the accused unit.
        let sql = "UPDATE peran SET unit_id = $2 WHERE akun_id = $1";
        let tx = s.mulai().await.unwrap();
        tx.jalankan(sql, nilai![m.dinsos.akun, m.d.rsud]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(m.akses(&m.dinsos, wbs).await.is_err());
        assert!(m.isi_kotak(&m.dinsos, Saring::Semua).await.is_empty());
        // An ordinary report goes where it belongs.
        let (biasa, _) = m.satu("rahasia-formulir-2").await;
        m.terima(biasa).await;
        assert!(m.akses(&m.rsud, biasa).await.is_ok());
    }

    /// Incomplete, joined, escalated, reminded; a holiday that comes later.
    async fn yang_dilakukan_waktu(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (a, kode_a) = m.satu("rahasia-formulir-1").await;
        let (b, kode_b) = m.satu("rahasia-formulir-2").await;
        let (c, _) = m.satu("rahasia-formulir-3").await;
        let hak_ = async |id| m.akses(&m.penghubung, id).await.unwrap().penghubung().unwrap();
        pengaduan::minta_lengkapi(s, &hak_(c).await, Uuid::now_v7(), Isi { teks: "Tanggal berapa?", ..Isi::default() }).await.unwrap();
        assert_eq!(m.keadaan(c).await, tiga("belum-lengkap", "pelapor", Some("2026-04-01")));
        m.terima(a).await;
        let isi = Isi { teks: "Sama dengan laporan lain.", ..Isi::default() };
        for salah in ["2026-0002", "2026-9999"] {
            let e = pengaduan::tolak(s, &hak_(b).await, Uuid::now_v7(), Penolakan::Duplikat(salah), isi).await;
            assert_eq!(keadaan(e), "aduan-induk");
        }
        let sebelum = m.surat().await;
        pengaduan::tolak(s, &hak_(b).await, Uuid::now_v7(), Penolakan::Duplikat("2026-0001"), isi).await.unwrap();
        let lain = pengaduan::tolak(s, &hak_(c).await, Uuid::now_v7(), Penolakan::Duplikat("2026-0002"), isi).await;
        assert_eq!(keadaan(lain), "aduan-induk", "no chains");
        let induk = pengaduan::induk(s.baca(), &m.muat(b).await).await.unwrap().unwrap();
        assert_eq!(induk.id, a);
        assert_eq!((pengaduan::jawaban_induk(s, &induk).await.unwrap(), pengaduan::pengikut(s.baca(), a).await.unwrap()), (JawabanInduk::Belum, 1));
        // The office adds a holiday on the last day: the day moves, what was done stays.
        let biro = hak::instansi(s, &m.d.biro, m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let hari = HariBaru { id: KalenderHariId::baru(), tanggal: date(2026, 3, 27), kerja: false, nama: "Hari jadi", sumber: "" };
        kalender::tambah_hari(s, &biro, hari).await.unwrap();
        assert_eq!(m.keadaan(a).await.2.as_deref(), Some("2026-03-30"), "at once: no page names two days");
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dihitung, 0);
        s.jam().maju(26 * HARI);
        let d = pengaduan::jalankan(s).await.unwrap();
        assert_eq!((d.kabar, d.dieskalasi), (1, 0), "two days before the unit is reminded");
        assert_eq!(pengaduan::jalankan(s).await.unwrap().kabar, 0, "once");
        s.jam().maju(2 * HARI);
        assert_eq!(keadaan(m.lakukan(&kode_a, Tindakan::Eskalasi, "").await), "aduan-belum-lewat");
        s.jam().maju(HARI);
        assert_eq!(m.isi_kotak(&m.penghubung, Saring::Lewat).await, ["2026-0001"]);
        let d = pengaduan::jalankan(s).await.unwrap();
        assert_eq!((d.dieskalasi, m.kabar(&m.penghubung, "aduan-eskalasi").await), (1, 1));
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dieskalasi, 0, "once a round");
        m.lakukan(&kode_a, Tindakan::Eskalasi, "Sudah lewat.").await.unwrap();
        assert_eq!(m.kabar(&m.penghubung, "aduan-eskalasi").await, 2);
        assert!(m.muat(a).await.lewat().unwrap());
        m.jawab(a).await.unwrap();
        assert_eq!(m.surat().await - sebelum, 3, "the joined one is told of joining and of the answer, the other of the answer");
        // Not completed in thirty days.
        s.jam().maju(2 * HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dicabut, 1);
        assert_eq!(m.keadaan(c).await.0, "dianggap-dicabut");
        // A joined report whose writer disagrees begins anew.
        m.lakukan(&kode_b, Tindakan::BukaKembali, "Ini hal lain.").await.unwrap();
        assert_eq!(m.keadaan(b).await.0, "diterima");
    }

    /// One report that cannot be read stops none of the others; what is said of a due day follows the calendar too.
    async fn a_broken_report_stops_no_other(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (rusak, _) = m.satu("rahasia-formulir-1").await;
        let (b, kode) = m.satu("rahasia-formulir-2").await;
        for id in [rusak, b] {
            m.terima(id).await;
            m.jawab(id).await.unwrap();
        }
        let sql = "INSERT INTO pengaduan_langkah (id, pengaduan_id, urut, jenis, tanggal, pihak, teks, catatan, pada)
            VALUES ($1, $2, 99, 'entah', '2026-03-02', 'program', '', '', 0)";
        let tx = s.mulai().await.unwrap();
        tx.jalankan(sql, nilai![Uuid::now_v7(), rusak]).await.unwrap();
        tx.commit().await.unwrap();
        s.jam().maju(11 * HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().ditutup, 1);
        m.lakukan(&kode, Tindakan::BukaKembali, "Terulang.").await.unwrap();
        let tx = s.mulai().await.unwrap();
        let sql = r#"UPDATE pengaduan_kini SET tahun = '{"tanpa":[2026],"perkiraan":[]}' WHERE pengaduan_id = $1"#;
        tx.jalankan(sql, nilai![b]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dihitung, 1);
        assert_eq!(kalender::baca_catatan(&pengaduan::dari_id(s.baca(), b).await.unwrap().tahun), (vec![], vec![]));
    }

    /// Counts by unit; a report that came otherwise; SP4N-LAPOR!; a year whose calendar is unknown.
    async fn ukuran_dan_kanal(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let instansi = hak::penghubung(s, &m.penghubung, m.d.kab).await.unwrap();
        let kiriman = Baru { kejadian: None, ..m.baru("rahasia-formulir-9") };
        let hari = date(2026, 2, 20);
        let catat = |kanal, tanggal: Date, lapor| pengaduan::catat(s, &instansi, &kiriman, kanal, tanggal, lapor);
        assert_eq!(keadaan(catat(Kanal::Lapor, hari, "").await), "aduan-nomor-lapor");
        assert_eq!(keadaan(catat(Kanal::Loket, date(2026, 3, 3), "").await), "aduan-tanggal");
        let (a, kode) = catat(Kanal::Lapor, hari, "#1234567").await.unwrap();
        let p = pengaduan::dari_id(s.baca(), a).await.unwrap();
        assert_eq!((p.lapor.as_deref(), p.lapor_arah.as_deref(), p.tanggal.as_str()), (Some("1234567"), Some("diterima"), "2026-02-20"));
        m.terima(a).await;
        m.jawab(a).await.unwrap();
        m.lakukan(&kode, Tindakan::Selesai, "").await.unwrap();
        let (b, _) = m.satu("rahasia-formulir-2").await;
        let h = m.akses(&m.penghubung, b).await.unwrap().penghubung().unwrap();
        pengaduan::tolak(s, &h, Uuid::now_v7(), Penolakan::Spam, Isi { teks: "Iklan.", ..Isi::default() }).await.unwrap();
        pengaduan::lapor(s, &h, "77", true).await.unwrap();
        m.satu("rahasia-formulir-3").await;
        let u = pengaduan::ukuran(s, m.d.rsud, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap();
        assert_eq!((u.ukuran.masuk, u.ukuran.gugur, u.ukuran.selesai, u.ukuran.tepat_waktu, u.ukuran.belum_diverifikasi), (3, 1, 1, 1, 1));
        assert_eq!((u.lapor_masuk, u.lapor_selesai), (1, 1), "what fell away is in neither");
        assert_eq!(pengaduan::ukuran(s, m.d.rsud, date(2026, 3, 1), date(2026, 12, 31)).await.unwrap().ukuran.masuk, 2);
        assert_eq!(pengaduan::ukuran(s, m.d.dinsos, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap().ukuran.masuk, 0);
        assert_eq!(pengaduan::ukuran_instansi(s, m.d.kab, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap().len(), 1);
        // Far ahead no list of holidays is known: the day is given, and that it is uncertain.
        s.jam().maju(5 * 366 * HARI);
        let (c, _) = m.satu("rahasia-formulir-4").await;
        let p = pengaduan::dari_id(s.baca(), c).await.unwrap();
        assert_eq!((p.nomor.as_str(), kalender::baca_catatan(&p.tahun)), ("2031-0001", (vec![2031], vec![])));
        // Nobody reads reports elsewhere, and that is said at once.
        let mut lain = m.baru("rahasia-formulir-5");
        lain.tujuan.instansi = store::id::InstansiId::baru();
        assert_eq!(keadaan(pengaduan::kirim(s, &lain).await), "aduan-tanpa-penghubung");
        for (isi, harap) in [("", "aduan-isi-wajib"), (&*"x".repeat(10_001), "aduan-panjang")] {
            assert_eq!(keadaan(pengaduan::kirim(s, &Baru { isi, ..m.baru("rahasia-formulir-6") }).await), harap);
        }
        let esok = Baru { kejadian: Some(date(2040, 1, 1)), ..m.baru("rahasia-formulir-7") };
        assert_eq!(keadaan(pengaduan::kirim(s, &esok).await), "aduan-kejadian");
        assert!(m.muat(c).await.boleh(Langkah::Cabut));
    }

    async fn templat_dan_berkas(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let h = hak::penghubung(s, &m.penghubung, m.d.kab).await.unwrap();
        let id = Uuid::now_v7();
        pengaduan::tambah_templat(s, &h, id, "Terima kasih", "Laporan Anda kami teruskan.").await.unwrap();
        pengaduan::tambah_templat(s, &h, id, "Terima kasih", "Laporan Anda kami teruskan.").await.unwrap();
        assert_eq!(pengaduan::templat(s.baca(), m.d.kab).await.unwrap().len(), 1);
        pengaduan::hapus_templat(s, &h, id).await.unwrap();
        assert!(pengaduan::templat(s.baca(), m.d.kab).await.unwrap().is_empty());
        let pdf = || store::berkas::periksa(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n".to_vec()).unwrap();
        let dua = [("../bukti.exe".to_owned(), pdf()), ("b.pdf".to_owned(), pdf())];
        let (id, kode) = m.kirim(&Baru { lampiran: &dua, ..m.baru("rahasia-formulir-1") }).await;
        let anonim = Samaran { anonim: true, rahasia: false };
        let (tersamar, _) = m.kirim(&Baru { lampiran: &dua, samaran: anonim, ..m.baru("rahasia-formulir-9") }).await;
        let nama: Vec<String> = m.muat(tersamar).await.lampiran.into_iter().map(|l| l.nama).collect();
        assert_eq!(nama, ["lampiran-1.pdf", "lampiran-2.pdf"], "files are often called after their owner");
        let lampiran = m.muat(id).await.lampiran;
        assert_eq!(lampiran.iter().map(|l| (l.nama.as_str(), l.pihak.as_str())).collect::<Vec<_>>(), [("bukti.exe.pdf", "pelapor"), ("b.pdf", "pelapor")]);
        let (lain, _) = m.satu("rahasia-formulir-2").await;
        let lain = pengaduan::dari_id(s.baca(), lain).await.unwrap();
        assert!(matches!(pengaduan::lampiran(s, &lain, lampiran[0].id).await, Err(StoreError::TidakDitemukan)));
        let enam: Vec<_> = (0..6).map(|n| (format!("{n}.pdf"), pdf())).collect();
        let e = pengaduan::lakukan(s, &kode, Uuid::now_v7(), Tindakan::Cabut, "", &enam).await;
        assert_eq!(keadaan(e), "aduan-lampiran-banyak");
        m.terima(lain.id).await;
        let temuan = async || store::rawat::periksa(s).await.unwrap().temuan;
        assert_eq!(temuan().await, vec![]);
        // A step that was removed past the program is missed by its event.
        let tx = s.mulai().await.unwrap();
        assert!(tx.jalankan("DELETE FROM pengaduan_langkah WHERE pengaduan_id = $1", nilai![lain.id]).await.unwrap() > 0);
        tx.commit().await.unwrap();
        let t = temuan().await;
        assert!(t.iter().any(|t| t.bagian == "aduan" && t.isi.contains("langkah ke-")), "{t:?}");
    }

    async fn konsultasi_disepakati_dan_selesai(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let b = konsultasi::Baru {
            kiriman: "rahasia-formulir-k",
            unit: m.d.rsud,
            layanan: None,
            cara: Cara::Temu,
            topik: "Syarat rujukan",
            isi: "Apa saja yang dibawa?",
            nama: "Sari",
            surel: "",
            telepon: "",
            bahasa: "id",
            waktu: Some(datetime(2026, 3, 4, 9, 0, 0, 0)),
            ilustrasi: true,
        };
        assert_eq!(keadaan(konsultasi::ajukan(s, &konsultasi::Baru { waktu: None, ..b }).await), "konsultasi-waktu-wajib");
        let lewat = Some(datetime(2026, 3, 1, 9, 0, 0, 0));
        assert_eq!(keadaan(konsultasi::ajukan(s, &konsultasi::Baru { waktu: lewat, ..b }).await), "konsultasi-sudah-lewat");
        let kode = konsultasi::ajukan(s, &b).await.unwrap();
        assert_eq!(konsultasi::ajukan(s, &b).await.unwrap(), kode);
        let id = konsultasi::dari_kode(s.baca(), &kode).await.unwrap().id;
        assert_eq!(m.kabar(&m.rsud, "konsultasi-baru").await, 1);
        assert!(matches!(hak::konsultasi(s, &m.dinsos, id).await, Err(StoreError::TidakDitemukan)));
        let h = hak::konsultasi(s, &m.rsud, id).await.unwrap();
        let tulis = |langkah, teks| konsultasi::Tulis { op: Uuid::now_v7(), langkah, teks };
        let usul = LangkahKonsultasi::Usul(Pihak::Petugas, datetime(2026, 3, 5, 10, 0, 0, 0));
        konsultasi::jawab(s, &h, tulis(usul, "Dokter ada hari Kamis.")).await.unwrap();
        let sepakat = tulis(LangkahKonsultasi::Sepakati(Pihak::Pemohon), "");
        konsultasi::tanggapi(s, &kode, sepakat).await.unwrap();
        konsultasi::tanggapi(s, &kode, sepakat).await.unwrap();
        let k = konsultasi::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((k.keadaan.as_str(), k.sepakat.as_deref()), ("disepakati", Some("2026-03-05T10:00")));
        assert_eq!(keadaan(konsultasi::jawab(s, &h, tulis(LangkahKonsultasi::TidakHadir, "")).await), "konsultasi-belum-lewat");
        let kotak = hak::kotak_aduan(s, &m.rsud).await.unwrap();
        assert_eq!(konsultasi::daftar(s, &kotak, false, 0, 10).await.unwrap().1, 1);
        konsultasi::jawab(s, &h, tulis(LangkahKonsultasi::Selesai(Pihak::Petugas), "Sudah dijelaskan.")).await.unwrap();
        assert_eq!(keadaan(konsultasi::tanggapi(s, &kode, tulis(LangkahKonsultasi::Pesan(Pihak::Pemohon), "Halo")).await), "konsultasi-berakhir");
        assert_eq!(konsultasi::daftar(s, &kotak, true, 0, 10).await.unwrap().1, 1);
        let n = async || konsultasi::hitung_selesai(s, m.d.rsud, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap();
        assert_eq!(n().await, (1, 1));
        // Whoever asked goes on, in words; the side that answers does not.
        let lagi = LangkahKonsultasi::BukaKembali;
        assert_eq!(keadaan(konsultasi::jawab(s, &h, tulis(lagi, "Ada lagi?")).await), "konsultasi-lanjut-lewat");
        assert_eq!(keadaan(konsultasi::tanggapi(s, &kode, tulis(lagi, "")).await), "aduan-teks-wajib");
        let t = tulis(lagi, "Fotokopi berapa lembar?");
        konsultasi::tanggapi(s, &kode, t).await.unwrap();
        konsultasi::tanggapi(s, &kode, t).await.unwrap();
        let k = konsultasi::dari_id(s.baca(), id).await.unwrap();
        assert_eq!((k.keadaan.as_str(), k.sepakat.as_deref()), ("menunggu-unit", None));
        assert_eq!((n().await, m.kabar(&m.rsud, "konsultasi-pesan").await), ((1, 0), 2));
        assert_eq!(keadaan(konsultasi::tanggapi(s, &kode, tulis(lagi, "Halo")).await), "konsultasi-belum-berakhir");
    }
}
