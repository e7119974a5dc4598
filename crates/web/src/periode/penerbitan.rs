//! `/periode/{periode}/penerbitan`: what will become public, then publishing it (`POST`) or taking it back with a reason
//! (`_aksi=tarik`). Everybody of the period may look; only the penanggungjawab decides.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, AksesPeriode},
    id::PeriodeId,
    instansi,
    penerbitan::{self, Kejadian, TanpaBa},
    peringkat::{self, PeringkatPeriode},
    periode::Periode,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    publik::kunci_alasan,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penerbitan", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penerbitan", Akses::Masuk, ubah);
}

#[derive(Template)]
#[template(path = "periode/penerbitan.html")]
struct Halaman {
    k: Konteks,
    f: Formulir,
    periode: Periode,
    p: PeringkatPeriode,
    kejadian: Vec<Kejadian>,
    memutus: bool,
    tertutup: bool,
    /// Results without minutes signed by all three parties.
    tanpa_ba: Vec<TanpaBa>,
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

    /// Whether some of them need a reason before they can be published.
    fn perlu_alasan(&self) -> bool {
        self.tanpa_ba.iter().any(|t| t.alasan.is_none())
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
        k: k.ilustrasi(pembaca.periode.ilustrasi == 1).zona(&penyelenggara.zona).bantuan("penerbitan"),
        f,
        p: peringkat::periode(&app.store, &pembaca).await?,
        kejadian: penerbitan::kejadian(app.store.baca(), id).await?,
        tanpa_ba: penerbitan::tanpa_ba(app.store.baca(), id).await?,
        periode: pembaca.periode,
        memutus: akses.penanggungjawab().is_ok(),
        tertutup,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    tampil(&halaman(&app, k, &akses, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penanggungjawab()?;
    let tarik = f.aksi() == "tarik";
    let hasil = if tarik {
        f.batasi("alasan", 1000);
        match f.wajib("alasan", "alasan-wajib").filter(|_| f.sah()) {
            Some(alasan) => penerbitan::tarik(&app.store, &hak, &alasan).await,
            None => return tampil_salah(&halaman(&app, k, &akses, f).await?),
        }
    } else {
        f.batasi("alasan_ba", 1000);
        if !f.sah() {
            return tampil_salah(&halaman(&app, k, &akses, f).await?);
        }
        let alasan = f.opsional("alasan_ba").unwrap_or_default();
        penerbitan::terbitkan(&app.store, &hak, &alasan).await
    };
    match hasil {
        Ok(()) => {
            let pesan = if tarik { "peringkat-pesan-ditarik" } else { "peringkat-pesan-terbit" };
            Alih::ke(format!("/periode/{id}/penerbitan")).pesan(pesan).into()
        }
        Err(StoreError::Keadaan(kunci)) => {
            let medan = match kunci {
                "terbit-tanpa-ba" => "alasan_ba",
                _ if tarik => "alasan",
                _ => "terbitkan",
            };
            f.salahkan(medan, kunci);
            tampil_salah(&halaman(&app, k, &akses, f).await?)
        }
        Err(e) => Err(e.into()),
    }
}
