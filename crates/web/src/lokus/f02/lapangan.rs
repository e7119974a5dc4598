//! `/lokus/{lokus}/f02/lapangan`: what evaluators brought from the field, as sources of F02. Own notes always; those of another
//! evaluator only when his sheet may be seen.

use askama::Template;
use axum::extract::State;
use pekppp::Indikator;
use store::{
    Waktu, f02,
    id::{AkunId, LokusId},
    lapangan::{self, Catatan, Daftar, JenisPeriksa},
    lokus::Lokus,
};

use super::rangka::Rangka;
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar as Rute},
    tampil::tampil,
};

pub fn rute(d: &mut Rute) {
    d.get("/lokus/{lokus}/f02/lapangan", Akses::Masuk, lihat);
}

/// A checklist of one indicator.
struct Periksa {
    jenis: &'static str,
    /// Line and whether it was ticked.
    butir: Vec<(String, bool)>,
    terisi: String,
    catatan: String,
}

struct PerIndikator {
    /// Code and name; empty for the unit as a whole.
    judul: String,
    catatan: Vec<Catatan>,
    periksa: Vec<Periksa>,
}

struct PerEvaluator {
    nama: String,
    sendiri: bool,
    isi: Vec<PerIndikator>,
}

#[derive(Template)]
#[template(path = "lokus/f02/lapangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    evaluator: Vec<PerEvaluator>,
    dapat_hapus: bool,
    penilai: bool,
}

impl Halaman<'_> {
    fn jenis(&self, c: &Catatan) -> String {
        self.k.s(match c.jenis.as_str() {
            "foto" => "lapangan-foto",
            "suara" => "lapangan-suara",
            _ => "lapangan-posisi",
        })
    }

    /// The place in words, with how far off it may be.
    fn tempat(&self, c: &Catatan) -> Option<String> {
        let (lintang, bujur) = c.lintang.zip(c.bujur)?;
        let tempat = format!("{}, {}", derajat(lintang), derajat(bujur));
        let akurasi = c.akurasi.unwrap_or_default().to_string();
        Some(self.k.a("lapangan-posisi-isi", [("tempat", tempat.into()), ("akurasi", akurasi.into())]))
    }

    /// The phone's clock, when it was more than five minutes off the server's and the note was not simply sent later.
    fn jam(&self, c: &Catatan) -> Option<String> {
        let beda = |p: &Waktu| p.0 > c.pada.tambah_detik(300).0 || p.0 < c.pada.tambah_detik(-300).0;
        c.perangkat.filter(beda).map(|p| self.k.n("lapangan-jam-ponsel", "pada", self.k.waktu(&p)))
    }
}

/// Millionths of a degree as decimal degrees, exactly.
fn derajat(mikro: i64) -> String {
    let tanda = if mikro < 0 { "-" } else { "" };
    format!("{tanda}{}.{:06}", mikro.abs() / 1_000_000, mikro.abs() % 1_000_000)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    if r.pandangan == f02::Pandangan::Tertutup {
        return Err(Error::TidakBerhak("f02"));
    }
    let k = r.konteks(k).bantuan("lapangan");
    let penilai = r.pandangan.penilai();
    let mut evaluator = Vec::new();
    for l in f02::lembar_semua(app.store.baca(), id).await? {
        let sendiri = l.akun_id == pelaku.akun && penilai;
        if sendiri || r.pandangan.melihat(l.selesai.is_some()) {
            let isi = milik(&app, &r, &k, l.akun_id).await?;
            if !isi.is_empty() {
                evaluator.push(PerEvaluator { nama: l.nama, sendiri, isi });
            }
        }
    }
    evaluator.sort_by_key(|e| !e.sendiri);
    let dapat_hapus = r.tutup().is_none();
    tampil(&Halaman { k: &k, lokus: r.lokus(), evaluator, dapat_hapus, penilai: penilai && !r.akses.berbenturan() })
}

/// Notes and lists of one evaluator in the order of the edition, the unit as a whole first.
async fn milik(app: &AppState, r: &Rangka, k: &Konteks, akun: AkunId) -> Hasil<Vec<PerIndikator>> {
    let id = r.lokus().id;
    let catatan = lapangan::milik_lokus(app.store.baca(), id, akun).await?;
    let daftar = lapangan::daftar_semua(app.store.baca(), id, akun).await?;
    let punya = |kode: &str| catatan.iter().filter(|c| c.indikator == kode).cloned().collect::<Vec<_>>();
    let umum = PerIndikator { judul: k.s("lapangan-umum"), catatan: punya(""), periksa: Vec::new() };
    let satu = |i: &Indikator| PerIndikator {
        judul: format!("{} {}", i.kode, i.nama),
        catatan: punya(&i.kode),
        periksa: daftar.iter().filter(|d| d.indikator == i.kode).filter_map(|d| periksa(k, i, d)).collect(),
    };
    let semua = std::iter::once(umum).chain(r.edisi.semua_indikator().map(satu));
    Ok(semua.filter(|p| !p.catatan.is_empty() || !p.periksa.is_empty()).collect())
}

fn periksa(k: &Konteks, i: &Indikator, d: &Daftar) -> Option<Periksa> {
    let jenis = JenisPeriksa::dari_kunci(&d.jenis)?;
    if d.centang.is_empty() && d.catatan.is_empty() {
        return None;
    }
    let butir: Vec<_> = lapangan::butir(jenis, i).into_iter().enumerate().map(|(n, b)| (b, d.centang.contains(&n))).collect();
    let (n, dari) = (d.centang.len().to_string(), butir.len().to_string());
    Some(Periksa {
        jenis: match jenis {
            JenisPeriksa::Presentasi => "lapangan-presentasi",
            JenisPeriksa::Wawancara => "lapangan-wawancara",
            JenisPeriksa::Observasi => "lapangan-observasi",
        },
        terisi: k.a("lapangan-dari-banyak", [("n", n.into()), ("dari", dari.into())]),
        butir,
        catatan: d.catatan.clone(),
    })
}
