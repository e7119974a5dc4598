//! `/lokus/{lokus}/tindak-lanjut/{rekomendasi}`: one recommendation: the plan (`POST` by the unit), its reports and
//! findings, and the forms for the next step.

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, AksesLokus},
    id::{KemajuanId, LokusId, RekomendasiId},
    lokus::Lokus,
    rekomendasi,
    tindak_lanjut::{self, Butir, RencanaIsi, Status, TEKS_MAKS},
};
use uuid::Uuid;

use crate::{
    AppState, Error,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lokus::lanjutan,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/tindak-lanjut/{rekomendasi}", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/tindak-lanjut/{rekomendasi}", Akses::Masuk, simpan);
}

#[derive(Template)]
#[template(path = "lokus/tindak_lanjut/satu.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    lokus: &'a Lokus,
    b: Butir,
    nama: String,
    status: (Nada, &'static str),
    tenggat: Option<(Nada, &'static str)>,
    /// May plan and report now.
    melaksanakan: bool,
    /// May judge what was reported now.
    menilai: bool,
    tersampaikan: bool,
    batas: Option<String>,
    opsi: Vec<Opsi>,
    bentrok: Option<Bentrok>,
    op_kemajuan: String,
    op_putusan: String,
}

impl Halaman<'_> {
    /// Where the proofs are.
    fn bukti(&self) -> String {
        format!("/lokus/{}/tindak-lanjut/{}/kemajuan", self.lokus.id, self.b.rekomendasi.id)
    }

    fn putusan(&self, p: &str) -> (Nada, &'static str) {
        lanjutan::putusan(p)
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }
}

/// The page; `f` keeps what was typed.
pub async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a AksesLokus,
    id: RekomendasiId,
    f: Option<Formulir>,
) -> Hasil<Halaman<'a>> {
    let (c, l) = (app.store.baca(), &akses.lokus);
    if !store::lokus::beku(c, l.id).await? {
        return Err(Error::TidakAda);
    }
    let b = tindak_lanjut::satu(c, l.id, id).await?;
    let e = store::edisi::dapat(&app.store, l.edisi()?).await?;
    let tersampaikan = rekomendasi::tersampaikan(c, l.id).await?;
    let f = f.unwrap_or_else(|| terisi(&b));
    Ok(Halaman {
        nama: lanjutan::nama(&e, &b.rekomendasi.indikator),
        status: lanjutan::status(b.status()),
        tenggat: lanjutan::tenggat(&b, lanjutan::hari_ini(app, l)),
        melaksanakan: tersampaikan && akses.pelaksana().is_ok() && b.status() != Status::Diterima,
        menilai: akses.evaluator().is_ok() && b.status() == Status::Diajukan,
        batas: tindak_lanjut::batas(c, l).await?.map(|x| lanjutan::batas(k, &x)),
        opsi: vec![Opsi::baru("diterima", k.s("tindaklanjut-putusan-diterima")), Opsi::baru("belum", k.s("tindaklanjut-putusan-belum"))],
        op_kemajuan: f.nilai("op").parse().unwrap_or_else(|_| KemajuanId::baru()).to_string(),
        op_putusan: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        bentrok: None,
        lokus: l,
        tersampaikan,
        k,
        f,
        b,
    })
}

/// The form of the plan as it is stored.
pub fn terisi(b: &Butir) -> Formulir {
    let Some(r) = &b.rencana else { return Formulir::isi([("versi", "0")]) };
    Formulir::isi([
        ("versi", r.versi.to_string()),
        ("rencana", r.rencana.clone()),
        ("target", r.target.clone()),
        ("keluaran", r.keluaran.clone()),
        ("tenggat", r.tenggat.clone()),
        ("penanggung_jawab", r.penanggung_jawab.clone()),
    ])
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let k = lanjutan::konteks(k, &akses.lokus);
    tampil(&halaman(&app, &k, &akses, rek, None).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, rek)): Jalur<(LokusId, RekomendasiId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::lokus(&app.store, &pelaku, id).await?;
    let hak = akses.pelaksana()?;
    let k = lanjutan::konteks(k, &akses.lokus);
    for medan in ["rencana", "target", "keluaran", "penanggung_jawab"] {
        f.batasi(medan, TEKS_MAKS);
    }
    let versi = f.nilai("versi").parse().unwrap_or(0);
    let rencana = f.wajib("rencana", "tindaklanjut-salah-rencana");
    let target = f.wajib("target", "tindaklanjut-salah-target");
    let keluaran = f.wajib("keluaran", "tindaklanjut-salah-keluaran");
    let tenggat = f.urai::<Date>("tenggat", "tindaklanjut-salah-tenggat");
    let pj = f.wajib("penanggung_jawab", "tindaklanjut-salah-pj");
    if let Some(t) = tenggat.filter(|t| *t < lanjutan::hari_ini(&app, &akses.lokus)) {
        // A plan that was made in time keeps its day when its words change; a new day in the past is a slip.
        let lama = tindak_lanjut::satu(app.store.baca(), id, rek).await?.rencana.map(|r| r.tenggat);
        if lama.as_deref() != Some(t.to_string().as_str()) {
            f.salahkan("tenggat", "tindaklanjut-tenggat-lalu");
        }
    }
    if let (Some(rencana), Some(target), Some(keluaran), Some(tenggat), Some(pj), true) = (rencana, target, keluaran, tenggat, pj, f.sah())
    {
        let isi = RencanaIsi { rencana: &rencana, target: &target, keluaran: &keluaran, tenggat, penanggung_jawab: &pj };
        match tindak_lanjut::simpan(&app.store, &hak, rek, versi, &isi).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/tindak-lanjut/{rek}")).pesan("tindaklanjut-rencana-tersimpan").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => return bentrok(&app, &k, &akses, rek, f, (versi, oleh, pada)).await,
            Err(StoreError::Keadaan(kunci)) => f.salahkan("rencana", kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, rek, Some(f)).await?)
}

/// Somebody saved first: what he saved is shown beside what was typed, and saving again replaces it.
async fn bentrok(
    app: &AppState,
    k: &Konteks,
    akses: &AksesLokus,
    rek: RekomendasiId,
    mut f: Formulir,
    siapa: (i64, Uuid, store::Waktu),
) -> Hasil {
    let b = tindak_lanjut::satu(app.store.baca(), akses.lokus.id, rek).await?;
    let kini = b.rencana.map_or_else(Vec::new, |r| {
        vec![
            (k.s("tindaklanjut-rencana"), r.rencana),
            (k.s("tindaklanjut-target"), r.target),
            (k.s("tindaklanjut-keluaran"), r.keluaran),
            (k.s("tindaklanjut-tenggat"), k.hari(&r.tenggat)),
            (k.s("tindaklanjut-pj"), r.penanggung_jawab),
        ]
    });
    let bentrok = Bentrok::baru(app, k, &mut f, siapa, kini).await;
    let mut h = halaman(app, k, akses, rek, Some(f)).await?;
    h.bentrok = Some(bentrok);
    tampil_salah(&h)
}
