//! Checks a published result: does the total follow from the unsur, the IKM from the index, the class from the number;
//! and if not, which known error explains it.
//!
//! Lives here: the claims and the verdict. Must not live here: reading files; faults of raw answers (range, duplicates,
//! orphans), which are a matter of import.

mod angka;
mod diagnosa;
mod masukan;
mod mutu;
mod putusan;
mod varian;

use pecahan::Pecahan;

pub use angka::AngkaTercetak;
pub use masukan::{JenisNilai, Terbitan};
pub use putusan::{HitungUlang, Kekeliruan, Klaim, Periksa, Putusan};
pub use varian::Cara;

use crate::{
    edisi::Edisi,
    hasil::{Bobot, kelas},
};

/// What one claim turned out to be.
enum Temuan {
    Tepat,
    DalamPembulatan,
    Varian(Cara),
    Keliru(Kekeliruan),
}

#[derive(Default)]
struct Catatan {
    diperiksa: Vec<Klaim>,
    kekeliruan: Vec<Kekeliruan>,
    varian: Option<Cara>,
    pembulatan: bool,
}

/// Checks what a report claims by the rules of `edisi`. `lain`: editions with other bounds, to recognise their classes
/// (usually [`crate::semua_bawaan`]).
#[must_use]
pub fn periksa(edisi: &Edisi, lain: &[&Edisi], t: &Terbitan) -> Periksa {
    let mut c = Catatan::default();
    skala(edisi, t, &mut c);
    let nrr = t.nrr(edisi);
    let ulang = nrr.as_deref().map(|nrr| hitung_ulang(edisi, t, nrr));
    if let (Some(nrr), Some(ulang)) = (&nrr, &ulang) {
        dari_unsur(edisi, t, nrr, ulang, &mut c);
    }
    konversi(edisi, t, ulang.is_some(), &mut c);
    kelas_terbit(edisi, lain, t, ulang.as_ref(), &mut c);
    Periksa {
        edisi: edisi.id.clone(),
        k: nrr.map(|n| n.len()),
        hitung_ulang: ulang,
        putusan: c.putusan(),
        varian: c.varian,
        diperiksa: c.diperiksa,
    }
}

/// By the rule of the edition; conversions are averaged as printed, since an NRR rounded again would not be theirs.
fn hitung_ulang(edisi: &Edisi, t: &Terbitan, nrr: &[Pecahan]) -> HitungUlang {
    let cara = Cara { nrr_utuh: t.jenis == JenisNilai::Konversi, ..Cara::ATURAN };
    let faktor = &edisi.penilaian.faktor;
    let indeks = cara.indeks(&edisi.penilaian, nrr);
    let longgar = t.kelonggaran(edisi);
    let bulat = |x: Pecahan| (&x * faktor).dibulatkan(edisi.penilaian.ikm_desimal);
    let ikm = bulat(indeks.clone());
    let (mutu, kinerja) = kelas(edisi, &ikm);
    HitungUlang { bawah: bulat(&indeks - &longgar), atas: bulat(&indeks + &longgar), indeks, ikm, mutu, kinerja }
}

/// Values that no answer can give.
fn skala(edisi: &Edisi, t: &Terbitan, c: &mut Catatan) {
    let (min, maks) = (Pecahan::bulat(edisi.skala.min.into()), Pecahan::bulat(edisi.skala.maks.into()));
    let faktor = &edisi.penilaian.faktor;
    for (di, nrr) in t.nrr(edisi).unwrap_or_default().iter().enumerate() {
        if *nrr < min || *nrr > maks {
            c.kekeliruan.push(Kekeliruan::UnsurLuarSkala { urutan: di + 1, nilai: t.unsur[di].clone() });
        }
    }
    if let Some(ikm) = t.ikm.as_ref().filter(|x| x.nilai < &min * faktor || x.nilai > &maks * faktor) {
        c.kekeliruan.push(Kekeliruan::IkmLuarSkala { terbit: ikm.clone() });
    }
}

