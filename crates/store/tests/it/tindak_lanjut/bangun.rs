//! A lokus with a frozen result, and one whose report was delivered.

use crate::hasil::bangun::{Kasus2, siap};
use store::{
    berkas::{self, Berkas},
    hak::PelaksanaTindakLanjut,
    hasil,
    id::{KemajuanId, LheId, RekomendasiId},
    lhe::{self, LheBaru},
    objek,
    penyampaian::{self, Dokumen, Kiriman, Pengirim},
    peran::Peran,
    rekomendasi,
    tindak_lanjut::{self, Laporan, RencanaIsi},
};
use testkit::basis::BasisUji;

/// Frozen: scores 4, 3, 5, each evaluator recommends the same sentence everywhere.
pub async fn beku(basis: BasisUji) -> Kasus2 {
    let w = Box::pin(siap(basis)).await;
    Box::pin(w.sama()).await;
    w.f03(2).await;
    Box::pin(w.bekukan()).await;
    w
}

/// The report made and delivered too.
pub async fn tersampai(basis: BasisUji) -> Kasus2 {
    let w = Box::pin(beku(basis)).await;
    Box::pin(w.kirim_lhe(&w.lhe().await)).await;
    w
}

pub fn pdf() -> Berkas {
    berkas::periksa(b"%PDF-1.4\nisi\nstartxref\n9\n%%EOF\n".to_vec()).unwrap()
}

pub fn rencana(tenggat: &str) -> RencanaIsi<'static> {
    RencanaIsi { rencana: "Susun SK", target: "SK terbit", keluaran: "SK", tenggat: tenggat.parse().unwrap(), penanggung_jawab: "Kasubag" }
}

impl Kasus2 {
    pub async fn lhe(&self) -> LheId {
        let s = &self.k.r.store;
        let hasil = hasil::hidup(s.baca(), self.k.lokus).await.unwrap().unwrap().id;
        let o = objek::simpan(s, b"isi").unwrap();
        let kode = store::berita_acara::kode_baru();
        lhe::tambah(s, &self.biro, LheBaru { id: LheId::baru(), hasil, kode: &kode, nomor: None, pdf: &o, xlsx: &o }).await.unwrap()
    }

    pub async fn kirim_lhe(&self, lhe: &LheId) {
        let k = Kiriman { op: store::id::baru(), dokumen: Dokumen::Lhe, lhe: Some(*lhe), berkas: None, isi: "" };
        penyampaian::sampaikan(&self.k.r.store, &Pengirim::Penyelenggara(&self.biro), &k).await.unwrap();
    }

    pub async fn operator(&self) -> PelaksanaTindakLanjut {
        let p = self.k.orang("operator@kab.id", Peran::UnitOperator, self.k.di_unit()).await;
        self.k.akses(&p).await.pelaksana().unwrap()
    }

    /// The recommendation of an indicator.
    pub async fn rek(&self, indikator: &str) -> RekomendasiId {
        let semua = rekomendasi::daftar(self.k.r.store.baca(), self.k.lokus).await.unwrap();
        semua.iter().find(|r| r.indikator == indikator).unwrap().id
    }

    pub async fn lapor(&self, o: &PelaksanaTindakLanjut, id: RekomendasiId, selesai: bool, bukti: bool) -> store::Hasil<()> {
        let b = pdf();
        let l = Laporan { id: KemajuanId::baru(), uraian: "dikerjakan", selesai, bukti: bukti.then_some(("sk.pdf", &b)) };
        tindak_lanjut::catat(&self.k.r.store, o, id, &l).await
    }
}
