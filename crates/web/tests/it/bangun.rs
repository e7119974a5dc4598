//! A small world for page tests: a kabupaten with its RSUD, an open period, one lokus, and people for each role.

use pekppp::bawaan;
use store::{
    edisi,
    id::{AkunId, InstansiId, LokusId, PenugasanId, PeriodeId, SkId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};

use web::Konfig;

use crate::app::{Peramban, TestApp};

pub struct Dunia {
    pub app: TestApp,
    pub instansi: InstansiId,
    pub unit: UnitId,
    pub periode: PeriodeId,
    pub lokus: LokusId,
    pub oleh: AkunId,
}

impl Dunia {
    pub async fn baru() -> Self {
        Self::dengan(Konfig { laju: false, ..Konfig::default() }).await
    }

    pub async fn dengan(konfig: Konfig) -> Self {
        Self::pada(TestApp::dengan(konfig).await).await
    }

    /// In an application that was made already, on either database.
    pub async fn pada(app: TestApp) -> Self {
        let oleh = app.akun("awal@uji.example", &[]).await;
        let (e, teks) = bawaan("pekppp-2022-a").unwrap();
        let tx = app.store().mulai().await.unwrap();
        let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Uji", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
        let instansi = instansi::tambah(&tx, None, kab).await.unwrap();
        let rsud = UnitBaru { kode: "64.08-rsud", instansi, induk: None, nama: "RSUD Uji", jenis: "rsud", alamat: "Jalan Uji 1" };
        let unit = instansi::tambah_unit(&tx, None, rsud).await.unwrap();
        let edisi = edisi::simpan(&tx, &e.id, teks).await.unwrap();
        let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
        tx.jalankan(
            "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
             VALUES ($1, 'uji-2026', $2, 'PEKPPP Uji 2026', 2026, 'mandiri', $3, 'konsensus', 0, 1, $4, $5)",
            nilai![periode, instansi, edisi, tx.pada, oleh],
        )
        .await
        .unwrap();
        tx.jalankan(
            "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
             VALUES ($1, 'uji-2026-rsud', $2, $3, 'A', 'jasa', 'rsud', 1, $4, $5)",
            nilai![lokus, periode, unit, tx.pada, oleh],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        Self { app, instansi, unit, periode, lokus, oleh }
    }

    pub async fn penyelenggara(&self) -> Peramban<'_> {
        self.app.sebagai(Peran::Penyelenggara, Lingkup::Instansi(self.instansi)).await
    }

    pub async fn operator(&self) -> Peramban<'_> {
        self.app.sebagai(Peran::UnitOperator, Lingkup::Unit { unit: self.unit, instansi: self.instansi }).await
    }

    pub async fn kepala(&self) -> Peramban<'_> {
        self.app.sebagai(Peran::UnitKepala, Lingkup::Unit { unit: self.unit, instansi: self.instansi }).await
    }

    /// An evaluator appointed for the lokus by decree.
    pub async fn evaluator(&self, surel: &str) -> Peramban<'_> {
        let akun = self.app.akun(surel, &[(Peran::Evaluator, Lingkup::Instansi(self.instansi))]).await;
        let (g, sk) = (PenugasanId::baru(), SkId::baru());
        let tx = self.app.store().mulai().await.unwrap();
        for (sql, n) in [
            (
                "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
                nilai![g, self.lokus, akun, tx.pada, self.oleh],
            ),
            (
                "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)",
                nilai![sk, self.periode, tx.pada, self.oleh],
            ),
            ("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)", nilai![g, sk, tx.pada, self.oleh]),
            (
                "INSERT INTO benturan (id, lokus_id, akun_id, jawaban, alasan, teks, pada) VALUES ($1, $2, $3, 'tidak', '', '', $4)",
                nilai![uuid::Uuid::now_v7(), self.lokus, akun, tx.pada],
            ),
        ] {
            tx.jalankan(sql, n).await.unwrap();
        }
        tx.commit().await.unwrap();
        self.app.masuk(akun).await
    }
}
