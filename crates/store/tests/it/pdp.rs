//! Personal data: what lies sealed, replacing the key, the purge, copies, requests, openings, breaches.

use crate::{
    orang::orang,
    permohonan::{Dunia, dunia},
};
use sea_orm::FromQueryResult;
use store::{
    Store, StoreError,
    hak::Admin,
    identitas,
    insiden::{self, Kepada, Naskah},
    kueri::Kueri,
    kunci_instalasi, nilai,
    pdp::{
        self, Jenis, Subjek, baca,
        permintaan::{self, Macam, Putusan},
        retensi, salinan,
    },
    peran::{Lingkup, Peran},
    permohonan::{self, Permohonan},
};
use testkit::basis::BasisUji;
use uuid::Uuid;

const HARI: i64 = 86_400;

#[derive(FromQueryResult)]
struct Teks {
    t: Option<String>,
}

async fn mentah(s: &Store, kolom: &str, dari: &str) -> Vec<String> {
    let b: Vec<Teks> = s.baca().semua(&format!("SELECT {kolom} AS t FROM {dari}"), nilai![]).await.unwrap();
    b.into_iter().filter_map(|t| t.t).collect()
}

async fn admin(s: &Store) -> Admin {
    orang(s, "admin@kab.id", Peran::Admin, Lingkup::Instalasi).await.admin().unwrap()
}

