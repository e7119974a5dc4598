//! The queue in words: what a ticket is doing, how long it may take, whether the hall is open. For people; keys of the
//! catalogue stand here whole.

use jiff::civil::Time;
use layanan::{
    Alasan,
    antrean::{AlasanBatal, Dasar, Keadaan, Perkiraan, Pintu},
};
use store::{
    Waktu,
    antrean::{Tiket, buka},
};

use super::pilihan::Absen;
use crate::{bahasa::Bahasa, komponen::Nada, konteks::Konteks};

/// What a ticket is doing, as its holder reads it, in a few words.
#[must_use]
pub fn keadaan(t: &Tiket) -> &'static str {
    match t.keadaan() {
        Keadaan::Menunggu => "antrean-menunggu",
        Keadaan::Dipanggil { .. } => "antrean-dipanggil",
        Keadaan::Dilayani { .. } => "antrean-dilayani",
        Keadaan::Selesai => "antrean-selesai",
        Keadaan::Dilewati => "antrean-dilewati",
        Keadaan::Ditahan => "antrean-ditahan",
        Keadaan::Dialihkan => "antrean-dialihkan",
        Keadaan::TidakHadir => "antrean-tidak-hadir",
        Keadaan::DibukaLagi => "antrean-dibuka-lagi",
        Keadaan::Batal { .. } => "antrean-batal",
    }
}

/// What its holder should do or know now.
#[must_use]
pub fn keterangan(t: &Tiket) -> &'static str {
    match t.keadaan() {
        Keadaan::Menunggu | Keadaan::Dialihkan | Keadaan::DibukaLagi => "antrean-ket-menunggu",
        Keadaan::Dipanggil { .. } => "antrean-ket-dipanggil",
        Keadaan::Dilayani { .. } => "antrean-ket-dilayani",
        Keadaan::Selesai => "antrean-ket-selesai",
        Keadaan::Dilewati => "antrean-ket-dilewati",
        Keadaan::Ditahan => "antrean-ket-ditahan",
        Keadaan::TidakHadir => "antrean-ket-tidak-hadir",
        Keadaan::Batal { alasan: AlasanBatal::Warga } => "antrean-ket-batal-warga",
        Keadaan::Batal { alasan: AlasanBatal::Petugas } => "antrean-ket-batal-petugas",
        Keadaan::Batal { alasan: AlasanBatal::TutupHari } => "antrean-ket-batal-tutup",
    }
}

/// State, note and tone of a number of a day that is over, before the closing of the day has written it down: what will be written.
#[must_use]
pub fn lewat(t: &Tiket) -> Option<(&'static str, &'static str, Nada)> {
    Some(match t.keadaan() {
        _ if t.berakhir() => return None,
        Keadaan::Dilayani { .. } => ("antrean-selesai", "antrean-ket-selesai", Nada::Baik),
        Keadaan::Dipanggil { .. } | Keadaan::Dilewati => ("antrean-tidak-hadir", "antrean-ket-tidak-hadir", Nada::Perhatian),
        _ => ("antrean-batal", "antrean-ket-batal-tutup", Nada::Netral),
    })
}

#[must_use]
pub fn nada(t: &Tiket) -> Nada {
    match t.keadaan() {
        Keadaan::Menunggu | Keadaan::Dialihkan | Keadaan::DibukaLagi => Nada::Info,
        Keadaan::Dilayani { .. } | Keadaan::Selesai => Nada::Baik,
        Keadaan::Dipanggil { .. } | Keadaan::Dilewati | Keadaan::Ditahan | Keadaan::TidakHadir => Nada::Perhatian,
        Keadaan::Batal { .. } => Nada::Netral,
    }
}

/// How many people are ahead.
#[must_use]
pub fn depan(k: &Konteks, depan: usize) -> String {
    if depan == 0 { k.s("antrean-depan-nol") } else { k.jumlah("antrean-depan", depan) }
}

/// The range of an estimate, and what it rests on.
#[must_use]
pub fn perkiraan(k: &Konteks, p: Perkiraan) -> (String, String) {
    match p {
        Perkiraan::Rentang { dasar: Dasar::Langsung, .. } => (k.s("antrean-kira-langsung"), String::new()),
        Perkiraan::Rentang { dari_menit, sampai_menit, dasar } => {
            let rentang = if sampai_menit >= JAM_DARI && dari_menit == 0 {
                k.n("antrean-kira-sampai-lama", "sampai", lama(k, sampai_menit))
            } else if sampai_menit >= JAM_DARI {
                k.a("antrean-kira-lama", [("dari", lama(k, dari_menit).into()), ("sampai", lama(k, sampai_menit).into())])
            } else if dari_menit == 0 {
                k.n("antrean-kira-sampai", "sampai", sampai_menit)
            } else {
                k.a("antrean-kira", [("dari", dari_menit.into()), ("sampai", sampai_menit.into())])
            };
            let dasar = match dasar {
                Dasar::Contoh { banyak } => k.jumlah("antrean-dasar-contoh", banyak),
                Dasar::Sebagian => k.s("antrean-dasar-sebagian"),
                _ => k.s("antrean-dasar-tebakan"),
            };
            (rentang, dasar)
        }
        Perkiraan::TanpaLoket => (k.s("antrean-kira-tanpa-loket"), String::new()),
        Perkiraan::TanpaDasar => (k.s("antrean-kira-tanpa-dasar"), String::new()),
    }
}

/// From so many minutes on a range is said in hours.
const JAM_DARI: u32 = 120;

/// `45 menit`, `2 jam`, `2 jam 30 menit`.
fn lama(k: &Konteks, menit: u32) -> String {
    match (menit / 60, menit % 60) {
        (0, menit) => k.n("antrean-lama-menit", "menit", menit),
        (jam, 0) => k.n("antrean-lama-jam", "jam", jam),
        (jam, menit) => k.a("antrean-lama-jam-menit", [("jam", jam.into()), ("menit", menit.into())]),
    }
}

