//! Reports that were joined to another one.

use super::*;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Whoever sent a joined report reads the answer to the other one, unless that is secret.
    async fn jawaban_dibaca_pengikut(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        for (n, rahasia) in [(1, false), (2, true)] {
            let (k1, k2) = (format!("rahasia-formulir-{n}a"), format!("rahasia-formulir-{n}b"));
            let samaran = Samaran { anonim: false, rahasia };
            let (a, _) = m.kirim(&Baru { samaran, ..m.baru(&k1) }).await;
            let (b, _) = m.satu(&k2).await;
            m.terima(a).await;
            let nomor = pengaduan::dari_id(s.baca(), a).await.unwrap().nomor;
            let h = m.akses(&m.penghubung, b).await.unwrap().penghubung().unwrap();
            let isi = Isi { teks: "Sama.", ..Isi::default() };
            pengaduan::tolak(s, &h, Uuid::now_v7(), Penolakan::Duplikat(&nomor), isi).await.unwrap();
            m.jawab(a).await.unwrap();
            let induk = pengaduan::induk(s.baca(), &m.muat(b).await).await.unwrap().unwrap();
            let tanggal = "2026-03-02".to_owned();
            let harap = if rahasia {
                JawabanInduk::Tertutup
            } else {
                JawabanInduk::Terbaca(pengaduan::Terjawab { tanggal, teks: "Loket ditambah.".into(), lampiran: false })
            };
            assert_eq!(pengaduan::jawaban_induk(s, &induk).await.unwrap(), harap);
        }
    }
}