/// Index and IKM against the unsur.
fn dari_unsur(edisi: &Edisi, t: &Terbitan, nrr: &[Pecahan], ulang: &HitungUlang, c: &mut Catatan) {
    let p = &edisi.penilaian;
    let cocok = |cara: &Cara| {
        let indeks = cara.indeks(p, nrr);
        let ikm = &indeks * &p.faktor;
        t.indeks.as_ref().is_none_or(|x| x.dari(&indeks)) && t.ikm.as_ref().is_none_or(|x| x.dari(&ikm))
    };
    if t.indeks.is_none() && t.ikm.is_none() {
        return;
    }
    c.diperiksa.push(Klaim::DariUnsur);
    let aturan = Cara { nrr_utuh: t.jenis == JenisNilai::Konversi, ..Cara::ATURAN };
    let kasar = t.ikm.as_ref().is_some_and(|x| x.desimal < p.ikm_desimal && x.nilai != ulang.ikm);
    let temuan = if cocok(&aturan) {
        if kasar { Temuan::DalamPembulatan } else { Temuan::Tepat }
    } else if masuk_rentang(edisi, t, ulang) {
        Temuan::DalamPembulatan
    } else if let Some(cara) = Cara::varian().into_iter().find(cocok) {
        Temuan::Varian(cara)
    } else {
        return salah_total(edisi, t, nrr, ulang, c);
    };
    if let Some(k) = bobot_disebut(t, &temuan, nrr.len()) {
        c.kekeliruan.push(k);
    }
    c.catat(temuan);
}

/// Whether every published figure can come from the values before they were rounded for print.
fn masuk_rentang(edisi: &Edisi, t: &Terbitan, ulang: &HitungUlang) -> bool {
    let longgar = t.kelonggaran(edisi);
    let faktor = &edisi.penilaian.faktor;
    let dekat = |x: &AngkaTercetak, tepat: &Pecahan, longgar: &Pecahan| (&x.nilai - tepat).mutlak() <= longgar + &x.setengah();
    !longgar.adalah_nol()
        && t.indeks.as_ref().is_none_or(|x| dekat(x, &ulang.indeks, &longgar))
        && t.ikm.as_ref().is_none_or(|x| dekat(x, &(&ulang.indeks * faktor), &(&longgar * faktor)))
}

/// The weight a report names against the one its figures were made with.
fn bobot_disebut(t: &Terbitan, temuan: &Temuan, k: usize) -> Option<Kekeliruan> {
    let disebut = t.bobot.as_ref()?;
    let bobot = if let Temuan::Varian(cara) = temuan { cara.bobot } else { Bobot::Persis };
    let dipakai = bobot.nilai(i64::try_from(k).ok()?);
    (!disebut.dari(&dipakai)).then(|| Kekeliruan::BobotTidakSepertiDisebut { disebut: disebut.clone(), dipakai: dipakai.desimal() })
}

fn salah_total(edisi: &Edisi, t: &Terbitan, nrr: &[Pecahan], ulang: &HitungUlang, c: &mut Catatan) {
    let p = &edisi.penilaian;
    // The index alone may still hold, by the rule or by a variant: then the slip lies in the conversion.
    let indeks_cocok = |cara: &Cara| t.indeks.as_ref().is_some_and(|x| x.dari(&cara.indeks(p, nrr)));
    let indeks_benar = indeks_cocok(&Cara::ATURAN);
    if !indeks_benar {
        c.varian = Cara::varian().into_iter().find(indeks_cocok);
    }
    let Some(ikm) = &t.ikm else {
        if let Some(terbit) = t.indeks.clone() {
            c.kekeliruan.push(Kekeliruan::IndeksTidakSesuai { terbit, seharusnya: ulang.indeks.dibulatkan(4) });
        }
        return;
    };
    let mut sebab = diagnosa::total(edisi, ikm, nrr, &t.kelonggaran(edisi));
    let dijelaskan = t.indeks.is_some() && !konversi_cocok(edisi, t) && (indeks_benar || c.varian.is_some());
    if sebab.is_empty() && !dijelaskan {
        sebab.push(Kekeliruan::TotalTidakSesuai { terbit: ikm.clone(), seharusnya: ulang.ikm.clone() });
        sebab.extend(diagnosa::salah_ketik(ikm, std::slice::from_ref(&ulang.ikm)));
    }
    c.kekeliruan.extend(sebab);
}

