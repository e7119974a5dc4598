//! The form of a mall: what it is in a sentence, opening hours by weekday, where it lies.

use store::mpp::{Jam, Mpp};

use crate::{
    formulir::{Formulir, urai_jam},
    konteks::Konteks,
};

/// Weekdays from Monday, with the key of their name.
pub const HARI: [(i8, &str); 7] = [
    (1, "mpp-hari-senin"),
    (2, "mpp-hari-selasa"),
    (3, "mpp-hari-rabu"),
    (4, "mpp-hari-kamis"),
    (5, "mpp-hari-jumat"),
    (6, "mpp-hari-sabtu"),
    (7, "mpp-hari-minggu"),
];

/// What was typed.
pub struct Isi {
    pub ringkas: String,
    pub jam: Vec<Jam>,
    pub letak: Option<(String, String)>,
}

pub fn tersimpan(m: &Mpp) -> Formulir {
    let mut f = Formulir::isi([("versi", m.versi.to_string()), ("ringkas", m.ringkas.clone())]);
    f.taruh("lintang", m.lintang.clone().unwrap_or_default());
    f.taruh("bujur", m.bujur.clone().unwrap_or_default());
    for j in m.jam() {
        f.taruh(format!("buka-{}", j.hari), j.mulai);
        f.taruh(format!("tutup-{}", j.hari), j.selesai);
    }
    f
}

/// Hours to begin with: Monday to Friday.
pub fn awal(f: &mut Formulir) {
    for h in 1..=5 {
        f.taruh(format!("buka-{h}"), "08:00");
        f.taruh(format!("tutup-{h}"), "15:00");
    }
}

/// Faults stay in the form. A day without times is closed.
pub fn urai(f: &mut Formulir) -> Option<Isi> {
    f.batasi("ringkas", 300);
    let ringkas = f.opsional("ringkas").unwrap_or_default();
    let mut jam = Vec::new();
    for (hari, _) in HARI {
        let [a, b] = ["buka", "tutup"].map(|m| f.nilai(&format!("{m}-{hari}")).trim().to_owned());
        if a.is_empty() && b.is_empty() {
            continue;
        }
        match (urai_jam(&a), urai_jam(&b)) {
            (Some(a), Some(b)) if a < b => jam.push(Jam { hari, mulai: store::pesanan::pukul(a), selesai: store::pesanan::pukul(b) }),
            _ => f.salahkan(&format!("buka-{hari}"), "mpp-jam"),
        }
    }
    // People write a comma.
    let derajat = |f: &Formulir, m: &str| f.nilai(m).trim().replace(',', ".");
    let letak = match (derajat(f, "lintang"), derajat(f, "bujur")) {
        (a, b) if a.is_empty() && b.is_empty() => None,
        (a, b) if a.parse::<f64>().is_ok() && b.parse::<f64>().is_ok() => Some((a, b)),
        _ => {
            f.salahkan("lintang", "mpp-letak");
            None
        }
    };
    f.sah().then_some(Isi { ringkas, jam, letak })
}

/// "Senin–Kamis 08.00–15.00", days with the same hours together.
pub fn jam_teks(k: &Konteks, jam: &[Jam]) -> Vec<(String, String)> {
    let mut urut: Vec<&Jam> = jam.iter().collect();
    urut.sort_by_key(|j| j.hari);
    let nama = |h: i8| HARI.iter().find(|x| x.0 == h).map_or_else(String::new, |x| k.s(x.1));
    let mut hasil: Vec<(i8, i8, String)> = Vec::new();
    for j in urut {
        let pukul = format!("{}–{}", j.mulai.replace(':', "."), j.selesai.replace(':', "."));
        match hasil.last_mut() {
            Some(t) if t.1 + 1 == j.hari && t.2 == pukul => t.1 = j.hari,
            _ => hasil.push((j.hari, j.hari, pukul)),
        }
    }
    let satu = |(a, b, p): (i8, i8, String)| (if a == b { nama(a) } else { format!("{}–{}", nama(a), nama(b)) }, p);
    hasil.into_iter().map(satu).collect()
}
