use crate::ruang::{Ruang, ruang};
use store::{
    StoreError, akun,
    hak::{self, Pelaku},
    id::{AkunId, InstansiId, LokusId, PeriodeId, UnitId},
    instansi::{self, InstansiBaru, UnitBaru},
    kueri::Kueri,
    nilai,
    peran::{self, Lingkup, Peran},
    sesi,
};
use testkit::basis::BasisUji;

struct Peta {
    r: Ruang,
    kab: InstansiId,
    prov: InstansiId,
    rsud: UnitId,
    periode: PeriodeId,
    lokus: LokusId,
    oleh: AkunId,
}

async fn peta(r: Ruang) -> Peta {
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
        nilai![lokus, periode, rsud, tx.pada, oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    Peta { r, kab, prov, rsud, periode, lokus, oleh }
}

impl Peta {
    async fn orang(&self, surel: &str, peran: Peran, lingkup: Lingkup) -> Pelaku {
        let tx = self.r.store.mulai().await.unwrap();
        let id = akun::tambah(&tx, None, akun::AkunBaru { nama: surel, surel, jabatan: "", sandi: None }).await.unwrap();
        peran::beri(&tx, None, id, peran, &lingkup).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(&self.r.store, id, "::1", "uji").await.unwrap();
        sesi::pelaku(&self.r.store, &token, "::1", "uji").await.unwrap().unwrap()
    }
}

fn tidak_ada<T>(h: Result<T, StoreError>) -> bool {
    matches!(h, Err(StoreError::TidakDitemukan))
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A role holds in its scope, reads in its region, and sees nothing elsewhere.
    async fn lingkup(basis: BasisUji) {
        let p = peta(ruang(basis).await).await;
        let s = &p.r.store;
        let biro = p.orang("biro@kab.id", Peran::Penyelenggara, Lingkup::Instansi(p.kab)).await;
        let prov = p.orang("biro@prov.id", Peran::Penyelenggara, Lingkup::Wilayah("64".into())).await;
        let lain = p.orang("biro@lain.id", Peran::Penyelenggara, Lingkup::Instansi(p.prov)).await;
        let enam = p.orang("biro@enam.id", Peran::Penyelenggara, Lingkup::Wilayah("6".into())).await;

        assert!(hak::periode(s, &biro, p.periode).await.unwrap().penyelenggara().is_ok());
        assert!(hak::lokus(s, &biro, p.lokus).await.unwrap().penyelenggara().is_ok());
        let a = hak::periode(s, &prov, p.periode).await.unwrap();
        assert!(matches!(a.penyelenggara(), Err(StoreError::Ditolak(_))));
        for orang in [&lain, &enam] {
            assert!(tidak_ada(hak::periode(s, orang, p.periode).await));
            assert!(tidak_ada(hak::lokus(s, orang, p.lokus).await));
        }
    }

    /// The operator fills, the head approves; neither is the other.
    async fn unit(basis: BasisUji) {
        let p = peta(ruang(basis).await).await;
        let l = Lingkup::Unit { unit: p.rsud, instansi: p.kab };
        let operator = p.orang("op@rsud.id", Peran::UnitOperator, l.clone()).await;
        let kepala = p.orang("kepala@rsud.id", Peran::UnitKepala, l).await;
        let a = hak::lokus(&p.r.store, &operator, p.lokus).await.unwrap();
        assert!(a.operator().is_ok() && a.kepala().is_err() && a.evaluator().is_err());
        let a = hak::lokus(&p.r.store, &kepala, p.lokus).await.unwrap();
        assert!(a.operator().is_err() && a.kepala().is_ok());
        assert!(tidak_ada(hak::periode(&p.r.store, &operator, p.periode).await));
    }

    /// An evaluator has the lokus only by a decree that holds, and never where he serves.
    async fn evaluator(basis: BasisUji) {
        let p = peta(ruang(basis).await).await;
        let s = &p.r.store;
        let e = p.orang("eva@kab.id", Peran::Evaluator, Lingkup::Instansi(p.kab)).await;
        assert!(tidak_ada(hak::lokus(s, &e, p.lokus).await));
        let (g, k) = (store::id::PenugasanId::baru(), store::id::SkId::baru());
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO penugasan (id, lokus_id, akun_id, pada, oleh) VALUES ($1, $2, $3, $4, $5)", nilai![g, p.lokus, e.akun, tx.pada, p.oleh]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(tidak_ada(hak::lokus(s, &e, p.lokus).await), "proposed is not appointed");
        let tx = s.mulai().await.unwrap();
        tx.jalankan("INSERT INTO sk (id, periode_id, nomor, tanggal, objek, nama_berkas, pada, oleh) VALUES ($1, $2, '1', '2026-01-02', '', '', $3, $4)", nilai![k, p.periode, tx.pada, p.oleh]).await.unwrap();
        tx.jalankan("INSERT INTO penetapan (penugasan_id, sk_id, pada, oleh) VALUES ($1, $2, $3, $4)", nilai![g, k, tx.pada, p.oleh]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(hak::lokus(s, &e, p.lokus).await.unwrap().evaluator().is_ok());

        let tx = s.mulai().await.unwrap();
        peran::beri(&tx, None, e.akun, Peran::UnitOperator, &Lingkup::Unit { unit: p.rsud, instansi: p.kab }).await.unwrap();
        tx.commit().await.unwrap();
        let token = sesi::buka(s, e.akun, "::1", "uji").await.unwrap();
        let e = sesi::pelaku(s, &token, "::1", "uji").await.unwrap().unwrap();
        assert!(hak::lokus(s, &e, p.lokus).await.unwrap().evaluator().is_err());
    }
}
