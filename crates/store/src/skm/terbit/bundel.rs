//! A publication as a file of its own, and proving it again without a database: hash, signature, edition, and every figure
//! recomputed from the counters in the file.

use super::IsiTerbit;
use crate::{
    Hasil, KunciPublik, StoreError,
    hasil::{InstalasiBundel, Ketat, KunciTepercaya, Temuan, TidakTerbaca, bandingkan, kanonik},
    sidik_hex,
};
use serde::Deserialize;
use serde_json::Value;

/// Kind and version of the file format.
pub const FORMAT: &str = "prima/skm/1";
/// More differences than this are counted, not listed.
const BEDA_MAKS: usize = 20;

/// What the installation key signs when a result is published; `sidik` is the SHA-256 (hex) of the frozen text.
#[must_use]
pub fn pesan(sidik: &str) -> Vec<u8> {
    format!("{FORMAT}\n{sidik}").into_bytes()
}

/// The file as it is given out: the frozen text, the text of the edition, hash and signature. Ends with a line break.
///
/// # Errors
/// `Rusak` when the stored text is no JSON.
pub fn berkas(isi: &str, edisi: &str, sidik: &str, tanda: &[u8]) -> Hasil<String> {
    let isi: Value = serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("publication: {e}")))?;
    let v = serde_json::json!({ "format": FORMAT, "isi": isi, "edisi": edisi, "sidik": sidik, "tanda": hex::encode(tanda) });
    Ok(kanonik(&v)? + "\n")
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
    let salah = |s: String| TidakTerbaca(s);
    let teks = std::str::from_utf8(bytes).map_err(|e| salah(format!("bukan teks UTF-8: {e}; diharapkan bundel SKM Prima")))?;
    let Ketat(v) = serde_json::from_str(teks.trim_start_matches('\u{feff}'))
        .map_err(|e| salah(format!("bukan JSON yang utuh: {e}; diharapkan bundel SKM Prima")))?;
    let teks_di = |k: &str| v.get(k).and_then(Value::as_str).ok_or_else(|| salah(format!("{k}: tidak ada; diharapkan teks")));
    if teks_di("format")? != FORMAT {
        return Err(salah(format!("format: \"{}\"; diharapkan \"{FORMAT}\"", teks_di("format")?)));
    }
    let (edisi, tertulis, tanda) = (teks_di("edisi")?, teks_di("sidik")?, teks_di("tanda")?);
    let mentah = v.get("isi").ok_or_else(|| salah("isi: tidak ada; diharapkan objek".into()))?;
    let isi: IsiTerbit = serde_json::from_value(mentah.clone()).map_err(|e| salah(format!("isi: {e}")))?;
    let cap: Cap = serde_json::from_value(mentah.clone()).map_err(|e| salah(format!("isi: {e}")))?;
    let sidik = sidik_hex(kanonik(mentah).map_err(|e| salah(e.to_string()))?.as_bytes());
    let (temuan, peringatan) = (Vec::new(), Vec::new());
    let mut l =
        Laporan { isi, instalasi: cap.instalasi, diterbitkan: cap.diterbitkan, sidik, temuan, peringatan, pemilik: None, ulang: None };
    l.periksa_tanda(tertulis, tanda);
    l.periksa_kunci(kunci);
    l.hitung_ulang(edisi, mentah);
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

    fn periksa_tanda(&mut self, tertulis: &str, tanda: &str) {
        if self.sidik != tertulis {
            self.catat("sidik", format!("SHA-256 isi adalah {}, yang tertulis {tertulis}: isi berubah setelah diterbitkan", self.sidik));
        }
        let Some(publik) = hex::decode(&self.instalasi.kunci_publik).ok().and_then(|b| KunciPublik::dari_bytes(&b)) else {
            return self.catat("kunci", "instalasi.kunci_publik bukan kunci Ed25519".into());
        };
        if publik.id() != self.instalasi.kunci {
            let pesan = format!("instalasi.kunci \"{}\" bukan id kunci publik itu (\"{}\")", self.instalasi.kunci, publik.id());
            self.catat("kunci", pesan);
        }
        if !hex::decode(tanda).is_ok_and(|t| publik.sah(&pesan(&self.sidik), &t)) {
            self.catat("tanda", "tanda tangan digital tidak cocok dengan isi dan kunci di bundel".into());
        }
    }

    fn periksa_kunci(&mut self, kunci: Option<&[KunciTepercaya]>) {
        let id = &self.instalasi.kunci;
        let Some(daftar) = kunci else {
            self.peringatan
                .push(format!("tanpa --keys: tanda tangan hanya membuktikan pemegang kunci {id} yang membuatnya, bukan siapa dia"));
            return;
        };
        let sama = |k: &&KunciTepercaya| hex::encode(k.kunci.bytes()) == self.instalasi.kunci_publik.to_lowercase();
        if let Some(k) = daftar.iter().find(sama) {
            self.pemilik = Some(k.nama.clone());
        } else {
            let pesan = format!("kunci {id} tidak ada dalam daftar kunci tepercaya");
            self.catat("kunci-tidak-dikenal", pesan);
        }
    }

    fn hitung_ulang(&mut self, teks: &str, mentah: &Value) {
        let sidik = sidik_hex(teks.as_bytes());
        if sidik != self.isi.edisi {
            let pesan = format!("SHA-256 naskah edisi adalah {sidik}, seharusnya {}: naskah edisi berubah", self.isi.edisi);
            self.catat("edisi", pesan);
        }
        let edisi = match ::skm::Edisi::baca(teks) {
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
                self.ulang = Some(ulang);
            }
        }
    }
}
