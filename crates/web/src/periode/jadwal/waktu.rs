//! Local times of events as people write and read them: `09.00`, `2 Maret 2026 pukul 09.00–11.30 WITA`.

use jiff::civil::{DateTime, Time};

use crate::{bahasa::Bahasa, konteks::Konteks};

/// `09.00` in Indonesian, `09:00` in English.
#[must_use]
pub fn jam(k: &Konteks, t: Time) -> String {
    let tanda = if k.bahasa == Bahasa::Id { '.' } else { ':' };
    format!("{:02}{tanda}{:02}", t.hour(), t.minute())
}

/// When an event is, in words, in the zone of the page.
#[must_use]
pub fn rentang(k: &Konteks, mulai: DateTime, selesai: DateTime) -> String {
    let zona = k.zona.nama();
    if mulai.date() == selesai.date() {
        let tanggal = k.tanggal(&mulai.date());
        if mulai == selesai {
            return k.a("jadwal-saat", [("tanggal", tanggal.into()), ("jam", jam(k, mulai.time()).into()), ("zona", zona.into())]);
        }
        return k.a(
            "jadwal-rentang",
            [
                ("tanggal", tanggal.into()),
                ("mulai", jam(k, mulai.time()).into()),
                ("selesai", jam(k, selesai.time()).into()),
                ("zona", zona.into()),
            ],
        );
    }
    let satu = |w: DateTime| format!("{} {}", k.tanggal(&w.date()), jam(k, w.time()));
    k.a("jadwal-rentang-panjang", [("mulai", satu(mulai).into()), ("selesai", satu(selesai).into()), ("zona", zona.into())])
}
