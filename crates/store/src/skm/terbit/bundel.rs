//! A publication as a file of its own, and proving it again without a database: hash, signature, edition, and every figure
//! recomputed from the counters in the file.

use super::IsiTerbit;
use crate::{
    Hasil,
    hasil::{Amplop, Bukti, EdisiDikenal, InstalasiBundel, Jenis, KunciTepercaya, Temuan, TidakTerbaca},
};
use serde::Deserialize;

/// Kind and version of the file format.
pub const FORMAT: &str = "prima/skm/1";
const JENIS: Jenis = Jenis { format: FORMAT, nama: "bundel SKM Prima", peristiwa: "diterbitkan" };

/// What the installation key signs when a result is published; `sidik` is the SHA-256 (hex) of the frozen text.
#[must_use]
pub fn pesan(sidik: &str) -> Vec<u8> {
    JENIS.pesan(sidik)
}

/// The file as it is given out: the frozen text, the text of the edition, hash and signature. Ends with a line break.
///
/// # Errors
/// `Rusak` when the stored text is no JSON.
pub fn berkas(isi: &str, edisi: &str, sidik: &str, tanda: &[u8]) -> Hasil<String> {
    JENIS.berkas(isi, edisi, sidik, tanda)
}

/// Who signed, and when.
#[derive(Debug, Clone, Deserialize)]
struct Cap {
    diterbitkan: String,
    instalasi: InstalasiBundel,
}

/// What the check of a file found.
#[derive(Debug, Clone)]
pub struct Laporan {
    pub isi: IsiTerbit,
    pub instalasi: InstalasiBundel,
    /// UTC.
    pub diterbitkan: String,
    /// SHA-256 of the content as it is in the file.
    pub sidik: String,
    pub temuan: Vec<Temuan>,
    pub peringatan: Vec<String>,
    /// Owner of the key by the reader's list.
    pub pemilik: Option<String>,
    /// What the counters in the file really give.
    pub ulang: Option<::skm::HasilSkm>,
}

/// Checks a file. `kunci`: the keys that the reader trusts; `None` when he has no list.
///
/// # Errors
/// When the bytes are no such file (cut off, not JSON, keys missing).
pub fn periksa(bytes: &[u8], kunci: Option<&[KunciTepercaya]>) -> Result<Laporan, TidakTerbaca> {
    let baca = |v: &serde_json::Value| Ok((serde_json::from_value(v.clone())?, serde_json::from_value(v.clone())?));
    let ((isi, cap), amplop): ((IsiTerbit, Cap), Amplop) = JENIS.buka(bytes, baca)?;
    let Bukti { temuan, peringatan, pemilik } = JENIS.buktikan(&amplop, &cap.instalasi, kunci, &cap.diterbitkan);
    let mut l = Laporan {
        isi,
        instalasi: cap.instalasi,
        diterbitkan: cap.diterbitkan,
        sidik: amplop.sidik.clone(),
        temuan,
        peringatan,
        pemilik,
        ulang: None,
    };
    match EdisiDikenal::skm().nilai(&l.isi.edisi_id, &l.isi.edisi) {
        Ok(tak_dikenal) => l.peringatan.extend(tak_dikenal),
        Err(lain) => l.temuan.push(lain),
    }
    l.hitung_ulang(&amplop);
    if l.isi.ilustrasi {
        l.peringatan.push("ILUSTRASI: nilai di bundel ini contoh buatan, bukan hasil survei sebenarnya".into());
    }
    if l.isi.agregat.kecuali.n > 0 {
        l.peringatan.push(format!("{} jawaban dikecualikan penganalisis dengan alasan", l.isi.agregat.kecuali.n));
    }
    Ok(l)
}

impl Laporan {
    fn catat(&mut self, kode: &'static str, pesan: String) {
        self.temuan.push(Temuan { kode, pesan });
    }

    /// Whether everything that was checked holds.
    #[must_use]
    pub fn sah(&self) -> bool {
        self.temuan.is_empty()
    }

    fn hitung_ulang(&mut self, amplop: &Amplop) {
        self.temuan.extend(amplop.periksa_edisi(&self.isi.edisi));
        let edisi = match ::skm::Edisi::baca(&amplop.edisi) {
            Ok(e) => e,
            Err(salah) => return self.catat("edisi", salah.first().map_or_else(String::new, ToString::to_string)),
        };
        if edisi.id != self.isi.edisi_id {
            let pesan = format!("edisi \"{}\", seharusnya \"{}\"", edisi.id, self.isi.edisi_id);
            self.catat("edisi", pesan);
        }
        let tanpa: Vec<&str> = edisi.unsur.iter().map(|u| u.kunci.as_str()).filter(|k| !self.isi.unsur.iter().any(|u| u == k)).collect();
        let susunan = match edisi.susunan(&tanpa) {
            Ok(s) => s,
            Err(e) => return self.catat("edisi", e.to_string()),
        };
        let a = &self.isi.agregat;
        let pakai = match a.pakai.hitungan(&susunan) {
            Ok(h) => h.hitungan,
            Err(e) => return self.catat("angka", format!("cacah jawaban tidak cocok: {e}")),
        };
        for (bidang, nama) in a.profil.iter().zip(crate::skm::agregat::DIMENSI) {
            let n: u64 = bidang.values().map(|c| c.n).sum();
            if n != a.pakai.n && !bidang.is_empty() {
                let pesan = format!("profil {nama}: berjumlah {n}, responden {}", a.pakai.n);
                return self.catat("angka", pesan);
            }
        }
        match ::skm::hitung(&susunan, &pakai, ::skm::Bobot::Persis) {
            Err(e) => self.catat("angka", e.to_string()),
            Ok(ulang) => {
                self.temuan.extend(amplop.beda_hasil(&ulang));
                self.ulang = Some(ulang);
            }
        }
    }
}
