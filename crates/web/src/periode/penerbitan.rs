//! `/periode/{periode}/penerbitan`: what is public and what would become it; publishing (`POST`, from the page of
//! confirmation) or taking it back with a reason (`_aksi=tarik`). Everybody of the period may look; only the
//! penanggungjawab decides.

mod konfirmasi;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, AksesPeriode, PenanggungjawabPeriode},
    id::PeriodeId,
    instansi,
    penerbitan::{self, Alasan, BanyakTanpaBa, Kejadian, TanpaBa},
    peringkat::{self, PeringkatPeriode},
    periode::Periode,
};

use self::konfirmasi::Konfirmasi;
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kata::kunci_alasan,
    komponen::Nada,
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    publik::hasil::tabel,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penerbitan", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penerbitan", Akses::Masuk, ubah);
    konfirmasi::rute(d);
}

#[derive(Template)]
#[template(path = "periode/penerbitan.html")]
struct Halaman {
    k: Konteks,
    f: Formulir,
    periode: Periode,
    p: Arc<PeringkatPeriode>,
    kejadian: Vec<Kejadian>,
    memutus: bool,
    tertutup: bool,
    /// Results without minutes signed by all three parties: how many, and those that the page names.
    tanpa_ba: (BanyakTanpaBa, Vec<TanpaBa>),
}

impl Halaman {
    fn terbit(&self) -> Option<&Kejadian> {
        self.kejadian.first().filter(|x| x.terbit())
    }

    fn beku(&self) -> usize {
        self.p.diperingkat() + self.p.tanpa_ipp.len()
    }

    /// Results frozen after the last publication.
    fn baru(&self) -> usize {
        let Some(terbit) = self.terbit() else { return self.beku() };
        let semua = self.p.kelompok.values().flatten().map(|x| &x.item).chain(&self.p.tanpa_ipp);
        semua.filter(|b| b.pada.is_some_and(|w| w > terbit.pada)).count()
    }

    fn tersisa(&self) -> (Vec<&peringkat::Baris>, usize) {
        tabel::tersisa(&self.p)
    }

    fn tanpa_ba_semua(&self) -> i64 {
        self.tanpa_ba.0.semua
    }

    /// How many more of them there are than the page names.
    fn tanpa_ba_lain(&self) -> i64 {
        self.tanpa_ba.0.semua - i64::try_from(self.tanpa_ba.1.len()).unwrap_or(0)
    }

    /// Whether some of them need a reason before they can be published.
    fn perlu_alasan(&self) -> bool {
        self.tanpa_ba.0.tanpa_alasan > 0
    }

    /// Faults of reasons that the store would refuse for.
    fn periksa_alasan(&mut self, tanpa_ba: &str, versi: &str) {
        if !self.dapat_terbit() {
            return;
        }
        if self.perlu_alasan() && tanpa_ba.trim().is_empty() {
            self.f.salahkan("alasan_ba", "terbit-tanpa-ba");
        }
        // After a withdrawal its reason stands in.
        if self.terbit().is_some() && versi.trim().is_empty() {
            self.f.salahkan("alasan_versi", "terbit-versi-alasan");
        }
    }

    fn dapat_terbit(&self) -> bool {
        !self.tertutup && self.beku() > 0 && self.baru() > 0
    }

    /// What a publication now would show, as a mark: how many results, the newest of them, and how many lack a reason.
    fn dilihat(&self) -> String {
        let semua = self.p.kelompok.values().flatten().map(|x| &x.item).chain(&self.p.tanpa_ipp);
        let terakhir = semua.filter_map(|b| b.pada).map(|w| w.0).max().unwrap_or_default();
        format!("{}.{terakhir}.{}", self.beku(), self.tanpa_ba.0.tanpa_alasan)
    }

    fn alasan(&self, b: &peringkat::Baris) -> String {
        self.k.s(kunci_alasan(b.status.as_deref()))
    }
}

