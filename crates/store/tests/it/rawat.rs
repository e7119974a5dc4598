#![cfg(test)]

use crate::ruang::{Ruang, ruang};
use store::{
    StoreError, audit, kinerja,
    kueri::Kueri,
    nilai, objek, rawat,
    simulasi::{self, Ukuran},
};
use testkit::basis::{BasisUji, Jenis};

const KECIL: Ukuran = Ukuran { unit: 25, f03: 260, skm: 260, tiket: 0, nasional: false, seed: 7 };

#[derive(sea_orm::FromQueryResult)]
struct Kode {
    kode: String,
}

async fn isi(r: &Ruang) -> simulasi::Ringkas {
    let s = simulasi::isi(&r.store, KECIL, "bukan sandi").await.unwrap();
    audit::segel(&r.store).await.unwrap();
    s
}

async fn rusakkan(r: &Ruang, sql: &str) {
    let tx = r.store.mulai().await.unwrap();
    assert!(tx.jalankan(sql, vec![]).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

async fn bagian(r: &Ruang) -> Vec<&'static str> {
    let mut b: Vec<&str> = rawat::periksa(&r.store).await.unwrap().temuan.into_iter().map(|t| t.bagian).collect();
    b.dedup();
    b
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Simulated data is a state that holds, is the same for the same seed, and is not mixed with other data.
    async fn simulasi_sah(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = isi(&r).await;
        assert_eq!((s.unit, s.lokus, s.skor_f02, s.jawaban_f03), (25, 75, 25 * 31, 260));
        let l = rawat::periksa(&r.store).await.unwrap();
        assert_eq!(l.temuan, vec![]);
        assert_eq!((l.diperiksa["f02"], l.diperiksa["f03"], l.diperiksa["objek"], l.diperiksa["f01"]), (25, 260, 1, 25));
        assert!(l.catatan.len() == 1 && l.catatan[0].starts_with("akun: orang-orang simulasi"), "{:?}", l.catatan);
        assert!(r.store.ilustrasi().await.unwrap());
        assert_eq!(s.contoh.to_string(), "019b8b74-18f5-79c3-b039-d8388f4defa8");
        assert!(matches!(simulasi::isi(&r.store, KECIL, "x").await, Err(StoreError::Keadaan("simulasi-tidak-kosong"))));
    }

    /// Invented people sign in with their password, though one event wrote them all.
    async fn orang_simulasi_masuk(basis: BasisUji) {
        let r = ruang(basis).await;
        let phc = store::sandi::buat("padi menguning 9".into()).await.unwrap();
        let s = simulasi::isi(&r.store, KECIL, &phc).await.unwrap();
        let surel = &s.akun[0].1;
        let m = store::akun::masuk(&r.store, surel, "padi menguning 9".into(), "::1").await.unwrap();
        let store::akun::Masuk::Berhasil(sandi) = m else { panic!("{surel}: {m:?}") };
        let b = store::sesi::buka_dengan(&r.store, &sandi, None, "::1", "uji").await.unwrap();
        assert!(matches!(b, store::sesi::Buka::Token(_)), "{b:?}");
    }

    /// Malls of a simulation: every ticket went through the rules, is counted once, and is as over as any other.
    async fn simulasi_mal(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = simulasi::isi(&r.store, Ukuran { tiket: 700, ..KECIL }, "bukan sandi").await.unwrap();
        assert_eq!(s.tiket, 700);
        assert_eq!(rawat::periksa(&r.store).await.unwrap().temuan, vec![]);
        // Its audit log is the one that officers would have left: an event for each number and each step, in a chain whose head is signed.
        let n = async |sql: &str| r.store.baca().angka(sql, vec![]).await.unwrap();
        let langkah = n("SELECT COUNT(*) AS n FROM tiket_peristiwa").await;
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'tiket.terbit'").await, 700);
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'tiket.langkah'").await, langkah);
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('f01.simpan', 'f02.simpan')").await, 2 * 25 * 31);
        audit::segel(&r.store).await.unwrap();
        let rantai = rawat::rantai(&r.store).await.unwrap();
        assert!(rantai.sah && rantai.temuan.mata > 700 && rantai.temuan.belum_disegel.is_empty(), "{:?}", rantai.galat());
        let mpp = store::mpp::dari_kode(r.store.baca(), "simulasi-1").await.unwrap();
        let hari = |h: &str| h.parse::<jiff::civil::Date>().unwrap();
        let setahun = kinerja::publik(&r.store, &mpp, hari("2025-01-01"), hari("2025-12-31")).await.unwrap();
        assert_eq!((setahun.angka.nomor, setahun.gerai.len(), setahun.layanan_ada), (700, 25, 300));
        assert_eq!(setahun.gerai.iter().map(|g| g.angka.nomor).sum::<u32>(), 700);
        assert_eq!(setahun.bulan.len(), 12);
        assert!(setahun.angka.kunjungan > 550 && setahun.angka.tidak_hadir > 0, "{:?}", setahun.angka);
        let kode = r.store.baca().satu::<Kode>("SELECT MAX(kode) AS kode FROM tiket WHERE keadaan = 'selesai'", vec![]).await.unwrap().kode;
        let batal = store::antrean::warga::batal(&r.store, &kode, store::id::OperasiId::baru()).await;
        assert!(matches!(batal, Err(StoreError::Keadaan(_))), "its events fold, and it is over: {batal:?}");
    }

    /// Each kind of damage is found, in its part.
    async fn temuan(basis: BasisUji) {
        let jenis = basis.jenis;
        let r = ruang(basis).await;
        isi(&r).await;
        let kasus = [
            ("UPDATE jawaban_kubus SET kuadrat = kuadrat + 1 WHERE ronde_id IN (SELECT id FROM ronde WHERE jenis = 'f03')", "UPDATE jawaban_kubus SET kuadrat = kuadrat - 1 WHERE ronde_id IN (SELECT id FROM ronde WHERE jenis = 'f03')", "f03"),
            ("UPDATE jawaban_kubus SET kuadrat = kuadrat + 1 WHERE ronde_id IN (SELECT id FROM ronde WHERE jenis = 'skm')", "UPDATE jawaban_kubus SET kuadrat = kuadrat - 1 WHERE ronde_id IN (SELECT id FROM ronde WHERE jenis = 'skm')", "skm"),
            ("UPDATE f02_isian SET skor = 5 - skor WHERE indikator = '1.a.Ak'", "UPDATE f02_isian SET skor = 5 - skor WHERE indikator = '1.a.Ak'", "f02"),
            ("UPDATE f01_pengiriman SET isi = isi || ' '", "UPDATE f01_pengiriman SET isi = rtrim(isi)", "f01"),
            ("UPDATE edisi SET isi = isi || ' '", "UPDATE edisi SET isi = substr(isi, 1, length(isi) - 1)", "edisi"),
            ("UPDATE audit SET objek = 'x' || objek", "UPDATE audit SET objek = substr(objek, 2)", "audit"),
            ("UPDATE objek SET ukuran = ukuran + 1", "UPDATE objek SET ukuran = ukuran - 1", "objek"),
        ];
        for (rusak, betul, di) in kasus {
            rusakkan(&r, rusak).await;
            assert_eq!(bagian(&r).await, vec![di], "{rusak}");
            rusakkan(&r, betul).await;
        }
        assert!(bagian(&r).await.is_empty());
        // What no foreign key guards.
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE bukti SET oleh = $1", nilai![uuid()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(bagian(&r).await, vec!["acuan"]);
        if jenis == Jenis::Sqlite {
            rusak_acuan(&r).await;
            assert_eq!(bagian(&r).await, vec!["basis", "acuan"]);
        }
    }

    /// Evidence that is gone, changed, or has no row.
    async fn berkas(basis: BasisUji) {
        let r = ruang(basis).await;
        isi(&r).await;
        let lepas = objek::simpan(&r.store, b"tanpa baris").unwrap();
        let l = rawat::periksa(&r.store).await.unwrap();
        assert!(l.sah() && l.catatan.iter().any(|c| c.contains(&lepas.sidik)));
        let lain = objek::simpan(&r.store, b"lain").unwrap();
        let tx = r.store.mulai().await.unwrap();
        objek::catat(&tx, &lain, "application/pdf").await.unwrap();
        tx.commit().await.unwrap();
        let l = rawat::periksa(&r.store).await.unwrap();
        assert!(l.sah() && l.catatan.contains(&format!("objek: tidak ada yang mengacu {} (4 bita)", lain.sidik)), "{:?}", l.catatan);
        std::fs::write(objek::jalur(&r.store, &lain.sidik), b"LAIN").unwrap();
        assert!(rawat::periksa(&r.store).await.unwrap().temuan[0].isi.contains("berubah"));
        std::fs::remove_file(objek::jalur(&r.store, &lain.sidik)).unwrap();
        assert!(rawat::periksa(&r.store).await.unwrap().temuan[0].isi.contains("hilang"));
    }

    /// What nothing refers to goes after a day; what is referred to, young, or taken up again stays.
    async fn bersih(basis: BasisUji) {
        let r = ruang(basis).await;
        isi(&r).await;
        let s = &r.store;
        let semula = rawat::periksa(s).await.unwrap().diperiksa["objek"];
        let [lepas, baris, muda, lagi] = [&b"tanpa baris"[..], b"baris saja", b"baru", b"diunggah lagi"].map(|b| objek::simpan(s, b).unwrap());
        let tx = s.mulai().await.unwrap();
        for o in [&baris, &muda, &lagi] {
            objek::catat(&tx, o, "application/pdf").await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(rawat::bersihkan(s).await.unwrap(), rawat::Dibuang::default(), "everything is young");
        s.jam().maju(2 * 86_400);
        let tua = std::time::SystemTime::now() - std::time::Duration::from_hours(25);
        for jalur in glob(s) {
            std::fs::File::options().append(true).open(jalur).unwrap().set_modified(tua).unwrap();
        }
        for (sidik, isi) in [(&muda, &b"baru"[..]), (&lagi, b"diunggah lagi")] {
            assert_eq!(&objek::simpan(s, isi).unwrap(), sidik, "the same content, young again");
        }
        let d = rawat::bersihkan(s).await.unwrap();
        assert_eq!((d.baris, d.berkas, d.bita), (1, 2, 21));
        assert!(!objek::jalur(s, &lepas.sidik).exists() && !objek::jalur(s, &baris.sidik).exists());
        assert!(objek::jalur(s, &muda.sidik).exists() && objek::jalur(s, &lagi.sidik).exists());
        let l = rawat::periksa(s).await.unwrap();
        assert_eq!((l.temuan, l.diperiksa["objek"]), (vec![], semula + 2), "evidence in use stays");
        assert_eq!(s.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'objek.buang'", vec![]).await.unwrap(), 1);
    }

    /// A frozen result holds only with its text, its hash and the installation's signature.
    async fn hasil(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = isi(&r).await;
        let teks = r#"{"ilustrasi":true}"#;
        let sidik = store::sidik_hex(teks.as_bytes());
        let tanda = r.store.kunci().tandai(&store::hasil::pesan(&sidik));
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan(
            "INSERT INTO hasil (id, lokus_id, nomor, status, isi, sidik, tanda, pada, oleh)
             SELECT $1, $2, 1, 'complete', $3, $4, $5, $6, id FROM akun WHERE surel = 'admin.0@simulasi.invalid'",
            nilai![uuid(), s.contoh, teks, sidik, tanda, tx.pada],
        ).await.unwrap();
        tx.commit().await.unwrap();
        let l = rawat::periksa(&r.store).await.unwrap();
        assert_eq!((l.temuan.clone(), l.diperiksa["hasil"]), (vec![], 1));
        rusakkan(&r, "UPDATE hasil SET isi = '{}'").await;
        assert_eq!(bagian(&r).await, vec!["hasil"]);
        let sidik = store::sidik_hex(b"{}");
        rusakkan(&r, &format!("UPDATE hasil SET sidik = '{sidik}'")).await;
        let t = rawat::periksa(&r.store).await.unwrap().temuan;
        assert!(t.len() == 1 && t[0].isi.contains("tanda tangan"), "{t:?}");
    }

    /// A fresh event may wait; one that was left behind is named, and nothing is sealed by looking.
    async fn belum_disegel(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", 1)).await.unwrap();
        tx.commit().await.unwrap();
        let t = rawat::rantai(&r.store).await.unwrap();
        assert!(t.sah);
        assert_eq!(t.temuan.belum_disegel, vec![id.to_string()]);
        r.store.jam().maju(rawat::BATAS_SEGEL_DETIK + 1);
        let t = rawat::rantai(&r.store).await.unwrap();
        assert!(!t.sah);
        assert_eq!(t.tertinggal, vec![id.to_string()]);
        audit::segel(&r.store).await.unwrap();
        assert!(rawat::rantai(&r.store).await.unwrap().sah);
        // Who holds no key puts an event into the log and into the queue: it is named at once, and never sealed.
        for tanda in ["NULL", "(SELECT tanda FROM audit_kepala ORDER BY nomor DESC LIMIT 1)"] {
            let tx = r.store.mulai().await.unwrap();
            let palsu = store::id::AuditId::baru();
            let sql = "INSERT INTO audit (id, pada, rantai, akun_id, aksi, objek, objek_id, rincian)
                SELECT $1, pada, rantai, akun_id, 'palsu', objek, objek_id, rincian FROM audit WHERE id = $2";
            tx.jalankan(sql, nilai![palsu, id]).await.unwrap();
            tx.jalankan(&format!("INSERT INTO audit_antre (audit_id, tanda) VALUES ($1, {tanda})"), nilai![palsu]).await.unwrap();
            let asli = audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", 3)).await.unwrap();
            tx.commit().await.unwrap();
            for _ in 0..2 {
                let t = rawat::rantai(&r.store).await.unwrap();
                assert!(!t.sah && t.asing == vec![palsu.to_string()] && t.galat().iter().any(|g| g.contains("tidak terbukti ditulis")));
                audit::segel(&r.store).await.unwrap();
            }
            let t = rawat::rantai(&r.store).await.unwrap();
            assert_eq!(t.temuan.belum_disegel, vec![palsu.to_string()], "{asli} is sealed");
            rusakkan(&r, "DELETE FROM audit WHERE aksi = 'palsu'").await;
            assert!(rawat::rantai(&r.store).await.unwrap().sah);
        }
        // Waiting events of an older program are marked when the database is brought up to date, and at no other start.
        let tx = r.store.mulai().await.unwrap();
        audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", 4)).await.unwrap();
        tx.jalankan("UPDATE audit_antre SET tanda = NULL", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(rawat::rantai(&r.buka_lagi().await).await.unwrap().asing.len(), 1);
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("ALTER TABLE audit_antre DROP COLUMN tanda", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        rusakkan(&r, "DELETE FROM migrasi WHERE nama = '0065_audit_antre_tanda'").await;
        let lagi = r.buka_lagi().await;
        assert!(rawat::rantai(&lagi).await.unwrap().sah);
        audit::segel(&lagi).await.unwrap();
        // An event that was never queued would wait for ever.
        let tx = r.store.mulai().await.unwrap();
        audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", 2)).await.unwrap();
        tx.jalankan("DELETE FROM audit_antre", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!rawat::rantai(&r.store).await.unwrap().sah);
    }

    /// A check beside a program that writes and seals finds nothing.
    async fn diperiksa_sambil_menyegel(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = r.store.clone();
        let kerja = tokio::spawn(async move {
            for n in 0..150 {
                let tx = s.mulai().await.unwrap();
                audit::catat_oleh(&tx, None, audit::Kejadian::baru("uji", "uji", n)).await.unwrap();
                tx.commit().await.unwrap();
                audit::segel(&s).await.unwrap();
            }
        });
        let mut kali = 0;
        while !kerja.is_finished() || kali == 0 {
            let t = rawat::rantai(&r.store).await.unwrap();
            assert!(t.sah, "{kali}: {:?}", t.galat());
            kali += 1;
        }
        kerja.await.unwrap();
        assert!(rawat::rantai(&r.store).await.unwrap().temuan.mata >= 150);
    }
}

fn uuid() -> store::id::BuktiId {
    store::id::BuktiId::baru()
}

/// SQLite lets a connection switch the guard off, and so may a damaged file.
async fn rusak_acuan(r: &Ruang) {
    use sea_orm::ConnectionTrait;
    let (db, _baca) = store::dialect::sqlite::buka(&r.store.folder().join("prima.db")).await.unwrap();
    db.execute_unprepared("PRAGMA foreign_keys = OFF").await.unwrap();
    let n = db.jalankan("DELETE FROM f01_pengiriman", vec![]).await.unwrap();
    assert!(n > 0);
    db.execute_unprepared("PRAGMA foreign_keys = ON").await.unwrap();
}

/// Every file of evidence.
fn glob(s: &store::Store) -> Vec<std::path::PathBuf> {
    let isi = |d: std::path::PathBuf| std::fs::read_dir(d).unwrap().map(|e| e.unwrap().path());
    isi(s.folder().join("objek")).flat_map(isi).collect()
}
