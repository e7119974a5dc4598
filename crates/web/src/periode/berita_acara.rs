//! `/periode/{periode}/berita-acara`: minutes of all frozen results of a period that have none, made at once in the background with their
//! progress (`POST`; `_aksi=batal` calls it off). Each is signed on its own page afterwards.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    berita_acara::{self, Jenis, UnitMacet},
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
    lokus::berita_acara::terlalu_depan,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/berita-acara", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/berita-acara", PENYELENGGARA, minta);
}

const DOKUMEN: Dokumen = Dokumen::BeritaAcara;
const KATA: Kata = Kata { sedang: "ba-massal-dibuat", jadi: "ba-massal-jadi", unit: "berita-acara", batal: "batal" };

#[derive(Template)]
#[template(path = "periode/berita_acara.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    jumlah: Jumlah,
    banyak: Banyak,
    kerja: Option<Kerja>,
    /// Units with minutes, of either kind, that wait for somebody who cannot sign them any more, by name.
    macet: Vec<UnitMacet>,
    tertutup: bool,
}

impl Halaman<'_> {
    /// Minutes that stand, of all frozen results.
    fn kemajuan(&self) -> Kemajuan {
        self.k.kemajuan(self.k.s("ba-massal-ada"), bulat(self.jumlah.hasil - self.banyak.semua), bulat(self.jumlah.hasil))
    }

    /// Minutes with all signatures and the seal, of those that stand.
    fn bersegel(&self) -> Kemajuan {
        let ada = bulat(self.jumlah.hasil - self.banyak.semua);
        self.k.kemajuan(self.k.s("ba-massal-segel"), bulat(self.jumlah.bersegel).min(ada), ada)
    }

    fn dinamai(&self) -> &[UnitMacet] {
        self.macet.get(..massal::DINAMAI).unwrap_or(&self.macet)
    }

    /// Minutes beyond those whose units are named.
    fn lain(&self) -> usize {
        self.macet.len().saturating_sub(massal::DINAMAI)
    }

    fn kartu<'a>(&'a self, b: &'a Kerja) -> Kartu<'a> {
        Kartu { k: self.k, b, kata: KATA, sini: self.sini() }
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

/// Which minutes of the unit.
fn jenis(x: &UnitMacet) -> &'static str {
    if x.jenis == Jenis::Hasil { "ba-jenis-hasil" } else { "ba-jenis-pelaksanaan" }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a PenyelenggaraPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let p = &hak.periode;
    let hari = massal::hari(app, p).await?;
    Ok(Halaman {
        jumlah: syarat::jumlah(app.store.baca(), p.id).await?,
        banyak: store_massal::banyak(&app.store, hak, DOKUMEN, &hari).await?,
        macet: berita_acara::macet_periode(app.store.baca(), p.id, &hari).await?,
        kerja: store_massal::kerja(&app.store, hak, DOKUMEN).await?,
        tertutup: periode::harus_terbuka(app.store.baca(), p.id, pekppp::Fase::Penyampaian).await.is_err(),
        k,
        f,
        p,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "berita-acara").await?;
    let isi = [("tanggal", massal::hari(&app, &hak.periode).await?)].into_iter().chain(massal::awal(&app, &hak, DOKUMEN).await?);
    tampil(&halaman(&app, &k, &hak, Formulir::isi(isi)).await?)
}

/// Minutes always bear a number and the day of the meeting.
fn urai(f: &mut Formulir, hari: &str) -> Option<Pola> {
    if f.nilai("depan").trim().is_empty() && f.nilai("belakang").trim().is_empty() {
        f.salahkan("depan", "ba-massal-nomor-wajib");
    }
    let tanggal = f.urai::<Date>("tanggal", "ba-tanggal-wajib");
    if let (Some(t), Ok(hari)) = (tanggal, hari.parse())
        && terlalu_depan(t, hari)
    {
        f.salahkan("tanggal", "ba-tanggal-depan");
    }
    let pola = massal::urai(f, ("ba-tempat-wajib", 200));
    Some(Pola { tanggal: tanggal?.to_string(), ..pola? })
}

async fn minta(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.dinilai()?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "berita-acara").await?;
    let sini = Alih::ke(format!("/periode/{id}/berita-acara"));
    if f.aksi() == KATA.batal {
        store_massal::buang(&app.store, &hak, DOKUMEN).await?;
        return sini.pesan("massal-dibatalkan").into();
    }
    let hari = massal::hari(&app, &hak.periode).await?;
    if let Some(pola) = urai(&mut f, &hari) {
        let m = Permintaan { dokumen: DOKUMEN, pola: pola.clone(), catatan: String::new() };
        match store_massal::minta(&app.store, &hak, &hari, m).await {
            Ok(_) => return sini.pesan("ba-massal-diminta").into(),
            Err(StoreError::Keadaan(kunci)) => massal::tolak(&app, &hak, &mut f, DOKUMEN, &pola, kunci).await?,
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &hak, f).await?)
}
