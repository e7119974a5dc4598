//! A small world for the tests of periods: a kabupaten, three units, and people in their roles.

use crate::{
    orang::orang,
    ruang::{Ruang, ruang},
};
use jiff::civil::date;
use store::{
    hak::{self, Pelaku, PenanggungjawabPeriode, PenyelenggaraInstansi, PenyelenggaraPeriode},
    id::{InstansiId, LokusId, PeriodeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    lokus::{self, LokusIsi},
    peran::{Lingkup, Peran},
    periode::{self, Fase, PeriodeIsi, Rentang},
};
use testkit::basis::BasisUji;

pub struct Dunia {
    pub r: Ruang,
    pub kab: InstansiId,
    pub rsud: UnitId,
    pub dinsos: UnitId,
    pub biro: Pelaku,
    pub sekda: Pelaku,
}

pub fn rentang() -> [Rentang; 4] {
    let r = |fase, a: (i16, i8), b: (i16, i8)| Rentang { fase, mulai: date(a.0, a.1, 1), selesai: date(b.0, b.1, 28) };
    [
        r(Fase::Persiapan, (2026, 1), (2026, 2)),
        r(Fase::Pelaksanaan, (2026, 3), (2026, 5)),
        r(Fase::Penyampaian, (2026, 6), (2026, 7)),
        r(Fase::Pemeringkatan, (2026, 8), (2026, 9)),
    ]
}

pub fn isi(nama: &str) -> PeriodeIsi<'_> {
    PeriodeIsi {
        nama,
        tahun: 2026,
        skema: "mandiri",
        edisi_a: Some("pekppp-2022-a"),
        edisi_b: None,
        penyatuan: "konsensus",
        fase: rentang(),
        ilustrasi: false,
    }
}

pub const JASA: LokusIsi<'static> = LokusIsi { formulir: "A", cakupan: "jasa", kategori: "RSUD" };

pub async fn dunia(basis: BasisUji) -> Dunia {
    let r = ruang(basis).await;
    let tx = r.store.mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Kutai Timur", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, kab).await.unwrap();
    let mut unit = Vec::new();
    for (kode, nama) in [("rsud", "RSUD Kudungga"), ("dinsos", "Dinas Sosial")] {
        let u = UnitBaru { kode, instansi: kab, induk: None, nama, jenis: "unit", alamat: "" };
        unit.push(instansi::tambah_unit(&tx, None, u).await.unwrap());
    }
    tx.commit().await.unwrap();
    let biro = orang(&r.store, "biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(kab)).await;
    let sekda = orang(&r.store, "sekda@kab.id", Peran::Penanggungjawab, Lingkup::Instansi(kab)).await;
    Dunia { r, kab, rsud: unit[0], dinsos: unit[1], biro, sekda }
}

impl Dunia {
    pub async fn hak_buka(&self) -> PenyelenggaraInstansi {
        hak::instansi(&self.r.store, &self.biro, self.kab).await.unwrap().penyelenggara().unwrap()
    }

    pub async fn periode(&self) -> PeriodeId {
        periode::buka(&self.r.store, &self.hak_buka().await, PeriodeId::baru(), isi("PEKPPP 2026")).await.unwrap()
    }

    pub async fn penyelenggara(&self, id: PeriodeId) -> PenyelenggaraPeriode {
        hak::periode(&self.r.store, &self.biro, id).await.unwrap().penyelenggara().unwrap()
    }

    pub async fn penanggungjawab(&self, id: PeriodeId) -> PenanggungjawabPeriode {
        hak::periode(&self.r.store, &self.sekda, id).await.unwrap().penanggungjawab().unwrap()
    }

    pub async fn lokus(&self, id: PeriodeId, unit: UnitId) -> LokusId {
        lokus::tambah(&self.r.store, &self.penyelenggara(id).await, LokusId::baru(), unit, JASA).await.unwrap()
    }
}
