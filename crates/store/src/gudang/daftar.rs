//! Reads a listing of the object store (`ListObjectsV2`): names, times, sizes and the mark of the next page. Only what this program
//! wrote itself is in it, so the few elements are looked up by name; what does not look like an object of ours is passed over.

use super::Terdaftar;
use crate::Waktu;

/// The objects of one page, and the mark of the next.
pub(super) fn urai(xml: &str, awalan: &str) -> (Vec<Terdaftar>, Option<String>) {
    let objek = bagian(xml, "Contents").filter_map(|c| satu(c, awalan)).collect();
    let lagi = bagian(xml, "IsTruncated").next() == Some("true");
    (objek, bagian(xml, "NextContinuationToken").next().filter(|_| lagi).map(polos))
}

fn satu(c: &str, awalan: &str) -> Option<Terdaftar> {
    let kunci = polos(bagian(c, "Key").next()?);
    let sidik = kunci.strip_prefix(awalan)?.rsplit('/').next()?.to_owned();
    let diubah: jiff::Timestamp = bagian(c, "LastModified").next()?.parse().ok()?;
    let ukuran = bagian(c, "Size").next()?.parse().ok()?;
    let sah = sidik.len() == 64 && sidik.bytes().all(|b| b.is_ascii_hexdigit());
    sah.then(|| Terdaftar { sidik, diubah: Waktu(diubah.as_microsecond()), ukuran })
}

/// The contents of every element of that name.
fn bagian<'a>(xml: &'a str, nama: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let (buka, tutup) = (format!("<{nama}>"), format!("</{nama}>"));
    let mut sisa = xml;
    std::iter::from_fn(move || {
        let (_, dari) = sisa.split_once(buka.as_str())?;
        let (isi, lanjut) = dari.split_once(tutup.as_str())?;
        sisa = lanjut;
        Some(isi)
    })
}

fn polos(teks: &str) -> String {
    let t = teks.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#34;", "\"").replace("&apos;", "'");
    t.replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_is_read_and_what_is_not_ours_is_passed_over() {
        let a = "a".repeat(64);
        let xml = format!(
            "<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x&amp;y=</NextContinuationToken>\
             <Contents><Key>p/objek/aa/{a}</Key><LastModified>2026-11-22T01:02:03.000Z</LastModified><ETag>&quot;1&quot;</ETag><Size>7</Size></Contents>\
             <Contents><Key>p/objek/README</Key><LastModified>2026-11-22T01:02:03Z</LastModified><Size>1</Size></Contents></ListBucketResult>"
        );
        let (objek, lanjut) = urai(&xml, "p/objek/");
        assert_eq!(lanjut.as_deref(), Some("x&y="));
        assert_eq!(objek, [Terdaftar { sidik: a, diubah: Waktu(1_795_309_323_000_000), ukuran: 7 }]);
        assert_eq!(urai("<IsTruncated>false</IsTruncated>", ""), (vec![], None));
    }
}
