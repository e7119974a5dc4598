//! `/permohonan/baru/{layanan}`: the form of a service. Nothing is stored before it is sent whole.

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    response::Response,
};
use layanan::permohonan::Formulir as Rancangan;
use store::{
    StoreError, hak,
    id::PermohonanId,
    kode,
    layanan::{self as pelayanan, Terbit},
    permohonan::{
        self, Baru, Permohonan, Tempat,
        formulir::{self, FormulirLayanan},
        tempat,
    },
};
use uuid::Uuid;

use super::{
    isian::{self, kirim, mentah},
    kiriman::{self, BATAS, Kiriman, Masuk, Pengirim},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman::tetap::{lanjut, tetap},
    komponen::{Medan, Opsi},
    konteks::Konteks,
    layanan::baris,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/permohonan/baru/{layanan}", Akses::Publik, lihat);
    d.post_besar("/permohonan/baru/{layanan}", Akses::Publik, BATAS, terima);
}

#[derive(Template)]
#[template(path = "publik/permohonan/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    t: &'a Terbit,
    formulir: &'a FormulirLayanan,
    tempat: Vec<Opsi>,
    medan: Vec<Medan>,
    /// Mail can leave.
    surel: bool,
    /// Code of the case that this form brought already, with something else in it.
    sampai: Option<String>,
    /// Secret of another case, for whoever says that this is one.
    op_lain: String,
    /// What becomes of the files of this page in that other case; `None` where it has none.
    berkas_lain: Option<&'static str>,
}

/// The same address when the service takes no cases this way.
#[derive(Template)]
#[template(path = "publik/permohonan/tanpa.html")]
struct Tanpa<'a> {
    k: &'a Konteks,
    t: &'a Terbit,
}

impl Tanpa<'_> {
    fn ke(&self) -> String {
        format!("/pelayanan/{}", self.t.layanan.kode)
    }
}

impl<'a> Halaman<'a> {
    fn baru(app: &AppState, k: &'a Konteks, f: Formulir, (t, formulir, tempat): (&'a Terbit, &'a FormulirLayanan, &[Tempat])) -> Self {
        let pilih = |x: &Tempat| Opsi::baru(x.gerai_id.to_string(), format!("{} – {}", x.gerai, x.mpp)).bantu(x.letak.clone());
        let medan = isian::kontrol(k, &f, &formulir.isi, &[]);
        let tempat = tempat.iter().map(pilih).collect();
        let op_lain = Uuid::new_v4().to_string();
        Self { k, f, t, formulir, tempat, medan, surel: app.surat.hidup(), sampai: None, op_lain, berkas_lain: None }
    }

    fn berkas_pertama(&self, n: &usize) -> bool {
        isian::berkas_pertama(&self.formulir.isi) == Some(*n)
    }

    fn persyaratan(&self) -> Vec<&str> {
        baris(self.t.isi.teks("persyaratan"))
    }

    fn tarif(&self) -> Option<String> {
        (self.formulir.tarif > 0).then(|| self.k.rupiah(self.formulir.tarif))
    }

    /// Where this program bills nothing: what the standard says.
    fn biaya(&self) -> Option<&str> {
        baris(self.t.isi.teks("biaya")).first().copied()
    }

    fn janji(&self) -> Option<String> {
        self.t.isi.hari_kerja.map(|n| self.k.jumlah("permohonan-janji", n))
    }
}

/// What a form needs: the service, its form, and where it is handled.
type Bahan = (Terbit, Option<FormulirLayanan>, Vec<Tempat>, Konteks);

async fn bahan(app: &AppState, k: Konteks, kode: &str) -> Hasil<Bahan> {
    let t = pelayanan::dari_kode(&app.store, kode).await?;
    let c = app.store.baca();
    let k = k.ilustrasi(t.layanan.ilustrasi == 1).zona(&t.layanan.zona).bantuan("permohonan");
    Ok((formulir::berlaku(c, t.layanan.id).await?, tempat(c, t.layanan.id).await?, k, t)).map(|(f, g, k, t)| (t, f, g, k))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, formulir, tempat, k) = bahan(&app, k, &kode).await?;
    let Some(formulir) = formulir.filter(|_| !tempat.is_empty()) else { return tampil(&Tanpa { k: &k, t: &t }) };
    let mut f = Formulir::isi([("op", Uuid::new_v4().to_string()), ("formulir", formulir.id.to_string())]);
    if let [satu] = tempat.as_slice() {
        f.taruh("gerai", satu.gerai_id.to_string());
    }
    tampil(&Halaman::baru(&app, &k, f, (&t, &formulir, &tempat)))
}

