//! `GET /lokus/{lokus}/f01/luring/berkas`: the form as one file, with the answers that stand now. Style and script lie in it, since
//! it is opened from a disk; it is only ever sent as a download and never shown by this server.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
};
use pekppp::Indikator;
use serde_json::json;
use store::{id::LokusId, peran::Peran};

use super::{
    super::{
        medan::{self, MedanF01},
        muatan::Muatan,
    },
    bundel::{BERKAS_MAKS, BUNDEL_MAKS, FORMAT},
};
use crate::{
    AppState, Error, aset,
    error::Hasil,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f01/luring/berkas", Akses::Peran(&[Peran::UnitOperator]), unduh);
}

struct Kartu<'a> {
    i: &'a Indikator,
    versi: i64,
    medan: Vec<MedanF01>,
    /// Names of the evidence that Prima has already.
    bukti: Vec<String>,
}

#[derive(Template)]
#[template(path = "lokus/f01/luring/berkas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    m: &'a Muatan,
    bagian: Vec<(String, Vec<Kartu<'a>>)>,
    /// What the file must say when it comes back.
    acuan: String,
}

impl Halaman<'_> {
    /// Only our own text, never a person's: it stands in the file unescaped.
    fn gaya(&self) -> String {
        format!("<style>{}</style>", aset::teks("app.css"))
    }

    fn skrip(&self) -> String {
        format!("<script>{}</script>", aset::teks("f01-luring.js"))
    }
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.operator()?;
    if !m.mengisi() {
        return Err(Error::Bentrok("luring-tidak-dapat-diisi"));
    }
    let k = m.konteks(k);
    let acuan = json!({
        "format": FORMAT, "lokus": id, "edisi": m.lokus().edisi()?, "unit": m.lokus().unit, "dibuat": app.store.sekarang().0 / 1000,
        "berkas_maks": BERKAS_MAKS, "bundel_maks": BUNDEL_MAKS,
    });
    let kartu = |i| Kartu {
        i,
        versi: m.isian.get(&i.kode).map_or(0, |s| s.versi),
        medan: medan::semua(&k, i, &medan::isi(i, m.isian.get(&i.kode).map(|s| &s.jawaban))),
        bukti: m.bukti.iter().filter(|b| b.indikator == i.kode).map(|b| b.nama.clone()).collect(),
    };
    let judul = |b: &super::super::muatan::Bagian<'_>| if b.nomor.is_empty() { b.nama.clone() } else { format!("{}. {}", b.nomor, b.nama) };
    let bagian = m.bagian(&k).iter().map(|b| (judul(b), b.indikator.iter().map(kartu).collect())).collect();
    let mut response = tampil(&Halaman { k: &k, m: &m, bagian, acuan: acuan.to_string() })?;
    let nama = format!("attachment; filename=\"F01-{}.html\"", m.lokus().kode);
    let nama = HeaderValue::from_str(&nama).map_err(|e| Error::Dalam(e.to_string()))?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, nama);
    Ok(response)
}
