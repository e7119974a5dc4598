//! Bookings: a hall with one service, hours from Monday to Friday, two officers on duty.

mod bersama;
mod buku;
mod dampak;
mod hadir;
mod perkiraan;
mod tugas;

use crate::{
    mpp::{Mal, mal},
    orang::orang,
};
use jiff::{
    ToSpan,
    civil::{Date, Time, Weekday, date, time},
};
use layanan::slot::{AturanSlot, JamBuka};
use store::{
    Store,
    hak::{self, DepanMpp, Pelaku, PembacaMpp},
    id::{AturanSlotId, PelaksanaId, PenempatanId, PesananId},
    kueri::Kueri,
    mpp::{self, PenempatanIsi},
    peran::{Lingkup, Peran},
    pesanan::{self, AturanBaru, GalatPesan, Kontak, PesananBaru, tugas::Isi},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

/// The tests' clock stands at Monday, 2 March 2026, 08.00 WITA.
pub const SENIN: Date = date(2026, 3, 2);
pub const SELASA: Date = date(2026, 3, 3);
pub const ATURAN: AturanSlot =
    AturanSlot { lama_menit: 30, per_petugas: 1, untuk_datang_langsung: 0, jeda_menit: 60, paling_jauh_hari: 14 };

pub struct Loka {
    pub m: Mal,
    pub id: PenempatanId,
    pub depan: DepanMpp,
    pub lain: Pelaku,
}

pub fn pukul(jam: i8, menit: i8) -> Time {
    time(jam, menit, 0, 0)
}

pub fn jam() -> Vec<JamBuka> {
    let hari = Weekday::Monday.cycle_forward().take(5);
    hari.map(|hari| JamBuka { hari, mulai: pukul(8, 0), selesai: pukul(10, 0) }).collect()
}

/// Both officers on duty all morning from today to Friday.
pub async fn loka(basis: BasisUji) -> Loka {
    let m = Box::pin(mal(basis)).await;
    let s = &m.d.r.store;
    let id = PenempatanId::baru();
    let isi = PenempatanIsi { awalan: "a", menit: Some(10), undangan: false };
    mpp::tempatkan(s, &m.kepala, id, (m.gerai, m.layanan), &isi).await.unwrap();
    let unit = Lingkup::Unit { unit: m.d.dinsos, instansi: m.d.kab };
    let lain = orang(s, "pelaksana2@kab.id", Peran::Pelaksana, unit.clone()).await;
    for p in [&m.petugas, &lain] {
        mpp::tugaskan(s, &m.kepala, PelaksanaId::baru(), (m.gerai, p.akun), (SENIN, None)).await.unwrap();
    }
    let o = orang(s, "depan.mpp@kab.id", Peran::MppDepan, unit).await;
    let depan = hak::mpp(s, &o, m.d.dinsos).await.unwrap().depan().unwrap();
    let l = Loka { m, id, depan, lain };
    l.atur(SENIN, jam(), ATURAN).await.unwrap();
    let isi: Vec<Isi> = SENIN.series(1.day()).take(5).flat_map(|h| [l.m.petugas.akun, l.lain.akun].map(|a| l.isi(a, h))).collect();
    assert_eq!(pesanan::tugas::simpan(l.s(), &l.depan, id, SENIN, l.versi().await, &isi).await.unwrap(), 0);
    l
}

impl Loka {
    pub fn s(&self) -> &Store {
        &self.m.d.r.store
    }

    pub fn isi(&self, akun: store::id::AkunId, tanggal: Date) -> Isi {
        Isi { akun, tanggal, mulai: pukul(8, 0), selesai: pukul(12, 0) }
    }

    pub async fn versi(&self) -> i64 {
        pesanan::versi(self.s().baca(), self.id).await.unwrap()
    }

    pub async fn atur(&self, mulai: Date, jam: Vec<JamBuka>, aturan: AturanSlot) -> store::Hasil<u64> {
        let a = AturanBaru { id: AturanSlotId::baru(), mulai, jam, aturan, versi: self.versi().await };
        pesanan::atur(self.s(), &self.m.kepala, self.id, &a).await
    }

    pub async fn pesan(&self, tanggal: Date, mulai: Time, surel: Option<&str>) -> Result<String, GalatPesan> {
        let kontak = Kontak { surel, telepon: None, bahasa: "id" };
        let b = PesananBaru { id: PesananId(Uuid::new_v4()), tanggal, mulai, kontak, oleh: None };
        pesanan::pesan(self.s(), self.id, &b).await
    }

    pub async fn hitung(&self, sql: &str) -> i64 {
        self.s().baca().angka(sql, vec![]).await.unwrap()
    }

    /// Jobs for mails about this occasion.
    pub async fn surel(&self, perihal: &str) -> i64 {
        self.hitung(&format!("SELECT COUNT(*) AS n FROM pekerjaan WHERE jenis = 'pesanan' AND isi LIKE '%\"{perihal}%'")).await
    }

    pub async fn pembaca(&self) -> PembacaMpp {
        hak::mpp(self.s(), self.m.kepala.pelaku(), self.m.d.dinsos).await.unwrap().pembaca().unwrap()
    }
}
