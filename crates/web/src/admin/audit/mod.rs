//! `/admin/audit`: the audit log in the reader's scope, newest first, with names as they are today; and its CSV.

pub mod kata;

use askama::Template;
use axum::extract::{Query, State};
use jiff::{civil::Date, tz::TimeZone};
use store::{
    Waktu,
    audit::{self, Saring, Segel, Tampil},
    hak::PembacaAudit,
    peran::Peran,
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::persen,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{tampil, tampil_salah},
};

const PEMBACA: Akses = Akses::Peran(&[Peran::Admin, Peran::Auditor]);
const BATAS: i64 = 50;
/// Chains whose seal is shown.
const RANTAI_MAKS: i64 = 100;
/// Rows of one CSV; a longer log is exported by time, and the page and the file say so.
const BATAS_CSV: i64 = 10_000;

/// The routes of this area.
pub fn rute(d: &mut Daftar) {
    d.get("/admin/audit", PEMBACA, lihat);
    d.get("/admin/audit/ekspor", PEMBACA, ekspor);
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    objek: String,
    objek_id: String,
    dari: String,
    sampai: String,
    sebelum: String,
}

#[derive(Template)]
#[template(path = "admin/audit/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    daftar: Vec<Tampil>,
    rantai: Vec<Segel>,
    objek: Vec<Opsi>,
    kueri: String,
    berikut: Option<String>,
}

impl Halaman<'_> {
    fn aksi(&self, t: &Tampil) -> String {
        kata::aksi(&t.aksi).map_or_else(|| t.aksi.clone(), |kunci| self.k.s(kunci))
    }

    fn objek(&self, t: &Tampil) -> String {
        let jenis = kata::objek(&t.objek).map_or_else(|| t.objek.replace('_', " "), |kunci| self.k.s(kunci));
        t.nama_objek.as_ref().map_or_else(|| jenis.clone(), |n| format!("{jenis}: {n}"))
    }

    fn nama_rantai(&self, s: &Segel) -> String {
        match &s.nama {
            Some(n) => n.clone(),
            None if s.rantai == audit::RANTAI_INSTALASI => self.k.s("audit-rantai-instalasi"),
            None => s.rantai.clone(),
        }
    }

    fn batas(&self) -> String {
        self.k.n("audit-ekspor-batas", "batas", BATAS_CSV)
    }
}

fn saring(k: &Konteks, f: &mut Formulir, q: &Kueri) -> Saring {
    let zona: TimeZone = k.zona.tz();
    let awal = |d: Date| d.to_zoned(zona.clone()).map(|z| Waktu(z.timestamp().as_microsecond())).ok();
    let dari = f.urai_opsional::<Date>("dari", "periode-salah-tanggal").and_then(awal);
    let sampai = f.urai_opsional::<Date>("sampai", "periode-salah-tanggal").and_then(|d| d.tomorrow().ok()).and_then(awal);
    Saring { objek: q.objek.clone(), objek_id: q.objek_id.trim().to_owned(), dari, sampai, sebelum: q.sebelum.parse().ok() }
}

fn formulir(q: &Kueri) -> Formulir {
    Formulir::isi([("objek", &q.objek), ("objek_id", &q.objek_id), ("dari", &q.dari), ("sampai", &q.sampai)].map(|(k, v)| (k, v.clone())))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak: PembacaAudit = pelaku.pembaca_audit()?;
    let k = k.bantuan("audit");
    let mut f = formulir(&q);
    let saring = saring(&k, &mut f, &q);
    let daftar = if f.sah() { audit::daftar(&app.store, &hak, &saring, BATAS).await? } else { Vec::new() };
    let kueri =
        format!("objek={}&objek_id={}&dari={}&sampai={}", persen(&q.objek), persen(&q.objek_id), persen(&q.dari), persen(&q.sampai));
    let penuh = i64::try_from(daftar.len()).is_ok_and(|n| n == BATAS);
    let berikut = daftar.last().filter(|_| penuh).map(|t| format!("/admin/audit?{kueri}&sebelum={}", t.id));
    let objek = kata::OBJEK.iter().map(|(o, kunci)| Opsi::baru(*o, k.s(kunci))).collect::<Vec<_>>();
    let sah = f.sah();
    let rantai = audit::segel_rantai(&app.store, &hak, RANTAI_MAKS).await?;
    let h = Halaman { rantai, k: &k, f, daftar, objek, kueri, berikut };
    if sah { tampil(&h) } else { tampil_salah(&h) }
}

async fn ekspor(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let hak = pelaku.pembaca_audit()?;
    let saring = saring(&k, &mut formulir(&q), &q);
    let mut semua = audit::daftar(&app.store, &hak, &saring, BATAS_CSV + 1).await?;
    let maks = usize::try_from(BATAS_CSV).unwrap_or(usize::MAX);
    let terpotong = semua.len() > maks;
    semua.truncate(maks);
    let baris = |t: Tampil| {
        let nomor = t.nomor.map(|n| n.to_string()).unwrap_or_default();
        vec![
            t.id.to_string(),
            t.pada.timestamp().to_string(),
            t.oleh.unwrap_or_default(),
            kata::aksi(&t.aksi).map(|kunci| k.s(kunci)).unwrap_or_default(),
            t.aksi,
            t.objek,
            t.objek_id,
            t.nama_objek.unwrap_or_default(),
            nomor,
            t.rincian,
        ]
    };
    let mut baris: Vec<_> = semua.into_iter().map(baris).collect();
    if terpotong {
        let mut tanda = vec![String::new(); 10];
        tanda[0] = k.n("audit-ekspor-terpotong", "batas", BATAS_CSV);
        baris.push(tanda);
    }
    super::impor::berkas_csv(
        "jejak-audit.csv",
        &["id", "waktu_utc", "oleh", "kejadian", "aksi", "objek", "objek_id", "nama_objek", "nomor_segel", "rincian"],
        &baris,
    )
}
