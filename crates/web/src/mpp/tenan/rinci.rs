//! `/mpp/{mpp}/tenan/{tenan}`: one organisation: what is recorded of it, agreements, features, the way in for its program, and
//! its leaving (`POST …/keluar`).

use askama::Template;
use axum::extract::State;
use jiff::{ToSpan, civil::Date};
use layanan::mpp::{Fitur, Tingkat};
use store::{
    hak::{AksesMpp, KepalaMpp},
    id::{PerjanjianId, TenanId, UnitId},
    mpp::{self, Gerai, Mpp, Tenan, TenanIsi},
    tenan::{self, Perjanjian, Sambungan, Token},
};

use super::{Isian, urai};
use crate::{
    AppState, Error,
    error::Hasil,
    formulir::Formulir,
    jalur::Jalur,
    komponen::{Nada, Opsi},
    konteks::Konteks,
    mpp::{
        rangka::Tab,
        umum::{self, KEPALA, TERIMA, di_medan, kunci_jenis, kunci_perjanjian},
    },
    pelaku::Orang,
    rute::Daftar,
    tampil::{Alih, tampil, tampil_salah},
};

pub fn rute(d: &mut Daftar) {
    d.get("/mpp/{mpp}/tenan/{tenan}", crate::mpp::PEMBACA, lihat);
    d.post("/mpp/{mpp}/tenan/{tenan}", KEPALA, ubah);
    d.post("/mpp/{mpp}/tenan/{tenan}/keluar", KEPALA, keluar);
}

/// A feature: its name, the address recorded, the last report in words, whether that proves it.
type SatuFitur<'a> = (Fitur, &'static str, Option<&'a str>, Option<String>, bool);

#[derive(Template)]
#[template(path = "mpp/tenan/rinci.html")]
pub struct Halaman<'a> {
    k: &'a Konteks,
    f: Formulir,
    m: &'a Mpp,
    t: Tenan,
    tab: Tab<'a>,
    gerai: Vec<Gerai>,
    perjanjian: Vec<Perjanjian>,
    jenis_pj: Vec<Opsi>,
    s: Sambungan,
    layanan: usize,
    token: Vec<Token>,
    /// The secret of the token that was just made.
    pub rahasia: Option<String>,
    kepala: bool,
    isian: Isian,
    kini: Date,
    alamat: String,
    /// A report as a program sends it.
    contoh: String,
}

impl Halaman<'_> {
    fn buka(&self, awalan: &str) -> bool {
        umum::terbuka(&self.f, awalan)
    }

    fn jenis(&self) -> String {
        self.k.s(kunci_jenis(&self.t.jenis))
    }

    fn pj(&self, p: &Perjanjian) -> String {
        self.k.s(kunci_perjanjian(&p.jenis))
    }

    fn keadaan(&self, p: &Perjanjian) -> (Nada, &'static str) {
        umum::keadaan_perjanjian(p.keadaan(self.kini))
    }

    fn hari(&self, iso: &str) -> String {
        self.k.hari(iso)
    }

    /// "from … to …".
    fn masa(&self, p: &Perjanjian) -> String {
        match &p.sampai {
            Some(s) => self.k.a("mpp-masa", [("mulai", self.hari(&p.mulai).into()), ("sampai", self.hari(s).into())]),
            None => self.k.n("mpp-masa-terbuka", "mulai", self.hari(&p.mulai)),
        }
    }

    fn fitur(&self) -> Vec<SatuFitur<'_>> {
        let satu = |f: &Fitur| {
            let lapor = self
                .s
                .dilaporkan
                .get(f)
                .map(|(w, n)| self.k.a("mpp-lapor-terakhir", [("waktu", self.k.waktu(w).into()), ("jumlah", (*n).into())]));
            (*f, umum::kunci_fitur(*f), self.s.dinyatakan.get(f).map(String::as_str), lapor, self.s.terbukti.contains(f))
        };
        Fitur::SEMUA.iter().map(satu).collect()
    }

    fn tingkat(&self) -> (Nada, &'static str) {
        umum::tingkat(&self.s.tingkat())
    }

    fn terbukti(&self) -> (Nada, &'static str) {
        umum::tingkat(&self.s.tingkat_terbukti())
    }

    fn kurang(&self) -> Option<String> {
        let Tingkat::Kurang(apa) = self.s.tingkat_terbukti() else { return None };
        Some(apa.into_iter().map(|f| self.k.s(umum::kunci_fitur(f))).collect::<Vec<_>>().join(", "))
    }

    fn token_hidup(&self, t: &Token) -> bool {
        t.cabut.is_none() && t.sampai > self.k.pada
    }

    fn terima(&self) -> &'static str {
        TERIMA
    }
}

/// What a report looks like.
fn contoh(kini: Date) -> String {
    format!(
        "{{\"layanan\": [{{\"kode\": \"paspor\", \"nama\": \"Paspor baru\", \"tautan\": \"https://…\"}}],\n \
         \"antrean\": [{{\"layanan\": \"paspor\", \"tanggal\": \"{kini}\", \"diambil\": 20, \"dilayani\": 12, \"menunggu\": 6}}]}}"
    )
}

