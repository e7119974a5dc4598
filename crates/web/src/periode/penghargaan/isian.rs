//! `/periode/{periode}/penghargaan/baru` and `…/{penghargaan}/ubah`: setting an award, by hand or from an example that was found in a
//! document; `_aksi=hapus` takes it off the list.

use std::str::FromStr;

use askama::Template;
use axum::extract::{Query, State};
use pekppp::{
    Pecahan,
    penghargaan::{CONTOH, Contoh, Syarat},
};
use store::{
    StoreError,
    hak::{self, PenyelenggaraPeriode},
    id::{PenghargaanId, PeriodeId},
    nasional::JENIS_KELOMPOK,
    penghargaan::{self, BENTUK, Isi, KEPASTIAN, Penghargaan, SASARAN, syarat},
    periode::Periode,
};

use super::kata;
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::kunci_kelompok,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/baru", PENYELENGGARA, baru);
    d.post("/periode/{periode}/penghargaan/baru", PENYELENGGARA, tambah);
    d.get("/periode/{periode}/penghargaan/{penghargaan}/ubah", PENYELENGGARA, ubah);
    d.post("/periode/{periode}/penghargaan/{penghargaan}/ubah", PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/penghargaan/isian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    g: Option<&'a Penghargaan>,
    bentuk: Vec<Opsi>,
    sasaran: Vec<Opsi>,
    layanan: Vec<Opsi>,
    instansi: Vec<Opsi>,
    kategori: Vec<Opsi>,
    kepastian: Vec<Opsi>,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    fn contoh(&self) -> &'static [Contoh] {
        if self.g.is_none() { CONTOH } else { &[] }
    }
}

/// The choice that asks for nothing; an empty value would read as "not chosen yet".
const TANPA: &str = "-";

/// A value of the IPP with at most two decimals, in hundredths; a comma or a point.
struct Perseratus(i64);

impl FromStr for Perseratus {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        let p: Pecahan = s.replace(',', ".").parse().map_err(|_| ())?;
        let n = p.skala(2).ok_or(())?;
        if p == p.dibulatkan(2) { Ok(Self(n)) } else { Err(()) }
    }
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    hak: &'a PenyelenggaraPeriode,
    g: Option<&'a Penghargaan>,
    f: Formulir,
) -> Hasil<Halaman<'a>> {
    let p = &hak.periode;
    let kata_bentuk = |b: &str| match b {
        "piagam" => k.s("penghargaan-bentuk-piagam"),
        "piala" => k.s("penghargaan-bentuk-piala"),
        _ => k.s("penghargaan-bentuk-lain"),
    };
    let kosong = |kunci| vec![Opsi::baru(TANPA, k.s(kunci))];
    let layanan = store::lokus::kategori(&app.store, p.id).await?;
    Ok(Halaman {
        bentuk: BENTUK.iter().map(|b| Opsi::baru(*b, kata_bentuk(b))).collect(),
        sasaran: SASARAN.iter().map(|s| Opsi::baru(*s, k.s(kata::kunci_sasaran(s)))).collect(),
        layanan: kosong("penghargaan-layanan-tiap").into_iter().chain(layanan.into_iter().map(|l| Opsi::baru(l.clone(), l))).collect(),
        instansi: kosong("penghargaan-instansi-semua")
            .into_iter()
            .chain(JENIS_KELOMPOK.iter().map(|j| Opsi::baru(*j, k.s(kunci_kelompok(j)))))
            .collect(),
        kategori: kosong("penghargaan-tanpa-batas")
            .into_iter()
            .chain(syarat::kategori(&app.store, p).await?.into_iter().map(|x| Opsi::baru(x.clone(), x)))
            .collect(),
        kepastian: KEPASTIAN.iter().map(|s| Opsi::baru(*s, k.s(kata::kunci_kepastian(s)))).collect(),
        k,
        f,
        p,
        g,
        bentrok: None,
    })
}

