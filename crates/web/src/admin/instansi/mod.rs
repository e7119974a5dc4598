//! The register of instansi: find, add, change. Codes are public and never change.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError,
    id::InstansiId,
    instansi::{self, Instansi, InstansiBaru, JENIS, UnitTampil},
    peran::Peran,
};

use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const ADMIN: Akses = Akses::Peran(&[Peran::Admin]);

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin/instansi", ADMIN, daftar);
    d.get("/admin/instansi/baru", ADMIN, lihat_baru);
    d.post("/admin/instansi/baru", ADMIN, tambah);
    d.get("/admin/instansi/{instansi}", ADMIN, lihat);
    d.post("/admin/instansi/{instansi}", ADMIN, ubah);
}

#[derive(Template)]
#[template(path = "admin/instansi/daftar.html")]
struct Semua<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Instansi>,
    lembar: Lembar,
}

impl Semua<'_> {
    fn jenis(&self, i: &Instansi) -> String {
        self.k.s(kunci_jenis(&i.jenis))
    }
}

async fn daftar(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Cari>) -> Hasil {
    let (daftar, n) = instansi::cari(&app.store, &pelaku.admin()?, &q.cari, lewati(q.h), BATAS).await?;
    let k = k.bantuan("instansi");
    let lembar = k.lembar(q.h, daftar.len(), n, &q.kueri());
    tampil(&Semua { k: &k, f: Formulir::isi([("cari", q.cari)]), daftar, lembar })
}

#[derive(Template)]
#[template(path = "admin/instansi/satu.html")]
struct Satu<'a> {
    k: &'a Konteks,
    f: Formulir,
    i: Option<Instansi>,
    jenis: Vec<Opsi>,
    zona: Vec<Opsi>,
    unit: Vec<UnitTampil>,
    lembar: Option<Lembar>,
    bentrok: Option<Bentrok>,
}

fn kunci_jenis(j: &str) -> &'static str {
    match j {
        "kementerian" => "instansi-jenis-kementerian",
        "lembaga" => "instansi-jenis-lembaga",
        "provinsi" => "instansi-jenis-provinsi",
        "kabupaten" => "instansi-jenis-kabupaten",
        "kota" => "instansi-jenis-kota",
        "bumn" => "instansi-jenis-bumn",
        "bumd" => "instansi-jenis-bumd",
        _ => "instansi-jenis-lain",
    }
}

fn halaman(k: &Konteks, f: Formulir, i: Option<Instansi>) -> Satu<'_> {
    let jenis = JENIS.map(|j| Opsi::baru(j, k.s(kunci_jenis(j)))).into();
    let zona = ["WIB", "WITA", "WIT"].map(|z| Opsi::baru(z, z)).into();
    Satu { k, f, i, jenis, zona, unit: Vec::new(), lembar: None, bentrok: None }
}

struct Isian {
    kode: String,
    nama: String,
    jenis: String,
    wilayah: Option<String>,
    zona: String,
}

impl Isian {
    fn isi(&self) -> InstansiBaru<'_> {
        InstansiBaru { kode: &self.kode, nama: &self.nama, jenis: &self.jenis, wilayah: self.wilayah.as_deref(), zona: &self.zona }
    }
}

fn urai(f: &mut Formulir, kode: Option<&str>) -> Option<Isian> {
    f.batasi("nama", 200);
    let kode = kode.map(str::to_owned).or_else(|| f.wajib("kode", "kode-tak-sah"));
    if kode.as_deref().is_some_and(|k| !instansi::kode_sah(k)) {
        f.salahkan("kode", "kode-tak-sah");
    }
    let nama = f.wajib("nama", "instansi-salah-nama");
    let jenis = f.wajib("jenis", "instansi-salah-jenis");
    if jenis.as_deref().is_some_and(|j| !JENIS.contains(&j)) {
        f.salahkan("jenis", "instansi-salah-jenis");
    }
    let wilayah = f.opsional("wilayah");
    if wilayah.as_deref().is_some_and(|w| !w.bytes().all(|b| b.is_ascii_digit() || b == b'.') || w.len() > 13) {
        f.salahkan("wilayah", "instansi-salah-wilayah");
    }
    let zona = f.wajib("zona", "instansi-salah-zona");
    if zona.as_deref().is_some_and(|z| !["WIB", "WITA", "WIT"].contains(&z)) {
        f.salahkan("zona", "instansi-salah-zona");
    }
    f.sah().then_some(Isian { kode: kode?, nama: nama?, jenis: jenis?, wilayah, zona: zona? })
}

