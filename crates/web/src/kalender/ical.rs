//! The iCalendar format (RFC 5545): escaping of texts, folding of long lines, times in UTC. Pure; what the events are is the
//! caller's.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use store::zona_waktu;

/// One `VEVENT`. `urutan` grows with every change.
pub struct Acara {
    pub uid: String,
    pub urutan: i64,
    pub diubah: Timestamp,
    pub mulai: Timestamp,
    pub selesai: Timestamp,
    pub judul: String,
    pub uraian: String,
    pub tempat: String,
    pub batal: bool,
}

/// A local time of an office as an instant; the three zones have no gaps.
#[must_use]
pub fn utc(w: DateTime, zona: &str) -> Timestamp {
    w.to_zoned(zona_waktu(zona)).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp())
}

#[must_use]
pub fn tulis(nama: &str, acara: &[Acara]) -> String {
    let mut h = String::new();
    let mut baris = |nama: &str, isi: &str| lipat(&mut h, &format!("{nama}:{isi}"));
    for (n, isi) in
        [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Prima//Prima//ID"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        baris(n, isi);
    }
    baris("X-WR-CALNAME", &teks(nama));
    for a in acara {
        baris("BEGIN", "VEVENT");
        baris("UID", &teks(&a.uid));
        baris("SEQUENCE", &a.urutan.to_string());
        baris("DTSTAMP", &saat(a.diubah));
        baris("DTSTART", &saat(a.mulai));
        // An event without length is a point in time, and then RFC 5545 wants no end.
        if a.selesai > a.mulai {
            baris("DTEND", &saat(a.selesai));
        }
        baris("SUMMARY", &teks(&a.judul));
        for (n, isi) in [("DESCRIPTION", &a.uraian), ("LOCATION", &a.tempat)] {
            if !isi.is_empty() {
                baris(n, &teks(isi));
            }
        }
        baris("STATUS", if a.batal { "CANCELLED" } else { "CONFIRMED" });
        baris("END", "VEVENT");
    }
    baris("END", "VCALENDAR");
    h
}

fn saat(t: Timestamp) -> String {
    t.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Escapes a text value (RFC 5545, 3.3.11); control characters have no place in one.
fn teks(isi: &str) -> String {
    let mut h = String::with_capacity(isi.len());
    for c in isi.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => h.extend(['\\', c]),
            '\n' => h.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => h.push(c),
        }
    }
    h
}

/// A content line in pieces of at most 75 bytes, never inside a character (RFC 5545, 3.1).
fn lipat(h: &mut String, baris: &str) {
    let mut panjang = 0;
    for c in baris.chars() {
        if panjang + c.len_utf8() > 75 {
            h.push_str("\r\n ");
            panjang = 1;
        }
        h.push(c);
        panjang += c.len_utf8();
    }
    h.push_str("\r\n");
}

#[cfg(test)]
mod tests;
