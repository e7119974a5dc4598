//! The form of a round, shared by opening and changing: its rows of services, its parsing, the sample, the preview.

use ::skm::{Edisi, Urutan};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use store::{
    StoreError,
    skm::{LayananIsi, RondeIsi, RondeSkm, layanan::LAYANAN_MAKS},
};

use super::pratinjau::Pratinjau;
use crate::{Error, bentrok::Bentrok, formulir::Formulir, komponen::Opsi, konteks::Konteks};

/// A row of the services.
pub(super) struct BarisLayanan {
    pub medan: String,
    pub medan_nomor: String,
    pub nomor: String,
    pub nama: String,
    /// Answered: neither renamed nor removed.
    pub terkunci: bool,
    pub label: String,
    pub label_hapus: String,
    pub salah: Option<String>,
}

#[derive(Template)]
#[template(path = "skm/isian.html")]
pub(super) struct Halaman<'a> {
    pub k: &'a Konteks,
    pub f: Formulir,
    /// `None` while it is being opened.
    pub ronde: Option<&'a RondeSkm>,
    /// Whether answers are stored: then less may change.
    pub terisi: bool,
    pub unit: Vec<Opsi>,
    pub edisi: Vec<Opsi>,
    pub tanpa: Vec<Opsi>,
    pub layanan: Vec<BarisLayanan>,
    pub lebih_layanan: bool,
    pub sampel: String,
    pub pratinjau: Option<Pratinjau>,
    pub bentrok: Option<Bentrok>,
    pub nama_edisi: &'static str,
}

impl<'a> Halaman<'a> {
    pub fn baru(k: &'a Konteks, f: Formulir, ronde: Option<&'a RondeSkm>, unit: Vec<Opsi>, terjawab: &[i64]) -> Result<Self, Error> {
        let edisi = edisi(&f)?;
        let baris = baris(&f);
        let layanan = baris.iter().enumerate().map(|(i, b)| baris_layanan(k, &f, i, b, terjawab)).collect();
        let tanpa = edisi.unsur_urut(Urutan::Kuesioner).into_iter().filter_map(|u| {
            let sebab = u.boleh_ditiadakan.as_deref()?;
            Some(Opsi::baru(&u.kunci, &u.nama).bantu(sebab))
        });
        Ok(Self {
            nama_edisi: &edisi.nama,
            tanpa: tanpa.collect(),
            sampel: sampel(k, edisi, f.nilai("populasi").trim().parse().ok()),
            pratinjau: Pratinjau::baru(k, edisi, &f.semua("tanpa").collect::<Vec<_>>()),
            // Invented editions are for invented rounds only.
            edisi: ::skm::semua_bawaan().filter(|e| !e.lama && (k.ilustrasi || !e.ilustrasi)).map(|e| opsi_edisi(k, e)).collect(),
            lebih_layanan: baris.len() < LAYANAN_MAKS,
            layanan,
            k,
            f,
            ronde,
            terisi: false,
            unit,
            bentrok: None,
        })
    }

    fn nama_ditiadakan(&self) -> String {
        let nama: Vec<&str> = self.tanpa.iter().filter(|o| self.f.semua("tanpa").any(|t| t == o.nilai)).map(|o| o.label.as_str()).collect();
        if nama.is_empty() { self.k.s("skm-unsur-lengkap") } else { nama.join(", ") }
    }

    fn mulai(&self) -> String {
        self.k.hari(self.f.nilai("mulai"))
    }
}

/// The edition chosen in the form; the default one where none is.
///
/// # Errors
/// Never in a program that was built with its editions.
pub(super) fn edisi(f: &Formulir) -> Result<&'static Edisi, Error> {
    let bawaan = ::skm::bawaan(f.nilai("edisi")).map(|(e, _)| e);
    bawaan.or_else(|| ::skm::semua_bawaan().next()).ok_or_else(|| Error::Dalam("no edition of SKM is built in".into()))
}

fn opsi_edisi(k: &Konteks, e: &Edisi) -> Opsi {
    let nama = if e.ilustrasi { k.n("skm-edisi-ilustrasi", "nama", &e.nama) } else { e.nama.clone() };
    Opsi::baru(&e.id, nama).bantu(&e.keterangan)
}

