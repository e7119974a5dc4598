//! The envelope of every file that an installation signs: content, edition, hash, signature. Making it, and proving it without a
//! database, is the same for results of an evaluation and publications of a survey; what the content means is the caller's.

use super::{InstalasiBundel, KunciTepercaya, Temuan, TidakTerbaca, kanonik, kanonik::Ketat};
use crate::{Hasil, KunciPublik, StoreError, json, sidik_hex};
use serde::Serialize;
use serde_json::Value;

/// More differences than this are counted, not listed.
const BEDA_MAKS: usize = 20;

/// One kind of file.
pub(crate) struct Jenis {
    /// Kind and version, the first thing in the file and in what is signed.
    pub format: &'static str,
    /// What a reader should have given instead: `bundel hasil Prima`.
    pub nama: &'static str,
    /// After what the content must not change: `dibekukan`.
    pub peristiwa: &'static str,
}

/// A file that could be read; nothing in it is proved yet.
pub(crate) struct Amplop {
    pub isi: Value,
    /// Text of the edition.
    pub edisi: String,
    /// SHA-256 (hex) of the content as it is in the file.
    pub sidik: String,
    tertulis: String,
    tanda: String,
}

/// Whether a format is a later version of the kind `kenal`: `prima/hasil/2` of `prima/hasil/1`.
fn lebih_baru(format: &str, kenal: &str) -> bool {
    let urai = |f: &str| f.rsplit_once('/').and_then(|(jenis, n)| Some((jenis.to_owned(), n.parse::<u32>().ok()?)));
    matches!((urai(format), urai(kenal)), (Some((a, n)), Some((b, m))) if a == b && n > m)
}

/// What hash, signature and list of keys say.
pub(crate) struct Bukti {
    pub temuan: Vec<Temuan>,
    pub peringatan: Vec<String>,
    /// Owner of the key by the reader's list.
    pub pemilik: Option<String>,
}

impl Jenis {
    /// What the installation key signs.
    pub(crate) fn pesan(&self, sidik: &str) -> Vec<u8> {
        format!("{}\n{sidik}", self.format).into_bytes()
    }

    /// The file as it is given out; ends with a line break.
    ///
    /// # Errors
    /// `Rusak` when the stored text is no JSON.
    pub(crate) fn berkas(&self, isi: &str, edisi: &str, sidik: &str, tanda: &[u8]) -> Hasil<String> {
        let isi: Value = serde_json::from_str(isi).map_err(|e| StoreError::Rusak(format!("{}: {e}", self.format)))?;
        let v = serde_json::json!({ "format": self.format, "isi": isi, "edisi": edisi, "sidik": sidik, "tanda": hex::encode(tanda) });
        Ok(kanonik(&v)? + "\n")
    }

    /// Opens a file; `baca` turns its content into the caller's type.
    ///
    /// # Errors
    /// When the bytes are no such file (cut off, not JSON, keys missing or unknown).
    pub(crate) fn buka<T>(&self, bytes: &[u8], baca: impl FnOnce(&Value) -> serde_json::Result<T>) -> Result<(T, Amplop), TidakTerbaca> {
        let salah = |s: String| TidakTerbaca(s);
        let teks = std::str::from_utf8(bytes)
            .map_err(|e| salah(format!("bukan teks UTF-8 (byte ke-{}); diharapkan {}", e.valid_up_to() + 1, self.nama)))?;
        let Ketat(v) = serde_json::from_str(teks.trim_start_matches('\u{feff}'))
            .map_err(|e| salah(format!("{}; diharapkan {}", json::salah(&e), self.nama)))?;
        let format = v.get("format").and_then(Value::as_str).ok_or_else(|| salah("format: tidak ada; diharapkan teks".into()))?;
        if lebih_baru(format, self.format) {
            return Err(salah(format!(
                "format \"{format}\" dibuat program Prima yang lebih baru daripada program ini (\"{}\"); berkasnya tidak rusak, periksa dengan program yang lebih baru",
                self.format
            )));
        }
        if format != self.format {
            return Err(salah(format!("format: \"{format}\"; diharapkan \"{}\"", self.format)));
        }
        if !v.get("edisi").is_some_and(Value::is_string) {
            return Err(salah("edisi: tidak ada; diharapkan teks".into()));
        }
        Self::urai(&v, baca)
    }

