//! The right of reply: draft shown, objections in time, answers by the ordinary writes, and the freezing that waits for them.

use crate::{
    f02::bangun::{keadaan, tulis},
    hasil::bangun::{Kasus2, siap},
};
use store::{
    StoreError, f02,
    hak::{self, KepalaUnit},
    hasil::{self, Kurang, Pembekuan},
    id::{HasilId, SanggahBukaId, SanggahanId},
    peran::Peran,
    sanggah::{self, BuktiBaru, Jawab, Penyanggah, Putusan, Sanggah},
};
use testkit::basis::BasisUji;

struct Dunia {
    w: Kasus2,
    kepala: KepalaUnit,
    unit: Penyanggah,
}

async fn dunia(basis: BasisUji) -> Dunia {
    let w = siap(basis).await;
    let kepala = w.kepala().await;
    let op = w.k.orang("operator@kab.id", Peran::UnitOperator, w.k.di_unit()).await;
    let unit = Penyanggah::Operator(w.k.akses(&op).await.operator().unwrap());
    let d = Dunia { w, kepala, unit };
    let periode = hak::periode(d.s(), d.w.biro.pelaku(), d.w.k.periode).await.unwrap().penyelenggara().unwrap();
    sanggah::atur(d.s(), &periode, true, 5, "").await.unwrap();
    d
}

impl Dunia {
    fn s(&self) -> &store::Store {
        &self.w.k.r.store
    }

    async fn buka(&self) -> store::Hasil<sanggah::Buka> {
        sanggah::buka(self.s(), &self.w.biro, SanggahBukaId::baru(), 5).await
    }

    async fn sanggah(&self, buka: SanggahBukaId, kode: &str) -> store::Hasil<SanggahanId> {
        let id = SanggahanId::baru();
        let s = Sanggah { id, buka, indikator: kode, alasan: "Bukti sudah kami kirim", bukti: Vec::new() };
        sanggah::ajukan(self.s(), &self.unit, s).await.map(|()| id)
    }

    async fn jawab(&self, s: SanggahanId, putusan: Putusan) -> store::Hasil<()> {
        sanggah::jawab(self.s(), &self.w.a, Jawab { id: store::id::baru(), sanggahan: s, putusan, alasan: "Sudah ditimbang" }).await
    }

    async fn kurang(&self) -> Vec<Kurang> {
        match hasil::bekukan(self.s(), &self.w.biro, HasilId::baru()).await.unwrap() {
            Pembekuan::Kurang(k) => k,
            Pembekuan::Beku(_) => Vec::new(),
        }
    }

    async fn ringkas(&self) -> sanggah::Ringkas {
        let lain = store::id::LokusId::baru();
        let mut semua = sanggah::ringkas(self.s(), &[self.w.k.lokus, lain]).await.unwrap();
        assert!(!semua.contains_key(&lain));
        semua.remove(&self.w.k.lokus).unwrap()
    }

