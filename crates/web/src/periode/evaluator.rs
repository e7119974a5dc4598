//! `/periode/{periode}/evaluator`: who evaluates which lokus; proposals by the organiser, endings by the Penanggungjawab.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    hak,
    id::{AkunId, LokusId, PenugasanId, PeriodeId},
    lokus::{self, Saring},
    penugasan::{self, Penugasan},
    peran::Peran,
    periode::{Fase, Periode, alasan_tertutup},
};

use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    lembar::{BATAS, Cari, Lembar, lewati},
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::{Alih, tampil, tampil_salah},
};

const PENANGGUNGJAWAB: Akses = Akses::Peran(&[Peran::Penanggungjawab]);

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/evaluator", Akses::Masuk, lihat);
    d.post("/periode/{periode}/evaluator", super::PENYELENGGARA, usulkan);
    d.post("/periode/{periode}/evaluator/{penugasan}", super::PENYELENGGARA, tarik);
    d.get("/periode/{periode}/evaluator/{penugasan}/akhir", PENANGGUNGJAWAB, lihat_akhir);
    d.post("/periode/{periode}/evaluator/{penugasan}/akhir", PENANGGUNGJAWAB, akhiri);
}

#[derive(Template)]
#[template(path = "periode/evaluator.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    tab: &'static str,
    kelola: bool,
    menetapkan: bool,
    /// Why nobody can be proposed or replaced now.
    tutup: Option<&'static str>,
    /// Why no lokus can be added now.
    persiapan: Option<&'static str>,
    daftar: Vec<Penugasan>,
    calon: Vec<Opsi>,
    lokus: Vec<Opsi>,
    menunggu: i64,
    cari: Formulir,
    disaring: bool,
    lembar: Lembar,
    /// Units that the choice shows, and how many there are.
    lokus_semua: usize,
}

/// Units in the choice at once; more are found by name.
const LOKUS_MAKS: usize = 50;

impl Halaman<'_> {
    fn tambah(&self) -> String {
        format!("/periode/{}/lokus/baru", self.p.id)
    }

    /// Whoever organises or appoints is told that somebody on this page has to be replaced.
    fn berbenturan(&self) -> bool {
        (self.kelola || self.menetapkan) && self.daftar.iter().any(Penugasan::berbenturan)
    }

    fn banyak(&self) -> String {
        if self.lokus.len() == self.lokus_semua {
            return self.k.s("periode-usul-lokus-bantu");
        }
        let n = |n: usize| n.to_string().into();
        self.k.a("periode-usul-lokus-banyak", [("ada", n(self.lokus.len())), ("dari", n(self.lokus_semua))])
    }

    fn keadaan(&self, g: &Penugasan) -> (&'static str, Nada) {
        match (&g.akhir, &g.sk_id) {
            (Some(_), _) => ("periode-evaluator-berakhir", Nada::Netral),
            (None, Some(_)) => ("periode-evaluator-ditetapkan", Nada::Baik),
            (None, None) => ("periode-evaluator-diusulkan", Nada::Perhatian),
        }
    }
}

async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a hak::AksesPeriode, q: Cari, f: Formulir) -> Hasil<Halaman<'a>> {
    let baca = akses.pembaca();
    let menunggu = penugasan::jumlah_usulan(&app.store, &baca).await?;
    let (mut calon, mut lokus, mut lokus_semua) = (Vec::new(), Vec::new(), 0);
    if let Ok(hak) = akses.penyelenggara() {
        calon = penugasan::calon(&app.store, &hak)
            .await?
            .into_iter()
            .map(|c| Opsi::baru(c.id.to_string(), k.a("periode-calon", [("nama", c.nama.into()), ("beban", c.beban.to_string().into())])))
            .collect();
        (lokus, lokus_semua) = pilihan_lokus(app, &baca, &q.cari).await?;
    }
    let (daftar, n) = penugasan::halaman(&app.store, &baca, &q.cari, lewati(q.h), BATAS).await?;
    Ok(Halaman {
        k,
        f,
        p: &akses.periode,
        tab: "evaluator",
        kelola: akses.penyelenggara().is_ok(),
        menetapkan: akses.penanggungjawab().is_ok(),
        tutup: alasan_tertutup(&app.store, akses.periode.id, Fase::Pelaksanaan).await?,
        persiapan: alasan_tertutup(&app.store, akses.periode.id, Fase::Persiapan).await?,
        lembar: k.lembar(q.h, daftar.len(), n, &q.kueri()),
        daftar,
        calon,
        lokus,
        menunggu,
        disaring: !q.cari.trim().is_empty(),
        cari: Formulir::isi([("cari", q.cari)]),
        lokus_semua,
    })
}

