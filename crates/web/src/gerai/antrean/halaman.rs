//! The screen itself. After a refused act it comes back with the reason (409) and with how things stand now.

use std::collections::{BTreeMap, btree_map::Entry};

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{Html, IntoResponse as _},
};
use layanan::antrean::Keadaan;
use store::{
    StoreError, Waktu,
    antrean::{
        self, Tiket, buka, garis,
        garis::Potret,
        loket::{self, DiLain, Loket},
    },
    hak::AksesGerai,
    id::{GeraiId, LayananId, OperasiId, PelaksanaId, TiketId},
    mpp::{self, Gerai, Mpp, Penempatan},
    petugas,
};

use crate::{
    AppState, Error,
    antrean::{
        kata,
        pilihan::{self, Arah},
    },
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/gerai/{gerai}/antrean", super::BACA, lihat);
}

/// Rows of the line that are shown, and of what is over.
const BARIS: usize = 40;
const USAI: usize = 8;

#[derive(Template)]
#[template(path = "gerai/antrean/halaman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Mpp,
    g: &'a Gerai,
    p: &'a Potret,
    layanan: &'a [Penempatan],
    /// Services of today's tickets that are given no more.
    lama: &'a BTreeMap<LayananId, String>,
    /// Where a number can be sent.
    arah: &'a Arah,
    /// The officer's own counter.
    loket: Option<&'a Loket>,
    /// Who is at it.
    tiket: Option<&'a Tiket>,
    /// His counter in another gerai, when he has none here.
    lain: Option<DiLain>,
    pelaksana: bool,
    /// Nobody is received today: why.
    tutup: Option<(String, String)>,
    /// Whoever takes a number here now may not be served today.
    tak_sempat: Option<String>,
    /// The officer's placement here today, while he has not been recorded as present.
    belum_datang: Option<PelaksanaId>,
    salah: Option<&'static str>,
    /// The number that was just issued here.
    terbit: Option<Tiket>,
}

