//! The form of one event: `/periode/{periode}/jadwal/baru`, `/periode/{periode}/jadwal/{jadwal}`.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::{Date, DateTime};
use store::{
    StoreError, hak,
    id::{JadwalId, LokusId, PeriodeId},
    lokus,
    periode::Periode,
    persiapan::jadwal::{self, Isi, Jadwal, Jenis},
};

use super::waktu::jam;
use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::{Formulir, di_medan},
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    periode::{PENYELENGGARA, besar},
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/jadwal/baru", PENYELENGGARA, lihat_baru);
    d.post("/periode/{periode}/jadwal/baru", PENYELENGGARA, tambah);
    d.get("/periode/{periode}/jadwal/{jadwal}", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/jadwal/{jadwal}", PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/jadwal/isian.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    f: Formulir,
    /// `None` while it is new.
    jadwal: Option<Jadwal>,
    jenis: Vec<Opsi>,
    lokus: Vec<Opsi>,
    /// Too many units for a list of them.
    banyak: bool,
    bentrok: Option<Bentrok>,
}

impl Halaman<'_> {
    fn bantu_lokus(&self) -> &'static str {
        if self.banyak { "jadwal-untuk-banyak" } else { "jadwal-untuk-bantu" }
    }
}

/// The units to choose from.
async fn pilihan(app: &AppState, p: &Periode, f: &Formulir, banyak: bool) -> Hasil<Vec<Opsi>> {
    let c = app.store.baca();
    let semua = if !banyak {
        lokus::milik_periode(c, p.id).await?
    } else if let Ok(id) = f.nilai("lokus").parse::<LokusId>() {
        let l = lokus::dari_id(c, id).await?;
        if l.periode_id == p.id { vec![l] } else { Vec::new() }
    } else {
        Vec::new()
    };
    Ok(semua.into_iter().map(|l| Opsi::baru(l.id.to_string(), l.unit)).collect())
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, p: &'a Periode, f: Formulir, jadwal: Option<Jadwal>) -> Hasil<Halaman<'a>> {
    // An event of one unit of a large period is begun from the unit's own schedule.
    let banyak = besar(app, p.id).await?;
    Ok(Halaman {
        jenis: Jenis::SEMUA.map(|j| Opsi::baru(j.kunci(), k.s(super::kunci_jenis(j.kunci())))).into(),
        lokus: pilihan(app, p, &f, banyak).await?,
        bentrok: None,
        banyak,
        k,
        p,
        f,
        jadwal,
    })
}

struct Terurai {
    lokus: Option<LokusId>,
    jenis: Jenis,
    mulai: DateTime,
    selesai: DateTime,
}

/// The start, and the end: on the same day when no other is given, at the same time when none is.
fn waktu(f: &mut Formulir) -> Option<(DateTime, DateTime)> {
    let hari = f.urai::<Date>("tanggal", "periode-salah-tanggal");
    let akhir = f.urai_opsional::<Date>("tanggal_selesai", "periode-salah-tanggal").or(hari);
    let mulai = f.jam("jam", "jadwal-salah-jam");
    let selesai = if f.nilai("jam_selesai").trim().is_empty() { mulai } else { f.jam("jam_selesai", "jadwal-salah-jam") };
    let (a, b) = (hari?.to_datetime(mulai?), akhir?.to_datetime(selesai?));
    if b < a {
        f.salahkan("tanggal_selesai", "jadwal-terbalik");
    }
    Some((a, b))
}

fn urai(f: &mut Formulir) -> Option<Terurai> {
    for (medan, maks) in [("judul", 200), ("tempat", 300), ("tautan", 500), ("petugas", 200), ("keterangan", 2000)] {
        f.batasi(medan, maks);
    }
    f.wajib("judul", "jadwal-salah-judul");
    let jenis = Jenis::dari_kunci(f.nilai("jenis"));
    if jenis.is_none() {
        f.salahkan("jenis", "jadwal-salah-jenis");
    }
    let lokus = f.urai_opsional::<LokusId>("lokus", "periode-salah-unit");
    let tautan = f.nilai("tautan").trim().to_owned();
    if !tautan.is_empty() && !tautan.starts_with("https://") && !tautan.starts_with("http://") {
        f.salahkan("tautan", "jadwal-salah-tautan");
    }
    let waktu = waktu(f);
    let (mulai, selesai) = waktu?;
    f.sah().then_some(Terurai { lokus, jenis: jenis?, mulai, selesai })
}

fn isi<'a>(t: &Terurai, f: &'a Formulir) -> Isi<'a> {
    Isi {
        lokus: t.lokus,
        jenis: t.jenis,
        judul: f.nilai("judul"),
        mulai: t.mulai,
        selesai: t.selesai,
        tempat: f.nilai("tempat"),
        tautan: f.nilai("tautan"),
        petugas: f.nilai("petugas"),
        keterangan: f.nilai("keterangan"),
    }
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    lokus: String,
}

