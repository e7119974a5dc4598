//! One lokus with a submitted F01 and as many appointed evaluators as a test wants.

use crate::ruang::{Ruang, ruang};
use store::{
    Hasil,
    akun::{self, AkunBaru},
    edisi, f02,
    hak::{self, AksesLokus, EvaluatorLokus, Pelaku},
    id::{AkunId, InstansiId, LokusId, OperasiId, PengirimanId, PenugasanId, PeriodeId, SkId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

pub const EDISI: &str = include_str!("edisi_kecil.toml");
pub const SEMUA: [&str; 3] = ["1.a.Ak", "2.a.P", "3.b.K"];

pub struct Kasus {
    pub r: Ruang,
    pub kab: InstansiId,
    pub unit: UnitId,
    pub periode: PeriodeId,
    pub lokus: LokusId,
    oleh: AkunId,
}

/// A lokus before the submission of F01; `penyatuan` as in the period.
pub async fn kasus(basis: BasisUji, penyatuan: &str) -> Kasus {
    let r = ruang(basis).await;
    let tx = r.store.mulai().await.unwrap();
    let i = InstansiBaru { kode: "64.08", nama: "Kabupaten", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "64.08-rsud", instansi: kab, induk: None, nama: "RSUD", jenis: "rsud", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
    let oleh = akun::tambah(&tx, None, AkunBaru { nama: "Awal", surel: "awal@contoh.id", jabatan: "", sandi: None }).await.unwrap();
    let sidik = edisi::simpan(&tx, "uji-kecil", EDISI).await.unwrap();
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, 'p', $2, 'P', 2026, 'mandiri', $3, $4, 1, 1, $5, $6)",
        nilai![periode, kab, sidik, penyatuan, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
         VALUES ($1, 'l', $2, $3, 'A', 'jasa', 'rsud', 1, $4, $5)",
        nilai![lokus, periode, unit, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)",
        nilai![SkId::baru(), periode, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    Kasus { r, kab, unit, periode, lokus, oleh }
}

/// A case with a submitted F01 and evaluators A and B.
pub async fn berdua(basis: BasisUji, penyatuan: &str) -> (Kasus, EvaluatorLokus, EvaluatorLokus) {
    let k = kasus(basis, penyatuan).await;
    k.kirim(1).await;
    let a = k.evaluator("a@contoh.id").await;
    let b = k.evaluator("b@contoh.id").await;
    (k, a, b)
}

impl Kasus {
    pub async fn sql(&self, sql: &str, v: Vec<sea_orm::Value>) {
        let tx = self.r.store.mulai().await.unwrap();
        tx.jalankan(sql, v).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn hitung(&self, sql: &str) -> i64 {
        self.r.store.baca().angka(sql, vec![]).await.unwrap()
    }

    pub async fn kirim(&self, nomor: i64) -> PengirimanId {
        let id = PengirimanId::baru();
        let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, $3, '', '{}', 1, $4)";
        self.sql(sql, nilai![id, self.lokus, nomor, self.oleh]).await;
        id
    }

    pub async fn tarik(&self, id: PengirimanId) {
        let sql = "INSERT INTO f01_penarikan (pengiriman_id, alasan, pada, oleh) VALUES ($1, 'salah', 2, $2)";
        self.sql(sql, nilai![id, self.oleh]).await;
    }

    pub async fn fase(&self, jenis: &str) {
        let sql =
            "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', $3, 'x', 1, $4)";
        self.sql(sql, nilai![uuid::Uuid::now_v7(), self.periode, jenis, self.oleh]).await;
    }

    pub async fn bekukan(&self) {
        let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh)
            VALUES ($1, $2, 1, 'complete', '{}', '', $3, 1, $4)";
        self.sql(sql, nilai![uuid::Uuid::now_v7(), self.lokus, vec![0_u8], self.oleh]).await;
    }

    pub async fn orang(&self, surel: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
        let tx = self.r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await.unwrap();
        peran::beri(&tx, None, id, peran, &lingkup).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&self.r.store, id, "::1", "uji").await.unwrap();
        sesi::pelaku(&self.r.store, &token, "::1", "uji").await.unwrap().unwrap()
    }

    pub async fn akses(&self, p: &Pelaku) -> AksesLokus {
        hak::lokus(&self.r.store, p, self.lokus).await.unwrap()
    }

    /// Appointed by the decree of the period.
    pub async fn evaluator(&self, surel: &str) -> EvaluatorLokus {
        let p = self.orang(surel, Peran::Evaluator, Lingkup::Instansi(self.kab)).await;
        let g = PenugasanId::baru();
        let sql = "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, 1, $4)";
        self.sql(sql, nilai![g, self.lokus, p.akun, self.oleh]).await;
        let sql = "INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) SELECT $1, id, 1, $2 FROM sk";
        self.sql(sql, nilai![g, self.oleh]).await;
        self.akses(&p).await.evaluator().unwrap()
    }

    pub async fn skor(&self, e: &EvaluatorLokus, kode: &str, skor: u8, dasar: i64) -> Hasil<f02::Tersimpan> {
        f02::simpan(&self.r.store, e, tulis(kode, Some(skor), dasar)).await
    }

    /// Fills the three weighted indicators and marks the sheet done.
    pub async fn penuh(&self, e: &EvaluatorLokus, skor: [u8; 3]) {
        for (kode, s) in SEMUA.iter().zip(skor) {
            self.skor(e, kode, s, 0).await.unwrap();
        }
        f02::tandai_selesai(&self.r.store, e).await.unwrap();
    }
}

pub fn tulis(kode: &str, skor: Option<u8>, versi_dasar: i64) -> f02::Tulis {
    f02::Tulis {
        op: OperasiId::baru(),
        indikator: kode.into(),
        versi_dasar,
        skor,
        sumber: "dokumen".into(),
        catatan: "catatan".into(),
        rekomendasi: "rekomendasi".into(),
    }
}

pub fn keadaan<T: std::fmt::Debug>(h: Hasil<T>) -> &'static str {
    match h {
        Err(store::StoreError::Keadaan(k)) => k,
        lain => panic!("expected a state, got {lain:?}"),
    }
}
