//! `/periode/{periode}/sk/rancangan/{jenis}`: the texts of a draft decree, and the draft as PDF with the table from the data.

use askama::Template;
use axum::extract::State;
use dokumen::{
    Kepala,
    masukan::{LampiranSk, PenandaTangan, PeranTandaTangan, SuratKeputusan},
};
use jiff::civil::Date;
use store::{
    StoreError, Waktu, hak,
    id::PeriodeId,
    instansi, lokus, penugasan,
    periode::Periode,
    persiapan::rancangan::{self, Jenis, Rancangan},
};

use crate::{
    AppState, Error,
    bahasa::Bahasa,
    bentrok::Bentrok,
    error::Hasil,
    format,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    periode::{PENYELENGGARA, konteks, kunci_cakupan},
    rute::{Akses, Daftar},
    tampil::{Alih, pdf, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/sk/rancangan/{jenis}", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/sk/rancangan/{jenis}", PENYELENGGARA, simpan);
    d.get("/periode/{periode}/sk/rancangan/{jenis}/cetak", Akses::Masuk, cetak);
}

#[derive(Template)]
#[template(path = "periode/sk/rancangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    jenis: Jenis,
    judul: &'static str,
    tersimpan: bool,
    bentrok: Option<Bentrok>,
}

fn jenis(kunci: &str) -> Result<Jenis, Error> {
    Jenis::dari_kunci(kunci).ok_or(Error::TidakAda)
}

fn judul(jenis: Jenis) -> &'static str {
    match jenis {
        Jenis::Lokus => "persiapan-rancangan-lokus",
        Jenis::Evaluator => "persiapan-rancangan-evaluator",
    }
}

/// What the form begins with: clauses that name the rule and the period, to be edited.
fn awal(jenis: Jenis, p: &Periode) -> Rancangan {
    let id = Bahasa::Id;
    let (menimbang, menetapkan) = match jenis {
        Jenis::Lokus => ("persiapan-rancangan-menimbang-lokus", "persiapan-rancangan-menetapkan-lokus"),
        Jenis::Evaluator => ("persiapan-rancangan-menimbang-evaluator", "persiapan-rancangan-menetapkan-evaluator"),
    };
    let periode = |kunci: &str| id.a(kunci, [("periode", p.nama.clone().into()), ("tahun", p.tahun.to_string().into())]);
    Rancangan {
        nomor: String::new(),
        tempat: String::new(),
        tanggal: String::new(),
        perangkat: String::new(),
        pejabat: String::new(),
        nama: String::new(),
        nip: String::new(),
        menimbang: periode(menimbang),
        mengingat: id.s("persiapan-rancangan-mengingat-isi"),
        menetapkan: periode(menetapkan),
        versi: 0,
        pada: Waktu(0),
    }
}

fn formulir(r: &Rancangan) -> Formulir {
    Formulir::isi([
        ("versi", r.versi.to_string()),
        ("nomor", r.nomor.clone()),
        ("tempat", r.tempat.clone()),
        ("tanggal", r.tanggal.clone()),
        ("perangkat", r.perangkat.clone()),
        ("pejabat", r.pejabat.clone()),
        ("nama", r.nama.clone()),
        ("nip", r.nip.clone()),
        ("menimbang", r.menimbang.clone()),
        ("mengingat", r.mengingat.clone()),
        ("menetapkan", r.menetapkan.clone()),
    ])
}

fn urai(f: &mut Formulir) -> Option<Rancangan> {
    for m in ["nomor", "tempat", "perangkat", "pejabat", "nama", "nip"] {
        f.batasi(m, 200);
    }
    for m in ["menimbang", "mengingat", "menetapkan"] {
        f.batasi(m, 8000);
    }
    let tanggal = f.urai_opsional::<Date>("tanggal", "periode-salah-tanggal").map(|t| t.to_string()).unwrap_or_default();
    let (pejabat, nama) = (f.wajib("pejabat", "persiapan-rancangan-salah-pejabat"), f.wajib("nama", "persiapan-rancangan-salah-nama"));
    let menetapkan = f.wajib("menetapkan", "persiapan-rancangan-salah-isi");
    let n = |m: &str| f.nilai(m).trim().replace("\r\n", "\n");
    let r = Rancangan {
        nomor: n("nomor"),
        tempat: n("tempat"),
        tanggal,
        perangkat: n("perangkat"),
        pejabat: pejabat?,
        nama: nama?,
        nip: n("nip"),
        menimbang: n("menimbang"),
        mengingat: n("mengingat"),
        menetapkan: menetapkan?,
        versi: f.nilai("versi").parse().unwrap_or(0),
        pada: Waktu(0),
    };
    f.sah().then_some(r)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kunci)): Jalur<(PeriodeId, String)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penyelenggara()?;
    let jenis = jenis(&kunci)?;
    let k = konteks(&app, k, &akses.periode, "persiapan").await?;
    let ada = rancangan::satu(&app.store, &akses.pembaca(), jenis).await?;
    let tersimpan = ada.is_some();
    let f = formulir(&ada.unwrap_or_else(|| awal(jenis, &akses.periode)));
    tampil(&Halaman { k: &k, f, p: &akses.periode, judul: judul(jenis), jenis, tersimpan, bentrok: None })
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kunci)): Jalur<(PeriodeId, String)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let jenis = jenis(&kunci)?;
    let mut siapa = None;
    if let Some(r) = urai(&mut f) {
        match rancangan::simpan(&app.store, &hak, jenis, &r).await {
            Ok(_) => {
                return Alih::ke(format!("/periode/{id}/sk/rancangan/{kunci}")).pesan("persiapan-rancangan-tersimpan").into();
            }
            Err(StoreError::Bentrok { versi, oleh, pada }) => siapa = Some((versi, oleh, pada)),
            Err(e) => return Err(e.into()),
        }
    }
    let k = konteks(&app, k, &akses.periode, "persiapan").await?;
    let kini = rancangan::satu(&app.store, &akses.pembaca(), jenis).await?;
    let bentrok = match (siapa, &kini) {
        (Some(siapa), Some(r)) => {
            let isi = vec![(k.s("persiapan-rancangan-menetapkan"), r.menetapkan.clone())];
            Some(Bentrok::baru(&app, &k, &mut f, siapa, isi).await)
        }
        _ => None,
    };
    tampil_salah(&Halaman { k: &k, f, p: &akses.periode, judul: judul(jenis), jenis, tersimpan: kini.is_some(), bentrok })
}

