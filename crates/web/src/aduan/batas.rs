//! `/aduan/batas`: the limits to answer that an instansi set for itself, beside the regulation's.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use layanan::pengaduan::{Aturan, Kelas};
use store::{
    StoreError,
    hak::{self, Pelaku, PengaturBatasAduan},
    id::InstansiId,
    instansi::{self, Instansi},
    pengaduan::{self, BatasInstansi, RiwayatBatas},
    peran::Peran,
};
use uuid::Uuid;

use super::{kata, tab::Tab};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    komponen::{Medan, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PENGATUR: Akses = Akses::Peran(&[Peran::Penghubung, Peran::Pembina]);

pub fn rute(d: &mut Daftar) {
    d.get("/aduan/batas", PENGATUR, lihat);
    d.post("/aduan/batas", PENGATUR, ubah);
}

#[derive(serde::Deserialize)]
struct Kueri {
    instansi: Option<InstansiId>,
}

/// One class: the regulation's limit with its source, and what holds today.
struct Baris {
    kelas: String,
    aturan: String,
    sumber: &'static str,
    kini: String,
    dasar: Option<String>,
}

#[derive(Template)]
#[template(path = "aduan/batas.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    tab: Tab<'a>,
    instansi: &'a Instansi,
    lain: Vec<Instansi>,
    baris: Vec<Baris>,
    riwayat: Vec<BatasInstansi>,
    hari_ini: String,
    op: String,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    fn lama(&self, n: i64) -> String {
        self.k.jumlah("pengaduan-n-hari-kerja", n)
    }

    fn akan(&self, b: &BatasInstansi) -> bool {
        b.batal.is_none() && b.berlaku > self.hari_ini
    }

    fn pilih_kelas(&self) -> Medan {
        let a = Aturan::bawaan();
        let bantu = |x: &Kelas| self.k.n("aduan-batas-paling-lama", "lama", crate::publik::pengaduan::batas(self.k, a.untuk(*x).batas));
        let opsi: Vec<Opsi> =
            Kelas::SEMUA.iter().map(|x| Opsi::baru(x.kunci(), self.k.s(kata::kelas(x.kunci()))).bantu(bantu(x))).collect();
        self.f.radio(self.k, "kelas", "aduan-kelas", &opsi).wajib()
    }
}

async fn buka(app: &AppState, pelaku: &Pelaku, q: &Kueri) -> Hasil<(PengaturBatasAduan, Vec<Instansi>)> {
    let semua = hak::instansi_batas(pelaku);
    let pilih = q.instansi.or_else(|| semua.first().copied()).ok_or(Error::TidakBerhak("penghubung"))?;
    let h = hak::batas_aduan(&app.store, pelaku, pilih).await?;
    let mut lain = Vec::new();
    for i in semua.into_iter().filter(|i| *i != pilih) {
        lain.push(instansi::dari_id(&app.store, i).await?);
    }
    Ok((h, lain))
}

fn baris(k: &Konteks, r: &RiwayatBatas, hari: &str) -> Hasil<Vec<Baris>> {
    let (aturan, kini) = (Aturan::bawaan(), r.pada(hari)?);
    let satu = |x: &Kelas| Baris {
        kelas: k.s(kata::kelas(x.kunci())),
        aturan: crate::publik::pengaduan::batas(k, aturan.untuk(*x).batas),
        sumber: aturan.untuk(*x).sumber.teks,
        kini: crate::publik::pengaduan::batas(k, kini.untuk(*x).batas),
        dasar: r.berlaku(*x, hari).map(|b| b.dasar.clone()),
    };
    Ok(Kelas::SEMUA.iter().map(satu).collect())
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, h: &'a PengaturBatasAduan, lain: Vec<Instansi>, f: Formulir) -> Hasil<Halaman<'a>> {
    let r = pengaduan::riwayat_batas(app.store.baca(), h.instansi.id).await?;
    let hari_ini = app.store.sekarang().hari(&h.instansi.zona).to_string();
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string();
    let baris = baris(k, &r, &hari_ini)?;
    Ok(Halaman { k, f, tab: Tab::atas(k, "batas"), instansi: &h.instansi, lain, baris, riwayat: r.semua().to_vec(), hari_ini, op })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>) -> Hasil {
    let (h, lain) = buka(&app, &pelaku, &q).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    tampil(&halaman(&app, &k, &h, lain, Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Query(q): Query<Kueri>, mut f: Formulir) -> Hasil {
    let (h, lain) = buka(&app, &pelaku, &q).await?;
    let k = k.zona(&h.instansi.zona).bantuan("pengaduan");
    let ke = Alih::ke(format!("/aduan/batas?instansi={}", h.instansi.id));
    if let Ok(id) = f.aksi().parse::<Uuid>() {
        match pengaduan::batalkan_batas(&app.store, &h, id).await {
            Ok(()) => return ke.pesan("aduan-batas-dibatalkan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan("berlaku", kunci),
            Err(e) => return Err(e.into()),
        }
        return tampil_salah(&halaman(&app, &k, &h, lain, f).await?);
    }
    let kelas = f.wajib("kelas", "aduan-kelas-wajib").and_then(|x| Kelas::dari_kunci(&x));
    let hari = f.urai::<u32>("hari_kerja", "aduan-batas-angka");
    let berlaku = f.urai::<Date>("berlaku", "aduan-batas-tanggal");
    let dasar = f.wajib("dasar", "aduan-batas-dasar").unwrap_or_default();
    f.batasi("dasar", 300);
    let op = f.nilai("op").parse().unwrap_or_else(|_| store::id::baru());
    if let (Some(kelas), Some(hari), Some(berlaku), true) = (kelas, hari, berlaku, f.sah()) {
        match pengaduan::tetapkan_batas(&app.store, &h, op, kelas, hari, berlaku, &dasar).await {
            Ok(()) => return ke.pesan("aduan-batas-tersimpan").into(),
            Err(StoreError::Keadaan(kunci)) => f.salahkan(medan(kunci), kunci),
            Err(e) => return Err(e.into()),
        }
    }
    tampil_salah(&halaman(&app, &k, &h, lain, f).await?)
}

/// The field that a refusal is about.
fn medan(kunci: &str) -> &'static str {
    match kunci {
        "aduan-batas-lama" | "aduan-batas-nol" => "hari_kerja",
        "aduan-batas-dasar" => "dasar",
        _ => "berlaku",
    }
}
