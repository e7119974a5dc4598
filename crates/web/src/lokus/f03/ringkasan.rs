//! `/lokus/{lokus}/f03`: state, link and QR, counts against the minimum, distribution, paper bundles.
//! `POST` opens the round, closes it (`_aksi=tutup`) or opens it again (`_aksi=buka-lagi`), each by who manages it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use pekppp::{Edisi, Pecahan};
use store::{
    edisi,
    hak::AksesLokus,
    id::LokusId,
    lokus::Lokus,
    ronde::{
        self, RingkasanF03, Ronde, Tertutup,
        kertas::{self, Bundel},
    },
};

use crate::{
    AppState, asal,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Pemberitahuan},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f03", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/f03", Akses::Masuk, ubah);
}

/// One statement with how often each number was chosen.
struct Baris {
    nomor: usize,
    teks: String,
    sebaran: [u64; 6],
    rata: String,
}

#[derive(Template)]
#[template(path = "lokus/f03/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    ronde: Option<Ronde>,
    tutup: Option<Tertutup>,
    /// Why no round can be opened, while there is none.
    fase_tutup: Option<&'static str>,
    ringkas: RingkasanF03,
    baris: Vec<Baris>,
    bundel: Vec<Bundel>,
    edisi: Arc<Edisi>,
    url: String,
    qr: String,
    /// What is to be said of the address in the settings.
    peringatan: Option<Pemberitahuan>,
    mengelola: bool,
    mengetik: bool,
    menolak: bool,
}

impl Halaman<'_> {
    fn keadaan(&self) -> (Nada, &'static str) {
        match &self.tutup {
            None => (Nada::Baik, "f03-keadaan-terbuka"),
            Some(Tertutup::Ditutup(_)) => (Nada::Netral, "f03-keadaan-ditutup"),
            Some(Tertutup::Fase) => (Nada::Netral, "f03-keadaan-fase"),
            Some(Tertutup::Beku) => (Nada::Info, "f03-keadaan-beku"),
        }
    }

    /// Respondents that are still missing to the minimum of the edition.
    fn kurang(&self) -> u64 {
        u64::from(self.edisi.f03.responden_min).saturating_sub(self.ringkas.f03.dipakai)
    }

    fn dipakai(&self) -> usize {
        usize::try_from(self.ringkas.f03.dipakai).unwrap_or(usize::MAX)
    }

    fn min(&self) -> usize {
        usize::try_from(self.edisi.f03.responden_min).unwrap_or(usize::MAX)
    }

    /// Whether this person may reject that bundle: not what he typed himself.
    fn dapat_menolak(&self, b: &Bundel) -> bool {
        self.menolak && self.kertas_terbuka() && self.k.pelaku.as_ref().is_some_and(|p| p.akun != b.oleh)
    }

    /// Whether paper may still be added or rejected.
    fn kertas_terbuka(&self) -> bool {
        !matches!(self.tutup, Some(Tertutup::Fase | Tertutup::Beku))
    }

    fn ditolak(&self, b: &Bundel) -> Option<String> {
        let (nama, alasan) = b.ditolak_nama.as_deref().zip(b.alasan.as_deref())?;
        Some(self.k.a("f03-bundel-ditolak-oleh", [("nama", nama.into()), ("alasan", alasan.into())]))
    }

    fn lebih(&self) -> bool {
        self.ringkas.f03.dipakai > u64::from(self.edisi.f03.responden_maks)
    }

    /// What came in and does not count, each with its reason; empty when all of it counts.
    fn tidak_dihitung(&self) -> Vec<String> {
        let r = &self.ringkas;
        let baris =
            [(r.daring_kurang(), "f03-tidak-daring"), (r.kertas_kurang(), "f03-tidak-kertas"), (r.kertas_ditolak, "f03-tidak-ditolak")];
        baris.into_iter().filter(|(n, _)| *n > 0).map(|(n, kunci)| self.k.jumlah(kunci, n)).collect()
    }

    /// How many sheets of a bundle count, when some do not.
    fn sebagian(&self, b: &Bundel) -> Option<String> {
        let kurang = i64::try_from(*self.ringkas.bundel_kurang.get(&b.id.to_string())?).ok()?;
        let args = [("dihitung", (b.lembar - kurang).to_string().into()), ("lembar", b.lembar.to_string().into())];
        Some(self.k.a("f03-bundel-sebagian", args))
    }

    fn porsi_kertas(&self) -> String {
        self.ringkas.porsi_kertas().map(|p| self.k.angka(p.tampil(0))).unwrap_or_default()
    }

    fn porsi_f03(&self) -> String {
        self.k.persen(&self.edisi.rumus.porsi_f03)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let lokus = &akses.lokus;
    let edisi = edisi::dapat(&app.store, lokus.edisi()?).await?;
    let ronde = ronde::dari_lokus(app.store.baca(), lokus.id).await?;
    let tutup = match &ronde {
        Some(r) => ronde::tertutup(app.store.baca(), r).await?,
        None => None,
    };
    let ringkas = ronde::ringkas_f03(&app.store, lokus.id, lokus.edisi()?).await?;
    let url = ronde.as_ref().map(|r| alamat(app, r)).unwrap_or_default();
    let qr = match &ronde {
        Some(r) => dokumen::qr_svg(&url, &k.n("f03-qr", "unit", &r.unit)).unwrap_or_default(),
        None => String::new(),
    };
    Ok(Halaman {
        baris: baris(&edisi, &ringkas),
        bundel: kertas::daftar(app.store.baca(), lokus.id).await?,
        mengelola: akses.pengelola_f03().is_ok(),
        mengetik: akses.pengetik_f03().is_ok(),
        menolak: akses.evaluator().is_ok(),
        fase_tutup: store::periode::alasan_tertutup(&app.store, lokus.periode_id, pekppp::Fase::Pelaksanaan).await?,
        peringatan: asal::peringatan(app, k),
        k,
        f,
        lokus,
        ronde,
        tutup,
        ringkas,
        edisi,
        url,
        qr,
    })
}

