//! The parts of the story in which the unit is heard: the right of reply of last year, and an F01 that the team returned
//! today, so that the check of a resubmission can be tried.

use store::{
    Hasil, Store, StoreError, hak,
    id::{LokusId, OperasiId, SanggahBukaId, SanggahanId},
    pra::{self, TulisCatatan},
    sanggah::{self, Jawab, Penyanggah, Putusan, Sanggah},
};
use uuid::Uuid;

use super::orang::sebagai;

/// The organiser shows the draft; with an operator the unit objects once and is answered; the head declares the rest done.
pub async fn hak_jawab(store: &Store, id: LokusId, kepala: &str, penyanggah: Option<&str>) -> Hasil<()> {
    let biro = hak::lokus(store, &sebagai(store, "organisasi@contoh.id").await?, id).await?.penyelenggara()?;
    let b = sanggah::buka(store, &biro, SanggahBukaId::baru(), 5).await?;
    store.jam().maju(3600);
    if let Some(operator) = penyanggah {
        let op = hak::lokus(store, &sebagai(store, operator).await?, id).await?.operator()?;
        let draf = b.draf()?;
        let terendah = draf.indikator.iter().min_by(|x, y| x.nilai.cmp(&y.nilai)).ok_or(StoreError::TidakDitemukan)?;
        let s = SanggahanId::baru();
        let isi = Sanggah {
            id: s,
            buka: b.id,
            indikator: &terendah.kode,
            alasan: "Dokumen ini sudah kami unggah, tetapi namanya keliru sehingga mungkin terlewat. Mohon diperiksa lagi.",
            bukti: Vec::new(),
        };
        sanggah::ajukan(store, &Penyanggah::Operator(op), isi).await?;
        store.jam().maju(6 * 3600);
        let evaluator = hak::lokus(store, &sebagai(store, "evaluator1@contoh.id").await?, id).await?.evaluator()?;
        let alasan = "Dokumennya sudah dibuka. Isinya rancangan yang belum ditetapkan, jadi nilai tetap.";
        sanggah::jawab(store, &evaluator, Jawab { id: Uuid::now_v7(), sanggahan: s, putusan: Putusan::Tetap, alasan }).await?;
    }
    store.jam().maju(3600);
    let kepala = hak::lokus(store, &sebagai(store, kepala).await?, id).await?.kepala()?;
    sanggah::nyatakan_selesai(store, &kepala, b.id, "").await
}

/// An evaluator returns the submitted F01 with two remarks and five working days.
pub async fn kembalikan(store: &Store, id: LokusId) -> Hasil<()> {
    let akses = hak::lokus(store, &sebagai(store, "evaluator1@contoh.id").await?, id).await?;
    let hak = akses.evaluator()?;
    let pra::Keadaan::Diperiksa(p, _) = pra::keadaan(store.baca(), id).await? else {
        return Err(StoreError::Rusak("the example has no F01 to return".to_owned()));
    };
    let edisi = store::edisi::dapat(store, akses.lokus.edisi()?).await?;
    let catatan =
        ["Surat keputusannya belum bertanggal dan belum ditandatangani.", "Foto papan pengumuman belum ada; tautannya tidak dapat dibuka."];
    for (i, teks) in edisi.indikator().take(5).enumerate().map(|(n, i)| (i, (n % 2 == 0).then(|| catatan.get(n / 2)).flatten())) {
        let t = TulisCatatan {
            op: OperasiId::baru(),
            pengiriman: p.id,
            indikator: &i.kode,
            versi_dasar: 0,
            perbaiki: teks.is_some(),
            catatan: teks.copied().unwrap_or_default(),
        };
        pra::simpan_catatan(store, &hak, t).await?;
    }
    pra::kembalikan(store, &hak, p.id, "Mohon dilengkapi sebelum tim datang.", 5).await.map(|_| ())
}
