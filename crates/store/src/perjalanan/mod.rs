//! The way of a Mal Pelayanan Publik: its steps and documents, meetings, texts, additional points, and who is told.
//!
//! Which step may follow is `layanan::mpp`; here are the rows from which it is folded, and who may add one. What the rules say is
//! kept beside (`tahap`, `sejak`, `tenggat`) for lists only.

mod baca;
pub mod forum;
mod ingat;
pub mod koreksi;
pub mod naskah;
pub mod penanggap;
pub mod titik;
mod tulis;

pub use baca::{
    Banyak, Jalan, Langkah, MalPublik, Saring, banyak, cari_mpp, daftar, dari_id, dokumen, langkah, lipat, mal_publik, mal_tanpa_jalan,
    publik, saya,
};
pub use ingat::ingatkan;
pub use tulis::{Awal, DokumenBaru, JalanBaru, Pihak, TEKS_MAKS, dokumen_baru, hentikan, maju, mulai, tautkan};

use crate::{
    Hasil, Tx,
    audit::{self, Kejadian},
    hak::Pelaku,
    pemberitahuan::{Kepada, Pemberitahuan, beri_tahu},
};

/// Writes an event of a journey to the log of its instansi.
async fn catat(tx: &Tx, oleh: &Pelaku, j: &Jalan, aksi: &str, rincian: serde_json::Value) -> Hasil<()> {
    audit::catat(tx, oleh, Kejadian::baru(aksi, "mpp-jalan", j.id).instansi(j.instansi_id).rincian(rincian)).await?;
    Ok(())
}

/// The people of the local government who care for this journey.
fn pemda(j: &Jalan) -> Vec<Kepada> {
    let kepala = j.mpp_id.map(Kepada::KepalaMpp);
    [Kepada::PenyelenggaraInstansi(j.instansi_id)].into_iter().chain(kepala).collect()
}

async fn kabari(
    tx: &Tx,
    oleh: Option<&Pelaku>,
    j: &Jalan,
    jenis: &'static str,
    kepada: &[Kepada],
    isi: &serde_json::Value,
    sekali: &str,
) -> Hasil<u64> {
    let tautan = format!("/mpp/usulan/{}", j.id);
    let kecuali = oleh.map(|p| p.akun);
    beri_tahu(tx, &Pemberitahuan { jenis, kepada, kecuali, periode: None, lokus: None, tautan: &tautan, isi, sekali }).await
}
