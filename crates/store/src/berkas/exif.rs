//! The one thing of EXIF that is kept: the orientation, without which a phone's photo lies on its side.

/// EXIF orientation 2..=8 of a TIFF block; `None` for upright (1) or none.
pub(super) fn arah(tiff: &[u8]) -> Option<u8> {
    let besar = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let u16_di = |i: usize| -> Option<u16> {
        let b: [u8; 2] = tiff.get(i..i.checked_add(2)?)?.try_into().ok()?;
        Some(if besar { u16::from_be_bytes(b) } else { u16::from_le_bytes(b) })
    };
    let b: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let ifd = usize::try_from(if besar { u32::from_be_bytes(b) } else { u32::from_le_bytes(b) }).ok()?;
    let jumlah = usize::from(u16_di(ifd)?);
    for n in 0..jumlah {
        let butir = ifd.checked_add(2 + n * 12)?;
        if u16_di(butir)? == 0x0112 {
            let arah = u8::try_from(u16_di(butir + 8)?).ok()?;
            return (2..=8).contains(&arah).then_some(arah);
        }
    }
    None
}

/// The smallest TIFF block that says only this.
pub(super) fn hanya_arah(arah: u8) -> Vec<u8> {
    let mut b = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    b.extend([arah, 0, 0, 0, 0, 0, 0]);
    b
}
