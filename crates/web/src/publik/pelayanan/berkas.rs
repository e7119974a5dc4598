//! What is printed: `/pelayanan/{kode}/lembar` (publication sheet) and `/pelayanan/{kode}/poster` (QR poster).

use axum::extract::State;
use dokumen::{Kepala, LembarLayanan, PosterLayanan, Verifikasi, masukan::BagianLayanan};
use store::{
    layanan::{self, KOMPONEN, Terbit},
    pesanan::{self, Undang},
};

use super::{biaya, dasar, konteks, tempat, waktu};
use crate::{
    AppState,
    error::Hasil,
    format::alamat_pendek,
    jalur::Jalur,
    konteks::Konteks,
    layanan::{baris, kunci_komponen},
    publik::{cetak::cetak, kapan},
    rute::{Akses, Daftar},
    tampil::pdf,
};

pub fn rute(d: &mut Daftar) {
    d.get("/pelayanan/{kode}/lembar", Akses::Publik, lembar);
    d.get("/pelayanan/{kode}/poster", Akses::Publik, poster);
}

fn kepala(k: &Konteks, t: &Terbit, url: &str) -> Kepala {
    Kepala {
        instansi: t.layanan.instansi.clone(),
        perangkat: Some(t.layanan.unit.clone()),
        nomor: Some(t.sk_nomor.clone()),
        dibuat: t.diperbarui.timestamp(),
        dibuat_teks: k.waktu(&t.diperbarui),
        ilustrasi: k.ilustrasi,
        verifikasi: Some(Verifikasi { url: url.to_owned(), url_pendek: Some(alamat_pendek(url)), kode: None }),
    }
}

async fn buka(app: &AppState, k: Konteks, kode: &str) -> Hasil<(Terbit, Konteks, String)> {
    let t = layanan::dari_kode(&app.store, kode).await?;
    let k = konteks(k, t.layanan.ilustrasi == 1, &t.layanan.zona);
    let url = format!("{}/pelayanan/{}", app.konfig.alamat, t.layanan.kode);
    Ok((t, k, url))
}

fn bagian(k: &Konteks, t: &Terbit, undang: &[Undang]) -> Vec<BagianLayanan> {
    let satu = |kunci: &str, teks: &str| BagianLayanan {
        judul: k.s(kunci_komponen(kunci)),
        butir: baris(teks).into_iter().map(str::to_owned).collect(),
    };
    let enam = KOMPONEN.iter().filter(|x| x.publik).map(|x| satu(x.kunci, t.isi.teks(x.kunci)));
    let mut jam = satu("jam", t.isi.teks("jam"));
    jam.butir.extend(kapan::baris(k.bahasa, undang));
    let lain = [satu("tempat", tempat(t)), jam];
    enam.chain(lain).filter(|b| !b.butir.is_empty()).collect()
}

async fn lembar(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, k, url) = buka(&app, k, &kode).await?;
    let undang = pesanan::undangan_layanan(app.store.baca(), t.layanan.id, app.store.sekarang()).await?;
    let isi = LembarLayanan {
        kepala: kepala(&k, &t, &url),
        nama: t.isi.nama.clone(),
        ringkas: t.isi.ringkas.clone(),
        dasar: dasar(&k, &t),
        bagian: bagian(&k, &t, &undang),
    };
    Ok(pdf(cetak(&app, &k, isi).await?, &format!("standar-{kode}.pdf")))
}

/// All hours on one line; where officers come by invitation that it is not every day. Days are not named: a poster hangs for long.
async fn jam(app: &AppState, k: &Konteks, t: &Terbit) -> Hasil<String> {
    let semua = Some(baris(t.isi.teks("jam")).join(", ")).filter(|j| !j.is_empty()).unwrap_or_else(|| "–".to_owned());
    let undang = pesanan::undangan_layanan(app.store.baca(), t.layanan.id, app.store.sekarang()).await?;
    Ok(if undang.is_empty() { semua } else { k.n("pesanan-hadir-poster", "jam", semua) })
}

async fn poster(State(app): State<AppState>, k: Konteks, Jalur(kode): Jalur<String>) -> Hasil {
    let (t, k, url) = buka(&app, k, &kode).await?;
    let jam = jam(&app, &k, &t).await?;
    let isi = PosterLayanan {
        kepala: kepala(&k, &t, &url),
        nama: t.isi.nama.clone(),
        unit: t.layanan.unit.clone(),
        url_pendek: alamat_pendek(&url),
        url,
        waktu: waktu(&k, &t),
        biaya: biaya(&t).to_owned(),
        jam,
    };
    Ok(pdf(cetak(&app, &k, isi).await?, &format!("poster-{kode}.pdf")))
}
