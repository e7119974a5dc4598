//! Public pages: what is published, what is quoted, and that nothing else can be reached.

mod bocor;
mod cari_panjang;
mod gerak;
mod gugur_palsu;
mod instansi;
mod nasional;
pub mod palsu;
mod penerbitan;
mod replika;
mod riwayat;
mod serahan;
mod serahan_bukti;
mod serahan_lagi;
mod takcocok;
mod tarik_hilang;
pub mod terbitan;

use pekppp::{F03Ringkas, LembarF02, Masukan, Nilai, bawaan};
use store::{
    id::HasilId,
    kueri::Kueri,
    nilai,
    peran::{Lingkup, Peran},
};

use crate::{
    app::{Peramban, TestApp},
    bangun::Dunia,
};

/// Freezes a result of the world's lokus with a bundle like that of `hasil`; all scores 4, so the IPP is 4.00.
pub async fn bekukan(d: &Dunia) {
    let (edisi, _) = bawaan("pekppp-2022-a").unwrap();
    let empat = Nilai::baru(4).unwrap();
    let mut f03 = F03Ringkas::kosong(edisi);
    (0..10).for_each(|_| f03.tambah(&[Some(empat); 14]));
    let lembar = LembarF02 { evaluator: "x".into(), nilai: edisi.indikator().map(|i| (i.kode.clone(), empat)).collect() };
    let hasil = pekppp::hitung(edisi, &Masukan::baru(vec![lembar], f03)).unwrap();
    let isi = serde_json::json!({ "hasil": hasil, "f03": { "daring": 7, "kertas": 3, "kertas_ditolak": 1 } });
    let tx = d.app.store().mulai().await.unwrap();
    tx.jalankan(
        "INSERT INTO hasil (id, lokus_id, nomor, status, ipp, ipp_urut, tampil, kategori, f02, f03, isi, sidik, tanda, pada, oleh)
         VALUES ($1, $2, 1, 'complete', '4', 40000000000, '4.00', 'B', '4', '4', $3, '', $4, $5, $6)",
        nilai![HasilId::baru(), d.lokus, isi.to_string(), vec![0_u8], tx.pada, d.oleh],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    crate::bubuhi::bubuhi(d.app.store(), d.lokus).await;
}

/// Publishes by the page, as the penanggungjawab does.
pub async fn terbitkan(d: &Dunia) {
    let sekda = sekda(d, "sekda@uji.example").await;
    let jalur = format!("/periode/{}/penerbitan", d.periode);
    let dilihat = crate::hasil::bangun::medan(&sekda.get(&format!("{jalur}/konfirmasi")).await, "dilihat");
    assert_eq!(sekda.post(&jalur, &[("alasan_ba", "Kepala unit <sakit>"), ("dilihat", &dilihat)]).await.ke(), jalur);
}

pub async fn sekda<'a>(d: &'a Dunia, surel: &str) -> Peramban<'a> {
    let id = d.app.akun(surel, &[(Peran::Penanggungjawab, Lingkup::Instansi(d.instansi))]).await;
    d.app.masuk(id).await
}

/// Brings in the published values that come with Prima.
pub async fn impor(app: &TestApp) {
    let tx = app.store().mulai().await.unwrap();
    let laporan = store::riwayat::impor(&tx, store::riwayat::BAWAAN).await.unwrap();
    assert!(laporan.salah.is_empty());
    tx.commit().await.unwrap();
}
