//! Traces for a collector that speaks OTLP (OpenTelemetry over HTTP, as JSON): off unless `[jejak]` names one. What a span holds is
//! decided where it is opened: patterns of routes, kinds of jobs, numbers; never a path, a name or an address. Turning spans of
//! `tracing` into these is the binary's (`prima/src/jejak`), because it owns the subscriber.

mod isi;
mod kirim;

use std::time::{Duration, SystemTime};

use axum::http::{HeaderMap, Uri};
use serde::{Deserialize, Serialize};
use tokio::{sync::mpsc, task::JoinHandle};

/// Spans that wait for the collector; further ones are dropped and counted, a request never waits.
const ANTRE: usize = 4096;

/// The `[jejak]` part of the settings: traces.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KonfigJejak {
    /// Where an OpenTelemetry collector listens for OTLP over HTTP, for example `http://127.0.0.1:4318`; `/v1/traces` is added. Without
    /// TLS: a collector on this machine or in a network of your own. Empty: no traces.
    pub alamat: String,
    /// Of a hundred requests and jobs, how many are traced. A trace that a trusted proxy began follows the proxy.
    pub bagian: u8,
}

impl Default for KonfigJejak {
    fn default() -> Self {
        Self { alamat: String::new(), bagian: 100 }
    }
}

/// A number or a short word about a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nilai {
    Angka(i64),
    Teks(String),
}

/// One finished span.
#[derive(Clone, Debug)]
pub struct Rentang {
    pub jejak: u128,
    pub id: u64,
    pub induk: Option<u64>,
    pub nama: String,
    /// Whether it is the answer to a request, and not something inside.
    pub layanan: bool,
    pub gagal: bool,
    pub mulai: SystemTime,
    pub lama: Duration,
    pub atribut: Vec<(&'static str, Nilai)>,
}

/// Takes finished spans; cheap to clone.
#[derive(Clone, Debug)]
pub struct Pengirim {
    antre: mpsc::Sender<Rentang>,
    pub bagian: u8,
}

impl Pengirim {
    /// Never waits: when the collector is away and the queue is full, the span is lost.
    pub fn kirim(&self, r: Rentang) {
        let _ = self.antre.try_send(r);
    }
}

/// Starts the loop that posts; `None` while traces are off. It ends when its last [`Pengirim`] is gone.
///
/// # Errors
/// When the address is none, with the address.
pub fn mulai(konfig: &KonfigJejak, nama: &str) -> Result<Option<(Pengirim, JoinHandle<()>)>, String> {
    if konfig.alamat.is_empty() {
        return Ok(None);
    }
    let alamat =
        alamat(&konfig.alamat).ok_or_else(|| format!("jejak.alamat: {:?} salah; tulis http://nama:porta, tanpa TLS", konfig.alamat))?;
    let (antre, terima) = mpsc::channel(ANTRE);
    let tugas = tokio::spawn(kirim::selamanya(alamat, isi::sumber(nama), terima));
    Ok(Some((Pengirim { antre, bagian: konfig.bagian.min(100) }, tugas)))
}

/// Whether traces can be sent with these settings, or are off.
#[must_use]
pub fn benar(konfig: &KonfigJejak) -> bool {
    konfig.alamat.is_empty() || alamat(&konfig.alamat).is_some()
}

/// Host with port, and the path.
fn alamat(teks: &str) -> Option<(String, String)> {
    let uri: Uri = teks.parse().ok()?;
    let inang = uri.host().filter(|_| uri.scheme_str() == Some("http"))?;
    let dasar = uri.path().trim_end_matches('/');
    Some((format!("{inang}:{}", uri.port_u16().unwrap_or(4318)), format!("{dasar}/v1/traces")))
}

/// The trace that a proxy began (`traceparent` of W3C Trace Context): its number, the span above, and whether it is kept.
#[must_use]
pub fn dari_teks(teks: &str) -> Option<(u128, u64, bool)> {
    let mut bagian = teks.split('-');
    let (versi, jejak, induk, tanda) = (bagian.next()?, bagian.next()?, bagian.next()?, bagian.next()?);
    let heksa = |t: &str, n: usize| t.len() == n && t.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !heksa(versi, 2) || versi == "ff" || !heksa(jejak, 32) || !heksa(induk, 16) || !heksa(tanda, 2) {
        return None;
    }
    let (jejak, induk) = (u128::from_str_radix(jejak, 16).ok()?, u64::from_str_radix(induk, 16).ok()?);
    let simpan = u8::from_str_radix(tanda, 16).ok()? & 1 == 1;
    (jejak != 0 && induk != 0).then_some((jejak, induk, simpan))
}

/// The header as it stands, if it is one.
pub(crate) fn dari_kepala(kepala: &HeaderMap) -> Option<&str> {
    kepala.get("traceparent")?.to_str().ok().filter(|t| dari_teks(t).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_and_lower_case_parents_are_followed() {
        let baca = dari_teks;
        let (jejak, induk) = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
        let benar = Some((0x0af7_6519_16cd_43dd_8448_eb21_1c80_319c, 0xb7ad_6b71_6920_3331, true));
        assert_eq!(baca(&format!("00-{jejak}-{induk}-01")), benar);
        assert_eq!(baca(&format!("00-{jejak}-{induk}-00")).map(|(.., simpan)| simpan), Some(false));
        for salah in [
            format!("00-{}-{induk}-01", jejak.to_uppercase()),
            format!("00-{}-{induk}-01", "0".repeat(32)),
            format!("00-{jejak}-{}-01", "0".repeat(16)),
            format!("ff-{jejak}-{induk}-01"),
            format!("00-{jejak}-{induk}"),
            "x".to_owned(),
        ] {
            assert_eq!(baca(&salah), None, "{salah}");
        }
    }

    #[test]
    fn an_address_is_plain_http() {
        assert_eq!(alamat("http://127.0.0.1:4318"), Some(("127.0.0.1:4318".into(), "/v1/traces".into())));
        assert_eq!(alamat("http://pengumpul/otlp/"), Some(("pengumpul:4318".into(), "/otlp/v1/traces".into())));
        assert_eq!(alamat("https://pengumpul"), None);
        assert_eq!(alamat("4318"), None);
    }
}
