//! `/periode/{periode}`: schedule, progress and the table of its unit lokus.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    berita_acara::Jenis,
    f02::{self, MenungguSepakat},
    hak,
    id::{LokusId, PeriodeId},
    lokus::{
        self, Lokus, Saring, Tahap as SaringTahap,
        keadaan::{self, Langkah, Status},
        syarat::{self, Jumlah},
    },
    peran::Peran,
    periode::{self, FasePeriode, Periode},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Keadaan, Nada, Opsi, Tahap},
    konteks::Konteks,
    lembar::{self, BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}", Akses::Masuk, lihat);
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    h: Option<i64>,
    cari: String,
    formulir: String,
    kategori: String,
    tahap: String,
}

impl Kueri {
    fn saring(&self) -> Saring {
        let (cari, formulir, kategori) = (self.cari.clone(), self.formulir.clone(), self.kategori.clone());
        Saring { cari, formulir, kategori, tahap: SaringTahap::dari_kunci(&self.tahap), ..Saring::default() }
    }

    fn pasangan(&self) -> [(&'static str, &str); 4] {
        [("cari", &self.cari), ("formulir", &self.formulir), ("kategori", &self.kategori), ("tahap", &self.tahap)]
    }
}

struct Baris {
    lokus: Lokus,
    cakupan: &'static str,
    titik: Vec<Titik>,
    berikut: &'static str,
    /// Who has to agree first, while the evaluators differ.
    siapa: Option<String>,
    /// Where evaluators are proposed, appointed or agree, while that is the next step and the reader may go there.
    jalur: Option<String>,
}

/// The state of one step in one row.
struct Titik {
    label: &'static str,
    kelas: &'static str,
    kunci: &'static str,
}

struct Edisi {
    formulir: &'static str,
    nama: String,
    kepastian: String,
    sumber: Vec<String>,
}

#[derive(Template)]
#[template(path = "periode/ringkasan.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says what one reader may do or what the page shows")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    instansi: String,
    skema: &'static str,
    /// The scheme in words.
    arti: String,
    asal: Option<periode::salin::Asal>,
    tab: &'static str,
    kelola: bool,
    /// Why nothing can be added or changed, while preparation is closed.
    tutup: Option<&'static str>,
    tahap: Vec<Tahap>,
    fase: Vec<(String, FasePeriode, &'static str, Nada)>,
    edisi: Vec<Edisi>,
    jumlah: Jumlah,
    baris: Vec<Baris>,
    opsi: [Vec<Opsi>; 3],
    lembar: Lembar,
    disaring: bool,
    /// Whether the scheme scores; otherwise only steps of the follow-up are shown.
    dinilai: bool,
    /// Runs other periods and only reads this one: told who runs it.
    membaca: bool,
    /// What speaks against the dates, while they can still be changed.
    tanggal: Vec<String>,
    /// Categories with several spellings, while they can still be changed.
    ejaan: Vec<String>,
    /// Units of the period that fit the filter.
    semua: i64,
}

impl Halaman<'_> {
    /// Whether the filter is unfolded: it is in use, or there are more units than one page shows.
    fn saring_terbuka(&self) -> bool {
        self.disaring || self.semua > BATAS
    }

    fn tambah(&self) -> String {
        format!("/periode/{}/lokus/pilih", self.p.id)
    }

