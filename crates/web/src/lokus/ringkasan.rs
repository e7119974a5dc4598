//! `/lokus/{lokus}`: the whole chain of one unit lokus, where it stands, who acts next, and the way to each step.

use askama::Template;
use axum::extract::State;
use store::{
    hak::{self, AksesLokus},
    id::LokusId,
    lokus::{
        Lokus,
        keadaan::{self, Keadaan as Rantai, Langkah, Status},
    },
    penugasan::{self, Penugasan},
    persiapan::jadwal,
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::{Keadaan, Nada, Pemberitahuan, Tahap},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}", Akses::Masuk, lihat);
}

#[derive(Template)]
#[template(path = "lokus/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    l: &'a Lokus,
    x: Rantai,
    tahap: Vec<Tahap>,
    berikut: Option<Berikut>,
    /// All steps are done and follow-up is not.
    lanjut: Option<Pemberitahuan>,
    /// Sheets that count although their evaluators declared a conflict of interest since.
    benturan: Vec<String>,
    /// Organises or appoints: sees who declared a conflict of interest.
    mengurus: bool,
    evaluator: Vec<Penugasan>,
    edisi: String,
    cakupan: &'static str,
    skema: &'static str,
    kelola: bool,
    /// Why the data of the lokus cannot be changed, while preparation is closed.
    tutup: Option<&'static str>,
    periode: bool,
    sisi: Vec<Sisi>,
}

/// A step beside the chain: what it is, where it stands, the way to it.
struct Sisi {
    judul: &'static str,
    lencana: (Nada, &'static str),
    jalur: String,
}

/// What is to be done now, by whom, and where if the reader is that person.
pub(super) struct Berikut {
    pub tindakan: String,
    /// In words.
    pub siapa: String,
    pub jalur: Option<String>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let l = &akses.lokus;
    let k = k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("lokus");
    if !l.aturan()?.dinilai {
        return super::tanpa_nilai::lihat(&app, &k, &pelaku, &akses).await;
    }
    let x = keadaan::satu(app.store.baca(), id).await?;
    let edisi = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let periode = hak::periode(&app.store, &pelaku, l.periode_id).await.is_ok();
    let beda = store::f02::menunggu_sepakat(&app.store, std::slice::from_ref(&x)).await?.get(&id).map_or(0, |m| m.indikator);
    let dengar = if beda > 0 { None } else { super::hak_jawab::langkah::berikut(&app, &akses, &x).await? };
    let dengar = dengar.filter(|d| d.giliran || x.berikut() == Some(Langkah::Hasil));
    let berikut = match giliran_saya(&akses, &x) {
        None if beda > 0 => Some(konsensus(&k, &akses, l, beda)),
        None if dengar.is_some() => dengar.map(|d| Berikut {
            tindakan: k.s(d.tindakan),
            siapa: k.s(d.siapa),
            jalur: d.giliran.then(|| format!("/lokus/{id}/hak-jawab")),
        }),
        saya => saya.or_else(|| x.berikut()).map(|s| berikut(&k, &akses, l, &x, s)),
    };
    let berikut = match (berikut, store::beranda::tunggu::f01_kembali(&app.store, &[id]).await?.remove(&id)) {
        (Some(mut b), Some(f)) if x.f01_kirim.is_none() && x.f01_siap.is_none() && b.siapa == k.s("lokus-siapa-operator") => {
            b.tindakan = k.n("lokus-tindakan-perbaiki", "tanggal", f.tenggat.parse().map_or(f.tenggat, |h| k.tanggal(&h)));
            Some(b)
        }
        (b, _) => b,
    };
    let berikut = match nanti(&app, &k, l, &x).await? {
        Some(b) if berikut.as_ref().is_some_and(|b| b.siapa == k.s("lokus-siapa-operator")) => Some(b),
        _ => berikut,
    };
    let berikut = if x.berikut() == Some(Langkah::F02) && lembar_selesai(&app, &akses, &pelaku).await? {
        Some(Berikut { tindakan: k.s("lokus-menunggu-lembar-lain"), siapa: k.s("lokus-siapa-evaluator"), jalur: None })
    } else {
        tindak_lanjut(&app, &k, &akses).await?.or(super::perhatian::tanda(&app, &k, &akses, &pelaku, &x).await?).or(berikut)
    };
    // Who declared a conflict is asked for nothing here; what is his in another role stays.
    let berikut = berikut.map(|b| if akses.berbenturan() && b.jalur.is_none() { ganti(&k) } else { b });
    let lanjut = if berikut.is_none() { super::perhatian::lanjut(&app, &k, &akses).await? } else { None };
    let tahap = Langkah::SEMUA.map(|s| tahap(&k, l, &akses, periode, &x, s)).into();
    tampil(&Halaman {
        tahap,
        berikut,
        lanjut,
        benturan: super::perhatian::benturan(&app, &k, &akses).await?,
        mengurus: akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok(),
        evaluator: penugasan::milik_lokus(&app.store, id).await?,
        edisi: edisi.nama.clone(),
        cakupan: crate::periode::kunci_cakupan(&l.cakupan),
        skema: crate::kata::kunci_skema(&l.skema),
        kelola: akses.penyelenggara().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, l.periode_id, pekppp::Fase::Persiapan).await?,
        periode,
        sisi: sisi(&app, &akses, &x).await?,
        k: &k,
        l,
        x,
    })
}

