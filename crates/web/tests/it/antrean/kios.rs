//! Who has a slip and no phone rates his service on the kiosk: with the code of the slip, once, after he was served.

use super::*;
use jiff::civil::date;
use store::{
    antrean::langkah::Aksi,
    id::{OperasiId, RondeId},
    kueri::Kueri as _,
    skm::{self, LayananIsi, RondeIsi},
};

impl Balai {
    async fn survei(&self) {
        let s = self.app.store();
        let hak = hak::unit(s, &pelaku(&self.app, self.d.operator).await, self.d.rsud).await.unwrap().pengelola_skm().unwrap();
        let edisi = ::skm::semua_bawaan().next().unwrap().id.clone();
        let isi = RondeIsi {
            nama: "SKM MPP",
            edisi: &edisi,
            mulai: date(2026, 3, 1),
            sampai: date(2026, 3, 10),
            populasi: None,
            layanan: &[LayananIsi { nomor: None, nama: "MPP".into() }],
            ditiadakan: &[],
        };
        skm::buat(s, &hak, RondeId::baru(), &isi).await.unwrap();
    }

    /// Calls the next one and serves him.
    async fn layani(&self) {
        let petugas = self.app.masuk(self.petugas).await;
        let loket = Balai::nilai(&petugas.get(&self.layar()).await, "loket");
        petugas.post(&format!("{}/loket", self.layar()), &[("loket", &loket)]).await;
        petugas.post(&format!("{}/panggilan", self.layar()), &[("op", &op())]).await;
        let id = Balai::nilai(&petugas.get(&self.layar()).await, "tiket").parse().unwrap();
        let hak = hak::gerai(self.app.store(), &pelaku(&self.app, self.petugas).await, self.gerai).await.unwrap().pelaksana().unwrap();
        for aksi in [Aksi::Layani, Aksi::Selesai] {
            antrean::langkah::lakukan(self.app.store(), &hak, OperasiId::baru(), id, aksi).await.unwrap();
        }
    }
}

#[tokio::test]
async fn the_survey_of_a_slip_is_answered_once_on_the_kiosk() {
    let b = balai(biasa()).await;
    let kios = b.app.tamu();
    let slip = kios.post(&format!("/kios/mal-uji/{}", b.ktp), &[("op", &op())]).await.ke().to_owned();
    let kode = store::kode::tampil(slip.rsplit('/').next().unwrap());
    kios.get(&slip).await.memuat(&kode).memuat("menilai layanan di kios");
    kios.get("/kios/mal-uji").await.memuat("/kios/mal-uji/survei");
    let sini = "/kios/mal-uji/survei";
    kios.get(sini).await.memuat("Kode pada karcis");
    let coba = async |teks: &str| kios.post(sini, &[("kode", teks)]).await;
    let ditolak = async |teks: &str, kata: &str| {
        let j = coba(teks).await;
        assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY, "{teks}");
        j.memuat(kata);
    };
    ditolak(&kode, "belum selesai dilayani").await;
    b.layani().await;
    ditolak(&kode, "tidak ada survei yang berjalan").await;
    b.survei().await;
    // The number that is called opens nothing: it is not secret. Neither does a code that is none, or a script.
    for teks in ["A-001", "A001", "", "T-22222-22222", "<script>"] {
        ditolak(teks, "tidak ditemukan untuk hari ini").await;
    }
    let ke = coba(&format!(" {}/tiket/{} ", "https://prima.example", kode.to_lowercase())).await.ke().to_owned();
    assert!(ke.starts_with("/skm/") && ke.contains("/s/"), "{ke}");
    assert_eq!(kios.get(&ke).await.status, StatusCode::OK);
    // Left unanswered, the slip opens the same survey again; the answer takes the link.
    assert_eq!(coba(&kode).await.ke(), ke);
    let tx = b.app.store().mulai().await.unwrap();
    let sidik = skm::tautan::sidik(ke.rsplit('/').next().unwrap()).to_vec();
    tx.jalankan("DELETE FROM survei_tautan WHERE sidik = $1", store::nilai![sidik]).await.unwrap();
    tx.commit().await.unwrap();
    ditolak(&kode, "Kode ini sudah dipakai").await;
}

/// A number of yesterday is as unknown as none.
#[tokio::test]
async fn a_slip_of_another_day_opens_nothing() {
    let b = balai(biasa()).await;
    let kios = b.app.tamu();
    let slip = kios.post(&format!("/kios/mal-uji/{}", b.ktp), &[("op", &op())]).await.ke().to_owned();
    b.layani().await;
    b.survei().await;
    b.app.store().jam().maju(86_400);
    let j = kios.post("/kios/mal-uji/survei", &[("kode", slip.rsplit('/').next().unwrap())]).await;
    assert_eq!(j.status, StatusCode::UNPROCESSABLE_ENTITY);
    j.memuat("tidak ditemukan untuk hari ini");
}