/// The tenant of this mall, or 404.
pub async fn tenan_di(app: &AppState, akses: &AksesMpp, id: TenanId) -> Hasil<Tenan> {
    let t = mpp::tenan(app.store.baca(), id).await?;
    if t.mpp_id == akses.mpp.unit_id { Ok(t) } else { Err(Error::TidakAda) }
}

/// The form of the page as it is stored, with empty forms for what can be added.
fn tersimpan(t: &Tenan, kini: Date) -> Formulir {
    let unit = t.unit_id.map(|u| u.to_string()).unwrap_or_default();
    let mut f = Formulir::isi([
        ("versi", t.versi.to_string()),
        ("nama", t.nama.clone()),
        ("jenis", t.jenis.clone()),
        ("unit", unit),
        ("sistem", t.sistem.clone()),
        ("pj_op", PerjanjianId::baru().to_string()),
        ("pj_tanggal", kini.to_string()),
        ("pj_mulai", kini.to_string()),
        ("pj_sampai", kini.saturating_add(2.years()).to_string()),
        ("token_hari", "365".to_owned()),
    ]);
    // The kind that the regulation has for such a partner.
    let pj = match t.jenis.as_str() {
        "kementerian-lembaga" => "sinergi",
        "pemda" => "kesepakatan-bersama",
        _ => "perjanjian-kerja-sama",
    };
    f.taruh("pj_jenis", pj);
    f
}

pub async fn halaman<'a>(app: &AppState, k: &'a Konteks, akses: &'a AksesMpp, t: Tenan, f: Option<Formulir>) -> Hasil<Halaman<'a>> {
    let (c, m) = (app.store.baca(), &akses.mpp);
    let kini = app.store.sekarang().hari(&m.zona);
    let isi = tersimpan(&t, kini);
    let perjanjian = tenan::perjanjian(c, m.unit_id).await?.into_iter().filter(|p| p.tenan_id == t.id).collect();
    let gerai = mpp::gerai_mpp(c, m.unit_id).await?.into_iter().filter(|g| g.tenan_id == t.id).collect();
    let s = tenan::fitur(c, &t, &m.zona, kini).await?;
    Ok(Halaman {
        layanan: tenan::laporan(c, t.id).await?.0.len(),
        token: tenan::token_tenan(c, t.id).await?,
        jenis_pj: tenan::JENIS.iter().map(|j| Opsi::baru(*j, k.s(kunci_perjanjian(j)))).collect(),
        kepala: akses.kepala().is_ok() && t.keluar.is_none(),
        isian: Isian::baru(app, k, m).await?,
        tab: Tab::baru(k, akses, "tenan"),
        alamat: format!("{}/api/v1/mpp/{}/tenan/{}/fitur", app.konfig.alamat, m.kode, t.id),
        rahasia: None,
        contoh: contoh(kini),
        f: f.unwrap_or_default().di_atas(isi),
        k,
        m,
        t,
        gerai,
        perjanjian,
        s,
        kini,
    })
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur((id, t)): Jalur<(UnitId, TenanId)>) -> Hasil {
    let (akses, k) = crate::mpp::buka(&app, k, &pelaku, id).await?;
    akses.pembaca()?;
    let t = tenan_di(&app, &akses, t).await?;
    tampil(&halaman(&app, &k, &akses, t, None).await?)
}

/// A tenant for a change by the head.
pub async fn untuk_kepala(
    app: &AppState,
    k: Konteks,
    pelaku: &store::hak::Pelaku,
    (id, t): (UnitId, TenanId),
) -> Hasil<(AksesMpp, Konteks, KepalaMpp, Tenan)> {
    let (akses, k) = crate::mpp::buka(app, k, pelaku, id).await?;
    let hak = akses.kepala()?;
    let t = tenan_di(app, &akses, t).await?;
    Ok((akses, k, hak, t))
}

async fn ubah(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, TenanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, id).await?;
    let versi = f.nilai("versi").parse().unwrap_or(0);
    if let Some((nama, jenis, unit, sendiri)) = urai(&mut f) {
        match mpp::ubah_tenan(&app.store, &hak, t.id, versi, &TenanIsi { nama: &nama, jenis: &jenis, unit, sendiri }).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/tenan/{}", id.0, t.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "nama")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}

async fn keluar(
    State(app): State<AppState>,
    k: Konteks,
    Orang(pelaku): Orang,
    Jalur(id): Jalur<(UnitId, TenanId)>,
    mut f: Formulir,
) -> Hasil {
    let (akses, k, hak, t) = untuk_kepala(&app, k, &pelaku, id).await?;
    if let Some(alasan) = f.alasan("keluar_alasan") {
        match mpp::keluarkan_tenan(&app.store, &hak, t.id, &alasan).await {
            Ok(()) => return Alih::ke(format!("/mpp/{}/tenan/{}", id.0, t.id)).pesan("mpp-pesan-simpan").into(),
            Err(e) => di_medan(&mut f, e, "keluar_alasan")?,
        }
    }
    tampil_salah(&halaman(&app, &k, &akses, t, Some(f)).await?)
}