/// Before phase pelaksanaan nobody has to fill F01: when it begins, until somebody has begun all the same.
async fn nanti(app: &AppState, k: &Konteks, l: &Lokus, x: &Rantai) -> Hasil<Option<Berikut>> {
    let mulai = store::beranda::tunggu::pelaksanaan(&app.store, &[l.id]).await?.remove(&l.id);
    let kini = app.store.sekarang().hari(&l.zona).to_string();
    Ok(mulai.filter(|m| *m > kini && crate::beranda::belum_mulai(x)).map(|m| Berikut {
        tindakan: k.n("beranda-f01-mulai", "tanggal", k.hari(&m)),
        siapa: k.s("lokus-siapa-operator"),
        jalur: None,
    }))
}

/// What an evaluator reads who declared a conflict of interest: it is the organiser's turn to replace him.
fn ganti(k: &Konteks) -> Berikut {
    Berikut { tindakan: k.s("benturan-ganti-menunggu"), siapa: k.s("lokus-siapa-penyelenggara"), jalur: None }
}

/// Whether an evaluator reads this who has done his part and waits for the others.
async fn lembar_selesai(app: &AppState, a: &AksesLokus, p: &hak::Pelaku) -> Hasil<bool> {
    Ok(a.evaluator().is_ok() && !store::beranda::tunggu::lembar_selesai(&app.store, p.akun, &[a.lokus.id]).await?.is_empty())
}

/// What the unit that reads this has to plan or to take up again: no step of the chain, and before any step of others.
async fn tindak_lanjut(app: &AppState, k: &Konteks, a: &AksesLokus) -> Hasil<Option<Berikut>> {
    let id = a.lokus.id;
    let milik = if a.pelaksana().is_ok() { std::slice::from_ref(&id) } else { &[] };
    let semua = store::beranda::tunggu::tindak_lanjut(&app.store, milik).await?;
    Ok(semua.get(&id).map(|t| Berikut {
        tindakan: crate::beranda::kerjakan(k, t),
        siapa: k.s("lokus-siapa-operator"),
        jalur: Some(format!("/lokus/{id}/tindak-lanjut")),
    }))
}

