//! `/pengaduan/{kode}`: where a report stands, for whoever holds its code, and what he may do: complete, answer back, close, reopen,
//! escalate, withdraw (`POST /pengaduan/{kode}/{tindakan}`).

use askama::Template;
use axum::extract::{Multipart, State};
use store::{
    StoreError,
    gerbang::Perkara,
    kode,
    pengaduan::{self, JawabanInduk, Muatan, Tindakan},
};

use super::{jaga, konteks};
use crate::{
    AppState, Error,
    aduan::{
        kata,
        kiriman::{self, BATAS, TERIMA},
        riwayat::{self, Butir, Putaran},
    },
    error::Hasil,
    formulir::Formulir,
    gerbang::kartu::kartu,
    jalur::Jalur,
    komponen::{Medan, Nada},
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/pengaduan/{kode}", Akses::Publik, lihat);
    d.post_besar("/pengaduan/{kode}/{tindakan}", Akses::Publik, BATAS, lakukan);
}

#[derive(Template)]
#[template(path = "publik/pengaduan/lacak.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    kode: &'a str,
    tercetak: String,
    butir: Vec<Butir>,
    lampiran: Vec<pengaduan::Lampiran>,
    putaran: Vec<Putaran>,
    tenggat: Option<String>,
    /// State of the report that this one follows, and its answer.
    induk: Option<(String, JawabanInduk)>,
    /// An answer is owed and its last day is over.
    lewat: bool,
    op: String,
    /// The card for short messages.
    kabar: String,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        (kata::nada(&self.m.aduan.keadaan), kata::keadaan(&self.m.aduan.keadaan))
    }

    fn giliran(&self) -> &'static str {
        match &self.induk {
            Some((_, JawabanInduk::Belum)) => "pengaduan-giliran-ikut",
            Some(_) => "pengaduan-giliran-ikut-dijawab",
            None => kata::giliran(&self.m.aduan.giliran),
        }
    }

    fn isi(&self) -> Vec<String> {
        riwayat::baris(&self.m.isi)
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    /// What to do when the answer to the other report is not enough.
    fn lanjut_ikut(&self) -> &'static str {
        if self.boleh("pembukaan") { "pengaduan-ikut-buka" } else { "pengaduan-ikut-baru" }
    }

    fn boleh(&self, kunci: &str) -> bool {
        Tindakan::dari_kunci(kunci).is_some_and(|t| self.m.boleh(t.langkah()))
    }

    fn berkas(&self) -> Medan {
        self.f.berkas(self.k, kiriman::MEDAN, "pengaduan-lampiran", TERIMA).beberapa().bantu_teks(kiriman::bantu(self.k, &self.f))
    }
}

/// The report under a code as it was typed, and the code as it is stored.
pub(super) async fn buka(app: &AppState, k: Konteks, teks: &str) -> Hasil<(Muatan, String, Konteks)> {
    let Some((kode::Jenis::Aduan, kode)) = kode::rapikan(teks) else { return Err(jaga::tebak(app, &k)) };
    let aduan = match pengaduan::dari_kode(app.store.baca(), &kode).await {
        Err(StoreError::TidakDitemukan) => return Err(jaga::tebak(app, &k)),
        lain => lain?,
    };
    let k = konteks(k, aduan.ilustrasi == 1, &aduan.zona);
    let m = pengaduan::muat(&app.store, aduan).await?;
    Ok((m, kode, k))
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, kode: &'a str, f: Formulir) -> Hasil<Halaman<'a>> {
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    let induk = match pengaduan::induk(app.store.baca(), m).await? {
        Some(i) => Some((i.keadaan.clone(), pengaduan::jawaban_induk(&app.store, &i).await?)),
        None => None,
    };
    Ok(Halaman {
        kabar: if m.aduan.tenggat.is_none() { String::new() } else { kartu(app, k, Perkara::Pengaduan, m.aduan.id.0, kode).await? },
        tercetak: kode::tampil(kode),
        butir: riwayat::riwayat(k, m, false),
        lampiran: riwayat::lampiran_awal(m),
        putaran: riwayat::putaran(k, m)?,
        tenggat: riwayat::tenggat(k, m.aduan.tenggat.as_deref(), &m.aduan.tahun),
        induk,
        lewat: m.lewat()?,
        k,
        f,
        m,
        kode,
        op,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(teks): Jalur<String>) -> Hasil {
    let (m, kode, k) = buka(&app, k, &teks).await?;
    if kode != teks {
        return Alih::ke(format!("/pengaduan/{kode}")).into();
    }
    tampil(&halaman(&app, &k, &m, &kode, Formulir::kosong()).await?)
}

async fn lakukan(State(app): State<AppState>, k: Konteks, Jalur((teks, tindakan)): Jalur<(String, String)>, isi: Multipart) -> Hasil {
    jaga::langkah(&app, &k)?;
    let t = Tindakan::dari_kunci(&tindakan).ok_or(Error::TidakAda)?;
    let (m, kode, k) = buka(&app, k, &teks).await?;
    let (mut f, mentah, _pegangan) = kiriman::baca(&app, &k, isi).await?;
    let ada = !mentah.is_empty();
    f.batasi(t.kunci(), pengaduan::TEKS_MAKS);
    let kata = f.opsional(t.kunci()).unwrap_or_default();
    if t.perlu_teks() && kata.is_empty() {
        f.salahkan(t.kunci(), "aduan-teks-wajib");
    }
    let lampiran = kiriman::periksa(&mut f, mentah).await;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if f.sah() {
        match pengaduan::lakukan(&app.store, &kode, op, t, &kata, &lampiran).await {
            Ok(()) => return Alih::ke(format!("/pengaduan/{kode}")).pesan("pengaduan-tercatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(kiriman::medan(kunci, t.kunci()), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    kiriman::ulang(&mut f, ada);
    tampil_salah(&halaman(&app, &k, &m, &kode, f).await?)
}
