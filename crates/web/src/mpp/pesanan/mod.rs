//! `/mpp/{mpp}/pesanan?hari=`: the bookings of a day, the days ahead, one found by its code, and who must be told that his no longer
//! holds.

pub(crate) mod kata;
mod kehadiran;
pub(crate) mod sebab;

use askama::Template;
use axum::extract::{Query, State};
use jiff::{ToSpan, civil::Date};
use store::{
    StoreError,
    id::{GeraiId, UnitId},
    kode::{self, Jenis},
    mpp::Mpp,
    pesanan::{self, Baris, BarisTerdampak, HariRingkas, Keadaan},
};

use super::rangka::Tab;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/pesanan", super::PEMBACA, lihat);
    kehadiran::rute(d);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    hari: String,
    /// A code as typed, or what a scanner read (the address of the booking).
    #[serde(default)]
    kode: String,
    /// The hour, or the rest of those to be told, at which somebody was just acting: it stands open.
    jam: Option<i8>,
    #[serde(default)]
    sisa: String,
}

/// Bookings of a day up to which all of them are shown unfolded.
const SEDIKIT: usize = 10;
/// Rows of people to be told, and days ahead, that are shown before the fold.
const TERDAMPAK: usize = 5;
const MENDATANG: usize = 7;

/// The bookings that begin in one hour.
struct Sejam<'a> {
    jam: i8,
    buka: bool,
    isi: Vec<&'a Baris>,
}

#[derive(Template)]
#[template(path = "mpp/pesanan/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    tab: Tab<'a>,
    hari: Date,
    kini: Date,
    lokal: jiff::civil::DateTime,
    daftar: Vec<Baris>,
    mendatang: Vec<HariRingkas>,
    terdampak: Vec<BarisTerdampak>,
    /// The booking that was searched.
    cari: Option<String>,
    /// See [`Kueri`].
    jam: Option<i8>,
    sisa: bool,
    depan: bool,
    /// Gerai where the person serves today.
    gerai: Vec<GeraiId>,
}

impl Halaman<'_> {
    /// The bookings of the day by the hour in which they begin. Open: all of few, otherwise the hour it is or the next one.
    fn jam_jam(&self) -> Vec<Sejam<'_>> {
        let mut semua: Vec<Sejam<'_>> = Vec::new();
        for b in &self.daftar {
            match semua.last_mut() {
                Some(s) if s.jam == b.mulai.hour() => s.isi.push(b),
                _ => semua.push(Sejam { jam: b.mulai.hour(), buka: false, isi: vec![b] }),
            }
        }
        let kini = if self.hari == self.kini { self.lokal.hour() } else { 0 };
        let terakhir = semua.last().map_or(0, |s| s.jam);
        let dibuka = semua.iter().map(|s| s.jam).find(|j| *j >= kini).unwrap_or(terakhir);
        for s in &mut semua {
            s.buka = self.daftar.len() <= SEDIKIT || s.jam == dibuka || self.jam == Some(s.jam);
        }
        semua
    }

    /// "Pukul 08.00", how many, and how many of them are still expected.
    fn judul_jam(&self, s: &Sejam<'_>) -> String {
        let menunggu = s.isi.iter().filter(|b| matches!(b.keadaan, Keadaan::Dipesan | Keadaan::Terdampak)).count();
        let jam = kata::pukul(self.k.bahasa, jiff::civil::time(s.jam, 0, 0, 0));
        self.k.a("pesanan-jam", [("jam", jam.into()), ("jumlah", s.isi.len().into()), ("menunggu", menunggu.into())])
    }

    fn tanggal(&self, h: &Date) -> String {
        kata::hari(self.k.bahasa, *h)
    }

    fn jam(&self, b: &Baris) -> String {
        format!("{}–{}", kata::pukul(self.k.bahasa, b.mulai), kata::pukul(self.k.bahasa, b.selesai))
    }

    /// Who must be told: those that are shown, and those behind the fold.
    fn dikabarkan(&self) -> (&[BarisTerdampak], &[BarisTerdampak]) {
        self.terdampak.split_at(self.terdampak.len().min(TERDAMPAK))
    }

    fn hari_hari(&self) -> (&[HariRingkas], &[HariRingkas]) {
        self.mendatang.split_at(self.mendatang.len().min(MENDATANG))
    }

    fn saat(&self, b: &BarisTerdampak) -> String {
        format!("{}, {}", kata::hari(self.k.bahasa, b.tanggal), kata::pukul(self.k.bahasa, b.mulai))
    }

    fn keadaan(&self, b: &Baris) -> (Nada, &'static str) {
        kata::keadaan(b.keadaan)
    }

    fn sebab(&self, b: &BarisTerdampak) -> String {
        sebab::sebab(self.k.bahasa, &b.sebab, b.putusan.as_ref())
    }

    fn dikabari(&self, b: &BarisTerdampak) -> Option<String> {
        let (cara, pada) = b.dikabari.as_ref()?;
        let kunci = if cara == "telepon" { "pesanan-dikabari-telepon" } else { "pesanan-dikabari-langsung" };
        Some(self.k.n(kunci, "waktu", self.k.waktu(pada)))
    }

    fn kode(&self, teks: &str) -> String {
        kode::tampil(teks)
    }

    /// Whether the person may take this one in. Others do not see its code, which is its holder's.
    fn boleh(&self, b: &Baris) -> bool {
        self.depan || self.gerai.contains(&b.gerai_id)
    }

    fn dapat_hadir(&self, b: &Baris) -> bool {
        self.boleh(b) && b.tanggal == self.kini && !matches!(b.keadaan, Keadaan::Batal | Keadaan::Hadir)
    }

    fn dapat_tidak_hadir(&self, b: &Baris) -> bool {
        let terbuka = matches!(b.keadaan, Keadaan::Dipesan | Keadaan::Terdampak | Keadaan::Lewat);
        self.boleh(b) && terbuka && self.lokal >= b.tanggal.to_datetime(b.mulai)
    }

    fn sebelum(&self) -> Date {
        self.hari.saturating_sub(1.day())
    }

    fn sesudah(&self) -> Date {
        self.hari.saturating_add(1.day())
    }
}

