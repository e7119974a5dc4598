//! `/periode/{periode}/metode`: how each unit is evaluated, chosen for many at once.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::{LokusId, PeriodeId},
    periode::{Fase, Periode, alasan_tertutup},
    persiapan::metode::{self, Baris, Cara},
};

use crate::{
    AppState,
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

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/metode", Akses::Masuk, lihat);
    d.post("/periode/{periode}/metode", super::PENYELENGGARA, simpan);
}

#[derive(Template)]
#[template(path = "periode/metode.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    f: Formulir,
    cari: Formulir,
    kelola: bool,
    tutup: Option<&'static str>,
    baris: Vec<Baris>,
    opsi: Vec<Opsi>,
    disaring: bool,
    lembar: Lembar,
}

/// Catalogue key of a way, by its stored name.
pub(crate) fn kunci_cara(cara: &str) -> &'static str {
    match cara {
        "daring" => "persiapan-cara-daring",
        "luring" => "persiapan-cara-luring",
        _ => "persiapan-cara-tidak",
    }
}

/// `pemeriksaan dokumen daring, wawancara tatap muka`, or what says that nothing was chosen.
pub(crate) fn kalimat(k: &Konteks, dokumen: Option<&str>, wawancara: Option<&str>) -> String {
    let satu = |cara: Option<&str>, kunci: &str| {
        let cara = cara.filter(|c| *c != "tidak")?;
        Some(k.n(kunci, "cara", k.s(kunci_cara(cara)).to_lowercase()))
    };
    let bagian: Vec<String> =
        [satu(dokumen, "persiapan-metode-dokumen-isi"), satu(wawancara, "persiapan-metode-wawancara-isi")].into_iter().flatten().collect();
    if bagian.is_empty() { k.s("persiapan-metode-belum") } else { bagian.join(", ") }
}

impl Halaman<'_> {
    fn metode(&self, b: &Baris) -> String {
        kalimat(self.k, b.dokumen.as_deref(), b.wawancara.as_deref())
    }

    fn dipilih(&self, b: &Baris) -> bool {
        let id = b.lokus_id.to_string();
        self.f.semua("lokus").any(|u| u == id)
    }

    fn oleh(&self, b: &Baris) -> String {
        match (&b.nama, &b.pada) {
            (Some(n), Some(w)) => format!("{n}, {}", self.k.waktu(w)),
            _ => String::new(),
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, q: &Cari, f: Formulir) -> Hasil<Halaman<'a>> {
    let (baris, n) = metode::halaman(&app.store, &akses.pembaca(), &q.cari, lewati(q.h), BATAS).await?;
    let opsi = [Cara::Luring, Cara::Daring, Cara::Tidak].map(|c| Opsi::baru(c.kunci(), k.s(kunci_cara(c.kunci())))).into();
    Ok(Halaman {
        lembar: k.lembar(q.h, baris.len(), n, &q.kueri()),
        cari: Formulir::isi([("cari", q.cari.clone())]),
        disaring: !q.cari.is_empty(),
        kelola: akses.penyelenggara().is_ok(),
        tutup: alasan_tertutup(&app.store, akses.periode.id, Fase::Pelaksanaan).await?,
        p: &akses.periode,
        tab: "persiapan",
        k,
        f,
        baris,
        opsi,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, Query(q): Query<Cari>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil(&halaman(&app, &k, &akses, &q, Formulir::isi([("dokumen", "luring"), ("wawancara", "luring")])).await?)
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let lokus: Vec<LokusId> = f.semua("lokus").filter_map(|l| l.parse().ok()).collect();
    if lokus.is_empty() {
        f.salahkan("lokus", "metode-tanpa-lokus");
    }
    f.batasi("catatan", 500);
    let (dokumen, wawancara) = (Cara::dari_kunci(f.nilai("dokumen")), Cara::dari_kunci(f.nilai("wawancara")));
    for (medan, cara) in [("dokumen", dokumen), ("wawancara", wawancara)] {
        if cara.is_none() {
            f.salahkan(medan, if medan == "dokumen" { "persiapan-salah-dokumen" } else { "persiapan-salah-wawancara" });
        }
    }
    if let (Some(d), Some(w), true) = (dokumen, wawancara, f.sah()) {
        match metode::pilih(&app.store, &hak, &lokus, d, w, f.nilai("catatan")).await {
            Ok(()) => {
                let q = Cari::dari(&f);
                let jalur = format!("/periode/{id}/metode?h={}{}", q.h.unwrap_or(1), q.kueri());
                return Alih::ke(jalur).pesan("persiapan-metode-tersimpan").into();
            }
            Err(e) => crate::formulir::di_medan(&mut f, "dokumen", "periode-unit-sudah", e)?,
        }
    }
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let q = Cari::dari(&f);
    tampil_salah(&halaman(&app, &k, &akses, &q, f).await?)
}
