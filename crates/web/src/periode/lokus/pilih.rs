//! `/periode/{periode}/lokus/pilih`: choosing many unit lokus from the register, with what is known of each from before.

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError, hak,
    id::{InstansiId, PeriodeId, UnitId},
    lokus::LokusIsi,
    periode::{self, Periode},
    persiapan::pilih::{self, Cakupan, Calon, Pilihan, Saring, Terakhir},
};

use super::{super::PENYELENGGARA, SARAN};
use crate::{
    AppState,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    lembar::{self, BATAS, Lembar, lewati},
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/lokus/pilih", PENYELENGGARA, lihat);
    d.post("/periode/{periode}/lokus/pilih", PENYELENGGARA, tambah);
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Kueri {
    h: Option<i64>,
    cari: String,
    jenis: String,
    induk: String,
    instansi: String,
    lingkup: String,
    terakhir: String,
}

impl Kueri {
    fn dari(f: &Formulir) -> Self {
        let n = |m: &str| f.nilai(m).to_owned();
        let (cari, jenis, induk, instansi) = (n("cari"), n("jenis"), n("induk"), n("instansi"));
        Self { h: f.nilai("h").parse().ok(), cari, jenis, induk, instansi, lingkup: n("lingkup"), terakhir: n("terakhir") }
    }

    fn saring(&self) -> Saring {
        Saring {
            cari: self.cari.clone(),
            jenis: self.jenis.clone(),
            induk: self.induk.parse::<UnitId>().ok(),
            instansi: self.instansi.parse::<InstansiId>().ok(),
            cakupan: self.lingkup.clone(),
            terakhir: Terakhir::dari_kunci(&self.terakhir),
        }
    }

    fn pasangan(&self) -> [(&'static str, &str); 6] {
        [
            ("cari", &self.cari),
            ("jenis", &self.jenis),
            ("induk", &self.induk),
            ("instansi", &self.instansi),
            ("lingkup", &self.lingkup),
            ("terakhir", &self.terakhir),
        ]
    }

    /// The filters as the end of an address, encoded.
    fn teks(&self) -> String {
        lembar::kueri(self.pasangan())
    }
}

#[derive(Template)]
#[template(path = "periode/lokus/pilih.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    f: Formulir,
    saring: Formulir,
    opsi: [Vec<Opsi>; 5],
    formulir: Vec<Opsi>,
    cakupan: Vec<Opsi>,
    saran: [&'static str; 8],
    baris: Vec<Calon>,
    jumlah: i64,
    disaring: bool,
    /// What is chosen already, by scope.
    terisi: [(&'static str, i64); 3],
    /// Scopes without any unit, in words; empty when none is missing.
    kurang: String,
    lembar: Lembar,
    /// Whether the scheme scores; otherwise each unit keeps its form, scope and category.
    dinilai: bool,
}

impl Halaman<'_> {
    fn terakhir(&self, c: &Calon) -> String {
        let Some(e) = &c.terakhir else { return self.k.s("persiapan-belum-pernah") };
        let skema = self.k.s(crate::kata::kunci_skema(&e.skema));
        let ipp = e.ipp.as_ref().map_or_else(|| self.k.s("persiapan-tanpa-ipp"), |i| self.k.angka(i));
        self.k.a("persiapan-terakhir-isi", [("tahun", e.tahun.to_string().into()), ("skema", skema.into()), ("ipp", ipp.into())])
    }

    fn kategori<'c>(&self, c: &'c Calon) -> &'c str {
        c.terakhir.as_ref().and_then(|t| t.kategori.as_deref()).unwrap_or_default()
    }

    fn letak(&self, c: &Calon) -> String {
        let u = &c.unit;
        u.induk.as_ref().map_or_else(|| u.instansi.clone(), |i| format!("{i}, {}", u.instansi))
    }

    /// More than one instansi is in reach.
    fn berwilayah(&self) -> bool {
        self.opsi[2].len() > 1
    }

    fn dipilih(&self, c: &Calon) -> bool {
        let id = c.unit.id.to_string();
        self.f.semua("unit").any(|u| u == id)
    }
}

async fn halaman<'a>(
    app: &AppState,
    k: &'a Konteks,
    akses: &'a hak::AksesPeriode,
    hak: &hak::PenyelenggaraPeriode,
    q: &Kueri,
    f: Formulir,
) -> Hasil<Halaman<'a>> {
    let (baris, jumlah) = pilih::halaman(&app.store, hak, &q.saring(), lewati(q.h), BATAS).await?;
    let c = pilih::cakupan(&app.store, &akses.pembaca()).await?;
    let p = &akses.periode;
    let mut formulir = Vec::new();
    if p.edisi_a.is_some() {
        formulir.push(Opsi::baru("A", k.s("periode-formulir-a")));
    }
    if p.edisi_b.is_some() {
        formulir.push(Opsi::baru("B", k.s("periode-formulir-b")));
    }
    Ok(Halaman {
        opsi: opsi(k, pilih::pilihan(&app.store, hak).await?),
        formulir,
        cakupan: lingkup(k),
        saran: SARAN,
        lembar: k.lembar(q.h, baris.len(), jumlah, &q.teks()),
        disaring: !q.teks().is_empty(),
        saring: Formulir::isi(q.pasangan()),
        kurang: kurang(k, c),
        terisi: [
            ("periode-cakupan-administratif", c.administratif),
            ("periode-cakupan-barang", c.barang),
            ("periode-cakupan-jasa", c.jasa),
        ],
        tab: "persiapan",
        dinilai: periode::aturan(&p.skema)?.dinilai,
        k,
        p,
        f,
        baris,
        jumlah,
    })
}

