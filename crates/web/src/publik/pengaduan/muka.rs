//! `/pengaduan`: what can be reported here, where an emergency goes, within which days one is answered, and to whom to write.

use askama::Template;
use axum::extract::{Query, State};
use layanan::{
    Batas, Satuan, Sumber,
    pengaduan::{Aturan, BATAS_LAIN},
};
use store::{
    instansi::Instansi,
    layanan::katalog,
    pengaduan::{self, Umum},
};

use super::{konteks, tujuan, tujuan::Kueri};
use crate::{
    AppState,
    aduan::kata,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};

/// Public summaries on the page.
const UMUM: i64 = 5;

pub fn rute(d: &mut Daftar) {
    d.get("/pengaduan", Akses::Publik, lihat);
}

/// A limit in words.
pub(crate) fn batas(k: &Konteks, b: Batas) -> String {
    let kunci = match b.satuan {
        Satuan::HariKerja => "pengaduan-n-hari-kerja",
        Satuan::Hari => "pengaduan-n-hari",
        Satuan::Bulan => "pengaduan-n-bulan",
    };
    k.jumlah(kunci, i64::from(b.jumlah))
}

/// How sure a limit is.
pub(super) fn yakin(s: &Sumber) -> &'static str {
    use layanan::KepastianSumber as Y;
    match s.kepastian {
        Y::Kuat => "pengaduan-yakin-kuat",
        Y::SatuSumber => "pengaduan-yakin-satu",
        Y::Lemah => "pengaduan-yakin-lemah",
        Y::Ingatan => "pengaduan-yakin-ingatan",
        Y::Usulan => "pengaduan-yakin-usulan",
    }
}

/// Name, limit, source, how sure.
pub(super) fn batas_kelas(k: &Konteks, a: &Aturan) -> Vec<(String, String, &'static str, &'static str)> {
    let kelas = a.kelas.iter().map(|x| (k.s(kata::kelas(x.kelas.kunci())), batas(k, x.batas), x.sumber.teks, yakin(&x.sumber)));
    let lain = [
        ("pengaduan-batas-verifikasi", a.verifikasi),
        ("pengaduan-batas-lengkapi", a.melengkapi),
        ("pengaduan-batas-tanggapan", a.tanggapan),
    ];
    let lain = lain.into_iter().map(|(n, b)| (k.s(n), batas(k, b.batas), b.sumber.teks, yakin(&b.sumber)));
    let perpres = BATAS_LAIN.iter().take(1).map(|b| (k.s("pengaduan-batas-perpres"), batas(k, b.batas), b.sumber.teks, yakin(&b.sumber)));
    kelas.chain(lain).chain(perpres).collect()
}

#[derive(Template)]
#[template(path = "publik/pengaduan/muka.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    q: &'a str,
    temuan: Vec<(String, String, String)>,
    instansi: Vec<Instansi>,
    batas: Vec<(String, String, &'static str, &'static str)>,
    umum: Vec<Umum>,
}

impl Halaman<'_> {
    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Kueri>) -> Hasil {
    let tanya: String = q.q.trim().chars().take(layanan::cari::TANYA_MAKS).collect();
    let temuan = if tanya.is_empty() { Vec::new() } else { tujuan::temuan(&*katalog(&app.store).await?, &tanya, "/pengaduan/baru") };
    let umum = pengaduan::terbaru(&app.store, UMUM).await?;
    let k = konteks(k, umum.iter().any(|u| u.ilustrasi == 1), app.konfig.zona.nama());
    let instansi = pengaduan::penerima(&app.store).await?;
    let batas = batas_kelas(&k, &Aturan::bawaan());
    segar(&k, &Halaman { k: &k, q: &tanya, temuan, instansi, batas, umum })
}
