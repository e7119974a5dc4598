//! What leaves as a file: PDF, XLSX, QR codes, charts.
