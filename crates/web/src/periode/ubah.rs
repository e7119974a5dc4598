//! `/periode/baru` opens a period, `/periode/{periode}/ubah` changes one while its preparation is open.

use axum::{extract::State, response::Response};
use store::{
    StoreError,
    hak::{self, Pelaku},
    id::{InstansiId, PeriodeId},
    instansi::Instansi,
    peran::{Lingkup, Peran},
    periode::{self, Periode},
};

use super::isian::{self, Halaman};
use crate::{
    AppState, Error,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/baru", super::PENYELENGGARA, lihat_baru);
    d.post("/periode/baru", super::PENYELENGGARA, buka);
    d.get("/periode/{periode}/ubah", super::PENYELENGGARA, lihat);
    d.post("/periode/{periode}/ubah", super::PENYELENGGARA, simpan);
}

/// The instansi for which the person may open periods.
pub(super) async fn instansi(app: &AppState, p: &Pelaku) -> Hasil<Vec<Instansi>> {
    let mut hasil = Vec::new();
    for l in p.peran.iter().filter(|r| r.peran == Peran::Penyelenggara) {
        if let Lingkup::Instansi(i) = l.lingkup {
            hasil.push(store::instansi::dari_id(&app.store, i).await?);
        }
    }
    if p.punya(Peran::Nasional) {
        for i in store::instansi::kementerian(&app.store).await? {
            if !hasil.iter().any(|h: &Instansi| h.id == i.id) {
                hasil.push(i);
            }
        }
    }
    Ok(hasil)
}

async fn lihat_baru(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let instansi = instansi(&app, &pelaku).await?;
    let tahun = app.store.sekarang().hari(k.zona.nama()).year();
    let f = Formulir::isi([
        ("op", PeriodeId::baru().to_string()),
        ("tahun", tahun.to_string()),
        ("skema", skema_awal(&pelaku, &instansi).to_owned()),
        ("penyatuan", "konsensus".to_owned()),
        ("edisi_a", "pekppp-2022-a".to_owned()),
    ]);
    tampil(&baru(&app, &k.bantuan("periode"), f, &instansi).await?)
}

/// The scheme that is chosen when the form opens. Nothing for the organiser of a ministry, who would open a period of the ministry's own
/// services by leaving it: whether that is meant, only he knows.
fn skema_awal(p: &Pelaku, instansi: &[Instansi]) -> &'static str {
    match p.punya(Peran::Nasional) {
        true if !p.punya(Peran::Penyelenggara) => "nasional",
        _ if instansi.iter().any(|i| i.jenis == "kementerian") => "",
        _ => "mandiri",
    }
}

async fn buka(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let milik = instansi(&app, &pelaku).await?;
    let dipilih: Option<InstansiId> =
        if milik.len() == 1 { milik.first().map(|i| i.id) } else { f.urai("instansi", "periode-salah-instansi") };
    let id = f.nilai("op").parse().unwrap_or_else(|_| PeriodeId::baru());
    let isi = isian::urai(&k, &mut f);
    if let (Some(i), Some(isi)) = (dipilih, isi) {
        let hak = hak::instansi(&app.store, &pelaku, i).await?.penyelenggara()?;
        match periode::buka(&app.store, &hak, id, isi.isi()).await {
            Ok(id) => return Alih::ke(format!("/periode/{id}")).pesan("periode-dibuka").into(),
            Err(e) => crate::formulir::di_medan(&mut f, medan(&e), "edisi-wajib", e)?,
        }
    }
    tampil_salah(&baru(&app, &k.bantuan("periode"), f, &milik).await?)
}

/// The field that a refusal of the store belongs to.
pub(super) fn medan(e: &StoreError) -> &'static str {
    match e {
        StoreError::Keadaan(k) if k.starts_with("skema") => "skema",
        StoreError::Keadaan(k) if k.starts_with("fase") => "persiapan_mulai",
        _ => "edisi_a",
    }
}

/// The empty form, with the editions that these instansi may use.
async fn baru<'a>(app: &AppState, k: &'a Konteks, f: Formulir, milik: &[Instansi]) -> Result<Halaman<'a>, Error> {
    let id: Vec<InstansiId> = milik.iter().map(|i| i.id).collect();
    Ok(Halaman::baru(k, f, None, milik, &isian::terdaftar(app, &id).await?))
}

pub(super) async fn kode(app: &AppState, p: &Periode) -> Hasil<[Option<String>; 2]> {
    let mut hasil = [None, None];
    for (tempat, sidik) in hasil.iter_mut().zip([&p.edisi_a, &p.edisi_b]) {
        if let Some(s) = sidik {
            *tempat = periode::kode_edisi(app.store.baca(), s).await?;
        }
    }
    Ok(hasil)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    periode::harus_terbuka(app.store.baca(), id, periode::Fase::Persiapan).await?;
    let fase = periode::fase_semua(app.store.baca(), id).await?;
    let f = isian::tersimpan(&hak.periode, kode(&app, &hak.periode).await?, &fase);
    let k = super::konteks(&app, k, &hak.periode, "periode").await?;
    tampil(&Halaman::baru(&k, f, Some(&hak.periode), &[], &isian::terdaftar(&app, &[hak.periode.instansi_id]).await?))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = super::konteks(&app, k, &hak.periode, "periode").await?;
    let versi = f.nilai("versi").parse().unwrap_or(0);
    if let Some(isi) = isian::urai(&k, &mut f) {
        match periode::ubah(&app.store, &hak, versi, isi.isi()).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}")).pesan("periode-tersimpan").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => return bentrok(&app, &k, &hak.periode, f, (versi, oleh, pada)).await,
            Err(e) => crate::formulir::di_medan(&mut f, medan(&e), "edisi-wajib", e)?,
        }
    }
    tampil_salah(&Halaman::baru(&k, f, Some(&hak.periode), &[], &isian::terdaftar(&app, &[hak.periode.instansi_id]).await?))
}

/// Somebody saved first: what he saved is shown beside what was typed, and saving again replaces it.
async fn bentrok(
    app: &AppState,
    k: &Konteks,
    p: &Periode,
    mut f: Formulir,
    siapa: (i64, uuid::Uuid, store::Waktu),
) -> Result<Response, Error> {
    let kini = periode::dari_id(app.store.baca(), p.id).await?;
    let kini = vec![
        (k.s("periode-nama"), kini.nama),
        (k.s("periode-tahun"), kini.tahun.to_string()),
        (k.s("periode-skema"), k.s(crate::kata::kunci_skema(&kini.skema))),
    ];
    let b = Bentrok::baru(app, k, &mut f, siapa, kini).await;
    let mut h = Halaman::baru(k, f, Some(p), &[], &isian::terdaftar(app, &[p.instansi_id]).await?);
    h.bentrok = Some(b);
    tampil_salah(&h)
}
