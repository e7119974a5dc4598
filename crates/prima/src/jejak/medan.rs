//! The fields of a span as attributes of a trace, by the names that OpenTelemetry gives them.

use std::fmt::Debug;

use tracing::field::{Field, Visit};
use web::jejak::{Nilai, dari_teks};

pub const STATUS: &str = "http.response.status_code";
const METODE: &str = "http.request.method";
const POLA: &str = "http.route";

#[derive(Default)]
pub struct Medan {
    pub atribut: Vec<(&'static str, Nilai)>,
    /// The number of a request.
    pub nomor: Option<u128>,
    /// The trace that a trusted proxy began.
    pub asal: Option<(u128, u64, bool)>,
}

impl Medan {
    /// `GET /lokus/{lokus}`, or the method alone where no route was found: a path may hold a secret.
    pub fn nama_permintaan(&self) -> String {
        let cari =
            |kunci| self.atribut.iter().find_map(|(k, n)| if let Nilai::Teks(t) = n { (*k == kunci).then_some(t.as_str()) } else { None });
        match (cari(METODE), cari(POLA)) {
            (Some(metode), Some(pola)) => format!("{metode} {pola}"),
            (metode, _) => metode.unwrap_or("request").to_owned(),
        }
    }

    fn teks(&mut self, medan: &Field, teks: String) {
        match medan.name() {
            "id" => {
                self.nomor = u128::from_str_radix(&teks, 16).ok();
                self.atribut.push(("prima.request_id", Nilai::Teks(teks)));
            }
            "traceparent" => self.asal = dari_teks(&teks),
            "method" => self.atribut.push((METODE, Nilai::Teks(teks))),
            "route" => self.atribut.push((POLA, Nilai::Teks(teks))),
            lain => self.atribut.push((lain, Nilai::Teks(teks))),
        }
    }
}

impl Visit for Medan {
    fn record_i64(&mut self, medan: &Field, nilai: i64) {
        let kunci = if medan.name() == "status" { STATUS } else { medan.name() };
        self.atribut.push((kunci, Nilai::Angka(nilai)));
    }

    fn record_u64(&mut self, medan: &Field, nilai: u64) {
        self.record_i64(medan, i64::try_from(nilai).unwrap_or(i64::MAX));
    }

    fn record_str(&mut self, medan: &Field, nilai: &str) {
        self.teks(medan, nilai.to_owned());
    }

    fn record_debug(&mut self, medan: &Field, nilai: &dyn Debug) {
        self.teks(medan, format!("{nilai:?}"));
    }
}