/// The code in what was typed or scanned: the last part of an address, or the text itself.
fn kode_dari(teks: &str) -> Option<String> {
    let akhir = teks.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    match kode::rapikan(akhir) {
        Some((Jenis::Janji, kode)) => Some(kode),
        _ => None,
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, Query(q): Query<Kueri>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    let pembaca = akses.pembaca()?;
    let k = k.bantuan("pesanan");
    let (c, sekarang) = (app.store.baca(), app.store.sekarang());
    let lokal = sekarang.timestamp().to_zoned(store::zona_waktu(&akses.mpp.zona)).datetime();
    let kini = lokal.date();
    let mut hari = q.hari.parse().unwrap_or(kini);
    let mut cari = None;
    if !q.kode.trim().is_empty() {
        let temu = match kode_dari(&q.kode) {
            Some(kode) => pesanan::dari_kode(&app.store, &kode).await.map(Some).or_else(|e| match e {
                StoreError::TidakDitemukan => Ok(None),
                e => Err(e),
            })?,
            None => None,
        };
        let Some(l) = temu.filter(|l| l.tempat.mpp_id == id) else {
            return Alih::ke(format!("/mpp/{id}/pesanan")).pesan("pesanan-cari-nihil").into();
        };
        hari = l.tanggal;
        cari = Some(l.kode);
    }
    let mut daftar = pesanan::pada(c, &pembaca, hari, sekarang).await?;
    if let Some(kode) = &cari {
        daftar.retain(|b| b.kode == *kode);
    }
    let depan = akses.depan().ok();
    let gerai = if depan.is_none() { akses.bertugas(&app.store).await? } else { Vec::new() };
    let terdampak = match &depan {
        Some(h) => pesanan::terdampak(&app.store, h, kini).await?,
        None => Vec::new(),
    };
    let halaman = Halaman {
        f: Formulir::isi([("kode", q.kode)]),
        tab: Tab::baru(&k, &akses, "pesanan"),
        mendatang: pesanan::mendatang(c, &pembaca, kini).await?,
        depan: depan.is_some(),
        m: &akses.mpp,
        k: &k,
        hari,
        kini,
        lokal,
        daftar,
        terdampak,
        cari,
        jam: q.jam,
        sisa: !q.sisa.is_empty(),
        gerai,
    };
    tampil(&halaman)
}

#[cfg(test)]
mod tests {
    use super::kode_dari;

    #[test]
    fn a_code_is_found_in_what_a_scanner_reads() {
        let kode = store::kode::baru(store::kode::Jenis::Janji);
        for teks in [kode.clone(), store::kode::tampil(&kode), format!("https://prima.example/pesanan/{kode}"), format!(" {kode}/ ")] {
            assert_eq!(kode_dari(&teks).as_deref(), Some(kode.as_str()), "{teks}");
        }
        assert_eq!(kode_dari("T-7KQ49-XMP3R"), None);
        assert_eq!(kode_dari("https://prima.example/"), None);
    }
}
