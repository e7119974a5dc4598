//! Results of SKM rounds: officers' pages, recap, files, public pages, the checker of reports.

mod angka;
mod berkas;
mod periksa;
mod publik;
mod rekap;

use jiff::civil::{Date, date};
use skm::Bobot;
use store::{
    audit, edisi,
    hak::{self, Pelaku},
    id::{RondeId, UnitId},
    kueri::Kueri as _,
    nilai,
    ronde::{Bentuk, Kelompok, Masukan, Profil, id_jawaban, simpan_banyak},
    skm::{self as ronde_skm, LayananIsi, RondeIsi, agregat, terbit::IsiTerbit},
};

use crate::{
    app::{Peramban, TestApp},
    dunia::{Dunia, dunia, pelaku},
};

pub struct Uji {
    pub app: TestApp,
    pub d: Dunia,
}

/// One answer: the same value everywhere but for the facilities, and its profile.
pub type Jawab = (u8, u8, [u8; 5]);

impl Uji {
    pub async fn baru(app: TestApp) -> Self {
        let d = dunia(&app).await;
        Self { app, d }
    }

    pub async fn ronde(&self, unit: UnitId, nama: &str, hari: (Date, Date)) -> RondeId {
        buka(&self.app, &pelaku(&self.app, self.d.biro).await, unit, nama, hari).await
    }

    /// The round of the RSUD in the first half of 2026.
    pub async fn semester(&self) -> RondeId {
        self.ronde(self.d.rsud, "SKM Semester I 2026", (date(2026, 1, 1), date(2026, 6, 30))).await
    }

    /// Stores answers as the public page does, `saran` with the first of them.
    pub async fn jawab(&self, ronde: RondeId, isi: &[Jawab], saran: Option<&str>) {
        let mut semua = Vec::new();
        for (i, (nilai, sarana, profil)) in isi.iter().enumerate() {
            // The questionnaire asks the facilities as the eighth.
            let isi: Vec<u8> = (1..=9).map(|no| if no == 8 { *sarana } else { *nilai }).collect();
            semua.push(Masukan {
                ronde,
                bentuk: Bentuk { pertanyaan: 9, min: 1, maks: 4 },
                id: id_jawaban(),
                kelompok: Kelompok::Daring,
                hari: date(2026, 3, 2),
                nilai: isi.into(),
                profil: Profil(*profil),
                tanda: u32::from(*nilai == *sarana),
                saran: saran.filter(|_| i == 0).map(str::to_owned),
                tautan: None,
            });
        }
        let tx = self.app.store().mulai().await.unwrap();
        simpan_banyak(&tx, &semua).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn biro(&self) -> Peramban<'_> {
        self.app.masuk(self.d.biro).await
    }

    /// Freezes, signs and publishes a round; what the page of publication does, whatever the state of the round.
    pub async fn terbitkan(&self, id: RondeId) -> String {
        let store = self.app.store();
        let r = ronde_skm::dari_id(store.baca(), id).await.unwrap();
        let e = edisi::skm(store, &r.edisi).await.unwrap();
        let s = e.lengkap();
        let a = agregat::baca(store.baca(), id).await.unwrap();
        let hasil = skm::hitung(&s, &a.pakai.hitungan(&s).unwrap().hitungan, Bobot::Persis).unwrap();
        let layanan = ronde_skm::layanan(store.baca(), id).await.unwrap();
        let (tx, terbit) = (store.mulai().await.unwrap(), uuid::Uuid::now_v7());
        let mut isi = serde_json::to_value(IsiTerbit::susun(&r, &e.id, layanan, a, hasil)).unwrap();
        isi["id"] = serde_json::json!(terbit);
        isi["diterbitkan"] = serde_json::json!(tx.pada.timestamp().to_string());
        let teks = isi.to_string();
        let sidik = store::sidik_hex(teks.as_bytes());
        let tanda = store.kunci().tandai(&ronde_skm::terbit::bundel::pesan(&sidik));
        tx.jalankan(
            "INSERT INTO skm_terbit (id, ronde_id, isi, sidik, tanda, pada, oleh) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            nilai![terbit, id, teks, sidik, tanda, tx.pada, self.d.biro],
        )
        .await
        .unwrap();
        let k = audit::Kejadian::baru("skm.terbit", "ronde", id).rincian(serde_json::json!({ "terbit": terbit }));
        audit::catat_oleh(&tx, None, k).await.unwrap();
        tx.commit().await.unwrap();
        r.kode
    }

    pub async fn tarik(&self, id: RondeId, alasan: &str) {
        let tx = self.app.store().mulai().await.unwrap();
        tx.jalankan(
            "INSERT INTO skm_terbit_tarik (terbit_id, alasan, pada, oleh) SELECT id, $2, $3, $4 FROM skm_terbit WHERE ronde_id = $1",
            nilai![id, alasan, tx.pada, self.d.biro],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
}

/// Sixty answers: facilities 2, everything else 3 or 4; 45 men, 12 women, 3 who did not say.
pub fn enam_puluh() -> Vec<Jawab> {
    (0..60_u8)
        .map(|i| {
            let kelamin = match i {
                0..45 => 0,
                45..57 => 1,
                _ => 255,
            };
            (3 + i % 2, 2, [u8::from(i >= 30), kelamin, i % 3, 2, 3])
        })
        .collect()
}

/// Opens a round as this person.
pub async fn buka(app: &TestApp, oleh: &Pelaku, unit: UnitId, nama: &str, (mulai, sampai): (Date, Date)) -> RondeId {
    let hak = hak::unit(app.store(), oleh, unit).await.unwrap().pengelola_skm().unwrap();
    let layanan: Vec<LayananIsi> =
        ["Rawat jalan", "Rawat inap"].iter().map(|n| LayananIsi { nomor: None, nama: (*n).to_owned() }).collect();
    let isi = RondeIsi { nama, edisi: "skm-2017", mulai, sampai, populasi: Some(900), layanan: &layanan, ditiadakan: &[] };
    ronde_skm::buat(app.store(), &hak, RondeId::baru(), &isi).await.unwrap()
}
