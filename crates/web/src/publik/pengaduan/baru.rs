//! `/pengaduan/baru?layanan=…`: the form. Limits and what the switches mean stand before the button.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use jiff::civil::Date;
use layanan::pengaduan::Samaran;
use store::{
    StoreError,
    berkas::Berkas,
    kode,
    pekerjaan::alamat_wajar,
    pengaduan::{self, Baru, TEKS_MAKS},
};

use super::{
    jaga, konteks, muka, tujuan,
    tujuan::{Kueri, Sasaran},
};
use crate::{
    AppState,
    aduan::kiriman::{self, BATAS, TERIMA},
    error::Hasil,
    formulir::Formulir,
    kiriman::tetap::lanjut,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pengaduan/baru", Akses::Publik, lihat);
    d.post_besar("/pengaduan/baru", Akses::Publik, BATAS, kirim);
}

#[derive(Template)]
#[template(path = "publik/pengaduan/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    s: &'a Sasaran,
    batas: Vec<(String, String, &'static str, &'static str)>,
    /// Code of the report that this form brought already, with something else in it.
    sampai: Option<String>,
}

impl Halaman<'_> {
    fn jenis(&self) -> Medan {
        jenis(self.k, &self.f)
    }

    fn saklar(&self) -> [Medan; 3] {
        saklar(self.k, &self.f)
    }

    fn berkas(&self) -> Medan {
        self.f.berkas(self.k, kiriman::MEDAN, "pengaduan-lampiran", TERIMA).beberapa().bantu_teks(kiriman::bantu(self.k, &self.f))
    }
}

pub(crate) fn jenis(k: &Konteks, f: &Formulir) -> Medan {
    let opsi = [
        Opsi::baru("pengaduan", k.s("pengaduan-jenis-pengaduan")).bantu(k.s("pengaduan-jenis-pengaduan-bantu")),
        Opsi::baru("permintaan-informasi", k.s("pengaduan-jenis-informasi")).bantu(k.s("pengaduan-jenis-informasi-bantu")),
        Opsi::baru("aspirasi", k.s("pengaduan-jenis-aspirasi")).bantu(k.s("pengaduan-jenis-aspirasi-bantu")),
    ];
    f.radio(k, "jenis", "pengaduan-jenis", &opsi).wajib()
}

pub(crate) fn saklar(k: &Konteks, f: &Formulir) -> [Medan; 3] {
    let satu =
        |nama: &'static str, label, opsi: &str, bantu| f.centang(k, nama, label, &[Opsi::baru("ya", k.s(opsi)).bantu(k.s(bantu))]).wajib();
    [
        satu("anonim", "pengaduan-anonim", "pengaduan-anonim-ya", "pengaduan-anonim-bantu"),
        satu("rahasia", "pengaduan-rahasia", "pengaduan-rahasia-ya", "pengaduan-rahasia-bantu"),
        satu("pelanggaran", "pengaduan-pelanggaran", "pengaduan-pelanggaran-ya", "pengaduan-pelanggaran-bantu"),
    ]
}

/// What the form says, as the store wants it.
pub(crate) struct Terurai {
    jenis: String,
    judul: String,
    isi: String,
    kejadian: Option<Date>,
    tempat: String,
    pub nama: String,
    surel: String,
    telepon: String,
    kiriman: String,
    saklar: [bool; 3],
}

