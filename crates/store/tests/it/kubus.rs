//! The counters: what they say, and that they always equal a recount of the answers.

#![cfg(test)]

use crate::{
    peta::peta,
    ruang::ruang,
    survei::{BENTUK, dunia, jawab},
};
use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::{Config, TestRunner},
};
use std::collections::BTreeMap;
use store::{
    Store, StoreError,
    id::{AkunId, BundelId, RondeId},
    kueri::Kueri,
    nilai,
    ronde::{
        JenisKecuali::{self, Kecuali, Pulih},
        Kelompok, Masukan, Profil, SaringJawaban, Terima, halaman, kecualikan,
        kubus::{self, Keadaan, Sel},
        simpan_banyak,
    },
};
use testkit::basis::BasisUji;
use uuid::Uuid;

async fn kecuali(s: &Store, ronde: RondeId, id: &[Uuid], jenis: JenisKecuali) -> store::Hasil<u64> {
    let tx = s.mulai().await?;
    let n = kecualikan(&tx, ronde, BENTUK, id, jenis, "ganda", AkunId(Uuid::nil())).await?;
    tx.commit().await?;
    Ok(n)
}

async fn n(s: &Store, ronde: RondeId) -> [u64; 3] {
    let mut n = [0; 3];
    for (n, k) in n.iter_mut().zip(Keadaan::SEMUA) {
        *n = kubus::seluruh(s.baca(), ronde, k).await.unwrap().n;
    }
    n
}

