//! The words of BSrE's client service (second version), as public client code shows them: there is no public specification, so
//! answers are read leniently and whatever cannot be understood is unknown, never a success (docs/decisions/electronic-signing.md).

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use store::berita_acara::elektronik::Akhir;

use super::{
    Frasa, KonfigTte, Nanti, Nik, Pemeriksaan, PenandaElektronik, TakTerjawab, TteError,
    klien::{Gagal, Klien},
};

/// Words of the service that are kept, in characters.
const PESAN: usize = 300;

pub struct Bsre {
    klien: Klien,
    batas: u16,
}

impl Bsre {
    /// # Errors
    /// A setting that cannot be used.
    pub fn baru(k: &KonfigTte) -> Result<Self, TteError> {
        if !(1..=300).contains(&k.batas) {
            return Err(TteError::Batas(k.batas));
        }
        let dasar = format!("Basic {}", STANDARD.encode(format!("{}:{}", k.pengguna, k.sandi)));
        let mut otorisasi = HeaderValue::try_from(dasar).map_err(|_| TteError::Alamat(k.alamat.clone()))?;
        otorisasi.set_sensitive(true);
        Ok(Self { klien: Klien::baru(&k.alamat, otorisasi, &k.ca)?, batas: k.batas })
    }

    async fn tanda(&self, pdf: &[u8], nik: &Nik, frasa: &Frasa) -> Akhir {
        let json = serde_json::json!({
            "nik": nik.teks(), "passphrase": frasa.teks(), "signatureProperties": [{ "tampilan": "INVISIBLE" }],
            "file": [STANDARD.encode(pdf)],
        });
        match self.klien.kirim("/api/v2/sign/pdf", json.to_string(), Duration::from_secs(self.batas.into())).await {
            Err(Gagal::TakTerhubung(sebab)) => {
                tracing::warn!(service = self.layanan(), cause = sebab, "the signing service could not be reached");
                Akhir::Ditolak { kode: "tak-terhubung".into(), pesan: String::new() }
            }
            Err(Gagal::TakDiketahui(kode)) => Akhir::TakDiketahui { kode: kode.into() },
            Ok((status, isi)) => baca(status, &isi, pdf, [nik.teks(), frasa.teks()]),
        }
    }
}

impl PenandaElektronik for Bsre {
    fn layanan(&self) -> &str {
        self.klien.inang()
    }

    fn batas(&self) -> i64 {
        self.batas.into()
    }

    fn tandatangani<'a>(&'a self, pdf: &'a [u8], nik: &'a Nik, frasa: &'a Frasa) -> Nanti<'a, Akhir> {
        Box::pin(self.tanda(pdf, nik, frasa))
    }

    fn periksa<'a>(&'a self, pdf: &'a [u8]) -> Nanti<'a, Result<Pemeriksaan, TakTerjawab>> {
        Box::pin(async move {
            let json = serde_json::json!({ "file": STANDARD.encode(pdf) }).to_string();
            let jawab = self.klien.kirim("/api/v2/verify/pdf", json, Duration::from_secs(self.batas.into())).await;
            let (status, isi) = jawab.map_err(|e| TakTerjawab(format!("{e:?}")))?;
            let v: Value = serde_json::from_slice(&isi).unwrap_or_default();
            match (status.is_success(), v["signatureCount"].as_u64()) {
                (true, Some(jumlah)) => {
                    let kata = [&v["conclusion"], &v["description"]].map(|x| x.as_str().unwrap_or_default());
                    let kesimpulan = kata.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" – ");
                    Ok(Pemeriksaan { jumlah, kesimpulan: kesimpulan.chars().take(PESAN).collect() })
                }
                _ => Err(TakTerjawab(format!("http-{}", status.as_u16()))),
            }
        })
    }
}

