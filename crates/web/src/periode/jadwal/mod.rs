//! `/periode/{periode}/jadwal`: the events of a period as a picture of bars and as a table, and telling them to the units.

mod gantt;
mod isian;
pub(crate) mod waktu;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::PeriodeId,
    lokus,
    peran::Peran,
    periode::{self, Fase, Periode},
    persiapan::jadwal::{
        self, Jadwal, Jenis, Susunan, Tersampai,
        pj::{self, SampaiPj},
    },
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    lembar::{self, BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};
use gantt::Gantt;

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/jadwal", Akses::Masuk, lihat);
    d.post("/periode/{periode}/jadwal/penyampaian", super::PENYELENGGARA, sampaikan);
    d.post("/periode/{periode}/jadwal/tanda-terima", Akses::Peran(&[Peran::Penanggungjawab]), terima);
    isian::rute(d);
}

/// Catalogue key of a kind of event, by its stored name.
pub(crate) fn kunci_jenis(jenis: &str) -> &'static str {
    match Jenis::dari_kunci(jenis) {
        Some(Jenis::Sosialisasi) => "jadwal-jenis-sosialisasi",
        Some(Jenis::Pendampingan) => "jadwal-jenis-pendampingan",
        Some(Jenis::Bimtek) => "jadwal-jenis-bimtek",
        Some(Jenis::Pengumuman) => "jadwal-jenis-pengumuman",
        Some(Jenis::Presentasi) => "jadwal-jenis-presentasi",
        Some(Jenis::Wawancara) => "jadwal-jenis-wawancara",
        Some(Jenis::Pengamatan) => "jadwal-jenis-pengamatan",
        Some(Jenis::Tenggat) => "jadwal-jenis-tenggat",
        Some(Jenis::Rapat) | None => "jadwal-jenis-rapat",
    }
}

/// An event as a row: when in words, where, who.
pub(crate) struct Baris {
    pub j: Jadwal,
    pub jenis: &'static str,
    pub kapan: String,
    /// Of the unit, for what is done at the unit.
    pub metode: String,
    pub sidang: bool,
}

pub(crate) fn baris(k: &Konteks, j: Jadwal) -> Hasil<Baris> {
    let jenis = Jenis::dari_kunci(&j.jenis);
    let di_unit = j.lokus_id.is_some() && matches!(jenis, Some(Jenis::Presentasi | Jenis::Wawancara | Jenis::Pengamatan));
    let metode = if di_unit { super::metode::kalimat(k, j.dokumen.as_deref(), j.wawancara.as_deref()) } else { String::new() };
    Ok(Baris {
        jenis: kunci_jenis(&j.jenis),
        kapan: waktu::rentang(k, j.mulai()?, j.selesai()?),
        sidang: jenis.is_some_and(Jenis::bersidang),
        metode,
        j,
    })
}

#[derive(Template)]
#[template(path = "periode/jadwal/daftar.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says what one reader may do or what the page shows")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    kelola: bool,
    tutup: Option<&'static str>,
    gantt: Gantt,
    baris: Vec<Baris>,
    unit: Vec<(Tersampai, bool)>,
    belum: usize,
    /// What the Penanggungjawab was told last, and whether something changed since.
    pj: Option<SampaiPj>,
    pj_berubah: bool,
    /// He alone is to be told: the units know it.
    pj_tunggu: bool,
    /// The reader is the one who confirms.
    menerima: bool,
    /// Of the units.
    lembar: Lembar,
    /// Of the events, where one page does not hold them.
    lembar_acara: Option<Lembar>,
}

/// The events of a usual period stand on one page, so that the picture shows all of them.
const ACARA: lembar::Daftar = lembar::Daftar { nama: "a", batas: 100 };

#[derive(serde::Deserialize)]
struct Kueri {
    h: Option<i64>,
    a: Option<i64>,
}

impl Kueri {
    /// The page of the other list as the end of an address.
    fn tetap(nama: &str, h: Option<i64>) -> String {
        h.map(|h| format!("&{nama}={h}")).unwrap_or_default()
    }
}

