//! `/periode/{periode}/tindak-lanjut`: the board of a period: each unit with its counts, what is late, the deadline.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use pekppp::fase::BatasTindakLanjut;
use store::{
    hak::{self, PembacaPeriode},
    id::PeriodeId,
    periode::Periode,
    tindak_lanjut::{self, BarisPapan, Hitungan, Status},
};

use super::tab::Tab;
use crate::{
    AppState, Error,
    error::Hasil,
    jalur::Jalur,
    komponen::{Kemajuan, Nada},
    konteks::Konteks,
    lembar::{BATAS, Lembar, lewati, persen},
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/tindak-lanjut", Akses::Masuk, lihat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    /// Only units with a recommendation in this status, or `lewat`: only the late ones.
    status: Option<String>,
    h: Option<i64>,
}

pub(crate) struct Baris {
    b: BarisPapan,
    terlambat: bool,
}

/// The board of all units, before it is filtered.
pub(crate) struct Papan {
    baris: Vec<Baris>,
    jumlah: Hitungan,
    /// Units with a recommendation in each status, in the order of [`Status::SEMUA`].
    unit: [usize; 6],
    terlambat: usize,
    batas: Option<BatasTindakLanjut>,
}

impl Papan {
    async fn susun(app: &AppState, hak: &PembacaPeriode, kini: Date) -> Result<Self, Error> {
        let (semua, batas) = tindak_lanjut::papan(&app.store, hak, kini).await?;
        let (mut jumlah, mut unit) = (Hitungan::default(), [0; 6]);
        for b in &semua {
            jumlah.semua += b.hitungan.semua;
            jumlah.lewat += b.hitungan.lewat;
            for (n, x) in jumlah.per_status.iter_mut().zip(b.hitungan.per_status) {
                *n += x;
            }
            for (n, x) in unit.iter_mut().zip(b.hitungan.per_status) {
                *n += usize::from(x > 0);
            }
        }
        // The texts are of no use here, and are much to keep.
        let satu = |b: BarisPapan| Baris { terlambat: b.terlambat(kini), b: BarisPapan { butir: Vec::new(), ..b } };
        let baris: Vec<Baris> = semua.into_iter().map(satu).collect();
        Ok(Self { terlambat: baris.iter().filter(|b| b.terlambat).count(), jumlah, unit, baris, batas })
    }
}

impl Baris {
    /// The catalogue key of each status, and how many stand there.
    fn hitungan(&self) -> [(&'static str, usize); 6] {
        Status::SEMUA.map(|s| (lanjutan::status(s).1, self.b.hitungan.dari(s)))
    }
}

#[derive(Template)]
#[template(path = "periode/tindak_lanjut.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    baris: Vec<&'a Baris>,
    jumlah: &'a Hitungan,
    unit: usize,
    per_status: [usize; 6],
    terlambat: usize,
    /// What is shown may be a minute old.
    semenit: bool,
    batas: Option<String>,
    saring: String,
    lembar: Lembar,
    /// Whether the scheme scores; otherwise the recommendations of the evaluation before are checked.
    dinilai: bool,
}

impl Halaman<'_> {
    fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("tindaklanjut-kemajuan"), self.jumlah.dari(Status::Diterima), self.jumlah.semua)
    }

    /// The statuses to filter by: those that occur, and the one in use.
    fn saringan(&self) -> Vec<(&'static str, Nada, &'static str, usize)> {
        self.status().into_iter().filter(|(kunci, .., n)| *n > 0 || self.saring == *kunci).collect()
    }

    /// The statuses with their words, and how many units have a recommendation there.
    fn status(&self) -> Vec<(&'static str, Nada, &'static str, usize)> {
        let satu = |(s, n): (Status, usize)| {
            let (nada, kunci) = lanjutan::status(s);
            (s.kunci(), nada, kunci, n)
        };
        Status::SEMUA.into_iter().zip(self.per_status).map(satu).collect()
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.pembaca();
    let k = super::konteks(&app, k, &hak.periode, "tindak-lanjut").await?;
    let kini = app.store.sekarang().hari(k.zona.nama());
    // Reading all recommendations takes longer than a page may.
    let semenit = super::besar(&app, id).await?;
    let susun = async || Papan::susun(&app, &hak, kini).await;
    let papan =
        if semenit { app.papan_tindak_lanjut.dapat(app.store.sekarang(), (id, kini), susun).await? } else { Arc::new(susun().await?) };
    let saring = q.status.unwrap_or_default();
    let cocok = |b: &Baris| match saring.as_str() {
        "" => true,
        "lewat" => b.terlambat,
        s => Status::SEMUA.iter().any(|x| x.kunci() == s && b.b.hitungan.dari(*x) > 0),
    };
    let cocok: Vec<&Baris> = papan.baris.iter().filter(|b| cocok(b)).collect();
    let n = i64::try_from(cocok.len()).unwrap_or(i64::MAX);
    let baris: Vec<&Baris> =
        cocok.into_iter().skip(usize::try_from(lewati(q.h)).unwrap_or(0)).take(usize::try_from(BATAS).unwrap_or(0)).collect();
    let kueri = if saring.is_empty() { String::new() } else { format!("&status={}", persen(&saring)) };
    tampil(&Halaman {
        lembar: k.lembar(q.h, baris.len(), n, &kueri),
        batas: papan.batas.as_ref().map(|b| lanjutan::batas(&k, b)),
        baris,
        dinilai: store::periode::aturan(&hak.periode.skema)?.dinilai,
        p: &hak.periode,
        k: &k,
        jumlah: &papan.jumlah,
        unit: papan.baris.len(),
        per_status: papan.unit,
        terlambat: papan.terlambat,
        semenit,
        saring,
    })
}