fn lingkup(k: &Konteks) -> Vec<Opsi> {
    ["administratif", "barang", "jasa"].map(|c| Opsi::baru(c, k.s(crate::periode::kunci_cakupan(c)))).into()
}

fn opsi(k: &Konteks, p: Pilihan) -> [Vec<Opsi>; 5] {
    let terakhir = Terakhir::SEMUA.map(|t| {
        let kunci = match t {
            Terakhir::BelumPernah => "persiapan-belum-pernah",
            Terakhir::TahunLalu => "persiapan-terakhir-lalu",
            Terakhir::Lama => "persiapan-terakhir-lama",
        };
        Opsi::baru(t.kunci(), k.s(kunci))
    });
    [
        p.jenis.into_iter().map(|j| Opsi::baru(&j, store::instansi::tampil_jenis(&j))).collect(),
        p.induk.into_iter().map(|n| Opsi::baru(n.id.to_string(), n.nama)).collect(),
        p.instansi.into_iter().map(|n| Opsi::baru(n.id.to_string(), n.nama)).collect(),
        lingkup(k),
        terakhir.into(),
    ]
}

/// Names of the scopes that no chosen unit has yet.
pub(in crate::periode) fn kurang(k: &Konteks, c: Cakupan) -> String {
    let semua = [(c.administratif, "administratif"), (c.barang, "barang"), (c.jasa, "jasa")];
    let kosong = semua.iter().filter(|(n, _)| *n == 0).map(|(_, c)| k.s(crate::periode::kunci_cakupan(c)));
    kosong.collect::<Vec<_>>().join(", ")
}

async fn lihat(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    periode::harus_terbuka(app.store.baca(), id, periode::Fase::Persiapan).await?;
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    let formulir = if akses.periode.edisi_a.is_some() { "A" } else { "B" };
    tampil(&halaman(&app, &k, &akses, &hak, &q, Formulir::isi([("formulir", formulir)])).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let hak = akses.penyelenggara()?;
    let q = Kueri::dari(&f);
    let semua = f.aksi() == "semua";
    let unit: Vec<UnitId> =
        if semua { pilih::semua(&app.store, &hak, &q.saring()).await? } else { f.semua("unit").filter_map(|u| u.parse().ok()).collect() };
    if unit.is_empty() {
        f.salahkan("unit", "persiapan-pilih-salah-unit");
    }
    if !periode::aturan(&akses.periode.skema)?.dinilai {
        // Each unit keeps what it had; the store does not ask.
        f.ganti("formulir", "A");
        f.ganti("cakupan", "administratif");
    }
    f.batasi("kategori", 80);
    let (formulir, cakupan, kategori) =
        (f.wajib("formulir", "periode-salah-formulir"), f.wajib("cakupan", "periode-salah-cakupan"), f.nilai("kategori").to_owned());
    if let (Some(formulir), Some(cakupan), true) = (&formulir, &cakupan, f.sah()) {
        if !["A", "B"].contains(&formulir.as_str()) || !["administratif", "barang", "jasa"].contains(&cakupan.as_str()) {
            return Err(crate::Error::Rusak("form or scope".into()));
        }
        match pilih::tambah(&app.store, &hak, &unit, LokusIsi { formulir, cakupan, kategori: &kategori }).await {
            Ok(_) => {
                let jalur = format!("/periode/{id}/lokus/pilih?h=1{}", q.teks());
                return Alih::ke(jalur).pesan("persiapan-pilih-ditambah").into();
            }
            Err(StoreError::TidakDitemukan) => f.salahkan("unit", "persiapan-pilih-salah-unit"),
            Err(e) => {
                let medan = if periode::aturan(&akses.periode.skema)?.dinilai { "formulir" } else { "unit" };
                crate::formulir::di_medan(&mut f, medan, "periode-unit-sudah", e)?;
            }
        }
    }
    let k = crate::periode::konteks(&app, k, &akses.periode, "persiapan").await?;
    tampil_salah(&halaman(&app, &k, &akses, &hak, &q, f).await?)
}
