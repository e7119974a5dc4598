//! Days on which a mall or a gerai receives people otherwise than by its hours: a holiday that meets a decision of the head, officers
//! who come by invitation.

use axum::http::StatusCode;
use jiff::civil::date;
use store::{
    hak,
    id::{LayananId, PenempatanId, UndanganId},
    kueri::Kueri as _,
    layanan,
    mpp::{self, PenempatanIsi},
    peran::{Lingkup, Peran},
    pesanan::{self, tugas::Isi},
};
use testkit::basis::BasisUji;

use super::mal;
use crate::{app::TestApp, dunia::pelaku};

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    /// The head had set hours for that day: they win, everybody who should know does, and nothing else is promised.
    async fn a_holiday_on_a_day_that_the_head_decided_about(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        m.siapkan(&app).await;
        let (tamu, biro, kepala) = (app.tamu(), app.masuk(m.d.biro).await, app.masuk(m.kepala).await);
        let a = m.pesan(&tamu, "2026-03-03", "08:00", &[]).await.ke().to_owned();
        let hari = format!("/mpp/{}/hari-ini", m.unit);
        let f = [("tanggal", "2026-03-03"), ("mulai", "8"), ("selesai", "12"), ("alasan", "Layanan khusus")];
        kepala.post(&format!("{hari}/jam"), &f).await.ke();
        assert!(!kepala.get(&hari).await.isi.contains("Tetap buka pada hari libur"));
        let jalur = format!("/hari-kerja/{}", m.d.kab);
        let libur = async |tanggal: &str| {
            let op = store::id::KalenderHariId::baru().to_string();
            let f = [("op", op.as_str()), ("tanggal", tanggal), ("jenis", "libur"), ("nama", "HUT daerah"), ("sumber_hari", "")];
            assert_eq!(biro.post(&format!("{jalur}/hari"), &f).await.ke(), jalur);
            biro.get(&jalur).await
        };
        let j = libur("2026-03-03").await;
        j.memuat("kepalanya sudah memutuskan jamnya").memuat("tetap buka 08.00–12.00 menurut putusan kepalanya; 1 pesanan tetap berlaku");
        assert!(!j.isi.contains("petugas depan MPP dikabari"), "{}", j.isi);
        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = 'mpp-libur-buka'";
        assert_eq!(app.store().baca().angka(kabar, vec![]).await.unwrap(), 1);
        kepala.get("/pemberitahuan").await.memuat("3 Maret 2026 ditetapkan libur (HUT daerah)").memuat("tetap buka menurut putusan Anda");
        kepala.get(&hari).await.memuat("Tetap buka pada hari libur").memuat("Selasa, 3 Maret 2026: libur (HUT daerah)").memuat("1 pesanan tetap berlaku");
        assert!(!tamu.get(&a).await.isi.contains("tidak dapat dilayani"));
        // On a day without a decision it is as ever.
        libur("2026-03-04").await.memuat("ditawari waktu lain dan petugas depan MPP dikabari");
        assert_eq!(app.store().baca().angka(kabar, vec![]).await.unwrap(), 1);
        // Taken back, the mall is closed with the others.
        // Asked first: whom it meets, and nothing has changed.
        let tarik = format!("{hari}/jam/penarikan");
        let j = kepala.post(&tarik, &[("tarik_hari", "2026-03-03")]).await;
        assert_eq!(j.status, StatusCode::OK);
        j.memuat("1 pesanan pada Selasa, 3 Maret 2026 tidak dapat dilayani bila putusan itu ditarik").memuat("Ya, tarik putusan itu");
        assert!(!tamu.get(&a).await.isi.contains("HUT daerah"));
        let yakin = [("tarik_hari", "2026-03-03"), ("tahu", "2026-03-03 tarik")];
        assert_eq!(kepala.post(&tarik, &yakin).await.status, StatusCode::SEE_OTHER);
        tamu.get(&a).await.memuat("Libur: HUT daerah");
        assert!(!kepala.get(&hari).await.isi.contains("Tetap buka pada hari libur"));
        assert!(!biro.get(&jalur).await.isi.contains("menurut putusan kepalanya; 1"));
    }

    /// Nobody is sent to a gerai on a day without officers, wherever its hours are read.
    async fn by_invitation_the_days_are_said(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        let (s, tamu) = (app.store(), app.tamu());
        let t = store::pesanan::tempat(s.baca(), m.id).await.unwrap();
        let unit = Lingkup::Unit { unit: m.unit, instansi: m.d.kab };
        let kepala = app.akun("kepala.unit@uji.example", &[(Peran::UnitKepala, unit)]).await;
        let hak_ = hak::unit(s, &pelaku(&app, kepala).await, m.unit).await.unwrap().kepala_layanan().unwrap();
        let hari = date(2026, 3, 2);
        let sk = layanan::Sk { nomor: "1", tanggal: hari, mulai: hari, tinjau: date(2027, 3, 2) };
        layanan::tetapkan(s, &hak_, t.layanan_id, 1, &sk).await.unwrap();
        let (pesan, halaman) = (format!("/pesan/{}", m.id), format!("/pelayanan/{}", t.layanan_kode));
        let sippn = format!("{halaman}/sippn.json");
        tamu.get(&pesan).await.memuat("Datang langsung tanpa memesan juga selalu bisa");
        assert!(!tamu.get(&halaman).await.isi.contains("hanya hadir"));
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE gerai_layanan SET kehadiran = 'undangan' WHERE id = $1", store::nilai![m.id]).await.unwrap();
        tx.commit().await.unwrap();
        let semua = [pesan.as_str(), &halaman, "/mal/mal-kab", &sippn];
        let umum = "Petugas hanya hadir pada hari yang diumumkan. Belum ada hari yang ditetapkan";
        for jalur in semua {
            tamu.get(jalur).await.memuat(umum);
        }
        m.siapkan(&app).await;
        let j = tamu.get(&pesan).await;
        j.memuat(umum).memuat("Belum ada tempat yang dapat dipesan").memuat("Pada hari lain tidak ada petugasnya");
        assert!(!j.isi.contains("atang langsung"), "{}", j.isi);
        let depan = app.masuk(m.depan).await;
        for tanggal in ["2026-03-03", "2026-03-05"] {
            let op = store::id::UndanganId::baru().to_string();
            let j = depan.post(&format!("{}/undangan", m.jadwal()), &[("op_undangan", &op), ("tanggal", tanggal)]).await;
            assert_eq!(j.status, StatusCode::SEE_OTHER);
        }
        for jalur in semua {
            tamu.get(jalur).await.memuat("hanya hadir pada Selasa, 3 Maret 2026; Kamis, 5 Maret 2026");
        }
        tamu.get("/pelayanan/unit/dinsos/sippn.json").await.memuat("hanya hadir pada Selasa, 3 Maret 2026");
        // A holiday takes its day out.
        let op = store::id::KalenderHariId::baru().to_string();
        let f = [("op", op.as_str()), ("tanggal", "2026-03-03"), ("jenis", "libur"), ("nama", "HUT daerah"), ("sumber_hari", "")];
        app.masuk(m.d.biro).await.post(&format!("/hari-kerja/{}/hari", m.d.kab), &f).await.ke();
        for jalur in semua {
            tamu.get(jalur).await.memuat("hanya hadir pada Kamis, 5 Maret 2026");
        }
        // So does a roster that was emptied; who keeps the schedule is told at the day, and it comes back with its officers.
        let hak_depan = hak::mpp(s, &pelaku(&app, m.depan).await, m.unit).await.unwrap().depan().unwrap();
        let ada = pesanan::tugas::antara(s.baca(), m.id, hari, date(2026, 3, 8)).await.unwrap();
        let tanpa: Vec<Isi> =
            ada.iter().map(|t| Isi { akun: t.akun_id, tanggal: t.tanggal, mulai: t.mulai, selesai: t.selesai }).collect();
        let dengan: Vec<Isi> = tanpa.iter().copied().chain(tanpa.first().map(|i| Isi { tanggal: date(2026, 3, 5), ..*i })).collect();
        let kamis = "hanya hadir pada Kamis, 5 Maret 2026";
        for (tugas, kata) in [(&dengan, kamis), (&tanpa, umum), (&dengan, kamis)] {
            let versi = pesanan::versi(s.baca(), m.id).await.unwrap();
            pesanan::tugas::simpan(s, &hak_depan, m.id, hari, versi, tugas).await.unwrap();
            for jalur in semua {
                tamu.get(jalur).await.memuat(kata);
            }
            let datang = pesanan::undangan::pada(s.baca(), m.unit, date(2026, 3, 5)).await.unwrap();
            assert_eq!(datang.len(), usize::from(kata == kamis), "the hall sends nobody there either");
            let j = depan.get(&m.jadwal()).await;
            assert_eq!(j.isi.contains("Petugasnya sudah dikosongkan, jadi hari ini tidak diumumkan"), kata == umum);
        }
    }

    /// Services of one gerai with days of their own: its mall page says of each what its own page says.
    async fn days_by_invitation_differ_by_service(basis: BasisUji) {
        let app = TestApp::pada(basis).await;
        let m = mal(&app).await;
        let (s, tamu) = (app.store(), app.tamu());
        let t = store::pesanan::tempat(s.baca(), m.id).await.unwrap();
        let p = pelaku(&app, m.kepala).await;
        let operator = hak::unit(s, &p, m.unit).await.unwrap().pengelola_layanan().unwrap();
        let isi = layanan::Isi { nama: "Akta lahir".into(), ..layanan::Isi::default() };
        let kedua = layanan::buat(s, &operator, LayananId::baru(), &isi, true).await.unwrap();
        let kepala = hak::mpp(s, &p, m.unit).await.unwrap().kepala().unwrap();
        let isi = PenempatanIsi { awalan: "B", menit: None, undangan: true };
        let b = mpp::tempatkan(s, &kepala, PenempatanId::baru(), (t.gerai_id, kedua), &isi).await.unwrap();
        let depan = hak::mpp(s, &pelaku(&app, m.depan).await, m.unit).await.unwrap().depan().unwrap();
        pesanan::undangan::tambah(s, &depan, b, UndanganId::baru(), date(2026, 3, 3)).await.unwrap();
        let (hari, beda) = ("Petugas hanya hadir pada Selasa, 3 Maret 2026", "Hari petugasnya datang tidak sama untuk semua layanan");
        // The other service is given every day: the day stands beside this one.
        tamu.get("/mal/mal-kab").await.memuat(hari).memuat(beda);
        let tx = s.mulai().await.unwrap();
        tx.jalankan("UPDATE gerai_layanan SET kehadiran = 'undangan' WHERE id = $1", store::nilai![m.id]).await.unwrap();
        tx.commit().await.unwrap();
        tamu.get("/mal/mal-kab").await.memuat(hari).memuat("Belum ada hari yang ditetapkan").memuat(beda);
        // The same days for both are said once.
        pesanan::undangan::tambah(s, &depan, m.id, UndanganId::baru(), date(2026, 3, 3)).await.unwrap();
        let j = tamu.get("/mal/mal-kab").await;
        assert_eq!((j.isi.matches(hari).count(), j.isi.contains(beda)), (1, false), "{}", j.isi);
    }
}
