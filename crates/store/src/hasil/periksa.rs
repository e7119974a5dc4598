//! Proving a bundle again, without a database: hash, signature, edition, and every figure recomputed.

use super::{
    amplop::{Amplop, Bukti},
    bundel::{Isi, JENIS},
    dikenal::EdisiDikenal,
    kunci_publik::{KunciTepercaya, untuk_lain},
};
use pekppp::{CaraPenilai, Edisi, HasilIpp};

/// The file is no bundle at all; one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TidakTerbaca(pub String);

/// Something that the bundle claims and that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temuan {
    /// `sidik`, `kunci`, `tanda`, `edisi`, `edisi-lain`, `angka`, `f03`, `kunci-tidak-dikenal`, `kunci-instansi-lain`.
    pub kode: &'static str,
    pub pesan: String,
}

#[derive(Debug, Clone)]
pub struct Laporan {
    pub isi: Isi,
    /// SHA-256 of the content as it is in the file.
    pub sidik: String,
    pub temuan: Vec<Temuan>,
    pub peringatan: Vec<String>,
    /// Owner of the key by the reader's list; `None` when it is not on it, or no list was given.
    pub pemilik: Option<String>,
    /// What the edition and the scores in the file really give.
    pub ulang: Option<HasilIpp>,
}

/// Checks a bundle, whose edition must be as it came with the program where it has the id of such a one. `kunci`: the keys that the
/// reader trusts; `None` when he has no list.
///
/// # Errors
/// When the bytes are no bundle (cut off, not JSON, keys missing or unknown).
pub fn periksa_bundel(bytes: &[u8], kunci: Option<&[KunciTepercaya]>) -> Result<Laporan, TidakTerbaca> {
    let (isi, amplop): (Isi, Amplop) = JENIS.buka(bytes, |v| serde_json::from_value(v.clone()))?;
    let Bukti { mut temuan, peringatan, pemilik } = JENIS.buktikan(&amplop, &isi.instalasi, kunci, &isi.dibekukan);
    temuan.extend(untuk_lain(kunci, &isi.instalasi, &isi.periode.penyelenggara));
    let mut l = Laporan { isi, sidik: amplop.sidik.clone(), temuan, peringatan, pemilik, ulang: None };
    match EdisiDikenal::bawaan().nilai(&l.isi.edisi.id, &l.isi.edisi.sidik) {
        Ok(tak_dikenal) => l.peringatan.extend(tak_dikenal),
        Err(lain) => l.temuan.push(lain),
    }
    l.periksa_f03();
    l.hitung_ulang(&amplop);
    if !l.isi.benturan.is_empty() {
        let n = l.isi.benturan.len();
        l.peringatan.push(format!(
            "{n} lembar dihitung walau evaluatornya menyatakan benturan kepentingan sesudah menilai; alasannya ada di bundel"
        ));
    }
    if l.isi.ilustrasi {
        l.peringatan.push("ILUSTRASI: nilai di bundel ini contoh buatan, bukan hasil evaluasi sebenarnya".into());
    }
    Ok(l)
}

/// Checks one of many results that share their edition: hash, signature, counters and every figure. Whose key it is, is not
/// asked here.
pub(crate) fn periksa_dengan(isi: Isi, amplop: &Amplop, edisi: &Edisi) -> Laporan {
    let temuan = JENIS.tanda(amplop, &isi.instalasi);
    let mut l = Laporan { isi, sidik: amplop.sidik.clone(), temuan, peringatan: Vec::new(), pemilik: None, ulang: None };
    l.periksa_f03();
    l.angka(amplop, edisi);
    l
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

    /// The counters must agree with each other.
    fn periksa_f03(&mut self) {
        let f = self.isi.f03.clone();
        if f.daring.checked_add(f.kertas) != Some(f.ringkas.responden) {
            self.catat("f03", format!("responden daring {} + kertas {} bukan {}", f.daring, f.kertas, f.ringkas.responden));
        }
        if f.sebaran.len() != f.ringkas.jumlah_per_pernyataan.len() {
            return self.catat("f03", "sebaran dan jumlah per pernyataan berbeda banyaknya".into());
        }
        for (no, (s, jumlah)) in f.sebaran.iter().zip(&f.ringkas.jumlah_per_pernyataan).enumerate() {
            let banyak = s.iter().try_fold(0_u64, |a, n| a.checked_add(*n));
            let total = s.iter().zip(0_u64..).try_fold(0_u64, |a, (n, k)| a.checked_add(n.checked_mul(k)?));
            if banyak != Some(f.ringkas.dipakai) || total != Some(*jumlah) {
                self.catat("f03", format!("pernyataan {}: sebaran tidak cocok dengan jumlah {jumlah}", no + 1));
            }
        }
    }

    fn hitung_ulang(&mut self, amplop: &Amplop) {
        self.temuan.extend(amplop.periksa_edisi(&self.isi.edisi.sidik));
        match Edisi::baca(&amplop.edisi) {
            Ok(edisi) => self.angka(amplop, &edisi),
            Err(salah) => self.catat("edisi", salah.first().map_or_else(String::new, ToString::to_string)),
        }
    }

    fn angka(&mut self, amplop: &Amplop, edisi: &Edisi) {
        if edisi.id != self.isi.edisi.id {
            let pesan = format!("edisi \"{}\", seharusnya \"{}\"", edisi.id, self.isi.edisi.id);
            self.catat("edisi", pesan);
        }
        let cara = if self.isi.cara_penilai == CaraPenilai::Konsensus { "konsensus" } else { "rata-rata" };
        if cara != self.isi.periode.penyatuan {
            self.catat("angka", format!("dihitung dengan {cara}, periode menetapkan {}", self.isi.periode.penyatuan));
        }
        match pekppp::hitung(edisi, &self.isi.masukan()) {
            Err(salah) => salah.iter().for_each(|s| self.catat("angka", s.to_string())),
            Ok(ulang) => {
                self.temuan.extend(amplop.beda_hasil(&ulang));
                self.peringatan.extend(ulang.peringatan.iter().map(ToString::to_string));
                self.ulang = Some(ulang);
            }
        }
    }
}
