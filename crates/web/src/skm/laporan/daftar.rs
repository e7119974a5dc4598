//! `/survei/{ronde}/laporan`: versions of the report with their files, whether the figures changed since, and making one
//! (`POST`), with the remarks of respondents that the analyst chose.

use askama::Template;
use axum::extract::State;
use dokumen::xlsx;
use store::{
    berita_acara, hak,
    id::RondeId,
    objek,
    skm::{
        RondeSkm,
        laporan::{self, LaporanBaru, LaporanSkm},
    },
    verifikasi,
};
use uuid::Uuid;

use super::isi::{Kop, susun};
use crate::{
    AppState,
    bahasa::Bahasa,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    skm::{
        PEMBACA, PENGELOLA,
        hasil::{Muatan, muat},
        konteks, kurun,
        tab::Tab,
    },
    tampil::{self, Alih, tampil, tampil_salah},
    unduhan,
};

/// Remarks offered for choosing; the rest is on the page of remarks.
const SARAN_MAKS: usize = 60;

pub fn rute(d: &mut Daftar) {
    d.get("/survei/{ronde}/laporan", PEMBACA, lihat);
    d.post("/survei/{ronde}/laporan", PENGELOLA, buat);
    d.get("/survei/{ronde}/laporan/{laporan}/pdf", PEMBACA, pdf);
    d.get("/survei/{ronde}/laporan/{laporan}/xlsx", PEMBACA, buku);
}

#[derive(Template)]
#[template(path = "skm/laporan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    ronde: &'a RondeSkm,
    semua: Vec<LaporanSkm>,
    /// The newest report no longer says what the counters say.
    basi: bool,
    kosong: bool,
    membuat: bool,
    rencana: usize,
    saran: Vec<Opsi>,
    saran_lebih: usize,
    op: String,
}

impl Halaman<'_> {
    fn kurun(&self) -> String {
        kurun(self.k, self.ronde)
    }

    fn ke_ronde(&self) -> String {
        format!("/survei/{}", self.ronde.id)
    }

    fn ikm(&self, l: &LaporanSkm) -> String {
        self.k.angka(&l.ikm)
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, f: Formulir) -> Hasil<Halaman<'a>> {
    let (c, r) = (app.store.baca(), m.ronde());
    let semua = laporan::daftar(c, r.id).await?;
    let membuat = m.akses.pengelola().is_ok();
    let saran = if membuat { laporan::saran(c, r.id, Uuid::nil()).await? } else { Vec::new() };
    let sumber = laporan::sumber(&m.agregat)?;
    Ok(Halaman {
        basi: semua.first().is_some_and(|l| l.sumber != sumber),
        kosong: m.agregat.pakai.n == 0,
        rencana: store::skm::rtl::daftar(c, r.id).await?.len(),
        saran_lebih: saran.len().saturating_sub(SARAN_MAKS),
        saran: saran.into_iter().take(SARAN_MAKS).map(|s| Opsi::baru(s.id.to_string(), s.saran)).collect(),
        op: f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()).to_string(),
        k,
        f,
        ronde: r,
        semua,
        membuat,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let k = konteks(k, m.ronde());
    tampil(&halaman(&app, &k, &m, Formulir::kosong()).await?)
}

async fn buat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<RondeId>, mut f: Formulir) -> Hasil {
    let m = muat(&app.store, hak::ronde_skm(&app.store, &pelaku, id).await?).await?;
    let hak = m.akses.pengelola()?;
    let mut k = konteks(k, m.ronde());
    for medan in ["nomor", "tempat", "kepala", "pelaksana"] {
        f.batasi(medan, 150);
    }
    if m.agregat.pakai.n == 0 {
        f.salahkan("op", "laporanskm-kosong-isi");
    }
    if !f.sah() {
        return tampil_salah(&halaman(&app, &k, &m, f).await?);
    }
    let (op, ke) = (f.nilai("op").parse().unwrap_or_else(|_| store::id::baru()), Alih::ke(format!("/survei/{id}/laporan")));
    // Pressed twice: the first one stands, and no second PDF is laid out.
    if laporan::dari_id(app.store.baca(), id, op).await.is_ok() {
        return ke.into();
    }
    let semua = laporan::saran(app.store.baca(), id, Uuid::nil()).await?;
    let pilih: Vec<Uuid> = f.semua("saran").filter_map(|s| s.parse().ok()).collect();
    let kop = Kop {
        kode: berita_acara::kode_baru(),
        nomor: f.opsional("nomor"),
        tempat: f.opsional("tempat"),
        kepala: f.opsional("kepala"),
        pelaksana: f.opsional("pelaksana"),
        pada: app.store.sekarang(),
        saran: semua.iter().filter(|s| pilih.contains(&s.id)).map(|s| s.saran.clone()).collect(),
        saran_semua: semua.len(),
    };
    // A document speaks Indonesian, whatever its maker reads.
    k.bahasa = Bahasa::Id;
    let (kode, saran) = (kop.kode.clone(), kop.saran.len());
    let isi = susun(&app, &k, &m, kop).await?;
    let (ikm, mutu) = (isi.hasil.ikm.eksak.clone(), isi.hasil.mutu.clone());
    let xlsx = objek::simpan(&app.store, &xlsx::laporan_skm(&isi)?)?;
    let pdf = objek::simpan(&app.store, &app.pencetak.cetak(isi).await?)?;
    let baru = LaporanBaru { id: op, kode: &kode, pdf: &pdf, xlsx: &xlsx, agregat: &m.agregat, ikm: &ikm, mutu: &mutu, saran };
    laporan::tambah(&app.store, &hak, baru).await?;
    ke.pesan("laporanskm-dibuat").into()
}

async fn pdf(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, versi)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let r = hak::ronde_skm(&app.store, &pelaku, id).await?.ronde;
    let l = laporan::dari_id(app.store.baca(), id, versi).await?;
    Ok(tampil::pdf(objek::baca(&app.store, &l.pdf)?, &format!("laporan-{}.pdf", r.kode)))
}

async fn buku(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, versi)): Jalur<(RondeId, Uuid)>) -> Hasil {
    let r = hak::ronde_skm(&app.store, &pelaku, id).await?.ronde;
    let l = laporan::dari_id(app.store.baca(), id, versi).await?;
    Ok(unduhan::kirim(unduhan::XLSX, &format!("laporan-{}.xlsx", r.kode), objek::baca(&app.store, &l.xlsx)?))
}
