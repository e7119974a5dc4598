//! Pra-evaluasi: remarks with versions, return with a deadline, the difference of the resubmission, reminders; and the
//! provisional sheet, which touches no F02.

use crate::{
    f01::bangun::jumlah,
    f02::bangun::{kasus, keadaan},
    peta::Peta,
};
use std::collections::BTreeMap;
use store::{
    StoreError, beranda, bukti, f01, f02,
    hak::{EvaluatorLokus, KepalaUnit, OperatorUnit},
    id::{KondisiId, OperasiId, PengirimanId},
    kondisi,
    peran::Peran,
    pra::{self, Keadaan, TulisCatatan},
};
use testkit::basis::BasisUji;

struct Meja {
    p: Peta,
    op: OperatorUnit,
    kepala: KepalaUnit,
    ev: EvaluatorLokus,
}

async fn meja(basis: BasisUji) -> Meja {
    let p = kasus(basis, "konsensus").await;
    let op = p.orang("operator@contoh.id", Peran::UnitOperator, p.di_unit()).await;
    let kepala = p.orang("kepala@contoh.id", Peran::UnitKepala, p.di_unit()).await;
    let op = p.akses(&op).await.operator().unwrap();
    let kepala = p.akses(&kepala).await.kepala().unwrap();
    let ev = p.penilai("a@contoh.id").await;
    Meja { p, op, kepala, ev }
}

impl Meja {
    fn s(&self) -> &store::Store {
        &self.p.r.store
    }

    async fn isi(&self, kode: &str, dasar: i64, n: i64) {
        self.s().jam().maju(1);
        let t = f01::Tulis { op: OperasiId::baru(), indikator: kode, versi_dasar: dasar, isi: &jumlah(n) };
        f01::simpan(self.s(), &self.op, t).await.unwrap();
    }

    async fn kirim(&self) -> PengirimanId {
        self.s().jam().maju(1);
        f01::siapkan(self.s(), &self.op, "").await.unwrap();
        let (_, sidik) = f01::beku_kini(self.s().baca(), self.p.lokus).await.unwrap().teks().unwrap();
        f01::ajukan(self.s(), &self.kepala, f01::Ajukan { op: OperasiId::baru(), sidik: &sidik }).await.unwrap().id
    }

    async fn catat(&self, id: PengirimanId, kode: &str, dasar: i64, perbaiki: bool, teks: &str) -> store::Hasil<i64> {
        let t = TulisCatatan { op: OperasiId::baru(), pengiriman: id, indikator: kode, versi_dasar: dasar, perbaiki, catatan: teks };
        pra::simpan_catatan(self.s(), &self.ev, t).await
    }

    async fn keadaan(&self) -> Keadaan {
        pra::keadaan(self.s().baca(), self.p.lokus).await.unwrap()
    }

    async fn kabar(&self, jenis: &str) -> i64 {
        self.p.hitung(&format!("SELECT COUNT(*) AS n FROM pemberitahuan WHERE jenis = '{jenis}'")).await
    }
}

