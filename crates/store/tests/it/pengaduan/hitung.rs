//! Due days are counted again where a calendar changed, and nowhere else.

use super::*;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// What a round that finds nothing new would mend if it read the report.
    async fn only_where_a_calendar_changed(basis: BasisUji) {
        let m = medan(basis).await;
        let s = &m.d.r.store;
        let (a, _) = m.satu("rahasia-formulir-1").await;
        m.terima(a).await;
        let benar = m.keadaan(a).await.2.unwrap();
        let keliru = async || {
            let tx = s.mulai().await.unwrap();
            tx.jalankan("UPDATE pengaduan_kini SET tenggat = '2026-12-31' WHERE pengaduan_id = $1", nilai![a]).await.unwrap();
            tx.commit().await.unwrap();
            pengaduan::jalankan(s).await.unwrap().dihitung
        };
        assert_eq!((keliru().await, keliru().await), (1, 1), "twice after the start");
        assert_eq!(keliru().await, 0, "nothing is new");
        assert_eq!(m.keadaan(a).await.2.as_deref(), Some("2026-12-31"));
        // A day that this report does not meet: it is counted all the same, and is right again at once.
        let biro = hak::instansi(s, &m.d.biro, m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let hari = HariBaru { id: KalenderHariId::baru(), tanggal: date(2026, 11, 3), kerja: false, nama: "Hari jadi", sumber: "" };
        kalender::tambah_hari(s, &biro, hari.clone()).await.unwrap();
        assert_eq!(m.keadaan(a).await.2.unwrap(), benar);
        // A step may have begun before the calendar changed: rounds look again.
        assert_eq!((keliru().await, keliru().await, keliru().await), (1, 1, 0));
        kalender::hapus_hari(s, &biro, hari.id).await.unwrap();
        assert_eq!(m.keadaan(a).await.2.unwrap(), benar);
    }
}
