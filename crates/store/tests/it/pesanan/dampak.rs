//! Changes that come after people booked: each affected person is found once, told, and offered another slot.

use super::{ATURAN, SELASA, SENIN, jam, loka, pukul};
use jiff::ToSpan;
use layanan::slot::AturanSlot;
use store::{
    StoreError, hak,
    id::{KalenderHariId, UndanganId},
    kalender::{self, HariBaru},
    mpp,
    pesanan::{self, Cara, Keadaan},
};
use testkit::basis::BasisUji;

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn a_holiday_added_later(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SELASA, pukul(8, 0), Some("ani@contoh.id")).await.unwrap();
        l.s().jam().maju(1);
        let b = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let c = l.pesan(SELASA.saturating_add(1.day()), pukul(8, 0), None).await.unwrap();
        let d = l.pesan(SELASA, pukul(9, 0), None).await.unwrap();
        pesanan::batal(l.s(), &d, None).await.unwrap();
        let hak_ = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let id = KalenderHariId::baru();
        let libur = HariBaru { id, tanggal: SELASA, kerja: false, nama: "HUT daerah", sumber: "" };
        kalender::tambah_hari(l.s(), &hak_, libur.clone()).await.unwrap();
        kalender::tambah_hari(l.s(), &hak_, libur).await.unwrap();
        let keadaan = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().keadaan(l.s().sekarang());
        assert_eq!([keadaan(&a).await, keadaan(&b).await, keadaan(&c).await, keadaan(&d).await],
            [Keadaan::Terdampak, Keadaan::Terdampak, Keadaan::Dipesan, Keadaan::Batal]);
        assert_eq!((l.surel("dampak").await, pesanan::periksa_dampak(l.s()).await.unwrap()), (1, 0), "found once, mailed where an address is");
        let kabar = "SELECT COUNT(*) AS n FROM pemberitahuan p JOIN akun a ON a.id = p.akun_id WHERE p.jenis = 'pesanan-terdampak' AND a.surel = 'depan.mpp@kab.id'";
        assert_eq!(l.hitung(kabar).await, 1, "the front desk is told once");
        // Nobody is to be called: one is mailed, the other left nothing.
        assert_eq!(pesanan::perlu_ditelepon(l.s().baca(), &l.pembaca().await, SENIN).await.unwrap(), 0);
        // Each is offered other slots; the list of the front desk begins with who has no address.
        let pa = pesanan::dari_kode(l.s(), &a).await.unwrap();
        let tawaran = pa.tawaran(l.s()).await.unwrap();
        assert_eq!((tawaran.len(), tawaran[0].tanggal, tawaran[0].mulai), (3, SELASA.saturating_add(1.day()), pukul(8, 0)));
        assert_eq!(pa.terbuka.as_ref().unwrap().sebab, "libur");
        let daftar = pesanan::terdampak(l.s(), &l.depan, SENIN).await.unwrap();
        assert_eq!(daftar.iter().map(|x| (x.kode.as_str(), x.surel)).collect::<Vec<_>>(), [(b.as_str(), false), (a.as_str(), true)]);
        pesanan::kabari(l.s(), &l.depan, daftar[0].id, Cara::Telepon).await.unwrap();
        pesanan::kabari(l.s(), &l.depan, daftar[0].id, Cara::Langsung).await.unwrap();
        let daftar = pesanan::terdampak(l.s(), &l.depan, SENIN).await.unwrap();
        assert_eq!(daftar[1].dikabari.as_ref().map(|(c, _)| c.as_str()), Some("telepon"), "who was told is last");
        // One takes the first offer, the other's slot comes back with the day.
        pesanan::pindah(l.s(), &a, tawaran[0].tanggal, tawaran[0].mulai, None).await.unwrap();
        assert_eq!((keadaan(&a).await, l.surel("pindah").await), (Keadaan::Dipesan, 1));
        kalender::hapus_hari(l.s(), &hak_, id).await.unwrap();
        assert_eq!(keadaan(&b).await, Keadaan::Dipesan);
        assert!(pesanan::terdampak(l.s(), &l.depan, SENIN).await.unwrap().is_empty());
        let sisa = "SELECT COUNT(*) AS n FROM pesanan_terdampak d LEFT JOIN pesanan_terdampak_usai u ON u.terdampak_id = d.id WHERE u.terdampak_id IS NULL";
        assert_eq!(l.hitung(sisa).await, 0);
        // A holiday again: it is a new matter, told anew.
        let lagi = HariBaru { id: KalenderHariId::baru(), tanggal: SELASA.saturating_add(1.day()), kerja: false, nama: "Libur", sumber: "" };
        kalender::tambah_hari(l.s(), &hak_, lagi).await.unwrap();
        assert_eq!([keadaan(&a).await, keadaan(&b).await, keadaan(&c).await], [Keadaan::Terdampak, Keadaan::Dipesan, Keadaan::Terdampak]);
        assert_eq!(l.surel("dampak").await, 2);
        pesanan::batal(l.s(), &c, None).await.unwrap();
        assert_eq!(pesanan::terdampak(l.s(), &l.depan, SENIN).await.unwrap().len(), 1);
    }

    async fn a_holiday_and_a_booking_at_the_same_time(basis: BasisUji) {
        let l = loka(basis).await;
        let hak_ = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let libur = HariBaru { id: KalenderHariId::baru(), tanggal: SELASA, kerja: false, nama: "HUT daerah", sumber: "" };
        let (r, p) = tokio::join!(kalender::tambah_hari(l.s(), &hak_, libur), l.pesan(SELASA, pukul(8, 0), None));
        r.unwrap();
        // Either it was refused, or it stands and is known to be affected.
        let ada = l.hitung("SELECT COUNT(*) AS n FROM pesanan_terdampak").await;
        assert_eq!(ada == 1, p.is_ok(), "{p:?}");
    }

    async fn fewer_officers_or_other_hours(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        l.s().jam().maju(1);
        let b = l.pesan(SELASA, pukul(8, 0), Some("b@contoh.id")).await.unwrap();
        let keadaan = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().terbuka.map(|t| t.sebab);
        // One officer less on Tuesday: who booked last gives way.
        let satu = [l.isi(l.m.petugas.akun, SELASA)];
        assert_eq!(pesanan::tugas::simpan(l.s(), &l.depan, l.id, SENIN, l.versi().await, &satu).await.unwrap(), 1);
        assert_eq!([keadaan(&a).await, keadaan(&b).await], [None, Some("kapasitas".into())]);
        // The last officer leaves the gerai: nobody is on duty, whatever the roster says.
        let p = mpp::pelaksana_gerai(l.s().baca(), l.m.gerai).await.unwrap().into_iter().find(|p| p.akun_id == l.m.petugas.akun).unwrap();
        mpp::akhiri_tugas(l.s(), &l.m.kepala, p.id, "pindah tugas").await.unwrap();
        assert_eq!(keadaan(&a).await, Some("tanpa-petugas".into()));
        assert_eq!(pesanan::periksa_dampak(l.s()).await.unwrap(), 0);
    }

    async fn hours_from_a_day_on_and_back(basis: BasisUji) {
        let l = loka(basis).await;
        let rabu = SELASA.saturating_add(1.day());
        let a = l.pesan(SELASA, pukul(9, 30), None).await.unwrap();
        let b = l.pesan(rabu, pukul(9, 30), None).await.unwrap();
        let pendek: Vec<_> = jam().into_iter().map(|j| layanan::slot::JamBuka { selesai: pukul(9, 0), ..j }).collect();
        assert_eq!(l.atur(rabu, pendek, ATURAN).await.unwrap(), 1);
        let sebab = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().terbuka.map(|t| t.sebab);
        assert_eq!([sebab(&a).await, sebab(&b).await], [None, Some("slot-hilang".into())]);
        let aturan = pesanan::aturan(l.s().baca(), l.id).await.unwrap();
        assert_eq!(aturan.iter().map(|x| x.mulai).collect::<Vec<_>>(), [SENIN, rabu]);
        let mulai = pesanan::tarik_aturan(l.s(), &l.m.kepala, l.id, aturan[0].id).await;
        assert!(matches!(mulai, Err(StoreError::Keadaan("pesan-aturan-mulai"))), "{mulai:?}");
        pesanan::tarik_aturan(l.s(), &l.m.kepala, l.id, aturan[1].id).await.unwrap();
        pesanan::tarik_aturan(l.s(), &l.m.kepala, l.id, aturan[1].id).await.unwrap();
        assert_eq!(sebab(&b).await, None);
        // What cannot be is refused.
        let lampau = l.atur(SENIN.saturating_sub(1.day()), jam(), ATURAN).await;
        assert!(matches!(lampau, Err(StoreError::Keadaan("pesan-mulai-lampau"))), "{lampau:?}");
        let nol = l.atur(SENIN, jam(), AturanSlot { lama_menit: 0, ..ATURAN }).await;
        assert!(matches!(nol, Err(StoreError::Keadaan("pesan-aturan-angka"))), "{nol:?}");
        let tumpang = l.atur(SENIN, [jam(), jam()].concat(), ATURAN).await;
        assert!(matches!(tumpang, Err(StoreError::Keadaan("pesan-jam-tumpang"))), "{tumpang:?}");
        let dua = store::pesanan::AturanBaru { id: store::id::AturanSlotId::baru(), mulai: SENIN, jam: jam(), aturan: ATURAN, versi: 1 };
        assert!(matches!(pesanan::atur(l.s(), &l.m.kepala, l.id, &dua).await, Err(StoreError::Bentrok { .. })));
    }

    /// Who left only a number is the front desk's to call, until it has.
    async fn those_to_be_called_are_counted(basis: BasisUji) {
        let l = loka(basis).await;
        l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let kontak = pesanan::Kontak { surel: None, telepon: Some("0000000001"), bahasa: "id" };
        let id = store::id::PesananId(uuid::Uuid::new_v4());
        let b = pesanan::PesananBaru { id, tanggal: SELASA, mulai: pukul(8, 0), kontak, oleh: None };
        pesanan::pesan(l.s(), l.id, &b).await.unwrap();
        let perlu = async || pesanan::perlu_ditelepon(l.s().baca(), &l.pembaca().await, SENIN).await.unwrap();
        assert_eq!(perlu().await, 0, "nothing changed yet");
        let hak_ = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let libur = HariBaru { id: KalenderHariId::baru(), tanggal: SELASA, kerja: false, nama: "HUT daerah", sumber: "" };
        kalender::tambah_hari(l.s(), &hak_, libur).await.unwrap();
        assert_eq!(perlu().await, 1);
        let daftar = pesanan::terdampak(l.s(), &l.depan, SENIN).await.unwrap();
        assert_eq!((daftar.len(), daftar[0].id), (2, id), "who can be called stands above who left nothing");
        pesanan::kabari(l.s(), &l.depan, id, Cara::Telepon).await.unwrap();
        assert_eq!(perlu().await, 0);
    }

    async fn the_gerai_is_closed(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SELASA, pukul(8, 0), Some("a@contoh.id")).await.unwrap();
        mpp::tutup_gerai(l.s(), &l.m.kepala, l.m.gerai, "pindah gedung").await.unwrap();
        let p = pesanan::dari_kode(l.s(), &a).await.unwrap();
        assert_eq!((p.terbuka.clone().unwrap().sebab.as_str(), p.tawaran(l.s()).await.unwrap().len()), ("tidak-buka", 0));
        assert_eq!(l.surel("dampak").await, 1);
        assert!(pesanan::penempatan_mpp(l.s().baca(), l.m.d.dinsos, SENIN).await.unwrap().is_empty());
    }

    /// What the head decides for one day of the hall holds for bookings as for numbers, and can be taken back.
    async fn one_day_of_the_hall_is_closed(basis: BasisUji) {
        let l = loka(basis).await;
        let a = l.pesan(SELASA, pukul(8, 0), Some("a@contoh.id")).await.unwrap();
        l.s().jam().maju(1);
        let b = l.pesan(SELASA, pukul(9, 30), Some("b@contoh.id")).await.unwrap();
        let tetap = async |jam| store::antrean::buka::tetapkan(l.s(), &l.m.kepala, SELASA, jam, "Listrik padam").await.unwrap();
        let kena = async |kode: &str| pesanan::dari_kode(l.s(), kode).await.unwrap().terbuka.map(|t| t.sebab);
        // Asked before: nothing happens by it.
        let tanya = async |jam| store::antrean::buka::akibat(l.s(), &l.m.kepala, SELASA, jam).await.unwrap().pesanan;
        assert_eq!((tanya(None).await, tanya(Some((pukul(9, 0), pukul(12, 0)))).await), (2, 1));
        assert_eq!((kena(&a).await, l.surel("dampak").await), (None, 0));
        assert_eq!(tetap(None).await, 2);
        assert_eq!((kena(&a).await.as_deref(), kena(&b).await.as_deref(), l.surel("dampak").await), (Some("libur"), Some("libur"), 2));
        assert!(l.pesan(SELASA, pukul(9, 0), None).await.is_err(), "nobody books a closed day");
        let t = pesanan::tempat(l.s().baca(), l.id).await.unwrap();
        let bahan = pesanan::hari_pesan(l.s().baca(), &t, l.s().sekarang()).await.unwrap();
        assert!(bahan.slot(SELASA).is_err() && bahan.slot(SELASA.saturating_add(1.day())).is_ok());
        // Open after all, and later than usual.
        l.s().jam().maju(1);
        let siang = Some((pukul(9, 0), pukul(12, 0)));
        assert_eq!((tanya(siang).await, tetap(siang).await), (0, 0), "who lost his time to the first decision is not counted again");
        assert_eq!((kena(&a).await.is_some(), kena(&b).await), (true, None));
        assert!(l.pesan(SELASA, pukul(8, 0), None).await.is_err());
        assert!(l.pesan(SELASA, pukul(9, 0), None).await.is_ok());
        // Taken back: the usual day again, and who was told that his time is lost is told that he has it.
        l.s().jam().maju(1);
        assert_eq!(store::antrean::buka::tarik(l.s(), &l.m.kepala, SELASA).await.unwrap(), 1);
        assert_eq!((kena(&a).await, kena(&b).await, l.surel("kembali").await), (None, None, 2));
        assert!(store::antrean::buka::khusus_mendatang(l.s().baca(), &l.m.kepala.mpp, SENIN).await.unwrap().is_empty());
        let lagi = store::antrean::buka::tarik(l.s(), &l.m.kepala, SELASA).await;
        assert!(matches!(lagi, Err(StoreError::Keadaan("antrean-khusus-nihil"))), "{lagi:?}");
        assert_eq!(tetap(None).await, 3, "decided anew");
    }

    /// What could not be kept before is not the doing of the head who closes the day.
    async fn a_closed_day_meets_only_those_who_had_a_time(basis: BasisUji) {
        let l = loka(basis).await;
        l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        let hak_ = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let libur = HariBaru { id: KalenderHariId::baru(), tanggal: SELASA, kerja: false, nama: "HUT daerah", sumber: "" };
        kalender::tambah_hari(l.s(), &hak_, libur).await.unwrap();
        let jam = Some((pukul(9, 0), pukul(12, 0)));
        let tanya = async |jam| store::antrean::buka::akibat(l.s(), &l.m.kepala, SELASA, jam).await.unwrap();
        let tetap = async |jam| store::antrean::buka::tetapkan(l.s(), &l.m.kepala, SELASA, jam, "Tetap melayani").await.unwrap();
        l.s().jam().maju(1);
        assert_eq!((tanya(None).await.pesanan, tanya(jam).await.pesanan, tetap(jam).await), (0, 0, 0), "lost to the holiday before");
        l.pesan(SELASA, pukul(9, 30), None).await.unwrap();
        l.s().jam().maju(1);
        // Who booked the opening has a time to lose.
        assert_eq!((tanya(None).await.pesanan, tanya(None).await.nomor), (1, 0));
        assert_eq!(tetap(None).await, 1);
        assert_eq!(pesanan::terdampak_per_hari(l.s().baca(), l.m.d.dinsos, SELASA).await.unwrap()[&SELASA], 2);
    }

    /// Special hours win over the weekend in bookings as at the door; what the service itself has no hours for stays closed.
    async fn a_saturday_that_the_head_opens_is_no_weekend(basis: BasisUji) {
        let l = loka(basis).await;
        let sabtu = SELASA.saturating_add(4.days());
        let alasan = async || {
            let t = pesanan::tempat(l.s().baca(), l.id).await.unwrap();
            pesanan::hari_pesan(l.s().baca(), &t, l.s().sekarang()).await.unwrap().slot(sabtu).unwrap_err()
        };
        assert!(matches!(alasan().await, layanan::slot::AlasanTutup::Libur(layanan::Alasan::AkhirPekan)), "{:?}", alasan().await);
        store::antrean::buka::tetapkan(l.s(), &l.m.kepala, sabtu, Some((pukul(8, 0), pukul(12, 0))), "Layanan Sabtu").await.unwrap();
        assert_eq!(alasan().await, layanan::slot::AlasanTutup::TidakBuka);
    }

    /// A holiday on which the head opens after all, and then does not: who booked it is counted.
    async fn an_opening_that_is_taken_back_meets_those_who_booked_it(basis: BasisUji) {
        let l = loka(basis).await;
        let hak_ = hak::instansi(l.s(), &l.m.d.biro, l.m.d.kab).await.unwrap().pengelola_kalender().unwrap();
        let libur = HariBaru { id: KalenderHariId::baru(), tanggal: SELASA, kerja: false, nama: "HUT daerah", sumber: "" };
        kalender::tambah_hari(l.s(), &hak_, libur).await.unwrap();
        let jam = Some((pukul(8, 0), pukul(12, 0)));
        store::antrean::buka::tetapkan(l.s(), &l.m.kepala, SELASA, jam, "Tetap melayani").await.unwrap();
        let a = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        l.s().jam().maju(1);
        let kena = store::antrean::buka::akibat_tarik(l.s(), &l.m.kepala, SELASA).await.unwrap();
        assert_eq!((kena.pesanan, kena.nomor, kena.luput), (1, 0, 0));
        assert!(pesanan::dari_kode(l.s(), &a).await.unwrap().terbuka.is_none(), "only asked");
        assert_eq!(store::antrean::buka::tarik(l.s(), &l.m.kepala, SELASA).await.unwrap(), -1);
        assert_eq!(pesanan::dari_kode(l.s(), &a).await.unwrap().terbuka.unwrap().sebab, "libur");
    }

    async fn days_by_invitation(basis: BasisUji) {
        let l = loka(basis).await;
        let bukan = pesanan::undangan::tambah(l.s(), &l.depan, l.id, UndanganId::baru(), SELASA).await;
        assert!(matches!(bukan, Err(StoreError::Keadaan("pesan-bukan-undangan"))), "{bukan:?}");
        let p = mpp::penempatan_satu(l.s().baca(), l.id).await.unwrap();
        let isi = mpp::PenempatanIsi { awalan: &p.awalan, menit: p.menit, undangan: true };
        mpp::ubah_penempatan(l.s(), &l.m.kepala, l.id, p.versi, &isi).await.unwrap();
        assert!(l.pesan(SELASA, pukul(8, 0), None).await.is_err());
        let id = UndanganId::baru();
        pesanan::undangan::tambah(l.s(), &l.depan, l.id, id, SELASA).await.unwrap();
        pesanan::undangan::tambah(l.s(), &l.depan, l.id, UndanganId::baru(), SELASA).await.unwrap();
        assert_eq!(pesanan::undangan::semua(l.s().baca(), l.id).await.unwrap().len(), 1);
        let pada = async |hari| pesanan::undangan::pada(l.s().baca(), l.m.d.dinsos, hari).await.unwrap();
        assert_eq!((pada(SELASA).await, pada(SENIN).await), (vec![l.id], vec![]));
        let a = l.pesan(SELASA, pukul(8, 0), None).await.unwrap();
        assert_eq!(pesanan::undangan::hapus(l.s(), &l.depan, l.id, id).await.unwrap(), 1);
        assert_eq!(pesanan::dari_kode(l.s(), &a).await.unwrap().terbuka.unwrap().sebab, "bukan-undangan");
    }
}
