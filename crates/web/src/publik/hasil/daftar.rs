//! `/hasil`: published periods, and the search for a unit or an instansi by name.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    diterima::telusur::{self, Serahan},
    penerbitan::{self, SaringTerbitan, Terbitan},
    peringkat::{self, Temuan},
};

use crate::{
    AppState, Error,
    error::Hasil,
    kata::kunci_kelompok,
    konteks::Konteks,
    lembar::{BATAS, Daftar as Bagian, Lembar, lewati, persen},
    publik::{
        instansi::{Entri, semua},
        serahan::unit::{self, Baris},
    },
    rute::{Akses, Daftar},
    tampil::segar,
};

pub fn rute(d: &mut Daftar) {
    d.get("/hasil", Akses::Publik, lihat);
}

/// Instansi found by name on this page; the rest stand under `/instansi`.
const INSTANSI_MAKS: usize = 20;

/// The list of what was handed in has pages of its own.
const SERAHAN: Bagian = Bagian { nama: "s", batas: BATAS };

#[derive(Template)]
#[template(path = "publik/hasil/daftar.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    cari: String,
    tahun: Option<i64>,
    semua_tahun: Vec<i64>,
    terbitan: Vec<Terbitan>,
    lembar: Lembar,
    unit: Vec<Temuan>,
    /// Handed in from other installations and validated, with pages of their own.
    serahan: Vec<Serahan>,
    lembar_serahan: Lembar,
    unit_serahan: Vec<Baris>,
    instansi: Vec<Entri>,
}

impl Halaman<'_> {
    fn skema(&self, t: &Terbitan) -> String {
        self.k.skema_angka(&t.periode.skema)
    }

    fn kelompok(&self, e: &Entri) -> String {
        self.k.s(kunci_kelompok(&e.kelompok))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand values over by reference")]
    fn dipilih(&self, tahun: &i64) -> bool {
        self.tahun == Some(*tahun)
    }

    fn nihil(&self) -> bool {
        self.terbitan.is_empty()
            && self.unit.is_empty()
            && self.instansi.is_empty()
            && self.serahan.is_empty()
            && self.unit_serahan.is_empty()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks, Query(q): Query<Vec<(String, String)>>) -> Hasil {
    let k = k.bantuan("publik");
    let isi = |nama: &str| q.iter().find(|(n, _)| n == nama).map(|(_, v)| v.trim().to_owned()).unwrap_or_default();
    let (cari, tahun) = (isi("cari"), isi("tahun").parse::<i64>().ok());
    let (h, saring) = (isi("h").parse().ok(), SaringTerbitan { cari: &cari, tahun });
    let (terbitan, n) = penerbitan::cari(&app.store, saring, lewati(h), BATAS).await?;
    let hs = isi("s").parse().ok();
    let (serahan, ns) = telusur::terbit(&app.store, &cari, tahun, SERAHAN.lewati(hs), BATAS).await?;
    let semua_tahun = tahun_ada(&app).await?;
    let (mut unit, mut instansi, mut unit_serahan) = (Vec::new(), Vec::new(), Vec::new());
    if !cari.is_empty() {
        unit = peringkat::cari(&app.store, &cari).await?;
        unit.retain(|u| tahun.is_none_or(|x| u.tahun == x));
        unit_serahan = unit::polos(telusur::unit(&app.store, &cari, tahun).await?);
        instansi = semua(&app.store).await?;
        let kecil = cari.to_lowercase();
        instansi.retain(|e| e.nama.to_lowercase().contains(&kecil));
        instansi.truncate(INSTANSI_MAKS);
    }
    let saringan = format!("&cari={}&tahun={}", persen(&cari), tahun.map(|t| t.to_string()).unwrap_or_default());
    let lembar = k.lembar(h, terbitan.len(), n, &saringan);
    let lembar_serahan = k.lembar_lain(&SERAHAN, hs, serahan.len(), ns, &saringan);
    segar(&k, &Halaman { k: &k, cari, tahun, semua_tahun, terbitan, lembar, unit, serahan, lembar_serahan, unit_serahan, instansi })
}

/// Years of what was published here or handed in, the newest first.
async fn tahun_ada(app: &AppState) -> Result<Vec<i64>, Error> {
    let mut semua = penerbitan::tahun(&app.store).await?;
    semua.extend(telusur::tahun(&app.store).await?);
    semua.sort_unstable_by(|a, b| b.cmp(a));
    semua.dedup();
    Ok(semua)
}
