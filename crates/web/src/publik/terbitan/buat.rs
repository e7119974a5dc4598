//! The job that makes the file of a publication: what goes along with the signed results, then the file itself. The format and
//! the record are the store's.

use dokumen::{csv::GayaCsv, tabel_csv};
use store::{
    StoreError,
    pekerjaan::Pekerjaan,
    penerbitan::{bundel::LampiranBaru, versi},
    peringkat,
};

use super::pengumuman;
use crate::{
    AppState,
    error::Hasil,
    publik::hasil::unduhan::{Asal, baris::csv},
};

/// Tries after which a publication goes without its announcement on paper.
const COBA_CETAK: i64 = 3;

/// Does a job of the kind [`versi::TERBITAN`]. Twice is once.
///
/// # Errors
/// A sentence for the administrator; the job is tried again.
pub async fn kerjakan(app: &AppState, p: &Pekerjaan) -> Result<(), String> {
    buat(app, p).await.map_err(|e| e.to_string())
}

async fn buat(app: &AppState, p: &Pekerjaan) -> Hasil<()> {
    let store = &app.store;
    let rencana = match versi::rencana(store, &p.isi).await {
        Ok(Some(r)) => r,
        // It stands already, or its period is gone.
        Ok(None) | Err(StoreError::TidakDitemukan) => return Ok(()),
        Err(e) => return Err(e.into()),
    };
    let t = &rencana.terbitan;
    let peringkat = peringkat::publik(store, t).await?;
    let dokumen: Vec<Vec<String>> = versi::dokumen(store, t).await?.into_iter().map(|d| vec![d.lokus, d.jenis, d.kode, d.sidik]).collect();
    let mut lampiran = vec![
        LampiranBaru { nama: "peringkat.csv".into(), isi: csv(Asal::terbitan(t), peringkat.clone()).collect::<String>().into_bytes() },
        LampiranBaru {
            nama: "dokumen.csv".into(),
            isi: tabel_csv(&["kode_lokus", "jenis", "kode_verifikasi", "sha256_pdf"], &dokumen, GayaCsv::default())?,
        },
    ];
    if let Some(isi) = pengumuman::susun(app, t, &peringkat, rencana.nomor(), rencana.alasan()) {
        match app.pencetak.cetak(isi).await {
            Ok(isi) => lampiran.push(LampiranBaru { nama: "pengumuman.pdf".into(), isi }),
            // The signed figures do not wait for ever for a sheet of paper.
            Err(e) if p.coba >= COBA_CETAK => tracing::error!(error = %e, "a publication goes without its announcement"),
            Err(e) => return Err(e.into()),
        }
    }
    drop(peringkat);
    Ok(versi::buat(store, &rencana, &lampiran).await?)
}
