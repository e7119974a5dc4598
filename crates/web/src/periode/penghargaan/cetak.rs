//! What stands on a certificate, in Indonesian whatever the reader's language: recipient, award, period, scheme and figure, decree,
//! and the way to check it. Layout is `dokumen`'s.

use dokumen::{
    Kepala, Piagam,
    masukan::{Logo, Verifikasi},
};
use pekppp::{Skema, skema::Angka};
use store::{
    hak::PenyelenggaraPeriode,
    instansi,
    penerbitan::Terbitan,
    penghargaan::{logo, putusan::Putusan},
    peringkat,
    periode::Periode,
    verifikasi,
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format::{self, Zona},
    kata::{kunci_kelompok, kunci_skema, menunggu_validasi},
};

/// What all certificates of a period share.
pub(crate) struct Cetak {
    periode: Periode,
    instansi: String,
    zona: Zona,
    ilustrasi: bool,
    alamat: String,
    logo: Option<Logo>,
    /// The ministry validated every result of the period.
    divalidasi: bool,
}

impl Cetak {
    pub async fn baru(app: &AppState, hak: &PenyelenggaraPeriode) -> Hasil<Self> {
        let p = &hak.periode;
        let pembaca = store::hak::periode(&app.store, hak.pelaku(), p.id).await?.pembaca();
        Self::isi(app, p, peringkat::periode(&app.store, &pembaca).await?.divalidasi()).await
    }

    /// For a recipient, who may not read the period itself: what is public of it.
    pub async fn publik(app: &AppState, t: &Terbitan) -> Hasil<Self> {
        Self::isi(app, &t.periode, peringkat::publik(&app.store, t).await?.divalidasi()).await
    }

    async fn isi(app: &AppState, p: &Periode, divalidasi: bool) -> Hasil<Self> {
        let i = instansi::dari_id(&app.store, p.instansi_id).await?;
        let logo = logo::baca(&app.store, i.id).await?.map(|(jenis, isi)| Logo { jenis: jenis.into(), isi });
        Ok(Self {
            divalidasi,
            periode: p.clone(),
            zona: Zona::dari_nama(&i.zona).unwrap_or_default(),
            ilustrasi: app.ilustrasi || p.ilustrasi == 1,
            alamat: app.konfig.alamat.clone(),
            instansi: i.nama,
            logo,
        })
    }

    pub fn piagam(&self, d: &Putusan) -> Piagam {
        let b = Bahasa::Id;
        let tanggal = format::hari(b, &d.tanggal);
        Piagam {
            kepala: self.kepala(d),
            logo: self.logo.clone(),
            judul: b.s("penghargaan-piagam-judul"),
            penerima: d.penerima.clone(),
            penerima_di: Some(d.penerima_di.clone()).filter(|t| !t.is_empty()),
            atas: d.nama.clone(),
            uraian: self.uraian(d),
            dasar: Some(b.a(
                "penghargaan-piagam-dasar",
                [("jabatan", d.jabatan.as_str().into()), ("nomor", d.nomor.as_str().into()), ("tanggal", tanggal.as_str().into())],
            )),
            tempat_tanggal: format!("{}, {tanggal}", d.tempat),
            penanda_jabatan: d.jabatan.clone(),
            penanda_nama: d.pejabat.clone(),
            penanda_pangkat: Some(d.pangkat.clone()).filter(|t| !t.is_empty()),
        }
    }

    fn kepala(&self, d: &Putusan) -> Kepala {
        let url = format!("{}/verifikasi/{}", self.alamat, d.kode);
        Kepala {
            instansi: self.instansi.clone(),
            perangkat: None,
            nomor: Some(d.nomor.clone()),
            dibuat: d.pada.timestamp(),
            dibuat_teks: format::waktu(Bahasa::Id, d.pada.timestamp(), self.zona),
            ilustrasi: self.ilustrasi,
            verifikasi: Some(Verifikasi { url_pendek: Some(format::alamat_pendek(&url)), url, kode: Some(verifikasi::tampil(&d.kode)) }),
        }
    }

    /// Period, scheme and figure, with whose figure it is.
    fn uraian(&self, d: &Putusan) -> String {
        let (b, p) = (Bahasa::Id, &self.periode);
        let kunci = match Skema::dari_kunci(&p.skema).map(|s| s.aturan().angka) {
            Some(Angka::Nasional) => "penghargaan-piagam-angka-nasional",
            _ => "penghargaan-piagam-angka-lokal",
        };
        let kelompok = if d.sasaran == "unit" { d.kelompok.clone() } else { b.s(kunci_kelompok(&d.kelompok)) };
        let uraian = b.a(
            "penghargaan-piagam-uraian",
            [
                ("periode", p.nama.as_str().into()),
                ("skema", b.s(kunci_skema(&p.skema)).into()),
                ("peringkat", d.peringkat.into()),
                ("kelompok", kelompok.into()),
                ("nilai", format::angka(b, &d.tampil).into()),
                ("kategori", d.kategori.as_str().into()),
                ("angka", b.s(kunci).into()),
                ("sasaran", d.sasaran.as_str().into()),
            ],
        );
        if menunggu_validasi(&p.skema, self.divalidasi || d.divalidasi == 1) {
            return format!("{uraian} {}", b.s("penghargaan-piagam-sementara"));
        }
        uraian
    }
}
