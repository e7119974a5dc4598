//! Services: drafts that meet, issuing, what is in force on a day, what the public finds, reminders.

use crate::{
    bangun::{Dunia, dunia},
    orang::orang,
};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeMap;
use store::{
    StoreError,
    hak::{self, KepalaLayanan, PengelolaLayanan},
    id::{LayananId, MaklumatId, PengumumanId},
    kueri::Kueri,
    layanan::{
        self, Ditemukan, Isi, KOMPONEN, Keadaan, Saring, Sk, maklumat,
        pengumuman::{self, PengumumanIsi},
    },
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

struct Dua {
    d: Dunia,
    operator: PengelolaLayanan,
    kepala: KepalaLayanan,
}

async fn dua(basis: BasisUji) -> Dua {
    let d = dunia(basis).await;
    let unit = || Lingkup::Unit { unit: d.rsud, instansi: d.kab };
    let o = orang(&d.r.store, "op@kab.id", Peran::UnitOperator, unit()).await;
    let k = orang(&d.r.store, "kepala@kab.id", Peran::UnitKepala, unit()).await;
    let operator = hak::unit(&d.r.store, &o, d.rsud).await.unwrap().pengelola_layanan().unwrap();
    let akses = hak::unit(&d.r.store, &o, d.rsud).await.unwrap();
    assert!(matches!(akses.kepala_layanan(), Err(StoreError::Ditolak(_))));
    let kepala = hak::unit(&d.r.store, &k, d.rsud).await.unwrap().kepala_layanan().unwrap();
    Dua { d, operator, kepala }
}

fn isi(nama: &str, banyak: usize) -> Isi {
    let teks: BTreeMap<String, String> =
        KOMPONEN.iter().take(banyak).map(|k| (k.kunci.to_owned(), format!("{} {nama}", k.kunci))).collect();
    Isi { nama: nama.into(), ringkas: "Ringkas.".into(), teks, hari_kerja: Some(3) }
}

impl Dua {
    fn hari(&self) -> Date {
        self.d.r.store.sekarang().hari("WITA")
    }

    async fn tetapkan(&self, id: LayananId, versi: i64, mulai: Date) -> Result<(), StoreError> {
        let sk = Sk { nomor: "SK/1", tanggal: mulai, mulai, tinjau: mulai.saturating_add(1.year()) };
        layanan::tetapkan(&self.d.r.store, &self.kepala, id, versi, &sk).await
    }

    async fn buat(&self, isi: &Isi) -> LayananId {
        layanan::buat(&self.d.r.store, &self.operator, LayananId::baru(), isi, true).await.unwrap()
    }

    async fn temukan(&self, tanya: &str) -> Vec<String> {
        let k = layanan::katalog(&self.d.r.store).await.unwrap();
        let nama = |x: &Ditemukan<'_>| match x {
            Ditemukan::Layanan(t) => t.isi.nama.clone(),
            Ditemukan::Unit(u) => u.nama.clone(),
            Ditemukan::Mal(m) => m.nama.clone(),
            Ditemukan::Forum(f) => f.judul.clone(),
        };
        k.cari(tanya, 10).iter().map(nama).collect()
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Draft, issue, revise, replace: nothing issued ever changes, and only what is in force is public.
    async fn dari_rancangan_sampai_digantikan(basis: BasisUji) {
        let w = dua(basis).await;
        let s = &w.d.r.store;
        let id = w.buat(&isi("Rawat Jalan", 5)).await;
        assert_eq!(layanan::buat(s, &w.operator, id, &isi("Rawat Jalan", 5), true).await.unwrap(), id, "the same again is the same");
        assert!(w.temukan("rawat").await.is_empty(), "a draft is not public");
        let hari = w.hari();
        assert!(matches!(w.tetapkan(id, 1, hari).await, Err(StoreError::Keadaan("standar-belum-lengkap"))));
        assert_eq!(layanan::simpan(s, &w.operator, id, 1, &isi("Rawat Jalan", 6)).await.unwrap(), 2);
        layanan::usulkan(s, &w.operator, id, 2).await.unwrap();
        layanan::usulkan(s, &w.operator, id, 2).await.unwrap();
        assert!(matches!(w.tetapkan(id, 1, hari).await, Err(StoreError::Bentrok { versi: 2, .. })));
        w.tetapkan(id, 2, hari).await.unwrap();
        assert_eq!(w.temukan("rawat jaln").await, ["Rawat Jalan"]);
        // A revision that begins tomorrow leaves today's in force.
        assert_eq!(layanan::simpan(s, &w.operator, id, 0, &isi("Rawat Jalan Terpadu", 14)).await.unwrap(), 1);
        assert!(matches!(layanan::simpan(s, &w.operator, id, 0, &isi("Lain", 6)).await, Err(StoreError::Bentrok { versi: 1, .. })));
        w.tetapkan(id, 1, hari.saturating_add(1.day())).await.unwrap();
        let r = layanan::riwayat(s.baca(), id, hari).await.unwrap();
        assert_eq!(r.iter().map(|r| r.keadaan).collect::<Vec<_>>(), [Keadaan::Nanti, Keadaan::Berlaku]);
        assert_eq!(layanan::dari_kode(s, "rawat-jalan").await.unwrap().isi.nama, "Rawat Jalan");
        s.jam().maju(86_400);
        let r = layanan::riwayat(s.baca(), id, w.hari()).await.unwrap();
        assert_eq!(r.iter().map(|r| r.keadaan).collect::<Vec<_>>(), [Keadaan::Berlaku, Keadaan::Digantikan]);
        assert_eq!(r[1].standar.isi, isi("Rawat Jalan", 6), "what was issued is as it was");
        let t = layanan::dari_kode(s, "rawat-jalan").await.unwrap();
        assert_eq!((t.isi.nama.as_str(), t.isi.lengkap(), t.nomor), ("Rawat Jalan Terpadu", 14, 2));
        assert_eq!(w.temukan("terpadu").await, ["Rawat Jalan Terpadu"], "the index followed the day");
        // Ended: gone from the public, still read by officers.
        layanan::tutup(s, &w.kepala, id, "Digabung.").await.unwrap();
        assert!(w.temukan("rawat").await.is_empty());
        assert!(matches!(layanan::dari_kode(s, "rawat-jalan").await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(layanan::simpan(s, &w.operator, id, 0, &isi("X", 6)).await, Err(StoreError::Keadaan("layanan-tutup"))));
        let (semua, n) = layanan::milik(s, w.operator.pelaku(), &Saring::default(), 0, 20).await.unwrap();
        assert_eq!((n, semua[0].lengkap, semua[0].layanan.tutup.is_some()), (1, 14, true));
    }

    async fn batas_dan_hak(basis: BasisUji) {
        let w = dua(basis).await;
        let s = &w.d.r.store;
        let id = w.buat(&isi("Kartu", 6)).await;
        let hari = w.hari();
        let mut liar = isi("Kartu", 6);
        liar.teks.insert("lain".into(), "x".into());
        assert!(matches!(layanan::simpan(s, &w.operator, id, 1, &liar).await, Err(StoreError::Keadaan("layanan-teks"))));
        assert!(matches!(layanan::simpan(s, &w.operator, id, 1, &isi(" ", 6)).await, Err(StoreError::Keadaan("layanan-nama-wajib"))));
        let sk = |tanggal, mulai, tinjau| Sk { nomor: "1", tanggal, mulai, tinjau };
        let esok = hari.saturating_add(1.day());
        let r = layanan::tetapkan(s, &w.kepala, id, 1, &sk(esok, hari, esok)).await;
        assert!(matches!(r, Err(StoreError::Keadaan("standar-mulai"))));
        let r = layanan::tetapkan(s, &w.kepala, id, 1, &sk(hari, hari, hari)).await;
        assert!(matches!(r, Err(StoreError::Keadaan("standar-tinjau"))));
        w.tetapkan(id, 1, hari).await.unwrap();
        layanan::simpan(s, &w.operator, id, 0, &isi("Kartu", 7)).await.unwrap();
        let r = w.tetapkan(id, 1, hari.saturating_sub(1.day())).await;
        assert!(matches!(r, Err(StoreError::Keadaan("standar-mundur"))));
        // Another unit's people reach nothing of it.
        let lain = Lingkup::Unit { unit: w.d.dinsos, instansi: w.d.kab };
        let lain = orang(s, "lain@kab.id", Peran::UnitKepala, lain).await;
        assert!(matches!(hak::unit(s, &lain, w.d.rsud).await, Err(StoreError::TidakDitemukan)));
        let lain_hak = hak::unit(s, &lain, w.d.dinsos).await.unwrap().kepala_layanan().unwrap();
        assert!(matches!(layanan::tutup(s, &lain_hak, id, "x").await, Err(StoreError::TidakDitemukan)));
        assert!(layanan::milik(s, &lain, &Saring::default(), 0, 20).await.unwrap().0.is_empty());
        let dua = w.buat(&isi("Kartu", 6)).await;
        assert_eq!(layanan::dari_id(s.baca(), dua).await.unwrap().kode, "kartu-2");
    }

    /// A month before the day of review, once; a review that changes nothing moves the day.
    async fn tinjau_dan_ingatkan(basis: BasisUji) {
        let w = dua(basis).await;
        let s = &w.d.r.store;
        let id = w.buat(&isi("Rujukan", 6)).await;
        w.tetapkan(id, 1, w.hari()).await.unwrap();
        assert_eq!(layanan::ingatkan(s).await.unwrap(), 0);
        s.jam().maju(340 * 86_400);
        assert_eq!(layanan::ingatkan(s).await.unwrap(), 2, "operator and head");
        assert_eq!(layanan::ingatkan(s).await.unwrap(), 0, "told once");
        let berikut = w.hari().saturating_add(1.year());
        layanan::tinjau(s, &w.kepala, id, "Masih sesuai.", berikut).await.unwrap();
        s.jam().maju(60 * 86_400);
        assert_eq!(layanan::ingatkan(s).await.unwrap(), 0, "the day moved");
        let b = layanan::berlaku(s.baca(), id, w.hari()).await.unwrap().unwrap();
        assert_eq!((b.tinjau, b.ditinjau.is_some()), (berikut.to_string(), true));
        let n = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi LIKE 'standar.%' AND objek = 'layanan'", nilai![]).await.unwrap();
        assert_eq!(n, 2, "issue and review");
    }

    async fn maklumat_yang_berlaku(basis: BasisUji) {
        let w = dua(basis).await;
        let (s, hari) = (&w.d.r.store, w.hari());
        let m = |isi, tanggal, sampai| maklumat::MaklumatIsi { isi, penanda_tangan: "dr. A", jabatan: "Direktur", tanggal, sampai };
        let kosong = maklumat::tetapkan(s, &w.kepala, MaklumatId::baru(), &m(" ", hari, None)).await;
        assert!(matches!(kosong, Err(StoreError::Keadaan("maklumat-isi"))));
        let terbalik = maklumat::tetapkan(s, &w.kepala, MaklumatId::baru(), &m("x", hari, Some(hari.saturating_sub(1.day())))).await;
        assert!(matches!(terbalik, Err(StoreError::Keadaan("maklumat-sampai"))));
        let id = MaklumatId::baru();
        maklumat::tetapkan(s, &w.kepala, id, &m("Kami sanggup.", hari, Some(hari))).await.unwrap();
        maklumat::tetapkan(s, &w.kepala, id, &m("Lain.", hari, None)).await.unwrap();
        assert_eq!(maklumat::berlaku(s.baca(), w.d.rsud, hari).await.unwrap().unwrap().isi, "Kami sanggup.");
        assert!(maklumat::berlaku(s.baca(), w.d.rsud, hari.saturating_add(1.day())).await.unwrap().is_none(), "its time is over");
        assert_eq!(maklumat::semua(s.baca(), w.d.rsud).await.unwrap().len(), 1);
    }

    async fn an_announcement_is_shown_for_its_days_and_taken_back_with_a_reason(basis: BasisUji) {
        let t = dua(basis).await;
        let (s, kini) = (&t.d.r.store, t.hari());
        let isi = |mulai, sampai, penting| PengumumanIsi { judul: "Loket pindah", isi: "Ke lantai 2.", mulai, sampai, penting, ilustrasi: true };
        let (kemarin, besok) = (kini.saturating_sub(1.day()), kini.saturating_add(1.day()));
        let id = [PengumumanId::baru(), PengumumanId::baru(), PengumumanId::baru(), PengumumanId::baru()];
        pengumuman::pasang(s, &t.operator, id[0], &isi(kini, kini, false)).await.unwrap();
        pengumuman::pasang(s, &t.operator, id[0], &isi(kini, kini, false)).await.unwrap();
        pengumuman::pasang(s, &t.operator, id[1], &isi(kemarin, besok, true)).await.unwrap();
        pengumuman::pasang(s, &t.operator, id[2], &isi(besok, besok, true)).await.unwrap();
        pengumuman::pasang(s, &t.operator, id[3], &isi(kemarin, kemarin, true)).await.unwrap();
        let tampil = async |unit| pengumuman::kini(s, unit, 10).await.unwrap().into_iter().map(|p| p.id).collect::<Vec<_>>();
        assert_eq!(tampil(None).await, [id[1], id[0]]);
        assert_eq!(tampil(Some(t.d.rsud)).await, [id[1], id[0]]);
        assert!(tampil(Some(t.d.dinsos)).await.is_empty());
        assert!(matches!(pengumuman::tarik(s, &t.operator, id[1], " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        let panjang = pengumuman::tarik(s, &t.operator, id[1], &"x".repeat(501)).await;
        assert!(matches!(panjang, Err(StoreError::Keadaan("pengumuman-alasan-panjang"))), "{panjang:?}");
        pengumuman::tarik(s, &t.operator, id[1], "salah lantai").await.unwrap();
        assert_eq!(tampil(None).await, [id[0]]);
        assert_eq!(pengumuman::semua(s.baca(), t.d.rsud).await.unwrap().len(), 4);
        let terbalik = pengumuman::pasang(s, &t.operator, PengumumanId::baru(), &isi(besok, kini, false)).await;
        assert!(matches!(terbalik, Err(StoreError::Keadaan("pengumuman-hari"))), "{terbalik:?}");
    }
}