/// The schedule, pra-evaluasi and the right of reply, for those who take part in them.
async fn sisi(app: &AppState, a: &AksesLokus, x: &Rantai) -> Hasil<Vec<Sisi>> {
    let l = &a.lokus;
    let unit = a.operator().is_ok() || a.kepala().is_ok();
    if !unit && a.ditugaskan().is_err() && a.penyelenggara().is_err() && a.penanggungjawab().is_err() {
        return Ok(Vec::new());
    }
    let c = app.store.baca();
    let dengar = store::sanggah::ringkas(&app.store, &[l.id]).await?.remove(&l.id);
    let beku = dengar.as_ref().is_some_and(|r| r.beku);
    let pra = match store::pra::keadaan(c, l.id).await? {
        store::pra::Keadaan::BelumDikirim => (Nada::Netral, "pra-keadaan-belum"),
        store::pra::Keadaan::Diterima(..) => (Nada::Baik, "pra-keadaan-diterima"),
        _ if beku => (Nada::Netral, "pra-keadaan-selesai"),
        // Nobody has to use it; the sheets are done without.
        store::pra::Keadaan::Diperiksa(..) if x.status(Langkah::F02) == Status::Selesai => (Nada::Netral, "pra-keadaan-lewat"),
        store::pra::Keadaan::Diperiksa(..) => (Nada::Info, "pra-keadaan-diperiksa"),
        store::pra::Keadaan::Dikembalikan(_) => (Nada::Perhatian, "pra-keadaan-dikembalikan"),
    };
    let jadwal = match jadwal::terakhir(c, l.id).await? {
        None => (Nada::Netral, "jadwal-unit-belum"),
        Some(s) if s.terima.is_some() => (Nada::Baik, "jadwal-unit-diterima"),
        // Whoever may confirm it has something to do.
        Some(_) if unit => (Nada::Perhatian, "jadwal-unit-menunggu"),
        Some(_) => (Nada::Info, "jadwal-unit-menunggu"),
    };
    let jadwal = Sisi { judul: "jadwal-judul", lencana: jadwal, jalur: format!("/lokus/{}/jadwal", l.id) };
    let mut sisi = vec![jadwal, Sisi { judul: "pra-judul", lencana: pra, jalur: format!("/lokus/{}/pra-evaluasi", l.id) }];
    if let Some(r) = dengar.filter(|r| r.pakai || r.buka.is_some()) {
        let lencana = crate::periode::hak_jawab::keadaan(&r);
        sisi.push(Sisi { judul: "hak-jawab-judul", lencana, jalur: format!("/lokus/{}/hak-jawab", l.id) });
    }
    Ok(sisi)
}

pub(crate) fn kunci_langkah(l: Langkah) -> &'static str {
    match l {
        Langkah::Evaluator => "lokus-langkah-evaluator",
        Langkah::F01 => "lokus-langkah-f01",
        Langkah::F02 => "lokus-langkah-f02",
        Langkah::F03 => "lokus-langkah-f03",
        Langkah::Hasil => "lokus-langkah-hasil",
        Langkah::BeritaAcara => "lokus-langkah-ba",
        Langkah::Lhe => "lokus-langkah-lhe",
        Langkah::Penyampaian => "lokus-langkah-penyampaian",
        Langkah::Terbit => "lokus-langkah-terbit",
    }
}

/// What the step needs now.
pub(crate) fn kunci_tindakan(x: &Rantai, l: Langkah) -> &'static str {
    match l {
        Langkah::Evaluator if x.usulan > 0 => "lokus-tindakan-tetapkan",
        Langkah::Evaluator => "lokus-tindakan-usulkan",
        Langkah::F01 if x.f01_siap.is_some() => "lokus-tindakan-setujui",
        Langkah::F01 => "lokus-tindakan-isi",
        Langkah::F02 => "lokus-tindakan-nilai",
        Langkah::F03 if x.ronde > 0 => "lokus-tindakan-tutup-survei",
        Langkah::F03 => "lokus-tindakan-buka-survei",
        Langkah::Hasil => "lokus-tindakan-bekukan",
        Langkah::BeritaAcara if x.ba_hasil > 0 => "lokus-tindakan-tanda-tangan",
        Langkah::BeritaAcara => "lokus-tindakan-buat-ba",
        Langkah::Lhe => "lokus-tindakan-lhe",
        Langkah::Penyampaian => "lokus-tindakan-sampaikan",
        Langkah::Terbit => "lokus-tindakan-terbit",
    }
}

