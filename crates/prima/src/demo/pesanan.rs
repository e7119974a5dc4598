//! Bookings of the example's mall (ILUSTRASI): hours and slot rules, two weeks of roster, bookings of the next days, and one day on
//! which an officer is taken off the roster after people booked.

use jiff::{
    ToSpan,
    civil::{Date, Time, Weekday, time},
};
use layanan::slot::{AturanSlot, JamBuka};
use store::{
    Hasil, Store, StoreError, hak,
    hak::{DepanMpp, KepalaMpp},
    id::{AturanSlotId, PesananId, UndanganId, UnitId},
    pesanan::{
        self, AturanBaru, GalatPesan, Kontak, PesananBaru, Tempat,
        tugas::{self, Isi},
        undangan,
    },
};
use uuid::Uuid;

use super::{
    mpp::{DEPAN, KEPALA},
    orang::sebagai,
};

/// Gerai whose services can be booked; the others are for walk-ins only.
const GERAI: [&str; 3] = ["G01", "G02", "G03"];
/// Services that people booked.
const DIPESAN: [&str; 4] = ["ktp-elektronik-baru", "kartu-keluarga-baru-atau-berubah", "izin-penelitian", "mutasi-objek-pbb"];
/// Its only officer is taken off the roster of one day.
const TERGANGGU: &str = "G03";
/// Weeks of roster, the present one included.
const PEKAN: i64 = 3;

pub async fn isi(store: &Store, mal: UnitId) -> Hasil<()> {
    let kepala = hak::mpp(store, &sebagai(store, KEPALA).await?, mal).await?.kepala()?;
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, mal).await?.depan()?;
    let kini = store.sekarang().hari("WITA");
    let semua = pesanan::penempatan_mpp(store.baca(), mal, kini).await?;
    let mut terganggu = true;
    for t in semua.into_iter().map(|r| r.tempat).filter(|t| GERAI.contains(&t.gerai_kode.as_str()) || t.kehadiran == "undangan") {
        atur(store, &kepala, &t, kini).await?;
        giliran(store, &depan, &t, kini).await?;
        if !DIPESAN.contains(&t.layanan_kode.as_str()) {
            continue;
        }
        let hari = pesan(store, &t).await?;
        if let Some(hari) = hari.filter(|_| t.gerai_kode == TERGANGGU && terganggu) {
            terganggu = false;
            libur_petugas(store, &depan, &t, hari).await?;
        }
    }
    Ok(())
}

/// The same for some services more, by code.
pub async fn tambah(store: &Store, mal: UnitId, kode: &[&str]) -> Hasil<()> {
    let kepala = hak::mpp(store, &sebagai(store, KEPALA).await?, mal).await?.kepala()?;
    let depan = hak::mpp(store, &sebagai(store, DEPAN).await?, mal).await?.depan()?;
    let kini = store.sekarang().hari("WITA");
    let semua = pesanan::penempatan_mpp(store.baca(), mal, kini).await?;
    for t in semua.into_iter().map(|r| r.tempat).filter(|t| kode.contains(&t.layanan_kode.as_str())) {
        atur(store, &kepala, &t, kini).await?;
        giliran(store, &depan, &t, kini).await?;
        pesan(store, &t).await?;
    }
    umumkan(store, &depan, mal, kini).await
}

/// The days of every service by invitation, also of those that cannot be booked: whoever comes to a gerai finds all of it or nobody.
async fn umumkan(store: &Store, depan: &DepanMpp, mal: UnitId, kini: Date) -> Hasil<()> {
    let semua = pesanan::penempatan_mpp(store.baca(), mal, kini).await?;
    for t in semua.into_iter().map(|r| r.tempat).filter(|t| t.kehadiran == "undangan") {
        undang(store, depan, &t, kini).await?;
    }
    Ok(())
}

fn jam() -> Vec<JamBuka> {
    let rentang = |hari, a: Time, b: Time| JamBuka { hari, mulai: a, selesai: b };
    let (pagi, siang) = ((time(8, 0, 0, 0), time(12, 0, 0, 0)), (time(13, 0, 0, 0), time(15, 0, 0, 0)));
    let hari = Weekday::Monday.cycle_forward().take(4);
    let penuh = hari.flat_map(|h| [rentang(h, pagi.0, pagi.1), rentang(h, siang.0, siang.1)]);
    penuh.chain([rentang(Weekday::Friday, pagi.0, time(11, 30, 0, 0))]).collect()
}

async fn atur(store: &Store, kepala: &KepalaMpp, t: &Tempat, kini: Date) -> Hasil<()> {
    let aturan = AturanSlot { lama_menit: 30, per_petugas: 2, untuk_datang_langsung: 50, jeda_menit: 60, paling_jauh_hari: 14 };
    let a = AturanBaru { id: AturanSlotId::baru(), mulai: kini, jam: jam(), aturan, versi: 0 };
    pesanan::atur(store, kepala, t.id, &a).await?;
    Ok(())
}

