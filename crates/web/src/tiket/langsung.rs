//! `/tiket/{kode}/langsung`: the number's own stream. It follows the number to another gerai, and sends only what changed.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::sse::Event};
use futures_util::stream;
use layanan::antrean::{Perkiraan, Pintu};
use store::{
    antrean::{self, Tiket, buka},
    id::GeraiId,
};

use super::panel::Panel;
use crate::{
    AppState,
    antrean::{
        aliran::{Siapa, alirkan, peristiwa},
        kata,
        siaran::{Garis, Penonton},
    },
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    rute::{Akses, Daftar},
};

pub fn rute(d: &mut Daftar) {
    d.get("/tiket/{kode}/langsung", Akses::Publik, ikuti);
}

struct Aliran {
    app: AppState,
    k: Konteks,
    t: Tiket,
    tonton: Penonton,
    kirim: Option<serde_json::Value>,
    dilihat: Option<Terlihat>,
}

/// All that the number's page shows of the line. While it stays the same, nothing is drawn: most changes of a line are another's.
#[derive(PartialEq)]
struct Terlihat {
    langkah: i64,
    gerai: (GeraiId, i64),
    loket: Option<String>,
    depan: Option<usize>,
    perkiraan: Option<Perkiraan>,
    lewat_tutup: bool,
    khusus: Option<buka::Khusus>,
    pintu: Pintu,
}

impl Terlihat {
    fn baru(g: &Garis, t: &Tiket) -> Self {
        Self {
            langkah: t.langkah,
            gerai: (g.gerai.id, g.gerai.versi),
            loket: g.loket(t).map(str::to_owned),
            depan: g.depan(t.id),
            perkiraan: g.perkiraan(t.id),
            lewat_tutup: g.perkiraan(t.id).is_some_and(|p| kata::lewat_tutup(p, &g.pintu)),
            khusus: g.pintu.khusus.clone(),
            pintu: g.pintu.pintu.clone(),
        }
    }
}

impl Aliran {
    /// The next thing to say; `None` when the number is over and that was said.
    async fn berikut(&mut self) -> Hasil<Option<Event>> {
        loop {
            if self.kirim.is_some() && (self.t.berakhir() || self.tonton.changed().await.is_err()) {
                return Ok(None);
            }
            // The first value may be on its way.
            let garis = match self.tonton.wait_for(Option::is_some).await {
                Ok(g) => g.clone(),
                Err(_) => return Ok(None),
            };
            let Some(garis) = garis else { continue };
            self.tonton.mark_unchanged();
            if let Some(t) = garis.potret.cari(self.t.id) {
                // What happened to this number is told at once; its place in line together with the new estimate.
                let tunggu = !garis.lengkap && t.langkah == self.t.langkah && self.kirim.is_some();
                let terlihat = Terlihat::baru(&garis, t);
                if tunggu || self.dilihat.as_ref() == Some(&terlihat) {
                    continue;
                }
                if t.langkah != self.t.langkah {
                    self.t = t.clone();
                }
                self.dilihat = Some(terlihat);
            } else {
                self.pindah().await?;
                self.dilihat = None;
            }
            if let Some(e) = self.baru(&garis).await? {
                return Ok(Some(e));
            }
        }
    }

    /// The number is at another gerai.
    async fn pindah(&mut self) -> Hasil<()> {
        let t = antrean::dari_id(self.app.store.baca(), self.t.id).await?;
        if t.gerai_id != self.t.gerai_id {
            self.tonton = self.app.antrean.siaran.tonton(&self.app, t.mpp_id, t.gerai_id);
            self.tonton.mark_changed();
        }
        self.t = t;
        Ok(())
    }

    async fn baru(&mut self, garis: &Arc<Garis>) -> Hasil<Option<Event>> {
        let data = Panel::baru(&self.app, &self.k, &self.t, (Some(garis), Some(&garis.pintu))).await?.data()?;
        if self.kirim.as_ref() == Some(&data) {
            return Ok(None);
        }
        let e = peristiwa("tiket", &data);
        self.kirim = Some(data);
        Ok(Some(e))
    }
}

async fn ikuti(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>, headers: HeaderMap) -> Hasil {
    let (t, _, k) = super::buka(&app, k, &kode).await?;
    let tonton = app.antrean.siaran.tonton(&app, t.mpp_id, t.gerai_id);
    let (halaman, siapa) = (format!("/tiket/{}", t.kode), Siapa::Tiket(k.permintaan.alamat()));
    let aliran = Aliran { app: app.clone(), k, t, tonton, kirim: None, dilihat: None };
    let isi = stream::unfold(aliran, |mut a| async move {
        match a.berikut().await {
            Ok(e) => e.map(|e| (e, a)),
            Err(e) => {
                tracing::warn!(error = %e, "the stream of a number ended early");
                None
            }
        }
    });
    alirkan(&app, &headers, halaman, siapa, isi)
}
