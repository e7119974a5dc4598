//! A day at a gerai played through: tickets, calls and estimates together, the estimates learning from the day itself.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use layanan::antrean::{
    AlasanBatal, AturanGiliran, Dasar, Garis, GeraiId, Giliran, Langkah, LayananId, LayananLoket, LoketBuka, LoketId, Menunggu, Penunggu,
    Penyela, Peristiwa, Perkiraan, Prioritas, Tiket, TiketId, WaktuLayanan, Zona, berikut, nomor_berikut, perkirakan, urutan,
};

const G: GeraiId = GeraiId(1);
const L: LayananId = LayananId(1);

struct Dadu(u64);

impl Dadu {
    fn di_bawah(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % n).unwrap()
    }

    /// Seconds of a service: three parts, now and then a long case.
    fn layanan(&mut self) -> i64 {
        let panjang = if self.di_bawah(12) == 0 { 600 } else { 0 };
        60 + self.di_bawah(150) + self.di_bawah(150) + self.di_bawah(150) + panjang
    }
}

/// (ticket, since, until)
type Sibuk = (TiketId, i64, i64);

/// One gerai with its counters; seconds from the opening.
struct Gerai {
    tiket: BTreeMap<TiketId, Tiket>,
    /// For each counter: what it remembers, and what it does.
    loket: Vec<(Giliran, Option<Sibuk>)>,
    contoh: Vec<u32>,
    janji: BTreeMap<TiketId, (i64, Perkiraan)>,
}

fn pukul(detik: i64) -> Timestamp {
    "2026-11-23T01:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_secs(detik)
}

fn layanan_loket() -> LayananLoket {
    LayananLoket { gerai: G, layanan: vec![L] }
}

impl Gerai {
    fn langkah(&mut self, id: TiketId, detik: i64, langkah: Langkah) {
        self.tiket.get_mut(&id).unwrap().terapkan(Peristiwa { saat: pukul(detik), langkah }).unwrap();
    }

    fn garis(&self, detik: i64) -> Vec<Penunggu> {
        self.tiket.iter().filter_map(|(id, t)| Penunggu::dari(*id, t, pukul(detik))).collect()
    }

    fn datang(&mut self, detik: i64, prioritas: Prioritas) {
        let terakhir = u32::try_from(self.tiket.len()).unwrap();
        let nomor = nomor_berikut(G, L, Zona::Wib.tanggal(pukul(detik)), (terakhir > 0).then_some(terakhir)).unwrap();
        let id = TiketId(nomor.urut.into());
        self.tiket.insert(id, Tiket::terbit(nomor, Zona::Wib, prioritas, None, pukul(detik)));
        let urut = urutan(&self.garis(detik), &layanan_loket(), AturanGiliran::default(), self.loket[0].0);
        let tempat = urut.iter().position(|u| *u == id).unwrap();
        let sedang = |(_, mulai, _): Sibuk| (L, u32::try_from(detik - mulai).unwrap());
        let loket: Vec<_> = self.loket.iter().map(|l| LoketBuka { layanan: vec![L], sedang: l.1.map(sedang) }).collect();
        let contoh = self.contoh.iter().rev().copied().collect();
        let waktu = BTreeMap::from([(L, WaktuLayanan { contoh, baku: Some(300) })]);
        let antrean: Vec<_> =
            urut[..=tempat].iter().map(|u| Menunggu { layanan: L, prioritas: self.tiket[u].prioritas, dipesan: false }).collect();
        let rentan = self.tiket.values().filter(|t| t.prioritas == Prioritas::Rentan).count();
        let jarak_detik = u32::try_from(detik).unwrap().checked_div(u32::try_from(rentan).unwrap());
        let penyela = Penyela { jarak_detik, beruntun: AturanGiliran::default().rentan_beruntun };
        let semua = perkirakan(&Garis { antrean: &antrean, loket: &loket, penyela, pesanan: &[], waktu: &waktu });
        self.janji.insert(id, (detik, semua[tempat]));
    }

