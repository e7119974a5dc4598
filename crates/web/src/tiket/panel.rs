//! What a number says of itself: the part of the page that is also sent to it live.

use std::sync::Arc;

use askama::{Template, filters::HtmlSafe};
use layanan::antrean::{AlasanBatal, Keadaan, Perkiraan};
use store::{
    antrean::{self, Tiket, buka},
    mpp,
    skm::Penilaian,
};

use crate::{
    AppState,
    antrean::{kata, pilihan, siaran::Garis},
    error::Hasil,
    komponen::Nada,
    konteks::Konteks,
};

#[derive(Template)]
#[template(path = "tiket/panel.html")]
pub struct Panel<'a> {
    k: &'a Konteks,
    pub t: &'a Tiket,
    gerai: (String, String, String),
    loket: Option<String>,
    depan: Option<usize>,
    /// The range and what it rests on; `None` while it is computed.
    kira: Option<(String, String)>,
    survei: Penilaian,
    /// Nobody serves today: why.
    tutup: Option<(String, String)>,
    /// Nobody is planned to come for it today, and nobody sits there.
    absen: Option<(String, String)>,
    /// Its turn may not come before the hall closes.
    tak_sempat: Option<String>,
    /// It was booked for a time that has not come: from when it is called.
    nanti: Option<String>,
    /// Its day is over, and that is not written down yet.
    lewat: Option<(&'static str, &'static str, Nada)>,
}

impl HtmlSafe for Panel<'_> {}

impl<'a> Panel<'a> {
    /// `garis`: the line as it is known; without it the page says that the place is being counted. `pintu`: of the hall, for a number
    /// of today.
    pub async fn baru(
        app: &AppState,
        k: &'a Konteks,
        t: &'a Tiket,
        (garis, pintu): (Option<&Arc<Garis>>, Option<&buka::Keadaan>),
    ) -> Hasil<Self> {
        // Whoever has no door is of another day; a stream sees midnight by the day of its line.
        let lewat = pintu.is_none() || garis.is_some_and(|g| g.potret.hari.to_string() != t.tanggal);
        let lewat = if lewat { kata::lewat(t) } else { None };
        let gerai = if let Some(g) = garis.filter(|g| g.gerai.id == t.gerai_id) {
            g.gerai.clone()
        } else {
            mpp::gerai(app.store.baca(), t.gerai_id).await?
        };
        let gerai = (gerai.kode, gerai.nama, gerai.letak);
        // Who is called or served is dealt with all the same.
        let menunggu = !t.berakhir() && t.keadaan().loket().is_none();
        let tutup = pintu.filter(|_| menunggu).and_then(|p| kata::tutup_sehari(k, p));
        let garis = garis.filter(|g| g.potret.cari(t.id).is_some_and(|x| x.langkah == t.langkah));
        let loket = garis.and_then(|g| g.loket(t)).map(str::to_owned);
        let depan = garis.and_then(|g| g.depan(t.id));
        let kira = garis.and_then(|g| g.perkiraan(t.id)).filter(|_| depan.is_some());
        let absen = match kira {
            Some(Perkiraan::TanpaLoket) if menunggu && tutup.is_none() => absen(app, k, t).await?,
            _ => None,
        };
        let kini = app.store.sekarang();
        let nanti = t.pesanan().filter(|s| t.antre() && *s > kini);
        let tak_sempat = kira.zip(pintu).filter(|_| t.antre()).and_then(|(p, b)| kata::tak_sempat(k, p, b));
        // Hours that the hall does not have are no estimate.
        let tak_sempat = tak_sempat.or_else(|| nanti.zip(pintu).and_then(|(s, b)| kata::pesanan_tak_sempat(k, s, b)));
        let nanti = nanti.map(|s| k.n("antrean-giliran-mulai", "jam", kata::pukul(k, s)));
        let kira = kira.filter(|_| tak_sempat.is_none() && nanti.is_none()).map(|p| kata::perkiraan(k, p));
        let survei = antrean::survei_dapat(&app.store, t).await?;
        Ok(Self { k, t, gerai, loket, depan, kira, survei, tutup: tutup.filter(|_| lewat.is_none()), absen, tak_sempat, lewat, nanti })
    }

