//! `/aduan/baru`: the liaison officer types a report that came by counter, telephone, letter or SP4N-LAPOR!. The code is shown once,
//! to be given to whoever reports.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, PenghubungInstansi},
    id::{InstansiId, UnitId},
    instansi::Unit,
    kode,
    pengaduan::{self, Kanal, Tujuan},
};

use super::{
    kata,
    kiriman::{self, BATAS, TERIMA},
};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    publik::pengaduan::{jaga, jenis, saklar, tujuan::Sasaran, urai},
    rute::Daftar,
    tampil::{tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/baru", super::PENGHUBUNG, lihat);
    d.post_besar("/aduan/baru", super::PENGHUBUNG, BATAS, catat);
}

#[derive(serde::Deserialize)]
struct Kueri {
    instansi: Option<InstansiId>,
}

#[derive(Template)]
#[template(path = "aduan/baru.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    hak: &'a PenghubungInstansi,
    unit: Vec<Opsi>,
}

#[derive(Template)]
#[template(path = "aduan/tercatat.html")]
struct Tercatat<'a> {
    k: &'a Konteks,
    kode: String,
    jalur: String,
    alamat: String,
}

impl Halaman<'_> {
    fn jenis(&self) -> Medan {
        jenis(self.k, &self.f)
    }

    fn saklar(&self) -> [Medan; 3] {
        saklar(self.k, &self.f)
    }

    fn kanal(&self) -> Medan {
        let opsi: Vec<Opsi> = Kanal::PETUGAS.iter().map(|x| Opsi::baru(x.kunci(), self.k.s(kata::kanal(x.kunci())))).collect();
        self.f.radio(self.k, "kanal", "aduan-kanal", &opsi).wajib()
    }

    fn berkas(&self) -> Medan {
        self.f.berkas(self.k, kiriman::MEDAN, "pengaduan-lampiran", TERIMA).beberapa().bantu_teks(kiriman::bantu(self.k, &self.f))
    }
}

/// The instansi of the query, else the first one of the person.
async fn instansi(app: &AppState, pelaku: &store::hak::Pelaku, q: &Kueri) -> Hasil<PenghubungInstansi> {
    let kotak = hak::kotak_aduan(&app.store, pelaku).await?;
    let id = q.instansi.or_else(|| kotak.instansi.first().copied()).ok_or(Error::TidakBerhak("penghubung"))?;
    Ok(hak::penghubung(&app.store, pelaku, id).await?)
}

async fn unit(app: &AppState, h: &PenghubungInstansi) -> Hasil<Vec<Opsi>> {
    let semua: Vec<Unit> = pengaduan::unit_tujuan(&app.store, h.instansi.id).await?;
    Ok(semua.into_iter().map(|u| Opsi::baru(u.id.to_string(), u.nama)).collect())
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let h = instansi(&app, &pelaku, &q).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    let mut f = Formulir::isi([("jenis", "pengaduan"), ("kanal", "loket")]);
    f.taruh("tanggal", app.store.sekarang().hari(&h.instansi.zona).to_string());
    jaga::siapkan(&app, &mut f);
    tampil(&Halaman { unit: unit(&app, &h).await?, k: &k, f, hak: &h })
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>, isi: Multipart) -> Hasil {
    let h = instansi(&app, &pelaku, &q).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    let (mut f, mentah, _pegangan) = kiriman::baca(&app, &k, isi).await?;
    let ada = !mentah.is_empty();
    let t = urai(&mut f);
    let unit_id = f.urai_opsional::<UnitId>("unit", "aduan-unit-salah");
    let tanggal = f.urai::<Date>("tanggal", "aduan-tanggal-wajib");
    let kanal = Kanal::PETUGAS.into_iter().find(|x| x.kunci() == f.nilai("kanal")).unwrap_or(Kanal::Loket);
    let lapor = f.opsional("nomor_lapor").unwrap_or_default();
    let lampiran = kiriman::periksa(&mut f, mentah).await;
    if let (Some(tanggal), true) = (tanggal, f.sah()) {
        let s = Sasaran {
            tujuan: Tujuan { instansi: h.instansi.id, unit: unit_id, layanan: None },
            instansi: h.instansi.clone(),
            unit: None,
            layanan: None,
            dibaca: true,
        };
        match pengaduan::catat(&app.store, &h, &t.baru(&s, &k, &lampiran, app.ilustrasi), kanal, tanggal, &lapor).await {
            Ok((id, kode)) => {
                let alamat = format!("{}/pengaduan/{kode}", app.konfig.alamat);
                return tampil(&Tercatat { k: &k, kode: kode::tampil(&kode), jalur: format!("/aduan/{id}"), alamat });
            }
            Err(StoreError::Keadaan(kunci)) => {
                let medan = match kunci {
                    "aduan-tanggal" => "tanggal",
                    "aduan-nomor-lapor" => "nomor_lapor",
                    "aduan-kejadian" => "kejadian",
                    _ => kiriman::medan(kunci, "cerita"),
                };
                f.salahkan(medan, kunci);
            }
            // The page was kept, and sent again for something else.
            Err(StoreError::OperasiLain) => {
                let kode = pengaduan::kode_kiriman(&app.store, f.nilai(jaga::KIRIMAN)).await?;
                f.salahkan_dengan("judul", "aduan-sudah-sampai", vec![("kode", kode::tampil(&kode))]);
            }
            Err(e) => return Err(e.into()),
        }
    }
    kiriman::ulang(&mut f, ada);
    tampil_salah(&Halaman { unit: unit(&app, &h).await?, k: &k, f, hak: &h })
}