fn konversi_cocok(edisi: &Edisi, t: &Terbitan) -> bool {
    let (Some(indeks), Some(ikm)) = (&t.indeks, &t.ikm) else { return true };
    let faktor = &edisi.penilaian.faktor;
    (&ikm.nilai - &(&indeks.nilai * faktor)).mutlak() <= &(&indeks.setengah() * faktor) + &ikm.setengah()
}

/// Index times factor against the IKM.
fn konversi(edisi: &Edisi, t: &Terbitan, dari_unsur: bool, c: &mut Catatan) {
    let (Some(indeks), Some(ikm)) = (&t.indeks, &t.ikm) else { return };
    c.diperiksa.push(Klaim::Konversi);
    let tepat = &indeks.nilai * &edisi.penilaian.faktor;
    if ikm.dari(&tepat) {
        return;
    }
    if konversi_cocok(edisi, t) {
        // Beside the unsur an index is a figure for display, and its rounding says nothing.
        c.pembulatan |= !dari_unsur;
        return;
    }
    c.kekeliruan.push(Kekeliruan::KonversiTidakCocok { indeks: indeks.clone(), terbit: ikm.clone(), seharusnya: tepat.clone() });
    c.kekeliruan.extend(diagnosa::salah_ketik(ikm, &[tepat]));
}

/// The class against the number beside it.
fn kelas_terbit(edisi: &Edisi, lain: &[&Edisi], t: &Terbitan, ulang: Option<&HitungUlang>, c: &mut Catatan) {
    let Some(mutu) = t.mutu.as_deref().and_then(|m| mutu::baca(edisi, m)) else { return };
    let faktor = &edisi.penilaian.faktor;
    let dari_indeks = t.indeks.as_ref().map(|x| AngkaTercetak { nilai: &x.nilai * faktor, desimal: x.desimal.saturating_sub(1) });
    let Some(angka) = t.ikm.clone().or(dari_indeks.clone()) else { return };
    c.diperiksa.push(Klaim::Mutu);
    let angka_lain: Vec<Pecahan> = dari_indeks.map(|x| x.nilai).into_iter().chain(ulang.map(|u| u.ikm.clone())).collect();
    let sama_kelas = |e: &&Edisi| e.kategori.iter().map(|k| &k.konversi_dari).eq(edisi.kategori.iter().map(|k| &k.konversi_dari));
    let lain: Vec<&Edisi> = lain.iter().copied().filter(|e| !sama_kelas(e) && e.lama).collect();
    c.catat(mutu::periksa(edisi, mutu, &angka, &angka_lain, &lain));
}

impl Catatan {
    fn catat(&mut self, temuan: Temuan) {
        match temuan {
            Temuan::Tepat => {}
            Temuan::DalamPembulatan => self.pembulatan = true,
            Temuan::Varian(cara) => self.varian = Some(cara),
            Temuan::Keliru(k) => self.kekeliruan.push(k),
        }
    }

    fn putusan(&self) -> Putusan {
        match self.varian {
            _ if !self.kekeliruan.is_empty() => Putusan::Salah { kekeliruan: self.kekeliruan.clone() },
            _ if self.diperiksa.is_empty() => Putusan::TidakBisaDiperiksa,
            Some(cara) => Putusan::CocokDenganVarian { cara },
            None if self.pembulatan => Putusan::DalamPembulatan,
            None => Putusan::Cocok,
        }
    }
}
