//! A lokus with a submitted F01 and one evaluator whose sheet is filled to a given number of indicators.

use pekppp::{Nilai, bawaan};
use store::{
    akun,
    f01::Beku,
    f02,
    hak::{self, Pelaku},
    id::{AkunId, OperasiId, PengirimanId},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    ronde::{self, jawaban},
    sandi, sesi,
};
use uuid::Uuid;

use crate::{
    app::{Jawaban, Peramban},
    bangun::Dunia,
};

pub const SANDI: &str = "kuda-laut-di-tepi-sungai";

pub async fn pelaku(d: &Dunia, id: AkunId) -> Pelaku {
    let token = sesi::buka(d.app.store(), id, "127.0.0.1", "uji").await.unwrap();
    sesi::pelaku(d.app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap()
}

pub async fn akun_evaluator(d: &Dunia) -> AkunId {
    akun::dari_surel(d.app.store(), "eva@uji.example").await.unwrap().unwrap().id
}

/// F01 is submitted, the evaluator has scored `terisi` indicators with 4, and the sheet is marked done when it is full.
pub async fn dinilai(terisi: usize) -> Dunia {
    let d = Dunia::baru().await;
    let s = d.app.store();
    let (isi, sidik) = Beku { isian: std::collections::BTreeMap::new(), bukti: Vec::new() }.teks().unwrap();
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO f01_pengiriman (id, lokus_id, nomor, sidik, isi, pada, oleh) VALUES ($1, $2, 1, $3, $4, $5, $6)";
    tx.jalankan(sql, nilai![PengirimanId::baru(), d.lokus, sidik, isi, tx.pada, d.oleh]).await.unwrap();
    tx.commit().await.unwrap();
    d.evaluator("eva@uji.example").await;
    let p = pelaku(&d, akun_evaluator(&d).await).await;
    let hak = hak::lokus(s, &p, d.lokus).await.unwrap().evaluator().unwrap();
    let (edisi, _) = bawaan("pekppp-2022-a").unwrap();
    for i in edisi.indikator().take(terisi) {
        let t = f02::Tulis {
            op: OperasiId::baru(),
            indikator: i.kode.clone(),
            versi_dasar: 0,
            skor: Some(4),
            sumber: "dokumen".into(),
            catatan: "Catatan rahasia evaluator".into(),
            rekomendasi: format!("Perbaiki {}", i.kode),
        };
        f02::simpan(s, &hak, t).await.unwrap();
    }
    if terisi == edisi.indikator().count() {
        f02::tandai_selesai(s, &hak).await.unwrap();
    }
    d
}

pub async fn f03(d: &Dunia, jumlah: usize) {
    let s = d.app.store();
    let p = pelaku(d, akun_evaluator(d).await).await;
    let r = ronde::buka(s, &hak::lokus(s, &p, d.lokus).await.unwrap().pengelola_f03().unwrap()).await.unwrap();
    for _ in 0..jumlah {
        jawaban::terima(s, &r, Uuid::new_v4(), &[Some(Nilai::baru(5).unwrap()); 14]).await.unwrap();
    }
}

/// The value of a hidden field.
pub fn medan(j: &Jawaban, nama: &str) -> String {
    let awal = format!("name=\"{nama}\" value=\"");
    let mulai = j.isi.find(&awal).unwrap_or_else(|| panic!("no field {nama} in\n{}", j.isi)) + awal.len();
    j.isi[mulai..].split('"').next().unwrap().to_owned()
}

pub async fn bekukan(d: &Dunia, biro: &Peramban<'_>) {
    let jalur = format!("/lokus/{}/hasil", d.lokus);
    let op = medan(&biro.get(&jalur).await, "op");
    assert_eq!(biro.post(&jalur, &[("op", &op), ("setuju", "ya")]).await.ke(), jalur);
}

/// The signatories, each with a password: head, Penanggungjawab.
pub async fn penanda(d: &Dunia) -> [AkunId; 2] {
    let kepala = d.app.akun("kepala@uji.example", &[(Peran::UnitKepala, Lingkup::Unit { unit: d.unit, instansi: d.instansi })]).await;
    let sekda = d.app.akun("sekda@uji.example", &[(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi))]).await;
    let phc = sandi::buat(SANDI.into()).await.unwrap();
    let tx = d.app.store().mulai().await.unwrap();
    for id in [kepala, sekda, akun_evaluator(d).await] {
        akun::ganti_sandi(&tx, None, id, phc.clone()).await.unwrap();
    }
    tx.commit().await.unwrap();
    [kepala, sekda]
}
