//! How many typing errors lie between two words: letters left out, put in, mistaken, or two neighbours swapped.

/// The number of errors, `None` when there are more than `batas`.
pub fn jarak(a: &[char], b: &[char], batas: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > batas {
        return None;
    }
    let mut lalu2: Vec<usize> = Vec::new();
    let mut lalu: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut kini = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let beda = usize::from(a[i - 1] != b[j - 1]);
            kini[j] = (lalu[j] + 1).min(kini[j - 1] + 1).min(lalu[j - 1] + beda);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                kini[j] = kini[j].min(lalu2[j - 2] + 1);
            }
        }
        if kini.iter().all(|n| *n > batas) {
            return None;
        }
        lalu2 = std::mem::replace(&mut lalu, kini);
    }
    lalu.last().copied().filter(|n| *n <= batas)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn j(a: &str, b: &str) -> Option<usize> {
        jarak(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), 2)
    }

    #[test]
    fn each_kind_of_error_counts_one() {
        assert_eq!(j("akta", "akta"), Some(0));
        for salah in ["ata", "aktta", "akte", "atka"] {
            assert_eq!(j(salah, "akta"), Some(1), "{salah}");
        }
        assert_eq!(j("kelahiran", "kelhrian"), Some(2));
        assert_eq!(j("surat", "izin"), None);
        assert_eq!(j("", "abc"), None);
    }
}