/// Who does what the step needs now.
pub(crate) fn kunci_siapa(x: &Rantai, l: Langkah) -> &'static str {
    match l {
        Langkah::Terbit => "lokus-siapa-penanggungjawab",
        Langkah::Evaluator if x.usulan > 0 => "lokus-siapa-penanggungjawab",
        Langkah::F01 if x.f01_siap.is_some() => "lokus-siapa-kepala",
        Langkah::F01 => "lokus-siapa-operator",
        Langkah::BeritaAcara if x.ba_hasil > 0 => "lokus-siapa-bertiga",
        Langkah::F02 => "lokus-siapa-evaluator",
        Langkah::F03 => "lokus-siapa-f03",
        Langkah::Evaluator | Langkah::Hasil | Langkah::BeritaAcara | Langkah::Lhe | Langkah::Penyampaian => "lokus-siapa-penyelenggara",
    }
}

/// Where a step is worked on or read; `None` while there is nothing to open for this reader.
fn jalur(l: &Lokus, a: &AksesLokus, periode: bool, x: &Rantai, s: Langkah) -> Option<String> {
    let di_bawah = |bagian: &str| Some(format!("/lokus/{}/{bagian}", l.id));
    match s {
        Langkah::Evaluator if periode => Some(format!("/periode/{}/evaluator", l.periode_id)),
        Langkah::F01 => di_bawah("f01"),
        Langkah::F02 if a.ditugaskan().is_ok() || a.penyelenggara().is_ok() || a.penanggungjawab().is_ok() => di_bawah("f02"),
        Langkah::F03 => di_bawah("f03"),
        Langkah::Hasil if x.hasil_id.is_some() || x.status(Langkah::Hasil) != Status::Belum => di_bawah("hasil"),
        Langkah::BeritaAcara if x.f01_kirim.is_some() || x.ba_pelaksanaan + x.ba_hasil > 0 => di_bawah("berita-acara"),
        Langkah::Lhe if x.status(Langkah::Lhe) != Status::Belum => di_bawah("lhe"),
        Langkah::Penyampaian if x.lhe.is_some() => di_bawah("penyampaian"),
        Langkah::Terbit if periode => Some(format!("/periode/{}/penerbitan", l.periode_id)),
        Langkah::Terbit if x.terbit.is_some() => Some("/hasil".to_owned()),
        Langkah::Evaluator
        | Langkah::F02
        | Langkah::Hasil
        | Langkah::BeritaAcara
        | Langkah::Lhe
        | Langkah::Penyampaian
        | Langkah::Terbit => None,
    }
}

fn tahap(k: &Konteks, l: &Lokus, a: &AksesLokus, periode: bool, x: &Rantai, s: Langkah) -> Tahap {
    let keadaan = match x.status(s) {
        Status::Selesai => Keadaan::Selesai,
        Status::Berjalan => Keadaan::Berjalan,
        Status::Belum => Keadaan::Menunggu,
    };
    Tahap { judul: k.s(kunci_langkah(s)), jalur: jalur(l, a, periode, x, s), keadaan, keterangan: keterangan(k, x, s) }
}