async fn terima(
    State(app): State<AppState>,
    k: Konteks,
    Jalur(kode): Jalur<String>,
    isi: Result<Multipart, MultipartRejection>,
) -> Hasil<Response> {
    let (t, formulir, tempat, k) = bahan(&app, k, &kode).await?;
    let Some(formulir) = formulir.filter(|_| !tempat.is_empty()) else { return tampil(&Tanpa { k: &k, t: &t }) };
    let nama: Vec<&str> = formulir.isi.berkas().map(|m| m.kunci.as_str()).collect();
    let alamat = k.permintaan.alamat();
    let boleh = app.laju_kirim.boleh(alamat);
    let pada = k.pelaku.is_none().then(|| app.store.sekarang());
    let pengirim = Pengirim { muatan: &app.muatan, alamat, boleh, pada };
    let Kiriman { mut f, berkas, pegangan: _pegangan } = kiriman::baca(isi?, &nama, &pengirim).await?;
    lain(&mut f);
    let gerai = tempat.iter().find(|x| f.nilai("gerai").parse().is_ok_and(|g: store::id::GeraiId| g == x.gerai_id));
    if gerai.is_none() {
        f.salahkan("gerai", "permohonan-gerai-pilih");
    }
    if f.nilai("formulir") != formulir.id.to_string() {
        f.ganti("formulir", formulir.id.to_string());
        f.salahkan("nama", "permohonan-formulir-lain");
    }
    if !boleh {
        f.salahkan("nama", "permohonan-terlalu-sering");
    }
    if !app.surat.hidup() {
        f.ganti("surel", "");
    }
    isian::periksa(&mut f, &formulir.isi, &berkas, &[]);
    let mut sampai = None;
    if let (Some(gerai), true) = (gerai, f.sah()) {
        let isi = mentah(&f);
        let id = PermohonanId::dari_rahasia(f.nilai("op").parse().unwrap_or_else(|_| Uuid::new_v4()));
        let b = Baru { id, formulir: formulir.id, gerai: gerai.gerai_id, kirim: kirim(&f, k.bahasa.kode(), &isi, &berkas) };
        match simpan(&app, &k, &t, gerai, b).await {
            Ok(p) => return Ok(lanjut(&f, Alih::ke(format!("/permohonan/{}", p.kode)).pesan("permohonan-terkirim"))),
            Err(StoreError::Keadaan("berkas-terinfeksi")) => isian::terinfeksi(&app, &mut f, &berkas).await?,
            Err(StoreError::Keadaan(kunci @ "permohonan-sudah-sampai")) => {
                let lama = permohonan::dari_id(app.store.baca(), id).await?.kode;
                f.salahkan_dengan("nama", kunci, vec![("kode", kode::tampil(&lama))]);
                sampai = Some(lama);
            }
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "permohonan-surel" { "surel" } else { "nama" }, kunci),
            // The page was kept and sent again for somebody else: a case of its own.
            Err(StoreError::OperasiLain) => {
                f.ganti("op", Uuid::new_v4().to_string());
                f.salahkan("nama", "permohonan-kirim-lagi");
            }
            Err(e) => return Err(e.into()),
        }
    }
    // What arrived needs no file again, unless it is another case, beside whose tick that stands.
    if sampai.is_none() {
        isian::pilih_lagi(&mut f, &berkas);
    }
    let berkas_lain = berkas_lain(&f, &berkas);
    tampil_salah(&Halaman { sampai, berkas_lain, ..Halaman::baru(&app, &k, f, (&t, &formulir, &tempat)) })
}

/// Said where a first case of this page had arrived: this is another one, of somebody else. Its secret came with the page, so that sending
/// it twice is one case again.
fn lain(f: &mut Formulir) {
    let op = f.nilai("op_lain").parse::<Uuid>();
    if let Ok(op) = op {
        f.ganti("op", op.to_string());
    }
}

/// The sentence about the files of this page beside the tick that it is another case: only a page that keeps them sends them with it.
fn berkas_lain(f: &Formulir, berkas: &[Masuk]) -> Option<&'static str> {
    (!berkas.is_empty()).then(|| if tetap(f) { "permohonan-kirim-lain-tetap" } else { "permohonan-kirim-lain-pilih" })
}

/// From the front desk of the mall the officer is named in the log; from anybody else nobody is.
async fn simpan(app: &AppState, k: &Konteks, t: &Terbit, gerai: &Tempat, b: Baru<'_>) -> Result<Permohonan, StoreError> {
    if let Some(p) = &k.pelaku
        && let Ok(akses) = hak::mpp(&app.store, p, gerai.mpp_id).await
        && let Ok(depan) = akses.depan()
    {
        return permohonan::terima_di_loket(&app.store, &depan, t, b).await;
    }
    permohonan::terima(&app.store, t, b).await
}

/// Whether a service takes cases this way, for its own page.
pub(crate) async fn daring(app: &AppState, t: &Terbit) -> Hasil<bool> {
    let c = app.store.baca();
    let f: Option<Rancangan> = formulir::berlaku(c, t.layanan.id).await?.map(|f| f.isi);
    Ok(f.is_some() && !tempat(c, t.layanan.id).await?.is_empty())
}
