//! `/periode/{periode}/berita-acara`: minutes of all frozen results of a period that have none, made at once in the background with their
//! progress (`POST`; `_aksi=batal` calls it off). Each is signed on its own page afterwards.

mod kerja;

pub use kerja::kerjakan;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    berita_acara::massal::{self, Banyak, Kerja, Pola},
    hak::{self, PenyelenggaraPeriode},
    id::PeriodeId,
    instansi,
    lokus::syarat::{self, Jumlah},
    periode::{self, Periode},
};

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
    d.get("/periode/{periode}/berita-acara", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/berita-acara", PENYELENGGARA, minta);
}

#[derive(Template)]
#[template(path = "periode/berita_acara.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    jumlah: Jumlah,
    banyak: Banyak,
    kerja: Option<Kerja>,
    tertutup: bool,
}

fn bulat(n: i64) -> usize {
    usize::try_from(n).unwrap_or(0)
}

impl Halaman<'_> {
    /// Minutes that stand, of all frozen results.
    fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("ba-massal-ada"), bulat(self.jumlah.hasil - self.banyak.semua), bulat(self.jumlah.hasil))
    }

    fn maju(&self, b: &Kerja) -> Kemajuan {
        self.k.kemajuan(self.k.s("ba-massal-dibuat"), b.isi.jadi, b.isi.lokus.len())
    }

    fn dibuat(&self, b: &Kerja) -> usize {
        b.isi.jadi.saturating_sub(b.isi.lewat.len())
    }

    fn berjalan(&self) -> bool {
        self.kerja.as_ref().is_some_and(Kerja::berjalan)
    }

    /// Frozen results of which a party has nobody in office.
    fn kurang(&self) -> i64 {
        self.banyak.semua - self.banyak.lengkap
    }

    fn sini(&self) -> String {
        format!("/periode/{}/berita-acara", self.p.id)
    }

    fn tabel(&self) -> String {
        format!("/periode/{}?tahap=ber-hasil", self.p.id)
    }
}

async fn hari(app: &AppState, p: &Periode) -> Hasil<String> {
    let i = instansi::dari_id(&app.store, p.instansi_id).await?;
    Ok(app.store.sekarang().hari(&i.zona).to_string())
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a PenyelenggaraPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = &hak.periode;
    let hari = hari(app, p).await?;
    Ok(Halaman {
        jumlah: syarat::jumlah(app.store.baca(), p.id).await?,
        banyak: massal::banyak(&app.store, hak, &hari).await?,
        kerja: massal::kerja(&app.store, hak).await?,
        tertutup: periode::harus_terbuka(app.store.baca(), p.id, pekppp::Fase::Penyampaian).await.is_err(),
        k,
        f,
        p,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "berita-acara").await?;
    let isi = [("tanggal", hari(&app, &hak.periode).await?)].into_iter().chain(awal(&app, &hak).await?);
    tampil(&halaman(&app, &k, &hak, Formulir::isi(isi)).await?)
}

/// What the last request said, with the running number that follows on the minutes there are.
async fn awal(app: &AppState, hak: &PenyelenggaraPeriode) -> Hasil<Vec<(&'static str, String)>> {
    let Some(lama) = massal::kerja(&app.store, hak).await? else { return Ok(vec![("mulai", "1".to_owned())]) };
    let pola = lama.isi.pola;
    let mulai = massal::nomor_bebas(&app.store, hak, &pola).await?.to_string();
    Ok(vec![("mulai", mulai), ("depan", pola.depan), ("belakang", pola.belakang), ("tempat", pola.tempat)])
}

fn urai(f: &mut Formulir) -> Option<Pola> {
    let (depan, belakang) = (f.opsional("depan").unwrap_or_default(), f.opsional("belakang").unwrap_or_default());
    f.batasi("depan", 60);
    f.batasi("belakang", 60);
    f.batasi("tempat", 200);
    if depan.is_empty() && belakang.is_empty() {
        f.salahkan("depan", "ba-massal-nomor-wajib");
    }
    let mulai = f.urai::<i64>("mulai", "ba-massal-mulai-salah");
    if mulai.is_some_and(|n| !(1..=999_999).contains(&n)) {
        f.salahkan("mulai", "ba-massal-mulai-salah");
    }
    let tanggal = f.urai::<Date>("tanggal", "ba-tanggal-wajib");
    let tempat = f.wajib("tempat", "ba-tempat-wajib");
    let (mulai, tanggal, tempat) = (mulai?, tanggal?.to_string(), tempat?);
    f.sah().then_some(Pola { depan, mulai, belakang, tanggal, tempat })
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "berita-acara").await?;
    let sini = Alih::ke(format!("/periode/{id}/berita-acara"));
    if f.aksi() == "batal" {
        massal::buang(&app.store, &hak).await?;
        return sini.pesan("ba-massal-dibatalkan").into();
    }
    if let Some(pola) = urai(&mut f) {
        match massal::minta(&app.store, &hak, &hari(&app, &hak.periode).await?, pola.clone()).await {
            Ok(_) => return sini.pesan("ba-massal-diminta").into(),
            Err(StoreError::Keadaan("ba-massal-nomor-dipakai")) => {
                let bebas = massal::nomor_bebas(&app.store, &hak, &pola).await?;
                f.salahkan_dengan("mulai", "ba-massal-nomor-dipakai", vec![("bebas", bebas.to_string())]);
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan("depan", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}
