//! `/periode/{periode}/salin`: a new period from this one. The form is filled with last year's structure, a year later; the
//! units are chosen from its list. Nothing that was done is copied.

use askama::Template;
use axum::extract::State;
use pekppp::fase::setahun_kemudian;
use store::{
    hak::{self, PembacaPeriode},
    id::{PeriodeId, UnitId},
    lokus::{self, Lokus},
    periode::{self, salin},
    tindak_lanjut::{self, Status},
};

use super::{BESAR, isian, ubah};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/salin", super::PENYELENGGARA, lihat);
    d.post("/periode/{periode}/salin", super::PENYELENGGARA, buat);
}

#[derive(Template)]
#[template(path = "periode/salin.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    h: isian::Halaman<'a>,
    dari: &'a periode::Periode,
    unit: Vec<Opsi>,
    /// All units come along, so many: too many for a list of them.
    semua: Option<i64>,
}

/// Value of the field `unit` for all of them.
const SEMUA: &str = "semua";

async fn halaman<'a>(app: &AppState, k: &'a Konteks, dari: &'a PembacaPeriode, f: Formulir) -> Result<Halaman<'a>, Error> {
    let p = &dari.periode;
    let hari = app.store.sekarang().hari(k.zona.nama());
    let banyak = lokus::banyak(app.store.baca(), p.id).await?;
    // All units of a large period come along, and those that are not evaluated any more are taken out afterwards.
    let semua = (banyak > BESAR).then_some(banyak);
    let papan = if semua.is_none() { tindak_lanjut::papan(&app.store, dari, hari).await?.0 } else { Vec::new() };
    let unit = papan.iter().map(|b| opsi(k, &b.lokus, b.hitungan.semua - b.hitungan.dari(Status::Diterima))).collect();
    let terdaftar = isian::terdaftar(app, &[p.instansi_id]).await?;
    Ok(Halaman { k, h: isian::Halaman::baru(k, f, None, &[], &terdaftar), dari: p, unit, semua })
}

/// A unit with what comes along; `sisa`: recommendations that nobody accepted as done.
fn opsi(k: &Konteks, l: &Lokus, sisa: usize) -> Opsi {
    let mut bantu = format!("{} {} · {} · {}", k.s("periode-formulir"), l.formulir, k.s(super::kunci_cakupan(&l.cakupan)), l.kategori);
    if sisa > 0 {
        bantu = format!("{bantu} · {}", k.jumlah("salin-sisa", sisa));
    }
    Opsi::baru(l.unit_id.to_string(), &l.unit).bantu(bantu)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penyelenggara()?;
    let p = &akses.periode;
    let mut fase = periode::fase_semua(app.store.baca(), id).await?;
    for f in &mut fase {
        (f.mulai, f.selesai) = setahun_kemudian(f.mulai, f.selesai);
    }
    let mut f = isian::tersimpan(p, ubah::kode(&app, p).await?, &fase);
    f.ganti("op", PeriodeId::baru().to_string());
    f.ganti("tahun", (p.tahun + 1).to_string());
    f.ganti("nama", p.nama.replace(&p.tahun.to_string(), &(p.tahun + 1).to_string()));
    if !super::besar(&app, id).await? {
        for l in lokus::milik_periode(app.store.baca(), id).await? {
            f.taruh("unit", l.unit_id.to_string());
        }
    }
    let k = super::konteks(&app, k, p, "salin").await?;
    tampil(&halaman(&app, &k, &akses.pembaca(), f).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penyelenggara()?;
    let hak = hak::instansi(&app.store, &pelaku, akses.periode.instansi_id).await?.penyelenggara()?;
    let unit: Vec<UnitId> = if f.nilai("unit") == SEMUA {
        lokus::milik_periode(app.store.baca(), id).await?.into_iter().map(|l| l.unit_id).collect()
    } else {
        f.semua("unit").filter_map(|u| u.parse().ok()).collect()
    };
    if unit.is_empty() {
        f.salahkan("unit", "salin-tanpa-unit");
    }
    let baru = f.nilai("op").parse().unwrap_or_else(|_| PeriodeId::baru());
    if let Some(isi) = isian::urai(&k, &mut f).filter(|_| f.sah()) {
        match salin::salin(&app.store, &hak, &akses.pembaca(), baru, isi.isi(), &unit).await {
            Ok(id) => return Alih::ke(format!("/periode/{id}")).pesan("salin-dibuat").into(),
            Err(e) => crate::formulir::di_medan(&mut f, ubah::medan(&e), "edisi-wajib", e)?,
        }
    }
    let k = super::konteks(&app, k, &akses.periode, "salin").await?;
    tampil_salah(&halaman(&app, &k, &akses.pembaca(), f).await?)
}