async fn lihat_baru(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &hak.periode, Formulir::isi([("op", JadwalId::baru().to_string()), ("lokus", q.lokus)]), None).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    if let Some(t) = urai(&mut f) {
        let op = f.nilai("op").parse().unwrap_or_else(|_| JadwalId::baru());
        match jadwal::tambah(&app.store, &hak, op, &isi(&t, &f)).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/jadwal")).pesan("jadwal-tersimpan").into(),
            Err(e) => di_medan(&mut f, "judul", "periode-unit-sudah", e)?,
        }
    }
    let k = crate::periode::konteks(&app, k, &hak.periode, "persiapan").await?;
    tampil_salah(&halaman(&app, &k, &hak.periode, f, None).await?)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, jadwal)): Jalur<(PeriodeId, JadwalId)>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let j = jadwal::satu(&app.store, &akses.pembaca(), jadwal).await?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "persiapan").await?;
    let (mulai, selesai) = (j.mulai()?, j.selesai()?);
    // As it is asked for: no end where none was given, no day of the end where it is the same, so that the begin can be moved alone.
    let hari_lain = (selesai.date() != mulai.date()).then(|| selesai.date().to_string());
    let jam_selesai = (selesai != mulai).then(|| jam(&k, selesai.time()));
    let f = Formulir::isi([
        ("versi", j.versi.to_string()),
        ("jenis", j.jenis.clone()),
        ("judul", j.judul.clone()),
        ("lokus", j.lokus_id.map(|l| l.to_string()).unwrap_or_default()),
        ("tanggal", mulai.date().to_string()),
        ("jam", jam(&k, mulai.time())),
        ("tanggal_selesai", hari_lain.unwrap_or_default()),
        ("jam_selesai", jam_selesai.unwrap_or_default()),
        ("tempat", j.tempat.clone()),
        ("tautan", j.tautan.clone()),
        ("petugas", j.petugas.clone()),
        ("keterangan", j.keterangan.clone()),
    ]);
    tampil(&halaman(&app, &k, &hak.periode, f, Some(j)).await?)
}

async fn simpan(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, jadwal)): Jalur<(PeriodeId, JadwalId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let k = crate::periode::konteks(&app, k, &hak.periode, "persiapan").await?;
    let mut bentrok = None;
    if f.aksi() == "batal" {
        match jadwal::batalkan(&app.store, &hak, jadwal, f.nilai("alasan")).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/jadwal")).pesan("jadwal-dibatalkan").into(),
            Err(e) => di_medan(&mut f, "alasan", "periode-unit-sudah", e)?,
        }
    } else if let Some(t) = urai(&mut f) {
        let versi = f.nilai("versi").parse().unwrap_or(0);
        match jadwal::ubah(&app.store, &hak, jadwal, versi, &isi(&t, &f)).await {
            Ok(()) => return Alih::ke(format!("/periode/{id}/jadwal")).pesan("jadwal-tersimpan").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => bentrok = Some((versi, oleh, pada)),
            Err(e) => di_medan(&mut f, "judul", "periode-unit-sudah", e)?,
        }
    }
    let kini = jadwal::satu(&app.store, &akses.pembaca(), jadwal).await?;
    let bentrok = match bentrok {
        Some(siapa) => {
            let isi = vec![(k.s("jadwal-acara"), kini.judul.clone()), (k.s("jadwal-kapan"), super::baris(&k, kini.clone())?.kapan)];
            Some(Bentrok::baru(&app, &k, &mut f, siapa, isi).await)
        }
        None => None,
    };
    tampil_salah(&Halaman { bentrok, ..halaman(&app, &k, &hak.periode, f, Some(kini)).await? })
}
