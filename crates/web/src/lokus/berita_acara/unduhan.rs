//! `/berita-acara/{id}/pdf` gives the signed bytes as they are; `…/lembar` reports who signed them, made anew each time.

use ::dokumen::{
    LembarTandaTangan,
    masukan::{Segel, TandaTanganTercatat},
};
use axum::extract::State;
use store::{
    StoreError,
    berita_acara::{self, BeritaAcara, TandaTangan},
    id::BeritaAcaraId,
    lokus::Lokus,
    objek, sidik_hex,
};

use super::{daftar::nama, dokumen::penanda};
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    format,
    jalur::Jalur,
    lokus::hasil::cetak::Cetak,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::pdf,
};

pub fn rute(d: &mut Daftar) {
    d.get("/berita-acara/{id}/pdf", Akses::Masuk, berkas);
    d.get("/berita-acara/{id}/lembar", Akses::Masuk, lembar);
}

async fn cari(app: &AppState, pelaku: &store::hak::Pelaku, id: BeritaAcaraId) -> Hasil<(BeritaAcara, Lokus)> {
    let b = berita_acara::dari_id(app.store.baca(), id).await?;
    let lokus = store::hak::lokus(&app.store, pelaku, b.lokus_id).await?.lokus;
    Ok((b, lokus))
}

async fn berkas(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let (b, lokus) = cari(&app, &pelaku, id).await?;
    let isi = objek::baca(&app.store, &b.objek)?;
    if sidik_hex(&isi) != b.objek {
        return Err(StoreError::Rusak(format!("the PDF of minutes {id} was changed")).into());
    }
    Ok(pdf(isi, &format!("berita-acara-{}-{}.pdf", b.jenis, lokus.kode)))
}

async fn lembar(State(app): State<AppState>, Orang(pelaku): Orang, Jalur(id): Jalur<BeritaAcaraId>) -> Hasil {
    let (b, lokus) = cari(&app, &pelaku, id).await?;
    let tanda = berita_acara::tanda_tangan(app.store.baca(), id).await?;
    let c = Cetak::baru(&app, &lokus).await?;
    // Dated by its newest content, so that the same state gives the same bytes.
    let pada = b.segel.or_else(|| tanda.last().map(|t| t.pada)).unwrap_or(b.pada);
    let isi = LembarTandaTangan {
        kepala: c.kepala(&b.kode, Some(b.nomor.clone()), pada),
        judul_dokumen: Bahasa::Id.s(nama(&b.jenis)),
        unit: c.unit(&lokus),
        hash_pdf: b.objek.clone(),
        ukuran_pdf: Some(Bahasa::Id.a("ba-cetak-bita", [("jumlah", format::angka(Bahasa::Id, &b.ukuran.to_string()).into())])),
        tanda_tangan: b.penanda()?.iter().filter_map(|h| Some(tercatat(&c, penanda(h), tanda.iter().find(|t| t.milik(h))?))).collect(),
        segel: segel(&c, &b),
    };
    Ok(pdf(app.pencetak.cetak(isi).await?, &format!("lembar-tanda-tangan-{}-{}.pdf", b.jenis, lokus.kode)))
}

fn tercatat(c: &Cetak, penanda_tangan: ::dokumen::masukan::PenandaTangan, t: &TandaTangan) -> TandaTanganTercatat {
    let cara = if t.perangkat_bersama() { "ba-cetak-cara-bersama" } else { "ba-cetak-cara" };
    TandaTanganTercatat { penanda_tangan, pada: c.waktu(t.pada), dari: t.alamat.clone(), cara: Some(Bahasa::Id.s(cara)) }
}

fn segel(c: &Cetak, b: &BeritaAcara) -> Option<Segel> {
    Some(Segel {
        kunci_id: b.segel_kunci.clone()?,
        tanda: hex::encode(b.segel_tanda.as_ref()?),
        atas: Bahasa::Id.s("ba-cetak-atas"),
        pada: c.waktu(b.segel?),
    })
}