impl Halaman<'_> {
    /// A new one for each form of the page.
    fn op(&self) -> OperasiId {
        OperasiId::baru()
    }

    fn antrean(&self) -> Vec<&Tiket> {
        self.p.antrean().take(BARIS).collect()
    }

    fn sisa(&self) -> usize {
        self.p.urutan.len().saturating_sub(BARIS)
    }

    fn tertunda(&self) -> Vec<&Tiket> {
        self.p.tertunda().collect()
    }

    fn usai(&self) -> Vec<&Tiket> {
        self.p.usai().take(USAI).collect()
    }

    /// Also of a service that ended while people waited for it.
    fn nama(&self, t: &Tiket) -> &str {
        let hidup = self.layanan.iter().find(|p| p.layanan_id == t.layanan_id).map(|p| p.layanan.as_str());
        hidup.or_else(|| self.lama.get(&t.layanan_id).map(String::as_str)).unwrap_or_default()
    }

    /// Numbers that are not over.
    fn belum_usai(&self) -> usize {
        self.p.tiket.iter().filter(|t| !t.berakhir()).count()
    }

    /// Services of this gerai, to issue a number for.
    fn di_sini(&self) -> Vec<&Penempatan> {
        self.layanan.iter().filter(|p| p.gerai_id == self.g.id).collect()
    }

    /// Where a number can be sent, by gerai: first those where somebody is there to call it, the own one before the others.
    fn tujuan(&self, t: &Tiket) -> Vec<(String, Vec<&Penempatan>)> {
        let lain = self.layanan.iter().filter(|p| (p.gerai_id, p.layanan_id) != (t.gerai_id, t.layanan_id) && self.arah.didatangi(p));
        let nada = |p: &Penempatan| match () {
            () if self.arah.berpetugas(p) => 0,
            () if self.arah.absen(p) => 2,
            () => 1_usize,
        };
        let mut semua: Vec<(usize, &Penempatan)> = lain.map(|p| (nada(p), p)).collect();
        semua.sort_by_key(|(n, p)| (*n, p.gerai_id != self.g.id));
        let sebut = |n: usize| ["antrean-alihkan-ada", "antrean-alihkan-kosong", "antrean-absen"].get(n).map(|kunci| self.k.s(kunci));
        let kelompok = pilihan::per_gerai(&semua, |(n, p)| (*n, p.gerai_id));
        let label = |(n, p): &(usize, &Penempatan)| format!("{} ({})", p.gerai, sebut(*n).unwrap_or_default());
        kelompok.into_iter().filter_map(|k| Some((label(k.first()?), k.iter().map(|(_, p)| *p).collect()))).collect()
    }

    /// A service with its gerai, the own one without its name.
    fn sebutan(&self, p: &Penempatan) -> String {
        if p.gerai_id == self.g.id { p.layanan.clone() } else { format!("{} – {}", p.layanan, p.gerai) }
    }

    fn keadaan(&self, t: &Tiket) -> &'static str {
        kata::keadaan(t)
    }

    fn nada(&self, t: &Tiket) -> Nada {
        kata::nada(t)
    }

    /// "Booked for 08.30": why it goes before others who came earlier.
    fn pesanan(&self, t: &Tiket) -> Option<String> {
        t.pesanan().map(|s| self.k.n("antrean-pesanan-pukul", "jam", kata::pukul(self.k, s)))
    }

    /// Milliseconds until the time of the next booking comes: then it goes before others, and no event says so.
    fn urut_dalam(&self) -> Option<i64> {
        let mulai = self.p.antrean().filter_map(Tiket::pesanan).filter(|s| *s > self.p.pada).min()?;
        Some((mulai.0 - self.p.pada.0) / 1_000)
    }

    /// Called and not answered yet; otherwise being served.
    fn dipanggil(&self, t: &Tiket) -> bool {
        matches!(t.keadaan(), Keadaan::Dipanggil { .. })
    }

    /// Where the officer sits instead, and whom he still has there.
    fn di_lain(&self, x: &DiLain) -> String {
        let (gerai, loket) = (x.gerai_kode.as_str(), x.loket.as_str());
        match &x.nomor {
            Some(n) => self.k.a("antrean-melayani-lain", [("nomor", n.as_str().into()), ("gerai", gerai.into()), ("loket", loket.into())]),
            None => self.k.a("antrean-duduk-lain", [("gerai", gerai.into()), ("loket", loket.into())]),
        }
    }

    fn menit(&self, sejak: &Waktu) -> i64 {
        (self.p.pada.0 - sejak.0).max(0) / 60_000_000
    }

    fn di_loket(&self, l: &Loket) -> Option<&Tiket> {
        self.p.di_loket(l.id)
    }

    /// Minutes of the one who waits longest.
    fn terlama(&self) -> Option<i64> {
        self.p.antrean().map(|t| t.terbit).min().map(|t| self.menit(&t))
    }

    fn selesai(&self) -> usize {
        self.p.tiket.iter().filter(|t| t.keadaan == "selesai").count()
    }
}

async fn isi(app: &AppState, k: &Konteks, akses: &AksesGerai, salah: Option<&'static str>, terbit: Option<Tiket>) -> Hasil<String> {
    let m = &akses.mpp.mpp;
    let c = app.store.baca();
    let mut p = garis::potret(c, m.unit_id, akses.gerai.id, app.store.sekarang()).await?;
    let saya = k.pelaku.as_ref().map(|p| p.akun);
    // On his own screen the first of the list is whom the button calls.
    if let Some(l) = p.loket.iter().find(|l| l.akun_id.is_some() && l.akun_id == saya).map(|l| l.id) {
        p = p.menurut(l);
    }
    let layanan = mpp::penempatan_mpp(c, m.unit_id).await?;
    let pelaksana = akses.pelaksana().is_ok();
    let loket = p.loket.iter().find(|l| l.akun_id.is_some() && l.akun_id == saya);
    let tiket = loket.and_then(|l| p.di_loket(l.id));
    let mut lain = None;
    if let Some(p) = k.pelaku.as_ref().filter(|_| pelaksana && loket.is_none()) {
        lain = loket::di_lain(c, akses.gerai.id, p.akun, &app.store.sekarang().hari(&m.zona).to_string()).await?;
    }
    let pintu = buka::keadaan(c, m, app.store.sekarang()).await?;
    let sibuk = pelaksana && (!p.urutan.is_empty() || p.loket.iter().any(|l| p.di_loket(l.id).is_some()));
    let h = Halaman {
        tutup: kata::tutup_sehari(k, &pintu),
        tak_sempat: pilihan::tak_sempat(app, k, &akses.gerai, (sibuk, &pintu)).await,
        belum_datang: belum_datang(app, k, akses).await?,
        lama: &lama(app, &p, &layanan).await?,
        k,
        m,
        g: &akses.gerai,
        p: &p,
        layanan: &layanan,
        arah: &Arah::baru(&app.store, m, &layanan).await?,
        loket,
        tiket,
        lain,
        pelaksana,
        salah,
        terbit,
    };
    Ok(h.render()?)
}