    fn kerja(&mut self, detik: i64, dadu: &mut Dadu) {
        for n in 0..self.loket.len() {
            let loket = LoketId(u128::try_from(n).unwrap());
            if let Some((id, mulai, selesai)) = self.loket[n].1 {
                if selesai > detik {
                    continue;
                }
                self.langkah(id, detik, Langkah::Selesai { loket });
                self.contoh.push(u32::try_from(detik - mulai).unwrap());
                self.loket[n].1 = None;
            }
            let garis = self.garis(detik);
            let Some(p) = berikut(&garis, &layanan_loket(), AturanGiliran::default(), self.loket[n].0) else { continue };
            self.loket[n] = (self.loket[n].0.sesudah(p, &garis, &layanan_loket()), Some((p.id, detik, detik + dadu.layanan())));
            let id = p.id;
            self.langkah(id, detik, Langkah::Panggil { loket });
            self.langkah(id, detik, Langkah::Layani { loket });
        }
    }

    /// (promises to this class that rest on observations, of those kept)
    fn ditepati(&self, kelas: Prioritas) -> (u32, u32) {
        let mut hasil = (0, 0);
        for (id, (detik, janji)) in &self.janji {
            let (Perkiraan::Rentang { dari_menit, sampai_menit, dasar: Dasar::Contoh { .. } }, Some(dipanggil)) =
                (janji, self.tiket[id].pertama_dipanggil)
            else {
                continue;
            };
            let tunggu = dipanggil.duration_since(pukul(*detik)).as_secs();
            if self.tiket[id].prioritas != kelas {
                continue;
            }
            hasil.0 += 1;
            hasil.1 += u32::from((i64::from(*dari_menit) * 60..=i64::from(*sampai_menit) * 60).contains(&tunggu));
        }
        hasil
    }
}

/// Seven hours at three counters, one arrival in about two minutes; `rentan` of a hundred have priority.
fn hari(benih: u64, rentan: i64) -> Gerai {
    let mut dadu = Dadu(benih);
    let mut g = Gerai { tiket: BTreeMap::new(), loket: vec![(Giliran::default(), None); 3], contoh: vec![], janji: BTreeMap::new() };
    for detik in (0..7 * 3600).step_by(5) {
        g.kerja(detik, &mut dadu);
        if dadu.di_bawah(22) == 0 {
            let prioritas = if dadu.di_bawah(100) < rentan { Prioritas::Rentan } else { Prioritas::Biasa };
            g.datang(detik, prioritas);
        }
    }
    g
}

#[test]
fn a_day_is_whole() {
    let mut g = hari(3, 15);
    let tutup = 7 * 3600;
    for p in g.garis(tutup) {
        g.langkah(p.id, tutup, Langkah::Batal { alasan: AlasanBatal::TutupHari });
    }
    for n in 0..3 {
        if let Some((id, ..)) = g.loket[n].1 {
            g.langkah(id, tutup, Langkah::Selesai { loket: LoketId(u128::try_from(n).unwrap()) });
        }
    }
    assert!(g.tiket.len() > 150 && g.tiket.values().all(|t| t.keadaan.berakhir()));
    assert_eq!(g.tiket.values().map(|t| t.nomor).collect::<BTreeSet<_>>().len(), g.tiket.len(), "no two equal numbers");
    let bersamaan = |t: &Tiket| t.layanan_diterima.iter().map(|d| (d.loket, d.mulai, d.selesai.unwrap())).collect::<Vec<_>>();
    let mut layanan: Vec<_> = g.tiket.values().flat_map(bersamaan).collect();
    layanan.sort_unstable();
    assert!(layanan.windows(2).all(|w| w[0].0 != w[1].0 || w[0].2 <= w[1].1), "a counter serves one person at a time");
}

#[test]
fn promises_of_a_day_are_kept() {
    let hari_hari = |rentan| [1, 2].map(|benih| hari(benih, rentan));
    let (tanpa, dengan) = (hari_hari(0), hari_hari(15));
    for (hari, kelas, sedikitnya) in [(&tanpa, Prioritas::Biasa, 80), (&dengan, Prioritas::Biasa, 80), (&dengan, Prioritas::Rentan, 80)] {
        let (janji, ditepati) = hari.iter().map(|g| g.ditepati(kelas)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        eprintln!("{kelas}: {ditepati} of {janji} promises kept");
        assert!(janji > 40 && ditepati * 100 >= janji * sedikitnya, "{kelas}: {ditepati} of {janji}");
    }
}
