//! `/lokus/{lokus}/f02/pernyataan`: the evaluator declares for each of his units of the period whether he has a conflict of
//! interest. Nothing is scored before; a declared conflict keeps him from all work of an
//! evaluator on that unit.

use askama::Template;
use axum::extract::State;
use store::{
    hak::{self, EvaluatorDitugaskan},
    id::LokusId,
    lokus::Lokus,
    peran::Peran,
    persiapan::benturan::{self, Jawaban, Milik},
};

use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const EVALUATOR: Akses = Akses::Peran(&[Peran::Evaluator]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02/pernyataan", EVALUATOR, lihat);
    d.post("/lokus/{lokus}/f02/pernyataan", EVALUATOR, nyatakan);
}

#[derive(Template)]
#[template(path = "lokus/f02/pernyataan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    unit: Vec<Milik>,
    opsi: Vec<Opsi>,
}

impl Halaman<'_> {
    fn medan(&self, m: &Milik, awal: &str) -> String {
        format!("{awal}-{}", m.lokus_id)
    }

    fn tersimpan(&self, m: &Milik) -> String {
        m.pada.map(|w| self.k.n("benturan-dinyatakan", "waktu", self.k.waktu(&w))).unwrap_or_default()
    }

    fn ada(&self) -> bool {
        self.unit.iter().any(|m| m.lokus_id == self.lokus.id && m.jawaban.as_deref() == Some("ada"))
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, hak: &'a EvaluatorDitugaskan, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let unit = benturan::milik(app.store.baca(), hak.pelaku().akun, hak.lokus.periode_id).await?;
    let f = f.unwrap_or_else(|| {
        let isi = unit.iter().flat_map(|m| {
            [("jawaban", m.jawaban.clone()), ("alasan", m.alasan.clone())]
                .map(|(awal, v)| (format!("{awal}-{}", m.lokus_id), v.unwrap_or_default()))
        });
        Formulir::isi(isi)
    });
    Ok(Halaman {
        opsi: vec![Opsi::baru("tidak", k.s("benturan-tidak")), Opsi::baru("ada", k.s("benturan-ya"))],
        lokus: &hak.lokus,
        k,
        f,
        unit,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.ditugaskan()?;
    let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f02");
    tampil(&halaman(&app, &k, &hak, None).await?)
}

async fn nyatakan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.ditugaskan()?;
    let unit = benturan::milik(app.store.baca(), hak.pelaku().akun, hak.lokus.periode_id).await?;
    let mut jawaban: Vec<(LokusId, Option<String>)> = Vec::new();
    for m in &unit {
        let (j, a) = (format!("jawaban-{}", m.lokus_id), format!("alasan-{}", m.lokus_id));
        f.batasi(&a, 1000);
        match f.nilai(&j) {
            "tidak" => jawaban.push((m.lokus_id, None)),
            "ada" => {
                let alasan = f.wajib(&a, "benturan-alasan");
                jawaban.push((m.lokus_id, alasan));
            }
            _ => f.salahkan(&j, "benturan-salah-pilih"),
        }
    }
    if f.sah() {
        // What stood before and is said again unchanged needs no new row.
        let baru: Vec<Jawaban<'_>> = jawaban
            .iter()
            .filter(|(l, ada)| {
                let lama = unit.iter().find(|m| m.lokus_id == *l);
                let sama = |m: &Milik| match (m.jawaban.as_deref(), ada) {
                    (Some("tidak"), None) => true,
                    (Some("ada"), Some(a)) => m.alasan.as_ref() == Some(a),
                    _ => false,
                };
                !lama.is_some_and(sama)
            })
            .map(|(l, ada)| Jawaban { lokus: *l, ada: ada.as_deref() })
            .collect();
        benturan::nyatakan(&app.store, &hak, &Bahasa::Id.s("benturan-kalimat"), &baru).await?;
        let bebas = jawaban.iter().any(|(l, ada)| *l == id && ada.is_none());
        let lembar = if hak.lokus.skema == "pemantauan" { "pemantauan" } else { "f02" };
        let jalur = if bebas { format!("/lokus/{id}/{lembar}") } else { format!("/lokus/{id}/f02/pernyataan") };
        return Alih::ke(jalur).pesan("benturan-tersimpan").into();
    }
    let k = k.ilustrasi(hak.lokus.ilustrasi == 1).zona(&hak.lokus.zona).bantuan("f02");
    tampil_salah(&halaman(&app, &k, &hak, Some(f)).await?)
}
