//! `/periode/{periode}/penerbitan/konfirmasi`: the last look before publishing. It names each unit and figure that becomes
//! public, what of it is provisional, and asks for the reason where minutes are not signed. The form goes to the parent,
//! which publishes only what was shown here.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::PeriodeId,
    penerbitan::TanpaBa,
    peringkat::{self, PeringkatPeriode},
    periode::Periode,
};

use super::Halaman;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    publik::{kunci_alasan, nama_edisi},
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penerbitan/konfirmasi", Akses::Masuk, lihat);
}

/// One unit that is public after it.
struct Baris {
    unit: String,
    kelompok: String,
    ipp: Option<(String, String)>,
    /// Not public yet.
    baru: bool,
    /// What stands beside the figure: why it has no index, or that its minutes are not signed.
    catatan: Vec<String>,
}

#[derive(Template)]
#[template(path = "periode/penerbitan/konfirmasi.html")]
pub(super) struct Konfirmasi {
    k: Konteks,
    f: Formulir,
    periode: Periode,
    p: PeringkatPeriode,
    baris: Vec<Baris>,
    /// Stands for what is shown; publishing with another one shows the page again.
    dilihat: String,
    perlu_alasan: bool,
    sementara: Option<String>,
    edisi: String,
    kepastian: Vec<String>,
}

impl From<Halaman> for Konfirmasi {
    fn from(h: Halaman) -> Self {
        let sampai = h.terbit().map(|t| t.pada);
        let (dilihat, perlu_alasan) = (h.dilihat(), h.perlu_alasan());
        let berperingkat = h.p.kelompok.values().flatten().map(|x| &x.item);
        let mut baris: Vec<Baris> = berperingkat.chain(&h.p.tanpa_ipp).map(|b| baris(&h.k, b, &h.tanpa_ba, sampai)).collect();
        baris.sort_by(|a, b| b.baru.cmp(&a.baru).then_with(|| a.unit.cmp(&b.unit)));
        let mut kepastian: Vec<String> = h.p.edisi.iter().map(|e| e.kepastian.clone()).collect();
        kepastian.extend(h.p.edisi.iter().map(|e| e.rumus.kepastian_porsi.clone()));
        kepastian.dedup();
        Self {
            sementara: h.k.sementara(&h.periode.skema, h.p.divalidasi()),
            edisi: nama_edisi(&h.p.edisi),
            k: h.k,
            f: h.f,
            periode: h.periode,
            p: h.p,
            baris,
            dilihat,
            perlu_alasan,
            kepastian,
        }
    }
}

fn baris(k: &Konteks, b: &peringkat::Baris, tanpa_ba: &[TanpaBa], sampai: Option<store::Waktu>) -> Baris {
    let ipp = b.tampil.clone().zip(b.kategori.clone());
    let mut catatan = Vec::new();
    if ipp.is_none() {
        catatan.push(k.s(kunci_alasan(b.status.as_deref())));
    }
    if tanpa_ba.iter().any(|t| t.lokus == b.lokus) {
        catatan.push(k.s("peringkat-konfirmasi-tanpa-ba"));
    }
    Baris { unit: b.unit.clone(), kelompok: b.kelompok.clone(), ipp, baru: sampai.is_none_or(|t| b.pada.is_some_and(|w| w > t)), catatan }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penanggungjawab()?;
    let h = super::halaman(&app, k, &akses, Formulir::kosong()).await?;
    if !h.dapat_terbit() {
        // Nothing to publish, or the phase is closed: that page says which.
        return Alih::ke(format!("/periode/{id}/penerbitan")).into();
    }
    tampil(&Konfirmasi::from(h))
}
