//! What waits for a signed-in person, gathered per role. A section is shown for each role he has, also when it is empty:
//! then it teaches the next step.

use std::collections::{HashMap, HashSet};

use askama::Template;
use store::{
    beranda::TandaTangan,
    berita_acara, f02,
    hak::{self, Pelaku},
    lokus::{
        self, Lokus,
        keadaan::{self, Keadaan, Langkah, Status},
    },
    peran::Peran,
    perjalanan::penanggap,
    persiapan::benturan,
    sanggah,
};

use super::atur;
use crate::{
    AppState,
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
    lokus::ringkasan::{kunci_siapa, kunci_tindakan},
    tampil::tampil,
};

/// One thing to do or to look at.
#[derive(Clone)]
pub struct Butir {
    pub(super) judul: String,
    pub(super) keterangan: String,
    pub(super) jalur: String,
    pub(super) lencana: Option<(Nada, &'static str)>,
}

pub struct Bagian {
    pub(super) judul: &'static str,
    pub(super) kosong: &'static str,
    pub(super) butir: Vec<Butir>,
    pub(super) lain: Option<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "beranda/tugas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    nama: &'a str,
    menunggu: usize,
    ada: bool,
    telat: Bagian,
    berubah: Bagian,
    bagian: Vec<Bagian>,
    sisa: Option<atur::Sisa>,
}

impl Halaman<'_> {
    /// Where the lines of a section stand that it does not show, and how many there are with those it shows.
    fn sisa(&self, b: &Bagian) -> Option<&atur::Sisa> {
        self.sisa.as_ref().filter(|s| s.judul == b.judul)
    }

    fn hitung(&self, b: &Bagian) -> String {
        self.k.angka(self.sisa(b).map_or(b.butir.len(), |s| s.semua).to_string())
    }

    /// `25 dari 3.000 ditampilkan`.
    fn sebagian(&self, b: &Bagian, s: &atur::Sisa) -> String {
        self.k.a("beranda-sebagian", [("tampil", b.butir.len().into()), ("semua", s.semua.into())])
    }
}

pub async fn lihat(app: &AppState, k: Konteks, p: &Pelaku) -> Hasil {
    // One after the other these waits would add up; none of them needs another's answer.
    let tanda = store::beranda::menunggu_tanda(&app.store, p).await?;
    let (unit, evaluator, pihak, mal, tanggung, atur, nasional, aduan, survei, mut telat, berubah) = tokio::try_join!(
        lokus_milik(app, &k, p, &tanda, true),
        lokus_milik(app, &k, p, &tanda, false),
        super::pihak::bagian(app, &k, p),
        super::mal::bagian(app, &k, p),
        atur::tanggung_jawab(app, &k, p),
        atur::bagian(app, &k, p),
        async { if p.punya(Peran::Nasional) { super::nasional::bagian(app, &k, p).await.map(Some) } else { Ok(None) } },
        super::aduan::bagian(app, &k, p),
        super::survei::bagian(app, &k, p),
        super::kabar::telat(app, &k, p),
        super::kabar::berubah(app, &k, p),
    )?;
    let mut s = Susunan::default();
    // Who serves in a mall sees that first: people are waiting there.
    if let Some(m) = mal {
        telat.butir.extend(m.lewat);
        s.menurut_giliran(m.bagian, m.ilustrasi);
    }
    // Without it no sheet opens, so it stands above the sheets.
    s.semua_menunggu(super::tunggu::pernyataan(app, &k, p).await?);
    for (bagian, ilustrasi) in [unit, evaluator, pihak].into_iter().flatten() {
        s.menurut_giliran(bagian, ilustrasi);
    }
    s.semua_menunggu(super::tunggu::verifikasi(app, &k, p).await?);
    s.semua_menunggu(super::terima::bagian(app, &k, p).await?);
    s.semua_menunggu(bagian_tanda(&k, p, tanda));
    s.semua_menunggu(tanggung);
    s.bagian.extend(atur.bagian);
    s.menunggu += atur.menunggu;
    s.contoh |= atur.ilustrasi;
    let sisa = atur.sisa;
    if let Some((bagian, n)) = nasional {
        s.tambah(bagian, n);
    }
    if let Some((bagian, n, lewat)) = aduan {
        telat.butir.extend(lewat);
        s.tambah(bagian, n);
    }
    if let Some((bagian, ilustrasi)) = survei {
        s.contoh |= ilustrasi;
        s.semua_menunggu([bagian]);
    }
    s.semua_menunggu(super::izin::bagian(app, p).await?);
    if let Some(u) = super::usulan::bagian(app, &k, p).await? {
        telat.butir.extend(u.lewat);
        s.menurut_giliran(u.bagian, u.ilustrasi);
    }
    if let Some(bagian) = tanggapan(app, p).await? {
        s.menurut_giliran(bagian, false);
    }
    if let Some((bagian, lewat)) = super::data_pribadi::bagian(app, &k, p).await? {
        telat.butir.extend(lewat);
        s.semua_menunggu([bagian]);
    }
    s.bagian.extend(super::kelola::auditor(&k, p));
    if let Some((bagian, n)) = super::kelola::admin(app, &k, p).await? {
        s.tambah(bagian, n);
    }
    let Susunan { bagian, menunggu, contoh } = s;
    let k = k.ilustrasi(contoh);
    tampil(&Halaman { k: &k, nama: &p.nama, menunggu, ada: menunggu > 0, telat, berubah, bagian, sisa })
}

