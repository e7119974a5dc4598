//! `/lokus/{lokus}/f02/{aspek}`: the working page of one evaluator for one aspect.

use askama::Template;
use axum::extract::State;
use store::{
    f02::{self, Isian, Keterbukaan},
    hak::EvaluatorDitugaskan,
    id::LokusId,
    lokus::Lokus,
    peran::Peran,
    persiapan::benturan,
    prefill,
};

use super::{
    jawaban,
    kartu::{Kartu, opsi_cara},
    rangka::{Bagian, Rangka, Tutup},
    sel::Sel,
};
use crate::{
    Error,
    app::AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/f02/{aspek}", Akses::Peran(&[Peran::Evaluator]), lihat);
}

/// A step to another aspect.
struct Tab {
    kunci: String,
    nama: String,
    terisi: usize,
    perlu: usize,
    ini: bool,
}

#[derive(Template)]
#[template(path = "lokus/f02/aspek.html")]
pub(super) struct Halaman<'a> {
    k: &'a Konteks,
    pub f: Formulir,
    lokus: &'a Lokus,
    akun: String,
    aspek: String,
    nama: String,
    tab: Vec<Tab>,
    cara: Vec<Opsi>,
    pub kartu: Vec<Kartu>,
    tutup: Option<Tutup>,
    selesai: bool,
    berikut: Option<String>,
}

impl Halaman<'_> {
    fn dapat_ditulis(&self) -> bool {
        self.tutup.is_none() && !self.selesai
    }

    /// The fault at the score of one indicator.
    fn salah(&self, i: &Kartu) -> Option<String> {
        self.f.salah(&i.m("skor")).map(|s| s.teks(self.k.bahasa))
    }

    fn bentrok(&self) -> usize {
        self.kartu.iter().filter(|k| k.bentrok.is_some()).count()
    }
}

/// The part of the sheet that a path names.
pub(super) fn cari<'a>(r: &'a Rangka, k: &Konteks, aspek: &str) -> Hasil<Bagian<'a>> {
    r.bagian(k).into_iter().find(|b| b.kunci == aspek).ok_or(Error::TidakAda)
}

/// The page with what is stored; the caller may put typed values and conflicts over it.
pub(super) async fn halaman<'a>(
    app: &AppState,
    r: &'a Rangka,
    k: &'a Konteks,
    hak: &EvaluatorDitugaskan,
    b: &Bagian<'_>,
) -> Hasil<Halaman<'a>> {
    let lokus = r.lokus();
    let tersimpan = store::f01::semua(app.store.baca(), lokus.id).await?;
    let f01 = store::f01::f01(&tersimpan);
    let bukti = store::bukti::daftar(app.store.baca(), lokus.id).await?;
    let isian = f02::isian_sendiri(&app.store, hak).await?;
    let cari = |kode: &str| isian.iter().find(|i| i.indikator == kode);
    let mut kartu: Vec<Kartu> = b.indikator.iter().map(|i| Kartu::baru(k, &r.edisi, i, &f01, &bukti, cari(&i.kode))).collect();
    if prefill::ada(&app.store, lokus).await? {
        for u in prefill::usulan(&app.store, lokus, &r.edisi).await? {
            if let Some((i, x)) = b.indikator.iter().zip(&mut kartu).find(|(i, _)| i.kode == u.indikator) {
                jawaban::ukur(k, i, &mut x.tanya, &u);
            }
        }
    }
    let isi: Vec<_> = kartu.iter().filter_map(|x| Some(Sel::dari_isian(cari(&x.kode)?).medan(x.nomor))).flatten().collect();
    let tim = f02::kemajuan(app.store.baca(), lokus.id, &r.edisi).await?;
    let tab = tab(r, k, b.kunci, &isian);
    Ok(Halaman {
        k,
        f: Formulir::isi(isi),
        lokus,
        akun: hak.pelaku().akun.to_string(),
        aspek: b.kunci.to_owned(),
        nama: b.nama.clone(),
        berikut: tab.iter().skip_while(|t| !t.ini).nth(1).map(|t| t.kunci.clone()),
        tab,
        cara: opsi_cara(k),
        kartu,
        tutup: r.tutup(),
        selesai: tim.iter().any(|t| t.akun_id == hak.pelaku().akun && t.selesai.is_some()),
    })
}

fn tab(r: &Rangka, k: &Konteks, kini: &str, isian: &[Isian]) -> Vec<Tab> {
    let ada = |kode: &str| isian.iter().any(|i| i.indikator == kode && i.skor.is_some());
    r.bagian(k)
        .into_iter()
        .map(|b| Tab {
            kunci: b.kunci.to_owned(),
            terisi: b.indikator.iter().filter(|i| ada(&i.kode)).count(),
            perlu: b.indikator.len(),
            ini: b.kunci == kini,
            nama: b.nama,
        })
        .collect()
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, aspek)): Jalur<(LokusId, String)>) -> Hasil {
    let r = Rangka::baru(&app, &pelaku, id).await?;
    let hak = r.ditugaskan()?;
    let k = r.konteks(k);
    let b = cari(&r, &k, &aspek)?;
    if r.buka == Keterbukaan::BelumDikirim {
        return Alih::ke(format!("/lokus/{id}/f02")).into();
    }
    if r.buka == Keterbukaan::Terbuka && benturan::harus_bebas(app.store.baca(), id, hak.pelaku().akun).await.is_err() {
        return Alih::ke(format!("/lokus/{id}/f02/pernyataan")).into();
    }
    // The page shows F01: from here on the unit cannot withdraw it.
    store::f01::buka(&app.store, &hak).await?;
    tampil(&halaman(&app, &r, &k, &hak, &b).await?)
}
