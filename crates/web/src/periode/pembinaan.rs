//! `/periode/{periode}/pembinaan`: coaching and sanctions that follow the evaluation. The organiser records and ends
//! (`_aksi=selesai`, `_aksi=cabut`), the penanggungjawab decides (`_aksi=putuskan`); each on the page of one.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use store::{
    StoreError,
    hak::{self, AksesPeriode},
    id::{PembinaanId, PeriodeId},
    pembinaan::{self, Isi, JENIS, Keputusan, Pembinaan},
    peran::Peran,
    periode::Periode,
};

use super::{PENYELENGGARA, tab::Tab};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    penghargaan::kata as bina,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/pembinaan", Akses::Masuk, lihat);
    d.post("/periode/{periode}/pembinaan", PENYELENGGARA, catat);
    d.get("/periode/{periode}/pembinaan/{pembinaan}", Akses::Masuk, rinci);
    d.post(
        "/periode/{periode}/pembinaan/{pembinaan}",
        Akses::Peran(&[Peran::Penyelenggara, Peran::Nasional, Peran::Penanggungjawab]),
        lanjut,
    );
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    cari: String,
}

/// Units in the choice at once; more are found by name.
const UNIT_MAKS: i64 = 200;

/// Concerns the instansi of the period itself.
const SENDIRI: &str = "-";

#[derive(Template)]
#[template(path = "periode/pembinaan/daftar.html")]
struct Daftarnya<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    daftar: Vec<Pembinaan>,
    unit: Vec<Opsi>,
    jenis: Vec<Opsi>,
    mengatur: bool,
    cari: Formulir,
    /// Why the choice does not hold all units; empty when it does.
    banyak: String,
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesPeriode, cari: String, f: Formulir) -> Hasil<Daftarnya<'a>> {
    let baca = akses.pembaca();
    let mengatur = akses.penyelenggara().is_ok();
    let mut unit = vec![Opsi::baru(SENDIRI, k.s("pembinaan-instansi-sendiri"))];
    let mut banyak = String::new();
    if mengatur {
        let saring = store::lokus::Saring { cari: cari.clone(), ..Default::default() };
        let (semua, n) = store::lokus::halaman(&app.store, &baca, &saring, 0, UNIT_MAKS).await?;
        if n > UNIT_MAKS || !cari.trim().is_empty() {
            banyak = k.a("pembinaan-unit-banyak", [("ada", semua.len().to_string().into()), ("dari", n.to_string().into())]);
        }
        unit.extend(semua.into_iter().map(|l| Opsi::baru(l.id.to_string(), l.unit)));
    }
    let daftar = pembinaan::periode(&app.store, &baca).await?;
    let jenis = JENIS.iter().map(|j| Opsi::baru(*j, k.s(bina::kunci_jenis(j)))).collect();
    let cari = Formulir::isi([("cari", cari)]);
    Ok(Daftarnya { k, f, p: &akses.periode, daftar, unit, jenis, mengatur, cari, banyak })
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "pembinaan").await?;
    let f = Formulir::isi([("op", PembinaanId::baru().to_string()), ("jenis", "pembinaan".into())]);
    tampil(&halaman(&app, &k, &akses, q.cari, f).await?)
}

