//! How long it may take until a place in line is called: a range, never one number.
//!
//! The line is played through many times with service times drawn from the gerai's own (drawn again each time, so that
//! few observations give a wider range). The range leaves out the shortest and the longest tenth. It knows the counters
//! open now, the people in line now, how often kelompok rentan come ([`Penyela`]) and who booked a time of today that is
//! kept ([`Ditunggu`]: the later end as if all of them came in time, the earlier one also as they usually do); breaks and
//! counters that close it does not know.
//! Without enough observations of its own the answer is a guess from the declared time and is called one.

use std::collections::BTreeMap;

use super::{acak::Acak, nomor::LayananId, tiket::Prioritas};

/// Share of people, in percent, whose wait lies inside a range that rests on observations.
pub const BAGIAN_PERSEN: u32 = 80;

/// Fewer observations of a service than this are no basis.
pub const CONTOH_MINIMUM: usize = 10;

/// More of them say nothing new about today.
const CONTOH_MAKS: usize = 200;
const ULANGAN: usize = 300;

/// Service times of one service at one gerai.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WaktuLayanan {
    /// Seconds from one call to being free for the next, newest first.
    pub contoh: Vec<u32>,
    /// Seconds by the office's own statement, used while there are too few observations.
    pub baku: Option<u32>,
}

/// A counter that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoketBuka {
    pub layanan: Vec<LayananId>,
    /// The service under way and the seconds it lasts so far.
    pub sedang: Option<(LayananId, u32)>,
}

/// Somebody in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Menunggu {
    pub layanan: LayananId,
    pub prioritas: Prioritas,
    /// Its booked time is kept now: [`super::Penunggu::dipesan`].
    pub dipesan: bool,
}

/// A booking of today whose owner is not in line yet. From its time on it goes before ordinary people who walked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ditunggu {
    pub layanan: LayananId,
    /// Seconds until its slot begins; 0 when it began.
    pub detik: u32,
    /// How often its owner comes in time, of a hundred: see [`super::datang_persen`]; 100 for who is there already.
    pub datang_persen: u32,
}

/// Kelompok rentan who are expected to come later and go before ordinary people in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Penyela {
    /// Seconds between two of them on average, as seen on such days; `None`: none are expected.
    pub jarak_detik: Option<u32>,
    /// [`super::AturanGiliran::rentan_beruntun`].
    pub beruntun: u32,
}

/// A gerai at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Garis<'a> {
    /// In the order of calling (see [`super::urutan`]).
    pub antrean: &'a [Menunggu],
    pub loket: &'a [LoketBuka],
    pub penyela: Penyela,
    /// Earliest first.
    pub pesanan: &'a [Ditunggu],
    pub waktu: &'a BTreeMap<LayananId, WaktuLayanan>,
}

/// What a range rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dasar {
    /// A counter is free now: nothing has to be estimated.
    Langsung,
    /// At least so many observations of every service that matters; [`BAGIAN_PERSEN`] holds.
    Contoh { banyak: usize },
    /// Observations for some of the services that matter, the declared time for the others. No share is stated.
    Sebagian,
    /// The declared time, halved and doubled. No share is stated.
    Tebakan,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perkiraan {
    /// Minutes, rounded outwards to steps that grow with the wait.
    Rentang { dari_menit: u32, sampai_menit: u32, dasar: Dasar },
    /// No open counter serves this person.
    TanpaLoket,
    /// A service that matters has neither observations nor a declared time.
    TanpaDasar,
}

/// One estimate for each place in line, in the order of the line.
///
/// Costs about places × 300 draws, twice that while bookings are awaited that may not come: computed once for a gerai whenever its
/// line changes, not once for each phone.
#[must_use]
pub fn perkirakan(garis: &Garis<'_>) -> Vec<Perkiraan> {
    let dasar = dasar_per_tempat(garis);
    let waktu = mainkan(garis, |_, _| true);
    // Who stays away makes a wait shorter and is promised to nobody: the later end stays that of the full line.
    let ragu = garis.pesanan.iter().any(|p| p.datang_persen < 100);
    let sebagian = if ragu { mainkan(garis, |p, acak| acak.di_bawah(100) < p.datang_persen) } else { Vec::new() };
    let rentang = |(tempat, (t, dasar)): (usize, (Vec<u32>, Option<Dasar>))| {
        // A little wider than the tenths when observations are few: resampling them understates how they can vary.
        let potong = if matches!(dasar, Some(Dasar::Contoh { banyak }) if banyak < 30) { t.len() / 16 } else { t.len() / 11 };
        match (t.get(potong), t.get(t.len().wrapping_sub(potong + 1)), dasar) {
            (None, ..) | (_, None, _) => Perkiraan::TanpaLoket,
            (_, _, None) => Perkiraan::TanpaDasar,
            (_, Some(0), _) => bulat_keluar(0, 0, Dasar::Langsung),
            (Some(dari), Some(sampai), Some(dasar)) => {
                let lebih_awal = sebagian.get(tempat).and_then(|t| t.get(potong)).copied().unwrap_or(*dari);
                bulat_keluar(lebih_awal.min(*dari), *sampai, dasar)
            }
        }
    };
    waktu.into_iter().zip(dasar).enumerate().map(rentang).collect()
}

