//! `/lokus/{lokus}/hak-jawab/jawaban/{sanggahan}`: an evaluator reads an objection beside the score as it is settled now, and
//! answers it (`POST`).

use askama::Template;
use axum::extract::State;
use pekppp::Indikator;
use store::{
    StoreError, hasil,
    id::{LokusId, SanggahanId},
    peran::Peran,
    sanggah::{self, Jawab, NilaiDraf, Putusan, Sanggahan},
};
use uuid::Uuid;

use super::muatan::{Muatan, arti, skor};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const EVALUATOR: Akses = Akses::Peran(&[Peran::Evaluator]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hak-jawab/jawaban/{sanggahan}", EVALUATOR, lihat);
    d.post("/lokus/{lokus}/hak-jawab/jawaban/{sanggahan}", EVALUATOR, jawab);
}

#[derive(Template)]
#[template(path = "lokus/hak_jawab/jawaban.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    s: &'a Sanggahan,
    i: &'a Indikator,
    n: &'a NilaiDraf,
    /// The score as it is settled now; `None` while a sheet or the consensus is open.
    kini: Option<String>,
    aspek: String,
    op: String,
}

impl Halaman<'_> {
    fn skor(&self, n: &str) -> String {
        skor(self.k, n)
    }

    fn arti(&self) -> Option<&str> {
        arti(self.i, &self.n.nilai)
    }

    fn berubah(&self) -> bool {
        self.kini.as_ref().is_some_and(|n| *n != self.n.nilai)
    }

    fn putusan(&self) -> Medan {
        let opsi = [
            Opsi::baru("tetap", self.k.s("hak-jawab-pilih-tetap")),
            Opsi::baru("berubah", self.k.s("hak-jawab-pilih-berubah")).bantu(self.k.s("hak-jawab-pilih-berubah-bantu")),
        ];
        self.f.radio(self.k, "putusan", "hak-jawab-putusan", &opsi).wajib()
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, id: SanggahanId, mut f: Formulir) -> Hasil<Halaman<'a>> {
    let (s, i, n) = m.satu(id)?;
    let h = hasil::hitung(&app.store, m.lokus()).await?;
    let selesai = h.lembar.iter().all(|l| l.selesai.is_some());
    let semua = h.hasil.f02.aspek.iter().flat_map(|a| &a.indikator).chain(&h.hasil.f02.tambahan);
    let kini = semua.into_iter().find(|x| x.kode == i.kode).and_then(|x| x.nilai.as_ref()).map(ToString::to_string).filter(|_| selesai);
    if f.nilai("putusan").is_empty()
        && let Some(x) = &kini
    {
        f.ganti("putusan", if *x == n.nilai { "tetap" } else { "berubah" });
    }
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    let aspek = m.edisi.aspek_indikator(&i.kode).map_or_else(|| "tambahan".to_owned(), |a| a.kunci.clone());
    Ok(Halaman { k, f, m, s, i, n, kini, aspek, op })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, s)): Jalur<(LokusId, SanggahanId)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.akses.evaluator()?;
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, s, Formulir::kosong()).await?)
}

async fn jawab(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, s)): Jalur<(LokusId, SanggahanId)>,
    mut f: Formulir,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.evaluator()?;
    let k = m.konteks(k);
    f.batasi("alasan", sanggah::ALASAN_MAKS);
    let alasan = f.wajib("alasan", "hak-jawab-jawaban-wajib");
    let op = f.urai::<Uuid>("op", "umum-wajib");
    let putusan = match f.nilai("putusan") {
        "tetap" => Some(Putusan::Tetap),
        "berubah" => Some(Putusan::Berubah),
        _ => None,
    };
    if putusan.is_none() {
        f.salahkan("putusan", "hak-jawab-putusan-wajib");
    }
    if let (Some(alasan), Some(op), Some(putusan), true) = (alasan, op, putusan, f.sah()) {
        match sanggah::jawab(&app.store, &hak, Jawab { id: op, sanggahan: s, putusan, alasan: &alasan }).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/hak-jawab")).pesan("hak-jawab-dijawab").into(),
            Err(StoreError::Keadaan(sebab)) => f.salahkan("putusan", sebab),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &m, s, f).await?)
}
