//! `/survei/{ronde}/mutu`: signs that an answer may not be what it looks like, explained; leaving answers out with a reason
//! and taking them back in; both figures side by side. Nothing is ever taken out by itself.

use ::skm::{Bobot, Susunan, hitung};
use askama::Template;
use axum::extract::{Query, State};
use store::{
    edisi, hak,
    hak::AksesRondeSkm,
    id::RondeId,
    ronde::{self, JenisKecuali, SaringJawaban},
    skm::{
        self, Ringkas, RondeSkm,
        agregat::{self, Cacah, LANTAI},
        mutu::{Pilihan, Putusan},
    },
};
use uuid::Uuid;

use super::{
    profil::{self, Bidang},
    tab::Tab,
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    lembar::persen,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

/// Answers shown at once.
const BATAS: usize = 50;

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/mutu", super::PEMBACA, lihat);
    d.post("/survei/{ronde}/mutu", super::PENGELOLA, putuskan);
}

/// Bits of the flags with the catalogue keys of their name and explanation.
pub const TANDA: [(u8, &str, &str); 7] = [
    (0, "skm-tanda-lurus", "skm-tanda-lurus-isi"),
    (1, "skm-tanda-cepat", "skm-tanda-cepat-isi"),
    (2, "skm-tanda-beruntun", "skm-tanda-beruntun-isi"),
    (3, "skm-tanda-saran-sama", "skm-tanda-saran-sama-isi"),
    (4, "skm-tanda-waktu", "skm-tanda-waktu-isi"),
    (5, "skm-tanda-stempel", "skm-tanda-stempel-isi"),
    (6, "skm-tanda-luar-hari", "skm-tanda-luar-hari-isi"),
];

#[derive(serde::Deserialize, Default)]
struct Kueri {
    tanda: Option<u8>,
    kelompok: Option<String>,
    setelah: Option<Uuid>,
}

struct BarisTanda {
    bit: u8,
    nama: &'static str,
    isi: &'static str,
    pakai: u64,
    kecuali: u64,
}

/// A way in: its group, its name, how many answers it brought.
struct BarisKelompok {
    kelompok: String,
    nama: String,
    n: u64,
}

struct BarisJawaban {
    id: Uuid,
    hari: String,
    jalan: String,
    nilai: String,
    profil: String,
    saran: String,
    tanda: Vec<&'static str>,
    kecuali: bool,
}

/// A figure with the number of answers behind it.
struct Angka {
    n: u64,
    ikm: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "skm/mutu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    ringkas: Ringkas,
    tanda: Vec<BarisTanda>,
    kelompok: Vec<BarisKelompok>,
    /// With the answers that were left out, and without them.
    semua: Angka,
    tanpa: Angka,
    riwayat: Vec<Putusan>,
    /// The chosen group, in words; `None` while none is chosen.
    dipilih: Option<String>,
    jawaban: Vec<BarisJawaban>,
    kueri: String,
    berikut: Option<String>,
    mengelola: bool,
    mentah: bool,
    terbit: bool,
}

impl Halaman<'_> {
    /// Both figures: what few excluded answers said follows from them, so they are for those who may read answers.
    fn boleh_dua(&self) -> bool {
        self.mentah || self.ringkas.kecuali >= LANTAI.unsigned_abs()
    }
}

fn angka(k: &Konteks, s: &Susunan<'_>, c: &Cacah) -> Result<Angka, Error> {
    let h = c.hitungan(s)?.hitungan;
    let ikm = hitung(s, &h, Bobot::Persis).ok().map(|h| (k.angka(h.ikm.tampil(2)), h.mutu));
    Ok(Angka { n: c.n, ikm })
}

async fn kelompok(app: &AppState, k: &Konteks, id: RondeId) -> Result<Vec<BarisKelompok>, Error> {
    let c = app.store.baca();
    let mut nama: std::collections::HashMap<String, String> =
        [("daring", "skm-saluran-daring"), ("kios", "skm-saluran-kios"), ("tautan", "skm-saluran-tautan")]
            .map(|(n, kunci)| (n.to_owned(), k.s(kunci)))
            .into();
    for b in skm::kertas::daftar(c, id).await? {
        nama.insert(b.id.to_string(), k.n("skm-mutu-bundel", "nama", b.nama_berkas));
    }
    for i in skm::impor::daftar(c, id).await? {
        nama.insert(i.id.to_string(), k.n("skm-mutu-impor", "nama", i.nama_berkas));
    }
    let mut semua: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    for keadaan in ronde::kubus::Keadaan::SEMUA {
        for (kel, n) in ronde::kubus::per_kelompok(c, id, keadaan).await? {
            *semua.entry(kel).or_default() += n;
        }
    }
    let satu = |(kelompok, n): (String, u64)| BarisKelompok {
        nama: nama.get(&kelompok).cloned().unwrap_or_else(|| kelompok.clone()),
        kelompok,
        n,
    };
    Ok(semua.into_iter().map(satu).collect())
}

fn profil_kata(bidang: &[Bidang], byte: &[u8]) -> String {
    let mut kata: Vec<&str> = Vec::new();
    for b in bidang {
        let nilai = byte.get(b.dimensi);
        kata.extend(b.opsi.iter().find(|(o, _)| Some(o) == nilai).map(|(_, label)| label.as_str()));
    }
    kata.join(" · ")
}

fn nama_tanda(tanda: u32) -> Vec<&'static str> {
    TANDA.iter().filter(|(bit, ..)| tanda & (1 << bit) != 0).map(|(_, nama, _)| *nama).collect()
}