async fn catat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = super::konteks(&app, k, &akses.periode, "pembinaan").await?;
    for (medan, maks) in [("bentuk", 200), ("alasan", 2000), ("dasar", 1000)] {
        f.batasi(medan, maks);
    }
    let [bentuk, alasan, dasar] = ["bentuk", "alasan", "dasar"].map(|m| f.wajib(m, "pembinaan-salah-wajib").unwrap_or_default());
    let dari = f.urai::<Date>("dari", "periode-salah-tanggal");
    let sampai = f.urai_opsional::<Date>("sampai", "periode-salah-tanggal");
    let lokus = if f.nilai("lokus") == SENDIRI { None } else { f.urai("lokus", "pembinaan-salah-unit") };
    let jenis = JENIS.into_iter().find(|j| *j == f.nilai("jenis"));
    if jenis.is_none() {
        f.salahkan("jenis", "pembinaan-salah-jenis");
    }
    if let Some(jenis) = jenis.filter(|_| f.sah()) {
        let op = f.nilai("op").parse().unwrap_or_else(|_| PembinaanId::baru());
        let isi = Isi { lokus, jenis, bentuk: &bentuk, alasan: &alasan, dasar: &dasar, dari, sampai };
        match pembinaan::catat(&app.store, &hak, op, &isi).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/pembinaan/{op}")).pesan("pembinaan-pesan-dicatat").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(if kunci == "pembinaan-tanggal-terbalik" { "sampai" } else { "bentuk" }, kunci),
            Err(e) => return Err(e.into()),
        }
    }
    let cari = f.nilai("cari").to_owned();
    tampil_salah(&halaman(&app, &k, &akses, cari, f).await?)
}

#[derive(Template)]
#[template(path = "periode/pembinaan/rinci.html")]
struct Rinci<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    m: Pembinaan,
    mengatur: bool,
    memutus: bool,
    terbuka: Vec<Opsi>,
}

impl Rinci<'_> {
    fn hari(&self, tanggal: &str) -> String {
        self.k.hari(tanggal)
    }
}

async fn satu<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesPeriode, id: PembinaanId, f: Formulir) -> Hasil<Rinci<'a>> {
    Ok(Rinci {
        m: pembinaan::satu(&app.store, &akses.pembaca(), id).await?,
        p: &akses.periode,
        mengatur: akses.penyelenggara().is_ok(),
        memutus: akses.penanggungjawab().is_ok(),
        terbuka: vec![Opsi::baru("terbatas", k.s("pembinaan-terbatas")), Opsi::baru("umum", k.s("pembinaan-umum"))],
        k,
        f,
    })
}

async fn rinci(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, m)): Jalur<(PeriodeId, PembinaanId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "pembinaan").await?;
    tampil(&satu(&app, &k, &akses, m, Formulir::isi([("keterbukaan", "terbatas")])).await?)
}

async fn lanjut(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, m)): Jalur<(PeriodeId, PembinaanId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "pembinaan").await?;
    let (hasil, medan) = if f.aksi() == "putuskan" {
        let hak = akses.penanggungjawab()?;
        for (n, maks) in [("nomor", 120), ("pejabat", 200)] {
            f.batasi(n, maks);
        }
        let [nomor, pejabat] = ["nomor", "pejabat"].map(|n| f.wajib(n, "pembinaan-salah-wajib").unwrap_or_default());
        let tanggal = f.urai::<Date>("tanggal", "periode-salah-tanggal").map(|t| t.to_string()).unwrap_or_default();
        let keputusan = Keputusan { nomor: &nomor, tanggal: &tanggal, pejabat: &pejabat, umum: f.nilai("keterbukaan") == "umum" };
        let hasil = if f.sah() { Some(pembinaan::putuskan(&app.store, &hak, m, keputusan).await) } else { None };
        (hasil, "nomor")
    } else {
        let hak = akses.penyelenggara()?;
        let cabut = f.aksi() == "cabut";
        f.batasi("alasan", 2000);
        let alasan = f.wajib("alasan", "alasan-wajib").unwrap_or_default();
        (if f.sah() { Some(pembinaan::akhiri(&app.store, &hak, m, cabut, &alasan).await) } else { None }, "alasan")
    };
    match hasil {
        Some(Ok(())) => return Alih::ke(format!("/periode/{id}/pembinaan/{m}")).pesan("pembinaan-pesan-disimpan").into(),
        Some(Err(StoreError::Keadaan(kunci))) => f.salahkan(medan, kunci),
        Some(Err(e)) => return Err(e.into()),
        None => {}
    }
    tampil_salah(&satu(&app, &k, &akses, m, f).await?)
}
