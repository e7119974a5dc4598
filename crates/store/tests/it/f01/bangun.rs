//! One lokus with its operator, head and an appointed evaluator.

use crate::ruang::{Ruang, ruang};
use pekppp::{Jawaban, JawabanIndikator};
use store::{
    Store, akun, f01,
    hak::{self, EvaluatorLokus, KepalaUnit, OperatorUnit, Pelaku},
    id::{AkunId, InstansiId, LokusId, OperasiId, PenugasanId, PeriodeId, SkId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

pub struct Peta {
    pub r: Ruang,
    pub periode: PeriodeId,
    pub lokus: LokusId,
    pub oleh: AkunId,
    pub op: OperatorUnit,
    pub kepala: KepalaUnit,
    pub evaluator: EvaluatorLokus,
}

pub fn op() -> OperasiId {
    OperasiId(uuid::Uuid::new_v4())
}

pub fn jumlah(n: i64) -> JawabanIndikator {
    [("jumlah".to_owned(), Jawaban::Bulat(n))].into()
}

pub async fn peta(basis: BasisUji) -> Peta {
    let r = ruang(basis).await;
    let s = &r.store;
    let tx = s.mulai().await.unwrap();
    let b = InstansiBaru { kode: "64.08", nama: "Kabupaten", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, b).await.unwrap();
    let b = UnitBaru { kode: "64.08-rsud", instansi: kab, induk: None, nama: "RSUD", jenis: "rsud", alamat: "" };
    let unit = instansi::tambah_unit(&tx, None, b).await.unwrap();
    let oleh = akun::tambah(&tx, None, akun::AkunBaru { nama: "Awal", surel: "awal@contoh.id", jabatan: "", sandi: None }).await.unwrap();
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, 'p', $2, 'P', 2026, 'mandiri', 'konsensus', 1, 1, $3, $4)",
        nilai![periode, kab, tx.pada, oleh],
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
    let di_unit = Lingkup::Unit { unit, instansi: kab };
    let operator = orang(s, "Operator", Peran::UnitOperator, di_unit.clone()).await;
    let kepala = orang(s, "Kepala", Peran::UnitKepala, di_unit).await;
    let evaluator = evaluator(s, kab, periode, lokus, oleh).await;
    let op = hak::lokus(s, &operator, lokus).await.unwrap().operator().unwrap();
    let kepala = hak::lokus(s, &kepala, lokus).await.unwrap().kepala().unwrap();
    Peta { r, periode, lokus, oleh, op, kepala, evaluator }
}

async fn orang(s: &Store, nama: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
    let surel = format!("{}@contoh.id", nama.to_lowercase());
    let tx = s.mulai().await.unwrap();
    let id = akun::tambah(&tx, None, akun::AkunBaru { nama, surel: &surel, jabatan: "", sandi: None }).await.unwrap();
    peran::beri(&tx, None, id, peran, &lingkup).await.unwrap();
    tx.commit().await.unwrap();
    let token = sesi::buka(s, id, "::1", "uji").await.unwrap();
    sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap()
}

async fn evaluator(s: &Store, kab: InstansiId, periode: PeriodeId, lokus: LokusId, oleh: AkunId) -> EvaluatorLokus {
    let e = orang(s, "Evaluator", Peran::Evaluator, Lingkup::Instansi(kab)).await;
    let (g, k) = (PenugasanId::baru(), SkId::baru());
    let tx = s.mulai().await.unwrap();
    let sql = "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)";
    tx.jalankan(sql, nilai![g, lokus, e.akun, tx.pada, oleh]).await.unwrap();
    let sql = "INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)";
    tx.jalankan(sql, nilai![k, periode, tx.pada, oleh]).await.unwrap();
    tx.jalankan("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)", nilai![g, k, tx.pada, oleh])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    hak::lokus(s, &e, lokus).await.unwrap().evaluator().unwrap()
}

impl Peta {
    pub fn s(&self) -> &Store {
        &self.r.store
    }

    /// One second later.
    pub fn maju(&self) {
        self.s().jam().maju(1);
    }

    pub async fn simpan(&self, indikator: &str, versi_dasar: i64, n: i64) -> store::Hasil<f01::Tersimpan> {
        self.maju();
        f01::simpan(self.s(), &self.op, f01::Tulis { op: op(), indikator, versi_dasar, isi: &jumlah(n) }).await
    }

    pub async fn siapkan(&self) {
        self.maju();
        f01::siapkan(self.s(), &self.op, "").await.unwrap();
    }

    /// Hash of what the head would submit now.
    pub async fn sidik(&self) -> String {
        f01::beku_kini(self.s().baca(), self.lokus).await.unwrap().teks().unwrap().1
    }

    pub async fn ajukan(&self) -> store::Hasil<f01::Pengiriman> {
        let sidik = self.sidik().await;
        f01::ajukan(self.s(), &self.kepala, f01::Ajukan { op: op(), sidik: &sidik }).await
    }

    pub async fn keadaan(&self) -> f01::Keadaan {
        f01::keadaan(self.s().baca(), self.lokus).await.unwrap()
    }

    pub async fn fase(&self, jenis: &str) {
        let tx = self.s().mulai().await.unwrap();
        let sql =
            "INSERT INTO fase_kejadian (id, periode_id, fase, jenis, alasan, pada, oleh) VALUES ($1, $2, 'pelaksanaan', $3, '', $4, $5)";
        tx.jalankan(sql, nilai![uuid::Uuid::now_v7(), self.periode, jenis, tx.pada, self.oleh]).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn audit(&self, aksi: &str) -> i64 {
        self.s().baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = $1", nilai![aksi]).await.unwrap()
    }
}