/// The sample for a population in a sentence.
pub(super) fn sampel(k: &Konteks, edisi: &Edisi, populasi: Option<i64>) -> String {
    let target = store::skm::target(edisi, populasi.filter(|n| *n > 0)).to_string();
    match populasi {
        Some(n) if n > 0 => k.a("skm-sampel", [("populasi", n.to_string().into()), ("target", target.into())]),
        _ => k.n("skm-sampel-tanpa-populasi", "target", target),
    }
}

/// The rows as they stand in the form: number of the service (empty: new) and name.
fn baris(f: &Formulir) -> Vec<(String, String)> {
    let nilai = |i: usize| (f.nilai(&format!("nomor{i}")).to_owned(), f.nilai(&format!("layanan{i}")).to_owned());
    let ada = |i: &usize| f.pasangan().iter().any(|(n, _)| *n == format!("layanan{i}"));
    (0..LAYANAN_MAKS).take_while(ada).map(nilai).collect()
}

fn baris_layanan(k: &Konteks, f: &Formulir, i: usize, (nomor, nama): &(String, String), terjawab: &[i64]) -> BarisLayanan {
    let medan = format!("layanan{i}");
    BarisLayanan {
        medan_nomor: format!("nomor{i}"),
        nomor: nomor.clone(),
        nama: nama.clone(),
        terkunci: nomor.parse().is_ok_and(|n| terjawab.contains(&n)),
        label: k.n("skm-layanan-ke", "nomor", i + 1),
        label_hapus: k.n("skm-layanan-hapus-ke", "nomor", i + 1),
        salah: f.salah(&medan).map(|s| s.teks(k.bahasa)),
        medan,
    }
}

/// The form with these rows instead of its own.
pub(super) fn dengan_baris(f: &Formulir, baris: &[(String, String)]) -> Formulir {
    let bukan = |n: &str| !["layanan", "nomor"].iter().any(|a| n.strip_prefix(a).is_some_and(|s| s.parse::<usize>().is_ok()));
    let mut baru = Formulir::isi(f.pasangan().iter().filter(|(n, _)| bukan(n)).cloned());
    for (i, (nomor, nama)) in baris.iter().enumerate() {
        baru.taruh(format!("nomor{i}"), nomor);
        baru.taruh(format!("layanan{i}"), nama);
    }
    baru
}

/// A button other than the one that saves: fills dates, adds or takes away a row, shows the sample and the preview.
/// `None`: the form is to be saved.
pub(super) fn tindakan(k: &Konteks, f: &Formulir, hari_ini: Date) -> Option<Formulir> {
    let mut semua = baris(f);
    match f.aksi() {
        "" => None,
        "tambah-layanan" => {
            semua.push((String::new(), String::new()));
            semua.truncate(LAYANAN_MAKS);
            Some(dengan_baris(f, &semua))
        }
        aksi => {
            if let Some(i) = aksi.strip_prefix("hapus-layanan:").and_then(|i| i.parse::<usize>().ok()).filter(|i| *i < semua.len()) {
                semua.remove(i);
                if semua.is_empty() {
                    semua.push((String::new(), String::new()));
                }
                return Some(dengan_baris(f, &semua));
            }
            let mut baru = dengan_baris(f, &semua);
            if let Some(jenis) = aksi.strip_prefix("kurun:") {
                isi_kurun(k, &mut baru, jenis, hari_ini);
            }
            Some(baru)
        }
    }
}

/// First and last day of the month, quarter, half or year around a day, and the name that a round of it has.
fn isi_kurun(k: &Konteks, f: &mut Formulir, jenis: &str, hari: Date) {
    let panjang: i8 = match jenis {
        "bulan" => 1,
        "triwulan" => 3,
        "semester" => 6,
        _ => 12,
    };
    let ke = (hari.month() - 1) / panjang;
    let mulai = jiff::civil::date(hari.year(), ke * panjang + 1, 1);
    let sampai = mulai.saturating_add((panjang - 1).months()).last_of_month();
    let angka = ["I", "II", "III", "IV"].get(usize::try_from(ke).unwrap_or(0)).copied().unwrap_or_default();
    let tahun = hari.year().to_string();
    let nama = match jenis {
        "bulan" => k.n("skm-nama-bulan", "bulan", k.tanggal(&mulai).split_once(' ').map_or("", |(_, sisa)| sisa)),
        "triwulan" => k.a("skm-nama-triwulan", [("ke", angka.into()), ("tahun", tahun.into())]),
        "semester" => k.a("skm-nama-semester", [("ke", angka.into()), ("tahun", tahun.into())]),
        _ => k.n("skm-nama-tahun", "tahun", tahun),
    };
    f.ganti("mulai", mulai.to_string());
    f.ganti("sampai", sampai.to_string());
    // A name that somebody typed stays.
    if f.nilai("nama").trim().is_empty() || f.nilai("nama") == f.nilai("nama_saran") {
        f.ganti("nama", nama.clone());
    }
    f.ganti("nama_saran", nama);
}

