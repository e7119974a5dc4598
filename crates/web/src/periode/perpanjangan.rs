//! `/periode/{periode}/perpanjangan`: more time for many units at once, after the phase `pelaksanaan` was closed. One unit alone, and ending
//! what was given, is on the page of the unit.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use store::{
    StoreError, hak,
    id::{LokusId, PeriodeId},
    lokus::{self, Lokus, Saring, Tahap},
    periode::{self, BANYAK_MAKS, Fase, Periode},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{self, BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/perpanjangan", super::PENYELENGGARA, lihat);
    d.post("/periode/{periode}/perpanjangan", super::PENYELENGGARA, simpan);
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    h: Option<i64>,
    cari: String,
    kategori: String,
    tahap: String,
}

impl Kueri {
    fn dari(f: &Formulir) -> Self {
        let n = |m: &str| f.nilai(m).to_owned();
        Self { h: f.nilai("h").parse().ok(), cari: n("cari"), kategori: n("kategori"), tahap: n("tahap") }
    }

    /// Only units whose result is not frozen: the others can be given no time.
    fn saring(&self) -> Saring {
        let (cari, kategori) = (self.cari.clone(), self.kategori.clone());
        Saring { cari, kategori, tahap: Tahap::dari_kunci(&self.tahap), tanpa_hasil: true, ..Saring::default() }
    }

    fn pasangan(&self) -> [(&'static str, &str); 3] {
        [("cari", &self.cari), ("kategori", &self.kategori), ("tahap", &self.tahap)]
    }

    /// The filters as the end of an address, encoded.
    fn teks(&self) -> String {
        lembar::kueri(self.pasangan())
    }
}

#[derive(Template)]
#[template(path = "periode/perpanjangan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    f: Formulir,
    saring: Formulir,
    opsi: [Vec<Opsi>; 2],
    tertutup: bool,
    /// With the day until which it has time now.
    baris: Vec<(Lokus, Option<Date>)>,
    /// Units that fit the filter.
    jumlah: i64,
    disaring: bool,
    lembar: Lembar,
}

impl Halaman<'_> {
    fn dipilih(&self, l: &Lokus) -> bool {
        let id = l.id.to_string();
        self.f.semua("lokus").any(|u| u == id)
    }

    /// More units fit than one press may take.
    fn terlalu_banyak(&self) -> bool {
        usize::try_from(self.jumlah).is_ok_and(|n| n > BANYAK_MAKS)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, q: &Kueri, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = &akses.periode;
    let (semua, jumlah) = lokus::halaman(&app.store, &akses.pembaca(), &q.saring(), lewati(q.h), BATAS).await?;
    let id: Vec<LokusId> = semua.iter().map(|l| l.id).collect();
    let sampai: HashMap<LokusId, Date> = periode::perpanjangan_lokus(app.store.baca(), &id).await?;
    let kini = app.store.sekarang();
    let berlaku = |l: &Lokus| sampai.get(&l.id).copied().filter(|s| *s >= kini.hari(&l.zona));
    let baris: Vec<_> = semua.into_iter().map(|l| (berlaku(&l), l)).map(|(s, l)| (l, s)).collect();
    let kategori = lokus::kategori(&app.store, p.id).await?;
    let tahap = [Tahap::BelumKirim, Tahap::Dinilai].map(|t| Opsi::baru(t.kunci(), k.s(super::ringkasan::kunci_tahap(t))));
    Ok(Halaman {
        tertutup: periode::alasan_tertutup(&app.store, p.id, Fase::Pelaksanaan).await?.is_some(),
        lembar: k.lembar(q.h, baris.len(), jumlah, &q.teks()),
        disaring: !q.teks().is_empty(),
        saring: Formulir::isi(q.pasangan()),
        opsi: [kategori.iter().map(|x| Opsi::baru(x, x)).collect(), tahap.into()],
        tab: "ringkasan",
        k,
        p,
        f,
        baris,
        jumlah,
    })
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    akses.penyelenggara()?;
    let k = super::konteks(&app, k, &akses.periode, "luring").await?;
    tampil(&halaman(&app, &k, &akses, &q, Formulir::kosong()).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.penyelenggara()?;
    let q = Kueri::dari(&f);
    let semua = f.aksi() == "semua";
    let lokus: Vec<LokusId> = if semua {
        lokus::cocok(&app.store, &akses.pembaca(), &q.saring(), BANYAK_MAKS + 1).await?
    } else {
        f.semua("lokus").filter_map(|l| l.parse().ok()).collect()
    };
    if lokus.is_empty() {
        f.salahkan("lokus", "metode-tanpa-lokus");
    }
    let sampai: Option<Date> = f.urai("sampai", "luring-perpanjangan-tanggal");
    f.batasi("alasan", 1000);
    let alasan = f.wajib("alasan", "perpanjangan-alasan-wajib");
    if let (Some(sampai), Some(alasan), true) = (sampai, alasan, f.sah()) {
        match periode::perpanjang_banyak(&app.store, &hak, &lokus, sampai, &alasan).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/perpanjangan?h=1{}", q.teks())).pesan("luring-perpanjangan-diberi").into(),
            Err(StoreError::Keadaan(kunci @ "perpanjangan-tanggal")) => f.salahkan("sampai", kunci),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("lokus", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let k = super::konteks(&app, k, &akses.periode, "luring").await?;
    tampil_salah(&halaman(&app, &k, &akses, &q, f).await?)
}
