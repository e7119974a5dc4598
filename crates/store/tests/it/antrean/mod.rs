//! Tickets and the line: numbers, calls, what officers and citizens may do, the day and its end.

mod garis;
mod langkah;
mod nomor;
mod serentak;
mod survei;

use crate::{
    mpp::{Mal, mal},
    orang::orang,
};
use layanan::antrean::Prioritas;
use store::{
    Store,
    antrean::{self, Minta, Saluran, Tiket},
    hak::{self, PelaksanaGerai},
    id::{GeraiId, LayananId, LoketId, OperasiId, PelaksanaId, PenempatanId},
    layanan::Isi,
    mpp::{self, GeraiIsi, Mpp, Penempatan, PenempatanIsi},
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

/// A mall with one service at its gerai, three counters, and two officers placed there.
pub struct Balai {
    pub m: Mal,
    pub mpp: Mpp,
    pub ktp: Penempatan,
    pub loket: Vec<LoketId>,
    pub petugas: Vec<PelaksanaGerai>,
}

pub async fn balai(basis: BasisUji) -> Balai {
    let m = mal(basis).await;
    let s = &m.d.r.store;
    let isi = PenempatanIsi { awalan: "A", menit: Some(10), undangan: false };
    let id = mpp::tempatkan(s, &m.kepala, PenempatanId::baru(), (m.gerai, m.layanan), &isi).await.unwrap();
    let ktp = mpp::penempatan_satu(s.baca(), id).await.unwrap();
    let mut loket = Vec::new();
    for nama in ["1", "2", "3"] {
        let id = LoketId::baru();
        mpp::tambah_loket(s, &m.kepala, id, m.gerai, nama).await.unwrap();
        loket.push(id);
    }
    let mut petugas = Vec::new();
    for n in 0..3 {
        let p = orang(s, &format!("p{n}@kab.id"), Peran::Pelaksana, Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab }).await;
        let hari = s.sekarang().hari("WITA");
        mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, p.akun), (hari, None)).await.unwrap();
        petugas.push(hak::gerai(s, &p, m.gerai).await.unwrap().pelaksana().unwrap());
    }
    let mpp = mpp::dari_kode(s.baca(), "mal-kab").await.unwrap();
    Balai { m, mpp, ktp, loket, petugas }
}

pub fn minta(prioritas: Prioritas) -> Minta {
    Minta { op: OperasiId::baru(), prioritas }
}

impl Balai {
    pub fn s(&self) -> &Store {
        &self.m.d.r.store
    }

    /// A citizen takes a ticket on the phone.
    pub async fn ambil(&self, prioritas: Prioritas) -> Tiket {
        antrean::terbit_warga(self.s(), &self.mpp, &self.ktp, minta(prioritas), Saluran::Warga).await.unwrap()
    }

    /// The officer with this number sits down at the counter with the same number.
    pub async fn duduk(&self, n: usize) -> &PelaksanaGerai {
        antrean::loket::buka(self.s(), &self.petugas[n], self.loket[n]).await.unwrap();
        &self.petugas[n]
    }

    pub async fn berikut(&self, n: usize) -> Option<Tiket> {
        antrean::panggil::berikut(self.s(), &self.petugas[n], OperasiId::baru()).await.unwrap()
    }

    /// Another gerai with another service.
    pub async fn gerai_lain(&self) -> (GeraiId, Penempatan) {
        let s = self.s();
        let op = orang(s, "op2@kab.id", Peran::UnitOperator, Lingkup::Unit { unit: self.m.d.dinsos, instansi: self.m.d.kab }).await;
        let op = hak::unit(s, &op, self.m.d.dinsos).await.unwrap().pengelola_layanan().unwrap();
        let isi = Isi { nama: "Pajak".into(), ..Isi::default() };
        let layanan = store::layanan::buat(s, &op, LayananId::baru(), &isi, true).await.unwrap();
        let tenan = mpp::gerai(s.baca(), self.m.gerai).await.unwrap().tenan_id;
        let gerai = GeraiId::baru();
        let g = GeraiIsi { kode: "G02", nama: "Pajak", letak: "", tautan: None };
        mpp::tambah_gerai(s, &self.m.kepala, gerai, tenan, &g).await.unwrap();
        let isi = PenempatanIsi { awalan: "B", menit: None, undangan: false };
        let id = mpp::tempatkan(s, &self.m.kepala, PenempatanId::baru(), (gerai, layanan), &isi).await.unwrap();
        (gerai, mpp::penempatan_satu(s.baca(), id).await.unwrap())
    }
}
