//! A unit with a head, an operator and an organiser, and rounds in it.

use crate::peta::{Peta, peta};
use jiff::civil::{Date, date};
use store::{
    hak::{self, AksesRondeSkm, Pelaku, PengelolaSkm},
    id::RondeId,
    nilai,
    peran::{Lingkup, Peran},
    ronde::{Bentuk, Kelompok, Masukan, Profil, simpan_banyak},
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

pub struct Dunia {
    pub p: Peta,
    pub operator: Pelaku,
    pub kepala: Pelaku,
    pub biro: Pelaku,
}

/// The clock of the tests stands at 2 March 2026.
pub const HARI_INI: Date = date(2026, 3, 2);

pub fn layanan(nama: &[&str]) -> Vec<LayananIsi> {
    nama.iter().map(|n| LayananIsi { nomor: None, nama: (*n).to_owned() }).collect()
}

pub fn isi<'a>(nama: &'a str, layanan: &'a [LayananIsi]) -> RondeIsi<'a> {
    RondeIsi { nama, edisi: "skm-2017", mulai: date(2026, 1, 1), sampai: date(2026, 6, 30), populasi: Some(1200), layanan, ditiadakan: &[] }
}

pub async fn dunia(basis: BasisUji) -> Dunia {
    let p = peta(basis).await;
    let operator = p.orang("op@rsud.id", Peran::UnitOperator, p.di_unit()).await;
    let kepala = p.orang("kepala@rsud.id", Peran::UnitKepala, p.di_unit()).await;
    let biro = p.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
    Dunia { p, operator, kepala, biro }
}

impl Dunia {
    pub async fn hak(&self) -> PengelolaSkm {
        hak::unit(&self.p.r.store, &self.operator, self.p.unit).await.unwrap().pengelola_skm().unwrap()
    }

    pub async fn ronde(&self, nama: &str) -> RondeId {
        let l = layanan(&["Rawat jalan", "Rawat inap"]);
        skm::buat(&self.p.r.store, &self.hak().await, RondeId::baru(), &isi(nama, &l)).await.unwrap()
    }

    pub async fn akses(&self, pelaku: &Pelaku, id: RondeId) -> AksesRondeSkm {
        hak::ronde_skm(&self.p.r.store, pelaku, id).await.unwrap()
    }
}

impl Dunia {
    /// Answers about service 1, all of them 4.
    pub async fn jawab(&self, id: RondeId, banyak: usize) {
        let s = &self.p.r.store;
        let r = skm::dari_id(s.baca(), id).await.unwrap();
        let bentuk = Bentuk { pertanyaan: u16::try_from(r.unsur.len()).unwrap(), min: 1, maks: 4 };
        let satu = |_| Masukan {
            ronde: id,
            bentuk,
            id: Uuid::new_v4(),
            kelompok: Kelompok::Daring,
            hari: HARI_INI,
            nilai: vec![4; r.unsur.len()].into(),
            profil: Profil([1, 0, 1, 2, 3]),
            tanda: 0,
            saran: None,
            tautan: None,
        };
        let semua: Vec<Masukan> = (0..banyak).map(satu).collect();
        let tx = s.mulai().await.unwrap();
        simpan_banyak(&tx, &semua).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn terbitkan(&self, id: RondeId) {
        let v = nilai![store::id::baru(), id, vec![1_u8], self.kepala.akun];
        self.p.sql("INSERT INTO skm_terbit (id, ronde_id, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, '{}', 'x', $3, 1, $4)", v).await;
    }
}
