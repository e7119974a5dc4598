//! A small world for tests that need a period with a lokus: one kabupaten in a province, its RSUD, an open period.
//! People in it come from [`orang`](crate::orang::orang); what F01 and F02 need besides is in their own folders.

use crate::{
    orang::orang,
    ruang::{Ruang, ruang},
};
use store::{
    akun, edisi,
    hak::{self, AksesLokus, Pelaku},
    id::{AkunId, InstansiId, LokusId, PenugasanId, PeriodeId, SkId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

pub struct Peta {
    pub r: Ruang,
    pub kab: InstansiId,
    pub prov: InstansiId,
    pub unit: UnitId,
    pub periode: PeriodeId,
    pub lokus: LokusId,
    pub oleh: AkunId,
}

/// With the edition of the regulation, and scores settled by consensus.
pub async fn peta(basis: BasisUji) -> Peta {
    let (e, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
    dengan(basis, Some((&e.id, teks)), "konsensus").await
}

/// With this edition of form A (code, text), if any, and this way of settling the evaluators' scores.
pub async fn dengan(basis: BasisUji, edisi: Option<(&str, &str)>, penyatuan: &str) -> Peta {
    let r = ruang(basis).await;
    let tx = r.store.mulai().await.unwrap();
    let i = InstansiBaru { kode: "64", nama: "Provinsi", jenis: "provinsi", wilayah: Some("64"), zona: "WITA" };
    let prov = instansi::tambah(&tx, None, i).await.unwrap();
    let i = InstansiBaru { kode: "64.08", nama: "Kabupaten", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, i).await.unwrap();
    let u = UnitBaru { kode: "64.08-rsud", instansi: kab, induk: None, nama: "RSUD", jenis: "rsud", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, u).await.unwrap();
    let oleh = akun::tambah(&tx, None, akun::AkunBaru { nama: "Awal", surel: "awal@contoh.id", jabatan: "", sandi: None }).await.unwrap();
    let mut sidik = None;
    if let Some((kode, teks)) = edisi {
        sidik = Some(edisi::simpan(&tx, kode, teks).await.unwrap());
    }
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, 'p', $2, 'P', 2026, 'mandiri', $3, $4, 1, 1, $5, $6)",
        nilai![periode, kab, sidik, penyatuan, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
         VALUES ($1, 'l', $2, $3, 'A', 'jasa', 'rsud', 1, $4, $5)",
        nilai![lokus, periode, unit, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    Peta { r, kab, prov, unit, periode, lokus, oleh }
}

impl Peta {
    pub async fn orang(&self, surel: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
        orang(&self.r.store, surel, peran, lingkup).await
    }

    pub fn di_unit(&self) -> Lingkup {
        Lingkup::Unit { unit: self.unit, instansi: self.kab }
    }

    pub async fn akses(&self, p: &Pelaku) -> AksesLokus {
        hak::lokus(&self.r.store, p, self.lokus).await.unwrap()
    }

    /// An evaluator appointed for the lokus by decree.
    pub async fn evaluator(&self, surel: &str) -> Pelaku {
        let e = self.orang(surel, Peran::Evaluator, Lingkup::Instansi(self.kab)).await;
        self.angkat(&e, surel).await;
        e
    }

    /// Appoints somebody for the lokus by decree `nomor`.
    pub async fn angkat(&self, e: &Pelaku, nomor: &str) {
        let (g, k) = (PenugasanId::baru(), SkId::baru());
        let sql = "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, 1, $4)";
        self.sql(sql, nilai![g, self.lokus, e.akun, self.oleh]).await;
        let sql = "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh)
            VALUES ($1, $2, $3, '2026-01-02', '', '', 1, $4)";
        self.sql(sql, nilai![k, self.periode, nomor, self.oleh]).await;
        let sql = "INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, 1, $3)";
        self.sql(sql, nilai![g, k, self.oleh]).await;
        let sql = "INSERT INTO benturan (id, lokus_id, akun_id, jawaban, alasan, teks, pada) VALUES ($1, $2, $3, 'tidak', '', '', 1)";
        self.sql(sql, nilai![store::id::baru(), self.lokus, e.akun]).await;
    }

    /// Closes or opens the phase in which the work is done.
    pub async fn fase(&self, jenis: &str) {
        let sql =
            "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', $3, 'x', 1, $4)";
        self.sql(sql, nilai![store::id::baru(), self.periode, jenis, self.oleh]).await;
    }

    pub async fn sql(&self, sql: &str, v: Vec<sea_orm::Value>) {
        let tx = self.r.store.mulai().await.unwrap();
        tx.jalankan(sql, v).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn hitung(&self, sql: &str) -> i64 {
        self.r.store.baca().angka(sql, vec![]).await.unwrap()
    }
}
