//! `/lokus/{lokus}/hasil/turunan`: how the figure came about, down to each score, note and piece of evidence.
//!
//! Nothing is computed here but what a reader must see multiplied: every number comes from the trace. The same partial
//! serves the public page, without names, notes and evidence.

use askama::Template;
use axum::extract::State;
use pekppp::{
    AgregasiF03, CaraPenilai, KategoriEdisi, Pecahan,
    skor::{HasilAspek, HasilIndikator, PernyataanF03},
};
use store::{
    Waktu,
    f02::{Catatan, Sepakat},
    hasil::{Isi, PeriodeBundel},
    id::LokusId,
    lokus::Lokus,
};

use super::{
    muat::{BuktiTampil, Muatan, Pandang, muat},
    ringkasan::konteks,
};
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rujukan,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hasil/turunan", Akses::Masuk, lihat);
}

/// Whose result it is.
pub struct Asal {
    /// Empty for a result of another installation.
    pub id: String,
    pub unit: String,
    pub periode: String,
    pub tahun: i64,
    pub skema: String,
    pub formulir: String,
}

impl From<&Lokus> for Asal {
    fn from(l: &Lokus) -> Self {
        let Lokus { id, unit, periode, tahun, skema, formulir, .. } = l.clone();
        Self { id: id.to_string(), unit, periode, tahun, skema, formulir }
    }
}

impl Asal {
    #[must_use]
    pub fn bundel(isi: &Isi) -> Self {
        let Isi { unit, periode, lokus, .. } = isi.clone();
        let PeriodeBundel { nama, tahun, skema, .. } = periode;
        Self { id: String::new(), unit: unit.nama, periode: nama, tahun, skema, formulir: lokus.formulir }
    }
}

/// What binds a frozen result.
pub struct Segel {
    pub pada: Waktu,
    pub sidik: String,
    /// Under which it is found on the verification page of this installation.
    pub kode: Option<String>,
    pub edisi: String,
    pub f01: String,
    pub kunci: String,
}

impl Segel {
    fn isi(pada: Waktu, sidik: String, kode: Option<String>, isi: &Isi) -> Self {
        let (edisi, f01, kunci) = (isi.edisi.sidik.clone(), isi.f01.sidik.clone(), isi.instalasi.kunci.clone());
        Self { pada, sidik, kode, edisi, f01, kunci }
    }

    #[must_use]
    pub fn beku(m: &Muatan) -> Option<Self> {
        m.beku.as_ref().map(|(b, isi)| Self::isi(b.pada, b.sidik.clone(), Some(b.kode().to_owned()), isi))
    }

    /// Of a bundle that another installation made, with the hash of its content.
    ///
    /// # Errors
    /// When its day is no day.
    pub fn bundel(sidik: String, isi: &Isi) -> Result<Self, Error> {
        let pada: jiff::Timestamp = isi.dibekukan.parse().map_err(|e: jiff::Error| Error::Dalam(e.to_string()))?;
        Ok(Self::isi(Waktu(pada.as_microsecond()), sidik, None, isi))
    }
}

#[derive(Template)]
#[template(path = "lokus/hasil/turunan.html")]
pub struct Turunan<'a> {
    pub k: &'a Konteks,
    pub lokus: Asal,
    pub muatan: Muatan,
    /// `None`: the figures are provisional.
    pub segel: Option<Segel>,
    /// Without names, notes and evidence, and with a way back to the verification page.
    pub publik: bool,
    pub kembali: String,
}

