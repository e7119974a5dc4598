//! `/lokus/{lokus}/f01`: where F01 stands, progress by aspect, what is missing or looks odd, and the next action of each role.

use askama::Template;
use axum::extract::State;
use store::{
    f01::{self, Keadaan, Penarikan},
    id::LokusId,
};

use super::{aspek::kode_aspek, muatan::Muatan};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01", Akses::Masuk, lihat);
}

/// One aspect with its progress.
pub struct BarisAspek {
    pub kunci: String,
    pub nama: String,
    pub terisi: usize,
    pub perlu: usize,
    pub bukti: usize,
    /// Indicators without any evidence.
    pub tanpa_bukti: usize,
}

/// A question that is open or looks odd, with the way to it.
pub struct Catatan {
    pub jalur: String,
    pub teks: String,
}

#[derive(Template)]
#[template(path = "lokus/f01/ringkasan.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    pub f: Formulir,
    pub aspek: Vec<BarisAspek>,
    pub kurang: Vec<Catatan>,
    pub petunjuk: Vec<Catatan>,
    pub terisi: usize,
    pub perlu: usize,
    penarikan: Vec<Penarikan>,
    operator: bool,
    kepala: bool,
    /// Evidence of earlier periods that could be attached again.
    bukti_lama: usize,
    /// Indicators that Prima could answer from its own records, with the way to each offer.
    usulan: Vec<Catatan>,
}

/// As many as the page of old evidence lists: that of indicators which this edition has.
async fn bukti_lama(app: &AppState, m: &Muatan) -> Result<usize, crate::Error> {
    let semua = store::bukti::lama::daftar(app.store.baca(), m.lokus()).await?;
    Ok(semua.iter().filter(|b| m.edisi.cari_indikator(&b.indikator).is_some()).count())
}

impl<'a> Halaman<'a> {
    pub async fn baru(app: &AppState, k: &'a Konteks, m: &'a Muatan, f: Formulir) -> Result<Self, crate::Error> {
        let semua = m.kelengkapan(m.edisi.semua_indikator());
        let operator = m.akses.operator().is_ok();
        Ok(Self {
            aspek: aspek(k, m),
            kurang: kurang(m, &semua.kurang),
            petunjuk: petunjuk(m),
            terisi: semua.terisi,
            perlu: semua.perlu,
            penarikan: f01::penarikan(app.store.baca(), m.lokus().id).await?,
            usulan: if operator { m.daftar_usulan(app).await?.iter().filter_map(|kode| tawaran(m, kode)).collect() } else { Vec::new() },
            operator,
            kepala: m.akses.kepala().is_ok(),
            bukti_lama: if m.mengisi() { bukti_lama(app, m).await? } else { 0 },
            k,
            m,
            f,
        })
    }

    fn lencana(&self) -> crate::komponen::Lencana {
        let (nada, kunci) = match &self.m.keadaan {
            Keadaan::Draf => (Nada::Netral, "f01-keadaan-draf"),
            Keadaan::Siap(_) => (Nada::Perhatian, "f01-keadaan-siap"),
            Keadaan::Terkirim(_) => (Nada::Info, "f01-keadaan-terkirim"),
            Keadaan::Dibuka(..) => (Nada::Baik, "f01-keadaan-dibuka"),
        };
        self.k.lencana(nada, kunci)
    }

