//! The list of installation keys that a reader trusts, in two forms: lines `key-id hex-public-key name` (`#` begins a comment),
//! or the JSON that an installation publishes, which also says from when to when a key signs and whether it was revoked.

use super::{InstalasiBundel, Sebutan, Temuan};
use crate::{KunciPublik, json};
use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// Kind and version of the JSON form.
pub const FORMAT_KUNCI: &str = "prima/kunci/1";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KunciTepercaya {
    pub id: String,
    pub kunci: KunciPublik,
    /// Whose key it is, as the reader wrote it down.
    pub nama: String,
    /// First and last day (ISO) on which it signs; empty: no bound.
    pub dari: String,
    pub sampai: String,
    /// Day (ISO) and reason of its revocation.
    pub dicabut: Option<(String, String)>,
    /// Codes of the instansi it may sign for; empty: it is bound to none.
    pub untuk: Vec<String>,
}

impl KunciTepercaya {
    #[must_use]
    pub fn baru(kunci: KunciPublik, nama: &str) -> Self {
        Self { id: kunci.id(), kunci, nama: nama.to_owned(), dari: String::new(), sampai: String::new(), dicabut: None, untuk: Vec::new() }
    }

    /// Why what this key signed in the name of an organiser is not believed: it is bound to other instansi.
    pub(crate) fn bukan_untuk(&self, penyelenggara: &Sebutan) -> Option<Temuan> {
        let terikat = !self.untuk.is_empty() && !self.untuk.contains(&penyelenggara.kode);
        terikat.then(|| Temuan {
            kode: "kunci-instansi-lain",
            pesan: format!(
                "kunci {} milik {} hanya untuk instansi {}, sedangkan berkas ini atas nama {} ({})",
                self.id,
                self.nama,
                self.untuk.join(", "),
                penyelenggara.nama,
                penyelenggara.kode
            ),
        })
    }

    /// Why what this key signed at `pada` (UTC) is not believed. Days are those of anywhere in Indonesia.
    pub(crate) fn tolak(&self, pada: &str) -> Option<Temuan> {
        if let Some((hari, alasan)) = &self.dicabut {
            let pesan =
                format!("kunci {} milik {} dicabut pada {hari}: {alasan}; tanda tangannya tidak dipercaya lagi", self.id, self.nama);
            return Some(Temuan { kode: "kunci-dicabut", pesan });
        }
        let saat: Option<Timestamp> = pada.parse().ok();
        let hari =
            |jam: i64| saat.and_then(|s| s.checked_add(Span::new().hours(jam)).ok()).map(|s| s.to_zoned(TimeZone::UTC).date().to_string());
        let terlalu_awal = !self.dari.is_empty() && hari(9).is_none_or(|h| h < self.dari);
        let terlalu_akhir = !self.sampai.is_empty() && hari(7).is_none_or(|h| h > self.sampai);
        (terlalu_awal || terlalu_akhir).then(|| Temuan {
            kode: "kunci-di-luar-masa",
            pesan: format!("ditandatangani {pada}, sedangkan kunci {} dipakai {} sampai {}", self.id, self.dari, ujung(&self.sampai)),
        })
    }
}

/// Why a file of this installation in the name of an organiser is not believed, by the reader's list.
pub(crate) fn untuk_lain(kunci: Option<&[KunciTepercaya]>, i: &InstalasiBundel, penyelenggara: &Sebutan) -> Option<Temuan> {
    let sama = |k: &&KunciTepercaya| hex::encode(k.kunci.bytes()) == i.kunci_publik.to_lowercase();
    kunci?.iter().find(sama)?.bukan_untuk(penyelenggara)
}

fn ujung(sampai: &str) -> &str {
    if sampai.is_empty() { "sekarang" } else { sampai }
}

/// A line (or entry) that cannot be used; `baris` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("baris {baris}: {salah}; diharapkan id kunci, kunci publik 64 digit heksadesimal, lalu nama pemilik")]
pub struct BarisSalah {
    pub baris: usize,
    pub salah: String,
}

