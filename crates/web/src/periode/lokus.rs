//! Choosing unit lokus: `/periode/{periode}/lokus/baru` from the register, `/lokus/{lokus}/ubah` afterwards.

mod pilih;

pub(super) use pilih::kurang;

use askama::Template;
use axum::extract::{Query, State};
use store::{
    StoreError, hak,
    id::{LokusId, PeriodeId, UnitId},
    instansi::{self, UnitTampil},
    lokus::{self, Lokus, LokusIsi},
    periode::{self, Periode},
};

use crate::{
    AppState,
    bentrok::Bentrok,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::Opsi,
    konteks::Konteks,
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

/// Ranking categories in use in practice; any other may be typed.
const SARAN: [&str; 8] =
    ["RSUD", "Puskesmas", "Kecamatan", "Dinas Kependudukan dan Pencatatan Sipil", "DPMPTSP", "Dinas Sosial", "Dinas", "Kelurahan"];

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/lokus/baru", super::PENYELENGGARA, lihat_baru);
    d.post("/periode/{periode}/lokus/baru", super::PENYELENGGARA, tambah);
    pilih::rute(d);
    d.get("/lokus/{lokus}/ubah", super::PENYELENGGARA, lihat);
    d.post("/lokus/{lokus}/ubah", super::PENYELENGGARA, simpan);
}

#[derive(serde::Deserialize)]
struct Kueri {
    #[serde(default)]
    cari: String,
}

#[derive(Template)]
#[template(path = "periode/lokus.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    periode_id: PeriodeId,
    periode: &'a str,
    lokus: Option<&'a Lokus>,
    cari: Formulir,
    unit: Vec<UnitTampil>,
    jumlah: i64,
    opsi_unit: Vec<Opsi>,
    formulir: Vec<Opsi>,
    cakupan: Vec<Opsi>,
    saran: [&'static str; 8],
    bentrok: Option<Bentrok>,
    /// Whether the scheme scores; otherwise there is nothing to choose for a unit.
    dinilai: bool,
}

impl<'a> Halaman<'a> {
    fn baru(k: &'a Konteks, p: &'a Periode, lokus: Option<&'a Lokus>, f: Formulir) -> Self {
        let mut formulir = Vec::new();
        if p.edisi_a.is_some() {
            formulir.push(Opsi::baru("A", k.s("periode-formulir-a")).bantu(k.s("periode-formulir-a-isi")));
        }
        if p.edisi_b.is_some() {
            formulir.push(Opsi::baru("B", k.s("periode-formulir-b")).bantu(k.s("periode-formulir-b-isi")));
        }
        let cakupan = ["administratif", "barang", "jasa"].map(|c| Opsi::baru(c, k.s(super::kunci_cakupan(c)))).into();
        Self {
            k,
            f,
            periode_id: p.id,
            periode: &p.nama,
            lokus,
            cari: Formulir::kosong(),
            unit: Vec::new(),
            jumlah: 0,
            opsi_unit: Vec::new(),
            formulir,
            cakupan,
            saran: SARAN,
            bentrok: None,
            dinilai: periode::aturan(&p.skema).is_ok_and(|a| a.dinilai),
        }
    }

    /// How many units the list leaves out; empty when it shows them all.
    fn banyak(&self) -> String {
        if i64::try_from(self.unit.len()).is_ok_and(|n| n >= self.jumlah) {
            return String::new();
        }
        self.k.a("periode-unit-jumlah", [("ada", self.unit.len().to_string().into()), ("dari", self.jumlah.to_string().into())])
    }

    async fn dengan_unit(mut self, app: &AppState, hak: &hak::PenyelenggaraPeriode, cari: &str) -> Hasil<Self> {
        (self.unit, self.jumlah) = instansi::unit_untuk_lokus(&app.store, hak, cari).await?;
        self.opsi_unit = self
            .unit
            .iter()
            .map(|u| {
                let letak = u.induk.as_ref().map_or_else(|| u.instansi.clone(), |i| format!("{i}, {}", u.instansi));
                Opsi::baru(u.id.to_string(), &u.nama).bantu(format!("{} · {letak}", u.kode))
            })
            .collect();
        self.cari = Formulir::isi([("cari", cari)]);
        Ok(self)
    }
}

struct Isian {
    formulir: String,
    cakupan: String,
    kategori: String,
}

impl Isian {
    fn isi(&self) -> LokusIsi<'_> {
        LokusIsi { formulir: &self.formulir, cakupan: &self.cakupan, kategori: &self.kategori }
    }
}

fn urai(f: &mut Formulir) -> Option<Isian> {
    f.batasi("kategori", 80);
    let mut satu = |medan: &str, salah: &'static str, boleh: &[&str]| {
        let v = f.wajib(medan, salah)?;
        if !boleh.contains(&v.as_str()) {
            f.salahkan(medan, salah);
        }
        Some(v)
    };
    let (formulir, cakupan) = (
        satu("formulir", "periode-salah-formulir", &["A", "B"]),
        satu("cakupan", "periode-salah-cakupan", &["administratif", "barang", "jasa"]),
    );
    let kategori = f.wajib("kategori", "periode-salah-kategori");
    f.sah().then_some(Isian { formulir: formulir?, cakupan: cakupan?, kategori: kategori? })
}