    /// Progress of the whole form.
    pub fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("f01-semua-aspek"), self.terisi, self.perlu)
    }

    fn kemajuan_aspek(&self, a: &BarisAspek) -> Kemajuan {
        self.k.kemajuan(self.k.s("f01-pertanyaan-terjawab"), a.terisi, a.perlu)
    }

    fn siap(&self) -> Option<&f01::Siap> {
        if let Keadaan::Siap(s) = &self.m.keadaan { Some(s) } else { None }
    }

    fn dibuka(&self) -> Option<&f01::Dibuka> {
        if let Keadaan::Dibuka(_, d) = &self.m.keadaan { Some(d) } else { None }
    }

    fn kirim_kalimat(&self, p: &f01::Pengiriman) -> String {
        let k = self.k;
        k.a("f01-dikirim", [("nomor", p.nomor.to_string().into()), ("nama", p.nama.clone().into()), ("pada", k.waktu(&p.pada).into())])
    }

    fn kalimat(&self, kunci: &str, nama: &str, pada: store::Waktu) -> String {
        self.k.a(kunci, [("nama", nama.to_owned().into()), ("pada", self.k.waktu(&pada).into())])
    }

    /// Indicators that the team named, with the way to each.
    fn diminta(&self) -> Vec<(Catatan, &store::pra::Catatan)> {
        let Some((_, catatan)) = &self.m.kembali else { return Vec::new() };
        let satu = |c: &'a store::pra::Catatan| {
            let i = self.m.edisi.cari_indikator(&c.indikator)?;
            Some((Catatan { jalur: jalur(self.m, &i.kode, &i.kode), teks: format!("{}. {}", i.nomor, i.nama) }, c))
        };
        catatan.values().filter(|c| c.perbaiki()).filter_map(satu).collect()
    }

    fn dikembalikan(&self, p: &store::pra::Putusan) -> String {
        self.kalimat("pra-dikembalikan-singkat", &p.nama, p.pada)
    }

    fn tenggat(&self) -> String {
        self.m.kembali.as_ref().map(|(p, _)| crate::lokus::pra_evaluasi::ringkasan::tenggat(self.k, p)).unwrap_or_default()
    }

    fn ditarik(&self, p: &Penarikan) -> String {
        let k = self.k;
        k.a(
            "f01-ditarik",
            [
                ("nomor", p.nomor.to_string().into()),
                ("nama", p.nama.clone().into()),
                ("pada", k.waktu(&p.pada).into()),
                ("alasan", p.alasan.clone().into()),
            ],
        )
    }
}

fn aspek(k: &Konteks, m: &Muatan) -> Vec<BarisAspek> {
    m.bagian(k)
        .iter()
        .map(|b| {
            let l = m.kelengkapan(b.indikator);
            let jumlah = |kode: &str| m.bukti.iter().filter(|x| x.indikator == kode).count();
            BarisAspek {
                kunci: b.kunci.to_owned(),
                nama: if b.nomor.is_empty() { b.nama.clone() } else { format!("{}. {}", b.nomor, b.nama) },
                terisi: l.terisi,
                perlu: l.perlu,
                bukti: b.indikator.iter().map(|i| jumlah(&i.kode)).sum(),
                tanpa_bukti: b.indikator.iter().filter(|i| jumlah(&i.kode) == 0).count(),
            }
        })
        .collect()
}

fn tawaran(m: &Muatan, kode: &str) -> Option<Catatan> {
    let i = m.edisi.cari_indikator(kode)?;
    Some(Catatan { jalur: format!("/lokus/{}/f01/usulan/{kode}", m.lokus().id), teks: format!("{}. {}", i.nomor, i.nama) })
}

fn jalur(m: &Muatan, kode: &str, sasaran: &str) -> String {
    let aspek = kode_aspek(m, kode).unwrap_or_default();
    format!("/lokus/{}/f01/{aspek}#{sasaran}", m.lokus().id)
}

fn kurang(m: &Muatan, kurang: &[String]) -> Vec<Catatan> {
    let satu = |nama: &String| {
        let (kode, kunci) = nama.split_once('/')?;
        let i = m.edisi.cari_indikator(kode)?;
        Some(Catatan { jalur: jalur(m, kode, nama), teks: format!("{}. {}", i.nomor, i.bidang(kunci)?.pertanyaan) })
    };
    kurang.iter().filter_map(satu).collect()
}

fn petunjuk(m: &Muatan) -> Vec<Catatan> {
    let nomor = |kode: &str| m.edisi.cari_indikator(kode).map_or(0, |i| i.nomor);
    m.petunjuk()
        .into_iter()
        .map(|(p, teks)| Catatan { jalur: jalur(m, &p.kode, &p.kode), teks: format!("{}. {teks}", nomor(&p.kode)) })
        .collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    tampil(&Halaman::baru(&app, &k, &m, Formulir::kosong()).await?)
}