/// Faults stay in the form.
pub(crate) fn urai(f: &mut Formulir) -> Terurai {
    let jenis = f.wajib("jenis", "pengaduan-jenis-wajib").unwrap_or_default();
    let judul = f.wajib("judul", "pengaduan-judul-wajib").unwrap_or_default();
    let isi = f.wajib("cerita", "pengaduan-isi-wajib").unwrap_or_default();
    for (medan, maks) in [("judul", 200), ("cerita", TEKS_MAKS), ("tempat", 300), ("nama", 200), ("surel", 200), ("telepon", 40)] {
        f.batasi(medan, maks);
    }
    let kejadian = f.urai_opsional::<Date>("kejadian", "pengaduan-kejadian-salah");
    let surel = f.opsional("surel").unwrap_or_default();
    if !surel.is_empty() && !alamat_wajar(&surel) {
        f.salahkan("surel", "pengaduan-surel-salah");
    }
    Terurai {
        jenis,
        judul,
        isi,
        kejadian,
        tempat: f.opsional("tempat").unwrap_or_default(),
        nama: f.opsional("nama").unwrap_or_default(),
        surel,
        telepon: f.opsional("telepon").unwrap_or_default(),
        kiriman: f.nilai(jaga::KIRIMAN).to_owned(),
        saklar: ["anonim", "rahasia", "pelanggaran"].map(|m| f.dicentang(m)),
    }
}

impl Terurai {
    pub(crate) fn baru<'a>(&'a self, s: &Sasaran, k: &Konteks, lampiran: &'a [(String, Berkas)], ilustrasi: bool) -> Baru<'a> {
        let [anonim, rahasia, pelanggaran] = self.saklar;
        Baru {
            kiriman: &self.kiriman,
            tujuan: s.tujuan,
            jenis: &self.jenis,
            judul: &self.judul,
            isi: &self.isi,
            kejadian: self.kejadian,
            tempat: &self.tempat,
            samaran: Samaran { anonim, rahasia },
            pelanggaran,
            nama: &self.nama,
            surel: &self.surel,
            telepon: &self.telepon,
            bahasa: k.bahasa.kode(),
            lampiran,
            ilustrasi,
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, mut f: Formulir, s: &'a Sasaran) -> Hasil<Halaman<'a>> {
    jaga::siapkan(app, &mut f);
    // As they hold today for this instansi.
    let hari = app.store.sekarang().hari(&s.instansi.zona).to_string();
    let aturan = pengaduan::aturan(app.store.baca(), s.instansi.id, &hari).await?;
    let batas = muka::batas_kelas(k, &aturan).into_iter().take(4).collect();
    Ok(Halaman { k, f, s, batas, sampai: None })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let Some(s) = tujuan::cari(&app, &q).await? else { return Alih::ke("/pengaduan").into() };
    let k = konteks(k, app.ilustrasi, &s.instansi.zona);
    let tempat = q.tempat.trim().chars().take(300).collect();
    tampil(&halaman(&app, &k, Formulir::isi([("jenis", "pengaduan".to_owned()), ("tempat", tempat)]), &s).await?)
}

async fn kirim(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>, isi: Multipart) -> Hasil {
    jaga::coba(&app, &k)?;
    let s = tujuan::wajib(&app, &q).await?;
    let k = konteks(k, app.ilustrasi, &s.instansi.zona);
    let (mut f, mentah, _pegangan) = kiriman::baca(&app, &k, isi).await?;
    let ada = !mentah.is_empty();
    let t = urai(&mut f);
    jaga::periksa(&app, &mut f);
    let lampiran = kiriman::periksa(&mut f, mentah).await;
    jaga::kirim(&app, &k, &mut f);
    let mut sampai = None;
    if f.sah() {
        match pengaduan::kirim(&app.store, &t.baru(&s, &k, &lampiran, app.ilustrasi)).await {
            Ok(kode) => return Ok(lanjut(&f, Alih::ke(format!("/pengaduan/{kode}")).pesan("pengaduan-terkirim"))),
            Err(StoreError::Keadaan(kunci)) => {
                f.salahkan(kiriman::medan(kunci, if kunci == "aduan-kejadian" { "kejadian" } else { "cerita" }), kunci);
            }
            Err(StoreError::OperasiLain) => {
                let kode = pengaduan::kode_kiriman(&app.store, &t.kiriman).await?;
                f.salahkan_dengan("judul", "pengaduan-sudah-sampai", vec![("kode", kode::tampil(&kode))]);
                sampai = Some(kode);
            }
            Err(e) => return Err(e.into()),
        }
    }
    kiriman::ulang(&mut f, ada);
    tampil_salah(&Halaman { sampai, ..halaman(&app, &k, f, &s).await? })
}