async fn lihat_baru(k: Konteks) -> Hasil {
    let k = k.bantuan("instansi");
    tampil(&halaman(&k, Formulir::kosong(), None))
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    if let Some(isi) = urai(&mut f, None) {
        let tx = app.store.mulai().await?;
        match instansi::tambah(&tx, Some(hak.pelaku()), isi.isi()).await {
            Ok(id) => {
                tx.commit().await?;
                return Alih::ke(format!("/admin/instansi/{id}")).pesan("instansi-tersimpan").into();
            }
            Err(StoreError::SudahAda(_)) => f.salahkan("kode", "instansi-kode-dipakai"),
            Err(e) => return Err(e.into()),
        }
    }
    let k = k.bantuan("instansi");
    tampil_salah(&halaman(&k, f, None))
}

async fn satu(
    app: &AppState,
    k: &Konteks,
    pelaku: &store::hak::Pelaku,
    h: Option<i64>,
    i: &Instansi,
) -> Hasil<(Vec<UnitTampil>, Option<Lembar>)> {
    let (unit, n) = instansi::cari_unit(&app.store, &pelaku.admin()?, Some(i.id), "", lewati(h), BATAS).await?;
    let lembar = k.lembar(h, unit.len(), n, "");
    Ok((unit, Some(lembar)))
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<InstansiId>,
    Query(q): Query<Cari>,
) -> Hasil {
    let i = instansi::dari_id(&app.store, id).await?;
    let k = k.bantuan("instansi");
    let f = Formulir::isi([
        ("versi", i.versi.to_string()),
        ("nama", i.nama.clone()),
        ("jenis", i.jenis.clone()),
        ("wilayah", i.wilayah.clone().unwrap_or_default()),
        ("zona", i.zona.clone()),
    ]);
    let (unit, lembar) = satu(&app, &k, &pelaku, q.h, &i).await?;
    tampil(&Satu { unit, lembar, ..halaman(&k, f, Some(i)) })
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<InstansiId>, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    let i = instansi::dari_id(&app.store, id).await?;
    let k = k.bantuan("instansi");
    let mut bentrok = None;
    if let Some(isi) = urai(&mut f, Some(&i.kode)) {
        let tx = app.store.mulai().await?;
        match instansi::ubah(&tx, hak.pelaku(), id, f.nilai("versi").parse().unwrap_or(0), &isi.isi()).await {
            Ok(()) => {
                tx.commit().await?;
                return Alih::ke(format!("/admin/instansi/{id}")).pesan("instansi-tersimpan").into();
            }
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                drop(tx);
                let kini = instansi::dari_id(&app.store, id).await?;
                bentrok = Some(Bentrok::baru(&app, &k, &mut f, (versi, oleh, pada), tersimpan(&k, &kini)).await);
            }
            Err(e) => return Err(e.into()),
        }
    }
    let (unit, lembar) = satu(&app, &k, &pelaku, None, &i).await?;
    tampil_salah(&Satu { unit, lembar, bentrok, ..halaman(&k, f, Some(i)) })
}

fn tersimpan(k: &Konteks, i: &Instansi) -> Vec<(String, String)> {
    let wilayah = i.wilayah.clone().unwrap_or_else(|| "–".to_owned());
    vec![
        (k.s("instansi-nama"), i.nama.clone()),
        (k.s("instansi-jenis"), k.s(kunci_jenis(&i.jenis))),
        (k.s("instansi-wilayah"), wilayah),
        (k.s("instansi-zona"), i.zona.clone()),
    ]
}