async fn muat<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesRondeSkm, q: &Kueri, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, ronde) = (app.store.baca(), &akses.ronde);
    let edisi = edisi::skm(&app.store, &ronde.edisi).await?;
    let s = ronde.susunan(&edisi)?;
    let a = agregat::baca(c, ronde.id).await?;
    let mut semua = a.pakai.clone();
    semua.gabung(&a.kecuali)?;
    let ringkas = skm::ringkas(c, ronde.id).await?;
    let hitung_tanda = |bit: &u8| ringkas.tanda.get(bit).copied().unwrap_or_default();
    let tanda = TANDA.iter().map(|(bit, nama, isi)| {
        let (pakai, kecuali) = hitung_tanda(bit);
        BarisTanda { bit: *bit, nama, isi, pakai, kecuali }
    });
    let kelompok = kelompok(app, k, ronde.id).await?;
    let mentah = akses.pembaca_mentah().is_ok();
    let dipilih = match (q.tanda, &q.kelompok) {
        (Some(bit), _) => Some(TANDA.iter().find(|(b, ..)| *b == bit).map(|(_, nama, _)| k.s(nama)).ok_or(Error::TidakAda)?),
        (None, Some(kel)) => Some(kelompok.iter().find(|x| x.kelompok == *kel).map(|x| x.nama.clone()).ok_or(Error::TidakAda)?),
        (None, None) => None,
    };
    let mut halaman = Halaman {
        tanpa: angka(k, &s, &a.pakai)?,
        semua: angka(k, &s, &semua)?,
        tanda: tanda.collect(),
        riwayat: skm::mutu::riwayat(c, ronde.id).await?,
        jawaban: Vec::new(),
        kueri: kueri(q),
        berikut: None,
        mengelola: akses.pengelola().is_ok(),
        mentah,
        terbit: skm::terbit(c, ronde.id).await?,
        k,
        f,
        ronde,
        ringkas,
        kelompok,
        dipilih,
    };
    if mentah && halaman.dipilih.is_some() {
        let bidang = profil::bidang(&edisi, &skm::layanan(c, ronde.id).await?);
        isi_jawaban(app, &mut halaman, q, &bidang).await?;
    }
    Ok(halaman)
}

async fn isi_jawaban(app: &AppState, h: &mut Halaman<'_>, q: &Kueri, bidang: &[Bidang]) -> Result<(), Error> {
    let saring = SaringJawaban { tanda: q.tanda, kelompok: if q.tanda.is_some() { None } else { q.kelompok.clone() }, kecuali: None };
    let batas = u32::try_from(BATAS + 1).unwrap_or(u32::MAX);
    let mut semua = ronde::halaman(app.store.baca(), h.ronde.id, q.setelah, batas, &saring).await?;
    let lebih = semua.len() > BATAS;
    semua.truncate(BATAS);
    h.berikut = semua.last().filter(|_| lebih).map(|j| format!("/survei/{}/mutu?{}&setelah={}#jawaban", h.ronde.id, h.kueri, j.id));
    let jalan = |kel: &str| h.kelompok.iter().find(|x| x.kelompok == kel).map_or_else(|| kel.to_owned(), |x| x.nama.clone());
    h.jawaban = semua
        .into_iter()
        .map(|j| BarisJawaban {
            id: j.id,
            hari: h.k.hari(&j.hari),
            jalan: jalan(&j.kelompok),
            nilai: j.nilai.iter().map(|n| if *n == ronde::KOSONG { "–".to_owned() } else { n.to_string() }).collect::<Vec<_>>().join(" "),
            profil: profil_kata(bidang, &j.profil),
            saran: j.saran.unwrap_or_default(),
            tanda: nama_tanda(j.tanda),
            kecuali: j.kecuali,
        })
        .collect();
    Ok(())
}

fn kueri(q: &Kueri) -> String {
    match (q.tanda, &q.kelompok) {
        (Some(bit), _) => format!("tanda={bit}"),
        (None, Some(kel)) => format!("kelompok={}", persen(kel)),
        (None, None) => String::new(),
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, Query(q): Query<Kueri>) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let k = super::konteks(k, &akses.ronde);
    tampil(&muat(&app, &k, &akses, &q, Formulir::kosong()).await?)
}

async fn putuskan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<RondeId>,
    Query(q): Query<Kueri>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::ronde_skm(&app.store, &pelaku, id).await?;
    let hak = akses.pengelola()?;
    let k = super::konteks(k, &akses.ronde);
    f.batasi("alasan", 500);
    let alasan = f.wajib("alasan", "skm-alasan-wajib");
    let dipilih: Vec<Uuid> = f.semua("jawaban").filter_map(|s| s.parse().ok()).collect();
    let jenis = if f.aksi().starts_with("pulih") { JenisKecuali::Pulih } else { JenisKecuali::Kecuali };
    let kelompok = f.aksi().ends_with("-semua");
    let pilihan = match (kelompok, q.tanda, q.kelompok.as_deref()) {
        (true, Some(bit), _) => Pilihan::Tanda(bit),
        (true, None, Some(kel)) => Pilihan::Kelompok(kel),
        _ => Pilihan::Jawaban(&dipilih),
    };
    if pilihan == Pilihan::Jawaban(&[]) {
        f.salahkan("jawaban", "skm-mutu-kosong");
    }
    if let Some(alasan) = alasan.filter(|_| f.sah()) {
        match skm::mutu::kecualikan(&app.store, &hak, pilihan, jenis, &alasan).await {
            Ok(_) => {
                let pesan = if jenis == JenisKecuali::Kecuali { "skm-mutu-dikecualikan" } else { "skm-mutu-dipulihkan" };
                return Alih::ke(format!("/survei/{id}/mutu?{}", kueri(&q))).pesan(pesan).into();
            }
            Err(store::StoreError::Keadaan(kunci)) => f.salahkan("jawaban", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&muat(&app, &k, &akses, &q, f).await?)
}
