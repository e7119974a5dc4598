//! Which mails are queued, on both databases: at once in the change's transaction, the digest once a day.

use store::{
    Jam, pekerjaan,
    pemberitahuan::{
        Cara, baca, cara,
        surel::{self, KABAR, Kiriman},
    },
};
use testkit::basis::BasisUji;

use super::bangun::{angka, kabari};
use crate::app::TestApp;

async fn kiriman(app: &TestApp) -> Vec<Kiriman> {
    let mut hasil = Vec::new();
    while let Some(p) = pekerjaan::ambil(app.store(), &[KABAR]).await.unwrap() {
        hasil.push(serde_json::from_str(&p.isi).unwrap());
        pekerjaan::selesai(app.store(), &p).await.unwrap();
    }
    hasil
}

fn maju(app: &TestApp, jam: i64) {
    let j: &Jam = app.store().jam();
    j.maju(jam * 3_600);
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The test's clock starts at 08.00 WITA, which is 07.00 WIB.
    async fn ringkasan_sekali_sehari(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let akun = app.akun("a@uji.example", &[]).await;
        kabari(&app, akun, "f01-buka", "a").await;
        kabari(&app, akun, "f01-kirim", "b").await;
        let segera = kiriman(&app).await;
        assert_eq!(segera.len(), 1);
        assert!(!segera[0].ringkasan && segera[0].kabar.len() == 1);
        // Made after 07.00: it waits for tomorrow.
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 0);
        maju(&app, 23);
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 0, "06.00");
        maju(&app, 1);
        assert_eq!(surel::susun(app.store(), "WITA", "WIB").await.unwrap(), 0, "another zone");
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 1);
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 0, "never twice");
        let r = kiriman(&app).await;
        assert!(r.len() == 1 && r[0].ringkasan && r[0].kabar.len() == 1, "only what did not leave at once: {r:?}");
        // What was seen already is in no digest, and neither is it sent late.
        kabari(&app, akun, "f01-buka", "c").await;
        maju(&app, 24);
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 1);
        let r = kiriman(&app).await.remove(0);
        let pelaku = store::hak::Pelaku { akun, ..orang(&app).await };
        baca::tandai_dilihat(app.store(), &pelaku, r.kabar[0]).await.unwrap();
        assert!(surel::bahan(app.store(), &r).await.unwrap().is_none());
        kabari(&app, akun, "f01-buka", "d").await;
        maju(&app, 24);
        cara::pilih(app.store(), &pelaku, &[(cara::RINGKASAN, Cara::Program)]).await.unwrap();
        assert_eq!(surel::susun(app.store(), "WIB", "WIB").await.unwrap(), 0, "the digest was stopped");
        assert_eq!(angka(&app, "SELECT COUNT(*) AS n FROM pemberitahuan_surel").await, 3);
    }

    /// A change that does not happen leaves neither notice nor mail.
    async fn batal_tanpa_surel(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let akun = app.akun("a@uji.example", &[]).await;
        let tx = app.store().mulai().await.unwrap();
        let kepada = [store::pemberitahuan::Kepada::Akun(akun)];
        let isi = serde_json::json!({});
        let p = store::pemberitahuan::Pemberitahuan {
            jenis: "f01-kirim", kepada: &kepada, kecuali: None, periode: None, lokus: None, tautan: "/", isi: &isi, sekali: "x",
        };
        store::pemberitahuan::beri_tahu(&tx, &p).await.unwrap();
        drop(tx);
        assert!(kiriman(&app).await.is_empty());
        assert_eq!(angka(&app, "SELECT COUNT(*) AS n FROM pemberitahuan").await, 0);
    }
}

async fn orang(app: &TestApp) -> store::hak::Pelaku {
    let akun = app.akun("lain@uji.example", &[]).await;
    let token = store::sesi::buka(app.store(), akun, "127.0.0.1", "uji").await.unwrap();
    store::sesi::pelaku(app.store(), &token, "127.0.0.1", "uji").await.unwrap().unwrap()
}
