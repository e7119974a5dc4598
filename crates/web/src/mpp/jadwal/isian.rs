//! The form of hours and slot rule: what is stored as fields, and fields as what the store takes.

use jiff::civil::{Date, Weekday};
use layanan::slot::{AturanSlot, JamBuka};
use store::{
    id::AturanSlotId,
    pesanan::{AturanBaru, BAWAAN, BarisAturan, JAUH_MAKS, pukul},
};

use crate::formulir::Formulir;

/// Windows that a day can have in the form: before and after the break.
pub(super) const JENDELA: [&str; 2] = ["a", "b"];

pub(super) fn medan(hari: i8, jendela: &str, ujung: &str) -> String {
    format!("h{hari}{jendela}_{ujung}")
}

/// The fields filled from the rule that holds, else from the hours of the hall.
pub(super) fn tersimpan(aturan: Option<&BarisAturan>, jam_mpp: &[JamBuka], mulai: Date, versi: i64) -> Formulir {
    let a = aturan.map_or(BAWAAN, |a| a.aturan);
    let angka = [
        ("mulai", mulai.to_string()),
        ("lama", a.lama_menit.to_string()),
        ("per_petugas", a.per_petugas.to_string()),
        ("datang_langsung", a.untuk_datang_langsung.to_string()),
        ("jeda", a.jeda_menit.to_string()),
        ("paling_jauh", a.paling_jauh_hari.to_string()),
        ("versi", versi.to_string()),
    ];
    let mut f = Formulir::isi(angka);
    let jam = aturan.map_or(jam_mpp, |a| &a.jam);
    for hari in Weekday::Monday.cycle_forward().take(7) {
        let mut satu: Vec<&JamBuka> = jam.iter().filter(|j| j.hari == hari).collect();
        satu.sort_by_key(|j| j.mulai);
        for (j, jendela) in satu.iter().zip(JENDELA) {
            let n = hari.to_monday_one_offset();
            f.taruh(medan(n, jendela, "mulai"), pukul(j.mulai));
            f.taruh(medan(n, jendela, "selesai"), pukul(j.selesai));
        }
    }
    f
}

/// One window; both ends or none.
fn jendela(f: &mut Formulir, hari: Weekday, nama: &str) -> Option<JamBuka> {
    let n = hari.to_monday_one_offset();
    let (a, b) = (medan(n, nama, "mulai"), medan(n, nama, "selesai"));
    if f.nilai(&a).trim().is_empty() && f.nilai(&b).trim().is_empty() {
        return None;
    }
    let (mulai, selesai) = (f.jam(&a, "pesanan-jadwal-jam-dua"), f.jam(&b, "pesanan-jadwal-jam-dua"));
    Some(JamBuka { hari, mulai: mulai?, selesai: selesai? })
}

fn angka<T: std::str::FromStr + PartialOrd>(f: &mut Formulir, medan: &str, (paling_sedikit, paling_banyak): (T, T)) -> Option<T> {
    let n = f.urai::<T>(medan, "pesan-aturan-angka")?;
    if n < paling_sedikit || n > paling_banyak {
        f.salahkan(medan, "pesan-aturan-angka");
        return None;
    }
    Some(n)
}

pub(super) fn urai(f: &mut Formulir) -> Option<AturanBaru> {
    let id = f.urai::<AturanSlotId>("op", "umum-wajib");
    let mulai = f.urai::<Date>("mulai", "pesanan-jadwal-mulai-wajib");
    let jam: Vec<JamBuka> =
        Weekday::Monday.cycle_forward().take(7).flat_map(|h| JENDELA.map(|j| (h, j))).filter_map(|(h, j)| jendela(f, h, j)).collect();
    let lama = angka(f, "lama", (1_u16, 480));
    let per_petugas = angka(f, "per_petugas", (1_u16, 100));
    let langsung = angka(f, "datang_langsung", (0_u8, 100));
    let jeda = angka(f, "jeda", (0_u16, 10_080));
    let jauh = angka(f, "paling_jauh", (1_u16, JAUH_MAKS));
    let versi = f.nilai("versi").parse().unwrap_or(0);
    let aturan = AturanSlot {
        lama_menit: lama?,
        per_petugas: per_petugas?,
        untuk_datang_langsung: langsung?,
        jeda_menit: jeda?,
        paling_jauh_hari: jauh?,
    };
    f.sah().then_some(AturanBaru { id: id?, mulai: mulai?, jam, aturan, versi })
}

/// The field to which a refusal of the store belongs.
pub(super) fn medan_salah(kunci: &str) -> Option<&'static str> {
    match kunci {
        "pesan-mulai-lampau" => Some("mulai"),
        "pesan-jam-terbalik" | "pesan-jam-tumpang" => Some("h1a_mulai"),
        "pesan-aturan-angka" => Some("lama"),
        _ => None,
    }
}
