//! A round of the RSUD in the world of `bangun`, with answers.

use axum::http::{Method, header};
use jiff::civil::date;
use store::{
    hak::{self, Pelaku},
    id::{AkunId, RondeId},
    peran::{Lingkup, Peran},
    ronde::{Kelompok, Masukan, Profil, simpan_banyak},
    sesi,
    skm::{self, LayananIsi, RondeIsi},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban, TestApp},
    bangun::Dunia,
};

pub struct Survei {
    pub d: Dunia,
    pub operator: AkunId,
    pub ronde: RondeId,
}

impl Survei {
    pub async fn baru() -> Self {
        Self::di(Dunia::baru().await).await
    }

    /// On the database that `testkit::dua_basis!` gives.
    pub async fn pada(basis: BasisUji) -> Self {
        Self::di(Dunia::pada(TestApp::pada(basis).await).await).await
    }

    async fn di(d: Dunia) -> Self {
        let unit = Lingkup::Unit { unit: d.unit, instansi: d.instansi };
        let operator = d.app.akun("op@uji.example", &[(Peran::UnitOperator, unit)]).await;
        let pelaku = pelaku(&d, operator).await;
        let hak = hak::unit(d.app.store(), &pelaku, d.unit).await.unwrap().pengelola_skm().unwrap();
        let layanan: Vec<LayananIsi> =
            ["Rawat jalan", "Rawat inap"].iter().map(|n| LayananIsi { nomor: None, nama: (*n).into() }).collect();
        let isi = RondeIsi {
            nama: "SKM Uji",
            edisi: &::skm::semua_bawaan().next().unwrap().id,
            mulai: date(2026, 1, 1),
            sampai: date(2026, 6, 30),
            populasi: Some(100),
            layanan: &layanan,
            ditiadakan: &[],
        };
        let ronde = skm::buat(d.app.store(), &hak, RondeId::baru(), &isi).await.unwrap();
        Self { d, operator, ronde }
    }

    pub fn jalur(&self, bagian: &str) -> String {
        format!("/survei/{}{bagian}", self.ronde)
    }

    pub async fn op(&self) -> Peramban<'_> {
        self.d.app.masuk(self.operator).await
    }

    /// Answers of one value, with these flags.
    pub async fn jawab(&self, banyak: usize, nilai: u8, tanda: u32) {
        let s = self.d.app.store();
        let r = skm::dari_id(s.baca(), self.ronde).await.unwrap();
        let edisi = store::edisi::skm(s, &r.edisi).await.unwrap();
        let bentuk = skm::bentuk(&r.susunan(&edisi).unwrap()).unwrap();
        let satu = |_| Masukan {
            ronde: self.ronde,
            bentuk,
            id: Uuid::new_v4(),
            kelompok: Kelompok::Daring,
            hari: date(2026, 3, 1),
            nilai: vec![nilai; 9].into(),
            profil: Profil([0, 1, 1, 2, 3]),
            tanda,
            saran: Some("Kursi tunggu <kurang>".into()),
            tautan: None,
        };
        let semua: Vec<Masukan> = (0..banyak).map(satu).collect();
        let tx = s.mulai().await.unwrap();
        simpan_banyak(&tx, &semua).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn n(&self) -> u64 {
        skm::ringkas(self.d.app.store().baca(), self.ronde).await.unwrap().pakai
    }
}

async fn pelaku(d: &Dunia, id: AkunId) -> Pelaku {
    let token = sesi::buka(d.app.store(), id, "::1", "uji").await.unwrap();
    sesi::pelaku(d.app.store(), &token, "::1", "uji").await.unwrap().unwrap()
}

/// Sends a form with one file, as a browser does.
pub async fn unggah(p: &Peramban<'_>, jalur: &str, isian: &[(&str, &str)], (medan, nama, isi): (&str, &str, &[u8])) -> Jawaban {
    let mut badan = Vec::new();
    for (k, v) in isian {
        badan.extend_from_slice(format!("--x\r\nContent-Disposition: form-data; name=\"{k}\"\r\n\r\n{v}\r\n").as_bytes());
    }
    badan.extend_from_slice(
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"{medan}\"; filename=\"{nama}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        )
        .as_bytes(),
    );
    badan.extend_from_slice(isi);
    badan.extend_from_slice(b"\r\n--x--\r\n");
    let req = p.permintaan(Method::POST, jalur).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    p.kirim(req.body(badan.into()).unwrap()).await
}
