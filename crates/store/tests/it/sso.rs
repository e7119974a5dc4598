//! The agency's own sign-in: whose account it is, which roles follow, when they end, and what an address alone never opens.

use crate::{
    orang::orang,
    ruang::{Ruang, ruang},
};
use jiff::{ToSpan as _, civil::date};
use serde_json::{Value, json};
use store::{
    StoreError, Waktu,
    faktor::{Cara, totp, wajib},
    hak::{Admin, Pelaku},
    id::InstansiId,
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    peran::{Lingkup, Masa, Peran},
    sesi,
    sso::{
        self, Identitas, Pamit, Tolak,
        peta::{self, PetaBaru},
    },
    tiket,
};
use testkit::basis::BasisUji;

const PENERBIT: &str = "https://sso.contoh.go.id";

struct Dunia {
    r: Ruang,
    admin: Admin,
    kab: InstansiId,
}

async fn dunia(basis: BasisUji) -> Dunia {
    let r = ruang(basis).await;
    let tx = r.store.mulai().await.unwrap();
    let b = InstansiBaru { kode: "64.08", nama: "Kutai Timur", jenis: "kabupaten", wilayah: Some("64.08"), zona: "WITA" };
    let kab = instansi::tambah(&tx, None, b).await.unwrap();
    tx.commit().await.unwrap();
    let admin = orang(&r.store, "admin@contoh.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap();
    Dunia { r, admin, kab }
}

impl Dunia {
    async fn petakan(&self, klaim: &str, isi: &str, peran: Peran, masa: Masa) -> Result<store::id::SsoPetaId, StoreError> {
        let l = Lingkup::Instansi(self.kab);
        peta::tambah(&self.r.store, &self.admin, PENERBIT, PetaBaru { klaim, isi, peran, lingkup: &l, masa }).await
    }

    fn tiket(&self) -> tiket::Tiket {
        let t = tiket::tulis(&self.r.store, "uji", b"x", 600).unwrap();
        tiket::baca(&self.r.store, "uji", &t).unwrap()
    }

    async fn masuk(&self, subjek: &str, klaim: &Value) -> Result<Pelaku, Tolak> {
        self.masuk_dengan(subjek, klaim, false).await
    }

    async fn masuk_dengan(&self, subjek: &str, klaim: &Value, dua_langkah: bool) -> Result<Pelaku, Tolak> {
        self.masuk_terbukti(subjek, klaim, dua_langkah, Some(self.r.store.sekarang())).await
    }

    async fn masuk_terbukti(&self, subjek: &str, klaim: &Value, dua_langkah: bool, terbukti: Option<Waktu>) -> Result<Pelaku, Tolak> {
        let i = Identitas {
            penerbit: PENERBIT,
            subjek,
            surel: klaim["email"].as_str(),
            surel_terverifikasi: klaim["email_verified"] == true,
            nama: Some("Sari"),
            klaim,
            dua_langkah,
            terbukti,
        };
        let token = sso::masuk(&self.r.store, &self.tiket(), &i, "::1", "uji").await.unwrap()?;
        Ok(sesi::pelaku(&self.r.store, &token, "::1", "uji").await.unwrap().unwrap())
    }
}

fn orang_dinas(surel: &str, grup: &[&str]) -> Value {
    json!({ "email": surel, "email_verified": true, "groups": grup })
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// A new person comes in with the role that follows; a role that is no longer stated ends, one that the administrator gave stays, and
    /// by password the provider's roles do not count.
    async fn peran_mengikuti_keterangan(basis: BasisUji) {
        let d = dunia(basis).await;
        assert_eq!(d.masuk("1", &orang_dinas("sari@contoh.go.id", &["penilai"])).await.unwrap_err(), Tolak::BelumDikenal, "no rule");
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        d.petakan("groups", "pengawas", Peran::Auditor, Masa::default()).await.unwrap();
        assert_eq!(d.masuk("1", &json!({ "email": "sari@contoh.go.id", "groups": ["penilai"] })).await.unwrap_err(), Tolak::BelumDikenal, "not verified");
        let p = d.masuk("1", &orang_dinas("Sari@contoh.go.id", &["penilai", "pengawas", "lain"])).await.unwrap();
        assert_eq!((p.surel.as_str(), p.cara, p.peran.len()), ("sari@contoh.go.id", Some(Cara::Sso), 2));
        // A session that the provider did not open has none of its roles.
        let token = sesi::buka(&d.r.store, p.akun, "::1", "uji").await.unwrap();
        assert!(sesi::pelaku(&d.r.store, &token, "::1", "uji").await.unwrap().unwrap().peran.is_empty());
        store::akun::kelola::beri_peran(&d.r.store, &d.admin, p.akun, Peran::Pembina, &Lingkup::Instansi(d.kab), &Masa::default()).await.unwrap();
        let p = d.masuk("1", &orang_dinas("lain@contoh.go.id", &["pengawas"])).await.unwrap();
        assert_eq!(p.surel, "sari@contoh.go.id", "the provider's own name decides, not the address");
        let mut punya: Vec<Peran> = p.peran.iter().map(|p| p.peran).collect();
        punya.sort_unstable();
        assert_eq!(punya, [Peran::Pembina, Peran::Auditor]);
        assert_eq!(d.r.store.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'peran.cabut'", vec![]).await.unwrap(), 1);
    }

    /// A line of roles, or a domain, that somebody wrote into the database decides nothing and is named; one that was changed neither.
    async fn aturan_buatan_sendiri(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let sari = orang(s, "sari@contoh.go.id", Peran::Nasional, Lingkup::Instalasi).await;
        let jalankan = async |sql: &str, v: Vec<store::kueri::Value>| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, v).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let temuan = async || {
            let l = store::rawat::periksa(s).await.unwrap();
            l.temuan.iter().filter(|t| t.isi.contains("masuk tunggal") && t.isi.contains("lewat program")).count()
        };
        let (saya, baik) = (d.admin.pelaku().akun, orang_dinas("budi@contoh.go.id", &["penilai"]));
        let peta = "INSERT INTO sso_peta (id, penerbit, klaim, isi, peran, pada, oleh) VALUES ($1, $2, 'groups', 'penilai', 'admin', 1, $3)";
        jalankan(peta, store::nilai![uuid::Uuid::now_v7(), PENERBIT, saya]).await;
        assert_eq!((d.masuk("1", &baik).await.unwrap_err(), temuan().await), (Tolak::BelumDikenal, 1));
        let domain = "INSERT INTO sso_domain (id, penerbit, domain, pada, oleh) VALUES ($1, $2, 'contoh.go.id', 1, $3)";
        jalankan(domain, store::nilai![uuid::Uuid::now_v7(), PENERBIT, saya]).await;
        assert_eq!(d.masuk("2", &orang_dinas("sari@contoh.go.id", &[])).await.unwrap_err(), Tolak::SurelTakDipercaya);
        assert_eq!((temuan().await, sari.punya(Peran::Nasional)), (2, true));
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let p = d.masuk("1", &baik).await.unwrap();
        assert_eq!(p.peran.iter().map(|p| p.peran).collect::<Vec<_>>(), [Peran::Evaluator]);
        // The administrator sees which is which, and allowing the domain writes one that counts.
        let daftar = peta::daftar(s, &d.admin, PENERBIT).await.unwrap();
        assert_eq!(daftar.iter().map(|p| (p.peran.as_str(), p.asing)).collect::<std::collections::BTreeSet<_>>(), [("admin", true), ("evaluator", false)].into());
        peta::izinkan(s, &d.admin, PENERBIT, "contoh.go.id").await.unwrap();
        peta::izinkan(s, &d.admin, PENERBIT, "contoh.go.id").await.unwrap();
        assert_eq!(peta::domain(s, &d.admin, PENERBIT).await.unwrap().iter().map(|d| d.asing).collect::<Vec<_>>(), [true, false]);
        assert_eq!(d.masuk("2", &orang_dinas("sari@contoh.go.id", &[])).await.unwrap().akun, sari.akun);
        jalankan("UPDATE sso_peta SET peran = 'auditor' WHERE peran = 'evaluator'", vec![]).await;
        assert!(d.masuk("1", &baik).await.unwrap().peran.is_empty(), "nor is the role left that the true line gave");
        assert_eq!(temuan().await, 3);
    }

    /// A role that the provider stated does not become one that a person gave, nor one that the provider stated lately, by the database alone.
    async fn asal_peran_diubah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let sari = orang_dinas("sari@contoh.go.id", &["penilai"]);
        let p = d.masuk("1", &sari).await.unwrap();
        store::akun::kelola::beri_peran(s, &d.admin, p.akun, Peran::Pembina, &Lingkup::Instansi(d.kab), &Masa::default()).await.unwrap();
        let jalankan = async |sql: &str| {
            let tx = s.mulai().await.unwrap();
            assert!(tx.jalankan(sql, vec![]).await.unwrap() > 0, "{sql}");
            tx.commit().await.unwrap();
        };
        let punya = async || {
            let p = sesi::tanpa_sesi(s, p.akun).await.unwrap().unwrap();
            p.peran.iter().map(|p| p.peran).collect::<Vec<_>>()
        };
        let temuan = async || store::rawat::periksa(s).await.unwrap().temuan.into_iter().filter(|t| t.bagian == "akun").map(|t| t.isi).collect::<Vec<_>>();
        assert_eq!((punya().await, temuan().await), (vec![Peran::Evaluator, Peran::Pembina], vec![]));
        for (ubah, balik) in [
            ("UPDATE sso_peran SET pada = pada + 1", "UPDATE sso_peran SET pada = pada - 1"),
            (
                "INSERT INTO sso_peran (peran_id, peta_id, pada) SELECT p.id, m.id, 1 FROM peran p CROSS JOIN sso_peta m WHERE p.peran = 'pembina'",
                "DELETE FROM sso_peran WHERE pada = 1",
            ),
        ] {
            jalankan(ubah).await;
            let t = temuan().await;
            assert!(punya().await.len() == 1 && t.len() == 1 && t[0].contains("tidak diberikan lewat program"), "{ubah}: {t:?}");
            jalankan(balik).await;
            assert_eq!((punya().await.len(), temuan().await), (2, vec![]));
        }
        let asing = async || {
            let semua = store::akun::kelola::peran_dari(s, &d.admin, &[p.akun]).await.unwrap();
            semua.iter().map(|p| (p.peran.clone(), p.asing)).collect::<std::collections::BTreeSet<_>>()
        };
        assert!(asing().await.iter().all(|(_, a)| !a));
        jalankan("DELETE FROM sso_peran").await;
        assert_eq!(punya().await, [Peran::Pembina]);
        let t = temuan().await;
        assert!(t.len() == 1 && t[0].contains("evaluator") && t[0].contains("tidak diberikan lewat program"), "{t:?}");
        assert_eq!(asing().await, [("evaluator".to_owned(), true), ("pembina".to_owned(), false)].into());
        assert_eq!(store::akun::kelola::peran_sendiri(s, &p).await.unwrap().len(), 1, "his own page leaves it out");
        // The provider states it again: a new one is given, and ends with the group.
        assert_eq!(d.masuk("1", &sari).await.unwrap().peran.len(), 2);
        assert_eq!(d.masuk("1", &orang_dinas("sari@contoh.go.id", &[])).await.unwrap().peran.iter().map(|p| p.peran).collect::<Vec<_>>(), [Peran::Pembina]);
        // A leaked key changes nothing; neither does the upgrade.
        d.masuk("1", &sari).await.unwrap();
        store::kunci_instalasi::ganti(s, None, store::kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        assert_eq!(punya().await.len(), 2);
    }

    /// A tie that was turned to another account past the program opens nothing.
    async fn kaitan_dipindah(basis: BasisUji) {
        let d = dunia(basis).await;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let sari = orang_dinas("sari@contoh.go.id", &["penilai"]);
        d.masuk("1", &sari).await.unwrap();
        let tx = d.r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE sso_akun SET akun_id = $1", store::nilai![d.admin.pelaku().akun]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(d.masuk("1", &sari).await.unwrap_err(), Tolak::SurelTakDipercaya);
    }

    /// An account that exists is not taken over by an address: the domain must be allowed, the address verified; then its owner is told.
    async fn alamat_saja_tidak_membuka(basis: BasisUji) {
        let d = dunia(basis).await;
        let sari = orang(&d.r.store, "sari@contoh.go.id", Peran::Nasional, Lingkup::Instalasi).await;
        let baik = orang_dinas("sari@contoh.go.id", &[]);
        assert_eq!(d.masuk("1", &baik).await.unwrap_err(), Tolak::SurelTakDipercaya);
        for salah in ["contoh", "", "a b.id", "contoh.go.id/x", ".go.id"] {
            assert!(matches!(peta::izinkan(&d.r.store, &d.admin, PENERBIT, salah).await, Err(StoreError::Keadaan("sso-domain-bentuk"))), "{salah}");
        }
        peta::izinkan(&d.r.store, &d.admin, "https://lain.example", "contoh.go.id").await.unwrap();
        peta::izinkan(&d.r.store, &d.admin, PENERBIT, "go.id").await.unwrap();
        assert_eq!(d.masuk("1", &baik).await.unwrap_err(), Tolak::SurelTakDipercaya, "another issuer, a domain above");
        peta::izinkan(&d.r.store, &d.admin, PENERBIT, " @Contoh.go.id ").await.unwrap();
        peta::izinkan(&d.r.store, &d.admin, PENERBIT, "contoh.go.id").await.unwrap();
        assert_eq!(peta::domain(&d.r.store, &d.admin, PENERBIT).await.unwrap().len(), 2);
        let mut belum = baik.clone();
        for nilai in [json!(false), json!("true"), Value::Null] {
            belum["email_verified"] = nilai;
            assert_eq!(d.masuk("1", &belum).await.unwrap_err(), Tolak::SurelTakDipercaya);
        }
        let p = d.masuk("1", &baik).await.unwrap();
        assert_eq!((p.akun, p.punya(Peran::Nasional)), (sari.akun, true));
        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'sso-taut'";
        assert_eq!(d.r.store.baca().angka(kabar, vec![]).await.unwrap(), 1);
        // Her address was given to somebody else at the provider: he does not get her account, until an administrator unties her.
        assert_eq!(d.masuk("2", &baik).await.unwrap_err(), Tolak::SudahTertaut);
        sso::lepas(&d.r.store, &d.admin, sari.akun).await.unwrap();
        assert_eq!(d.masuk("2", &baik).await.unwrap().akun, sari.akun);
        sso::lepas(&d.r.store, &d.admin, sari.akun).await.unwrap();
        assert_eq!(d.masuk("1", &baik).await.unwrap().akun, sari.akun);
        let id = peta::domain(&d.r.store, &d.admin, PENERBIT).await.unwrap().into_iter().find(|x| x.domain == "contoh.go.id").unwrap().id;
        peta::larang(&d.r.store, &d.admin, id).await.unwrap();
        assert_eq!(d.masuk("2", &baik).await.unwrap_err(), Tolak::SurelTakDipercaya);
        assert!(d.masuk("1", &baik).await.is_ok());
        sso::lepas(&d.r.store, &d.admin, sari.akun).await.unwrap();
        assert_eq!(d.masuk("1", &baik).await.unwrap_err(), Tolak::SurelTakDipercaya);
        assert!(matches!(sso::lepas(&d.r.store, &d.admin, sari.akun).await, Err(StoreError::Keadaan("sso-belum-tertaut"))));
    }

    /// A way back is good once; an account that is off stays shut; a second step of the account is not passed by, unless the provider proved two.
    async fn yang_ditolak(basis: BasisUji) {
        let d = dunia(basis).await;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let k = orang_dinas("sari@contoh.go.id", &["penilai"]);
        let p = d.masuk("1", &k).await.unwrap();
        let i = Identitas { penerbit: PENERBIT, subjek: "1", surel: None, surel_terverifikasi: false, nama: None, klaim: &k, dua_langkah: false, terbukti: None };
        let t = d.tiket();
        assert!(sso::masuk(&d.r.store, &t, &i, "::1", "uji").await.unwrap().is_ok());
        assert_eq!(sso::masuk(&d.r.store, &t, &i, "::1", "uji").await.unwrap().unwrap_err(), Tolak::Basi);
        wajib::tetapkan(&d.r.store, &d.admin, &[Peran::Evaluator]).await.unwrap();
        assert!(d.masuk("1", &k).await.unwrap().kurang_faktor);
        assert!(!d.masuk_dengan("1", &k, true).await.unwrap().kurang_faktor, "the provider proved two steps");
        // With an app of her own.
        let tx = d.r.store.mulai().await.unwrap();
        let phc = store::sandi::buat("padi menguning 9".into()).await.unwrap();
        let s = store::akun::ganti_sandi(&tx, None, p.akun, phc).await.unwrap();
        tx.commit().await.unwrap();
        totp::mulai(&d.r.store, &s).await.unwrap();
        let p = d.masuk_dengan("1", &k, true).await.unwrap();
        let app = totp::calon(&d.r.store, &p).await.unwrap().unwrap();
        totp::nyalakan(&d.r.store, &p, &app.kode(d.r.store.sekarang())).await.unwrap().unwrap();
        assert_eq!(d.masuk("1", &k).await.unwrap_err(), Tolak::PerluFaktor);
        assert!(d.masuk_dengan("1", &k, true).await.is_ok());
        store::akun::kelola::nonaktifkan(&d.r.store, &d.admin, p.akun, "pindah").await.unwrap();
        assert_eq!(d.masuk_dengan("1", &k, true).await.unwrap_err(), Tolak::Nonaktif);
        assert_eq!(d.r.store.baca().angka("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'sso.tolak'", vec![]).await.unwrap(), 3);
    }

    /// Rules hold on their days, end at once when taken back, and what was not stated for a month ends by itself. The session ends after 12 hours.
    async fn masa_aturan(basis: BasisUji) {
        let d = dunia(basis).await;
        let hari = d.r.store.sekarang().hari("WIT");
        let masa = |a: i64, b: i64| Masa { mulai: Some(hari + a.days()), sampai: Some(hari + b.days()), pengganti: None };
        assert!(matches!(d.petakan("g", "x", Peran::Auditor, masa(2, 1)).await, Err(StoreError::Keadaan("peran-masa-terbalik"))));
        assert!(matches!(d.petakan("g", "x", Peran::Admin, Masa::default()).await, Err(StoreError::Keadaan("sso-peta-admin"))));
        for sendiri in ["name", "preferred_username", " nickname "] {
            let r = d.petakan(sendiri, "x", Peran::Auditor, Masa::default()).await;
            assert!(matches!(r, Err(StoreError::Keadaan("sso-peta-klaim-sendiri"))), "{sendiri}");
        }
        assert!(matches!(d.petakan("g", "x", Peran::PihakLain, Masa::default()).await, Err(StoreError::Keadaan("sso-peta-periode"))));
        assert!(matches!(d.petakan("g", "x", Peran::UnitKepala, Masa::default()).await, Err(StoreError::Keadaan("peran-lingkup-tak-cocok"))));
        d.petakan("groups", "nanti", Peran::Pembina, masa(1, 9)).await.unwrap();
        d.petakan("groups", "kini", Peran::Auditor, masa(0, 1)).await.unwrap();
        let tetap = d.petakan("groups", "kini", Peran::Evaluator, Masa::default()).await.unwrap();
        let k = orang_dinas("sari@contoh.go.id", &["nanti", "kini"]);
        let p = d.masuk("1", &k).await.unwrap();
        assert!(p.peran.len() == 2 && !p.punya(Peran::Pembina));
        let token = |s: &store::Store| { let s = s.clone(); async move { sesi::tanpa_sesi(&s, p.akun).await.unwrap().unwrap() } };
        d.r.store.jam().maju(2 * 86_400);
        let kini = token(&d.r.store).await;
        assert!(kini.punya(Peran::Evaluator) && !kini.punya(Peran::Auditor), "its last day is over");
        assert_eq!(peta::cabut(&d.r.store, &d.admin, tetap).await.unwrap(), 1);
        assert!(token(&d.r.store).await.peran.is_empty());
        assert!(matches!(peta::cabut(&d.r.store, &d.admin, tetap).await, Err(StoreError::TidakDitemukan)));
        let p = d.masuk("1", &k).await.unwrap();
        assert!(p.punya(Peran::Pembina));
        assert_eq!(sso::akhiri_usang(&d.r.store).await.unwrap(), 0);
        let s = sesi::milik(&d.r.store, p.akun).await.unwrap();
        assert_eq!(s[0].kedaluwarsa, s[0].dibuat.tambah_detik(12 * 3600));
        d.petakan("groups", "kini", Peran::Evaluator, Masa::default()).await.unwrap();
        d.masuk("1", &k).await.unwrap();
        d.r.store.jam().maju(31 * 86_400);
        assert!(sso::akhiri_usang(&d.r.store).await.unwrap() >= 1);
        assert!(token(&d.r.store).await.peran.is_empty());
    }

    /// A provider that remembers its people lets them in without a question: that opens a session, and proves nothing for acts of weight.
    async fn masuk_diam_bukan_bukti(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        d.petakan("email", "sari@contoh.go.id", Peran::Auditor, Masa::default()).await.unwrap();
        let k = orang_dinas("sari@contoh.go.id", &["penilai"]);
        let kini = s.sekarang();
        for (terbukti, segar) in [(None, false), (Some(kini.tambah_detik(-3600)), false), (Some(kini.tambah_detik(-60)), true)] {
            let p = d.masuk_terbukti("1", &k, false, terbukti).await.unwrap();
            assert_eq!((p.segar(kini), p.baru_terbukti(kini), p.bukti), (segar, segar, terbukti));
        }
        let p = d.masuk_terbukti("1", &k, false, Some(kini.tambah_detik(9_999))).await.unwrap();
        assert_eq!(p.bukti, Some(kini), "a clock that is ahead proves no longer");
        // The address counts for a role only while the provider verified it.
        assert!(p.punya(Peran::Auditor));
        let mut belum = k.clone();
        belum["email_verified"] = json!(false);
        assert!(!d.masuk("1", &belum).await.unwrap().punya(Peran::Auditor));
    }

    /// Asked once more: only the person of this session.
    async fn bukti_lagi(basis: BasisUji) {
        let d = dunia(basis).await;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let k = orang_dinas("sari@contoh.go.id", &["penilai"]);
        let p = d.masuk("1", &k).await.unwrap();
        d.masuk("2", &orang_dinas("budi@contoh.go.id", &["penilai"])).await.unwrap();
        d.r.store.jam().maju(700);
        let i = |subjek| Identitas { penerbit: PENERBIT, subjek, surel: None, surel_terverifikasi: false, nama: None, klaim: &k, dua_langkah: false, terbukti: None };
        assert!(!sso::buktikan(&d.r.store, &p, &d.tiket(), &i("2")).await.unwrap());
        let t = d.tiket();
        assert!(sso::buktikan(&d.r.store, &p, &t, &i("1")).await.unwrap());
        assert!(!sso::buktikan(&d.r.store, &p, &t, &i("1")).await.unwrap(), "once");
        let s = sesi::milik(&d.r.store, p.akun).await.unwrap();
        assert_eq!(s[0].bukti, Some(d.r.store.sekarang()));
    }

    /// An acting official: only with days, office and decision, only where somebody signs; the role ends by itself.
    async fn pejabat_pengganti(basis: BasisUji) {
        use store::peran::{JenisPengganti, Pengganti};
        let d = dunia(basis).await;
        let p = orang(&d.r.store, "sekretaris@contoh.go.id", Peran::Pembina, Lingkup::Instansi(d.kab)).await;
        let ganti = |jabatan: &str, dasar: &str| Some(Pengganti { jenis: JenisPengganti::Plt, jabatan: jabatan.into(), dasar: dasar.into() });
        let beri = async |peran, masa: &Masa| {
            let l = if peran == Peran::Admin { Lingkup::Instalasi } else { Lingkup::Instansi(d.kab) };
            store::akun::kelola::beri_peran(&d.r.store, &d.admin, p.akun, peran, &l, masa).await
        };
        let sampai = Some(date(2026, 3, 10));
        for (peran, masa, kunci) in [
            (Peran::Penanggungjawab, Masa { pengganti: ganti("Sekda", "SK 1"), ..Masa::default() }, "peran-pengganti-akhir"),
            (Peran::Penanggungjawab, Masa { sampai, pengganti: ganti("Sekda", " "), ..Masa::default() }, "peran-pengganti-dasar"),
            (Peran::Auditor, Masa { sampai, pengganti: ganti("Sekda", "SK 1"), ..Masa::default() }, "peran-pengganti-jenis"),
            (Peran::Admin, Masa { sampai, ..Masa::default() }, "peran-admin-tanpa-masa"),
            (Peran::Auditor, Masa { mulai: Some(date(2026, 3, 11)), sampai, pengganti: None }, "peran-masa-terbalik"),
        ] {
            assert!(matches!(beri(peran, &masa).await, Err(StoreError::Keadaan(k)) if k == kunci), "{kunci}");
        }
        let masa = Masa { mulai: Some(date(2026, 3, 4)), sampai, pengganti: ganti("Sekretaris Daerah", "SK 12 Tahun 2026") };
        beri(Peran::Penanggungjawab, &masa).await.unwrap();
        let kini = async || sesi::tanpa_sesi(&d.r.store, p.akun).await.unwrap().unwrap().punya(Peran::Penanggungjawab);
        assert!(!kini().await, "not yet");
        d.r.store.jam().maju(2 * 86_400);
        assert!(kini().await);
        let tampil = store::akun::kelola::peran_dari(&d.r.store, &d.admin, &[p.akun]).await.unwrap();
        let t = tampil.iter().find(|t| t.peran == "penanggungjawab").unwrap();
        assert_eq!((t.pengganti.as_deref(), t.jabatan.as_deref(), t.sampai.as_deref()), (Some("plt"), Some("Sekretaris Daerah"), Some("2026-03-10")));
        d.r.store.jam().maju(8 * 86_400);
        assert!(!kini().await, "over");
    }

    /// The provider says that a person left: what it opened ends, one session or all, once a token; what a password opened stays.
    async fn penyedia_menutup_sesi(basis: BasisUji) {
        let d = dunia(basis).await;
        d.petakan("groups", "penilai", Peran::Evaluator, Masa::default()).await.unwrap();
        let satu = |sid: &str| json!({ "email": "sari@contoh.go.id", "email_verified": true, "groups": ["penilai"], "sid": sid });
        let akun = d.masuk("1", &satu("a")).await.unwrap().akun;
        d.masuk("1", &satu("b")).await.unwrap();
        d.masuk("1", &orang_dinas("sari@contoh.go.id", &["penilai"])).await.unwrap();
        d.masuk("2", &json!({ "email": "budi@contoh.go.id", "email_verified": true, "groups": ["penilai"], "sid": "c" })).await.unwrap();
        sesi::buka(&d.r.store, akun, "::1", "uji").await.unwrap();
        let sampai = d.r.store.sekarang().tambah_detik(600);
        let keluar = async |penerbit, subjek, sid, jti| {
            sso::keluar(&d.r.store, Pamit { penerbit, subjek, sid, jti, sampai }).await.unwrap()
        };
        assert_eq!(keluar("https://lain.example", Some("1"), None, "x").await, Some(0), "another issuer");
        assert_eq!(keluar(PENERBIT, Some("1"), Some("c"), "0").await, Some(1), "only the one whose name is not known");
        assert_eq!(keluar(PENERBIT, Some("1"), Some("a"), "1").await, Some(1));
        d.masuk("1", &satu("a")).await.unwrap();
        assert_eq!(keluar(PENERBIT, Some("1"), Some("a"), "1").await, None, "the token was used");
        assert_eq!(keluar(PENERBIT, None, Some("a"), "2").await, Some(1));
        assert_eq!(keluar(PENERBIT, None, None, "3").await, Some(0));
        assert_eq!(keluar(PENERBIT, Some("1"), None, "4").await, Some(1), "the one of b");
        let n = async |sql| d.r.store.baca().angka(sql, vec![]).await.unwrap();
        assert_eq!(n("SELECT COUNT(*) AS n FROM sesi WHERE sso IS NOT NULL").await, 1, "the other person's");
        assert_eq!(sesi::milik(&d.r.store, akun).await.unwrap().len(), 1, "the one that the provider did not open");
        assert_eq!(n("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'sso.keluar'").await, 4);
    }
}
