//! `/api`: what programs can read and write here, in words and examples, made from the same table as the routes.

use askama::Template;
use store::{kait::Peristiwa, token_api::Lingkup};

use super::{
    openapi::{medan_jawab, per_lingkup},
    operasi::{Hak, Operasi},
};
use crate::{
    AppState,
    admin::{kait::kunci_peristiwa, token::kunci_lingkup},
    bahasa::Bahasa,
    error::Hasil,
    konteks::Konteks,
    rute::{Akses, Daftar},
    tampil::segar,
};
use axum::extract::State;

pub(super) fn rute(d: &mut Daftar) {
    d.get("/api", Akses::Publik, lihat);
}

#[derive(Template)]
#[template(path = "api/halaman.html")]
struct Halaman<'a> {
    k: &'a Konteks,
    alamat: &'a str,
    baca: Vec<&'static Operasi>,
    tulis: Vec<&'static Operasi>,
    per_menit: u32,
    tamu: u32,
}

impl Halaman<'_> {
    fn ringkas(&self, o: &Operasi) -> &'static str {
        o.ringkas[usize::from(self.k.bahasa == Bahasa::En)]
    }

    fn contoh_baca(&self) -> String {
        let a = self.alamat;
        format!("curl {a}/api/v1/periode\ncurl \"{a}/api/v1/layanan?batas=20&cari=akta\"\ncurl {a}/api/v1/mpp -H 'If-None-Match: \"…\"'")
    }

    fn contoh_tulis(&self) -> String {
        format!(
            "curl -X POST \"{}/api/v1/unit?uji=true\" \\\n  -H 'Authorization: Bearer prima_…' -H 'Idempotency-Key: 2026-11-22-1' \\\n  \
             -H 'Content-Type: application/json' \\\n  -d '{{\"unit\":[{{\"kode\":\"64.08-puskesmas-a\",\"nama\":\"Puskesmas A\"}}]}}'",
            self.alamat
        )
    }

    fn rumus(&self) -> &'static str {
        "HMAC-SHA256(base64(whsec_…), webhook-id + \".\" + webhook-timestamp + \".\" + body)"
    }

    /// Reading, then writing.
    fn bagian(&self) -> [(&'static str, &'static str, &[&'static Operasi]); 2] {
        [("baca", "api-baca", self.baca.as_slice()), ("tulis", "api-tulis", self.tulis.as_slice())]
    }

    fn laju(&self) -> String {
        self.k.a("api-aturan-laju-isi", [("token", self.per_menit.into()), ("tamu", self.tamu.into())])
    }

    fn medan(&self, o: &Operasi) -> String {
        medan_jawab(o)
    }

    /// What a call needs.
    fn perlu(&self, o: &Operasi) -> String {
        self.k.s(match o.hak {
            Hak::Siapa => "api-hak-siapa",
            Hak::Token(l) => kunci_lingkup(l),
            Hak::Tenan => "api-hak-tenan",
            Hak::Tanda => "api-hak-tanda",
        })
    }

    fn lingkup(&self) -> Vec<(&'static str, String, String)> {
        let satu = |l: Lingkup| {
            let jalur = per_lingkup(l).iter().map(|o| format!("{} {}", o.metode.to_uppercase(), o.jalur)).collect::<Vec<_>>().join(", ");
            (l.kunci(), self.k.s(kunci_lingkup(l)), jalur)
        };
        Lingkup::SEMUA.into_iter().map(satu).collect()
    }

    fn peristiwa(&self) -> Vec<(&'static str, String)> {
        Peristiwa::SEMUA.into_iter().map(|p| (p.kunci(), self.k.s(kunci_peristiwa(p)))).collect()
    }
}

async fn lihat(State(app): State<AppState>, k: Konteks) -> Hasil {
    let mut k = k.bantuan("integrasi");
    k.ilustrasi = false;
    let (baca, tulis) = super::operasi().partition(|o| o.metode == "get");
    let h = Halaman {
        alamat: &app.konfig.alamat,
        baca,
        tulis,
        per_menit: app.konfig.api_per_menit,
        tamu: app.konfig.api_tamu_per_menit,
        k: &k,
    };
    segar(&k, &h)
}
