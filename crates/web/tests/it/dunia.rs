//! A kabupaten with three units and people in their roles, for the tests of periods and administration.

use store::{
    hak::{self, Pelaku},
    id::{AkunId, InstansiId, LokusId, PeriodeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    lokus::{self, LokusIsi},
    peran::{Lingkup, Peran},
    periode::{self, Fase, PeriodeIsi, Rentang},
    sesi,
};

use crate::app::TestApp;

pub struct Dunia {
    pub kab: InstansiId,
    pub rsud: UnitId,
    pub biro: AkunId,
    pub sekda: AkunId,
    pub eva: AkunId,
    pub operator: AkunId,
    pub admin: AkunId,
    pub auditor: AkunId,
}

pub async fn dunia(app: &TestApp) -> Dunia {
    let tx = app.store().mulai().await.unwrap();
    let kab = InstansiBaru { kode: "64.08", nama: "Kabupaten Kutai Timur", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, kab).await.unwrap();
    let mut unit = Vec::new();
    for (kode, nama) in [("rsud", "RSUD Kudungga"), ("dinsos", "Dinas Sosial"), ("sangatta-utara", "Kecamatan Sangatta Utara")] {
        let u = UnitBaru { kode, instansi: kab, induk: None, nama, jenis: "unit", alamat: "" };
        unit.push(instansi::tambah_unit(&tx, None, u).await.unwrap());
    }
    tx.commit().await.unwrap();
    let di = Lingkup::Instansi(kab);
    let rsud = unit[0];
    Dunia {
        kab,
        rsud,
        biro: app.akun("biro@uji.example", &[(Peran::Penyelenggara, di.clone())]).await,
        sekda: app.akun("sekda@uji.example", &[(Peran::Penanggungjawab, di.clone())]).await,
        eva: app.akun("eva@uji.example", &[(Peran::Evaluator, di.clone())]).await,
        operator: app.akun("operator@uji.example", &[(Peran::UnitOperator, Lingkup::Unit { unit: rsud, instansi: kab })]).await,
        admin: app.akun("admin@uji.example", &[(Peran::Admin, Lingkup::Instalasi)]).await,
        auditor: app.akun("auditor@uji.example", &[(Peran::Auditor, di)]).await,
    }
}

pub async fn pelaku(app: &TestApp, id: AkunId) -> Pelaku {
    let token = sesi::buka(app.store(), id, "::1", "uji").await.unwrap();
    sesi::pelaku(app.store(), &token, "::1", "uji").await.unwrap().unwrap()
}

pub fn rentang() -> [Rentang; 4] {
    let r = |fase, bulan: i8| Rentang { fase, mulai: jiff::civil::date(2026, bulan, 1), selesai: jiff::civil::date(2026, bulan + 1, 28) };
    [r(Fase::Persiapan, 1), r(Fase::Pelaksanaan, 3), r(Fase::Penyampaian, 5), r(Fase::Pemeringkatan, 7)]
}

impl Dunia {
    pub async fn periode(&self, app: &TestApp) -> PeriodeId {
        let biro = pelaku(app, self.biro).await;
        let hak = hak::instansi(app.store(), &biro, self.kab).await.unwrap().penyelenggara().unwrap();
        let isi = PeriodeIsi {
            nama: "PEKPPP Mandiri 2026",
            tahun: 2026,
            skema: "mandiri",
            edisi_a: Some("pekppp-2022-a"),
            edisi_b: None,
            penyatuan: "konsensus",
            fase: rentang(),
            ilustrasi: true,
        };
        periode::buka(app.store(), &hak, PeriodeId::baru(), isi).await.unwrap()
    }

    pub async fn lokus(&self, app: &TestApp, periode: PeriodeId) -> LokusId {
        let biro = pelaku(app, self.biro).await;
        let hak = hak::periode(app.store(), &biro, periode).await.unwrap().penyelenggara().unwrap();
        let isi = LokusIsi { formulir: "A", cakupan: "jasa", kategori: "RSUD" };
        lokus::tambah(app.store(), &hak, LokusId::baru(), self.rsud, isi).await.unwrap()
    }
}
