//! `/mpp/{mpp}`: one mall today: is it open, who is there, what needs care, and what each gerai gives.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use layanan::mpp::Tingkat;
use store::{
    antrean::buka::{self, Khusus},
    hak::AksesMpp,
    id::UnitId,
    kalender,
    mpp::{self, Gerai, Jam, Mpp, Penempatan, izin},
    perjalanan::{self, Jalan},
    pesanan, petugas,
    tenan::{self, Keadaan},
};

use super::{isian, libur, pesanan::kata, rangka::Tab};
use crate::{
    AppState, Error, antrean::susun::MUAT, error::Hasil, jalur::Jalur, komponen::Nada, konteks::Konteks, pelaku::Orang, rute::Daftar,
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}", super::PEMBACA, lihat);
}

#[derive(Template)]
#[template(path = "mpp/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    tab: Tab<'a>,
    gerai: Vec<Gerai>,
    penempatan: Vec<Penempatan>,
    jam: Vec<Jam>,
    /// Coming days with other hours.
    khusus: Vec<(String, String)>,
    hari_ini: (Nada, String),
    hadir: usize,
    dijadwalkan: usize,
    perhatian: Vec<(String, &'static str)>,
    jalan: Option<Jalan>,
    kepala: bool,
}

impl Halaman<'_> {
    fn di<'b>(&'b self, g: &'b Gerai) -> impl Iterator<Item = &'b Penempatan> {
        self.penempatan.iter().filter(|p| p.gerai_id == g.id)
    }

    /// More services than are read at one look: each gerai opens on demand.
    fn besar(&self) -> bool {
        self.penempatan.len() > MUAT
    }

    fn hadir_teks(&self) -> String {
        self.k.a("mpp-dari", [("ada", self.hadir.into()), ("semua", self.dijadwalkan.into())])
    }

    fn terbuka(&self) -> usize {
        self.gerai.iter().filter(|g| g.tutup.is_none()).count()
    }

    fn jam_buka(&self) -> Vec<(String, String)> {
        isian::jam_teks(self.k, &self.jam)
    }

    fn tahap(&self) -> Option<&'static str> {
        self.jalan.as_ref().and_then(|j| j.tahap().ok()).map(super::usulan::kunci_tahap)
    }
}

fn khusus_teks(k: &Konteks, x: &Khusus) -> (Nada, String) {
    match (&x.mulai, &x.selesai) {
        (Some(mulai), Some(selesai)) => {
            let jam = format!("{}–{}", mulai.replace(':', "."), selesai.replace(':', "."));
            (Nada::Baik, k.n("mpp-hari-khusus", "jam", jam))
        }
        _ => (Nada::Perhatian, k.n("mpp-hari-tutup-khusus", "alasan", &x.alasan)),
    }
}

/// What the head decided for a day: its hours, or that it is closed, and why.
pub(crate) fn khusus_beralasan(k: &Konteks, x: &Khusus) -> String {
    let (nada, teks) = khusus_teks(k, x);
    // That it is closed carries the reason already.
    if nada == Nada::Baik { format!("{teks}: {}", x.alasan) } else { teks }
}

/// Days after this one for which the head decided otherwise, and holidays that are near: the day, or days in a row of which the same
/// holds, and what holds with the reason.
pub(crate) async fn khusus_mendatang(app: &AppState, k: &Konteks, m: &Mpp) -> Result<Vec<(String, String)>, Error> {
    let kini = app.store.sekarang().hari(&m.zona);
    let mut hari_ke = libur::mendatang(app, k, m, kini).await?;
    let putusan = buka::khusus_mendatang(app.store.baca(), m, kini).await?;
    hari_ke.extend(putusan.iter().map(|(hari, x)| (*hari, khusus_beralasan(k, x))));
    let mut semua: Vec<(Date, Date, String)> = Vec::new();
    for (hari, teks) in hari_ke {
        match semua.last_mut() {
            Some((_, akhir, sama)) if *sama == teks && akhir.tomorrow().is_ok_and(|b| b == hari) => *akhir = hari,
            _ => semua.push((hari, hari, teks)),
        }
    }
    let nama = |h| kata::hari(k.bahasa, h);
    let rentang = |a, b| if a == b { nama(a) } else { format!("{} – {}", nama(a), nama(b)) };
    Ok(semua.into_iter().map(|(a, b, teks)| (rentang(a, b), teks)).collect())
}

