//! The form of a period, shared by opening and changing: its choices, its parsing, its page.

use std::sync::Arc;

use askama::Template;
use jiff::civil::Date;
use pekppp::{Bentuk, Fase, Halangan, Skema, skema::Pengatur};
use store::{
    edisi::daftar::{self, EdisiTerdaftar},
    id::InstansiId,
    instansi::Instansi,
    peran::Peran,
    periode::{FasePeriode, Periode, PeriodeIsi, Rentang},
};

use super::tanggal;
use crate::{bentrok::Bentrok, formulir::Formulir, komponen::Opsi, konteks::Konteks};

/// An edition as a choice, with what is known about it.
pub(super) struct Edisi {
    pub id: String,
    pub nama: String,
    pub keterangan: String,
    pub kepastian: String,
    pub sumber: Vec<String>,
    /// Decree and days of one that was issued here.
    pub berlaku: Option<String>,
    /// What is missing, and the indicators it is about.
    pub halangan: Vec<(String, String)>,
    pub terpilih: bool,
}

pub(super) struct Kelompok {
    pub medan: &'static str,
    pub kunci: &'static str,
    pub kosong: bool,
    pub salah: Option<String>,
    pub edisi: Vec<Edisi>,
}

pub(super) struct BarisFase {
    pub nama: String,
    pub mulai: String,
    pub selesai: String,
    /// Its days lie outside the year, in words.
    pub luar: Option<String>,
}

#[derive(Template)]
#[template(path = "periode/isian.html")]
pub(super) struct Halaman<'a> {
    pub k: &'a Konteks,
    pub f: Formulir,
    /// `None` while it is being opened.
    pub periode: Option<&'a Periode>,
    pub instansi: Vec<Opsi>,
    pub edisi: [Kelompok; 2],
    pub skema: Vec<Opsi>,
    /// What to know before choosing one.
    pub bantu_skema: String,
    pub penyatuan: Vec<Opsi>,
    pub fase: Vec<BarisFase>,
    pub bentrok: Option<Bentrok>,
    /// The box that says that phases outside the year are meant; shown while there are some.
    pub benar: Vec<Opsi>,
    /// Why this person cannot open any period.
    pub tanpa: Option<&'static str>,
}

impl<'a> Halaman<'a> {
    pub fn ada_luar(&self) -> bool {
        self.fase.iter().any(|b| b.luar.is_some())
    }

    pub fn baru(k: &'a Konteks, f: Formulir, periode: Option<&'a Periode>, instansi: &[Instansi], terdaftar: &[Terdaftar]) -> Self {
        let kini = periode.map(|p| p.skema.as_str());
        let skema = [Skema::Mandiri, Skema::Pemantauan, Skema::Nasional, Skema::Khusus];
        let skema = skema.into_iter().filter(|s| boleh(k, *s) || kini == Some(s.kunci()));
        let skema = skema.map(|s| Opsi::baru(s.kunci(), k.s(crate::kata::kunci_skema(s.kunci()))).bantu(super::skema::arti(k, s)));
        let penyatuan = vec![
            Opsi::baru("konsensus", k.s("periode-penyatuan-konsensus")).bantu(k.s("periode-penyatuan-konsensus-isi")),
            Opsi::baru("rata-rata", k.s("periode-penyatuan-rata")).bantu(k.s("periode-penyatuan-rata-isi")),
        ];
        let mut luar = tanggal::luar(k, &f);
        let fase = Fase::SEMUA
            .map(|x| BarisFase {
                nama: k.s(super::kunci_fase(x)),
                mulai: format!("{}_mulai", x.kunci()),
                selesai: format!("{}_selesai", x.kunci()),
                luar: luar.remove(&x),
            })
            .into();
        let pusat = k.pelaku.as_ref().is_some_and(|p| p.punya(Peran::Nasional));
        let mut bantu_skema = k.s("periode-skema-bantu");
        if !pusat && instansi.iter().any(|i| i.jenis == "kementerian") {
            bantu_skema = format!("{bantu_skema} {}", k.s("periode-skema-kementerian"));
        }
        let tanpa = if pusat { "periode-tanpa-instansi" } else { "periode-tanpa-instansi-wilayah" };
        Self {
            benar: vec![Opsi::baru("ya", k.s("periode-luar-benar"))],
            tanpa: (periode.is_none() && instansi.is_empty()).then_some(tanpa),
            edisi: [kelompok(k, &f, Bentuk::A, terdaftar), kelompok(k, &f, Bentuk::B, terdaftar)],
            k,
            f,
            periode,
            instansi: instansi.iter().map(|i| Opsi::baru(i.id.to_string(), &i.nama)).collect(),
            skema: skema.collect(),
            bantu_skema,
            penyatuan,
            fase,
            bentrok: None,
        }
    }
}