/// Names of services for which a number was taken today and that no gerai gives any more.
async fn lama(app: &AppState, p: &Potret, layanan: &[Penempatan]) -> Hasil<BTreeMap<LayananId, String>> {
    let mut nama = BTreeMap::new();
    for t in p.tiket.iter().filter(|t| layanan.iter().all(|l| l.layanan_id != t.layanan_id)) {
        if let Entry::Vacant(e) = nama.entry(t.layanan_id) {
            e.insert(store::layanan::dari_id(app.store.baca(), t.layanan_id).await?.nama);
        }
    }
    Ok(nama)
}

/// The placement of the officer who looks, when nobody recorded yet that he came today.
async fn belum_datang(app: &AppState, k: &Konteks, akses: &AksesGerai) -> Hasil<Option<PelaksanaId>> {
    let Some(saya) = k.pelaku.as_ref().map(|p| p.akun).filter(|_| akses.pelaksana().is_ok()) else { return Ok(None) };
    let m = &akses.mpp.mpp;
    let semua = petugas::hari(app.store.baca(), m.unit_id, app.store.sekarang().hari(&m.zona)).await?;
    let milik: Vec<_> = semua.iter().filter(|h| h.akun_id == saya && h.gerai_id == akses.gerai.id).collect();
    let ada = milik.iter().any(|h| h.masuk.is_some() && h.pulang.is_none());
    Ok(milik.first().filter(|_| !ada).map(|h| h.pelaksana_id))
}

#[derive(serde::Deserialize)]
struct Kueri {
    terbit: Option<TiketId>,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<GeraiId>, Query(q): Query<Kueri>) -> Hasil {
    let (akses, k) = super::buka(&app, k, &pelaku, id).await?;
    if akses.pelaksana().is_err() {
        akses.depan()?;
    }
    let mut terbit = None;
    if let Some(t) = q.terbit.filter(|_| akses.pelaksana().is_ok()) {
        terbit = Some(antrean::dari_id(app.store.baca(), t).await?).filter(|t| t.asal_gerai == id && super::tiket::terbit_di_sini(t));
    }
    Ok(Html(isi(&app, &k, &akses, None, terbit).await?).into_response())
}

/// The answer to an act: back to the screen, or the screen with the reason why not.
pub(super) async fn jawab<T>(app: &AppState, k: &Konteks, akses: &AksesGerai, hasil: Result<T, StoreError>) -> Hasil {
    match hasil {
        Ok(_) => crate::tampil::Alih::ke(super::alamat(akses.gerai.id)).into(),
        Err(StoreError::Keadaan(kunci)) => Ok((StatusCode::CONFLICT, Html(isi(app, k, akses, Some(kunci), None).await?)).into_response()),
        // Two at once on one number: the other was first.
        Err(StoreError::SudahAda(_)) => {
            Ok((StatusCode::CONFLICT, Html(isi(app, k, akses, Some("antrean-tak-boleh"), None).await?)).into_response())
        }
        Err(e) => Err(Error::from(e)),
    }
}