impl Turunan<'_> {
    #[expect(clippy::unnecessary_wraps, reason = "kepala.html is shared with the summary, which may have none")]
    fn m(&self) -> Option<&Muatan> {
        Some(&self.muatan)
    }

    /// The exact value: a decimal where it ends, otherwise the fraction with its beginning.
    fn tepat(&self, p: &Pecahan) -> String {
        match p.angka_desimal() {
            Some(_) => self.k.angka(p.desimal()),
            None => format!("{} (≈ {})", p.atas_bawah(), self.k.angka(p.desimal())),
        }
    }

    fn mungkin(&self, p: &Option<Pecahan>) -> String {
        p.as_ref().map_or_else(|| "–".to_owned(), |p| self.tepat(p))
    }

    fn kali(&self, porsi: &Pecahan, nilai: &Option<Pecahan>) -> String {
        nilai.as_ref().map_or_else(|| "–".to_owned(), |n| self.tepat(&(porsi * n)))
    }

    fn kategori(&self) -> Option<&KategoriEdisi> {
        self.muatan.hasil.ipp.as_ref().and_then(|i| self.muatan.edisi.cari_kategori(&i.kategori))
    }

    fn penilai(&self, no: usize) -> String {
        match self.muatan.penilai.get(no).filter(|(_, nama)| !self.publik && !nama.is_empty()) {
            Some((_, nama)) => nama.clone(),
            None => self.k.n("hasil-penilai", "nomor", no + 1),
        }
    }

    fn nomor_penilai(&self, id: &str) -> usize {
        self.muatan.penilai.iter().position(|(p, _)| p == id).unwrap_or_default()
    }

    fn bobot(&self, i: &HasilIndikator) -> String {
        i.bobot.as_ref().map_or_else(|| "–".to_owned(), |b| self.k.angka(b.to_string()))
    }

    fn indikator(&self, kode: &str) -> Option<&pekppp::Indikator> {
        self.muatan.edisi.cari_indikator(kode)
    }

    fn aspek(&self, a: &HasilAspek) -> Option<&pekppp::Aspek> {
        self.muatan.edisi.aspek.iter().find(|x| x.kunci == a.kunci)
    }

    /// How sure the edition is, with its sources by name.
    fn terbaca(&self, teks: &str) -> String {
        rujukan::terbaca(&self.muatan.edisi, teks)
    }

    fn catatan(&self, kode: &str) -> Vec<&Catatan> {
        let berisi = |c: &&Catatan| c.indikator == kode && !(c.catatan.is_empty() && c.rekomendasi.is_empty() && c.sumber.is_empty());
        self.muatan.catatan.iter().filter(berisi).filter(|_| !self.publik).collect()
    }

    fn sepakat(&self, kode: &str) -> Option<&Sepakat> {
        self.muatan.sepakat.iter().find(|s| s.indikator == kode && !self.publik)
    }

    fn bukti(&self, kode: &str) -> Vec<&BuktiTampil> {
        self.muatan.bukti.iter().filter(|b| b.indikator == kode).collect()
    }

    fn pernyataan(&self, p: &PernyataanF03) -> &str {
        self.muatan.edisi.f03.pernyataan.iter().find(|x| x.id == p.id).map_or("", |x| x.teks.as_str())
    }

    fn cara(&self) -> &'static str {
        match self.muatan.hasil.cara_penilai {
            CaraPenilai::Konsensus => "hasil-cara-konsensus",
            CaraPenilai::RataRata => "hasil-cara-rata",
        }
    }

    fn agregasi(&self) -> &'static str {
        match self.muatan.hasil.agregasi_f03 {
            AgregasiF03::AspectMean => "hasil-agregasi-aspek",
            AgregasiF03::PlainMean => "hasil-agregasi-rata",
        }
    }

    /// The last step in words.
    fn pembulatan(&self) -> Option<String> {
        let i = self.muatan.hasil.ipp.as_ref()?;
        Some(self.k.a("hasil-turunan-bulat", [("tepat", self.tepat(i.ipp.pecahan()).into()), ("tampil", self.k.angka(&i.tampil).into())]))
    }

    fn rentang(&self, r: &KategoriEdisi) -> String {
        let huruf = |p: &Pecahan| self.k.angka(p.tampil(2));
        self.k.a(
            "hasil-turunan-rentang",
            [
                ("kode", r.kode.as_str().into()),
                ("nama", r.nama.as_str().into()),
                ("dari", huruf(&r.dari).into()),
                ("sampai", huruf(&r.sampai).into()),
            ],
        )
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let k = konteks(k, &akses.lokus);
    match muat(&app.store, &akses).await? {
        Pandang::Angka(m) => {
            let segel = Segel::beku(&m);
            tampil(&Turunan {
                k: &k,
                lokus: (&akses.lokus).into(),
                muatan: *m,
                segel,
                publik: false,
                kembali: format!("/lokus/{id}/hasil"),
            })
        }
        // Nothing to derive for this person yet: the page of the result says why.
        Pandang::Kemajuan(_) | Pandang::Tertutup => Err(Error::Bentrok("hasil-belum-isi")),
    }
}