/// The public address of a round.
#[must_use]
pub fn alamat(app: &AppState, r: &Ronde) -> String {
    format!("{}/f03/{}", app.konfig.alamat, r.token)
}

fn baris(edisi: &Edisi, r: &RingkasanF03) -> Vec<Baris> {
    let butir = edisi.f03.pernyataan.iter().zip(&r.sebaran).zip(&r.f03.jumlah_per_pernyataan).enumerate();
    butir
        .map(|(no, ((p, sebaran), jumlah))| {
            let rata = i64::try_from(*jumlah).ok().zip(i64::try_from(r.f03.dipakai).ok()).and_then(|(a, b)| Pecahan::baru(a, b));
            Baris { nomor: no + 1, teks: p.teks.clone(), sebaran: *sebaran, rata: rata.map(|p| p.tampil(2)).unwrap_or_default() }
        })
        .collect()
}

fn konteks(k: Konteks, akses: &AksesLokus) -> Konteks {
    k.ilustrasi(akses.lokus.ilustrasi == 1).zona(&akses.lokus.zona).bantuan("f03")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let akses = store::hak::lokus_survei(&app.store, &pelaku, id).await?.dinilai()?;
    let k = konteks(k, &akses);
    tampil(&halaman(&app, &k, &akses, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let akses = store::hak::lokus_survei(&app.store, &pelaku, id).await?.dinilai()?;
    let hak = akses.pengelola_f03()?;
    let ke = format!("/lokus/{id}/f03");
    if !matches!(f.aksi(), "tutup" | "buka-lagi") {
        ronde::buka(&app.store, &hak).await?;
        return Alih::ke(ke).pesan("f03-terbuka").into();
    }
    let Some(alasan) = f.wajib("alasan", "f03-alasan-wajib") else {
        let k = konteks(k, &akses);
        return tampil_salah(&halaman(&app, &k, &akses, f).await?);
    };
    let tutup = f.aksi() == "tutup";
    if tutup {
        ronde::tutup(&app.store, &hak, &alasan).await?;
    } else {
        ronde::buka_lagi(&app.store, &hak, &alasan).await?;
    }
    if let Some(ronde) = ronde::dari_lokus(app.store.baca(), id).await? {
        app.survei.lupakan(ronde.id);
    }
    Alih::ke(ke).pesan(if tutup { "f03-ditutup-pesan" } else { "f03-dibuka-lagi" }).into()
}