async fn cetak(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kunci)): Jalur<(PeriodeId, String)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let jenis = jenis(&kunci)?;
    let r = rancangan::satu(&app.store, &akses.pembaca(), jenis).await?.ok_or(StoreError::TidakDitemukan)?;
    let k = konteks(&app, k, &akses.periode, "persiapan").await?;
    let isi = susun(&app, &k, &akses, jenis, r).await?;
    Ok(pdf(app.pencetak.cetak(isi).await?, &format!("rancangan-sk-{kunci}.pdf")))
}

async fn susun(app: &AppState, k: &Konteks, akses: &hak::AksesPeriode, jenis: Jenis, r: Rancangan) -> Hasil<SuratKeputusan> {
    let id = Bahasa::Id;
    let p = &akses.periode;
    let baris = |teks: &str| teks.lines().map(str::trim).filter(|b| !b.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let ada = |teks: String| Some(teks).filter(|t| !t.is_empty());
    let tentang = match jenis {
        Jenis::Lokus => "persiapan-rancangan-tentang-lokus",
        Jenis::Evaluator => "persiapan-rancangan-tentang-evaluator",
    };
    Ok(SuratKeputusan {
        kepala: Kepala {
            instansi: instansi::dari_id(&app.store, p.instansi_id).await?.nama,
            perangkat: ada(r.perangkat),
            nomor: ada(r.nomor),
            dibuat: r.pada.timestamp(),
            dibuat_teks: format::waktu(id, r.pada.timestamp(), k.zona),
            ilustrasi: k.ilustrasi,
            verifikasi: None,
        },
        pejabat: r.pejabat.clone(),
        tentang: id.a(tentang, [("periode", p.nama.clone().into())]),
        menimbang: baris(&r.menimbang),
        mengingat: baris(&r.mengingat),
        menetapkan: baris(&r.menetapkan),
        tempat: ada(r.tempat),
        tanggal: r.tanggal.parse::<Date>().ok().map(|t| format::tanggal(id, t)),
        penanda_tangan: PenandaTangan { peran: PeranTandaTangan::WakilPenanggungjawab, nama: r.nama, jabatan: r.pejabat, nip: ada(r.nip) },
        lampiran: match jenis {
            Jenis::Lokus => lampiran_lokus(app, p).await?,
            Jenis::Evaluator => lampiran_evaluator(app, akses).await?,
        },
    })
}

async fn lampiran_lokus(app: &AppState, p: &Periode) -> Hasil<LampiranSk> {
    let id = Bahasa::Id;
    let semua = lokus::milik_periode(app.store.baca(), p.id).await?;
    Ok(LampiranSk {
        judul: id.s("periode-lokus"),
        kolom: ["periode-unit", "periode-formulir", "periode-cakupan", "periode-kategori"].map(|s| id.s(s)).into(),
        baris: semua.into_iter().map(|l| vec![l.unit, l.formulir, id.s(kunci_cakupan(&l.cakupan)), l.kategori]).collect(),
    })
}

/// Those who are proposed or in office; one whose appointment ended is left out.
async fn lampiran_evaluator(app: &AppState, akses: &hak::AksesPeriode) -> Hasil<LampiranSk> {
    let id = Bahasa::Id;
    let semua = penugasan::milik_periode(&app.store, &akses.pembaca()).await?;
    Ok(LampiranSk {
        judul: id.s("persiapan-rancangan-tim"),
        kolom: ["persiapan-rancangan-nama", "persiapan-rancangan-jabatan", "periode-unit"].map(|s| id.s(s)).into(),
        baris: semua.into_iter().filter(|g| g.akhir.is_none()).map(|g| vec![g.nama, g.jabatan, g.unit]).collect(),
    })
}
