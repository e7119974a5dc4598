//! Counters as bytes: the first byte is the width of a number (1, 2 or 4), the numbers follow, little-endian.
//!
//! Most of the thousands of cells of a round hold a handful of answers; narrow, they share pages, and a commit writes less.

/// The narrowest form that holds all numbers; an empty list is empty.
pub(super) fn tutup(hitung: &[u32]) -> Vec<u8> {
    let Some(terbesar) = hitung.iter().max() else { return Vec::new() };
    let lebar: u8 = match terbesar {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let mut b = Vec::with_capacity(1 + hitung.len() * usize::from(lebar));
    b.push(lebar);
    for h in hitung {
        b.extend_from_slice(&h.to_le_bytes()[..usize::from(lebar)]);
    }
    b
}

/// The numbers, or `None` if the bytes are not such a list.
pub(super) fn buka(b: &[u8]) -> Option<Vec<u32>> {
    let Some((lebar, isi)) = b.split_first() else { return Some(Vec::new()) };
    let lebar = usize::from(*lebar);
    if !matches!(lebar, 1 | 2 | 4) || isi.len() % lebar != 0 {
        return None;
    }
    Some(isi.chunks_exact(lebar).map(|p| p.iter().rev().fold(0, |a, b| (a << 8) | u32::from(*b))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_width_reads_back() {
        for terbesar in [0, 255, 256, 65_535, 65_536, u32::MAX] {
            let h = [terbesar, 0, 7];
            let b = tutup(&h);
            assert_eq!(buka(&b).unwrap(), h);
            assert_eq!(b.len(), 1 + 3 * usize::from(b[0]));
        }
        assert_eq!((tutup(&[]), buka(&[])), (Vec::new(), Some(Vec::new())));
        assert!(buka(&[3, 1, 2, 3]).is_none() && buka(&[2, 1]).is_none());
    }
}
