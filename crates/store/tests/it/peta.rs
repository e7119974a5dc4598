//! A small world for tests that need a period with a lokus.

use crate::ruang::{Ruang, ruang};
use store::{
    akun, edisi,
    hak::Pelaku,
    id::{AkunId, InstansiId, LokusId, PenugasanId, PeriodeId, SkId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

/// One kabupaten in a province, its RSUD, an open period and its lokus.
pub struct Peta {
    pub r: Ruang,
    pub kab: InstansiId,
    pub prov: InstansiId,
    pub rsud: UnitId,
    pub periode: PeriodeId,
    pub lokus: LokusId,
    pub oleh: AkunId,
}

pub async fn peta(basis: BasisUji) -> Peta {
    let r = ruang(basis).await;
    let tx = r.store.mulai().await.unwrap();
    let prov =
        instansi::tambah(&tx, None, InstansiBaru { kode: "64", nama: "Provinsi", jenis: "provinsi", wilayah: Some("64"), zona: "WITA" })
            .await
            .unwrap();
    let kab = instansi::tambah(
        &tx,
        None,
        InstansiBaru { kode: "64.08", nama: "Kabupaten", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" },
    )
    .await
    .unwrap();
    let rsud = instansi::tambah_unit(
        &tx,
        None,
        UnitBaru { kode: "64.08-rsud", instansi: kab, induk: None, nama: "RSUD", jenis: "rsud", alamat: "" },
    )
    .await
    .unwrap();
    let oleh = akun::tambah(&tx, None, akun::AkunBaru { nama: "Awal", surel: "awal@contoh.id", jabatan: "", sandi: None }).await.unwrap();
    let (bawaan, teks) = pekppp::bawaan("pekppp-2022-a").unwrap();
    let edisi = edisi::simpan(&tx, &bawaan.id, teks).await.unwrap();
    let (periode, lokus) = (PeriodeId::baru(), LokusId::baru());
    tx.jalankan(
        "INSERT INTO periode (id, kode, instansi_id, nama, tahun, skema, edisi_a, penyatuan, ilustrasi, versi, dibuat, oleh)
         VALUES ($1, 'p', $2, 'P', 2026, 'mandiri', $5, 'konsensus', 1, 1, $3, $4)",
        nilai![periode, kab, tx.pada, oleh, edisi],
    )
    .await
    .unwrap();
    tx.jalankan(
        "INSERT INTO lokus (id, kode, periode_id, unit_id, formulir, cakupan, kategori, versi, dibuat, oleh)
         VALUES ($1, 'l', $2, $3, 'A', 'jasa', 'rsud', 1, $4, $5)",
        nilai![lokus, periode, rsud, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    Peta { r, kab, prov, rsud, periode, lokus, oleh }
}

impl Peta {
    /// A signed-in person with one role.
    pub async fn orang(&self, surel: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
        let tx = self.r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await.unwrap();
        peran::beri(&tx, None, id, peran, &lingkup).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&self.r.store, id, "::1", "uji").await.unwrap();
        sesi::pelaku(&self.r.store, &token, "::1", "uji").await.unwrap().unwrap()
    }

    /// An evaluator appointed for the lokus by decree.
    pub async fn evaluator(&self, surel: &str) -> Pelaku {
        let e = self.orang(surel, Peran::Evaluator, Lingkup::Instansi(self.kab)).await;
        let (g, k) = (PenugasanId::baru(), SkId::baru());
        let tx = self.r.store.mulai().await.unwrap();
        tx.jalankan(
            "INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)",
            nilai![g, self.lokus, e.akun, tx.pada, self.oleh],
        )
        .await
        .unwrap();
        tx.jalankan("INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)", nilai![k, self.periode, tx.pada, self.oleh]).await.unwrap();
        tx.jalankan("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)", nilai![g, k, tx.pada, self.oleh])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        e
    }
}
