//! After the answers: plan with proof, report, publication, verification, and proposals for F01 from all of it.

use axum::http::{Method, StatusCode};
use store::{
    bukti, f01,
    peran::{Lingkup, Peran},
    skm::{laporan, rtl, terbit},
};
use testkit::{basis::BasisUji, dua_basis};
use uuid::Uuid;

use super::dunia::{Survei, unggah};
use crate::app::Peramban;

const PDF: &[u8] = b"%PDF-1.4\nbukti\nstartxref\n9\n%%EOF\n";

impl Survei {
    async fn kepala(&self) -> Peramban<'_> {
        self.d.kepala().await
    }

    /// One activity with its id.
    async fn kegiatan(&self, op: &Peramban<'_>) -> Uuid {
        let isi = [
            ("op", "0190a000-0000-7000-8000-000000000001"),
            ("unsur", "waktu"),
            ("kegiatan", "Menambah loket"),
            ("keluaran", "Jadwal loket"),
            ("tenggat", "2026-09-30"),
            ("penanggung_jawab", "Kepala loket"),
        ];
        assert_eq!(op.post(&self.jalur("/tindak-lanjut"), &isi).await.status, StatusCode::SEE_OTHER);
        rtl::daftar(self.d.app.store().baca(), self.ronde).await.unwrap()[0].id
    }

    async fn tutup(&self, op: &Peramban<'_>) {
        op.post(&self.jalur("/penutupan"), &[("_aksi", "tutup"), ("alasan", "Target tercapai")]).await;
    }
}