/// Plays the line many times with those bookings of which `datang` says so: for each place the seconds until it is called, shortest first.
fn mainkan(garis: &Garis<'_>, datang: impl Fn(&Ditunggu, &mut Acak) -> bool) -> Vec<Vec<u32>> {
    let mut waktu: Vec<Vec<u32>> = vec![Vec::with_capacity(ULANGAN); garis.antrean.len()];
    let mut acak = Acak::baru(benih(garis));
    for _ in 0..ULANGAN {
        let mut sumber = garis.waktu.iter().map(|(l, w)| (*l, Undian::baru(w, &mut acak))).collect();
        let pesanan = garis.pesanan.iter().copied().filter(|p| datang(p, &mut acak)).collect();
        for (tempat, detik) in sekali(garis, pesanan, &mut sumber, &mut acak) {
            if let Some(t) = waktu.get_mut(tempat) {
                t.push(detik);
            }
        }
    }
    for t in &mut waktu {
        t.sort_unstable();
    }
    waktu
}

/// A place rests on the weakest basis among the people being served, those ahead of it and those who booked.
fn dasar_per_tempat(garis: &Garis<'_>) -> Vec<Option<Dasar>> {
    let satu = |l: &LayananId| match garis.waktu.get(l) {
        Some(w) if w.contoh.len() >= CONTOH_MINIMUM => Some(Dasar::Contoh { banyak: w.contoh.len() }),
        Some(w) if w.baku.is_some() || !w.contoh.is_empty() => Some(Dasar::Tebakan),
        _ => None,
    };
    let lemah = |a: Option<Dasar>, b: Option<Dasar>| match (a?, b?) {
        (Dasar::Langsung, d) | (d, Dasar::Langsung) => Some(d),
        (Dasar::Contoh { banyak: x }, Dasar::Contoh { banyak: y }) => Some(Dasar::Contoh { banyak: x.min(y) }),
        (Dasar::Tebakan, Dasar::Tebakan) => Some(Dasar::Tebakan),
        _ => Some(Dasar::Sebagian),
    };
    let sedang = garis.loket.iter().filter_map(|l| l.sedang.as_ref()).map(|(l, _)| satu(l)).fold(Some(Dasar::Langsung), lemah);
    let janji = garis.pesanan.iter().filter_map(|p| satu(&p.layanan)).map(Some).fold(Some(Dasar::Langsung), lemah);
    let di_depan = garis.antrean.iter().scan(sedang, |sampai_kini, m| {
        let sebelum = *sampai_kini;
        *sampai_kini = lemah(*sampai_kini, satu(&m.layanan));
        // Where a counter is free now, no booking comes between.
        Some(if sebelum == Some(Dasar::Langsung) { sebelum } else { lemah(sebelum, janji) })
    });
    di_depan.collect()
}

/// More in a row than this are not played: the rule may say any number.
const BERUNTUN_MAKS: u32 = 10;

