//! Ways in and out for programs: scopes of tokens, writes that come twice, units by a token, webhooks.

use crate::{bangun, orang::orang, permohonan};
use store::{
    StoreError,
    hak::Admin,
    id::{KaitId, PermohonanId},
    impor::{self, Baris},
    instansi,
    kait::{
        self, KaitBaru, Peristiwa,
        kirim::{self, Coba, KAIT},
    },
    kueri::Kueri,
    nilai,
    pekerjaan::{self, Nasib, Pekerjaan},
    peran::{Lingkup as Di, Peran},
    permohonan as berkas,
    token_api::{self, Lingkup},
    ulang::{self, Mulai},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

async fn admin(s: &store::Store) -> Admin {
    orang(s, "admin.api@kab.id", Peran::Admin, Di::Instalasi).await.admin().unwrap()
}

fn baris(sel: &[[&str; 6]]) -> Vec<Baris> {
    sel.iter().enumerate().map(|(i, s)| Baris { nomor: i + 1, sel: s.iter().map(|s| (*s).to_owned()).collect() }).collect()
}

async fn kait(s: &store::Store, a: &Admin, peristiwa: &[Peristiwa]) -> KaitId {
    let b = KaitBaru { nama: "SIMPEG", alamat: "https://contoh.go.id/kait", instansi: None, peristiwa };
    kait::buat(s, a, b).await.unwrap().0
}

async fn ambil(s: &store::Store) -> Option<Pekerjaan> {
    pekerjaan::ambil(s, &[KAIT]).await.unwrap()
}

fn gagal() -> Coba {
    Coba { id: store::id::baru(), status: Some(500), galat: "http-500".into(), ms: 12 }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A token can do what its scopes say, is noted when used, and ends.
    async fn a_token_has_its_scopes(basis: BasisUji) {
        let d = bangun::dunia(basis).await;
        let s = &d.r.store;
        let a = admin(s).await;
        assert!(matches!(token_api::buat(s, &a, "x", d.kab, &[], 30).await, Err(StoreError::Keadaan("token-lingkup"))));
        let baca = token_api::buat(s, &a, "Portal", d.kab, &[Lingkup::Baca, Lingkup::Baca], 30).await.unwrap();
        let semua = token_api::buat(s, &a, "Server", d.kab, &Lingkup::SEMUA, 30).await.unwrap();
        assert!(token_api::hak(s, "prima_salah").await.unwrap().is_none());
        let h = token_api::hak(s, &baca).await.unwrap().unwrap();
        assert!(h.baca().is_ok() && matches!(h.serah(), Err(StoreError::Ditolak("serah"))) && h.impor_unit().is_err());
        let h = token_api::hak(s, &semua).await.unwrap().unwrap();
        assert!(h.baca().is_ok() && h.impor_unit().is_ok());
        assert_eq!(h.serah().unwrap().instansi_kode, "64.08");
        let daftar = token_api::daftar(s, &a).await.unwrap();
        let mut lingkup = daftar[0].lingkup();
        lingkup.sort_unstable();
        assert_eq!((lingkup.as_slice(), daftar[1].lingkup().as_slice()), (Lingkup::SEMUA.as_slice(), [Lingkup::Baca].as_slice()));
        assert!(daftar.iter().all(|t| t.pakai.is_some()));
        let berlaku = async |rahasia: &str| token_api::hak(s, rahasia).await.unwrap().is_some();
        let jalankan = async |sql: &str, v: Vec<store::kueri::Value>| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, v).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let temuan = async || store::rawat::periksa(s).await.unwrap().temuan.iter().filter(|t| t.isi.starts_with("token program")).count();
        // What is changed past the program, or put there, opens nothing and is named.
        let id = daftar[1].id;
        for (ubah, balik) in [
            ("UPDATE token_api SET sampai = sampai + 1 WHERE id = $1", "UPDATE token_api SET sampai = sampai - 1 WHERE id = $1"),
            (
                "INSERT INTO token_api_lingkup (token_id, lingkup) VALUES ($1, 'serah')",
                "DELETE FROM token_api_lingkup WHERE token_id = $1 AND lingkup = 'serah'",
            ),
        ] {
            assert!(berlaku(&baca).await && temuan().await == 0);
            jalankan(ubah, nilai![id]).await;
            assert!(!berlaku(&baca).await && temuan().await == 1, "{ubah}");
            jalankan(balik, nilai![id]).await;
        }
        jalankan(
            "INSERT INTO token_api (id, nama, lingkup, instansi_id, sidik, sampai, pada, oleh, tanda)
             SELECT $2, nama, lingkup, instansi_id, $3, sampai, pada, oleh, tanda FROM token_api WHERE id = $1",
            nilai![id, Uuid::now_v7(), store::sidik_hex(b"prima_punyaku")],
        )
        .await;
        assert!(!berlaku("prima_punyaku").await && temuan().await == 1);
        store::kunci_instalasi::ganti(s, None, store::kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        assert!(berlaku(&baca).await && !berlaku("prima_punyaku").await, "after a leak those that were genuine still are");
        token_api::cabut(s, &a, id).await.unwrap();
        assert!(!berlaku(&baca).await, "revoked");
        jalankan("DELETE FROM token_api_cabut WHERE token_id = $1", nilai![id]).await;
        assert!(!berlaku(&baca).await, "nor does it come back");
        s.jam().maju(30 * 86_400);
        assert!(token_api::hak(s, &semua).await.unwrap().is_none(), "expired");
    }

    /// The same write again gets the first answer, another one under its key none; a day later the key is free.
    async fn a_write_twice_is_one(basis: BasisUji) {
        let d = bangun::dunia(basis).await;
        let s = &d.r.store;
        let (t, lain) = (Uuid::now_v7(), Uuid::now_v7());
        let mulai = async |t, sidik: &str| ulang::mulai(s, t, "k1", sidik).await.unwrap();
        assert_eq!(mulai(t, "a").await, Mulai::Baru);
        assert_eq!((mulai(t, "a").await, mulai(t, "b").await, mulai(lain, "b").await), (Mulai::Berjalan, Mulai::Lain, Mulai::Baru));
        ulang::usai(s, t, "k1", 201, "{}").await.unwrap();
        assert_eq!(mulai(t, "a").await, Mulai::Sudah { status: 201, isi: "{}".into() });
        ulang::lepas(s, t, "k1").await.unwrap();
        assert!(matches!(mulai(t, "a").await, Mulai::Sudah { .. }), "an answer stays");
        ulang::lepas(s, lain, "k1").await.unwrap();
        assert_eq!(mulai(lain, "c").await, Mulai::Baru, "nothing was done under it");
        s.jam().maju(301);
        assert_eq!(mulai(lain, "c").await, Mulai::Baru, "cut off by a stop");
        s.jam().maju(86_400);
        assert_eq!(mulai(t, "b").await, Mulai::Baru);
        s.jam().maju(86_401);
        assert_eq!(ulang::bersihkan(s).await.unwrap(), 2);
        // A new key for each write does not fill the database: the oldest answers go first.
        let tx = s.mulai().await.unwrap();
        for n in 0..ulang::SIMPAN_MAKS {
            let sql = "INSERT INTO api_ulang (token_id, kunci, sidik, status, isi, pada) VALUES ($1, $2, 'a', 201, '{}', $3)";
            tx.jalankan(sql, nilai![t, format!("lama-{n:05}"), tx.pada.tambah_detik(n - ulang::SIMPAN_MAKS)]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let simpan = async || s.baca().angka("SELECT COUNT(*) AS n FROM api_ulang WHERE token_id = $1", nilai![t]).await.unwrap();
        assert_eq!(mulai(t, "baru").await, Mulai::Baru);
        assert_eq!(simpan().await, ulang::SIMPAN_MAKS + 1 - 500);
        assert_eq!(ulang::mulai(s, t, "lama-00499", "a").await.unwrap(), Mulai::Baru, "forgotten");
        assert!(matches!(ulang::mulai(s, t, "lama-00500", "a").await.unwrap(), Mulai::Sudah { status: 201, .. }));
    }

    /// At the same time one of many is the first.
    async fn the_same_write_at_once(basis: BasisUji) {
        let d = bangun::dunia(basis).await;
        let t = Uuid::now_v7();
        let semua = (0..8).map(|_| {
            let s = d.r.store.clone();
            tokio::spawn(async move { ulang::mulai(&s, t, "k", "a").await.unwrap() })
        });
        let mut baru = 0;
        for h in semua.collect::<Vec<_>>() {
            baru += usize::from(h.await.unwrap() == Mulai::Baru);
        }
        assert_eq!(baru, 1);
    }

    /// Units by a token: tried, applied, the same again changes nothing; other instansi stay out of reach.
    async fn units_by_a_program(basis: BasisUji) {
        let d = bangun::dunia(basis).await;
        let s = &d.r.store;
        let a = admin(s).await;
        let rahasia = token_api::buat(s, &a, "Server", d.kab, &[Lingkup::ImporUnit], 30).await.unwrap();
        let h = token_api::hak(s, &rahasia).await.unwrap().unwrap().impor_unit().unwrap();
        let isi = baris(&[["poli-x", "Poli X", "poli", "64.08", "rsud", ""], ["rsud", "RSUD Kudungga", "unit", "64.08", "", "Jl. Baru"]]);
        let ada = async || instansi::unit_milik(s, d.kab).await.unwrap().len();
        let awal = ada().await;
        let uji = impor::unit_program(s, &h, &isi, true).await.unwrap();
        assert_eq!((uji.baru, uji.ubah, uji.diterapkan, uji.salah.len(), ada().await), (1, 1, false, 0, awal));
        let t = impor::unit_program(s, &h, &isi, false).await.unwrap();
        assert_eq!((t.baru, t.ubah, t.diterapkan, ada().await), (1, 1, true, awal + 1));
        let lagi = impor::unit_program(s, &h, &isi, false).await.unwrap();
        assert_eq!((lagi.baru, lagi.ubah, lagi.sama), (0, 0, 2));
        let asing = baris(&[["poli-y", "Poli Y", "poli", "64", "", ""], ["poli-z", "Poli Z", "poli", "64.08", "", ""]]);
        let t = impor::unit_program(s, &h, &asing, false).await.unwrap();
        assert_eq!((t.diterapkan, ada().await), (false, awal + 1), "all or nothing");
        assert_eq!(t.salah.iter().map(|x| (x.nomor, x.kunci)).collect::<Vec<_>>(), [(1, "impor-salah-instansi-token")]);
        assert!(matches!(impor::unit_program(s, &h, &[], true).await, Err(StoreError::Keadaan("impor-kosong"))));
        let n = s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'impor.program' AND akun_id IS NULL", nilai![]).await.unwrap();
        assert_eq!(n, 2, "with what it changed; trying leaves no trace");
    }

    /// A state of a case goes to whoever wants it, once, without a word of the citizen; the same message is never sent again.
    async fn an_event_is_sent_once(basis: BasisUji) {
        let d = permohonan::dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        let ke = kait(s, &a, &[Peristiwa::PermohonanKeadaan]).await;
        kait(s, &a, &[Peristiwa::SkmTerbit]).await;
        let tx = s.mulai().await.unwrap();
        let b = instansi::InstansiBaru { kode: "11.01", nama: "Kabupaten Lain", jenis: "kabupaten", wilayah: None, zona: "WIB" };
        let asing = instansi::tambah(&tx, None, b).await.unwrap();
        tx.commit().await.unwrap();
        let lain = KaitBaru { nama: "Lain", alamat: "https://b.id", instansi: Some(asing), peristiwa: &Peristiwa::SEMUA };
        kait::buat(s, &a, lain).await.unwrap();
        let p = d.satu().await;
        berkas::periksa(s, &d.pengolah(p.id).await, p.versi).await.unwrap();
        let (semua, n) = kait::kiriman(s, &a, ke, 0, 10).await.unwrap();
        assert_eq!((n, semua.iter().filter(|k| k.akhir.is_none()).count()), (2, 2));
        let job = ambil(s).await.unwrap();
        let t = kirim::tugas(s, &job).await.unwrap().unwrap();
        for rahasia in ["Ibu Sari", "0812", "Dewi", p.kode.as_str()] {
            assert!(!t.isi.contains(rahasia), "{}", t.isi);
        }
        assert!(t.isi.contains("\"type\":\"permohonan.keadaan\"") && t.isi.contains("akta-kelahiran"), "{}", t.isi);
        let sampai = Coba { id: store::id::baru(), status: Some(204), galat: String::new(), ms: 5 };
        kirim::catat(s, &job, &t, &sampai).await.unwrap();
        // Recorded again after a commit whose answer was lost: the try is there once.
        assert!(matches!(kirim::catat(s, &job, &t, &sampai).await, Err(StoreError::SudahAda(_))));
        let tx = s.mulai().await.unwrap();
        pekerjaan::antrekan(&tx, KAIT, &t.id).await.unwrap();
        tx.commit().await.unwrap();
        let mut dikirim = Vec::new();
        while let Some(job) = ambil(s).await {
            if let Some(t) = kirim::tugas(s, &job).await.unwrap() {
                kirim::catat(s, &job, &t, &Coba { id: store::id::baru(), ..sampai.clone() }).await.unwrap();
                dikirim.push(t.id);
            }
        }
        assert!(dikirim.len() == 1 && dikirim[0] != t.id, "what arrived is not sent again");
        assert!(matches!(kait::ulangi(s, &a, ke, t.id).await, Err(StoreError::Keadaan("kait-sampai"))));
    }

    /// Pauses grow; after the last try the address is off, its waiting messages end, and administrators are told once.
    async fn an_address_that_never_answers_is_switched_off(basis: BasisUji) {
        let d = bangun::dunia(basis).await;
        let s = &d.r.store;
        let a = admin(s).await;
        let ke = kait(s, &a, &Peristiwa::SEMUA).await;
        kait::uji(s, &a, ke).await.unwrap();
        let kirim_id = kait::kiriman(s, &a, ke, 0, 1).await.unwrap().0[0].id;
        let mut jeda = Vec::new();
        loop {
            let job = ambil(s).await.unwrap();
            let t = kirim::tugas(s, &job).await.unwrap().unwrap();
            match kirim::catat(s, &job, &t, &gagal()).await.unwrap() {
                Nasib::Lagi(d) => {
                    jeda.push(d);
                    assert!(ambil(s).await.is_none(), "not before its pause");
                    s.jam().maju(d);
                }
                Nasib::Menyerah => break,
            }
            if jeda.len() == 7 {
                kait::uji(s, &a, ke).await.unwrap();
            }
        }
        assert!(jeda.is_sorted() && jeda.len() == 7, "{jeda:?}");
        let k = kait::dari_id(s, &a, ke).await.unwrap();
        assert_eq!((k.hidup(), k.sebab.as_str()), (false, "gagal"));
        let job = ambil(s).await.unwrap();
        assert!(kirim::tugas(s, &job).await.unwrap().is_none(), "off: what waited is not sent");
        assert!(ambil(s).await.is_none());
        let akhir: Vec<_> = kait::kiriman(s, &a, ke, 0, 9).await.unwrap().0.into_iter().map(|k| (k.akhir, k.coba)).collect();
        assert_eq!(akhir, [(Some("batal".into()), 0), (Some("gagal".into()), 8)]);
        let kabar = s.baca().angka("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'kait-mati'", nilai![]).await.unwrap();
        assert_eq!(kabar, 1);
        assert!(matches!(kait::uji(s, &a, ke).await, Err(StoreError::Keadaan("kait-mati"))));
        assert!(matches!(kait::ulangi(s, &a, ke, kirim_id).await, Err(StoreError::Keadaan("kait-mati"))));
        kait::hidupkan(s, &a, ke).await.unwrap();
        kait::ulangi(s, &a, ke, kirim_id).await.unwrap();
        assert_eq!(kirim::tugas(s, &ambil(s).await.unwrap()).await.unwrap().unwrap().id, kirim_id, "under its own id");
        kait::hapus(s, &a, ke).await.unwrap();
        assert!(kait::daftar(s, &a).await.unwrap().is_empty());
        assert!(matches!(kait::hidupkan(s, &a, ke).await, Err(StoreError::TidakDitemukan)));
        s.jam().maju(91 * 86_400);
        assert_eq!(kirim::bersihkan(s).await.unwrap(), 1, "one ended, one still waits for its job");
    }

    /// A change that is not committed tells nobody.
    async fn what_did_not_happen_is_not_told(basis: BasisUji) {
        let d = permohonan::dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        kait(s, &a, &Peristiwa::SEMUA).await;
        let kosong = d.kirim(PermohonanId::baru(), &[], &[]).await;
        assert!(kosong.is_err());
        assert!(ambil(s).await.is_none());
    }
}
