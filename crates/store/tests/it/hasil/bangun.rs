//! A lokus with two finished sheets, a submitted F01 with one piece of evidence, and F03 answers.

use crate::{f02::bangun::berdua, peta::Peta};
use pekppp::Nilai;
use store::{
    f01::{Beku, BuktiBeku},
    hak::{EvaluatorLokus, KepalaUnit, PenanggungjawabLokus, PenyelenggaraLokus},
    hasil::{self, HasilBeku, Pembekuan},
    id::{BuktiId, HasilId},
    kueri::Kueri as _,
    nilai,
    peran::{Lingkup, Peran},
    ronde::{self, Ronde, jawaban},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

pub struct Kasus2 {
    pub k: Peta,
    pub a: EvaluatorLokus,
    pub b: EvaluatorLokus,
    pub biro: PenyelenggaraLokus,
}

/// Evaluators A and B gave the same scores; nobody answered F03 yet.
pub async fn siap(basis: BasisUji) -> Kasus2 {
    let (k, a, b) = berdua(basis, "konsensus").await;
    let bukti = BuktiBeku {
        id: BuktiId::baru(),
        indikator: "1.a.Ak".into(),
        nama: "sk.pdf".into(),
        keterangan: String::new(),
        sidik: Some("ab".repeat(32)),
        tautan: None,
    };
    let (teks, sidik) = Beku { isian: std::collections::BTreeMap::new(), bukti: vec![bukti] }.teks().unwrap();
    k.sql("UPDATE f01_pengiriman SET isi = $1, sidik = $2", nilai![teks, sidik]).await;
    let p = k.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(k.kab)).await;
    let biro = k.akses(&p).await.penyelenggara().unwrap();
    Kasus2 { k, a, b, biro }
}

impl Kasus2 {
    pub async fn sama(&self) {
        self.k.penuh(&self.a, [4, 3, 5]).await;
        self.k.penuh(&self.b, [4, 3, 5]).await;
    }

    pub async fn f03(&self, jumlah: usize) -> Ronde {
        let s = &self.k.r.store;
        let akses = self.k.akses(self.biro.pelaku()).await;
        let r = ronde::buka(s, &akses.pengelola_f03().unwrap()).await.unwrap();
        for _ in 0..jumlah {
            jawaban::terima(s, &r, Uuid::new_v4(), &[Some(Nilai::baru(4).unwrap())]).await.unwrap();
        }
        r
    }

    pub async fn bekukan(&self) -> HasilBeku {
        match hasil::bekukan(&self.k.r.store, &self.biro, HasilId::baru()).await.unwrap() {
            Pembekuan::Beku(h) => *h,
            Pembekuan::Kurang(k) => panic!("not frozen: {k:?}"),
        }
    }

    pub async fn kepala(&self) -> KepalaUnit {
        let lingkup = self.k.di_unit();
        let p = self.k.orang("direktur@kab.id", Peran::UnitKepala, lingkup).await;
        self.k.akses(&p).await.kepala().unwrap()
    }

    pub async fn sekda(&self) -> PenanggungjawabLokus {
        let p = self.k.orang("sekda@kab.id", Peran::Penanggungjawab, Lingkup::Instansi(self.k.kab)).await;
        self.k.akses(&p).await.penanggungjawab().unwrap()
    }

    pub async fn jumlah(&self, tabel: &str) -> i64 {
        self.k.r.store.baca().angka(&format!("SELECT COUNT(*) AS n FROM {tabel}"), vec![]).await.unwrap()
    }

    pub async fn fase(&self, fase: &str, jenis: &str) {
        let sql = "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, $3, $4, 'x', 1, $5)";
        self.k.sql(sql, nilai![store::id::baru(), self.k.periode, fase, jenis, self.biro.pelaku().akun]).await;
    }
}