fn keterangan(k: &Konteks, x: &Rantai, s: Langkah) -> Option<String> {
    let n = |i: i64| usize::try_from(i).unwrap_or(0);
    let dari = |a: i64, b: i64| k.a("periode-x-dari-y", [("x", a.to_string().into()), ("y", b.to_string().into())]);
    match s {
        Langkah::Evaluator if x.evaluator > 0 => Some(k.jumlah("lokus-ket-evaluator", n(x.evaluator))),
        Langkah::Evaluator if x.usulan > 0 => Some(k.jumlah("lokus-ket-usulan", n(x.usulan))),
        Langkah::F01 => match (x.f01_kirim, x.f01_siap) {
            (Some(w), _) => Some(k.n("lokus-ket-dikirim", "waktu", k.tanggal(&w.hari(k.zona.nama())))),
            (None, Some(_)) => Some(k.s("lokus-ket-siap")),
            (None, None) if x.f01_isian > 0 => Some(k.jumlah("lokus-ket-isian", n(x.f01_isian))),
            _ => None,
        },
        Langkah::F02 if x.f01_kirim.is_some() && x.evaluator > 0 => Some(k.n("lokus-ket-lembar", "n", dari(x.lembar_selesai, x.evaluator))),
        Langkah::F03 if x.ronde > 0 => Some(k.jumlah("lokus-ket-responden", n(x.responden))),
        Langkah::Hasil => x.hasil_tampil.as_ref().map(|t| k.n("lokus-ket-ipp", "ipp", k.angka(t))),
        Langkah::BeritaAcara if x.ba_hasil > 0 && x.ba_hasil_segel.is_none() => {
            Some(k.n("lokus-ket-tanda", "n", dari(x.ba_hasil_tanda, 3)))
        }
        Langkah::Lhe => x.lhe.map(|w| k.tanggal(&w.hari(k.zona.nama()))),
        Langkah::Penyampaian => x.lhe_sampai.map(|w| k.tanggal(&w.hari(k.zona.nama()))),
        Langkah::Terbit => x.terbit.map(|w| k.tanggal(&w.hari(k.zona.nama()))),
        _ => None,
    }
}

/// The step that the reader himself can do now, also when an earlier one still waits for somebody else: F01 can be filled
/// before the evaluators are appointed.
fn giliran_saya(a: &AksesLokus, x: &Rantai) -> Option<Langkah> {
    let f01 = x.f01_kirim.is_none() && if x.f01_siap.is_some() { a.kepala().is_ok() } else { a.operator().is_ok() };
    let f02 = a.evaluator().is_ok() && x.hasil_id.is_none() && x.status(Langkah::F02) == Status::Berjalan;
    if f01 { Some(Langkah::F01) } else { f02.then_some(Langkah::F02) }
}

fn berikut(k: &Konteks, a: &AksesLokus, l: &Lokus, x: &Rantai, s: Langkah) -> Berikut {
    let giliran = match kunci_siapa(x, s) {
        "lokus-siapa-penanggungjawab" => a.penanggungjawab().is_ok(),
        "lokus-siapa-kepala" => a.kepala().is_ok(),
        "lokus-siapa-operator" => a.operator().is_ok(),
        "lokus-siapa-evaluator" => a.evaluator().is_ok(),
        "lokus-siapa-f03" => a.evaluator().is_ok() || a.penyelenggara().is_ok(),
        "lokus-siapa-penyelenggara" => a.penyelenggara().is_ok(),
        _ => a.evaluator().is_ok() || a.kepala().is_ok() || a.penanggungjawab().is_ok(),
    };
    let tujuan = match s {
        Langkah::Evaluator if x.usulan > 0 => Some(format!("/periode/{}/sk", l.periode_id)),
        Langkah::F01 if x.f01_siap.is_some() => Some(format!("/lokus/{}/f01/pengiriman", l.id)),
        _ => jalur(l, a, true, x, s),
    };
    Berikut { tindakan: k.s(kunci_tindakan(x, s)), siapa: k.s(kunci_siapa(x, s)), jalur: tujuan.filter(|_| giliran) }
}

/// Consensus as the next step; how much differs is not for the unit that is judged.
fn konsensus(k: &Konteks, a: &AksesLokus, l: &Lokus, beda: usize) -> Berikut {
    let penilai = a.evaluator().is_ok();
    let tindakan = if penilai || a.penyelenggara().is_ok() || a.penanggungjawab().is_ok() {
        k.jumlah("lokus-tindakan-konsensus", beda)
    } else {
        k.s("lokus-tindakan-konsensus-saja")
    };
    Berikut { tindakan, siapa: k.s("lokus-siapa-evaluator"), jalur: penilai.then(|| format!("/lokus/{}/f02/konsensus", l.id)) }
}
