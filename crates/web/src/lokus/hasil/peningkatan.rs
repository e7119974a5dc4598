//! `/lokus/{lokus}/hasil/peningkatan`: what would raise the IPP: the cheapest way to the next category, the gain of each
//! indicator, and trying scores out (a GET form). Nothing here changes a result.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use pekppp::{
    Nilai, Pecahan,
    peningkatan::{self, Jalur as Lintasan, TanpaJalur},
    pustaka::pustaka,
    skor::HasilAkhir,
};
use store::{hak, id::LokusId, lokus::Lokus};

use super::muat::{Muatan, muat};
use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    lokus::lanjutan::{self, Tab},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hasil/peningkatan", Akses::Masuk, lihat);
}

/// One indicator that can rise.
struct Baris {
    kode: String,
    nama: String,
    skor: String,
    /// IPP points of the next step.
    tambah: String,
    /// Scores that can be tried: value, and whether it is chosen.
    pilihan: Vec<(u8, bool)>,
    saran: String,
}

#[derive(Template)]
#[template(path = "lokus/hasil/peningkatan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    /// The result with its figures; `None` when the reader may not see it, or there is none.
    kini: Option<HasilAkhir>,
    sementara: bool,
    baris: Vec<Baris>,
    jalur: Option<Lintasan>,
    tanpa_jalur: &'static str,
    /// The address that tries the way out.
    coba_jalur: String,
    dicoba: Option<HasilAkhir>,
    beda: String,
}

/// Chosen scores that lie above the present ones.
fn pilihan(q: &[(String, String)]) -> BTreeMap<String, Nilai> {
    q.iter().filter_map(|(kode, n)| Some((kode.clone(), Nilai::baru(n.parse().ok()?).ok()?))).collect()
}

fn baris(k: &Konteks, m: &Muatan, dipilih: &BTreeMap<String, Nilai>) -> Vec<Baris> {
    let satu = |p: peningkatan::Peluang| {
        let dari = u8::try_from(p.nilai.lantai().unwrap_or(0) + 1).unwrap_or(5);
        Baris {
            nama: lanjutan::nama(&m.edisi, &p.kode),
            skor: lanjutan::skor(k, &p.nilai),
            tambah: k.angka(p.berikut().desimal()),
            pilihan: (dari..=5).map(|n| (n, dipilih.get(&p.kode).is_some_and(|x| x.angka() == n))).collect(),
            saran: pustaka().and_then(|x| x.berikut(&m.edisi, &p.kode, &p.nilai)).map(|s| s.teks.to_owned()).unwrap_or_default(),
            kode: p.kode,
        }
    };
    peningkatan::peluang(&m.edisi, &m.hasil).into_iter().map(satu).collect()
}

/// The scores at the end of a way, as the query that tries them.
fn alamat(m: &Muatan, j: &Lintasan) -> String {
    let peluang = peningkatan::peluang(&m.edisi, &m.hasil);
    let satu = |(kode, n): &(String, usize)| {
        let p = peluang.iter().find(|p| p.kode == *kode)?;
        Some(format!("{kode}={}", p.sesudah(*n).lantai()?))
    };
    j.naik.iter().filter_map(satu).collect::<Vec<_>>().join("&")
}

fn kunci_tanpa(t: TanpaJalur) -> &'static str {
    match t {
        TanpaJalur::TanpaIpp => "peningkatan-tanpa-ipp",
        TanpaJalur::Tertinggi => "peningkatan-tertinggi",
        TanpaJalur::TertahanF03 => "peningkatan-tertahan",
        TanpaJalur::BobotTerlaluHalus => "peningkatan-terlalu-halus",
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<LokusId>,
    Query(q): Query<Vec<(String, String)>>,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    let pandang = muat(&app.store, &akses).await?;
    let kosong = Halaman {
        k: &k,
        lokus: &akses.lokus,
        kini: None,
        sementara: false,
        baris: Vec::new(),
        jalur: None,
        tanpa_jalur: "",
        coba_jalur: String::new(),
        dicoba: None,
        beda: String::new(),
    };
    let Some(m) = pandang.angka() else { return tampil(&kosong) };
    let dipilih = pilihan(&q);
    let jalur = peningkatan::jalur_termurah(&m.edisi, &m.hasil);
    let dicoba = peningkatan::coba(&m.edisi, &m.hasil, &dipilih).filter(|_| !dipilih.is_empty());
    let beda = match (&dicoba, &m.hasil.ipp) {
        (Some(a), Some(b)) => k.angka((a.ipp.pecahan() - b.ipp.pecahan()).desimal()),
        _ => String::new(),
    };
    tampil(&Halaman {
        kini: m.hasil.ipp.clone(),
        sementara: m.beku.is_none(),
        baris: baris(&k, m, &dipilih),
        tanpa_jalur: jalur.as_ref().err().map_or("", |t| kunci_tanpa(*t)),
        coba_jalur: jalur.as_ref().map(|j| alamat(m, j)).unwrap_or_default(),
        jalur: jalur.ok(),
        dicoba,
        beda,
        ..kosong
    })
}

impl Halaman<'_> {
    fn kalimat(&self, j: &Lintasan) -> String {
        let isi = [("kategori", j.kategori.as_str().into()), ("langkah", j.langkah.into()), ("indikator", j.naik.len().into())];
        self.k.a("peningkatan-jalur-isi", isi)
    }

    /// One indicator of the way: code, name, from and to.
    fn langkah(&self, kode: &str, n: &usize) -> (String, String, String) {
        let b = self.baris.iter().find(|b| b.kode == kode);
        let (nama, dari) = b.map(|b| (b.nama.clone(), b.skor.clone())).unwrap_or_default();
        let ke = b.and_then(|b| b.pilihan.get(n.saturating_sub(1))).map_or_else(|| Pecahan::bulat(5).to_string(), |(n, _)| n.to_string());
        (nama, dari, ke)
    }
}