/// The sections in the order they are shown, how many things in them wait for the person, and whether any of them is an invented example.
#[derive(Default)]
struct Susunan {
    bagian: Vec<Bagian>,
    menunggu: usize,
    contoh: bool,
}

impl Susunan {
    fn tambah(&mut self, bagian: Bagian, menunggu: usize) {
        self.menunggu += menunggu;
        self.bagian.push(bagian);
    }

    /// Everything in these sections waits.
    fn semua_menunggu(&mut self, bagian: impl IntoIterator<Item = Bagian>) {
        for b in bagian {
            let n = b.butir.len();
            self.tambah(b, n);
        }
    }

    /// What waits in this section is marked.
    fn menurut_giliran(&mut self, bagian: Bagian, contoh: bool) {
        self.contoh |= contoh;
        let n = bagian.butir.iter().filter(|b| b.lencana.is_some_and(|(n, _)| n == Nada::Perhatian)).count();
        self.tambah(bagian, n);
    }
}

/// The section of minutes to sign; for those who sign some.
fn bagian_tanda(k: &Konteks, p: &Pelaku, tanda: Vec<TandaTangan>) -> Option<Bagian> {
    let penanda = [Peran::Evaluator, Peran::UnitKepala, Peran::Penanggungjawab].iter().any(|r| p.punya(*r));
    let butir = tanda_tangan(k, tanda);
    penanda.then_some(Bagian { judul: "beranda-tanda-bagian", kosong: "beranda-tanda-kosong", butir, lain: None })
}

fn punya_unit(p: &Pelaku) -> bool {
    p.punya(Peran::UnitOperator) || p.punya(Peran::UnitKepala)
}

/// The section of his units, or of those he scores, and whether any of them is an invented example; `None` without the role.
async fn lokus_milik(app: &AppState, k: &Konteks, p: &Pelaku, tanda: &[TandaTangan], unit: bool) -> Hasil<Option<(Bagian, bool)>> {
    let (judul, kosong) =
        if unit { ("beranda-unit-bagian", "beranda-unit-kosong") } else { ("beranda-evaluator-bagian", "beranda-evaluator-kosong") };
    let daftar = match unit {
        true if punya_unit(p) => lokus::sebagai_unit(&app.store, p).await?,
        false if p.punya(Peran::Evaluator) => lokus::sebagai_evaluator(&app.store, p).await?,
        _ => return Ok(None),
    };
    let contoh = daftar.iter().any(|l| l.ilustrasi == 1);
    // More than are shown here: the others are found where all of them are.
    let lain = (!unit && daftar.len() >= lokus::SAYA_MAKS).then_some(("/lapangan", "beranda-evaluator-semua"));
    let butir = lokus_saya(app, k, p, daftar, tanda, unit).await?;
    Ok(Some((Bagian { judul, kosong, butir, lain }, contoh)))
}

/// Units whose missing signatures are named on one page; of the others the parties.
const PENANDA_MAKS: usize = 100;

