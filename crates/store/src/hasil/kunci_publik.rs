//! The list of installation keys that a reader trusts: one `key-id hex-public-key name` a line, `#` begins a comment.

use crate::KunciPublik;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KunciTepercaya {
    pub id: String,
    pub kunci: KunciPublik,
    /// Whose key it is, as the reader wrote it down.
    pub nama: String,
}

/// A line that cannot be used; `baris` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("baris {baris}: {salah}; diharapkan id kunci, kunci publik 64 digit heksadesimal, lalu nama pemilik")]
pub struct BarisSalah {
    pub baris: usize,
    pub salah: String,
}

/// Reads the whole list.
///
/// # Errors
/// Every line that is wrong.
pub fn baca_kunci(teks: &str) -> Result<Vec<KunciTepercaya>, Vec<BarisSalah>> {
    let (mut kunci, mut salah) = (Vec::new(), Vec::new());
    for (no, baris) in teks.trim_start_matches('\u{feff}').lines().enumerate() {
        let isi = baris.split('#').next().unwrap_or_default().trim();
        if isi.is_empty() {
            continue;
        }
        match satu(isi) {
            Ok(k) => kunci.push(k),
            Err(sebab) => salah.push(BarisSalah { baris: no + 1, salah: sebab }),
        }
    }
    if salah.is_empty() { Ok(kunci) } else { Err(salah) }
}

fn satu(isi: &str) -> Result<KunciTepercaya, String> {
    let mut kata = isi.split_whitespace();
    let (Some(id), Some(heksa)) = (kata.next(), kata.next()) else { return Err(format!("\"{isi}\"")) };
    let kunci = hex::decode(heksa).ok().and_then(|b| KunciPublik::dari_bytes(&b));
    let kunci = kunci.ok_or_else(|| format!("\"{}\" bukan kunci publik Ed25519", heksa.chars().take(80).collect::<String>()))?;
    if kunci.id() != id {
        return Err(format!("id \"{id}\" bukan milik kunci itu, seharusnya \"{}\"", kunci.id()));
    }
    let nama: Vec<&str> = kata.collect();
    if nama.is_empty() {
        return Err("nama pemilik tidak ada".into());
    }
    Ok(KunciTepercaya { id: id.into(), kunci, nama: nama.join(" ") })
}