/// What the answers themselves say, by a key.
fn sendiri<K: Ord>(semua: &[Masukan], kunci: impl Fn(&Masukan) -> K) -> BTreeMap<K, Sel> {
    let mut m: BTreeMap<K, Sel> = BTreeMap::new();
    for j in semua {
        let jumlah: u64 = j.nilai.iter().map(|v| u64::from(*v)).sum();
        let mut hitung = vec![0; 36];
        j.nilai.iter().enumerate().for_each(|(q, v)| hitung[q * 4 + usize::from(*v) - 1] = 1);
        m.entry(kunci(j)).or_default().gabung(&Sel { n: 1, jumlah, kuadrat: jumlah * jumlah, hitung }).unwrap();
    }
    m
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Every way to read the counters, against sums made here.
    async fn bacaan(basis: BasisUji) {
        let r = ruang(basis).await;
        let (s, ronde) = (&r.store, dunia(&r).await);
        let mut semua: Vec<Masukan> = (0..60).map(|n| jawab(ronde, n)).collect();
        for (n, m) in semua.iter_mut().enumerate() {
            m.tanda = [0, 1, 0b101, 0][n % 4];
            m.kelompok = [Kelompok::Daring, Kelompok::Kios, Kelompok::Tautan][n % 3];
        }
        for h in futures_util::future::join_all(semua.iter().map(|m| s.penulis().terima(m.clone()))).await {
            h.unwrap();
        }
        let c = s.baca();
        assert_eq!(kubus::seluruh(c, ronde, Keadaan::Pakai).await.unwrap(), sendiri(&semua, |_| ()).remove(&()).unwrap());
        for d in 1..=5 {
            let harap = sendiri(&semua, |m| m.profil.0[usize::from(d) - 1]);
            assert_eq!(kubus::per_dimensi(c, ronde, d, Keadaan::Pakai).await.unwrap(), harap);
        }
        let harap = sendiri(&semua, |m| (m.profil.0[3], m.profil.0[0]));
        assert_eq!(kubus::silang(c, ronde, 4, 1, Keadaan::Pakai).await.unwrap(), harap);
        assert_eq!(kubus::tanda(c, ronde, Keadaan::Pakai).await.unwrap(), BTreeMap::from([(0, 30), (2, 15)]));
        let kelompok = kubus::per_kelompok(c, ronde, Keadaan::Pakai).await.unwrap();
        assert_eq!(kelompok, BTreeMap::from([("daring".into(), 20), ("kios".into(), 20), ("tautan".into(), 20)]));
        assert_eq!(kubus::seluruh(c, ronde, Keadaan::Kecuali).await.unwrap(), Sel::default());
        assert!(kubus::silang(c, RondeId::baru(), 1, 2, Keadaan::Pakai).await.unwrap().is_empty());
    }

    /// Answers move between the states with a reason, and back; a gap stays a gap.
    async fn pengecualian(basis: BasisUji) {
        let r = ruang(basis).await;
        let (s, ronde) = (&r.store, dunia(&r).await);
        let mut semua: Vec<Masukan> = (0..10).map(|n| jawab(ronde, n)).collect();
        semua[9].nilai[4] = 255;
        let tx = s.mulai().await.unwrap();
        assert_eq!(simpan_banyak(&tx, &semua).await.unwrap(), vec![Terima::Baru; 10]);
        assert_eq!(simpan_banyak(&tx, &semua[..3]).await.unwrap(), vec![Terima::SudahAda; 3]);
        tx.commit().await.unwrap();
        assert_eq!(n(s, ronde).await, [9, 1, 0]);
        let penuh = kubus::seluruh(s.baca(), ronde, Keadaan::Pakai).await.unwrap();
        let id = |n: usize| semua[n].id;
        assert_eq!(kecuali(s, ronde, &[id(0), id(1), id(1), id(9)], Kecuali).await.unwrap(), 3);
        assert_eq!(kecuali(s, ronde, &[id(0), id(2)], Kecuali).await.unwrap(), 1);
        assert_eq!(n(s, ronde).await, [6, 1, 3]);
        let saring = |kecuali| SaringJawaban { kecuali, ..SaringJawaban::default() };
        for (k, harap) in [(None, 10), (Some(true), 4), (Some(false), 6)] {
            assert_eq!(halaman(s.baca(), ronde, None, 100, &saring(k)).await.unwrap().len(), harap);
        }
        assert_eq!(kecuali(s, ronde, &semua.iter().map(|m| m.id).collect::<Vec<_>>(), Pulih).await.unwrap(), 4);
        assert_eq!(kubus::seluruh(s.baca(), ronde, Keadaan::Pakai).await.unwrap(), penuh);
        assert!(matches!(kecuali(s, ronde, &[id(0), Uuid::new_v4()], Kecuali).await, Err(StoreError::TidakDitemukan)));
        let tx = s.mulai().await.unwrap();
        let tanpa = kecualikan(&tx, ronde, BENTUK, &[id(0)], Kecuali, "  ", AkunId(Uuid::nil())).await;
        assert!(matches!(tanpa, Err(StoreError::Keadaan("alasan-wajib"))));
        drop(tx);
        assert_eq!(kubus::hitung_ulang(s, ronde).await.unwrap(), Vec::<String>::new());
    }

    /// Pages of answers hold each once, filtered as asked.
    async fn halaman_jawaban(basis: BasisUji) {
        let r = ruang(basis).await;
        let (s, ronde) = (&r.store, dunia(&r).await);
        let impor = store::id::baru();
        let mut semua: Vec<Masukan> = (0..25).map(|n| jawab(ronde, n)).collect();
        for (n, m) in semua.iter_mut().enumerate() {
            m.tanda = u32::from(n % 5 == 0) << 3;
            m.saran = (n == 7).then(|| "lebih cepat".into());
            m.kelompok = if n < 10 { Kelompok::Impor(impor) } else { Kelompok::Daring };
        }
        let tx = s.mulai().await.unwrap();
        simpan_banyak(&tx, &semua).await.unwrap();
        tx.commit().await.unwrap();
        let (mut sudah, mut setelah) = (Vec::new(), None);
        loop {
            let h = halaman(s.baca(), ronde, setelah, 10, &SaringJawaban::default()).await.unwrap();
            let Some(akhir) = h.last() else { break };
            setelah = Some(akhir.id);
            sudah.extend(h);
        }
        semua.sort_by_key(|m| m.id);
        assert_eq!(sudah.iter().map(|j| j.id).collect::<Vec<_>>(), semua.iter().map(|m| m.id).collect::<Vec<_>>());
        for (j, m) in sudah.iter().zip(&semua) {
            assert_eq!((&*j.nilai, &*j.profil, j.tanda, &j.saran), (&*m.nilai, &m.profil.0[..], m.tanda, &m.saran));
            assert_eq!((j.kelompok.clone(), j.hari.as_str(), j.kecuali), (m.kelompok.to_string(), "2026-03-02", false));
        }
        let saring = SaringJawaban { tanda: Some(3), kelompok: Some(impor.to_string()), kecuali: None };
        assert_eq!(halaman(s.baca(), ronde, None, 100, &saring).await.unwrap().len(), 2);
    }

    /// A damaged counter is found, whichever it is.
    async fn rusak(basis: BasisUji) {
        let r = ruang(basis).await;
        let (s, ronde) = (&r.store, dunia(&r).await);
        for n in 0..5 {
            s.penulis().terima(Masukan { tanda: 1, ..jawab(ronde, n) }).await.unwrap();
        }
        for tingkat in [0_i64, 1, 2, 3, 4, 5, 8, 9] {
            for ubah in ["n = n + 1", "jumlah = jumlah - 1", "kuadrat = kuadrat + 1"] {
                let tx = s.mulai().await.unwrap();
                tx.jalankan(&format!("UPDATE jawaban_kubus SET {ubah} WHERE tingkat = $1"), nilai![tingkat]).await.unwrap();
                tx.commit().await.unwrap();
                let beda = kubus::hitung_ulang(s, ronde).await.unwrap();
                assert!(beda.iter().any(|b| b.contains(&format!("tingkat {tingkat},"))), "{tingkat} {ubah}: {beda:?}");
                let tx = s.mulai().await.unwrap();
                let kembali = ubah.replace('+', "#").replace('-', "+").replace('#', "-");
                tx.jalankan(&format!("UPDATE jawaban_kubus SET {kembali} WHERE tingkat = $1"), nilai![tingkat]).await.unwrap();
                tx.commit().await.unwrap();
            }
        }
        let tx = s.mulai().await.unwrap();
        tx.jalankan("DELETE FROM jawaban_kubus WHERE tingkat = 9", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(kubus::hitung_ulang(s, ronde).await.unwrap().len(), 5);
    }

    /// Whatever is sent, excluded, taken back and rejected, in whatever order: counters equal the recount, and what is read
    /// leaves rejected paper out.
    async fn selalu_sama(basis: BasisUji) {
        let p = peta(basis).await;
        let u = p.unit;
        let mut pelari = TestRunner::new_with_rng(Config::default(), proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha));
        for _ in 0..12 {
            let langkah = prop::collection::vec(langkah(), 1..14).new_tree(&mut pelari).unwrap().current();
            let ronde = crate::survei::skm(&p.r.store, u).await;
            let mut d = Uji { s: &p.r.store, ronde, bundel: Vec::new(), ditolak: Vec::new(), semua: Vec::new(), oleh: p.oleh };
            for l in &langkah {
                d.jalankan(l).await;
            }
            assert_eq!(kubus::hitung_ulang(&p.r.store, ronde).await.unwrap(), Vec::<String>::new(), "{langkah:?}");
            let [pakai, kurang, kecuali] = n(&p.r.store, ronde).await;
            let harap = d.semua.iter().filter(|(m, _)| !d.ditolak.iter().any(|b| m.kelompok == Kelompok::Bundel(*b)));
            let mut banyak = [0; 3];
            for (m, kecuali) in harap {
                banyak[if m.nilai.contains(&255) { 1 } else if *kecuali { 2 } else { 0 }] += 1;
            }
            assert_eq!([pakai, kurang, kecuali], banyak, "{langkah:?}");
        }
    }
}

