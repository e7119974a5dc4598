//! Lines to other services under TLS: whose certificates are believed. The object store here and the clients of `web` (signing, gateways,
//! webhooks, sign-in through an agency) make theirs alike.

use std::{path::Path, sync::Arc};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, pem::PemObject as _},
    },
};

/// The file of authorities cannot be used: which, and why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SalahCa(String);

/// By the authorities in the PEM file `ca`, or by those of the web when it is empty.
///
/// # Errors
/// A sentence that begins with the file.
pub fn penyambung(ca: &Path) -> Result<TlsConnector, SalahCa> {
    let mut akar = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let salah = |e: &dyn std::fmt::Display| SalahCa(format!("{}: {e}", ca.display()));
    if !ca.as_os_str().is_empty() {
        akar = RootCertStore::empty();
        for s in CertificateDer::pem_file_iter(ca).map_err(|e| salah(&e))? {
            akar.add(s.map_err(|e| salah(&e))?).map_err(|e| salah(&e))?;
        }
        if akar.is_empty() {
            return Err(salah(&"no certificate in it"));
        }
    }
    let konfig = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| SalahCa(e.to_string()))?
        .with_root_certificates(akar)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(konfig)))
}