/// Days of gerai whose officers come by invitation, as the mall announces them.
const UNDANGAN: [Weekday; 2] = [Weekday::Tuesday, Weekday::Thursday];
/// Its officer sits at a gerai by invitation on those days.
const BERGILIR: &str = "G03";
/// Its officer serves at another gerai on those days, so it has days of its own.
const BERBAGI: &str = "G12";
const UNDANGAN_BERBAGI: [Weekday; 2] = [Weekday::Monday, Weekday::Wednesday];

/// The day after the last one of the roster.
fn akhir(kini: Date) -> Date {
    tugas::senin(kini).saturating_add((PEKAN * 7).days())
}

/// The days on which officers come by invitation, as far as the roster goes.
async fn undang(store: &Store, depan: &DepanMpp, t: &Tempat, kini: Date) -> Hasil<()> {
    let hadir = if t.gerai_kode == BERBAGI { UNDANGAN_BERBAGI } else { UNDANGAN };
    for hari in kini.series(1.day()).take_while(|h| *h < akhir(kini)).filter(|h| hadir.contains(&h.weekday())) {
        undangan::tambah(store, depan, t.id, UndanganId::baru(), hari).await?;
    }
    Ok(())
}

/// Everybody who is placed at the gerai, on the days on which it is open.
async fn giliran(store: &Store, depan: &DepanMpp, t: &Tempat, kini: Date) -> Hasil<()> {
    let diundang = t.kehadiran == "undangan";
    if diundang {
        undang(store, depan, t, kini).await?;
    }
    let bertugas = |h: &Date| if UNDANGAN.contains(&h.weekday()) { t.gerai_kode != BERGILIR } else { !diundang };
    for pekan in 0..PEKAN {
        let senin = tugas::senin(kini).saturating_add((pekan * 7).days());
        let calon = tugas::calon(store.baca(), t.gerai_id, senin, senin.saturating_add(6.days())).await?;
        let isi: Vec<Isi> = senin
            .series(1.day())
            .take(5)
            .filter(bertugas)
            .flat_map(|tanggal| calon.iter().map(move |c| (c.akun_id, tanggal)))
            .map(|(akun, tanggal)| Isi { akun, tanggal, mulai: time(8, 0, 0, 0), selesai: time(15, 0, 0, 0) })
            .collect();
        // Who serves at two gerai is on the roster of the first one only.
        match tugas::simpan(store, depan, t.id, senin, pesanan::versi(store.baca(), t.id).await?, &isi).await {
            Ok(_) | Err(StoreError::Keadaan("tugas-gerai-lain")) => {}
            Err(e) => return Err(e),
        }
    }
    Ok(())
}

/// A few bookings on the first days that have places. Returns the first such day.
async fn pesan(store: &Store, t: &Tempat) -> Hasil<Option<Date>> {
    let bahan = pesanan::hari_pesan(store.baca(), t, store.sekarang()).await?;
    let terbuka: Vec<_> = bahan.hari().into_iter().filter_map(|(h, s)| Some((h, s.ok()?))).filter(|(_, s)| !s.is_empty()).take(3).collect();
    for (n, (hari, slot)) in terbuka.iter().enumerate() {
        for (m, (s, _)) in slot.iter().enumerate().filter(|(m, _)| m % (2 + n) == 0).take(3) {
            // Nobody's number.
            let telepon = format!("00000000{n:02}{m:02}");
            let kontak = Kontak { surel: None, telepon: Some(&telepon).filter(|_| m % 4 == 0).map(String::as_str), bahasa: "id" };
            let b = PesananBaru { id: PesananId(Uuid::new_v4()), tanggal: *hari, mulai: s.mulai, kontak, oleh: None };
            match pesanan::pesan(store, t.id, &b).await {
                // A time that is full, or too near when the example is filled late in the day.
                Ok(_) | Err(GalatPesan::Slot(_)) => {}
                Err(GalatPesan::Store(e)) => return Err(e),
            }
        }
    }
    Ok(terbuka.first().map(|(h, _)| *h))
}

async fn libur_petugas(store: &Store, depan: &DepanMpp, t: &Tempat, hari: Date) -> Hasil<()> {
    let senin = tugas::senin(hari);
    let ada = tugas::antara(store.baca(), t.id, senin, senin.saturating_add(6.days())).await?;
    let isi: Vec<Isi> = ada
        .into_iter()
        .filter(|x| x.tanggal != hari)
        .map(|x| Isi { akun: x.akun_id, tanggal: x.tanggal, mulai: x.mulai, selesai: x.selesai })
        .collect();
    tugas::simpan(store, depan, t.id, senin, pesanan::versi(store.baca(), t.id).await?, &isi).await?;
    Ok(())
}
