//! `/lokus/{lokus}/tindak-lanjut`: where each recommendation stands, the deadline, what the period before left.

use askama::Template;
use axum::extract::State;
use pekppp::fase::BatasTindakLanjut;
use store::{
    Waktu,
    hak::{self, AksesLokus},
    id::LokusId,
    lokus::Lokus,
    penyampaian::{self, Dokumen},
    rekomendasi,
    tindak_lanjut::{self, Butir, Hitungan, Sisa, Status},
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    lokus::lanjutan::{self, Tab},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/tindak-lanjut", Akses::Masuk, lihat);
}

/// One recommendation with the names of things.
struct Baris {
    b: Butir,
    nama: String,
    status: (Nada, &'static str),
    tenggat: Option<(Nada, &'static str)>,
    hari: String,
}

/// What the period before left.
struct Sebelum {
    lokus: Lokus,
    sisa: Vec<(Sisa, String, (Nada, &'static str))>,
    /// Whether the reader may open that lokus.
    terbuka: bool,
}

#[derive(Template)]
#[template(path = "lokus/tindak_lanjut/daftar.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says what one reader may do or see")]
struct Halaman<'a> {
    k: &'a Konteks,
    lokus: &'a Lokus,
    beku: bool,
    tersampaikan: bool,
    /// Plans and reports for the unit.
    pelaksana: bool,
    evaluator: bool,
    berbenturan: bool,
    baris: Vec<Baris>,
    n: Hitungan,
    batas: Option<BatasTindakLanjut>,
    /// The deadline is over and no report was sent.
    lewat: bool,
    /// When the unit's report was sent last.
    dilaporkan: Option<Waktu>,
    sebelum: Option<Sebelum>,
    dilanjutkan: usize,
}

impl Halaman<'_> {
    fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("tindaklanjut-kemajuan"), self.n.dari(Status::Diterima), self.n.semua)
    }

    fn dilaporkan(&self, pada: &Waktu) -> String {
        self.k.n("tindaklanjut-dilaporkan", "waktu", self.k.waktu(pada))
    }

    fn batas(&self, b: &BatasTindakLanjut) -> String {
        lanjutan::batas(self.k, b)
    }

    /// Counts of each status that occurs.
    fn hitungan(&self) -> Vec<(Nada, &'static str, usize)> {
        let satu = |s: Status| {
            let (nada, kunci) = lanjutan::status(s);
            (nada, kunci, self.n.dari(s))
        };
        Status::SEMUA.into_iter().map(satu).filter(|(.., n)| *n > 0).collect()
    }
}

async fn sebelum(app: &AppState, akses: &AksesLokus, pelaku: &hak::Pelaku) -> Hasil<Option<Sebelum>> {
    let c = app.store.baca();
    let Some(lokus) = tindak_lanjut::asal(c, &akses.lokus).await? else { return Ok(None) };
    let e = store::edisi::dapat(&app.store, lokus.edisi()?).await?;
    let mut sisa = tindak_lanjut::sisa(c, &akses.lokus).await?;
    sisa.sort_by_key(|s| lanjutan::urut(&e, &s.rekomendasi.indikator));
    let satu = |s: Sisa| {
        let (nama, status) = (lanjutan::nama(&e, &s.rekomendasi.indikator), lanjutan::status(s.status));
        (s, nama, status)
    };
    let terbuka = hak::lokus(&app.store, pelaku, lokus.id).await.is_ok();
    Ok(Some(Sebelum { sisa: sisa.into_iter().map(satu).collect(), lokus, terbuka }))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?.dinilai()?;
    let (c, l) = (app.store.baca(), &akses.lokus);
    let k = lanjutan::konteks(k, l);
    let kini = lanjutan::hari_ini(&app, l);
    let e = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let beku = store::lokus::beku(c, l.id).await?;
    let mut butir = if beku { tindak_lanjut::daftar(c, id).await? } else { Vec::new() };
    butir.sort_by_key(|b| lanjutan::urut(&e, &b.rekomendasi.indikator));
    let batas = tindak_lanjut::batas(c, l).await?;
    let n = tindak_lanjut::hitung(&butir, kini);
    let terkirim = penyampaian::daftar(c, id).await?;
    let dilaporkan = terkirim.iter().filter(|p| p.dokumen == Dokumen::TindakLanjut).map(|p| p.pada).max();
    let satu = |b: Butir| Baris {
        nama: lanjutan::nama(&e, &b.rekomendasi.indikator),
        status: lanjutan::status(b.status()),
        tenggat: lanjutan::tenggat(&b, kini),
        hari: b.rencana.as_ref().map(|r| k.hari(&r.tenggat)).unwrap_or_default(),
        b,
    };
    tampil(&Halaman {
        baris: butir.into_iter().map(satu).collect(),
        tersampaikan: rekomendasi::tersampaikan(c, id).await?,
        pelaksana: akses.pelaksana().is_ok(),
        evaluator: akses.evaluator().is_ok(),
        berbenturan: akses.berbenturan(),
        sebelum: sebelum(&app, &akses, &pelaku).await?,
        dilanjutkan: tindak_lanjut::dilanjutkan(c, id).await?.len(),
        lewat: dilaporkan.is_none() && batas.is_some_and(|b| b.batas < kini),
        dilaporkan,
        lokus: l,
        k: &k,
        beku,
        n,
        batas,
    })
}
