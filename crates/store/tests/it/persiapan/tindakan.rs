//! Every act of an evaluator on a unit, to see what keeps him from it. Not here: signing, which needs minutes.

use crate::{f02::bangun::tulis, peta::Peta};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    Hasil, StoreError,
    berita_acara::{self as ba, Baru, Jenis, Pembuat},
    f02::{self, TulisSepakat},
    hak::EvaluatorLokus,
    id::{self, BeritaAcaraId, BundelId, CatatanId, KondisiId, OperasiId, PengirimanId, RekomendasiId, SanggahanId},
    kondisi,
    lapangan::{self, JenisPeriksa, Lampiran, Posisi},
    objek,
    pra::{self, TulisCatatan},
    ronde::kertas,
    sanggah::{self, Jawab},
    tindak_lanjut,
};

fn sebab<T>(h: Hasil<T>) -> Option<&'static str> {
    match h {
        Err(StoreError::Keadaan(k)) => Some(k),
        _ => None,
    }
}

/// Tries each act: `selesai` marked his sheet done, `mulai` has not. Answers its name and the state that refused it, if one did.
pub async fn semua(k: &Peta, selesai: &EvaluatorLokus, mulai: &EvaluatorLokus) -> Vec<(&'static str, Option<&'static str>)> {
    let (s, e, op) = (&k.r.store, mulai, OperasiId::baru);
    let pengiriman: PengirimanId = store::f01::pengiriman_hidup(s.baca(), k.lokus).await.unwrap().unwrap().id;
    let sepakat = TulisSepakat {
        op: op(),
        indikator: "1.a.Ak".into(),
        versi_dasar: 0,
        skor: 3,
        alasan: "Dibahas".into(),
        rekomendasi: String::new(),
    };
    let catatan = TulisCatatan { op: op(), pengiriman, indikator: "1.a.Ak", versi_dasar: 0, perbaiki: true, catatan: "Lengkapi" };
    let periksa = lapangan::Tulis {
        op: op(),
        jenis: JenisPeriksa::Wawancara,
        indikator: "1.a.Ak".into(),
        versi_dasar: 0,
        centang: BTreeSet::new(),
        catatan: "Ditanyakan".into(),
        perangkat: None,
    };
    let posisi = Some(Posisi { lintang: 500_000, bujur: 117_500_000, akurasi: 10 });
    let titik =
        lapangan::Baru { id: CatatanId::baru(), indikator: "", keterangan: "", lampiran: Lampiran::Posisi, posisi, perangkat: None };
    let jawab = Jawab { id: id::baru(), sanggahan: SanggahanId::baru(), putusan: sanggah::Putusan::Tetap, alasan: "Sudah ditimbang" };
    let pdf = objek::simpan(s, b"%PDF-1.7 uji").unwrap();
    let berita = Baru {
        id: BeritaAcaraId::baru(),
        jenis: Jenis::Hasil,
        hasil: None,
        nomor: "2/BA",
        tanggal: date(2026, 3, 2),
        tempat: "Sangatta",
        kode: &ba::kode_baru(),
        penanda: &[],
        dokumen: &serde_json::json!({}),
        pdf: &pdf,
    };
    let skor = BTreeMap::from([("1.a.Ak".to_owned(), 3)]);
    let terima = tindak_lanjut::Putusan::Diterima;
    vec![
        ("score a cell", sebab(f02::simpan(s, e, tulis("2.a.P", Some(3), 0)).await)),
        ("mark the sheet done", sebab(f02::tandai_selesai(s, e).await)),
        ("open the sheet again", sebab(f02::buka_kembali(s, selesai, "periksa lagi").await)),
        ("settle by consensus", sebab(f02::sepakati(s, e, sepakat).await)),
        ("checklist", sebab(lapangan::simpan(s, e, &periksa).await)),
        ("note in the field", sebab(lapangan::tambah(s, e, &titik).await)),
        ("remark on F01", sebab(pra::simpan_catatan(s, e, catatan).await)),
        ("return F01", sebab(pra::kembalikan(s, e, pengiriman, "", 5).await)),
        ("accept F01", sebab(pra::terima(s, e, pengiriman, "").await)),
        ("provisional score", sebab(kondisi::ukur(s, e, KondisiId::baru(), &skor, "").await)),
        ("reject paper answers", sebab(kertas::tolak(s, e, BundelId::baru(), "tidak terbaca").await)),
        ("answer an objection", sebab(sanggah::jawab(s, e, jawab).await)),
        ("verify follow-up", sebab(tindak_lanjut::verifikasi(s, e, RekomendasiId::baru(), id::baru(), terima, "").await)),
        ("make minutes", sebab(ba::tambah(s, &Pembuat::Evaluator(e.clone()), berita).await)),
    ]
}
