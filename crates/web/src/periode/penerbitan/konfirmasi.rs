//! `/periode/{periode}/penerbitan/konfirmasi`: the last look before publishing. It names each unit and figure that becomes
//! public, what of it is provisional, and asks for the reason where minutes are not signed. The form goes to the parent,
//! which publishes only what was shown here.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::{LokusId, PeriodeId},
    penerbitan,
    peringkat::{self, PeringkatPeriode},
    periode::Periode,
};

use super::Halaman;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::{kunci_alasan, nama_edisi},
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penerbitan/konfirmasi", Akses::Masuk, lihat);
}

/// Units named on the page, the new ones first.
const TERTERA: usize = 500;

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
    p: Arc<PeringkatPeriode>,
    /// The first of them; the others are in the file.
    baris: Vec<Baris>,
    /// All units that are public after it.
    jumlah: usize,
    /// Stands for what is shown; publishing with another one shows the page again.
    dilihat: String,
    perlu_alasan: bool,
    /// It was public before: this is a new version, with a reason.
    versi_baru: bool,
    sementara: Option<String>,
    edisi: String,
    kepastian: Vec<String>,
}

impl Konfirmasi {
    /// Whether not all units are named.
    fn terpotong(&self) -> bool {
        self.baris.len() < self.jumlah
    }

    pub(super) async fn dari(app: &AppState, h: Halaman) -> Hasil<Self> {
        let sampai = h.terbit().map(|t| t.pada);
        let (dilihat, perlu_alasan) = (h.dilihat(), h.perlu_alasan());
        let baru = |b: &peringkat::Baris| sampai.is_none_or(|t| b.pada.is_some_and(|w| w > t));
        let mut semua: Vec<&peringkat::Baris> = h.p.kelompok.values().flatten().map(|x| &x.item).chain(&h.p.tanpa_ipp).collect();
        semua.sort_by(|a, b| baru(b).cmp(&baru(a)).then_with(|| a.unit.cmp(&b.unit)));
        let jumlah = semua.len();
        semua.truncate(TERTERA);
        let tertera: Vec<LokusId> = semua.iter().map(|b| b.lokus).collect();
        let tanpa_ba = penerbitan::tanpa_ba_di(app.store.baca(), h.periode.id, &tertera).await?;
        let baris = semua.into_iter().map(|b| baris(&h.k, b, &tanpa_ba, baru(b))).collect();
        let mut kepastian: Vec<String> = h.p.edisi.iter().map(|e| e.kepastian.clone()).collect();
        kepastian.extend(h.p.edisi.iter().map(|e| e.rumus.kepastian_porsi.clone()));
        kepastian.dedup();
        Ok(Self {
            sementara: h.k.sementara(&h.periode.skema, h.p.divalidasi()),
            edisi: nama_edisi(&h.p.edisi),
            k: h.k,
            f: h.f,
            periode: h.periode,
            p: h.p,
            baris,
            jumlah,
            dilihat,
            perlu_alasan,
            versi_baru: !h.kejadian.is_empty(),
            kepastian,
        })
    }
}

fn baris(k: &Konteks, b: &peringkat::Baris, tanpa_ba: &HashSet<LokusId>, baru: bool) -> Baris {
    let ipp = b.tampil.as_deref().zip(b.kategori.as_deref()).map(|(a, b)| (a.to_owned(), b.to_owned()));
    let mut catatan = Vec::new();
    if ipp.is_none() {
        catatan.push(k.s(kunci_alasan(b.status.as_deref())));
    }
    if tanpa_ba.contains(&b.lokus) {
        catatan.push(k.s("peringkat-konfirmasi-tanpa-ba"));
    }
    Baris { unit: b.unit.to_string(), kelompok: b.kelompok.to_string(), ipp, baru, catatan }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    akses.penanggungjawab()?;
    let mut h = super::halaman(&app, k, &akses, Formulir::kosong()).await?;
    if let Some(tarik) = h.kejadian.first().filter(|x| !x.terbit()) {
        h.f = Formulir::isi([("alasan_versi", tarik.alasan.clone())]);
    }
    if !h.dapat_terbit() {
        // Nothing to publish, or the phase is closed: that page says which.
        return Alih::ke(format!("/periode/{id}/penerbitan")).into();
    }
    tampil(&Konfirmasi::dari(&app, h).await?)
}