#[derive(Debug, Clone)]
enum Langkah {
    Kirim(Vec<(u8, bool)>),
    Bundel(Vec<(u8, bool)>),
    Ulang,
    Kecuali(Vec<prop::sample::Index>),
    Pulih(Vec<prop::sample::Index>),
    TolakBundel(prop::sample::Index),
}

fn langkah() -> impl Strategy<Value = Langkah> {
    let isi = || prop::collection::vec((any::<u8>(), prop::bool::weighted(0.2)), 1..20);
    let pilih = || prop::collection::vec(any::<prop::sample::Index>(), 1..8);
    prop_oneof![
        3 => isi().prop_map(Langkah::Kirim),
        2 => isi().prop_map(Langkah::Bundel),
        1 => Just(Langkah::Ulang),
        2 => pilih().prop_map(Langkah::Kecuali),
        2 => pilih().prop_map(Langkah::Pulih),
        1 => any::<prop::sample::Index>().prop_map(Langkah::TolakBundel),
    ]
}

struct Uji<'a> {
    s: &'a Store,
    ronde: RondeId,
    bundel: Vec<BundelId>,
    ditolak: Vec<BundelId>,
    /// Stored answers, and whether they are left out.
    semua: Vec<(Masukan, bool)>,
    oleh: AkunId,
}

