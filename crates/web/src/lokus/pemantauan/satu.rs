//! `/lokus/{lokus}/pemantauan/{rekomendasi}`: one recommendation of the earlier lokus, and the finding (`POST`).

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    hak::{self, AksesLokus},
    id::{KemajuanId, LokusId, RekomendasiId},
    lokus::Lokus,
    tindak_lanjut::{self, Butir, Putusan},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lokus::{lanjutan, tindak_lanjut::kemajuan},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/pemantauan/{rekomendasi}", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/pemantauan/{rekomendasi}", Akses::Masuk, putuskan);
    d.get("/lokus/{lokus}/pemantauan/{rekomendasi}/bukti/{kemajuan}", Akses::Masuk, bukti);
}

#[derive(Template)]
#[template(path = "lokus/pemantauan/satu.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    lama: Lokus,
    b: Butir,
    nama: String,
    status: (Nada, &'static str),
    menilai: bool,
    /// He has to declare first whether there is a conflict of interest.
    nyatakan: bool,
    opsi: Vec<Opsi>,
    op: String,
}

impl Halaman<'_> {
    /// Where the proofs are.
    fn bukti(&self) -> String {
        format!("/lokus/{}/pemantauan/{}/bukti", self.lokus.id, self.b.rekomendasi.id)
    }

    fn putusan(&self, p: &str) -> (Nada, &'static str) {
        lanjutan::putusan(p)
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }
}

/// The lokus whose recommendations this one checks.
async fn asal(app: &AppState, l: &Lokus) -> Hasil<Lokus> {
    if l.skema != "pemantauan" {
        return Err(Error::TidakAda);
    }
    tindak_lanjut::asal(app.store.baca(), l).await?.ok_or(Error::TidakAda)
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesLokus, rek: RekomendasiId, f: Formulir) -> Hasil<Halaman<'a>> {
    let lama = asal(app, &akses.lokus).await?;
    let b = tindak_lanjut::satu(app.store.baca(), lama.id, rek).await?;
    let e = store::edisi::dapat(&app.store, lama.edisi()?).await?;
    let nyatakan = lanjutan::nyatakan(app, akses).await?;
    let opsi = ["diterima", "sebagian", "belum"].map(|p| Opsi::baru(p, k.s(lanjutan::putusan(p).1)));
    Ok(Halaman {
        nama: lanjutan::nama(&e, &b.rekomendasi.indikator),
        status: lanjutan::status(b.status()),
        menilai: akses.evaluator().is_ok() && !nyatakan,
        nyatakan,
        op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        opsi: opsi.into(),
        lokus: &akses.lokus,
        lama,
        k,
        f,
        b,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, rek, Formulir::kosong()).await?)
}

async fn putuskan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.evaluator()?;
    asal(&app, &akses.lokus).await?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    match Putusan::dari_kunci(f.nilai("putusan")) {
        None => f.salahkan("putusan", "tindaklanjut-salah-putusan"),
        Some(p) => match tindak_lanjut::verifikasi(&app.store, &hak, rek, op, p, f.nilai("alasan")).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/pemantauan")).pesan("tindaklanjut-putusan-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("alasan", kunci),
            Err(e) => return Err(e.into()),
        },
    }
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil_salah(&halaman(&app, &k, &akses, rek, f).await?)
}

/// The proof that the unit gave in the earlier period.
async fn bukti(
    State(app): State<AppState>,
    Orang(pelaku): Orang,
    Jalur((id, rek, k)): Jalur<(LokusId, RekomendasiId, KemajuanId)>,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let lama = asal(&app, &akses.lokus).await?;
    kemajuan::kirim(&app, lama.id, rek, k).await
}
