//! The reason of a proposal in plain Indonesian: the answers it rests on, then the level.
//!
//! Lives here: wording. Must not live here: the decision itself.

use crate::{
    f01::teks_jawaban,
    nilai::Nilai,
    pecahan::Pecahan,
    rubrik::{Aturan, Celah},
    syarat::{Angka, Konteks, Pembanding, Rujukan, Syarat},
};

/// `jumlah >= batas` as a condition.
pub(super) fn paling_sedikit(jumlah: &Angka, batas: u32) -> Syarat {
    let batas = Angka::Tetap(Pecahan::bulat(batas.into()));
    Syarat::Banding(jumlah.clone(), Pembanding::LebihSama, batas)
}

pub(super) fn skor(konteks: &Konteks, nilai: Nilai) -> String {
    let fakta = fakta(konteks, &rujukan_aturan(&konteks.indikator.aturan));
    let tingkat = konteks.indikator.rubrik.as_ref().map(|r| format!(" ({})", r[usize::from(nilai.angka())])).unwrap_or_default();
    format!("{fakta} Sesuai dengan tingkat {nilai} rubrik{tingkat}.")
}

pub(super) fn celah(konteks: &Konteks, kena: &[&Celah]) -> String {
    let rujukan: Vec<&Rujukan> = kena.iter().flat_map(|c| c.jika.rujukan()).collect();
    let uraian: Vec<&str> = kena.iter().map(|c| c.uraian.as_str()).collect();
    format!("{} Tidak diatur rubrik: {}.", fakta(konteks, &rujukan), uraian.join("; "))
}

pub(super) fn tanpa_tingkat(konteks: &Konteks) -> String {
    let fakta = fakta(konteks, &rujukan_aturan(&konteks.indikator.aturan));
    format!("{fakta} Tidak diatur rubrik: tidak ada tingkat untuk gabungan jawaban ini.")
}

fn rujukan_aturan(aturan: &Aturan) -> Vec<&Rujukan> {
    let mut hasil: Vec<&Rujukan> = aturan.syarat().into_iter().flat_map(Syarat::rujukan).collect();
    if let Aturan::Hitung { jumlah: Angka::Jumlah { bidang, .. } | Angka::Bidang(bidang), .. } = aturan {
        hasil.push(bidang);
    }
    hasil
}

/// `Question? Answer. Question? Answer.` for each visible answered field, once, in the given order.
fn fakta(konteks: &Konteks, rujukan: &[&Rujukan]) -> String {
    let mut sudah: Vec<&Rujukan> = Vec::new();
    let mut kalimat = Vec::new();
    for r in rujukan {
        if sudah.contains(r) {
            continue;
        }
        sudah.push(r);
        if let Some((bidang, jawaban)) = konteks.fakta(r) {
            kalimat.push(format!("{} {}.", bidang.pertanyaan, teks_jawaban(bidang, jawaban)));
        }
    }
    kalimat.join(" ")
}
