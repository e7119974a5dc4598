//! Mails to applicants: one an occasion, stopped at their wish, the address gone some days after the end.

use super::*;
use store::permohonan::surel::{self, Kiriman, SIMPAN_BAKU};

const HARI: i64 = 86_400;

impl Dunia {
    pub(super) async fn dengan_surel(&self, surel: &str) -> Result<Permohonan, StoreError> {
        let s = &self.m.d.r.store;
        let f = formulir::terakhir(s.baca(), self.layanan).await?.ok_or(StoreError::TidakDitemukan)?;
        let (isi, kk) = ([("anak".to_owned(), "Dewi".to_owned())], gambar());
        let lampiran = vec![Lampiran { medan: "kk", nama: "kk.pdf", berkas: &kk }];
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", surel, bahasa: "id", mentah: &isi, lampiran };
        let b = Baru { id: PermohonanId::baru(), formulir: f.id, gerai: self.m.gerai, kirim };
        permohonan::terima(s, &self.terbit().await, b).await
    }

    /// What mails were asked for, by name and without the ids in them.
    pub(super) async fn diminta(&self, id: PermohonanId) -> Vec<String> {
        #[derive(sea_orm::FromQueryResult)]
        struct P {
            perihal: String,
        }
        let sql = "SELECT perihal FROM permohonan_surel WHERE permohonan_id = $1 ORDER BY perihal";
        let semua: Vec<P> = self.m.d.r.store.baca().semua(sql, nilai![id]).await.unwrap();
        semua.into_iter().map(|p| p.perihal.split('/').next().unwrap().to_owned()).collect()
    }

    pub(super) async fn n(&self, sql: &str) -> i64 {
        self.m.d.r.store.baca().angka(sql, nilai![]).await.unwrap()
    }

    pub(super) async fn keluar(&self, id: PermohonanId, perihal: &str) -> Option<String> {
        let k = Kiriman { permohonan: id, perihal: perihal.to_owned() };
        surel::isi(&self.m.d.r.store, &k).await.unwrap().map(|i| i.kepada)
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn told_once_an_occasion(basis: BasisUji) {
        let d = dunia(basis, 50_000).await;
        let s = &d.m.d.r.store;
        for salah in ["sari", "sa ri@contoh.id", &*format!("{}@b.id", "x".repeat(260))] {
            let e = d.dengan_surel(salah).await;
            assert!(matches!(e, Err(StoreError::Keadaan("permohonan-surel"))), "{salah}");
        }
        let diam = d.dengan_surel("  ").await.unwrap();
        let p = d.dengan_surel(" Sari@Contoh.id ").await.unwrap();
        let id = p.id;
        assert_eq!((d.diminta(diam.id).await.len(), d.diminta(id).await), (0, vec!["terima".to_owned()]));
        assert_eq!(surel::alamat(s, id).await.unwrap().as_deref(), Some("s…@contoh.id"));
        assert_eq!(d.keluar(id, "terima").await.as_deref(), Some("sari@contoh.id"));
        let o = d.pengolah(id).await;
        permohonan::periksa(s, &o, 1).await.unwrap();
        permohonan::minta_perbaikan(s, &o, 2, "Foto buram").await.unwrap();
        permohonan::minta_perbaikan(s, &o, 2, "Foto buram").await.unwrap();
        assert_eq!(d.diminta(id).await, ["langkah", "terima"], "looking at it is no news; the same step twice is one");
        assert_eq!(surel::ingatkan_pemohon(s).await.unwrap(), 0);
        s.jam().maju(3 * HARI);
        assert_eq!((surel::ingatkan_pemohon(s).await.unwrap(), surel::ingatkan_pemohon(s).await.unwrap()), (1, 0));
        assert!(d.keluar(id, "ingat-perlu-perbaikan/x").await.is_some());
        let kk = gambar();
        let anak = [("anak".to_owned(), "Dewi".to_owned())];
        let kirim = Kirim { nama: "Ibu Sari", kontak: "0812", mentah: &anak, lampiran: vec![Lampiran { medan: "kk", nama: "x", berkas: &kk }], ..Kirim::default() };
        permohonan::perbaiki(s, &p.kode, 3, &kirim).await.unwrap();
        assert!(d.keluar(id, "ingat-perlu-perbaikan/x").await.is_none(), "settled before it left");
        permohonan::periksa(s, &o, 4).await.unwrap();
        permohonan::proses(s, &o, 5).await.unwrap();
        assert_eq!(d.diminta(id).await, ["ingat-perlu-perbaikan", "langkah", "langkah", "tagihan", "terima"], "the bill, too");
        s.jam().maju(3 * HARI);
        assert_eq!((surel::ingatkan_pemohon(s).await.unwrap(), surel::ingatkan_pemohon(s).await.unwrap()), (1, 0));
        assert!(d.keluar(id, "ingat-bayar/x").await.is_some());
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM pekerjaan WHERE jenis = 'surat-permohonan'").await, 6);
        // The address stands in one place only.
        for tabel in ["pekerjaan WHERE isi", "audit WHERE rincian", "pemberitahuan WHERE isi", "peristiwa WHERE isi"] {
            assert_eq!(d.n(&format!("SELECT COUNT(*) AS n FROM {tabel} LIKE '%contoh.id%'")).await, 0, "{tabel}");
        }
        surel::hentikan(s, &p.kode).await.unwrap();
        surel::hentikan(s, &store::kode::tampil(&p.kode)).await.unwrap();
        assert!(d.keluar(id, "terima").await.is_none() && surel::alamat(s, id).await.unwrap().is_none());
        permohonan::tolak(s, &o, 6, "Tidak memenuhi syarat").await.unwrap();
        assert_eq!(d.diminta(id).await.len(), 6, "stopped");
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'permohonan.surel-henti'").await, 1);
    }

    async fn the_address_goes_some_days_after_the_end(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let (hidup, akhir) = (d.dengan_surel("a@contoh.id").await.unwrap(), d.dengan_surel("b@contoh.id").await.unwrap());
        permohonan::batalkan(s, &akhir.kode, 1, "").await.unwrap();
        assert_eq!(surel::lama_simpan(s.baca(), d.m.d.dinsos).await.unwrap(), SIMPAN_BAKU);
        s.jam().maju(SIMPAN_BAKU * HARI);
        assert_eq!(surel::bersihkan_kontak(s).await.unwrap(), 0, "the last day is kept");
        s.jam().maju(2 * HARI);
        assert_eq!((surel::bersihkan_kontak(s).await.unwrap(), surel::bersihkan_kontak(s).await.unwrap()), (1, 0));
        assert!(surel::alamat(s, akhir.id).await.unwrap().is_none() && surel::alamat(s, hidup.id).await.unwrap().is_some());
        // The mall chooses its own number of days.
        for salah in [-1, 366] {
            let e = surel::atur_simpan(s, &d.m.kepala, Uuid::now_v7(), salah).await;
            assert!(matches!(e, Err(StoreError::Keadaan("permohonan-simpan"))));
        }
        let op = Uuid::now_v7();
        surel::atur_simpan(s, &d.m.kepala, op, 0).await.unwrap();
        surel::atur_simpan(s, &d.m.kepala, op, 0).await.unwrap();
        assert_eq!(surel::lama_simpan(s.baca(), d.m.kepala.mpp.unit_id).await.unwrap(), 0);
        permohonan::batalkan(s, &hidup.kode, 1, "").await.unwrap();
        s.jam().maju(2 * HARI);
        assert_eq!(surel::bersihkan_kontak(s).await.unwrap(), 1);
        assert_eq!(d.n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'mpp.simpan-surel'").await, 1);
    }
}
