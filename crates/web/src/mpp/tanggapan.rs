//! `/mpp/tanggapan`: for people of other ministries who were asked to comment: the proposal with its papers, the meetings, and their
//! comment. Who may is decided by the store; nobody else finds these pages.

use askama::Template;
use axum::extract::State;
use layanan::mpp::{JenisDokumen, Tahap};
use store::{
    Hasil as HasilStore,
    berkas::Tipe,
    hak::{self, Pelaku, PenanggapJalan},
    id::{ForumId, JalanId, LangkahId, MasukanId},
    perjalanan::{
        self, Jalan, Langkah,
        forum::{self, Rinci},
        penanggap::{self, Giliran},
    },
};

use super::usulan::{kunci_dokumen, kunci_tahap};
use crate::{
    AppState, Error, berkas,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Nada, Opsi},
    konteks::Konteks,
    mpp::umum::di_medan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/tanggapan", Akses::Masuk, daftar);
    d.get("/mpp/tanggapan/{jalan}", Akses::Masuk, lihat);
    d.post("/mpp/tanggapan/{jalan}", Akses::Masuk, tanggapi);
    d.get("/mpp/tanggapan/{jalan}/dokumen/{langkah}", Akses::Masuk, unduh);
}

#[derive(Template)]
#[template(path = "mpp/tanggapan/daftar.html")]
struct Semua<'a> {
    k: &'a Konteks,
    jalan: Vec<(Jalan, Giliran)>,
}

impl Semua<'_> {
    fn tahap(&self, j: &Jalan) -> String {
        j.tahap().map_or_else(|_| String::new(), |t: Tahap| self.k.s(kunci_tahap(t)))
    }

    fn giliran(&self, g: &Giliran) -> (Nada, &'static str) {
        match g {
            Giliran::TanpaRapat => (Nada::Netral, "mpp-tanggapan-g-rapat"),
            Giliran::Belum => (Nada::Perhatian, "mpp-tanggapan-g-belum"),
            Giliran::Sudah => (Nada::Baik, "mpp-tanggapan-g-sudah"),
            Giliran::Berakhir => (Nada::Netral, "mpp-tanggapan-g-berakhir"),
        }
    }
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let mut jalan = Vec::new();
    for j in penanggap::milik(&app.store, &pelaku).await? {
        let h = hak::penanggap(&app.store, &pelaku, j.id).await?;
        jalan.push((j, penanggap::giliran(app.store.baca(), &h).await?));
    }
    let k = k.ilustrasi(jalan.iter().any(|(j, _)| j.ilustrasi == 1)).bantuan("mpp");
    tampil(&Semua { k: &k, jalan })
}

#[derive(Template)]
#[template(path = "mpp/tanggapan/rinci.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    j: &'a Jalan,
    kementerian: &'a str,
    dokumen: Vec<Langkah>,
    rapat: Vec<Rinci>,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn tahap(&self) -> String {
        self.j.tahap().map_or_else(|_| String::new(), |t: Tahap| self.k.s(kunci_tahap(t)))
    }

    fn nama(&self, l: &Langkah) -> String {
        JenisDokumen::dari_kunci(&l.nilai).map_or_else(String::new, |d| self.k.s(kunci_dokumen(d)))
    }

    fn pilih(&self) -> Medan {
        let opsi: Vec<Opsi> = self
            .rapat
            .iter()
            .map(|r| Opsi::baru(r.forum.id.to_string(), format!("{} ({})", r.forum.judul, self.hari(&r.forum.tanggal))))
            .collect();
        self.f.pilihan(self.k, "rapat", "mpp-tanggapan-rapat", &opsi).wajib()
    }
}

async fn buka(app: &AppState, k: Konteks, pelaku: &Pelaku, id: JalanId) -> HasilStore<(PenanggapJalan, Konteks)> {
    let h = hak::penanggap(&app.store, pelaku, id).await?;
    let k = k.ilustrasi(h.jalan.ilustrasi == 1).zona(&h.jalan.zona).bantuan("mpp");
    Ok((h, k))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, h: &'a PenanggapJalan, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let c = app.store.baca();
    let mut rapat = Vec::new();
    for r in penanggap::rapat(c, h).await? {
        rapat.push(forum::rinci(c, h.jalan.id, r.id).await?);
    }
    if let (Some(r), "") = (rapat.first(), f.nilai("rapat")) {
        f.ganti("rapat", r.forum.id.to_string());
    }
    if f.nilai("op").is_empty() {
        f.ganti("op", MasukanId::baru().to_string());
    }
    let dokumen = perjalanan::langkah(c, h.jalan.id).await?.into_iter().filter(|l| l.jenis == "dokumen").collect();
    Ok(Halaman { k, f, j: &h.jalan, kementerian: &h.kementerian, dokumen, rapat })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>) -> Hasil {
    let (h, k) = buka(&app, k, &pelaku, id).await?;
    tampil(&halaman(&app, &k, &h, Formulir::kosong()).await?)
}

async fn tanggapi(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<JalanId>, mut f: Formulir) -> Hasil {
    let (h, k) = buka(&app, k, &pelaku, id).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| MasukanId::baru());
    let rapat = f.urai::<ForumId>("rapat", "mpp-tanggapan-pilih");
    let isi = f.wajib("isi", "mpp-tanggapan-isi-wajib");
    f.batasi("isi", 4_000);
    if let (Some(rapat), Some(isi), true) = (rapat, isi, f.sah()) {
        match penanggap::tanggapi(&app.store, &h, rapat, op, &isi).await {
            Ok(()) => return Alih::ke(format!("/mpp/tanggapan/{id}")).pesan("mpp-tanggapan-terkirim").into(),
            Err(e) => di_medan(&mut f, e, "isi")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &h, f).await?)
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, langkah)): Jalur<(JalanId, LangkahId)>) -> Hasil {
    let (h, _) = buka(&app, k, &pelaku, id).await?;
    let l = perjalanan::dokumen(app.store.baca(), h.jalan.id, langkah).await?;
    let (objek, tipe) = l.objek.as_deref().zip(l.tipe.as_deref().and_then(Tipe::dari_mime)).ok_or(Error::TidakAda)?;
    berkas::kirim(&app, objek, tipe, &l.berkas).await
}