/// The first showing: empty, from an example, or from what is stored.
fn awal(contoh: Option<&Contoh>) -> Formulir {
    let mut f = Formulir::isi([("op", PenghargaanId::baru().to_string())]);
    let angka = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let isi = match contoh {
        None => vec![
            ("bentuk", "piagam".to_owned()),
            ("sasaran", "unit".to_owned()),
            ("kepastian", "tinggi".to_owned()),
            ("kategori_min", TANPA.to_owned()),
        ],
        Some(c) => vec![
            ("nama", c.nama.to_owned()),
            ("bentuk", c.bentuk.to_owned()),
            ("bentuk_lain", c.bentuk_lain.to_owned()),
            ("sasaran", c.sasaran.to_owned()),
            ("peringkat_maks", angka(c.peringkat_maks)),
            ("kategori_min", c.kategori_min.unwrap_or(TANPA).to_owned()),
            ("tahun_beruntun", angka(c.tahun_beruntun)),
            ("sumber", c.sumber.to_owned()),
            ("kepastian", c.kepastian.to_owned()),
        ],
    };
    for (medan, nilai) in isi {
        f.taruh(medan, nilai);
    }
    f.taruh("kategori_layanan", TANPA);
    f.taruh("jenis_instansi", TANPA);
    f
}

fn tersimpan(k: &Konteks, g: &Penghargaan) -> Formulir {
    let angka = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let nilai = |n: Option<i64>| n.map(|n| kata::persepuluh(k, n)).unwrap_or_default();
    let teks = |t: &Option<String>| t.clone().unwrap_or_else(|| TANPA.to_owned());
    Formulir::isi([
        ("versi", g.versi.to_string()),
        ("nama", g.nama.clone()),
        ("bentuk", g.bentuk.clone()),
        ("bentuk_lain", g.bentuk_lain.clone()),
        ("sasaran", g.sasaran.clone()),
        ("kategori_layanan", teks(&g.kategori_layanan)),
        ("jenis_instansi", teks(&g.jenis_instansi)),
        ("peringkat_maks", angka(g.peringkat_maks)),
        ("kategori_min", teks(&g.kategori_min)),
        ("ipp_min", nilai(g.ipp_min)),
        ("naik_min", nilai(g.naik_min)),
        ("tahun_beruntun", angka(g.tahun_beruntun)),
        ("sumber", g.sumber.clone()),
        ("kepastian", g.kepastian.clone()),
    ])
}

/// What the form says, as owned texts.
struct Terbaca {
    nama: String,
    bentuk: &'static str,
    bentuk_lain: String,
    sasaran: &'static str,
    kategori_layanan: Option<String>,
    jenis_instansi: Option<String>,
    syarat: Syarat,
    sumber: String,
    kepastian: &'static str,
}

impl Terbaca {
    fn isi(&self) -> Isi<'_> {
        Isi {
            nama: &self.nama,
            bentuk: self.bentuk,
            bentuk_lain: &self.bentuk_lain,
            sasaran: self.sasaran,
            kategori_layanan: self.kategori_layanan.as_deref(),
            jenis_instansi: self.jenis_instansi.as_deref(),
            syarat: self.syarat.clone(),
            sumber: &self.sumber,
            kepastian: self.kepastian,
        }
    }
}

