//! `/periode/{periode}/persiapan`: what of the preparation is ready and what is not, each with the way to it.

use askama::Template;
use axum::extract::State;
use store::{
    hak,
    id::PeriodeId,
    periode::{Fase, Periode, alasan_tertutup},
    persiapan::{
        pilih,
        ringkas::{self, Siap},
    },
};

use crate::{
    AppState,
    error::Hasil,
    jalur::Jalur,
    komponen::Nada,
    konteks::Konteks,
    pelaku::Orang,
    rute::{Akses, Daftar},
    tampil::tampil,
};

pub fn rute(d: &mut Daftar) {
    d.get("/periode/{periode}/persiapan", Akses::Masuk, lihat);
}

/// Units without accounts that are named.
const TANPA_AKUN: i64 = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Keadaan {
    Siap,
    Sebagian,
    Belum,
    /// Something speaks against going on.
    Masalah,
}

impl Keadaan {
    fn nada(self) -> Nada {
        match self {
            Self::Siap => Nada::Baik,
            Self::Sebagian => Nada::Perhatian,
            Self::Belum => Nada::Netral,
            Self::Masalah => Nada::Bahaya,
        }
    }

    fn kunci(self) -> &'static str {
        match self {
            Self::Siap => "persiapan-siap",
            Self::Sebagian => "persiapan-sebagian",
            Self::Belum => "persiapan-belum",
            Self::Masalah => "persiapan-masalah",
        }
    }

    fn dari(ada: i64, dari: i64) -> Self {
        if ada == 0 || dari == 0 {
            Self::Belum
        } else if ada >= dari {
            Self::Siap
        } else {
            Self::Sebagian
        }
    }
}

struct Butir {
    judul: &'static str,
    keadaan: Keadaan,
    isi: String,
    jalur: String,
}

#[derive(Template)]
#[template(path = "periode/persiapan.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    p: &'a Periode,
    tab: &'static str,
    butir: Vec<Butir>,
    siap: usize,
}

fn butir(k: &Konteks, p: &Periode, s: &Siap, kurang: &str, tanpa: &[String]) -> Vec<Butir> {
    let jalur = |sisa: &str| format!("/periode/{}{}{sisa}", p.id, if sisa.is_empty() { "" } else { "/" });
    let dari = |kunci: &str, a: i64, b: i64| k.a(kunci, [("ada", a.to_string().into()), ("dari", b.to_string().into())]);
    let satu = |judul, keadaan, isi, sisa: &str| Butir { judul, keadaan, isi, jalur: jalur(sisa) };
    let lokus = match (s.lokus, kurang) {
        (0, _) => (Keadaan::Belum, k.s("persiapan-lokus-kosong")),
        (n, "") => (Keadaan::Siap, k.jumlah("persiapan-lokus-isi", n)),
        (n, kurang) => {
            (Keadaan::Sebagian, format!("{} {}", k.jumlah("persiapan-lokus-isi", n), k.n("persiapan-lokus-kurang", "cakupan", kurang)))
        }
    };
    let pernyataan = if s.benturan > 0 {
        (Keadaan::Masalah, k.jumlah("persiapan-benturan-ada", s.benturan))
    } else if s.bertugas == 0 {
        (Keadaan::Belum, k.s("persiapan-benturan-kosong"))
    } else {
        (Keadaan::dari(s.bebas, s.bertugas), dari("persiapan-benturan-isi", s.bebas, s.bertugas))
    };
    let evaluator = dari("persiapan-evaluator-isi", s.evaluator, s.lokus);
    let evaluator = if s.usulan > 0 { format!("{evaluator} {}", k.jumlah("persiapan-usulan-isi", s.usulan)) } else { evaluator };
    let mut akun = dari("persiapan-akun-isi", s.akun, s.lokus);
    if !tanpa.is_empty() {
        let lain = s.lokus - s.akun - i64::try_from(tanpa.len()).unwrap_or(0);
        let sisa = if lain > 0 { format!(", {}", k.jumlah("persiapan-akun-lain", lain)) } else { String::new() };
        akun = format!("{akun} {}", k.n("persiapan-akun-tanpa", "unit", format!("{}{sisa}", tanpa.join(", "))));
    }
    let jadwal = if s.jadwal > 0 { Keadaan::Siap } else { Keadaan::Belum };
    let anggaran = if s.anggaran > 0 { Keadaan::Siap } else { Keadaan::Belum };
    vec![
        satu("persiapan-butir-lokus", lokus.0, lokus.1, ""),
        satu("persiapan-butir-akun", Keadaan::dari(s.akun, s.lokus), akun, ""),
        satu("persiapan-metode-judul", Keadaan::dari(s.metode, s.lokus), dari("persiapan-metode-jumlah", s.metode, s.lokus), "metode"),
        satu(
            "persiapan-butir-sk-lokus",
            Keadaan::dari(s.sk_lokus, s.lokus),
            dari("persiapan-sk-lokus-isi", s.sk_lokus, s.lokus),
            "sk/lokus",
        ),
        satu("persiapan-butir-evaluator", Keadaan::dari(s.evaluator, s.lokus), evaluator, "evaluator"),
        satu("persiapan-butir-benturan", pernyataan.0, pernyataan.1, "pernyataan"),
        satu("persiapan-butir-anggaran", anggaran, k.jumlah("persiapan-anggaran-isi", s.anggaran), "anggaran"),
        satu("persiapan-butir-jadwal", jadwal, k.jumlah("persiapan-jadwal-isi", s.jadwal), "jadwal"),
        satu(
            "persiapan-butir-sampai",
            Keadaan::dari(s.terima, s.lokus),
            {
                let sampai = dari("persiapan-sampai-isi", s.sampai, s.lokus);
                format!("{sampai} {}", k.jumlah("persiapan-terima-isi", s.terima))
            },
            "jadwal",
        ),
        satu(
            "persiapan-butir-kegiatan",
            Keadaan::dari(s.dihadiri, s.kegiatan),
            if s.kegiatan == 0 { k.s("persiapan-kegiatan-kosong") } else { dari("persiapan-kegiatan-isi", s.dihadiri, s.kegiatan) },
            "kegiatan",
        ),
    ]
}

async fn lihat(State(app): State<AppState>, k: Konteks, Orang(pelaku): Orang, Jalur(id): Jalur<PeriodeId>) -> Hasil {
    let akses = hak::periode(&app.store, &pelaku, id).await?;
    let k = super::konteks(&app, k, &akses.periode, "persiapan").await?;
    let baca = akses.pembaca();
    let s = ringkas::siap(&app.store, &baca).await?;
    let kurang = super::lokus::kurang(&k, pilih::cakupan(&app.store, &baca).await?);
    let tanpa = if s.akun < s.lokus { ringkas::tanpa_akun(&app.store, &baca, TANPA_AKUN).await? } else { Vec::new() };
    let mut butir = butir(&k, &akses.periode, &s, &kurang, &tanpa);
    let memilih = akses.penyelenggara().is_ok() && alasan_tertutup(&app.store, id, Fase::Persiapan).await?.is_none();
    if let (Some(b), true) = (butir.first_mut(), memilih) {
        b.jalur = format!("/periode/{id}/lokus/pilih");
    }
    let siap = butir.iter().filter(|b| b.keadaan == Keadaan::Siap).count();
    tampil(&Halaman { k: &k, p: &akses.periode, tab: "persiapan", butir, siap })
}