async fn halaman(app: &AppState, k: Konteks, akses: &AksesPeriode, f: Formulir) -> Hasil<Halaman> {
    let pembaca = akses.pembaca();
    let id = pembaca.periode.id;
    let penyelenggara = instansi::dari_id(&app.store, pembaca.periode.instansi_id).await?;
    let tertutup = match store::periode::harus_terbuka(app.store.baca(), id, pekppp::Fase::Pemeringkatan).await {
        Ok(()) => false,
        Err(StoreError::Keadaan(_)) => true,
        Err(e) => return Err(e.into()),
    };
    Ok(Halaman {
        k: k.ilustrasi(pembaca.periode.ilustrasi == 1).milik(&penyelenggara).bantuan("penerbitan"),
        f,
        p: peringkat::periode(&app.store, &pembaca).await?,
        kejadian: penerbitan::kejadian(app.store.baca(), id).await?,
        tanpa_ba: penerbitan::tanpa_ba(app.store.baca(), id, i64::try_from(tabel::TERSISA).unwrap_or(i64::MAX)).await?,
        periode: pembaca.periode,
        memutus: akses.penanggungjawab().is_ok(),
        tertutup,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    tampil(&halaman(&app, k, &akses, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.penanggungjawab()?;
    let segar = pelaku.segar(app.store.sekarang());
    if f.aksi() == "tarik" { tarik(&app, k, &akses, &hak, f, segar).await } else { terbitkan(&app, k, &akses, &hak, f, segar).await }
}

/// `segar`: he proved to be it a moment ago. Nobody is asked for that before what he typed is complete.
async fn tarik(app: &AppState, k: Konteks, akses: &AksesPeriode, hak: &PenanggungjawabPeriode, mut f: Formulir, segar: bool) -> Hasil {
    f.batasi("alasan", 1000);
    let Some(alasan) = f.wajib("alasan", "alasan-wajib").filter(|_| f.sah()) else {
        return tampil_salah(&halaman(app, k, akses, f).await?);
    };
    if !segar {
        return masuk::ulang::minta(app, &k, &f).await;
    }
    match penerbitan::tarik(&app.store, hak, &alasan).await {
        Ok(()) => Alih::ke(format!("/periode/{}/penerbitan", akses.periode.id)).pesan("peringkat-pesan-ditarik").into(),
        Err(StoreError::Keadaan(kunci)) => {
            f.salahkan("alasan", kunci);
            tampil_salah(&halaman(app, k, akses, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}

/// Publishes what the page of confirmation showed; when that has changed meanwhile, it is shown again. `segar` as in [`tarik`].
async fn terbitkan(app: &AppState, k: Konteks, akses: &AksesPeriode, hak: &PenanggungjawabPeriode, mut f: Formulir, segar: bool) -> Hasil {
    f.batasi("alasan_ba", 1000);
    f.batasi("alasan_versi", 1000);
    let (alasan, versi) = (f.opsional("alasan_ba").unwrap_or_default(), f.opsional("alasan_versi").unwrap_or_default());
    let mut h = halaman(app, k, akses, f).await?;
    if !h.f.sah() {
        return tampil_salah(&Konfirmasi::dari(app, h).await?);
    }
    if h.dapat_terbit() && h.f.nilai("dilihat") != h.dilihat() {
        h.f.salahkan("terbitkan", "peringkat-konfirmasi-berubah");
        return tampil_salah(&Konfirmasi::dari(app, h).await?);
    }
    h.periksa_alasan(&alasan, &versi);
    if !h.f.sah() {
        return tampil_salah(&Konfirmasi::dari(app, h).await?);
    }
    if !segar {
        return masuk::ulang::minta(app, &h.k, &h.f).await;
    }
    match penerbitan::terbitkan(&app.store, hak, Alasan { tanpa_ba: &alasan, versi: &versi }).await {
        Ok(()) => Alih::ke(format!("/periode/{}/penerbitan", akses.periode.id)).pesan("peringkat-pesan-terbit").into(),
        Err(StoreError::Keadaan(kunci @ "terbit-tanpa-ba")) => {
            h.f.salahkan("alasan_ba", kunci);
            tampil_salah(&Konfirmasi::dari(app, h).await?)
        }
        Err(StoreError::Keadaan(kunci @ "terbit-versi-alasan")) => {
            h.f.salahkan("alasan_versi", kunci);
            tampil_salah(&Konfirmasi::dari(app, h).await?)
        }
        Err(StoreError::Keadaan(kunci)) => {
            h.f.salahkan("terbitkan", kunci);
            tampil_salah(&h)
        }
        Err(e) => Err(e.into()),
    }
}