testkit::dua_basis! {
    migrasi = store::migrasi::url;

    async fn dikembalikan_lalu_beda_terlihat(basis: BasisUji) {
        let m = meja(basis).await;
        assert_eq!(m.keadaan().await, Keadaan::BelumDikirim);
        m.isi("1.a.Ak", 0, 3).await;
        m.isi("2.a.P", 0, 1).await;
        let tautan = |nama: &'static str| bukti::Baru { op: OperasiId::baru(), indikator: "1.a.Ak", nama, keterangan: "" };
        let lama = bukti::tambah_tautan(m.s(), &m.op, tautan("lama"), "https://contoh.id/lama").await.unwrap();
        let satu = m.kirim().await;
        assert_eq!(keadaan(pra::kembalikan(m.s(), &m.ev, satu, "", 3).await), "pra-tanpa-perbaikan");
        assert_eq!(keadaan(m.catat(satu, "1.a.Ak", 0, true, " ").await), "pra-catatan-wajib");
        assert_eq!(m.catat(satu, "1.a.Ak", 0, true, "SK belum ditandatangani").await.unwrap(), 1);
        assert_eq!(m.catat(satu, "1.a.Ak", 1, true, "SK belum bertanggal").await.unwrap(), 2);
        assert!(matches!(m.catat(satu, "1.a.Ak", 1, false, "").await, Err(StoreError::Bentrok { versi: 2, .. })));
        assert!(matches!(m.catat(satu, "tak.ada", 0, false, "").await, Err(StoreError::TidakDitemukan)));
        assert_eq!(pra::riwayat_catatan(m.s().baca(), satu, "1.a.Ak").await.unwrap().len(), 2, "every version stays");
        // The check opened the submission: the unit cannot take it back behind the team's back.
        assert_eq!(keadaan(f01::tarik(m.s(), &m.kepala, satu, "x").await), "f01-sudah-dibuka");

        let jatuh = pra::kembalikan(m.s(), &m.ev, satu, "Mohon dilengkapi", 3).await.unwrap();
        assert_eq!(pra::kembalikan(m.s(), &m.ev, satu, "lagi", 9).await.unwrap(), jatuh, "a second time changes nothing");
        assert!(matches!(m.keadaan().await, Keadaan::Dikembalikan(p) if p.hari_kerja == Some(3) && p.jatuh().unwrap() == Some(jatuh)));
        assert_eq!(m.kabar("f01-kembali").await, 2, "operator and head");
        let lokus = [m.p.lokus, store::id::LokusId::baru()];
        let kembali = beranda::tunggu::f01_kembali(m.s(), &lokus).await.unwrap();
        assert_eq!(kembali.len(), 1);
        assert_eq!((kembali[&m.p.lokus].tenggat.clone(), kembali[&m.p.lokus].jumlah), (jatuh.to_string(), 1));
        assert_eq!(keadaan(m.p.skor(&m.ev, "1.a.Ak", 3, 0).await), "f02-tutup-belum-dikirim");
        assert_eq!(keadaan(m.catat(satu, "2.a.P", 0, false, "").await), "pra-sudah-diputus");

        m.isi("1.a.Ak", 1, 5).await;
        bukti::hapus(m.s(), &m.op, lama.id).await.unwrap();
        let baru = bukti::tambah_tautan(m.s(), &m.op, tautan("baru"), "https://contoh.id/baru").await.unwrap();
        let dua = m.kirim().await;
        assert!(beranda::tunggu::f01_kembali(m.s(), &lokus).await.unwrap().is_empty(), "submitted again");
        assert!(matches!(m.keadaan().await, Keadaan::Diperiksa(p, Some(l)) if p.id == dua && l.pengiriman_id == satu));
        let isi = |id| f01::beku_dari(m.s().baca(), m.p.lokus, id);
        let (a, b) = (isi(satu).await.unwrap(), isi(dua).await.unwrap());
        let beda = pra::beda(&a, &b);
        assert_eq!(beda.len(), 1, "2.a.P did not change");
        assert_eq!(beda[0].jawaban, [("jumlah".to_owned(), jumlah(3).remove("jumlah"), jumlah(5).remove("jumlah"))]);
        assert_eq!((beda[0].bukti_hapus[0].id, beda[0].bukti_tambah[0].id), (lama.id, baru.id));
        assert!(pra::beda(&b, &b).is_empty());

        pra::terima(m.s(), &m.ev, dua, "").await.unwrap();
        pra::terima(m.s(), &m.ev, dua, "").await.unwrap();
        assert!(matches!(m.keadaan().await, Keadaan::Diterima(p, ..) if p.id == dua));
        assert_eq!(keadaan(pra::kembalikan(m.s(), &m.ev, dua, "", 3).await), "pra-sudah-diputus");
        assert_eq!(m.p.hitung("SELECT COUNT(*) AS n FROM audit WHERE aksi IN ('pra.kembali', 'pra.terima')").await, 2);
    }

    async fn lembar_selesai_menahan_pengembalian(basis: BasisUji) {
        let m = meja(basis).await;
        m.isi("1.a.Ak", 0, 3).await;
        let id = m.kirim().await;
        m.catat(id, "1.a.Ak", 0, true, "kurang").await.unwrap();
        m.p.penuh(&m.ev, [3, 3, 3]).await;
        assert_eq!(keadaan(pra::kembalikan(m.s(), &m.ev, id, "", 3).await), "pra-f02-selesai");
        m.p.fase("tutup").await;
        assert_eq!(keadaan(m.catat(id, "2.a.P", 0, false, "").await), "fase-pelaksanaan-ditutup");
    }

    /// An F01 that came back has the day of its repair, also after the phase's own day; then it is late as a repair.
    async fn dikembalikan_belum_tentu_telat(basis: BasisUji) {
        let m = meja(basis).await;
        m.isi("1.a.Ak", 0, 3).await;
        let telat = || async {
            let semua = beranda::telat::f01(m.s(), m.op.pelaku()).await.unwrap();
            semua.into_iter().map(|t| (t.selesai, t.kembali)).collect::<Vec<_>>()
        };
        let id = m.kirim().await;
        m.catat(id, "1.a.Ak", 0, true, "kurang").await.unwrap();
        let lama = "INSERT INTO periode_fase (periode_id, fase, mulai, selesai) VALUES ($1, 'pelaksanaan', '2020-01-01', '2020-01-31')";
        m.p.sql(lama, store::nilai![m.p.periode]).await;
        assert_eq!(telat().await, [], "it lies with the team");
        let jatuh = pra::kembalikan(m.s(), &m.ev, id, "", 5).await.unwrap();
        assert_eq!(telat().await, [], "the repair has time, although the phase is long over");
        m.s().jam().maju(15 * 86_400);
        assert_eq!(telat().await, [(jatuh.to_string(), Some(jatuh.to_string()))]);
        m.kirim().await;
        assert_eq!(telat().await, []);
    }

    async fn pengingat_sekali_saja(basis: BasisUji) {
        let m = meja(basis).await;
        m.isi("1.a.Ak", 0, 3).await;
        let id = m.kirim().await;
        m.catat(id, "1.a.Ak", 0, true, "kurang").await.unwrap();
        pra::kembalikan(m.s(), &m.ev, id, "", 5).await.unwrap();
        assert_eq!(pra::ingatkan(m.s()).await.unwrap(), 0, "five working days are left");
        m.s().jam().maju(6 * 86_400);
        assert_eq!(pra::ingatkan(m.s()).await.unwrap(), 2);
        assert_eq!(pra::ingatkan(m.s()).await.unwrap(), 0, "nobody is told twice");
        m.s().jam().maju(7 * 86_400);
        assert_eq!(pra::ingatkan(m.s()).await.unwrap(), 3, "late: the evaluator too");
        m.kirim().await;
        assert_eq!(m.kabar("f01-perbaikan-lewat").await, 3);
    }

    async fn kondisi_terkini_bukan_f02(basis: BasisUji) {
        let m = meja(basis).await;
        let skor: BTreeMap<String, u8> = [("1.a.Ak".to_owned(), 2), ("2.a.P".to_owned(), 4)].into();
        let id = KondisiId::baru();
        assert_eq!(kondisi::ukur(m.s(), &m.ev, id, &skor, "kunjungan awal").await.unwrap(), 1);
        assert_eq!(kondisi::ukur(m.s(), &m.ev, id, &skor, "kunjungan awal").await.unwrap(), 1, "pressed twice");
        assert_eq!(keadaan(kondisi::ukur(m.s(), &m.ev, KondisiId::baru(), &BTreeMap::new(), "").await), "kondisi-kosong");
        let asing = [("x".to_owned(), 1)].into();
        assert!(matches!(kondisi::ukur(m.s(), &m.ev, KondisiId::baru(), &asing, "").await, Err(StoreError::TidakDitemukan)));
        let penuh: BTreeMap<String, u8> = crate::f02::bangun::SEMUA.iter().map(|k| ((*k).to_owned(), 4)).collect();
        assert_eq!(kondisi::ukur(m.s(), &m.ev, KondisiId::baru(), &penuh, "").await.unwrap(), 2);
        let semua = kondisi::semua(m.s().baca(), m.p.lokus).await.unwrap();
        let edisi = store::edisi::dapat(m.s(), m.ev.lokus.edisi().unwrap()).await.unwrap();
        assert_eq!(semua[0].perkiraan(&edisi).unwrap().to_string(), "4");
        assert_eq!((semua[1].perkiraan(&edisi), semua[1].terisi()), (None, 2), "not all were measured");
        assert!(f02::lembar_semua(m.s().baca(), m.p.lokus).await.unwrap().iter().all(|l| l.skor.is_empty()), "no F02 was touched");
    }
}