    /// Both evaluators open their sheets, give this score, and are done again.
    async fn ganti(&self, kode: &str, skor: u8) {
        for e in [&self.w.a, &self.w.b] {
            f02::buka_kembali(self.s(), e, "sanggahan unit").await.unwrap();
            let versi = f02::isian_satu(self.s(), e, kode).await.unwrap().unwrap().versi;
            f02::simpan(self.s(), e, tulis(kode, Some(skor), versi)).await.unwrap();
            f02::tandai_selesai(self.s(), e).await.unwrap();
        }
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn disanggah_dijawab_lalu_beku(basis: BasisUji) {
        let d = Box::pin(dunia(basis)).await;
        assert_eq!(keadaan(d.buka().await), "sanggah-f02-belum");
        d.w.sama().await;
        assert_eq!(d.kurang().await, [Kurang::HakJawabBelum], "F03 is missing, but the unit was not heard first");
        assert!(matches!(d.ringkas().await, sanggah::Ringkas { pakai: true, buka: None, sanggahan: 0, menunggu: 0, beku: false }));
        let b = d.buka().await.unwrap();
        assert_eq!((b.nomor, b.draf().unwrap().indikator.len()), (1, 3));
        assert!(!b.isi.contains("a@contoh.id") && !b.isi.contains("catatan\":\"catatan"), "no evaluator, no note: {}", b.isi);
        assert_eq!(keadaan(d.buka().await), "sanggah-masih-berjalan");
        let satu = d.sanggah(b.id, "1.a.Ak").await.unwrap();
        assert_eq!(keadaan(d.sanggah(b.id, "1.a.Ak").await), "sanggah-sudah-ada");
        assert!(matches!(d.sanggah(b.id, "tak.ada").await, Err(StoreError::TidakDitemukan)));
        let dua = d.sanggah(b.id, "2.a.P").await.unwrap();
        sanggah::tarik(d.s(), &d.unit, dua).await.unwrap();
        let dua = d.sanggah(b.id, "2.a.P").await.unwrap();
        let r = d.ringkas().await;
        assert!(matches!(r.buka, Some((ref x, sanggah::Tahap::Berjalan(_))) if x.id == b.id));
        assert_eq!((r.sanggahan, r.menunggu), (2, 2), "the withdrawn one does not count");
        let k = d.kurang().await;
        assert!(matches!(k.as_slice(), [Kurang::HakJawabBerjalan { .. }, Kurang::Sanggahan { kode: a, .. }, Kurang::Sanggahan { kode: b, .. }]
            if a == "1.a.Ak" && b == "2.a.P"), "{k:?}");

        assert_eq!(keadaan(d.jawab(satu, Putusan::Berubah).await), "sanggah-nilai-belum-berubah");
        d.ganti("1.a.Ak", 5).await;
        assert_eq!(keadaan(d.jawab(satu, Putusan::Tetap).await), "sanggah-nilai-sudah-berubah");
        d.jawab(satu, Putusan::Berubah).await.unwrap();
        d.jawab(dua, Putusan::Tetap).await.unwrap();
        assert_eq!(keadaan(sanggah::tarik(d.s(), &d.unit, dua).await), "sanggah-sudah-dijawab");
        let semua = sanggah::beberapa(d.s().baca(), d.w.k.lokus).await.unwrap();
        let j = semua.iter().find(|s| s.id == satu).unwrap().dijawab().unwrap();
        assert_eq!((j.skor_lama.as_str(), j.skor_baru.as_str()), ("4", "5"));
        assert!(matches!(d.kurang().await.as_slice(), [Kurang::HakJawabBerjalan { .. }]), "answered, but the time is not over");
        sanggah::nyatakan_selesai(d.s(), &d.kepala, b.id, "").await.unwrap();
        assert_eq!(keadaan(d.sanggah(b.id, "3.b.K").await), "sanggah-sudah-dinyatakan");
        let r = d.ringkas().await;
        assert!(matches!(r.buka, Some((_, sanggah::Tahap::Dinyatakan))) && (r.sanggahan, r.menunggu, r.beku) == (2, 0, false));
        d.w.f03(12).await;
        assert_eq!(d.kurang().await, []);
        assert!(d.ringkas().await.beku);
        assert_eq!(keadaan(d.buka().await), "hasil-sudah-dibekukan");
        for (aksi, n) in [("sanggah.atur", 1), ("sanggah.buka", 1), ("sanggah.ajukan", 3), ("sanggah.tarik", 1), ("sanggah.jawab", 2), ("sanggah.selesai", 1)] {
            assert_eq!(d.w.k.hitung(&format!("SELECT COUNT(*) AS n FROM audit WHERE aksi = '{aksi}'")).await, n, "{aksi}");
        }
    }

    /// The last day belongs to the unit, the day after to nobody.
    async fn waktu_habis(basis: BasisUji) {
        let d = Box::pin(dunia(basis)).await;
        d.w.sama().await;
        let b = d.buka().await.unwrap();
        let jatuh = b.jatuh().unwrap();
        while d.s().sekarang().hari("WITA") < jatuh {
            d.s().jam().maju(3600);
        }
        let s = d.sanggah(b.id, "1.a.Ak").await.unwrap();
        d.s().jam().maju(24 * 3600);
        assert_eq!(keadaan(d.sanggah(b.id, "2.a.P").await), "sanggah-waktu-habis");
        assert_eq!(keadaan(sanggah::nyatakan_selesai(d.s(), &d.kepala, b.id, "").await), "sanggah-waktu-habis");
        assert!(matches!(d.kurang().await.as_slice(), [Kurang::Sanggahan { .. }]));
        assert_eq!(sanggah::ingatkan(d.s()).await.unwrap(), 2, "both evaluators");
        assert_eq!(sanggah::ingatkan(d.s()).await.unwrap(), 0);
        d.jawab(s, Putusan::Tetap).await.unwrap();
        assert_eq!(d.kurang().await, []);
    }

    /// A score that changes without an objection is shown to the unit again.
    async fn nilai_lain_dibuka_lagi(basis: BasisUji) {
        let d = Box::pin(dunia(basis)).await;
        d.w.sama().await;
        let b = d.buka().await.unwrap();
        sanggah::nyatakan_selesai(d.s(), &d.kepala, b.id, "Tidak ada sanggahan").await.unwrap();
        assert_eq!(keadaan(d.buka().await), "sanggah-tidak-perlu");
        d.ganti("3.b.K", 1).await;
        assert!(matches!(d.kurang().await.as_slice(), [Kurang::HakJawabUlang { kode, .. }] if kode == "3.b.K"));
        let dua = d.buka().await.unwrap();
        assert_eq!((dua.nomor, dua.draf().unwrap().cari("3.b.K").unwrap().nilai.as_str()), (2, "1"));
        assert!(matches!(d.sanggah(b.id, "3.b.K").await, Err(StoreError::TidakDitemukan)), "the older draft takes nothing more");
    }

    async fn aturan_periode(basis: BasisUji) {
        let d = Box::pin(dunia(basis)).await;
        let periode = hak::periode(d.s(), d.w.biro.pelaku(), d.w.k.periode).await.unwrap().penyelenggara().unwrap();
        assert_eq!(keadaan(sanggah::atur(d.s(), &periode, false, 5, " ").await), "alasan-wajib");
        sanggah::atur(d.s(), &periode, false, 5, "latihan").await.unwrap();
        d.w.sama().await;
        assert_eq!(keadaan(d.buka().await), "sanggah-tidak-dipakai");
        sanggah::atur(d.s(), &periode, true, 3, "").await.unwrap();
        d.buka().await.unwrap();
        assert_eq!(keadaan(sanggah::atur(d.s(), &periode, false, 3, "tidak jadi").await), "sanggah-aturan-berjalan");
    }

    /// Evidence of F01 must belong to the lokus; a file is kept under its own reference.
    async fn bukti_sanggahan(basis: BasisUji) {
        let d = Box::pin(dunia(basis)).await;
        d.w.sama().await;
        let b = d.buka().await.unwrap();
        let png = store::berkas::periksa(PNG.to_vec()).unwrap();
        let id = SanggahanId::baru();
        let s = Sanggah { id, buka: b.id, indikator: "1.a.Ak", alasan: "x", bukti: vec![BuktiBaru::Berkas(png, "foto.png".into())] };
        sanggah::ajukan(d.s(), &d.unit, s).await.unwrap();
        let semua = sanggah::milik_bukaan(d.s().baca(), b.id).await.unwrap();
        let berkas = semua[0].bukti[0].id;
        assert_eq!(sanggah::berkas(d.s(), d.w.k.lokus, berkas).await.unwrap().2, "foto.png");
        assert!(sanggah::berkas(d.s(), store::id::LokusId::baru(), berkas).await.is_err());
        let asing = Sanggah { id: SanggahanId::baru(), buka: b.id, indikator: "2.a.P", alasan: "x", bukti: vec![BuktiBaru::F01(store::id::BuktiId::baru())] };
        assert!(matches!(sanggah::ajukan(d.s(), &d.unit, asing).await, Err(StoreError::TidakDitemukan)));
        assert_eq!(sanggah::milik_bukaan(d.s().baca(), b.id).await.unwrap().len(), 1, "nothing of the refused one stays");
    }
}

/// One white pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90,
    0x77, 0x53, 0xde, 0, 0, 0, 0x0c, b'I', b'D', b'A', b'T', 0x08, 0xd7, 0x63, 0xf8, 0xff, 0xff, 0x3f, 0, 0x05, 0xfe, 0x02, 0xfe, 0xdc,
    0xcc, 0x59, 0xe7, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];
