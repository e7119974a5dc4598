//! The virus scanner of uploads, where one is configured: whether it answers, and how old its list is.

use jiff::{Timestamp, civil::DateTime};
use web::Konfig;

use super::{BATAS, Laporan};
use crate::kata;

/// A list that is older misses what goes round now.
const USANG_HARI: i64 = 7;

pub async fn periksa(l: &mut Laporan, k: &Konfig) {
    let p = match k.pindai.pemindai() {
        Ok(Some(p)) => p,
        Ok(None) => {
            return l.perhatian("pemindai virus", "tidak dipasang; berkas yang diunggah tidak diperiksa dari virus (pindai.alamat)");
        }
        Err(alamat) => {
            let isi = format!("pindai.alamat {alamat:?} salah; tulis unix:/run/clamav/clamd.ctl atau tcp:127.0.0.1:3310");
            return l.gagal("pemindai virus", isi);
        }
    };
    match p.versi(BATAS).await {
        Ok(versi) => match umur(&versi, Timestamp::now()) {
            Some(hari) if hari > USANG_HARI => {
                let isi = format!("menjawab, tetapi daftar virusnya berumur {hari} hari. Periksa layanan clamav-freshclam");
                l.perhatian("pemindai virus", isi);
            }
            Some(hari) => l.baik("pemindai virus", format!("menjawab, daftar virusnya berumur {hari} hari")),
            None => l.baik("pemindai virus", "menjawab"),
        },
        Err(e) => l.gagal(
            "pemindai virus",
            format!("tidak menjawab ({}); berkas baru tertahan sampai pemindai hidup. Periksa layanan clamav-daemon", kata::luar(&e)),
        ),
    }
}

/// Age in days of the list in what clamd says of itself; `None` where it says no day.
fn umur(versi: &str, kini: Timestamp) -> Option<i64> {
    let hari = DateTime::strptime("%a %b %d %H:%M:%S %Y", versi.split('/').nth(2)?.trim()).ok()?.in_tz("UTC").ok()?.timestamp();
    Some((kini.as_second() - hari.as_second()).max(0) / 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_of_the_list() {
        let kini: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        assert_eq!(umur("ClamAV 1.0.7/27500/Fri Nov  6 07:12:33 2026", kini), Some(16));
        assert_eq!(umur("ClamAV 1.4.1/27500/Sun Nov 22 09:12:33 2026", kini), Some(0), "made elsewhere in the world");
        for lain in ["ClamAV 1.0.7", "", "a/b/c", "UNKNOWN COMMAND"] {
            assert_eq!(umur(lain, kini), None, "{lain}");
        }
    }
}