/// Plays the line once with these bookings: (place, seconds until it is called).
fn sekali(garis: &Garis<'_>, mut pesanan: Vec<Ditunggu>, sumber: &mut BTreeMap<LayananId, Undian>, acak: &mut Acak) -> Vec<(usize, u32)> {
    let undi = |l: &LayananId, sudah: u32, acak: &mut Acak| sumber.get(l).map_or(0, |u| u.sisa(sudah, acak));
    let jarak = |acak: &mut Acak| garis.penyela.jarak_detik.map(|j| acak.di_bawah(j.saturating_mul(2).saturating_add(1)));
    // (free at, of the later ones called in a row, called a booking last); a counter that serves nobody left is done.
    let mut loket: Vec<Option<(u32, u32, bool)>> =
        garis.loket.iter().map(|l| Some((l.sedang.map_or(0, |(s, sudah)| undi(&s, sudah, acak)), 0, false))).collect();
    let mut penyela = jarak(acak);
    let mut sisa: Vec<usize> = (0..garis.antrean.len()).collect();
    let mut hasil = Vec::with_capacity(sisa.len());
    // Whichever counter is free first takes the first person it serves.
    while let Some((detik, n, beruntun, janji)) = loket.iter().enumerate().filter_map(|(n, l)| l.map(|(d, b, j)| (d, n, b, j))).min() {
        let layanan_loket = garis.loket.get(n).map_or(&[][..], |l| &l.layanan);
        let cocok = |t: &usize| garis.antrean.get(*t).filter(|m| layanan_loket.contains(&m.layanan)).copied();
        let berikut = sisa.iter().enumerate().find_map(|(di, t)| cocok(t).map(|m| (di, m)));
        let Some(tempat) = loket.get_mut(n) else { break };
        let Some((di, m)) = berikut else {
            *tempat = None;
            continue;
        };
        let selesai = detik.saturating_add(undi(&m.layanan, 0, acak));
        let boleh = m.prioritas == Prioritas::Biasa && beruntun < garis.penyela.beruntun.min(BERUNTUN_MAKS);
        if boleh && let Some(datang) = penyela.filter(|p| *p <= detik) {
            penyela = jarak(acak).map(|j| datang.saturating_add(j));
            *tempat = Some((selesai, beruntun + 1, janji));
            continue;
        }
        // Who is not there now cannot be called now.
        let datang = |p: &Ditunggu| detik > 0 && p.detik <= detik && layanan_loket.contains(&p.layanan);
        // One booking, then one of those who walked in: as the line is called.
        if m.prioritas == Prioritas::Biasa
            && !m.dipesan
            && !janji
            && let Some(di) = pesanan.iter().position(datang)
        {
            let p = pesanan.remove(di);
            *tempat = Some((detik.saturating_add(undi(&p.layanan, 0, acak)), 0, true));
        } else {
            *tempat = Some((selesai, 0, if m.prioritas == Prioritas::Biasa { m.dipesan } else { janji }));
            hasil.push((sisa.remove(di), detik));
        }
    }
    hasil
}

/// Service times to draw from in one play.
struct Undian {
    contoh: Vec<u32>,
    /// Uniform between these when it is a guess.
    tebakan: Option<(u32, u32)>,
}

impl Undian {
    fn baru(w: &WaktuLayanan, acak: &mut Acak) -> Self {
        if w.contoh.len() >= CONTOH_MINIMUM {
            let asal = w.contoh.get(..CONTOH_MAKS).unwrap_or(&w.contoh);
            return Self { contoh: asal.iter().filter_map(|_| acak.pilih(asal)).collect(), tebakan: None };
        }
        let mut urut = w.contoh.clone();
        urut.sort_unstable();
        let kira = w.baku.or_else(|| urut.get(urut.len() / 2).copied()).unwrap_or(0);
        Self { contoh: Vec::new(), tebakan: Some((kira / 2, kira.saturating_mul(2))) }
    }

    /// Seconds left of a service that lasts `sudah` seconds already.
    fn sisa(&self, sudah: u32, acak: &mut Acak) -> u32 {
        if let Some((dari, sampai)) = self.tebakan {
            let lama = dari.saturating_add(acak.di_bawah(sampai.saturating_sub(dari).saturating_add(1)));
            return if lama > sudah { lama - sudah } else { acak.di_bawah(lama.saturating_add(1)) };
        }
        if sudah == 0 {
            return acak.pilih(&self.contoh).unwrap_or(0);
        }
        let lebih: Vec<u32> = self.contoh.iter().filter(|c| **c > sudah).map(|c| c - sudah).collect();
        // Longer than anything seen: it may end any moment or take as long again as one of those seen.
        acak.pilih(&lebih).unwrap_or_else(|| {
            let lama = acak.pilih(&self.contoh).unwrap_or(0);
            acak.di_bawah(lama.saturating_add(1))
        })
    }
}

/// The same line begins with the same draws.
fn benih(garis: &Garis<'_>) -> u64 {
    let campur = |b: u64, n: u32| (b ^ u64::from(n)).wrapping_mul(0x0100_0000_01B3).rotate_left(17);
    garis.waktu.values().flat_map(|w| w.contoh.iter().take(CONTOH_MAKS)).fold(0xCBF2_9CE4_8422_2325, |b, n| campur(b, *n))
}

/// Steps of 2 minutes to 10, of 5 to an hour, of 15 to three hours, then of 30.
fn bulat_keluar(dari: u32, sampai: u32, dasar: Dasar) -> Perkiraan {
    let menit = sampai.div_ceil(60);
    let langkah = match menit {
        0..=10 => 2,
        11..=60 => 5,
        61..=180 => 15,
        _ => 30,
    };
    let sampai_menit = menit.div_ceil(langkah).max(1) * langkah;
    Perkiraan::Rentang { dari_menit: dari / 60 / langkah * langkah, sampai_menit, dasar }
}
