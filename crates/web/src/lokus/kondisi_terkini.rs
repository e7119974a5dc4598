//! `/lokus/{lokus}/kondisi-terkini`: provisional measurements made during pra-evaluasi, and a new one (`POST`). They stand
//! apart from F02 and say so wherever they are shown.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use pekppp::Edisi;
use store::{
    hak::{self, AksesLokus},
    id::{KondisiId, LokusId},
    kondisi::{self, Pengukuran},
    lokus::Lokus,
    peran::Peran,
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/kondisi-terkini", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/kondisi-terkini", Akses::Peran(&[Peran::Evaluator]), ukur);
}

#[derive(Template)]
#[template(path = "lokus/kondisi_terkini.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    l: &'a Lokus,
    edisi: Arc<Edisi>,
    semua: Vec<Pengukuran>,
    /// This person may measure now.
    mengukur: bool,
    opsi: Vec<Opsi>,
    op: String,
}

impl Halaman<'_> {
    fn perkiraan(&self, p: &Pengukuran) -> String {
        p.perkiraan(&self.edisi).map_or_else(|| self.k.s("kondisi-belum-lengkap"), |n| self.k.angka(n.tampil(2)))
    }

    /// The newest scores of one indicator, newest first.
    fn skor(&self, n: &usize) -> String {
        let satu = |p: &Pengukuran| p.skor.get(*n).copied().flatten().map_or_else(|| "–".to_owned(), |s| s.to_string());
        self.semua.iter().take(3).map(satu).collect::<Vec<_>>().join(" ← ")
    }

    fn jumlah(&self, p: &Pengukuran) -> String {
        let dari = self.edisi.semua_indikator().count();
        self.k.a("kondisi-terisi", [("ada", p.terisi().to_string().into()), ("semua", dari.to_string().into())])
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, a: &'a AksesLokus, f: Formulir) -> Hasil<Halaman<'a>> {
    let l = &a.lokus;
    let tutup = store::periode::alasan_tertutup(&app.store, l.periode_id, pekppp::Fase::Pelaksanaan).await?;
    let beku = store::lokus::beku(app.store.baca(), l.id).await?;
    Ok(Halaman {
        edisi: store::edisi::dapat(&app.store, l.edisi()?).await?,
        semua: kondisi::semua(app.store.baca(), l.id).await?,
        mengukur: a.evaluator().is_ok() && tutup.is_none() && !beku,
        opsi: (0..=5).map(|n| Opsi::baru(n.to_string(), n.to_string())).collect(),
        op: f.nilai("op").parse().unwrap_or_else(|_| KondisiId::baru()).to_string(),
        k,
        f,
        l,
    })
}

async fn akses(app: &AppState, pelaku: &store::hak::Pelaku, id: LokusId) -> Hasil<AksesLokus> {
    let a = hak::lokus(&app.store, pelaku, id).await?;
    let pihak =
        a.operator().is_ok() || a.kepala().is_ok() || a.ditugaskan().is_ok() || a.penyelenggara().is_ok() || a.penanggungjawab().is_ok();
    if pihak { Ok(a) } else { Err(Error::TidakBerhak("pihak-lokus")) }
}

fn konteks(k: Konteks, l: &Lokus) -> Konteks {
    k.ilustrasi(l.ilustrasi == 1).zona(&l.zona).bantuan("praevaluasi")
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let a = akses(&app, &pelaku, id).await?;
    let k = konteks(k, &a.lokus);
    tampil(&halaman(&app, &k, &a, Formulir::kosong()).await?)
}

async fn ukur(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let a = akses(&app, &pelaku, id).await?;
    let hak = a.evaluator()?;
    let edisi = store::edisi::dapat(&app.store, a.lokus.edisi()?).await?;
    f.batasi("catatan", 2000);
    let op = f.urai::<KondisiId>("op", "umum-wajib");
    let mut skor = BTreeMap::new();
    for i in edisi.semua_indikator() {
        if let Some(s) = f.urai_opsional::<u8>(&i.kode, "kondisi-skor-salah") {
            if s > 5 {
                f.salahkan(&i.kode, "kondisi-skor-salah");
            }
            skor.insert(i.kode.clone(), s);
        }
    }
    if skor.is_empty() {
        f.salahkan("catatan", "kondisi-kosong");
    }
    if let (Some(op), true) = (op, f.sah()) {
        kondisi::ukur(&app.store, &hak, op, &skor, f.nilai("catatan")).await?;
        return Alih::ke(format!("/lokus/{id}/kondisi-terkini")).pesan("kondisi-tersimpan").into();
    }
    let k = konteks(k, &a.lokus);
    tampil_salah(&halaman(&app, &k, &a, f).await?)
}