    fn keadaan(&self) -> &'static str {
        self.lewat.map_or_else(|| kata::keadaan(self.t), |l| l.0)
    }

    fn keterangan(&self) -> &'static str {
        if let Some((_, ket, _)) = self.lewat {
            return ket;
        }
        if self.tak_sempat.is_some() {
            return "antrean-ket-tak-sempat";
        }
        match (&self.tutup, &self.absen) {
            (Some(_), _) => "antrean-ket-tutup-hari",
            (_, Some(_)) => "antrean-ket-absen",
            _ => kata::keterangan(self.t),
        }
    }

    fn nada(&self) -> Nada {
        self.lewat.map_or_else(|| kata::nada(self.t), |l| l.2)
    }

    fn dipanggil(&self) -> bool {
        self.lewat.is_none() && matches!(self.t.keadaan(), Keadaan::Dipanggil { .. })
    }

    /// Stands in line today.
    fn antre(&self) -> bool {
        self.lewat.is_none() && self.t.antre()
    }

    fn depan(&self) -> String {
        let tempat = || self.depan.map_or_else(|| self.k.s("antrean-menghitung"), |n| kata::depan(self.k, n));
        self.nanti.clone().unwrap_or_else(tempat)
    }

    /// "Gerai G01, loket 2".
    fn ke(&self) -> String {
        match &self.loket {
            Some(l) => self.k.a("antrean-ke-loket", [("gerai", self.gerai.0.as_str().into()), ("loket", l.as_str().into())]),
            None => self.k.n("antrean-ke-gerai", "gerai", &self.gerai.0),
        }
    }

    /// Whether its holder may still give it up.
    pub fn bisa_batal(&self) -> bool {
        self.lewat.is_none() && !self.t.berakhir() && !matches!(self.t.keadaan(), Keadaan::Dilayani { .. })
    }

    /// Whether an officer may still bring the number back today: its page keeps looking, so that whoever was told to ask for it
    /// sees the call that follows.
    pub fn bisa_dibuka(&self) -> bool {
        matches!(self.t.keadaan(), Keadaan::TidakHadir | Keadaan::Batal { alasan: AlasanBatal::Petugas })
    }

    /// One sentence for screen readers, and for the title of a page in the background.
    pub fn ucap(&self) -> String {
        if self.dipanggil() {
            return format!("{}: {}", self.k.s(self.keadaan()), self.ke());
        }
        if let Some((judul, alasan)) = &self.tutup {
            return format!("{judul}. {alasan}");
        }
        if self.antre() { self.depan() } else { self.k.s(self.keadaan()) }
    }

    /// As the stream sends it.
    pub fn data(&self) -> askama::Result<serde_json::Value> {
        Ok(serde_json::json!({
            "html": self.render()?,
            "ucap": self.ucap(),
            "dipanggil": self.dipanggil().then_some(self.t.panggilan),
            "batal": self.bisa_batal(),
            "usai": self.t.berakhir(),
            "lagi": self.bisa_dibuka(),
            "layanan": self.t.layanan_id.to_string(),
        }))
    }
}

/// That nobody comes today for the service of a number at whose gerai nobody sits.
async fn absen(app: &AppState, k: &Konteks, t: &Tiket) -> Hasil<Option<(String, String)>> {
    let c = app.store.baca();
    let m = mpp::dari_id(c, t.mpp_id).await?;
    let semua = mpp::penempatan_mpp(c, t.mpp_id).await?;
    let Some(p) = semua.iter().find(|p| (p.gerai_id, p.layanan_id) == (t.gerai_id, t.layanan_id)) else { return Ok(None) };
    Ok(pilihan::absen(&app.store, &m, p, 0).await?.map(|a| kata::absen_tiket(k, &a)))
}
