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
mod tests {
    use super::*;
    use jiff::civil::date;

    fn acara(judul: &str) -> Acara {
        Acara {
            uid: "1@x".into(),
            urutan: 2,
            diubah: "2026-03-01T00:00:00Z".parse().unwrap(),
            mulai: utc(date(2026, 3, 2).at(9, 0, 0, 0), "WITA"),
            selesai: utc(date(2026, 3, 2).at(11, 30, 0, 0), "WITA"),
            judul: judul.into(),
            uraian: "Baris satu\r\nBaris; dua, \\ tiga\u{7}".into(),
            tempat: String::new(),
            batal: true,
        }
    }

    #[test]
    fn times_are_utc_and_texts_escaped() {
        let t = tulis("Prima", &[acara("Rapat, awal; tim")]);
        for b in [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "DTSTART:20260302T010000Z\r\nDTEND:20260302T033000Z\r\n",
            "SUMMARY:Rapat\\, awal\\; tim\r\n",
            "DESCRIPTION:Baris satu\\nBaris\\; dua\\, \\\\ tiga\r\n",
            "STATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        ] {
            assert!(t.contains(b), "{b:?} in {t}");
        }
        assert!(!t.contains("LOCATION"));
    }

    #[test]
    fn no_line_is_longer_than_75_bytes_and_unfolding_gives_the_text_back() {
        let judul = "Wawancara – penilai & unit “Kecamatan Sangatta Utara” ".repeat(6);
        let t = tulis("Prima", &[acara(&judul)]);
        assert!(t.split("\r\n").all(|b| b.len() <= 75));
        assert!(!t.replace("\r\n", "").contains('\n'), "every line ends with both characters");
        assert!(t.replace("\r\n ", "").contains(&format!("SUMMARY:{}", teks(&judul))));
    }

    #[test]
    fn a_text_cannot_begin_a_line_of_its_own() {
        let t = tulis("Prima", &[acara("x\r\nEND:VCALENDAR\rBEGIN:VEVENT")]);
        assert_eq!(t.matches("\r\nEND:VCALENDAR").count(), 1);
        assert_eq!(t.matches("\r\nBEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn a_point_in_time_has_no_end() {
        let mut a = acara("Tenggat");
        a.selesai = a.mulai;
        assert!(!tulis("Prima", &[a]).contains("DTEND"));
    }
}