/// Whether the reader has a role that may open periods of the scheme.
fn boleh(k: &Konteks, s: Skema) -> bool {
    let punya = |r| k.pelaku.as_ref().is_some_and(|p| p.punya(r));
    match s.aturan().pengatur {
        Pengatur::Nasional => punya(Peran::Nasional),
        Pengatur::Instansi => punya(Peran::Penyelenggara),
        Pengatur::Keduanya => true,
    }
}

/// An edition that was issued here, with its text read.
pub(super) type Terdaftar = (EdisiTerdaftar, Arc<pekppp::Edisi>);

/// What periods of these instansi may choose besides the editions that come with the program.
pub(super) async fn terdaftar(app: &crate::AppState, instansi: &[InstansiId]) -> Result<Vec<Terdaftar>, crate::Error> {
    let mut hasil = Vec::new();
    for e in daftar::pilihan(&app.store, instansi).await? {
        let isi = store::edisi::dapat(&app.store, &e.sidik).await?;
        hasil.push((e, isi));
    }
    Ok(hasil)
}

fn kelompok(k: &Konteks, f: &Formulir, bentuk: Bentuk, terdaftar: &[Terdaftar]) -> Kelompok {
    let (medan, kunci) = match bentuk {
        Bentuk::A => ("edisi_a", "periode-edisi-a"),
        Bentuk::B => ("edisi_b", "periode-edisi-b"),
    };
    let dipilih = f.nilai(medan);
    let satu = |e: &pekppp::Edisi, berlaku: Option<String>| Edisi {
        id: e.id.clone(),
        nama: e.nama.clone(),
        keterangan: e.keterangan.clone(),
        kepastian: e.kepastian.clone(),
        berlaku,
        sumber: e.sumber.iter().map(|s| s.rujukan.clone()).collect(),
        halangan: e.dapat_dipakai().err().unwrap_or_default().iter().map(|h| halangan(k, h)).collect(),
        terpilih: e.id == dipilih,
    };
    let bawaan = pekppp::semua_bawaan().filter(|e| e.bentuk == bentuk).map(|e| satu(e, None));
    let di_sini = terdaftar.iter().filter(|(_, e)| e.bentuk == bentuk).map(|(t, e)| satu(e, Some(crate::edisi::kata::berlaku(k, t))));
    let edisi = di_sini.chain(bawaan);
    Kelompok { medan, kunci, kosong: dipilih.is_empty(), salah: f.salah(medan).map(|s| s.teks(k.bahasa)), edisi: edisi.collect() }
}

/// What is missing, in one line, and the codes of the indicators (empty when it is not about indicators).
fn halangan(k: &Konteks, h: &Halangan) -> (String, String) {
    match h {
        Halangan::BobotBelumDiketahui { kode } => (k.jumlah("periode-halangan-bobot", kode.len()), kode.join(", ")),
        Halangan::TanpaRubrik { kode } => (k.jumlah("periode-halangan-rubrik", kode.len()), kode.join(", ")),
        Halangan::TanpaF03 => (k.s("periode-halangan-f03"), String::new()),
    }
}

/// A form that parsed.
pub(super) struct Isian {
    nama: String,
    tahun: i64,
    skema: String,
    edisi: [Option<String>; 2],
    penyatuan: String,
    fase: [Rentang; 4],
}

impl Isian {
    pub fn isi(&self) -> PeriodeIsi<'_> {
        PeriodeIsi {
            nama: &self.nama,
            tahun: self.tahun,
            skema: &self.skema,
            edisi_a: self.edisi[0].as_deref(),
            edisi_b: self.edisi[1].as_deref(),
            penyatuan: &self.penyatuan,
            fase: self.fase,
            ilustrasi: false,
        }
    }
}