#[tokio::test]
async fn a_plan_is_written_changed_done_with_proof_and_opened_again() {
    let s = Survei::baru().await;
    s.jawab(12, 3, 0).await;
    let op = s.op().await;
    op.get(&s.jalur("/tindak-lanjut")).await.memuat("Belum ada rencana").memuat("Belum ada rencana untuk unsur terendah");
    let salah = op.post(&s.jalur("/tindak-lanjut"), &[("unsur", "waktu"), ("kegiatan", "Menambah <loket>")]).await;
    assert_eq!(salah.status, StatusCode::UNPROCESSABLE_ENTITY);
    salah.memuat("Tulis keluarannya").memuat("Menambah &#60;loket&#62;");
    let id = s.kegiatan(&op).await;
    let halaman = op.get(&s.jalur("/tindak-lanjut")).await;
    halaman.memuat("Menambah loket").memuat("30 September 2026").memuat("Jangka pendek").memuat("Tandai selesai");
    let ubah = s.jalur(&format!("/tindak-lanjut/{id}"));
    let isi = |versi| {
        [
            ("versi", versi),
            ("unsur", "waktu"),
            ("kegiatan", "Menambah dua loket"),
            ("keluaran", "Jadwal"),
            ("tenggat", "2026-10-31"),
            ("penanggung_jawab", "Kepala"),
        ]
    };
    assert_eq!(op.post(&ubah, &isi("1")).await.status, StatusCode::SEE_OTHER);
    op.post(&ubah, &isi("1")).await.memuat("Menambah dua loket").memuat("31 Oktober 2026");

    let selesai = format!("{ubah}/selesai");
    let kosong = unggah(&op, &selesai, &[("catatan", "")], ("berkas", "", b"")).await;
    assert_eq!(kosong.status, StatusCode::UNPROCESSABLE_ENTITY);
    kosong.memuat("Tulis catatan atau unggah bukti");
    let rusak = unggah(&op, &selesai, &[("catatan", "Terpasang")], ("berkas", "foto.jpg", b"bukan gambar")).await;
    assert_eq!(rusak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let jadi = unggah(&op, &selesai, &[("catatan", "Terpasang")], ("berkas", "jadwal.pdf", PDF)).await;
    assert_eq!(jadi.status, StatusCode::SEE_OTHER);
    op.get(&selesai).await.memuat("Terpasang").memuat("jadwal.pdf");
    assert_eq!(op.get(&format!("{ubah}/bukti")).await.status, StatusCode::OK);
    // An auditor reads, and has no way to change.
    let auditor = s.d.app.sebagai(Peran::Auditor, Lingkup::Instansi(s.d.instansi)).await;
    let dibaca = auditor.get(&s.jalur("/tindak-lanjut")).await;
    dibaca.memuat("Menambah dua loket");
    assert!(!dibaca.isi.contains("name=\"kegiatan\""));
    assert_eq!(auditor.post(&s.jalur("/tindak-lanjut"), &[]).await.status, StatusCode::FORBIDDEN);
    let buka = unggah(&op, &selesai, &[("_aksi", "batal"), ("catatan", "Foto tertukar")], ("berkas", "", b"")).await;
    assert_eq!(buka.status, StatusCode::SEE_OTHER);
    op.post(&ubah, &[("_aksi", "hapus")]).await;
    op.get(&s.jalur("/tindak-lanjut")).await.memuat("Belum ada rencana");
}

#[tokio::test]
async fn a_report_is_made_in_versions_and_says_when_it_is_stale() {
    let s = Survei::baru().await;
    let op = s.op().await;
    op.get(&s.jalur("/laporan")).await.memuat("Belum ada yang dilaporkan");
    let dini = op.post(&s.jalur("/laporan"), &[]).await;
    assert_eq!(dini.status, StatusCode::UNPROCESSABLE_ENTITY);
    s.jawab(12, 3, 1).await;
    op.get(&s.jalur("/laporan")).await.memuat("Belum ada laporan").memuat("Kursi tunggu &#60;kurang&#62;");
    let c = s.d.app.store().baca();
    let saran = laporan::saran(c, s.ronde, Uuid::nil()).await.unwrap()[0].id.to_string();
    let isi = [("op", "0190a000-0000-7000-8000-000000000002"), ("tempat", "Sangatta"), ("saran", saran.as_str())];
    for _ in 0..2 {
        assert_eq!(op.post(&s.jalur("/laporan"), &isi).await.status, StatusCode::SEE_OTHER);
    }
    let semua = laporan::daftar(c, s.ronde).await.unwrap();
    assert_eq!((semua.len(), semua[0].ikm.as_str(), semua[0].n), (1, "75.00", 12));
    let pdf = op.permintaan(Method::GET, &s.jalur(&format!("/laporan/{}/pdf", semua[0].id))).body(axum::body::Body::empty()).unwrap();
    let (_, isi) = op.kirim_mentah(pdf).await;
    assert!(isi.starts_with(b"%PDF"));
    assert_eq!(op.get(&s.jalur(&format!("/laporan/{}/xlsx", semua[0].id))).await.status, StatusCode::OK);
    assert_eq!(op.get(&s.jalur(&format!("/laporan/{}/pdf", Uuid::nil()))).await.status, StatusCode::NOT_FOUND);
    let tamu = s.d.app.tamu();
    let jalur = format!("/verifikasi/{}", semua[0].kode);
    tamu.get(&jalur).await.memuat("Laporan Survei Kepuasan Masyarakat").memuat("RSUD Uji");
    unggah(&tamu, &jalur, &[], ("berkas", "a.pdf", &isi)).await.memuat("sama");
    op.get(&s.jalur("/laporan")).await.memuat("75,00");
    s.jawab(1, 4, 0).await;
    op.get(&s.jalur("/laporan")).await.memuat("Angkanya sudah berubah");
    for bagian in ["/tindak-lanjut/rencana.pdf", "/tindak-lanjut/rencana.xlsx"] {
        assert_eq!(op.get(&s.jalur(bagian)).await.status, StatusCode::OK, "{bagian}");
    }
}

#[tokio::test]
async fn the_head_publishes_after_reading_the_warnings_and_takes_it_back() {
    let s = Survei::baru().await;
    s.jawab(12, 3, 1).await;
    let (op, kepala) = (s.op().await, s.kepala().await);
    let jalur = s.jalur("/penerbitan");
    op.get(&jalur).await.memuat("Belum dapat terbit").memuat("Hasil diterbitkan oleh kepala unit");
    s.tutup(&op).await;
    assert_eq!(op.post(&jalur, &[("paham", "ya")]).await.status, StatusCode::FORBIDDEN);
    kepala.get(&jalur).await.memuat("sampel minimal 80 belum tercapai").memuat("bertanda janggal").memuat("name=\"paham\"");
    let tanpa = kepala.post(&jalur, &[]).await;
    assert_eq!(tanpa.status, StatusCode::UNPROCESSABLE_ENTITY);
    tanpa.memuat("Centang bahwa Anda sudah membaca");
    assert_eq!(kepala.post(&jalur, &[("paham", "ya")]).await.status, StatusCode::SEE_OTHER);
    let r = terbit::riwayat(s.d.app.store().baca(), s.ronde).await.unwrap();
    kepala.get(&jalur).await.memuat("sudah terbit").memuat(&store::verifikasi::tampil(r[0].kode()));
    for bagian in ["/penerbitan/bundel", "/penerbitan/lembar.pdf"] {
        assert_eq!(op.get(&s.jalur(bagian)).await.status, StatusCode::OK, "{bagian}");
    }
    let tamu = s.d.app.tamu();
    let verifikasi = format!("/verifikasi/{}", r[0].kode());
    tamu.get(&verifikasi).await.memuat("75,00").memuat("Hasil Survei Kepuasan Masyarakat");
    assert_eq!(kepala.post(&jalur, &[("_aksi", "tarik")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    kepala.post(&jalur, &[("_aksi", "tarik"), ("alasan", "Layanan keliru")]).await;
    let ditarik = tamu.get(&verifikasi).await;
    ditarik.memuat("ditarik").memuat("Layanan keliru");
    assert!(!ditarik.isi.contains("75,00"), "a withdrawn figure is not shown");
    assert_eq!(op.get(&s.jalur("/penerbitan/bundel")).await.status, StatusCode::NOT_FOUND);
}

/// Nine answers, closed in March although planned until June: published after a tick with what it is, and nothing of a group.
#[tokio::test]
async fn a_small_round_closed_early_says_so_everywhere() {
    let s = Survei::baru().await;
    s.jawab(9, 3, 0).await;
    let (op, kepala, tamu) = (s.op().await, s.kepala().await, s.d.app.tamu());
    s.tutup(&op).await;
    let akhir = "1 Januari 2026 – 2 Maret 2026 (ditutup lebih awal, rencana sampai 30 Juni 2026)";
    for bagian in ["", "/penerbitan", "/laporan"] {
        op.get(&s.jalur(bagian)).await.memuat(akhir);
    }
    let jalur = s.jalur("/penerbitan");
    kepala.get(&jalur).await.memuat("Kurang dari 10 responden");
    assert_eq!(kepala.post(&jalur, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "only after a tick");
    assert_eq!(kepala.post(&jalur, &[("paham", "ya")]).await.status, StatusCode::SEE_OTHER);
    let kode = store::skm::dari_id(s.d.app.store().baca(), s.ronde).await.unwrap().kode;
    let publik = tamu.get(&format!("/hasil-skm/{kode}")).await;
    publik.memuat("75,00").memuat(akhir).memuat("Hanya 9 orang menjawab").memuat("Baru 9 jawaban");
    for kelompok in ["Laki-laki", "Perempuan"] {
        assert!(!publik.isi.contains(kelompok), "{kelompok}");
    }
    let bundel: serde_json::Value = serde_json::from_str(&op.get(&s.jalur("/penerbitan/bundel")).await.isi).unwrap();
    assert_eq!((&bundel["isi"]["sampai"], &bundel["isi"]["rencana_sampai"]), (&"2026-03-02".into(), &"2026-06-30".into()));
    for bagian in ["data.csv", "data.json"] {
        let isi = tamu.get(&format!("/hasil-skm/{kode}/{bagian}")).await.isi;
        assert!(isi.contains("2026-03-02") && !isi.contains("2026-06-30") && !isi.contains("jenis_kelamin"), "{isi}");
    }
}

dua_basis! {
    async fn f01_takes_proposals_only_when_the_operator_says_so(basis: BasisUji) {
        let s = Survei::pada(basis).await;
        let op = s.op().await;
        let (l, c) = (s.d.lokus, s.d.app.store().baca());
        let usul = |kode: &str| format!("/lokus/{l}/f01/usulan/{kode}");
        assert_eq!(op.get(&usul("6.a.B")).await.status, StatusCode::NOT_FOUND, "nothing here is no answer");
        s.jawab(12, 3, 0).await;
        let id = s.kegiatan(&op).await;
        op.post(&s.jalur("/laporan"), &[("op", "0190a000-0000-7000-8000-000000000003")]).await;
        unggah(&op, &s.jalur(&format!("/tindak-lanjut/{id}/selesai")), &[("catatan", "Terpasang")], ("berkas", "", b"")).await;
        s.tutup(&op).await;
        s.kepala().await.post(&s.jalur("/penerbitan"), &[("paham", "ya")]).await;

        let halaman = op.get(&usul("6.a.B")).await;
        halaman.memuat("75").memuat("SKM Uji").memuat("Belum dijawab").memuat("Laporan SKM").memuat("Lembar pengumuman");
        assert!(f01::semua(c, l).await.unwrap().is_empty(), "looking saves nothing");
        for kode in ["6.a.B", "7.a.T", "8.a.Ak", "9.a.Ak"] {
            for _ in 0..2 {
                let versi = f01::satu(c, l, kode).await.unwrap().map_or(0, |i| i.versi).to_string();
                assert_eq!(op.post(&usul(kode), &[("versi", &versi), ("bukti", "ya")]).await.status, StatusCode::SEE_OTHER, "{kode}");
            }
            assert_eq!(f01::satu(c, l, kode).await.unwrap().unwrap().versi, 1, "{kode}: twice is one answer");
        }
        let f = f01::f01(&f01::semua(c, l).await.unwrap());
        let skor = |kode: &str| serde_json::to_value(&f[kode]).unwrap();
        assert_eq!(skor("6.a.B")["frekuensi_per_tahun"]["isi"], 1);
        assert!(skor("6.a.B").get("sesuai_permenpanrb").is_none(), "the sample was not reached: the operator judges");
        assert_eq!(skor("7.a.T")["media_publikasi_skm"]["isi"], serde_json::json!(["website"]));
        assert_eq!(skor("8.a.Ak")["persen_realisasi"]["isi"], "100");
        assert_eq!(skor("9.a.Ak")["lama_bulan"]["isi"], "bulan_1");
        let banyak = |kode: &'static str| async move { bukti::milik_indikator(c, l, kode).await.unwrap().len() };
        assert_eq!((banyak("6.a.B").await, banyak("7.a.T").await, banyak("8.a.Ak").await, banyak("9.a.Ak").await), (3, 1, 2, 2));
        // F01 lies with the head: the proposal is taken only when the operator says that it comes back from there.
        assert_eq!(op.post(&format!("/lokus/{l}/f01/siap"), &[("tetap", "ya")]).await.status, StatusCode::SEE_OTHER);
        let siap = async || matches!(f01::keadaan(c, l).await.unwrap(), f01::Keadaan::Siap(_));
        assert!(siap().await);
        op.get(&usul("7.a.T")).await.memuat("F01 sedang menunggu kepala unit").memuat("Diserahkan oleh");
        let sql = "UPDATE f01 SET isi = '{}', versi = versi + 1 WHERE lokus_id = $1 AND indikator = '7.a.T'";
        let tx = s.d.app.store().mulai().await.unwrap();
        store::kueri::Kueri::jalankan(&*tx, sql, store::nilai![l]).await.unwrap();
        tx.commit().await.unwrap();
        let diam = op.post(&usul("7.a.T"), &[("versi", "2")]).await;
        assert_eq!(diam.status, StatusCode::UNPROCESSABLE_ENTITY);
        diam.memuat("Centang dahulu");
        assert!(siap().await, "nothing happens silently");
        // The clock of the tests stands still; what was changed must be later than the hand-over.
        s.d.app.store().jam().maju(1);
        let jawab = op.post(&usul("7.a.T"), &[("versi", "2"), ("tarik", "ya")]).await;
        op.get(jawab.ke().split('#').next().unwrap()).await.memuat("F01 ditarik dari kepala unit");
        assert!(!siap().await);
        let aspek = op.get(&format!("/lokus/{l}/f01/isian/6.a.B")).await;
        assert_eq!(aspek.status, StatusCode::SEE_OTHER);
        op.get(aspek.ke().split('#').next().unwrap()).await.memuat("Isi dari catatan Prima");
    }
}
