//! CRC-16/CCITT-FALSE: polynomial 0x1021, initial value 0xFFFF, nothing reflected. "123456789" gives 0x29B1.

/// The check value of these bytes.
#[must_use]
pub fn crc16(bita: &[u8]) -> u16 {
    bita.iter().fold(0xFFFF, |crc, b| {
        (0..8).fold(crc ^ (u16::from(*b) << 8), |c: u16, _| if c & 0x8000 == 0 { c << 1 } else { (c << 1) ^ 0x1021 })
    })
}
