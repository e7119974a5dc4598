//! `/lokus/{lokus}/hak-jawab/indikator/{kode}`: the unit objects to one score (`POST`); `/lokus/{lokus}/hak-jawab/sanggahan/{sanggahan}/penarikan`
//! takes an objection back; `…/hak-jawab/bukti/{bukti}` gives a file that came with one.

use askama::Template;
use axum::extract::{Multipart, State};
use pekppp::Indikator;
use store::{
    StoreError,
    berkas::UKURAN_MAKS,
    bukti::{self, Bukti},
    id::{LokusId, SanggahanId},
    peran::Peran,
    sanggah::{self, BuktiBaru, NilaiDraf, Sanggah},
};
use uuid::Uuid;

use super::muatan::{Muatan, arti, skor};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    kiriman,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const UNIT: Akses = Akses::Peran(&[Peran::UnitOperator, Peran::UnitKepala]);

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/hak-jawab/indikator/{kode}", UNIT, lihat);
    d.post_besar("/lokus/{lokus}/hak-jawab/indikator/{kode}", UNIT, UKURAN_MAKS + 256 * 1024, ajukan);
    d.post("/lokus/{lokus}/hak-jawab/sanggahan/{sanggahan}/penarikan", UNIT, tarik);
    d.get("/lokus/{lokus}/hak-jawab/bukti/{bukti}", Akses::Masuk, unduh);
}

#[derive(Template)]
#[template(path = "lokus/hak_jawab/sanggahan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    i: &'a Indikator,
    n: &'a NilaiDraf,
    bukti: Vec<Bukti>,
    op: String,
}

impl Halaman<'_> {
    fn skor(&self) -> String {
        skor(self.k, &self.n.nilai)
    }

    fn arti(&self) -> Option<&str> {
        arti(self.i, &self.n.nilai)
    }

    fn pilih_bukti(&self) -> Medan {
        let opsi: Vec<Opsi> = self.bukti.iter().map(|b| Opsi::baru(b.id.to_string(), b.nama.clone()).bantu(b.keterangan.clone())).collect();
        self.f.centang(self.k, "bukti", "hak-jawab-bukti-f01", &opsi).bantu(self.k, "hak-jawab-bukti-f01-bantu")
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, kode: &str, f: Formulir) -> Hasil<Halaman<'a>> {
    let (i, n) = m.indikator(kode)?;
    let op = f.nilai("op").parse().unwrap_or_else(|_| SanggahanId::baru()).to_string();
    Ok(Halaman { bukti: bukti::milik_indikator(app.store.baca(), m.lokus().id, kode).await?, op, k, f, m, i, n })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, kode)): Jalur<(LokusId, String)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    m.penyanggah().ok_or(Error::TidakBerhak("unit-operator"))?;
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, &kode, Formulir::kosong()).await?)
}

async fn ajukan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, kode)): Jalur<(LokusId, String)>,
    kiriman: Multipart,
) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.penyanggah().ok_or(Error::TidakBerhak("unit-operator"))?;
    let k = m.konteks(k);
    m.indikator(&kode)?;
    let (mut f, berkas) = kiriman::baca(kiriman, "berkas").await?;
    f.batasi("alasan", sanggah::ALASAN_MAKS);
    let alasan = f.wajib("alasan", "hak-jawab-alasan-wajib");
    let op = f.urai::<SanggahanId>("op", "umum-wajib");
    let mut isi: Vec<BuktiBaru> = f.semua("bukti").filter_map(|b| b.parse().ok()).map(BuktiBaru::F01).collect();
    let berlampir = berkas.is_some();
    match berkas.map(|(nama, isi)| (nama, store::berkas::periksa(isi))) {
        Some((nama, Ok(b))) => isi.push(BuktiBaru::Berkas(b, nama)),
        Some((_, Err(_))) => f.salahkan("berkas", "hak-jawab-berkas-salah"),
        None => {}
    }
    let buka = m.buka.as_ref().map(|(b, ..)| b.id).ok_or(Error::TidakAda)?;
    if let (Some(alasan), Some(op), true) = (alasan, op, f.sah()) {
        let s = Sanggah { id: op, buka, indikator: &kode, alasan: &alasan, bukti: isi };
        match sanggah::ajukan(&app.store, &hak, s).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}/hak-jawab#{kode}")).pesan("hak-jawab-diajukan").into(),
            // What was typed stays on the page, also when the time ran out meanwhile.
            Err(StoreError::Keadaan(sebab)) => f.salahkan("alasan", sebab),
            Err(e) => return Err(e.into()),
        }
    }
    if berlampir && f.salah("berkas").is_none() {
        f.salahkan("berkas", "hak-jawab-berkas-ulang");
    }
    tampil_salah(&halaman(&app, &k, &m, &kode, f).await?)
}

async fn tarik(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, s)): Jalur<(LokusId, SanggahanId)>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.penyanggah().ok_or(Error::TidakBerhak("unit-operator"))?;
    sanggah::tarik(&app.store, &hak, s).await?;
    Alih::ke(format!("/lokus/{id}/hak-jawab")).pesan("hak-jawab-ditarik").into()
}

async fn unduh(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, bukti)): Jalur<(LokusId, Uuid)>) -> Hasil {
    Muatan::baca(&app, &pelaku, id).await?;
    let (sidik, tipe, nama) = sanggah::berkas(&app.store, id, bukti).await?;
    crate::berkas::kirim(&app, &sidik, tipe, &nama).await
}
