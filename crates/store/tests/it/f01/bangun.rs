//! One lokus with its operator, head and an appointed evaluator.

use crate::peta;
use pekppp::{Jawaban, JawabanIndikator};
use std::ops::Deref;
use store::{
    Store, f01,
    hak::{EvaluatorLokus, KepalaUnit, OperatorUnit},
    id::OperasiId,
    kueri::Kueri,
    nilai,
    peran::Peran,
};
use testkit::basis::BasisUji;

pub struct Meja {
    peta: peta::Peta,
    pub op: OperatorUnit,
    pub kepala: KepalaUnit,
    pub evaluator: EvaluatorLokus,
}

impl Deref for Meja {
    type Target = peta::Peta;
    fn deref(&self) -> &peta::Peta {
        &self.peta
    }
}

pub fn op() -> OperasiId {
    OperasiId(uuid::Uuid::new_v4())
}

pub fn jumlah(n: i64) -> JawabanIndikator {
    [("jumlah".to_owned(), Jawaban::Bulat(n))].into()
}

pub async fn meja(basis: BasisUji) -> Meja {
    let peta = peta::dengan(basis, None, "konsensus").await;
    let operator = peta.orang("operator@contoh.id", Peran::UnitOperator, peta.di_unit()).await;
    let kepala = peta.orang("kepala@contoh.id", Peran::UnitKepala, peta.di_unit()).await;
    let evaluator = peta.evaluator("evaluator@contoh.id").await;
    let op = peta.akses(&operator).await.operator().unwrap();
    let kepala = peta.akses(&kepala).await.kepala().unwrap();
    let evaluator = peta.akses(&evaluator).await.evaluator().unwrap();
    Meja { peta, op, kepala, evaluator }
}

impl Meja {
    pub fn s(&self) -> &Store {
        &self.r.store
    }

    /// One second later.
    pub fn maju(&self) {
        self.s().jam().maju(1);
    }

    pub async fn simpan(&self, indikator: &str, versi_dasar: i64, n: i64) -> store::Hasil<f01::Tersimpan> {
        self.maju();
        f01::simpan(self.s(), &self.op, f01::Tulis { op: op(), indikator, versi_dasar, isi: &jumlah(n) }).await
    }

    pub async fn siapkan(&self) {
        self.maju();
        f01::siapkan(self.s(), &self.op, "").await.unwrap();
    }

    /// Hash of what the head would submit now.
    pub async fn sidik(&self) -> String {
        f01::beku_kini(self.s().baca(), self.lokus).await.unwrap().teks().unwrap().1
    }

    pub async fn ajukan(&self) -> store::Hasil<f01::Pengiriman> {
        let sidik = self.sidik().await;
        f01::ajukan(self.s(), &self.kepala, f01::Ajukan { op: op(), sidik: &sidik }).await
    }

    pub async fn keadaan(&self) -> f01::Keadaan {
        f01::keadaan(self.s().baca(), self.lokus).await.unwrap()
    }

    pub async fn audit(&self, aksi: &str) -> i64 {
        self.s().baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = $1", nilai![aksi]).await.unwrap()
    }
}