    fn maju(&self, kunci: &str, n: &i64) -> crate::komponen::Kemajuan {
        let u = |n: i64| usize::try_from(n).unwrap_or(0);
        self.k.kemajuan(self.k.s(kunci), u(*n), u(self.jumlah.lokus))
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let p = &akses.periode;
    let instansi = store::instansi::dari_id(&app.store, p.instansi_id).await?;
    let k = k.ilustrasi(p.ilustrasi == 1).milik(&instansi).bantuan("periode");
    let hari = app.store.sekarang().hari(&instansi.zona);
    let dinilai = periode::aturan(&p.skema)?.dinilai;
    let mut fase = periode::fase_semua(app.store.baca(), id).await?;
    // Without scores there is nothing to rank.
    fase.retain(|x| dinilai || x.fase != periode::Fase::Pemeringkatan);
    let (daftar, n) = lokus::halaman(&app.store, &akses.pembaca(), &q.saring(), lewati(q.h), BATAS).await?;
    let id_lokus: Vec<LokusId> = daftar.iter().map(|l| l.id).collect();
    let keadaan: HashMap<LokusId, keadaan::Keadaan> =
        keadaan::beberapa(app.store.baca(), &id_lokus).await?.into_iter().map(|x| (x.lokus_id, x)).collect();
    let sepakat = f02::menunggu_sepakat(&app.store, &keadaan.values().cloned().collect::<Vec<_>>()).await?;
    let kembali = store::beranda::tunggu::f01_kembali(&app.store, &id_lokus).await?;
    let macet = store::berita_acara::macet(app.store.baca(), &id_lokus, &hari.to_string()).await?;
    let melihat_f02 = akses.penyelenggara().is_ok() || akses.penanggungjawab().is_ok();
    let kategori = lokus::kategori(&app.store, id).await?;
    let ada = daftar.len();
    let kueri = lembar::kueri(q.pasangan());
    let tutup = periode::alasan_tertutup(&app.store, id, periode::Fase::Persiapan).await?;
    let kelola = akses.penyelenggara().is_ok();
    tampil(&Halaman {
        f: Formulir::isi(q.pasangan()),
        p,
        skema: crate::kata::kunci_skema(&p.skema),
        arti: pekppp::Skema::dari_kunci(&p.skema).map(|s| super::skema::arti(&k, s)).unwrap_or_default(),
        asal: periode::salin::asal(app.store.baca(), id).await?,
        tab: "ringkasan",
        tanggal: if kelola && tutup.is_none() { super::tanggal::tersimpan(&k, p.tahun, &fase, hari) } else { Vec::new() },
        ejaan: if kelola && tutup.is_none() { super::kategori::beda(&k, &kategori) } else { Vec::new() },
        semua: n,
        membaca: !kelola && [Peran::Nasional, Peran::Penyelenggara].iter().any(|r| pelaku.punya(*r)),
        kelola,
        tutup,
        dinilai,
        tahap: fase.iter().map(|x| tahap(&k, x, hari)).collect(),
        fase: fase.into_iter().map(|x| keadaan_fase(&k, x, hari)).collect(),
        edisi: edisi(&app, p).await?,
        jumlah: syarat::jumlah(app.store.baca(), id).await?,
        baris: daftar
            .into_iter()
            .filter_map(|l| {
                let mandek = Mandek { sepakat: sepakat.get(&l.id), kembali: kembali.contains_key(&l.id), macet: macet.jenis(l.id) };
                Some(baris(keadaan.get(&l.id)?, &mandek, (melihat_f02, dinilai), l))
            })
            .collect(),
        opsi: opsi(&k, &kategori, dinilai),
        lembar: k.lembar(q.h, ada, n, &kueri),
        disaring: !kueri.is_empty(),
        instansi: instansi.nama,
        k: &k,
    })
}

/// Catalogue key of what a unit still waits for.
pub(super) fn kunci_tahap(t: SaringTahap) -> &'static str {
    match t {
        SaringTahap::TanpaEvaluator => "periode-saring-tanpa-evaluator",
        SaringTahap::BelumKirim => "periode-saring-belum-kirim",
        SaringTahap::Dinilai => "periode-saring-dinilai",
        SaringTahap::BerHasil => "periode-saring-ber-hasil",
        SaringTahap::BelumBersegel => "periode-saring-belum-bersegel",
    }
}

fn opsi(k: &Konteks, kategori: &[String], dinilai: bool) -> [Vec<Opsi>; 3] {
    let ada = SaringTahap::SEMUA.into_iter().filter(|t| dinilai || *t == SaringTahap::TanpaEvaluator);
    let tahap = ada.map(|t| Opsi::baru(t.kunci(), k.s(kunci_tahap(t))));
    [
        vec![Opsi::baru("A", k.s("periode-formulir-a")), Opsi::baru("B", k.s("periode-formulir-b"))],
        kategori.iter().map(|x| Opsi::baru(x, x)).collect(),
        tahap.collect(),
    ]
}

fn tahap(k: &Konteks, f: &FasePeriode, hari: jiff::civil::Date) -> Tahap {
    let keadaan = if f.tertutup() {
        Keadaan::Selesai
    } else if f.berjalan(hari) || f.terlambat(hari) {
        Keadaan::Berjalan
    } else {
        Keadaan::Menunggu
    };
    let kunci = if f.terlambat(hari) { "periode-rentang-lewat" } else { "periode-rentang" };
    let rentang = k.a(kunci, [("mulai", k.tanggal(&f.mulai).into()), ("selesai", k.tanggal(&f.selesai).into())]);
    Tahap { judul: k.s(super::kunci_fase(f.fase)), jalur: None, keadaan, keterangan: Some(rentang) }
}

