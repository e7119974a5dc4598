//! Steps of a case under `/berkas/{permohonan}/…`: each a noun, each with the version of the case that was seen.

use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hak::AksesPermohonan,
    id::{GeraiId, PermohonanId, TagihanId},
    permohonan::{self, dokumen},
    tagihan,
};

use super::rinci::{buka, halaman};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil_salah},
};

macro_rules! langkah {
    ($d:ident, $jalur:literal, $langkah:expr) => {
        $d.post($jalur, super::PETUGAS, |a: State<AppState>, k: Konteks, o: Orang, j: Jalur<PermohonanId>, f: Formulir| {
            jalankan(a, k, o, j, f, $langkah)
        });
    };
}

pub fn rute(d: &mut Daftar) {
    langkah!(d, "/berkas/{permohonan}/pemeriksaan", Langkah::Periksa);
    langkah!(d, "/berkas/{permohonan}/perbaikan", Langkah::Perbaikan);
    langkah!(d, "/berkas/{permohonan}/pemrosesan", Langkah::Proses);
    langkah!(d, "/berkas/{permohonan}/persetujuan", Langkah::Setujui);
    langkah!(d, "/berkas/{permohonan}/penolakan", Langkah::Tolak);
    langkah!(d, "/berkas/{permohonan}/kesiapan", Langkah::Siap);
    langkah!(d, "/berkas/{permohonan}/penyerahan", Langkah::Serahkan);
    langkah!(d, "/berkas/{permohonan}/pengalihan", Langkah::Alihkan);
    langkah!(d, "/berkas/{permohonan}/arsip", Langkah::Arsipkan);
    langkah!(d, "/berkas/{permohonan}/catatan", Langkah::Catat);
    langkah!(d, "/berkas/{permohonan}/tagihan", Langkah::Tagih);
    langkah!(d, "/berkas/{permohonan}/keterlambatan", Langkah::Telat);
}

#[derive(Clone, Copy)]
enum Langkah {
    Periksa,
    Perbaikan,
    Proses,
    Setujui,
    Tolak,
    Siap,
    Serahkan,
    Alihkan,
    Arsipkan,
    Catat,
    /// A bill of another amount, or (`_aksi=batal`) calling one off.
    Tagih,
    /// Why it is late and what day to expect, for the applicant.
    Telat,
}

impl Langkah {
    /// The field at which a fault is shown.
    fn medan(self) -> &'static str {
        match self {
            Self::Perbaikan => "perbaikan",
            Self::Tolak => "penolakan",
            Self::Siap => "pesan",
            Self::Serahkan => "penerima",
            Self::Alihkan => "pengalihan",
            Self::Catat => "catatan",
            Self::Tagih => "nominal",
            Self::Telat => "telat",
            Self::Periksa | Self::Proses | Self::Setujui | Self::Arsipkan => "langkah",
        }
    }
}

async fn jalankan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PermohonanId>,
    mut f: Formulir,
    langkah: Langkah,
) -> Hasil {
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    periksa(&mut f, langkah);
    if !f.sah() {
        return tampil_salah(&halaman(&app, &k, &akses, f).await?);
    }
    match ambil(&app, &akses, &f, langkah).await {
        Ok(pesan) => {
            // Handed over: it may be out of reach now.
            let ada = store::hak::permohonan(&app.store, &pelaku, id).await.is_ok();
            let ke = if ada { format!("/berkas/{id}") } else { "/berkas".to_owned() };
            return Alih::ke(ke).pesan(pesan).into();
        }
        Err(StoreError::Keadaan(kunci)) => {
            let medan = match kunci {
                "permohonan-tujuan-kosong" | "permohonan-gerai" => "gerai",
                "permohonan-telat-hari" => "telat_hari",
                // Not about what was typed.
                "permohonan-orang-kasir" => "langkah",
                _ if f.aksi() == "batal" => "batal",
                _ => langkah.medan(),
            };
            f.salahkan(medan, kunci);
        }
        Err(StoreError::Bentrok { .. }) => f.salahkan(langkah.medan(), "permohonan-berubah"),
        Err(e) => return Err(Error::from(e)),
    }
    let (akses, k) = buka(&app, k, &pelaku, id).await?;
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}

/// What a step with two fields lacks, both at once.
fn periksa(f: &mut Formulir, langkah: Langkah) {
    match langkah {
        Langkah::Telat => {
            f.wajib("telat", "alasan-wajib");
            f.urai::<Date>("telat_hari", "permohonan-telat-hari");
        }
        Langkah::Alihkan => {
            f.urai::<GeraiId>("gerai", "permohonan-tujuan-kosong");
            f.wajib("pengalihan", "alasan-wajib");
        }
        _ => {}
    }
}

async fn ambil(app: &AppState, akses: &AksesPermohonan, f: &Formulir, langkah: Langkah) -> Result<&'static str, StoreError> {
    let s = &app.store;
    let versi: i64 = f.nilai("versi").parse().unwrap_or(0);
    let isi = f.nilai(langkah.medan());
    match langkah {
        Langkah::Periksa => permohonan::periksa(s, &akses.pengolah()?, versi).await?,
        Langkah::Perbaikan => permohonan::minta_perbaikan(s, &akses.pengolah()?, versi, isi).await?,
        Langkah::Proses => permohonan::proses(s, &akses.pengolah()?, versi).await?,
        Langkah::Setujui => permohonan::setujui(s, &akses.pengolah()?, versi).await?,
        Langkah::Tolak => permohonan::tolak(s, &akses.pengolah()?, versi, isi).await?,
        Langkah::Siap => permohonan::siap(s, &akses.pengolah()?, versi, isi).await?,
        Langkah::Serahkan => dokumen::serahkan(s, &akses.loket(), versi, isi).await?,
        Langkah::Alihkan => {
            let ke: GeraiId = f.nilai("gerai").parse().map_err(|_| StoreError::Keadaan("permohonan-tujuan-kosong"))?;
            permohonan::alihkan(s, &akses.loket(), versi, ke, isi).await?;
        }
        Langkah::Arsipkan => permohonan::arsipkan(s, &akses.loket(), versi).await?,
        Langkah::Catat => {
            let id = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
            permohonan::catat(s, &akses.loket(), id, isi).await?;
        }
        Langkah::Telat => {
            let hari = f.nilai("telat_hari").trim().parse().map_err(|_| StoreError::Keadaan("permohonan-telat-hari"))?;
            let terkirim = permohonan::kabari_telat(s, &akses.pengolah()?, store::id::dari_formulir(f.nilai("op")), hari, isi).await?;
            return Ok(match akses.permohonan.kontak(s.kunci())? {
                _ if terkirim => "permohonan-telat-terkirim",
                Some(_) => "permohonan-telat-telepon",
                None => "permohonan-telat-halaman",
            });
        }
        Langkah::Tagih if f.aksi() == "batal" => {
            let id: TagihanId = f.nilai("tagihan").parse().map_err(|_| StoreError::TidakDitemukan)?;
            tagihan::batalkan(s, &akses.pengolah()?, id, f.nilai("batal")).await?;
        }
        Langkah::Tagih => {
            let n = crate::kasir::baca_rupiah(isi).ok_or(StoreError::Keadaan("tagihan-nominal"))?;
            tagihan::buat_lain(s, &akses.pengolah()?, n).await?;
        }
    }
    Ok(match langkah {
        Langkah::Catat => "permohonan-dicatat",
        Langkah::Alihkan => "permohonan-dialihkan-pesan",
        _ => "permohonan-tercatat",
    })
}
