//! `/periode/{periode}/lhe`: the reports of all units of a period whose minutes are sealed, made at once in the background, and conveying
//! all that were not conveyed yet (`POST`; `_aksi` is `buat`, `sampaikan`, or calls one of the two off).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, PenyelenggaraPeriode},
    id::PeriodeId,
    lokus::syarat::{self, Jumlah},
    massal::{self as store_massal, Banyak, Dokumen, Kerja, Permintaan, Pola},
    periode::{self, Periode},
};

use super::massal::{self, Kartu, Kata, bulat};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Kemajuan,
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/lhe", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/lhe", PENYELENGGARA, minta);
}

const BUAT: Kata = Kata { sedang: "lhe-massal-dibuat", jadi: "lhe-massal-jadi", unit: "lhe", batal: "batal-buat" };
const SAMPAI: Kata = Kata { sedang: "lhe-massal-dikirim", jadi: "lhe-massal-terkirim", unit: "penyampaian", batal: "batal-sampaikan" };

/// Characters of a covering note.
const CATATAN: usize = 1000;

/// One of the two things that are done for all: how many units lack it, and the job.
struct Bagian {
    banyak: Banyak,
    kerja: Option<Kerja>,
}

impl Bagian {
    async fn baca(app: &AppState, hak: &PenyelenggaraPeriode, d: Dokumen, hari: &str) -> Hasil<Self> {
        let banyak = store_massal::banyak(&app.store, hak, d, hari).await?;
        Ok(Self { banyak, kerja: store_massal::kerja(&app.store, hak, d).await? })
    }

    fn berjalan(&self) -> bool {
        self.kerja.as_ref().is_some_and(Kerja::berjalan)
    }

    /// Units whose minutes are not sealed.
    fn tanpa_segel(&self) -> i64 {
        self.banyak.semua - self.banyak.giliran
    }

    /// Units that only lack somebody who signs today.
    fn tanpa_penanda(&self) -> i64 {
        self.banyak.giliran - self.banyak.lengkap
    }
}

#[derive(Template)]
#[template(path = "periode/lhe.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    jumlah: Jumlah,
    buat: Bagian,
    sampai: Bagian,
    tertutup: bool,
}

impl Halaman<'_> {
    /// Reports that stand, of all frozen results.
    fn dibuat(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("lhe-massal-ada"), bulat(self.jumlah.lhe), bulat(self.jumlah.hasil))
    }

    /// Units that their report was conveyed to, of those that have one.
    fn disampaikan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("lhe-massal-sampai"), bulat(self.jumlah.lhe - self.sampai.banyak.semua), bulat(self.jumlah.lhe))
    }

    fn kartu_buat<'a>(&'a self, b: &'a Kerja) -> Kartu<'a> {
        Kartu { k: self.k, b, kata: BUAT, sini: self.sini() }
    }

    fn kartu_sampai<'a>(&'a self, b: &'a Kerja) -> Kartu<'a> {
        Kartu { k: self.k, b, kata: SAMPAI, sini: self.sini() }
    }

    fn sini(&self) -> String {
        format!("/periode/{}/lhe", self.p.id)
    }

    fn tabel(&self) -> String {
        format!("/periode/{}?tahap=ber-hasil", self.p.id)
    }

    /// The units that wait for the seal of their minutes.
    fn belum_bersegel(&self) -> String {
        format!("/periode/{}?tahap=belum-bersegel", self.p.id)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a PenyelenggaraPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = &hak.periode;
    let hari = massal::hari(app, p).await?;
    Ok(Halaman {
        jumlah: syarat::jumlah(app.store.baca(), p.id).await?,
        buat: Bagian::baca(app, hak, Dokumen::Lhe, &hari).await?,
        sampai: Bagian::baca(app, hak, Dokumen::LheSampai, &hari).await?,
        tertutup: periode::harus_terbuka(app.store.baca(), p.id, pekppp::Fase::Penyampaian).await.is_err(),
        k,
        f,
        p,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "lhe").await?;
    let f = Formulir::isi(massal::awal(&app, &hak, Dokumen::Lhe).await?);
    tampil(&halaman(&app, &k, &hak, f).await?)
}

/// What the form asks for; `None`: a fault stands at its field.
fn urai(f: &mut Formulir) -> Option<Permintaan> {
    if f.aksi() == "sampaikan" {
        f.batasi("catatan", CATATAN);
        let catatan = f.opsional("catatan").unwrap_or_default();
        return f.sah().then_some(Permintaan { dokumen: Dokumen::LheSampai, pola: Pola::default(), catatan });
    }
    let pola = massal::urai(f, ("ba-tempat-wajib", 100))?;
    Some(Permintaan { dokumen: Dokumen::Lhe, pola, catatan: String::new() })
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "lhe").await?;
    let sini = Alih::ke(format!("/periode/{id}/lhe"));
    for (kata, d) in [(BUAT, Dokumen::Lhe), (SAMPAI, Dokumen::LheSampai)] {
        if f.aksi() == kata.batal {
            store_massal::buang(&app.store, &hak, d).await?;
            return sini.pesan("massal-dibatalkan").into();
        }
    }
    if let Some(m) = urai(&mut f) {
        let (d, pola) = (m.dokumen, m.pola.clone());
        match store_massal::minta(&app.store, &hak, &massal::hari(&app, &hak.periode).await?, m).await {
            Ok(_) => return sini.pesan(if d == Dokumen::Lhe { "lhe-massal-diminta" } else { "lhe-massal-dikirimkan" }).into(),
            Err(StoreError::Keadaan(kunci)) if d == Dokumen::LheSampai => f.salahkan("catatan", kunci),
            Err(StoreError::Keadaan(kunci)) => massal::tolak(&app, &hak, &mut f, d, &pola, kunci).await?,
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}