async fn lihat_baru(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<PeriodeId>,
    Query(q): Query<Kueri>,
) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    periode::harus_terbuka(app.store.baca(), id, periode::Fase::Persiapan).await?;
    if !periode::aturan(&hak.periode.skema)?.dinilai {
        // Form, scope and category come from the evaluation before: there is nothing to choose for one unit.
        return Alih::ke(format!("/periode/{id}/lokus/pilih")).into();
    }
    let k = super::konteks(&app, k, &hak.periode, "lokus").await?;
    let f = Formulir::isi([("op", LokusId::baru().to_string()), ("formulir", "A".to_owned())]);
    tampil(&Halaman::baru(&k, &hak.periode, None, f).dengan_unit(&app, &hak, &q.cari).await?)
}

async fn tambah(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>, mut f: Formulir) -> Hasil {
    let hak = hak::periode(&app.store, &pelaku, id).await?.penyelenggara()?;
    let unit = f.urai::<UnitId>("unit", "periode-salah-unit");
    let isi = urai(&mut f);
    let op = f.nilai("op").parse().unwrap_or_else(|_| LokusId::baru());
    if let (Some(unit), Some(isi)) = (unit, isi) {
        match lokus::tambah(&app.store, &hak, op, unit, isi.isi()).await {
            Ok(_) => return Alih::ke(format!("/periode/{id}/lokus/baru")).pesan("periode-lokus-ditambah").into(),
            Err(StoreError::TidakDitemukan) => f.salahkan("unit", "periode-salah-unit"),
            Err(e) => {
                let medan = if matches!(e, StoreError::SudahAda(_)) { "unit" } else { "formulir" };
                crate::formulir::di_medan(&mut f, medan, "periode-unit-sudah", e)?;
            }
        }
    }
    let k = super::konteks(&app, k, &hak.periode, "lokus").await?;
    let cari = f.nilai("cari").to_owned();
    tampil_salah(&Halaman::baru(&k, &hak.periode, None, f).dengan_unit(&app, &hak, &cari).await?)
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penyelenggara()?;
    let l = &hak.lokus;
    periode::harus_terbuka(app.store.baca(), l.periode_id, periode::Fase::Persiapan).await?;
    let p = periode::dari_id(app.store.baca(), l.periode_id).await?;
    let f = Formulir::isi([
        ("versi", l.versi.to_string()),
        ("formulir", l.formulir.clone()),
        ("cakupan", l.cakupan.clone()),
        ("kategori", l.kategori.clone()),
    ]);
    let k = super::konteks(&app, k, &p, "lokus").await?;
    tampil(&Halaman::baru(&k, &p, Some(l), f))
}

async fn simpan(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<LokusId>, mut f: Formulir) -> Hasil {
    let hak = hak::lokus(&app.store, &pelaku, id).await?.penyelenggara()?;
    let l = &hak.lokus;
    if f.aksi() == "hapus" {
        match lokus::hapus(&app.store, &hak).await {
            Ok(()) => return Alih::ke(format!("/periode/{}", l.periode_id)).pesan("periode-lokus-dihapus").into(),
            Err(e) => crate::formulir::di_medan(&mut f, "hapus", "periode-unit-sudah", e)?,
        }
    } else if let Some(isi) = urai(&mut f) {
        match lokus::ubah(&app.store, &hak, f.nilai("versi").parse().unwrap_or(0), isi.isi()).await {
            Ok(()) => return Alih::ke(format!("/lokus/{id}")).pesan("periode-lokus-tersimpan").into(),
            Err(StoreError::Bentrok { versi, oleh, pada }) => {
                let p = periode::dari_id(app.store.baca(), l.periode_id).await?;
                let k = super::konteks(&app, k, &p, "lokus").await?;
                return bentrok(&app, &k, l, f, (versi, oleh, pada)).await;
            }
            Err(e) => crate::formulir::di_medan(&mut f, "formulir", "periode-unit-sudah", e)?,
        }
    }
    let p = periode::dari_id(app.store.baca(), l.periode_id).await?;
    let k = super::konteks(&app, k, &p, "lokus").await?;
    tampil_salah(&Halaman::baru(&k, &p, Some(l), f))
}

async fn bentrok(app: &AppState, k: &Konteks, l: &Lokus, mut f: Formulir, siapa: (i64, uuid::Uuid, store::Waktu)) -> Hasil {
    let kini = lokus::dari_id(app.store.baca(), l.id).await?;
    let isi = vec![
        (k.s("periode-formulir"), kini.formulir.clone()),
        (k.s("periode-cakupan"), k.s(super::kunci_cakupan(&kini.cakupan))),
        (k.s("periode-kategori"), kini.kategori.clone()),
    ];
    let b = Bentrok::baru(app, k, &mut f, siapa, isi).await;
    let p = periode::dari_id(app.store.baca(), l.periode_id).await?;
    tampil_salah(&Halaman { bentrok: Some(b), ..Halaman::baru(k, &p, Some(&kini), f) })
}
