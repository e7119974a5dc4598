//! Who writes the database, but holds no key file, makes no key of another installation believed, and none that was revoked.

use store::{
    Kunci,
    hasil::baca_kunci,
    kueri::{Kueri as _, Value},
    nilai,
    peran::{Lingkup, Peran},
};
use testkit::basis::BasisUji;

use crate::app::TestApp;

async fn ubah(app: &TestApp, sql: &str, isi: Vec<Value>) {
    let tx = app.store().mulai().await.unwrap();
    assert!(tx.jalankan(sql, isi).await.unwrap() > 0, "{sql}");
    tx.commit().await.unwrap();
}

async fn dipercaya(app: &TestApp) -> usize {
    baca_kunci(&app.tamu().get("/kunci/daftar.json").await.isi).unwrap().len() - 1
}

async fn temuan(app: &TestApp) -> Vec<String> {
    let semua = store::rawat::periksa(app.store()).await.unwrap().temuan;
    semua.into_iter().map(|t| t.isi).filter(|t| t.contains("kunci terdaftar")).collect()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Renamed, put in, and with its revocation removed: believed nowhere, named everywhere.
    async fn a_forged_key_is_believed_nowhere(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let admin = app.sebagai(Peran::Admin, Lingkup::Instalasi).await;
        let lain = Kunci::dari_benih([7; 32]).publik();
        let (heksa, sidik) = (hex::encode(lain.bytes()), lain.id());
        let isi =
            [("nama", "Kabupaten Lain"), ("publik", heksa.as_str()), ("sidik", sidik.as_str()), ("dari", "2026-01-01"), ("catatan", "telepon")];
        assert_eq!(admin.post("/admin/kunci", &isi).await.ke(), "/admin/kunci");
        assert_eq!((dipercaya(&app).await, temuan(&app).await), (1, Vec::new()));

        assert!(!admin.get("/").await.isi.contains("Ada yang tidak terbukti"));
        ubah(&app, "UPDATE kunci_instalasi SET nama = 'Kementerian PANRB'", nilai![]).await;
        assert_eq!(dipercaya(&app).await, 0);
        admin.get("/").await.memuat("Ada yang tidak terbukti").memuat("1 kunci daerah tidak seperti yang dicatat");
        for halaman in ["/kunci", "/admin/kunci"] {
            let j = admin.get(halaman).await;
            j.memuat("Tidak terbukti").memuat("Kementerian PANRB");
            assert!(!j.isi.contains("Belum ada kunci instalasi lain"), "{halaman}: {}", j.isi);
        }
        assert!(temuan(&app).await.iter().any(|t| t.contains("bukan yang dicatat")));
        ubah(&app, "UPDATE kunci_instalasi SET nama = 'Kabupaten Lain'", nilai![]).await;
        assert_eq!((dipercaya(&app).await, temuan(&app).await), (1, Vec::new()));

        let id = store::kunci_instalasi::daftar(app.store()).await.unwrap()[0].id;
        assert_eq!(admin.post(&format!("/admin/kunci/{id}"), &[("alasan", "Server dicuri")]).await.ke(), "/admin/kunci");
        assert_eq!(temuan(&app).await, Vec::<String>::new());
        ubah(&app, "DELETE FROM kunci_cabut", nilai![]).await;
        assert_eq!(dipercaya(&app).await, 0);
        assert!(temuan(&app).await.iter().any(|t| t.contains("kunci_cabut hilang")));

        let palsu = Kunci::dari_benih([9; 32]).publik();
        let sql = "INSERT INTO kunci_instalasi (id, nama, kunci, publik, dari, catatan, pada, oleh)
            SELECT $1, 'Kementerian PANRB', $2, $3, dari, catatan, pada, oleh FROM kunci_instalasi";
        ubah(&app, sql, nilai![store::id::baru(), palsu.id(), palsu.bytes().to_vec()]).await;
        assert_eq!(dipercaya(&app).await, 0);
        assert!(temuan(&app).await.iter().any(|t| t.contains("pencatatannya tidak ada")));
    }
}
