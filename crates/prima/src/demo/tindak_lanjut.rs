//! What follows the reports of 2023: they are delivered (one in a meeting), one unit plans, reports and is verified, the
//! others have just begun. All of it ILUSTRASI.

use jiff::civil::date;
use store::{
    Hasil, Store,
    berkas::{self, Berkas},
    hak,
    id::{KemajuanId, LokusId},
    lhe,
    penyampaian::{self, Dokumen, Kiriman, Penerima, Pengirim, Rapat},
    tindak_lanjut::{self, Laporan, Putusan, RencanaIsi},
};
use uuid::Uuid;

use super::orang::sebagai;

const OPERATOR: [&str; 3] = ["operator.rsud@contoh.id", "operator.dinsos@contoh.id", "operator.kecamatan@contoh.id"];

pub async fn isi(store: &Store, lokus: &[LokusId; 3]) -> Hasil<()> {
    store.jam().maju(3 * 86_400);
    let biro = sebagai(store, "organisasi@contoh.id").await?;
    for (n, id) in lokus.iter().enumerate() {
        let hak = hak::lokus(store, &biro, *id).await?.penyelenggara()?;
        let versi = lhe::daftar(store.baca(), *id).await?.first().map(|e| e.id);
        let k = Kiriman { op: Uuid::now_v7(), dokumen: Dokumen::Lhe, lhe: versi, berkas: None, isi: "Mohon ditindaklanjuti. (ILUSTRASI)" };
        penyampaian::sampaikan(store, &Pengirim::Penyelenggara(&hak), &k).await?;
        terima(store, &hak, *id, n).await?;
    }
    rencana(store, lokus[1], 1, 4).await?;
    rencana(store, lokus[0], 0, 2).await
}

/// The first report is handed over in a meeting, the second is confirmed in the program, the third only opened.
async fn terima(store: &Store, hak: &hak::PenyelenggaraLokus, id: LokusId, n: usize) -> Hasil<()> {
    let semua = penyampaian::daftar(store.baca(), id).await?;
    let Some(p) = semua.iter().find(|p| p.kepada == Penerima::Unit) else { return Ok(()) };
    if n == 0 {
        let r = Rapat { tempat: "Ruang rapat Sekretariat Daerah (ILUSTRASI)", tanggal: date(2023, 9, 7), penerima: "Direktur RSUD" };
        return penyampaian::serahkan(store, hak, p.id, &r).await;
    }
    let unit = hak::lokus(store, &sebagai(store, OPERATOR[n]).await?, id).await?.penerima(Penerima::Unit)?;
    penyampaian::buka(store, &unit, p.id).await?;
    if n == 1 {
        penyampaian::konfirmasi(store, &unit, p.id).await?;
    }
    Ok(())
}

/// Plans for the first `banyak` recommendations; of the second unit the first is accepted, the second returned, the third
/// waits for the evaluator.
async fn rencana(store: &Store, id: LokusId, n: usize, banyak: usize) -> Hasil<()> {
    let unit = hak::lokus(store, &sebagai(store, OPERATOR[n]).await?, id).await?.pelaksana()?;
    let evaluator = hak::lokus(store, &sebagai(store, "evaluator1@contoh.id").await?, id).await?.evaluator()?;
    let bukti = bukti()?;
    for (i, b) in tindak_lanjut::daftar(store.baca(), id).await?.into_iter().take(banyak).enumerate() {
        let rek = b.rekomendasi.id;
        let isi = RencanaIsi {
            rencana: "Menyiapkan dokumen dan menetapkannya dengan keputusan kepala unit.",
            target: "Seluruh jenis layanan tercakup",
            keluaran: "Keputusan kepala unit",
            tenggat: date(2023, 12, 15),
            penanggung_jawab: "Kepala Subbagian Umum",
        };
        tindak_lanjut::simpan(store, &unit, rek, 0, &isi).await?;
        if n != 1 || i > 2 {
            continue;
        }
        let lapor = Laporan {
            id: KemajuanId::baru(),
            uraian: "Keputusan sudah ditetapkan dan dipasang di ruang layanan.",
            selesai: true,
            bukti: Some(("keputusan-contoh.pdf", &bukti)),
        };
        tindak_lanjut::catat(store, &unit, rek, &lapor).await?;
        match i {
            0 => tindak_lanjut::verifikasi(store, &evaluator, rek, Uuid::now_v7(), Putusan::Diterima, "").await?,
            1 => {
                let alasan = "Keputusan belum mencakup semua jenis layanan.";
                tindak_lanjut::verifikasi(store, &evaluator, rek, Uuid::now_v7(), Putusan::Belum, alasan).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn bukti() -> Hasil<Berkas> {
    let isi =
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\nstartxref\n9\n%%EOF\n";
    berkas::periksa(isi.to_vec()).map_err(|e| store::StoreError::Rusak(e.kunci().to_owned()))
}