/// What an answer to a call means. Only a refusal that the service must have made before signing counts as one.
fn baca(status: StatusCode, isi: &[u8], pdf: &[u8], rahasia: [&str; 2]) -> Akhir {
    let kode_http = || format!("http-{}", status.as_u16());
    if status.is_success() {
        return match berkas(isi).filter(|b| b != pdf) {
            Some(b) => Akhir::Ditandatangani(b),
            None => Akhir::TakDiketahui { kode: "jawaban-tak-dikenal".into() },
        };
    }
    if !status.is_client_error() || status == StatusCode::REQUEST_TIMEOUT {
        return Akhir::TakDiketahui { kode: kode_http() };
    }
    let v: Value = serde_json::from_slice(isi).unwrap_or_default();
    let kode = ["status_code", "code"].iter().find_map(|k| match &v[*k] {
        Value::Number(n) => Some(n.to_string()),
        Value::String(s) => Some(s.chars().take(20).collect()),
        _ => None,
    });
    let pesan = ["error", "message", "description"].iter().find_map(|k| v[*k].as_str()).unwrap_or_default();
    // A service that repeats what it was given must not bring it into the database.
    let pesan = rahasia.iter().filter(|r| !r.is_empty()).fold(pesan.to_owned(), |p, r| p.replace(r, "…"));
    Akhir::Ditolak { kode: kode.unwrap_or_else(kode_http), pesan: pesan.chars().filter(|c| !c.is_control()).take(PESAN).collect() }
}

/// The one signed PDF of an answer: it must be a PDF and hold a signature's byte range.
fn berkas(isi: &[u8]) -> Option<Vec<u8>> {
    let v: Value = serde_json::from_slice(isi).ok()?;
    let [satu] = v["file"].as_array()?.as_slice() else { return None };
    let pdf = STANDARD.decode(satu.as_str()?).ok()?;
    let bertanda = pdf.windows(10).any(|w| w == b"/ByteRange");
    (pdf.starts_with(b"%PDF-") && bertanda).then_some(pdf)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kode(status: u16, isi: &str) -> String {
        match baca(StatusCode::from_u16(status).unwrap(), isi.as_bytes(), b"%PDF-1", ["6408", "rahasia"]) {
            Akhir::Ditandatangani(_) => "ditandatangani".into(),
            Akhir::Ditolak { kode, pesan } => format!("ditolak {kode} {pesan}"),
            Akhir::TakDiketahui { kode } => format!("tak-diketahui {kode}"),
        }
    }

    #[test]
    fn only_what_is_certain_counts() {
        let file = |isi: &[u8]| format!("{{\"time\":900,\"file\":[\"{}\"]}}", STANDARD.encode(isi));
        assert_eq!(kode(200, &file(b"%PDF-1 /ByteRange [0 1]")), "ditandatangani");
        for isi in [&file(b"%PDF-1"), &file(b"<html>/ByteRange"), "{\"file\":[]}", "{}", "OK", ""] {
            assert_eq!(kode(200, isi), "tak-diketahui jawaban-tak-dikenal", "{isi}");
        }
        assert_eq!(
            kode(400, "{\"status_code\":2011,\"error\":\"NIK 6408 belum terdaftar rahasia\"}"),
            "ditolak 2011 NIK … belum terdaftar …"
        );
        assert_eq!(kode(401, "bukan json"), "ditolak http-401 ");
        for status in [302, 408, 500, 502, 504] {
            assert_eq!(kode(status, "{\"error\":\"x\"}"), format!("tak-diketahui http-{status}"));
        }
    }

    #[test]
    fn a_nik_has_sixteen_digits_and_is_not_shown() {
        let nik: Nik = "6408 0101.0190 0001".parse().unwrap();
        assert_eq!((nik.teks(), format!("{nik:?}").as_str()), ("6408010101900001", "Nik(…)"));
        assert!(["", "640801010190000", "640801010190000a", "64080101019000011"].iter().all(|s| s.parse::<Nik>().is_err()));
    }
}
