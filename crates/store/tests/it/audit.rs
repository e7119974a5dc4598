use crate::{orang::orang, ruang::ruang};
use store::{
    Waktu,
    audit::{self, Kejadian, Saring},
    id::{AuditId, PeriodeId},
    instansi::{self, InstansiBaru},
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
    rawat,
};
use testkit::basis::BasisUji;

const BANTEN: InstansiBaru<'static> =
    InstansiBaru { kode: "36", nama: "Provinsi Contoh", jenis: "provinsi", wilayah: Some("36"), zona: "WIB" };

#[derive(sea_orm::FromQueryResult)]
struct Satu {
    id: AuditId,
    pada: Waktu,
    rantai: String,
    objek: String,
    objek_id: String,
}

#[derive(sea_orm::FromQueryResult)]
struct Tanda {
    tanda: Vec<u8>,
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The clock was ahead, somebody set it right, and the program was started anew: what is written now is still the newest.
    async fn jam_mundur_dan_mulai_ulang(basis: BasisUji) {
        let r = ruang(basis).await;
        // A few seconds only, since all tests of the process share what was seen.
        let (detik, _) = store::id::baru().get_timestamp().unwrap().to_unix();
        let depan = uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, detik + 5, 0));
        let tx = r.store.mulai().await.unwrap();
        let sql = "INSERT INTO audit (id, pada, rantai, akun_id, aksi, objek, objek_id, rincian) VALUES ($1, $2, '-', NULL, 'uji', 'uji', '', '{}')";
        tx.jalankan(sql, nilai![depan, tx.pada]).await.unwrap();
        tx.commit().await.unwrap();
        let lagi = r.buka_lagi().await;
        let tx = lagi.mulai().await.unwrap();
        let id = audit::catat_oleh(&tx, None, Kejadian::baru("uji.kemudian", "uji", "")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(id.0 > depan, "{id} after {depan}");
        assert!(id.0 < PeriodeId::baru().0);
    }


    /// Events wait until the sealer chains them, one chain an instansi; then everything holds.
    async fn segel_dan_periksa(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        let tx = r.store.mulai().await.unwrap();
        let id = instansi::tambah(&tx, None, BANTEN).await.unwrap();
        audit::catat_oleh(&tx, None, Kejadian::baru("uji.satu", "uji", "1")).await.unwrap();
        tx.commit().await.unwrap();
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!(t.belum_disegel.len(), 2);
        assert_eq!(audit::segel(&r.store).await.unwrap(), 2);
        assert_eq!(audit::segel(&r.store).await.unwrap(), 0);
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!((t.rantai, t.mata, t.rusak.len(), t.belum_disegel.len()), (2, 2, 0, 0));
        assert_eq!(audit::kepala(&r.store, &id.to_string()).await.unwrap().unwrap().nomor, 1);
    }

    /// A changed event, a cut-off end and a foreign key are each found.
    async fn ubahan_ketahuan(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        let tx = r.store.mulai().await.unwrap();
        for n in 0..3 {
            audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        audit::segel(&r.store).await.unwrap();

        let lain = store::Kunci::dari_benih([7; 32]);
        assert_eq!(audit::periksa(&r.store, &lain).await.unwrap().rusak.len(), 1);

        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE audit SET aksi = 'uji.palsu' WHERE objek_id = $1", nilai!["1"]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(audit::periksa(&r.store, &kunci).await.unwrap().rusak.len(), 1);

        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("UPDATE audit SET aksi = 'uji' WHERE objek_id = $1", nilai!["1"]).await.unwrap();
        tx.jalankan("DELETE FROM audit_mata WHERE nomor = 3", vec![]).await.unwrap();
        tx.jalankan("DELETE FROM audit WHERE objek_id = '2'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let rusak = audit::periksa(&r.store, &kunci).await.unwrap().rusak;
        assert!(rusak.iter().any(|s| s.contains("terpotong")), "{rusak:?}");
    }

    /// Someone with the database but without the key rewrites an event, chains anew and removes the signatures in the way.
    async fn rantai_tanpa_tanda_ketahuan(basis: BasisUji) {
        let r = ruang(basis).await;
        let kunci = r.store.kunci().clone();
        for n in 0..3 {
            let tx = r.store.mulai().await.unwrap();
            audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", n)).await.unwrap();
            tx.commit().await.unwrap();
            audit::segel(&r.store).await.unwrap();
        }
        assert!(audit::periksa(&r.store, &kunci).await.unwrap().rusak.is_empty());
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("DELETE FROM audit_kepala WHERE nomor > 1", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        let rusak = audit::periksa(&r.store, &kunci).await.unwrap().rusak;
        assert_eq!(rusak.len(), 1, "{rusak:?}");
        assert!(rusak[0].contains("mata 2 sampai 3 tidak tercakup kepala bertanda"), "{rusak:?}");
        // The next event does not make this installation sign the forgery: it waits.
        let tx = r.store.mulai().await.unwrap();
        audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", 9)).await.unwrap();
        tx.commit().await.unwrap();
        audit::segel(&r.store).await.unwrap();
        let t = audit::periksa(&r.store, &kunci).await.unwrap();
        assert_eq!((t.mata, t.rusak.len(), t.belum_disegel.len()), (3, 1, 1));
    }

    /// Somebody puts a sealed event into the queue again, with the mark that it had there: `prima check` names it, and the sealer goes on.
    async fn tersegel_ditaruh_lagi(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        let id = audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", 1)).await.unwrap();
        let tanda: Tanda = tx.satu("SELECT tanda FROM audit_antre WHERE audit_id = $1", nilai![id]).await.unwrap();
        tx.commit().await.unwrap();
        audit::segel(&r.store).await.unwrap();
        assert!(rawat::rantai(&r.store).await.unwrap().sah);
        let tx = r.store.mulai().await.unwrap();
        tx.jalankan("INSERT INTO audit_antre (audit_id, tanda, urut) VALUES ($1, $2, 0)", nilai![id, tanda.tanda]).await.unwrap();
        audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", 2)).await.unwrap();
        tx.commit().await.unwrap();
        let t = rawat::rantai(&r.store).await.unwrap();
        assert!(!t.sah && t.diulang == [id.to_string()] && t.galat().iter().any(|g| g.contains("ditaruh lagi")), "{t:?}");
        assert_eq!(audit::segel(&r.store).await.unwrap(), 1, "the new one");
        assert_eq!(audit::segel(&r.store).await.unwrap(), 0);
        let t = rawat::rantai(&r.store).await.unwrap();
        assert!(t.sah && t.temuan.mata == 2 && t.temuan.belum_disegel.is_empty(), "{t:?}");
    }

    /// Two nodes seal at the same time: every event is chained once, and neither node fails.
    async fn dua_penyegel(basis: BasisUji) {
        let r = ruang(basis).await;
        for putaran in 0..20 {
            let tx = r.store.mulai().await.unwrap();
            for n in 0..5 {
                audit::catat_oleh(&tx, None, Kejadian::baru("uji", "uji", putaran * 5 + n)).await.unwrap();
            }
            tx.commit().await.unwrap();
            let (a, b, c) = tokio::join!(audit::segel(&r.store), audit::segel(&r.store), audit::segel(&r.store));
            assert!(a.is_ok() && b.is_ok() && c.is_ok(), "{a:?} {b:?} {c:?}");
        }
        audit::segel(&r.store).await.unwrap();
        let t = audit::periksa(&r.store, r.store.kunci()).await.unwrap();
        assert_eq!((t.mata, t.rusak.len(), t.belum_disegel.len()), (100, 0, 0), "{:?}", t.rusak);
    }

    /// Every filter of every reader gives what a sort of the whole log gives, page after page, however times and ids lie.
    async fn terbaru_menurut_saringan(basis: BasisUji) {
        let r = ruang(basis).await;
        let s = &r.store;
        let tx = s.mulai().await.unwrap();
        let banten = instansi::tambah(&tx, None, BANTEN).await.unwrap();
        let kab = InstansiBaru { kode: "36.01", nama: "Kabupaten Contoh", jenis: "kabupaten", wilayah: Some("36.01"), zona: "WIB" };
        let kab = instansi::tambah(&tx, None, kab).await.unwrap();
        let rantai = [banten.to_string(), kab.to_string(), "-".to_owned()];
        let sql = "INSERT INTO audit (id, pada, rantai, akun_id, aksi, objek, objek_id, rincian) VALUES ($1, $2, $3, NULL, 'uji', $4, $5, '{}')";
        for n in 0..90_i64 {
            // Times that do not follow the ids, and some that are the same.
            let pada = Waktu(tx.pada.0 - (n * 37 % 60) * 1_000_000);
            let (i, j) = (usize::try_from(n % 3).unwrap(), usize::try_from(n / 3 % 3).unwrap());
            let objek = ["tiket", "lokus", "rute"][j];
            tx.jalankan(sql, nilai![store::id::AuditId::baru(), pada, rantai[i].as_str(), objek, (n % 5).to_string()]).await.unwrap();
        }
        let kini = tx.pada;
        tx.commit().await.unwrap();
        let admin = orang(s, "admin@uji.id", Peran::Admin, Lingkup::Instalasi).await.pembaca_audit().unwrap();
        let provinsi = orang(s, "prov@uji.id", Peran::Auditor, Lingkup::Wilayah("36".into())).await.pembaca_audit().unwrap();
        let satu = orang(s, "kab@uji.id", Peran::Auditor, Lingkup::Instansi(kab)).await.pembaca_audit().unwrap();
        let semua: Vec<Satu> = s.baca().semua("SELECT id, pada, rantai, objek, objek_id FROM audit ORDER BY pada DESC, id DESC", vec![]).await.unwrap();
        let (dari, sampai) = (kini.tambah_detik(-40), kini.tambah_detik(-10));
        let pembaca = [(&admin, None), (&provinsi, Some(&rantai[..2])), (&satu, Some(&rantai[1..2]))];
        for (hak, milik) in pembaca {
            for objek in ["", "tiket", "rute", "lhe"] {
                for objek_id in ["", "3", "lain"] {
                    for (dari, sampai) in [(None, None), (Some(dari), None), (Some(dari), Some(sampai))] {
                        let mut saring = Saring { objek: objek.into(), objek_id: objek_id.into(), dari, sampai, sebelum: None };
                        let cocok = |k: &&Satu| {
                            milik.is_none_or(|m| m.contains(&k.rantai))
                                && (objek.is_empty() || k.objek == objek)
                                && (objek_id.is_empty() || k.objek_id == objek_id)
                                && dari.is_none_or(|d| k.pada >= d)
                                && sampai.is_none_or(|x| k.pada < x)
                        };
                        let harap: Vec<AuditId> = semua.iter().filter(cocok).map(|k| k.id).collect();
                        let banyak = i64::try_from(harap.len()).unwrap();
                        assert_eq!(audit::jumlah(s, hak, &saring, 1000).await.unwrap(), banyak);
                        assert_eq!(audit::jumlah(s, hak, &saring, 5).await.unwrap(), banyak.min(5), "no further than asked");
                        let mut dapat: Vec<AuditId> = Vec::new();
                        loop {
                            let lembar = audit::daftar(s, hak, &saring, 7).await.unwrap();
                            let Some(akhir) = lembar.last() else { break };
                            saring.sebelum = Some(akhir.id);
                            dapat.extend(lembar.iter().map(|t| t.id));
                        }
                        assert_eq!(dapat, harap, "{saring:?}");
                    }
                }
            }
        }
        assert!(semua.iter().filter(|k| k.objek == "tiket").count() == 30);
    }

    /// A transaction that is dropped leaves neither the change nor its event.
    async fn batal_tanpa_bekas(basis: BasisUji) {
        let r = ruang(basis).await;
        let tx = r.store.mulai().await.unwrap();
        instansi::tambah(&tx, None, BANTEN).await.unwrap();
        drop(tx);
        assert!(instansi::dari_kode(&r.store, "36").await.is_err());
        assert_eq!(audit::segel(&r.store).await.unwrap(), 0);
    }
}