/// The JSON form.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Berkas {
    format: String,
    kunci: Vec<Satu>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Satu {
    id: String,
    publik: String,
    nama: String,
    #[serde(default)]
    dari: Option<String>,
    #[serde(default)]
    sampai: Option<String>,
    #[serde(default)]
    dicabut: Option<Cabut>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    untuk: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cabut {
    pada: String,
    alasan: String,
}

/// The list as JSON, for others to keep.
#[must_use]
pub fn tulis_kunci(daftar: &[KunciTepercaya]) -> String {
    let isi = |s: &str| (!s.is_empty()).then(|| s.to_owned());
    let satu = |k: &KunciTepercaya| Satu {
        id: k.id.clone(),
        publik: hex::encode(k.kunci.bytes()),
        nama: k.nama.clone(),
        dari: isi(&k.dari),
        sampai: isi(&k.sampai),
        dicabut: k.dicabut.clone().map(|(pada, alasan)| Cabut { pada, alasan }),
        untuk: k.untuk.clone(),
    };
    let berkas = Berkas { format: FORMAT_KUNCI.to_owned(), kunci: daftar.iter().map(satu).collect() };
    serde_json::to_string_pretty(&berkas).unwrap_or_default() + "\n"
}

/// Reads the whole list, whichever form it has.
///
/// # Errors
/// Every line that is wrong.
pub fn baca_kunci(teks: &str) -> Result<Vec<KunciTepercaya>, Vec<BarisSalah>> {
    let teks = teks.trim_start_matches('\u{feff}');
    let terbaca: Vec<(usize, Result<KunciTepercaya, String>)> = if teks.trim_start().starts_with('{') {
        let b: Berkas = serde_json::from_str(teks).map_err(|e| vec![BarisSalah { baris: e.line(), salah: json::apa(&e) }])?;
        if b.format != FORMAT_KUNCI {
            return Err(vec![BarisSalah { baris: 1, salah: format!("format \"{}\"", b.format) }]);
        }
        b.kunci.into_iter().enumerate().map(|(no, s)| (no + 1, dari_json(s))).collect()
    } else {
        let isi = |baris: &str| baris.split('#').next().unwrap_or_default().trim().to_owned();
        teks.lines().map(isi).enumerate().filter(|(_, isi)| !isi.is_empty()).map(|(no, isi)| (no + 1, satu(&isi))).collect()
    };
    let (mut kunci, mut salah) = (Vec::new(), Vec::new());
    for (baris, satu) in terbaca {
        match satu {
            Ok(k) => kunci.push(k),
            Err(sebab) => salah.push(BarisSalah { baris, salah: sebab }),
        }
    }
    if salah.is_empty() { Ok(kunci) } else { Err(salah) }
}

fn satu(isi: &str) -> Result<KunciTepercaya, String> {
    let mut kata = isi.split_whitespace();
    let (Some(id), Some(heksa)) = (kata.next(), kata.next()) else { return Err(format!("\"{isi}\"")) };
    kunci(id, heksa, &kata.collect::<Vec<_>>().join(" "))
}

fn kunci(id: &str, heksa: &str, nama: &str) -> Result<KunciTepercaya, String> {
    let kunci = hex::decode(heksa).ok().and_then(|b| KunciPublik::dari_bytes(&b));
    let kunci = kunci.ok_or_else(|| format!("\"{}\" bukan kunci publik Ed25519", heksa.chars().take(80).collect::<String>()))?;
    if kunci.id() != id {
        return Err(format!("id \"{id}\" bukan milik kunci itu, seharusnya \"{}\"", kunci.id()));
    }
    if nama.trim().is_empty() {
        return Err("nama pemilik tidak ada".into());
    }
    Ok(KunciTepercaya::baru(kunci, nama.trim()))
}

fn dari_json(s: Satu) -> Result<KunciTepercaya, String> {
    let hari = |t: Option<String>| match t {
        Some(t) if t.parse::<Date>().is_err() => Err(format!("\"{t}\" bukan tanggal")),
        t => Ok(t.unwrap_or_default()),
    };
    let k = kunci(&s.id, &s.publik, &s.nama)?;
    Ok(KunciTepercaya { dari: hari(s.dari)?, sampai: hari(s.sampai)?, dicabut: s.dicabut.map(|c| (c.pada, c.alasan)), untuk: s.untuk, ..k })
}