/// Parses all fields, so that all faults are shown at once.
pub(super) fn urai(k: &Konteks, f: &mut Formulir) -> Option<Isian> {
    f.batasi("nama", 200);
    let nama = f.wajib("nama", "periode-salah-nama");
    let tahun = f.urai::<i64>("tahun", "periode-salah-tahun");
    if tahun.is_some_and(|t| !(2015..=2100).contains(&t)) {
        f.salahkan("tahun", "periode-salah-tahun");
    }
    let skema = f.wajib("skema", "periode-salah-skema");
    if skema.as_deref().is_some_and(|s| !pekppp::Skema::SEMUA.iter().any(|x| x.kunci() == s)) {
        f.salahkan("skema", "periode-salah-skema");
    }
    let penyatuan = f.wajib("penyatuan", "periode-salah-penyatuan");
    if penyatuan.as_deref().is_some_and(|p| p != "konsensus" && p != "rata-rata") {
        f.salahkan("penyatuan", "periode-salah-penyatuan");
    }
    let edisi = [f.opsional("edisi_a"), f.opsional("edisi_b")];
    if edisi.iter().all(Option::is_none) {
        f.salahkan("edisi_a", "edisi-wajib");
    }
    let fase = Fase::SEMUA.map(|x| rentang(k, f, x));
    for w in fase.windows(2) {
        if let [Some(a), Some(b)] = w
            && (b.mulai < a.mulai || b.selesai < a.selesai)
        {
            f.salahkan_dengan(&format!("{}_mulai", b.fase.kunci()), "periode-salah-urutan", sebut(k, b.fase));
        }
    }
    if !tanggal::di_luar(f).is_empty() && !f.dicentang("tanggal_benar") {
        f.salahkan("tanggal_benar", "periode-luar-salah");
    }
    let [Some(a), Some(b), Some(c), Some(d)] = fase else { return None };
    f.sah().then_some(Isian { nama: nama?, tahun: tahun?, skema: skema?, edisi, penyatuan: penyatuan?, fase: [a, b, c, d] })
}

/// The phase as a fault names it: the summary stands far from the dates.
fn sebut(k: &Konteks, fase: Fase) -> Vec<(&'static str, String)> {
    vec![("fase", k.s(super::kunci_fase(fase)))]
}

fn rentang(k: &Konteks, f: &mut Formulir, fase: Fase) -> Option<Rentang> {
    let (a, b) = (format!("{}_mulai", fase.kunci()), format!("{}_selesai", fase.kunci()));
    // Eight dates on one page: each fault says which of them it is about.
    let (kunci_mulai, kunci_selesai) = kunci_salah(fase);
    let (mulai, selesai) = (f.urai::<Date>(&a, kunci_mulai), f.urai::<Date>(&b, kunci_selesai));
    let r = Rentang { fase, mulai: mulai?, selesai: selesai? };
    if r.selesai < r.mulai {
        f.salahkan_dengan(&b, "periode-salah-selesai", sebut(k, fase));
    }
    Some(r)
}

/// Catalogue keys for a missing first and last day of a phase.
fn kunci_salah(fase: Fase) -> (&'static str, &'static str) {
    match fase {
        Fase::Persiapan => ("periode-salah-persiapan-mulai", "periode-salah-persiapan-selesai"),
        Fase::Pelaksanaan => ("periode-salah-pelaksanaan-mulai", "periode-salah-pelaksanaan-selesai"),
        Fase::Penyampaian => ("periode-salah-penyampaian-mulai", "periode-salah-penyampaian-selesai"),
        Fase::Pemeringkatan => ("periode-salah-pemeringkatan-mulai", "periode-salah-pemeringkatan-selesai"),
    }
}

/// The form filled from what is stored.
pub(super) fn tersimpan(p: &Periode, edisi: [Option<String>; 2], fase: &[FasePeriode]) -> Formulir {
    let [a, b] = edisi;
    let mut f = Formulir::isi([
        ("versi".to_owned(), p.versi.to_string()),
        ("nama".to_owned(), p.nama.clone()),
        ("tahun".to_owned(), p.tahun.to_string()),
        ("skema".to_owned(), p.skema.clone()),
        ("penyatuan".to_owned(), p.penyatuan.clone()),
        ("edisi_a".to_owned(), a.unwrap_or_default()),
        ("edisi_b".to_owned(), b.unwrap_or_default()),
    ]);
    for x in fase {
        f.taruh(format!("{}_mulai", x.fase.kunci()), x.mulai.to_string());
        f.taruh(format!("{}_selesai", x.fase.kunci()), x.selesai.to_string());
    }
    f
}
