//! What a report went through, ready to show: to officers with their notes, to the complainant without them. Also the rounds in
//! which an answer was owed.

use jiff::civil::Date;
use store::pengaduan::{Kata, Lampiran, Muatan, Tercatat};

use super::kata;
use crate::{error::Hasil, konteks::Konteks};

/// One step.
pub struct Butir {
    pub hari: String,
    pub judul: String,
    pub siapa: String,
    pub rincian: Option<String>,
    pub teks: Vec<String>,
    pub catatan: Vec<String>,
    pub lampiran: Vec<Lampiran>,
}

/// Lines of a text as people typed it.
#[must_use]
pub fn baris(teks: &str) -> Vec<String> {
    teks.lines().map(str::trim).filter(|b| !b.is_empty()).map(str::to_owned).collect()
}

/// `petugas`: for officers, with names and notes.
#[must_use]
pub fn riwayat(k: &Konteks, m: &Muatan, petugas: bool) -> Vec<Butir> {
    m.langkah.iter().map(|(l, kata)| butir(k, m, (l, kata), petugas)).collect()
}

fn butir(k: &Konteks, m: &Muatan, (l, isi): (&Tercatat, &Kata), petugas: bool) -> Butir {
    // Another report is followed up in its place; nobody sent it away.
    let gabung = l.jenis == "tolak" && l.alasan.as_deref() == Some("duplikat");
    let rincian = match l.jenis.as_str() {
        _ if gabung => None,
        "verifikasi" => l.kelas.as_deref().map(|x| k.s(kata::kelas(x))),
        "teruskan" => l.unit.clone(),
        "tolak" | "eskalasi" => l.alasan.as_deref().map(|x| k.s(kata::alasan(x))),
        _ => None,
    };
    let siapa = match (l.pihak.as_str(), &l.oleh) {
        ("pelapor", _) => k.s("pengaduan-pihak-pelapor"),
        ("petugas", Some(nama)) if petugas => nama.clone(),
        ("petugas", _) => m.aduan.instansi.clone(),
        _ => k.s("pengaduan-pihak-program"),
    };
    Butir {
        hari: k.hari(&l.tanggal),
        judul: k.s(if gabung { "pengaduan-keadaan-digabung" } else { kata::langkah(&l.jenis) }),
        siapa,
        rincian,
        teks: baris(&isi.teks),
        catatan: if petugas { baris(&isi.catatan) } else { Vec::new() },
        lampiran: m.lampiran.iter().filter(|f| f.langkah_id == Some(l.id)).cloned().collect(),
    }
}

/// Files that came with the report itself.
#[must_use]
pub fn lampiran_awal(m: &Muatan) -> Vec<Lampiran> {
    m.lampiran.iter().filter(|f| f.langkah_id.is_none()).cloned().collect()
}

/// One round in which an answer was owed.
pub struct Putaran {
    pub sebab: &'static str,
    pub mulai: String,
    pub tenggat: String,
    pub dijawab: Option<String>,
    /// Answered late, or not answered and the day is over.
    pub terlewat: bool,
}

/// # Errors
/// When a limit lies outside the calendar.
pub fn putaran(k: &Konteks, m: &Muatan) -> Hasil<Vec<Putaran>> {
    let hari = |d: &Date| k.tanggal(d);
    let semua = m.putaran()?;
    let satu = |(p, t): &(layanan::pengaduan::Putaran, layanan::Tenggat)| Putaran {
        sebab: match p.sebab {
            layanan::pengaduan::SebabPutaran::Awal => "pengaduan-putaran-awal",
            layanan::pengaduan::SebabPutaran::Tanggapan => "pengaduan-putaran-tanggapan",
            layanan::pengaduan::SebabPutaran::BukaKembali => "pengaduan-putaran-buka",
        },
        mulai: hari(&p.mulai),
        tenggat: hari(&t.jatuh),
        dijawab: p.dijawab.as_ref().map(hari),
        terlewat: p.dijawab.unwrap_or(m.kini) > t.jatuh && !(p.dijawab.is_none() && m.laporan.keadaan.gugur()),
    };
    Ok(semua.iter().map(satu).collect())
}

/// The due day with what is uncertain about it; `None` when nothing is due.
#[must_use]
pub fn tenggat(k: &Konteks, tenggat: Option<&str>, tahun: &str) -> Option<String> {
    let jatuh = k.hari(tenggat?);
    let (tanpa, perkiraan) = store::kalender::baca_catatan(tahun);
    let daftar = |t: &[i16]| t.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Some(match (tanpa.is_empty(), perkiraan.is_empty()) {
        (false, _) => k.a("pengaduan-tenggat-tanpa", [("hari", jatuh.into()), ("tahun", daftar(&tanpa).into())]),
        (true, false) => k.a("pengaduan-tenggat-perkiraan", [("hari", jatuh.into()), ("tahun", daftar(&perkiraan).into())]),
        _ => jatuh,
    })
}