fn keadaan_fase(k: &Konteks, f: FasePeriode, hari: jiff::civil::Date) -> (String, FasePeriode, &'static str, Nada) {
    let (kunci, nada) = if f.tertutup() {
        ("periode-fase-ditutup", Nada::Baik)
    } else if f.terlambat(hari) {
        ("periode-fase-lewat", Nada::Bahaya)
    } else if f.berjalan(hari) {
        ("periode-fase-berjalan", Nada::Info)
    } else {
        ("periode-fase-belum", Nada::Netral)
    };
    (k.s(super::kunci_fase(f.fase)), f, kunci, nada)
}

async fn edisi(app: &AppState, p: &Periode) -> Hasil<Vec<Edisi>> {
    let mut hasil = Vec::new();
    for (formulir, sidik) in [("A", &p.edisi_a), ("B", &p.edisi_b)] {
        if let Some(s) = sidik {
            let e = store::edisi::dapat(&app.store, s).await?;
            let sumber = e.sumber.iter().map(|s| format!("{} ({})", s.rujukan, s.kepastian)).collect();
            hasil.push(Edisi { formulir, nama: e.nama.clone(), kepastian: e.kepastian.clone(), sumber });
        }
    }
    Ok(hasil)
}

/// What keeps a unit from its next step.
struct Mandek<'a> {
    /// Its evaluators differ.
    sepakat: Option<&'a MenungguSepakat>,
    /// Its F01 came back.
    kembali: bool,
    /// Minutes of this kind wait for somebody who cannot sign them any more.
    macet: Option<Jenis>,
}

fn baris(x: &keadaan::Keadaan, mandek: &Mandek<'_>, (melihat_f02, dinilai): (bool, bool), lokus: Lokus) -> Baris {
    let titik = [Langkah::Evaluator, Langkah::F01, Langkah::F02, Langkah::F03, Langkah::Hasil, Langkah::BeritaAcara, Langkah::Lhe];
    let titik = titik.into_iter().take(if dinilai { titik.len() } else { 1 }).map(|l| {
        // In a row of the table a report is done when it is conveyed, and not when it lies with the organiser.
        let status = match x.status(l) {
            Status::Selesai if l == Langkah::Lhe => x.status(Langkah::Penyampaian),
            lain => lain,
        };
        let (kelas, kunci) = match status {
            Status::Selesai => ("selesai", "umum-tahap-selesai"),
            Status::Berjalan => ("berjalan", "umum-tahap-berjalan"),
            Status::Belum => ("belum", "umum-tahap-menunggu"),
        };
        Titik { label: crate::lokus::ringkasan::kunci_langkah(l), kelas, kunci }
    });
    let titik = titik.collect();
    if !dinilai && x.berikut() != Some(Langkah::Evaluator) {
        let jalur = Some(format!("/lokus/{}/pemantauan", lokus.id));
        return Baris {
            cakupan: super::kunci_cakupan(&lokus.cakupan),
            lokus,
            titik,
            berikut: "periode-pantau-langkah",
            siapa: None,
            jalur,
        };
    }
    // Also when an evaluator is missing, or they differ: the minutes are to be made again in any case.
    let sepakat = mandek.sepakat.filter(|_| mandek.macet.is_none());
    let berikut = match x.berikut() {
        _ if mandek.macet == Some(Jenis::Hasil) => "lokus-tindakan-ba-macet",
        _ if mandek.macet.is_some() => "lokus-tindakan-ba-macet-pelaksanaan",
        Some(Langkah::F01) if mandek.kembali && x.f01_siap.is_none() => "lokus-menunggu-perbaikan",
        Some(l) => crate::lokus::ringkasan::kunci_tindakan(x, l),
        None => "lokus-rantai-selesai",
    };
    let bagian = if x.usulan > 0 { "sk" } else { "evaluator" };
    let jalur = match x.berikut() {
        _ if mandek.macet.is_some() => Some(format!("/lokus/{}/berita-acara", lokus.id)),
        Some(Langkah::Evaluator) => Some(format!("/periode/{}/{bagian}", lokus.periode_id)),
        _ if sepakat.is_some() && melihat_f02 => Some(format!("/lokus/{}/f02/konsensus", lokus.id)),
        _ => None,
    };
    let berikut = if sepakat.is_some() { "lokus-menunggu-sepakat" } else { berikut };
    let siapa = sepakat.map(|m| m.evaluator.join(", "));
    Baris { cakupan: super::kunci_cakupan(&lokus.cakupan), lokus, titik, berikut, siapa, jalur }
}
