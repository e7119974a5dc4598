//! One lokus with a submitted F01 and as many appointed evaluators as a test wants.

use crate::peta::{self, Peta};
use store::{
    Hasil, f02,
    hak::EvaluatorLokus,
    id::{OperasiId, PengirimanId},
    nilai,
};
use testkit::basis::BasisUji;

pub const EDISI: &str = include_str!("edisi_kecil.toml");
pub const SEMUA: [&str; 3] = ["1.a.Ak", "2.a.P", "3.b.K"];

/// A lokus before the submission of F01; `penyatuan` as in the period.
pub async fn kasus(basis: BasisUji, penyatuan: &str) -> Peta {
    peta::dengan(basis, Some(("uji-kecil", EDISI)), penyatuan).await
}

/// A case with a submitted F01 and evaluators A and B.
pub async fn berdua(basis: BasisUji, penyatuan: &str) -> (Peta, EvaluatorLokus, EvaluatorLokus) {
    let k = kasus(basis, penyatuan).await;
    k.kirim(1).await;
    let a = k.penilai("a@contoh.id").await;
    let b = k.penilai("b@contoh.id").await;
    (k, a, b)
}

impl Peta {
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

    pub async fn bekukan(&self) {
        let sql = "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh)
            VALUES ($1, $2, 1, 'complete', '{}', '', $3, 1, $4)";
        self.sql(sql, nilai![store::id::baru(), self.lokus, vec![0_u8], self.oleh]).await;
    }

    pub async fn penilai(&self, surel: &str) -> EvaluatorLokus {
        let p = self.evaluator(surel).await;
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
