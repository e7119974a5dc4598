//! Lines to other services under TLS: whose certificates are believed. The object store here and the clients of `web` (signing, gateways,
//! webhooks, sign-in through an agency) make theirs alike.

use crate::kata;
use std::{path::Path, sync::Arc};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{
            CertificateDer,
            pem::{self, PemObject as _},
        },
    },
};

/// The file of authorities cannot be used: which, and why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SalahCa(String);

/// Why a PEM file cannot be read, in words.
#[must_use]
pub fn kata_pem(e: &pem::Error) -> String {
    match e {
        pem::Error::Io(e) => kata::berkas(e),
        pem::Error::NoItemsFound => "tidak memuat yang dicari; periksa apakah ini berkas PEM yang benar".to_owned(),
        _ => "bukan berkas PEM yang utuh".to_owned(),
    }
}

/// By the authorities in the PEM file `ca`, or by those of the web when it is empty.
///
/// # Errors
/// A sentence that begins with the file.
pub fn penyambung(ca: &Path) -> Result<TlsConnector, SalahCa> {
    let mut akar = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let salah = |apa: &str| SalahCa(format!("{}: {apa}", ca.display()));
    if !ca.as_os_str().is_empty() {
        akar = RootCertStore::empty();
        for s in CertificateDer::pem_file_iter(ca).map_err(|e| salah(&kata_pem(&e)))? {
            akar.add(s.map_err(|e| salah(&kata_pem(&e)))?).map_err(|_| salah("memuat sertifikat yang rusak"))?;
        }
        if akar.is_empty() {
            return Err(salah("tidak memuat sertifikat"));
        }
    }
    let konfig = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| SalahCa(e.to_string()))?
        .with_root_certificates(akar)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(konfig)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_the_file_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let salah = |isi: Option<&str>| {
            let ca = folder.path().join("ca.pem");
            let _ = std::fs::remove_file(&ca);
            if let Some(isi) = isi {
                std::fs::write(&ca, isi).unwrap();
            }
            let teks = penyambung(&ca).err().unwrap().to_string();
            teks.strip_prefix(&format!("{}: ", ca.display())).unwrap().to_owned()
        };
        assert_eq!(salah(None), "tidak ada berkas seperti itu");
        assert_eq!(salah(Some("bukan sertifikat")), "tidak memuat sertifikat");
        assert_eq!(salah(Some("-----BEGIN CERTIFICATE-----\nAAAA")), "bukan berkas PEM yang utuh");
        assert_eq!(salah(Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")), "memuat sertifikat yang rusak");
        assert!(penyambung(Path::new("")).is_ok());
    }
}