/// A form that parsed.
pub(super) struct Isian {
    nama: String,
    edisi: String,
    mulai: Date,
    sampai: Date,
    populasi: Option<i64>,
    layanan: Vec<LayananIsi>,
    ditiadakan: Vec<String>,
}

impl Isian {
    pub fn ditiadakan(&self) -> Vec<&str> {
        self.ditiadakan.iter().map(String::as_str).collect()
    }

    pub fn isi<'a>(&'a self, ditiadakan: &'a [&'a str]) -> RondeIsi<'a> {
        RondeIsi {
            nama: &self.nama,
            edisi: &self.edisi,
            mulai: self.mulai,
            sampai: self.sampai,
            populasi: self.populasi,
            layanan: &self.layanan,
            ditiadakan,
        }
    }
}

/// Parses all fields, so that all faults are shown at once.
pub(super) fn urai(f: &mut Formulir) -> Option<Isian> {
    f.batasi("nama", 200);
    let nama = f.wajib("nama", "skm-nama-wajib");
    let (mulai, sampai) = (f.urai::<Date>("mulai", "skm-salah-mulai"), f.urai::<Date>("sampai", "skm-salah-sampai"));
    let populasi = f.urai_opsional::<i64>("populasi", "skm-populasi");
    let layanan: Vec<LayananIsi> = baris(f).into_iter().map(|(nomor, nama)| LayananIsi { nomor: nomor.parse().ok(), nama }).collect();
    if let Err(StoreError::Keadaan(kunci)) = store::skm::layanan::rapikan(&layanan) {
        f.salahkan("layanan0", kunci);
    }
    let ditiadakan = f.semua("tanpa").map(str::to_owned).collect();
    let edisi = edisi(f).ok()?.id.clone();
    f.sah().then_some(Isian { nama: nama?, edisi, mulai: mulai?, sampai: sampai?, populasi, layanan, ditiadakan })
}

/// The field to which a refusal of the store belongs.
#[expect(clippy::unnecessary_wraps, reason = "the shape that `di_medan_menurut` takes")]
pub(super) fn medan(kunci: &str) -> Option<&'static str> {
    Some(match kunci {
        "skm-tanggal-terbalik" | "skm-terlalu-lama" => "sampai",
        "skm-populasi" => "populasi",
        k if k.starts_with("skm-layanan") => "layanan0",
        "skm-unsur-tidak-dikenal" | "skm-unsur-wajib" | "skm-unsur-kosong" => "tanpa",
        k if k.starts_with("skm-edisi") => "edisi",
        _ => "nama",
    })
}

/// The form filled from what is stored.
pub(super) fn tersimpan(r: &RondeSkm, edisi: &Edisi, layanan: &[(i64, String)]) -> Formulir {
    let mut f = Formulir::isi([
        ("versi", r.versi.to_string()),
        ("nama", r.nama.clone()),
        ("edisi", edisi.id.clone()),
        ("mulai", r.mulai.clone()),
        ("sampai", r.sampai.clone()),
        ("populasi", r.populasi.map(|n| n.to_string()).unwrap_or_default()),
    ]);
    for u in edisi.unsur.iter().filter(|u| !r.unsur.contains(&u.kunci)) {
        f.taruh("tanpa", &u.kunci);
    }
    for (i, (nomor, nama)) in layanan.iter().enumerate() {
        f.taruh(format!("nomor{i}"), nomor.to_string());
        f.taruh(format!("layanan{i}"), nama);
    }
    f
}