impl Uji<'_> {
    fn buat(&self, isi: &[(u8, bool)], kelompok: Kelompok) -> Vec<Masukan> {
        let satu = |(n, bolong): &(u8, bool)| {
            let mut m = Masukan { kelompok, tanda: u32::from(n % 4), ..jawab(self.ronde, *n) };
            m.profil = Profil([n % 2, n % 2, 255, 0, n % 3]);
            if *bolong {
                m.nilai[usize::from(n % 9)] = 255;
            }
            m
        };
        isi.iter().map(satu).collect()
    }

    async fn jalankan(&mut self, l: &Langkah) {
        match l {
            Langkah::Kirim(isi) => {
                let baru = self.buat(isi, Kelompok::Daring);
                for h in futures_util::future::join_all(baru.iter().map(|m| self.s.penulis().terima(m.clone()))).await {
                    assert_eq!(h.unwrap(), Terima::Baru);
                }
                self.semua.extend(baru.into_iter().map(|m| (m, false)));
            }
            Langkah::Bundel(isi) => {
                let id = BundelId::baru();
                let baru = self.buat(isi, Kelompok::Bundel(id));
                let tx = self.s.mulai().await.unwrap();
                tx.jalankan("INSERT INTO objek (sidik, ukuran, tipe, dibuat) VALUES ('x', 1, 'x', 1) ON CONFLICT DO NOTHING", vec![])
                    .await
                    .unwrap();
                let sql = "INSERT INTO bundel_kertas (id, ronde_id, objek, nama_berkas, keterangan, lembar, pada, oleh)
                    VALUES ($1, $2, 'x', '', '', 1, 1, $3)";
                tx.jalankan(sql, nilai![id, self.ronde, self.oleh]).await.unwrap();
                simpan_banyak(&tx, &baru).await.unwrap();
                tx.commit().await.unwrap();
                self.bundel.push(id);
                self.semua.extend(baru.into_iter().map(|m| (m, false)));
            }
            Langkah::Ulang => {
                for h in futures_util::future::join_all(self.semua.iter().map(|(m, _)| self.s.penulis().terima(m.clone()))).await {
                    assert_eq!(h.unwrap(), Terima::SudahAda);
                }
            }
            Langkah::Kecuali(pilih) => self.pindah(pilih, Kecuali).await,
            Langkah::Pulih(pilih) => self.pindah(pilih, Pulih).await,
            Langkah::TolakBundel(pilih) if !self.bundel.is_empty() => {
                let id = *pilih.get(&self.bundel);
                let tx = self.s.mulai().await.unwrap();
                let sql = "INSERT INTO bundel_tolak (bundel_id, alasan, pada, oleh) VALUES ($1, 'x', 1, $2) ON CONFLICT DO NOTHING";
                tx.jalankan(sql, nilai![id, self.oleh]).await.unwrap();
                tx.commit().await.unwrap();
                self.ditolak.push(id);
            }
            Langkah::TolakBundel(_) => {}
        }
    }

    async fn pindah(&mut self, pilih: &[prop::sample::Index], jenis: JenisKecuali) {
        if self.semua.is_empty() {
            return;
        }
        let no: std::collections::BTreeSet<usize> = pilih.iter().map(|p| p.index(self.semua.len())).collect();
        let id: Vec<Uuid> = no.iter().map(|n| self.semua[*n].0.id).collect();
        let ubah = no.iter().filter(|n| self.semua[**n].1 != (jenis == Kecuali)).count();
        assert_eq!(kecuali(self.s, self.ronde, &id, jenis).await.unwrap(), ubah as u64);
        for n in no {
            self.semua[n].1 = jenis == Kecuali;
        }
    }
}