    /// Takes an envelope apart. Its edition is empty where it is kept elsewhere, once for many.
    ///
    /// # Errors
    /// When keys are missing or unknown.
    pub(crate) fn urai<T>(v: &Value, baca: impl FnOnce(&Value) -> serde_json::Result<T>) -> Result<(T, Amplop), TidakTerbaca> {
        let salah = |s: String| TidakTerbaca(s);
        let teks_di = |k: &str| v.get(k).and_then(Value::as_str).ok_or_else(|| salah(format!("{k}: tidak ada; diharapkan teks")));
        let (tertulis, tanda) = (teks_di("sidik")?.to_owned(), teks_di("tanda")?.to_owned());
        let edisi = v.get("edisi").and_then(Value::as_str).unwrap_or_default().to_owned();
        let isi = v.get("isi").cloned().ok_or_else(|| salah("isi: tidak ada; diharapkan objek".into()))?;
        let terbaca = baca(&isi).map_err(|e| salah(format!("isi: {}", json::salah(&e))))?;
        let sidik = sidik_hex(kanonik(&isi).map_err(|e| salah(e.to_string()))?.as_bytes());
        Ok((terbaca, Amplop { isi, edisi, sidik, tertulis, tanda }))
    }

    /// Checks hash, signature and owner. `kunci`: the keys that the reader trusts; `None` when he has no list.
    /// `pada`: when the content says that it was signed.
    pub(crate) fn buktikan(&self, a: &Amplop, i: &InstalasiBundel, kunci: Option<&[KunciTepercaya]>, pada: &str) -> Bukti {
        let mut b = Bukti { temuan: self.tanda(a, i), peringatan: Vec::new(), pemilik: None };
        let sama = |k: &&KunciTepercaya| hex::encode(k.kunci.bytes()) == i.kunci_publik.to_lowercase();
        match kunci.map(|daftar| daftar.iter().find(sama)) {
            None => b
                .peringatan
                .push(format!("tanpa --keys: tanda tangan hanya membuktikan pemegang kunci {} yang membuatnya, bukan siapa dia", i.kunci)),
            Some(Some(k)) => {
                b.pemilik = Some(k.nama.clone());
                b.temuan.extend(k.tolak(pada));
            }
            Some(None) => b
                .temuan
                .push(Temuan { kode: "kunci-tidak-dikenal", pesan: format!("kunci {} tidak ada dalam daftar kunci tepercaya", i.kunci) }),
        }
        b
    }

    /// What hash and signature say, whoever holds the key.
    pub(crate) fn tanda(&self, a: &Amplop, i: &InstalasiBundel) -> Vec<Temuan> {
        let mut temuan = Vec::new();
        let mut catat = |kode, pesan| temuan.push(Temuan { kode, pesan });
        if a.sidik != a.tertulis {
            catat("sidik", format!("SHA-256 isi adalah {}, yang tertulis {}: isi berubah setelah {}", a.sidik, a.tertulis, self.peristiwa));
        }
        let Some(publik) = hex::decode(&i.kunci_publik).ok().and_then(|b| KunciPublik::dari_bytes(&b)) else {
            catat("kunci", "instalasi.kunci_publik bukan kunci Ed25519".into());
            return temuan;
        };
        if publik.id() != i.kunci {
            catat("kunci", format!("instalasi.kunci \"{}\" bukan id kunci publik itu (\"{}\")", i.kunci, publik.id()));
        }
        if !hex::decode(&a.tanda).is_ok_and(|t| publik.sah(&self.pesan(&a.sidik), &t)) {
            catat("tanda", "tanda tangan digital tidak cocok dengan isi dan kunci di bundel".into());
        }
        temuan
    }
}

impl Amplop {
    /// Whether the text of the edition is the one that the content names.
    pub(crate) fn periksa_edisi(&self, seharusnya: &str) -> Option<Temuan> {
        let sidik = sidik_hex(self.edisi.as_bytes());
        (sidik != seharusnya).then(|| Temuan {
            kode: "edisi",
            pesan: format!("SHA-256 naskah edisi adalah {sidik}, seharusnya {seharusnya}: naskah edisi berubah"),
        })
    }

    /// Every place where the figures under `hasil` differ from those computed anew.
    pub(crate) fn beda_hasil(&self, ulang: &impl Serialize) -> Vec<Temuan> {
        let seharusnya = serde_json::to_value(ulang).unwrap_or_default();
        let mut beda = Vec::new();
        bandingkan("hasil", self.isi.get("hasil").unwrap_or(&Value::Null), &seharusnya, &mut beda);
        let sisa = beda.len().saturating_sub(BEDA_MAKS);
        beda.truncate(BEDA_MAKS);
        if sisa > 0 {
            beda.push(format!("dan {sisa} perbedaan lain"));
        }
        beda.into_iter().map(|pesan| Temuan { kode: "angka", pesan }).collect()
    }
}

/// Names every place where the two differ.
fn bandingkan(di: &str, ada: &Value, ulang: &Value, beda: &mut Vec<String>) {
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
