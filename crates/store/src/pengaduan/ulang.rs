//! The form of a report sent again: whether what it holds is what was received the first time.

use super::{
    baca,
    berkas::{self, Lampiran},
    kirim::{Baru, Dicatat},
};
use crate::{
    Hasil, Store,
    berkas::Berkas,
    id::PengaduanId,
    identitas::{Milik, Tersegel, lampiran},
};

/// Whether the report `id` is what is sent now. In which language notices come, and how files are called, is not asked.
///
/// # Errors
/// `Rusak` for what cannot be opened.
pub(super) async fn sama(store: &Store, id: PengaduanId, b: &Baru<'_>, d: Dicatat<'_>) -> Hasil<bool> {
    let p = baca::dari_id(store.baca(), id).await?;
    let tujuan = (p.instansi_id, p.unit_id, p.layanan_id) == (b.tujuan.instansi, b.tujuan.unit, b.tujuan.layanan);
    let saklar = [b.samaran.anonim, b.samaran.rahasia || b.pelanggaran, b.pelanggaran].map(i64::from);
    let masuk = p.kanal == d.kanal.kunci() && d.tanggal.is_none_or(|t| p.tanggal == t.to_string());
    let kejadian = p.kejadian == b.kejadian.map(|k| k.to_string());
    if !(tujuan && masuk && kejadian && p.jenis == b.jenis && [p.anonim, p.rahasia, p.pelanggaran] == saklar) {
        return Ok(false);
    }
    let buka = |t: &Tersegel, medan| t.buka(store.kunci(), Milik(medan, id.0));
    let kata = [buka(&p.judul, super::JUDUL)?, buka(&p.isi, super::ISI)?, buka(&p.tempat, super::TEMPAT)?];
    let (nama, surel, telepon) = baca::pelapor(store, id).await?.map(|o| (o.nama, o.surel, o.telepon)).unwrap_or_default();
    Ok(kata == [b.judul, b.isi, b.tempat]
        && [nama, surel, telepon] == [b.nama, b.surel, b.telepon]
        && berkas_sama(store, id, b.lampiran).await?)
}

/// Whether these files came with the report.
async fn berkas_sama(store: &Store, id: PengaduanId, kirim: &[(String, Berkas)]) -> Hasil<bool> {
    let pertama = berkas::milik(store, id).await?.into_iter().filter(|l| l.langkah_id.is_none());
    let lama = pertama.map(|l| (String::new(), l)).collect();
    let kirim: Vec<_> = kirim.iter().map(|(_, b)| ("", b)).collect();
    let s = store.clone();
    lampiran::sama(lama, move |l: &Lampiran| l.isi(&s), &kirim).await
}