async fn lokus_saya(app: &AppState, k: &Konteks, p: &Pelaku, daftar: Vec<Lokus>, tanda: &[TandaTangan], unit: bool) -> Hasil<Vec<Butir>> {
    let benturan = if unit { HashSet::new() } else { benturan::berbenturan(&app.store, p).await? };
    let (pantau, daftar): (Vec<Lokus>, Vec<Lokus>) = daftar.into_iter().partition(|l| l.aturan().is_ok_and(|a| !a.dinilai));
    let id: Vec<_> = daftar.iter().map(|l| l.id).collect();
    let unit_saja = if unit { id.as_slice() } else { &[] };
    let (pantau, keadaan, dengar, kembali, lanjut, lembar, mulai) = tokio::try_join!(
        super::pantau::butir(app, k, pantau, unit, &benturan),
        async { Ok(keadaan::beberapa(app.store.baca(), &id).await?) },
        async { Ok(sanggah::ringkas(&app.store, &id).await?) },
        async { Ok(store::beranda::tunggu::f01_kembali(&app.store, &id).await?) },
        async { Ok(store::beranda::tunggu::tindak_lanjut(&app.store, unit_saja).await?) },
        async { Ok(store::beranda::tunggu::lembar_selesai(&app.store, p.akun, if unit { &[] } else { id.as_slice() }).await?) },
        async { Ok(store::beranda::tunggu::pelaksanaan(&app.store, unit_saja).await?) },
    )?;
    let beda = if unit { HashMap::new() } else { f02::menunggu_sepakat(&app.store, &keadaan).await? };
    // Whose signature is missing is named.
    let berba = keadaan.iter().filter(|x| x.ba_hasil > 0 && x.ba_hasil_segel.is_none()).map(|x| x.lokus_id);
    let berba: Vec<_> = berba.take(PENANDA_MAKS).collect();
    let penanda = berita_acara::belum_beberapa(app.store.baca(), &berba).await?;
    let macet = berita_acara::macet(app.store.baca(), &berba, &store::beranda::hari_macet(&app.store)).await?;
    let bertanda = |l: &Lokus| tanda.iter().any(|b| b.jenis == "hasil" && b.lokus_id == l.id);
    let satu = |l: Lokus| {
        let x = keadaan.iter().find(|x| x.lokus_id == l.id)?;
        if benturan.contains(&l.id) && x.berikut().is_some() {
            return Some(super::tunggu::diganti(k, l));
        }
        if let Some(m) = beda.get(&l.id) {
            let keterangan = format!("{} · {}", l.periode, k.jumlah("lokus-tindakan-konsensus", m.indikator));
            let lencana = Some((Nada::Perhatian, "beranda-giliran"));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/f02/konsensus", l.id), lencana });
        }
        if let Some(tindakan) = dengar.get(&l.id).and_then(|r| super::dengar::tugas(x, r, unit)) {
            let keterangan = format!("{} · {}", l.periode, k.s(tindakan));
            let lencana = Some((Nada::Perhatian, "beranda-giliran"));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/hak-jawab", l.id), lencana });
        }
        if let Some(f) = kembali.get(&l.id).filter(|_| x.f01_kirim.is_none() && x.f01_siap.is_none()) {
            return Some(super::tunggu::dikembalikan(k, l, f, unit, p));
        }
        if lembar.contains(&l.id) && x.berikut() == Some(Langkah::F02) {
            let keterangan = format!("{} · {}", l.periode, k.s("lokus-menunggu-lembar-lain"));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}/f02", l.id), lencana: None });
        }
        if let Some(t) = lanjut.get(&l.id) {
            return Some(super::tunggu::tindak_lanjut(k, l, t));
        }
        if macet.hasil.contains(&l.id) {
            return Some(super::tunggu::ba_dibatalkan(k, l));
        }
        let nanti = mulai.get(&l.id).filter(|m| **m > app.store.sekarang().hari(&l.zona).to_string());
        if let Some(m) = nanti.filter(|_| super::tunggu::belum_mulai(x)) {
            let keterangan = format!("{} · {}", l.periode, k.n("beranda-f01-mulai", "tanggal", k.hari(m)));
            return Some(Butir { judul: l.unit, keterangan, jalur: format!("/lokus/{}", l.id), lencana: None });
        }
        let sekarang = giliran(p, x, unit).then_some(if unit { Langkah::F01 } else { Langkah::F02 });
        let tindakan = match sekarang.or_else(|| x.berikut()) {
            None => k.s("lokus-rantai-selesai"),
            Some(s) if sekarang.is_some() || dapat(p, x, s, unit, bertanda(&l)) => k.s(kunci_tindakan(x, s)),
            Some(s) => {
                let kurang = penanda.get(&l.id).filter(|b| s == Langkah::BeritaAcara && !b.is_empty());
                let siapa = kurang.map_or_else(|| k.s(kunci_siapa(x, s)), |b| crate::lokus::perhatian::penanda(k, b));
                k.n("lokus-menunggu", "siapa", siapa)
            }
        };
        let survei = !unit && x.berikut() == Some(Langkah::F03);
        let lencana = (survei || giliran(p, x, unit)).then_some((Nada::Perhatian, "beranda-giliran"));
        Some(Butir { judul: l.unit, keterangan: format!("{} · {tindakan}", l.periode), jalur: format!("/lokus/{}", l.id), lencana })
    };
    let mut butir: Vec<Butir> = daftar.into_iter().filter_map(satu).chain(pantau).collect();
    // What waits comes first, and what is over last.
    let selesai = k.s("lokus-rantai-selesai");
    butir.sort_by_key(|b| (b.lencana.is_none(), b.keterangan.ends_with(&selesai)));
    Ok(butir)
}

