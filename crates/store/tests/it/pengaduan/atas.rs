//! What goes beyond the office that answers: its own limits, reports that were raised, and reports that went elsewhere.

use super::*;
use layanan::{Batas, Kalender};
use store::pengaduan::{TINGKAT_INSTANSI, TINGKAT_UNIT};

impl Medan {
    async fn jatuh(&self, id: PengaduanId) -> String {
        pengaduan::dari_id(self.d.r.store.baca(), id).await.unwrap().tenggat.unwrap()
    }

    async fn tetapkan(&self, hari: u32, berlaku: Date) -> Hasil<()> {
        let s = &self.d.r.store;
        let h = hak::batas_aduan(s, &self.penghubung, self.d.kab).await.unwrap();
        pengaduan::tetapkan_batas(s, &h, Uuid::now_v7(), Kelas::TidakBerkadar, hari, berlaku, "SK 1/2026").await
    }

    async fn naik(&self, p: &Pelaku) -> Vec<(String, String, i64)> {
        let s = &self.d.r.store;
        let k = hak::kotak_eskalasi(s, p).await.unwrap();
        let (b, n) = pengaduan::daftar_eskalasi(s, &k, 0, 50).await.unwrap();
        assert_eq!(i64::try_from(b.len()).unwrap(), n);
        b.into_iter().map(|b| (b.nomor, b.tingkat, b.boleh)).collect()
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A limit of the office's own: shorter only, from a day to come, never for a report of before.
    async fn batas_sendiri(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        // 2 March 2026 (Monday) is today.
        let (lama, _) = m.satu("rahasia-formulir-1").await;
        assert_eq!(keadaan(m.tetapkan(15, date(2026, 3, 3)).await), "aduan-batas-lama");
        assert_eq!(keadaan(m.tetapkan(0, date(2026, 3, 3)).await), "aduan-batas-nol");
        assert_eq!(keadaan(m.tetapkan(7, date(2026, 3, 2)).await), "aduan-batas-mundur", "today was promised already");
        let h = hak::batas_aduan(s, &m.penghubung, m.d.kab).await.unwrap();
        for dasar in ["  ", &*"x".repeat(301)] {
            let e = pengaduan::tetapkan_batas(s, &h, Uuid::now_v7(), Kelas::Aspirasi, 3, date(2026, 3, 3), dasar).await;
            assert_eq!(keadaan(e), "aduan-batas-dasar");
        }
        m.tetapkan(7, date(2026, 3, 3)).await.unwrap();
        let (hari_ini, _) = m.satu("rahasia-formulir-2").await;
        s.jam().maju(HARI);
        let (baru, _) = m.satu("rahasia-formulir-3").await;
        for id in [lama, hari_ini, baru] {
            m.terima(id).await;
        }
        let regulasi = "2026-03-27";
        assert_eq!((m.jatuh(lama).await.as_str(), m.jatuh(hari_ini).await.as_str()), (regulasi, regulasi));
        assert_eq!(m.jatuh(baru).await, "2026-03-12");
        // A later row leaves what was received before as it is; the regulation's number takes it back.
        m.tetapkan(14, date(2026, 3, 4)).await.unwrap();
        s.jam().maju(HARI);
        let (kembali, _) = m.satu("rahasia-formulir-4").await;
        m.terima(kembali).await;
        assert_eq!((m.jatuh(baru).await.as_str(), m.jatuh(kembali).await.as_str() > "2026-03-12"), ("2026-03-12", true));
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dihitung, 0, "counted again, nothing moves");
        // Measured with the limit of its day: answered on the ninth working day, late by the own limit only.
        s.jam().maju(9 * HARI);
        m.jawab(baru).await.unwrap();
        m.jawab(lama).await.unwrap();
        let u = pengaduan::ukuran(s, m.d.rsud, date(2026, 1, 1), date(2026, 12, 31)).await.unwrap().ukuran;
        assert_eq!((u.tepat_waktu, u.terlambat), (1, 1));
        // One that did not begin can be taken back, once; one that holds cannot.
        m.tetapkan(3, date(2026, 6, 1)).await.unwrap();
        let semua = pengaduan::batas(s.baca(), m.d.kab).await.unwrap();
        let nanti = semua.iter().find(|b| b.berlaku == "2026-06-01").unwrap();
        pengaduan::batalkan_batas(s, &h, nanti.id).await.unwrap();
        pengaduan::batalkan_batas(s, &h, nanti.id).await.unwrap();
        let kini = semua.iter().find(|b| b.berlaku == "2026-03-03").unwrap();
        assert_eq!(keadaan(pengaduan::batalkan_batas(s, &h, kini.id).await), "aduan-batas-berlaku");
        let aturan = pengaduan::aturan(s.baca(), m.d.kab, "2026-07-01").await.unwrap();
        assert_eq!(aturan.untuk(Kelas::TidakBerkadar).batas.jumlah, 14);
        let aturan = pengaduan::aturan(s.baca(), m.d.kab, "2026-03-03").await.unwrap();
        assert_eq!((aturan.untuk(Kelas::TidakBerkadar).batas.jumlah, aturan.untuk(Kelas::Aspirasi).batas.jumlah), (7, 5));
        for (aksi, n) in [("pengaduan.batas", 3), ("pengaduan.batas-batal", 1)] {
            assert_eq!(m.n(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
        for p in [&m.rsud, &m.d.biro] {
            assert!(matches!(hak::batas_aduan(s, p, m.d.kab).await, Err(StoreError::TidakDitemukan)));
        }
        let pembina = orang(s, "bupati@kab.id", Peran::Pembina, Lingkup::Instansi(m.d.kab)).await;
        assert!(hak::batas_aduan(s, &pembina, m.d.kab).await.is_ok());
    }

    /// Overdue: to the head of the unit, then to those above, each once a round, with a list and no content.
    async fn naik_bertingkat(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let kepala = orang(s, "kepala.rsud@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: m.d.rsud, instansi: m.d.kab }).await;
        let pembina = orang(s, "bupati@kab.id", Peran::Pembina, Lingkup::Instansi(m.d.kab)).await;
        let ortala = orang(s, "ortala@kab.id", Peran::Penyelenggara, Lingkup::Instansi(m.d.kab)).await;
        let (a, kode) = m.satu("rahasia-formulir-1").await;
        m.terima(a).await;
        let (diam, _) = m.satu("rahasia-formulir-2").await;
        // The second is never looked at: its limit to verify (5 March) is the first to be over.
        s.jam().maju(4 * HARI);
        pengaduan::jalankan(s).await.unwrap();
        assert_eq!(m.naik(&m.penghubung).await, [("2026-0002".to_owned(), TINGKAT_UNIT.to_owned(), 1)]);
        assert!(m.naik(&kepala).await.is_empty() && m.naik(&ortala).await.is_empty());
        // Five working days later it is above, though nobody forwarded it.
        s.jam().maju(8 * HARI);
        pengaduan::jalankan(s).await.unwrap();
        assert_eq!(m.naik(&ortala).await, [("2026-0002".to_owned(), TINGKAT_INSTANSI.to_owned(), 0)]);
        assert_eq!((m.kabar(&ortala, "aduan-naik").await, m.kabar(&pembina, "aduan-naik").await), (1, 1));
        m.terima(diam).await;
        // The first: due 27 March (a Friday).
        s.jam().maju(13 * HARI);
        pengaduan::jalankan(s).await.unwrap();
        assert!(m.naik(&kepala).await.is_empty(), "the last day is still in time");
        s.jam().maju(HARI);
        for _ in 0..3 {
            pengaduan::jalankan(s).await.unwrap();
        }
        // Both were due on the same day: handing on restarts nothing.
        let unit = |n: &str| (n.to_owned(), TINGKAT_UNIT.to_owned(), 1);
        assert_eq!(m.naik(&kepala).await, [unit("2026-0002"), unit("2026-0001")]);
        assert_eq!(m.kabar(&kepala, "aduan-lewat").await, 2);
        assert_eq!(m.naik(&pembina).await.len(), 1, "not yet");
        s.jam().maju(20 * HARI);
        for _ in 0..3 {
            pengaduan::jalankan(s).await.unwrap();
        }
        let satu = |n: &str| (n.to_owned(), TINGKAT_INSTANSI.to_owned(), 0);
        let atas = m.naik(&pembina).await;
        assert!(atas.contains(&satu("2026-0001")), "{atas:?}");
        assert_eq!(m.kabar(&pembina, "aduan-naik").await, i64::try_from(atas.len()).unwrap(), "one notice a level");
        assert!(matches!(m.akses(&pembina, a).await, Err(StoreError::TidakDitemukan)), "above reads the line, not the report");
        let tercatat = m.muat(a).await.eskalasi;
        assert_eq!(tercatat.iter().map(|n| n.tingkat.as_str()).collect::<Vec<_>>(), [TINGKAT_UNIT, TINGKAT_INSTANSI]);
        assert_eq!(tercatat.iter().map(|n| n.kepada.as_str()).collect::<Vec<_>>(), ["unit", "instansi"]);
        let tanpa_unit: Vec<String> = m.muat(diam).await.eskalasi.into_iter().take(2).map(|n| n.kepada).collect();
        assert_eq!(tanpa_unit, ["penghubung", "instansi"], "no unit had it when it was late");
        assert!(tercatat.iter().all(|n| n.putaran == 1 && n.tenggat == "2026-03-27"));
        let audit = m.n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pengaduan.naik'").await;
        assert_eq!(audit, m.n("SELECT COUNT(*) AS n FROM pengaduan_eskalasi").await);
        // Answered and answered back: a round of its own.
        m.jawab(a).await.unwrap();
        m.lakukan(&kode, Tindakan::Tanggapi, "Belum.").await.unwrap();
        let sebelum = m.muat(a).await.eskalasi.len();
        s.jam().maju(40 * HARI);
        pengaduan::jalankan(s).await.unwrap();
        let akhir = m.muat(a).await.eskalasi;
        assert_eq!((akhir.len(), akhir.last().unwrap().putaran), (sebelum + 1, 2));
    }

    /// Wrongdoing: those above learn that it is late, not which unit it is about.
    async fn naik_tanpa_isi(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let ortala = orang(s, "ortala@kab.id", Peran::Penyelenggara, Lingkup::Instansi(m.d.kab)).await;
        let kepala = orang(s, "kepala.rsud@kab.id", Peran::UnitKepala, Lingkup::Unit { unit: m.d.rsud, instansi: m.d.kab }).await;
        let (id, _) = m.kirim(&Baru { pelanggaran: true, ..m.baru("rahasia-formulir-1") }).await;
        m.periksa(id).await;
        for hari in [30, 15] {
            s.jam().maju(hari * HARI);
            pengaduan::jalankan(s).await.unwrap();
        }
        let k = hak::kotak_eskalasi(s, &ortala).await.unwrap();
        let (b, _) = pengaduan::daftar_eskalasi(s, &k, 0, 9).await.unwrap();
        assert_eq!((b.len(), b[0].unit.clone(), b[0].terbuka), (1, None, 1));
        assert!(m.naik(&kepala).await.is_empty());
        assert_eq!(m.kabar(&kepala, "aduan-lewat").await, 0);
        let k = hak::kotak_eskalasi(s, &m.penghubung).await.unwrap();
        let (b, _) = pengaduan::daftar_eskalasi(s, &k, 0, 9).await.unwrap();
        assert_eq!(b.iter().map(|b| b.kepada.as_str()).collect::<Vec<_>>(), ["instansi", "pembaca"], "no head of a unit was told");
    }

    /// Checked and kept by the liaison officer: he has the time of the class, not the three days to check.
    async fn dijawab_sendiri(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (id, _) = m.kirim(&Baru { pelanggaran: true, ..m.baru("rahasia-formulir-1") }).await;
        assert_eq!(m.keadaan(id).await, tiga("diterima", "penghubung", Some("2026-03-05")), "three days to check");
        let h = m.akses(&m.penghubung, id).await.unwrap().penghubung().unwrap();
        pengaduan::verifikasi(s, &h, Uuid::now_v7(), Kelas::BerkadarPengawasan, None, Isi::default()).await.unwrap();
        let jatuh = Batas::hari_kerja(60).jatuh(date(2026, 3, 2), &Kalender::bawaan()).unwrap().jatuh;
        assert_eq!(m.keadaan(id).await, tiga("diverifikasi", "penghubung", Some(&jatuh.to_string())));
        s.jam().maju(4 * HARI);
        let d = pengaduan::jalankan(s).await.unwrap();
        assert_eq!((d.kabar, d.dieskalasi), (0, 0));
        assert!(m.isi_kotak(&m.penghubung, Saring::Lewat).await.is_empty() && m.naik(&m.penghubung).await.is_empty());
        let sisa = s.sekarang().hari("WITA").until(jatuh).unwrap().get_days();
        s.jam().maju(i64::from(sisa) * HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dieskalasi, 0, "the last day is still in time");
        s.jam().maju(HARI);
        assert_eq!(pengaduan::jalankan(s).await.unwrap().dieskalasi, 1);
        let k = hak::kotak_eskalasi(s, &m.penghubung).await.unwrap();
        let (b, _) = pengaduan::daftar_eskalasi(s, &k, 0, 9).await.unwrap();
        assert_eq!(b.iter().map(|b| (b.kepada.as_str(), b.tenggat.as_str())).collect::<Vec<_>>(), [("penghubung", jatuh.to_string().as_str())]);
        assert_eq!(m.kabar(&m.penghubung, "aduan-lewat").await, 1);
    }

    /// The notice of a report that was handed on leads to where it went, without its content.
    async fn ke_mana_perginya(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (id, _) = m.satu("rahasia-formulir-1").await;
        let pindah = async |p: &Pelaku| hak::aduan_pindah(s, p, id).await;
        assert!(matches!(pindah(&m.rsud).await, Err(StoreError::TidakDitemukan)), "never had it");
        m.terima(id).await;
        s.jam().maju(3 * HARI);
        let h = m.akses(&m.rsud, id).await.unwrap().penjawab();
        pengaduan::teruskan(s, &h, Uuid::now_v7(), m.d.dinsos, Isi::default()).await.unwrap();
        let a = pindah(&m.rsud).await.unwrap();
        let dinsos = pengaduan::dari_id(s.baca(), id).await.unwrap().penangan;
        assert_eq!((a.nomor.as_str(), a.unit, a.sejak.as_str()), ("2026-0001", dinsos, "2026-03-05"));
        assert!(matches!(pindah(&m.d.biro).await, Err(StoreError::TidakDitemukan)));
        // Named for a report of wrongdoing and taken off the list: no unit is told.
        let (wbs, _) = m.kirim(&Baru { pelanggaran: true, ..m.baru("rahasia-formulir-2") }).await;
        m.periksa(wbs).await;
        assert!(hak::aduan_pindah(s, &m.rsud, wbs).await.is_err(), "its unit never read it");
        let h = m.akses(&m.penghubung, wbs).await.unwrap().penghubung().unwrap();
        pengaduan::tambah_pembaca(s, &h, "op.dinsos@kab.id").await.unwrap();
        let daftar = pengaduan::pembaca(s, &m.akses(&m.dinsos, wbs).await.unwrap().pembaca()).await.unwrap();
        pengaduan::cabut_pembaca(s, &h, daftar[0].id).await.unwrap();
        let a = hak::aduan_pindah(s, &m.dinsos, wbs).await.unwrap();
        assert_eq!((a.unit, a.sejak.as_str()), (None, "2026-03-05"));
    }
}
