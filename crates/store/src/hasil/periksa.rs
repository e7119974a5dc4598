//! Proving a bundle again, without a database: hash, signature, edition, and every figure recomputed.

use super::{
    bundel::{FORMAT, Isi, pesan},
    kanonik,
    kanonik::Ketat,
    kunci_publik::KunciTepercaya,
};
use crate::{KunciPublik, sidik_hex};
use pekppp::{CaraPenilai, Edisi, HasilIpp};
use serde_json::Value;

/// The file is no bundle at all; one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TidakTerbaca(pub String);

/// Something that the bundle claims and that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temuan {
    /// `sidik`, `kunci`, `tanda`, `edisi`, `angka`, `f03`, `kunci-tidak-dikenal`.
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

/// More differences than this are counted, not listed.
const BEDA_MAKS: usize = 20;

/// Checks a bundle. `kunci`: the keys that the reader trusts; `None` when he has no list.
///
/// # Errors
/// When the bytes are no bundle (cut off, not JSON, keys missing or unknown).
pub fn periksa_bundel(bytes: &[u8], kunci: Option<&[KunciTepercaya]>) -> Result<Laporan, TidakTerbaca> {
    let salah = |s: String| TidakTerbaca(s);
    let teks = std::str::from_utf8(bytes).map_err(|e| salah(format!("bukan teks UTF-8: {e}; diharapkan bundel hasil Prima")))?;
    let Ketat(v) = serde_json::from_str(teks.trim_start_matches('\u{feff}'))
        .map_err(|e| salah(format!("bukan JSON yang utuh: {e}; diharapkan bundel hasil Prima")))?;
    let teks_di = |k: &str| v.get(k).and_then(Value::as_str).ok_or_else(|| salah(format!("{k}: tidak ada; diharapkan teks")));
    if teks_di("format")? != FORMAT {
        return Err(salah(format!("format: \"{}\"; diharapkan \"{FORMAT}\"", teks_di("format")?)));
    }
    let (edisi, tertulis, tanda) = (teks_di("edisi")?, teks_di("sidik")?, teks_di("tanda")?);
    let mentah = v.get("isi").ok_or_else(|| salah("isi: tidak ada; diharapkan objek".into()))?;
    let isi: Isi = serde_json::from_value(mentah.clone()).map_err(|e| salah(format!("isi: {e}")))?;
    let sidik = sidik_hex(kanonik(mentah).map_err(|e| salah(e.to_string()))?.as_bytes());
    let mut l = Laporan { isi, sidik, temuan: Vec::new(), peringatan: Vec::new(), pemilik: None, ulang: None };
    l.periksa_tanda(tertulis, tanda);
    l.periksa_kunci(kunci);
    l.periksa_f03();
    l.hitung_ulang(edisi, mentah);
    if l.isi.ilustrasi {
        l.peringatan.push("ILUSTRASI: nilai di bundel ini contoh buatan, bukan hasil evaluasi sebenarnya".into());
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

    fn periksa_tanda(&mut self, tertulis: &str, tanda: &str) {
        if self.sidik != tertulis {
            self.catat("sidik", format!("SHA-256 isi adalah {}, yang tertulis {tertulis}: isi berubah setelah dibekukan", self.sidik));
        }
        let i = &self.isi.instalasi;
        let Some(publik) = hex::decode(&i.kunci_publik).ok().and_then(|b| KunciPublik::dari_bytes(&b)) else {
            return self.catat("kunci", "instalasi.kunci_publik bukan kunci Ed25519".into());
        };
        if publik.id() != i.kunci {
            let pesan = format!("instalasi.kunci \"{}\" bukan id kunci publik itu (\"{}\")", i.kunci, publik.id());
            self.catat("kunci", pesan);
        }
        if !hex::decode(tanda).is_ok_and(|t| publik.sah(&pesan(&self.sidik), &t)) {
            self.catat("tanda", "tanda tangan digital tidak cocok dengan isi dan kunci di bundel".into());
        }
    }

    fn periksa_kunci(&mut self, kunci: Option<&[KunciTepercaya]>) {
        let i = &self.isi.instalasi;
        let Some(daftar) = kunci else {
            self.peringatan
                .push(format!("tanpa --keys: tanda tangan hanya membuktikan pemegang kunci {} yang membuatnya, bukan siapa dia", i.kunci));
            return;
        };
        let sama = |k: &&KunciTepercaya| hex::encode(k.kunci.bytes()) == i.kunci_publik.to_lowercase();
        if let Some(k) = daftar.iter().find(sama) {
            self.pemilik = Some(k.nama.clone());
        } else {
            let pesan = format!("kunci {} tidak ada dalam daftar kunci tepercaya", i.kunci);
            self.catat("kunci-tidak-dikenal", pesan);
        }
    }

    /// The counters must agree with each other.
    fn periksa_f03(&mut self) {
        let f = self.isi.f03.clone();
        if f.daring + f.kertas != f.ringkas.responden {
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

    fn hitung_ulang(&mut self, teks: &str, mentah: &Value) {
        let e = &self.isi.edisi;
        let sidik = sidik_hex(teks.as_bytes());
        if sidik != e.sidik {
            let pesan = format!("SHA-256 naskah edisi adalah {sidik}, seharusnya {}: naskah edisi berubah", e.sidik);
            self.catat("edisi", pesan);
        }
        let edisi = match Edisi::baca(teks) {
            Ok(e) => e,
            Err(salah) => return self.catat("edisi", salah.first().map_or_else(String::new, ToString::to_string)),
        };
        if edisi.id != self.isi.edisi.id {
            let pesan = format!("edisi \"{}\", seharusnya \"{}\"", edisi.id, self.isi.edisi.id);
            self.catat("edisi", pesan);
        }
        let cara = if self.isi.cara_penilai == CaraPenilai::Konsensus { "konsensus" } else { "rata-rata" };
        if cara != self.isi.periode.penyatuan {
            self.catat("angka", format!("dihitung dengan {cara}, periode menetapkan {}", self.isi.periode.penyatuan));
        }
        match pekppp::hitung(&edisi, &self.isi.masukan()) {
            Err(salah) => salah.iter().for_each(|s| self.catat("angka", s.to_string())),
            Ok(ulang) => {
                let seharusnya = serde_json::to_value(&ulang).unwrap_or_default();
                let mut beda = Vec::new();
                bandingkan("hasil", mentah.get("hasil").unwrap_or(&Value::Null), &seharusnya, &mut beda);
                let sisa = beda.len().saturating_sub(BEDA_MAKS);
                beda.truncate(BEDA_MAKS);
                for b in beda {
                    self.catat("angka", b);
                }
                if sisa > 0 {
                    self.catat("angka", format!("dan {sisa} perbedaan lain"));
                }
                self.peringatan.extend(ulang.peringatan.iter().map(ToString::to_string));
                self.ulang = Some(ulang);
            }
        }
    }
}

/// Names every place where the two differ.
pub(crate) fn bandingkan(di: &str, ada: &Value, ulang: &Value, beda: &mut Vec<String>) {
    match (ada, ulang) {
        (Value::Object(a), Value::Object(b)) => {
            let mut kunci: Vec<&String> = a.keys().chain(b.keys()).collect();
            kunci.sort();
            kunci.dedup();
            for k in kunci {
                let ambil = |m: &serde_json::Map<String, Value>| m.get(k).cloned().unwrap_or_default();
                bandingkan(&format!("{di}.{k}"), &ambil(a), &ambil(b), beda);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (no, (x, y)) in a.iter().zip(b).enumerate() {
                let nama = y.get("kode").or_else(|| y.get("kunci")).and_then(Value::as_str);
                let di = nama.map_or_else(|| format!("{di}[{no}]"), |n| format!("{di}[{n}]"));
                bandingkan(&di, x, y, beda);
            }
        }
        (a, b) if a != b => beda.push(format!("{di}: tertulis {a}, dihitung ulang {b}")),
        _ => {}
    }
}
