//! `/periode/{periode}/anggaran`: budget lines with what was planned, spent and left; the same as a workbook.

mod rinci;

use askama::Template;
use axum::extract::State;
use dokumen::xlsx::{Kolom, LembarTabel, Sel, buku_xlsx};
use store::{
    hak,
    id::{AnggaranId, PeriodeId},
    periode::Periode,
    persiapan::anggaran::{self, Anggaran, Isi, Jumlah},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    konteks::{Hitungan, Konteks},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
    unduhan,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/anggaran", Akses::Masuk, lihat);
    d.post("/periode/{periode}/anggaran", super::PENYELENGGARA, tambah);
    d.get("/periode/{periode}/anggaran/unduhan", Akses::Masuk, unduh);
    rinci::rute(d);
}

#[derive(Template)]
#[template(path = "periode/anggaran/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    f: Formulir,
    kelola: bool,
    baris: Vec<Anggaran>,
    jumlah: Jumlah,
}

impl Halaman<'_> {
    fn rp(&self, n: impl Hitungan) -> String {
        self.k.rupiah(n.hitungan())
    }

    fn volume(&self, a: &Anggaran) -> String {
        format!("{} {}", self.k.angka(a.volume.to_string()), a.satuan)
    }
}

/// Digits, with or without thousands separators and `Rp`.
pub(super) fn urai_rupiah(f: &mut Formulir, medan: &str) -> Option<i64> {
    let bersih: String = f.nilai(medan).trim().trim_start_matches("Rp").chars().filter(|c| !matches!(c, '.' | ' ' | ',')).collect();
    let angka = bersih.parse::<i64>().ok().filter(|n| *n > 0);
    if angka.is_none() || f.nilai(medan).contains(',') {
        f.salahkan(medan, "anggaran-salah-angka");
        return None;
    }
    angka
}

pub(super) struct Terurai {
    rekening: String,
    uraian: String,
    volume: i64,
    satuan: String,
    harga: i64,
}

impl Terurai {
    pub(super) fn isi(&self) -> Isi<'_> {
        Isi { rekening: &self.rekening, uraian: &self.uraian, volume: self.volume, satuan: &self.satuan, harga: self.harga }
    }
}

pub(super) fn urai(f: &mut Formulir) -> Option<Terurai> {
    for (m, maks) in [("rekening", 60), ("uraian", 300), ("satuan", 40)] {
        f.batasi(m, maks);
    }
    let (rekening, uraian, satuan) =
        (f.wajib("rekening", "anggaran-salah-isi"), f.wajib("uraian", "anggaran-salah-isi"), f.wajib("satuan", "anggaran-salah-isi"));
    let (volume, harga) = (urai_rupiah(f, "volume"), urai_rupiah(f, "harga"));
    f.sah().then_some(Terurai { rekening: rekening?, uraian: uraian?, volume: volume?, satuan: satuan?, harga: harga? })
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, f: Formulir) -> Hasil<Halaman<'a>> {
    let baris = anggaran::daftar(&app.store, &akses.pembaca()).await?;
    Ok(Halaman { kelola: akses.penyelenggara().is_ok(), jumlah: Jumlah::dari(&baris), p: &akses.periode, tab: "persiapan", k, f, baris })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &akses, Formulir::isi([("op", AnggaranId::baru().to_string())])).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    if let Some(t) = urai(&mut f) {
        let op = f.nilai("op").parse().unwrap_or_else(|_| AnggaranId::baru());
        match anggaran::tambah(&app.store, &hak, op, t.isi()).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/anggaran")).pesan("anggaran-tersimpan").into(),
            Err(e) => crate::formulir::di_medan(&mut f, "harga", "periode-unit-sudah", e)?,
        }
    }
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil_salah(&halaman(&app, &k, &akses, f).await?)
}

async fn unduh(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let semua = anggaran::daftar(&app.store, &akses.pembaca()).await?;
    let kolom = [
        ("anggaran-rekening", 22.0),
        ("anggaran-uraian", 48.0),
        ("anggaran-volume", 10.0),
        ("anggaran-satuan", 16.0),
        ("anggaran-harga", 18.0),
        ("anggaran-jumlah-label", 20.0),
        ("anggaran-terpakai-label", 20.0),
        ("anggaran-sisa", 20.0),
    ];
    let mut baris: Vec<Vec<Sel>> = semua
        .iter()
        .map(|a| {
            let n = |n| Sel::Bulat(n);
            vec![
                (&a.rekening).into(),
                (&a.uraian).into(),
                n(a.volume),
                (&a.satuan).into(),
                n(a.harga),
                n(a.jumlah()),
                n(a.terpakai),
                n(a.sisa()),
            ]
        })
        .collect();
    let j = Jumlah::dari(&semua);
    let judul = Sel::Judul(k.s("anggaran-total"));
    let kosong = || Sel::Kosong;
    baris.push(vec![judul, kosong(), kosong(), kosong(), kosong(), Sel::Bulat(j.rencana), Sel::Bulat(j.terpakai), Sel::Bulat(j.sisa())]);
    let lembar = LembarTabel {
        nama: k.s("anggaran-judul"),
        judul: format!("{} – {}", k.s("anggaran-judul"), akses.periode.nama),
        catatan: vec![k.s("anggaran-satuan-rupiah")],
        kolom: kolom.iter().map(|(kunci, lebar)| Kolom::new(k.s(kunci), *lebar)).collect(),
        baris,
    };
    let isi = buku_xlsx(&lembar.judul, k.ilustrasi, std::slice::from_ref(&lembar))?;
    Ok(unduhan::kirim(unduhan::XLSX, &format!("anggaran-{}.xlsx", akses.periode.kode), isi))
}