/// One of the choices; what no form of ours sends counts as the last one.
fn pilihan<const N: usize>(f: &Formulir, medan: &str, semua: [&'static str; N]) -> &'static str {
    semua.iter().find(|s| **s == f.nilai(medan)).copied().unwrap_or(semua[N - 1])
}

fn terpilih(f: &mut Formulir, medan: &str) -> Option<String> {
    f.opsional(medan).filter(|x| x != TANPA)
}

fn baca(f: &mut Formulir) -> Option<Terbaca> {
    f.batasi("nama", 200);
    f.batasi("bentuk_lain", 200);
    f.batasi("sumber", 1000);
    let nama = f.wajib("nama", "penghargaan-salah-nama");
    let sumber = f.wajib("sumber", "penghargaan-salah-sumber");
    let syarat = Syarat {
        peringkat_maks: f.urai_opsional("peringkat_maks", "penghargaan-salah-angka"),
        kategori_min: terpilih(f, "kategori_min"),
        ipp_min: f.urai_opsional::<Perseratus>("ipp_min", "penghargaan-salah-nilai").map(|n| n.0),
        naik_min: f.urai_opsional::<Perseratus>("naik_min", "penghargaan-salah-nilai").map(|n| n.0),
        tahun_beruntun: f.urai_opsional("tahun_beruntun", "penghargaan-salah-angka"),
    };
    let jenis_instansi = terpilih(f, "jenis_instansi").filter(|j| JENIS_KELOMPOK.contains(&j.as_str()));
    let (kategori_layanan, bentuk_lain) = (terpilih(f, "kategori_layanan"), f.opsional("bentuk_lain").unwrap_or_default());
    let (bentuk, sasaran, kepastian) = (pilihan(f, "bentuk", BENTUK), pilihan(f, "sasaran", SASARAN), pilihan(f, "kepastian", KEPASTIAN));
    f.sah().then_some(())?;
    let (nama, sumber) = (nama?, sumber?);
    Some(Terbaca { nama, bentuk, bentuk_lain, sasaran, kategori_layanan, jenis_instansi, syarat, sumber, kepastian })
}

/// The field that a refusal of the store belongs to.
fn medan(kunci: &str) -> &'static str {
    match kunci {
        "penghargaan-bentuk-lain-wajib" => "bentuk_lain",
        "penghargaan-kategori-hanya-unit" => "kategori_layanan",
        "penghargaan-kategori-asing" => "kategori_min",
        "penghargaan-nilai-luar" => "ipp_min",
        "penghargaan-beruntun-luar" | "penghargaan-beruntun-kosong" => "tahun_beruntun",
        "penghargaan-tanpa-syarat" | "penghargaan-peringkat-luar" => "peringkat_maks",
        _ => "nama",
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    contoh: Option<String>,
}

async fn baru(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, Query(q): Query<Kueri>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    let contoh = CONTOH.iter().find(|c| Some(c.kunci) == q.contoh.as_deref());
    tampil(&halaman(&app, &k, &hak, None, awal(contoh)).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| PenghargaanId::baru());
    if let Some(b) = baca(&mut f) {
        match penghargaan::tambah(&app.store, &hak, op, &b.isi()).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/penghargaan/{op}")).pesan("penghargaan-pesan-ditambah").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &hak, None, f).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, g)): Jalur<(PeriodeId, PenghargaanId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    let g = penghargaan::satu(&app.store, &akses.pembaca(), g).await?;
    tampil(&halaman(&app, &k, &hak, Some(&g), tersimpan(&k, &g)).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g)): Jalur<(PeriodeId, PenghargaanId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "penghargaan").await?;
    let g = penghargaan::satu(&app.store, &akses.pembaca(), g).await?;
    let hapus = f.aksi() == "hapus";
    let (hasil, pesan) = if hapus {
        let alasan = f.wajib("alasan", "alasan-wajib").unwrap_or_default();
        (if f.sah() { Some(penghargaan::hapus(&app.store, &hak, g.id, &alasan).await) } else { None }, "penghargaan-pesan-dihapus")
    } else {
        let versi = f.nilai("versi").parse().unwrap_or_default();
        let isi = baca(&mut f);
        (
            if let Some(b) = &isi { Some(penghargaan::simpan(&app.store, &hak, g.id, versi, &b.isi()).await) } else { None },
            "penghargaan-pesan-disimpan",
        )
    };
    let mut bentrok = None;
    match hasil {
        Some(Ok(())) if hapus => return Alih::ke(format!("/periode/{id}/penghargaan")).pesan(pesan).into(),
        Some(Ok(())) => return Alih::ke(format!("/periode/{id}/penghargaan/{}", g.id)).pesan(pesan).into(),
        Some(Err(StoreError::Keadaan(kunci))) => f.salahkan(if hapus { "alasan" } else { medan(kunci) }, kunci),
        Some(Err(StoreError::Bentrok { versi, oleh, pada })) => {
            let kini = vec![(k.s("penghargaan-nama"), g.nama.clone()), (k.s("penghargaan-syarat"), kata::syarat(&k, &g).join("; "))];
            bentrok = Some(Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), kini).await);
        }
        Some(Err(e)) => return Err(e.into()),
        None => {}
    }
    tampil_salah(&Halaman { bentrok, ..halaman(&app, &k, &hak, Some(&g), f).await? })
}
