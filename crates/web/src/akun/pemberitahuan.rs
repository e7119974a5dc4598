//! `/akun/pemberitahuan`: how a person wants to be told of each kind, and whether the daily digest comes at all. The program itself
//! always shows a notice.

use askama::Template;
use axum::extract::State;
use store::pemberitahuan::{
    Cara,
    cara::{self, Pilihan, RINGKASAN},
    jenis::{self, Jenis, Kelompok},
};

use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    pemberitahuan::teks,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/akun/pemberitahuan", Akses::Masuk, lihat);
    d.post("/akun/pemberitahuan", Akses::Masuk, simpan);
}

const CARA: [(Cara, &str); 3] =
    [(Cara::Program, "lonceng-cara-program"), (Cara::Ringkasan, "lonceng-cara-ringkasan"), (Cara::Surel, "lonceng-cara-surel")];

struct Pilih {
    nilai: &'static str,
    label: String,
    dipilih: bool,
}

struct Baris {
    nama: String,
    kunci: &'static str,
    opsi: Vec<Pilih>,
}

struct Bagian {
    judul: &'static str,
    baris: Vec<Baris>,
}

#[derive(Template)]
#[template(path = "akun/pemberitahuan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    surel: &'a str,
    hidup: bool,
    ringkasan: bool,
    bagian: Vec<Bagian>,
}

fn judul(kelompok: Kelompok) -> &'static str {
    match kelompok {
        Kelompok::Persiapan => "lonceng-bagian-persiapan",
        Kelompok::F01 => "lonceng-bagian-isian",
        Kelompok::F02 => "lonceng-bagian-penilaian",
        Kelompok::Hasil => "lonceng-bagian-hasil",
        Kelompok::TindakLanjut => "lonceng-bagian-tindak-lanjut",
        Kelompok::Survei => "lonceng-bagian-survei",
        Kelompok::Layanan => "lonceng-bagian-layanan",
        Kelompok::Aduan => "lonceng-bagian-aduan",
        Kelompok::Akun => "lonceng-bagian-akun",
    }
}

fn halaman<'a>(app: &AppState, k: &'a Konteks, surel: &'a str, pilihan: &Pilihan, f: Formulir) -> Halaman<'a> {
    let baris = |j: &Jenis| {
        let kini = pilihan.untuk(j.kunci);
        let opsi = CARA.into_iter().map(|(c, label)| Pilih { nilai: c.kunci(), label: k.s(label), dipilih: c == kini });
        Baris { nama: teks::nama(k.bahasa, j.kunci), kunci: j.kunci, opsi: opsi.collect() }
    };
    let bagian = Kelompok::SEMUA
        .into_iter()
        .map(|g| Bagian { judul: judul(g), baris: jenis::SEMUA.iter().filter(|j| j.kelompok == g).map(baris).collect() });
    Halaman { k, f, surel, hidup: app.surat.hidup(), ringkasan: pilihan.ringkasan(), bagian: bagian.collect() }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    let pilihan = cara::milik(&app.store, pelaku.akun).await?;
    let k = k.bantuan("pemberitahuan");
    tampil(&halaman(&app, &k, &pelaku.surel, &pilihan, Formulir::kosong()))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let mut baru = vec![(RINGKASAN, if f.dicentang(RINGKASAN) { Cara::Ringkasan } else { Cara::Program })];
    for j in jenis::SEMUA {
        match Cara::dari_kunci(f.nilai(j.kunci)) {
            Some(c) => baru.push((j.kunci, c)),
            None => f.salahkan(j.kunci, "lonceng-cara-wajib"),
        }
    }
    if !f.sah() {
        let pilihan = cara::milik(&app.store, pelaku.akun).await?;
        return tampil_salah(&halaman(&app, &k, &pelaku.surel, &pilihan, f));
    }
    cara::pilih(&app.store, &pelaku, &baru).await?;
    Alih::ke("/akun/pemberitahuan").pesan("lonceng-tersimpan").into()
}
