//! `/lokus/{lokus}/f02/lapangan`: what evaluators brought from the field, as sources of F02. Own notes always; those of another
//! evaluator only when his sheet may be seen.

use askama::Template;
use axum::extract::State;
use pekppp::{Edisi, Indikator};
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
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar as Rute},
    tampil::tampil,
};

pub fn rute(d: &mut Rute) {
    d.get("/lokus/{lokus}/f02/lapangan", Akses::Masuk, lihat);
}

/// A checklist of one indicator.
pub(super) struct Periksa {
    pub(super) jenis: &'static str,
    /// Line and whether it was ticked.
    pub(super) butir: Vec<(String, bool)>,
    pub(super) terisi: String,
    pub(super) catatan: String,
}

pub(super) struct PerIndikator {
    /// Code and name; empty for the unit as a whole.
    pub(super) judul: String,
    pub(super) catatan: Vec<Catatan>,
    pub(super) periksa: Vec<Periksa>,
}

pub(super) struct PerEvaluator {
    pub(super) nama: String,
    pub(super) sendiri: bool,
    /// The reader may see where it was; others only see that a place was taken.
    pub(super) posisi: bool,
    /// When he was replaced: what he left does not count.
    pub(super) berakhir: Option<Waktu>,
    pub(super) isi: Vec<PerIndikator>,
}

#[derive(Template)]
#[template(path = "lokus/f02/lapangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    evaluator: Vec<PerEvaluator>,
    dapat_hapus: bool,
    penilai: bool,
    /// There may be notes that this reader sees only when the sheets they belong to may be seen.
    tertahan: bool,
}

impl Halaman<'_> {
    /// Title and words while there is nothing to show.
    fn kosong(&self) -> (&'static str, &'static str) {
        match (self.tertahan, self.penilai) {
            (true, true) => ("lapangan-catatan-kosong", "lapangan-catatan-tertahan-penilai"),
            (true, false) => ("lapangan-catatan-tertahan", "lapangan-catatan-tertahan-isi"),
            (false, true) => ("lapangan-catatan-kosong", "lapangan-catatan-kosong-isi"),
            (false, false) => ("lapangan-catatan-tanpa", "lapangan-catatan-tanpa-isi"),
        }
    }
}

impl PerEvaluator {
    pub(super) fn jenis(&self, k: &Konteks, c: &Catatan) -> String {
        k.s(match c.jenis.as_str() {
            "foto" => "lapangan-foto",
            "suara" => "lapangan-suara",
            _ => "lapangan-posisi",
        })
    }

    /// The place in words, with how far off it may be.
    pub(super) fn tempat(&self, k: &Konteks, c: &Catatan) -> Option<String> {
        let (lintang, bujur) = c.lintang.zip(c.bujur)?;
        if !self.posisi {
            return Some(k.s("lapangan-posisi-tertutup"));
        }
        let tempat = format!("{}, {}", derajat(lintang), derajat(bujur));
        let akurasi = c.akurasi.unwrap_or_default().to_string();
        Some(k.a("lapangan-posisi-isi", [("tempat", tempat.into()), ("akurasi", akurasi.into())]))
    }

    /// The phone's clock, when it was more than five minutes off the server's and the note was not simply sent later.
    pub(super) fn jam(&self, k: &Konteks, c: &Catatan) -> Option<String> {
        let beda = |p: &Waktu| p.0 > c.pada.tambah_detik(300).0 || p.0 < c.pada.tambah_detik(-300).0;
        c.perangkat.filter(beda).map(|p| k.n("lapangan-jam-ponsel", "pada", k.waktu(&p)))
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
    let posisi = r.akses.melihat_posisi();
    let mut evaluator = Vec::new();
    let mut tertahan = false;
    for l in f02::lembar_semua(app.store.baca(), id).await? {
        let sendiri = l.akun_id == pelaku.akun && penilai;
        if sendiri || r.pandangan.melihat(l.selesai.is_some()) {
            let isi = milik(&app, (id, &r.edisi), &k, l.akun_id).await?;
            if !isi.is_empty() {
                evaluator.push(PerEvaluator { nama: l.nama, sendiri, posisi: posisi || sendiri, berakhir: None, isi });
            }
        } else {
            tertahan = true;
        }
    }
    evaluator.sort_by_key(|e| !e.sendiri);
    if r.pandangan.semua() && r.akses.membaca_diganti() {
        for d in f02::diganti(app.store.baca(), id).await? {
            evaluator.extend(PerEvaluator::diganti(&app, (id, &r.edisi), &k, &d, posisi).await?);
        }
    }
    let dapat_hapus = r.tutup().is_none();
    tampil(&Halaman { k: &k, lokus: r.lokus(), evaluator, dapat_hapus, penilai: penilai && !r.akses.berbenturan(), tertahan })
}

impl PerEvaluator {
    /// What a replaced evaluator left; `None` when he brought nothing from the field.
    pub(super) async fn diganti(
        app: &AppState,
        lokus: (LokusId, &Edisi),
        k: &Konteks,
        d: &f02::Diganti,
        posisi: bool,
    ) -> Hasil<Option<Self>> {
        let isi = milik(app, lokus, k, d.lembar.akun_id).await?;
        let nama = d.lembar.nama.clone();
        Ok((!isi.is_empty()).then_some(Self { nama, sendiri: false, posisi, berakhir: Some(d.berakhir), isi }))
    }
}

/// Notes and lists of one evaluator in the order of the edition, the unit as a whole first.
async fn milik(app: &AppState, (id, edisi): (LokusId, &Edisi), k: &Konteks, akun: AkunId) -> Hasil<Vec<PerIndikator>> {
    let catatan = lapangan::milik_lokus(app.store.baca(), id, akun).await?;
    let daftar = lapangan::daftar_semua(app.store.baca(), id, akun).await?;
    let punya = |kode: &str| catatan.iter().filter(|c| c.indikator == kode).cloned().collect::<Vec<_>>();
    let umum = PerIndikator { judul: k.s("lapangan-umum"), catatan: punya(""), periksa: Vec::new() };
    let satu = |i: &Indikator| PerIndikator {
        judul: format!("{} {}", i.kode, i.nama),
        catatan: punya(&i.kode),
        periksa: daftar.iter().filter(|d| d.indikator == i.kode).filter_map(|d| periksa(k, i, d)).collect(),
    };
    let semua = std::iter::once(umum).chain(edisi.semua_indikator().map(satu));
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