/// A case that ended today.
async fn selesai(d: &Dunia) -> Permohonan {
    let s = &d.m.d.r.store;
    let p = d.satu().await;
    permohonan::catat(s, &d.loket(p.id).await, Uuid::now_v7(), "Ibu Sari menelepon").await.unwrap();
    permohonan::batalkan(s, &p.kode, p.versi, "Tidak jadi, Sari").await.unwrap()
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The database alone names nobody; the key file opens it, also after the key was replaced, and a value moved to another row does not.
    async fn sealed_at_rest_and_sealed_again(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        let lain = d.satu().await;
        for (kolom, dari) in [("nama", "permohonan"), ("kontak", "permohonan"), ("isi", "permohonan")] {
            for t in mentah(s, kolom, dari).await {
                assert!(t.starts_with("~1:") && !t.contains("Sari") && !t.contains("Dewi"), "{kolom}: {t}");
            }
        }
        assert_eq!(p.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Sari"));
        assert_eq!(p.kontak(s.kunci()).unwrap().as_deref(), Some("0812"));
        assert_eq!(p.jawaban(s.kunci()).unwrap()["anak"], ["Dewi {nomor}"]);
        assert!(!format!("{p:?}").contains("~1:"), "nothing of it in a debug line");

        // A row that an older program left is sealed by the next round; a second round has nothing to do.
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE permohonan SET nama = 'Ibu Lama', kontak = NULL WHERE id = $1", nilai![lain.id]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(d.kini(lain.id).await.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Lama"));
        assert_eq!((identitas::sisa(s).await.unwrap().jumlah(), identitas::lanjutkan(s).await.unwrap()), (1, 1));
        assert_eq!((identitas::sisa(s).await.unwrap().jumlah(), identitas::lanjutkan(s).await.unwrap()), (0, 0));
        assert!(mentah(s, "nama", "permohonan").await.iter().all(|t| t.starts_with("~1:")));
        assert_eq!(d.kini(lain.id).await.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Lama"));

        // A new key: everything opens meanwhile, and lies under it afterwards; the former one goes only then.
        let baru = identitas::ganti(s).await.unwrap();
        assert_eq!(d.kini(p.id).await.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Sari"));
        assert!(matches!(identitas::buang_lama(s).await, Err(StoreError::Keadaan("identitas-belum-usai"))), "it is in use a moment longer");
        s.jam().maju(60);
        identitas::lanjutkan(s).await.unwrap();
        assert!(mentah(s, "isi", "permohonan").await.iter().all(|t| t.starts_with(&format!("~1:{baru}:"))));
        assert_eq!((identitas::buang_lama(s).await.unwrap(), s.kunci().identitas().len()), (1, 1));
        assert_eq!(d.kini(p.id).await.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Sari"));

        // The name of one case in the row of another opens nowhere.
        let curi = mentah(s, "nama", "permohonan ORDER BY id").await.remove(0);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE permohonan SET nama = $2 WHERE id = $1", nilai![lain.id, curi]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(d.kini(lain.id).await.nama(s.kunci()), Err(StoreError::Rusak(_))));
    }

    /// A key file that leaked and was replaced: what was sealed opens, and is sealed again under a key that did not leak.
    async fn sealed_again_after_a_leak(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        identitas::lanjutkan(s).await.unwrap();
        let dulu = s.kunci().identitas()[0].id();
        kunci_instalasi::ganti(s, None, kunci_instalasi::Ganti { alasan: "bocor", bocor: true }).await.unwrap();
        assert_eq!(d.kini(p.id).await.nama(s.kunci()).unwrap().as_deref(), Some("Ibu Sari"));
        assert_eq!(identitas::lanjutkan(s).await.unwrap(), 2, "the case and its paper");
        assert!(!mentah(s, "nama", "permohonan").await[0].contains(&dulu));
        // Another process reads the same file.
        let lagi = store::Kunci::buka(s.folder()).unwrap();
        assert_eq!(d.kini(p.id).await.nama(&lagi).unwrap().as_deref(), Some("Ibu Sari"));
    }

    /// The dry run counts what the run takes; what is not over stays, the case itself stays, and the log has numbers only.
    async fn what_is_over_is_erased(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        let (lama, jalan) = (selesai(&d).await, d.satu().await);
        assert_eq!(pdp::hitung(s).await.unwrap()["permohonan"], 0);
        for (hari, dasar) in [(29, "x"), (365, " ")] {
            let r = retensi::tetapkan(s, &a, Uuid::now_v7(), (retensi::Jenis::Permohonan, hari), dasar).await;
            assert!(matches!(r, Err(StoreError::Keadaan(_))), "{hari} {dasar:?}");
        }
        retensi::tetapkan(s, &a, Uuid::now_v7(), (retensi::Jenis::Permohonan, 365), "JRA 2026").await.unwrap();
        s.jam().maju(366 * HARI);
        let baru = selesai(&d).await;
        assert!(!pdp::harian(s).await.unwrap(), "nothing by itself while it is not switched on");
        assert_eq!(pdp::hitung(s).await.unwrap()["permohonan"], 1);
        assert!(d.kini(lama.id).await.nama(s.kunci()).unwrap().is_some(), "a dry run takes nothing");
        pdp::setel_harian(s, &a, Uuid::now_v7(), true).await.unwrap();
        assert!(pdp::harian(s).await.unwrap());
        assert!(!pdp::harian(s).await.unwrap(), "once a day");

        let l = d.kini(lama.id).await;
        assert_eq!((l.nama(s.kunci()).unwrap(), l.kontak(s.kunci()).unwrap(), l.jawaban(s.kunci()).unwrap().len()), (None, None, 0));
        assert!(permohonan::berkas(s, lama.id).await.unwrap().is_empty());
        assert!(permohonan::catatan(s, lama.id).await.unwrap().is_empty());
        assert!(permohonan::riwayat(s, lama.id).await.unwrap().iter().all(|r| r.alasan.is_empty()), "how it ended stays, why not");
        for id in [jalan.id, baru.id] {
            assert!(d.kini(id).await.nama(s.kunci()).unwrap().is_some(), "it runs, or its time is not over");
        }
        assert_eq!(pdp::hitung(s).await.unwrap()["permohonan"], 0);
        assert_eq!(pdp::jalan_terakhir(s).await.unwrap()[0].hitung()["permohonan"], 1);
        let log = mentah(s, "rincian", "audit WHERE aksi = 'pdp.bersihkan'").await;
        assert!(log.len() == 1 && log[0].contains("\"permohonan\":1") && !log[0].contains(&lama.id.to_string()), "{log:?}");
        assert_eq!(identitas::sisa(s).await.unwrap().jumlah(), 0, "what stands instead is sealed too");
        store::audit::segel(s).await.unwrap();
        let temuan = store::rawat::periksa(s).await.unwrap();
        assert!(temuan.temuan.is_empty(), "{temuan:?}");
    }

    /// A copy has what its holder gave, opened, with his files, and nothing that officers wrote among themselves.
    async fn a_copy_for_its_holder(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = selesai(&d).await;
        let sub = Subjek::dari_kode(s, &store::kode::tampil(&p.kode)).await.unwrap();
        assert_eq!((sub.jenis, sub.id), (Jenis::Permohonan, p.id.0));
        let c = salinan::buat(s, &sub).await.unwrap();
        let teks = format!("{:?}", c.bagian);
        for ada in ["Ibu Sari", "0812", "Dewi", "Tidak jadi, Sari"] {
            assert!(teks.contains(ada), "{ada}: {teks}");
        }
        assert!(!teks.contains("menelepon") && !teks.contains("~1:"), "{teks}");
        assert_eq!(c.berkas.len(), 1);
        assert!(store::identitas::buka_objek(s, &c.berkas[0].objek).await.unwrap().starts_with(b"%PDF"));
        for salah in ["", "x", "T-22222-22222", "P-22222-22222"] {
            assert!(matches!(Subjek::dari_kode(s, salah).await, Err(StoreError::TidakDitemukan)), "{salah}");
        }
        let akun = salinan::buat(s, &Subjek::akun(d.kepala_unit.akun)).await.unwrap();
        let teks = format!("{:?}", akun.bagian);
        assert!(teks.contains("kepala.unit@kab.id") && !teks.contains("operator.mpp@kab.id"), "{teks}");
        assert!(akun.jejak.iter().any(|(t, n)| t == "layanan" || *n > 0));
    }

    /// Erasure is asked for, waits 3 x 24 hours, is decided once by somebody else with reason and basis, and then happens.
    async fn erasure_is_decided(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        let p = d.satu().await;
        let sub = Subjek::dari_kode(s, &p.kode).await.unwrap();
        let id = Uuid::now_v7();
        assert!(matches!(permintaan::ajukan(s, &sub, id, Macam::Hapus, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        permintaan::ajukan(s, &sub, id, Macam::Hapus, "Sudah tidak perlu").await.unwrap();
        permintaan::ajukan(s, &sub, id, Macam::Hapus, "Sudah tidak perlu").await.unwrap();
        let m = permintaan::satu(s, &a, id).await.unwrap();
        assert_eq!(m.tenggat, m.pada.tambah_detik(3 * HARI));
        assert!(!m.lewat(s.sekarang()) && m.lewat(s.sekarang().tambah_detik(4 * HARI)));
        let kabul = Putusan { kabul: true, dasar: "Pasal 8 UU 27/2022", alasan: "Tidak ada lagi keperluan" };
        assert!(matches!(permintaan::putuskan(s, &a, id, Putusan { dasar: "", ..kabul }).await, Err(StoreError::Keadaan("pdp-dasar-wajib"))));
        let r = permintaan::putuskan(s, &a, id, kabul).await;
        assert!(matches!(r, Err(StoreError::Keadaan("pdp-masih-berjalan"))), "{r:?}");
        assert!(permintaan::satu(s, &a, id).await.unwrap().putusan.is_none(), "nothing is decided by a refusal of the program");
        permohonan::batalkan(s, &p.kode, p.versi, "").await.unwrap();
        permintaan::putuskan(s, &a, id, kabul).await.unwrap();
        assert!(matches!(permintaan::putuskan(s, &a, id, kabul).await, Err(StoreError::Keadaan("pdp-sudah-diputus"))));
        assert_eq!(d.kini(p.id).await.nama(s.kunci()).unwrap(), None);
        assert_eq!(permintaan::milik(s, &sub).await.unwrap()[0].putusan.as_deref(), Some("kabul"));
        let c = format!("{:?}", salinan::buat(s, &sub).await.unwrap().bagian);
        assert!(!c.contains("Ibu Sari") && c.contains("permintaan"), "{c}");

        // An account: not one's own, not while it can sign in; then name and address go.
        let mut ku = Uuid::now_v7();
        permintaan::ajukan(s, &Subjek::akun(a.pelaku().akun), ku, Macam::Hapus, "pindah").await.unwrap();
        assert!(matches!(permintaan::putuskan(s, &a, ku, kabul).await, Err(StoreError::Keadaan("pdp-sendiri"))));
        ku = Uuid::now_v7();
        permintaan::ajukan(s, &Subjek::akun(d.kepala_unit.akun), ku, Macam::Hapus, "pindah").await.unwrap();
        assert!(matches!(permintaan::putuskan(s, &a, ku, kabul).await, Err(StoreError::Keadaan("pdp-akun-aktif"))));
        let tx = s.mulai().await.unwrap();
        store::akun::nonaktifkan(&tx, Some(a.pelaku()), d.kepala_unit.akun, "pindah").await.unwrap();
        tx.commit().await.unwrap();
        permintaan::putuskan(s, &a, ku, kabul).await.unwrap();
        let akun = store::akun::dari_id(s, d.kepala_unit.akun).await.unwrap();
        assert!(akun.nama == "—" && akun.surel.ends_with("@terhapus.invalid"), "{akun:?}");
        s.jam().maju(3 * HARI);
        let sub = Subjek::dari_kode(s, &d.satu().await.kode).await.unwrap();
        permintaan::ajukan(s, &sub, Uuid::now_v7(), Macam::Batasi, "x").await.unwrap();
        assert_eq!(permintaan::ingatkan(s).await.unwrap(), 1, "only the one of the administrator waits, and is late");
    }

    /// One row a person, record and hour; auditors see those of their instansi.
    async fn openings_are_written_down(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let p = d.satu().await;
        for _ in 0..3 {
            baca::catat(s, &d.m.petugas, baca::Jenis::Permohonan, p.id.0, p.instansi_id).await.unwrap();
        }
        s.jam().maju(3_600);
        baca::catat(s, &d.m.petugas, baca::Jenis::Permohonan, p.id.0, p.instansi_id).await.unwrap();
        let auditor = orang(s, "auditor@kab.id", Peran::Auditor, Lingkup::Instansi(d.m.d.kab)).await.pembaca_audit().unwrap();
        let semua = baca::daftar(s, &auditor, &baca::Saring::default(), 10).await.unwrap();
        assert_eq!((semua.len(), semua[0].nama.as_str(), semua[0].objek_id), (2, "pelaksana@kab.id", p.id.0));
        let saring = baca::Saring { jenis: "pengaduan".into(), ..Default::default() };
        assert!(baca::daftar(s, &auditor, &saring, 10).await.unwrap().is_empty());
    }

    /// The clock runs from when it was known; it is closed only when holders and the authority were told.
    async fn a_breach_and_its_clock(basis: BasisUji) {
        let d = dunia(basis, 0).await;
        let s = &d.m.d.r.store;
        let a = admin(s).await;
        let id = Uuid::now_v7();
        let n = Naskah { judul: "Surel salah kirim", data: "Nama dan surel", kejadian: "Kemarin, lampiran tertukar", jumlah: Some(12), ..Naskah::default() };
        let kini = s.sekarang();
        assert!(matches!(insiden::catat(s, &a, id, kini.tambah_detik(60), &n).await, Err(StoreError::Keadaan("insiden-waktu"))));
        assert!(matches!(insiden::catat(s, &a, id, kini, &Naskah { data: "", ..n.clone() }).await, Err(StoreError::Keadaan("insiden-belum-lengkap"))));
        let tahu = kini.tambah_detik(-HARI);
        insiden::catat(s, &a, id, tahu, &n).await.unwrap();
        insiden::catat(s, &a, id, tahu, &n).await.unwrap();
        assert_eq!(insiden::ingatkan(s).await.unwrap(), 0);
        s.jam().maju(HARI + 60);
        assert_eq!(insiden::ingatkan(s).await.unwrap(), 1, "a day is left");
        insiden::ubah(s, &a, (id, 1), &Naskah { penanganan: "Surel ditarik", ..n.clone() }).await.unwrap();
        let (disimpan, op) = (s.sekarang(), Uuid::now_v7());
        s.jam().maju(60);
        insiden::catat_kabar(s, &a, (id, op), Kepada::Subjek, "surel", s.sekarang()).await.unwrap();
        insiden::catat_kabar(s, &a, (id, op), Kepada::Subjek, "surel", s.sekarang()).await.unwrap();
        let basi = insiden::ubah(s, &a, (id, 1), &n).await.unwrap_err();
        let oleh = a.pelaku().akun.0;
        assert!(matches!(basi, StoreError::Bentrok { versi: 2, oleh: o, pada } if o == oleh && pada == disimpan), "{basi:?}");
        let i = insiden::satu(s, &a, id).await.unwrap();
        assert_eq!((i.versi, i.jumlah, i.penanganan.as_str(), i.tenggat), (2, Some(12), "Surel ditarik", tahu.tambah_detik(3 * HARI)));
        assert!(!i.lewat(s.sekarang()));
        assert!(matches!(insiden::tutup(s, &a, id, "selesai").await, Err(StoreError::Keadaan("insiden-belum-dikabari"))));
        s.jam().maju(2 * HARI);
        assert!(insiden::satu(s, &a, id).await.unwrap().lewat(s.sekarang()));
        insiden::catat_kabar(s, &a, (id, Uuid::now_v7()), Kepada::Lembaga, "surat 12", s.sekarang()).await.unwrap();
        insiden::tutup(s, &a, id, "selesai").await.unwrap();
        let i = insiden::satu(s, &a, id).await.unwrap();
        assert!(i.lewat(s.sekarang()) && i.tutup.is_some(), "told too late stays told too late");
        assert!(matches!(insiden::ubah(s, &a, (id, 2), &n).await, Err(StoreError::Keadaan("insiden-sudah-tutup"))));
        assert_eq!(insiden::kabar(s, &a, id).await.unwrap().len(), 2);
    }
}
