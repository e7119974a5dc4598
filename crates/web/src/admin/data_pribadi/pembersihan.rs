//! `/admin/data-pribadi/pembersihan`: how long data are kept, what the purge would take now, running it, and whether it runs daily.

use askama::Template;
use axum::extract::State;
use store::{
    StoreError,
    id::dari_formulir,
    pdp::{
        self, Jalan,
        retensi::{self, Jenis, Masa},
    },
};

use super::{ADMIN, kata};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    masuk,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

const SINI: &str = "/admin/data-pribadi/pembersihan";

pub fn rute(d: &mut Daftar) {
    d.get("/admin/data-pribadi/pembersihan", ADMIN, lihat);
    d.post("/admin/data-pribadi/pembersihan", ADMIN, ubah);
}

#[derive(Template)]
#[template(path = "admin/data_pribadi/pembersihan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    baris: Vec<(Masa, i64)>,
    harian: bool,
    jalan: Vec<Jalan>,
    jenis: Vec<Opsi>,
}

impl Halaman<'_> {
    #[expect(clippy::unused_self, reason = "called by the template")]
    fn nama(&self, m: &Masa) -> &'static str {
        kata::jenis_retensi(m.jenis)
    }

    fn yakin(&self) -> [Opsi; 1] {
        [Opsi::baru("ya", self.k.s("pdp-yakin-ya"))]
    }

    fn ada(&self) -> bool {
        self.baris.iter().any(|(_, n)| *n > 0)
    }

    fn hitung(&self, j: &Jalan) -> String {
        let semua = j.hitung();
        let satu = |x: &Jenis| semua.get(x.kunci()).map(|n| format!("{}: {n}", self.k.s(kata::jenis_retensi(*x))));
        Jenis::SEMUA.iter().filter_map(satu).collect::<Vec<_>>().join(" · ")
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, mut f: Formulir) -> Hasil<Halaman<'a>> {
    if f.nilai("op").is_empty() {
        f.taruh("op", store::id::baru().to_string());
    }
    let hitung = pdp::hitung(&app.store).await?;
    let baris = retensi::semua(&app.store).await?.into_iter().map(|m| (hitung.get(m.jenis.kunci()).copied().unwrap_or(0), m));
    Ok(Halaman {
        baris: baris.map(|(n, m)| (m, n)).collect(),
        harian: pdp::setiap_hari(&app.store).await?,
        jalan: pdp::jalan_terakhir(&app.store).await?,
        jenis: Jenis::SEMUA.iter().map(|j| Opsi::baru(j.kunci(), k.s(kata::jenis_retensi(*j)))).collect(),
        k,
        f,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang) -> Hasil {
    pelaku.admin()?;
    tampil(&halaman(&app, &k.bantuan("data-pribadi"), Formulir::kosong()).await?)
}

async fn ubah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, mut f: Formulir) -> Hasil {
    let hak = pelaku.admin()?;
    // What is purged does not come back, and fewer days purge more; switching it off takes nothing away.
    if f.aksi() != "mati" && !pelaku.segar(app.store.sekarang()) {
        return masuk::ulang::minta(&app, &k, &f).await;
    }
    let op = dari_formulir(f.nilai("op"));
    match f.aksi().to_owned().as_str() {
        "nyala" | "mati" => {
            pdp::setel_harian(&app.store, &hak, op, f.aksi() == "nyala").await?;
            return Alih::ke(SINI).pesan("pdp-pesan-harian").into();
        }
        "jalankan" if f.dicentang("yakin") => {
            pdp::bersihkan(&app.store, Some(&hak)).await?;
            return Alih::ke(SINI).pesan("pdp-pesan-dibersihkan").into();
        }
        "jalankan" => f.salahkan("yakin", "pdp-yakin-wajib"),
        _ => {
            f.batasi("dasar", 1000);
            let jenis = Jenis::dari_kunci(f.nilai("jenis"));
            if jenis.is_none() {
                f.salahkan("jenis", "pdp-jenis-wajib");
            }
            let hari = f.urai::<i64>("hari", "pdp-hari");
            let dasar = f.wajib("dasar", "alasan-wajib");
            if let (Some(j), Some(h), Some(d), true) = (jenis, hari, dasar, f.sah()) {
                match retensi::tetapkan(&app.store, &hak, op, (j, h), &d).await {
                    Ok(()) => return Alih::ke(SINI).pesan("pdp-pesan-retensi").into(),
                    Err(StoreError::Keadaan(kunci)) => f.salahkan("hari", kunci),
                    Err(e) => return Err(e.into()),
                }
            }
        }
    }
    tampil_salah(&halaman(&app, &k.bantuan("data-pribadi"), f).await?)
}