impl Halaman<'_> {
    fn tambah(&self) -> String {
        format!("/periode/{}/jadwal/baru", self.p.id)
    }

    fn jumlah_pj(&self, s: &SampaiPj) -> String {
        self.k.a("jadwal-pj-jumlah", [("acara", s.acara.to_string().into()), ("unit", s.unit.to_string().into())])
    }

    fn kabar_pj(&self, s: &SampaiPj) -> String {
        self.k.a("jadwal-disampaikan-oleh", [("nama", s.oleh_nama.clone().into()), ("waktu", self.k.waktu(&s.pada).into())])
    }

    fn diterima_pj(&self, s: &SampaiPj) -> String {
        let waktu = s.terima.map(|w| self.k.waktu(&w)).unwrap_or_default();
        self.k.a("jadwal-diterima-oleh", [("nama", s.terima_nama.clone().unwrap_or_default().into()), ("waktu", waktu.into())])
    }

    fn keadaan(&self, (t, belum): &(Tersampai, bool)) -> (&'static str, Nada) {
        match (t.pada.is_some(), belum, t.terima.is_some()) {
            (false, ..) => ("jadwal-unit-belum", Nada::Netral),
            (true, true, _) => ("jadwal-unit-berubah", Nada::Perhatian),
            (true, false, true) => ("jadwal-unit-diterima", Nada::Baik),
            (true, false, false) => ("jadwal-unit-menunggu", Nada::Info),
        }
    }

    fn kapan(&self, (t, _): &(Tersampai, bool)) -> String {
        let satu = |kunci, w: Option<store::Waktu>| w.map(|w| self.k.n(kunci, "waktu", self.k.waktu(&w)));
        let terima = t.terima.map(|w| {
            let nama = t.terima_nama.clone().unwrap_or_default();
            self.k.a("jadwal-diterima-oleh", [("nama", nama.into()), ("waktu", self.k.waktu(&w).into())])
        });
        [satu("jadwal-disampaikan-pada", t.pada), terima].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let baca = akses.pembaca();
    let (semua, acara) = jadwal::milik_periode(&app.store, &baca, ACARA.lewati(q.a), ACARA.batas).await?;
    let fase = periode::fase_semua(app.store.baca(), id).await?;
    let gantt = Gantt::susun(&k, &semua, &fase, app.store.sekarang())?;
    let susunan = Susunan::baca(app.store.baca(), id).await?;
    let belum = jadwal::belum_sampai(&app.store, &baca, &susunan).await?;
    let pj = pj::terakhir(app.store.baca(), id).await?;
    let kini = susunan.sidik()?;
    let unit = jadwal::terkini(&app.store, &baca, lewati(q.h), BATAS).await?;
    tampil(&Halaman {
        lembar: k.lembar(q.h, unit.len(), lokus::banyak(app.store.baca(), id).await?, &Kueri::tetap(ACARA.nama, q.a)),
        lembar_acara: (acara > ACARA.batas).then(|| k.lembar_lain(&ACARA, q.a, semua.len(), acara, &Kueri::tetap("h", q.h))),
        kelola: akses.penyelenggara().is_ok(),
        tutup: periode::alasan_tertutup(&app.store, id, Fase::Pelaksanaan).await?,
        baris: semua.into_iter().map(|j| baris(&k, j)).collect::<Result<_, _>>()?,
        unit: unit.into_iter().map(|t| (susunan.belum(t.lokus_id, t.sidik.as_deref()), t)).map(|(b, t)| (t, b)).collect(),
        belum,
        // Without an event there is nothing to tell.
        pj_berubah: kini.is_some() && pj.as_ref().is_some_and(|s| kini.as_ref() != Some(&s.sidik)),
        pj_tunggu: belum == 0 && kini.is_some() && kini.as_ref() != pj.as_ref().map(|s| &s.sidik),
        pj,
        menerima: akses.penanggungjawab().is_ok(),
        p: &akses.periode,
        tab: "persiapan",
        k: &k,
        gantt,
    })
}

async fn sampaikan(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let n = jadwal::sampaikan(&app.store, &hak).await?;
    let tahu = pj::sampaikan(&app.store, &hak).await?;
    let (jangkar, pesan) = match (n, tahu) {
        (0, true) => ("penanggungjawab", "jadwal-pj-disampaikan"),
        (0, false) => ("unit", "jadwal-sudah-sama"),
        _ => ("unit", "jadwal-disampaikan"),
    };
    Alih::ke(format!("/periode/{id}/jadwal#{jangkar}")).pesan(pesan).into()
}

/// The Penanggungjawab confirms that he has the schedule.
async fn terima(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penanggungjawab()?;
    let Some(sampai) = f.urai("sampai", "umum-wajib") else { return Err(crate::Error::Rusak("sampai".into())) };
    pj::terima(&app.store, &hak, sampai).await?;
    Alih::ke(format!("/periode/{id}/jadwal#penanggungjawab")).pesan("jadwal-diterima").into()
}