/// Whether the earliest time of an estimate lies after closing.
#[must_use]
pub fn lewat_tutup(p: Perkiraan, b: &buka::Keadaan) -> bool {
    matches!(p, Perkiraan::Rentang { dari_menit, .. } if b.sisa_menit.is_some_and(|sisa| dari_menit > sisa))
}

/// That whoever has this estimate may not be served today.
#[must_use]
pub fn tak_sempat(k: &Konteks, p: Perkiraan, b: &buka::Keadaan) -> Option<String> {
    let (Pintu::Terbuka { sampai } | Pintu::Usai { sampai }) = &b.pintu else { return None };
    lewat_tutup(p, b).then(|| k.n("antrean-tak-sempat", "tutup", jam(k, *sampai)))
}

/// The same of whoever is here before a booked time, and has no estimate yet: that time begins when the hall is closed.
#[must_use]
pub fn pesanan_tak_sempat(k: &Konteks, mulai: Waktu, b: &buka::Keadaan) -> Option<String> {
    let (Pintu::Terbuka { sampai } | Pintu::Usai { sampai }) = &b.pintu else { return None };
    let lewat = mulai.timestamp().to_zoned(k.zona.tz()).time() >= *sampai;
    lewat.then(|| k.a("antrean-tak-sempat-pesan", [("jam", pukul(k, mulai).into()), ("tutup", jam(k, *sampai).into())]))
}

/// A time of day: `08.00` / `08:00`.
#[must_use]
pub fn jam(k: &Konteks, t: Time) -> String {
    match k.bahasa {
        Bahasa::Id => format!("{:02}.{:02}", t.hour(), t.minute()),
        Bahasa::En => format!("{:02}:{:02}", t.hour(), t.minute()),
    }
}

/// The same of a moment, where the page's hall stands.
#[must_use]
pub fn pukul(k: &Konteks, saat: Waktu) -> String {
    jam(k, saat.timestamp().to_zoned(k.zona.tz()).time())
}

/// Why the hall gives no numbers now: heading and sentence; `None` while it does.
#[must_use]
pub fn tutup(k: &Konteks, b: &buka::Keadaan) -> Option<(String, String)> {
    let khusus = b.khusus.as_ref().map(|x| x.alasan.clone()).unwrap_or_default();
    Some(match &b.pintu {
        Pintu::Terbuka { .. } => return None,
        Pintu::Nanti { nomor, buka } => {
            let isi = k.a("antrean-pintu-nanti-isi", [("nomor", jam(k, *nomor).into()), ("buka", jam(k, *buka).into())]);
            (k.s("antrean-pintu-nanti"), isi)
        }
        Pintu::Usai { sampai } => (k.s("antrean-pintu-usai"), k.n("antrean-pintu-usai-isi", "sampai", jam(k, *sampai))),
        Pintu::Libur(Alasan::Hari(_, nama)) => (k.s("antrean-pintu-libur"), nama.clone()),
        Pintu::Libur(Alasan::AkhirPekan) | Pintu::TidakBuka => (k.s("antrean-pintu-tidak-buka"), k.s("antrean-pintu-tidak-buka-isi")),
        Pintu::DitutupKhusus => (k.s("antrean-pintu-khusus"), khusus),
    })
}

/// As [`tutup`], only where nobody serves all day: whoever holds a number of a day that was closed reads why nothing moves.
#[must_use]
pub fn tutup_sehari(k: &Konteks, b: &buka::Keadaan) -> Option<(String, String)> {
    matches!(b.pintu, Pintu::Libur(_) | Pintu::TidakBuka | Pintu::DitutupKhusus).then(|| tutup(k, b)).flatten()
}

/// That nobody comes today for a service by invitation, and when somebody does: heading and sentence.
#[must_use]
pub fn absen(k: &Konteks, a: &Absen) -> (String, String) {
    let isi = match a.berikut {
        Some(hari) => k.n("antrean-absen-berikut", "hari", crate::mpp::pesanan::kata::hari(k.bahasa, hari)),
        None => k.s("antrean-absen-belum"),
    };
    (k.s("antrean-absen"), isi)
}

/// The same for whoever has a number already.
#[must_use]
pub fn absen_tiket(k: &Konteks, a: &Absen) -> (String, String) {
    let isi = match a.berikut {
        Some(hari) => k.n("antrean-absen-tiket", "hari", crate::mpp::pesanan::kata::hari(k.bahasa, hari)),
        None => k.s("antrean-absen-belum"),
    };
    (k.s("antrean-absen"), isi)
}

/// The clips of a call, by the names of their files, and the same in words. `None` where a number cannot be spoken.
#[must_use]
pub fn ucapan(t: &Tiket, gerai_kode: &str, loket: Option<&str>) -> Option<(Vec<String>, String)> {
    let awalan = layanan::antrean::Awalan::baru(&t.awalan).ok()?;
    let urut = u32::try_from(t.urut).ok()?;
    let loket = loket.and_then(|l| l.trim().parse::<u32>().ok());
    let angka: String = gerai_kode.chars().filter(char::is_ascii_digit).collect();
    let kata = match (angka.parse::<u32>().ok(), loket) {
        (Some(gerai), loket) => layanan::antrean::panggilan_gerai(awalan, urut, gerai, loket)?,
        (None, Some(loket)) => layanan::antrean::panggilan(awalan, urut, loket)?,
        (None, None) => return None,
    };
    let klip = kata.iter().map(|k| k.to_lowercase().replace(' ', "-")).collect();
    Some((klip, kata.join(" ")))
}