/// Whether the mall is open on a day, in words: what its head decided for that day, its hours, a day off of the calendar, or
/// closed.
pub(crate) async fn buka_pada(app: &AppState, k: &Konteks, m: &Mpp, hari: Date) -> Result<(Nada, String), Error> {
    if let Some(khusus) = buka::khusus(app.store.baca(), m, hari).await? {
        return Ok(khusus_teks(k, &khusus));
    }
    let kalender = kalender::kalender(app.store.baca(), m.instansi_id).await?;
    let jam = m.jam().into_iter().find(|j| j.hari == hari.weekday().to_monday_one_offset());
    Ok(match jam {
        Some(_) if !kalender.hari_kerja(hari) => (Nada::Perhatian, k.s("mpp-hari-libur")),
        Some(j) => {
            let jam = format!("{}–{}", j.mulai.replace(':', "."), j.selesai.replace(':', "."));
            (Nada::Baik, k.n("mpp-hari-buka", "jam", jam))
        }
        None => (Nada::Netral, k.s("mpp-hari-tutup")),
    })
}

/// What the head should look at, with the tab where it is mended.
async fn perhatian(app: &AppState, k: &Konteks, akses: &AksesMpp, kini: Date, kosong: usize) -> Hasil<Vec<(String, &'static str)>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let telepon = pesanan::perlu_ditelepon(c, &akses.pembaca()?, kini).await?;
    let (perjanjian, sambungan) = (tenan::perjanjian(c, m.unit_id).await?, tenan::sambungan(c, m.unit_id, &m.zona, kini).await?);
    let tenan: Vec<_> = mpp::tenan_mpp(c, m.unit_id).await?.into_iter().filter(|t| t.keluar.is_none()).collect();
    let hidup = |k: Keadaan| matches!(k, Keadaan::Berlaku | Keadaan::Dekat);
    let tanpa = tenan.iter().filter(|t| !perjanjian.iter().any(|p| p.tenan_id == t.id && hidup(p.keadaan(kini)))).count();
    let dekat = perjanjian.iter().filter(|p| p.keadaan(kini) == Keadaan::Dekat).count();
    let kurang = tenan.iter().filter(|t| sambungan.get(&t.id).is_some_and(|s| matches!(s.tingkat_terbukti(), Tingkat::Kurang(_)))).count();
    let habis = petugas::kompetensi(c, m.unit_id).await?.iter().filter(|x| x.habis(kini).is_some()).count();
    let izin = izin::mpp(c, m.unit_id).await?.iter().filter(|z| z.keadaan() == izin::Keadaan::Ditunggu).count();
    let semua = [
        ("mpp-perlu-telepon", usize::try_from(telepon).unwrap_or_default(), "pesanan"),
        ("mpp-perlu-izin", izin, "gerai"),
        ("mpp-perlu-gerai-kosong", kosong, "gerai"),
        ("mpp-perlu-tanpa-perjanjian", tanpa, "tenan"),
        ("mpp-perlu-perjanjian-dekat", dekat, "tenan"),
        ("mpp-perlu-sambungan", kurang, "tenan"),
        ("mpp-perlu-kompetensi", habis, "petugas"),
    ];
    Ok(semua.into_iter().filter(|x| x.1 > 0).map(|(kunci, n, tab)| (k.jumlah(kunci, n), tab)).collect())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    tampil(&halaman(&app, &k, &akses).await?)
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let kini = app.store.sekarang().hari(&m.zona);
    let (gerai, penempatan) = (mpp::gerai_mpp(c, m.unit_id).await?, mpp::penempatan_mpp(c, m.unit_id).await?);
    let hadir = petugas::hari(c, m.unit_id, kini).await?;
    let mut orang: Vec<_> = hadir.iter().map(|h| h.akun_id).collect();
    orang.sort_unstable();
    orang.dedup();
    let mut ada: Vec<_> = hadir.iter().filter(|h| h.masuk.is_some() && h.pulang.is_none()).map(|h| h.akun_id).collect();
    ada.sort_unstable();
    ada.dedup();
    let kosong = gerai.iter().filter(|g| g.tutup.is_none() && !penempatan.iter().any(|p| p.gerai_id == g.id)).count();
    Ok(Halaman {
        tab: Tab::baru(k, akses, "ringkasan"),
        jam: m.jam(),
        khusus: khusus_mendatang(app, k, m).await?,
        hari_ini: buka_pada(app, k, m, kini).await?,
        perhatian: perhatian(app, k, akses, kini, kosong).await?,
        jalan: perjalanan::cari_mpp(c, m.unit_id).await?,
        kepala: akses.kepala().is_ok(),
        hadir: ada.len(),
        dijadwalkan: orang.len(),
        gerai,
        penempatan,
        k,
        m,
    })
}