/// Whether the next step is this person's to do, so that it is named as a task; `tanda` says that minutes wait for him.
fn dapat(p: &Pelaku, x: &Keadaan, s: Langkah, unit: bool, tanda: bool) -> bool {
    match kunci_siapa(x, s) {
        "lokus-siapa-bertiga" => tanda,
        "lokus-siapa-evaluator" | "lokus-siapa-f03" => !unit,
        "lokus-siapa-operator" => unit && p.punya(Peran::UnitOperator),
        "lokus-siapa-kepala" => unit && p.punya(Peran::UnitKepala),
        _ => false,
    }
}

/// Whether the person himself is the one who acts next.
fn giliran(p: &Pelaku, x: &Keadaan, unit: bool) -> bool {
    if unit {
        let siap = x.f01_siap.is_some();
        return x.f01_kirim.is_none() && ((siap && p.punya(Peran::UnitKepala)) || (!siap && p.punya(Peran::UnitOperator)));
    }
    x.hasil_id.is_none() && x.status(Langkah::F02) == Status::Berjalan
}

fn tanda_tangan(k: &Konteks, daftar: Vec<TandaTangan>) -> Vec<Butir> {
    let butir = daftar.into_iter().map(|b| {
        let jenis = if b.jenis == "hasil" { "beranda-ba-hasil" } else { "beranda-ba-pelaksanaan" };
        Butir {
            judul: b.unit,
            keterangan: format!("{} · {}", k.s(jenis), b.nomor),
            jalur: format!("/berita-acara/{}", b.id),
            lencana: Some((Nada::Perhatian, "beranda-giliran")),
        }
    });
    butir.collect()
}

/// Proposals of malls on which the person was asked to comment; nothing for everybody else.
async fn tanggapan(app: &AppState, p: &Pelaku) -> Hasil<Option<Bagian>> {
    let mut butir = Vec::new();
    for j in penanggap::milik(&app.store, p).await? {
        let ditunggu =
            penanggap::giliran(app.store.baca(), &hak::penanggap(&app.store, p, j.id).await?).await? == penanggap::Giliran::Belum;
        butir.push(Butir {
            jalur: format!("/mpp/tanggapan/{}", j.id),
            judul: j.nama,
            keterangan: j.instansi,
            lencana: ditunggu.then_some((Nada::Perhatian, "beranda-giliran")),
        });
    }
    let lain = Some(("/mpp/tanggapan", "mpp-tanggapan-judul"));
    Ok((!butir.is_empty()).then_some(Bagian { judul: "mpp-tanggapan-judul", kosong: "mpp-tanggapan-kosong", butir, lain }))
}
