//! The follow-up plan: rows, versions, done with proof, opened again, what is due.

use super::bangun::{Dunia, HARI_INI, dunia};
use jiff::civil::date;
use store::{
    StoreError, berkas,
    hak::PengelolaRondeSkm,
    id::RondeId,
    skm::rtl::{self, ButirIsi, Tenggat},
};
use testkit::{basis::BasisUji, dua_basis};

const PDF: &[u8] = b"%PDF-1.4\nbukti\nstartxref\n9\n%%EOF\n";

fn butir(kegiatan: &str) -> ButirIsi<'_> {
    ButirIsi { unsur: "waktu", kegiatan, keluaran: "Jadwal tercetak", tenggat: date(2026, 3, 20), penanggung_jawab: "Kepala loket" }
}

async fn hak(d: &Dunia, id: RondeId) -> PengelolaRondeSkm {
    d.akses(&d.operator, id).await.pengelola().unwrap()
}

dua_basis! {
    async fn an_activity_is_added_once_changed_by_version_and_taken_out(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM").await);
        let (h, satu) = (hak(&d, id).await, store::id::baru());
        let u = h.ronde.unsur[1].clone();
        let isi = ButirIsi { unsur: &u, ..butir("Menambah loket") };
        rtl::tambah(s, &h, satu, &isi).await.unwrap();
        rtl::tambah(s, &h, satu, &isi).await.unwrap();
        assert_eq!(rtl::daftar(s.baca(), id).await.unwrap().len(), 1);
        rtl::ubah(s, &h, satu, 1, &ButirIsi { kegiatan: "Menambah dua loket", ..isi.clone() }).await.unwrap();
        let galat = rtl::ubah(s, &h, satu, 1, &isi).await.unwrap_err();
        assert!(matches!(galat, StoreError::Bentrok { versi: 2, oleh, .. } if oleh == d.operator.akun.0), "{galat}");
        let b = rtl::daftar(s.baca(), id).await.unwrap().remove(0);
        assert_eq!((b.kegiatan.as_str(), b.versi, b.tenggat(HARI_INI)), ("Menambah dua loket", 2, Tenggat::Dekat));
        assert_eq!((b.tenggat(date(2026, 3, 21)), b.tenggat(date(2026, 1, 1))), (Tenggat::Lewat, Tenggat::Jauh));
        assert_eq!(rtl::jatuh_tempo(s.baca(), d.p.unit, date(2026, 3, 20)).await.unwrap().len(), 1);
        assert!(rtl::jatuh_tempo(s.baca(), d.p.unit, date(2026, 3, 19)).await.unwrap().is_empty());
        rtl::hapus(s, &h, satu).await.unwrap();
        assert!(rtl::daftar(s.baca(), id).await.unwrap().is_empty());
        assert!(matches!(rtl::hapus(s, &h, satu).await, Err(StoreError::TidakDitemukan)));
    }

    async fn done_needs_a_note_or_a_file_and_closes_the_row(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id) = (&d.p.r.store, d.ronde("SKM").await);
        let (h, satu, op) = (hak(&d, id).await, store::id::baru(), store::id::baru());
        let u = h.ronde.unsur[0].clone();
        let isi = ButirIsi { unsur: &u, ..butir("Mencetak jadwal") };
        rtl::tambah(s, &h, satu, &isi).await.unwrap();
        assert!(matches!(rtl::selesaikan(s, &h, satu, op, " ", None).await, Err(StoreError::Keadaan("skm-rtl-bukti-wajib"))));
        let pdf = berkas::periksa(PDF.to_vec()).unwrap();
        rtl::selesaikan(s, &h, satu, op, "Terpasang", Some(("foto.pdf", &pdf))).await.unwrap();
        rtl::selesaikan(s, &h, satu, op, "Terpasang", Some(("foto.pdf", &pdf))).await.unwrap();
        let b = rtl::daftar(s.baca(), id).await.unwrap().remove(0);
        assert_eq!(b.selesai.as_ref().unwrap().nama_berkas.as_deref(), Some("foto.pdf"));
        assert_eq!(rtl::berkas(s.baca(), id, satu).await.unwrap().nama, "foto.pdf");
        assert_eq!(rtl::kemajuan(&[b]).selesai, 1);
        assert!(rtl::jatuh_tempo(s.baca(), d.p.unit, date(2027, 1, 1)).await.unwrap().is_empty());
        assert!(matches!(rtl::ubah(s, &h, satu, 1, &isi).await, Err(StoreError::Keadaan("skm-rtl-sudah-selesai"))));
        assert!(matches!(rtl::hapus(s, &h, satu).await, Err(StoreError::Keadaan("skm-rtl-sudah-selesai"))));
        assert!(matches!(rtl::batal_selesai(s, &h, satu, "").await, Err(StoreError::Keadaan("alasan-wajib"))));
        rtl::batal_selesai(s, &h, satu, "Foto tertukar").await.unwrap();
        assert!(rtl::daftar(s.baca(), id).await.unwrap()[0].selesai.is_none());
        assert!(matches!(rtl::berkas(s.baca(), id, satu).await, Err(StoreError::TidakDitemukan)));
    }

    async fn wrong_rows_are_refused_and_another_round_is_out_of_reach(basis: BasisUji) {
        let d = dunia(basis).await;
        let (s, id, lain) = (&d.p.r.store, d.ronde("SKM").await, d.ronde("SKM kedua").await);
        let h = hak(&d, id).await;
        let u = h.ronde.unsur[0].clone();
        let benar = ButirIsi { unsur: &u, ..butir("Mencetak jadwal") };
        for (isi, kunci) in [
            (ButirIsi { unsur: "x", ..benar.clone() }, "skm-rtl-unsur"),
            (ButirIsi { kegiatan: " ", ..benar.clone() }, "skm-rtl-kosong"),
            (ButirIsi { tenggat: date(2025, 12, 31), ..benar.clone() }, "skm-rtl-tenggat"),
        ] {
            let galat = rtl::tambah(s, &h, store::id::baru(), &isi).await.unwrap_err();
            assert!(matches!(galat, StoreError::Keadaan(k) if k == kunci), "{galat}");
        }
        let satu = store::id::baru();
        rtl::tambah(s, &h, satu, &benar).await.unwrap();
        let sana = hak(&d, lain).await;
        assert!(matches!(rtl::tambah(s, &sana, satu, &benar).await, Err(StoreError::OperasiLain)));
        assert!(matches!(rtl::ubah(s, &sana, satu, 1, &benar).await, Err(StoreError::TidakDitemukan)));
        assert!(matches!(rtl::selesaikan(s, &sana, satu, store::id::baru(), "x", None).await, Err(StoreError::TidakDitemukan)));
    }
}
