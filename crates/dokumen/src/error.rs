//! Every way in which a file can fail to be made. The caller maps these to a status and a translated sentence.

use std::time::Duration;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The queue of waiting documents is full; try again later (HTTP 503).
    #[error("print queue is full ({0} documents waiting)")]
    Sibuk(usize),
    /// The document took longer than allowed; its worker was killed.
    #[error("document took longer than {0:?}")]
    BatasWaktu(Duration),
    /// The worker process died or broke the protocol while making this document; the next one gets a new worker.
    #[error("print worker stopped: {0}")]
    PekerjaBerhenti(String),
    /// The worker process could not be started.
    #[error("print worker did not start: {0}")]
    PekerjaTidakMulai(#[source] std::io::Error),
    /// Layout or PDF/A export refused the document: a fault in our template, never in user text.
    #[error("layout failed: {0}")]
    TataLetak(String),
    /// The text does not fit into a QR code (about 2 300 bytes at level M).
    #[error("text of {0} bytes does not fit into a QR code")]
    QrTerlaluPanjang(usize),
    /// A picture that cannot be made small: broken, of another kind, or too large to decode.
    #[error("picture: {0}")]
    Gambar(String),
    /// An input that claims to be a decimal is none.
    #[error("`{0}` is not a decimal number")]
    BukanAngka(String),
    #[error("input could not be encoded: {0}")]
    Json(#[from] serde_json::Error),
    #[error("workbook failed: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error("parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    #[error("table has {kolom} columns but row {baris} has {ada} cells")]
    BarisTidakCocok { kolom: usize, baris: usize, ada: usize },
}