/// Units to tick, with who evaluates each already.
async fn pilihan_lokus(app: &AppState, baca: &hak::PembacaPeriode, cari: &str) -> Hasil<(Vec<Opsi>, usize)> {
    let saring = Saring { cari: cari.to_owned(), ..Saring::default() };
    let maks = i64::try_from(LOKUS_MAKS).unwrap_or(50);
    let (mut lokus, mut n) = lokus::halaman(&app.store, baca, &saring, 0, maks).await?;
    if lokus.is_empty() {
        // The words were for an evaluator.
        (lokus, n) = lokus::halaman(&app.store, baca, &Saring::default(), 0, maks).await?;
    }
    let id: Vec<LokusId> = lokus.iter().map(|l| l.id).collect();
    let hidup = penugasan::hidup(&app.store, &id).await?;
    let opsi = lokus.into_iter().map(|l| {
        let nama: Vec<&str> = hidup.iter().filter(|g| g.lokus_id == l.id).map(|g| g.nama.as_str()).collect();
        let o = Opsi::baru(l.id.to_string(), l.unit);
        if nama.is_empty() { o } else { o.bantu(nama.join(", ")) }
    });
    Ok((opsi.collect(), usize::try_from(n).unwrap_or(usize::MAX)))
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, Query(q): Query<Cari>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
    tampil(&halaman(&app, &k, &akses, q, Formulir::kosong()).await?)
}

async fn usulkan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let akun = f.urai::<AkunId>("akun", "periode-salah-evaluator");
    let lokus: Vec<LokusId> = f.semua("lokus").filter_map(|l| l.parse().ok()).collect();
    if lokus.is_empty() {
        f.salahkan("lokus", "periode-salah-lokus");
    }
    if let Some(akun) = akun.filter(|_| f.sah()) {
        match penugasan::usulkan(&app.store, &hak, akun, &lokus).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/evaluator")).pesan("periode-evaluator-terusul").into(),
            Err(e) => crate::formulir::di_medan(&mut f, "akun", "periode-salah-evaluator", e)?,
        }
    }
    let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
    let q = Cari::dari(&f);
    tampil_salah(&halaman(&app, &k, &akses, q, f).await?)
}

async fn tarik(State(app): State<AppState>, Orang(pelaku): Orang, Jalur((id, g)): Jalur<(PeriodeId, PenugasanId)>) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    penugasan::tarik(&app.store, &hak, g).await?;
    Alih::ke(format!("/periode/{id}/evaluator")).pesan("periode-evaluator-ditarik").into()
}

#[derive(Template)]
#[template(path = "periode/akhir.html")]
struct Akhir<'a> {
    k: &'a Konteks,
    f: Formulir,
    p: &'a Periode,
    g: Penugasan,
}

async fn satu(app: &AppState, hak: &hak::AksesPeriode, g: PenugasanId) -> Hasil<Penugasan> {
    Some(penugasan::satu(&app.store, &hak.pembaca(), g).await?).filter(|x| x.sk_id.is_some()).ok_or(Error::TidakAda)
}

async fn lihat_akhir(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g)): Jalur<(PeriodeId, PenugasanId)>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    akses.penanggungjawab()?;
    let g = satu(&app, &akses, g).await?;
    let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
    tampil(&Akhir { k: &k, f: Formulir::kosong(), p: &akses.periode, g })
}

async fn akhiri(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur((id, g)): Jalur<(PeriodeId, PenugasanId)>,
    mut f: Formulir,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penanggungjawab()?;
    f.batasi("alasan", 1000);
    let Some(alasan) = f.wajib("alasan", "alasan-wajib").filter(|_| f.sah()) else {
        let g = satu(&app, &akses, g).await?;
        let k = super::konteks(&app, k, &akses.periode, "evaluator").await?;
        return tampil_salah(&Akhir { k: &k, f, p: &akses.periode, g });
    };
    penugasan::akhiri(&app.store, &hak, g, &alasan).await?;
    Alih::ke(format!("/periode/{id}/evaluator")).pesan("periode-evaluator-diakhiri").into()
}
