//! A unit in the register: `/admin/instansi/{instansi}/unit/baru` and `/admin/unit/{unit}`.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::{InstansiId, UnitId},
    instansi::{self, Instansi, Unit, UnitBaru},
    peran::Peran,
};

use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin/instansi/{instansi}/unit/baru", ADMIN, lihat_baru);
    d.post("/admin/instansi/{instansi}/unit/baru", ADMIN, tambah);
    d.get("/admin/unit/{unit}", ADMIN, lihat);
    d.post("/admin/unit/{unit}", ADMIN, ubah);
}

#[derive(Template)]
#[template(path = "admin/unit.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    i: Instansi,
    u: Option<Unit>,
    induk: Vec<Opsi>,
    bentrok: Option<Bentrok>,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, i: Instansi, u: Option<Unit>, f: Formulir) -> Hasil<Halaman<'a>> {
    let semua = instansi::unit_milik(&app.store, i.id).await?;
    let induk =
        semua.into_iter().filter(|x| u.as_ref().is_none_or(|u| u.id != x.id)).map(|x| Opsi::baru(x.id.to_string(), x.nama)).collect();
    Ok(Halaman { k, f, i, u, induk, bentrok: None })
}

struct Isian {
    kode: String,
    nama: String,
    jenis: String,
    alamat: String,
    induk: Option<UnitId>,
}

impl Isian {
    fn isi(&self, instansi: InstansiId) -> UnitBaru<'_> {
        UnitBaru { kode: &self.kode, instansi, induk: self.induk, nama: &self.nama, jenis: &self.jenis, alamat: &self.alamat }
    }
}

fn urai(f: &mut Formulir, kode: Option<&str>) -> Option<Isian> {
    for (medan, maks) in [("nama", 200), ("jenis", 80), ("alamat", 500)] {
        f.batasi(medan, maks);
    }
    let kode = kode.map(str::to_owned).or_else(|| f.wajib("kode", "kode-tak-sah"));
    if kode.as_deref().is_some_and(|k| !instansi::kode_sah(k)) {
        f.salahkan("kode", "kode-tak-sah");
    }
    let nama = f.wajib("nama", "unit-salah-nama");
    let (jenis, alamat) = (f.opsional("jenis").unwrap_or_default(), f.opsional("alamat").unwrap_or_default());
    let induk = f.urai_opsional("induk", "unit-induk-tak-sah");
    f.sah().then_some(Isian { kode: kode?, nama: nama?, jenis, alamat, induk })
}

async fn lihat_baru(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<InstansiId>) -> Hasil {
    let i = instansi::dari_id(&app.store, id).await?;
    let k = k.bantuan("instansi");
    tampil(&halaman(&app, &k, i, None, Formulir::kosong()).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<InstansiId>, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let i = instansi::dari_id(&app.store, id).await?;
    if let Some(isi) = urai(&mut f, None) {
        let tx = app.store.mulai().await?;
        match instansi::tambah_unit(&tx, Some(hak.pelaku()), isi.isi(id)).await {
            Ok(_) => {
                tx.commit().await?;
                return Alih::ke(format!("/admin/instansi/{id}")).pesan("unit-tersimpan").into();
            }
            Err(StoreError::SudahAda(_)) => f.salahkan("kode", "unit-kode-dipakai"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("instansi");
    tampil_salah(&halaman(&app, &k, i, None, f).await?)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Jalur(id): Jalur<UnitId>) -> Hasil {
    let u = instansi::unit(&app.store, id).await?;
    let i = instansi::dari_id(&app.store, u.instansi_id).await?;
    let f = Formulir::isi([
        ("versi", u.versi.to_string()),
        ("nama", u.nama.clone()),
        ("jenis", u.jenis.clone()),
        ("alamat", u.alamat.clone()),
        ("induk", u.induk_id.map(|i| i.to_string()).unwrap_or_default()),
    ]);
    let k = k.bantuan("instansi");
    tampil(&halaman(&app, &k, i, Some(u), f).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<UnitId>, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let u = instansi::unit(&app.store, id).await?;
    let i = instansi::dari_id(&app.store, u.instansi_id).await?;
    let k = k.bantuan("instansi");
    let mut bentrok = None;
    if let Some(isi) = urai(&mut f, Some(&u.kode)) {
        let tx = app.store.mulai().await?;
        match instansi::ubah_unit(&tx, Some(hak.pelaku()), id, f.nilai("versi").parse().unwrap_or(0), &isi.isi(i.id)).await {
            Ok(()) => {
                tx.commit().await?;
                return Alih::ke(format!("/admin/instansi/{}", i.id)).pesan("unit-tersimpan").into();
            }
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                drop(tx);
                let kini = instansi::unit(&app.store, id).await?;
                let isi = vec![
                    (k.s("unit-nama"), kini.nama.clone()),
                    (k.s("unit-jenis"), kini.jenis.clone()),
                    (k.s("unit-alamat"), kini.alamat.clone()),
                ];
                bentrok = Some(Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), isi).await);
            }
            Err(e) => di_medan(&mut f, "induk", "unit-kode-dipakai", e)?,
        }
    }
    tampil_salah(&Halaman { bentrok, ..halaman(&app, &k, i, Some(u), f).await? })
}
