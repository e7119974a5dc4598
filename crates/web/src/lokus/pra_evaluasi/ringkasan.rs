//! `/lokus/{lokus}/pra-evaluasi`: where the check stands, what changed since it was returned, all remarks; the team accepts
//! or returns the submission (`POST` with `_aksi`).

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use pekppp::Indikator;
use store::{
    StoreError,
    id::{LokusId, PengirimanId},
    peran::Peran,
    pra::{self, Catatan, Keadaan, Putusan},
};

use super::{beda::Beda, muatan::Muatan};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Lencana, Nada},
    konteks::Konteks,
    lokus::hak_jawab::ringkasan::ragu,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

/// Working days that the form proposes for a repair. Our choice; the team decides each time.
const HARI: &str = "5";

pub fn rute(d: &mut Daftar) {
    d.get("/lokus/{lokus}/pra-evaluasi", Akses::Masuk, lihat);
    d.post("/lokus/{lokus}/pra-evaluasi", Akses::Peran(&[Peran::Evaluator]), putuskan);
}

/// One aspect with its progress.
struct Bagian<'a> {
    kunci: String,
    judul: String,
    indikator: &'a [Indikator],
    diperiksa: usize,
}

#[derive(Template)]
#[template(path = "lokus/pra_evaluasi/ringkasan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Muatan,
    bagian: Vec<Bagian<'a>>,
    beda: Vec<(&'a Indikator, Beda<'a>)>,
    hari: Date,
}

impl Halaman<'_> {
    fn lencana(&self) -> Lencana {
        let (nada, kunci) = match &self.m.keadaan {
            Keadaan::BelumDikirim => (Nada::Netral, "pra-keadaan-belum"),
            Keadaan::Diterima(..) => (Nada::Baik, "pra-keadaan-diterima"),
            _ if self.m.beku => (Nada::Netral, "pra-keadaan-selesai"),
            Keadaan::Diperiksa(..) => (Nada::Info, "pra-keadaan-diperiksa"),
            Keadaan::Dikembalikan(_) => (Nada::Perhatian, "pra-keadaan-dikembalikan"),
        };
        self.k.lencana(nada, kunci)
    }

    fn lencana_indikator(&self, kode: &str) -> Option<Lencana> {
        let c = self.m.catatan.get(kode)?;
        Some(if c.perbaiki() { self.k.lencana(Nada::Perhatian, "pra-perbaiki") } else { self.k.lencana(Nada::Baik, "pra-sesuai") })
    }

    fn kalimat(&self, p: &Putusan) -> String {
        let kunci = if p.kembali() { "pra-dikembalikan-oleh" } else { "pra-diterima-oleh" };
        self.k.a(
            kunci,
            [
                ("nomor", p.nomor.to_string().into()),
                ("nama", p.nama.clone().into()),
                ("pada", self.k.waktu(&p.pada).into()),
                ("tenggat", tenggat(self.k, p).into()),
            ],
        )
    }

    fn ragu(&self, p: &Putusan) -> Option<String> {
        ragu(self.k, &p.tenggat_catatan)
    }

    fn terlambat(&self, p: &Putusan) -> bool {
        p.jatuh().ok().flatten().is_some_and(|t| t < self.hari)
    }

    fn kembali(&self) -> Option<&Putusan> {
        if let (Keadaan::Dikembalikan(p), false) = (&self.m.keadaan, self.m.beku) { Some(p) } else { None }
    }

    fn perbaiki(&self) -> usize {
        self.m.hitung().1
    }

    fn diperiksa(&self) -> usize {
        self.m.hitung().0
    }

    /// Indicators that were asked to be repaired and came back unchanged: section, indicator, remark.
    fn tetap(&self) -> Vec<(&str, &Indikator, &Catatan)> {
        let mut semua = Vec::new();
        for g in &self.bagian {
            semua.extend(g.indikator.iter().filter_map(|i| Some((g.kunci.as_str(), i, self.m.tetap(&i.kode)?))));
        }
        semua
    }

    fn semua(&self) -> usize {
        self.m.edisi.semua_indikator().count()
    }
}

/// The last day in words; empty when there is none.
pub fn tenggat(k: &Konteks, p: &Putusan) -> String {
    p.jatuh().ok().flatten().map(|t| k.tanggal(&t)).unwrap_or_default()
}

fn halaman<'a>(app: &AppState, k: &'a Konteks, m: &'a Muatan, mut f: Formulir) -> Halaman<'a> {
    if f.nilai("hari").is_empty() {
        f.ganti("hari", HARI);
    }
    let bagian = m
        .bagian(k)
        .into_iter()
        .map(|(kunci, judul, indikator)| Bagian {
            diperiksa: indikator.iter().filter(|i| m.catatan.contains_key(&i.kode)).count(),
            kunci,
            judul,
            indikator,
        })
        .collect();
    let beda = m.beda.iter().filter_map(|b| m.edisi.cari_indikator(&b.kode).map(|i| (i, Beda::baru(k, i, b)))).collect();
    Halaman { hari: app.store.sekarang().hari(&m.lokus().zona), k, f, m, bagian, beda }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let k = m.konteks(k);
    tampil(&halaman(&app, &k, &m, Formulir::kosong()))
}

async fn putuskan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let m = Muatan::baca(&app, &pelaku, id).await?;
    let hak = m.akses.evaluator()?;
    let k = m.konteks(k);
    f.batasi("catatan", pra::CATATAN_MAKS);
    let pengiriman = f.urai::<PengirimanId>("pengiriman", "umum-wajib");
    let ke = Alih::ke(format!("/lokus/{id}/pra-evaluasi"));
    if f.aksi() == "kembali" {
        let hari = f.urai::<i64>("hari", "tenggat-hari-di-luar");
        if let (Some(p), Some(hari), true) = (pengiriman, hari, f.sah()) {
            match pra::kembalikan(&app.store, &hak, p, f.nilai("catatan"), hari).await {
                Ok(_) => return ke.pesan("pra-dikembalikan-pesan").into(),
                Err(StoreError::Keadaan("tenggat-hari-di-luar")) => f.salahkan("hari", "tenggat-hari-di-luar"),
                Err(StoreError::Keadaan(sebab @ ("pra-tanpa-perbaikan" | "pra-f02-selesai"))) => f.salahkan("catatan", sebab),
                Err(e) => return Err(e.into()),
            }
        }
    } else if let (Some(p), true) = (pengiriman, f.sah()) {
        pra::terima(&app.store, &hak, p, f.nilai("catatan")).await?;
        return ke.pesan("pra-diterima-pesan").into();
    }
    tampil_salah(&halaman(&app, &k, &m, f))
}
