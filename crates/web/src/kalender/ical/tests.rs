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
