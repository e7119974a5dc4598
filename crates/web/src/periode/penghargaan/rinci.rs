//! `/periode/{periode}/penghargaan/{penghargaan}`: who comes into question and why, what was decided, and the form that records a
//! decision (`POST …/putusan`). The program proposes; nobody is given anything here without a decree.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, AksesPeriode},
    id::{PenghargaanId, PeriodeId},
    penghargaan::{
        self, Penghargaan,
        calon::{self, Calon, Usulan},
        keputusan::{self, KeputusanSk},
        putusan::{self, Keputusan, Memutus, Putusan},
    },
    periode::Periode,
};

use super::{
    kata,
    kini::{self, Kini},
};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    periode::PENYELENGGARA,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/penghargaan/{penghargaan}", Akses::Masuk, lihat);
    d.post("/periode/{periode}/penghargaan/{penghargaan}/putusan", PENYELENGGARA, putuskan);
}

#[derive(Template)]
#[template(path = "periode/penghargaan/rinci.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    g: Penghargaan,
    u: Usulan,
    putusan: Vec<Putusan>,
    keputusan: Vec<KeputusanSk>,
    /// Keys of those who were decided on and not withdrawn.
    sudah: BTreeSet<String>,
    kini: Kini,
    memutus: bool,
    tutup: Option<&'static str>,
}

impl Halaman<'_> {
    fn syarat(&self) -> Vec<String> {
        kata::syarat(self.k, &self.g)
    }

    fn bentuk(&self) -> String {
        kata::bentuk(self.k, &self.g.bentuk, &self.g.bentuk_lain)
    }

    fn kelompok(&self, nama: &str) -> String {
        kata::kelompok(self.k, &self.g.sasaran, nama)
    }

    fn alasan(&self, c: &Calon) -> Vec<(bool, String)> {
        c.temuan.iter().map(|t| (t.terpenuhi, kata::temuan(self.k, t))).collect()
    }

    fn dasar(&self, d: &Putusan) -> String {
        kata::dasar(self.k, d)
    }

    fn diputus(&self, c: &Calon) -> bool {
        self.sudah.contains(&c.kunci)
    }

    /// Ticked at first: those who meet every condition; after a refusal, what was ticked.
    fn dicentang(&self, c: &Calon) -> bool {
        if self.f.pasangan().iter().any(|(n, _)| n == "dilihat") { self.f.semua("beri").any(|b| b == c.kunci) } else { c.lolos() }
    }

    fn dapat_memutus(&self) -> bool {
        self.memutus && self.tutup.is_none() && self.u.semua().any(|c| !self.diputus(c))
    }

    fn sk(&self, s: &KeputusanSk) -> String {
        let tanggal = self.k.hari(&s.tanggal);
        format!("{} {}, {tanggal}", s.jabatan, s.nomor)
    }

    fn opsi_sk(&self) -> Vec<Opsi> {
        self.keputusan.iter().map(|s| Opsi::baru(s.id.to_string(), self.sk(s))).collect()
    }

    fn berkas_oleh(&self, s: &KeputusanSk) -> Option<String> {
        let (nama, waktu) = (s.berkas_oleh.clone().unwrap_or_default(), self.k.waktu(&s.berkas_pada?));
        Some(self.k.a("penghargaan-berkas-oleh", [("nama", nama.into()), ("waktu", waktu.into())]))
    }

    fn lencana(&self, d: &Putusan) -> (Nada, &'static str) {
        lencana(d)
    }

    /// What no longer holds under it: a mark, and what is public instead.
    fn gugur(&self, d: &Putusan) -> Option<(&'static str, String)> {
        self.kini.tanda(self.k, d)
    }
}

pub(super) fn lencana(d: &Putusan) -> (Nada, &'static str) {
    match (d.tarik_pada, d.jenis.as_str()) {
        (Some(_), _) => (Nada::Bahaya, "penghargaan-dicabut"),
        (None, "beri") => (Nada::Baik, "penghargaan-diberikan"),
        (None, _) => (Nada::Netral, "penghargaan-dilewati"),
    }
}

pub(super) async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a AksesPeriode,
    id: PenghargaanId,
    f: Formulir,
) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    let g = penghargaan::satu(&app.store, &baca, id).await?;
    let putusan = putusan::daftar(&app.store, &g).await?;
    let sudah = putusan.iter().filter(|d| d.tarik_pada.is_none()).map(Putusan::kunci).collect();
    let kini = kini::baca(app, &akses.periode.kode, &putusan).await?;
    Ok(Halaman {
        k,
        f,
        p: &akses.periode,
        u: calon::usulan(&app.store, &baca, &g).await?,
        keputusan: keputusan::daftar(&app.store, &baca, id).await?,
        g,
        putusan,
        sudah,
        kini,
        memutus: akses.penyelenggara().is_ok(),
        tutup: store::periode::alasan_tertutup(&app.store, akses.periode.id, pekppp::Fase::Pemeringkatan).await?,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, g)): Jalur<(PeriodeId, PenghargaanId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    tampil(&halaman(&app, &k, &akses, g, Formulir::isi([("op", store::id::baru().to_string())])).await?)
}

async fn putuskan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g)): Jalur<(PeriodeId, PenghargaanId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "penghargaan").await?;
    for (medan, maks) in [("nomor", 120), ("tempat", 120), ("jabatan", 200), ("nama", 200), ("pangkat", 200), ("alasan", 1000)] {
        f.batasi(medan, maks);
    }
    let [nomor, tempat, jabatan, nama] = ["nomor", "tempat", "jabatan", "nama"].map(|m| f.wajib(m, "penghargaan-salah-wajib"));
    let tanggal = f.urai::<Date>("tanggal", "periode-salah-tanggal").map(|t| t.to_string());
    let (pangkat, alasan) = (f.opsional("pangkat").unwrap_or_default(), f.opsional("alasan").unwrap_or_default());
    if let (Some(nomor), Some(tempat), Some(jabatan), Some(nama), Some(tanggal), true) =
        (&nomor, &tempat, &jabatan, &nama, &tanggal, f.sah())
    {
        let keputusan = Keputusan { nomor, tanggal, tempat, jabatan, nama, pangkat: &pangkat };
        let m = Memutus {
            op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()),
            dilihat: f.nilai("dilihat"),
            beri: f.semua("beri").map(str::to_owned).collect(),
            keputusan,
            alasan: &alasan,
        };
        match putusan::putuskan(&app.store, &hak, g, &m).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/penghargaan/{g}")).pesan("penghargaan-pesan-diputus").into(),
            Err(StoreError::Keadaan(kunci)) => {
                f.salahkan(if kunci == "penghargaan-alasan-menyimpang" { "alasan" } else { "putuskan" }, kunci);
            }
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, g, f).await?)
}
