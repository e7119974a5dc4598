//! `/kalender`: one's own secret calendar address, made anew or revoked; `/kalender/{token}`: what a calendar program reads.

pub(crate) mod ical;

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse as _};
use store::persiapan::kalender::{self, Kalender};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    periode::jadwal::kunci_jenis,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/kalender", Akses::Masuk, lihat);
    d.post("/kalender", Akses::Masuk, ubah);
    d.get("/kalender/{token}", Akses::Publik, berkas);
}

#[derive(Template)]
#[template(path = "kalender/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    kalender: Option<Kalender>,
    alamat: String,
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let k = k.bantuan("persiapan");
    let kalender = kalender::milik(&app.store, &pelaku).await?;
    let alamat = kalender.as_ref().map(|c| format!("{}/kalender/{}.ics", app.konfig.alamat, c.rahasia)).unwrap_or_default();
    tampil(&Halaman { k: &k, kalender, alamat })
}

async fn ubah(State(app): State<AppState>, Orang(pelaku): Orang, f: Formulir) -> Hasil {
    if f.aksi() == "cabut" {
        kalender::cabut(&app.store, &pelaku).await?;
        return Alih::ke("/kalender").pesan("jadwal-kalender-dicabut").into();
    }
    let ganti = kalender::milik(&app.store, &pelaku).await?.is_some();
    kalender::buat(&app.store, &pelaku).await?;
    Alih::ke("/kalender").pesan(if ganti { "jadwal-kalender-diganti" } else { "jadwal-kalender-dibuat" }).into()
}

async fn berkas(State(app): State<AppState>, k: Konteks, Jalur(token): Jalur<String>) -> Hasil {
    let (_, semua) = kalender::acara(&app.store, token.strip_suffix(".ics").unwrap_or(&token)).await?;
    let mut acara = Vec::with_capacity(semua.len());
    for j in &semua {
        let judul = j.unit.as_ref().map_or_else(|| j.judul.clone(), |u| format!("{}: {u}", j.judul));
        let baris = [k.s(kunci_jenis(&j.jenis)), j.periode.clone(), j.petugas.clone(), j.keterangan.clone(), j.tautan.clone()];
        let mut uraian = baris.into_iter().filter(|b| !b.is_empty()).collect::<Vec<_>>().join("\n");
        if j.ilustrasi == 1 {
            uraian = format!("ILUSTRASI\n{uraian}");
        }
        acara.push(ical::Acara {
            uid: format!("{}@{}", j.id, app.store.instalasi()),
            urutan: j.versi - 1,
            diubah: j.diubah.timestamp(),
            mulai: ical::utc(j.mulai()?, &j.zona),
            selesai: ical::utc(j.selesai()?, &j.zona),
            judul,
            uraian,
            tempat: if j.tempat.is_empty() { j.tautan.clone() } else { j.tempat.clone() },
            batal: j.batal.is_some(),
        });
    }
    let kepala = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"prima.ics\""),
    ];
    Ok((kepala, ical::tulis(&k.s("jadwal-kalender-nama"), &acara)).into_response())
}
