use crate::{bangun::dunia, orang::orang};
use jiff::civil::date;
use store::{
    StoreError, hak,
    id::SkId,
    lokus, objek, penugasan, peran,
    peran::{Lingkup, Peran},
    sk::{self, SkBaru},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// Proposed, appointed by decree, replaced: the evaluator has the lokus exactly while the decree holds.
    async fn dari_usul_sampai_ganti(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let (a, b) = (d.lokus(id, d.rsud).await, d.lokus(id, d.dinsos).await);
        let eva = orang(s, "eva@kab.id", Peran::Evaluator, Lingkup::Instansi(d.kab)).await;
        let (biro, sekda) = (d.penyelenggara(id).await, d.penanggungjawab(id).await);
        assert_eq!(penugasan::calon(s, &biro).await.unwrap().len(), 1);
        assert!(matches!(penugasan::usulkan(s, &biro, d.biro.akun, &[a]).await, Err(StoreError::Keadaan("evaluator-bukan-calon"))));
        assert_eq!(penugasan::usulkan(s, &biro, eva.akun, &[a, b]).await.unwrap(), 2);
        assert_eq!(penugasan::usulkan(s, &biro, eva.akun, &[a, b]).await.unwrap(), 0, "a second time changes nothing");
        assert_eq!(penugasan::menunggu(s, &[d.kab]).await.unwrap()[0].jumlah, 2);

        let baca = hak::periode(s, &d.sekda, id).await.unwrap().pembaca();
        let usul = penugasan::milik_periode(s, &baca).await.unwrap();
        penugasan::tarik(s, &biro, usul[0].id).await.unwrap();
        let g = usul[1].id;
        assert!(matches!(penugasan::akhiri(s, &sekda, g, "x").await, Err(StoreError::Keadaan("evaluator-belum-ditetapkan"))));
        let berkas = objek::simpan(s, b"%PDF-1.7 ... %%EOF").unwrap();
        let baru = SkBaru { id: SkId::baru(), nomor: "188.4/12/2026", tanggal: date(2026, 2, 1), berkas: &berkas, nama_berkas: "sk.pdf" };
        assert!(matches!(sk::tetapkan(s, &sekda, baru, &[]).await, Err(StoreError::Keadaan("sk-tanpa-usulan"))));
        let besok = SkBaru { tanggal: s.sekarang().hari("WITA").tomorrow().unwrap(), ..baru };
        assert!(matches!(sk::tetapkan(s, &sekda, besok, &[g]).await, Err(StoreError::Keadaan("sk-tanggal-mendatang"))));
        sk::tetapkan(s, &sekda, baru, &[g]).await.unwrap();
        sk::tetapkan(s, &sekda, baru, &[g]).await.unwrap();
        let kedua = SkBaru { id: SkId::baru(), nomor: "188.4/13/2026", ..baru };
        assert!(matches!(sk::tetapkan(s, &sekda, kedua, &[g]).await, Err(StoreError::SudahAda("penetapan"))));
        assert_eq!(sk::daftar(s, &baca).await.unwrap().len(), 1, "the refused decree left nothing");

        let l = usul[1].lokus_id;
        assert!(hak::lokus(s, &eva, l).await.unwrap().evaluator().is_ok());
        assert!(matches!(penugasan::tarik(s, &biro, g).await, Err(StoreError::Keadaan("evaluator-sudah-ditetapkan"))));
        assert!(matches!(penugasan::akhiri(s, &sekda, g, " ").await, Err(StoreError::Keadaan("alasan-wajib"))));
        penugasan::akhiri(s, &sekda, g, "pindah tugas").await.unwrap();
        assert!(matches!(hak::lokus(s, &eva, l).await, Err(StoreError::TidakDitemukan)));
        let kabar = store::pemberitahuan::baca::baru(s, &eva, 10).await.unwrap();
        let akhir: Vec<_> = kabar.iter().filter(|k| k.jenis == "evaluator-berakhir").map(|k| k.tautan.as_str()).collect();
        assert_eq!(akhir, [format!("/lokus/{l}/f02/lembar-saya")], "he is told, once, and led to what he left");
        assert_eq!(penugasan::milik_lokus(s, l).await.unwrap()[0].alasan.as_deref(), Some("pindah tugas"));

        // He comes back: proposed once more, appointed by another decree, and the ended appointment stays as history.
        assert_eq!(penugasan::usulkan(s, &biro, eva.akun, &[l]).await.unwrap(), 1);
        assert_eq!(penugasan::usulkan(s, &biro, eva.akun, &[l]).await.unwrap(), 0, "one live proposal at a time");
        let lagi = penugasan::milik_lokus(s, l).await.unwrap().into_iter().find(|g| g.akhir.is_none()).unwrap();
        assert!(matches!(hak::lokus(s, &eva, l).await, Err(StoreError::TidakDitemukan)), "a proposal gives nothing");
        let kembali = SkBaru { id: SkId::baru(), nomor: "188.4/14/2026", ..baru };
        sk::tetapkan(s, &sekda, kembali, &[lagi.id]).await.unwrap();
        assert!(hak::lokus(s, &eva, l).await.unwrap().evaluator().is_ok());
        assert_eq!(penugasan::usulkan(s, &biro, eva.akun, &[l]).await.unwrap(), 0, "in office");
        let x = lokus::keadaan::satu(s.baca(), l).await.unwrap();
        assert_eq!((x.evaluator, x.usulan), (1, 0));
        assert_eq!(penugasan::milik_lokus(s, l).await.unwrap().len(), 2);
    }

    /// An evaluator of the province's region can be proposed in its kabupaten; one of another region cannot.
    async fn evaluator_wilayah(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let l = d.lokus(id, d.rsud).await;
        let prov = orang(s, "eva@prov.id", Peran::Evaluator, Lingkup::Wilayah("64".into())).await;
        let jauh = orang(s, "eva@jauh.id", Peran::Evaluator, Lingkup::Wilayah("6".into())).await;
        let biro = d.penyelenggara(id).await;
        assert_eq!(penugasan::calon(s, &biro).await.unwrap().iter().map(|c| c.id).collect::<Vec<_>>(), [prov.akun]);
        assert!(matches!(penugasan::usulkan(s, &biro, jauh.akun, &[l]).await, Err(StoreError::Keadaan("evaluator-bukan-calon"))));
        assert_eq!(penugasan::usulkan(s, &biro, prov.akun, &[l]).await.unwrap(), 1);
    }

    /// Nobody is proposed for the unit where he serves, nor for a unit below it; then nothing at all is proposed.
    async fn bertugas_di_unit(basis: BasisUji) {
        let d = dunia(basis).await;
        let s = &d.r.store;
        let id = d.periode().await;
        let (a, b) = (d.lokus(id, d.rsud).await, d.lokus(id, d.dinsos).await);
        let eva = orang(s, "eva@kab.id", Peran::Evaluator, Lingkup::Instansi(d.kab)).await;
        let tx = s.mulai().await.unwrap();
        peran::beri(&tx, None, eva.akun, Peran::UnitOperator, &Lingkup::Unit { unit: d.rsud, instansi: d.kab }).await.unwrap();
        tx.commit().await.unwrap();
        let biro = d.penyelenggara(id).await;
        assert!(matches!(penugasan::usulkan(s, &biro, eva.akun, &[b, a]).await, Err(StoreError::Keadaan("evaluator-bertugas-di-unit"))));
        assert!(penugasan::milik_lokus(s, b).await.unwrap().is_empty(), "all or none");
    }
}
